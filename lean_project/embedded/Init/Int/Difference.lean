prelude
import Init.Int.Basic

/-! Every integer is a difference of naturals; operations on differences. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

/-- Both sides equal up to associativity and commutativity of `Nat`. -/
local macro "nac" : tactic =>
  `(tactic| simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.mul_assoc, Nat.mul_comm, Nat.mul_left_comm])

namespace Int

theorem diff_zero (a : Nat) : subNatNat a 0 = ofNat a := by
  show (match (0 - a : Nat) with | 0 => ofNat (a - 0) | .succ k => negSucc k) = _; rw [Nat.zero_sub]; rfl

theorem diff_add (a b c : Nat) : subNatNat (a + c) (b + c) = subNatNat a b := by
  unfold subNatNat
  rw [Nat.add_sub_add_right, Nat.add_sub_add_right]

theorem diff_add_left (a b c : Nat) : subNatNat (c + a) (c + b) = subNatNat a b := by
  rw [Nat.add_comm c a, Nat.add_comm c b, diff_add]

theorem diff_pos (b k : Nat) : subNatNat (b + k) b = ofNat k := by
  have := diff_add_left k 0 b
  rw [Nat.add_zero] at this
  rw [this, diff_zero]

theorem diff_neg (a k : Nat) : subNatNat a (a + k + 1) = negSucc k := by
  have := diff_add_left 0 (k+1) a
  rw [Nat.add_zero, ← Nat.add_assoc] at this
  rw [this]
  unfold subNatNat
  rw [Nat.sub_zero]

theorem rep_nat (a b : Nat) : (∃ k, a = b + k) ∨ (∃ k, b = a + k + 1) := (Nat.lt_or_ge a b).elim
  (fun h => let ⟨k, hk⟩ := Nat.le.dest h; .inr ⟨k, by rw [← hk, Nat.succ_add]⟩)
  (fun h => let ⟨k, hk⟩ := Nat.le.dest h; .inl ⟨k, hk.symm⟩)

theorem rep (z : Int) : ∃ a b, z = subNatNat a b := match z with
  | ofNat n => ⟨n, 0, (diff_zero n).symm⟩
  | negSucc n => ⟨0, n + 1, by have := diff_neg 0 n; rw [Nat.zero_add] at this; exact this.symm⟩

theorem diff_eq {a b c d : Nat} (h : a + d = c + b) : subNatNat a b = subNatNat c d := by
  rw [← diff_add a b d, h, Nat.add_comm b d, diff_add]

theorem ofNat_inj : ofNat m = ofNat n ↔ m = n := ⟨fun h => by cases h; rfl, fun h => h ▸ rfl⟩

theorem eq_of_diff {a b c d : Nat} (h : subNatNat a b = subNatNat c d) : a + d = c + b := by
  rcases rep_nat a b with ⟨k, rfl⟩ | ⟨k, rfl⟩ <;> rcases rep_nat c d with ⟨l, rfl⟩ | ⟨l, rfl⟩
  · rw [diff_pos, diff_pos] at h; cases h; nac
  · rw [diff_pos, diff_neg] at h; cases h
  · rw [diff_pos, diff_neg] at h; cases h
  · rw [diff_neg, diff_neg] at h; cases h; nac

theorem diff_add_diff (a b c d : Nat) : subNatNat a b + subNatNat c d = subNatNat (a + c)
    (b + d) := by
  rcases rep_nat a b with ⟨k, rfl⟩ | ⟨k, rfl⟩ <;> rcases rep_nat c d with ⟨l, rfl⟩ | ⟨l, rfl⟩
  · rw [diff_pos, diff_pos, show b + k + (d + l) = (b + d) + (k + l) by nac, diff_pos]; rfl
  · rw [diff_pos, diff_neg, show b + k + c = (b + c) + k by nac,
      show b + (c + l + 1) = (b + c) + (l + 1) by nac, diff_add_left]; rfl
  · rw [diff_pos, diff_neg, show a + (d + l) = (a + d) + l by nac,
      show a + k + 1 + d = (a + d) + (k + 1) by nac, diff_add_left]; rfl
  · rw [diff_neg, diff_neg, show a + k + 1 + (c + l + 1) = (a + c) + (k + l + 1) + 1 by nac, diff_neg]; rfl

theorem neg_diff (a b : Nat) : -subNatNat a b = subNatNat b a := by
  rcases rep_nat a b with ⟨k, rfl⟩ | ⟨k, rfl⟩
  · rw [diff_pos]
    cases k with
    | zero => rw [Nat.add_zero]; have := diff_pos b 0; rw [Nat.add_zero] at this; rw [this]; rfl
    | succ k => have := diff_neg b k; rw [Nat.add_assoc] at this; rw [this]; rfl
  · rw [diff_neg, Nat.add_assoc, diff_pos]; rfl

theorem negOfNat_eq (n : Nat) : negOfNat n = subNatNat 0 n := by
  cases n with | zero => rfl | succ n => have := diff_neg 0 n; rw [Nat.zero_add] at this; rw [this]; rfl

theorem diff_mul_diff (a b c d : Nat) : subNatNat a b * subNatNat c d = subNatNat (a * c + b * d)
    (a * d + b * c) := by
  rcases rep_nat a b with ⟨k, rfl⟩ | ⟨k, rfl⟩ <;> rcases rep_nat c d with ⟨l, rfl⟩ | ⟨l, rfl⟩
  · rw [diff_pos, diff_pos]; show ofNat (k * l) = _
    rw [← diff_zero]; apply diff_eq; simp only [Nat.mul_add, Nat.add_mul, Nat.add_zero]; nac
  · rw [diff_pos, diff_neg]; show negOfNat (k * (l + 1)) = _
    rw [negOfNat_eq]; apply diff_eq; simp only [Nat.mul_add, Nat.add_mul, Nat.zero_add, Nat.mul_one]; nac
  · rw [diff_neg, diff_pos]; show negOfNat ((k + 1) * l) = _
    rw [negOfNat_eq]; apply diff_eq; simp only [Nat.mul_add, Nat.add_mul, Nat.zero_add, Nat.one_mul]; nac
  · rw [diff_neg, diff_neg]; show ofNat ((k + 1) * (l + 1)) = _
    rw [← diff_zero]; apply diff_eq; simp only [Nat.mul_add, Nat.add_mul, Nat.add_zero, Nat.mul_one, Nat.one_mul]; nac

end Int
