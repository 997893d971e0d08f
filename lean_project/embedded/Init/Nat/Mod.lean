prelude
import Init.Nat.Simproc

/-! Arithmetic lemmas proved with `omega`. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

@[simp] theorem Int.natCast_eq_zero {n : Nat} : (n : Int) = 0 ↔ n = 0 := by omega
@[simp] theorem Nat.lt_one_iff {n : Nat} : n < 1 ↔ n = 0 := by omega

@[simp] theorem Nat.mul_eq_zero {m n : Nat} : m * n = 0 ↔ m = 0 ∨ n = 0 := by
  constructor
  · intro h
    by_cases hm : m = 0
    · left; exact hm
    · right
      by_cases hn : n = 0
      · exact hn
      · have := Nat.mul_pos (Nat.pos_of_ne_zero hm) (Nat.pos_of_ne_zero hn); omega
  · rintro (h | h) <;> subst h <;> simp

@[simp] theorem Int.mul_eq_zero {m n : Int} : m * n = 0 ↔ m = 0 ∨ n = 0 := by
  constructor
  · intro h
    by_cases hm : m = 0
    · left; exact hm
    · right
      by_cases hn : n = 0
      · exact hn
      · have key : ∀ a b : Int, 0 < a → 0 < b → a * b = 0 → False := fun a b ha hb e => by
          have := Int.mul_pos ha hb; omega
        exfalso
        rcases Int.lt_or_gt_of_ne hm with h1 | h1 <;> rcases Int.lt_or_gt_of_ne hn with h2 | h2
        · exact key (-m) (-n) (by omega) (by omega) (by rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]; exact h)
        · exact key (-m) n (by omega) h2 (by rw [Int.neg_mul, h]; rfl)
        · exact key m (-n) h1 (by omega) (by rw [Int.mul_neg, h]; rfl)
        · exact key m n h1 h2 h
  · rintro (h | h) <;> subst h <;> simp

theorem Nat.add_mod (a b n : Nat) : (a + b) % n = ((a % n) + (b % n)) % n := by
  conv => lhs; rw [← Nat.mod_add_div a n, ← Nat.mod_add_div b n]
  rw [show a % n + n * (a / n) + (b % n + n * (b / n)) = (a % n + b % n) + n * (a / n + b / n) by
    rw [Nat.mul_add]; omega]
  rw [Nat.add_mul_mod_self_left]

theorem Nat.mul_mod (a b n : Nat) : a * b % n = ((a % n) * (b % n)) % n := by
  conv => lhs; rw [← Nat.mod_add_div a n, ← Nat.mod_add_div b n]
  rw [show (a % n + n * (a / n)) * (b % n + n * (b / n)) =
      a % n * (b % n) + n * (a / n * (b % n) + (a % n + n * (a / n)) * (b / n)) by
    simp only [Nat.mul_add, Nat.add_mul, Nat.mul_assoc, Nat.mul_comm, Nat.mul_left_comm, Nat.add_assoc,
      Nat.add_left_comm]]
  rw [Nat.add_mul_mod_self_left]

theorem Nat.mod_mod (a n : Nat) : (a % n) % n = a % n := by
  by_cases h : n = 0
  · subst h; simp
  · exact Nat.mod_eq_of_lt (Nat.mod_lt _ (Nat.pos_of_ne_zero h))

theorem Nat.pow_mod (a b n : Nat) : a ^ b % n = ((a % n) ^ b) % n := by
  induction b with
  | zero => rfl
  | succ b ih => rw [Nat.pow_succ, Nat.pow_succ, Nat.mul_mod, ih, Nat.mul_mod ((a % n) ^ b) (a % n) n, Nat.mod_mod]

attribute [simp] Nat.le_refl Int.neg_neg
instance : Std.LawfulIdentity (α := Nat) (· + ·) 0 := ⟨Nat.zero_add, Nat.add_zero⟩
instance : Std.LawfulIdentity (α := Nat) (· * ·) 1 := ⟨Nat.one_mul, Nat.mul_one⟩
instance : Std.LawfulIdentity (α := Int) (· + ·) 0 := ⟨Int.zero_add, Int.add_zero⟩
instance : Std.LawfulIdentity (α := Int) (· * ·) 1 := ⟨Int.one_mul, Int.mul_one⟩
