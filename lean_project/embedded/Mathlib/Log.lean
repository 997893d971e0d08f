import Mathlib.RealSup
/-!
# Logarithm and exponential function

`Real.log` as the limit of `2 ^ n * (x ^ (1 / 2 ^ n) - 1)`, where the roots are repeated square roots,
`Real.exp` as its inverse, and the lemmas that a proof calls by name, and nothing else.
-/
noncomputable section
open Mathlib.Certify (lt_of_sub le_of_sub)

namespace Real

/-- The `2 ^ n`-th root of `x`. -/
private def root : ℕ → ℝ → ℝ
  | 0, x => x
  | n + 1, x => √(root n x)
private theorem root_pos {x : ℝ} (hx : 0 < x) : ∀ n, 0 < root n x
  | 0 => hx
  | n + 1 => sqrt_pos.2 (root_pos hx n)
private theorem root_sq {x : ℝ} (hx : 0 < x) (n : ℕ) : root (n + 1) x * root (n + 1) x = root n x :=
  mul_self_sqrt (root_pos hx n).le
private theorem root_mul {x y : ℝ} (hx : 0 < x) : ∀ n, root n (x * y) = root n x * root n y
  | 0 => rfl
  | n + 1 => by
    show √(root n (x * y)) = √(root n x) * √(root n y)
    rw [root_mul hx n, sqrt_mul (root_pos hx n).le]
private theorem root_one : ∀ n, root n 1 = 1
  | 0 => rfl
  | n + 1 => by show √(root n 1) = 1; rw [root_one n, sqrt_one]

/-- The `n`-th approximation of `log x` from above. -/
private def approx (n : ℕ) (x : ℝ) : ℝ := 2 ^ n * (root n x - 1)

private theorem two_pow_pos (n : ℕ) : (0 : ℝ) < 2 ^ n := pow_pos two_pos n
private theorem approx_succ {x : ℝ} (hx : 0 < x) (n : ℕ) : approx (n + 1) x ≤ approx n x := by
  unfold approx
  rw [← root_sq hx n, pow_succ]
  have h := (two_pow_pos n).le
  generalize (2 : ℝ) ^ n = p at *
  exact le_of_sub (mul_nonneg h (sq_nonneg (root (n + 1) x - 1))) (by ring)
private theorem approx_anti {x : ℝ} (hx : 0 < x) {m n : ℕ} (h : m ≤ n) : approx n x ≤ approx m x := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  clear h
  induction k with
  | zero => exact le_refl _
  | succ k ih => exact le_trans (approx_succ hx (m + k)) ih
private theorem approx_one (n : ℕ) : approx n 1 = 0 := by
  unfold approx; rw [root_one, sub_self, mul_zero]
private theorem approx_mul {x y : ℝ} (hx : 0 < x) (n : ℕ) :
    approx n (x * y) = approx n x + approx n y + approx n x * approx n y / 2 ^ n := by
  have h : (2 : ℝ) ^ n ≠ 0 := ne_of_gt (two_pow_pos n)
  unfold approx
  generalize (2 : ℝ) ^ n = p at *
  rw [root_mul hx, show p * (root n x - 1) * (p * (root n y - 1)) =
    p * (root n x - 1) * (root n y - 1) * p by ring, mul_div_cancel_right₀ _ h]
  ring
private theorem approx_le {x : ℝ} (hx : 0 < x) (n : ℕ) : approx n x ≤ x - 1 := by
  have := approx_anti hx (Nat.zero_le n)
  unfold approx at this ⊢
  rw [pow_zero, one_mul] at this; exact this
private theorem le_approx {x : ℝ} (hx : 0 < x) (n : ℕ) : 1 - x⁻¹ ≤ approx n x := by
  have hi := inv_pos.2 hx
  have h := approx_le hi n
  have e : root n x * root n x⁻¹ = 1 := by rw [← root_mul hx, mul_inv_cancel₀ (ne_of_gt hx), root_one]
  have p := root_pos hx n
  have q := root_pos hi n
  have key : 0 ≤ approx n x + approx n x⁻¹ := by
    unfold approx
    have h := (two_pow_pos n).le
    generalize (2 : ℝ) ^ n = p at *
    refine Mathlib.Certify.le zero_lt_one (mul_nonneg (mul_nonneg h
      (sq_nonneg (root n x - 1))) q.le) ?_
    rw [show p * (root n x - 1) ^ 2 * root n x⁻¹ = p * ((root n x * root n x⁻¹) * root n x -
      2 * (root n x * root n x⁻¹) + root n x⁻¹) by ring, e]
    ring
  exact le_of_sub (add_nonneg key (sub_nonneg.2 h)) (by ring)

/-- The logarithm of a positive number: the infimum of its approximations. -/
private def logPos (x : ℝ) : ℝ := sInf {y | ∃ n, approx n x = y}
private theorem logPos_isGLB {x : ℝ} (hx : 0 < x) : IsGLB {y | ∃ n, approx n x = y} (logPos x) :=
  isGLB_sInf ⟨_, 0, rfl⟩ ⟨1 - x⁻¹, fun _ ⟨n, h⟩ => h ▸ le_approx hx n⟩
private theorem logPos_le_approx {x : ℝ} (hx : 0 < x) (n : ℕ) : logPos x ≤ approx n x :=
  (logPos_isGLB hx).1 ⟨n, rfl⟩
private theorem exists_approx_lt {x δ : ℝ} (hx : 0 < x) (hδ : 0 < δ) :
    ∃ n, approx n x < logPos x + δ := by
  refine Classical.byContradiction fun h => ?_
  have : logPos x + δ ≤ logPos x := (logPos_isGLB hx).2 fun y ⟨n, e⟩ =>
    e ▸ not_lt.1 fun h' => h ⟨n, h'⟩
  exact not_lt_of_ge this (lt_of_sub hδ (by ring))

private theorem nat_lt_two_pow (n : ℕ) : (n : ℝ) < 2 ^ n := by
  induction n with
  | zero => rw [Nat.cast_zero, pow_zero]; exact zero_lt_one
  | succ n ih =>
    rw [Nat.cast_add_one, pow_succ]
    have : (1 : ℝ) ≤ 2 ^ n := one_le_pow₀ one_lt_two.le
    generalize (2 : ℝ) ^ n = p at *
    exact lt_of_sub (add_pos_of_pos_of_nonneg (sub_pos.2 ih) (sub_nonneg.2 this)) (by ring)
/-- `C / 2 ^ n` becomes arbitrarily small. -/
theorem exists_div_two_pow_lt (C : ℝ) {δ : ℝ} (hδ : 0 < δ) : ∃ N : ℕ, ∀ n, N ≤ n → C / 2 ^ n < δ := by
  obtain ⟨N, hN⟩ := exists_nat_gt (C / δ)
  refine ⟨N, fun n hn => ?_⟩
  rw [div_lt_iff₀ (two_pow_pos n)]
  rw [div_lt_iff₀ hδ] at hN
  have h₁ : (N : ℝ) < 2 ^ n := lt_of_le_of_lt (Nat.cast_le.2 hn) (nat_lt_two_pow n)
  exact lt_trans hN (by rw [mul_comm]; exact mul_lt_mul_of_pos_left h₁ hδ)

/-- What is at most the sum of all approximations, up to `C / 2 ^ n`, is at most the sum of the limits. -/
private theorem le_add_logPos {x y L C : ℝ} (hx : 0 < x) (hy : 0 < y)
    (h : ∀ n, L ≤ approx n x + approx n y + C / 2 ^ n) : L ≤ logPos x + logPos y := by
  refine not_lt.1 fun hL => ?_
  have h3 : (0 : ℝ) < 3 := three_pos
  have hδ := div_pos (sub_pos.2 hL) h3
  have e := div_mul_cancel₀ (L - (logPos x + logPos y)) (ne_of_gt h3)
  generalize (L - (logPos x + logPos y)) / 3 = δ at hδ e
  obtain ⟨n₁, h₁⟩ := exists_approx_lt hx hδ
  obtain ⟨n₂, h₂⟩ := exists_approx_lt hy hδ
  obtain ⟨n₃, h₃⟩ := exists_div_two_pow_lt C hδ
  have a := lt_of_le_of_lt (approx_anti hx (show n₁ ≤ n₁ + n₂ + n₃ by omega)) h₁
  have b := lt_of_le_of_lt (approx_anti hy (show n₂ ≤ n₁ + n₂ + n₃ by omega)) h₂
  have c := h₃ (n₁ + n₂ + n₃) (by omega)
  have d := h (n₁ + n₂ + n₃)
  have e' : L = δ * 3 + (logPos x + logPos y) := by rw [e]; ring
  rw [e'] at d
  exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg (add_pos (add_pos (sub_pos.2 a)
    (sub_pos.2 b)) (sub_pos.2 c)) (sub_nonneg.2 d)) (by ring))

private theorem abs_approx_le {x : ℝ} (hx : 0 < x) (n : ℕ) : |approx n x| ≤ x + x⁻¹ := by
  have hi := inv_pos.2 hx
  refine abs_le.2 ⟨le_trans ?_ (le_approx hx n), le_trans (approx_le hx n) ?_⟩
  · exact le_of_sub (add_nonneg hx.le zero_le_one) (by ring)
  · exact le_of_sub (add_nonneg hi.le zero_le_one) (by ring)
private theorem approx_mul_le {x y : ℝ} (hx : 0 < x) (hy : 0 < y) (n : ℕ) :
    |approx n x * approx n y| ≤ (x + x⁻¹) * (y + y⁻¹) := by
  rw [abs_mul]
  exact mul_le_mul (abs_approx_le hx n) (abs_approx_le hy n) (abs_nonneg _)
    (add_nonneg hx.le (inv_pos.2 hx).le)
private theorem logPos_one : logPos 1 = 0 := by
  refine le_antisymm ?_ ?_
  · have := logPos_le_approx zero_lt_one 0; rw [approx_one] at this; exact this
  · exact (logPos_isGLB zero_lt_one).2 fun _ ⟨n, e⟩ => by rw [approx_one] at e; exact le_of_eq e
private theorem logPos_mul_le {x y : ℝ} (hx : 0 < x) (hy : 0 < y) : logPos (x * y) ≤ logPos x + logPos y := by
  refine le_add_logPos hx hy (C := (x + x⁻¹) * (y + y⁻¹)) fun n => ?_
  refine le_trans (logPos_le_approx (mul_pos hx hy) n) ?_
  rw [approx_mul hx]
  exact add_le_add_left (div_le_div_of_nonneg_right (le_trans (le_abs_self _) (approx_mul_le hx hy n))
    (two_pow_pos n).le) _
private theorem logPos_inv {x : ℝ} (hx : 0 < x) : logPos x⁻¹ = -logPos x := by
  have hi := inv_pos.2 hx
  have e : x * x⁻¹ = 1 := mul_inv_cancel₀ (ne_of_gt hx)
  have h₁ := logPos_mul_le hx hi
  rw [e, logPos_one] at h₁
  have h₂ : logPos x + logPos x⁻¹ ≤ logPos 1 + logPos 1 := by
    refine le_add_logPos zero_lt_one zero_lt_one (C := (x + x⁻¹) * (x⁻¹ + x⁻¹⁻¹)) fun n => ?_
    have h := approx_mul (x := x) (y := x⁻¹) hx n
    rw [e, approx_one] at h
    rw [approx_one, zero_add, zero_add]
    refine le_trans (add_le_add (logPos_le_approx hx n) (logPos_le_approx hi n)) ?_
    have h' : approx n x + approx n x⁻¹ = -(approx n x * approx n x⁻¹) / 2 ^ n := by
      rw [neg_div]; exact add_eq_zero_iff_eq_neg.1 h.symm
    rw [h']
    exact div_le_div_of_nonneg_right (le_trans (neg_le_abs _) (approx_mul_le hx hi n)) (two_pow_pos n).le
  rw [logPos_one, add_zero] at h₂
  exact eq_neg_of_add_eq_zero_right (le_antisymm h₂ h₁)
private theorem logPos_mul {x y : ℝ} (hx : 0 < x) (hy : 0 < y) : logPos (x * y) = logPos x + logPos y := by
  refine le_antisymm (logPos_mul_le hx hy) ?_
  have h := logPos_mul_le (mul_pos hx hy) (inv_pos.2 hy)
  rw [mul_assoc, mul_inv_cancel₀ (ne_of_gt hy), mul_one, logPos_inv hy] at h
  exact le_of_sub (sub_nonneg.2 h) (by ring)

/-- The natural logarithm of `|x|`; 0 for `x = 0`. -/
@[irreducible, pp_nodot] def log (x : ℝ) : ℝ := if x = 0 then 0 else logPos |x|

variable {x y : ℝ}
private theorem log_of_pos (hx : 0 < x) : log x = logPos x := by
  unfold log; rw [if_neg (ne_of_gt hx), abs_of_pos hx]
@[simp] theorem log_zero : log 0 = 0 := by unfold log; rw [if_pos rfl]
@[simp] theorem log_one : log 1 = 0 := (log_of_pos zero_lt_one).trans logPos_one
@[simp] theorem log_abs (x : ℝ) : log |x| = log x := by
  unfold log
  rw [abs_abs]
  rcases Classical.em (x = 0) with rfl | h
  · rw [abs_zero]
  · rw [if_neg h, if_neg (abs_ne_zero.2 h)]
@[simp] theorem log_neg_eq_log (x : ℝ) : log (-x) = log x := by rw [← log_abs (-x), abs_neg, log_abs]
theorem log_mul (hx : x ≠ 0) (hy : y ≠ 0) : log (x * y) = log x + log y := by
  rw [← log_abs, abs_mul, log_of_pos (mul_pos (abs_pos.2 hx) (abs_pos.2 hy)),
    logPos_mul (abs_pos.2 hx) (abs_pos.2 hy), ← log_of_pos (abs_pos.2 hx),
    ← log_of_pos (abs_pos.2 hy), log_abs, log_abs]
@[simp] theorem log_inv (x : ℝ) : log x⁻¹ = -log x := by
  rcases Classical.em (x = 0) with rfl | h
  · rw [inv_zero, log_zero, neg_zero]
  · refine eq_neg_of_add_eq_zero_left ?_
    rw [← log_mul (inv_ne_zero h) h, inv_mul_cancel₀ h, log_one]
theorem log_div (hx : x ≠ 0) (hy : y ≠ 0) : log (x / y) = log x - log y := by
  rw [div_eq_mul_inv, log_mul hx (inv_ne_zero hy), log_inv, ← sub_eq_add_neg]
@[simp] theorem log_pow (n : ℕ) (x : ℝ) : log (x ^ n) = n * log x := by
  rcases Classical.em (x = 0) with rfl | h
  · rcases Nat.eq_zero_or_pos n with rfl | hn
    · rw [pow_zero, log_one, Nat.cast_zero, zero_mul]
    · rw [zero_pow (Nat.ne_of_gt hn), log_zero, mul_zero]
  · induction n with
    | zero => rw [pow_zero, log_one, Nat.cast_zero, zero_mul]
    | succ n ih => rw [pow_succ, log_mul (pow_ne_zero n h) h, ih, Nat.cast_add_one, add_mul, one_mul]
theorem log_zpow (x : ℝ) : ∀ n : ℤ, log (x ^ n) = n * log x
  | .ofNat n => by
    show log (x ^ n) = ((n : ℕ) : ℤ) * log x
    rw [log_pow, Int.cast_natCast]
  | .negSucc n => by rw [zpow_negSucc, log_inv, log_pow, Int.cast_negSucc, neg_mul]

theorem log_le_sub_one_of_pos (hx : 0 < x) : log x ≤ x - 1 := by
  rw [log_of_pos hx]
  exact le_trans (logPos_le_approx hx 0) (approx_le hx 0)
theorem one_sub_inv_le_log_of_pos (hx : 0 < x) : 1 - x⁻¹ ≤ log x := by
  rw [log_of_pos hx]
  exact (logPos_isGLB hx).2 fun _ ⟨n, e⟩ => e ▸ le_approx hx n
theorem log_pos (hx : 1 < x) : 0 < log x := by
  have h0 := lt_trans zero_lt_one hx
  refine lt_of_lt_of_le (sub_pos.2 ?_) (one_sub_inv_le_log_of_pos h0)
  have := (inv_lt_inv₀ h0 zero_lt_one).2 hx
  rw [inv_one] at this; exact this
theorem log_lt_log (hx : 0 < x) (h : x < y) : log x < log y := by
  have hy := lt_trans hx h
  have := log_pos ((one_lt_div hx).2 h)
  rw [log_div (ne_of_gt hy) (ne_of_gt hx)] at this
  exact sub_pos.1 this
theorem log_le_log (hx : 0 < x) (hxy : x ≤ y) : log x ≤ log y := by
  rcases eq_or_lt_of_le hxy with rfl | h
  · exact le_refl _
  · exact (log_lt_log hx h).le
theorem log_le_log_iff (h : 0 < x) (h₁ : 0 < y) : log x ≤ log y ↔ x ≤ y :=
  ⟨fun h' => not_lt.1 fun h'' => not_le_of_gt (log_lt_log h₁ h'') h', log_le_log h⟩
theorem log_lt_log_iff (hx : 0 < x) (hy : 0 < y) : log x < log y ↔ x < y := by
  rw [← not_le, log_le_log_iff hy hx, not_le]
theorem log_injOn_pos : Set.InjOn log (Set.Ioi 0) := fun _ hx _ hy h =>
  le_antisymm ((log_le_log_iff hx hy).1 h.le) ((log_le_log_iff hy hx).1 h.ge)
theorem log_pos_iff (hx : 0 ≤ x) : 0 < log x ↔ 1 < x := by
  rcases eq_or_lt_of_le hx with rfl | hx
  · rw [log_zero]
    exact ⟨fun h => absurd h (lt_irrefl _), fun h => absurd (lt_trans zero_lt_one h) (lt_irrefl _)⟩
  · rw [← log_one, log_lt_log_iff zero_lt_one hx]
theorem log_nonneg (hx : 1 ≤ x) : 0 ≤ log x := by
  have := log_le_log zero_lt_one hx; rw [log_one] at this; exact this
theorem log_neg_iff (h : 0 < x) : log x < 0 ↔ x < 1 := by rw [← log_one, log_lt_log_iff h zero_lt_one]
theorem log_neg (h0 : 0 < x) (h1 : x < 1) : log x < 0 := (log_neg_iff h0).2 h1
theorem log_nonneg_iff (hx : 0 < x) : 0 ≤ log x ↔ 1 ≤ x := by rw [← not_lt, log_neg_iff hx, not_lt]
theorem log_nonpos_iff (hx : 0 ≤ x) : log x ≤ 0 ↔ x ≤ 1 := by rw [← not_lt, log_pos_iff hx, not_lt]
theorem log_eq_zero : log x = 0 ↔ x = 0 ∨ x = 1 ∨ x = -1 := by
  constructor
  · intro h
    refine Classical.byCases .inl fun h0 => .inr ?_
    have h' : log |x| = log 1 := by rw [log_abs, h, log_one]
    have := log_injOn_pos (abs_pos.2 h0) (Set.mem_Ioi.2 zero_lt_one) h'
    rcases abs_choice x with e | e
    · exact .inl (e ▸ this)
    · exact .inr (by rw [← neg_neg x, ← e, this])
  · rintro (rfl | rfl | rfl)
    · exact log_zero
    · exact log_one
    · rw [log_neg_eq_log, log_one]
theorem log_ne_zero_of_pos_of_ne_one (h0 : 0 < x) (h1 : x ≠ 1) : log x ≠ 0 := fun h => by
  rcases log_eq_zero.1 h with e | e | e
  · exact ne_of_gt h0 e
  · exact h1 e
  · rw [e] at h0; exact not_lt_of_ge (neg_nonpos.2 zero_le_one) h0

/-- Every real number is the logarithm of a positive one. -/
private theorem exists_log_eq (y : ℝ) : ∃ x : ℝ, 0 < x ∧ log x = y := by
  have two : 0 < log 2 := log_pos one_lt_two
  obtain ⟨m, hm⟩ := exists_nat_gt (y / log 2)
  obtain ⟨k, hk⟩ := exists_nat_gt (-y / log 2)
  rw [div_lt_iff₀ two] at hm hk
  have bdd : BddAbove {t : ℝ | 0 < t ∧ log t ≤ y} := ⟨2 ^ m, fun t ⟨h₀, h₁⟩ => by
    rw [← log_le_log_iff h₀ (two_pow_pos m), log_pow]
    exact le_trans h₁ hm.le⟩
  have hk' : (2 ^ k)⁻¹ ∈ {t : ℝ | 0 < t ∧ log t ≤ y} := ⟨inv_pos.2 (two_pow_pos k), by
    rw [log_inv, log_pow]; exact (neg_lt.1 hk).le⟩
  have lub := isLUB_sSup ⟨_, hk'⟩ bdd
  generalize sSup {t : ℝ | 0 < t ∧ log t ≤ y} = s at lub
  have hs : 0 < s := lt_of_lt_of_le hk'.1 (lub.1 hk')
  refine ⟨s, hs, le_antisymm (not_lt.1 fun h => ?_) (not_lt.1 fun h => ?_)⟩
  · have hd : 0 < 1 + (log s - y) := add_pos zero_lt_one (sub_pos.2 h)
    have hlt : s / (1 + (log s - y)) < s := by
      rw [div_lt_iff₀ hd]
      exact lt_of_sub (mul_pos hs (sub_pos.2 h)) (by ring)
    refine not_le_of_gt hlt (lub.2 fun t ⟨h₀, h₁⟩ => not_lt.1 fun ht => ?_)
    have h₂ := one_sub_inv_le_log_of_pos (div_pos h₀ hs)
    rw [inv_div, log_div (ne_of_gt h₀) (ne_of_gt hs)] at h₂
    have h₃ : s / t < 1 + (log s - y) := by
      rw [div_lt_iff₀ hd] at ht
      rw [div_lt_iff₀ h₀, mul_comm]; exact ht
    exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg (add_pos_of_pos_of_nonneg (sub_pos.2 h₃)
      (sub_nonneg.2 h₂)) (sub_nonneg.2 h₁)) (by ring))
  · have hd : 0 < 1 + (y - log s) := add_pos zero_lt_one (sub_pos.2 h)
    have hm : s * (1 + (y - log s)) ∈ {t : ℝ | 0 < t ∧ log t ≤ y} := ⟨mul_pos hs hd, by
      rw [log_mul (ne_of_gt hs) (ne_of_gt hd)]
      exact le_of_sub (sub_nonneg.2 (log_le_sub_one_of_pos hd)) (by ring)⟩
    exact not_lt_of_ge (lub.1 hm) (lt_of_sub (mul_pos hs (sub_pos.2 h)) (by ring))

/-- The exponential function: the inverse of `Real.log` on the positive numbers. -/
@[irreducible, pp_nodot] def exp (x : ℝ) : ℝ := Classical.choose (exists_log_eq x)

@[simp] theorem exp_pos (x : ℝ) : 0 < exp x := by
  unfold exp; exact (Classical.choose_spec (exists_log_eq x)).1
@[simp] theorem log_exp (x : ℝ) : log (exp x) = x := by
  unfold exp; exact (Classical.choose_spec (exists_log_eq x)).2
theorem exp_log (hx : 0 < x) : exp (log x) = x := log_injOn_pos (exp_pos _) hx (log_exp _)
theorem exp_log_eq_abs (hx : x ≠ 0) : exp (log x) = |x| := by
  rw [← log_abs, exp_log (abs_pos.2 hx)]
@[simp] theorem exp_ne_zero (x : ℝ) : exp x ≠ 0 := ne_of_gt (exp_pos x)
theorem exp_nonneg (x : ℝ) : 0 ≤ exp x := (exp_pos x).le
theorem exp_add (x y : ℝ) : exp (x + y) = exp x * exp y :=
  log_injOn_pos (exp_pos _) (mul_pos (exp_pos x) (exp_pos y)) (by
    rw [log_exp, log_mul (exp_ne_zero x) (exp_ne_zero y), log_exp, log_exp])
@[simp] theorem exp_zero : exp 0 = 1 := by rw [← log_one, exp_log zero_lt_one]
theorem exp_neg (x : ℝ) : exp (-x) = (exp x)⁻¹ :=
  log_injOn_pos (exp_pos _) (inv_pos.2 (exp_pos x)) (by rw [log_exp, log_inv, log_exp])
theorem exp_sub (x y : ℝ) : exp (x - y) = exp x / exp y := by
  rw [sub_eq_add_neg, exp_add, exp_neg, ← div_eq_mul_inv]
theorem exp_nat_mul (x : ℝ) (n : ℕ) : exp (n * x) = exp x ^ n :=
  log_injOn_pos (exp_pos _) (pow_pos (exp_pos x) n) (by rw [log_exp, log_pow, log_exp])
@[simp] theorem exp_lt_exp : exp x < exp y ↔ x < y := by
  rw [← log_lt_log_iff (exp_pos x) (exp_pos y), log_exp, log_exp]
@[simp] theorem exp_le_exp : exp x ≤ exp y ↔ x ≤ y := by
  rw [← log_le_log_iff (exp_pos x) (exp_pos y), log_exp, log_exp]
theorem exp_strictMono : StrictMono exp := fun _ _ h => exp_lt_exp.2 h
theorem exp_monotone : Monotone exp := fun _ _ h => exp_le_exp.2 h
theorem exp_injective : Function.Injective exp := fun x y h => by rw [← log_exp x, h, log_exp]
@[simp] theorem exp_eq_exp : exp x = exp y ↔ x = y := exp_injective.eq_iff
@[simp] theorem exp_eq_one_iff (x : ℝ) : exp x = 1 ↔ x = 0 := by rw [← exp_zero, exp_eq_exp]
@[simp] theorem one_lt_exp_iff : 1 < exp x ↔ 0 < x := by rw [← exp_zero, exp_lt_exp]
@[simp] theorem exp_lt_one_iff : exp x < 1 ↔ x < 0 := by rw [← exp_zero, exp_lt_exp]
theorem add_one_le_exp (x : ℝ) : x + 1 ≤ exp x := by
  have := log_le_sub_one_of_pos (exp_pos x)
  rw [log_exp] at this
  exact le_of_sub (sub_nonneg.2 this) (by ring)
theorem log_le_iff_le_exp (hx : 0 < x) : log x ≤ y ↔ x ≤ exp y := by
  rw [← exp_le_exp, exp_log hx]
theorem log_lt_iff_lt_exp (hx : 0 < x) : log x < y ↔ x < exp y := by rw [← exp_lt_exp, exp_log hx]
theorem le_log_iff_exp_le (hy : 0 < y) : x ≤ log y ↔ exp x ≤ y := by rw [← exp_le_exp, exp_log hy]
theorem lt_log_iff_exp_lt (hy : 0 < y) : x < log y ↔ exp x < y := by rw [← exp_lt_exp, exp_log hy]
theorem exp_surjOn_pos : ∀ x : ℝ, 0 < x → ∃ y, exp y = x := fun x hx => ⟨log x, exp_log hx⟩

end Real
