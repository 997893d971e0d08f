import Mathlib.Cast
/-!
# Rings with cancellation

Nontrivial rings, rings without zero divisors and characteristic zero under Mathlib's names, and the
lemmas about negation, cancellation and casts that a proof calls by name, and nothing else.
-/
universe u

/-- There are two different elements. -/
class Nontrivial (α : Type u) : Prop where
  exists_pair_ne : ∃ x y : α, x ≠ y

theorem exists_pair_ne (α : Type u) [Nontrivial α] : ∃ x y : α, x ≠ y := Nontrivial.exists_pair_ne

/-- A product vanishes only if a factor does. -/
class NoZeroDivisors (M : Type u) [Mul M] [Zero M] : Prop where
  eq_zero_or_eq_zero_of_mul_eq_zero : ∀ {a b : M}, a * b = 0 → a = 0 ∨ b = 0

/-- Different natural numbers have different casts. -/
class CharZero (R : Type u) [Semiring R] : Prop where
  cast_injective : ∀ {m n : ℕ}, (m : R) = n → m = n

instance Nat.instNontrivial : Nontrivial ℕ := ⟨0, 1, by decide⟩
instance Int.instNontrivial : Nontrivial ℤ := ⟨0, 1, by decide⟩
instance Nat.instNoZeroDivisors : NoZeroDivisors ℕ := ⟨Nat.mul_eq_zero.1⟩
instance Int.instNoZeroDivisors : NoZeroDivisors ℤ := ⟨Int.mul_eq_zero.1⟩
instance Nat.instCharZero : CharZero ℕ := ⟨id⟩
instance Int.instCharZero : CharZero ℤ := ⟨Int.ofNat.inj⟩

section Ring
variable {R : Type u} [Ring R]
@[simp] theorem neg_zero : -(0 : R) = 0 := by rw [← zero_add (-0 : R), add_neg_cancel]
@[simp] theorem sub_zero (a : R) : a - 0 = a := by rw [sub_eq_add_neg, neg_zero, add_zero]
@[simp] theorem zero_sub (a : R) : 0 - a = -a := by rw [sub_eq_add_neg, zero_add]
theorem neg_inj {a b : R} : -a = -b ↔ a = b :=
  ⟨fun h => by rw [← neg_neg a, h, neg_neg], fun h => h ▸ rfl⟩
@[simp] theorem neg_eq_zero {a : R} : -a = 0 ↔ a = 0 := by
  rw [← neg_inj (b := 0), neg_zero, neg_zero.symm, neg_inj, neg_zero] <;>
  exact ⟨fun h => by rw [← neg_neg a, h, neg_zero], fun h => by rw [h, neg_zero]⟩
theorem neg_ne_zero {a : R} : -a ≠ 0 ↔ a ≠ 0 := not_congr neg_eq_zero
theorem neg_mul_neg (a b : R) : -a * -b = a * b := by rw [neg_mul, mul_neg, neg_neg]
theorem sub_ne_zero {a b : R} : a - b ≠ 0 ↔ a ≠ b := not_congr sub_eq_zero
theorem sub_ne_zero_of_ne {a b : R} (h : a ≠ b) : a - b ≠ 0 := sub_ne_zero.2 h
theorem neg_one_mul (a : R) : -1 * a = -a := by rw [neg_mul, one_mul]
theorem mul_neg_one (a : R) : a * -1 = -a := by rw [mul_neg, mul_one]
theorem eq_neg_of_add_eq_zero_left {a b : R} (h : a + b = 0) : a = -b := by
  rw [← add_zero a, ← add_neg_cancel b, ← add_assoc, h, zero_add]
theorem eq_neg_of_add_eq_zero_right {a b : R} (h : a + b = 0) : b = -a :=
  eq_neg_of_add_eq_zero_left (by rw [add_comm, h])
theorem add_eq_zero_iff_eq_neg {a b : R} : a + b = 0 ↔ a = -b :=
  ⟨eq_neg_of_add_eq_zero_left, fun h => by rw [h, neg_add_cancel]⟩
theorem neg_eq_iff_eq_neg {a b : R} : -a = b ↔ a = -b :=
  ⟨fun h => by rw [← h, neg_neg], fun h => by rw [h, neg_neg]⟩
theorem eq_neg_iff_add_eq_zero {a b : R} : a = -b ↔ a + b = 0 := add_eq_zero_iff_eq_neg.symm
@[simp] theorem add_left_inj (a : R) {b c : R} : b + a = c + a ↔ b = c :=
  ⟨fun h => add_left_cancel (a := a) (by rw [add_comm, h, add_comm]), fun h => h ▸ rfl⟩
@[simp] theorem add_right_inj (a : R) {b c : R} : a + b = a + c ↔ b = c :=
  ⟨add_left_cancel, fun h => h ▸ rfl⟩
theorem add_eq_left {a b : R} : a + b = a ↔ b = 0 := by
  rw [← add_right_inj a (b := b) (c := 0), add_zero]
theorem add_eq_right {a b : R} : a + b = b ↔ a = 0 := by rw [add_comm, add_eq_left]
theorem left_eq_add {a b : R} : a = a + b ↔ b = 0 := by rw [eq_comm, add_eq_left]
theorem right_eq_add {a b : R} : b = a + b ↔ a = 0 := by rw [eq_comm, add_eq_right]
theorem add_right_cancel {a b c : R} (h : a + b = c + b) : a = c := (add_left_inj b).1 h
theorem neg_add (a b : R) : -(a + b) = -a + -b :=
  (eq_neg_of_add_eq_zero_left (by
    rw [add_add_add_comm, neg_add_cancel, neg_add_cancel, add_zero])).symm
theorem neg_sub (a b : R) : -(a - b) = b - a := by
  rw [sub_eq_add_neg, neg_add, neg_neg, add_comm, ← sub_eq_add_neg]
@[simp] theorem sub_neg_eq_add (a b : R) : a - -b = a + b := by rw [sub_eq_add_neg, neg_neg]
theorem add_sub_assoc (a b c : R) : a + b - c = a + (b - c) := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_assoc]
@[simp] theorem add_sub_cancel_left (a b : R) : a + b - a = b := by
  rw [add_comm, add_sub_cancel_right]
@[simp] theorem add_sub_cancel (a b : R) : a + (b - a) = b := by rw [add_comm, sub_add_cancel]
theorem sub_sub (a b c : R) : a - b - c = a - (b + c) := by
  rw [sub_eq_add_neg, sub_eq_add_neg, sub_eq_add_neg, neg_add, add_assoc]
theorem sub_left_inj {a b c : R} : b - a = c - a ↔ b = c := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_left_inj]
theorem sub_right_inj {a b c : R} : a - b = a - c ↔ b = c := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_right_inj, neg_inj]
theorem neg_sq (a : R) : (-a) ^ 2 = a ^ 2 := by rw [pow_two, pow_two, neg_mul_neg]
theorem two_mul (a : R) : 2 * a = a + a := by
  rw [show (2 : R) = 1 + 1 from (by rw [show (2 : R) = ((1 + 1 : ℕ) : R) from rfl, Nat.cast_add, Nat.cast_one]),
    add_mul, one_mul]
theorem mul_two (a : R) : a * 2 = a + a := by
  rw [show (2 : R) = 1 + 1 from (by rw [show (2 : R) = ((1 + 1 : ℕ) : R) from rfl, Nat.cast_add, Nat.cast_one]),
    mul_add, mul_one]
theorem one_add_one_eq_two : 1 + 1 = (2 : R) := by
  rw [show (2 : R) = ((1 + 1 : ℕ) : R) from rfl, Nat.cast_add, Nat.cast_one]
end Ring

section MonoidWithZero
variable {R : Type u} [Semiring R] {a b : R}
theorem zero_pow {n : ℕ} (hn : n ≠ 0) : (0 : R) ^ n = 0 := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n => rw [pow_succ, mul_zero]
theorem left_ne_zero_of_mul (h : a * b ≠ 0) : a ≠ 0 := fun e => h (by rw [e, zero_mul])
theorem right_ne_zero_of_mul (h : a * b ≠ 0) : b ≠ 0 := fun e => h (by rw [e, mul_zero])
theorem mul_eq_zero_of_left {a : R} (h : a = 0) (b : R) : a * b = 0 := by rw [h, zero_mul]
theorem mul_eq_zero_of_right (a : R) {b : R} (h : b = 0) : a * b = 0 := by rw [h, mul_zero]

variable [NoZeroDivisors R]
theorem eq_zero_or_eq_zero_of_mul_eq_zero (h : a * b = 0) : a = 0 ∨ b = 0 :=
  NoZeroDivisors.eq_zero_or_eq_zero_of_mul_eq_zero h
@[simp] theorem mul_eq_zero : a * b = 0 ↔ a = 0 ∨ b = 0 :=
  ⟨eq_zero_or_eq_zero_of_mul_eq_zero, fun h => h.elim (fun e => mul_eq_zero_of_left e b)
    fun e => mul_eq_zero_of_right a e⟩
theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := fun h => (mul_eq_zero.1 h).elim ha hb
theorem mul_ne_zero_iff : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 :=
  ⟨fun h => ⟨left_ne_zero_of_mul h, right_ne_zero_of_mul h⟩, fun h => mul_ne_zero h.1 h.2⟩
theorem mul_self_eq_zero : a * a = 0 ↔ a = 0 := by rw [mul_eq_zero, or_self]
theorem eq_zero_of_pow_eq_zero : ∀ {n : ℕ}, a ^ n = 0 → n = 0 ∨ a = 0
  | 0, _ => .inl rfl
  | n + 1, h => (mul_eq_zero.1 (pow_succ a n ▸ h)).elim (fun h => by
      rcases Nat.eq_zero_or_pos n with rfl | hn
      · right
        rw [pow_zero] at h
        rw [← mul_one a, h, mul_zero]
      · exact .inr ((eq_zero_of_pow_eq_zero h).resolve_left (by omega))) .inr
theorem pow_eq_zero_iff {n : ℕ} (hn : n ≠ 0) : a ^ n = 0 ↔ a = 0 :=
  ⟨fun h => (eq_zero_of_pow_eq_zero h).resolve_left hn, fun h => by rw [h, zero_pow hn]⟩
theorem sq_eq_zero_iff : a ^ 2 = 0 ↔ a = 0 := pow_eq_zero_iff (by decide)
theorem pow_ne_zero_iff {n : ℕ} (hn : n ≠ 0) : a ^ n ≠ 0 ↔ a ≠ 0 := not_congr (pow_eq_zero_iff hn)
theorem pow_ne_zero [Nontrivial R] (n : ℕ) (h : a ≠ 0) : a ^ n ≠ 0 := by
  rcases Nat.eq_zero_or_pos n with rfl | hn
  · rw [pow_zero]
    intro e
    exact h (by rw [← mul_one a, e, mul_zero])
  · exact (pow_ne_zero_iff (by omega)).2 h
end MonoidWithZero

section Domain
variable {R : Type u} [CommRing R] [NoZeroDivisors R] {a b c : R}
theorem mul_left_cancel₀ (ha : a ≠ 0) (h : a * b = a * c) : b = c :=
  sub_eq_zero.1 ((mul_eq_zero.1 (by rw [mul_sub, h, sub_self] : a * (b - c) = 0)).resolve_left ha)
theorem mul_right_cancel₀ (hb : b ≠ 0) (h : a * b = c * b) : a = c :=
  mul_left_cancel₀ hb (by rw [mul_comm, h, mul_comm])
theorem mul_right_inj' (ha : a ≠ 0) : a * b = a * c ↔ b = c := ⟨mul_left_cancel₀ ha, fun h => h ▸ rfl⟩
theorem mul_left_inj' (hc : c ≠ 0) : a * c = b * c ↔ a = b := ⟨mul_right_cancel₀ hc, fun h => h ▸ rfl⟩
theorem mul_self_eq_mul_self_iff : a * a = b * b ↔ a = b ∨ a = -b := by
  have e : (a - b) * (a + b) = a * a - b * b := by
    rw [sub_mul, mul_add, mul_add, mul_comm b a, ← sub_sub, add_sub_cancel_right]
  rw [← sub_eq_zero, ← e, mul_eq_zero, sub_eq_zero, add_eq_zero_iff_eq_neg]
theorem sq_eq_sq_iff_eq_or_eq_neg : a ^ 2 = b ^ 2 ↔ a = b ∨ a = -b := by
  rw [pow_two, pow_two, mul_self_eq_mul_self_iff]
theorem sq_eq_one_iff_of_ne_neg_one (h : a ≠ -1) : a ^ 2 = 1 ↔ a = 1 := by
  rw [← one_pow (M := R) 2, sq_eq_sq_iff_eq_or_eq_neg, one_pow]
  exact ⟨fun e => e.resolve_right h, .inl⟩
end Domain

section CharZero
variable {R : Type u} [Semiring R] [CharZero R] {m n : ℕ}
theorem Nat.cast_injective : Function.Injective (Nat.cast : ℕ → R) := fun _ _ => CharZero.cast_injective
@[simp, norm_cast] theorem Nat.cast_inj : (m : R) = n ↔ m = n :=
  ⟨fun h => Nat.cast_injective h, fun h => h ▸ rfl⟩
@[simp, norm_cast] theorem Nat.cast_eq_zero : (n : R) = 0 ↔ n = 0 := by
  rw [← Nat.cast_zero, Nat.cast_inj]
theorem Nat.cast_ne_zero : (n : R) ≠ 0 ↔ n ≠ 0 := not_congr Nat.cast_eq_zero
@[simp, norm_cast] theorem Nat.cast_eq_one : (n : R) = 1 ↔ n = 1 := by rw [← Nat.cast_one, Nat.cast_inj]
theorem Nat.cast_add_one_ne_zero (n : ℕ) : (n + 1 : R) ≠ 0 := by
  rw [← Nat.cast_add_one]; exact Nat.cast_ne_zero.2 (Nat.succ_ne_zero n)
@[simp] theorem OfNat.ofNat_ne_zero (n : ℕ) [Nat.AtLeastTwo n] :
    (no_index (OfNat.ofNat n) : R) ≠ 0 :=
  Nat.cast_ne_zero.2 (fun e => by have := Nat.AtLeastTwo.prop (n := n); exact absurd (e ▸ this : 2 ≤ 0) (by decide))
theorem CharZero.one_ne_zero : (1 : R) ≠ 0 := by
  rw [← Nat.cast_one]; exact Nat.cast_ne_zero.2 (by decide)
instance (priority := low) CharZero.toNontrivial : Nontrivial R := ⟨1, 0, CharZero.one_ne_zero⟩
theorem two_ne_zero : (2 : R) ≠ 0 := OfNat.ofNat_ne_zero 2
theorem three_ne_zero : (3 : R) ≠ 0 := OfNat.ofNat_ne_zero 3
theorem four_ne_zero : (4 : R) ≠ 0 := OfNat.ofNat_ne_zero 4
end CharZero

section CharZeroRing
variable {R : Type u} [Ring R] [CharZero R] {m n : ℤ}
@[simp, norm_cast] theorem Int.cast_eq_zero : (n : R) = 0 ↔ n = 0 := by
  refine ⟨fun h => ?_, fun h => by rw [h, Int.cast_zero]⟩
  rcases n with n | n
  · rw [show Int.ofNat n = (n : ℤ) from rfl, Int.cast_natCast, Nat.cast_eq_zero] at h; rw [h]; rfl
  · rw [Int.cast_negSucc, neg_eq_zero, Nat.cast_eq_zero] at h; exact absurd h (Nat.succ_ne_zero n)
@[simp, norm_cast] theorem Int.cast_inj : (m : R) = n ↔ m = n := by
  rw [← sub_eq_zero, ← Int.cast_sub, Int.cast_eq_zero, sub_eq_zero]
theorem Int.cast_injective : Function.Injective (Int.cast : ℤ → R) := fun _ _ => Int.cast_inj.1
theorem Int.cast_ne_zero : (n : R) ≠ 0 ↔ n ≠ 0 := not_congr Int.cast_eq_zero
@[simp, norm_cast] theorem Int.cast_eq_one : (n : R) = 1 ↔ n = 1 := by rw [← Int.cast_one, Int.cast_inj]
end CharZeroRing

@[simp] theorem one_ne_zero {R : Type u} [Semiring R] [Nontrivial R] : (1 : R) ≠ 0 := fun e => by
  obtain ⟨x, y, h⟩ := exists_pair_ne R
  exact h (by rw [← mul_one x, ← mul_one y, e, mul_zero, mul_zero])
@[simp] theorem zero_ne_one {R : Type u} [Semiring R] [Nontrivial R] : (0 : R) ≠ 1 := one_ne_zero.symm
theorem ne_zero_of_mul_eq_one_left {R : Type u} [Semiring R] [Nontrivial R] {a b : R} (h : a * b = 1) :
    a ≠ 0 := fun e => by rw [e, zero_mul] at h; exact zero_ne_one h
