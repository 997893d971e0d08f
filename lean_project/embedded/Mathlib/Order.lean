import Mathlib.Algebra
/-!
# Orders

Preorders, partial orders, lattices and linear orders under Mathlib's names, monotone functions and
the absolute value, with ℕ and ℤ as instances, and nothing else.
-/
universe u v

/-- `≤` is reflexive and transitive; `<` is its strict part. -/
class Preorder (α : Type u) extends LE α, LT α where
  protected le_refl : ∀ a : α, a ≤ a
  protected le_trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c
  protected lt_iff_le_not_ge : ∀ a b : α, a < b ↔ a ≤ b ∧ ¬b ≤ a

/-- A `Preorder` whose `≤` is antisymmetric. -/
class PartialOrder (α : Type u) extends Preorder α where
  protected le_antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b

/-- A `PartialOrder` with least upper bounds `a ⊔ b` and greatest lower bounds `a ⊓ b`. -/
class Lattice (α : Type u) extends PartialOrder α, Max α, Min α where
  protected le_sup_left : ∀ a b : α, a ≤ max a b
  protected le_sup_right : ∀ a b : α, b ≤ max a b
  protected sup_le : ∀ a b c : α, a ≤ c → b ≤ c → max a b ≤ c
  protected inf_le_left : ∀ a b : α, min a b ≤ a
  protected inf_le_right : ∀ a b : α, min a b ≤ b
  protected le_inf : ∀ a b c : α, a ≤ b → a ≤ c → a ≤ min b c

/-- The least upper bound. -/
infixl:68 " ⊔ " => max
/-- The greatest lower bound. -/
infixl:69 " ⊓ " => min

/-- A lattice in which any two elements can be compared, decidably. -/
class LinearOrder (α : Type u) extends Lattice α where
  protected le_total : ∀ a b : α, a ≤ b ∨ b ≤ a
  toDecidableLE : DecidableRel (α := α) (· ≤ ·)
  toDecidableEq : DecidableEq α
  toDecidableLT : DecidableRel (α := α) (· < ·)

instance Nat.instLinearOrder : LinearOrder ℕ where
  le_refl := Nat.le_refl
  le_trans _ _ _ := Nat.le_trans
  lt_iff_le_not_ge _ _ := by omega
  le_antisymm _ _ := Nat.le_antisymm
  le_sup_left _ _ := by omega
  le_sup_right _ _ := by omega
  sup_le _ _ _ _ _ := by omega
  inf_le_left _ _ := by omega
  inf_le_right _ _ := by omega
  le_inf _ _ _ _ _ := by omega
  le_total := Nat.le_total
  toDecidableLE := inferInstance
  toDecidableEq := inferInstance
  toDecidableLT := inferInstance

instance Int.instLinearOrder : LinearOrder ℤ where
  le_refl := Int.le_refl
  le_trans _ _ _ := Int.le_trans
  lt_iff_le_not_ge _ _ := by omega
  le_antisymm _ _ := Int.le_antisymm
  le_sup_left _ _ := by omega
  le_sup_right _ _ := by omega
  sup_le _ _ _ _ _ := by omega
  inf_le_left _ _ := by omega
  inf_le_right _ _ := by omega
  le_inf _ _ _ _ _ := by omega
  le_total := Int.le_total
  toDecidableLE := inferInstance
  toDecidableEq := inferInstance
  toDecidableLT := inferInstance

section Preorder
variable {α : Type u} [Preorder α] {a b c : α}
theorem le_refl : ∀ a : α, a ≤ a := Preorder.le_refl
@[simp] theorem le_rfl : a ≤ a := le_refl a
theorem le_trans : a ≤ b → b ≤ c → a ≤ c := Preorder.le_trans a b c
theorem lt_iff_le_not_ge : a < b ↔ a ≤ b ∧ ¬b ≤ a := Preorder.lt_iff_le_not_ge a b
theorem le_of_lt (h : a < b) : a ≤ b := (lt_iff_le_not_ge.1 h).1
theorem LT.lt.le (h : a < b) : a ≤ b := le_of_lt h
theorem le_of_eq (h : a = b) : a ≤ b := h ▸ le_refl a
theorem Eq.le (h : a = b) : a ≤ b := le_of_eq h
theorem Eq.ge (h : a = b) : b ≤ a := le_of_eq h.symm
@[simp] theorem lt_irrefl (a : α) : ¬a < a := fun h => (lt_iff_le_not_ge.1 h).2 (le_refl a)
theorem lt_of_lt_of_le (h₁ : a < b) (h₂ : b ≤ c) : a < c :=
  lt_iff_le_not_ge.2 ⟨le_trans (le_of_lt h₁) h₂, fun h => (lt_iff_le_not_ge.1 h₁).2 (le_trans h₂ h)⟩
theorem lt_of_le_of_lt (h₁ : a ≤ b) (h₂ : b < c) : a < c :=
  lt_iff_le_not_ge.2 ⟨le_trans h₁ (le_of_lt h₂), fun h => (lt_iff_le_not_ge.1 h₂).2 (le_trans h h₁)⟩
theorem lt_trans (h₁ : a < b) (h₂ : b < c) : a < c := lt_of_lt_of_le h₁ (le_of_lt h₂)
theorem not_le_of_gt (h : a < b) : ¬b ≤ a := (lt_iff_le_not_ge.1 h).2
theorem not_lt_of_ge (h : a ≤ b) : ¬b < a := fun h' => not_le_of_gt h' h
theorem ne_of_lt (h : a < b) : a ≠ b := fun e => lt_irrefl b (e ▸ h : b < b)
theorem ne_of_gt (h : b < a) : a ≠ b := fun e => lt_irrefl b (e ▸ h : b < b)
theorem LT.lt.ne (h : a < b) : a ≠ b := ne_of_lt h
theorem LT.lt.ne' (h : a < b) : b ≠ a := fun e => ne_of_lt h e.symm
theorem LT.lt.not_ge (h : a < b) : ¬b ≤ a := not_le_of_gt h
theorem LE.le.not_gt (h : a ≤ b) : ¬b < a := not_lt_of_ge h
theorem LE.le.trans : a ≤ b → b ≤ c → a ≤ c := le_trans
theorem LT.lt.trans : a < b → b < c → a < c := lt_trans
theorem LE.le.trans_lt : a ≤ b → b < c → a < c := lt_of_le_of_lt
theorem LT.lt.trans_le : a < b → b ≤ c → a < c := lt_of_lt_of_le
instance : Trans (α := α) (β := α) (γ := α) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨le_trans⟩
instance : Trans (α := α) (β := α) (γ := α) (· < ·) (· ≤ ·) (· < ·) := ⟨lt_of_lt_of_le⟩
instance : Trans (α := α) (β := α) (γ := α) (· ≤ ·) (· < ·) (· < ·) := ⟨lt_of_le_of_lt⟩
instance : Trans (α := α) (β := α) (γ := α) (· < ·) (· < ·) (· < ·) := ⟨lt_trans⟩
end Preorder

section PartialOrder
variable {α : Type u} [PartialOrder α] {a b : α}
theorem le_antisymm : a ≤ b → b ≤ a → a = b := PartialOrder.le_antisymm a b
theorem LE.le.antisymm : a ≤ b → b ≤ a → a = b := le_antisymm
theorem le_antisymm_iff : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun h => ⟨le_of_eq h, le_of_eq h.symm⟩, fun h => le_antisymm h.1 h.2⟩
theorem lt_of_le_of_ne (h₁ : a ≤ b) (h₂ : a ≠ b) : a < b :=
  lt_iff_le_not_ge.2 ⟨h₁, fun h => h₂ (le_antisymm h₁ h)⟩
theorem lt_iff_le_and_ne : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨le_of_lt h, ne_of_lt h⟩, fun h => lt_of_le_of_ne h.1 h.2⟩
theorem eq_or_lt_of_le (h : a ≤ b) : a = b ∨ a < b :=
  Classical.byCases (p := a = b) .inl fun hn => .inr (lt_of_le_of_ne h hn)
end PartialOrder

section LinearOrder
variable {α : Type u} [LinearOrder α] {a b c : α}
theorem le_total : ∀ a b : α, a ≤ b ∨ b ≤ a := LinearOrder.le_total
theorem lt_of_not_ge (h : ¬b ≤ a) : a < b :=
  lt_iff_le_not_ge.2 ⟨(le_total a b).resolve_right h, h⟩
theorem le_of_not_gt (h : ¬b < a) : a ≤ b :=
  (le_total a b).elim id fun h' => Classical.byContradiction fun hn => h (lt_iff_le_not_ge.2 ⟨h', hn⟩)
@[simp] theorem not_le : ¬a ≤ b ↔ b < a := ⟨lt_of_not_ge, not_le_of_gt⟩
@[simp] theorem not_lt : ¬a < b ↔ b ≤ a := ⟨le_of_not_gt, not_lt_of_ge⟩
theorem lt_or_ge (a b : α) : a < b ∨ b ≤ a :=
  Classical.byCases (p := b ≤ a) .inr fun h => .inl (lt_of_not_ge h)
theorem le_or_gt (a b : α) : a ≤ b ∨ b < a := (lt_or_ge b a).symm
theorem lt_or_gt_of_ne (h : a ≠ b) : a < b ∨ b < a :=
  (lt_or_ge a b).imp id fun h' => lt_of_le_of_ne h' h.symm
theorem lt_trichotomy (a b : α) : a < b ∨ a = b ∨ b < a :=
  (lt_or_ge a b).imp id fun h => (eq_or_lt_of_le h).imp Eq.symm id
theorem le_max_left (a b : α) : a ≤ max a b := Lattice.le_sup_left a b
theorem le_max_right (a b : α) : b ≤ max a b := Lattice.le_sup_right a b
theorem max_le (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c := Lattice.sup_le a b c h₁ h₂
theorem min_le_left (a b : α) : min a b ≤ a := Lattice.inf_le_left a b
theorem min_le_right (a b : α) : min a b ≤ b := Lattice.inf_le_right a b
theorem le_min (h₁ : c ≤ a) (h₂ : c ≤ b) : c ≤ min a b := Lattice.le_inf c a b h₁ h₂
theorem max_eq_left (h : b ≤ a) : max a b = a := le_antisymm (max_le le_rfl h) (le_max_left a b)
theorem max_eq_right (h : a ≤ b) : max a b = b := le_antisymm (max_le h le_rfl) (le_max_right a b)
theorem min_eq_left (h : a ≤ b) : min a b = a := le_antisymm (min_le_left a b) (le_min le_rfl h)
theorem min_eq_right (h : b ≤ a) : min a b = b := le_antisymm (min_le_right a b) (le_min h le_rfl)
@[simp] theorem max_self (a : α) : max a a = a := max_eq_left le_rfl
@[simp] theorem min_self (a : α) : min a a = a := min_eq_left le_rfl
@[simp] theorem le_max_iff : a ≤ max b c ↔ a ≤ b ∨ a ≤ c :=
  ⟨fun h => (le_total b c).elim (fun e => .inr (max_eq_right e ▸ h)) fun e => .inl (max_eq_left e ▸ h),
    fun h => h.elim (fun h => le_trans h (le_max_left b c)) fun h => le_trans h (le_max_right b c)⟩
theorem le_max_of_le_left (h : a ≤ b) : a ≤ max b c := le_trans h (le_max_left b c)
theorem le_max_of_le_right (h : a ≤ c) : a ≤ max b c := le_trans h (le_max_right b c)
theorem lt_max_of_lt_left (h : a < b) : a < max b c := lt_of_lt_of_le h (le_max_left b c)
theorem lt_max_of_lt_right (h : a < c) : a < max b c := lt_of_lt_of_le h (le_max_right b c)
theorem lt_min (h₁ : a < b) (h₂ : a < c) : a < min b c :=
  (le_total b c).elim (fun h => by rw [min_eq_left h]; exact h₁) fun h => by
    rw [min_eq_right h]; exact h₂
@[simp] theorem max_le_iff : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨le_trans (le_max_left a b) h, le_trans (le_max_right a b) h⟩, fun h => max_le h.1 h.2⟩
@[simp] theorem le_min_iff : c ≤ min a b ↔ c ≤ a ∧ c ≤ b :=
  ⟨fun h => ⟨le_trans h (min_le_left a b), le_trans h (min_le_right a b)⟩, fun h => le_min h.1 h.2⟩
end LinearOrder

section Monotone
variable {α : Type u} {β : Type v} [Preorder α] [Preorder β]
/-- `a ≤ b` implies `f a ≤ f b`. -/
def Monotone (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f a ≤ f b
/-- `a ≤ b` implies `f b ≤ f a`. -/
def Antitone (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f b ≤ f a
/-- `a < b` implies `f a < f b`. -/
def StrictMono (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f a < f b
/-- `a < b` implies `f b < f a`. -/
def StrictAnti (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f b < f a
theorem Monotone.comp {γ : Type _} [Preorder γ] {g : β → γ} {f : α → β} (hg : Monotone g)
    (hf : Monotone f) : Monotone (g ∘ f) := fun _ _ h => hg (hf h)
end Monotone

theorem monotone_nat_of_le_succ {α : Type u} [Preorder α] {f : ℕ → α} (hf : ∀ n, f n ≤ f (n + 1)) :
    Monotone f := by
  intro a b h
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  clear h
  induction k with
  | zero => exact le_refl _
  | succ k ih => exact le_trans ih (hf _)

theorem strictMono_nat_of_lt_succ {α : Type u} [Preorder α] {f : ℕ → α}
    (hf : ∀ n, f n < f (n + 1)) : StrictMono f := by
  intro a b h
  exact lt_of_lt_of_le (hf a) (monotone_nat_of_le_succ (fun n => le_of_lt (hf n)) h)

theorem StrictMono.monotone {α : Type u} {β : Type v} [PartialOrder α] [Preorder β] {f : α → β}
    (hf : StrictMono f) : Monotone f := fun _ _ h =>
  (eq_or_lt_of_le h).elim (fun e => e ▸ le_refl _) fun h => le_of_lt (hf h)

/-- The absolute value of `a`: the larger one of `a` and `-a`. -/
def abs {α : Type u} [Lattice α] [AddGroup α] (a : α) : α := a ⊔ -a

@[inherit_doc abs] macro:max atomic("|" noWs) a:term noWs "|" : term => `(abs $a)
