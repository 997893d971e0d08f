prelude
import Init.Int.Order

/-! Euclidean division. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

/-- Both sides equal up to associativity and commutativity of `Nat`. -/
local macro "nac" : tactic =>
  `(tactic| simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.mul_assoc, Nat.mul_comm, Nat.mul_left_comm])

namespace Int

theorem natAbs_cases (b : Int) : b = natAbs b ∨ b = -(natAbs b : Int) :=
  match b with | ofNat _ => .inl rfl | negSucc _ => .inr rfl

theorem emod_add_mul_ediv (a b : Int) : a % b + b * (a / b) = a := by
  cases a with
  | ofNat m => cases b with
    | ofNat n => show ofNat (m % n + n * (m / n)) = ofNat m; rw [Nat.mod_add_div]
    | negSucc n =>
      show ofNat (m % (n+1)) + -((n+1 : Nat) : Int) * -((m / (n+1) : Nat) : Int) = ofNat m
      rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]
      show ofNat (m % (n+1) + (n+1) * (m / (n+1))) = ofNat m; rw [Nat.mod_add_div]
  | negSucc m =>
    have key : ∀ n : Nat, subNatNat (n+1) (m % (n+1) + 1) + ((n+1 : Nat) : Int) * negSucc (m / (n+1)) = negSucc m := by
      intro n
      show subNatNat (n+1) (m % (n+1) + 1) + negOfNat ((n+1) * (m / (n+1) + 1)) = negSucc m
      have h := diff_neg 0 m; rw [Nat.zero_add] at h
      rw [negOfNat_eq, diff_add_diff, ← h]; apply diff_eq
      have h2 := Nat.mod_add_div m (n+1)
      rw [Nat.mul_add, Nat.mul_one]
      show n + 1 + 0 + (m + 1) = 0 + (m % (n+1) + 1 + ((n+1) * (m / (n+1)) + (n + 1)))
      conv => lhs; rw [← h2]
      simp only [Nat.zero_add, Nat.add_zero]; nac
    cases b with
    | ofNat n => cases n with
      | zero =>
        show subNatNat 0 (m % 0 + 1) + 0 * 0 = negSucc m
        rw [Int.mul_zero, Int.add_zero, Nat.mod_zero]
        have h := diff_neg 0 m
        rw [Nat.zero_add] at h
        exact h
      | succ n => exact key n
    | negSucc n =>
      have := key n
      show subNatNat (n+1) (m % (n+1) + 1) + -((n+1 : Nat) : Int) * -(negSucc (m / (n+1))) = negSucc m
      rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]; exact this

theorem mul_ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := by
  rw [Int.add_comm, emod_add_mul_ediv]

theorem emod_def (a b : Int) : a % b = a - b * (a / b) := by
  rw [← Int.add_sub_cancel (a % b) (b * (a / b)), emod_add_mul_ediv]

theorem natAbs_pos_of_ne_zero {b : Int} (h : b ≠ 0) : 0 < natAbs b := match b, h with
  | ofNat 0, h => absurd rfl h
  | ofNat (n+1), _ => Nat.succ_pos n
  | negSucc n, _ => Nat.succ_pos n

theorem emod_nonneg : ∀ (a : Int) {b : Int}, b ≠ 0 → 0 ≤ a % b
  | ofNat m, b, _ => natCast_nonneg _
  | negSucc m, b, h => by
    show 0 ≤ subNatNat (natAbs b) (m % natAbs b + 1)
    rw [zero_diff, diff_le, Nat.zero_add]; exact Nat.mod_lt _ (natAbs_pos_of_ne_zero h)

theorem emod_lt (a : Int) {b : Int} (h : b ≠ 0) : a % b < natAbs b := by
  cases a with
  | ofNat m => exact natCast_lt.2 (Nat.mod_lt _ (natAbs_pos_of_ne_zero h))
  | negSucc m =>
    show subNatNat (natAbs b) (m % natAbs b + 1) < ofNat (natAbs b)
    rw [← diff_zero, diff_lt]; exact Nat.lt_succ_of_le (Nat.le_add_right _ _)

theorem emod_lt_of_pos (a : Int) {b : Int} (H : 0 < b) : a % b < b := by
  have h := emod_lt a (Int.ne_of_gt H)
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le (Int.le_of_lt H); exact h

@[simp] theorem ediv_zero : ∀ a : Int, a / 0 = 0 | ofNat _ => rfl | negSucc _ => rfl

@[simp] theorem emod_zero (a : Int) : a % 0 = a := by
  have := emod_add_mul_ediv a 0
  rw [Int.zero_mul, Int.add_zero] at this
  exact this

theorem ediv_neg (a b : Int) : a / -b = -(a / b) := match a, b with
  | ofNat m, ofNat 0 => rfl
  | ofNat m, ofNat (n+1) => rfl
  | ofNat m, negSucc n => (Int.neg_neg _).symm
  | negSucc m, ofNat 0 => rfl
  | negSucc m, ofNat (n+1) => rfl
  | negSucc m, negSucc n => rfl

theorem natCast_ediv (m n : Nat) : ((m / n : Nat) : Int) = (m : Int) / n := rfl
theorem natCast_emod (m n : Nat) : ((m % n : Nat) : Int) = (m : Int) % n := rfl

theorem mul_ediv_self_le {x k : Int} (h : k ≠ 0) : k * (x / k) ≤ x := by
  have h1 := emod_nonneg x h; have h2 := mul_ediv_add_emod x k
  have := Int.add_le_add_left h1 (k * (x / k)); rw [h2, Int.add_zero] at this; exact this

theorem lt_mul_ediv_self_add {x k : Int} (h : 0 < k) : x < k * (x / k) + k := by
  have h1 := emod_lt_of_pos x h; have h2 := mul_ediv_add_emod x k
  have := Int.add_le_add_left h1 (k * (x / k)); rw [← Int.add_assoc, h2] at this; exact this

theorem ediv_emod_eq_of_eq {a b q r : Int} (hb : 0 < b) (h : r + b * q = a) (h0 : 0 ≤ r)
    (h1 : r < b) : a / b = q ∧ a % b = r := by
  have e := emod_add_mul_ediv a b
  have n := emod_nonneg a (Int.ne_of_gt hb)
  have l := emod_lt_of_pos a hb
  have key : ∀ q q' r r' : Int, r + b * q = r' + b * q' → 0 ≤ r' → r < b → ¬ q < q' := by
    intro q q' r r' e h0 h1 hlt
    have h2 := Int.mul_le_mul_of_nonneg_left hlt (Int.le_of_lt hb)
    rw [Int.mul_add, Int.mul_one] at h2
    have h3 : r + b * q < b * q' := Int.lt_of_lt_of_le (by
      rw [Int.add_comm r]
      show b * q + r + 1 ≤ b * q + b
      rw [Int.add_assoc]
      exact Int.add_le_add_left h1 (b * q)) h2
    rw [e] at h3
    have h4 := Int.add_le_add_right h0 (b * q'); rw [Int.zero_add] at h4
    exact Int.lt_irrefl _ (Int.lt_of_lt_of_le h3 h4)
  have hq : a / b = q := Int.le_antisymm (Int.not_lt.1 (key q (a/b) r (a%b) (by rw [h, e]) n h1))
    (Int.not_lt.1 (key (a/b) q (a%b) r (by rw [h, e]) h0 l))
  refine ⟨hq, ?_⟩
  rw [hq, Int.add_comm] at e; rw [Int.add_comm] at h
  exact Int.add_left_cancel (e.trans h.symm)

theorem mul_emod_right (a b : Int) : (a * b) % a = 0 := by
  rcases natAbs_cases a with h | h
  · by_cases ha : a = 0
    · subst ha; rw [Int.zero_mul, emod_zero]
    · have hp : 0 < a := by rw [h]; exact natCast_lt.2 (natAbs_pos_of_ne_zero ha)
      exact (ediv_emod_eq_of_eq (q := b) hp (Int.zero_add _) (Int.le_refl 0) hp).2
  · by_cases ha : a = 0
    · subst ha; rw [Int.zero_mul, emod_zero]
    · have hp : (0:Int) < natAbs a := natCast_lt.2 (natAbs_pos_of_ne_zero ha)
      generalize (natAbs a : Int) = c at *
      subst h
      have := (ediv_emod_eq_of_eq (q := -b) (a := -(c*b)) hp (by rw [Int.zero_add, Int.mul_neg]) (Int.le_refl 0) hp).1
      rw [Int.neg_mul, emod_def, ediv_neg, this, Int.neg_neg, Int.neg_mul, Int.sub_self]

theorem emod_eq_zero_of_dvd {a b : Int} : a ∣ b → b % a = 0 :=
  fun ⟨c, hc⟩ => hc ▸ mul_emod_right a c

theorem dvd_of_emod_eq_zero {a b : Int} (h : b % a = 0) : a ∣ b :=
  ⟨b / a, by have := emod_add_mul_ediv b a; rw [h, Int.zero_add] at this; exact this.symm⟩

theorem dvd_iff_emod_eq_zero {a b : Int} : a ∣ b ↔ b % a = 0 :=
  ⟨emod_eq_zero_of_dvd, dvd_of_emod_eq_zero⟩

instance decidableDvd (a b : Int) : Decidable (a ∣ b) :=
  decidable_of_iff (b % a = 0) dvd_iff_emod_eq_zero.symm

theorem emod_pos_of_not_dvd {a b : Int} (h : ¬a ∣ b) : a = 0 ∨ 0 < b % a := by
  by_cases ha : a = 0
  · exact .inl ha
  · right
    have h1 := emod_nonneg b ha
    rcases Int.lt_or_gt_of_ne (fun e => h (dvd_of_emod_eq_zero e)) with h2 | h2
    · exact absurd h2 (Int.not_lt.2 h1)
    · exact h2

end Int
