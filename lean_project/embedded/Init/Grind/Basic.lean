prelude
import Init.Int.Basic

/-! What the core of `grind` refers to. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

theorem forall_not_of_not_exists {α : Sort u} {p : α → Prop} (h : ¬∃ x, p x) (x : α) : ¬ p x :=
  fun hx => h ⟨x, hx⟩

theorem dite_eq_ite [Decidable P] : (dite P (fun _ => a) (fun _ => b)) = ite P a b := rfl
namespace Lean.Grind
theorem rfl_true : true = true := rfl

def intro_with_eq (p p' : Prop) (q : Sort u) (he : p = p') (h : p' → q) : p → q :=
  fun hp => h (he ▸ hp)

def intro_with_eq' (p p' : Prop) (q : p → Sort u) (he : p = p') (h : (h : p') → q (he.mpr_prop h)) :
    (h : p) → q h :=
  fun hp => h (he ▸ hp)

/-- Marks a proof inside a term. -/
def nestedProof (p : Prop) {h : p} : p := h

theorem nestedProof_congr (p q : Prop) (h : p = q) (hp : p) (hq : q) : HEq (@nestedProof p hp)
    (@nestedProof q hq) := by
  subst h
  exact HEq.rfl

/-- Marks a decision inside a term. -/
def nestedDecidable {p : Prop} (h : Decidable p) : Decidable p := h

theorem nestedDecidable_congr (p q : Prop) (h : p = q) (hp : Decidable p) (hq : Decidable q) : HEq
    (@nestedDecidable p hp) (@nestedDecidable q hq) := by
  subst h
  exact heq_of_eq (Subsingleton.elim _ _)

def abstractFn {α : Sort u} (a : α) : α := a
def simpMatchDiscrsOnly {α : Sort u} (a : α) : α := a
def offset (a b : Nat) : Nat := a + b
def alreadyNorm (p : Prop) : Prop := p

/-- Marks the condition under which a match takes an alternative. -/
def MatchCond (p : Prop) : Prop := p
def PreMatchCond (p : Prop) : Prop := p
def EqMatch (a b : α) {_origin : α} : Prop := a = b

/-- Marks a pattern that stands for an equation. -/
def genPattern {α : Sort u} (_h : Prop) (x : α) (_val : α) : α := x
def genHEqPattern {α β : Sort u} (_h : Prop) (x : α) (_val : β) : α := x
def eqBwdPattern {α : Sort u} (a b : α) : Prop := a = b
theorem eq_iff' (p q : Prop) : (p = q) = (p ↔ q) := propext ⟨fun h => h ▸ Iff.rfl, propext⟩
theorem em (p : Prop) : p ∨ ¬p := Classical.em p
section
variable {a b c : Prop}
private theorem T (h : a = True) : a := of_eq_true h
private theorem F (h : a = False) : ¬a := of_eq_false h
theorem and_eq_of_eq_true_left (h : a = True) : (a ∧ b) = b := by rw [h]; simp
theorem and_eq_of_eq_true_right (h : b = True) : (a ∧ b) = a := by rw [h]; simp
theorem and_eq_of_eq_false_left (h : a = False) : (a ∧ b) = False := by rw [h]; simp
theorem and_eq_of_eq_false_right (h : b = False) : (a ∧ b) = False := by rw [h]; simp
theorem eq_true_of_and_eq_true_left (h : (a ∧ b) = True) : a = True := eq_true (T h).1
theorem eq_true_of_and_eq_true_right (h : (a ∧ b) = True) : b = True := eq_true (T h).2
theorem or_of_and_eq_false (h : (a ∧ b) = False) : (¬a ∨ ¬b) := not_and_or.1 (F h)
theorem or_eq_of_eq_true_left (h : a = True) : (a ∨ b) = True := by rw [h]; simp
theorem or_eq_of_eq_true_right (h : b = True) : (a ∨ b) = True := by rw [h]; simp
theorem or_eq_of_eq_false_left (h : a = False) : (a ∨ b) = b := by rw [h]; simp
theorem or_eq_of_eq_false_right (h : b = False) : (a ∨ b) = a := by rw [h]; simp

theorem eq_false_of_or_eq_false_left (h : (a ∨ b) = False) : a = False :=
  eq_false fun x => F h (.inl x)

theorem eq_false_of_or_eq_false_right (h : (a ∨ b) = False) : b = False :=
  eq_false fun x => F h (.inr x)

theorem imp_eq_of_eq_false_left (h : a = False) : (a → b) = True := by rw [h]; simp
theorem imp_eq_of_eq_true_right (h : b = True) : (a → b) = True := by rw [h]; simp
theorem imp_eq_of_eq_true_left (h : a = True) : (a → b) = b := by rw [h]; simp

theorem eq_true_of_imp_eq_false (h : (a → b) = False) : a = True :=
  eq_true (Classical.not_imp.1 (F h)).1

theorem eq_false_of_imp_eq_false (h : (a → b) = False) : b = False :=
  eq_false (Classical.not_imp.1 (F h)).2

theorem eq_false_of_imp_eq_true (h₁ : (a → b) = True) (h₂ : b = False) : a = False :=
  eq_false fun x => F h₂ (T h₁ x)

theorem not_eq_of_eq_true (h : a = True) : (Not a) = False := by rw [h]; simp
theorem not_eq_of_eq_false (h : a = False) : (Not a) = True := by rw [h]; simp
theorem eq_false_of_not_eq_true (h : (Not a) = True) : a = False := eq_false (T h)

theorem eq_true_of_not_eq_false (h : (Not a) = False) : a = True :=
  eq_true (Classical.not_not.1 (F h))

theorem false_of_not_eq_self (h : (Not a) = a) : False := by
  by_cases ha : a
  · have : ¬a := h.symm ▸ ha
    exact this ha
  · exact ha (h ▸ ha)

theorem eq_eq_of_eq_true_left (h : a = True) : (a = b) = b := by
  subst h
  exact propext ⟨fun h => h ▸ True.intro, fun h => (eq_true h).symm⟩

theorem eq_eq_of_eq_true_right (h : b = True) : (a = b) = a := by
  subst h
  exact propext ⟨fun h => h ▸ True.intro, fun h => (eq_true h)⟩

theorem of_eq_eq_true (h : (a = b) = True) : (a ∧ b) ∨ (¬ a ∧ ¬ b) := by
  have := T h; subst this
  by_cases ha : a <;> simp [ha]

theorem of_eq_eq_false (h : (a = b) = False) : (a ∧ ¬b) ∨ (¬ a ∧ b) := by
  have := F h
  by_cases ha : a <;> by_cases hb : b <;> simp_all

theorem not_and : (¬(a ∧ b)) = (¬a ∨ ¬b) := propext not_and_or
theorem not_or : (¬(a ∨ b)) = (¬a ∧ ¬b) := propext _root_.not_or
theorem not_not : (¬¬a) = a := propext Classical.not_not
theorem not_implies : (¬(a → b)) = (a ∧ ¬b) := propext Classical.not_imp
theorem not_true : (¬True) = False := by simp
theorem not_false : (¬False) = True := by simp
theorem imp_true_eq : (a → True) = True := by simp
theorem imp_false_eq : (a → False) = ¬a := rfl
theorem imp_self_eq : (a → a) = True := eq_true id
theorem true_imp_eq : (True → a) = a := by simp
theorem false_imp_eq : (False → a) = True := by simp
theorem eq_true_eq : (a = True) = a := propext ⟨of_eq_true, eq_true⟩
theorem eq_false_eq : (a = False) = ¬a := propext ⟨of_eq_false, eq_false⟩

theorem not_eq_prop : (¬(a = b)) = (a = ¬b) := by
  by_cases ha : a <;> by_cases hb : b <;> simp [ha, hb, eq_iff']

theorem or_assoc : ((a ∨ b) ∨ c) = (a ∨ (b ∨ c)) := propext _root_.or_assoc

theorem or_swap12 : (a ∨ b ∨ c) = (b ∨ a ∨ c) := by
  by_cases ha : a <;> by_cases hb : b <;> simp [ha, hb]

theorem or_swap13 : (a ∨ b ∨ c) = (c ∨ b ∨ a) := by
  by_cases ha : a <;> by_cases hb : b <;> by_cases hc : c <;> simp [ha, hb, hc]

end

theorem not_forall {α : Sort u} (p : α → Prop) : (¬∀ x, p x) = ∃ x, ¬p x :=
  propext Classical.not_forall

theorem not_exists {α : Sort u} (p : α → Prop) : (¬∃ x, p x) = ∀ x, ¬p x :=
  propext _root_.not_exists

theorem exists_or {α : Sort u} (p q : α → Prop) : (∃ x, p x ∨ q x) = ((∃ x, p x) ∨ ∃ x, q x) :=
  propext _root_.exists_or

theorem forall_and {α : Sort u} (p q : α → Prop) : (∀ x, p x ∧ q x) = ((∀ x, p x) ∧ ∀ x, q x) :=
  propext _root_.forall_and

theorem exists_const (α : Sort u) [i : Nonempty α] {b : Prop} : (∃ _ : α, b) = b :=
  propext (_root_.exists_const α)

theorem exists_and_left {α : Sort u} {p : α → Prop} {b : Prop} : (∃ x, b ∧ p x) =
    (b ∧ (∃ x, p x)) :=
  propext _root_.exists_and_left

theorem exists_and_right {α : Sort u} {p : α → Prop} {b : Prop} : (∃ x, p x ∧ b) =
    ((∃ x, p x) ∧ b) :=
  propext _root_.exists_and_right

theorem exists_prop {a b : Prop} : (∃ _h : a, b) = (a ∧ b) := propext _root_.exists_prop

theorem forall_true {p : True → Prop} : (∀ h : True, p h) = p True.intro :=
  propext ⟨fun h => h _, fun h _ => h⟩

theorem forall_imp_eq_or {α : Sort u} {p : α → Prop} {q : Prop} : ((∀ a, p a) → q) =
    ((∃ a, ¬ p a) ∨ q) :=
  propext ⟨fun h => (Classical.em (∀ a, p a)).elim (fun x => .inr (h x)) fun x => .inl (Classical.not_forall.1 x),
    fun h x => h.elim (fun ⟨a, ha⟩ => absurd (x a) ha) id⟩

theorem eq_congr {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = a₂) (h₂ : b₁ = b₂) : (a₁ = b₁) =
    (a₂ = b₂) := by
  rw [h₁, h₂]

theorem eq_congr' {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = b₂) (h₂ : b₁ = a₂) : (a₁ = b₁) =
    (a₂ = b₂) := by
  subst h₁ h₂
  exact propext ⟨Eq.symm, Eq.symm⟩

theorem heq_congr {α : Sort u} {β : Sort u} {a₁ a₂ : α} {b₁ b₂ : β} (h₁ : a₁ = a₂) (h₂ : b₁ = b₂) :
    (HEq a₁ b₁) = (HEq a₂ b₂) := by
  rw [h₁, h₂]

theorem ne_of_ne_of_eq_left {α : Sort u} {a b c : α} (h₁ : a = b) (h₂ : b ≠ c) : a ≠ c := h₁ ▸ h₂
theorem ne_of_ne_of_eq_right {α : Sort u} {a b c : α} (h₁ : a = c) (h₂ : b ≠ c) : b ≠ a := h₁ ▸ h₂

theorem of_forall_eq_false (α : Sort u) (p : α → Prop) (h : (∀ x : α, p x) = False) : ∃ x : α,
    ¬ p x :=
  Classical.not_forall.1 (of_eq_false h)

theorem forall_propagator (p : Prop) (q : p → Prop) (q' : Prop) (h₁ : p = True)
    (h₂ : q (of_eq_true h₁) = q') : (∀ hp : p, q hp) = q' := by
  subst h₂; exact propext ⟨fun h => h _, fun h _ => h⟩

theorem eqRec_heq {α : Sort u_2} {a : α} {motive : (x : α) → a = x → Sort u_1}
    (v : motive a (Eq.refl a)) {b : α} (h : a = b) : HEq (@Eq.rec α a motive v b h) v := by
  subst h
  exact HEq.rfl

theorem eqRecOn_heq {α : Sort u_2} {a : α} {motive : (x : α) → a = x → Sort u_1} {b : α} (h : a = b)
    (v : motive a (Eq.refl a)) : HEq (@Eq.recOn α a motive b h v) v := by
  subst h
  exact HEq.rfl

theorem eqNDRec_heq {α : Sort u_2} {a : α} {motive : α → Sort u_1} (v : motive a) {b : α}
    (h : a = b) : HEq (@Eq.ndrec α a motive v b h) v := by
  subst h
  exact HEq.rfl

theorem dite_cond_eq_true' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬ c → α}
    {r : α} (h₁ : c = True) (h₂ : a (of_eq_true h₁) = r) : (dite c a b) = r := by
  rw [dif_pos (of_eq_true h₁)]
  exact h₂

theorem dite_cond_eq_false' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬ c → α}
    {r : α} (h₁ : c = False) (h₂ : b (of_eq_false h₁) = r) : (dite c a b) = r := by
  rw [dif_neg (of_eq_false h₁)]
  exact h₂

theorem decide_eq_true {p : Prop} {_ : Decidable p} : p = True → decide p = true :=
  fun h => _root_.decide_eq_true (of_eq_true h)

theorem decide_eq_false {p : Prop} {_ : Decidable p} : p = False → decide p = false :=
  fun h => _root_.decide_eq_false (of_eq_false h)

theorem of_decide_eq_true {p : Prop} {_ : Decidable p} : decide p = true → p = True :=
  fun h => eq_true (_root_.of_decide_eq_true h)

theorem of_decide_eq_false {p : Prop} {_ : Decidable p} : decide p = false → p = False :=
  fun h => eq_false (_root_.of_decide_eq_false h)

theorem of_lookahead (p : Prop) (h : ¬p → False) : p = True := eq_true (Classical.byContradiction h)
theorem flip_bool_eq (a b : Bool) : (a = b) = (b = a) := propext ⟨Eq.symm, Eq.symm⟩

theorem bool_eq_to_prop (a b : Bool) : (a = b) = ((a = true) = (b = true)) := by
  cases a <;> cases b <;> simp [eq_iff']

theorem beq_eq_true_of_eq {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : a = b) :
    (a == b) = true :=
  beq_iff_eq.2 h

theorem eq_of_beq_eq_true {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α}
    (h : (a == b) = true) : a = b :=
  eq_of_beq h

theorem not_ite {p q r : Prop} {_ : Decidable p} : (¬ite p q r) = ite p (¬q) (¬r) := by
  split <;> rfl
end Lean.Grind
