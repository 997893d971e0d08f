import Mathlib.RatOrder
import Mathlib.Certify
/-!
# Cauchy sequences of rational numbers

Their sum, product and opposite, and the order "up to every ε" that makes real numbers of them, and
nothing else.
-/
open Mathlib.Certify (lt_of_sub le_of_sub)

/-- A Cauchy sequence of rational numbers. -/
structure RatSeq where
  /-- The terms. -/
  seq : ℕ → ℚ
  cauchy : ∀ ε : ℚ, 0 < ε → ∃ N : ℕ, ∀ m n, N ≤ m → N ≤ n → seq m - seq n < ε

namespace RatSeq

theorem half {ε : ℚ} (h : 0 < ε) : ∃ δ : ℚ, 0 < δ ∧ δ + δ = ε := by
  refine ⟨ε * (1 / 2), mul_pos h (by decide), ?_⟩
  rw [← mul_add, show (1 / 2 + 1 / 2 : ℚ) = 1 by decide, mul_one]
theorem part {ε B : ℚ} (h : 0 < ε) (hB : 0 < B) : ∃ δ : ℚ, 0 < δ ∧ B * δ = ε := by
  refine ⟨B⁻¹ * ε, mul_pos (Rat.inv_pos hB) h, ?_⟩
  rw [← mul_assoc, Rat.mul_inv_cancel B (ne_of_gt hB), one_mul]

/-- `|x| < B` and `|y| < d` give `|x y| < B d`. -/
private theorem mul_bound {x y B d : ℚ} (h₁ : x < B) (h₂ : -x < B) (h₃ : y < d) (h₄ : -y < d) :
    x * y < B * d ∧ -(x * y) < B * d :=
  ⟨Mathlib.Certify.lt (K := 2) (by decide) (add_pos (mul_pos (sub_pos.2 h₁) (sub_pos.2 h₄))
      (mul_pos (sub_pos.2 h₂) (sub_pos.2 h₃))) (by ring),
    Mathlib.Certify.lt (K := 2) (by decide) (add_pos (mul_pos (sub_pos.2 h₁) (sub_pos.2 h₃))
      (mul_pos (sub_pos.2 h₂) (sub_pos.2 h₄))) (by ring)⟩

/-- `P n` for all large `n`. -/
abbrev Eventually (P : ℕ → Prop) : Prop := ∃ N : ℕ, ∀ n, N ≤ n → P n

theorem Eventually.and {P Q : ℕ → Prop} : Eventually P → Eventually Q → Eventually fun n => P n ∧ Q n
  | ⟨N, h⟩, ⟨M, h'⟩ => ⟨N + M, fun n hn => ⟨h n (by omega), h' n (by omega)⟩⟩
theorem Eventually.mono {P Q : ℕ → Prop} (hPQ : ∀ n, P n → Q n) : Eventually P → Eventually Q
  | ⟨N, h⟩ => ⟨N, fun n hn => hPQ n (h n hn)⟩

/-- `a` is at most `b` up to every positive `ε`. -/
def le (a b : RatSeq) : Prop := ∀ ε : ℚ, 0 < ε → Eventually fun n => a.seq n - b.seq n < ε

theorem le_of_eventually {a b : RatSeq} (h : Eventually fun n => a.seq n ≤ b.seq n) : le a b :=
  fun ε hε => h.mono fun n hn =>
    lt_of_sub (add_pos_of_pos_of_nonneg hε (sub_nonneg.2 hn)) (by ring)
theorem le_refl (a : RatSeq) : le a a := le_of_eventually ⟨0, fun _ _ => _root_.le_refl _⟩
theorem le_trans {a b c : RatSeq} (h : le a b) (h' : le b c) : le a c := fun ε hε => by
  obtain ⟨d, hd, rfl⟩ := half hε
  refine ((h d hd).and (h' d hd)).mono fun n ⟨x, y⟩ => ?_
  exact lt_of_sub (add_pos (sub_pos.2 x) (sub_pos.2 y)) (by ring)

/-- If not `a ≤ b`, then `a` exceeds `b` by a fixed amount from some point on. -/
theorem gap {a b : RatSeq} (h : ¬le a b) :
    ∃ δ : ℚ, 0 < δ ∧ Eventually fun n => δ < a.seq n - b.seq n := by
  unfold le at h
  rw [Classical.not_forall] at h
  obtain ⟨ε, h⟩ := h
  rw [Classical.not_imp] at h
  obtain ⟨hε, h⟩ := h
  obtain ⟨d, hd, rfl⟩ := half hε
  obtain ⟨c, hc, rfl⟩ := half hd
  obtain ⟨N, hN⟩ := a.cauchy c hc
  obtain ⟨M, hM⟩ := b.cauchy c hc
  refine ⟨c, hc, N + M, fun n hn => Classical.byContradiction fun h' => h ⟨N + M, fun m hm => ?_⟩⟩
  have x := hN m n (by omega) (by omega)
  have y := hM n m (by omega) (by omega)
  exact lt_of_sub (add_pos_of_pos_of_nonneg (add_pos (sub_pos.2 x) (sub_pos.2 y))
    (add_nonneg (sub_nonneg.2 (not_lt.1 h')) (le_of_lt hc))) (by ring)
theorem le_of_not_le {a b : RatSeq} (h : ¬le a b) : le b a := by
  obtain ⟨d, hd, h⟩ := gap h
  exact le_of_eventually (h.mono fun n hn => sub_nonneg.1 (le_of_lt (lt_trans hd hn)))
theorem bounded (a : RatSeq) : ∃ B : ℚ, 0 < B ∧ Eventually fun n => a.seq n < B ∧ -a.seq n < B := by
  obtain ⟨N, hN⟩ := a.cauchy 1 (by decide)
  refine ⟨a.seq N ^ 2 + 2, add_pos_of_nonneg_of_pos (sq_nonneg _) (by decide), N, fun n hn => ⟨?_, ?_⟩⟩
  · have h := hN n N hn (Nat.le_refl N)
    exact Mathlib.Certify.lt (K := 4) (by decide) (add_pos_of_nonneg_of_pos (add_nonneg
      (sq_nonneg (2 * a.seq N - 1)) (mul_nonneg (show (0 : ℚ) ≤ 4 by decide)
        (le_of_lt (sub_pos.2 h)))) (show (0 : ℚ) < 3 by decide)) (by ring)
  · have h := hN N n (Nat.le_refl N) hn
    exact Mathlib.Certify.lt (K := 4) (by decide) (add_pos_of_nonneg_of_pos (add_nonneg
      (sq_nonneg (2 * a.seq N + 1)) (mul_nonneg (show (0 : ℚ) ≤ 4 by decide)
        (le_of_lt (sub_pos.2 h)))) (show (0 : ℚ) < 3 by decide)) (by ring)

/-- The same real number. -/
def equiv (a b : RatSeq) : Prop := le a b ∧ le b a
theorem equiv.symm {a b : RatSeq} (h : equiv a b) : equiv b a := ⟨h.2, h.1⟩
theorem equiv.trans {a b c : RatSeq} (h : equiv a b) (h' : equiv b c) : equiv a c :=
  ⟨le_trans h.1 h'.1, le_trans h'.2 h.2⟩
theorem equiv_of_eq {a b : RatSeq} (h : ∀ n, a.seq n = b.seq n) : equiv a b :=
  ⟨le_of_eventually ⟨0, fun n _ => le_of_eq (h n)⟩, le_of_eventually ⟨0, fun n _ => le_of_eq (h n).symm⟩⟩

theorem cauchy_abs (a : RatSeq) {ε : ℚ} (hε : 0 < ε) : ∃ N : ℕ, ∀ m n, N ≤ m → N ≤ n →
    a.seq m - a.seq n < ε ∧ -(a.seq m - a.seq n) < ε := by
  obtain ⟨N, hN⟩ := a.cauchy ε hε
  refine ⟨N, fun m n hm hn => ⟨hN m n hm hn, ?_⟩⟩
  have := hN n m hn hm
  rw [show a.seq n - a.seq m = -(a.seq m - a.seq n) by ring] at this; exact this

/-- The constant sequence. -/
def const (q : ℚ) : RatSeq := ⟨fun _ => q, fun ε hε => ⟨0, fun _ _ _ _ => by rw [sub_self]; exact hε⟩⟩
/-- The sum, term by term. -/
def add (a b : RatSeq) : RatSeq := ⟨fun n => a.seq n + b.seq n, fun ε hε => by
  obtain ⟨d, hd, rfl⟩ := half hε
  obtain ⟨N, hN⟩ := a.cauchy d hd
  obtain ⟨M, hM⟩ := b.cauchy d hd
  refine ⟨N + M, fun m n hm hn => ?_⟩
  have x := hN m n (by omega) (by omega)
  have y := hM m n (by omega) (by omega)
  exact lt_of_sub (add_pos (sub_pos.2 x) (sub_pos.2 y)) (by ring)⟩
/-- The opposite, term by term. -/
def neg (a : RatSeq) : RatSeq := ⟨fun n => -a.seq n, fun ε hε => by
  obtain ⟨N, hN⟩ := a.cauchy ε hε
  refine ⟨N, fun m n hm hn => ?_⟩
  exact lt_of_sub (sub_pos.2 (hN n m hn hm)) (by ring)⟩
/-- The product, term by term. -/
def mul (a b : RatSeq) : RatSeq := ⟨fun n => a.seq n * b.seq n, fun ε hε => by
  obtain ⟨d, hd, rfl⟩ := half hε
  obtain ⟨A, hA, NA, ha⟩ := bounded a
  obtain ⟨B, hB, NB, hb⟩ := bounded b
  obtain ⟨u, hu, e₁⟩ := part hd hA
  obtain ⟨v, hv, e₂⟩ := part hd hB
  obtain ⟨N, hN⟩ := cauchy_abs b hu
  obtain ⟨M, hM⟩ := cauchy_abs a hv
  refine ⟨N + M + NA + NB, fun m n hm hn => ?_⟩
  have x := ha m (by omega)
  have y := hb n (by omega)
  have p := hN m n (by omega) (by omega)
  have q := hM m n (by omega) (by omega)
  have h₁ := (mul_bound x.1 x.2 p.1 p.2).1
  have h₂ := (mul_bound y.1 y.2 q.1 q.2).1
  rw [e₁] at h₁; rw [e₂] at h₂
  exact lt_of_sub (add_pos (sub_pos.2 h₁) (sub_pos.2 h₂)) (by ring)⟩

theorem add_mono {a a' : RatSeq} (b : RatSeq) (h : le a a') : le (add a b) (add a' b) :=
  fun ε hε => (h ε hε).mono fun n hn => by
    show a.seq n + b.seq n - (a'.seq n + b.seq n) < ε
    rw [show a.seq n + b.seq n - (a'.seq n + b.seq n) = a.seq n - a'.seq n by ring]; exact hn
theorem neg_mono {a b : RatSeq} (h : le a b) : le (neg b) (neg a) :=
  fun ε hε => (h ε hε).mono fun n hn => by
    show -b.seq n - -a.seq n < ε
    rw [show -b.seq n - -a.seq n = a.seq n - b.seq n by ring]; exact hn
private theorem mul_le {a a' : RatSeq} (b : RatSeq) (h : equiv a a') : le (mul a b) (mul a' b) :=
  fun ε hε => by
    obtain ⟨B, hB, hb⟩ := bounded b
    obtain ⟨u, hu, rfl⟩ := part hε hB
    refine ((hb.and (h.1 u hu)).and (h.2 u hu)).mono fun n ⟨⟨x, y⟩, z⟩ => ?_
    rw [show a'.seq n - a.seq n = -(a.seq n - a'.seq n) by ring] at z
    have := (mul_bound x.1 x.2 y z).1
    show a.seq n * b.seq n - a'.seq n * b.seq n < B * u
    rw [show a.seq n * b.seq n - a'.seq n * b.seq n = b.seq n * (a.seq n - a'.seq n) by ring]
    exact this
theorem add_congr {a a' : RatSeq} (b : RatSeq) (h : equiv a a') : equiv (add a b) (add a' b) :=
  ⟨add_mono b h.1, add_mono b h.2⟩
theorem mul_congr {a a' : RatSeq} (b : RatSeq) (h : equiv a a') : equiv (mul a b) (mul a' b) :=
  ⟨mul_le b h, mul_le b h.symm⟩
theorem add_comm (a b : RatSeq) : equiv (add a b) (add b a) := equiv_of_eq fun _ => _root_.add_comm _ _
theorem mul_comm (a b : RatSeq) : equiv (mul a b) (mul b a) := equiv_of_eq fun _ => _root_.mul_comm _ _

/-- A sequence that is bounded away from 0 has an inverse. -/
theorem exists_inv {a : RatSeq} {δ : ℚ} (hδ : 0 < δ) (h : Eventually fun n => δ < a.seq n) :
    ∃ b : RatSeq, equiv (mul a b) (const 1) := by
  obtain ⟨N, hN⟩ := h
  have pos : ∀ n, N ≤ n → 0 < a.seq n := fun n hn => lt_trans hδ (hN n hn)
  refine ⟨⟨fun n => (a.seq n)⁻¹, fun ε hε => ?_⟩, ?_⟩
  · obtain ⟨M, hM⟩ := a.cauchy (ε * (δ * δ)) (mul_pos hε (mul_pos hδ hδ))
    refine ⟨N + M, fun m n hm hn => ?_⟩
    have x := pos m (by omega)
    have y := pos n (by omega)
    have h₁ := hM n m (by omega) (by omega)
    have h₂ : δ * δ < a.seq m * a.seq n := lt_of_sub (add_pos
      (mul_pos hδ (sub_pos.2 (hN m (by omega)))) (mul_pos x (sub_pos.2 (hN n (by omega))))) (by ring)
    refine Mathlib.Certify.lt (mul_pos x y)
      (add_pos (sub_pos.2 h₁) (mul_pos hε (sub_pos.2 h₂))) ?_
    have e₁ := Rat.mul_inv_cancel _ (ne_of_gt x)
    have e₂ := Rat.mul_inv_cancel _ (ne_of_gt y)
    generalize (a.seq m)⁻¹ = u at *
    generalize (a.seq n)⁻¹ = v at *
    rw [show a.seq m * a.seq n * (ε - (u - v)) = ε * (a.seq m * a.seq n) - (a.seq m * u) * a.seq n +
      (a.seq n * v) * a.seq m by ring, e₁, e₂]; ring
  · have e : ∀ n, N ≤ n → a.seq n * (a.seq n)⁻¹ = 1 := fun n hn =>
      Rat.mul_inv_cancel _ (ne_of_gt (pos n hn))
    exact ⟨le_of_eventually ⟨N, fun n hn => le_of_eq (e n hn)⟩,
      le_of_eventually ⟨N, fun n hn => le_of_eq (e n hn).symm⟩⟩

end RatSeq
