import Mathlib.OrderedField
import Mathlib.Ring.Reify
/-!
# Comparisons from identities

In an ordered ring `a ≤ b` and `a < b` follow from an identity `K * (b - a) = s` with `K` positive
and `s` of a known sign, and nothing else. The identity is one that `ring` proves.
-/
universe u
namespace Mathlib.Certify
variable {R : Type u} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] {a b K s : R}

theorem le (hK : 0 < K) (hs : 0 ≤ s) (h : K * (b - a) = s) : a ≤ b :=
  not_lt.1 fun h' => by
    have := mul_pos hK (sub_pos.2 h')
    rw [show K * (a - b) = -(K * (b - a)) by ring, h] at this
    have := add_pos_of_pos_of_nonneg this hs
    rw [neg_add_cancel] at this; exact lt_irrefl _ this
theorem lt (hK : 0 < K) (hs : 0 < s) (h : K * (b - a) = s) : a < b :=
  lt_of_le_of_ne (le hK (le_of_lt hs) h) fun e => by
    rw [e, sub_self, mul_zero] at h; rw [← h] at hs; exact lt_irrefl _ hs
theorem le_of_sub (hs : 0 ≤ s) (h : b - a = s) : a ≤ b := sub_nonneg.1 (h ▸ hs)
theorem lt_of_sub (hs : 0 < s) (h : b - a = s) : a < b := sub_pos.1 (h ▸ hs)

end Mathlib.Certify
