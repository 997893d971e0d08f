import Mathlib.Field
/-!
# Polynomials for reflection

Sparse polynomials with integer coefficients as lists of monomials in increasing order, operations on
them that the kernel can run, and what they say about values in a commutative ring, and nothing else.

`ring` and its relatives translate both sides of a goal into such polynomials and compare these.
-/
universe u

namespace Mathlib.Tactic.Ring

/-- Exponents of the letters 0, 1, 2, ...; the last one is not 0. -/
abbrev Mon := List Nat
/-- Coefficients with their monomials, in increasing order of the monomials. -/
abbrev Poly := List (Int × Mon)

/-! The operations match on constructors themselves, so that the kernel unfolds little. -/

def isZero : Int → Bool
  | .ofNat n => Nat.beq n 0
  | .negSucc _ => false

/-- `a - b` for natural numbers. -/
def diff (a b : Nat) : Int :=
  bif Nat.ble b a then .ofNat (a - b) else .negSucc (b - a - 1)

def iadd : Int → Int → Int
  | .ofNat a, .ofNat b => .ofNat (a + b)
  | .ofNat a, .negSucc b => diff a (b + 1)
  | .negSucc a, .ofNat b => diff b (a + 1)
  | .negSucc a, .negSucc b => .negSucc (a + b + 1)

def imul : Int → Int → Int
  | .ofNat a, .ofNat b => .ofNat (a * b)
  | .ofNat a, .negSucc b => diff 0 (a * (b + 1))
  | .negSucc a, .ofNat b => diff 0 ((a + 1) * b)
  | .negSucc a, .negSucc b => .ofNat ((a + 1) * (b + 1))

def ipow : Int → Nat → Int
  | .ofNat a, n => .ofNat (a ^ n)
  | .negSucc a, n => bif Nat.beq (n % 2) 0 then .ofNat ((a + 1) ^ n) else diff 0 ((a + 1) ^ n)

def madd : Mon → Mon → Mon
  | [], b => b
  | a, [] => a
  | x :: a, y :: b => (x + y) :: madd a b

def mscale (n : Nat) : Mon → Mon
  | [] => []
  | x :: m => (x * n) :: mscale n m

/-- 0 for equal, 1 for smaller, 2 for larger. -/
def mcmp : Mon → Mon → Nat
  | [], [] => 0
  | [], _ :: _ => 1
  | _ :: _, [] => 2
  | x :: a, y :: b => bif Nat.beq x y then mcmp a b else bif Nat.ble x y then 1 else 2

/-- `consNZ c m p` is `c * m + p`. -/
def consNZ (c : Int) (m : Mon) (p : Poly) : Poly := bif isZero c then p else (c, m) :: p

/-- Merges `c * m + p` with the argument; `f` merges `p`. -/
def merge (c : Int) (m : Mon) (p : Poly) (f : Poly → Poly) : Poly → Poly
  | [] => (c, m) :: p
  | (d, k) :: q =>
    match mcmp m k with
    | 0 => consNZ (iadd c d) k (f q)
    | 1 => (c, m) :: f ((d, k) :: q)
    | _ => (d, k) :: merge c m p f q

def padd : Poly → Poly → Poly
  | [] => fun q => q
  | (c, m) :: p => merge c m p (padd p)

/-- `c * m * p`. -/
def pterm (c : Int) (m : Mon) : Poly → Poly
  | [] => []
  | (d, k) :: p => (imul c d, madd m k) :: pterm c m p

def pmul : Poly → Poly → Poly
  | [], _ => []
  | (c, m) :: p, q => padd (pterm c m q) (pmul p q)

def ppowAux (p : Poly) : Nat → Poly
  | 0 => [(1, [])]
  | n + 1 => pmul p (ppowAux p n)

def ppow (p : Poly) (n : Nat) : Poly :=
  match p with
  | [(c, m)] => [(ipow c n, bif Nat.beq n 0 then [] else mscale n m)]
  | p => ppowAux p n

def isNil : Poly → Bool
  | [] => true
  | _ :: _ => false

/-- The monomial of the letter `i`. -/
def mvar : Nat → Mon
  | 0 => [1]
  | i + 1 => 0 :: mvar i

section Values
variable {α : Type u} [CommRing α]

/-- The entry `i` of a list; 0 beyond its end. -/
def look : List α → Nat → α
  | [], _ => 0
  | x :: _, 0 => x
  | _ :: l, i + 1 => look l i

def mval : List α → Mon → α
  | _, [] => 1
  | [], e :: m => 0 ^ e * mval [] m
  | x :: ρ, e :: m => x ^ e * mval ρ m

def pval (ρ : List α) : Poly → α
  | [] => 0
  | (c, m) :: p => (c : α) * mval ρ m + pval ρ p

theorem isZero_eq : ∀ {c : Int}, isZero c = true → c = 0
  | .ofNat n, h => by rw [Nat.eq_of_beq_eq_true (show Nat.beq n 0 = true from h)]; rfl
  | .negSucc _, h => nomatch h

theorem diff_eq (a b : Nat) : diff a b = (a : Int) - b := by
  unfold diff
  cases h : Nat.ble b a with
  | true =>
    have := Nat.le_of_ble_eq_true h
    show ((a - b : Nat) : Int) = a - b
    omega
  | false =>
    have : ¬b ≤ a := fun h' => by rw [Nat.ble_eq_true_of_le h'] at h; cases h
    show Int.negSucc (b - a - 1) = a - b
    omega

theorem iadd_eq : ∀ a b : Int, iadd a b = a + b
  | .ofNat a, .ofNat b => rfl
  | .ofNat a, .negSucc b => by
    show diff a (b + 1) = (a : Int) + _
    rw [diff_eq]; omega
  | .negSucc a, .ofNat b => by
    show diff b (a + 1) = _ + (b : Int)
    rw [diff_eq]; omega
  | .negSucc a, .negSucc b => by show Int.negSucc (a + b + 1) = _; omega

private theorem negSucc_eq (a : Nat) : Int.negSucc a = -((a + 1 : Nat) : Int) := rfl

private theorem zero_diff (a : Nat) : diff 0 a = -(a : Int) := by rw [diff_eq]; omega

theorem imul_eq : ∀ a b : Int, imul a b = a * b
  | .ofNat a, .ofNat b => rfl
  | .ofNat a, .negSucc b => by
    show diff 0 (a * (b + 1)) = (a : Int) * _
    rw [zero_diff, negSucc_eq, Int.mul_neg, Int.natCast_mul]
  | .negSucc a, .ofNat b => by
    show diff 0 ((a + 1) * b) = _ * (b : Int)
    rw [zero_diff, negSucc_eq, Int.neg_mul, Int.natCast_mul]
  | .negSucc a, .negSucc b => by
    show (((a + 1) * (b + 1) : Nat) : Int) = _
    rw [negSucc_eq, negSucc_eq, Int.neg_mul, Int.mul_neg, Int.neg_neg, Int.natCast_mul]

private theorem neg_pow (a : Int) (n : Nat) :
    (-a) ^ n = bif Nat.beq (n % 2) 0 then a ^ n else -a ^ n := by
  have two : ∀ k : Nat, (-a) ^ (2 * k) = a ^ (2 * k) := fun k => by
    rw [pow_mul, pow_mul, neg_sq]
  rcases Nat.mod_two_eq_zero_or_one n with h | h
  · rw [h, show n = 2 * (n / 2) by omega]; exact two _
  · rw [h, show n = 2 * (n / 2) + 1 by omega, pow_succ, two, pow_succ, Int.mul_neg]; rfl

theorem ipow_eq : ∀ (a : Int) (n : Nat), ipow a n = a ^ n
  | .ofNat a, n => (Int.natCast_pow a n)
  | .negSucc a, n => by
    show (bif Nat.beq (n % 2) 0 then .ofNat ((a + 1) ^ n) else diff 0 ((a + 1) ^ n)) = _
    rw [negSucc_eq, neg_pow, zero_diff, ← Int.natCast_pow]; rfl

theorem mval_nil (m : List α) : mval m [] = 1 := by cases m <;> rfl

theorem mval_madd : ∀ (ρ : List α) (m k : Mon), mval ρ (madd m k) = mval ρ m * mval ρ k
  | ρ, [], k => by rw [mval_nil, one_mul]; rfl
  | ρ, _ :: _, [] => by rw [mval_nil, mul_one]; rfl
  | [], x :: a, y :: b => by
    show 0 ^ (x + y) * mval [] (madd a b) = _
    rw [mval_madd [] a b, pow_add, mul_mul_mul_comm]; rfl
  | z :: ρ, x :: a, y :: b => by
    show z ^ (x + y) * mval ρ (madd a b) = _
    rw [mval_madd ρ a b, pow_add, mul_mul_mul_comm]; rfl

theorem mval_mscale (n : Nat) : ∀ (ρ : List α) (m : Mon), mval ρ (mscale n m) = mval ρ m ^ n
  | ρ, [] => by rw [mval_nil, one_pow]; exact mval_nil ρ
  | [], x :: a => by
    show 0 ^ (x * n) * mval [] (mscale n a) = (0 ^ x * mval [] a) ^ n
    rw [mval_mscale n [] a, pow_mul, mul_pow]
  | z :: ρ, x :: a => by
    show z ^ (x * n) * mval ρ (mscale n a) = (z ^ x * mval ρ a) ^ n
    rw [mval_mscale n ρ a, pow_mul, mul_pow]

theorem mcmp_eq : ∀ {m k : Mon}, mcmp m k = 0 → m = k
  | [], [], _ => rfl
  | [], _ :: _, h => nomatch h
  | _ :: _, [], h => nomatch h
  | x :: a, y :: b, h => by
    unfold mcmp at h
    cases e : Nat.beq x y with
    | true => rw [e] at h; rw [Nat.eq_of_beq_eq_true e, mcmp_eq (m := a) (k := b) h]
    | false => rw [e] at h; cases e' : Nat.ble x y <;> rw [e'] at h <;> cases h

theorem pval_consNZ (ρ : List α) (c : Int) (m : Mon) (p : Poly) :
    pval ρ (consNZ c m p) = c * mval ρ m + pval ρ p := by
  unfold consNZ
  cases h : isZero c with
  | true => rw [isZero_eq h, Int.cast_zero, zero_mul, zero_add]; rfl
  | false => rfl

theorem pval_merge (ρ : List α) (c : Int) (m : Mon) (p : Poly) (f : Poly → Poly)
    (hf : ∀ q, pval ρ (f q) = pval ρ p + pval ρ q) :
    ∀ q, pval ρ (merge c m p f q) = c * mval ρ m + pval ρ p + pval ρ q
  | [] => (add_zero _).symm
  | (d, k) :: q => by
    unfold merge
    split
    · next h =>
      rw [pval_consNZ, hf, iadd_eq, Int.cast_add, add_mul, mcmp_eq h]
      show _ = _ + _ + ((d : α) * mval ρ k + pval ρ q)
      rw [add_add_add_comm]
    · show c * mval ρ m + pval ρ (f ((d, k) :: q)) = _
      rw [hf, add_assoc]
    · show d * mval ρ k + pval ρ (merge c m p f q) = _ + ((d : α) * mval ρ k + pval ρ q)
      rw [pval_merge ρ c m p f hf q, add_left_comm]

theorem pval_padd (ρ : List α) : ∀ p q : Poly, pval ρ (padd p q) = pval ρ p + pval ρ q
  | [], _ => (zero_add _).symm
  | (c, m) :: p, q => pval_merge ρ c m p (padd p) (pval_padd ρ p) q

theorem pval_pterm (ρ : List α) (c : Int) (m : Mon) :
    ∀ p : Poly, pval ρ (pterm c m p) = c * mval ρ m * pval ρ p
  | [] => (mul_zero _).symm
  | (d, k) :: p => by
    show ((imul c d : Int) : α) * mval ρ (madd m k) + pval ρ (pterm c m p) = _ * (d * mval ρ k + pval ρ p)
    rw [pval_pterm ρ c m p, imul_eq, Int.cast_mul, mval_madd, mul_add, mul_mul_mul_comm]

theorem pval_pmul (ρ : List α) : ∀ p q : Poly, pval ρ (pmul p q) = pval ρ p * pval ρ q
  | [], _ => (zero_mul _).symm
  | (c, m) :: p, q => by
    show pval ρ (padd (pterm c m q) (pmul p q)) = (c * mval ρ m + pval ρ p) * _
    rw [pval_padd, pval_pterm, pval_pmul ρ p q, add_mul]

theorem pval_one (ρ : List α) : pval ρ [(1, [])] = 1 := by
  show ((1 : Int) : α) * mval ρ [] + 0 = 1
  rw [Int.cast_one, mval_nil, one_mul, add_zero]

theorem pval_ppowAux (ρ : List α) (p : Poly) : ∀ n : Nat, pval ρ (ppowAux p n) = pval ρ p ^ n
  | 0 => (pval_one ρ).trans (pow_zero _).symm
  | n + 1 => by
    show pval ρ (pmul p (ppowAux p n)) = _
    rw [pval_pmul, pval_ppowAux ρ p n, pow_succ']

theorem pval_ppow (ρ : List α) (p : Poly) (n : Nat) : pval ρ (ppow p n) = pval ρ p ^ n := by
  unfold ppow
  split
  · next c m =>
    show ((ipow c n : Int) : α) * mval ρ (bif Nat.beq n 0 then [] else mscale n m) + 0 =
      ((c : α) * mval ρ m + 0) ^ n
    rw [add_zero, add_zero, ipow_eq, Int.cast_pow, mul_pow]
    cases h : Nat.beq n 0 with
    | true => rw [Nat.eq_of_beq_eq_true h, pow_zero (mval ρ m)]; exact congrArg _ (mval_nil ρ)
    | false => exact congrArg _ (mval_mscale n ρ m)
  · exact pval_ppowAux ρ p n

theorem mval_mvar : ∀ (ρ : List α) (i : Nat), mval ρ (mvar i) = look ρ i
  | [], 0 => by show (0 : α) ^ 1 * mval [] [] = 0; rw [pow_one, zero_mul]
  | x :: ρ, 0 => by show x ^ 1 * mval ρ [] = x; rw [pow_one, mval_nil, mul_one]
  | [], i + 1 => by
    show (0 : α) ^ 0 * mval [] (mvar i) = 0
    rw [pow_zero, one_mul, mval_mvar [] i]; cases i <;> rfl
  | x :: ρ, i + 1 => by
    show x ^ 0 * mval ρ (mvar i) = look ρ i
    rw [pow_zero, one_mul, mval_mvar ρ i]

theorem pval_eq_zero (ρ : List α) : ∀ {p : Poly}, isNil p = true → pval ρ p = 0
  | [], _ => rfl
  | _ :: _, h => nomatch h

theorem pval_const (ρ : List α) (c : Int) : pval ρ [(c, [])] = c := by
  show (c : α) * mval ρ [] + 0 = c
  rw [mval_nil, mul_one, add_zero]

end Values

end Mathlib.Tactic.Ring
