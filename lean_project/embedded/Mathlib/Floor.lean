import Mathlib.RealSqrt
/-!
# Rounding

`⌊x⌋`, `⌈x⌉`, `Int.fract`, `⌊x⌋₊` and `⌈x⌉₊` on ℚ and ℝ, with the lemmas that a proof calls by name, and
nothing else.
-/
universe u

set_option linter.unusedSectionVars false

/-- An ordered ring in which every element can be rounded down and up to an integer. -/
class FloorRing (α : Type u) [Ring α] [LinearOrder α] where
  floor : α → ℤ
  ceil : α → ℤ
  gc_coe_floor : ∀ (z : ℤ) (a : α), (z : α) ≤ a ↔ z ≤ floor a
  gc_ceil_coe : ∀ (a : α) (z : ℤ), ceil a ≤ z ↔ a ≤ (z : α)

section Defs
variable {α : Type u} [Ring α] [LinearOrder α] [FloorRing α]
/-- The greatest integer that is at most `a`; written `⌊a⌋`. -/
def Int.floor : α → ℤ := FloorRing.floor
/-- The least integer that is at least `a`; written `⌈a⌉`. -/
def Int.ceil : α → ℤ := FloorRing.ceil
/-- `a - ⌊a⌋`. -/
def Int.fract (a : α) : α := a - (Int.floor a : α)
/-- The greatest natural number that is at most `a`, 0 for negative `a`; written `⌊a⌋₊`. -/
def Nat.floor (a : α) : ℕ := (Int.floor a).toNat
/-- The least natural number that is at least `a`; written `⌈a⌉₊`. -/
def Nat.ceil (a : α) : ℕ := (Int.ceil a).toNat
end Defs

@[inherit_doc] notation "⌊" a "⌋" => Int.floor a
@[inherit_doc] notation "⌈" a "⌉" => Int.ceil a
@[inherit_doc] notation "⌊" a "⌋₊" => Nat.floor a
@[inherit_doc] notation "⌈" a "⌉₊" => Nat.ceil a

namespace Int
section Ring
variable {α : Type u} [Ring α] [LinearOrder α] [FloorRing α] {z : ℤ} {a b : α}

theorem le_floor : z ≤ ⌊a⌋ ↔ (z : α) ≤ a := (FloorRing.gc_coe_floor z a).symm
theorem floor_lt : ⌊a⌋ < z ↔ a < z := by rw [← not_le, le_floor, _root_.not_le]
theorem floor_le (a : α) : (⌊a⌋ : α) ≤ a := le_floor.1 (Int.le_refl _)
theorem floor_le_floor (h : a ≤ b) : ⌊a⌋ ≤ ⌊b⌋ := le_floor.2 (_root_.le_trans (floor_le a) h)
theorem floor_mono : Monotone (Int.floor : α → ℤ) := fun _ _ h => floor_le_floor h
theorem ceil_le : ⌈a⌉ ≤ z ↔ a ≤ z := FloorRing.gc_ceil_coe a z
theorem lt_ceil : z < ⌈a⌉ ↔ (z : α) < a := by rw [← not_le, ceil_le, _root_.not_le]
theorem le_ceil (a : α) : a ≤ ⌈a⌉ := ceil_le.1 (Int.le_refl _)
theorem ceil_le_ceil (h : a ≤ b) : ⌈a⌉ ≤ ⌈b⌉ := ceil_le.2 (_root_.le_trans h (le_ceil b))
theorem ceil_mono : Monotone (Int.ceil : α → ℤ) := fun _ _ h => ceil_le_ceil h

@[simp] theorem lt_floor_add_one (a : α) : a < ⌊a⌋ + 1 := by
  have := floor_lt.1 (show ⌊a⌋ < ⌊a⌋ + 1 by omega)
  rw [cast_add, cast_one] at this; exact this
theorem lt_succ_floor (a : α) : a < (⌊a⌋ + 1 : ℤ) := floor_lt.1 (by omega)
theorem floor_le_iff : ⌊a⌋ ≤ z ↔ a < z + 1 := by
  rw [← lt_add_one_iff, floor_lt, cast_add, cast_one]
theorem lt_floor_iff : z < ⌊a⌋ ↔ z + 1 ≤ a := by
  rw [← add_one_le_iff, le_floor, cast_add, cast_one]
theorem floor_eq_iff : ⌊a⌋ = z ↔ (z : α) ≤ a ∧ a < z + 1 := by
  rw [le_antisymm_iff, le_floor, floor_le_iff, and_comm]
theorem floor_nonneg : 0 ≤ ⌊a⌋ ↔ 0 ≤ a := by rw [le_floor, cast_zero]
@[simp] theorem floor_intCast (z : ℤ) [IsStrictOrderedRing α] : ⌊(z : α)⌋ = z :=
  floor_eq_iff.2 ⟨_root_.le_refl _, by
    have := add_lt_add_left (zero_lt_one (R := α)) (z : α)
    rw [add_zero] at this; exact this⟩
@[simp] theorem floor_natCast (n : ℕ) [IsStrictOrderedRing α] : ⌊(n : α)⌋ = n := by
  rw [← cast_natCast, floor_intCast]
@[simp] theorem floor_zero [IsStrictOrderedRing α] : ⌊(0 : α)⌋ = 0 := by
  rw [← cast_zero, floor_intCast]
@[simp] theorem floor_one [IsStrictOrderedRing α] : ⌊(1 : α)⌋ = 1 := by
  rw [← cast_one, floor_intCast]
@[simp] theorem floor_ofNat (n : ℕ) [Nat.AtLeastTwo n] [IsStrictOrderedRing α] :
    ⌊(no_index (OfNat.ofNat n) : α)⌋ = OfNat.ofNat n := floor_natCast n

theorem ceil_lt_iff : ⌈a⌉ < z ↔ a ≤ z - 1 := by
  rw [← le_sub_one_iff, ceil_le, cast_sub, cast_one]
theorem le_ceil_iff : z ≤ ⌈a⌉ ↔ z - 1 < a := by
  rw [show z ≤ ⌈a⌉ ↔ z - 1 < ⌈a⌉ by omega, lt_ceil, cast_sub, cast_one]
theorem ceil_eq_iff : ⌈a⌉ = z ↔ (z : α) - 1 < a ∧ a ≤ z := by
  rw [le_antisymm_iff, ceil_le, le_ceil_iff, and_comm]
theorem ceil_lt_add_one (a : α) [IsStrictOrderedRing α] : (⌈a⌉ : α) < a + 1 := by
  have := le_ceil_iff.1 (Int.le_refl ⌈a⌉)
  rw [sub_lt_iff_lt_add] at this; exact this
@[simp] theorem ceil_intCast (z : ℤ) [IsStrictOrderedRing α] : ⌈(z : α)⌉ = z :=
  ceil_eq_iff.2 ⟨by
    rw [sub_lt_iff_lt_add]
    have := add_lt_add_left (zero_lt_one (R := α)) (z : α)
    rw [add_zero] at this; exact this, _root_.le_refl _⟩
@[simp] theorem ceil_natCast (n : ℕ) [IsStrictOrderedRing α] : ⌈(n : α)⌉ = n := by
  rw [← cast_natCast, ceil_intCast]
@[simp] theorem ceil_zero [IsStrictOrderedRing α] : ⌈(0 : α)⌉ = 0 := by rw [← cast_zero, ceil_intCast]
@[simp] theorem ceil_one [IsStrictOrderedRing α] : ⌈(1 : α)⌉ = 1 := by rw [← cast_one, ceil_intCast]
@[simp] theorem ceil_ofNat (n : ℕ) [Nat.AtLeastTwo n] [IsStrictOrderedRing α] :
    ⌈(no_index (OfNat.ofNat n) : α)⌉ = OfNat.ofNat n := ceil_natCast n

variable [IsStrictOrderedRing α]
@[simp] theorem floor_add_intCast (a : α) (z : ℤ) : ⌊a + z⌋ = ⌊a⌋ + z := by
  refine floor_eq_iff.2 ⟨?_, ?_⟩
  · rw [cast_add]; exact add_le_add_right (floor_le a) _
  · rw [cast_add, add_right_comm]; exact add_lt_add_right (lt_floor_add_one a) _
@[simp] theorem floor_add_one (a : α) : ⌊a + 1⌋ = ⌊a⌋ + 1 := by
  rw [← floor_add_intCast a 1, cast_one]
@[simp] theorem floor_add_natCast (a : α) (n : ℕ) : ⌊a + n⌋ = ⌊a⌋ + n := by
  rw [← cast_natCast n, floor_add_intCast]
@[simp] theorem floor_sub_intCast (a : α) (z : ℤ) : ⌊a - z⌋ = ⌊a⌋ - z := by
  rw [_root_.sub_eq_add_neg, ← cast_neg, floor_add_intCast, ← Int.sub_eq_add_neg]
theorem sub_one_lt_floor (a : α) : a - 1 < ⌊a⌋ := sub_lt_iff_lt_add.2 (lt_floor_add_one a)
theorem floor_neg : ⌊-a⌋ = -⌈a⌉ :=
  floor_eq_iff.2 ⟨by rw [cast_neg]; exact _root_.neg_le_neg (le_ceil a), by
    rw [cast_neg, ← neg_lt_neg_iff, _root_.neg_neg, _root_.neg_add, _root_.neg_neg,
      ← _root_.sub_eq_add_neg, sub_lt_iff_lt_add]
    exact ceil_lt_add_one a⟩
theorem ceil_neg : ⌈-a⌉ = -⌊a⌋ := by
  rw [← Int.neg_neg ⌈-a⌉, ← floor_neg, _root_.neg_neg]
theorem floor_le_ceil (a : α) : ⌊a⌋ ≤ ⌈a⌉ :=
  cast_le.1 (_root_.le_trans (floor_le a) (le_ceil a))

@[simp] theorem fract_nonneg (a : α) : 0 ≤ fract a := _root_.sub_nonneg.2 (floor_le a)
theorem fract_lt_one (a : α) : fract a < 1 := by
  unfold fract; rw [sub_lt_iff_lt_add, _root_.add_comm]; exact lt_floor_add_one a
@[simp] theorem self_sub_floor (a : α) : a - ⌊a⌋ = fract a := rfl
@[simp] theorem floor_add_fract (a : α) : (⌊a⌋ : α) + fract a = a := by
  unfold fract; rw [_root_.add_comm, _root_.sub_add_cancel]
@[simp] theorem fract_add_floor (a : α) : fract a + ⌊a⌋ = a := _root_.sub_add_cancel a _
@[simp] theorem self_sub_fract (a : α) : a - fract a = ⌊a⌋ := by
  conv => lhs; lhs; rw [← floor_add_fract a]
  exact add_sub_cancel_right _ _
theorem fract_eq_iff {b : α} : fract a = b ↔ 0 ≤ b ∧ b < 1 ∧ ∃ z : ℤ, a - b = z := by
  constructor
  · rintro rfl
    exact ⟨fract_nonneg a, fract_lt_one a, ⌊a⌋, self_sub_fract a⟩
  · rintro ⟨h₀, h₁, z, e⟩
    have e' : a = z + b := by rw [← e, _root_.sub_add_cancel]
    have hz : ⌊a⌋ = z := floor_eq_iff.2 ⟨by
      have := add_le_add_left h₀ (z : α)
      rw [add_zero] at this; rw [e']; exact this, e' ▸ add_lt_add_left h₁ _⟩
    unfold fract
    rw [hz, e', add_sub_cancel_left]
@[simp] theorem fract_intCast (z : ℤ) : fract (z : α) = 0 := by
  unfold fract; rw [floor_intCast, _root_.sub_self]
end Ring
end Int

namespace Nat
section Ring
variable {α : Type u} [Ring α] [LinearOrder α] [FloorRing α] [IsStrictOrderedRing α] {n : ℕ} {a : α}
theorem _root_.Int.floor_toNat (a : α) : ⌊a⌋.toNat = ⌊a⌋₊ := rfl
theorem _root_.Int.natCast_floor_eq_floor (ha : 0 ≤ a) : (⌊a⌋₊ : ℤ) = ⌊a⌋ :=
  Int.toNat_of_nonneg (Int.floor_nonneg.2 ha)
theorem le_floor_iff (ha : 0 ≤ a) : n ≤ ⌊a⌋₊ ↔ (n : α) ≤ a := by
  rw [← Int.cast_natCast, ← Int.le_floor]
  have := Int.floor_nonneg.2 ha
  show n ≤ (Int.floor a).toNat ↔ _
  omega
theorem le_floor (h : (n : α) ≤ a) : n ≤ ⌊a⌋₊ :=
  (le_floor_iff (_root_.le_trans (Nat.cast_nonneg n) h)).2 h
theorem floor_lt (ha : 0 ≤ a) : ⌊a⌋₊ < n ↔ a < n := by
  rw [← Nat.not_le, le_floor_iff ha, _root_.not_le]
theorem floor_le (ha : 0 ≤ a) : (⌊a⌋₊ : α) ≤ a := (le_floor_iff ha).1 (Nat.le_refl _)
theorem lt_floor_add_one (a : α) : a < ⌊a⌋₊ + 1 := by
  rcases lt_or_ge a 0 with h | h
  · exact _root_.lt_of_lt_of_le h (_root_.le_of_lt (Nat.cast_add_one_pos _))
  · have := (floor_lt h).1 (Nat.lt_succ_self ⌊a⌋₊)
    rw [Nat.cast_succ] at this; exact this
theorem floor_eq_iff (ha : 0 ≤ a) : ⌊a⌋₊ = n ↔ (n : α) ≤ a ∧ a < n + 1 := by
  rw [le_antisymm_iff, le_floor_iff ha, ← Nat.lt_succ_iff, floor_lt ha, Nat.cast_succ, and_comm]
theorem floor_of_nonpos (ha : a ≤ 0) : ⌊a⌋₊ = 0 := by
  have := Int.floor_le_floor ha
  rw [Int.floor_zero] at this
  show (Int.floor a).toNat = 0
  omega
@[simp] theorem floor_natCast (n : ℕ) : ⌊(n : α)⌋₊ = n := by
  show (Int.floor (n : α)).toNat = n
  rw [Int.floor_natCast]; rfl
theorem ceil_le : ⌈a⌉₊ ≤ n ↔ a ≤ n := by
  rw [← Int.cast_natCast, ← Int.ceil_le]
  show (Int.ceil a).toNat ≤ n ↔ _
  omega
theorem lt_ceil : n < ⌈a⌉₊ ↔ (n : α) < a := by rw [← Nat.not_le, ceil_le, _root_.not_le]
theorem le_ceil (a : α) : a ≤ ⌈a⌉₊ := ceil_le.1 (Nat.le_refl _)
end Ring
end Nat

namespace Rat
/-- The greatest integer that is at most `q`. -/
protected def floor (q : ℚ) : ℤ := q.num / q.den

private theorem intCast_le {z : ℤ} {q : ℚ} : (z : ℚ) ≤ q ↔ z ≤ q.floor := by
  show z * (q.den : ℤ) ≤ q.num * 1 ↔ z ≤ q.num / (q.den : ℤ)
  rw [Int.mul_one]
  exact (Int.le_ediv_iff_mul_le (Int.ofNat_lt.2 q.den_pos)).symm

instance instFloorRing : FloorRing ℚ where
  floor := Rat.floor
  ceil q := -(-q).floor
  gc_coe_floor _ _ := intCast_le
  gc_ceil_coe q z := by
    rw [← _root_.neg_le_neg_iff (a := (z : ℚ)), ← Int.cast_neg, intCast_le]; omega
end Rat

namespace Real
private theorem exists_floor (x : ℝ) : ∃ z : ℤ, (z : ℝ) ≤ x ∧ x < z + 1 := by
  obtain ⟨m, hm⟩ := exists_nat_gt (-x)
  have step : ∀ n : ℕ, x < n - m → ∃ z : ℤ, (z : ℝ) ≤ x ∧ x < z + 1 := fun n => by
    induction n with
    | zero =>
      intro h
      rw [Nat.cast_zero, zero_sub] at h
      exact absurd (neg_lt_neg h) (not_lt_of_ge (by rw [neg_neg]; exact hm.le))
    | succ n ih =>
      intro h
      rcases lt_or_ge x (n - m) with h' | h'
      · exact ih h'
      · refine ⟨(n : ℤ) - m, ?_, ?_⟩
        · rw [Int.cast_sub, Int.cast_natCast, Int.cast_natCast]; exact h'
        · rw [Int.cast_sub, Int.cast_natCast, Int.cast_natCast]
          rw [Nat.cast_add_one] at h
          rw [show (n : ℝ) - m + 1 = n + 1 - m by rw [sub_eq_add_neg, sub_eq_add_neg, add_right_comm]]
          exact h
  obtain ⟨n, hn⟩ := exists_nat_gt (x + m)
  exact step n (lt_sub_iff_add_lt.2 hn)

/-- The greatest integer that is at most `x`. -/
private noncomputable def floor (x : ℝ) : ℤ := Classical.choose (exists_floor x)
private theorem intCast_le {z : ℤ} {x : ℝ} : (z : ℝ) ≤ x ↔ z ≤ floor x := by
  obtain ⟨h₁, h₂⟩ := Classical.choose_spec (exists_floor x)
  show _ ↔ z ≤ Classical.choose (exists_floor x)
  generalize Classical.choose (exists_floor x) = f at *
  constructor
  · intro h
    have := lt_of_le_of_lt h h₂
    rw [← Int.cast_one, ← Int.cast_add, Int.cast_lt] at this
    omega
  · intro h
    exact le_trans (Int.cast_le.2 h) h₁

noncomputable instance instFloorRing : FloorRing ℝ where
  floor := floor
  ceil x := -floor (-x)
  gc_coe_floor _ _ := intCast_le
  gc_ceil_coe x z := by
    rw [← neg_le_neg_iff (a := (z : ℝ)), ← Int.cast_neg, intCast_le]; omega
end Real
