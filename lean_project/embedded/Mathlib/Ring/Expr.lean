import Mathlib.Ring.Poly
/-!
# Reflected ring expressions

Expressions of rings and fields as data, their normal forms, and the checks that decide equalities and
closed inequalities, and nothing else.

A normal form is a polynomial over a positive natural denominator. An atom and its inverse are two
letters, so that `x⁻¹` needs no knowledge about `x`; sums are inverted only if they are one monomial.
-/
universe u

namespace Mathlib.Tactic.Ring

/-- An expression over atoms that are numbered. -/
inductive RExpr
  | num (n : Nat)
  | var (i : Nat)
  | add (a b : RExpr)
  | mul (a b : RExpr)
  | sub (a b : RExpr)
  | neg (a : RExpr)
  | pow (a : RExpr) (n : Nat)
  | inv (a : RExpr)
  | div (a b : RExpr)
  | sci (m e : Nat)

/-- A polynomial and its denominator. -/
abbrev Frac := Poly × Nat

/-- `n * p`. -/
def pscale (n : Nat) (p : Poly) : Poly := pterm (.ofNat n) [] p

/-- `p / d + q / e`, over the least common denominator. -/
def faddAux (p : Poly) (d : Nat) (q : Poly) (e : Nat) : Frac :=
  bif Nat.beq d e then (padd p q, d)
  else
    bif Nat.beq (d * (e / Nat.gcd d e)) (e * (d / Nat.gcd d e)) &&
        Nat.ble 1 (d * (e / Nat.gcd d e)) then
      (padd (pscale (e / Nat.gcd d e) p) (pscale (d / Nat.gcd d e) q), d * (e / Nat.gcd d e))
    else (padd (pscale e p) (pscale d q), d * e)

def fadd : Frac → Frac → Frac
  | (p, d), (q, e) => faddAux p d q e

def fneg : Frac → Frac
  | (p, d) => (pterm (.negSucc 0) [] p, d)

def fmul : Frac → Frac → Frac
  | (p, d), (q, e) => (pmul p q, d * e)

def fpow : Frac → Nat → Frac
  | (p, d), n => (ppow p n, d ^ n)

/-- `e :: m`, but no trailing 0. -/
def mcons : Nat → Mon → Mon
  | 0, [] => []
  | e, m => e :: m

/-- Exchanges the letters of the atoms and those of their inverses. -/
def mswap : Mon → Mon
  | [] => []
  | [e] => [0, e]
  | e :: f :: m => f :: mcons e (mswap m)

/-- The inverse of a polynomial with at most one monomial. -/
def finv : Frac → Frac
  | ([(.ofNat (a + 1), m)], d) => ([(.ofNat d, mswap m)], a + 1)
  | ([(.negSucc a, m)], d) => ([(diff 0 d, mswap m)], a + 1)
  | _ => ([], 1)

/-- Whether a polynomial has at most one monomial. -/
def isMono : Poly → Bool
  | [] => true
  | [(c, _)] => !isZero c
  | _ => false

/-- The normal form. It means the expression where `wf` holds. -/
def nf : RExpr → Frac
  | .num 0 => ([], 1)
  | .num (n + 1) => ([(.ofNat (n + 1), [])], 1)
  | .var i => ([(1, mvar (2 * i))], 1)
  | .add a b => fadd (nf a) (nf b)
  | .mul a b => fmul (nf a) (nf b)
  | .sub a b => fadd (nf a) (fneg (nf b))
  | .neg a => fneg (nf a)
  | .pow a n => fpow (nf a) n
  | .inv a => finv (nf a)
  | .div a b => fmul (nf a) (finv (nf b))
  | .sci m e => ([(.ofNat m, [])], 10 ^ e)

/-- Whether only monomials are inverted, and these only in a `field`. -/
def wf (field : Bool) : RExpr → Bool
  | .num _ => true
  | .sci _ _ => field
  | .var _ => true
  | .add a b => wf field a && wf field b
  | .mul a b => wf field a && wf field b
  | .sub a b => wf field a && wf field b
  | .neg a => wf field a
  | .pow a _ => wf field a
  | .inv a => field && (wf field a && isMono (nf a).1)
  | .div a b => field && (wf field a && (wf field b && isMono (nf b).1))

section Values
variable {α : Type u} [CommRing α]

/-- The value of a numeral. -/
def lit : Nat → α
  | 0 => 0
  | 1 => 1
  | n + 2 => OfNat.ofNat (n + 2)

/-- The value of an expression; `iv` is the inverse, `dv` the quotient,
`sc m e` the decimal `m / 10 ^ e`. -/
def RExpr.ev (iv : α → α) (dv : α → α → α) (sc : Nat → Nat → α) (ρ : List α) : RExpr → α
  | num n => lit n
  | var i => look ρ i
  | add a b => a.ev iv dv sc ρ + b.ev iv dv sc ρ
  | mul a b => a.ev iv dv sc ρ * b.ev iv dv sc ρ
  | sub a b => a.ev iv dv sc ρ - b.ev iv dv sc ρ
  | neg a => -a.ev iv dv sc ρ
  | pow a n => a.ev iv dv sc ρ ^ n
  | inv a => iv (a.ev iv dv sc ρ)
  | div a b => dv (a.ev iv dv sc ρ) (b.ev iv dv sc ρ)
  | sci m e => sc m e

/-- What the normal form asks of inverses: what holds in a field of characteristic zero. -/
structure InvOk (iv : α → α) (dv : α → α → α) (sc : Nat → Nat → α) : Prop where
  sci : ∀ m e, sc m e * ((10 ^ e : Nat) : α) = m
  div : ∀ a b, dv a b = a * iv b
  zero : iv 0 = 0
  one : iv 1 = 1
  mul : ∀ a b, iv (a * b) = iv a * iv b
  inv : ∀ a, iv (iv a) = a
  neg : ∀ a, iv (-a) = -iv a
  nat : ∀ n : Nat, ((n + 1 : Nat) : α) * iv ((n + 1 : Nat) : α) = 1

/-- The values of the letters: every atom, followed by its inverse. -/
def letters (iv : α → α) : List α → List α
  | [] => []
  | x :: ρ => x :: iv x :: letters iv ρ

theorem look_letters (iv : α → α) : ∀ (ρ : List α) (i : Nat), look (letters iv ρ) (2 * i) = look ρ i
  | [], i => by cases i <;> rfl
  | _ :: _, 0 => rfl
  | _ :: ρ, i + 1 => look_letters iv ρ i

theorem InvOk.pow {iv : α → α} {dv : α → α → α} {sc : Nat → Nat → α}
    (H : InvOk iv dv sc) (a : α) :
    ∀ n : Nat, iv (a ^ n) = iv a ^ n
  | 0 => by rw [pow_zero, pow_zero, H.one]
  | n + 1 => by rw [pow_succ, pow_succ, H.mul, H.pow a n]

theorem mval_mcons (ρ : List α) : ∀ (e : Nat) (m : Mon), mval ρ (mcons e m) = mval ρ (e :: m)
  | 0, [] => by
    show mval ρ [] = _
    cases ρ with
    | nil => show _ = (0 : α) ^ 0 * mval [] []; rw [pow_zero, one_mul]
    | cons x ρ => show _ = x ^ 0 * mval ρ []; rw [pow_zero, one_mul, mval_nil, mval_nil]
  | _ + 1, [] => rfl
  | 0, _ :: _ => rfl
  | _ + 1, _ :: _ => rfl

theorem mval_mswap {iv : α → α} {dv : α → α → α} {sc : Nat → Nat → α}
    (H : InvOk iv dv sc) : ∀ (ρ : List α) (m : Mon),
    mval (letters iv ρ) (mswap m) = iv (mval (letters iv ρ) m)
  | ρ, [] => by show mval _ [] = iv (mval _ []); rw [mval_nil, H.one]
  | [], [e] => by
    show 0 ^ 0 * (0 ^ e * mval [] []) = iv (0 ^ e * mval [] [])
    rw [mval_nil, mul_one, pow_zero, one_mul, H.pow, H.zero]
  | x :: ρ, [e] => by
    show x ^ 0 * (iv x ^ e * mval _ []) = iv (x ^ e * mval _ [])
    rw [mval_nil, mval_nil, mul_one, mul_one, pow_zero, one_mul, H.pow]
  | [], e :: f :: m => by
    show 0 ^ f * mval [] (mcons e (mswap m)) = iv (0 ^ e * (0 ^ f * mval [] m))
    rw [mval_mcons, H.mul, H.mul, H.pow, H.pow, H.zero,
      show iv (mval [] m) = mval [] (mswap m) from (mval_mswap H [] m).symm, mul_left_comm]; rfl
  | x :: ρ, e :: f :: m => by
    show x ^ f * mval (iv x :: letters iv ρ) (mcons e (mswap m)) =
      iv (x ^ e * (iv x ^ f * mval (letters iv ρ) m))
    rw [mval_mcons, H.mul, H.mul, H.pow, H.pow, H.inv, ← mval_mswap H ρ m, mul_left_comm]; rfl

/-- `x` has the normal form `f`, over the values `ρ` of letters. -/
structure Means (ρ : List α) (x : α) (f : Frac) : Prop where
  pos : 1 ≤ f.2
  eq : x * (f.2 : α) = pval ρ f.1

theorem pval_pscale (ρ : List α) (n : Nat) (p : Poly) : pval ρ (pscale n p) = n * pval ρ p := by
  unfold pscale
  rw [pval_pterm, mval_nil, mul_one]
  exact congrArg (· * _) (Int.cast_natCast n)

theorem Means.scale {ρ : List α} {x : α} {p : Poly} {d : Nat} (h : Means ρ x (p, d)) {n : Nat}
    (hn : 1 ≤ d * n) : Means ρ x (pscale n p, d * n) :=
  ⟨hn, by
    show x * ((d * n : Nat) : α) = pval ρ (pscale n p)
    rw [pval_pscale, Nat.cast_mul, ← mul_assoc, h.eq, mul_comm]⟩

theorem Means.add_same {ρ : List α} {x y : α} {p q : Poly} {d : Nat} (hx : Means ρ x (p, d))
    (hy : Means ρ y (q, d)) : Means ρ (x + y) (padd p q, d) :=
  ⟨hx.pos, by rw [pval_padd, add_mul]; exact congr (congrArg _ hx.eq) hy.eq⟩

theorem Means.add {ρ : List α} {x y : α} : ∀ {f g : Frac}, Means ρ x f → Means ρ y g →
    Means ρ (x + y) (fadd f g)
  | (p, d), (q, e), hx, hy => by
    show Means ρ (x + y) (faddAux p d q e)
    unfold faddAux
    cases h : Nat.beq d e with
    | true => exact hx.add_same (Nat.eq_of_beq_eq_true h ▸ hy)
    | false =>
      cases h' : Nat.beq (d * (e / Nat.gcd d e)) (e * (d / Nat.gcd d e)) &&
          Nat.ble 1 (d * (e / Nat.gcd d e)) with
      | true =>
        rw [Bool.and_eq_true] at h'
        have hd := Nat.le_of_ble_eq_true h'.2
        have he := Nat.eq_of_beq_eq_true h'.1
        exact (hx.scale hd).add_same (he ▸ hy.scale (he ▸ hd))
      | false =>
        have hde : 1 ≤ d * e := Nat.mul_pos hx.pos hy.pos
        exact (hx.scale hde).add_same (Nat.mul_comm e d ▸ hy.scale (Nat.mul_comm d e ▸ hde))

theorem Means.neg {ρ : List α} {x : α} : ∀ {f : Frac}, Means ρ x f → Means ρ (-x) (fneg f)
  | (p, d), h => ⟨h.pos, by
    show -x * (d : α) = pval ρ (pterm (.negSucc 0) [] p)
    rw [pval_pterm, mval_nil, mul_one, neg_mul]
    show -(x * (d : α)) = ((-1 : Int) : α) * _
    rw [h.eq, Int.cast_neg, Int.cast_one, neg_mul, one_mul]⟩

theorem Means.mul {ρ : List α} {x y : α} : ∀ {f g : Frac}, Means ρ x f → Means ρ y g →
    Means ρ (x * y) (fmul f g)
  | (p, d), (q, e), hx, hy => ⟨Nat.mul_pos hx.pos hy.pos, by
    show x * y * ((d * e : Nat) : α) = pval ρ (pmul p q)
    rw [pval_pmul, Nat.cast_mul, mul_mul_mul_comm, hx.eq, hy.eq]⟩

theorem Means.pow {ρ : List α} {x : α} (n : Nat) : ∀ {f : Frac}, Means ρ x f →
    Means ρ (x ^ n) (fpow f n)
  | (p, d), h => ⟨Nat.pow_pos h.pos, by
    show x ^ n * ((d ^ n : Nat) : α) = pval ρ (ppow p n)
    rw [pval_ppow, Nat.cast_pow, ← mul_pow, h.eq]⟩

theorem Means.inv {iv : α → α} {dv : α → α → α} {sc : Nat → Nat → α}
    (H : InvOk iv dv sc) {ρ : List α} {x : α} :
    ∀ {f : Frac}, Means (letters iv ρ) x f → isMono f.1 = true → Means (letters iv ρ) (iv x) (finv f)
  | ([], d), h, _ => by
    obtain ⟨k, hk⟩ := Nat.exists_eq_succ_of_ne_zero (Nat.ne_of_gt h.pos)
    have e := h.eq
    have e' := H.nat k
    refine ⟨Nat.le_refl 1, ?_⟩
    show iv x * ((1 : Nat) : α) = 0
    have : x = 0 := by
      rw [← mul_one x, ← e', ← mul_assoc, ← Nat.succ_eq_add_one, ← hk]
      exact (congrArg (· * _) e).trans (zero_mul _)
    rw [this, H.zero, zero_mul]
  | ([(.ofNat 0, _)], d), _, hm => nomatch hm
  | ([(.ofNat (a + 1), m)], d), h, _ => by
    have e : x * (d : α) = ((a + 1 : Nat) : α) * mval (letters iv ρ) m := by
      have := h.eq
      rw [show pval (letters iv ρ) [(Int.ofNat (a + 1), m)] = ((Int.ofNat (a + 1) : Int) : α) * mval (letters iv ρ) m + 0 from rfl, add_zero] at this
      exact this.trans (congrArg (· * _) (Int.cast_natCast (a + 1)))
    refine ⟨Nat.le_add_left 1 a, ?_⟩
    show iv x * ((a + 1 : Nat) : α) = ((Int.ofNat d : Int) : α) * mval _ (mswap m) + 0
    rw [add_zero, mval_mswap H]
    exact inv_eq H h.pos e
  | ([(.negSucc a, m)], d), h, _ => by
    have e : x * (d : α) = ((a + 1 : Nat) : α) * -mval (letters iv ρ) m := by
      have := h.eq
      rw [show pval (letters iv ρ) [(Int.negSucc a, m)] =
        ((Int.negSucc a : Int) : α) * mval (letters iv ρ) m + 0 from rfl, add_zero,
        Int.cast_negSucc, neg_mul, ← mul_neg] at this
      exact this
    refine ⟨Nat.le_add_left 1 a, ?_⟩
    show iv x * ((a + 1 : Nat) : α) = ((diff 0 d : Int) : α) * mval _ (mswap m) + 0
    rw [add_zero, mval_mswap H, inv_eq H h.pos e, H.neg, diff_eq, Int.natCast_zero, Int.zero_sub, Int.cast_neg, mul_neg, neg_mul]
    rfl
  | (_ :: _ :: _, d), _, hm => nomatch hm
where
  inv_eq {iv : α → α} {dv : α → α → α} {sc : Nat → Nat → α}
    (H : InvOk iv dv sc) {x y : α} {d a : Nat} (hd : 1 ≤ d)
      (e : x * (d : α) = ((a + 1 : Nat) : α) * y) :
      iv x * ((a + 1 : Nat) : α) = ((Int.ofNat d : Int) : α) * iv y := by
    obtain ⟨k, rfl⟩ := Nat.exists_eq_succ_of_ne_zero (show d ≠ 0 by omega)
    have h1 := congrArg iv e
    rw [H.mul, H.mul] at h1
    have h2 := H.nat k
    have h3 := H.nat a
    rw [show ((Int.ofNat (k + 1) : Int) : α) = ((k + 1 : Nat) : α) from Int.cast_natCast (k + 1)]
    rw [mul_comm] at h2 h3
    calc iv x * ((a + 1 : Nat) : α)
        = iv x * (iv ((k + 1 : Nat) : α) * ((k + 1 : Nat) : α)) * ((a + 1 : Nat) : α) := by
          rw [h2, mul_one]
      _ = iv x * iv ((k + 1 : Nat) : α) * (((k + 1 : Nat) : α) * ((a + 1 : Nat) : α)) := by ac_rfl
      _ = iv ((a + 1 : Nat) : α) * iv y * (((k + 1 : Nat) : α) * ((a + 1 : Nat) : α)) :=
          congrArg (· * _) h1
      _ = iv ((a + 1 : Nat) : α) * ((a + 1 : Nat) : α) * (((k + 1 : Nat) : α) * iv y) := by ac_rfl
      _ = _ := by rw [h3, one_mul]

theorem Means.unit (ρ : List α) (x : α) (p : Poly) (h : x = pval ρ p) : Means ρ x (p, 1) :=
  ⟨Nat.le_refl 1, by rw [Nat.cast_one, mul_one]; exact h⟩

theorem lit_eq : ∀ n : Nat, (lit n : α) = n
  | 0 => Nat.cast_zero.symm
  | 1 => Nat.cast_one.symm
  | _ + 2 => rfl

/-- The normal form means the expression. -/
theorem nf_means {iv : α → α} {dv : α → α → α} {sc : Nat → Nat → α} {field : Bool}
    (H : field = true → InvOk iv dv sc)
    (ρ : List α) (e : RExpr) : wf field e = true → Means (letters iv ρ) (e.ev iv dv sc ρ) (nf e) := by
  have both : ∀ {a b : Bool}, (a && b) = true → a = true ∧ b = true := fun h => by
    rw [Bool.and_eq_true] at h; exact h
  induction e with
  | num n =>
    intro _
    cases n with
    | zero => exact .unit _ _ _ rfl
    | succ n =>
      refine .unit _ _ _ ?_
      rw [pval_const]
      exact (lit_eq (n + 1)).trans (Int.cast_natCast (n + 1)).symm
  | var i =>
    intro _
    refine .unit _ _ _ ?_
    show look ρ i = ((1 : Int) : α) * mval _ (mvar (2 * i)) + 0
    rw [mval_mvar, look_letters, Int.cast_one, one_mul, add_zero]
  | sci m e =>
    intro h
    refine ⟨Nat.pow_pos (by decide), ?_⟩
    show sc m e * ((10 ^ e : Nat) : α) = pval _ [(Int.ofNat m, [])]
    rw [pval_const, (H h).sci]
    exact (Int.cast_natCast m).symm
  | add a b ha hb => exact fun h => (ha (both h).1).add (hb (both h).2)
  | mul a b ha hb => exact fun h => (ha (both h).1).mul (hb (both h).2)
  | sub a b ha hb =>
    intro h
    show Means _ (a.ev iv dv sc ρ - b.ev iv dv sc ρ) _
    rw [sub_eq_add_neg]
    exact (ha (both h).1).add (hb (both h).2).neg
  | neg a ha => exact fun h => (ha h).neg
  | pow a n ha => exact fun h => (ha h).pow n
  | inv a ha =>
    exact fun h => .inv (H (both h).1) (ha (both (both h).2).1) (both (both h).2).2
  | div a b ha hb =>
    intro h
    show Means _ (dv (a.ev iv dv sc ρ) (b.ev iv dv sc ρ)) _
    rw [(H (both h).1).div]
    have h' := both (both (both h).2).2
    exact (ha (both (both h).2).1).mul (.inv (H (both h).1) (hb h'.1) h'.2)

/-- Whether the difference of two expressions has the normal form 0. -/
def checkEq (field : Bool) (a b : RExpr) : Bool :=
  wf field (.sub a b) && (isNil (nf (.sub a b)).1 && (field || Nat.beq (nf (.sub a b)).2 1))

theorem checkEq_ok {iv : α → α} {dv : α → α → α} {sc : Nat → Nat → α} {field : Bool}
    (H : field = true → InvOk iv dv sc)
    (ρ : List α) (a b : RExpr) (h : checkEq field a b = true) : a.ev iv dv sc ρ = b.ev iv dv sc ρ := by
  unfold checkEq at h
  rw [Bool.and_eq_true, Bool.and_eq_true] at h
  have hm := nf_means H ρ (.sub a b) h.1
  have e := hm.eq.trans (pval_eq_zero _ h.2.1)
  apply sub_eq_zero.1
  change (a.ev iv dv sc ρ - b.ev iv dv sc ρ) * _ = 0 at e
  cases field with
  | false =>
    rw [Nat.eq_of_beq_eq_true (show Nat.beq (nf (.sub a b)).2 1 = true from h.2.2), Nat.cast_one,
      mul_one] at e
    exact e
  | true =>
    obtain ⟨k, hk⟩ := Nat.exists_eq_succ_of_ne_zero (Nat.ne_of_gt hm.pos)
    rw [← mul_one (a.ev iv dv sc ρ - _), ← (H rfl).nat k, ← mul_assoc, ← Nat.succ_eq_add_one, ← hk, e,
      zero_mul]

/-- Whether `a - b` is a constant that is smaller than 0, or is 0 and `eq` allows it. -/
def checkNeg (field eq : Bool) (e : RExpr) : Bool :=
  wf field e && match nf e with
    | ([], _) => eq
    | ([(.negSucc _, [])], _) => true
    | _ => false

end Values
end Mathlib.Tactic.Ring
