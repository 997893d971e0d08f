import Mathlib.Real
import Mathlib.Set
/-!
# Completeness of the real numbers

Every real number lies below a natural number, and every nonempty bounded set of real numbers has a least
upper bound, and nothing else.
-/
noncomputable section
open Mathlib.Certify (lt_of_sub le_of_sub)

attribute [local semireducible] Real.le Real.natCast Real.neg

namespace Real

private theorem rat_below_nat (q : ℚ) : ∃ n : ℕ, q < n := by
  refine ⟨q.num.toNat + 1, ?_⟩
  rw [Rat.lt_iff]
  show q.num * 1 < ((q.num.toNat + 1 : ℕ) : ℤ) * q.den
  have h₁ : q.num < (q.num.toNat + 1 : ℕ) := by omega
  have h₂ : (1 : ℤ) ≤ q.den := by have := q.den_pos; omega
  exact Int.lt_of_lt_of_le (by rw [Int.mul_one]; exact h₁)
    (Int.le_trans (Int.le_of_eq (Int.mul_one _).symm) (Int.mul_le_mul_of_nonneg_left h₂ (by omega)))

protected theorem exists_nat_gt (x : ℝ) : ∃ n : ℕ, x < n := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨B, _, h⟩ := a.bounded
  obtain ⟨n, hn⟩ := rat_below_nat B
  refine ⟨n + 1, fun h' => ?_⟩
  obtain ⟨N, hN⟩ := h.and (mk_le.1 h' 1 (by decide))
  obtain ⟨h₁, h₂⟩ := hN N (Nat.le_refl N)
  have h₂' : ((n + 1 : ℕ) : ℚ) - a.seq N < 1 := h₂
  rw [Nat.cast_add_one] at h₂'
  exact lt_irrefl _ (lt_of_sub (add_pos (add_pos (sub_pos.2 h₁.1) (sub_pos.2 hn)) (sub_pos.2 h₂'))
    (a := (0 : ℚ)) (b := 0) (by ring))

/-- `1 / (n + 1)`, the width of a grid. -/
private def width (n : ℕ) : ℚ := (n + 1 : ℚ)⁻¹
private theorem succ_pos (n : ℕ) : (0 : ℚ) < n + 1 := by
  have : (0 : ℚ) < ((n + 1 : ℕ) : ℚ) := Rat.num_pos.1 (by rw [Rat.num_natCast]; omega)
  rw [Nat.cast_add_one] at this; exact this
private theorem width_pos (n : ℕ) : 0 < width n := Rat.inv_pos (succ_pos n)
private theorem mul_width (n : ℕ) : (n + 1 : ℚ) * width n = 1 := Rat.mul_inv_cancel _ (ne_of_gt (succ_pos n))
private theorem width_anti {m n : ℕ} (h : m ≤ n) : width n ≤ width m := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  have hk : (0 : ℚ) ≤ k := Rat.num_nonneg.1 (by rw [Rat.num_natCast]; omega)
  have e₁ := mul_width m
  have e₂ := mul_width (m + k)
  have key : (k : ℚ) * width m * width (m + k) = width m - width (m + k) := by
    rw [show width m - width (m + k) = width m * 1 - width (m + k) * 1 by ring]
    conv => rhs; rw [show width m * 1 = width m * (((m + k : ℕ) + 1 : ℚ) * width (m + k)) by rw [e₂]]
    rw [show width (m + k) * 1 = width (m + k) * ((m + 1 : ℚ) * width m) by rw [e₁], Nat.cast_add]
    ring
  exact le_of_sub (mul_nonneg (mul_nonneg hk (le_of_lt (width_pos m))) (le_of_lt (width_pos _))) key.symm
private theorem width_small {ε : ℚ} (hε : 0 < ε) : ∃ N : ℕ, ∀ n, N ≤ n → width n < ε := by
  obtain ⟨k, hk⟩ := rat_below_nat ε⁻¹
  refine ⟨k, fun n hn => lt_of_le_of_lt (width_anti hn) ?_⟩
  have e₁ := mul_width k
  have e₂ := Rat.mul_inv_cancel ε (ne_of_gt hε)
  refine Mathlib.Certify.lt (K := (k + 1 : ℚ)) (succ_pos k)
    (add_pos (mul_pos hε (sub_pos.2 hk)) hε) ?_
  rw [show (k + 1 : ℚ) * (ε - width k) = (k + 1 : ℚ) * ε - (k + 1 : ℚ) * width k by ring, e₁,
    show ε * (k - ε⁻¹) + ε = k * ε + ε - ε * ε⁻¹ by ring, e₂]
  ring

private theorem const_le {a b : ℚ} : mk (.const a) ≤ mk (.const b) ↔ a ≤ b := by
  constructor
  · intro h
    refine not_lt.1 fun h' => ?_
    obtain ⟨N, hN⟩ := mk_le.1 h (a - b) (sub_pos.2 h')
    exact lt_irrefl _ (hN N (Nat.le_refl N))
  · exact fun h => mk_le.2 <| RatSeq.le_of_eventually ⟨0, fun _ _ => h⟩

private theorem least (P : ℕ → Prop) : ∀ n, P n → ∃ k, P k ∧ ∀ j, k = j + 1 → ¬P j
  | 0, h => ⟨0, h, fun j hj => by omega⟩
  | n + 1, h => (Classical.em (P n)).elim (least P n) fun h' =>
      ⟨n + 1, h, fun j hj => by rw [show j = n by omega]; exact h'⟩

/-- Some multiple of `width n` is an upper bound that is less than `width n` too large. -/
private theorem grid (s : Set ℝ) (s₀ : ℝ) (h₀ : s₀ ∈ s) (B : ℝ) (hB : ∀ x, x ∈ s → x ≤ B) (n : ℕ) :
    ∃ q : ℚ, (∀ x, x ∈ s → x ≤ mk (.const q)) ∧ ∃ x, x ∈ s ∧ mk (.const (q - width n)) ≤ x := by
  obtain ⟨a, ha⟩ := Real.exists_nat_gt (-s₀)
  obtain ⟨b, hb⟩ := Real.exists_nat_gt B
  have key : ∃ k : ℕ, ∀ x, x ∈ s → x ≤ mk (.const (k * width n - a)) := by
    refine ⟨(a + b) * (n + 1), fun x hx => le_trans (hB x hx) (le_trans (le_of_lt hb)
      (const_le.2 (le_of_eq ?_)))⟩
    rw [Nat.cast_mul, Nat.cast_add, Nat.cast_add_one, mul_assoc, mul_width]; ring
  obtain ⟨k₀, hk₀⟩ := key
  obtain ⟨k, hk, hl⟩ := least (fun k => ∀ x, x ∈ s → x ≤ mk (.const (k * width n - a))) k₀ hk₀
  refine ⟨_, hk, ?_⟩
  cases k with
  | zero =>
    refine ⟨s₀, h₀, le_trans (b := mk (.const (-(a : ℚ)))) (const_le.2 ?_) ?_⟩
    · rw [Nat.cast_zero]
      exact le_of_sub (le_of_lt (width_pos n)) (by ring)
    · have h : -s₀ ≤ mk (.const (a : ℚ)) := le_of_lt ha
      show -mk (.const (a : ℚ)) ≤ s₀
      exact le_of_sub (sub_nonneg.2 h) (by ring)
  | succ j =>
    have h := hl j rfl
    rw [Classical.not_forall] at h
    obtain ⟨x, h⟩ := h
    rw [Classical.not_imp] at h
    refine ⟨x, h.1, le_trans (const_le.2 (le_of_eq ?_)) (le_of_lt (not_le.1 h.2))⟩
    rw [Nat.cast_add_one]; ring

theorem exists_isLUB {s : Set ℝ} (hne : s.Nonempty) (hbdd : BddAbove s) : ∃ x, IsLUB s x := by
  obtain ⟨s₀, h₀⟩ := hne
  obtain ⟨B, hB⟩ := hbdd
  have g := grid s s₀ h₀ B fun x hx => hB hx
  let q : ℕ → ℚ := fun n => Classical.choose (g n)
  have hq : ∀ n, (∀ x, x ∈ s → x ≤ mk (.const (q n))) ∧ ∃ x, x ∈ s ∧ mk (.const (q n - width n)) ≤ x :=
    fun n => Classical.choose_spec (g n)
  have near : ∀ m n, q m - q n ≤ width m := fun m n => by
    obtain ⟨x, hx, h⟩ := (hq m).2
    have := const_le.1 (le_trans h ((hq n).1 x hx))
    exact le_of_sub (sub_nonneg.2 this) (by ring)
  have hc : ∀ ε : ℚ, 0 < ε → ∃ N : ℕ, ∀ m n, N ≤ m → N ≤ n → q m - q n < ε := fun ε hε => by
    obtain ⟨N, hN⟩ := width_small hε
    exact ⟨N, fun m n hm _ => lt_of_le_of_lt (near m n) (hN m hm)⟩
  refine ⟨mk ⟨q, hc⟩, fun x hx => ?_, fun z hz => ?_⟩
  · obtain ⟨a, rfl⟩ := x.exists_mk
    refine Classical.byContradiction fun h => ?_
    obtain ⟨e, he, N, hN⟩ := RatSeq.gap (mt mk_le.2 h)
    obtain ⟨c, hc, rfl⟩ := RatSeq.half he
    obtain ⟨M, hM⟩ := width_small hc
    obtain ⟨K, hK⟩ := mk_le.1 ((hq M).1 _ hx) c hc
    have h₁ : c + c < a.seq (N + K) - q (N + K) := hN (N + K) (by omega)
    have h₂ : a.seq (N + K) - q M < c := hK (N + K) (by omega)
    have h₃ := near M (N + K)
    have h₄ := hM M (Nat.le_refl M)
    exact lt_irrefl (0 : ℚ) (lt_of_sub (add_pos (add_pos_of_pos_of_nonneg (add_pos (sub_pos.2 h₁)
      (sub_pos.2 h₂)) (sub_nonneg.2 h₃)) (sub_pos.2 h₄)) (by ring))
  · obtain ⟨b, rfl⟩ := z.exists_mk
    refine Classical.byContradiction fun h => ?_
    obtain ⟨e, he, N, hN⟩ := RatSeq.gap (mt mk_le.2 h)
    obtain ⟨k, hk, rfl⟩ := RatSeq.half he
    obtain ⟨c, hc, rfl⟩ := RatSeq.half hk
    obtain ⟨M, hM⟩ := width_small hc
    obtain ⟨x, hx, h₁⟩ := (hq M).2
    obtain ⟨K, hK⟩ := mk_le.1 (le_trans h₁ (hz hx)) c hc
    have h₃ : q M - width M - b.seq (N + K + M) < c := hK (N + K + M) (by omega)
    have h₂ : c + c + (c + c) < q (N + K + M) - b.seq (N + K + M) := hN (N + K + M) (by omega)
    have h₄ := near (N + K + M) M
    have h₅ := hM (N + K + M) (by omega)
    have h₆ := hM M (Nat.le_refl M)
    exact lt_irrefl (0 : ℚ) (lt_of_sub (add_pos (add_pos (add_pos (add_pos_of_pos_of_nonneg (add_pos
      (sub_pos.2 h₂) (sub_pos.2 h₃)) (sub_nonneg.2 h₄)) (sub_pos.2 h₅)) (sub_pos.2 h₆)) hc) (by ring))

end Real
