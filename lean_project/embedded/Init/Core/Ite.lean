prelude
import Init.Core.Prop

/-! `if then else`, and decidable propositions. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
set_option genSizeOf false
universe u v w u1 u2

theorem if_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} :
    (if c then t else e) = t :=
  match h with | isTrue _ => rfl | isFalse hn => absurd hc hn

theorem if_neg {c : Prop} {h : Decidable c} (hn : ¬c) {α : Sort u} {t e : α} :
    (if c then t else e) = e :=
  match h with | isTrue hc => absurd hc hn | isFalse _ => rfl

theorem dif_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    (dite c t e) = t hc :=
  match h with | isTrue _ => rfl | isFalse hn => absurd hc hn

theorem dif_neg {c : Prop} {h : Decidable c} (hn : ¬c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    (dite c t e) = e hn :=
  match h with | isTrue hc => absurd hc hn | isFalse _ => rfl

@[simp] theorem ite_true {α : Sort u} (a b : α) {h : Decidable True} : (@ite α True h a b) = a :=
  if_pos trivial

@[simp] theorem ite_false {α : Sort u} (a b : α) {h : Decidable False} : (@ite α False h a b) = b :=
  if_neg id

@[simp] theorem dite_true {α : Sort u} {t : True → α} {e : ¬True → α} {h : Decidable True} :
    (@dite α True h t e) = t trivial :=
  dif_pos trivial

@[simp] theorem dite_false {α : Sort u} {t : False → α} {e : ¬False → α} {h : Decidable False} :
    (@dite α False h t e) = e not_false :=
  dif_neg not_false

theorem ite_congr {α : Sort u} {b c : Prop} {x y u v : α} {s : Decidable b} [Decidable c]
    (h₁ : b = c) (h₂ : c → x = u) (h₃ : ¬c → y = v) : ite b x y = ite c u v := by
  subst h₁
  cases s with
  | isTrue h => rw [if_pos h, if_pos h, h₂ h]
  | isFalse h => rw [if_neg h, if_neg h, h₃ h]

theorem ite_eq_left_of_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α) (h : c = True) :
    (if c then a else b) = a :=
  if_pos (of_eq_true h)

theorem ite_eq_right_of_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α)
    (h : c = False) : (if c then a else b) = b :=
  if_neg (of_eq_false h)

theorem dite_eq_left_of_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α}
    (h : c = True) : dite c t e = t (of_eq_true h) :=
  dif_pos (of_eq_true h)

theorem dite_eq_right_of_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α}
    (h : c = False) : dite c t e = e (of_eq_false h) :=
  dif_neg (of_eq_false h)

theorem ite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} :
    (if c then t else e) = t :=
  if_pos hc

theorem ite_eq_right {c : Prop} {h : Decidable c} (hn : ¬c) {α : Sort u} {t e : α} :
    (if c then t else e) = e :=
  if_neg hn

theorem dite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    dite c t e = t hc :=
  dif_pos hc

theorem dite_eq_right {c : Prop} {h : Decidable c} (hn : ¬c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    dite c t e = e hn :=
  dif_neg hn

theorem dite_congr {α : Sort u} {b c : Prop} {s : Decidable b} [Decidable c]
    {x : b → α} {u : c → α} {y : ¬b → α} {v : ¬c → α}
    (h₁ : b = c) (h₂ : ∀ h : c, x (h₁.mpr_prop h) = u h) (h₃ : ∀ h : ¬c, y (h₁.mpr_not h) = v h) :
    dite b x y = dite c u v := by
  subst h₁
  cases s with
  | isTrue h => rw [dif_pos h, dif_pos h, ← h₂ h]
  | isFalse h => rw [dif_neg h, dif_neg h, ← h₃ h]

attribute [congr] ite_congr

theorem ite_cond_congr {α : Sort u} {s₁ : Decidable c} {s₂ : Decidable c'} {a b : α} (h : c = c') :
    @ite α c s₁ a b = @ite α c' s₂ a b := by
  subst h
  congr

@[simp] theorem if_true_left {p q : Prop} [h : Decidable p] : (if p then True else q) ↔
    (¬p → q) := by
  cases h with | isTrue h => simp [h] | isFalse h => simp [h]

theorem apply_ite {α : Sort u} {β : Sort v} (f : α → β) (P : Prop) [Decidable P] (x y : α) : f
    (ite P x y) = ite P (f x) (f y) := by
  cases ‹Decidable P› <;> rfl

@[simp] theorem ite_self {α : Sort u} {c : Prop} {d : Decidable c} (a : α) : ite c a a = a := by
  cases d <;> rfl

@[simp] theorem cond_true (a b : α) : cond true a b = a := rfl
@[simp] theorem cond_false (a b : α) : cond false a b = b := rfl
/- decidable -/
instance : Decidable True := isTrue trivial
instance : Decidable False := isFalse not_false

instance [dp : Decidable p] [dq : Decidable q] : Decidable (p → q) :=
  match dp with
  | isTrue hp => match dq with
    | isTrue hq => isTrue fun _ => hq
    | isFalse hq => isFalse fun h => hq (h hp)
  | isFalse hp => isTrue fun h => absurd h hp

instance {p q} [dp : Decidable p] [dq : Decidable q] : Decidable (p ↔ q) :=
  match dp, dq with
  | isTrue hp, isTrue hq => isTrue ⟨fun _ => hq, fun _ => hp⟩
  | isTrue hp, isFalse hq => isFalse fun h => hq (h.1 hp)
  | isFalse hp, isTrue hq => isFalse fun h => hp (h.2 hq)
  | isFalse hp, isFalse hq => isTrue ⟨fun h => absurd h hp, fun h => absurd h hq⟩

instance {c t e : Prop} [dC : Decidable c] [dT : Decidable t] [dE : Decidable e] : Decidable
    (if c then t else e) :=
  match dC with | isTrue _ => dT | isFalse _ => dE

instance [DecidableEq α] (a b : α) : Decidable (a ≠ b) := inferInstanceAs (Decidable (¬ _))

instance [DecidableEq α] [DecidableEq β] : DecidableEq (α × β) := fun (a, b) (a', b') =>
  match decEq a a' with
  | isTrue e₁ => match decEq b b' with
    | isTrue e₂ => isTrue (e₁ ▸ e₂ ▸ rfl)
    | isFalse n => isFalse fun h => Prod.noConfusion rfl rfl (heq_of_eq h) fun _ e => n (eq_of_heq e)
  | isFalse n => isFalse fun h => Prod.noConfusion rfl rfl (heq_of_eq h) fun e _ => n (eq_of_heq e)

theorem Decidable.em (p : Prop) [h : Decidable p] : p ∨ ¬p :=
  match h with | isTrue h => .inl h | isFalse h => .inr h

theorem Decidable.byContradiction [dec : Decidable p] (h : ¬p → False) : p :=
  match dec with | isTrue h => h | isFalse hn => (h hn).elim

theorem Decidable.of_not_not [Decidable p] : ¬¬p → p := Decidable.byContradiction

theorem Decidable.not_and_iff_or_not_not [Decidable p] : ¬(p ∧ q) ↔ ¬p ∨ ¬q :=
  ⟨fun h => if hp : p then .inr fun hq => h ⟨hp, hq⟩ else .inl hp, fun h ⟨hp, hq⟩ => h.elim (absurd hp) (absurd hq)⟩

theorem Decidable.not_or_of_imp [Decidable a] (h : a → b) : ¬a ∨ b :=
  if ha : a then .inr (h ha) else .inl ha

def Decidable.byCases {q : Sort u} [dec : Decidable p] (h1 : p → q) (h2 : ¬p → q) : q :=
  match dec with | isTrue h => h1 h | isFalse h => h2 h

@[inline] def decidable_of_decidable_of_iff [Decidable p] (h : p ↔ q) : Decidable q :=
  if hp : p then isTrue (h.1 hp) else isFalse fun hq => hp (h.2 hq)

def decidable_of_iff {b : Prop} (a : Prop) (h : a ↔ b) [Decidable a] : Decidable b :=
  decidable_of_decidable_of_iff h

@[simp] theorem decide_eq_true_eq {p : Prop} [Decidable p] : (decide p = true) = p :=
  propext ⟨of_decide_eq_true, decide_eq_true⟩

@[simp] theorem decide_eq_false_iff_not {p : Prop} {_ : Decidable p} : (decide p = false) ↔ ¬p :=
  ⟨of_decide_eq_false, decide_eq_false⟩

@[simp] theorem decide_true {h : Decidable True} : @decide True h = true := decide_eq_true trivial
@[simp] theorem decide_false {h : Decidable False} : @decide False h = false := decide_eq_false id
