import Mathlib.Ring.Reify
import Mathlib.OrderedField
/-!
# Signs of reflected constants

What `checkNeg` decides holds in every linearly ordered ring, and nothing else.
-/
universe u

namespace Mathlib.Tactic.Ring
variable {α : Type u} [CommRing α] [LinearOrder α] [IsStrictOrderedRing α] {field : Bool}
  [Inverses α field]

private theorem neg_of_mul {x d : α} (hd : 0 < d) (h : x * d < 0) : x < 0 := by
  rw [← zero_mul d] at h; exact lt_of_mul_lt_mul_right h (le_of_lt hd)

theorem checkNeg_ok (ρ : List α) (eq : Bool) (r : RExpr) (h : checkNeg field eq r = true) :
    value ρ r < 0 ∨ eq = true ∧ value ρ r = 0 := by
  unfold checkNeg at h
  rw [Bool.and_eq_true] at h
  have hm := nf_means (Inverses.ok (α := α) (field := field)) ρ r h.1
  have h' := h.2
  clear h
  revert hm h'
  generalize nf r = f
  intro hm h'
  obtain ⟨p, d⟩ := f
  have hd : (0 : α) < (d : α) := Nat.cast_pos.2 hm.pos
  have he : value ρ r * (d : α) = pval _ p := hm.eq
  split at h'
  · next e =>
    cases e
    exact .inr ⟨h', (mul_eq_zero.1 he).resolve_right (ne_of_gt hd)⟩
  · next c _ e =>
    cases e
    rw [pval_const, Int.cast_negSucc] at he
    exact .inl (neg_of_mul hd (by
      rw [he]; exact neg_lt_zero.2 (Nat.cast_pos.2 (Nat.succ_pos c))))
  · cases h'

theorem neg_of_check {e : α} (l : List α) (r : RExpr) [Reify e [] l r]
    (h : checkNeg field false r = true) (hv : value l r = e) : e < 0 := by
  rw [← hv]
  exact (checkNeg_ok l false r h).resolve_right fun h => nomatch h.1

theorem nonpos_of_check {e : α} (l : List α) (r : RExpr) [Reify e [] l r]
    (h : checkNeg field true r = true) (hv : value l r = e) : e ≤ 0 := by
  rw [← hv]
  exact (checkNeg_ok l true r h).elim le_of_lt fun h => le_of_eq h.2

end Mathlib.Tactic.Ring
