import Mathlib.Finset
/-!
# Finite sums and products

`Finset.sum`, `Finset.prod`, their notations `∑ x ∈ s, f x` and `∏ x ∈ s, f x`, and the lemmas that a
proof calls by name, and nothing else.
-/
universe u v w

namespace Finset
variable {ι : Type u} {M : Type v}

/-- The sum of `f x` over the elements `x` of `s`, written `∑ x ∈ s, f x`. -/
protected def sum [AddCommMonoid M] (s : Finset ι) (f : ι → M) : M := (s.1.map f).sum
/-- The product of `f x` over the elements `x` of `s`, written `∏ x ∈ s, f x`. -/
protected def prod [CommMonoid M] (s : Finset ι) (f : ι → M) : M := (s.1.map f).prod

end Finset

/-- `∑ x ∈ s, f x`, and `∑ x ∈ s with p x, f x` for a sum over the elements with `p`. -/
syntax (name := bigsum) "∑ " ident " ∈ " term (" with " term)? ", " term:67 : term
@[inherit_doc bigsum] syntax (name := bigsumIn) "∑ " ident " in " term (" with " term)? ", " term:67 : term
/-- `∏ x ∈ s, f x`, and `∏ x ∈ s with p x, f x` for a product over the elements with `p`. -/
syntax (name := bigprod) "∏ " ident " ∈ " term (" with " term)? ", " term:67 : term
@[inherit_doc bigprod] syntax (name := bigprodIn) "∏ " ident " in " term (" with " term)? ", " term:67 : term

macro_rules
  | `(∑ $x:ident ∈ $s, $f) => `(Finset.sum $s (fun $x:ident => $f))
  | `(∏ $x:ident ∈ $s, $f) => `(Finset.prod $s (fun $x:ident => $f))
  | `(∑ $x:ident in $s, $f) => `(Finset.sum $s (fun $x:ident => $f))
  | `(∏ $x:ident in $s, $f) => `(Finset.prod $s (fun $x:ident => $f))
  | `(∑ $x:ident ∈ $s with $p, $f) =>
    `(Finset.sum (Finset.filter (fun $x:ident => $p) $s) (fun $x:ident => $f))
  | `(∏ $x:ident ∈ $s with $p, $f) =>
    `(Finset.prod (Finset.filter (fun $x:ident => $p) $s) (fun $x:ident => $f))
  | `(∑ $x:ident in $s with $p, $f) =>
    `(Finset.sum (Finset.filter (fun $x:ident => $p) $s) (fun $x:ident => $f))
  | `(∏ $x:ident in $s with $p, $f) =>
    `(Finset.prod (Finset.filter (fun $x:ident => $p) $s) (fun $x:ident => $f))

namespace Finset
variable {ι : Type u} {M : Type v}

section Sum
variable [AddCommMonoid M] {s t : Finset ι} {f g : ι → M}

@[simp] theorem sum_empty : ∑ x ∈ (∅ : Finset ι), f x = 0 := rfl
@[simp] theorem sum_singleton (f : ι → M) (a : ι) : ∑ x ∈ ({a} : Finset ι), f x = f a :=
  add_zero (f a)
@[simp] theorem sum_cons {a : ι} (h : ¬a ∈ s) : ∑ x ∈ cons a s h, f x = f a + ∑ x ∈ s, f x := by
  obtain ⟨⟨l⟩, n⟩ := s; rfl
@[simp] theorem sum_insert [DecidableEq ι] {a : ι} (h : ¬a ∈ s) :
    ∑ x ∈ insert a s, f x = f a + ∑ x ∈ s, f x := by rw [insert_eq_cons h, sum_cons]
theorem sum_congr {s₁ s₂ : Finset ι} (h : s₁ = s₂) :
    (∀ x, x ∈ s₂ → f x = g x) → s₁.sum f = s₂.sum g := by
  subst h
  induction s₁ using Finset.cons_induction with
  | empty => intro _; rfl
  | cons a s ha ih =>
    intro h
    rw [sum_cons, sum_cons, h a (mem_cons.2 (.inl rfl)), ih fun x hx => h x (mem_cons.2 (.inr hx))]
theorem sum_add_distrib : ∑ x ∈ s, (f x + g x) = ∑ x ∈ s, f x + ∑ x ∈ s, g x := by
  induction s using Finset.cons_induction with
  | empty => exact (add_zero (0 : M)).symm
  | cons a s ha ih => rw [sum_cons, sum_cons, sum_cons, ih, add_add_add_comm]
@[simp] theorem sum_const_zero : ∑ _x ∈ s, (0 : M) = 0 := by
  induction s using Finset.cons_induction with
  | empty => rfl
  | cons a s ha ih => rw [sum_cons, ih, add_zero]
theorem sum_eq_zero (h : ∀ x, x ∈ s → f x = 0) : ∑ x ∈ s, f x = 0 :=
  (sum_congr rfl h).trans sum_const_zero
theorem sum_filter (p : ι → Prop) [DecidablePred p] (f : ι → M) :
    ∑ a ∈ s.filter p, f a = ∑ a ∈ s, if p a then f a else 0 := by
  obtain ⟨⟨l⟩, n⟩ := s
  show List.foldr (· + ·) 0 ((l.filter _).map f) = List.foldr (· + ·) 0 (l.map _)
  clear n
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [List.filter_cons, List.map_cons, List.foldr_cons, ← ih]
    by_cases h : p a
    · rw [if_pos (decide_eq_true h), if_pos h]; rfl
    · rw [if_neg (by simp [h]), if_neg h, zero_add]
theorem sum_union [DecidableEq ι] (h : ∀ x, x ∈ s → ¬x ∈ t) :
    ∑ x ∈ s ∪ t, f x = ∑ x ∈ s, f x + ∑ x ∈ t, f x := by
  induction s using Finset.cons_induction with
  | empty =>
    rw [sum_empty, zero_add]
    exact sum_congr (ext fun x => by rw [mem_union]; simp) fun _ _ => rfl
  | cons a s ha ih =>
    have h1 : ¬a ∈ s ∪ t := by
      rw [mem_union, not_or]; exact ⟨ha, h a (mem_cons.2 (.inl rfl))⟩
    have h2 : cons a s ha ∪ t = cons a (s ∪ t) h1 :=
      ext fun x => by rw [mem_union, mem_cons, mem_cons, mem_union, _root_.or_assoc]
    rw [h2, sum_cons, sum_cons, ih fun x hx => h x (mem_cons.2 (.inr hx)), add_assoc]

@[simp] theorem sum_range_zero (f : ℕ → M) : ∑ k ∈ range 0, f k = 0 := rfl
theorem sum_range_succ_comm (f : ℕ → M) (n : ℕ) :
    ∑ x ∈ range (n + 1), f x = f n + ∑ x ∈ range n, f x := by
  rw [range_succ, sum_insert notMem_range_self]
theorem sum_range_succ (f : ℕ → M) (n : ℕ) :
    ∑ x ∈ range (n + 1), f x = ∑ x ∈ range n, f x + f n := by
  rw [sum_range_succ_comm, add_comm]
@[simp] theorem sum_range_one (f : ℕ → M) : ∑ k ∈ range 1, f k = f 0 := add_zero (f 0)
theorem sum_range_succ' (f : ℕ → M) (n : ℕ) :
    ∑ k ∈ range (n + 1), f k = ∑ k ∈ range n, f (k + 1) + f 0 := by
  induction n with
  | zero => rw [sum_range_one, sum_range_zero, zero_add]
  | succ n ih => rw [sum_range_succ, ih, sum_range_succ, add_right_comm]
end Sum

section Prod
variable [CommMonoid M] {s t : Finset ι} {f g : ι → M}

@[simp] theorem prod_empty : ∏ x ∈ (∅ : Finset ι), f x = 1 := rfl
@[simp] theorem prod_singleton (f : ι → M) (a : ι) : ∏ x ∈ ({a} : Finset ι), f x = f a :=
  mul_one (f a)
@[simp] theorem prod_cons {a : ι} (h : ¬a ∈ s) : ∏ x ∈ cons a s h, f x = f a * ∏ x ∈ s, f x := by
  obtain ⟨⟨l⟩, n⟩ := s; rfl
@[simp] theorem prod_insert [DecidableEq ι] {a : ι} (h : ¬a ∈ s) :
    ∏ x ∈ insert a s, f x = f a * ∏ x ∈ s, f x := by rw [insert_eq_cons h, prod_cons]
theorem prod_congr {s₁ s₂ : Finset ι} (h : s₁ = s₂) :
    (∀ x, x ∈ s₂ → f x = g x) → s₁.prod f = s₂.prod g := by
  subst h
  induction s₁ using Finset.cons_induction with
  | empty => intro _; rfl
  | cons a s ha ih =>
    intro h
    rw [prod_cons, prod_cons, h a (mem_cons.2 (.inl rfl)), ih fun x hx => h x (mem_cons.2 (.inr hx))]
theorem prod_mul_distrib : ∏ x ∈ s, (f x * g x) = (∏ x ∈ s, f x) * ∏ x ∈ s, g x := by
  induction s using Finset.cons_induction with
  | empty => exact (mul_one (1 : M)).symm
  | cons a s ha ih => rw [prod_cons, prod_cons, prod_cons, ih, mul_mul_mul_comm]
@[simp] theorem prod_const_one : ∏ _x ∈ s, (1 : M) = 1 := by
  induction s using Finset.cons_induction with
  | empty => rfl
  | cons a s ha ih => rw [prod_cons, ih, mul_one]
theorem prod_eq_one (h : ∀ x, x ∈ s → f x = 1) : ∏ x ∈ s, f x = 1 :=
  (prod_congr rfl h).trans prod_const_one
@[simp] theorem prod_const (b : M) : ∏ _x ∈ s, b = b ^ s.card := by
  induction s using Finset.cons_induction with
  | empty => exact (pow_zero b).symm
  | cons a s ha ih => rw [prod_cons, ih, card_cons, pow_succ']
theorem prod_pow (s : Finset ι) (n : ℕ) (f : ι → M) : ∏ x ∈ s, f x ^ n = (∏ x ∈ s, f x) ^ n := by
  induction s using Finset.cons_induction with
  | empty => exact (one_pow n).symm
  | cons a s ha ih => rw [prod_cons, prod_cons, ih, mul_pow]

@[simp] theorem prod_range_zero (f : ℕ → M) : ∏ k ∈ range 0, f k = 1 := rfl
theorem prod_range_succ_comm (f : ℕ → M) (n : ℕ) :
    ∏ x ∈ range (n + 1), f x = f n * ∏ x ∈ range n, f x := by
  rw [range_succ, prod_insert notMem_range_self]
theorem prod_range_succ (f : ℕ → M) (n : ℕ) :
    ∏ x ∈ range (n + 1), f x = (∏ x ∈ range n, f x) * f n := by
  rw [prod_range_succ_comm, mul_comm]
@[simp] theorem prod_range_one (f : ℕ → M) : ∏ k ∈ range 1, f k = f 0 := mul_one (f 0)
theorem prod_range_succ' (f : ℕ → M) (n : ℕ) :
    ∏ k ∈ range (n + 1), f k = (∏ k ∈ range n, f (k + 1)) * f 0 := by
  induction n with
  | zero => rw [prod_range_one, prod_range_zero, one_mul]
  | succ n ih => rw [prod_range_succ, ih, prod_range_succ, mul_right_comm]
end Prod

section Semiring
variable {R : Type v} [Semiring R] {s : Finset ι} {f : ι → R}
theorem mul_sum (s : Finset ι) (f : ι → R) (b : R) : b * ∑ i ∈ s, f i = ∑ i ∈ s, b * f i := by
  induction s using Finset.cons_induction with
  | empty => exact mul_zero b
  | cons a s ha ih => rw [sum_cons, sum_cons, mul_add, ih]
theorem sum_mul (s : Finset ι) (f : ι → R) (b : R) : (∑ i ∈ s, f i) * b = ∑ i ∈ s, f i * b := by
  induction s using Finset.cons_induction with
  | empty => exact zero_mul b
  | cons a s ha ih => rw [sum_cons, sum_cons, add_mul, ih]
end Semiring

section Nat
variable {s : Finset ι}
theorem sum_const_nat {m : ℕ} {f : ι → ℕ} (h₁ : ∀ x, x ∈ s → f x = m) :
    ∑ x ∈ s, f x = s.card * m := by
  rw [sum_congr rfl h₁]
  clear h₁
  induction s using Finset.cons_induction with
  | empty => exact (Nat.zero_mul m).symm
  | cons a s ha ih => rw [sum_cons, ih, card_cons, Nat.add_one_mul, Nat.add_comm]
theorem card_eq_sum_ones (s : Finset ι) : s.card = ∑ _x ∈ s, 1 := by
  rw [sum_const_nat (m := 1) fun _ _ => rfl, Nat.mul_one]
theorem card_filter (p : ι → Prop) [DecidablePred p] (s : Finset ι) :
    (s.filter p).card = ∑ i ∈ s, if p i then 1 else 0 := by
  rw [card_eq_sum_ones, sum_filter]
end Nat

end Finset
