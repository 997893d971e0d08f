import Mathlib.Fintype
/-!
# Printing

Terms of this layer print in the notation in which they are written, and nothing else.
-/
open Lean.PrettyPrinter (Unexpander)

/-- Print `{x | p x}`. -/
@[app_unexpander setOf] def unexpandSetOf : Unexpander
  | `($_ fun $x:ident => $p) => `({ $x:ident | $p })
  | `($_ fun ($x:ident : $t) => $p) => `({ $x:ident : $t | $p })
  | _ => throw ()

/-- Print `{a}`. -/
@[app_unexpander singleton] def unexpandSingleton : Unexpander
  | `($_ $a) => `({ $a:term })
  | _ => throw ()

/-- Print `{a, b, c}`: `s` is already printed as `{b, c}`. -/
@[app_unexpander insert] def unexpandInsert : Unexpander
  | `($_ $a $s) =>
    match s.raw with
    | .node i k parts =>
      match parts.toList with
      | [.atom i' "{", .node _ k' elements, r] =>
        let all := a.raw :: .atom .none "," :: elements.toList
        pure (.node i k [.atom i' "{", .node .none k' all.toArray, r].toArray)
      | _ => throw ()
    | _ => throw ()
  | _ => throw ()

/-- Print `∑ x ∈ s, f x` and `∑ x, f x`. -/
@[app_unexpander Finset.sum] def unexpandSum : Unexpander
  | `($_ Finset.univ fun $x:ident => $f) => `(∑ $x:ident, $f)
  | `($_ $s fun $x:ident => $f) => `(∑ $x:ident ∈ $s, $f)
  | _ => throw ()

/-- Print `∏ x ∈ s, f x` and `∏ x, f x`. -/
@[app_unexpander Finset.prod] def unexpandProd : Unexpander
  | `($_ Finset.univ fun $x:ident => $f) => `(∏ $x:ident, $f)
  | `($_ $s fun $x:ident => $f) => `(∏ $x:ident ∈ $s, $f)
  | _ => throw ()

/-- Print `∃! x, p x`. -/
@[app_unexpander ExistsUnique] def unexpandExistsUnique : Unexpander
  | `($_ fun $x:ident => $p) => `(∃! $x:ident, $p)
  | `($_ fun ($x:ident : $t) => $p) => `(∃! $x:ident : $t, $p)
  | _ => throw ()

/-- Print `|a|`. -/
@[app_unexpander abs] def unexpandAbs : Unexpander
  | `($_ $a) => `(|$a|)
  | _ => throw ()
