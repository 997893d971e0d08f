import Mathlib.Ring.Reify
import Mathlib.RatCast
/-!
# Decimals in `ring`

Decimal literals of a field of characteristic zero are numbers to `ring`, and nothing else.
-/
universe u

namespace Mathlib.Tactic.Ring

instance Inverses.ofDecimalField {α : Type u} [Field α] [CharZero α] : Inverses α true :=
  .ofDecimals (fun m e => OfScientific.ofScientific m true e) fun m e => by
    rw [Mathlib.NormNum.decimal, Nat.cast_pow, Nat.cast_ofNat]
    exact div_mul_cancel₀ _ (pow_ne_zero e (OfNat.ofNat_ne_zero 10))

end Mathlib.Tactic.Ring
