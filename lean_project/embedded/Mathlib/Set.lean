import Mathlib.Order
/-!
# Sets

`Set α` as predicates on `α`, its operations, set-builder notation, intervals, images, least and
greatest elements, under Mathlib's names, and nothing else.
-/
universe u v w

/-- A set of elements of `α`. -/
def Set (α : Type u) := α → Prop

/-- The set of all `a` with `p a`, written `{a | p a}`. -/
def setOf {α : Type u} (p : α → Prop) : Set α := p

/-- `{x | p x}`, `{x : α | p x}`, `{x < b | p x}` (any binder predicate) and `{(a, b) | p a b}`. -/
syntax "{" ident " | " term "}" : term
@[inherit_doc «term{_|_}»] syntax "{" ident " : " term " | " term "}" : term
@[inherit_doc «term{_|_}»] syntax "{" ident binderPred " | " term "}" : term
@[inherit_doc «term{_|_}»] syntax "{" "(" term:max ", " term,+ ")" " | " term "}" : term
@[inherit_doc «term{_|_}»] syntax "{" "(" term:max ", " term,+ ")" " : " term " | " term "}" : term
macro_rules
  | `({ $x:ident | $p }) => `(setOf fun $x:ident => $p)
  | `({ $x:ident : $t | $p }) => `(setOf fun $x:ident : $t => $p)
  | `({ $x:ident $b:binderPred | $p }) =>
    `(setOf fun $x:ident => satisfies_binder_pred% $x $b ∧ $p)
  | `({ ($x, $y,*) | $p }) => `(setOf fun z => match z with | ($x, $y,*) => $p)
  | `({ ($x, $y,*) : $t | $p }) => `(setOf fun z : $t => match z with | ($x, $y,*) => $p)

namespace Set
variable {α : Type u} {β : Type v}

instance : Membership α (Set α) := ⟨fun s a => s a⟩
instance : CoeSort (Set α) (Type u) := ⟨fun s => {x // x ∈ s}⟩

theorem ext {a b : Set α} (h : ∀ x, x ∈ a ↔ x ∈ b) : a = b := funext fun x => propext (h x)
theorem ext_iff {s t : Set α} : s = t ↔ ∀ x, x ∈ s ↔ x ∈ t := ⟨fun h _ => h ▸ Iff.rfl, ext⟩
attribute [ext] Set.ext

@[simp] theorem mem_setOf_eq {a : α} {p : α → Prop} : (a ∈ {x | p x}) = p a := rfl
theorem mem_setOf {a : α} {p : α → Prop} : a ∈ {x | p x} ↔ p a := Iff.rfl
@[simp] theorem setOf_mem_eq {s : Set α} : {x | x ∈ s} = s := rfl

instance : LE (Set α) := ⟨fun s t => ∀ ⦃a⦄, a ∈ s → a ∈ t⟩
instance : HasSubset (Set α) := ⟨(· ≤ ·)⟩
instance : HasSSubset (Set α) := ⟨fun s t => s ⊆ t ∧ ¬t ⊆ s⟩
instance : EmptyCollection (Set α) := ⟨{_x | False}⟩
/-- The set of all elements of `α`. -/
def univ : Set α := {_x | True}
instance : Insert α (Set α) := ⟨fun b s => {a | a = b ∨ a ∈ s}⟩
instance : Singleton α (Set α) := ⟨fun b => {a | a = b}⟩
instance : Union (Set α) := ⟨fun s t => {a | a ∈ s ∨ a ∈ t}⟩
instance : Inter (Set α) := ⟨fun s t => {a | a ∈ s ∧ a ∈ t}⟩
instance : SDiff (Set α) := ⟨fun s t => {a | a ∈ s ∧ ¬a ∈ t}⟩
/-- The set of all elements that are not in `s`, written `sᶜ`. -/
def compl (s : Set α) : Set α := {a | ¬a ∈ s}
/-- The set of all subsets of `s`. -/
def powerset (s : Set α) : Set (Set α) := {t | t ⊆ s}
/-- The set has an element. -/
protected def Nonempty (s : Set α) : Prop := ∃ x, x ∈ s
/-- The image of `s` under `f`, written `f '' s`. -/
def image (f : α → β) (s : Set α) : Set β := {b | ∃ a, a ∈ s ∧ f a = b}
/-- The elements that `f` maps into `s`, written `f ⁻¹' s`. -/
def preimage (f : α → β) (s : Set β) : Set α := {a | f a ∈ s}
/-- The set of the values of `f`. -/
def range {ι : Sort w} (f : ι → α) : Set α := {x | ∃ y, f y = x}
/-- The pairs of an element of `s` and an element of `t`. -/
def prod (s : Set α) (t : Set β) : Set (α × β) := {p | p.1 ∈ s ∧ p.2 ∈ t}

@[inherit_doc] postfix:1024 "ᶜ" => Set.compl
@[inherit_doc] infixl:80 " '' " => Set.image
@[inherit_doc] infixl:80 " ⁻¹' " => Set.preimage

/-- `f` is injective on `s`. -/
def InjOn (f : α → β) (s : Set α) : Prop :=
  ∀ ⦃a₁ : α⦄, a₁ ∈ s → ∀ ⦃a₂ : α⦄, a₂ ∈ s → f a₁ = f a₂ → a₁ = a₂
/-- `f` maps `s` into `t`. -/
def MapsTo (f : α → β) (s : Set α) (t : Set β) : Prop := ∀ ⦃x⦄, x ∈ s → f x ∈ t
/-- Every element of `t` is the value of an element of `s`. -/
def SurjOn (f : α → β) (s : Set α) (t : Set β) : Prop := t ⊆ f '' s
/-- `f` maps `s` one to one onto `t`. -/
def BijOn (f : α → β) (s : Set α) (t : Set β) : Prop := MapsTo f s t ∧ InjOn f s ∧ SurjOn f s t
/-- `f` and `g` agree on `s`. -/
def EqOn (f g : α → β) (s : Set α) : Prop := ∀ ⦃x⦄, x ∈ s → f x = g x

@[simp] theorem mem_univ (x : α) : x ∈ @univ α := trivial
@[simp] theorem mem_empty_iff_false (x : α) : x ∈ (∅ : Set α) ↔ False := Iff.rfl
theorem not_mem_empty (x : α) : ¬x ∈ (∅ : Set α) := id
@[simp] theorem mem_insert_iff {x a : α} {s : Set α} : x ∈ insert a s ↔ x = a ∨ x ∈ s := Iff.rfl
@[simp] theorem mem_singleton_iff {a b : α} : a ∈ ({b} : Set α) ↔ a = b := Iff.rfl
theorem mem_singleton (a : α) : a ∈ ({a} : Set α) := rfl
@[simp] theorem mem_union (x : α) (a b : Set α) : x ∈ a ∪ b ↔ x ∈ a ∨ x ∈ b := Iff.rfl
@[simp] theorem mem_inter_iff (x : α) (a b : Set α) : x ∈ a ∩ b ↔ x ∈ a ∧ x ∈ b := Iff.rfl
@[simp] theorem mem_diff {s t : Set α} (x : α) : x ∈ s \ t ↔ x ∈ s ∧ ¬x ∈ t := Iff.rfl
@[simp] theorem mem_compl_iff (s : Set α) (x : α) : x ∈ sᶜ ↔ ¬x ∈ s := Iff.rfl
@[simp] theorem mem_image (f : α → β) (s : Set α) (y : β) : y ∈ f '' s ↔ ∃ x, x ∈ s ∧ f x = y :=
  Iff.rfl
@[simp] theorem mem_preimage {f : α → β} {s : Set β} {a : α} : a ∈ f ⁻¹' s ↔ f a ∈ s := Iff.rfl
@[simp] theorem mem_range {ι : Sort w} {f : ι → α} {x : α} : x ∈ range f ↔ ∃ y, f y = x := Iff.rfl
@[simp] theorem mem_range_self {ι : Sort w} {f : ι → α} (i : ι) : f i ∈ range f := ⟨i, rfl⟩
@[simp] theorem mem_powerset_iff (x s : Set α) : x ∈ powerset s ↔ x ⊆ s := Iff.rfl
theorem subset_def {s t : Set α} : (s ⊆ t) = ∀ x, x ∈ s → x ∈ t := rfl
@[simp] theorem Subset.refl (a : Set α) : a ⊆ a := fun _ h => h
theorem Subset.trans {a b c : Set α} (ab : a ⊆ b) (bc : b ⊆ c) : a ⊆ c := fun _ h => bc (ab h)
theorem Subset.antisymm {a b : Set α} (h₁ : a ⊆ b) (h₂ : b ⊆ a) : a = b :=
  ext fun _ => ⟨fun h => h₁ h, fun h => h₂ h⟩
theorem eq_empty_iff_forall_notMem {s : Set α} : s = ∅ ↔ ∀ x, ¬x ∈ s :=
  ⟨fun h x hx => by rw [h] at hx; exact hx, fun h => ext fun x => ⟨fun hx => h x hx, False.elim⟩⟩
theorem eq_univ_iff_forall {s : Set α} : s = univ ↔ ∀ x, x ∈ s :=
  ⟨fun h x => h ▸ mem_univ x, fun h => ext fun x => ⟨fun _ => trivial, fun _ => h x⟩⟩
theorem mem_image_of_mem (f : α → β) {x : α} {a : Set α} (h : x ∈ a) : f x ∈ f '' a := ⟨x, h, rfl⟩
@[simp] theorem setOf_false : {_a : α | False} = ∅ := rfl
@[simp] theorem setOf_true : {_a : α | True} = univ := rfl

/-! Membership can be decided where its definition can. -/
section Decidable
variable (s t : Set α) (a b c : α)
instance decidableSetOf (p : α → Prop) [Decidable (p a)] : Decidable (a ∈ {a | p a}) :=
  inferInstanceAs (Decidable (p a))
instance decidableUnion [Decidable (a ∈ s)] [Decidable (a ∈ t)] : Decidable (a ∈ s ∪ t) :=
  inferInstanceAs (Decidable (_ ∨ _))
instance decidableInter [Decidable (a ∈ s)] [Decidable (a ∈ t)] : Decidable (a ∈ s ∩ t) :=
  inferInstanceAs (Decidable (_ ∧ _))
instance decidableSdiff [Decidable (a ∈ s)] [Decidable (a ∈ t)] : Decidable (a ∈ s \ t) :=
  inferInstanceAs (Decidable (_ ∧ ¬_))
instance decidableCompl [Decidable (a ∈ s)] : Decidable (a ∈ sᶜ) :=
  inferInstanceAs (Decidable ¬_)
instance decidableEmptyset : Decidable (a ∈ (∅ : Set α)) := inferInstanceAs (Decidable False)
instance decidableUniv : Decidable (a ∈ univ) := inferInstanceAs (Decidable True)
instance decidableInsert [DecidableEq α] [Decidable (a ∈ s)] : Decidable (a ∈ insert b s) :=
  inferInstanceAs (Decidable (_ ∨ _))
instance decidableSingleton [DecidableEq α] : Decidable (a ∈ ({b} : Set α)) :=
  inferInstanceAs (Decidable (_ = _))
end Decidable

/-! Intervals. -/
section Intervals
variable [Preorder α]
/-- `a < x < b`. -/
def Ioo (a b : α) : Set α := {x | a < x ∧ x < b}
/-- `a ≤ x < b`. -/
def Ico (a b : α) : Set α := {x | a ≤ x ∧ x < b}
/-- `x < b`. -/
def Iio (b : α) : Set α := {x | x < b}
/-- `a ≤ x ≤ b`. -/
def Icc (a b : α) : Set α := {x | a ≤ x ∧ x ≤ b}
/-- `x ≤ b`. -/
def Iic (b : α) : Set α := {x | x ≤ b}
/-- `a < x ≤ b`. -/
def Ioc (a b : α) : Set α := {x | a < x ∧ x ≤ b}
/-- `a ≤ x`. -/
def Ici (a : α) : Set α := {x | a ≤ x}
/-- `a < x`. -/
def Ioi (a : α) : Set α := {x | a < x}
variable {a b x : α}
@[simp] theorem mem_Ioo : x ∈ Ioo a b ↔ a < x ∧ x < b := Iff.rfl
@[simp] theorem mem_Ico : x ∈ Ico a b ↔ a ≤ x ∧ x < b := Iff.rfl
@[simp] theorem mem_Iio : x ∈ Iio b ↔ x < b := Iff.rfl
@[simp] theorem mem_Icc : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b := Iff.rfl
@[simp] theorem mem_Iic : x ∈ Iic b ↔ x ≤ b := Iff.rfl
@[simp] theorem mem_Ioc : x ∈ Ioc a b ↔ a < x ∧ x ≤ b := Iff.rfl
@[simp] theorem mem_Ici : x ∈ Ici a ↔ a ≤ x := Iff.rfl
@[simp] theorem mem_Ioi : x ∈ Ioi a ↔ a < x := Iff.rfl
variable [DecidableRel (α := α) (· ≤ ·)] [DecidableRel (α := α) (· < ·)]
instance : Decidable (x ∈ Ioo a b) := inferInstanceAs (Decidable (_ ∧ _))
instance : Decidable (x ∈ Ico a b) := inferInstanceAs (Decidable (_ ∧ _))
instance : Decidable (x ∈ Iio b) := inferInstanceAs (Decidable (_ < _))
instance : Decidable (x ∈ Icc a b) := inferInstanceAs (Decidable (_ ∧ _))
instance : Decidable (x ∈ Iic b) := inferInstanceAs (Decidable (_ ≤ _))
instance : Decidable (x ∈ Ioc a b) := inferInstanceAs (Decidable (_ ∧ _))
instance : Decidable (x ∈ Ici a) := inferInstanceAs (Decidable (_ ≤ _))
instance : Decidable (x ∈ Ioi a) := inferInstanceAs (Decidable (_ < _))
end Intervals

end Set

section Bounds
variable {α : Type u} [LE α]
/-- The elements above every element of `s`. -/
def upperBounds (s : Set α) : Set α := {x | ∀ ⦃a⦄, a ∈ s → a ≤ x}
/-- The elements below every element of `s`. -/
def lowerBounds (s : Set α) : Set α := {x | ∀ ⦃a⦄, a ∈ s → x ≤ a}
/-- `s` has an upper bound. -/
def BddAbove (s : Set α) : Prop := (upperBounds s).Nonempty
/-- `s` has a lower bound. -/
def BddBelow (s : Set α) : Prop := (lowerBounds s).Nonempty
/-- `a` is the least element of `s`. -/
def IsLeast (s : Set α) (a : α) : Prop := a ∈ s ∧ a ∈ lowerBounds s
/-- `a` is the greatest element of `s`. -/
def IsGreatest (s : Set α) (a : α) : Prop := a ∈ s ∧ a ∈ upperBounds s
/-- `a` is the least upper bound of `s`. -/
def IsLUB (s : Set α) (a : α) : Prop := IsLeast (upperBounds s) a
/-- `a` is the greatest lower bound of `s`. -/
def IsGLB (s : Set α) (a : α) : Prop := IsGreatest (lowerBounds s) a
theorem mem_upperBounds {s : Set α} {a : α} : a ∈ upperBounds s ↔ ∀ x, x ∈ s → x ≤ a := Iff.rfl
theorem mem_lowerBounds {s : Set α} {a : α} : a ∈ lowerBounds s ↔ ∀ x, x ∈ s → a ≤ x := Iff.rfl
end Bounds

section Monotone
variable {α : Type u} {β : Type v} [Preorder α] [Preorder β]
/-- `f` is monotone on `s`. -/
def MonotoneOn (f : α → β) (s : Set α) : Prop := ∀ ⦃a⦄, a ∈ s → ∀ ⦃b⦄, b ∈ s → a ≤ b → f a ≤ f b
/-- `f` is antitone on `s`. -/
def AntitoneOn (f : α → β) (s : Set α) : Prop := ∀ ⦃a⦄, a ∈ s → ∀ ⦃b⦄, b ∈ s → a ≤ b → f b ≤ f a
/-- `f` is strictly monotone on `s`. -/
def StrictMonoOn (f : α → β) (s : Set α) : Prop :=
  ∀ ⦃a⦄, a ∈ s → ∀ ⦃b⦄, b ∈ s → a < b → f a < f b
/-- `f` is strictly antitone on `s`. -/
def StrictAntiOn (f : α → β) (s : Set α) : Prop :=
  ∀ ⦃a⦄, a ∈ s → ∀ ⦃b⦄, b ∈ s → a < b → f b < f a
end Monotone

theorem IsLeast.unique {α : Type u} [PartialOrder α] {s : Set α} {a b : α} (h : IsLeast s a)
    (h' : IsLeast s b) : a = b := le_antisymm (h.2 h'.1) (h'.2 h.1)
theorem IsGreatest.unique {α : Type u} [PartialOrder α] {s : Set α} {a b : α} (h : IsGreatest s a)
    (h' : IsGreatest s b) : a = b := le_antisymm (h'.2 h.1) (h.2 h'.1)
