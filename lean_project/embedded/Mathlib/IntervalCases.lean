import Mathlib.Order
/-!
# Case splits over an interval

`interval_cases x` for natural numbers and integers, as a macro: binary search finds the best bounds
that `omega` proves from the context, and nothing else.
-/
namespace Mathlib.IntervalCases

/-- `x` is one of the `n` numbers from `lo` on. -/
def NatCases (x : ℕ) : ℕ → ℕ → Prop
  | _, 0 => False
  | lo, n + 1 => x = lo ∨ NatCases x (lo + 1) n
/-- `x` is one of the `n` integers from `lo` on. -/
def IntCases (x : ℤ) : ℤ → ℕ → Prop
  | _, 0 => False
  | lo, n + 1 => x = lo ∨ IntCases x (lo + 1) n

theorem nat_cases {x : ℕ} : ∀ {lo hi : ℕ}, lo ≤ x → x < hi → NatCases x lo (hi - lo) := by
  have key : ∀ n lo, lo ≤ x → x < lo + n → NatCases x lo n := fun n => by
    induction n with
    | zero => intro lo h1 h2; omega
    | succ n ih =>
      intro lo h1 h2
      rcases Nat.eq_or_lt_of_le h1 with e | e
      · exact .inl e.symm
      · exact .inr (ih (lo + 1) e (by omega))
  exact @fun lo hi h1 h2 => key _ _ h1 (by omega)
theorem int_cases {x : ℤ} : ∀ {lo hi : ℤ}, lo ≤ x → x < hi → IntCases x lo (hi - lo).toNat := by
  have key : ∀ (n : ℕ) lo, lo ≤ x → x < lo + n → IntCases x lo n := fun n => by
    induction n with
    | zero => intro lo h1 h2; omega
    | succ n ih =>
      intro lo h1 h2
      rcases Int.lt_or_eq_of_le h1 with e | e
      · exact .inr (ih (lo + 1) e (by omega))
      · exact .inl e.symm
  exact @fun lo hi h1 h2 => key _ _ h1 (by omega)

open Lean in
/-- A numeral as syntax. -/
def numeral (n : ℕ) : TSyntax `num := ⟨.node .none `num #[.atom .none (Nat.repr n)]⟩
open Lean in
/-- The integer `n - reach` as syntax. -/
def shifted (reach n : ℕ) : MacroM Term :=
  if n < reach then `((-$(numeral (reach - n)))) else `($(numeral (n - reach)))
open Lean in
/-- The natural number that a numeral stands for. -/
def decode : Syntax → ℕ
  | .node _ _ args => match args.toList with
    | [.atom _ text] => text.toList.foldl (fun n c => 10 * n + (c.toNat - 48)) 0
    | _ => 0
  | _ => 0
/-- Bounds are looked for between minus this and this. -/
def reach : ℕ := 2048
end Mathlib.IntervalCases

open Lean Mathlib.IntervalCases in
/-- `interval_low h x a b`: the best `h : lo ≤ x` that `omega` proves, with `a ≤ lo < b`; both are
shifted by `reach`. -/
syntax "interval_low " ident term:max num num : tactic
/-- The same for the best `h : x < hi`, with `a < hi ≤ b`. -/
syntax "interval_high " ident term:max num num : tactic
open Lean Mathlib.IntervalCases in
macro_rules
  | `(tactic| interval_low $h:ident $x $a $b) => do
    let (low, high) := (decode a, decode b)
    if high ≤ low + 1 then
      if low = 0 then `(tactic| fail "interval_cases: `omega` finds no lower bound above -2048")
      else `(tactic| have $h:ident : $(← shifted reach low) ≤ $x := by omega)
    else
      let middle := (low + high) / 2
      `(tactic| first
        | (have $h:ident : $(← shifted reach middle) ≤ $x := by omega
           clear $h
           interval_low $h $x $(numeral middle) $b)
        | interval_low $h $x $a $(numeral middle))
  | `(tactic| interval_high $h:ident $x $a $b) => do
    let (low, high) := (decode a, decode b)
    if high ≤ low + 1 then
      if 2 * reach ≤ high then `(tactic| fail "interval_cases: `omega` finds no upper bound below 2048")
      else `(tactic| have $h:ident : $x < $(← shifted reach high) := by omega)
    else
      let middle := (low + high) / 2
      `(tactic| first
        | (have $h:ident : $x < $(← shifted reach middle) := by omega
           clear $h
           interval_high $h $x $a $(numeral middle))
        | interval_high $h $x $(numeral middle) $b)

/-- `interval_split cases x`: `cases` says which values `omega` leaves to `x`. -/
syntax "interval_split " ident term:max : tactic
macro_rules
  | `(tactic| interval_split $cases $x) => `(tactic| (
      interval_low low $x 0 4096
      interval_high high $x 0 4096
      first
        | have $cases:ident := Mathlib.IntervalCases.nat_cases low high
        | have $cases:ident := Mathlib.IntervalCases.int_cases low high
      clear low high
      simp only [Mathlib.IntervalCases.NatCases, Mathlib.IntervalCases.IntCases, Nat.reduceAdd, Nat.reduceSub,
        Int.reduceAdd, Int.reduceSub, Int.reduceToNat, Int.reduceNeg, or_false] at $cases:ident))

/-- `interval_cases x`: one goal for each value that the context leaves to the variable `x`, which is
replaced by it. `interval_cases h : e`: the same for any term, with `h : e = value`. -/
syntax "interval_cases " (atomic(ident " : "))? term : tactic
macro_rules
  | `(tactic| interval_cases $x:term) => `(tactic| (
      interval_split cases $x
      repeat' first | subst cases | (obtain cases | cases := cases)))
  | `(tactic| interval_cases $h:ident : $x:term) => `(tactic| (
      interval_split cases ($x)
      repeat' first | (obtain $h:ident | cases := cases) | (have $h:ident := cases; clear cases)))
