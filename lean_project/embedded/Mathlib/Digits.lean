import Mathlib.Notation
import Mathlib.Algebra
/-!
# Digits

`Nat.digits`, `Nat.ofDigits`, `Nat.sqrt`, `Nat.log` and `Nat.clog`, by computable definitions with
Mathlib's values, and nothing else.
-/
universe u
namespace Nat

/-- The digits of `n` in base `b`, the last one first, for `b ≥ 2`; `fuel` bounds their number. -/
def digitsAux (b : ℕ) : ℕ → ℕ → List ℕ
  | 0, _ => []
  | fuel + 1, n => if n = 0 then [] else n % b :: digitsAux b fuel (n / b)

/-- `digits b n`: the digits of `n` in base `b`, the last one first. Base 0 gives `[n]` (`[]` for
`n = 0`), base 1 gives `n` ones. -/
def digits : ℕ → ℕ → List ℕ
  | 0, n => if n = 0 then [] else [n]
  | 1, n => (List.range' 0 n).map fun _ => 1
  | b + 2, n => digitsAux (b + 2) n n

/-- The number with the given digits, the last one first, in base `b`. -/
def ofDigits {α : Type u} [Semiring α] (b : α) : List ℕ → α
  | [] => 0
  | h :: t => (h : α) + b * ofDigits b t

@[simp] theorem digits_zero (b : ℕ) : digits b 0 = [] :=
  match b with
  | 0 | 1 | _ + 2 => rfl

private theorem digitsAux_fuel (b : ℕ) (hb : 2 ≤ b) : ∀ f₁ f₂ n, n ≤ f₁ → n ≤ f₂ →
    digitsAux b f₁ n = digitsAux b f₂ n
  | 0, 0, _, _, _ => rfl
  | 0, f₂ + 1, n, h, _ => by
    rw [digitsAux, digitsAux, if_pos (by omega)]
  | f₁ + 1, 0, n, _, h => by
    rw [digitsAux, digitsAux, if_pos (by omega)]
  | f₁ + 1, f₂ + 1, n, h₁, h₂ => by
    rw [digitsAux, digitsAux]
    by_cases h : n = 0
    · rw [if_pos h, if_pos h]
    · have : n / b < n := by
        have h1 := Nat.div_add_mod n b
        have h2 : 2 * (n / b) ≤ b * (n / b) := Nat.mul_le_mul_right _ hb
        omega
      rw [if_neg h, if_neg h, digitsAux_fuel b hb f₁ f₂ (n / b) (by omega) (by omega)]

theorem digits_def' {b n : ℕ} (hb : 1 < b) (hn : 0 < n) :
    digits b n = n % b :: digits b (n / b) := by
  match b, hb with
  | b + 2, _ =>
    match n, hn with
    | n + 1, _ =>
      show digitsAux (b + 2) (n + 1) (n + 1) = _ :: digitsAux (b + 2) _ _
      rw [digitsAux, if_neg (Nat.succ_ne_zero n)]
      have : (n + 1) / (b + 2) ≤ n := by
        have h1 := Nat.div_add_mod (n + 1) (b + 2)
        have h2 : 2 * ((n + 1) / (b + 2)) ≤ (b + 2) * ((n + 1) / (b + 2)) :=
          Nat.mul_le_mul_right _ (by omega)
        omega
      rw [digitsAux_fuel (b + 2) (by omega) n ((n + 1) / (b + 2)) _ this (Nat.le_refl _)]

@[simp] theorem digits_of_two_le_of_pos {b n : ℕ} (hb : 2 ≤ b) (hn : 0 < n) :
    digits b n = n % b :: digits b (n / b) := digits_def' hb hn

@[simp] theorem ofDigits_nil {α : Type u} [Semiring α] (b : α) : ofDigits b [] = 0 := rfl
@[simp] theorem ofDigits_cons {α : Type u} [Semiring α] (b : α) (d : ℕ) (L : List ℕ) :
    ofDigits b (d :: L) = d + b * ofDigits b L := rfl

theorem ofDigits_digits (b n : ℕ) : ofDigits b (digits b n) = n := by
  match b with
  | 0 =>
    show ofDigits 0 (if n = 0 then [] else [n]) = n
    split
    · subst n; rfl
    · show n + 0 * 0 = n; omega
  | 1 =>
    show ofDigits 1 ((List.range' 0 n).map fun _ => 1) = n
    have : ∀ s n, ofDigits 1 ((List.range' s n).map fun _ => 1) = n := fun s n => by
      induction n generalizing s with
      | zero => rfl
      | succ n ih =>
        show 1 + 1 * ofDigits 1 ((List.range' (s + 1) n).map fun _ => 1) = n + 1
        rw [ih]; omega
    exact this 0 n
  | b + 2 =>
    show ofDigits (b + 2) (digitsAux (b + 2) n n) = n
    have : ∀ f n, n ≤ f → ofDigits (b + 2) (digitsAux (b + 2) f n) = n := fun f => by
      induction f with
      | zero => intro n h; rw [digitsAux]; exact (Nat.eq_zero_of_le_zero h).symm
      | succ f ih =>
        intro n h
        rw [digitsAux]
        split
        · subst n; rfl
        · have h1 := Nat.div_add_mod n (b + 2)
          have h2 : 2 * (n / (b + 2)) ≤ (b + 2) * (n / (b + 2)) := Nat.mul_le_mul_right _ (by omega)
          show n % (b + 2) + (b + 2) * ofDigits (b + 2) (digitsAux (b + 2) f (n / (b + 2))) = n
          rw [ih _ (by omega)]; omega
    exact this n n (Nat.le_refl n)

/-- `sqrt n` from `sqrt (n / 4)`; `fuel` bounds the number of steps. -/
def sqrtAux : ℕ → ℕ → ℕ
  | 0, _ => 0
  | fuel + 1, n =>
    if n = 0 then 0
    else if (2 * sqrtAux fuel (n / 4) + 1) * (2 * sqrtAux fuel (n / 4) + 1) ≤ n
      then 2 * sqrtAux fuel (n / 4) + 1
      else 2 * sqrtAux fuel (n / 4)

/-- The largest natural number whose square is at most `n`. -/
@[pp_nodot] def sqrt (n : ℕ) : ℕ := sqrtAux n n

private theorem sqrtAux_spec : ∀ fuel n, n ≤ fuel →
    sqrtAux fuel n * sqrtAux fuel n ≤ n ∧ n < (sqrtAux fuel n + 1) * (sqrtAux fuel n + 1)
  | 0, n, h => by rw [sqrtAux]; omega
  | fuel + 1, n, h => by
    rw [sqrtAux]
    split
    · omega
    · have ih := sqrtAux_spec fuel (n / 4) (by omega)
      generalize sqrtAux fuel (n / 4) = s at ih
      have e1 : (2 * s) * (2 * s) = 4 * (s * s) := by
        rw [Nat.mul_assoc, Nat.mul_left_comm s, ← Nat.mul_assoc]
      have e2 : (s + 1) * (s + 1) = s * s + 2 * s + 1 := by
        rw [Nat.mul_add_one, Nat.add_one_mul]; omega
      have e3 : (2 * s + 1) * (2 * s + 1) = 4 * (s * s) + 4 * s + 1 := by
        rw [Nat.mul_add_one, Nat.add_one_mul, e1]; omega
      have e4 : (2 * s + 1 + 1) * (2 * s + 1 + 1) = 4 * (s * s) + 8 * s + 4 := by
        rw [Nat.mul_add_one, Nat.add_one_mul, e3]; omega
      split
      · exact ⟨‹_›, by omega⟩
      · rw [e3] at *; omega

theorem sqrt_le (n : ℕ) : sqrt n * sqrt n ≤ n := (sqrtAux_spec n n (Nat.le_refl n)).1
theorem sqrt_lt_self' (n : ℕ) : n < (sqrt n + 1) * (sqrt n + 1) :=
  (sqrtAux_spec n n (Nat.le_refl n)).2
theorem lt_succ_sqrt (n : ℕ) : n < succ (sqrt n) * succ (sqrt n) := sqrt_lt_self' n
theorem le_sqrt {m n : ℕ} : m ≤ sqrt n ↔ m * m ≤ n := by
  constructor
  · intro h; exact Nat.le_trans (Nat.mul_le_mul h h) (sqrt_le n)
  · intro h
    refine Nat.le_of_not_lt fun hlt => ?_
    have := Nat.mul_le_mul hlt hlt
    have := lt_succ_sqrt n
    omega
theorem sqrt_lt {m n : ℕ} : sqrt m < n ↔ m < n * n := by
  have := le_sqrt (m := n) (n := m)
  omega
theorem sqrt_eq (n : ℕ) : sqrt (n * n) = n := by
  have h1 := le_sqrt (m := n) (n := n * n)
  have h2 := le_sqrt (m := n + 1) (n := n * n)
  rw [Nat.mul_add_one, Nat.add_one_mul] at h2
  omega
theorem sqrt_eq' (n : ℕ) : sqrt (n ^ 2) = n := by rw [Nat.pow_succ, Nat.pow_one, sqrt_eq]

/-- `log` with a bound on the number of steps. -/
def logAux (b : ℕ) : ℕ → ℕ → ℕ
  | 0, _ => 0
  | fuel + 1, n => if n < b then 0 else logAux b fuel (n / b) + 1

/-- The largest `k` with `b ^ k ≤ n`; 0 if `b ≤ 1` or `n = 0`. -/
@[pp_nodot] def log (b n : ℕ) : ℕ := if b ≤ 1 then 0 else logAux b n n

/-- The least `k` with `n ≤ b ^ k`; 0 if `b ≤ 1` or `n ≤ 1`. -/
@[pp_nodot] def clog (b n : ℕ) : ℕ := if b ≤ 1 ∨ n ≤ 1 then 0 else log b (n - 1) + 1

end Nat
