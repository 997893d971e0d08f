import Mathlib.Domain
/-!
# Fields

Fields under Mathlib's name, integer powers, and the lemmas about inverses and quotients that a proof
calls by name, and nothing else.
-/
universe u

/-- A commutative ring with inverses of what is not zero; `0⁻¹ = 0`. -/
class Field (K : Type u) extends CommRing K, Inv K, Div K where
  protected exists_pair_ne : ∃ x y : K, x ≠ y
  protected div_eq_mul_inv : ∀ a b : K, a / b = a * b⁻¹
  protected mul_inv_cancel : ∀ a : K, a ≠ 0 → a * a⁻¹ = 1
  protected inv_zero : (0 : K)⁻¹ = 0

/-- Powers with integral exponents: `x ^ (-n) = (x ^ n)⁻¹`. -/
protected def Field.zpow {K : Type u} [Field K] (x : K) : ℤ → K
  | .ofNat n => x ^ n
  | .negSucc n => (x ^ (n + 1))⁻¹

instance Field.instPowInt {K : Type u} [Field K] : Pow K ℤ := ⟨Field.zpow⟩
instance Field.toNontrivial {K : Type u} [Field K] : Nontrivial K := ⟨Field.exists_pair_ne⟩

section Field
variable {K : Type u} [Field K] {a b c d : K}

theorem div_eq_mul_inv (a b : K) : a / b = a * b⁻¹ := Field.div_eq_mul_inv a b
@[simp] theorem mul_inv_cancel₀ (h : a ≠ 0) : a * a⁻¹ = 1 := Field.mul_inv_cancel a h
@[simp] theorem inv_mul_cancel₀ (h : a ≠ 0) : a⁻¹ * a = 1 := by rw [mul_comm, mul_inv_cancel₀ h]
@[simp] theorem inv_zero : (0 : K)⁻¹ = 0 := Field.inv_zero
instance Field.toNoZeroDivisors : NoZeroDivisors K := ⟨fun {a b} h =>
  Classical.byCases (p := a = 0) .inl fun ha => .inr (by
    rw [← one_mul b, ← inv_mul_cancel₀ ha, mul_assoc, h, mul_zero])⟩

theorem inv_ne_zero (h : a ≠ 0) : a⁻¹ ≠ 0 := fun e => by
  have := mul_inv_cancel₀ h
  rw [e, mul_zero] at this
  exact zero_ne_one this
theorem eq_inv_of_mul_eq_one_left (h : a * b = 1) : a = b⁻¹ :=
  have hb : b ≠ 0 := fun e => by rw [e, mul_zero] at h; exact zero_ne_one h
  mul_right_cancel₀ hb (by rw [h, inv_mul_cancel₀ hb])
theorem eq_inv_of_mul_eq_one_right (h : a * b = 1) : b = a⁻¹ :=
  eq_inv_of_mul_eq_one_left (by rw [mul_comm, h])
theorem inv_eq_of_mul_eq_one_right (h : a * b = 1) : a⁻¹ = b := (eq_inv_of_mul_eq_one_right h).symm
@[simp] theorem inv_inv (a : K) : a⁻¹⁻¹ = a := by
  rcases Classical.em (a = 0) with rfl | h
  · rw [inv_zero, inv_zero]
  · exact inv_eq_of_mul_eq_one_right (inv_mul_cancel₀ h)
@[simp] theorem inv_eq_zero : a⁻¹ = 0 ↔ a = 0 :=
  ⟨fun h => by rw [← inv_inv a, h, inv_zero], fun h => by rw [h, inv_zero]⟩
@[simp] theorem inv_one : (1 : K)⁻¹ = 1 := inv_eq_of_mul_eq_one_right (one_mul 1)
theorem inv_inj : a⁻¹ = b⁻¹ ↔ a = b := ⟨fun h => by rw [← inv_inv a, h, inv_inv], fun h => h ▸ rfl⟩
theorem mul_inv (a b : K) : (a * b)⁻¹ = a⁻¹ * b⁻¹ := by
  rcases Classical.em (a = 0) with rfl | ha
  · rw [zero_mul, inv_zero, zero_mul]
  rcases Classical.em (b = 0) with rfl | hb
  · rw [mul_zero, inv_zero, mul_zero]
  exact inv_eq_of_mul_eq_one_right (by
    rw [mul_mul_mul_comm, mul_inv_cancel₀ ha, mul_inv_cancel₀ hb, one_mul])
theorem inv_pow (a : K) : ∀ n : ℕ, a⁻¹ ^ n = (a ^ n)⁻¹
  | 0 => by rw [pow_zero, pow_zero, inv_one]
  | n + 1 => by rw [pow_succ, pow_succ, inv_pow a n, mul_inv]
theorem neg_inv : -a⁻¹ = (-a)⁻¹ := by
  rcases Classical.em (a = 0) with rfl | h
  · rw [neg_zero, inv_zero, neg_zero]
  · exact (inv_eq_of_mul_eq_one_right (by rw [neg_mul_neg, mul_inv_cancel₀ h])).symm
theorem inv_neg : (-a)⁻¹ = -a⁻¹ := neg_inv.symm

@[simp] theorem div_one (a : K) : a / 1 = a := by rw [div_eq_mul_inv, inv_one, mul_one]
theorem one_div (a : K) : 1 / a = a⁻¹ := by rw [div_eq_mul_inv, one_mul]
@[simp] theorem zero_div (a : K) : 0 / a = 0 := by rw [div_eq_mul_inv, zero_mul]
@[simp] theorem div_zero (a : K) : a / 0 = 0 := by rw [div_eq_mul_inv, inv_zero, mul_zero]
@[simp] theorem div_self (h : a ≠ 0) : a / a = 1 := by rw [div_eq_mul_inv, mul_inv_cancel₀ h]
theorem div_self_of_ne_zero (h : a ≠ 0) : a / a = 1 := div_self h
@[simp] theorem div_mul_cancel₀ (a : K) (h : b ≠ 0) : a / b * b = a := by
  rw [div_eq_mul_inv, mul_assoc, inv_mul_cancel₀ h, mul_one]
@[simp] theorem mul_div_cancel_right₀ (a : K) (h : b ≠ 0) : a * b / b = a := by
  rw [div_eq_mul_inv, mul_assoc, mul_inv_cancel₀ h, mul_one]
@[simp] theorem mul_div_cancel_left₀ (b : K) (h : a ≠ 0) : a * b / a = b := by
  rw [mul_comm, mul_div_cancel_right₀ b h]
theorem mul_div_cancel₀ (a : K) (h : b ≠ 0) : b * (a / b) = a := by rw [mul_comm, div_mul_cancel₀ a h]
@[simp] theorem inv_div (a b : K) : (a / b)⁻¹ = b / a := by
  rw [div_eq_mul_inv, mul_inv, inv_inv, mul_comm, ← div_eq_mul_inv]
theorem one_div_div (a b : K) : 1 / (a / b) = b / a := by rw [one_div, inv_div]
theorem mul_div_assoc (a b c : K) : a * b / c = a * (b / c) := by
  rw [div_eq_mul_inv, div_eq_mul_inv, mul_assoc]
theorem mul_div_assoc' (a b c : K) : a * (b / c) = a * b / c := (mul_div_assoc a b c).symm
theorem mul_div_right_comm (a b c : K) : a * b / c = a / c * b := by
  rw [div_eq_mul_inv, div_eq_mul_inv, mul_right_comm]
theorem div_mul_eq_mul_div (a b c : K) : a / b * c = a * c / b := (mul_div_right_comm a c b).symm
theorem mul_one_div (a b : K) : a * (1 / b) = a / b := by rw [one_div, ← div_eq_mul_inv]
theorem add_div (a b c : K) : (a + b) / c = a / c + b / c := by
  rw [div_eq_mul_inv, add_mul, ← div_eq_mul_inv, ← div_eq_mul_inv]
theorem sub_div (a b c : K) : (a - b) / c = a / c - b / c := by
  rw [div_eq_mul_inv, sub_mul, ← div_eq_mul_inv, ← div_eq_mul_inv]
theorem neg_div (a b : K) : -b / a = -(b / a) := by rw [div_eq_mul_inv, neg_mul, ← div_eq_mul_inv]
theorem neg_div' (a b : K) : -(b / a) = -b / a := (neg_div a b).symm
theorem div_neg (a : K) : a / -b = -(a / b) := by rw [div_eq_mul_inv, inv_neg, mul_neg, ← div_eq_mul_inv]
theorem neg_div_neg_eq (a b : K) : -a / -b = a / b := by rw [neg_div, div_neg, neg_neg]
theorem div_mul_div_comm (a b c d : K) : a / b * (c / d) = a * c / (b * d) := by
  rw [div_eq_mul_inv, div_eq_mul_inv, div_eq_mul_inv, mul_inv, mul_mul_mul_comm]
theorem div_div (a b c : K) : a / b / c = a / (b * c) := by
  rw [div_eq_mul_inv, div_eq_mul_inv, div_eq_mul_inv, mul_inv, mul_assoc]
theorem div_div_eq_mul_div (a b c : K) : a / (b / c) = a * c / b := by
  rw [div_eq_mul_inv, inv_div, mul_div_assoc]
theorem div_div_div_eq (a b c d : K) : a / b / (c / d) = a * d / (b * c) := by
  rw [div_div_eq_mul_div, div_mul_eq_mul_div, div_div]
theorem div_pow (a b : K) (n : ℕ) : (a / b) ^ n = a ^ n / b ^ n := by
  rw [div_eq_mul_inv, mul_pow, inv_pow, ← div_eq_mul_inv]
theorem one_div_pow (a : K) (n : ℕ) : (1 / a) ^ n = 1 / a ^ n := by rw [div_pow, one_pow]
theorem mul_div_mul_left (a b : K) (hc : c ≠ 0) : c * a / (c * b) = a / b := by
  rw [← div_mul_div_comm, div_self hc, one_mul]
theorem mul_div_mul_right (a b : K) (hc : c ≠ 0) : a * c / (b * c) = a / b := by
  rw [← div_mul_div_comm, div_self hc, mul_one]
theorem div_eq_iff (hb : b ≠ 0) : a / b = c ↔ a = c * b :=
  ⟨fun h => by rw [← h, div_mul_cancel₀ a hb], fun h => by rw [h, mul_div_cancel_right₀ c hb]⟩
theorem eq_div_iff (hc : c ≠ 0) : a = b / c ↔ a * c = b := by
  rw [eq_comm, div_eq_iff hc, eq_comm]
theorem div_eq_iff_mul_eq (hb : b ≠ 0) : a / b = c ↔ c * b = a := by rw [div_eq_iff hb, eq_comm]
theorem eq_div_of_mul_eq (hc : c ≠ 0) (h : a * c = b) : a = b / c := (eq_div_iff hc).2 h
theorem div_eq_of_eq_mul (hb : b ≠ 0) (h : a = c * b) : a / b = c := (div_eq_iff hb).2 h
theorem div_eq_one_iff_eq (hb : b ≠ 0) : a / b = 1 ↔ a = b := by rw [div_eq_iff hb, one_mul]
theorem div_eq_div_iff (hb : b ≠ 0) (hd : d ≠ 0) : a / b = c / d ↔ a * d = c * b := by
  rw [div_eq_iff hb, div_mul_eq_mul_div, eq_div_iff hd]
theorem div_add_div (a : K) (c : K) (hb : b ≠ 0) (hd : d ≠ 0) :
    a / b + c / d = (a * d + b * c) / (b * d) := by
  rw [add_div, mul_div_mul_right a b hd, mul_div_mul_left c d hb]
theorem div_sub_div (a : K) (c : K) (hb : b ≠ 0) (hd : d ≠ 0) :
    a / b - c / d = (a * d - b * c) / (b * d) := by
  rw [sub_div, mul_div_mul_right a b hd, mul_div_mul_left c d hb]
theorem div_add_div_same (a b c : K) : a / c + b / c = (a + b) / c := (add_div a b c).symm
theorem div_sub_div_same (a b c : K) : a / c - b / c = (a - b) / c := (sub_div a b c).symm
theorem div_add' (a b c : K) (hc : c ≠ 0) : a / c + b = (a + b * c) / c := by
  rw [add_div, mul_div_cancel_right₀ b hc]
theorem add_div' (a b c : K) (hc : c ≠ 0) : b + a / c = (b * c + a) / c := by
  rw [add_div, mul_div_cancel_right₀ b hc]
theorem div_sub' (hc : c ≠ 0) : a / c - b = (a - c * b) / c := by
  rw [sub_div, mul_div_cancel_left₀ b hc]
theorem sub_div' (hc : c ≠ 0) : b - a / c = (b * c - a) / c := by
  rw [sub_div, mul_div_cancel_right₀ b hc]
theorem div_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a / b ≠ 0 := by
  rw [div_eq_mul_inv]; exact mul_ne_zero ha (inv_ne_zero hb)
@[simp] theorem div_eq_zero_iff : a / b = 0 ↔ a = 0 ∨ b = 0 := by
  rw [div_eq_mul_inv, mul_eq_zero, inv_eq_zero]
theorem div_ne_zero_iff : a / b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 :=
  ⟨fun h => ⟨fun e => h (by rw [e, zero_div]), fun e => h (by rw [e, div_zero])⟩,
    fun h => div_ne_zero h.1 h.2⟩
theorem one_div_ne_zero (h : a ≠ 0) : 1 / a ≠ 0 := div_ne_zero one_ne_zero h
theorem div_left_inj' (hc : c ≠ 0) : a / c = b / c ↔ a = b := by
  rw [div_eq_iff hc, div_mul_cancel₀ b hc]
theorem mul_inv_eq_iff_eq_mul₀ (hb : b ≠ 0) : a * b⁻¹ = c ↔ a = c * b := by
  rw [← div_eq_mul_inv, div_eq_iff hb]
theorem inv_eq_one_div (a : K) : a⁻¹ = 1 / a := (one_div a).symm
theorem inv_mul_eq_div (a b : K) : a⁻¹ * b = b / a := by rw [mul_comm, div_eq_mul_inv]
theorem add_halves [CharZero K] (a : K) : a / 2 + a / 2 = a := by
  rw [← two_mul, mul_div_cancel₀ a two_ne_zero]
theorem add_self_div_two [CharZero K] (a : K) : (a + a) / 2 = a := by
  rw [← mul_two, mul_div_cancel_right₀ a two_ne_zero]

@[simp] theorem zpow_natCast (a : K) (n : ℕ) : a ^ (n : ℤ) = a ^ n := rfl
@[simp] theorem zpow_ofNat (a : K) (n : ℕ) [Nat.AtLeastTwo n] :
    a ^ (no_index (OfNat.ofNat n) : ℤ) = a ^ (OfNat.ofNat n : ℕ) := rfl
theorem zpow_negSucc (a : K) (n : ℕ) : a ^ (Int.negSucc n) = (a ^ (n + 1))⁻¹ := rfl
@[simp] theorem zpow_zero (a : K) : a ^ (0 : ℤ) = 1 := pow_zero a
@[simp] theorem zpow_one (a : K) : a ^ (1 : ℤ) = a := pow_one a
theorem zpow_neg_one (a : K) : a ^ (-1 : ℤ) = a⁻¹ := congrArg (·⁻¹) (pow_one a)
@[simp] theorem zpow_neg (a : K) : ∀ n : ℤ, a ^ (-n) = (a ^ n)⁻¹
  | .ofNat 0 => by
    show a ^ (0 : ℕ) = (a ^ (0 : ℕ))⁻¹
    rw [pow_zero, inv_one]
  | .ofNat (_ + 1) => rfl
  | .negSucc n => (inv_inv (a ^ (n + 1))).symm
end Field
