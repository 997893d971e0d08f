import Mathlib.Notation
/-!
# Algebraic structures

Monoids, groups and rings under Mathlib's names, with ℕ and ℤ as instances, and the general lemmas a
proof calls by name, and nothing else. Powers with natural exponents are a part of `Monoid`, as
`NatPow`, so that `x ^ n` on ℕ and ℤ is the core library's own power.
-/
universe u

-- The exponent is natural unless something else is said, also below an operator that fixes the type.
attribute [default_instance high] instPowNat
attribute [default_instance] instHPow

/-- Addition that is associative, with a neutral `0`. -/
class AddMonoid (M : Type u) extends Add M, Zero M where
  protected add_assoc : ∀ a b c : M, a + b + c = a + (b + c)
  protected zero_add : ∀ a : M, 0 + a = a
  protected add_zero : ∀ a : M, a + 0 = a

/-- An `AddMonoid` whose addition is commutative. -/
class AddCommMonoid (M : Type u) extends AddMonoid M where
  protected add_comm : ∀ a b : M, a + b = b + a

/-- An `AddMonoid` with negation and subtraction. -/
class AddGroup (G : Type u) extends AddMonoid G, Neg G, Sub G where
  protected sub_eq_add_neg : ∀ a b : G, a - b = a + -b
  protected neg_add_cancel : ∀ a : G, -a + a = 0

/-- A commutative `AddGroup`. -/
class AddCommGroup (G : Type u) extends AddGroup G, AddCommMonoid G

/-- Multiplication that is associative, with a neutral `1` and natural powers. -/
class Monoid (M : Type u) extends Mul M, One M, NatPow M where
  protected mul_assoc : ∀ a b c : M, a * b * c = a * (b * c)
  protected one_mul : ∀ a : M, 1 * a = a
  protected mul_one : ∀ a : M, a * 1 = a
  protected pow_zero : ∀ a : M, a ^ 0 = 1
  protected pow_succ : ∀ (a : M) (n : ℕ), a ^ (n + 1) = a ^ n * a

/-- A `Monoid` whose multiplication is commutative. -/
class CommMonoid (M : Type u) extends Monoid M where
  protected mul_comm : ∀ a b : M, a * b = b * a

/-- Addition and multiplication that distribute; natural numbers are cast into it. -/
class Semiring (R : Type u) extends AddCommMonoid R, Monoid R, NatCast R where
  protected left_distrib : ∀ a b c : R, a * (b + c) = a * b + a * c
  protected right_distrib : ∀ a b c : R, (a + b) * c = a * c + b * c
  protected zero_mul : ∀ a : R, 0 * a = 0
  protected mul_zero : ∀ a : R, a * 0 = 0
  protected natCast_zero : ((0 : ℕ) : R) = 0
  protected natCast_succ : ∀ n : ℕ, ((n + 1 : ℕ) : R) = (n : R) + 1

/-- A `Semiring` whose multiplication is commutative. -/
class CommSemiring (R : Type u) extends Semiring R, CommMonoid R

/-- A `Semiring` with negation; integers are cast into it. -/
class Ring (R : Type u) extends Semiring R, AddCommGroup R, IntCast R where
  protected intCast_ofNat : ∀ n : ℕ, ((Int.ofNat n : ℤ) : R) = (n : R)
  protected intCast_negSucc : ∀ n : ℕ, ((Int.negSucc n : ℤ) : R) = -((n + 1 : ℕ) : R)

/-- A `Ring` whose multiplication is commutative. -/
class CommRing (R : Type u) extends Ring R, CommSemiring R

instance Nat.instCommSemiring : CommSemiring ℕ where
  add_assoc := Nat.add_assoc
  zero_add := Nat.zero_add
  add_zero := Nat.add_zero
  add_comm := Nat.add_comm
  zero := 0
  one := 1
  mul_assoc := Nat.mul_assoc
  one_mul := Nat.one_mul
  mul_one := Nat.mul_one
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib := Nat.mul_add
  right_distrib := Nat.add_mul
  zero_mul := Nat.zero_mul
  mul_zero := Nat.mul_zero
  natCast_zero := rfl
  natCast_succ _ := rfl
  mul_comm := Nat.mul_comm

instance Int.instCommRing : CommRing ℤ where
  add_assoc := Int.add_assoc
  zero_add := Int.zero_add
  add_zero := Int.add_zero
  add_comm := Int.add_comm
  zero := 0
  one := 1
  sub_eq_add_neg _ _ := rfl
  neg_add_cancel := Int.add_left_neg
  mul_assoc := Int.mul_assoc
  one_mul := Int.one_mul
  mul_one := Int.mul_one
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib := Int.mul_add
  right_distrib := Int.add_mul
  zero_mul := Int.zero_mul
  mul_zero := Int.mul_zero
  natCast_zero := rfl
  natCast_succ _ := rfl
  mul_comm := Int.mul_comm
  intCast_ofNat _ := rfl
  intCast_negSucc _ := rfl

section AddMonoid
variable {M : Type u} [AddMonoid M]
theorem add_assoc (a b c : M) : a + b + c = a + (b + c) := AddMonoid.add_assoc a b c
@[simp] theorem zero_add (a : M) : 0 + a = a := AddMonoid.zero_add a
@[simp] theorem add_zero (a : M) : a + 0 = a := AddMonoid.add_zero a
end AddMonoid

section AddCommMonoid
variable {M : Type u} [AddCommMonoid M]
theorem add_comm (a b : M) : a + b = b + a := AddCommMonoid.add_comm a b
theorem add_left_comm (a b c : M) : a + (b + c) = b + (a + c) := by
  rw [← add_assoc, add_comm a b, add_assoc]
theorem add_right_comm (a b c : M) : a + b + c = a + c + b := by
  rw [add_assoc, add_comm b c, add_assoc]
theorem add_add_add_comm (a b c d : M) : a + b + (c + d) = a + c + (b + d) := by
  rw [add_assoc, add_assoc, add_left_comm b]
instance : Std.Commutative (α := M) (· + ·) := ⟨add_comm⟩
instance : Std.Associative (α := M) (· + ·) := ⟨add_assoc⟩
end AddCommMonoid

section Monoid
variable {M : Type u} [Monoid M]
theorem mul_assoc (a b c : M) : a * b * c = a * (b * c) := Monoid.mul_assoc a b c
@[simp] theorem one_mul (a : M) : 1 * a = a := Monoid.one_mul a
@[simp] theorem mul_one (a : M) : a * 1 = a := Monoid.mul_one a
@[simp] theorem pow_zero (a : M) : a ^ 0 = 1 := Monoid.pow_zero a
theorem pow_succ (a : M) (n : ℕ) : a ^ (n + 1) = a ^ n * a := Monoid.pow_succ a n
@[simp] theorem pow_one (a : M) : a ^ 1 = a := by
  rw [show (1 : ℕ) = 0 + 1 from rfl, pow_succ, pow_zero, one_mul]
theorem pow_two (a : M) : a ^ 2 = a * a := by
  rw [show (2 : ℕ) = 1 + 1 from rfl, pow_succ, pow_one]
theorem sq (a : M) : a ^ 2 = a * a := pow_two a
theorem pow_add (a : M) (m : ℕ) : ∀ n : ℕ, a ^ (m + n) = a ^ m * a ^ n
  | 0 => by rw [Nat.add_zero, pow_zero, mul_one]
  | n + 1 => by rw [← Nat.add_assoc, pow_succ, pow_add a m n, pow_succ, mul_assoc]
theorem pow_succ' (a : M) (n : ℕ) : a ^ (n + 1) = a * a ^ n := by
  rw [Nat.add_comm, pow_add, pow_one]
theorem pow_mul (a : M) (m : ℕ) : ∀ n : ℕ, a ^ (m * n) = (a ^ m) ^ n
  | 0 => by rw [Nat.mul_zero, pow_zero, pow_zero]
  | n + 1 => by rw [Nat.mul_add_one, pow_add, pow_mul a m n, pow_succ]
@[simp] theorem one_pow : ∀ n : ℕ, (1 : M) ^ n = 1
  | 0 => pow_zero 1
  | n + 1 => by rw [pow_succ, one_pow n, mul_one]
theorem pow_three (a : M) : a ^ 3 = a * (a * a) := by
  rw [show (3 : ℕ) = 2 + 1 from rfl, pow_succ', pow_two]
end Monoid

section CommMonoid
variable {M : Type u} [CommMonoid M]
theorem mul_comm (a b : M) : a * b = b * a := CommMonoid.mul_comm a b
theorem mul_left_comm (a b c : M) : a * (b * c) = b * (a * c) := by
  rw [← mul_assoc, mul_comm a b, mul_assoc]
theorem mul_right_comm (a b c : M) : a * b * c = a * c * b := by
  rw [mul_assoc, mul_comm b c, mul_assoc]
theorem mul_mul_mul_comm (a b c d : M) : a * b * (c * d) = a * c * (b * d) := by
  rw [mul_assoc, mul_assoc, mul_left_comm b]
theorem mul_pow (a b : M) : ∀ n : ℕ, (a * b) ^ n = a ^ n * b ^ n
  | 0 => by rw [pow_zero, pow_zero, pow_zero, mul_one]
  | n + 1 => by rw [pow_succ, pow_succ, pow_succ, mul_pow a b n, mul_mul_mul_comm]
instance : Std.Commutative (α := M) (· * ·) := ⟨mul_comm⟩
instance : Std.Associative (α := M) (· * ·) := ⟨mul_assoc⟩
end CommMonoid

section Semiring
variable {R : Type u} [Semiring R]
theorem mul_add (a b c : R) : a * (b + c) = a * b + a * c := Semiring.left_distrib a b c
theorem add_mul (a b c : R) : (a + b) * c = a * c + b * c := Semiring.right_distrib a b c
theorem left_distrib (a b c : R) : a * (b + c) = a * b + a * c := mul_add a b c
theorem right_distrib (a b c : R) : (a + b) * c = a * c + b * c := add_mul a b c
@[simp] theorem zero_mul (a : R) : 0 * a = 0 := Semiring.zero_mul a
@[simp] theorem mul_zero (a : R) : a * 0 = 0 := Semiring.mul_zero a
end Semiring

section AddGroup
variable {G : Type u} [AddGroup G]
theorem sub_eq_add_neg (a b : G) : a - b = a + -b := AddGroup.sub_eq_add_neg a b
@[simp] theorem neg_add_cancel (a : G) : -a + a = 0 := AddGroup.neg_add_cancel a
theorem add_left_cancel {a b c : G} (h : a + b = a + c) : b = c := by
  rw [← zero_add b, ← zero_add c, ← neg_add_cancel a, add_assoc, add_assoc, h]
@[simp] theorem neg_add_cancel_left (a b : G) : -a + (a + b) = b := by
  rw [← add_assoc, neg_add_cancel, zero_add]
@[simp] theorem add_neg_cancel (a : G) : a + -a = 0 :=
  add_left_cancel (a := -a) (by rw [neg_add_cancel_left, add_zero])
@[simp] theorem neg_neg (a : G) : - -a = a :=
  add_left_cancel (a := -a) (by rw [add_neg_cancel, neg_add_cancel])
@[simp] theorem sub_self (a : G) : a - a = 0 := by rw [sub_eq_add_neg, add_neg_cancel]
@[simp] theorem sub_add_cancel (a b : G) : a - b + b = a := by
  rw [sub_eq_add_neg, add_assoc, neg_add_cancel, add_zero]
@[simp] theorem add_sub_cancel_right (a b : G) : a + b - b = a := by
  rw [sub_eq_add_neg, add_assoc, add_neg_cancel, add_zero]
theorem sub_add_sub_cancel (a b c : G) : a - b + (b - c) = a - c := by
  rw [sub_eq_add_neg a b, sub_eq_add_neg b c, add_assoc, neg_add_cancel_left, ← sub_eq_add_neg]
theorem sub_eq_zero {a b : G} : a - b = 0 ↔ a = b :=
  ⟨fun h => by rw [← sub_add_cancel a b, h, zero_add], fun h => by rw [h, sub_self]⟩
theorem sub_eq_iff_eq_add {a b c : G} : a - b = c ↔ a = c + b :=
  ⟨fun h => by rw [← h, sub_add_cancel], fun h => by rw [h, add_sub_cancel_right]⟩
theorem eq_sub_iff_add_eq {a b c : G} : a = b - c ↔ a + c = b :=
  ⟨fun h => by rw [h, sub_add_cancel], fun h => by rw [← h, add_sub_cancel_right]⟩
end AddGroup

section Ring
variable {R : Type u} [Ring R]
theorem neg_mul (a b : R) : -a * b = -(a * b) := by
  apply add_left_cancel (a := a * b)
  rw [← add_mul, add_neg_cancel, zero_mul, add_neg_cancel]
theorem mul_neg (a b : R) : a * -b = -(a * b) := by
  apply add_left_cancel (a := a * b)
  rw [← mul_add, add_neg_cancel, mul_zero, add_neg_cancel]
theorem mul_sub (a b c : R) : a * (b - c) = a * b - a * c := by
  rw [sub_eq_add_neg, mul_add, mul_neg, ← sub_eq_add_neg]
theorem sub_mul (a b c : R) : (a - b) * c = a * c - b * c := by
  rw [sub_eq_add_neg, add_mul, neg_mul, ← sub_eq_add_neg]
end Ring
