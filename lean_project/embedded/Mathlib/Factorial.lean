import Mathlib.Algebra
/-!
# Factorials and binomial coefficients

`n !`, `Nat.choose`, `Nat.descFactorial` and `Nat.ascFactorial`, by Mathlib's recursions, and nothing
else.
-/
namespace Nat

/-- `n ! = 1 * 2 * ... * n`. -/
def factorial : ℕ → ℕ
  | 0 => 1
  | n + 1 => (n + 1) * factorial n

@[inherit_doc factorial] notation:10000 n "!" => Nat.factorial n

@[simp] theorem factorial_zero : 0! = 1 := rfl
theorem factorial_succ (n : ℕ) : (n + 1)! = (n + 1) * n ! := rfl
@[simp] theorem factorial_one : 1! = 1 := rfl
@[simp] theorem factorial_two : 2! = 2 := rfl
theorem factorial_pos : ∀ n : ℕ, 0 < n !
  | 0 => Nat.zero_lt_succ 0
  | n + 1 => Nat.mul_pos (Nat.zero_lt_succ n) (factorial_pos n)
theorem factorial_ne_zero (n : ℕ) : n ! ≠ 0 := fun h => by have := factorial_pos n; omega
theorem mul_factorial_pred {n : ℕ} (h : n ≠ 0) : n * (n - 1)! = n ! := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => rfl
theorem factorial_dvd_factorial {m n : ℕ} (h : m ≤ n) : m ! ∣ n ! := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  clear h
  induction k with
  | zero => exact Nat.dvd_refl _
  | succ k ih => exact Nat.dvd_trans ih (Nat.dvd_mul_left _ _)
theorem dvd_factorial : ∀ {m n : ℕ}, 0 < m → m ≤ n → m ∣ n !
  | 0, _, h, _ => absurd h (Nat.lt_irrefl 0)
  | m + 1, _, _, h => Nat.dvd_trans (Nat.dvd_mul_right (m + 1) m !) (factorial_dvd_factorial h)
theorem factorial_le {m n : ℕ} (h : m ≤ n) : m ! ≤ n ! := by
  obtain ⟨k, hk⟩ := factorial_dvd_factorial h
  have h1 := factorial_pos n
  cases k with
  | zero => rw [hk, Nat.mul_zero] at h1; exact absurd h1 (Nat.lt_irrefl 0)
  | succ k => rw [hk, Nat.mul_add_one]; omega
theorem self_le_factorial : ∀ n : ℕ, n ≤ n !
  | 0 => Nat.zero_le _
  | n + 1 => by
    have := Nat.mul_le_mul_left (n + 1) (factorial_pos n)
    rw [factorial_succ]; omega

/-- `choose n k` is the number of `k`-element subsets of an `n`-element set. -/
def choose : ℕ → ℕ → ℕ
  | _, 0 => 1
  | 0, _ + 1 => 0
  | n + 1, k + 1 => choose n k + choose n (k + 1)

@[simp] theorem choose_zero_right (n : ℕ) : choose n 0 = 1 := by cases n <;> rfl
@[simp] theorem choose_zero_succ (k : ℕ) : choose 0 (k + 1) = 0 := rfl
theorem choose_succ_succ (n k : ℕ) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) := rfl
theorem choose_succ_succ' (n k : ℕ) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) := rfl
theorem choose_eq_zero_of_lt : ∀ {n k : ℕ}, n < k → choose n k = 0
  | _, 0, h => absurd h (Nat.not_lt_zero _)
  | 0, _ + 1, _ => rfl
  | n + 1, k + 1, h => by
    rw [choose_succ_succ, choose_eq_zero_of_lt (by omega), choose_eq_zero_of_lt (by omega)]
@[simp] theorem choose_self : ∀ n : ℕ, choose n n = 1
  | 0 => rfl
  | n + 1 => by rw [choose_succ_succ, choose_self n, choose_eq_zero_of_lt (Nat.lt_add_one n)]
@[simp] theorem choose_one_right : ∀ n : ℕ, choose n 1 = n
  | 0 => rfl
  | n + 1 => by rw [choose_succ_succ, choose_one_right n, choose_zero_right]; omega
@[simp] theorem choose_succ_self (n : ℕ) : choose n (n + 1) = 0 :=
  choose_eq_zero_of_lt (Nat.lt_add_one n)
theorem choose_pos : ∀ {n k : ℕ}, k ≤ n → 0 < choose n k
  | n, 0, _ => by rw [choose_zero_right]; exact Nat.zero_lt_succ 0
  | 0, _ + 1, h => absurd h (by omega)
  | n + 1, k + 1, h => by
    have := choose_pos (n := n) (k := k) (by omega)
    rw [choose_succ_succ]; omega
theorem succ_mul_choose_eq : ∀ n k : ℕ, (n + 1) * choose n k = choose (n + 1) (k + 1) * (k + 1)
  | 0, 0 => rfl
  | 0, k + 1 => by simp [choose_succ_succ]
  | n + 1, 0 => by simp
  | n + 1, k + 1 => by
    have h1 := succ_mul_choose_eq n (k + 1)
    have h2 := succ_mul_choose_eq n k
    rw [choose_succ_succ (n + 1) (k + 1), Nat.add_mul (choose (n + 1) (k + 1)), ← h1,
      Nat.mul_add_one (choose (n + 1) (k + 1)), ← h2, Nat.add_one_mul (n + 1),
      choose_succ_succ n k, Nat.mul_add]
    omega
theorem choose_mul_factorial_mul_factorial : ∀ {n k : ℕ}, k ≤ n →
    choose n k * k ! * (n - k)! = n !
  | n, 0, _ => by simp
  | 0, k + 1, h => absurd h (by omega)
  | n + 1, k + 1, h => by
    have ih := choose_mul_factorial_mul_factorial (n := n) (k := k) (by omega)
    rw [show n + 1 - (k + 1) = n - k by omega, factorial_succ k, ← Nat.mul_assoc,
      ← succ_mul_choose_eq, Nat.mul_assoc (n + 1), Nat.mul_assoc (n + 1), ih, factorial_succ]
theorem choose_symm {n k : ℕ} (hk : k ≤ n) : choose n (n - k) = choose n k := by
  have h1 := choose_mul_factorial_mul_factorial hk
  have h2 := choose_mul_factorial_mul_factorial (Nat.sub_le n k)
  rw [show n - (n - k) = k by omega] at h2
  refine Nat.eq_of_mul_eq_mul_left (a := k ! * (n - k)!)
    (Nat.mul_pos (factorial_pos _) (factorial_pos _)) ?_
  rw [Nat.mul_comm, Nat.mul_comm (k !) ((n - k)!), ← Nat.mul_assoc, h2,
    Nat.mul_comm ((n - k)!), Nat.mul_comm (_ * _), ← Nat.mul_assoc, h1]

/-- `n.descFactorial k = n * (n - 1) * ... * (n - k + 1)`. -/
def descFactorial (n : ℕ) : ℕ → ℕ
  | 0 => 1
  | k + 1 => (n - k) * descFactorial n k

/-- `n.ascFactorial k = n * (n + 1) * ... * (n + k - 1)`. -/
def ascFactorial (n : ℕ) : ℕ → ℕ
  | 0 => 1
  | k + 1 => (n + k) * ascFactorial n k

@[simp] theorem descFactorial_zero (n : ℕ) : n.descFactorial 0 = 1 := rfl
theorem descFactorial_succ (n k : ℕ) : n.descFactorial (k + 1) = (n - k) * n.descFactorial k := rfl
@[simp] theorem ascFactorial_zero (n : ℕ) : n.ascFactorial 0 = 1 := rfl
theorem ascFactorial_succ (n k : ℕ) : n.ascFactorial (k + 1) = (n + k) * n.ascFactorial k := rfl

end Nat
