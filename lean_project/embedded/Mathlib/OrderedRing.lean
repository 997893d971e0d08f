import Mathlib.Order
import Mathlib.Domain
/-!
# Ordered rings

`IsStrictOrderedRing` with ℕ and ℤ as instances, and the lemmas about signs, squares and products that
a proof calls by name, and nothing else.
-/
universe u

/-- Addition and multiplication by positive elements respect the order. -/
class IsStrictOrderedRing (R : Type u) [Semiring R] [PartialOrder R] : Prop where
  protected add_le_add_left : ∀ a b : R, a ≤ b → ∀ c : R, c + a ≤ c + b
  protected le_of_add_le_add_left : ∀ a b c : R, a + b ≤ a + c → b ≤ c
  protected zero_lt_one : (0 : R) < 1
  protected mul_lt_mul_of_pos_left : ∀ a b c : R, a < b → 0 < c → c * a < c * b
  protected mul_lt_mul_of_pos_right : ∀ a b c : R, a < b → 0 < c → a * c < b * c

instance Nat.instIsStrictOrderedRing : IsStrictOrderedRing ℕ where
  add_le_add_left _ _ _ _ := by omega
  le_of_add_le_add_left _ _ _ _ := by omega
  zero_lt_one := Nat.zero_lt_succ 0
  mul_lt_mul_of_pos_left a b c h hc := by
    have := Nat.mul_le_mul_left c h
    rw [Nat.succ_eq_add_one, Nat.mul_add_one] at this; omega
  mul_lt_mul_of_pos_right a b c h hc := by
    have := Nat.mul_le_mul_right c h
    rw [Nat.succ_eq_add_one, Nat.add_one_mul] at this; omega

private theorem Int.mul_lt {a b c : ℤ} (h : a < b) (hc : 0 < c) : c * a < c * b := by
  have := Int.mul_pos hc (show 0 < b - a by omega)
  rw [Int.mul_sub] at this; omega

instance Int.instIsStrictOrderedRing : IsStrictOrderedRing ℤ where
  add_le_add_left _ _ _ _ := by omega
  le_of_add_le_add_left _ _ _ _ := by omega
  zero_lt_one := by decide
  mul_lt_mul_of_pos_left _ _ _ := Int.mul_lt
  mul_lt_mul_of_pos_right a b c h hc := by
    rw [Int.mul_comm a, Int.mul_comm b]; exact Int.mul_lt h hc

section Semiring
variable {R : Type u} [Semiring R] [PartialOrder R] [IsStrictOrderedRing R] {a b c d : R}

theorem zero_lt_one : (0 : R) < 1 := IsStrictOrderedRing.zero_lt_one
theorem one_pos : (0 : R) < 1 := zero_lt_one
theorem zero_le_one : (0 : R) ≤ 1 := le_of_lt zero_lt_one
theorem add_le_add_left (h : a ≤ b) (c : R) : c + a ≤ c + b :=
  IsStrictOrderedRing.add_le_add_left a b h c
theorem add_le_add_right (h : a ≤ b) (c : R) : a + c ≤ b + c := by
  rw [add_comm a, add_comm b]; exact add_le_add_left h c
theorem le_of_add_le_add_left (h : a + b ≤ a + c) : b ≤ c :=
  IsStrictOrderedRing.le_of_add_le_add_left a b c h
theorem add_le_add (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  le_trans (add_le_add_right h₁ c) (add_le_add_left h₂ b)
theorem add_lt_add_left (h : a < b) (c : R) : c + a < c + b :=
  lt_iff_le_not_ge.2 ⟨add_le_add_left (le_of_lt h) c, fun h' => not_le_of_gt h (le_of_add_le_add_left h')⟩
theorem add_lt_add_right (h : a < b) (c : R) : a + c < b + c := by
  rw [add_comm a, add_comm b]; exact add_lt_add_left h c
theorem add_lt_add (h₁ : a < b) (h₂ : c < d) : a + c < b + d :=
  lt_trans (add_lt_add_right h₁ c) (add_lt_add_left h₂ b)
theorem add_lt_add_of_lt_of_le (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d :=
  lt_of_lt_of_le (add_lt_add_right h₁ c) (add_le_add_left h₂ b)
theorem add_lt_add_of_le_of_lt (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d :=
  lt_of_le_of_lt (add_le_add_right h₁ c) (add_lt_add_left h₂ b)
theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by
  have := add_le_add ha hb; rw [add_zero] at this; exact this
theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := by
  have := add_lt_add ha hb; rw [add_zero] at this; exact this
theorem add_pos_of_pos_of_nonneg (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by
  have := add_lt_add_of_lt_of_le ha hb; rw [add_zero] at this; exact this
theorem add_pos_of_nonneg_of_pos (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by
  have := add_lt_add_of_le_of_lt ha hb; rw [add_zero] at this; exact this
theorem mul_lt_mul_of_pos_left (h : a < b) (hc : 0 < c) : c * a < c * b :=
  IsStrictOrderedRing.mul_lt_mul_of_pos_left a b c h hc
theorem mul_lt_mul_of_pos_right (h : a < b) (hc : 0 < c) : a * c < b * c :=
  IsStrictOrderedRing.mul_lt_mul_of_pos_right a b c h hc
theorem mul_le_mul_of_nonneg_left (h : a ≤ b) (hc : 0 ≤ c) : c * a ≤ c * b := by
  rcases eq_or_lt_of_le hc with rfl | hc
  · rw [zero_mul, zero_mul]; exact le_refl 0
  · rcases eq_or_lt_of_le h with rfl | h
    · exact le_refl _
    · exact le_of_lt (mul_lt_mul_of_pos_left h hc)
theorem mul_le_mul_of_nonneg_right (h : a ≤ b) (hc : 0 ≤ c) : a * c ≤ b * c := by
  rcases eq_or_lt_of_le hc with rfl | hc
  · rw [mul_zero, mul_zero]; exact le_refl 0
  · rcases eq_or_lt_of_le h with rfl | h
    · exact le_refl _
    · exact le_of_lt (mul_lt_mul_of_pos_right h hc)
theorem mul_le_mul (h₁ : a ≤ b) (h₂ : c ≤ d) (hc : 0 ≤ c) (hb : 0 ≤ b) : a * c ≤ b * d :=
  le_trans (mul_le_mul_of_nonneg_right h₁ hc) (mul_le_mul_of_nonneg_left h₂ hb)
theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  have := mul_lt_mul_of_pos_left hb ha; rw [mul_zero] at this; exact this
theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  have := mul_le_mul_of_nonneg_left hb ha; rw [mul_zero] at this; exact this
theorem pow_pos (H : 0 < a) : ∀ n : ℕ, 0 < a ^ n
  | 0 => by rw [pow_zero]; exact zero_lt_one
  | n + 1 => by rw [pow_succ]; exact mul_pos (pow_pos H n) H
theorem pow_nonneg (H : 0 ≤ a) : ∀ n : ℕ, 0 ≤ a ^ n
  | 0 => by rw [pow_zero]; exact zero_le_one
  | n + 1 => by rw [pow_succ]; exact mul_nonneg (pow_nonneg H n) H
theorem pow_le_pow_left₀ (ha : 0 ≤ a) (hab : a ≤ b) : ∀ n : ℕ, a ^ n ≤ b ^ n
  | 0 => by rw [pow_zero, pow_zero]; exact le_refl 1
  | n + 1 => by
    rw [pow_succ, pow_succ]
    exact mul_le_mul (pow_le_pow_left₀ ha hab n) hab ha (pow_nonneg (le_trans ha hab) n)
end Semiring

section Ring
variable {R : Type u} [Ring R]

section PartialOrder
variable [PartialOrder R] [IsStrictOrderedRing R] {a b c : R}
@[simp] theorem sub_nonneg : 0 ≤ a - b ↔ b ≤ a := by
  constructor
  · intro h
    have := add_le_add_right h b; rw [zero_add, sub_add_cancel] at this; exact this
  · intro h
    have := add_le_add_right h (-b); rw [add_neg_cancel, ← sub_eq_add_neg] at this; exact this
@[simp] theorem sub_pos : 0 < a - b ↔ b < a := by
  constructor
  · intro h
    have := add_lt_add_right h b; rw [zero_add, sub_add_cancel] at this; exact this
  · intro h
    have := add_lt_add_right h (-b); rw [add_neg_cancel, ← sub_eq_add_neg] at this; exact this
theorem neg_le_neg (h : a ≤ b) : -b ≤ -a := by
  have := add_le_add_left (add_le_add_right h (-b)) (-a)
  rw [add_neg_cancel, add_zero, neg_add_cancel_left] at this
  exact this
theorem neg_nonneg_of_nonpos (h : a ≤ 0) : 0 ≤ -a := by
  have := add_le_add_right h (-a); rw [add_neg_cancel, zero_add] at this; exact this
theorem mul_nonneg_of_nonpos_of_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b := by
  have := mul_nonneg (neg_nonneg_of_nonpos ha) (neg_nonneg_of_nonpos hb)
  rw [neg_mul, mul_neg, neg_neg] at this; exact this
end PartialOrder

section LinearOrder
variable [LinearOrder R] [IsStrictOrderedRing R]
theorem mul_self_nonneg (a : R) : 0 ≤ a * a :=
  (le_total 0 a).elim (fun h => mul_nonneg h h) fun h => mul_nonneg_of_nonpos_of_nonpos h h
theorem sq_nonneg (a : R) : 0 ≤ a ^ 2 := by rw [pow_two]; exact mul_self_nonneg a
end LinearOrder

end Ring

/-- A ring is ordered if addition respects the order and products of positive elements are positive. -/
theorem IsStrictOrderedRing.of_mul_pos {R : Type _} [Ring R] [PartialOrder R]
    (add_le : ∀ a b : R, a ≤ b → ∀ c : R, c + a ≤ c + b) (one_pos : (0 : R) < 1)
    (mul_pos : ∀ a b : R, 0 < a → 0 < b → 0 < a * b) : IsStrictOrderedRing R := by
  have cancel : ∀ a b c : R, a + b ≤ a + c → b ≤ c := fun a b c h => by
    have := add_le _ _ h (-a)
    rw [neg_add_cancel_left, neg_add_cancel_left] at this; exact this
  have lt : ∀ a b c : R, a < b → c + a < c + b := fun a b c h =>
    lt_iff_le_not_ge.2 ⟨add_le _ _ (le_of_lt h) c, fun h' => not_le_of_gt h (cancel _ _ _ h')⟩
  have pos : ∀ a b : R, a < b → 0 < b - a := fun a b h => by
    have := lt _ _ (-a) h
    rw [neg_add_cancel, add_comm, ← sub_eq_add_neg] at this; exact this
  have of_pos : ∀ a b : R, 0 < b - a → a < b := fun a b h => by
    have := lt _ _ a h
    rw [add_zero, add_comm, sub_add_cancel] at this; exact this
  exact {
    add_le_add_left := add_le
    le_of_add_le_add_left := cancel
    zero_lt_one := one_pos
    mul_lt_mul_of_pos_left := fun a b c h hc => of_pos _ _ (by
      rw [← mul_sub]; exact mul_pos _ _ hc (pos _ _ h))
    mul_lt_mul_of_pos_right := fun a b c h hc => of_pos _ _ (by
      rw [← sub_mul]; exact mul_pos _ _ (pos _ _ h) hc) }
