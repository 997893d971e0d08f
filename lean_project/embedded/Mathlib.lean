import Mathlib.Logic
import Mathlib.Notation
import Mathlib.Algebra
import Mathlib.Divisibility
import Mathlib.Cast
import Mathlib.Order
import Mathlib.Domain
import Mathlib.Field
import Mathlib.OrderedRing
import Mathlib.OrderedField
import Mathlib.Abs
import Mathlib.Ring.Poly
import Mathlib.Ring.Expr
import Mathlib.Ring.Reify
import Mathlib.Ring.Sign
import Mathlib.Ring.Combination
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
import Mathlib.SumOrder
import Mathlib.ZMod
import Mathlib.Fermat
import Mathlib.Congruence
import Mathlib.PrimeFactors
import Mathlib.Counting
import Mathlib.PNat
import Mathlib.Rat
import Mathlib.RatOrder
import Mathlib.RatCast
import Mathlib.Ring.Decimal
import Mathlib.NormNum
import Mathlib.Real
import Mathlib.RealComplete
import Mathlib.RealSqrt
import Mathlib.RealSup
import Mathlib.Log
import Mathlib.Floor
import Mathlib.Complex
import Mathlib.Cis
import Mathlib.Trig
import Mathlib.PiBounds
import Mathlib.Rpow
import Mathlib.Limits
import Mathlib.NNReal
import Mathlib.Equiv
import Mathlib.Tactic
import Mathlib.Positivity
import Mathlib.FieldSimp
import Mathlib.IntervalCases
import Mathlib.Delab
/-!
# The embedded Mathlib

The part of Mathlib's vocabulary that competition problems are stated in, with real
definitions under Mathlib's names. `import Mathlib` followed by the usual header works unchanged.
-/
