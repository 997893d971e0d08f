import Mathlib.Algebra
/-!
# Multisets

Lists up to permutation, as in Mathlib, as far as finite sets and finite sums stand on them, and
nothing else.
-/
universe u v w

/-- A list up to the order of its entries. -/
def Multiset (α : Type u) : Type u := Quot (@List.Perm α)

namespace Multiset
variable {α : Type u} {β : Type v}

/-- The multiset of the entries of a list. -/
def ofList (l : List α) : Multiset α := Quot.mk _ l
instance : Coe (List α) (Multiset α) := ⟨ofList⟩

theorem ind' {p : Multiset α → Prop} (h : ∀ l : List α, p (ofList l)) (s : Multiset α) : p s :=
  Quot.ind h s

instance : Membership α (Multiset α) :=
  ⟨fun s a => Quot.lift (fun l : List α => a ∈ l) (fun _ _ h => propext h.mem_iff) s⟩
@[simp] theorem mem_coe {a : α} {l : List α} : a ∈ ofList l ↔ a ∈ l := Iff.rfl

instance decidableMem [DecidableEq α] (a : α) (s : Multiset α) : Decidable (a ∈ s) :=
  decidable_of_iff
    (Quot.lift (fun l : List α => decide (a ∈ l))
      (fun l₁ l₂ h => by simp only [h.mem_iff]) s = true)
    (ind' (p := fun s => Quot.lift _ _ s = true ↔ a ∈ s) (fun _ => by
      show decide _ = true ↔ _
      rw [decide_eq_true_eq]; exact Iff.rfl) s)

/-- All entries satisfy a decidable predicate. -/
def all (s : Multiset α) (p : α → Bool) : Bool :=
  Quot.lift (fun l : List α => decide (∀ x, x ∈ l → p x = true))
    (fun l₁ l₂ h => by simp only [h.mem_iff]) s

theorem all_iff {s : Multiset α} {p : α → Bool} : s.all p = true ↔ ∀ x, x ∈ s → p x = true :=
  ind' (p := fun s => s.all p = true ↔ ∀ x, x ∈ s → p x = true) (fun l => by
    show decide _ = true ↔ _
    rw [decide_eq_true_eq]; exact Iff.rfl) s

/-- The number of entries. -/
def card (s : Multiset α) : ℕ := Quot.lift List.length (fun _ _ h => h.length_eq) s
@[simp] theorem coe_card (l : List α) : card (ofList l) = l.length := rfl

/-- Fold a function whose order of application does not matter. -/
def foldr (f : α → β → β) (H : ∀ a b x, f a (f b x) = f b (f a x)) (b : β) (s : Multiset α) : β :=
  Quot.lift (List.foldr f b) (fun _ _ h => h.foldr_eq' H b) s

/-- Apply a function to every entry. -/
def map (f : α → β) (s : Multiset α) : Multiset β :=
  Quot.lift (fun l => ofList (l.map f)) (fun _ _ h => Quot.sound (h.map f)) s
@[simp] theorem mem_map {f : α → β} {b : β} {s : Multiset α} :
    b ∈ s.map f ↔ ∃ a, a ∈ s ∧ f a = b :=
  ind' (p := fun s => b ∈ s.map f ↔ ∃ a, a ∈ s ∧ f a = b) (fun _ => List.mem_map) s
@[simp] theorem card_map (f : α → β) (s : Multiset α) : card (s.map f) = card s :=
  ind' (p := fun s => card (s.map f) = card s) (fun _ => List.length_map f) s

/-- Keep the entries with `p`. -/
def filter (p : α → Prop) [DecidablePred p] (s : Multiset α) : Multiset α :=
  Quot.lift (fun l => ofList (l.filter fun a => decide (p a)))
    (fun _ _ h => Quot.sound (h.filter _)) s
@[simp] theorem mem_filter {p : α → Prop} [DecidablePred p] {a : α} {s : Multiset α} :
    a ∈ s.filter p ↔ a ∈ s ∧ p a :=
  ind' (p := fun s => a ∈ s.filter p ↔ a ∈ s ∧ p a) (fun l => by
    show a ∈ l.filter _ ↔ _
    rw [List.mem_filter, decide_eq_true_eq]; exact Iff.rfl) s

/-- No entry occurs twice. -/
def Nodup (s : Multiset α) : Prop := Quot.lift List.Nodup (fun _ _ h => propext h.nodup_iff) s
@[simp] theorem coe_nodup {l : List α} : Nodup (ofList l) ↔ l.Nodup := Iff.rfl

theorem Nodup.filter (p : α → Prop) [DecidablePred p] {s : Multiset α} : Nodup s → Nodup (s.filter p) :=
  ind' (p := fun s => Nodup s → Nodup (s.filter p)) (fun _ h => List.Nodup.filter _ h) s
theorem Nodup.map_on {f : α → β} {s : Multiset α} :
    (∀ x, x ∈ s → ∀ y, y ∈ s → f x = f y → x = y) → Nodup s → Nodup (s.map f) :=
  ind' (p := fun s => (∀ x, x ∈ s → ∀ y, y ∈ s → f x = f y → x = y) → Nodup s → Nodup (s.map f))
    (fun _ H h => List.Nodup.map_on H h) s
theorem Nodup.ext {s t : Multiset α} : Nodup s → Nodup t → (∀ a, a ∈ s ↔ a ∈ t) → s = t :=
  ind' (p := fun s => Nodup s → Nodup t → (∀ a, a ∈ s ↔ a ∈ t) → s = t) (fun l₁ =>
    ind' (p := fun t => Nodup (ofList l₁) → Nodup t → (∀ a, a ∈ ofList l₁ ↔ a ∈ t) → ofList l₁ = t)
      (fun _ h₁ h₂ h => Quot.sound ((List.perm_ext_iff_of_nodup h₁ h₂).2 h)) t) s

/-- Put one more entry in. -/
def cons (a : α) (s : Multiset α) : Multiset α :=
  Quot.lift (fun l => ofList (a :: l)) (fun _ _ h => Quot.sound (.cons a h)) s
instance : EmptyCollection (Multiset α) := ⟨ofList []⟩
instance : Zero (Multiset α) := ⟨ofList []⟩
/-- The entries of both. -/
def add (s t : Multiset α) : Multiset α :=
  Quot.lift (fun l₁ => Quot.lift (fun l₂ => ofList (l₁ ++ l₂))
      (fun _ _ h => Quot.sound (.append_left l₁ h)) t)
    (fun _ _ h => by
      induction t using Quot.ind with
      | mk l₂ => exact Quot.sound (.append_right l₂ h)) s
instance : Add (Multiset α) := ⟨add⟩
@[simp] theorem mem_add {a : α} {s t : Multiset α} : a ∈ s + t ↔ a ∈ s ∨ a ∈ t :=
  ind' (p := fun s => a ∈ s + t ↔ a ∈ s ∨ a ∈ t) (fun _ =>
    ind' (p := fun t => a ∈ ofList _ + t ↔ a ∈ ofList _ ∨ a ∈ t) (fun _ => List.mem_append) t) s

section Dedup
variable [DecidableEq α]
/-- Drop repeated entries of a list. -/
def dedupList : List α → List α
  | [] => []
  | a :: l => if a ∈ l then dedupList l else a :: dedupList l
theorem mem_dedupList {a : α} : ∀ {l : List α}, a ∈ dedupList l ↔ a ∈ l
  | [] => Iff.rfl
  | b :: l => by
    unfold dedupList
    split
    · rw [mem_dedupList, List.mem_cons]
      exact ⟨.inr, fun h => h.elim (fun e => e ▸ ‹_›) id⟩
    · rw [List.mem_cons, List.mem_cons, mem_dedupList]
theorem nodup_dedupList : ∀ l : List α, (dedupList l).Nodup
  | [] => .nil
  | a :: l => by
    unfold dedupList
    split
    · exact nodup_dedupList l
    · rw [List.nodup_cons, mem_dedupList]; exact ⟨‹_›, nodup_dedupList l⟩

/-- Drop repeated entries. -/
def dedup (s : Multiset α) : Multiset α :=
  Quot.lift (fun l => ofList (dedupList l)) (fun l₁ l₂ h => Quot.sound
    ((List.perm_ext_iff_of_nodup (nodup_dedupList l₁) (nodup_dedupList l₂)).2 fun a => by
      rw [mem_dedupList, mem_dedupList, h.mem_iff])) s
@[simp] theorem mem_dedup {a : α} {s : Multiset α} : a ∈ dedup s ↔ a ∈ s :=
  ind' (p := fun s => a ∈ dedup s ↔ a ∈ s) (fun _ => mem_dedupList) s
theorem nodup_dedup (s : Multiset α) : (dedup s).Nodup :=
  ind' (p := fun s => (dedup s).Nodup) (fun l => nodup_dedupList l) s
end Dedup

/-- `0, 1, ..., n - 1`. -/
def range (n : ℕ) : Multiset ℕ := ofList (List.range n)
@[simp] theorem mem_range {m n : ℕ} : m ∈ range n ↔ m < n := by
  show m ∈ List.range n ↔ _
  exact List.mem_range
theorem nodup_range (n : ℕ) : (range n).Nodup := List.nodup_range

/-- The sum of the entries. -/
def sum [AddCommMonoid α] (s : Multiset α) : α := s.foldr (· + ·) add_left_comm 0
/-- The product of the entries. -/
def prod [CommMonoid α] (s : Multiset α) : α := s.foldr (· * ·) mul_left_comm 1

end Multiset

/-- The sum of the values `f a` over the entries of a list. -/
theorem Multiset.sum_coe {α : Type u} [AddCommMonoid α] (l : List α) :
    (Multiset.ofList l).sum = l.foldr (· + ·) 0 := rfl
