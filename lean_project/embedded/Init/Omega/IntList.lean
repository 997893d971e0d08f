prelude
import Init.Int.Abs
import Init.Data.List.Basic

/-! Lists of integers as vectors. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Lean.Omega

/-- A vector whose entries beyond the list are zero. -/
abbrev IntList := List Int
namespace IntList
def get : IntList → Nat → Int | [], _ => 0 | x :: _, 0 => x | _ :: xs, i+1 => get xs i

def set : IntList → Nat → Int → IntList
  | [], 0, y => [y]
  | [], i+1, y => 0 :: set [] i y
  | _ :: xs, 0, y => y :: xs
  | x :: xs, i+1, y => x :: set xs i y

/-- `a * xs + b * ys`. -/
def combo (a : Int) : IntList → Int → IntList → IntList
  | [], b, ys => ys.map (fun y => a * 0 + b * y)
  | x :: xs, b, [] => (a * x + b * 0) :: combo a xs b []
  | x :: xs, b, y :: ys => (a * x + b * y) :: combo a xs b ys

def add (xs ys : IntList) : IntList := match xs, ys with
  | [], ys => ys.map (fun y => 0 + y)
  | x :: xs, [] => (x + 0) :: add xs []
  | x :: xs, y :: ys => (x + y) :: add xs ys

def sub (xs ys : IntList) : IntList := match xs, ys with
  | [], ys => ys.map (fun y => 0 - y)
  | x :: xs, [] => (x - 0) :: sub xs []
  | x :: xs, y :: ys => (x - y) :: sub xs ys

def neg (xs : IntList) : IntList := xs.map (fun x => -x)
def smul (xs : IntList) (i : Int) : IntList := xs.map (fun x => i * x)

/-- The inner product. -/
def dot : IntList → IntList → Int
  | [], _ => 0
  | _ :: _, [] => 0
  | x :: xs, y :: ys => x * y + dot xs ys

def sdiv (xs : IntList) (g : Int) : IntList := xs.map (fun x => x / g)
def gcd : IntList → Nat | [] => 0 | x :: xs => Nat.gcd x.natAbs (gcd xs)

/-- The first entry that is not zero. -/
def leading : IntList → Int | [] => 0 | x :: xs => if x = 0 then leading xs else x
def bmod (xs : IntList) (m : Nat) : IntList := xs.map (fun x => Int.bmod x m)
def bmod_dot_sub_dot_bmod (m : Nat) (a b : IntList) : Int := Int.bmod (dot a b) m - dot (bmod a m) b
theorem dot_nil_right (xs : IntList) : dot xs [] = 0 := by cases xs <;> rfl

theorem dot_map (f : Int → Int) (k : Int) (h : ∀ x, f x = k * x) : ∀ xs ys : IntList, dot
    (xs.map f) ys = k * dot xs ys
  | [], _ => (Int.mul_zero k).symm
  | _ :: _, [] => (Int.mul_zero k).symm
  | x :: xs, y :: ys => by
    show f x * y + dot (xs.map f) ys = k * (x * y + dot xs ys)
    rw [dot_map f k h xs ys, h, Int.mul_add, Int.mul_assoc]

theorem combo_nil_right (a b : Int) : ∀ xs : IntList, combo a xs b [] = xs.map
    (fun x => a * x + b * 0)
  | [] => rfl
  | x :: xs => congrArg _ (combo_nil_right a b xs)

theorem dot_combo (a b : Int) : ∀ xs ys zs : IntList, dot (combo a xs b ys) zs =
    a * dot xs zs + b * dot ys zs
  | [], ys, zs => by
    show dot (ys.map _) zs = a * 0 + b * dot ys zs
    rw [dot_map _ b (fun y => by rw [Int.mul_zero, Int.zero_add]), Int.mul_zero, Int.zero_add]
  | x :: xs, [], zs => by
    rw [combo_nil_right, dot_map _ a (fun y => by rw [Int.mul_zero, Int.add_zero])]
    show _ = _ + b * 0
    rw [Int.mul_zero, Int.add_zero]
  | x :: xs, y :: ys, [] => by show (0:Int) = a * 0 + b * 0; rw [Int.mul_zero, Int.mul_zero]; rfl
  | x :: xs, y :: ys, z :: zs => by
    show (a * x + b * y) * z + dot (combo a xs b ys) zs = a * (x * z + dot xs zs) + b * (y * z + dot ys zs)
    rw [dot_combo a b xs ys zs]
    simp only [Int.mul_add, Int.add_mul, Int.add_assoc, Int.add_left_comm, Int.mul_assoc]

theorem add_eq_combo : ∀ xs ys : IntList, add xs ys = combo 1 xs 1 ys
  | [], ys => by
    show ys.map _ = ys.map _
    exact congrArg (fun f => List.map f ys) (funext fun y => by rw [Int.mul_zero, Int.one_mul])
  | x :: xs, [] => by show _ :: _ = _ :: _; rw [add_eq_combo xs [], Int.one_mul, Int.mul_zero]
  | x :: xs, y :: ys => by show _ :: _ = _ :: _; rw [add_eq_combo xs ys, Int.one_mul, Int.one_mul]

theorem sub_eq_combo : ∀ xs ys : IntList, sub xs ys = combo 1 xs (-1) ys
  | [], ys => by
    show ys.map _ = ys.map _
    exact congrArg (fun f => List.map f ys) (funext fun y => by rw [Int.mul_zero, Int.neg_mul, Int.one_mul]; rfl)
  | x :: xs, [] => by show _ :: _ = _ :: _; rw [sub_eq_combo xs [], Int.one_mul, Int.mul_zero]; rfl
  | x :: xs, y :: ys => by show _ :: _ = _ :: _; rw [sub_eq_combo xs ys, Int.one_mul, Int.neg_mul, Int.one_mul]; rfl

theorem dot_add (xs ys zs : IntList) : dot (add xs ys) zs = dot xs zs + dot ys zs := by
  rw [add_eq_combo, dot_combo, Int.one_mul, Int.one_mul]

theorem dot_sub (xs ys zs : IntList) : dot (sub xs ys) zs = dot xs zs - dot ys zs := by
  rw [sub_eq_combo, dot_combo, Int.one_mul, Int.neg_mul, Int.one_mul]
  rfl

theorem dot_neg (xs zs : IntList) : dot (neg xs) zs = -dot xs zs := by
  unfold neg
  rw [dot_map _ (-1) (fun x => Int.neg_eq_neg_one_mul x), Int.neg_mul, Int.one_mul]

theorem dot_smul (i : Int) (xs zs : IntList) : dot (smul xs i) zs = i * dot xs zs :=
  dot_map _ i (fun _ => rfl) xs zs

theorem dot_set_nil : ∀ (i : Nat) (v : IntList) (k : Int), dot (set [] i k) v = k * get v i
  | 0, [], k => (Int.mul_zero k).symm
  | 0, y :: ys, k => Int.add_zero _
  | i+1, [], k => (Int.mul_zero k).symm
  | i+1, y :: ys, k => by
    show 0 * y + dot (set [] i k) ys = k * get ys i
    rw [Int.zero_mul, Int.zero_add, dot_set_nil i ys k]

theorem dot_set_of_le : ∀ (xs : IntList) (i : Nat) (v : IntList) (k : Int), xs.length ≤ i → dot
    (set xs i k) v = dot xs v + k * get v i
  | [], i, v, k, _ => by show _ = 0 + _; rw [dot_set_nil, Int.zero_add]
  | x :: xs, 0, v, k, h => absurd h (Nat.not_succ_le_zero _)
  | x :: xs, i+1, [], k, h => by show (0:Int) = 0 + k * 0; rw [Int.mul_zero]; rfl
  | x :: xs, i+1, y :: ys, k, h => by
    show x * y + dot (set xs i k) ys = x * y + dot xs ys + k * get ys i
    rw [dot_set_of_le xs i ys k (Nat.le_of_succ_le_succ h), Int.add_assoc]

/-- All entries are zero. -/
def isZeroB : IntList → Bool | [] => true | x :: xs => decide (x = 0) && isZeroB xs

theorem dot_of_isZero : ∀ {xs : IntList}, isZeroB xs = true → ∀ v, dot xs v = 0
  | [], _, _ => rfl
  | _ :: _, _, [] => rfl
  | x :: xs, h, y :: ys => by
    have h' : x = 0 ∧ isZeroB xs = true := by simp [isZeroB] at h; exact h
    show x * y + dot xs ys = 0
    rw [h'.1, dot_of_isZero h'.2 ys, Int.zero_mul]; rfl
end IntList

/-- The coefficients of the atoms. -/
abbrev Coeffs := IntList
namespace Coeffs
abbrev toList (xs : Coeffs) : List Int := xs
abbrev ofList (xs : List Int) : Coeffs := xs
abbrev set (xs : Coeffs) (i : Nat) (y : Int) : Coeffs := IntList.set xs i y
abbrev get (xs : Coeffs) (i : Nat) : Int := IntList.get xs i
abbrev gcd (xs : Coeffs) : Nat := IntList.gcd xs
abbrev smul (xs : Coeffs) (g : Int) : Coeffs := IntList.smul xs g
abbrev sdiv (xs : Coeffs) (g : Int) : Coeffs := IntList.sdiv xs g
abbrev dot (xs ys : Coeffs) : Int := IntList.dot xs ys
abbrev add (xs ys : Coeffs) : Coeffs := IntList.add xs ys
abbrev sub (xs ys : Coeffs) : Coeffs := IntList.sub xs ys
abbrev neg (xs : Coeffs) : Coeffs := IntList.neg xs
abbrev combo (a : Int) (xs : Coeffs) (b : Int) (ys : Coeffs) : Coeffs := IntList.combo a xs b ys
abbrev length (xs : Coeffs) : Nat := List.length xs
abbrev leading (xs : Coeffs) : Int := IntList.leading xs
abbrev bmod (x : Coeffs) (m : Nat) : Coeffs := IntList.bmod x m
abbrev isZero (xs : Coeffs) : Prop := IntList.isZeroB xs = true

abbrev bmod_dot_sub_dot_bmod (m : Nat) (a b : Coeffs) : Int := IntList.bmod_dot_sub_dot_bmod m a b
end Coeffs
