import Mathlib.BigOperators
/-!
# Finite intervals

`Finset.Icc`, `Ico`, `Ioc`, `Ioo` in a locally finite order, `Iic` and `Iio` where there is a least
element, with ℕ and ℤ as instances, and nothing else.
-/
universe u v

/-- An order in which the elements between two bounds are finitely many. -/
class LocallyFiniteOrder (α : Type u) [Preorder α] where
  finsetIcc : α → α → Finset α
  finsetIco : α → α → Finset α
  finsetIoc : α → α → Finset α
  finsetIoo : α → α → Finset α
  finset_mem_Icc : ∀ a b x : α, x ∈ finsetIcc a b ↔ a ≤ x ∧ x ≤ b
  finset_mem_Ico : ∀ a b x : α, x ∈ finsetIco a b ↔ a ≤ x ∧ x < b
  finset_mem_Ioc : ∀ a b x : α, x ∈ finsetIoc a b ↔ a < x ∧ x ≤ b
  finset_mem_Ioo : ∀ a b x : α, x ∈ finsetIoo a b ↔ a < x ∧ x < b

/-- An order in which the elements below a bound are finitely many. -/
class LocallyFiniteOrderBot (α : Type u) [Preorder α] where
  finsetIio : α → Finset α
  finsetIic : α → Finset α
  finset_mem_Iic : ∀ a x : α, x ∈ finsetIic a ↔ x ≤ a
  finset_mem_Iio : ∀ a x : α, x ∈ finsetIio a ↔ x < a

namespace Finset
variable {α : Type u} [Preorder α]

section LocallyFiniteOrder
variable [LocallyFiniteOrder α] {a b x : α}
/-- The finite set of all `x` with `a ≤ x ≤ b`. -/
def Icc (a b : α) : Finset α := LocallyFiniteOrder.finsetIcc a b
/-- The finite set of all `x` with `a ≤ x < b`. -/
def Ico (a b : α) : Finset α := LocallyFiniteOrder.finsetIco a b
/-- The finite set of all `x` with `a < x ≤ b`. -/
def Ioc (a b : α) : Finset α := LocallyFiniteOrder.finsetIoc a b
/-- The finite set of all `x` with `a < x < b`. -/
def Ioo (a b : α) : Finset α := LocallyFiniteOrder.finsetIoo a b
@[simp] theorem mem_Icc : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b := LocallyFiniteOrder.finset_mem_Icc a b x
@[simp] theorem mem_Ico : x ∈ Ico a b ↔ a ≤ x ∧ x < b := LocallyFiniteOrder.finset_mem_Ico a b x
@[simp] theorem mem_Ioc : x ∈ Ioc a b ↔ a < x ∧ x ≤ b := LocallyFiniteOrder.finset_mem_Ioc a b x
@[simp] theorem mem_Ioo : x ∈ Ioo a b ↔ a < x ∧ x < b := LocallyFiniteOrder.finset_mem_Ioo a b x
end LocallyFiniteOrder

section LocallyFiniteOrderBot
variable [LocallyFiniteOrderBot α] {a x : α}
/-- The finite set of all `x ≤ a`. -/
def Iic (a : α) : Finset α := LocallyFiniteOrderBot.finsetIic a
/-- The finite set of all `x < a`. -/
def Iio (a : α) : Finset α := LocallyFiniteOrderBot.finsetIio a
@[simp] theorem mem_Iic : x ∈ Iic a ↔ x ≤ a := LocallyFiniteOrderBot.finset_mem_Iic a x
@[simp] theorem mem_Iio : x ∈ Iio a ↔ x < a := LocallyFiniteOrderBot.finset_mem_Iio a x
end LocallyFiniteOrderBot

end Finset

/-- `s, s + 1, ..., s + n - 1` as a finite set. -/
private def natRun (s n : ℕ) : Finset ℕ := 
  ⟨Multiset.ofList ((List.range n).map fun k => s + k),
    List.Nodup.map_on (fun _ _ _ _ h => by omega) List.nodup_range⟩
private theorem mem_natRun {s n x : ℕ} : x ∈ natRun s n ↔ s ≤ x ∧ x < s + n := by
  show x ∈ (List.range n).map _ ↔ _
  rw [List.mem_map]
  constructor
  · rintro ⟨k, hk, e⟩; rw [List.mem_range] at hk; omega
  · intro h; exact ⟨x - s, by rw [List.mem_range]; omega, by omega⟩

instance Nat.instLocallyFiniteOrder : LocallyFiniteOrder ℕ where
  finsetIcc a b := natRun a (b + 1 - a)
  finsetIco a b := natRun a (b - a)
  finsetIoc a b := natRun (a + 1) (b - a)
  finsetIoo a b := natRun (a + 1) (b - a - 1)
  finset_mem_Icc a b x := mem_natRun.trans (by omega)
  finset_mem_Ico a b x := mem_natRun.trans (by omega)
  finset_mem_Ioc a b x := mem_natRun.trans (by omega)
  finset_mem_Ioo a b x := mem_natRun.trans (by omega)

instance Nat.instLocallyFiniteOrderBot : LocallyFiniteOrderBot ℕ where
  finsetIio a := natRun 0 a
  finsetIic a := natRun 0 (a + 1)
  finset_mem_Iic a x := mem_natRun.trans (by omega)
  finset_mem_Iio a x := mem_natRun.trans (by omega)

/-- `s, s + 1, ..., s + n - 1` as a list of integers. -/
private def intRunList (s : ℤ) (n : ℕ) : List ℤ := (List.range n).map fun k : ℕ => s + k
private theorem mem_intRunList {s x : ℤ} {n : ℕ} :
    x ∈ intRunList s n ↔ s ≤ x ∧ x < s + n := by
  unfold intRunList
  rw [List.mem_map]
  constructor
  · rintro ⟨k, hk, e⟩; rw [List.mem_range] at hk; omega
  · intro h; exact ⟨(x - s).toNat, by rw [List.mem_range]; omega, by omega⟩
private def intRun (s : ℤ) (n : ℕ) : Finset ℤ :=
  ⟨Multiset.ofList (intRunList s n), List.Nodup.map_on (fun _ _ _ _ h => by omega) List.nodup_range⟩
private theorem mem_intRun {s x : ℤ} {n : ℕ} : x ∈ intRun s n ↔ s ≤ x ∧ x < s + n := mem_intRunList

instance Int.instLocallyFiniteOrder : LocallyFiniteOrder ℤ where
  finsetIcc a b := intRun a (b + 1 - a).toNat
  finsetIco a b := intRun a (b - a).toNat
  finsetIoc a b := intRun (a + 1) (b - a).toNat
  finsetIoo a b := intRun (a + 1) (b - a - 1).toNat
  finset_mem_Icc a b x := mem_intRun.trans (by omega)
  finset_mem_Ico a b x := mem_intRun.trans (by omega)
  finset_mem_Ioc a b x := mem_intRun.trans (by omega)
  finset_mem_Ioo a b x := mem_intRun.trans (by omega)

namespace Nat
private theorem card_natRun (s n : ℕ) : (natRun s n).card = n := by
  show ((List.range n).map _).length = n
  rw [List.length_map, List.length_range]
@[simp] theorem card_Icc (a b : ℕ) : (Finset.Icc a b).card = b + 1 - a := card_natRun _ _
@[simp] theorem card_Ico (a b : ℕ) : (Finset.Ico a b).card = b - a := card_natRun _ _
@[simp] theorem card_Ioc (a b : ℕ) : (Finset.Ioc a b).card = b - a := card_natRun _ _
@[simp] theorem card_Ioo (a b : ℕ) : (Finset.Ioo a b).card = b - a - 1 := card_natRun _ _
@[simp] theorem card_Iic (b : ℕ) : (Finset.Iic b).card = b + 1 := card_natRun _ _
@[simp] theorem card_Iio (b : ℕ) : (Finset.Iio b).card = b := card_natRun _ _
end Nat

namespace Int
private theorem card_intRun (s : ℤ) (n : ℕ) : (intRun s n).card = n := by
  show ((List.range n).map _).length = n
  rw [List.length_map, List.length_range]
@[simp] theorem card_Icc (a b : ℤ) : (Finset.Icc a b).card = (b + 1 - a).toNat := card_intRun _ _
@[simp] theorem card_Ico (a b : ℤ) : (Finset.Ico a b).card = (b - a).toNat := card_intRun _ _
@[simp] theorem card_Ioc (a b : ℤ) : (Finset.Ioc a b).card = (b - a).toNat := card_intRun _ _
@[simp] theorem card_Ioo (a b : ℤ) : (Finset.Ioo a b).card = (b - a - 1).toNat := card_intRun _ _
end Int

namespace Finset
variable {M : Type v}
theorem range_eq_Ico (n : ℕ) : range n = Ico 0 n :=
  ext fun x => by rw [mem_range, mem_Ico]; omega
theorem Icc_eq_empty_of_lt {a b : ℕ} (h : b < a) : Icc a b = ∅ :=
  eq_empty_iff_forall_notMem.2 fun x hx => by rw [mem_Icc] at hx; omega

section Sum
variable [AddCommMonoid M]
theorem sum_Icc_succ_top {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) :
    ∑ k ∈ Icc a (b + 1), f k = ∑ k ∈ Icc a b, f k + f (b + 1) := by
  have h : Icc a (b + 1) = insert (b + 1) (Icc a b) :=
    ext fun x => by rw [mem_insert, mem_Icc, mem_Icc]; omega
  rw [h, sum_insert (by rw [mem_Icc]; omega), add_comm]
theorem sum_Ico_succ_top {a b : ℕ} (hab : a ≤ b) (f : ℕ → M) :
    ∑ k ∈ Ico a (b + 1), f k = ∑ k ∈ Ico a b, f k + f b := by
  have h : Ico a (b + 1) = insert b (Ico a b) :=
    ext fun x => by rw [mem_insert, mem_Ico, mem_Ico]; omega
  rw [h, sum_insert (by rw [mem_Ico]; omega), add_comm]
theorem sum_Ioc_succ_top {a b : ℕ} (hab : a ≤ b) (f : ℕ → M) :
    ∑ k ∈ Ioc a (b + 1), f k = ∑ k ∈ Ioc a b, f k + f (b + 1) := by
  have h : Ioc a (b + 1) = insert (b + 1) (Ioc a b) :=
    ext fun x => by rw [mem_insert, mem_Ioc, mem_Ioc]; omega
  rw [h, sum_insert (by rw [mem_Ioc]; omega), add_comm]
end Sum

section Prod
variable [CommMonoid M]
theorem prod_Icc_succ_top {a b : ℕ} (hab : a ≤ b + 1) (f : ℕ → M) :
    ∏ k ∈ Icc a (b + 1), f k = (∏ k ∈ Icc a b, f k) * f (b + 1) := by
  have h : Icc a (b + 1) = insert (b + 1) (Icc a b) :=
    ext fun x => by rw [mem_insert, mem_Icc, mem_Icc]; omega
  rw [h, prod_insert (by rw [mem_Icc]; omega), mul_comm]
theorem prod_Ico_succ_top {a b : ℕ} (hab : a ≤ b) (f : ℕ → M) :
    ∏ k ∈ Ico a (b + 1), f k = (∏ k ∈ Ico a b, f k) * f b := by
  have h : Ico a (b + 1) = insert b (Ico a b) :=
    ext fun x => by rw [mem_insert, mem_Ico, mem_Ico]; omega
  rw [h, prod_insert (by rw [mem_Ico]; omega), mul_comm]
end Prod

end Finset
