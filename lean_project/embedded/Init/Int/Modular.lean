prelude
import Init.Int.Cast
import Init.Nat.Coprime

/-! Division, remainder and divisibility of integers: the lemmas that people cite. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Int

/-! ### Divisibility -/

@[simp] protected theorem dvd_refl (n : Int) : n ∣ n := ⟨1, (Int.mul_one n).symm⟩
protected theorem dvd_rfl {n : Int} : n ∣ n := Int.dvd_refl n
@[simp] protected theorem dvd_zero (n : Int) : n ∣ 0 := ⟨0, (Int.mul_zero n).symm⟩
@[simp] protected theorem one_dvd (n : Int) : 1 ∣ n := ⟨n, (Int.one_mul n).symm⟩
@[simp] protected theorem dvd_mul_right (a b : Int) : a ∣ a * b := ⟨b, rfl⟩
@[simp] protected theorem dvd_mul_left (a b : Int) : b ∣ a * b := ⟨a, Int.mul_comm a b⟩
protected theorem dvd_trans {a b c : Int} : a ∣ b → b ∣ c → a ∣ c := by
  rintro ⟨d, rfl⟩ ⟨e, rfl⟩
  exact ⟨d * e, Int.mul_assoc a d e⟩
instance : Trans (α := Int) (· ∣ ·) (· ∣ ·) (· ∣ ·) := ⟨Int.dvd_trans⟩
@[simp] protected theorem zero_dvd {n : Int} : 0 ∣ n ↔ n = 0 :=
  ⟨fun ⟨c, hc⟩ => by rw [hc, Int.zero_mul], fun h => h ▸ Int.dvd_refl 0⟩
protected theorem dvd_add {a b c : Int} : a ∣ b → a ∣ c → a ∣ b + c := by
  rintro ⟨d, rfl⟩ ⟨e, rfl⟩
  exact ⟨d + e, (Int.mul_add a d e).symm⟩
protected theorem dvd_sub {a b c : Int} : a ∣ b → a ∣ c → a ∣ b - c := by
  rintro ⟨d, rfl⟩ ⟨e, rfl⟩
  exact ⟨d - e, (Int.mul_sub a d e).symm⟩
@[simp] protected theorem dvd_neg {a b : Int} : a ∣ -b ↔ a ∣ b :=
  ⟨fun ⟨c, hc⟩ => ⟨-c, by rw [Int.mul_neg]; omega⟩, fun ⟨c, hc⟩ => ⟨-c, by rw [Int.mul_neg]; omega⟩⟩
@[simp] protected theorem neg_dvd {a b : Int} : -a ∣ b ↔ a ∣ b :=
  ⟨fun ⟨c, hc⟩ => ⟨-c, by rw [Int.mul_neg, ← Int.neg_mul]; exact hc⟩,
    fun ⟨c, hc⟩ => ⟨-c, by rw [Int.neg_mul_neg]; exact hc⟩⟩
protected theorem dvd_mul_left_of_dvd {a b : Int} (h : a ∣ b) (c : Int) : a ∣ c * b :=
  Int.dvd_trans h (Int.dvd_mul_left c b)
protected theorem dvd_mul_right_of_dvd {a b : Int} (h : a ∣ b) (c : Int) : a ∣ b * c :=
  Int.dvd_trans h (Int.dvd_mul_right b c)
protected theorem dvd_add_right {a b c : Int} (H : a ∣ b) : a ∣ b + c ↔ a ∣ c :=
  ⟨fun h => by have := Int.dvd_sub h H; rwa [Int.add_sub_cancel_left] at this, Int.dvd_add H⟩
protected theorem dvd_add_left {a b c : Int} (H : a ∣ c) : a ∣ b + c ↔ a ∣ b := by
  rw [Int.add_comm]
  exact Int.dvd_add_right H
protected theorem mul_dvd_mul {a b c d : Int} : a ∣ b → c ∣ d → a * c ∣ b * d := by
  rintro ⟨e, rfl⟩ ⟨f, rfl⟩
  exact ⟨e * f, Int.mul_mul_mul_comm a e c f⟩
protected theorem mul_dvd_mul_left (a : Int) (h : b ∣ c) : a * b ∣ a * c := Int.mul_dvd_mul (Int.dvd_refl a) h
protected theorem mul_dvd_mul_right (a : Int) (h : b ∣ c) : b * a ∣ c * a := Int.mul_dvd_mul h (Int.dvd_refl a)
theorem dvd_of_mul_dvd_mul_left {a m n : Int} (ha : a ≠ 0) (h : a * m ∣ a * n) : m ∣ n := by
  obtain ⟨b, hb⟩ := h
  exact ⟨b, Int.eq_of_mul_eq_mul_left ha (by rw [hb, Int.mul_assoc])⟩

theorem natAbs_dvd_natAbs {a b : Int} : natAbs a ∣ natAbs b ↔ a ∣ b := by
  constructor
  · rintro ⟨k, hk⟩
    have h : (b.natAbs : Int) = a.natAbs * k := by rw [hk]; rfl
    rcases natAbs_eq a with ha | ha <;> rcases natAbs_eq b with hb | hb
    · exact ⟨k, by rw [hb, h]; rw [← ha]⟩
    · exact ⟨-k, by rw [Int.mul_neg, hb, h]; rw [← ha]⟩
    · exact ⟨-k, by rw [← Int.neg_mul_comm, hb, h]; congr 1; omega⟩
    · exact ⟨k, by rw [hb, h, ← Int.neg_mul]; congr 1; omega⟩
  · rintro ⟨k, rfl⟩
    rw [natAbs_mul]
    exact Nat.dvd_mul_right _ _

@[norm_cast] theorem natCast_dvd_natCast {m n : Nat} : (m : Int) ∣ n ↔ m ∣ n := by
  rw [← natAbs_dvd_natAbs, natAbs_natCast, natAbs_natCast]
theorem ofNat_dvd {m n : Nat} : (m : Int) ∣ n ↔ m ∣ n := natCast_dvd_natCast
theorem natCast_dvd {n : Int} {m : Nat} : (m : Int) ∣ n ↔ m ∣ n.natAbs := by
  rw [← natAbs_dvd_natAbs, natAbs_natCast]
theorem dvd_natCast {m : Int} {n : Nat} : m ∣ (n : Int) ↔ m.natAbs ∣ n := by
  rw [← natAbs_dvd_natAbs, natAbs_natCast]
@[simp] theorem natAbs_dvd {a b : Int} : (a.natAbs : Int) ∣ b ↔ a ∣ b := by rw [natCast_dvd, natAbs_dvd_natAbs]
@[simp] theorem dvd_natAbs {a b : Int} : a ∣ (b.natAbs : Int) ↔ a ∣ b := by rw [dvd_natCast, natAbs_dvd_natAbs]
theorem natAbs_dvd_self {a : Int} : (a.natAbs : Int) ∣ a := natAbs_dvd.2 (Int.dvd_refl a)
theorem le_of_dvd {a b : Int} (bpos : 0 < b) (H : a ∣ b) : a ≤ b := by
  have h := Nat.le_of_dvd (by omega) (natAbs_dvd_natAbs.2 H)
  omega
theorem eq_one_of_dvd_one {a : Int} (H : 0 ≤ a) (H' : a ∣ 1) : a = 1 := by
  have h := Nat.eq_one_of_dvd_one (natAbs_dvd_natAbs.2 H')
  omega
theorem dvd_antisymm {a b : Int} (H1 : 0 ≤ a) (H2 : 0 ≤ b) (h₁ : a ∣ b) (h₂ : b ∣ a) : a = b := by
  have h := Nat.dvd_antisymm (natAbs_dvd_natAbs.2 h₁) (natAbs_dvd_natAbs.2 h₂)
  omega
theorem pow_dvd_pow {m n : Nat} (a : Int) (h : m ≤ n) : a ^ m ∣ a ^ n := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  rw [Int.pow_add]
  exact Int.dvd_mul_right _ _

/-! ### Remainders -/

theorem mul_ediv_add_emod' (a b : Int) : a / b * b + a % b = a := by rw [Int.mul_comm]; exact mul_ediv_add_emod a b
theorem emod_add_ediv (a b : Int) : a % b + b * (a / b) = a := emod_add_mul_ediv a b
theorem ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := mul_ediv_add_emod a b
theorem emod_eq_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a % b = a :=
  (ediv_emod_eq_of_eq (q := 0) (by omega) (by rw [Int.mul_zero, Int.add_zero]) H1 H2).2
theorem ediv_eq_zero_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a / b = 0 :=
  (ediv_emod_eq_of_eq (q := 0) (by omega) (by rw [Int.mul_zero, Int.add_zero]) H1 H2).1
@[simp] theorem emod_neg (a b : Int) : a % -b = a % b := by
  rw [emod_def, emod_def, ediv_neg, Int.neg_mul_neg]
/-- Quotient and remainder are what they should be, and nothing else is. -/
protected theorem ediv_emod_unique {a b r q : Int} (h : 0 < b) :
    a / b = q ∧ a % b = r ↔ r + b * q = a ∧ 0 ≤ r ∧ r < b := by
  constructor
  · rintro ⟨rfl, rfl⟩
    exact ⟨emod_add_mul_ediv a b, emod_nonneg a (by omega), emod_lt_of_pos a h⟩
  · rintro ⟨h₁, h₂, h₃⟩
    exact ediv_emod_eq_of_eq h h₁ h₂ h₃
theorem emod_two_eq (x : Int) : x % 2 = 0 ∨ x % 2 = 1 := by omega
theorem emod_two_eq_zero_or_one (n : Int) : n % 2 = 0 ∨ n % 2 = 1 := by omega

/-- Two integers leave the same remainder when their difference is a multiple. -/
theorem emod_eq_emod_of_eq_add_mul {a b c k : Int} (h : a = b + c * k) : a % c = b % c := by
  have key : ∀ c k : Int, 0 < c → (b + c * k) % c = b % c := fun c k hc =>
    (ediv_emod_eq_of_eq (q := b / c + k) hc
      (by rw [Int.mul_add, ← Int.add_assoc, emod_add_mul_ediv]) (emod_nonneg b (by omega)) (emod_lt_of_pos b hc)).2
  subst h
  rcases Int.lt_trichotomy c 0 with hc | hc | hc
  · have := key (-c) (-k) (by omega)
    rwa [Int.neg_mul_neg, emod_neg, emod_neg] at this
  · subst hc; rw [Int.zero_mul, Int.add_zero]
  · exact key c k hc

@[simp] theorem add_mul_emod_self_left (a b c : Int) : (a + b * c) % b = a % b := emod_eq_emod_of_eq_add_mul rfl
@[simp] theorem add_mul_emod_self_right (a b c : Int) : (a + b * c) % c = a % c :=
  emod_eq_emod_of_eq_add_mul (k := b) (by rw [Int.mul_comm c])
@[simp] theorem add_emod_right (a b : Int) : (a + b) % b = a % b := emod_eq_emod_of_eq_add_mul (k := 1) (by omega)
@[simp] theorem add_emod_left (a b : Int) : (a + b) % a = b % a := by rw [Int.add_comm, add_emod_right]
@[simp] theorem sub_emod_right (a b : Int) : (a - b) % b = a % b := emod_eq_emod_of_eq_add_mul (k := -1) (by omega)
@[simp] theorem mul_emod_left (a b : Int) : a * b % b = 0 := by rw [Int.mul_comm, mul_emod_right]
@[simp] theorem emod_self (a : Int) : a % a = 0 := by have := mul_emod_left 1 a; rwa [Int.one_mul] at this
@[simp] theorem emod_one (a : Int) : a % 1 = 0 := by omega
@[simp] theorem zero_emod (b : Int) : 0 % b = 0 := by have := mul_emod_left 0 b; rwa [Int.zero_mul] at this
attribute [simp] mul_emod_right

@[simp] theorem emod_emod (a b : Int) : a % b % b = a % b :=
  emod_eq_emod_of_eq_add_mul (k := -(a / b)) (by rw [emod_def, Int.mul_neg]; rfl)

@[simp] theorem emod_emod_of_dvd (n : Int) {m k : Int} (h : m ∣ k) : n % k % m = n % m := by
  obtain ⟨d, rfl⟩ := h
  exact emod_eq_emod_of_eq_add_mul (k := -(d * (n / (m * d)))) (by
    rw [emod_def, Int.mul_neg, Int.mul_assoc]; rfl)

@[simp] theorem emod_add_emod (m n k : Int) : (m % n + k) % n = (m + k) % n :=
  emod_eq_emod_of_eq_add_mul (k := -(m / n)) (by rw [emod_def, Int.mul_neg]; omega)

@[simp] theorem add_emod_emod (m n k : Int) : (m + n % k) % k = (m + n) % k := by
  rw [Int.add_comm, emod_add_emod, Int.add_comm]

theorem add_emod (a b n : Int) : (a + b) % n = (a % n + b % n) % n := by rw [emod_add_emod, add_emod_emod]

theorem neg_emod_emod (a n : Int) : -(a % n) % n = -a % n :=
  emod_eq_emod_of_eq_add_mul (k := a / n) (by rw [emod_def]; omega)

theorem sub_emod (a b n : Int) : (a - b) % n = (a % n - b % n) % n := by
  rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, emod_add_emod, Int.add_comm a, Int.add_comm a,
    ← emod_add_emod (-(b % n)), neg_emod_emod, emod_add_emod]

theorem mul_emod (a b n : Int) : a * b % n = a % n * (b % n) % n := by
  symm
  apply emod_eq_emod_of_eq_add_mul (k := -(a / n * b) + -(a % n * (b / n)))
  have ha := emod_add_mul_ediv a n
  have hb := emod_add_mul_ediv b n
  have e1 : a * b = a % n * b + n * (a / n * b) := by
    conv => lhs; rw [← ha]
    rw [Int.add_mul, Int.mul_assoc]
  have e2 : a % n * b = a % n * (b % n) + n * (a % n * (b / n)) := by
    conv => lhs; rw [← hb]
    rw [Int.mul_add, Int.mul_left_comm]
  rw [e1, e2, Int.mul_add, Int.mul_neg, Int.mul_neg]
  omega

@[simp] theorem emod_mul_emod (a b n : Int) : a % n * b % n = a * b % n := by rw [mul_emod, emod_emod, ← mul_emod]
@[simp] theorem mul_emod_emod (a b n : Int) : a * (b % n) % n = a * b % n := by rw [mul_emod, emod_emod, ← mul_emod]

theorem pow_emod (a : Int) (b : Nat) (n : Int) : a ^ b % n = (a % n) ^ b % n := by
  induction b with
  | zero => rfl
  | succ b ih => rw [Int.pow_succ, Int.pow_succ, mul_emod, ih, mul_emod ((a % n) ^ b), emod_emod]

theorem emod_eq_emod_iff_dvd_sub {m n k : Int} : m % n = k % n ↔ n ∣ m - k := by
  rw [dvd_iff_emod_eq_zero]
  constructor
  · intro h
    rw [sub_emod, h, Int.sub_self, zero_emod]
  · intro h
    obtain ⟨c, hc⟩ := dvd_of_emod_eq_zero h
    exact emod_eq_emod_of_eq_add_mul (k := c) (by omega)

theorem emod_eq_emod_iff_emod_sub_eq_zero {m n k : Int} : m % n = k % n ↔ (m - k) % n = 0 := by
  rw [emod_eq_emod_iff_dvd_sub, dvd_iff_emod_eq_zero]

theorem dvd_self_sub_emod {a b : Int} : b ∣ a - a % b := ⟨a / b, by rw [emod_def]; omega⟩

/-! ### Quotients -/

@[simp] theorem ediv_one (a : Int) : a / 1 = a := by omega
@[simp] theorem zero_ediv (b : Int) : 0 / b = 0 := by
  cases b with
  | ofNat n => show ((0 / n : Nat) : Int) = 0; rw [Nat.zero_div]; rfl
  | negSucc n => show -((0 / (n + 1) : Nat) : Int) = 0; rw [Nat.zero_div]; rfl

theorem add_mul_ediv_left (a c : Int) {b : Int} (H : b ≠ 0) : (a + b * c) / b = a / b + c := by
  apply Int.eq_of_mul_eq_mul_left H
  have h1 := emod_add_mul_ediv (a + b * c) b
  have h2 := emod_add_mul_ediv a b
  rw [add_mul_emod_self_left] at h1
  rw [Int.mul_add]
  omega

theorem add_mul_ediv_right (a b : Int) {c : Int} (H : c ≠ 0) : (a + b * c) / c = a / c + b := by
  rw [Int.mul_comm]
  exact add_mul_ediv_left a b H

@[simp] protected theorem mul_ediv_cancel (a : Int) {b : Int} (H : b ≠ 0) : a * b / b = a := by
  have := add_mul_ediv_right 0 a H
  rwa [Int.zero_add, zero_ediv, Int.zero_add] at this

@[simp] protected theorem mul_ediv_cancel_left (b : Int) {a : Int} (H : a ≠ 0) : a * b / a = b := by
  rw [Int.mul_comm]
  exact Int.mul_ediv_cancel b H

@[simp] protected theorem ediv_self {a : Int} (H : a ≠ 0) : a / a = 1 := by
  have := Int.mul_ediv_cancel 1 H
  rwa [Int.one_mul] at this

protected theorem mul_ediv_cancel' {a b : Int} (H : a ∣ b) : a * (b / a) = b := by
  have := mul_ediv_add_emod b a
  rw [emod_eq_zero_of_dvd H] at this
  omega

protected theorem ediv_mul_cancel {a b : Int} (H : b ∣ a) : a / b * b = a := by
  rw [Int.mul_comm]
  exact Int.mul_ediv_cancel' H

protected theorem mul_ediv_assoc (a : Int) {b c : Int} (h : c ∣ b) : a * b / c = a * (b / c) := by
  obtain ⟨d, rfl⟩ := h
  by_cases hc : c = 0
  · subst hc; simp
  · rw [Int.mul_left_comm, Int.mul_ediv_cancel_left _ hc, Int.mul_ediv_cancel_left _ hc]

protected theorem ediv_eq_of_eq_mul_left {a b c : Int} (H1 : b ≠ 0) (H2 : a = c * b) : a / b = c := by
  rw [H2, Int.mul_ediv_cancel _ H1]
protected theorem ediv_eq_of_eq_mul_right {a b c : Int} (H1 : b ≠ 0) (H2 : a = b * c) : a / b = c := by
  rw [H2, Int.mul_ediv_cancel_left _ H1]
protected theorem eq_mul_of_ediv_eq_right {a b c : Int} (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by
  rw [← H2, Int.mul_ediv_cancel' H1]
theorem neg_ediv_of_dvd {a b : Int} (H : b ∣ a) : -a / b = -(a / b) := by
  obtain ⟨c, rfl⟩ := H
  by_cases hb : b = 0
  · subst hb; simp
  · rw [← Int.mul_neg, Int.mul_ediv_cancel_left _ hb, Int.mul_ediv_cancel_left _ hb]

theorem ediv_nonneg {a b : Int} (Ha : 0 ≤ a) (Hb : 0 ≤ b) : 0 ≤ a / b := by
  rcases eq_ofNat_of_zero_le Ha with ⟨m, rfl⟩
  rcases eq_ofNat_of_zero_le Hb with ⟨n, rfl⟩
  rw [← natCast_ediv]
  exact natCast_nonneg _

protected theorem le_ediv_iff_mul_le {a b c : Int} (H : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  constructor
  · intro h
    have h1 := Int.mul_le_mul_of_nonneg_left h (Int.le_of_lt H)
    have h2 := mul_ediv_self_le (x := b) (k := c) (by omega)
    rw [Int.mul_comm a]
    omega
  · intro h
    refine Int.not_lt.1 fun hlt => ?_
    have h1 := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt hlt) (Int.le_of_lt H)
    have h2 := lt_mul_ediv_self_add (x := b) H
    rw [Int.mul_add, Int.mul_one, Int.mul_comm c a] at h1
    omega

protected theorem ediv_lt_iff_lt_mul {a b c : Int} (H : 0 < c) : a / c < b ↔ a < b * c := by
  rw [← Int.not_le, Int.le_ediv_iff_mul_le H, Int.not_le]

protected theorem ediv_le_ediv {a b c : Int} (H : 0 < c) (H' : a ≤ b) : a / c ≤ b / c := by
  rw [Int.le_ediv_iff_mul_le H, Int.mul_comm]
  have := mul_ediv_self_le (x := a) (k := c) (by omega)
  omega

protected theorem ediv_mul_le (a : Int) {b : Int} (H : b ≠ 0) : a / b * b ≤ a := by
  rw [Int.mul_comm]
  exact mul_ediv_self_le H

/-! ### Greatest common divisors -/

theorem gcd_dvd_left (a b : Int) : (gcd a b : Int) ∣ a := natCast_dvd.2 (Nat.gcd_dvd_left _ _)
theorem gcd_dvd_right (a b : Int) : (gcd a b : Int) ∣ b := natCast_dvd.2 (Nat.gcd_dvd_right _ _)
theorem gcd_comm (a b : Int) : gcd a b = gcd b a := Nat.gcd_comm _ _
@[simp] theorem gcd_zero_left (a : Int) : gcd 0 a = natAbs a := Nat.gcd_zero_left _
@[simp] theorem gcd_zero_right (a : Int) : gcd a 0 = natAbs a := Nat.gcd_zero_right _
theorem dvd_coe_gcd {a b c : Int} (ha : c ∣ a) (hb : c ∣ b) : c ∣ (gcd a b : Int) :=
  dvd_natCast.2 (Nat.dvd_gcd (natAbs_dvd_natAbs.2 ha) (natAbs_dvd_natAbs.2 hb))

/-- The least common multiple of the absolute values. -/
def lcm (m n : Int) : Nat := m.natAbs.lcm n.natAbs

end Int
