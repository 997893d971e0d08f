prelude
import Init.Data.List.Lemmas

/-! Lists without repetition, and permutations. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v}

@[simp] theorem pairwise_cons {R : α → α → Prop} {a : α} {l : List α} :
    Pairwise R (a :: l) ↔ (∀ a', a' ∈ l → R a a') ∧ Pairwise R l :=
  ⟨fun h => match h with | .cons h₁ h₂ => ⟨h₁, h₂⟩, fun ⟨h₁, h₂⟩ => .cons h₁ h₂⟩

attribute [simp] Pairwise.nil

@[simp] theorem nodup_nil : @Nodup α [] := .nil

@[simp] theorem nodup_cons {a : α} {l : List α} : Nodup (a :: l) ↔ ¬ a ∈ l ∧ Nodup l := by
  unfold Nodup
  rw [pairwise_cons]
  exact and_congr ⟨fun h hm => h a hm rfl, fun h _ hm e => h (e ▸ hm)⟩ Iff.rfl

/-- Universal statements about the entries of a list can be decided. -/
instance decidableBAll (p : α → Prop) [DecidablePred p] :
    ∀ l : List α, Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue fun _ h => absurd h not_mem_nil
  | a :: l =>
    if h : p a then
      match decidableBAll p l with
      | isTrue h' => isTrue fun x hx => (mem_cons.1 hx).elim (fun e => e ▸ h) (h' x)
      | isFalse h' => isFalse fun H => h' fun x hx => H x (.tail _ hx)
    else isFalse fun H => h (H a (.head _))

/-- Existential statements about the entries of a list can be decided. -/
instance decidableBEx (p : α → Prop) [DecidablePred p] :
    ∀ l : List α, Decidable (∃ x, x ∈ l ∧ p x)
  | [] => isFalse fun ⟨_, h, _⟩ => absurd h not_mem_nil
  | a :: l =>
    if h : p a then isTrue ⟨a, .head _, h⟩
    else match decidableBEx p l with
      | isTrue h' => isTrue (let ⟨x, hx, hp⟩ := h'; ⟨x, .tail _ hx, hp⟩)
      | isFalse h' => isFalse fun ⟨x, hx, hp⟩ =>
          (mem_cons.1 hx).elim (fun e => h (e ▸ hp)) fun hx => h' ⟨x, hx, hp⟩

instance instDecidablePairwise {R : α → α → Prop} [DecidableRel R] :
    ∀ l : List α, Decidable (Pairwise R l)
  | [] => isTrue .nil
  | a :: l =>
    match decidableBAll (R a) l, instDecidablePairwise l with
    | isTrue h₁, isTrue h₂ => isTrue (.cons h₁ h₂)
    | isFalse h₁, _ => isFalse fun h => h₁ (pairwise_cons.1 h).1
    | _, isFalse h₂ => isFalse fun h => h₂ (pairwise_cons.1 h).2

instance nodupDecidable [DecidableEq α] : ∀ l : List α, Decidable (Nodup l) :=
  instDecidablePairwise

theorem Nodup.filter (p : α → Bool) : ∀ {l : List α}, Nodup l → Nodup (l.filter p)
  | [], _ => .nil
  | a :: l, h => by
    rw [nodup_cons] at h
    rw [filter_cons]
    split
    · exact nodup_cons.2 ⟨fun hm => h.1 (mem_filter.1 hm).1, h.2.filter p⟩
    · exact h.2.filter p

theorem Nodup.map_on {f : α → β} : ∀ {l : List α},
    (∀ x, x ∈ l → ∀ y, y ∈ l → f x = f y → x = y) → Nodup l → Nodup (l.map f)
  | [], _, _ => .nil
  | a :: l, H, h => by
    rw [nodup_cons] at h
    rw [map_cons, nodup_cons, mem_map]
    refine ⟨fun ⟨x, hx, e⟩ => h.1 ?_, Nodup.map_on (fun x hx y hy => H x (.tail _ hx) y (.tail _ hy)) h.2⟩
    exact (H x (.tail _ hx) a (.head _) e) ▸ hx

theorem nodup_append {l₁ l₂ : List α} : Nodup (l₁ ++ l₂) ↔
    Nodup l₁ ∧ Nodup l₂ ∧ ∀ a, a ∈ l₁ → ∀ b, b ∈ l₂ → a ≠ b := by
  induction l₁ with
  | nil => simp
  | cons x l ih =>
    rw [cons_append, nodup_cons, nodup_cons, ih, mem_append, not_or]
    constructor
    · rintro ⟨⟨h1, h2⟩, h3, h4, h5⟩
      refine ⟨⟨h1, h3⟩, h4, fun a ha b hb e => ?_⟩
      rcases mem_cons.1 ha with e' | ha
      · exact h2 (e' ▸ e ▸ hb)
      · exact h5 a ha b hb e
    · rintro ⟨⟨h1, h3⟩, h4, h5⟩
      exact ⟨⟨h1, fun hm => h5 x (.head _) x hm rfl⟩, h3, h4,
        fun a ha => h5 a (.tail _ ha)⟩

namespace Perm

protected theorem refl : ∀ l : List α, Perm l l
  | [] => .nil
  | x :: l => .cons x (Perm.refl l)

protected theorem symm {l₁ l₂ : List α} (h : Perm l₁ l₂) : Perm l₂ l₁ := by
  induction h with
  | nil => exact .nil
  | cons x _ ih => exact .cons x ih
  | swap x y l => exact .swap y x l
  | trans _ _ ih₁ ih₂ => exact .trans ih₂ ih₁

theorem mem_iff {a : α} {l₁ l₂ : List α} (h : Perm l₁ l₂) : a ∈ l₁ ↔ a ∈ l₂ := by
  induction h with
  | nil => exact Iff.rfl
  | cons x _ ih => rw [mem_cons, mem_cons, ih]
  | swap x y l => rw [mem_cons, mem_cons, mem_cons, mem_cons]; exact or_left_comm
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem length_eq {l₁ l₂ : List α} (h : Perm l₁ l₂) : l₁.length = l₂.length := by
  induction h with
  | nil => rfl
  | cons x _ ih => rw [length_cons, length_cons, ih]
  | swap x y l => rfl
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

protected theorem map (f : α → β) {l₁ l₂ : List α} (h : Perm l₁ l₂) : Perm (l₁.map f) (l₂.map f) := by
  induction h with
  | nil => exact .nil
  | cons x _ ih => exact .cons _ ih
  | swap x y l => exact .swap _ _ _
  | trans _ _ ih₁ ih₂ => exact .trans ih₁ ih₂

protected theorem filter (p : α → Bool) {l₁ l₂ : List α} (h : Perm l₁ l₂) :
    Perm (l₁.filter p) (l₂.filter p) := by
  induction h with
  | nil => exact .nil
  | cons x _ ih =>
    rw [filter_cons, filter_cons]
    split
    · exact .cons _ ih
    · exact ih
  | swap x y l =>
    by_cases hx : p x = true <;> by_cases hy : p y = true <;> simp [hx, hy]
    · exact .swap _ _ _
    all_goals exact Perm.refl _
  | trans _ _ ih₁ ih₂ => exact .trans ih₁ ih₂

theorem append_right {l₁ l₂ : List α} (t : List α) (h : Perm l₁ l₂) : Perm (l₁ ++ t) (l₂ ++ t) := by
  induction h with
  | nil => exact Perm.refl _
  | cons x _ ih => exact .cons _ ih
  | swap x y l => exact .swap _ _ _
  | trans _ _ ih₁ ih₂ => exact .trans ih₁ ih₂

theorem append_left {l₁ l₂ : List α} : ∀ (t : List α), Perm l₁ l₂ → Perm (t ++ l₁) (t ++ l₂)
  | [], h => h
  | x :: t, h => .cons x (append_left t h)

theorem append {l₁ l₂ t₁ t₂ : List α} (h : Perm l₁ l₂) (h' : Perm t₁ t₂) :
    Perm (l₁ ++ t₁) (l₂ ++ t₂) := (append_right t₁ h).trans (append_left l₂ h')

theorem nodup_iff {l₁ l₂ : List α} (h : Perm l₁ l₂) : Nodup l₁ ↔ Nodup l₂ := by
  induction h with
  | nil => exact Iff.rfl
  | cons x h ih => rw [nodup_cons, nodup_cons, ih, h.mem_iff]
  | swap x y l =>
    simp only [nodup_cons, mem_cons, not_or]
    constructor
    · rintro ⟨⟨h1, h2⟩, h3, h4⟩; exact ⟨⟨fun e => h1 e.symm, h3⟩, h2, h4⟩
    · rintro ⟨⟨h1, h2⟩, h3, h4⟩; exact ⟨⟨fun e => h1 e.symm, h3⟩, h2, h4⟩
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

theorem foldr_eq' {f : α → β → β} {l₁ l₂ : List α} (h : Perm l₁ l₂)
    (comm : ∀ a b x, f a (f b x) = f b (f a x)) (init : β) :
    foldr f init l₁ = foldr f init l₂ := by
  induction h with
  | nil => rfl
  | cons x _ ih => exact congrArg (f x) ih
  | swap x y l => exact comm _ _ _
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂

end Perm

theorem perm_middle {a : α} : ∀ {l₁ l₂ : List α}, Perm (l₁ ++ a :: l₂) (a :: (l₁ ++ l₂))
  | [], _ => Perm.refl _
  | b :: l₁, _ => (Perm.cons b (perm_middle (l₁ := l₁))).trans (.swap a b _)

theorem perm_append_comm : ∀ {l₁ l₂ : List α}, Perm (l₁ ++ l₂) (l₂ ++ l₁)
  | [], l₂ => by rw [append_nil]; exact Perm.refl _
  | a :: l₁, l₂ => (Perm.cons a perm_append_comm).trans perm_middle.symm

theorem perm_ext_iff_of_nodup : ∀ {l₁ l₂ : List α}, Nodup l₁ → Nodup l₂ →
    (Perm l₁ l₂ ↔ ∀ a, a ∈ l₁ ↔ a ∈ l₂)
  | l₁, l₂, h₁, h₂ => ⟨fun h _ => h.mem_iff, go l₁ l₂ h₁ h₂⟩
where go : ∀ l₁ l₂ : List α, Nodup l₁ → Nodup l₂ → (∀ a, a ∈ l₁ ↔ a ∈ l₂) → Perm l₁ l₂
  | [], [], _, _, _ => .nil
  | [], b :: _, _, _, h => absurd ((h b).2 (.head _)) not_mem_nil
  | a :: l₁, l₂, h₁, h₂, h => by
    obtain ⟨s, t, rfl⟩ := append_of_mem ((h a).1 (.head _))
    rw [perm_middle.nodup_iff, nodup_cons] at h₂
    rw [nodup_cons] at h₁
    refine .trans (.cons a (go l₁ (s ++ t) h₁.2 h₂.2 fun x => ?_)) perm_middle.symm
    have hx := h x
    rw [perm_middle.mem_iff, mem_cons, mem_cons] at hx
    constructor
    · intro hm
      exact (hx.1 (.inr hm)).resolve_left fun e => h₁.1 (e ▸ hm)
    · intro hm
      exact (hx.2 (.inr hm)).resolve_left fun e => h₂.1 (e ▸ hm)

theorem nodup_range' : ∀ {s n : Nat}, Nodup (range' s n)
  | _, 0 => .nil
  | s, n + 1 => by
    rw [range'_succ, nodup_cons, mem_range'_1]
    exact ⟨by omega, nodup_range'⟩

theorem nodup_range {n : Nat} : Nodup (range n) := by rw [range_eq_range']; exact nodup_range'

end List
