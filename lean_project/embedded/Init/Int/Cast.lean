prelude
import Init.Int.Linear
import Init.Nat.Pow

/-! The cast from `Nat` to `Int`, for `norm_cast` and `push_cast`. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Int

attribute [simp, norm_cast] natCast_add natCast_mul natCast_inj natCast_le natCast_lt
attribute [norm_cast] natCast_succ natCast_ediv natCast_emod

@[simp, norm_cast] theorem natCast_zero : ((0 : Nat) : Int) = 0 := rfl
@[simp, norm_cast] theorem natCast_one : ((1 : Nat) : Int) = 1 := rfl
@[simp, norm_cast] theorem _root_.Nat.cast_ofNat_Int {n : Nat} :
    (Nat.cast (no_index (OfNat.ofNat n)) : Int) = OfNat.ofNat n := rfl
@[norm_cast] theorem natCast_pow (b n : Nat) : ((b ^ n : Nat) : Int) = (b : Int) ^ n := Lean.Omega.Int.ofNat_pow b n
@[norm_cast] theorem natCast_sub {m n : Nat} (h : n ≤ m) : ((m - n : Nat) : Int) = m - n := by omega
@[norm_cast] theorem natCast_min (m n : Nat) : ((min m n : Nat) : Int) = min (m : Int) n := by omega
@[norm_cast] theorem natCast_max (m n : Nat) : ((max m n : Nat) : Int) = max (m : Int) n := by omega
theorem natCast_ne_zero {n : Nat} : (n : Int) ≠ 0 ↔ n ≠ 0 := by omega
@[simp] theorem natCast_pos {n : Nat} : (0 : Int) < n ↔ 0 < n := by omega
theorem natCast_nonpos_iff {n : Nat} : (n : Int) ≤ 0 ↔ n = 0 := by omega
theorem natCast_succ_pos (n : Nat) : 0 < (n.succ : Int) := by omega

attribute [simp] natCast_pow natCast_ediv natCast_emod natCast_nonneg

theorem ofNat_le {m n : Nat} : (m : Int) ≤ n ↔ m ≤ n := natCast_le
theorem ofNat_lt {n m : Nat} : (n : Int) < m ↔ n < m := natCast_lt
theorem ofNat_nonneg (n : Nat) : (0 : Int) ≤ n := natCast_nonneg n
theorem ofNat_zero : ((0 : Nat) : Int) = 0 := rfl
theorem ofNat_one : ((1 : Nat) : Int) = 1 := rfl
theorem ofNat_add (n m : Nat) : ((n + m : Nat) : Int) = n + m := rfl
theorem ofNat_mul (n m : Nat) : ((n * m : Nat) : Int) = n * m := rfl
theorem ofNat_sub {n m : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := natCast_sub h
theorem ofNat_ediv (m n : Nat) : ((m / n : Nat) : Int) = ↑m / ↑n := rfl
theorem ofNat_emod (m n : Nat) : ((m % n : Nat) : Int) = ↑m % ↑n := rfl
theorem ofNat_toNat (a : Int) : (a.toNat : Int) = max a 0 := toNat_eq_max a
theorem eq_natCast_toNat {a : Int} : a = a.toNat ↔ 0 ≤ a := by omega
theorem lt_of_toNat_lt {a b : Int} (h : toNat a < toNat b) : a < b := by omega

/-! ### Powers -/

protected theorem pow_add_one (b : Int) (e : Nat) : b ^ (e + 1) = b ^ e * b := rfl
protected theorem pow_succ' (b : Int) (e : Nat) : b ^ (e + 1) = b * b ^ e := Int.mul_comm _ _
@[simp] protected theorem pow_one (b : Int) : b ^ 1 = b := Int.one_mul b
protected theorem pow_two (b : Int) : b ^ 2 = b * b := by rw [Int.pow_succ, Int.pow_one]
@[simp] protected theorem one_pow (n : Nat) : (1 : Int) ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Int.pow_succ, ih, Int.one_mul]
protected theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : Int) ^ n = 0 := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => rw [Int.pow_succ, Int.mul_zero]
protected theorem pow_add (a : Int) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => exact (Int.mul_one _).symm
  | succ n ih => rw [← Nat.add_assoc, Int.pow_succ, ih, Int.pow_succ, Int.mul_assoc]
protected theorem mul_pow (a b : Int) (n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Int.pow_succ, Int.pow_succ, Int.pow_succ, ih, Int.mul_mul_mul_comm]
protected theorem pow_mul (a : Int) (m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.mul_add_one, Int.pow_add, Int.pow_succ, ih]
protected theorem pow_pos {n : Int} {m : Nat} (h : 0 < n) : 0 < n ^ m := Lean.Omega.Int.pos_pow_of_pos n m h
protected theorem pow_nonneg {n : Int} {m : Nat} (h : 0 ≤ n) : 0 ≤ n ^ m := by
  induction m with
  | zero => exact show (0 : Int) ≤ 1 by decide
  | succ m ih => exact Int.mul_nonneg ih h
protected theorem pow_ne_zero {n : Int} {m : Nat} (h : n ≠ 0) : n ^ m ≠ 0 := by
  induction m with
  | zero => exact show (1 : Int) ≠ 0 by decide
  | succ m ih => exact Int.mul_ne_zero ih h
protected theorem neg_pow_two (n : Int) : (-n) ^ 2 = n ^ 2 := by rw [Int.pow_two, Int.pow_two, Int.neg_mul_neg]
protected theorem sq_nonneg (n : Int) : 0 ≤ n ^ 2 := by rw [Int.pow_two]; exact Int.mul_self_nonneg n

/-! ### Absolute value -/

@[simp] theorem natAbs_zero : natAbs (0 : Int) = 0 := rfl
@[simp] theorem natAbs_one : natAbs (1 : Int) = 1 := rfl
@[simp] theorem natAbs_neg (a : Int) : natAbs (-a) = natAbs a := by omega
@[simp] theorem natAbs_eq_zero {a : Int} : natAbs a = 0 ↔ a = 0 := by omega
theorem natAbs_ne_zero {a : Int} : a.natAbs ≠ 0 ↔ a ≠ 0 := by omega
theorem natAbs_pos {a : Int} : 0 < natAbs a ↔ a ≠ 0 := by omega
theorem natAbs_of_nonneg {a : Int} (h : 0 ≤ a) : (natAbs a : Int) = a := by omega
theorem ofNat_natAbs_of_nonpos {a : Int} (h : a ≤ 0) : (natAbs a : Int) = -a := by omega
theorem natAbs_eq (a : Int) : a = natAbs a ∨ a = -↑(natAbs a) := by omega
theorem natAbs_eq_natAbs_iff {a b : Int} : a.natAbs = b.natAbs ↔ a = b ∨ a = -b := by omega
theorem natAbs_add_le (a b : Int) : natAbs (a + b) ≤ natAbs a + natAbs b := by omega
theorem natAbs_sub_le (a b : Int) : natAbs (a - b) ≤ natAbs a + natAbs b := by omega
theorem natAbs_mul (a b : Int) : natAbs (a * b) = natAbs a * natAbs b := by
  have key : ∀ m n : Nat, natAbs ((m : Int) * n) = m * n := fun m n => by rw [← natCast_mul]; rfl
  rcases natAbs_eq a with ha | ha <;> rcases natAbs_eq b with hb | hb <;>
    (rw [ha, hb]; simp only [Int.neg_mul, Int.mul_neg, Int.neg_neg, natAbs_neg, key, natAbs_natCast])
theorem natAbs_pow (n : Int) (k : Nat) : natAbs (n ^ k) = natAbs n ^ k := by
  induction k with
  | zero => rfl
  | succ k ih => rw [Int.pow_succ, natAbs_mul, ih, Nat.pow_succ]
theorem natAbs_mul_self {a : Int} : ((natAbs a * natAbs a : Nat) : Int) = a * a := by
  rw [← natAbs_mul, natAbs_of_nonneg (Int.mul_self_nonneg a)]
@[simp] theorem sign_zero : sign 0 = 0 := rfl
@[simp] theorem sign_one : sign 1 = 1 := rfl
theorem sign_eq_one_of_pos : ∀ {a : Int}, 0 < a → sign a = 1
  | ofNat (_ + 1), _ => rfl
theorem sign_eq_neg_one_of_neg : ∀ {a : Int}, a < 0 → sign a = -1
  | negSucc _, _ => rfl
theorem sign_mul_natAbs : ∀ a : Int, sign a * natAbs a = a
  | 0 => rfl
  | ofNat (n + 1) => Int.one_mul _
  | negSucc n => by show -1 * ((n + 1 : Nat) : Int) = _; rw [← Int.neg_eq_neg_one_mul]; rfl

end Int
