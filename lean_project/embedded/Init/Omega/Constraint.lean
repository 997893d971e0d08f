prelude
import Init.Omega.LinearCombo

/-! Bounds on a linear combination, and the operations on them. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Lean.Omega

/-- An interval; `none` is an absent bound. -/
structure Constraint where
  lowerBound : Option Int
  upperBound : Option Int

namespace Constraint
def satL (o : Option Int) (t : Int) : Bool := match o with | none => true | some l => decide (l ≤ t)
def satU (o : Option Int) (t : Int) : Bool := match o with | none => true | some u => decide (t ≤ u)

/-- `t` lies in the interval. -/
def sat (c : Constraint) (t : Int) : Bool := satL c.lowerBound t && satU c.upperBound t
theorem satL_some {l t : Int} : satL (some l) t = true ↔ l ≤ t := by simp [satL]
theorem satU_some {l t : Int} : satU (some l) t = true ↔ t ≤ l := by simp [satU]

theorem sat_iff {c : Constraint} {t : Int} : c.sat t = true ↔ satL c.lowerBound t = true ∧
    satU c.upperBound t = true := by
  simp [sat]

def map (c : Constraint) (f : Int → Int) : Constraint := ⟨c.lowerBound.map f, c.upperBound.map f⟩
def translate (c : Constraint) (t : Int) : Constraint := c.map (· + t)
def flip (c : Constraint) : Constraint := ⟨c.upperBound, c.lowerBound⟩
def neg (c : Constraint) : Constraint := c.flip.map (fun x => -x)
def trivial : Constraint := ⟨none, none⟩
def impossible : Constraint := ⟨some 1, some 0⟩
def exact (r : Int) : Constraint := ⟨some r, some r⟩
def isImpossible : Constraint → Bool | ⟨some x, some y⟩ => decide (y < x) | _ => false
def isExact : Constraint → Bool | ⟨some x, some y⟩ => decide (x = y) | _ => false

/-- The interval of `k * t`. -/
def scale (k : Int) (c : Constraint) : Constraint :=
  if k = 0 then ⟨some 0, some 0⟩ else if 0 < k then c.map (k * ·) else c.flip.map (k * ·)

def addO : Option Int → Option Int → Option Int | some a, some b => some (a + b) | _, _ => none

def add (x y : Constraint) : Constraint :=
  ⟨addO x.lowerBound y.lowerBound, addO x.upperBound y.upperBound⟩

/-- The interval of `a * s + b * t`. -/
def combo (a : Int) (x : Constraint) (b : Int) (y : Constraint) : Constraint :=
  add (scale a x) (scale b y)

/-- The intersection. -/
def combine (x y : Constraint) : Constraint :=
  ⟨Option.merge max x.lowerBound y.lowerBound, Option.merge min x.upperBound y.upperBound⟩

/-- The interval of `t` when `k * t` lies in the given one. -/
def div (c : Constraint) (k : Nat) : Constraint :=
  ⟨c.lowerBound.map (fun x => -((-x) / k)), c.upperBound.map (fun y => y / k)⟩

abbrev sat' (c : Constraint) (x y : Coeffs) : Bool := c.sat (Coeffs.dot x y)

theorem neg_le_iff {a b : Int} : -a ≤ -b ↔ b ≤ a :=
  ⟨fun h => by have := Int.neg_le_neg h; rw [Int.neg_neg, Int.neg_neg] at this; exact this, Int.neg_le_neg⟩

theorem neg_sat {c : Constraint} {t : Int} (h : c.sat t = true) : c.neg.sat (-t) = true := by
  obtain ⟨l, u⟩ := c
  rw [sat_iff] at *
  cases l <;> cases u <;> simp_all [neg, flip, map, Option.map, satL, satU, neg_le_iff]

theorem scale_sat {c : Constraint} {t : Int} (k : Int) (h : c.sat t = true) : (scale k c).sat
    (k * t) = true := by
  unfold scale
  by_cases hk : k = 0
  · rw [if_pos hk, hk, Int.zero_mul]; rfl
  · rw [if_neg hk]
    obtain ⟨l, u⟩ := c
    by_cases hp : 0 < k
    · rw [if_pos hp, sat_iff]; rw [sat_iff] at h
      have hp' := Int.le_of_lt hp
      cases l <;> cases u <;> simp_all [map, Option.map, satL, satU, Int.mul_le_mul_of_nonneg_left]
    · rw [if_neg hp, sat_iff]; rw [sat_iff] at h
      have hn : 0 ≤ -k := by have := Int.neg_le_neg (Int.not_lt.1 hp); exact this
      have key : ∀ a b : Int, a ≤ b → k * b ≤ k * a := fun a b hab => by
        have := Int.mul_le_mul_of_nonneg_left hab hn
        rw [Int.neg_mul, Int.neg_mul] at this; exact neg_le_iff.1 this
      cases l <;> cases u <;> simp_all [flip, map, Option.map, satL, satU]

theorem add_sat {c₁ c₂ : Constraint} {x₁ x₂ : Int} (h₁ : c₁.sat x₁ = true) (h₂ : c₂.sat x₂ = true) :
    (add c₁ c₂).sat (x₁ + x₂) = true := by
  obtain ⟨l, u⟩ := c₁; obtain ⟨l', u'⟩ := c₂
  rw [sat_iff] at *
  cases l <;> cases u <;> cases l' <;> cases u' <;> simp_all [add, addO, satL, satU, Int.add_le_add]

theorem combo_sat (a : Int) {c₁ : Constraint} {x₁ : Int} (h₁ : c₁.sat x₁ = true) (b : Int)
    {c₂ : Constraint} {x₂ : Int} (h₂ : c₂.sat x₂ = true) : (combo a c₁ b c₂).sat (a * x₁ + b * x₂) =
    true :=
  add_sat (scale_sat a h₁) (scale_sat b h₂)

theorem max_le {a b c : Int} (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c := by
  rw [Int.max_def]
  split <;> assumption

theorem le_min {a b c : Int} (h₁ : c ≤ a) (h₂ : c ≤ b) : c ≤ min a b := by
  rw [Int.min_def]
  split <;> assumption

theorem combine_sat' (s t : Constraint) (x y : Coeffs) (ps : s.sat' x y = true)
    (pt : t.sat' x y = true) : (s.combine t).sat' x y = true := by
  obtain ⟨l, u⟩ := s; obtain ⟨l', u'⟩ := t
  unfold sat' at *
  rw [sat_iff] at *
  cases l <;> cases u <;> cases l' <;> cases u' <;> simp_all [combine, Option.merge, satL, satU, max_le, le_min]

theorem not_sat'_of_isImpossible {c : Constraint} (h : c.isImpossible = true) {x y : Coeffs}
    (p : c.sat' x y = true) : False := by
  obtain ⟨l, u⟩ := c
  unfold sat' at p
  rw [sat_iff] at p
  cases l with
  | none => cases h
  | some l => cases u with
    | none => cases h
    | some u =>
      have h1 : u < l := of_decide_eq_true h
      rw [satL_some, satU_some] at p
      exact Int.lt_irrefl _ (Int.lt_of_lt_of_le h1 (Int.le_trans p.1 p.2))

theorem div_sat (c : Constraint) (t : Int) (k : Nat) (hk : k ≠ 0) (h : c.sat (k * t) = true) :
    (c.div k).sat t = true := by
  have hk' : (0:Int) < k := Int.natCast_lt.2 (Nat.pos_of_ne_zero hk)
  have key : ∀ u : Int, k * t ≤ u → t ≤ u / k := fun u hu => Int.not_lt.1 fun hlt => by
    have h1 := Int.mul_le_mul_of_nonneg_left (Int.add_one_le_of_lt hlt) (Int.le_of_lt hk')
    rw [Int.mul_add, Int.mul_one] at h1
    exact Int.lt_irrefl _ (Int.lt_of_lt_of_le (Int.lt_mul_ediv_self_add hk') (Int.le_trans h1 hu))
  have key2 : ∀ l : Int, l ≤ k * t → -((-l) / k) ≤ t := fun l hl => by
    have h1 : (k:Int) * -t ≤ -l := by rw [Int.mul_neg]; exact Int.neg_le_neg hl
    have h2 : -t ≤ (-l)/k := Int.not_lt.1 fun hlt => by
      have h1' := Int.mul_le_mul_of_nonneg_left (Int.add_one_le_of_lt hlt) (Int.le_of_lt hk')
      rw [Int.mul_add, Int.mul_one] at h1'
      exact Int.lt_irrefl _ (Int.lt_of_lt_of_le (Int.lt_mul_ediv_self_add hk') (Int.le_trans h1' h1))
    have := Int.neg_le_neg h2; rw [Int.neg_neg] at this; exact this
  obtain ⟨l, u⟩ := c
  rw [sat_iff] at *
  cases l <;> cases u <;> simp_all [div, Option.map, satL, satU]

theorem addInequality_sat {c : Int} {x y : Coeffs} (h : c + Coeffs.dot x y ≥ 0) :
    (Constraint.mk (some (-c)) none).sat' x y = true := by
  unfold sat'; rw [sat_iff]; refine ⟨satL_some.2 ?_, rfl⟩
  have := Int.add_le_add_left h (-c)
  rw [← Int.add_assoc, Int.add_left_neg, Int.zero_add, Int.add_zero] at this
  exact this

theorem addEquality_sat {c : Int} {x y : Coeffs} (h : c + Coeffs.dot x y = 0) :
    (Constraint.exact (-c)).sat' x y = true := by
  unfold sat'; rw [sat_iff]
  have : Coeffs.dot x y = -c := by
    have := congrArg (-c + ·) h
    simp only [← Int.add_assoc, Int.add_left_neg, Int.zero_add, Int.add_zero] at this
    exact this
  rw [this]; exact ⟨satL_some.2 (Int.le_refl _), satU_some.2 (Int.le_refl _)⟩
end Constraint

end Lean.Omega
