import Mathlib.GeomSum
import Mathlib.Abs
import Mathlib.RatCast
/-!
# Sums and products in ordered rings and fields

Comparison of sums and products term by term, quotients and casts of sums and products, and nothing else.
-/
universe u v

namespace Finset
variable {ι : Type u} {R : Type v} {s : Finset ι}

section Ordered
variable [CommSemiring R] [PartialOrder R] [IsStrictOrderedRing R] {f g : ι → R}

theorem sum_le_sum : (∀ i, i ∈ s → f i ≤ g i) → ∑ i ∈ s, f i ≤ ∑ i ∈ s, g i := by
  induction s using Finset.cons_induction with
  | empty => exact fun _ => le_refl 0
  | cons a s ha ih =>
    intro h
    rw [sum_cons, sum_cons]
    exact add_le_add (h a (mem_cons.2 (.inl rfl))) (ih fun x hx => h x (mem_cons.2 (.inr hx)))
theorem sum_nonneg (h : ∀ i, i ∈ s → 0 ≤ f i) : 0 ≤ ∑ i ∈ s, f i := by
  have := sum_le_sum (f := fun _ => (0 : R)) h
  rw [sum_const_zero] at this; exact this
theorem sum_lt_sum (hle : ∀ i, i ∈ s → f i ≤ g i) :
    (∃ i, i ∈ s ∧ f i < g i) → ∑ i ∈ s, f i < ∑ i ∈ s, g i := by
  induction s using Finset.cons_induction with
  | empty => exact fun ⟨i, hi, _⟩ => absurd hi (notMem_empty i)
  | cons a s ha ih =>
    rintro ⟨i, hi, hlt⟩
    have hs : ∀ x, x ∈ s → f x ≤ g x := fun x hx => hle x (mem_cons.2 (.inr hx))
    rw [sum_cons, sum_cons]
    rcases mem_cons.1 hi with rfl | hi
    · exact add_lt_add_of_lt_of_le hlt (sum_le_sum hs)
    · exact add_lt_add_of_le_of_lt (hle a (mem_cons.2 (.inl rfl))) (ih hs ⟨i, hi, hlt⟩)
theorem sum_pos (h : ∀ i, i ∈ s → 0 < f i) (hs : s.Nonempty) : 0 < ∑ i ∈ s, f i := by
  obtain ⟨i, hi⟩ := hs
  have := sum_lt_sum (f := fun _ => (0 : R)) (fun i hi => le_of_lt (h i hi)) ⟨i, hi, h i hi⟩
  rw [sum_const_zero] at this; exact this
theorem single_le_sum (hf : ∀ i, i ∈ s → 0 ≤ f i) {a : ι} : a ∈ s → f a ≤ ∑ x ∈ s, f x := by
  induction s using Finset.cons_induction with
  | empty => exact fun h => absurd h (notMem_empty a)
  | cons b s hb ih =>
    intro h
    have hs : ∀ x, x ∈ s → 0 ≤ f x := fun x hx => hf x (mem_cons.2 (.inr hx))
    rw [sum_cons]
    rcases mem_cons.1 h with rfl | h
    · have := add_le_add_left (sum_nonneg hs) (f a)
      rw [add_zero] at this; exact this
    · have := add_le_add (hf b (mem_cons.2 (.inl rfl))) (ih hs h)
      rw [zero_add] at this; exact this
theorem prod_nonneg : (∀ i, i ∈ s → 0 ≤ f i) → 0 ≤ ∏ i ∈ s, f i := by
  induction s using Finset.cons_induction with
  | empty => exact fun _ => zero_le_one
  | cons a s ha ih =>
    intro h
    rw [prod_cons]
    exact mul_nonneg (h a (mem_cons.2 (.inl rfl))) (ih fun x hx => h x (mem_cons.2 (.inr hx)))
theorem prod_pos : (∀ i, i ∈ s → 0 < f i) → 0 < ∏ i ∈ s, f i := by
  induction s using Finset.cons_induction with
  | empty => exact fun _ => zero_lt_one
  | cons a s ha ih =>
    intro h
    rw [prod_cons]
    exact mul_pos (h a (mem_cons.2 (.inl rfl))) (ih fun x hx => h x (mem_cons.2 (.inr hx)))
theorem prod_le_prod (h₀ : ∀ i, i ∈ s → 0 ≤ f i) :
    (∀ i, i ∈ s → f i ≤ g i) → ∏ i ∈ s, f i ≤ ∏ i ∈ s, g i := by
  induction s using Finset.cons_induction with
  | empty => exact fun _ => le_refl 1
  | cons a s ha ih =>
    intro h
    have hs : ∀ x, x ∈ s → 0 ≤ f x := fun x hx => h₀ x (mem_cons.2 (.inr hx))
    have ha₀ := h₀ a (mem_cons.2 (.inl rfl))
    have ha₁ := h a (mem_cons.2 (.inl rfl))
    rw [prod_cons, prod_cons]
    exact mul_le_mul ha₁ (ih hs fun x hx => h x (mem_cons.2 (.inr hx))) (prod_nonneg hs)
      (le_trans ha₀ ha₁)
end Ordered

theorem abs_sum_le_sum_abs [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] (f : ι → R)
    (s : Finset ι) : |∑ i ∈ s, f i| ≤ ∑ i ∈ s, |f i| := by
  induction s using Finset.cons_induction with
  | empty => rw [sum_empty, sum_empty, abs_zero]; exact le_refl 0
  | cons a s ha ih =>
    rw [sum_cons, sum_cons]
    exact le_trans (abs_add_le _ _) (add_le_add_left ih _)
theorem sum_div [Field R] (s : Finset ι) (f : ι → R) (a : R) : (∑ i ∈ s, f i) / a = ∑ i ∈ s, f i / a := by
  simp only [div_eq_mul_inv, sum_mul]
end Finset

section Casts
variable {ι : Type u} {R : Type v} (s : Finset ι)
@[simp, norm_cast] theorem Nat.cast_sum [CommSemiring R] (f : ι → ℕ) :
    ((∑ x ∈ s, f x : ℕ) : R) = ∑ x ∈ s, (f x : R) := by
  induction s using Finset.cons_induction with
  | empty => exact Nat.cast_zero
  | cons a s ha ih => rw [Finset.sum_cons, Finset.sum_cons, Nat.cast_add, ih]
@[simp, norm_cast] theorem Nat.cast_prod [CommSemiring R] (f : ι → ℕ) :
    ((∏ x ∈ s, f x : ℕ) : R) = ∏ x ∈ s, (f x : R) := by
  induction s using Finset.cons_induction with
  | empty => exact Nat.cast_one
  | cons a s ha ih => rw [Finset.prod_cons, Finset.prod_cons, Nat.cast_mul, ih]
@[simp, norm_cast] theorem Int.cast_sum [CommRing R] (f : ι → ℤ) :
    ((∑ x ∈ s, f x : ℤ) : R) = ∑ x ∈ s, (f x : R) := by
  induction s using Finset.cons_induction with
  | empty => exact Int.cast_zero
  | cons a s ha ih => rw [Finset.sum_cons, Finset.sum_cons, Int.cast_add, ih]
@[simp, norm_cast] theorem Int.cast_prod [CommRing R] (f : ι → ℤ) :
    ((∏ x ∈ s, f x : ℤ) : R) = ∏ x ∈ s, (f x : R) := by
  induction s using Finset.cons_induction with
  | empty => exact Int.cast_one
  | cons a s ha ih => rw [Finset.prod_cons, Finset.prod_cons, Int.cast_mul, ih]
@[simp, norm_cast] theorem Rat.cast_sum [Field R] [CharZero R] (f : ι → ℚ) :
    ((∑ x ∈ s, f x : ℚ) : R) = ∑ x ∈ s, (f x : R) := by
  induction s using Finset.cons_induction with
  | empty => exact Rat.cast_zero
  | cons a s ha ih => rw [Finset.sum_cons, Finset.sum_cons, Rat.cast_add, ih]
@[simp, norm_cast] theorem Rat.cast_prod [Field R] [CharZero R] (f : ι → ℚ) :
    ((∏ x ∈ s, f x : ℚ) : R) = ∏ x ∈ s, (f x : R) := by
  induction s using Finset.cons_induction with
  | empty => exact Rat.cast_one
  | cons a s ha ih => rw [Finset.prod_cons, Finset.prod_cons, Rat.cast_mul, ih]
end Casts
