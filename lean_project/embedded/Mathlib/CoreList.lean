import Mathlib.CoreGap
/-!
# Lists

Names for list lemmas of `Init` that this layer cites, and nothing else.
-/

namespace List

theorem mem_range'' {m s n : Nat} : m ∈ range' s n ↔ s ≤ m ∧ m < s + n := mem_range'_1

theorem range'_succ_perm {s n : Nat} : range' s (n + 1) = range' s n ++ [s + n] := range'_concat

end List
