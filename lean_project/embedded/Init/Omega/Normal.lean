prelude
import Init.Omega.Constraint

/-! Normal forms of constraints, and balanced remainders. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Lean.Omega

/-- Divide by the greatest common divisor of the coefficients. -/
def normalize? : Constraint × Coeffs → Option (Constraint × Coeffs)
  | (s, x) =>
    let gcd := Coeffs.gcd x
    if gcd = 0 then if s.sat 0 then some (.trivial, x) else some (.impossible, x)
    else if gcd = 1 then none else some (s.div gcd, Coeffs.sdiv x gcd)

def normalize (p : Constraint × Coeffs) : Constraint × Coeffs := (normalize? p).getD p

/-- Make the first coefficient positive. -/
def positivize? : Constraint × Coeffs → Option (Constraint × Coeffs)
  | (s, x) => if 0 ≤ Coeffs.leading x then none else .some (s.neg, Coeffs.smul x (-1))

/-- Both of these. -/
def tidy? : Constraint × Coeffs → Option (Constraint × Coeffs)
  | (s, x) => match positivize? (s, x) with
    | none => match normalize? (s, x) with
      | none => none
      | some (s', x') => some (s', x')
    | some (s', x') => some (normalize (s', x'))

def tidy (p : Constraint × Coeffs) : Constraint × Coeffs := (tidy? p).getD p
abbrev tidyConstraint (s : Constraint) (x : Coeffs) : Constraint := (tidy (s, x)).1
abbrev tidyCoeffs (s : Constraint) (x : Coeffs) : Coeffs := (tidy (s, x)).2

/-- `g` divides every entry. -/
def AllDvd (g : Nat) : IntList → Prop | [] => True | x :: xs => (g : Int) ∣ x ∧ AllDvd g xs

theorem int_dvd_of_nat {g : Nat} {x : Int} (h : g ∣ x.natAbs) : (g : Int) ∣ x := by
  obtain ⟨k, hk⟩ := h
  rcases Int.natAbs_cases x with e | e
  · exact ⟨k, by rw [e, hk]; rfl⟩
  · exact ⟨-k, by rw [e, hk, Int.mul_neg]; rfl⟩

theorem AllDvd.mono {g g' : Nat} (h : g' ∣ g) : ∀ {xs : IntList}, AllDvd g xs → AllDvd g' xs
  | [], _ => True.intro
  | x :: xs, ⟨⟨k, hk⟩, h2⟩ =>
    have ⟨l, hl⟩ := h
    ⟨⟨l * k, by rw [hk, hl, Int.natCast_mul, Int.mul_assoc]⟩, mono h h2⟩

theorem allDvd_gcd : ∀ xs : IntList, AllDvd (IntList.gcd xs) xs
  | [] => True.intro
  | x :: xs => ⟨int_dvd_of_nat (Nat.gcd_dvd_left _ _), AllDvd.mono (Nat.gcd_dvd_right _ _) (allDvd_gcd xs)⟩

theorem dvd_dot (g : Nat) : ∀ (xs ys : IntList), AllDvd g xs → ∃ k, IntList.dot xs ys =
    (g : Int) * k
  | [], _, _ => ⟨0, (Int.mul_zero _).symm⟩
  | _ :: _, [], _ => ⟨0, (Int.mul_zero _).symm⟩
  | x :: xs, y :: ys, ⟨⟨k, hk⟩, h2⟩ => by
    obtain ⟨l, hl⟩ := dvd_dot g xs ys h2
    exact ⟨k * y + l, by show x * y + IntList.dot xs ys = _; rw [hl, hk, Int.mul_add, Int.mul_assoc]⟩

theorem sdiv_dot' (g : Nat) : ∀ (xs ys : IntList), AllDvd g xs → (g : Int) * IntList.dot
    (IntList.sdiv xs g) ys = IntList.dot xs ys
  | [], _, _ => Int.mul_zero _
  | _ :: _, [], _ => Int.mul_zero _
  | x :: xs, y :: ys, ⟨h1, h2⟩ => by
    have e := Int.mul_ediv_add_emod x g
    rw [Int.emod_eq_zero_of_dvd h1, Int.add_zero] at e
    show (g:Int) * (x / g * y + IntList.dot (IntList.sdiv xs g) ys) = x * y + IntList.dot xs ys
    rw [Int.mul_add, ← Int.mul_assoc, e, sdiv_dot' g xs ys h2]

theorem gcd_dvd_dot (xs ys : IntList) : ∃ k, IntList.dot xs ys = (IntList.gcd xs : Int) * k :=
  dvd_dot _ xs ys (allDvd_gcd xs)

theorem sdiv_dot (xs ys : IntList) (h : IntList.gcd xs ≠ 0) : (IntList.gcd xs : Int) * IntList.dot
    (IntList.sdiv xs (IntList.gcd xs)) ys = IntList.dot xs ys :=
  sdiv_dot' _ xs ys (allDvd_gcd xs)

theorem dot_eq_zero_of_gcd (xs ys : IntList) (h : IntList.gcd xs = 0) : IntList.dot xs ys = 0 := by
  obtain ⟨k, hk⟩ := gcd_dvd_dot xs ys
  rw [hk, h]; exact Int.zero_mul k

theorem normalize_sat {s : Constraint} {x v : Coeffs} (w : s.sat' x v = true) :
    (normalize (s, x)).1.sat' (normalize (s, x)).2 v = true := by
  unfold normalize normalize?
  dsimp only
  by_cases h0 : IntList.gcd x = 0
  · rw [if_pos h0]
    have hd := dot_eq_zero_of_gcd x v h0
    unfold Constraint.sat' Coeffs.dot at w; rw [hd] at w
    rw [if_pos w]; rfl
  · rw [if_neg h0]
    by_cases h1 : IntList.gcd x = 1
    · rw [if_pos h1]; exact w
    · rw [if_neg h1]
      show (s.div (IntList.gcd x)).sat (IntList.dot (IntList.sdiv x (IntList.gcd x)) v) = true
      apply Constraint.div_sat _ _ _ h0
      rw [sdiv_dot x v h0]; exact w

theorem positivize_sat {s : Constraint} {x v : Coeffs} (w : s.sat' x v = true) : (s.neg).sat'
    (Coeffs.smul x (-1)) v = true := by
  unfold Constraint.sat' Coeffs.dot Coeffs.smul
  rw [IntList.dot_smul, ← Int.neg_eq_neg_one_mul]; exact Constraint.neg_sat w

theorem tidy_sat {s : Constraint} {x v : Coeffs} (w : s.sat' x v = true) : (tidyConstraint s x).sat'
    (tidyCoeffs s x) v = true := by
  unfold tidyConstraint tidyCoeffs tidy tidy? positivize?
  by_cases h : 0 ≤ Coeffs.leading x
  · have := normalize_sat w
    simp only [if_pos h]
    unfold normalize at this
    cases hn : normalize? (s, x) with
    | none => exact w
    | some p => rw [hn] at this; exact this
  · simp only [if_neg h]
    exact normalize_sat (positivize_sat w)

theorem combo_sat' (s t : Constraint) (a : Int) (x : Coeffs) (b : Int) (y : Coeffs) (v : Coeffs)
    (h₁ : s.sat' x v = true) (h₂ : t.sat' y v = true) : (Constraint.combo a s b t).sat'
    (Coeffs.combo a x b y) v = true := by
  unfold Constraint.sat' Coeffs.dot Coeffs.combo
  rw [IntList.dot_combo]; exact Constraint.combo_sat a h₁ b h₂

abbrev bmod_div_term (m : Nat) (a b : Coeffs) : Int := Coeffs.bmod_dot_sub_dot_bmod m a b / m

/-- The coefficients with balanced remainders, and `m` at the new atom `i`. -/
def bmod_coeffs (m : Nat) (i : Nat) (x : Coeffs) : Coeffs := Coeffs.set (Coeffs.bmod x m) i m

theorem bmod_exists (x : Int) (m : Nat) : ∃ k, Int.bmod x m = x + m * k := by
  unfold Int.bmod
  dsimp only
  split
  · exact ⟨-(x / m), by rw [Int.emod_def, Int.mul_neg]; rfl⟩
  · exact ⟨-(x / m) + -1, by
      rw [Int.emod_def, Int.mul_add, Int.mul_neg, Int.mul_neg, Int.mul_one, ← Int.add_assoc]; rfl⟩

theorem dot_bmod_exists (m : Nat) : ∀ a b : IntList, ∃ k, IntList.dot (IntList.bmod a m) b =
    IntList.dot a b + m * k
  | [], _ => ⟨0, (Int.mul_zero _).symm ▸ rfl⟩
  | _ :: _, [] => ⟨0, (Int.mul_zero _).symm ▸ rfl⟩
  | x :: xs, y :: ys => by
    obtain ⟨k, hk⟩ := dot_bmod_exists m xs ys
    obtain ⟨l, hl⟩ := bmod_exists x m
    refine ⟨l * y + k, ?_⟩
    show Int.bmod x m * y + IntList.dot (IntList.bmod xs m) ys = x * y + IntList.dot xs ys + m * (l * y + k)
    rw [hk, hl]
    simp only [Int.mul_add, Int.add_mul, Int.add_assoc, Int.add_left_comm, Int.mul_assoc]

theorem bmod_length (x : Coeffs) (m : Nat) : (Coeffs.bmod x m).length = x.length := by
  show List.length (List.map _ x) = List.length x
  induction x with
  | nil => rfl
  | cons a as ih => exact congrArg (· + 1) ih

theorem bmod_sat (m : Nat) (r : Int) (i : Nat) (x v : Coeffs) (h : x.length ≤ i)
    (p : Coeffs.get v i = bmod_div_term m x v) (w : (Constraint.exact r).sat' x v = true) :
    (Constraint.exact (Int.bmod r m)).sat' (bmod_coeffs m i x) v = true := by
  have hr : Coeffs.dot x v = r := by
    unfold Constraint.sat' at w; rw [Constraint.sat_iff] at w
    exact Int.le_antisymm (Constraint.satU_some.1 w.2) (Constraint.satL_some.1 w.1)
  have hd : (m:Int) * (Coeffs.bmod_dot_sub_dot_bmod m x v / m) = Coeffs.bmod_dot_sub_dot_bmod m x v := by
    obtain ⟨k, hk⟩ := bmod_exists (IntList.dot x v) m
    obtain ⟨l, hl⟩ := dot_bmod_exists m x v
    have e : Coeffs.bmod_dot_sub_dot_bmod m x v = m * (k - l) := by
      show Int.bmod (IntList.dot x v) m - IntList.dot (IntList.bmod x m) v = _
      rw [hk, hl, Int.mul_sub, Int.sub_eq_add_neg, Int.neg_add]
      rw [show IntList.dot x v + m * k + (-IntList.dot x v + -(m * l)) =
          (IntList.dot x v + -IntList.dot x v) + (m * k + -(m*l)) by simp only [Int.add_assoc, Int.add_left_comm],
        Int.add_right_neg, Int.zero_add]; rfl
    have := Int.emod_add_mul_ediv (Coeffs.bmod_dot_sub_dot_bmod m x v) m
    rw [show Coeffs.bmod_dot_sub_dot_bmod m x v % m = 0 by rw [e]; exact Int.mul_emod_right _ _, Int.zero_add] at this
    exact this
  have hf : IntList.dot (bmod_coeffs m i x) v = Int.bmod r m := by
    show IntList.dot (IntList.set (IntList.bmod x m) i m) v = _
    have hl := bmod_length x m
    unfold Coeffs.length Coeffs.bmod at hl
    rw [IntList.dot_set_of_le _ _ _ _ (by rw [hl]; exact h)]
    unfold Coeffs.get at p
    rw [p, hd]
    show IntList.dot (IntList.bmod x m) v + (Int.bmod (IntList.dot x v) m - IntList.dot (IntList.bmod x m) v) = _
    unfold Coeffs.dot at hr
    rw [hr, Int.add_comm, Int.sub_add_cancel]
  unfold Constraint.sat' Coeffs.dot; rw [hf, Constraint.sat_iff]
  exact ⟨Constraint.satL_some.2 (Int.le_refl _), Constraint.satU_some.2 (Int.le_refl _)⟩

end Lean.Omega
