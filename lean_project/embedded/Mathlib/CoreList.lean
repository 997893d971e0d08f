import Mathlib.CoreGap
/-!
# Lists

What Lean's core library says about lists and this library's `Init` does not yet: membership,
`Pairwise`, `Nodup`, `Perm`, under Lean's own names, and nothing else.
-/
universe u v w

namespace List
variable {α : Type u} {β : Type v}

@[simp] theorem mem_append {a : α} : ∀ {s t : List α}, a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t
  | [], t => by simp
  | b :: s, t => by rw [cons_append, mem_cons, mem_cons, mem_append, _root_.or_assoc]

@[simp] theorem mem_map {f : α → β} {b : β} : ∀ {l : List α}, b ∈ l.map f ↔ ∃ a, a ∈ l ∧ f a = b
  | [] => by simp
  | a :: l => by
    rw [map_cons, mem_cons, mem_map]
    constructor
    · rintro (h | ⟨x, hx, h⟩)
      · exact ⟨a, .head _, h.symm⟩
      · exact ⟨x, .tail _ hx, h⟩
    · rintro ⟨x, hx, h⟩
      rcases mem_cons.1 hx with e | hx
      · exact .inl (e ▸ h.symm)
      · exact .inr ⟨x, hx, h⟩

@[simp] theorem mem_filter {p : α → Bool} {x : α} :
    ∀ {l : List α}, x ∈ l.filter p ↔ x ∈ l ∧ p x = true
  | [] => by simp [filter]
  | a :: l => by
    unfold filter
    split
    · rw [mem_cons, mem_cons, mem_filter]
      constructor
      · rintro (rfl | ⟨h1, h2⟩)
        · exact ⟨.inl rfl, ‹_›⟩
        · exact ⟨.inr h1, h2⟩
      · rintro ⟨rfl | h1, h2⟩
        · exact .inl rfl
        · exact .inr ⟨h1, h2⟩
    · rw [mem_filter, mem_cons]
      constructor
      · rintro ⟨h1, h2⟩; exact ⟨.inr h1, h2⟩
      · rintro ⟨rfl | h1, h2⟩
        · exact absurd h2 ‹_›
        · exact ⟨h1, h2⟩

/-- `Pairwise R l`: every two entries of `l`, in their order, are related by `R`. -/
inductive Pairwise (R : α → α → Prop) : List α → Prop
  | nil : Pairwise R []
  | cons : ∀ {a : α} {l : List α}, (∀ a', a' ∈ l → R a a') → Pairwise R l → Pairwise R (a :: l)

@[simp] theorem pairwise_cons {R : α → α → Prop} {a : α} {l : List α} :
    Pairwise R (a :: l) ↔ (∀ a', a' ∈ l → R a a') ∧ Pairwise R l :=
  ⟨fun h => match h with | .cons h₁ h₂ => ⟨h₁, h₂⟩, fun ⟨h₁, h₂⟩ => .cons h₁ h₂⟩

attribute [simp] Pairwise.nil

/-- No entry occurs twice. -/
def Nodup : List α → Prop := Pairwise (· ≠ ·)

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
    unfold List.filter
    split
    · rw [nodup_cons]; exact ⟨fun hm => h.1 (mem_filter.1 hm).1, h.2.filter p⟩
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

/-- `Perm l₁ l₂`: the lists have the same entries, each as often. -/
inductive Perm : List α → List α → Prop
  | nil : Perm [] []
  | cons (x : α) {l₁ l₂ : List α} : Perm l₁ l₂ → Perm (x :: l₁) (x :: l₂)
  | swap (x y : α) (l : List α) : Perm (y :: x :: l) (x :: y :: l)
  | trans {l₁ l₂ l₃ : List α} : Perm l₁ l₂ → Perm l₂ l₃ → Perm l₁ l₃

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
    unfold List.filter; split
    · exact .cons _ ih
    · exact ih
  | swap x y l =>
    by_cases hx : p x = true <;> by_cases hy : p y = true <;> simp [List.filter, hx, hy]
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

theorem append_of_mem {a : α} : ∀ {l : List α}, a ∈ l → ∃ s t, l = s ++ a :: t
  | _, .head as => ⟨[], as, rfl⟩
  | _, .tail b h => let ⟨s, t, e⟩ := append_of_mem h; ⟨b :: s, t, by rw [e]; rfl⟩

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

theorem mem_range'' {m : Nat} : ∀ {s n : Nat}, m ∈ range' s n ↔ s ≤ m ∧ m < s + n
  | s, 0 => ⟨fun h => absurd h not_mem_nil, fun h => by omega⟩
  | s, n + 1 => by
    rw [show range' s (n + 1) = s :: range' (s + 1) n from rfl, mem_cons, mem_range'']
    omega

theorem nodup_range' : ∀ {s n : Nat}, Nodup (range' s n)
  | _, 0 => .nil
  | s, n + 1 => by
    rw [show range' s (n + 1) = s :: range' (s + 1) n from rfl, nodup_cons, mem_range'']
    exact ⟨by omega, nodup_range'⟩

theorem range'_succ_perm : ∀ {s n : Nat}, range' s (n + 1) = range' s n ++ [s + n]
  | _, 0 => rfl
  | s, n + 1 => by
    rw [show range' s (n + 1 + 1) = s :: range' (s + 1) (n + 1) from rfl, range'_succ_perm,
      show range' s (n + 1) = s :: range' (s + 1) n from rfl, cons_append,
      show s + 1 + n = s + (n + 1) by omega]

@[simp] theorem foldr_cons (f : α → β → β) (b : β) (a : α) (l : List α) :
    foldr f b (a :: l) = f a (foldr f b l) := rfl
@[simp] theorem foldr_nil (f : α → β → β) (b : β) : foldr f b [] = b := rfl

theorem foldr_append (f : α → β → β) (b : β) : ∀ (l l' : List α),
    foldr f b (l ++ l') = foldr f (foldr f b l') l
  | [], _ => rfl
  | a :: l, l' => congrArg (f a) (foldr_append f b l l')

@[simp] theorem filter_nil (p : α → Bool) : filter p [] = [] := rfl
theorem filter_cons {p : α → Bool} {a : α} {l : List α} :
    filter p (a :: l) = if p a then a :: filter p l else filter p l := by
  show (if p a then _ else _) = _; rfl

@[simp] theorem map_append (f : α → β) : ∀ l l' : List α, map f (l ++ l') = map f l ++ map f l'
  | [], _ => rfl
  | a :: l, l' => congrArg (f a :: ·) (map_append f l l')

@[simp] theorem map_map {γ : Type w} (g : β → γ) (f : α → β) : ∀ l : List α,
    map g (map f l) = map (g ∘ f) l
  | [] => rfl
  | a :: l => congrArg (g (f a) :: ·) (map_map g f l)

end List
