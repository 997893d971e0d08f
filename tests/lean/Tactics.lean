/-!
# The built-in tactics, one honest use of each

Every example must elaborate without an error or a `sorry` in the embedded library.
-/

/-! ## Introduction, application, assumption -/

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by constructor <;> assumption
example (p q : Prop) : p → q → p := by intro hp _; exact hp
example (p q : Prop) : p → q → q := by intros; assumption
example (p q r : Prop) (h : p → q) (h' : q → r) (hp : p) : r := by apply h'; apply h; exact hp
example (p q : Prop) (h : p → q) (hp : p) : q := by refine h ?_; exact hp
example : ∃ n : Nat, n * n = 9 := by exists 3
example : ∃ n : Nat, n * n = 9 := by refine ⟨3, ?_⟩; rfl
example (p q : Prop) (hq : q) : p ∨ q := by right; exact hq
example (p q : Prop) (hp : p) : p ∨ q := by left; exact hp
example : True := by trivial
example (p : Prop) (h : False) : p := by exfalso; exact h
example (p : Prop) (hp : p) (hn : ¬p) : 1 = 2 := by contradiction
example (a : Nat) (h : a + 1 = 0) : False := by contradiction
example : (fun x : Nat => x + 0) = id := by funext x; rfl
example (p q : Nat × Nat) (h₁ : p.1 = q.1) (h₂ : p.2 = q.2) : p = q := by ext <;> assumption
example (f : Nat → Nat) (h : ∀ n, f n = n) : f 3 + f 4 = 7 := by
  have h₃ := h 3
  specialize h 4
  rw [h₃, h]
example (a b : Nat) (h : a = b) : b = a := by symm; exact h
example (a b : Nat) (h : a = b) : b = a := by exact h.symm
example (a b c : Nat) (h : a = b) (h' : b = c) : a = c := by
  calc
    a = b := h
    _ = c := h'
example (p : Prop) (h : ¬¬p) : p := by
  by_cases hp : p
  · exact hp
  · exact absurd hp h
example (p : Prop) (h : ¬¬p) : p := Classical.byContradiction h
example (a b : Nat) (h : a < b) : ¬b ≤ a := by intro hle; exact absurd h (Nat.not_lt.2 hle)
example (p q : Prop) (h : p ∧ q) : q := by have ⟨_, hq⟩ := h; exact hq
example (p q : Prop) (h : p ∧ q) : q := by suffices h' : q ∧ p from h'.1; exact ⟨h.2, h.1⟩
example (a : Nat) : a = a := by show a = a; rfl
example (a : Nat) : a + 0 = a := by change a = a; rfl
example (a b : Nat) (h : a = b) : a + 1 = b + 1 := by subst h; rfl
example (a b : Nat) (h : a = b) : a + 1 = b + 1 := by congr
example (a b : Nat) (h : a.succ = b.succ) : a = b := by injection h
example (a b c d : Nat) (h : (a, b) = (c, d)) : a = c := by injection h
example (a : Nat) (h : a * a = 4) : ∃ b, b = 4 := by
  generalize a * a = b at h
  exact ⟨b, h⟩
example (a : Nat) : ∃ b, b = a := by
  let b := a
  exact ⟨b, rfl⟩
example (a b : Nat) : a + b = b + a := by
  revert a b
  intro a b
  exact Nat.add_comm a b
example (p q : Prop) : p → q → p ∧ q := by
  intros
  rename_i hp hq
  exact ⟨hp, hq⟩
example (p q : Prop) (hp : p) (_hq : q) : p := by clear _hq; exact hp
example (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  refine ⟨?a, ?b, ?c⟩
  case b => exact hq
  case a => exact hp
  case c => exact hr
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  and_intros
  all_goals first | exact hp | exact hq
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  next => exact hp
  · exact hq
example (h : (1 : Nat) = 2) : False := by nomatch h
example (a : Nat) (h : a < 0) : False := absurd h (Nat.not_lt_zero a)
example : ∀ _ : Fin 0, False := nofun

/-! ## Cases and induction -/

example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl hp => exact .inr hp
  | inr hq => exact .inl hq
example (p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r) := by
  rcases h with ⟨hp, hq | hr⟩
  · exact .inl ⟨hp, hq⟩
  · exact .inr ⟨hp, hr⟩
example (P : Nat → Prop) (h : ∃ n, P n ∧ n = 3) : P 3 := by
  obtain ⟨n, hn, rfl⟩ := h
  exact hn
example (p q : Prop) : p ∧ q → q ∧ p := by
  rintro ⟨hp, hq⟩
  exact ⟨hq, hp⟩
example (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.add_assoc, ih]
example (n : Nat) (h : n ≠ 0) : ∃ m, n = m + 1 := by
  cases n with
  | zero => exact absurd rfl h
  | succ m => exact ⟨m, rfl⟩
example (l : List Nat) : l ++ [] = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [List.cons_append, ih]
example (b : Bool) : (b && b) = b := by cases b <;> rfl
example (o : Option Nat) (h : o.isSome = true) : ∃ a, o = some a := by
  match o, h with
  | some a, _ => exact ⟨a, rfl⟩
example (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by
  rcases h : n % 2 with _ | _ | k
  · exact .inl rfl
  · exact .inr rfl
  · omega
example (x : Nat) : (if x < 3 then 1 else 2) ≤ 2 := by split <;> decide
example (x : Nat) : (match x with | 0 => 1 | n + 1 => n + 2) = x + 1 := by split <;> rfl

def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

example : fib 10 = 55 := by decide
example : fib 10 = 55 := by simp [fib]
example (n : Nat) : 0 < fib (n + 1) := by
  induction n using Nat.strongRecOn with
  | ind n ih =>
    match n with
    | 0 => decide
    | 1 => decide
    | n + 2 =>
      have := ih n (by omega)
      unfold fib
      omega
example (n : Nat) : fib n ≤ fib (n + 1) + fib n := by fun_induction fib n <;> omega

def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by m n => (m, n)

example : ack 1 1 = 3 := by simp [ack]

def digits (n : Nat) : Nat := if _h : n < 10 then 1 else digits (n / 10) + 1
decreasing_by omega

example : digits 7 = 1 := by unfold digits; rfl

/-! ## Rewriting and simplification -/

example (a b c : Nat) (h : a = b) (h' : b = c) : a + 1 = c + 1 := by rw [h, h']
example (a b c : Nat) (h : a = b) : c = a → c = b := by intro h'; rw [h] at h'; exact h'
example (a b : Nat) (h : a = b) : b = a := by rwa [eq_comm] at h
example (a b c : Nat) : a * b * c = a * (b * c) := by rw [Nat.mul_assoc]
example (a b c : Nat) (h : b = c) : a + b = a + c := by
  conv => lhs; rw [h]
example (f : Nat → Nat) (h : ∀ x, f x = x) : (fun x => f x + 1) = fun x => x + 1 := by
  conv => lhs; ext x; rw [h]
example (a b : Nat) : a + b + 0 = b + a := by simp [Nat.add_comm]
example (p q : Prop) (hp : p) : p ∨ q := by simp [hp]
example (x : Nat) (h : x ∈ [1, 2, 3]) : x ≤ 3 := by simp at h; omega
example (a b : Nat) (h : a = b) (h' : b = 3) : a = 3 := by simp_all
example (f : Nat → Nat) (a : Nat) (h : f a = a) : f (f a) = a := by simp only [h]
example (a b : Nat) (h : a = 0) : a * b = 0 := by simp [*]
example (a : Nat) (h : a + 0 = 3) : a = 3 := by simpa using h
example (a : Nat) : (fun x : Nat => x + a) 2 = 2 + a := by dsimp only
example (a b : Nat) (h : a ≤ b) : ¬b < a := by simp; exact h
example : 2 ^ 10 = 1024 := by simp
example (x y : Nat) (h : x + 3 = y + 3) : x = y := by simpa using h
example (a b c d : Nat) : a + b + (c + d) = d + c + (b + a) := by ac_rfl
example (a b c : Nat) (h : a + b + c = 5) : c + b + a = 5 := by ac_nf at *
example (l₁ l₂ : List Nat) : (l₁ ++ l₂).length = l₂.length + l₁.length := by simp [Nat.add_comm]
example (l : List Nat) (h : 3 ∈ l.map (· + 1)) : 2 ∈ l := by simp at h; exact h

/-! ## Decision procedures -/

example : 10 % 3 = 1 := by decide
example : ∀ x : Fin 5, x.val < 5 := by decide
example : ∃ x, x < 10 ∧ x * x = 49 := by decide
example : 2 ^ 64 % 7 = 2 := by decide +kernel
example : ∀ x, x < 50 → (x * x) % 4 ≠ 3 := by decide +kernel
example (a b : Nat) (h : a < b) (h' : b < a + 2) : b = a + 1 := by omega
example (a b : Int) (h : 2 * a + 3 * b = 7) (h' : a - b = 1) : a = 2 := by omega
example (a : Nat) (h : a % 6 = 5) : a % 3 = 2 := by omega
example (a b : Int) (h : a < b) : min a b = a := by omega
example (x : Fin 7) : x.val < 10 := by omega
example (a b c : Nat) (h : a ≠ b) (h' : a ≤ b) (h'' : b ≤ a) : c = 3 := by omega
example (a b : Fin 5) (h : a.val + b.val < 5) : (a + b).val = a.val + b.val := by omega
example (a b : Fin 5) (h : ¬a = b) : a < b ∨ b < a := by omega
example (x : Nat) : x <<< 3 = 8 * x := by omega
example (x : Nat) : x >>> 1 ≤ x := by omega

/-! ## Casts -/

example (a b : Nat) : ((a + b : Nat) : Int) = a + b := by push_cast; rfl
example (a b : Nat) (h : (a : Int) ≤ b) : a ≤ b := by exact_mod_cast h
example (a b : Nat) (h : (a : Int) + 1 ≤ b * 2) : a + 1 ≤ b * 2 := by norm_cast at h
example (a b : Nat) (h : a = b ^ 2) : (a : Int) = (b : Int) ^ 2 := by subst h; push_cast; rfl
example (a : Int) (h : 0 ≤ a) : ∃ n : Nat, a = n := Int.eq_ofNat_of_zero_le h

/-! ## Search -/

example (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by exact Nat.le_succ_of_le h
example (p q r : Prop) (h : p → q) (h' : q → r) (hp : p) : r := by solve_by_elim
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by grind
example (f : Nat → Nat) (a b : Nat) (h : a = b) : f a = f b := by grind
example (α : Type) (f : α → α) (a : α) (h : f (f (f a)) = a) (h' : f (f (f (f (f a)))) = a) : f a = a := by grind

/-! ## grind: connectives, congruence, case splits, instances of lemmas -/

example (p q : Prop) : p ∨ q ↔ q ∨ p := by grind
example (p q r : Prop) : (p → q) → (q → r) → p → r := by grind
example (p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r) := by grind
example (b : Bool) (h : b = true → False) : b = false := by grind
example (a b : Bool) (h : (a && b) = true) : a = true := by grind
example (f : Nat → Nat) (h : ∀ x, f (f x) = x) (a b : Nat) (e : f a = f b) : a = b := by grind
example (α : Type) (P : α → Prop) (h : ∀ x, P x) : ¬∃ x, ¬P x := by grind
example (x : Nat) (h : x = 3) : (if x = 3 then 1 else 2) = 1 := by grind
example (x : Option Nat) (h : x ≠ none) : ∃ y, x = some y := by cases x <;> grind

/-! ## Combinators -/

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  refine ⟨?_, ?_⟩
  any_goals assumption
example (a : Nat) : a = a := by first | omega | rfl
example (a b : Nat) (h : a = b) : b = a := by
  try rfl
  exact h.symm
example (p q r s : Prop) (hp : p) (hq : q) (hr : r) (hs : s) : (p ∧ q) ∧ r ∧ s := by
  repeat' constructor
  all_goals assumption
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  rotate_left
  · exact hq
  · exact hp
example (a b c : Nat) (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := by
  iterate 1 apply Nat.le_trans h₁
  exact h₂
example (a : Nat) : a ≤ a + 1 := by
  have key : ∀ n : Nat, n ≤ n + 1 := by
    intro n
    omega
  exact key a

/-! ## Deriving -/

structure Point where
  x : Nat
  y : Nat
deriving DecidableEq, Repr, BEq, Inhabited, Hashable

inductive Shape
  | dot
  | circle (radius : Nat)
deriving DecidableEq, Repr, BEq, Inhabited, Hashable, Ord

inductive Tree
  | leaf
  | node (left right : Tree)
deriving DecidableEq, Repr

@[ext] structure Pair where
  x : Nat
  y : Nat

example (a b : Pair) (h : a.x = b.x) (h' : a.y = b.y) : a = b := by ext <;> assumption
example : ({ x := 1, y := 2 } : Point) ≠ { x := 2, y := 1 } := by decide

example : "ab" ++ "c" = "abc" := by decide
example : "ab" ++ "c" ≠ "cab" := by decide
