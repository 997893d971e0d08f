prelude
import Init.Data.List.Basic
import Init.Nat.Quotient

/-! `Fin`: its arithmetic, order, literals; machine words and characters; decidable bounded quantifiers. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

instance instDecidableEqFin (n : Nat) : DecidableEq (Fin n) := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (Fin.eq_of_val_eq h)
  | isFalse h => isFalse fun e => h (e ▸ rfl)

attribute [coe] Fin.val

namespace Fin

instance coeToNat : CoeOut (Fin n) Nat := ⟨Fin.val⟩
instance instLT : LT (Fin n) := ⟨fun a b => a.val < b.val⟩
instance instLE : LE (Fin n) := ⟨fun a b => a.val ≤ b.val⟩
instance decLt (a b : Fin n) : Decidable (a < b) := Nat.decLt _ _
instance decLe (a b : Fin n) : Decidable (a ≤ b) := Nat.decLe _ _

/-- The residue of `a`. -/
protected def ofNat (n : Nat) [NeZero n] (a : Nat) : Fin n :=
  ⟨a % n, Nat.mod_lt _ (Nat.pos_of_ne_zero (NeZero.out))⟩

instance instOfNat {n : Nat} [NeZero n] {i : Nat} : OfNat (Fin n) i := ⟨Fin.ofNat n i⟩
instance instInhabited {n : Nat} [NeZero n] : Inhabited (Fin n) := ⟨0⟩

protected theorem pos (i : Fin n) : 0 < n := Nat.lt_of_le_of_lt (Nat.zero_le _) i.isLt

protected def add : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(a + b) % n, Nat.mod_lt _ (Nat.zero_lt_of_lt h)⟩
protected def mul : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(a * b) % n, Nat.mod_lt _ (Nat.zero_lt_of_lt h)⟩
protected def sub : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨((n - b) + a) % n, Nat.mod_lt _ (Nat.zero_lt_of_lt h)⟩
protected def mod : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a % b, Nat.lt_of_le_of_lt (Nat.mod_le _ _) h⟩
protected def div : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a / b, Nat.lt_of_le_of_lt (Nat.div_le_self _ _) h⟩
instance : Add (Fin n) := ⟨Fin.add⟩
instance : Mul (Fin n) := ⟨Fin.mul⟩
instance : Sub (Fin n) := ⟨Fin.sub⟩
instance : Mod (Fin n) := ⟨Fin.mod⟩
instance : Div (Fin n) := ⟨Fin.div⟩
instance neg (n : Nat) : Neg (Fin n) := ⟨fun a => ⟨(n - a.val) % n, Nat.mod_lt _ (Fin.pos a)⟩⟩

def succ : Fin n → Fin (n + 1)
  | ⟨i, h⟩ => ⟨i + 1, Nat.succ_lt_succ h⟩
def castLT (i : Fin m) (h : i.val < n) : Fin n := ⟨i.val, h⟩
def castLE (h : n ≤ m) (i : Fin n) : Fin m := ⟨i.val, Nat.lt_of_lt_of_le i.isLt h⟩
protected def cast (eq : n = m) (i : Fin n) : Fin m := ⟨i.val, eq ▸ i.isLt⟩
def castSucc (i : Fin n) : Fin (n + 1) := ⟨i.val, Nat.lt_succ_of_lt i.isLt⟩
def last (n : Nat) : Fin (n + 1) := ⟨n, Nat.lt_succ_self n⟩
def elim0 {α : Sort u} : Fin 0 → α
  | ⟨_, h⟩ => absurd h (Nat.not_lt_zero _)

theorem val_congr {n : Nat} {a b : Fin n} (h : a = b) : a.val = b.val := h ▸ rfl
@[ext] protected theorem ext {a b : Fin n} (h : a.val = b.val) : a = b := eq_of_val_eq h
theorem val_inj {a b : Fin n} : a.val = b.val ↔ a = b := ⟨Fin.ext, val_congr⟩
theorem val_ne_of_ne {i j : Fin n} (h : i ≠ j) : i.val ≠ j.val := fun e => h (Fin.ext e)
theorem val_le_of_le {n : Nat} {a b : Fin n} (h : a ≤ b) : a.val ≤ b.val := h
theorem val_le_of_ge {n : Nat} {a b : Fin n} (h : a ≥ b) : b.val ≤ a.val := h
theorem val_add_one_le_of_lt {n : Nat} {a b : Fin n} (h : a < b) : a.val + 1 ≤ b.val := h
theorem val_add_one_le_of_gt {n : Nat} {a b : Fin n} (h : a > b) : b.val + 1 ≤ a.val := h
theorem lt_def {a b : Fin n} : a < b ↔ a.val < b.val := Iff.rfl
theorem le_def {a b : Fin n} : a ≤ b ↔ a.val ≤ b.val := Iff.rfl
@[simp] theorem eta (a : Fin n) (h : a.val < n) : (⟨a.val, h⟩ : Fin n) = a := rfl
@[simp] theorem is_lt (a : Fin n) : a.val < n := a.isLt
theorem is_le (i : Fin (n + 1)) : i.val ≤ n := Nat.le_of_lt_succ i.isLt
protected theorem val_add (a b : Fin n) : (a + b).val = (a.val + b.val) % n := rfl
protected theorem val_mul (a b : Fin n) : (a * b).val = a.val * b.val % n := rfl
protected theorem val_sub (a b : Fin n) : (a - b).val = (n - b.val + a.val) % n := rfl
@[simp] theorem val_zero (n : Nat) [NeZero n] : (0 : Fin n).val = 0 := Nat.zero_mod n
@[simp] theorem val_ofNat (n : Nat) [NeZero n] (a : Nat) : (Fin.ofNat n a).val = a % n := rfl
@[simp] theorem val_succ (j : Fin n) : j.succ.val = j.val + 1 := rfl
@[simp] theorem val_last (n : Nat) : (last n).val = n := rfl
protected theorem le_refl (a : Fin n) : a ≤ a := Nat.le_refl _
protected theorem lt_irrefl (a : Fin n) : ¬a < a := Nat.lt_irrefl _
protected theorem le_trans {a b c : Fin n} (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := Nat.le_trans h₁ h₂
protected theorem lt_trans {a b c : Fin n} (h₁ : a < b) (h₂ : b < c) : a < c := Nat.lt_trans h₁ h₂
protected theorem le_antisymm {a b : Fin n} (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := Fin.ext (Nat.le_antisymm h₁ h₂)
protected theorem not_le {a b : Fin n} : ¬a ≤ b ↔ b < a := Nat.not_le
protected theorem not_lt {a b : Fin n} : ¬a < b ↔ b ≤ a := Nat.not_lt
protected theorem «forall» {p : Fin n → Prop} : (∀ i, p i) ↔ ∀ i (h : i < n), p ⟨i, h⟩ :=
  ⟨fun H i h => H ⟨i, h⟩, fun H ⟨i, h⟩ => H i h⟩
protected theorem «exists» {p : Fin n → Prop} : (∃ i, p i) ↔ ∃ i, ∃ h : i < n, p ⟨i, h⟩ :=
  ⟨fun ⟨⟨i, hi⟩, h⟩ => ⟨i, hi, h⟩, fun ⟨i, hi, h⟩ => ⟨⟨i, hi⟩, h⟩⟩

end Fin

/-! ### What `omega` refers to -/

namespace Lean.Omega.Fin

theorem ne_iff_lt_or_gt {i j : _root_.Fin n} : i ≠ j ↔ i < j ∨ i > j := by
  constructor
  · intro h
    rcases Nat.lt_or_gt_of_ne (_root_.Fin.val_ne_of_ne h) with h | h
    · exact .inl h
    · exact .inr h
  · rintro (h | h) e
    · exact Nat.lt_irrefl _ (e ▸ h : j < j)
    · exact Nat.lt_irrefl _ (e ▸ h : j < j)
protected theorem lt_or_gt_of_ne {i j : _root_.Fin n} (h : i ≠ j) : i < j ∨ i > j := ne_iff_lt_or_gt.1 h
theorem not_le {i j : _root_.Fin n} : ¬i ≤ j ↔ j < i := Nat.not_le
theorem not_lt {i j : _root_.Fin n} : ¬i < j ↔ j ≤ i := Nat.not_lt
protected theorem lt_of_not_le {i j : _root_.Fin n} (h : ¬i ≤ j) : j < i := not_le.1 h
protected theorem le_of_not_lt {i j : _root_.Fin n} (h : ¬i < j) : j ≤ i := not_lt.1 h
theorem ofNat_val_add {x y : _root_.Fin n} :
    (((x + y : _root_.Fin n) : Nat) : Int) = ((x : Nat) + (y : Nat) : Int) % n := rfl
theorem ofNat_val_sub {x y : _root_.Fin n} :
    (((x - y : _root_.Fin n) : Nat) : Int) = (((n - y : Nat) : Int) + (x : Nat)) % n := rfl
theorem ofNat_val_mul {x y : _root_.Fin n} :
    (((x * y : _root_.Fin n) : Nat) : Int) = ((x : Nat) * (y : Nat) : Int) % n := rfl
theorem ofNat_val_natCast {n x y : Nat} (h : y = x % (n + 1)) :
    @Nat.cast Int instNatCastInt (@Fin.val (n + 1) (OfNat.ofNat x)) = OfNat.ofNat y := h ▸ rfl

end Lean.Omega.Fin

namespace Nat

theorem shiftLeft_eq : ∀ a b : Nat, a <<< b = a * 2 ^ b
  | a, 0 => (Nat.mul_one a).symm
  | a, b + 1 => by
    show (2 * a) <<< b = a * 2 ^ (b + 1)
    rw [shiftLeft_eq (2 * a) b, Nat.pow_succ, Nat.mul_comm 2, Nat.mul_assoc, Nat.mul_comm 2]

theorem shiftRight_eq_div_pow : ∀ m n : Nat, m >>> n = m / 2 ^ n
  | m, 0 => (Nat.div_one m).symm
  | m, n + 1 => by
    show (m >>> n) / 2 = m / 2 ^ (n + 1)
    rw [shiftRight_eq_div_pow m n, Nat.pow_succ, Nat.div_div_eq_div_mul]

end Nat

namespace Lean.Omega

theorem Int.ofNat_shiftLeft_eq {x y : Nat} : ((x <<< y : Nat) : Int) = (x : Int) * (2 ^ y : Nat) := by
  rw [Nat.shiftLeft_eq]; rfl
theorem Int.ofNat_shiftRight_eq_div_pow {x y : Nat} : ((x >>> y : Nat) : Int) = (x : Int) / (2 ^ y : Nat) := by
  rw [Nat.shiftRight_eq_div_pow]; rfl

theorem Prod.of_lex {α : Type u} {r : α → α → Prop} {β : Type v} {s : β → β → Prop} {p q : α × β}
    (w : Prod.Lex r s p q) : r p.fst q.fst ∨ p.fst = q.fst ∧ s p.snd q.snd := by
  cases w with
  | left _ _ h => exact .inl h
  | right _ h => exact .inr ⟨rfl, h⟩

theorem Prod.of_not_lex {α : Type u} {r : α → α → Prop} [DecidableEq α] {β : Type v} {s : β → β → Prop}
    {p q : α × β} (w : ¬Prod.Lex r s p q) : ¬r p.fst q.fst ∧ (p.fst ≠ q.fst ∨ ¬s p.snd q.snd) := by
  refine ⟨fun h => w (.left _ _ h), ?_⟩
  obtain ⟨a, b⟩ := p
  obtain ⟨c, d⟩ := q
  by_cases e : a = c
  · subst e
    exact .inr fun h => w (.right _ h)
  · exact .inl e

end Lean.Omega

/-! ### Decidable bounded quantifiers -/

namespace Nat

/-- A bound turns a universal statement into finitely many. -/
instance decidableForallFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∀ i, P i) :=
  decidable_of_iff (∀ k h, P ⟨k, h⟩) ⟨fun m ⟨k, h⟩ => m k h, fun m k h => m ⟨k, h⟩⟩

instance decidableForallLT (n : Nat) (p : Nat → Prop) [DecidablePred p] : Decidable (∀ x, x < n → p x) :=
  Nat.decidableBallLT n fun k _ => p k

instance decidableBallLE (n : Nat) (P : ∀ k, k ≤ n → Prop) [∀ n h, Decidable (P n h)] : Decidable (∀ n h, P n h) :=
  decidable_of_iff (∀ k (h : k < n + 1), P k (le_of_lt_succ h))
    ⟨fun m k h => m k (lt_succ_of_le h), fun m k _ => m k _⟩

instance decidableForallLE (n : Nat) (p : Nat → Prop) [DecidablePred p] : Decidable (∀ x, x ≤ n → p x) :=
  decidable_of_iff (∀ x, x < n + 1 → p x)
    ⟨fun h x hx => h x (Nat.lt_succ_of_le hx), fun h x hx => h x (Nat.le_of_lt_succ hx)⟩

instance decidableExistsLT [h : DecidablePred p] : DecidablePred fun n => ∃ m : Nat, m < n ∧ p m
  | 0 => isFalse fun ⟨m, hm, _⟩ => absurd hm (Nat.not_lt_zero m)
  | n + 1 =>
    @decidable_of_iff _ (p n ∨ ∃ m, m < n ∧ p m)
      ⟨fun h => h.elim (fun hn => ⟨n, lt_succ_self n, hn⟩) fun ⟨m, hm, hp⟩ => ⟨m, lt_succ_of_lt hm, hp⟩,
        fun ⟨m, hm, hp⟩ => (Nat.lt_or_eq_of_le (le_of_lt_succ hm)).elim (fun h => .inr ⟨m, h, hp⟩)
          fun e => .inl (e ▸ hp)⟩
      (@instDecidableOr _ _ (h n) (decidableExistsLT (p := p) n))

instance decidableExistsLE [DecidablePred p] : DecidablePred fun n => ∃ m : Nat, m ≤ n ∧ p m := fun n =>
  decidable_of_iff (∃ m, m < n + 1 ∧ p m)
    ⟨fun ⟨m, h, hp⟩ => ⟨m, le_of_lt_succ h, hp⟩, fun ⟨m, h, hp⟩ => ⟨m, lt_succ_of_le h, hp⟩⟩

instance decidableExistsFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∃ i, P i) :=
  have : DecidablePred fun k => ∃ h : k < n, P ⟨k, h⟩ := fun k =>
    if h : k < n then decidable_of_iff (P ⟨k, h⟩) ⟨fun hp => ⟨h, hp⟩, fun ⟨_, hp⟩ => hp⟩
    else isFalse fun ⟨h', _⟩ => h h'
  decidable_of_iff (∃ k, k < n ∧ ∃ h : k < n, P ⟨k, h⟩)
    ⟨fun ⟨_, _, h, hp⟩ => ⟨⟨_, h⟩, hp⟩, fun ⟨⟨k, h⟩, hp⟩ => ⟨k, h, h, hp⟩⟩

end Nat

/-! ### Machine words and characters -/

instance BitVec.instDecidableEq : DecidableEq (BitVec w) := fun ⟨a⟩ ⟨b⟩ =>
  if h : a = b then isTrue (h ▸ rfl) else isFalse fun e => h (by injection e)
namespace BitVec
protected def toNat (x : BitVec w) : Nat := x.toFin.val
theorem isLt (x : BitVec w) : x.toNat < 2 ^ w := x.toFin.isLt
protected def ofNatLT {w : Nat} (i : Nat) (p : i < 2 ^ w) : BitVec w := ⟨⟨i, p⟩⟩
protected def ofNat (n : Nat) (i : Nat) : BitVec n := ⟨⟨i % 2 ^ n, Nat.mod_lt _ (Nat.two_pow_pos n)⟩⟩
end BitVec
@[extern "lean_uint8_dec_eq"] def UInt8.decEq (a b : UInt8) : Decidable (a = b) :=
  match a, b with
  | ⟨x⟩, ⟨y⟩ => if h : x = y then isTrue (h ▸ rfl) else isFalse fun e => h (by injection e)
instance : DecidableEq UInt8 := UInt8.decEq
@[extern "lean_uint32_dec_eq"] def UInt32.decEq (a b : UInt32) : Decidable (a = b) :=
  match a, b with
  | ⟨x⟩, ⟨y⟩ => if h : x = y then isTrue (h ▸ rfl) else isFalse fun e => h (by injection e)
instance : DecidableEq UInt32 := UInt32.decEq
@[extern "lean_uint64_dec_eq"] def UInt64.decEq (a b : UInt64) : Decidable (a = b) :=
  match a, b with
  | ⟨x⟩, ⟨y⟩ => if h : x = y then isTrue (h ▸ rfl) else isFalse fun e => h (by injection e)
instance : DecidableEq UInt64 := UInt64.decEq
@[extern "lean_uint32_to_nat"] def UInt32.toNat (n : UInt32) : Nat := n.toBitVec.toNat
@[extern "lean_uint64_to_nat"] def UInt64.toNat (n : UInt64) : Nat := n.toBitVec.toNat
@[extern "lean_uint64_of_nat"] def UInt64.ofNat (n : @& Nat) : UInt64 := ⟨BitVec.ofNat 64 n⟩
instance UInt64.instOfNat : OfNat UInt64 n := ⟨UInt64.ofNat n⟩

namespace Char
@[ext] protected theorem ext : {a b : Char} → a.val = b.val → a = b
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl
instance : DecidableEq Char :=
  fun a b => if h : a.val = b.val then isTrue (Char.ext h) else isFalse fun e => h (e ▸ rfl)
def toNat (c : Char) : Nat := c.val.toNat
instance instInhabited : Inhabited Char := ⟨'A'⟩
end Char
