import Mathlib.Log
import Mathlib.Complex
/-!
# The exponential function on the imaginary axis

`Complex.cis t`, the limit of `(1 + i t / 2 ^ n) ^ (2 ^ n)`: that the limit exists, its multiplication law, and
its value for small `t`, and nothing else.
-/
noncomputable section
open Mathlib.Certify (lt_of_sub le_of_sub)

namespace Complex

theorem abs_re_le_norm (z : ℂ) : |z.re| ≤ ‖z‖ :=
  Real.abs_le_sqrt (le_of_sub (mul_self_nonneg z.im) (by rw [normSq_apply]; ring))
theorem abs_im_le_norm (z : ℂ) : |z.im| ≤ ‖z‖ :=
  Real.abs_le_sqrt (le_of_sub (mul_self_nonneg z.re) (by rw [normSq_apply]; ring))
protected theorem norm_add_le (z w : ℂ) : ‖z + w‖ ≤ ‖z‖ + ‖w‖ := by
  have hz := Complex.norm_nonneg z
  have hw := Complex.norm_nonneg w
  have ez := sq_norm z
  have ew := sq_norm w
  have cauchy : z.re * w.re + z.im * w.im ≤ ‖z‖ * ‖w‖ := by
    refine le_trans (le_abs_self _) (abs_le_of_sq_le_sq ?_ (mul_nonneg hz hw))
    rw [mul_pow, ez, ew, normSq_apply, normSq_apply]
    exact le_of_sub (sq_nonneg (z.re * w.im - z.im * w.re)) (by ring)
  refine (Real.sqrt_le_left (add_nonneg hz hw)).2 ?_
  have e : normSq (z + w) = ‖z‖ ^ 2 + ‖w‖ ^ 2 + 2 * (z.re * w.re + z.im * w.im) := by
    rw [ez, ew]; simp only [normSq_apply, add_re, add_im]; ring
  rw [e]
  exact le_of_sub (mul_nonneg two_pos.le (sub_nonneg.2 cauchy)) (by ring)
@[simp] protected theorem norm_zero : ‖(0 : ℂ)‖ = 0 := by rw [norm_def, normSq_zero, Real.sqrt_zero]
@[simp] protected theorem norm_one : ‖(1 : ℂ)‖ = 1 := by rw [norm_def, normSq_one, Real.sqrt_one]
@[simp] protected theorem norm_eq_zero {z : ℂ} : ‖z‖ = 0 ↔ z = 0 := by
  rw [norm_def, Real.sqrt_eq_zero (normSq_nonneg z), normSq_eq_zero]
@[simp] protected theorem norm_neg (z : ℂ) : ‖-z‖ = ‖z‖ := by
  rw [norm_def, norm_def, normSq_apply, normSq_apply, neg_re, neg_im, neg_mul_neg, neg_mul_neg]
@[simp] protected theorem norm_pow (z : ℂ) : ∀ n : ℕ, ‖z ^ n‖ = ‖z‖ ^ n
  | 0 => by rw [pow_zero, pow_zero, Complex.norm_one]
  | n + 1 => by rw [pow_succ, pow_succ, Complex.norm_mul, Complex.norm_pow z n]
private theorem norm_le {z : ℂ} {b : ℝ} (hb : 0 ≤ b) (h : normSq z ≤ b ^ 2) : ‖z‖ ≤ b :=
  (Real.sqrt_le_left hb).2 h

/-- Powers of numbers of norm at most `M` differ little if the numbers do. -/
private theorem norm_pow_sub_pow_le {a b : ℂ} {M : ℝ} (hM : 1 ≤ M) (ha : ‖a‖ ≤ M) (hb : ‖b‖ ≤ M) :
    ∀ n : ℕ, ‖a ^ n - b ^ n‖ ≤ n * M ^ n * ‖a - b‖
  | 0 => by
    rw [pow_zero, pow_zero, sub_self, Complex.norm_zero, Nat.cast_zero, zero_mul, zero_mul]
    exact le_refl 0
  | n + 1 => by
    have ih := norm_pow_sub_pow_le hM ha hb n
    have hM0 : 0 ≤ M := le_trans zero_le_one hM
    have hp : 0 ≤ M ^ n := pow_nonneg hM0 n
    have hd := Complex.norm_nonneg (a - b)
    rw [show a ^ (n + 1) - b ^ (n + 1) = a ^ n * (a - b) + (a ^ n - b ^ n) * b by
      rw [pow_succ, pow_succ, mul_sub, sub_mul, sub_add_sub_cancel]]
    refine le_trans (Complex.norm_add_le _ _) ?_
    rw [Complex.norm_mul, Complex.norm_mul, Complex.norm_pow, Nat.cast_add_one, pow_succ]
    have h₁ : ‖a‖ ^ n * ‖a - b‖ ≤ M ^ n * M * ‖a - b‖ := by
      refine mul_le_mul_of_nonneg_right ?_ hd
      refine le_trans (pow_le_pow_left₀ (Complex.norm_nonneg a) ha n) ?_
      exact le_of_sub (mul_nonneg hp (sub_nonneg.2 hM)) (by generalize M ^ n = p; ring)
    have h₂ : ‖a ^ n - b ^ n‖ * ‖b‖ ≤ n * M ^ n * ‖a - b‖ * M :=
      mul_le_mul ih hb (Complex.norm_nonneg b) (le_trans (Complex.norm_nonneg _) ih)
    refine le_trans (add_le_add h₁ h₂) (le_of_eq ?_)
    generalize M ^ n = p
    ring

private theorem p2 (n : ℕ) : (0 : ℝ) < 2 ^ n := pow_pos two_pos n
private theorem four_pow (n : ℕ) : (4 : ℝ) ^ n = 2 ^ n * 2 ^ n := by
  rw [← mul_pow]; exact congrArg (· ^ n) (show (4 : ℝ) = 2 * 2 by ring)

/-- The same for `2 ^ n`-th powers of numbers near 1. -/
private theorem key {a b : ℂ} {K D : ℝ} (n : ℕ) (hK : 0 ≤ K) (ha : ‖a‖ ≤ Real.exp (K / 4 ^ n))
    (hb : ‖b‖ ≤ Real.exp (K / 4 ^ n)) (hD : ‖a - b‖ ≤ D / 4 ^ n) :
    ‖a ^ (2 ^ n) - b ^ (2 ^ n)‖ ≤ Real.exp K * D / 2 ^ n := by
  have h4 : (0 : ℝ) < 4 ^ n := pow_pos four_pos n
  have hM : 1 ≤ Real.exp (K / 4 ^ n) := by
    rw [← Real.exp_zero, Real.exp_le_exp]; exact div_nonneg hK h4.le
  have hp : (1 : ℝ) ≤ 2 ^ n := one_le_pow₀ one_lt_two.le
  have hD0 : 0 ≤ D / 4 ^ n := le_trans (Complex.norm_nonneg _) hD
  refine le_trans (norm_pow_sub_pow_le hM ha hb (2 ^ n)) ?_
  rw [← Real.exp_nat_mul, Nat.cast_pow, show ((2 : ℕ) : ℝ) = 2 from rfl]
  have h₁ : Real.exp (2 ^ n * (K / 4 ^ n)) ≤ Real.exp K := by
    rw [Real.exp_le_exp, mul_div_assoc', div_le_iff₀ h4, four_pow]
    generalize (2 : ℝ) ^ n = p at *
    exact le_of_sub (mul_nonneg (mul_nonneg hK (sub_nonneg.2 hp)) (le_trans zero_le_one hp)) (by ring)
  refine le_trans (mul_le_mul (mul_le_mul_of_nonneg_left h₁ (p2 n).le) hD (Complex.norm_nonneg _)
    (mul_nonneg (p2 n).le (Real.exp_nonneg K))) (le_of_eq ?_)
  rw [mul_div_assoc', div_eq_div_iff (ne_of_gt h4) (ne_of_gt (p2 n)), four_pow]
  generalize (2 : ℝ) ^ n = p
  ring

/-- `1 + i t`. -/
private def line (t : ℝ) : ℂ := ⟨1, t⟩
private theorem norm_line (t : ℝ) : ‖line t‖ ≤ Real.exp (t ^ 2) := by
  refine le_trans (norm_le (b := t ^ 2 + 1) (add_nonneg (sq_nonneg t) zero_le_one) ?_)
    (Real.add_one_le_exp _)
  show 1 * 1 + t * t ≤ _
  exact le_of_sub (add_nonneg (sq_nonneg t) (sq_nonneg (t ^ 2))) (by ring)
/-- The `n`-th approximation of `cis t`. -/
private def step (n : ℕ) (t : ℝ) : ℂ := line (t / 2 ^ n) ^ (2 ^ n)

private theorem div_sq (t : ℝ) (n : ℕ) : (t / 2 ^ n) ^ 2 = t ^ 2 / 4 ^ n := by
  rw [div_pow, ← pow_mul, Nat.mul_comm, pow_mul, show (2 : ℝ) ^ 2 = 4 by ring]
private theorem div_mono {a b : ℝ} (h : a ≤ b) (n : ℕ) : Real.exp (a / 4 ^ n) ≤ Real.exp (b / 4 ^ n) :=
  Real.exp_le_exp.2 (div_le_div_of_nonneg_right h (pow_pos four_pos n).le)
private theorem norm_line_div (t : ℝ) (n : ℕ) : ‖line (t / 2 ^ n)‖ ≤ Real.exp (t ^ 2 / 4 ^ n) :=
  div_sq t n ▸ norm_line (t / 2 ^ n)
private theorem norm_ofReal (x : ℝ) : ‖(⟨x, 0⟩ : ℂ)‖ = |x| := norm_real x

private theorem step_succ_sub (n : ℕ) (t : ℝ) :
    ‖step (n + 1) t - step n t‖ ≤ Real.exp (t ^ 2) * (t ^ 2 / 4) / 2 ^ n := by
  have e : step (n + 1) t = (line (t / 2 ^ (n + 1)) * line (t / 2 ^ (n + 1))) ^ (2 ^ n) := by
    unfold step
    rw [← pow_two, ← pow_mul]
    exact congrArg (line (t / 2 ^ (n + 1)) ^ ·) (by rw [Nat.pow_succ, Nat.mul_comm])
  have h : t / 2 ^ (n + 1) = t / 2 ^ n / 2 := by rw [div_div, pow_succ]
  rw [e]
  refine key n (sq_nonneg t) ?_ (norm_line_div t n) ?_
  · rw [Complex.norm_mul]
    have := norm_line_div t (n + 1)
    refine le_trans (mul_le_mul this this (Complex.norm_nonneg _) (Real.exp_nonneg _)) ?_
    rw [← Real.exp_add, Real.exp_le_exp, pow_succ (4 : ℝ) n, ← div_div]
    have := div_nonneg (sq_nonneg t) (pow_pos (R := ℝ) four_pos n).le
    generalize t ^ 2 / 4 ^ n = u at *
    rw [← mul_two, div_mul_eq_mul_div, div_le_iff₀ four_pos]
    exact le_of_sub (mul_nonneg two_pos.le this) (by ring)
  · rw [h]
    have e' : line (t / 2 ^ n / 2) * line (t / 2 ^ n / 2) - line (t / 2 ^ n) = ⟨-((t / 2 ^ n) ^ 2 / 4), 0⟩ := by
      generalize t / 2 ^ n = u
      have e2 : u / 2 + u / 2 = u := add_halves u
      refine Complex.ext ?_ ?_
      · show 1 * 1 - u / 2 * (u / 2) - 1 = _
        rw [div_mul_div_comm, show (2 : ℝ) * 2 = 4 by ring, pow_two u]
        generalize u * u / 4 = v
        ring
      · show 1 * (u / 2) + u / 2 * 1 - u = 0
        rw [one_mul, mul_one, e2, sub_self]
    rw [e', norm_ofReal, abs_neg, abs_of_nonneg (div_nonneg (sq_nonneg _) four_pos.le), div_sq, div_div, div_div,
      mul_comm]
    exact le_refl _

/-- A sequence of real numbers with `|u (n + 1) - u n| ≤ C / 2 ^ n` converges. -/
private theorem exists_limit {u : ℕ → ℝ} {C : ℝ} (h : ∀ n, |u (n + 1) - u n| ≤ C / 2 ^ n) :
    ∃ x, ∀ n, |u n - x| ≤ 2 * C / 2 ^ n := by
  have half : ∀ n, 2 * C / 2 ^ (n + 1) = C / 2 ^ n := fun n => by
    rw [pow_succ, mul_comm 2 C, mul_div_mul_right _ _ two_ne_zero]
  have twice : ∀ n, 2 * C / 2 ^ n = C / 2 ^ n + C / 2 ^ n := fun n => by rw [two_mul, add_div]
  have up : ∀ m k, u m - 2 * C / 2 ^ m ≤ u (m + k) - 2 * C / 2 ^ (m + k) := fun m k => by
    induction k with
    | zero => exact le_refl _
    | succ k ih =>
      refine le_trans ih ?_
      have a := (abs_le.1 (h (m + k))).1
      rw [show m + (k + 1) = m + k + 1 from rfl, half, twice]
      exact le_of_sub (sub_nonneg.2 a) (by ring)
  have down : ∀ m k, u (m + k) + 2 * C / 2 ^ (m + k) ≤ u m + 2 * C / 2 ^ m := fun m k => by
    induction k with
    | zero => exact le_refl _
    | succ k ih =>
      refine le_trans ?_ ih
      have a := (abs_le.1 (h (m + k))).2
      rw [show m + (k + 1) = m + k + 1 from rfl, half, twice]
      exact le_of_sub (sub_nonneg.2 a) (by ring)
  have hC : ∀ n, 0 ≤ 2 * C / 2 ^ n := fun n => by
    rw [twice]
    have := le_trans (abs_nonneg _) (h n)
    exact add_nonneg this this
  have below : ∀ m n, u m - 2 * C / 2 ^ m ≤ u n + 2 * C / 2 ^ n := fun m n => by
    have a := up m n
    have b := down n m
    rw [Nat.add_comm n m] at b
    have c := hC (m + n)
    exact le_of_sub (add_nonneg (add_nonneg (sub_nonneg.2 a) (sub_nonneg.2 b)) (add_nonneg c c)) (by ring)
  obtain ⟨x, h₁, h₂⟩ := Real.exists_isLUB (s := {y | ∃ m, u m - 2 * C / 2 ^ m = y}) ⟨_, 0, rfl⟩
    ⟨_, fun _ ⟨m, e⟩ => e ▸ below m 0⟩
  refine ⟨x, fun n => abs_le.2 ⟨?_, ?_⟩⟩
  · have := h₂ (a := u n + 2 * C / 2 ^ n) fun _ ⟨m, e⟩ => e ▸ below m n
    exact le_of_sub (sub_nonneg.2 this) (by ring)
  · have := h₁ ⟨n, rfl⟩
    exact le_of_sub (sub_nonneg.2 this) (by ring)

private theorem norm_le_add (z : ℂ) : ‖z‖ ≤ |z.re| + |z.im| := by
  refine norm_le (add_nonneg (abs_nonneg _) (abs_nonneg _)) ?_
  have a := abs_mul_abs_self z.re
  have b := abs_mul_abs_self z.im
  rw [normSq_apply, ← a, ← b]
  exact le_of_sub (mul_nonneg two_pos.le (mul_nonneg (abs_nonneg z.re) (abs_nonneg z.im))) (by ring)

private theorem exists_cis (t : ℝ) :
    ∃ z : ℂ, ∀ n, ‖step n t - z‖ ≤ Real.exp (t ^ 2) * t ^ 2 / 2 ^ n := by
  obtain ⟨x, hx⟩ := exists_limit (u := fun n => (step n t).re) fun n =>
    le_trans (abs_re_le_norm (step (n + 1) t - step n t)) (step_succ_sub n t)
  obtain ⟨y, hy⟩ := exists_limit (u := fun n => (step n t).im) fun n =>
    le_trans (abs_im_le_norm (step (n + 1) t - step n t)) (step_succ_sub n t)
  refine ⟨⟨x, y⟩, fun n => le_trans (norm_le_add _) (le_trans (add_le_add (hx n) (hy n)) (le_of_eq ?_))⟩
  rw [← add_div]
  congr 1
  have e : t ^ 2 / 4 * 4 = t ^ 2 := div_mul_cancel₀ _ four_ne_zero
  rw [← e]
  generalize t ^ 2 / 4 = u
  ring

/-- `exp (i t)`: the limit of `(1 + i t / 2 ^ n) ^ (2 ^ n)`. -/
@[irreducible] def cis (t : ℝ) : ℂ := Classical.choose (exists_cis t)
private theorem cis_spec (t : ℝ) (n : ℕ) : ‖step n t - cis t‖ ≤ Real.exp (t ^ 2) * t ^ 2 / 2 ^ n := by
  unfold cis; exact Classical.choose_spec (exists_cis t) n

/-- `cis t` is the only limit. -/
private theorem cis_eq {t : ℝ} {z : ℂ} {C : ℝ} (h : ∀ n, ‖step n t - z‖ ≤ C / 2 ^ n) : cis t = z := by
  refine sub_eq_zero.1 (Complex.norm_eq_zero.1 (le_antisymm (not_lt.1 fun hd => ?_) (Complex.norm_nonneg _)))
  obtain ⟨n, hn⟩ := Real.exists_div_two_pow_lt (Real.exp (t ^ 2) * t ^ 2 + C) hd
  refine not_le_of_gt (hn n (Nat.le_refl n)) ?_
  rw [show cis t - z = -(step n t - cis t) + (step n t - z) by ring]
  refine le_trans (Complex.norm_add_le _ _) ?_
  rw [Complex.norm_neg, add_div]
  exact add_le_add (cis_spec t n) (h n)

private theorem norm_step (n : ℕ) (t : ℝ) : ‖step n t‖ ≤ Real.exp (t ^ 2) := by
  unfold step
  rw [Complex.norm_pow]
  refine le_trans (pow_le_pow_left₀ (Complex.norm_nonneg _) (norm_line_div t n) _) ?_
  rw [← Real.exp_nat_mul, Real.exp_le_exp, Nat.cast_pow, show ((2 : ℕ) : ℝ) = 2 from rfl,
    mul_div_assoc', div_le_iff₀ (pow_pos four_pos n), four_pow]
  have hp : (1 : ℝ) ≤ 2 ^ n := one_le_pow₀ one_lt_two.le
  generalize (2 : ℝ) ^ n = p at *
  exact le_of_sub (mul_nonneg (mul_nonneg (sq_nonneg t) (sub_nonneg.2 hp)) (le_trans zero_le_one hp))
    (by ring)

private theorem step_add_sub (n : ℕ) (s t : ℝ) : ‖step n s * step n t - step n (s + t)‖ ≤
    Real.exp (s ^ 2 + t ^ 2 + (s + t) ^ 2) * |s * t| / 2 ^ n := by
  have hs := sq_nonneg s
  have ht := sq_nonneg t
  have hst := sq_nonneg (s + t)
  unfold step
  rw [← mul_pow]
  refine key n (add_nonneg (add_nonneg hs ht) hst) ?_ ?_ ?_
  · rw [Complex.norm_mul]
    refine le_trans (mul_le_mul (norm_line_div s n) (norm_line_div t n) (Complex.norm_nonneg _)
      (Real.exp_nonneg _)) ?_
    rw [← Real.exp_add, ← add_div]
    exact div_mono (le_of_sub hst (by ring)) n
  · exact le_trans (norm_line_div _ n) (div_mono (le_of_sub (add_nonneg hs ht) (by ring)) n)
  · have e : line (s / 2 ^ n) * line (t / 2 ^ n) - line ((s + t) / 2 ^ n) =
        ⟨-(s / 2 ^ n * (t / 2 ^ n)), 0⟩ := by
      rw [add_div]
      refine Complex.ext ?_ ?_
      · show 1 * 1 - s / 2 ^ n * (t / 2 ^ n) - 1 = _
        generalize s / 2 ^ n = a
        generalize t / 2 ^ n = b
        ring
      · show 1 * (t / 2 ^ n) + s / 2 ^ n * 1 - (s / 2 ^ n + t / 2 ^ n) = 0
        generalize s / 2 ^ n = a
        generalize t / 2 ^ n = b
        ring
    rw [e, norm_ofReal, abs_neg, div_mul_div_comm, ← four_pow, abs_div, abs_of_pos (pow_pos four_pos n)]
    exact le_refl _

theorem cis_add (s t : ℝ) : cis (s + t) = cis s * cis t := by
  refine cis_eq (C := Real.exp (s ^ 2 + t ^ 2 + (s + t) ^ 2) * |s * t| +
    (Real.exp (s ^ 2) * (Real.exp (t ^ 2) * t ^ 2) + Real.exp (s ^ 2) * s ^ 2 * ‖cis t‖)) fun n => ?_
  rw [show step n (s + t) - cis s * cis t = -(step n s * step n t - step n (s + t)) +
    (step n s * (step n t - cis t) + (step n s - cis s) * cis t) by ring]
  refine le_trans (Complex.norm_add_le _ _) ?_
  rw [Complex.norm_neg, add_div]
  refine add_le_add (step_add_sub n s t) (le_trans (Complex.norm_add_le _ _) ?_)
  rw [Complex.norm_mul, Complex.norm_mul, add_div, mul_div_assoc (Real.exp (s ^ 2)),
    mul_div_right_comm _ ‖cis t‖]
  exact add_le_add (mul_le_mul (norm_step n s) (cis_spec t n) (Complex.norm_nonneg _) (Real.exp_nonneg _))
    (mul_le_mul_of_nonneg_right (cis_spec s n) (Complex.norm_nonneg _))
theorem cis_zero : cis 0 = 1 := by
  refine cis_eq (C := 0) fun n => ?_
  unfold step
  rw [zero_div, show line 0 = 1 from rfl, one_pow, sub_self, Complex.norm_zero]
  exact le_refl 0
private theorem conj_mul (z w : ℂ) : starRingEnd ℂ (z * w) = starRingEnd ℂ z * starRingEnd ℂ w :=
  Complex.ext (by simp only [conj_re, mul_re, conj_im, neg_mul_neg])
    (by simp only [conj_im, mul_im, conj_re, mul_neg, neg_mul]; ring)
private theorem conj_pow (z : ℂ) : ∀ n : ℕ, starRingEnd ℂ (z ^ n) = starRingEnd ℂ z ^ n
  | 0 => by rw [pow_zero, pow_zero]; exact Complex.ext rfl neg_zero
  | n + 1 => by rw [pow_succ, pow_succ, conj_mul, conj_pow z n]
theorem cis_neg (t : ℝ) : cis (-t) = starRingEnd ℂ (cis t) := by
  refine cis_eq (C := Real.exp (t ^ 2) * t ^ 2) fun n => ?_
  have e : step n (-t) = starRingEnd ℂ (step n t) := by
    unfold step
    rw [conj_pow, neg_div]; rfl
  have e' : ‖starRingEnd ℂ (step n t - cis t)‖ = ‖step n t - cis t‖ := by
    rw [norm_def, norm_def, normSq_apply, conj_re, conj_im, neg_mul_neg]; rfl
  rw [e, show starRingEnd ℂ (step n t) - starRingEnd ℂ (cis t) = starRingEnd ℂ (step n t - cis t) from
    Complex.ext rfl (by simp only [sub_im, conj_im]; ring), e']
  exact cis_spec t n

private theorem exp_one_le : Real.exp 1 ≤ 4 := by
  rw [← Real.le_log_iff_exp_le four_pos, show (4 : ℝ) = 2 ^ 2 by ring, Real.log_pow]
  have := mul_le_mul_of_nonneg_left (Real.one_sub_inv_le_log_of_pos two_pos) (two_pos (R := ℝ)).le
  rw [mul_sub, mul_inv_cancel₀ two_ne_zero, show (2 : ℝ) * 1 - 1 = 1 by ring] at this
  exact this
/-- For `|t| ≤ 1`, `cis t` is close to `1 + i t`. -/
theorem norm_cis_sub_le {t : ℝ} (ht : |t| ≤ 1) : ‖cis t - ⟨1, t⟩‖ ≤ 4 * t ^ 2 := by
  have h := cis_spec t 0
  have hs : step 0 t = ⟨1, t⟩ := by
    unfold step
    rw [pow_zero, div_one, pow_zero, pow_one]; rfl
  rw [pow_zero, div_one, hs, ← Complex.norm_neg, neg_sub] at h
  refine le_trans h (mul_le_mul_of_nonneg_right (le_trans ?_ exp_one_le) (sq_nonneg t))
  rw [Real.exp_le_exp, ← sq_abs]
  exact pow_le_one₀ (abs_nonneg t) ht

end Complex
