import Mathlib.Multiset
import Mathlib.Set
/-!
# Finite sets

`Finset α`, a multiset without repetition as in Mathlib, its decidable operations and the lemmas
about membership, and nothing else. Everything here computes: the kernel can evaluate it.
-/
universe u v w

/-- A finite set: a multiset `val` in which no entry occurs twice. -/
structure Finset (α : Type u) where
  val : Multiset α
  nodup : val.Nodup

namespace Finset
variable {α : Type u} {β : Type v}

instance : Membership α (Finset α) := ⟨fun s a => a ∈ s.1⟩
theorem mem_def {a : α} {s : Finset α} : a ∈ s ↔ a ∈ s.1 := Iff.rfl
@[simp] theorem mem_val {a : α} {s : Finset α} : a ∈ s.1 ↔ a ∈ s := Iff.rfl
@[simp] theorem mem_mk {a : α} {s : Multiset α} {nd : s.Nodup} : a ∈ Finset.mk s nd ↔ a ∈ s := Iff.rfl

@[ext] theorem ext {s₁ s₂ : Finset α} (h : ∀ a, a ∈ s₁ ↔ a ∈ s₂) : s₁ = s₂ := by
  cases s₁ with
  | mk v₁ n₁ =>
  cases s₂ with
  | mk v₂ n₂ =>
  have : v₁ = v₂ := Multiset.Nodup.ext n₁ n₂ h
  subst this; rfl

/-- The set of the elements of a finite set. -/
instance : CoeTC (Finset α) (Set α) := ⟨fun s => {a | a ∈ s}⟩
instance : CoeSort (Finset α) (Type u) := ⟨fun s => {x // x ∈ s}⟩
@[simp] theorem mem_coe {a : α} {s : Finset α} : a ∈ (s : Set α) ↔ a ∈ s := Iff.rfl

instance decidableMem [DecidableEq α] (a : α) (s : Finset α) : Decidable (a ∈ s) :=
  Multiset.decidableMem a s.1
instance decidableDforallFinset {s : Finset α} {p : α → Prop} [DecidablePred p] :
    Decidable (∀ a, a ∈ s → p a) :=
  decidable_of_iff (s.1.all (fun a => decide (p a)) = true) (by
    rw [Multiset.all_iff]; simp only [decide_eq_true_eq]; exact Iff.rfl)
instance decidableExistsAndFinset {s : Finset α} {p : α → Prop} [DecidablePred p] :
    Decidable (∃ a, a ∈ s ∧ p a) :=
  decidable_of_iff (¬∀ a, a ∈ s → ¬p a)
    ⟨fun h => Classical.byContradiction fun h' => h fun a ha hp => h' ⟨a, ha, hp⟩,
      fun ⟨a, ha, hp⟩ h => h a ha hp⟩

instance : HasSubset (Finset α) := ⟨fun s t => ∀ ⦃a⦄, a ∈ s → a ∈ t⟩
instance : HasSSubset (Finset α) := ⟨fun s t => s ⊆ t ∧ ¬t ⊆ s⟩
theorem subset_iff {s₁ s₂ : Finset α} : s₁ ⊆ s₂ ↔ ∀ ⦃x⦄, x ∈ s₁ → x ∈ s₂ := Iff.rfl
@[simp] theorem Subset.refl (s : Finset α) : s ⊆ s := fun _ h => h
theorem Subset.trans {s₁ s₂ s₃ : Finset α} (h₁ : s₁ ⊆ s₂) (h₂ : s₂ ⊆ s₃) : s₁ ⊆ s₃ :=
  fun _ h => h₂ (h₁ h)
theorem Subset.antisymm {s₁ s₂ : Finset α} (h₁ : s₁ ⊆ s₂) (h₂ : s₂ ⊆ s₁) : s₁ = s₂ :=
  ext fun _ => ⟨fun h => h₁ h, fun h => h₂ h⟩
theorem ssubset_iff_subset_ne {s t : Finset α} : s ⊂ t ↔ s ⊆ t ∧ s ≠ t :=
  and_congr_right fun h => ⟨fun h' e => h' (e ▸ Subset.refl _), fun h' h'' => h' (Subset.antisymm h h'')⟩
instance [DecidableEq α] (s t : Finset α) : Decidable (s ⊆ t) :=
  inferInstanceAs (Decidable (∀ a, a ∈ s → a ∈ t))
instance [DecidableEq α] (s t : Finset α) : Decidable (s ⊂ t) :=
  inferInstanceAs (Decidable (_ ∧ ¬_))
instance [DecidableEq α] : DecidableEq (Finset α) := fun s t =>
  decidable_of_iff (s ⊆ t ∧ t ⊆ s)
    ⟨fun h => Subset.antisymm h.1 h.2, fun h => h ▸ ⟨Subset.refl _, Subset.refl _⟩⟩

/-- The number of elements. -/
def card (s : Finset α) : ℕ := s.1.card
/-- The set has an element. -/
protected def Nonempty (s : Finset α) : Prop := ∃ x, x ∈ s

instance : EmptyCollection (Finset α) := ⟨⟨∅, List.Pairwise.nil⟩⟩
instance : Singleton α (Finset α) :=
  ⟨fun a => ⟨Multiset.ofList [a], List.nodup_cons.2 ⟨List.not_mem_nil, .nil⟩⟩⟩
@[simp] theorem notMem_empty (a : α) : ¬a ∈ (∅ : Finset α) := List.not_mem_nil
@[simp] theorem mem_singleton {a b : α} : b ∈ ({a} : Finset α) ↔ b = a :=
  List.mem_cons.trans ⟨fun h => h.resolve_right List.not_mem_nil, .inl⟩
theorem mem_singleton_self (a : α) : a ∈ ({a} : Finset α) := mem_singleton.2 rfl
theorem eq_empty_iff_forall_notMem {s : Finset α} : s = ∅ ↔ ∀ x, ¬x ∈ s :=
  ⟨fun h x hx => notMem_empty x (h ▸ hx), fun h => ext fun x => ⟨fun hx => absurd hx (h x),
    fun hx => absurd hx (notMem_empty x)⟩⟩

/-- Add an element that is not there yet. -/
def cons (a : α) (s : Finset α) (h : ¬a ∈ s) : Finset α :=
  ⟨s.1.cons a, by
    obtain ⟨⟨l⟩, n⟩ := s
    exact List.nodup_cons.2 ⟨h, n⟩⟩
@[simp] theorem mem_cons {a b : α} {s : Finset α} {h : ¬a ∈ s} : b ∈ cons a s h ↔ b = a ∨ b ∈ s := by
  obtain ⟨⟨l⟩, n⟩ := s
  exact List.mem_cons

section DecidableEq
variable [DecidableEq α]
instance : Insert α (Finset α) := ⟨fun a s => if h : a ∈ s then s else cons a s h⟩
theorem insert_def (a : α) (s : Finset α) : insert a s = if h : a ∈ s then s else cons a s h := rfl
@[simp] theorem mem_insert {a b : α} {s : Finset α} : a ∈ insert b s ↔ a = b ∨ a ∈ s := by
  rw [insert_def]
  split
  · exact ⟨.inr, fun h => h.elim (fun e => e ▸ ‹_›) id⟩
  · exact mem_cons
theorem insert_eq_cons {a : α} {s : Finset α} (h : ¬a ∈ s) : insert a s = cons a s h := by
  rw [insert_def, dif_neg h]
@[simp] theorem insert_eq_of_mem {a : α} {s : Finset α} (h : a ∈ s) : insert a s = s := by
  rw [insert_def, dif_pos h]
theorem mem_insert_self (a : α) (s : Finset α) : a ∈ insert a s := mem_insert.2 (.inl rfl)
theorem mem_insert_of_mem {a b : α} {s : Finset α} (h : a ∈ s) : a ∈ insert b s :=
  mem_insert.2 (.inr h)
instance : LawfulSingleton α (Finset α) :=
  ⟨fun a => ext fun x => by rw [mem_insert, mem_singleton]; simp⟩

/-- The distinct entries of a multiset. -/
def _root_.Multiset.toFinset (s : Multiset α) : Finset α := ⟨s.dedup, s.nodup_dedup⟩
@[simp] theorem _root_.Multiset.mem_toFinset {a : α} {s : Multiset α} : a ∈ s.toFinset ↔ a ∈ s :=
  Multiset.mem_dedup
/-- The distinct entries of a list. -/
def _root_.List.toFinset (l : List α) : Finset α := (Multiset.ofList l).toFinset
@[simp] theorem _root_.List.mem_toFinset {a : α} {l : List α} : a ∈ l.toFinset ↔ a ∈ l :=
  Multiset.mem_toFinset (s := Multiset.ofList l)

instance : Union (Finset α) := ⟨fun s t => (s.1 + t.1).toFinset⟩
@[simp] theorem mem_union {a : α} {s t : Finset α} : a ∈ s ∪ t ↔ a ∈ s ∨ a ∈ t :=
  Multiset.mem_toFinset.trans Multiset.mem_add
end DecidableEq

/-- The elements of `s` with `p`. -/
def filter (p : α → Prop) [DecidablePred p] (s : Finset α) : Finset α :=
  ⟨s.1.filter p, s.2.filter p⟩
@[simp] theorem mem_filter {p : α → Prop} [DecidablePred p] {s : Finset α} {a : α} :
    a ∈ s.filter p ↔ a ∈ s ∧ p a := Multiset.mem_filter
theorem filter_subset (p : α → Prop) [DecidablePred p] (s : Finset α) : s.filter p ⊆ s :=
  fun _ h => (mem_filter.1 h).1
theorem filter_congr {p q : α → Prop} [DecidablePred p] [DecidablePred q] {s : Finset α}
    (H : ∀ x, x ∈ s → (p x ↔ q x)) : s.filter p = s.filter q :=
  ext fun x => by rw [mem_filter, mem_filter]; exact and_congr_right (H x)

section DecidableEq
variable [DecidableEq α]
instance : Inter (Finset α) := ⟨fun s t => s.filter (· ∈ t)⟩
@[simp] theorem mem_inter {a : α} {s t : Finset α} : a ∈ s ∩ t ↔ a ∈ s ∧ a ∈ t := mem_filter
instance : SDiff (Finset α) := ⟨fun s t => s.filter (¬· ∈ t)⟩
@[simp] theorem mem_sdiff {a : α} {s t : Finset α} : a ∈ s \ t ↔ a ∈ s ∧ ¬a ∈ t := mem_filter
/-- `s` without `a`. -/
def erase (s : Finset α) (a : α) : Finset α := s.filter (· ≠ a)
@[simp] theorem mem_erase {a b : α} {s : Finset α} : a ∈ s.erase b ↔ a ≠ b ∧ a ∈ s :=
  mem_filter.trans And.comm
theorem notMem_erase (a : α) (s : Finset α) : ¬a ∈ s.erase a := fun h => (mem_erase.1 h).1 rfl
theorem insert_erase {a : α} {s : Finset α} (h : a ∈ s) : insert a (s.erase a) = s :=
  ext fun x => by
    rw [mem_insert, mem_erase]
    exact ⟨fun h' => h'.elim (fun e => e ▸ h) (·.2),
      fun hx => (Decidable.em (x = a)).imp id fun hn => ⟨hn, hx⟩⟩
/-- The values of `f` on `s`. -/
def image [DecidableEq β] (f : α → β) (s : Finset α) : Finset β := (s.1.map f).toFinset
end DecidableEq

@[simp] theorem mem_image [DecidableEq α] [DecidableEq β] {f : α → β} {s : Finset α} {b : β} :
    b ∈ s.image f ↔ ∃ a, a ∈ s ∧ f a = b := Multiset.mem_toFinset.trans Multiset.mem_map

/-- `0, 1, ..., n - 1`. -/
def range (n : ℕ) : Finset ℕ := ⟨Multiset.range n, Multiset.nodup_range n⟩
@[simp] theorem mem_range {m n : ℕ} : m ∈ range n ↔ m < n := Multiset.mem_range
@[simp] theorem range_zero : range 0 = ∅ := rfl
@[simp] theorem range_one : range 1 = {0} := rfl
theorem notMem_range_self {n : ℕ} : ¬n ∈ range n := fun h => by rw [mem_range] at h; omega
theorem range_succ {n : ℕ} : range (n + 1) = insert n (range n) :=
  ext fun x => by rw [mem_insert, mem_range, mem_range]; omega
theorem range_add_one {n : ℕ} : range (n + 1) = insert n (range n) := range_succ
theorem range_subset_range {n m : ℕ} : range n ⊆ range m ↔ n ≤ m :=
  ⟨fun h => Nat.le_of_not_lt fun hlt => by
    have := h (mem_range.2 hlt); rw [mem_range] at this; omega,
    fun h x hx => by rw [mem_range] at *; omega⟩

/-! Cardinality. -/
@[simp] theorem card_empty : card (∅ : Finset α) = 0 := rfl
@[simp] theorem card_singleton (a : α) : card ({a} : Finset α) = 1 := rfl
@[simp] theorem card_range (n : ℕ) : card (range n) = n := List.length_range
@[simp] theorem card_cons {a : α} {s : Finset α} (h : ¬a ∈ s) : (cons a s h).card = s.card + 1 := by
  obtain ⟨⟨l⟩, n⟩ := s; rfl
@[simp] theorem card_insert_of_notMem [DecidableEq α] {a : α} {s : Finset α} (h : ¬a ∈ s) :
    (insert a s).card = s.card + 1 := by rw [insert_eq_cons h, card_cons]
theorem card_eq_zero {s : Finset α} : s.card = 0 ↔ s = ∅ := by
  obtain ⟨⟨l⟩, n⟩ := s
  constructor
  · intro h
    cases l with
    | nil => rfl
    | cons a l => exact absurd h (Nat.succ_ne_zero _)
  · intro h; rw [h]; rfl
attribute [simp] card_eq_zero

/-- Induction on finite sets: the empty set, and one more element. -/
theorem cons_induction {p : Finset α → Prop} (empty : p ∅)
    (cons : ∀ a s (h : ¬a ∈ s), p s → p (cons a s h)) (s : Finset α) : p s := by
  obtain ⟨⟨l⟩, n⟩ := s
  induction l with
  | nil => exact empty
  | cons a l ih =>
    have h := List.nodup_cons.1 n
    exact cons a ⟨Multiset.ofList l, h.2⟩ h.1 (ih h.2)

@[elab_as_elim] protected theorem induction_on {p : Finset α → Prop} [DecidableEq α]
    (s : Finset α) (empty : p ∅) (insert : ∀ a s, ¬a ∈ s → p s → p (insert a s)) : p s :=
  cons_induction empty (fun a s h hs => insert_eq_cons h ▸ insert a s h hs) s

theorem card_le_card {s t : Finset α} : s ⊆ t → s.card ≤ t.card := by
  have : DecidableEq α := fun _ _ => Classical.propDecidable _
  induction s using Finset.cons_induction generalizing t with
  | empty => intro _; exact Nat.zero_le _
  | cons a s ha ih =>
    intro h
    have h1 : a ∈ t := h (mem_cons.2 (.inl rfl))
    have h2 : s ⊆ t.erase a := fun x hx => mem_erase.2 ⟨fun e => ha (e ▸ hx), h (mem_cons.2 (.inr hx))⟩
    have h3 := ih h2
    have h4 : t.card = (t.erase a).card + 1 := by
      conv => lhs; rw [← insert_erase h1]
      rw [card_insert_of_notMem (notMem_erase a t)]
    rw [card_cons]; omega
theorem eq_of_subset_of_card_le {s t : Finset α} (h : s ⊆ t) (h₂ : t.card ≤ s.card) : s = t := by
  have : DecidableEq α := fun _ _ => Classical.propDecidable _
  refine Subset.antisymm h fun a ha => Classical.byContradiction fun hn => ?_
  have h1 : insert a s ⊆ t := fun x hx => (mem_insert.1 hx).elim (fun e => e ▸ ha) fun hx => h hx
  have := card_le_card h1
  rw [card_insert_of_notMem hn] at this; omega
theorem card_pos {s : Finset α} : 0 < s.card ↔ s.Nonempty := by
  constructor
  · intro h
    refine Classical.byContradiction fun hn => ?_
    rw [eq_empty_iff_forall_notMem.2 fun x hx => hn ⟨x, hx⟩] at h
    exact absurd h (Nat.lt_irrefl 0)
  · rintro ⟨x, hx⟩
    exact Nat.pos_of_ne_zero fun e => notMem_empty x (card_eq_zero.1 e ▸ hx)

end Finset

/-- `{x ∈ s | p x}` for a finite set `s`. -/
syntax (name := finsetSep) "{" ident " ∈ " term " | " term "}" : term
macro_rules (kind := finsetSep)
  | `({ $x:ident ∈ $s | $p }) => `(Finset.filter (fun $x:ident => $p) $s)
