prelude
import Init.Data.List.Basic
import Init.Nat.Linear

/-! Lists: membership, lengths, maps, filters, ranges. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v}

/-! ### Constructors, membership -/

@[simp] theorem cons_ne_nil (a : α) (l : List α) : a :: l ≠ [] := nofun
theorem cons_inj_right (a : α) {l l' : List α} : a :: l = a :: l' ↔ l = l' :=
  ⟨fun h => by cases h; rfl, fun h => h ▸ rfl⟩
theorem exists_cons_of_ne_nil : ∀ {l : List α}, l ≠ [] → ∃ b L, l = b :: L
  | [], h => absurd rfl h
  | b :: L, _ => ⟨b, L, rfl⟩

@[simp] theorem not_mem_nil {a : α} : ¬ a ∈ ([] : List α) := fun h => nomatch h

@[simp] theorem mem_cons {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l :=
  ⟨fun h => match h with | .head _ => .inl rfl | .tail _ h => .inr h,
    fun h => match h with | .inl e => e ▸ .head _ | .inr h => .tail _ h⟩

theorem mem_cons_self {a : α} {l : List α} : a ∈ a :: l := .head l
theorem mem_cons_of_mem (y : α) {a : α} {l : List α} : a ∈ l → a ∈ y :: l := .tail y
theorem mem_singleton {a b : α} : a ∈ [b] ↔ a = b := by rw [mem_cons]; simp
theorem forall_mem_cons {p : α → Prop} {a : α} {l : List α} : (∀ x, x ∈ a :: l → p x) ↔ p a ∧ ∀ x, x ∈ l → p x :=
  ⟨fun h => ⟨h a (.head l), fun x hx => h x (.tail a hx)⟩,
    fun ⟨h₁, h₂⟩ x hx => (mem_cons.1 hx).elim (fun e => e ▸ h₁) (h₂ x)⟩
theorem exists_mem_cons {p : α → Prop} {a : α} {l : List α} : (∃ x, x ∈ a :: l ∧ p x) ↔ p a ∨ ∃ x, x ∈ l ∧ p x :=
  ⟨fun ⟨x, hx, hp⟩ => (mem_cons.1 hx).elim (fun e => .inl (e ▸ hp)) fun hx => .inr ⟨x, hx, hp⟩,
    fun | .inl h => ⟨a, .head l, h⟩ | .inr ⟨x, hx, hp⟩ => ⟨x, .tail a hx, hp⟩⟩
theorem eq_nil_iff_forall_not_mem {l : List α} : l = [] ↔ ∀ a, a ∉ l := by
  cases l with
  | nil => simp
  | cons b l => exact ⟨nofun, fun h => absurd (.head l) (h b)⟩
theorem ne_nil_of_mem {a : α} {l : List α} (h : a ∈ l) : l ≠ [] := fun e => nomatch e ▸ h

theorem elem_eq_true_of_mem [BEq α] [LawfulBEq α] {a : α} : ∀ {as : List α}, a ∈ as → elem a as = true
  | _, .head _ => by unfold elem; rw [beq_self_eq_true]
  | b :: _, .tail _ h => by unfold elem; split <;> first | rfl | exact elem_eq_true_of_mem h

theorem mem_of_elem_eq_true [BEq α] [LawfulBEq α] {a : α} : ∀ {as : List α}, elem a as = true → a ∈ as
  | b :: bs, h => by
    unfold elem at h
    split at h
    · have e : a = b := eq_of_beq ‹(a == b) = true›
      exact e ▸ .head bs
    · exact .tail b (mem_of_elem_eq_true h)

instance instDecidableMemOfLawfulBEq [BEq α] [LawfulBEq α] (a : α) (as : List α) : Decidable (a ∈ as) :=
  decidable_of_decidable_of_iff ⟨mem_of_elem_eq_true, elem_eq_true_of_mem⟩

@[simp] theorem elem_iff [BEq α] [LawfulBEq α] {a : α} {as : List α} : elem a as = true ↔ a ∈ as :=
  ⟨mem_of_elem_eq_true, elem_eq_true_of_mem⟩

theorem contains_iff_mem [BEq α] [LawfulBEq α] {a : α} {as : List α} : as.contains a = true ↔ a ∈ as := elem_iff

/-! ### Append and length -/

@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl
@[simp] theorem cons_append {a : α} {as bs : List α} : a :: as ++ bs = a :: (as ++ bs) := rfl

@[simp] theorem append_nil : ∀ as : List α, as ++ [] = as
  | [] => rfl
  | a :: as => congrArg (a :: ·) (append_nil as)

@[simp] theorem append_assoc : ∀ as bs cs : List α, as ++ bs ++ cs = as ++ (bs ++ cs)
  | [], _, _ => rfl
  | a :: as, bs, cs => congrArg (a :: ·) (append_assoc as bs cs)

instance : Std.Associative (α := List α) (· ++ ·) := ⟨append_assoc⟩
instance : Std.LawfulIdentity (α := List α) (· ++ ·) [] := ⟨nil_append, append_nil⟩

theorem append_cons (as : List α) (b : α) (bs : List α) : as ++ b :: bs = as ++ [b] ++ bs := by simp
@[simp] theorem append_eq_nil_iff {p q : List α} : p ++ q = [] ↔ p = [] ∧ q = [] := by cases p <;> simp
theorem append_cancel_left {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs := by
  induction as with
  | nil => exact h
  | cons a as ih => exact ih ((cons_inj_right a).1 h)
@[simp] theorem append_right_inj {t₁ t₂ : List α} (s : List α) : s ++ t₁ = s ++ t₂ ↔ t₁ = t₂ :=
  ⟨append_cancel_left, fun h => h ▸ rfl⟩

@[simp] theorem length_nil : ([] : List α).length = 0 := rfl
@[simp] theorem length_cons {a : α} {as : List α} : (a :: as).length = as.length + 1 := rfl
theorem length_singleton {a : α} : [a].length = 1 := rfl
@[simp] theorem length_eq_zero_iff : ∀ {l : List α}, l.length = 0 ↔ l = []
  | [] => ⟨fun _ => rfl, fun _ => rfl⟩
  | _ :: _ => ⟨nofun, nofun⟩
theorem eq_nil_of_length_eq_zero {l : List α} : l.length = 0 → l = [] := length_eq_zero_iff.1
theorem length_pos_iff {l : List α} : 0 < l.length ↔ l ≠ [] := by
  exact Nat.pos_iff_ne_zero.trans (not_congr length_eq_zero_iff)

@[simp] theorem length_append : ∀ {as bs : List α}, (as ++ bs).length = as.length + bs.length
  | [], _ => (Nat.zero_add _).symm
  | a :: as, bs => by rw [cons_append, length_cons, length_append, length_cons, Nat.add_right_comm]

@[simp] theorem mem_append {a : α} : ∀ {s t : List α}, a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t
  | [], t => by simp
  | b :: s, t => by rw [cons_append, mem_cons, mem_cons, mem_append, _root_.or_assoc]

theorem append_of_mem {a : α} : ∀ {l : List α}, a ∈ l → ∃ s t, l = s ++ a :: t
  | _, .head as => ⟨[], as, rfl⟩
  | _, .tail b h => let ⟨s, t, e⟩ := append_of_mem h; ⟨b :: s, t, by rw [e]; rfl⟩

/-! ### Maps -/

@[simp] theorem map_nil {f : α → β} : map f [] = [] := rfl
@[simp] theorem map_cons {f : α → β} {a : α} {l : List α} : map f (a :: l) = f a :: map f l := rfl
@[simp] theorem length_map {as : List α} (f : α → β) : (as.map f).length = as.length := by
  induction as with
  | nil => rfl
  | cons _ _ ih => exact congrArg (· + 1) ih
@[simp] theorem map_append {f : α → β} : ∀ {l l' : List α}, map f (l ++ l') = map f l ++ map f l'
  | [], _ => rfl
  | a :: _, _ => congrArg (f a :: ·) map_append
@[simp] theorem map_map {g : β → γ} {f : α → β} : ∀ {l : List α}, map g (map f l) = map (g ∘ f) l
  | [] => rfl
  | a :: _ => congrArg (g (f a) :: ·) map_map
@[simp] theorem map_id_fun : map (id : α → α) = id := funext fun l => by
  induction l with
  | nil => rfl
  | cons a _ ih => exact congrArg (a :: ·) ih
theorem map_id (l : List α) : map (id : α → α) l = l := congrFun map_id_fun l
theorem map_congr_left {f g : α → β} : ∀ {l : List α}, (∀ a, a ∈ l → f a = g a) → map f l = map g l
  | [], _ => rfl
  | a :: l, h => by
    rw [map_cons, map_cons, h a (.head l), map_congr_left fun x hx => h x (.tail a hx)]

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

theorem mem_map_of_mem {a : α} {l : List α} {f : α → β} (h : a ∈ l) : f a ∈ map f l := mem_map.2 ⟨a, h, rfl⟩
theorem forall_mem_map {f : α → β} {l : List α} {P : β → Prop} :
    (∀ i, i ∈ l.map f → P i) ↔ ∀ j, j ∈ l → P (f j) :=
  ⟨fun h j hj => h _ (mem_map_of_mem hj), fun h i hi => let ⟨j, hj, e⟩ := mem_map.1 hi; e ▸ h j hj⟩

/-! ### Filters -/

@[simp] theorem filter_nil {p : α → Bool} : filter p [] = [] := rfl
@[simp] theorem filter_cons_of_pos {p : α → Bool} {a : α} {l : List α} (pa : p a = true) :
    filter p (a :: l) = a :: filter p l := by rw [filter, pa]
@[simp] theorem filter_cons_of_neg {p : α → Bool} {a : α} {l : List α} (pa : ¬p a = true) :
    filter p (a :: l) = filter p l := by rw [filter, Bool.of_not_eq_true pa]
theorem filter_cons {p : α → Bool} {a : α} {l : List α} :
    filter p (a :: l) = if p a = true then a :: filter p l else filter p l := by
  by_cases h : p a = true
  · rw [filter_cons_of_pos h, if_pos h]
  · rw [filter_cons_of_neg h, if_neg h]
@[simp] theorem filter_append {p : α → Bool} : ∀ (l₁ l₂ : List α), filter p (l₁ ++ l₂) = filter p l₁ ++ filter p l₂
  | [], _ => rfl
  | a :: l₁, l₂ => by rw [cons_append, filter_cons, filter_cons, filter_append]; split <;> rfl
@[simp] theorem mem_filter {p : α → Bool} {x : α} : ∀ {l : List α}, x ∈ l.filter p ↔ x ∈ l ∧ p x = true
  | [] => by simp
  | a :: l => by
    by_cases h : p a = true
    · rw [filter_cons_of_pos h, mem_cons, mem_cons, mem_filter]
      exact ⟨fun | .inl e => ⟨.inl e, e ▸ h⟩ | .inr ⟨h₁, h₂⟩ => ⟨.inr h₁, h₂⟩,
        fun | ⟨.inl e, _⟩ => .inl e | ⟨.inr h₁, h₂⟩ => .inr ⟨h₁, h₂⟩⟩
    · rw [filter_cons_of_neg h, mem_cons, mem_filter]
      exact ⟨fun ⟨h₁, h₂⟩ => ⟨.inr h₁, h₂⟩, fun | ⟨.inl e, hp⟩ => absurd (e ▸ hp) h | ⟨.inr h₁, h₂⟩ => ⟨h₁, h₂⟩⟩
theorem length_filter_le (p : α → Bool) : ∀ l : List α, (l.filter p).length ≤ l.length
  | [] => Nat.le_refl 0
  | a :: l => by
    have := length_filter_le p l
    rw [filter_cons]
    split <;> (simp only [length_cons]; omega)

/-! ### Folds, sums -/

@[simp] theorem foldr_nil {f : α → β → β} {b : β} : foldr f b [] = b := rfl
@[simp] theorem foldr_cons {f : α → β → β} {b : β} {a : α} {l : List α} : foldr f b (a :: l) = f a (foldr f b l) := rfl
@[simp] theorem foldl_nil {f : α → β → α} {b : α} : foldl f b [] = b := rfl
@[simp] theorem foldl_cons {f : α → β → α} {b : α} {a : β} {l : List β} : foldl f b (a :: l) = foldl f (f b a) l := rfl
@[simp] theorem foldr_append {f : α → β → β} {b : β} : ∀ {l l' : List α},
    foldr f b (l ++ l') = foldr f (foldr f b l') l
  | [], _ => rfl
  | a :: _, _ => congrArg (f a) foldr_append
@[simp] theorem foldl_append {f : α → β → α} : ∀ {b : α} {l l' : List β},
    foldl f b (l ++ l') = foldl f (foldl f b l) l'
  | _, [], _ => rfl
  | b, a :: l, l' => foldl_append (b := f b a) (l := l) (l' := l')
@[simp] theorem sum_nil [Add α] [Zero α] : ([] : List α).sum = 0 := rfl
@[simp] theorem sum_cons [Add α] [Zero α] {a : α} {l : List α} : (a :: l).sum = a + l.sum := rfl
@[simp] theorem all_nil {p : α → Bool} : all [] p = true := rfl
@[simp] theorem all_cons {p : α → Bool} {a : α} {l : List α} : all (a :: l) p = (p a && all l p) := rfl
@[simp] theorem any_nil {p : α → Bool} : any [] p = false := rfl
@[simp] theorem any_cons {p : α → Bool} {a : α} {l : List α} : any (a :: l) p = (p a || any l p) := rfl
@[simp] theorem all_eq_true {p : α → Bool} : ∀ {l : List α}, l.all p = true ↔ ∀ x, x ∈ l → p x = true
  | [] => by simp
  | a :: l => by rw [all_cons, Bool.and_eq_true, all_eq_true, forall_mem_cons]
@[simp] theorem any_eq_true {p : α → Bool} : ∀ {l : List α}, l.any p = true ↔ ∃ x, x ∈ l ∧ p x = true
  | [] => by simp
  | a :: l => by rw [any_cons, Bool.or_eq_true, any_eq_true, exists_mem_cons]

/-! ### Reverse -/

theorem reverseAux_eq_append : ∀ as bs : List α, reverseAux as bs = reverseAux as [] ++ bs
  | [], _ => rfl
  | a :: as, bs => by
    show reverseAux as (a :: bs) = reverseAux as [a] ++ bs
    rw [reverseAux_eq_append as (a :: bs), reverseAux_eq_append as [a], append_assoc]; rfl
theorem reverseAux_eq (as bs : List α) : reverseAux as bs = reverse as ++ bs := reverseAux_eq_append as bs
@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl
@[simp] theorem reverse_cons {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] :=
  reverseAux_eq_append as [a]
@[simp] theorem reverse_append : ∀ {as bs : List α}, (as ++ bs).reverse = bs.reverse ++ as.reverse
  | [], bs => (append_nil _).symm
  | a :: as, bs => by rw [cons_append, reverse_cons, reverse_append, reverse_cons, append_assoc]
@[simp] theorem reverse_reverse : ∀ as : List α, as.reverse.reverse = as
  | [] => rfl
  | a :: as => by rw [reverse_cons, reverse_append, reverse_reverse]; rfl
@[simp] theorem length_reverse : ∀ {as : List α}, as.reverse.length = as.length
  | [] => rfl
  | a :: as => by rw [reverse_cons, length_append, length_reverse]; rfl
@[simp] theorem mem_reverse {x : α} : ∀ {as : List α}, x ∈ reverse as ↔ x ∈ as
  | [] => Iff.rfl
  | a :: as => by rw [reverse_cons, mem_append, mem_reverse, mem_singleton, mem_cons, or_comm]

/-! ### Ranges, repetition -/

@[simp] theorem range'_zero {s step : Nat} : range' s 0 step = [] := rfl
theorem range'_succ {s n step : Nat} : range' s (n + 1) step = s :: range' (s + step) n step := rfl
@[simp] theorem length_range' {s step : Nat} : ∀ {n : Nat}, (range' s n step).length = n
  | 0 => rfl
  | n + 1 => congrArg (· + 1) (length_range' (s := s + step))
@[simp] theorem mem_range'_1 {m : Nat} : ∀ {s n : Nat}, m ∈ range' s n ↔ s ≤ m ∧ m < s + n
  | s, 0 => ⟨fun h => absurd h not_mem_nil, fun h => by omega⟩
  | s, n + 1 => by
    rw [range'_succ, mem_cons, mem_range'_1]
    omega
theorem range'_concat : ∀ {s n : Nat}, range' s (n + 1) = range' s n ++ [s + n]
  | _, 0 => rfl
  | s, n + 1 => by
    rw [range'_succ, range'_concat, range'_succ, cons_append, show s + 1 + n = s + (n + 1) by omega]
theorem range_loop_range' : ∀ s n : Nat, range.loop s (range' s n) = range' 0 (n + s)
  | 0, _ => rfl
  | s + 1, n => by
    show range.loop s (s :: range' (s + 1) n) = _
    rw [show s :: range' (s + 1) n = range' s (n + 1) from rfl, range_loop_range' s (n + 1),
      show n + 1 + s = n + (s + 1) by omega]
theorem range_eq_range' {n : Nat} : range n = range' 0 n := by
  have := range_loop_range' n 0
  rwa [Nat.zero_add] at this
@[simp] theorem length_range {n : Nat} : (range n).length = n := by rw [range_eq_range', length_range']
@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := by rw [range_eq_range', mem_range'_1]; omega
@[simp] theorem range_zero : range 0 = [] := rfl
theorem range_succ {n : Nat} : range (n + 1) = range n ++ [n] := by
  rw [range_eq_range', range_eq_range', range'_concat, Nat.zero_add]
@[simp] theorem replicate_zero {a : α} : replicate 0 a = [] := rfl
theorem replicate_succ {n : Nat} {a : α} : replicate (n + 1) a = a :: replicate n a := rfl
@[simp] theorem length_replicate {a : α} : ∀ {n : Nat}, (replicate n a).length = n
  | 0 => rfl
  | _ + 1 => congrArg (· + 1) length_replicate
@[simp] theorem mem_replicate {a b : α} : ∀ {n : Nat}, b ∈ replicate n a ↔ n ≠ 0 ∧ b = a
  | 0 => by simp
  | n + 1 => by
    rw [replicate_succ, mem_cons, mem_replicate]
    exact ⟨fun | .inl h => ⟨by omega, h⟩ | .inr ⟨_, h⟩ => ⟨by omega, h⟩, fun ⟨_, h⟩ => .inl h⟩

/-! ### Parts -/

@[simp] theorem head?_nil : ([] : List α).head? = none := rfl
@[simp] theorem head?_cons {a : α} {l : List α} : (a :: l).head? = some a := rfl
@[simp] theorem tail_nil : ([] : List α).tail = [] := rfl
@[simp] theorem tail_cons {a : α} {l : List α} : (a :: l).tail = l := rfl
@[simp] theorem isEmpty_nil : ([] : List α).isEmpty = true := rfl
@[simp] theorem isEmpty_cons {a : α} {l : List α} : (a :: l).isEmpty = false := rfl
@[simp] theorem take_zero {l : List α} : l.take 0 = [] := rfl
@[simp] theorem take_nil {n : Nat} : ([] : List α).take n = [] := by cases n <;> rfl
@[simp] theorem take_succ_cons {n : Nat} {a : α} {l : List α} : (a :: l).take (n + 1) = a :: l.take n := rfl
@[simp] theorem drop_zero {l : List α} : l.drop 0 = l := rfl
@[simp] theorem drop_nil {n : Nat} : ([] : List α).drop n = [] := by cases n <;> rfl
@[simp] theorem drop_succ_cons {n : Nat} {a : α} {l : List α} : (a :: l).drop (n + 1) = l.drop n := rfl
@[simp] theorem take_append_drop : ∀ (n : Nat) (l : List α), take n l ++ drop n l = l
  | 0, _ => rfl
  | n + 1, [] => rfl
  | n + 1, a :: l => congrArg (a :: ·) (take_append_drop n l)
@[simp] theorem length_take : ∀ {n : Nat} {l : List α}, (take n l).length = min n l.length
  | 0, _ => (Nat.zero_min _).symm
  | n + 1, [] => by simp
  | n + 1, a :: l => by rw [take_succ_cons, length_cons, length_take, length_cons]; omega
@[simp] theorem length_drop : ∀ {n : Nat} {l : List α}, (drop n l).length = l.length - n
  | 0, _ => rfl
  | n + 1, [] => by simp
  | n + 1, a :: l => by rw [drop_succ_cons, length_drop, length_cons]; omega
@[simp] theorem getElem_cons_zero {a : α} {as : List α} {h : 0 < (a :: as).length} : (a :: as)[0] = a := rfl
@[simp] theorem getElem_cons_succ {a : α} {as : List α} {i : Nat} {h : i + 1 < (a :: as).length} :
    (a :: as)[i + 1] = as[i]'(Nat.lt_of_succ_lt_succ h) := rfl
@[simp] theorem getElem?_nil {i : Nat} : ([] : List α)[i]? = none := by cases i <;> rfl
@[simp] theorem getElem?_cons_zero {a : α} {as : List α} : (a :: as)[0]? = some a := rfl
@[simp] theorem getElem?_cons_succ {a : α} {as : List α} {i : Nat} : (a :: as)[i + 1]? = as[i]? := rfl
theorem getElem_mem : ∀ {l : List α} {n : Nat} (h : n < l.length), l[n]'h ∈ l
  | a :: l, 0, _ => .head l
  | a :: l, _ + 1, h => .tail a (getElem_mem (Nat.lt_of_succ_lt_succ h))
theorem mem_flatten {L : List (List α)} {a : α} : a ∈ L.flatten ↔ ∃ l, l ∈ L ∧ a ∈ l := by
  induction L with
  | nil => simp [flatten]
  | cons l L ih =>
    rw [flatten, mem_append, ih, exists_mem_cons]
theorem mem_flatMap {f : α → List β} {b : β} {l : List α} : b ∈ l.flatMap f ↔ ∃ a, a ∈ l ∧ b ∈ f a := by
  unfold flatMap
  rw [mem_flatten]
  constructor
  · rintro ⟨_, h, hb⟩
    obtain ⟨a, ha, rfl⟩ := mem_map.1 h
    exact ⟨a, ha, hb⟩
  · rintro ⟨a, ha, hb⟩
    exact ⟨f a, mem_map_of_mem ha, hb⟩
theorem sizeOf_lt_of_mem [SizeOf α] {a : α} {as : List α} (h : a ∈ as) : sizeOf a < sizeOf as := by
  induction h with
  | head as => show sizeOf a < 1 + sizeOf a + sizeOf as; omega
  | @tail b as _ ih => exact Nat.lt_of_lt_of_le ih (by show sizeOf as ≤ 1 + sizeOf b + sizeOf as; omega)

end List
