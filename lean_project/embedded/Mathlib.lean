import Mathlib.Logic
import Mathlib.Notation
import Mathlib.Algebra
import Mathlib.Divisibility
import Mathlib.Cast
import Mathlib.Order
import Mathlib.OrderedRing
import Mathlib.Parity
import Mathlib.Factorial
import Mathlib.ModEq
import Mathlib.Prime
import Mathlib.Set
import Mathlib.Multiset
import Mathlib.Finset
import Mathlib.BigOperators
import Mathlib.Interval
import Mathlib.Fintype
import Mathlib.Divisors
import Mathlib.Digits
import Mathlib.NumberTheory
import Mathlib.GeomSum
import Mathlib.ZMod
import Mathlib.Fermat
import Mathlib.Congruence
import Mathlib.PrimeFactors
import Mathlib.Counting
import Mathlib.PNat
import Mathlib.Tactic
import Mathlib.IntervalCases
import Mathlib.Delab
/-!
# The embedded Mathlib

The part of Mathlib's vocabulary that competition problems over ℕ and ℤ are stated in, with real
definitions under Mathlib's names. `import Mathlib` followed by the usual header works unchanged.
-/
