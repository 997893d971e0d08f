import Mathlib.Cast
/-!
# A draft of `ring`

Stands in until the library has its own, and nothing else.
-/
set_option linter.all false
set_option autoImplicit true
universe u v
namespace SRing
variable {α : Type u} [CommRing α]
def nat : Nat → α | 0 => 0 | 1 => 1 | n+2 => ((n+2 : Nat) : α)
theorem nat_eq : ∀ n : Nat, (nat n : α) = (n : α) | 0 => Nat.cast_zero.symm | 1 => Nat.cast_one.symm | n+2 => rfl
def ic (x : Int) : α := (x : α)
theorem ic_add (x y : Int) : (ic (x + y) : α) = ic x + ic y := Int.cast_add x y
theorem ic_mul (x y : Int) : (ic (x * y) : α) = ic x * ic y := Int.cast_mul x y
theorem ic_zero : (ic 0 : α) = 0 := Int.cast_zero
theorem ic_one : (ic 1 : α) = 1 := Int.cast_one
theorem ic_m1 : (ic (-1) : α) = -1 := (Int.cast_neg 1).trans (congrArg _ Int.cast_one)
theorem ic_nat (n : Nat) : (ic (.ofNat n) : α) = nat n := (Int.cast_natCast n).trans (nat_eq n).symm
/- reflected expressions -/
inductive RE | num (n : Nat) | var (i : Nat) | add (a b : RE) | mul (a b : RE) | sub (a b : RE) | neg (a : RE) | pow (a : RE) (n : Nat)
def look (l : List α) (i : Nat) : α := match l, i with | [], _ => 0 | x :: _, 0 => x | _ :: l, i+1 => look l i
def RE.ev (ρ : List α) : RE → α
  | num n => nat n | var i => look ρ i | add a b => ev ρ a + ev ρ b | mul a b => ev ρ a * ev ρ b
  | sub a b => ev ρ a - ev ρ b | neg a => -ev ρ a | pow a n => ev ρ a ^ n
abbrev Mon := List Nat
abbrev Pol := List (Int × Mon)
def madd : Mon → Mon → Mon | [], b => b | a, [] => a | x :: a, y :: b => (x + y) :: madd a b
def mev (ρ : List α) : Nat → Mon → α | _, [] => 1 | i, e :: m => look ρ i ^ e * mev ρ (i+1) m
def mcmp : Mon → Mon → Nat
  | [], [] => 0
  | [], _ :: _ => 1
  | _ :: _, [] => 2
  | x :: a, y :: b => bif Nat.beq x y then mcmp a b else bif Nat.ble x y then 1 else 2
def pev (ρ : List α) : Pol → α | [] => 0 | (c, m) :: p => ic c * mev ρ 0 m + pev ρ p
def iz : Int → Bool
  | .ofNat n => Nat.beq n 0
  | .negSucc _ => false
def ins (c : Int) (m : Mon) : Pol → Pol
  | [] => [(c, m)]
  | (d, k) :: p => bif Nat.beq (mcmp m k) 0 then (bif iz (c + d) then p else (c + d, k) :: p)
    else bif Nat.beq (mcmp m k) 1 then (c, m) :: (d, k) :: p else (d, k) :: ins c m p
def padd : Pol → Pol → Pol | [], q => q | (c, m) :: p, q => padd p (ins c m q)
def ptm (c : Int) (m : Mon) : Pol → Pol → Pol | [], r => r | (d, k) :: p, r => ptm c m p (ins (c * d) (madd m k) r)
def pmul : Pol → Pol → Pol → Pol | [], _, r => r | (c, m) :: p, q, r => pmul p q (ptm c m q r)
def pow' (p : Pol) : Nat → Pol | 0 => [(1, [])] | n+1 => pmul p (pow' p n) []
def vm : Nat → Mon | 0 => [1] | i+1 => 0 :: vm i
def nm : RE → Pol
  | .num n => match n with | 0 => [] | n+1 => [(.ofNat (n+1), [])]
  | .var i => [(1, vm i)] | .add a b => padd (nm a) (nm b) | .mul a b => pmul (nm a) (nm b) []
  | .sub a b => ptm (-1) [] (nm b) (nm a) | .neg a => ptm (-1) [] (nm a) [] | .pow a n => pow' (nm a) n
theorem mev_add (ρ : List α) : ∀ (m k : Mon) (i : Nat), mev ρ i (madd m k) = mev ρ i m * mev ρ i k
  | [], k, i => (one_mul _).symm
  | x :: a, [], i => (mul_one _).symm
  | x :: a, y :: b, i => by
    show look ρ i ^ (x + y) * mev ρ (i+1) (madd a b) = look ρ i ^ x * mev ρ (i+1) a * (look ρ i ^ y * mev ρ (i+1) b)
    rw [mev_add ρ a b, pow_add]; ac_rfl
theorem mcmp_eq : ∀ m k : Mon, mcmp m k = 0 → m = k
  | [], [], _ => rfl
  | [], _ :: _, h => nomatch h
  | _ :: _, [], h => nomatch h
  | x :: a, y :: b, h => by
    unfold mcmp at h
    cases e : Nat.beq x y with
    | true => rw [e] at h; rw [Nat.eq_of_beq_eq_true e, mcmp_eq a b h]
    | false => rw [e] at h; cases e2 : Nat.ble x y <;> rw [e2] at h <;> cases h
theorem iz_ok : ∀ x : Int, iz x = true → x = 0
  | .ofNat n, h => by rw [Nat.eq_of_beq_eq_true (show Nat.beq n 0 = true from h)]; rfl
  | .negSucc _, h => nomatch h
theorem ins_ev (ρ : List α) (c : Int) (m : Mon) : ∀ p : Pol, pev ρ (ins c m p) = ic c * mev ρ 0 m + pev ρ p
  | [] => rfl
  | (d, k) :: p => by
    show pev ρ (bif Nat.beq (mcmp m k) 0 then (bif iz (c + d) then p else (c + d, k) :: p)
      else bif Nat.beq (mcmp m k) 1 then (c, m) :: (d, k) :: p else (d, k) :: ins c m p) = ic c * mev ρ 0 m + (ic d * mev ρ 0 k + pev ρ p)
    cases h : Nat.beq (mcmp m k) 0 with
    | true =>
      rw [mcmp_eq m k (Nat.eq_of_beq_eq_true h)]
      rw [show ic c * mev ρ 0 k + (ic d * mev ρ 0 k + pev ρ p) = ic (c + d) * mev ρ 0 k + pev ρ p by rw [ic_add, add_mul, add_assoc]]
      cases h0 : iz (c + d) with
      | true => rw [iz_ok _ h0]; show pev ρ p = ic 0 * _ + _; rw [ic_zero, zero_mul, zero_add]
      | false => rfl
    | false =>
      cases h1 : Nat.beq (mcmp m k) 1 with
      | true => rfl
      | false =>
        show ic d * mev ρ 0 k + pev ρ (ins c m p) = ic c * mev ρ 0 m + (ic d * mev ρ 0 k + pev ρ p)
        rw [ins_ev ρ c m p]; ac_rfl
theorem padd_ev (ρ : List α) : ∀ p q : Pol, pev ρ (padd p q) = pev ρ p + pev ρ q
  | [], q => (zero_add _).symm
  | (c, m) :: p, q => by show pev ρ (padd p (ins c m q)) = ic c * mev ρ 0 m + pev ρ p + pev ρ q; rw [padd_ev ρ p, ins_ev]; ac_rfl
theorem ptm_ev (ρ : List α) (c : Int) (m : Mon) : ∀ p r : Pol, pev ρ (ptm c m p r) = ic c * mev ρ 0 m * pev ρ p + pev ρ r
  | [], r => by show _ = ic c * mev ρ 0 m * 0 + _; rw [mul_zero, zero_add]; rfl
  | (d, k) :: p, r => by
    show pev ρ (ptm c m p (ins (c * d) (madd m k) r)) = ic c * mev ρ 0 m * (ic d * mev ρ 0 k + pev ρ p) + _
    rw [ptm_ev ρ c m p, ins_ev, ic_mul, mev_add, mul_add,
      show ic c * ic d * (mev ρ 0 m * mev ρ 0 k) = ic c * mev ρ 0 m * (ic d * mev ρ 0 k) by ac_rfl]; ac_rfl
theorem pmul_ev (ρ : List α) : ∀ p q r : Pol, pev ρ (pmul p q r) = pev ρ p * pev ρ q + pev ρ r
  | [], q, r => by show _ = (0 : α) * _ + _; rw [zero_mul, zero_add]; rfl
  | (c, m) :: p, q, r => by
    show pev ρ (pmul p q (ptm c m q r)) = (ic c * mev ρ 0 m + pev ρ p) * _ + _
    rw [pmul_ev ρ p, ptm_ev, add_mul]; ac_rfl
theorem pev_one (ρ : List α) : pev ρ [(1, [])] = 1 := by show ic 1 * (1:α) + 0 = 1; rw [ic_one, mul_one, add_zero]
theorem pow_ev (ρ : List α) (p : Pol) : ∀ n : Nat, pev ρ (pow' p n) = pev ρ p ^ n
  | 0 => by rw [pow_zero]; exact pev_one ρ
  | n+1 => by show pev ρ (pmul p (pow' p n) []) = _; rw [pmul_ev, pow_ev ρ p n, pow_succ, mul_comm]; exact add_zero _
theorem vm_ev (ρ : List α) : ∀ i j : Nat, mev ρ j (vm i) = look ρ (j + i)
  | 0, j => by show look ρ j ^ 1 * 1 = _; rw [mul_one, pow_one]; rfl
  | i+1, j => by show look ρ j ^ 0 * mev ρ (j+1) (vm i) = _; rw [vm_ev ρ i, pow_zero, one_mul, Nat.add_right_comm]; rfl
theorem nm_ev (ρ : List α) (e : RE) : pev ρ (nm e) = e.ev ρ := by
  induction e with
  | num n => cases n with
    | zero => rfl
    | succ n => show ic (.ofNat (n+1)) * (1 : α) + 0 = nat (n+1); rw [mul_one, add_zero, ic_nat]
  | var i => show ic 1 * mev ρ 0 (vm i) + 0 = look ρ i; rw [ic_one, vm_ev, one_mul, add_zero, Nat.zero_add]
  | add a b ha hb => show pev ρ (padd _ _) = _ + _; rw [padd_ev, ha, hb]
  | mul a b ha hb => show pev ρ (pmul _ _ _) = _ * _; rw [pmul_ev, ha, hb]; exact add_zero _
  | sub a b ha hb => show pev ρ (ptm _ _ _ _) = _ - _; rw [ptm_ev, ha, hb]; show ic (-1) * 1 * _ + _ = _; rw [ic_m1, mul_one, neg_mul, one_mul, sub_eq_add_neg, add_comm]
  | neg a ha => show pev ρ (ptm _ _ _ _) = -_; rw [ptm_ev, ha]; show ic (-1) * 1 * _ + 0 = _; rw [ic_m1, mul_one, neg_mul, one_mul, add_zero]
  | pow a n ha => show pev ρ (pow' _ _) = _; rw [pow_ev, ha]; rfl
def isZ : Pol → Bool | [] => true | _ :: _ => false
def chk (a b : RE) : Bool := isZ (nm (.sub a b))
theorem ok (ρ : List α) (a b : RE) (h : chk a b = true) : a.ev ρ = b.ev ρ := by
  apply sub_eq_zero.1
  show (RE.sub a b).ev ρ = 0
  rw [← nm_ev]; unfold chk at h
  revert h; cases nm (.sub a b) with | nil => intro _; rfl | cons x l => intro h; cases h
end SRing
/- reification by instance search -/
namespace SRing
section
variable {α : Type u}
class MemAt (a : α) (l : List α) (i : outParam Nat) : Prop
instance (priority := high) MemAt.z {a : α} {l : List α} : MemAt a (a :: l) 0 := ⟨⟩
instance MemAt.s {a b : α} {l : List α} [MemAt a l i] : MemAt a (b :: l) (i+1) := ⟨⟩
def snoc : List α → α → List α | [], a => [a] | b :: l, a => b :: snoc l a
class Snoc (l : List α) (a : α) (l' : outParam (List α)) (i : outParam Nat) : Prop
instance Snoc.z {a : α} : Snoc [] a [a] 0 := ⟨⟩
instance Snoc.s {a b : α} [Snoc l a l' i] : Snoc (b :: l) a (b :: l') (i+1) := ⟨⟩
class Reif (e : α) (l : List α) (l' : outParam (List α)) (r : outParam RE) : Prop
instance (priority := 1) Reif.new {e : α} [Snoc l e l' i] : Reif e l l' (.var i) := ⟨⟩
instance (priority := 10) Reif.old {e : α} [MemAt e l i] : Reif e l l (.var i) := ⟨⟩
instance Reif.num {n : Nat} [OfNat α (n+1)] : Reif (no_index (OfNat.ofNat (n+1) : α)) l l (.num (n+1)) := ⟨⟩
instance Reif.num0 [OfNat α 0] : Reif (no_index (OfNat.ofNat 0 : α)) l l (.num 0) := ⟨⟩
instance Reif.add [Add α] {a b : α} [Reif a l l1 r] [Reif b l1 l2 s] : Reif (a + b) l l2 (.add r s) := ⟨⟩
instance Reif.mul [Mul α] {a b : α} [Reif a l l1 r] [Reif b l1 l2 s] : Reif (a * b) l l2 (.mul r s) := ⟨⟩
instance Reif.sub [Sub α] {a b : α} [Reif a l l1 r] [Reif b l1 l2 s] : Reif (a - b) l l2 (.sub r s) := ⟨⟩
instance Reif.neg [Neg α] {a : α} [Reif a l l1 r] : Reif (-a) l l1 (.neg r) := ⟨⟩
instance Reif.pow [NatPow α] {a : α} {n : Nat} [Reif a l l1 r] : Reif (a ^ n) l l1 (.pow r n) := ⟨⟩
end
variable {α : Type u} [CommRing α]
theorem solve {a b : α} (l1 l2 : List α) (r s : RE) [Reif a [] l1 r] [Reif b l1 l2 s] (h : chk r s = true) (ha : r.ev l2 = a ∧ s.ev l2 = b) : a = b := by
  rw [← ha.1, ← ha.2]; exact ok l2 r s h
end SRing
syntax "ring" : tactic
macro_rules | `(tactic| ring) => `(tactic| ((set_option synthInstance.maxHeartbeats 400000 in (set_option synthInstance.maxSize 4000 in (refine SRing.solve _ _ _ _ ?_ ?_))) <;> first | exact And.intro rfl rfl | decide +kernel))
