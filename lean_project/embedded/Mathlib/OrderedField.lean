import Mathlib.OrderedRing
import Mathlib.Field
/-!
# Ordered rings and fields, continued

Characteristic zero and cancellation in ordered rings, order and casts, strict forms of the lemmas about
products, powers and squares, and inverses and quotients in ordered fields, and nothing else.
-/
universe u

section OrderedSemiring
variable {R : Type u} [Semiring R] [PartialOrder R] [IsStrictOrderedRing R]

@[simp] theorem Nat.cast_nonneg (n : ℕ) : 0 ≤ (n : R) := by
  induction n with
  | zero => rw [Nat.cast_zero]; exact le_refl 0
  | succ n ih => rw [Nat.cast_add_one]; exact add_nonneg ih zero_le_one
theorem Nat.cast_add_one_pos (n : ℕ) : 0 < (n + 1 : R) :=
  add_pos_of_nonneg_of_pos (Nat.cast_nonneg n) zero_lt_one
theorem Nat.cast_lt_of_lt {m n : ℕ} (h : m < n) : (m : R) < n := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  rw [Nat.succ_add, Nat.cast_succ, Nat.cast_add]
  have := add_lt_add_left (Nat.cast_add_one_pos (R := R) k) (m : R)
  rw [add_zero, ← add_assoc] at this
  exact this
instance (priority := low) IsStrictOrderedRing.toCharZero : CharZero R := ⟨fun {m n} h => by
  rcases Nat.lt_or_ge m n with h' | h'
  · exact absurd h (ne_of_lt (Nat.cast_lt_of_lt h'))
  · rcases Nat.lt_or_eq_of_le h' with h' | h'
    · exact absurd h.symm (ne_of_lt (Nat.cast_lt_of_lt h'))
    · exact h'.symm⟩
@[simp, norm_cast] theorem Nat.cast_le {m n : ℕ} : (m : R) ≤ n ↔ m ≤ n := by
  constructor
  · intro h
    rcases Nat.lt_or_ge n m with h' | h'
    · exact absurd h (not_le_of_gt (Nat.cast_lt_of_lt h'))
    · exact h'
  · intro h
    rcases Nat.lt_or_eq_of_le h with h' | rfl
    · exact le_of_lt (Nat.cast_lt_of_lt h')
    · exact le_refl _
@[simp, norm_cast] theorem Nat.cast_lt {m n : ℕ} : (m : R) < n ↔ m < n :=
  ⟨fun h => Nat.lt_of_not_ge fun h' => not_le_of_gt h (Nat.cast_le.2 h'), Nat.cast_lt_of_lt⟩
@[simp, norm_cast] theorem Nat.cast_pos {n : ℕ} : 0 < (n : R) ↔ 0 < n := by
  rw [← Nat.cast_zero, Nat.cast_lt]
@[simp, norm_cast] theorem Nat.one_le_cast {n : ℕ} : 1 ≤ (n : R) ↔ 1 ≤ n := by
  rw [← Nat.cast_one, Nat.cast_le]
@[simp, norm_cast] theorem Nat.one_lt_cast {n : ℕ} : 1 < (n : R) ↔ 1 < n := by
  rw [← Nat.cast_one, Nat.cast_lt]
@[simp, norm_cast] theorem Nat.cast_le_one {n : ℕ} : (n : R) ≤ 1 ↔ n ≤ 1 := by
  rw [← Nat.cast_one, Nat.cast_le]
@[simp, norm_cast] theorem Nat.cast_lt_one {n : ℕ} : (n : R) < 1 ↔ n < 1 := by
  rw [← Nat.cast_one, Nat.cast_lt]
@[simp] theorem Nat.ofNat_nonneg (n : ℕ) [Nat.AtLeastTwo n] : 0 ≤ (no_index (OfNat.ofNat n) : R) :=
  Nat.cast_nonneg n
@[simp] theorem Nat.ofNat_pos {n : ℕ} [Nat.AtLeastTwo n] : 0 < (no_index (OfNat.ofNat n) : R) :=
  Nat.cast_pos.2 (Nat.lt_of_lt_of_le (by decide) (Nat.AtLeastTwo.prop (n := n)))
theorem zero_lt_two : (0 : R) < 2 := Nat.ofNat_pos
theorem two_pos : (0 : R) < 2 := Nat.ofNat_pos
theorem three_pos : (0 : R) < 3 := Nat.ofNat_pos
theorem zero_lt_three : (0 : R) < 3 := Nat.ofNat_pos
theorem four_pos : (0 : R) < 4 := Nat.ofNat_pos
theorem zero_lt_four : (0 : R) < 4 := Nat.ofNat_pos
theorem one_lt_two : (1 : R) < 2 := by
  have := Nat.cast_lt_of_lt (R := R) (show 1 < 2 by decide)
  rw [Nat.cast_one] at this; exact this

variable {a b c d : R}
theorem mul_lt_mul'' (h₁ : a < c) (h₂ : b < d) (ha : 0 ≤ a) (hb : 0 ≤ b) : a * b < c * d :=
  lt_of_le_of_lt (mul_le_mul_of_nonneg_left (le_of_lt h₂) ha)
    (mul_lt_mul_of_pos_right h₁ (lt_of_le_of_lt hb h₂))
theorem pow_lt_pow_left₀ (h : a < b) (ha : 0 ≤ a) : ∀ n : ℕ, n ≠ 0 → a ^ n < b ^ n
  | 0, hn => absurd rfl hn
  | 1, _ => by rw [pow_one, pow_one]; exact h
  | n + 2, _ => by
    rw [pow_succ, pow_succ b]
    exact mul_lt_mul'' (pow_lt_pow_left₀ h ha _ (Nat.succ_ne_zero n)) h (pow_nonneg ha _) ha
theorem one_le_pow₀ (ha : 1 ≤ a) {n : ℕ} : 1 ≤ a ^ n := by
  have := pow_le_pow_left₀ zero_le_one ha n
  rw [one_pow] at this; exact this
theorem pow_le_one₀ {n : ℕ} (h₀ : 0 ≤ a) (h₁ : a ≤ 1) : a ^ n ≤ 1 := by
  have := pow_le_pow_left₀ h₀ h₁ n
  rw [one_pow] at this; exact this
theorem pow_le_pow_right₀ (ha : 1 ≤ a) {m n : ℕ} (h : m ≤ n) : a ^ m ≤ a ^ n := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  rw [pow_add]
  have := mul_le_mul_of_nonneg_left (one_le_pow₀ ha (n := k)) (pow_nonneg (le_trans zero_le_one ha) m)
  rw [mul_one] at this; exact this
end OrderedSemiring

section OrderedRing
variable {R : Type u} [Ring R] [PartialOrder R] [IsStrictOrderedRing R] {a b c : R}

@[simp] theorem sub_nonpos : a - b ≤ 0 ↔ a ≤ b := by
  rw [← sub_nonneg (a := 0), zero_sub, neg_sub, sub_nonneg]
@[simp] theorem sub_neg : a - b < 0 ↔ a < b := by rw [← sub_pos (a := 0), zero_sub, neg_sub, sub_pos]
theorem sub_nonneg_of_le (h : b ≤ a) : 0 ≤ a - b := sub_nonneg.2 h
theorem sub_pos_of_lt (h : b < a) : 0 < a - b := sub_pos.2 h
theorem neg_le_neg_iff : -a ≤ -b ↔ b ≤ a :=
  ⟨fun h => by have := neg_le_neg h; rw [neg_neg, neg_neg] at this; exact this, neg_le_neg⟩
theorem neg_lt_neg (h : a < b) : -b < -a := by
  rw [← sub_pos, sub_neg_eq_add, add_comm, ← sub_eq_add_neg, sub_pos]; exact h
theorem neg_lt_neg_iff : -a < -b ↔ b < a :=
  ⟨fun h => by have := neg_lt_neg h; rw [neg_neg, neg_neg] at this; exact this, neg_lt_neg⟩
@[simp] theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := by
  have := neg_le_neg_iff (a := (0 : R)) (b := a)
  rw [neg_zero] at this; exact this
@[simp] theorem neg_nonpos : -a ≤ 0 ↔ 0 ≤ a := by
  have := neg_le_neg_iff (a := a) (b := (0 : R))
  rw [neg_zero] at this; exact this
@[simp] theorem neg_pos : 0 < -a ↔ a < 0 := by
  have := neg_lt_neg_iff (a := (0 : R)) (b := a)
  rw [neg_zero] at this; exact this
@[simp] theorem neg_lt_zero : -a < 0 ↔ 0 < a := by
  have := neg_lt_neg_iff (a := a) (b := (0 : R))
  rw [neg_zero] at this; exact this
theorem neg_le : -a ≤ b ↔ -b ≤ a := by
  have := neg_le_neg_iff (a := a) (b := -b)
  rw [neg_neg] at this; exact this
theorem le_neg : a ≤ -b ↔ b ≤ -a := by
  have := neg_le_neg_iff (a := -a) (b := b)
  rw [neg_neg] at this; exact this
theorem neg_lt : -a < b ↔ -b < a := by
  have := neg_lt_neg_iff (a := a) (b := -b)
  rw [neg_neg] at this; exact this
theorem lt_neg : a < -b ↔ b < -a := by
  have := neg_lt_neg_iff (a := -a) (b := b)
  rw [neg_neg] at this; exact this
theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := mul_lt_mul_of_pos_left hb ha; rw [mul_zero] at this; exact this
theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  have := mul_lt_mul_of_pos_right ha hb; rw [zero_mul] at this; exact this
theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  have := mul_pos (neg_pos.2 ha) (neg_pos.2 hb); rw [neg_mul_neg] at this; exact this
theorem mul_nonpos_of_nonneg_of_nonpos (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 := by
  have := mul_le_mul_of_nonneg_left hb ha; rw [mul_zero] at this; exact this
theorem mul_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 := by
  have := mul_le_mul_of_nonneg_right ha hb; rw [zero_mul] at this; exact this
theorem mul_le_mul_of_nonpos_left (h : b ≤ a) (hc : c ≤ 0) : c * a ≤ c * b := by
  have := mul_le_mul_of_nonneg_left h (neg_nonneg.2 hc)
  rw [neg_mul, neg_mul, neg_le_neg_iff] at this; exact this
theorem mul_lt_mul_of_neg_left (h : b < a) (hc : c < 0) : c * a < c * b := by
  have := mul_lt_mul_of_pos_left h (neg_pos.2 hc)
  rw [neg_mul, neg_mul, neg_lt_neg_iff] at this; exact this
theorem add_le_add_iff_left (a : R) : a + b ≤ a + c ↔ b ≤ c :=
  ⟨le_of_add_le_add_left, fun h => add_le_add_left h a⟩
theorem add_le_add_iff_right (a : R) : b + a ≤ c + a ↔ b ≤ c := by
  rw [add_comm b, add_comm c, add_le_add_iff_left]
theorem add_lt_add_iff_left (a : R) : a + b < a + c ↔ b < c := by
  rw [← sub_pos, ← sub_sub, add_sub_cancel_left, sub_pos]
theorem add_lt_add_iff_right (a : R) : b + a < c + a ↔ b < c := by
  rw [add_comm b, add_comm c, add_lt_add_iff_left]
theorem sub_le_iff_le_add : a - c ≤ b ↔ a ≤ b + c := by
  rw [← add_le_add_iff_right c, sub_add_cancel]
theorem le_sub_iff_add_le : a ≤ c - b ↔ a + b ≤ c := by
  rw [← add_le_add_iff_right b, sub_add_cancel]
theorem sub_lt_iff_lt_add : a - c < b ↔ a < b + c := by
  rw [← add_lt_add_iff_right c, sub_add_cancel]
theorem lt_sub_iff_add_lt : a < c - b ↔ a + b < c := by
  rw [← add_lt_add_iff_right b, sub_add_cancel]
theorem sub_le_sub (h : a ≤ b) {d : R} (h' : c ≤ d) : a - d ≤ b - c := by
  rw [sub_eq_add_neg, sub_eq_add_neg]; exact add_le_add h (neg_le_neg h')
end OrderedRing

section IntCast
variable {R : Type u} [Ring R] [PartialOrder R] [IsStrictOrderedRing R] {m n : ℤ}
theorem Int.cast_nonneg_of_nonneg (h : 0 ≤ n) : 0 ≤ (n : R) := by
  obtain ⟨k, rfl⟩ := Int.eq_ofNat_of_zero_le h
  rw [Int.cast_natCast]; exact Nat.cast_nonneg k
theorem Int.cast_pos_of_pos (h : 0 < n) : 0 < (n : R) := by
  obtain ⟨k, rfl⟩ := Int.eq_ofNat_of_zero_le (Int.le_of_lt h)
  rw [Int.cast_natCast]; exact Nat.cast_pos.2 (by omega)
@[simp, norm_cast] theorem Int.cast_le : (m : R) ≤ n ↔ m ≤ n := by
  constructor
  · intro h
    refine Int.not_lt.1 fun h' => not_le_of_gt (sub_pos.1 ?_) h
    rw [← Int.cast_sub]; exact Int.cast_pos_of_pos (by omega)
  · intro h
    rw [← sub_nonneg, ← Int.cast_sub]; exact Int.cast_nonneg_of_nonneg (by omega)
@[simp, norm_cast] theorem Int.cast_lt : (m : R) < n ↔ m < n := by
  rw [lt_iff_le_not_ge, Int.cast_le, Int.cast_le]; omega
@[simp, norm_cast] theorem Int.cast_nonneg : 0 ≤ (n : R) ↔ 0 ≤ n := by rw [← Int.cast_zero, Int.cast_le]
@[simp, norm_cast] theorem Int.cast_pos : 0 < (n : R) ↔ 0 < n := by rw [← Int.cast_zero, Int.cast_lt]
@[simp, norm_cast] theorem Int.cast_nonpos : (n : R) ≤ 0 ↔ n ≤ 0 := by rw [← Int.cast_zero, Int.cast_le]
@[simp, norm_cast] theorem Int.cast_lt_zero : (n : R) < 0 ↔ n < 0 := by rw [← Int.cast_zero, Int.cast_lt]
end IntCast

section LinearOrderedRing
variable {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R] {a b c : R}

instance (priority := low) IsStrictOrderedRing.toNoZeroDivisors : NoZeroDivisors R :=
  ⟨fun {a b} h => by
    refine Classical.byContradiction fun hn => ?_
    obtain ⟨ha, hb⟩ := not_or.1 hn
    rcases lt_or_gt_of_ne ha with ha | ha <;> rcases lt_or_gt_of_ne hb with hb | hb
    · exact ne_of_gt (mul_pos_of_neg_of_neg ha hb) h
    · exact ne_of_lt (mul_neg_of_neg_of_pos ha hb) h
    · exact ne_of_lt (mul_neg_of_pos_of_neg ha hb) h
    · exact ne_of_gt (mul_pos ha hb) h⟩

theorem lt_of_mul_lt_mul_left (h : c * a < c * b) (hc : 0 ≤ c) : a < b :=
  lt_of_not_ge fun h' => not_le_of_gt h (mul_le_mul_of_nonneg_left h' hc)
theorem lt_of_mul_lt_mul_right (h : a * c < b * c) (hc : 0 ≤ c) : a < b :=
  lt_of_not_ge fun h' => not_le_of_gt h (mul_le_mul_of_nonneg_right h' hc)
theorem le_of_mul_le_mul_left (h : c * a ≤ c * b) (hc : 0 < c) : a ≤ b :=
  le_of_not_gt fun h' => not_le_of_gt (mul_lt_mul_of_pos_left h' hc) h
theorem le_of_mul_le_mul_right (h : a * c ≤ b * c) (hc : 0 < c) : a ≤ b :=
  le_of_not_gt fun h' => not_le_of_gt (mul_lt_mul_of_pos_right h' hc) h
theorem mul_le_mul_left_of_pos (hc : 0 < c) : c * a ≤ c * b ↔ a ≤ b :=
  ⟨fun h => le_of_mul_le_mul_left h hc, fun h => mul_le_mul_of_nonneg_left h (le_of_lt hc)⟩
theorem mul_le_mul_iff_right₀ (hc : 0 < c) : c * a ≤ c * b ↔ a ≤ b := mul_le_mul_left_of_pos hc
theorem mul_le_mul_iff_left₀ (hc : 0 < c) : a * c ≤ b * c ↔ a ≤ b :=
  ⟨fun h => le_of_mul_le_mul_right h hc, fun h => mul_le_mul_of_nonneg_right h (le_of_lt hc)⟩
theorem mul_lt_mul_iff_right₀ (hc : 0 < c) : c * a < c * b ↔ a < b :=
  ⟨fun h => lt_of_mul_lt_mul_left h (le_of_lt hc), fun h => mul_lt_mul_of_pos_left h hc⟩
theorem mul_lt_mul_iff_left₀ (hc : 0 < c) : a * c < b * c ↔ a < b :=
  ⟨fun h => lt_of_mul_lt_mul_right h (le_of_lt hc), fun h => mul_lt_mul_of_pos_right h hc⟩
theorem pos_of_mul_pos_of_pos_left (h : 0 < a * b) (ha : 0 < a) : 0 < b := by
  rw [← mul_zero a] at h; exact lt_of_mul_lt_mul_left h (le_of_lt ha)
theorem pos_of_mul_pos_left (h : 0 < a * b) (hb : 0 ≤ b) : 0 < a := by
  rw [← zero_mul b] at h; exact lt_of_mul_lt_mul_right h hb
theorem pos_of_mul_pos_right (h : 0 < a * b) (ha : 0 ≤ a) : 0 < b := by
  rw [← mul_zero a] at h; exact lt_of_mul_lt_mul_left h ha
theorem mul_pos_iff_of_pos_left (hc : 0 < c) : 0 < c * b ↔ 0 < b :=
  ⟨fun h => pos_of_mul_pos_right h (le_of_lt hc), mul_pos hc⟩
theorem mul_pos_iff_of_pos_right (hc : 0 < c) : 0 < b * c ↔ 0 < b :=
  ⟨fun h => pos_of_mul_pos_left h (le_of_lt hc), fun h => mul_pos h hc⟩
theorem mul_nonneg_iff_of_pos_left (hc : 0 < c) : 0 ≤ c * b ↔ 0 ≤ b := by
  have := mul_le_mul_left_of_pos (a := 0) (b := b) hc
  rw [mul_zero] at this; exact this
theorem mul_pos_iff : 0 < a * b ↔ 0 < a ∧ 0 < b ∨ a < 0 ∧ b < 0 := by
  refine ⟨fun h => ?_, fun h => h.elim (fun h => mul_pos h.1 h.2) fun h => mul_pos_of_neg_of_neg h.1 h.2⟩
  rcases lt_trichotomy a 0 with ha | rfl | ha
  · refine .inr ⟨ha, lt_of_not_ge fun hb => not_lt_of_ge (mul_nonpos_of_nonpos_of_nonneg (le_of_lt ha) hb) h⟩
  · rw [zero_mul] at h; exact absurd h (lt_irrefl 0)
  · exact .inl ⟨ha, pos_of_mul_pos_right h (le_of_lt ha)⟩
theorem mul_nonneg_iff : 0 ≤ a * b ↔ 0 ≤ a ∧ 0 ≤ b ∨ a ≤ 0 ∧ b ≤ 0 := by
  refine ⟨fun h => ?_, fun h => h.elim (fun h => mul_nonneg h.1 h.2) fun h => mul_nonneg_of_nonpos_of_nonpos h.1 h.2⟩
  rcases lt_trichotomy a 0 with ha | rfl | ha
  · exact .inr ⟨le_of_lt ha, le_of_not_gt fun hb => not_le_of_gt (mul_neg_of_neg_of_pos ha hb) h⟩
  · exact (le_total 0 b).elim (fun hb => .inl ⟨le_refl 0, hb⟩) fun hb => .inr ⟨le_refl 0, hb⟩
  · exact .inl ⟨le_of_lt ha, le_of_not_gt fun hb => not_le_of_gt (mul_neg_of_pos_of_neg ha hb) h⟩
theorem mul_self_pos : 0 < a * a ↔ a ≠ 0 :=
  ⟨fun h e => by rw [e, zero_mul] at h; exact lt_irrefl 0 h,
    fun h => lt_of_le_of_ne (mul_self_nonneg a) (mul_ne_zero h h).symm⟩
theorem sq_pos_of_pos (h : 0 < a) : 0 < a ^ 2 := pow_pos h 2
theorem sq_pos_iff : 0 < a ^ 2 ↔ a ≠ 0 := by rw [pow_two, mul_self_pos]
theorem sq_pos_of_ne_zero (h : a ≠ 0) : 0 < a ^ 2 := sq_pos_iff.2 h
theorem pow_two_pos_of_ne_zero (h : a ≠ 0) : 0 < a ^ 2 := sq_pos_iff.2 h
theorem sq_nonpos_iff (a : R) : a ^ 2 ≤ 0 ↔ a = 0 :=
  ⟨fun h => sq_eq_zero_iff.1 (le_antisymm h (sq_nonneg a)), fun h => by
    rw [h, pow_two, mul_zero]; exact le_refl 0⟩
theorem lt_of_pow_lt_pow_left₀ (n : ℕ) (hb : 0 ≤ b) (h : a ^ n < b ^ n) : a < b :=
  lt_of_not_ge fun h' => not_le_of_gt h (pow_le_pow_left₀ hb h' n)
theorem le_of_sq_le_sq (h : a ^ 2 ≤ b ^ 2) (hb : 0 ≤ b) : a ≤ b :=
  le_of_not_gt fun h' => not_le_of_gt (pow_lt_pow_left₀ h' hb 2 (by decide)) h
theorem pow_le_pow_left_iff₀ (ha : 0 ≤ a) (hb : 0 ≤ b) {n : ℕ} (hn : n ≠ 0) : a ^ n ≤ b ^ n ↔ a ≤ b :=
  ⟨fun h => le_of_not_gt fun h' => not_le_of_gt (pow_lt_pow_left₀ h' hb n hn) h,
    fun h => pow_le_pow_left₀ ha h n⟩
theorem pow_left_inj₀ (ha : 0 ≤ a) (hb : 0 ≤ b) {n : ℕ} (hn : n ≠ 0) : a ^ n = b ^ n ↔ a = b := by
  rw [le_antisymm_iff, pow_le_pow_left_iff₀ ha hb hn, pow_le_pow_left_iff₀ hb ha hn, ← le_antisymm_iff]
theorem lt_of_mul_self_lt_mul_self₀ (hb : 0 ≤ b) (h : a * a < b * b) : a < b := by
  rw [← pow_two, ← pow_two] at h; exact lt_of_pow_lt_pow_left₀ 2 hb h
theorem le_of_mul_self_le_mul_self (hb : 0 ≤ b) (h : a * a ≤ b * b) : a ≤ b := by
  rw [← pow_two, ← pow_two] at h; exact le_of_sq_le_sq h hb
theorem mul_self_le_mul_self (ha : 0 ≤ a) (h : a ≤ b) : a * a ≤ b * b :=
  mul_le_mul h h ha (le_trans ha h)
end LinearOrderedRing

section Field
variable {K : Type u} [Field K] [LinearOrder K] [IsStrictOrderedRing K] {a b c d : K}

theorem inv_pos_of_pos (h : 0 < a) : 0 < a⁻¹ :=
  pos_of_mul_pos_right (a := a) (by rw [mul_inv_cancel₀ (ne_of_gt h)]; exact zero_lt_one) (le_of_lt h)
@[simp] theorem inv_pos : 0 < a⁻¹ ↔ 0 < a :=
  ⟨fun h => by rw [← inv_inv a]; exact inv_pos_of_pos h, inv_pos_of_pos⟩
@[simp] theorem inv_nonneg : 0 ≤ a⁻¹ ↔ 0 ≤ a := by
  have key : ∀ {x : K}, 0 ≤ x → 0 ≤ x⁻¹ := fun h => (eq_or_lt_of_le h).elim
    (fun e => by rw [← e, inv_zero]; exact le_refl 0) fun h => le_of_lt (inv_pos_of_pos h)
  exact ⟨fun h => by rw [← inv_inv a]; exact key h, key⟩
@[simp] theorem inv_lt_zero : a⁻¹ < 0 ↔ a < 0 := by rw [← neg_pos, neg_inv, inv_pos, neg_pos]
@[simp] theorem inv_nonpos : a⁻¹ ≤ 0 ↔ a ≤ 0 := by rw [← neg_nonneg, neg_inv, inv_nonneg, neg_nonneg]
theorem div_pos (ha : 0 < a) (hb : 0 < b) : 0 < a / b := by
  rw [div_eq_mul_inv]; exact mul_pos ha (inv_pos.2 hb)
theorem div_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a / b := by
  rw [div_eq_mul_inv]; exact mul_nonneg ha (inv_nonneg.2 hb)
theorem div_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a / b < 0 := by
  rw [div_eq_mul_inv]; exact mul_neg_of_neg_of_pos ha (inv_pos.2 hb)
theorem div_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a / b < 0 := by
  rw [div_eq_mul_inv]; exact mul_neg_of_pos_of_neg ha (inv_lt_zero.2 hb)
theorem div_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a / b ≤ 0 := by
  rw [div_eq_mul_inv]; exact mul_nonpos_of_nonpos_of_nonneg ha (inv_nonneg.2 hb)
theorem div_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a / b := by
  rw [div_eq_mul_inv]; exact mul_pos_of_neg_of_neg ha (inv_lt_zero.2 hb)
theorem one_div_pos : 0 < 1 / a ↔ 0 < a := by rw [one_div, inv_pos]
theorem one_div_nonneg : 0 ≤ 1 / a ↔ 0 ≤ a := by rw [one_div, inv_nonneg]

theorem le_div_iff₀ (hc : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  rw [← mul_le_mul_iff_left₀ hc, div_mul_cancel₀ b (ne_of_gt hc)]
theorem div_le_iff₀ (hb : 0 < b) : a / b ≤ c ↔ a ≤ c * b := by
  rw [← mul_le_mul_iff_left₀ hb, div_mul_cancel₀ a (ne_of_gt hb)]
theorem lt_div_iff₀ (hc : 0 < c) : a < b / c ↔ a * c < b := by
  rw [← mul_lt_mul_iff_left₀ hc, div_mul_cancel₀ b (ne_of_gt hc)]
theorem div_lt_iff₀ (hb : 0 < b) : a / b < c ↔ a < c * b := by
  rw [← mul_lt_mul_iff_left₀ hb, div_mul_cancel₀ a (ne_of_gt hb)]
theorem le_div_iff₀' (hc : 0 < c) : a ≤ b / c ↔ c * a ≤ b := by rw [le_div_iff₀ hc, mul_comm]
theorem div_le_iff₀' (hb : 0 < b) : a / b ≤ c ↔ a ≤ b * c := by rw [div_le_iff₀ hb, mul_comm]
theorem lt_div_iff₀' (hc : 0 < c) : a < b / c ↔ c * a < b := by rw [lt_div_iff₀ hc, mul_comm]
theorem div_lt_iff₀' (hb : 0 < b) : a / b < c ↔ a < b * c := by rw [div_lt_iff₀ hb, mul_comm]
theorem div_le_div_iff_of_pos (hb : 0 < b) (hd : 0 < d) : a / b ≤ c / d ↔ a * d ≤ c * b := by
  rw [div_le_iff₀ hb, div_mul_eq_mul_div, le_div_iff₀ hd]
theorem div_lt_div_iff_of_pos (hb : 0 < b) (hd : 0 < d) : a / b < c / d ↔ a * d < c * b := by
  rw [div_lt_iff₀ hb, div_mul_eq_mul_div, lt_div_iff₀ hd]
theorem div_le_one₀ (hb : 0 < b) : a / b ≤ 1 ↔ a ≤ b := by rw [div_le_iff₀ hb, one_mul]
theorem one_le_div₀ (hb : 0 < b) : 1 ≤ a / b ↔ b ≤ a := by rw [le_div_iff₀ hb, one_mul]
theorem div_lt_one₀ (hb : 0 < b) : a / b < 1 ↔ a < b := by rw [div_lt_iff₀ hb, one_mul]
theorem one_lt_div₀ (hb : 0 < b) : 1 < a / b ↔ b < a := by rw [lt_div_iff₀ hb, one_mul]
theorem div_le_one (hb : 0 < b) : a / b ≤ 1 ↔ a ≤ b := div_le_one₀ hb
theorem one_le_div (hb : 0 < b) : 1 ≤ a / b ↔ b ≤ a := one_le_div₀ hb
theorem div_lt_one (hb : 0 < b) : a / b < 1 ↔ a < b := div_lt_one₀ hb
theorem one_lt_div (hb : 0 < b) : 1 < a / b ↔ b < a := one_lt_div₀ hb
theorem inv_le_inv₀ (ha : 0 < a) (hb : 0 < b) : a⁻¹ ≤ b⁻¹ ↔ b ≤ a := by
  rw [← one_div, ← one_div, div_le_div_iff_of_pos ha hb, one_mul, one_mul]
theorem inv_lt_inv₀ (ha : 0 < a) (hb : 0 < b) : a⁻¹ < b⁻¹ ↔ b < a := by
  rw [← one_div, ← one_div, div_lt_div_iff_of_pos ha hb, one_mul, one_mul]
theorem inv_anti₀ (hb : 0 < b) (h : b ≤ a) : a⁻¹ ≤ b⁻¹ := (inv_le_inv₀ (lt_of_lt_of_le hb h) hb).2 h
theorem one_div_le_one_div (ha : 0 < a) (hb : 0 < b) : 1 / a ≤ 1 / b ↔ b ≤ a := by
  rw [one_div, one_div, inv_le_inv₀ ha hb]
theorem one_div_lt_one_div (ha : 0 < a) (hb : 0 < b) : 1 / a < 1 / b ↔ b < a := by
  rw [one_div, one_div, inv_lt_inv₀ ha hb]
theorem one_div_le_one_div_of_le (ha : 0 < a) (h : a ≤ b) : 1 / b ≤ 1 / a :=
  (one_div_le_one_div (lt_of_lt_of_le ha h) ha).2 h
theorem div_le_div_of_nonneg_right (h : a ≤ b) (hc : 0 ≤ c) : a / c ≤ b / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]; exact mul_le_mul_of_nonneg_right h (inv_nonneg.2 hc)
theorem div_lt_div_of_pos_right (h : a < b) (hc : 0 < c) : a / c < b / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]; exact mul_lt_mul_of_pos_right h (inv_pos.2 hc)
theorem div_le_div_of_nonneg_left (ha : 0 ≤ a) (hc : 0 < c) (h : c ≤ b) : a / b ≤ a / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]; exact mul_le_mul_of_nonneg_left (inv_anti₀ hc h) ha
theorem div_le_div_iff_of_pos_right (hc : 0 < c) : a / c ≤ b / c ↔ a ≤ b := by
  rw [div_le_iff₀ hc, div_mul_cancel₀ b (ne_of_gt hc)]
theorem div_lt_div_iff_of_pos_right (hc : 0 < c) : a / c < b / c ↔ a < b := by
  rw [div_lt_iff₀ hc, div_mul_cancel₀ b (ne_of_gt hc)]
@[simp] theorem half_pos (h : 0 < a) : 0 < a / 2 := div_pos h two_pos
theorem half_lt_self (h : 0 < a) : a / 2 < a := by
  rw [div_lt_iff₀ two_pos, mul_two]
  have := add_lt_add_left h a
  rw [add_zero] at this; exact this
theorem one_half_pos : (0 : K) < 1 / 2 := half_pos zero_lt_one
theorem left_lt_add_div_two : a < (a + b) / 2 ↔ a < b := by
  rw [lt_div_iff₀ two_pos, mul_two, add_lt_add_iff_left]
theorem add_div_two_lt_right : (a + b) / 2 < b ↔ a < b := by
  rw [div_lt_iff₀ two_pos, mul_two, add_lt_add_iff_right]
theorem exists_between (h : a < b) : ∃ c, a < c ∧ c < b :=
  ⟨(a + b) / 2, left_lt_add_div_two.2 h, add_div_two_lt_right.2 h⟩
end Field
