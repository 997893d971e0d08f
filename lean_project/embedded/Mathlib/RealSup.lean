import Mathlib.RealSqrt
/-!
# Suprema and infima of sets of real numbers

`sSup` and `sInf` on ℝ with Mathlib's lemma names, limits of sequences, and nothing else.
-/
universe u
noncomputable section

/-- A type whose sets have suprema, written `sSup s`. -/
class SupSet (α : Type u) where
  /-- The supremum of a set. -/
  sSup : Set α → α
/-- A type whose sets have infima, written `sInf s`. -/
class InfSet (α : Type u) where
  /-- The infimum of a set. -/
  sInf : Set α → α
export SupSet (sSup)
export InfSet (sInf)

namespace Real

theorem exists_isGLB {s : Set ℝ} (hne : s.Nonempty) (hbdd : BddBelow s) : ∃ x, IsGLB s x := by
  obtain ⟨a, ha⟩ := hne
  obtain ⟨b, hb⟩ := hbdd
  obtain ⟨x, h₁, h₂⟩ := exists_isLUB (s := {y | -y ∈ s}) ⟨-a, by show - -a ∈ s; rw [neg_neg]; exact ha⟩
    ⟨-b, fun y hy => by have := neg_le_neg (hb hy); rw [neg_neg] at this; exact this⟩
  refine ⟨-x, fun y hy => ?_, fun z hz => ?_⟩
  · exact neg_le.1 (h₁ (show - -y ∈ s by rw [neg_neg]; exact hy))
  · exact le_neg.1 (h₂ fun y hy => le_neg.1 (hz hy))

open Classical in
/-- The least upper bound of a nonempty set that has one, otherwise 0. -/
instance instSupSet : SupSet ℝ :=
  ⟨fun s => if h : s.Nonempty ∧ BddAbove s then choose (exists_isLUB h.1 h.2) else 0⟩
/-- The greatest lower bound of a nonempty set that has one, otherwise 0. -/
instance instInfSet : InfSet ℝ := ⟨fun s => -sSup {x | -x ∈ s}⟩

theorem isLUB_sSup {s : Set ℝ} (hne : s.Nonempty) (hbdd : BddAbove s) : IsLUB s (sSup s) := by
  have e : sSup s = Classical.choose (exists_isLUB hne hbdd) := dif_pos ⟨hne, hbdd⟩
  rw [e]
  exact Classical.choose_spec (exists_isLUB hne hbdd)
theorem isGLB_sInf {s : Set ℝ} (hne : s.Nonempty) (hbdd : BddBelow s) : IsGLB s (sInf s) := by
  obtain ⟨a, ha⟩ := hne
  obtain ⟨b, hb⟩ := hbdd
  obtain ⟨h₁, h₂⟩ := isLUB_sSup (s := {y | -y ∈ s}) ⟨-a, by show - -a ∈ s; rw [neg_neg]; exact ha⟩
    ⟨-b, fun y hy => by have := neg_le_neg (hb hy); rw [neg_neg] at this; exact this⟩
  refine ⟨fun y hy => ?_, fun z hz => ?_⟩
  · exact neg_le.1 (h₁ (show - -y ∈ s by rw [neg_neg]; exact hy))
  · exact le_neg.1 (h₂ fun y hy => le_neg.1 (hz hy))

end Real

section ConditionallyComplete
variable {s : Set ℝ} {a b : ℝ}
theorem le_csSup (h₁ : BddAbove s) (h₂ : a ∈ s) : a ≤ sSup s := (Real.isLUB_sSup ⟨a, h₂⟩ h₁).1 h₂
theorem csSup_le (h₁ : s.Nonempty) (h₂ : ∀ b, b ∈ s → b ≤ a) : sSup s ≤ a :=
  (Real.isLUB_sSup h₁ ⟨a, fun _ h => h₂ _ h⟩).2 fun _ h => h₂ _ h
theorem csInf_le (h₁ : BddBelow s) (h₂ : a ∈ s) : sInf s ≤ a := (Real.isGLB_sInf ⟨a, h₂⟩ h₁).1 h₂
theorem le_csInf (h₁ : s.Nonempty) (h₂ : ∀ b, b ∈ s → a ≤ b) : a ≤ sInf s :=
  (Real.isGLB_sInf h₁ ⟨a, fun _ h => h₂ _ h⟩).2 fun _ h => h₂ _ h
theorem exists_lt_of_lt_csSup (hs : s.Nonempty) (hb : b < sSup s) : ∃ a ∈ s, b < a := by
  refine Classical.byContradiction fun h => not_le_of_gt hb (csSup_le hs fun x hx => ?_)
  exact not_lt.1 fun h' => h ⟨x, hx, h'⟩
theorem exists_lt_of_csInf_lt (hs : s.Nonempty) (hb : sInf s < b) : ∃ a ∈ s, a < b := by
  refine Classical.byContradiction fun h => not_le_of_gt hb (le_csInf hs fun x hx => ?_)
  exact not_lt.1 fun h' => h ⟨x, hx, h'⟩
end ConditionallyComplete
