import Mathlib.NumberTheory
import Mathlib.ModEq
import Mathlib.ZMod
/-!
# Fermat's little theorem

Images under injective maps, `ZMod.pow_card_sub_one_eq_one` and `ZMod.pow_card`, and nothing else.
-/
universe u v w

/-- A proposition as an instance, such as `Fact p.Prime`. -/
class Fact (p : Prop) : Prop where
  out : p

namespace Finset
variable {α : Type u} {β : Type v} [DecidableEq α] [DecidableEq β]

private theorem image_cons {f : α → β} {a : α} {s : Finset α} (h : ¬a ∈ s) :
    (cons a s h).image f = insert (f a) (s.image f) := ext fun y => by
  rw [mem_image, mem_insert, mem_image]
  constructor
  · rintro ⟨x, hx, e⟩
    rcases mem_cons.1 hx with rfl | hx
    · exact .inl e.symm
    · exact .inr ⟨x, hx, e⟩
  · rintro (rfl | ⟨x, hx, e⟩)
    · exact ⟨a, mem_cons.2 (.inl rfl), rfl⟩
    · exact ⟨x, mem_cons.2 (.inr hx), e⟩

private theorem notMem_image_of_injOn {f : α → β} {a : α} {s : Finset α} (h : ¬a ∈ s)
    (H : ∀ x, x ∈ cons a s h → ∀ y, y ∈ cons a s h → f x = f y → x = y) : ¬f a ∈ s.image f := by
  intro hm
  obtain ⟨x, hx, e⟩ := mem_image.1 hm
  exact h (H x (mem_cons.2 (.inr hx)) a (mem_cons.2 (.inl rfl)) e ▸ hx)

theorem prod_image {M : Type w} [CommMonoid M] {s : Finset α} {g : α → β} {f : β → M} :
    (∀ x, x ∈ s → ∀ y, y ∈ s → g x = g y → x = y) → ∏ x ∈ s.image g, f x = ∏ x ∈ s, f (g x) := by
  induction s using Finset.cons_induction with
  | empty => intro _; rfl
  | cons a s ha ih =>
    intro H
    rw [image_cons, prod_insert (notMem_image_of_injOn ha H), prod_cons,
      ih fun x hx y hy => H x (mem_cons.2 (.inr hx)) y (mem_cons.2 (.inr hy))]
theorem sum_image {M : Type w} [AddCommMonoid M] {s : Finset α} {g : α → β} {f : β → M} :
    (∀ x, x ∈ s → ∀ y, y ∈ s → g x = g y → x = y) → ∑ x ∈ s.image g, f x = ∑ x ∈ s, f (g x) := by
  induction s using Finset.cons_induction with
  | empty => intro _; rfl
  | cons a s ha ih =>
    intro H
    rw [image_cons, sum_insert (notMem_image_of_injOn ha H), sum_cons,
      ih fun x hx y hy => H x (mem_cons.2 (.inr hx)) y (mem_cons.2 (.inr hy))]
theorem card_image_of_injOn {s : Finset α} {f : α → β} (H : Set.InjOn f (s : Set α)) :
    (s.image f).card = s.card := by
  rw [card_eq_sum_ones, card_eq_sum_ones, sum_image fun x hx y hy => H hx hy]
theorem card_image_of_injective (s : Finset α) {f : α → β} (H : Function.Injective f) :
    (s.image f).card = s.card := card_image_of_injOn fun _ _ _ _ h => H h

end Finset

/-- Multiplication by `a` permutes the residues that are not 0, so their product shows `a ^ (p - 1) ≡ 1`. -/
private theorem fermat {p a : ℕ} (hp : Nat.Prime p) (ha : ¬p ∣ a) : a ^ (p - 1) ≡ 1 [MOD p] := by
  have hpos := hp.pos
  have ha0 : 0 < a := Nat.pos_of_ne_zero fun e => ha (by rw [e]; exact Nat.dvd_zero p)
  have inj : ∀ x, x ∈ Finset.Icc 1 (p - 1) → ∀ y, y ∈ Finset.Icc 1 (p - 1) →
      a * x % p = a * y % p → x = y := by
    have key : ∀ x y, y < p → x ≤ y → a * x % p = a * y % p → x = y := fun x y hy hxy h => by
      have hd : p ∣ a * (y - x) := by
        have := (Nat.modEq_iff_dvd' (Nat.mul_le_mul_left a hxy)).1 h
        rw [Nat.mul_sub]; exact this
      rcases hp.dvd_mul.1 hd with h | h
      · exact absurd h ha
      · rcases Nat.eq_zero_or_pos (y - x) with e | e
        · omega
        · have := Nat.le_of_dvd e h; omega
    intro x hx y hy h
    rw [Finset.mem_Icc] at hx hy
    rcases Nat.le_total x y with hxy | hxy
    · exact key x y (by omega) hxy h
    · exact (key y x (by omega) hxy h.symm).symm
  have himage : (Finset.Icc 1 (p - 1)).image (fun k => a * k % p) = Finset.Icc 1 (p - 1) := by
    refine Finset.eq_of_subset_of_card_le (fun y hy => ?_)
      (Nat.le_of_eq (Finset.card_image_of_injOn (s := Finset.Icc 1 (p - 1))
        fun x hx y hy => inj x hx y hy).symm)
    obtain ⟨x, hx, rfl⟩ := Finset.mem_image.1 hy
    rw [Finset.mem_Icc] at *
    have := Nat.mod_lt (a * x) hpos
    have : a * x % p ≠ 0 := fun e => by
      rcases hp.dvd_mul.1 (Nat.dvd_of_mod_eq_zero e) with h | h
      · exact ha h
      · have := Nat.le_of_dvd (by omega) h; omega
    omega
  have hprod : (p - 1)! % p = a ^ (p - 1) * (p - 1)! % p := by
    have h := congrArg (fun s => (∏ k ∈ s, k) % p) himage
    simp only [Finset.prod_image inj] at h
    rw [← Finset.prod_nat_mod, Finset.prod_mul_distrib, Finset.prod_const, Nat.card_Icc,
      Finset.prod_Icc_id_eq_factorial] at h
    exact h.symm
  have hd := (Nat.modEq_iff_dvd' (Nat.le_mul_of_pos_left _ (Nat.pow_pos ha0))).1 hprod
  rw [show a ^ (p - 1) * (p - 1)! - (p - 1)! = (a ^ (p - 1) - 1) * (p - 1)! by
    rw [Nat.sub_mul, Nat.one_mul]] at hd
  rcases hp.dvd_mul.1 hd with h | h
  · exact ((Nat.modEq_iff_dvd' (Nat.pow_pos ha0)).2 h).symm
  · have := hp.dvd_factorial.1 h; omega

namespace ZMod
variable {p : ℕ} [hp : Fact p.Prime]

private theorem exists_nat (x : ZMod p) : ∃ a : ℕ, (a : ZMod p) = x := by
  have := hp.out.pos
  match p, this, x with
  | n + 1, _, x => exact ⟨val x, natCast_zmod_val x⟩

theorem pow_card_sub_one_eq_one {a : ZMod p} (ha : a ≠ 0) : a ^ (p - 1) = 1 := by
  obtain ⟨k, rfl⟩ := exists_nat a
  have := (natCast_eq_natCast_iff' (k ^ (p - 1)) 1 p).2
    (fermat hp.out fun h => ha ((natCast_eq_zero_iff k p).2 h))
  rw [Nat.cast_pow, Nat.cast_one] at this
  exact this

@[simp] theorem pow_card (x : ZMod p) : x ^ p = x := by
  by_cases h : x = 0
  · subst h
    have := hp.out.pos
    obtain ⟨k, hk⟩ : ∃ k, p = k + 1 := ⟨p - 1, by omega⟩
    conv => lhs; rhs; rw [hk]
    rw [pow_succ, mul_zero]
  · have := hp.out.pos
    have e : x ^ (p - 1 + 1) = x := by rw [pow_succ, pow_card_sub_one_eq_one h, one_mul]
    rw [Nat.sub_add_cancel this] at e; exact e

end ZMod
