import Mathlib.Fintype
import Mathlib.Cast
/-!
# Integers modulo n

`ZMod n` as in Mathlib: ℤ for `n = 0`, `Fin n` otherwise; a commutative ring with an inverse that
is a true inverse on units; and nothing else.
-/
universe u

namespace Nat
/-- Extended Euclid: invariant `r = s * x + t * y` and `r' = s' * x + t' * y`. -/
def xgcdAux : ℕ → ℕ → ℤ → ℤ → ℕ → ℤ → ℤ → ℕ × ℤ × ℤ
  | 0, _, _, _, r', s', t' => (r', s', t')
  | fuel + 1, r, s, t, r', s', t' =>
    if r = 0 then (r', s', t')
    else xgcdAux fuel (r' % r) (s' - (r' / r : ℕ) * s) (t' - (r' / r : ℕ) * t) r s t
/-- The coefficients `(a, b)` with `gcd x y = x * a + y * b`. -/
def xgcd (x y : ℕ) : ℤ × ℤ := (xgcdAux (x + 1) x 1 0 y 0 1).2
/-- The coefficient of `x` in `xgcd x y`. -/
def gcdA (x y : ℕ) : ℤ := (xgcd x y).1
/-- The coefficient of `y` in `xgcd x y`. -/
def gcdB (x y : ℕ) : ℤ := (xgcd x y).2

private theorem xgcdAux_spec (x y : ℤ) : ∀ (fuel r : ℕ) (s t : ℤ) (r' : ℕ) (s' t' : ℤ), r < fuel →
    (r : ℤ) = x * s + y * t → (r' : ℤ) = x * s' + y * t' →
    (gcd r r' : ℤ) = x * (xgcdAux fuel r s t r' s' t').2.1 + y * (xgcdAux fuel r s t r' s' t').2.2
  | 0, r, _, _, _, _, _, h, _, _ => absurd h (Nat.not_lt_zero r)
  | fuel + 1, r, s, t, r', s', t', h, h₁, h₂ => by
    rw [xgcdAux]
    split
    · subst r; rw [gcd_zero_left]; exact h₂
    · rename_i hr
      have hlt := Nat.mod_lt r' (Nat.pos_of_ne_zero hr)
      rw [gcd_rec]
      refine xgcdAux_spec x y fuel (r' % r) _ _ r s t (by omega) ?_ h₁
      have e := congrArg (Nat.cast (R := ℤ)) (Nat.div_add_mod r' r)
      rw [Int.natCast_add, Int.natCast_mul] at e
      rw [show ((r' % r : ℕ) : ℤ) = r' - r * (r' / r : ℕ) by omega, h₂, h₁, Int.mul_sub, Int.mul_sub,
        Int.add_mul, Int.mul_assoc, Int.mul_assoc, Int.mul_comm s, Int.mul_comm t]
      omega

/-- Bézout: `gcdA` and `gcdB` are coefficients of the greatest common divisor. -/
theorem gcd_eq_gcd_ab (x y : ℕ) : (gcd x y : ℤ) = x * gcdA x y + y * gcdB x y :=
  xgcdAux_spec x y (x + 1) x 1 0 y 0 1 (Nat.lt_succ_self x) (by omega) (by omega)
end Nat

/-- The integers modulo `n`; the integers themselves for `n = 0`. -/
def ZMod : ℕ → Type
  | 0 => ℤ
  | n + 1 => Fin (n + 1)

namespace ZMod

/-- The residue of `k` modulo `n + 1`. -/
private def res (n k : ℕ) : Fin (n + 1) := ⟨k % (n + 1), Nat.mod_lt k (Nat.succ_pos n)⟩
private theorem res_val {n : ℕ} (a : Fin (n + 1)) : res n a.val = a :=
  Fin.eq_of_val_eq (Nat.mod_eq_of_lt a.2)
private theorem res_eq {n a b : ℕ} : a % (n + 1) = b % (n + 1) → res n a = res n b :=
  fun h => Fin.eq_of_val_eq h
private theorem res_add {n a b : ℕ} : res n ((res n a).val + b) = res n (a + b) :=
  res_eq (by show (a % (n + 1) + b) % _ = _; rw [Nat.add_mod, Nat.mod_mod, ← Nat.add_mod])
private theorem res_add' {n a b : ℕ} : res n (a + (res n b).val) = res n (a + b) := by
  rw [Nat.add_comm a, res_add, Nat.add_comm b]
private theorem res_mul {n a b : ℕ} : res n ((res n a).val * b) = res n (a * b) :=
  res_eq (by show (a % (n + 1) * b) % _ = _; rw [Nat.mul_mod, Nat.mod_mod, ← Nat.mul_mod])
private theorem res_mul' {n a b : ℕ} : res n (a * (res n b).val) = res n (a * b) := by
  rw [Nat.mul_comm a, res_mul, Nat.mul_comm b]

/-- Powers by repeated multiplication. -/
private def finPow {n : ℕ} (a : Fin (n + 1)) (k : ℕ) : Fin (n + 1) := res n (a.val ^ k)

@[instance_reducible] private def finRing (n : ℕ) : CommRing (Fin (n + 1)) where
  add a b := res n (a.val + b.val)
  zero := res n 0
  add_assoc a b c := by
    show res n ((res n _).val + _) = res n (_ + (res n _).val)
    rw [res_add, res_add', Nat.add_assoc]
  zero_add a := by
    show res n ((res n 0).val + a.val) = a
    rw [res_add, Nat.zero_add a.val, res_val]
  add_zero a := by
    show res n (a.val + (res n 0).val) = a
    rw [res_add', Nat.add_zero a.val, res_val]
  add_comm a b := congrArg (res n) (Nat.add_comm _ _)
  neg a := res n (n + 1 - a.val)
  sub a b := res n (a.val + (n + 1 - b.val))
  sub_eq_add_neg a b := by
    show res n _ = res n (_ + (res n _).val)
    rw [res_add']
  neg_add_cancel a := by
    show res n ((res n _).val + a.val) = res n 0
    rw [res_add, Nat.sub_add_cancel (Nat.le_of_lt a.2)]
    exact res_eq (by rw [Nat.mod_self, Nat.zero_mod])
  mul a b := res n (a.val * b.val)
  one := res n 1
  pow a k := finPow a k
  mul_assoc a b c := by
    show res n ((res n _).val * _) = res n (_ * (res n _).val)
    rw [res_mul, res_mul', Nat.mul_assoc]
  one_mul a := by
    show res n ((res n 1).val * a.val) = a
    rw [res_mul, Nat.one_mul a.val, res_val]
  mul_one a := by
    show res n (a.val * (res n 1).val) = a
    rw [res_mul', Nat.mul_one a.val, res_val]
  pow_zero a := rfl
  pow_succ a k := by
    show res n (a.val ^ k * a.val) = res n ((res n (a.val ^ k)).val * a.val)
    rw [res_mul]
  natCast k := res n k
  natCast_zero := rfl
  natCast_succ k := by
    show res n (k + 1) = res n ((res n k).val + (res n 1).val)
    rw [res_add, res_add']
  left_distrib a b c := by
    show res n (_ * (res n _).val) = res n ((res n _).val + (res n _).val)
    rw [res_mul', res_add, res_add', Nat.mul_add]
  right_distrib a b c := by
    show res n ((res n _).val * _) = res n ((res n _).val + (res n _).val)
    rw [res_mul, res_add, res_add', Nat.add_mul]
  zero_mul a := by
    show res n ((res n 0).val * a.val) = res n 0
    rw [res_mul, Nat.zero_mul]
  mul_zero a := by
    show res n (a.val * (res n 0).val) = res n 0
    rw [res_mul', Nat.mul_zero]
  mul_comm a b := congrArg (res n) (Nat.mul_comm _ _)
  intCast k := match k with
    | .ofNat k => res n k
    | .negSucc k => res n (n + 1 - (res n (k + 1)).val)
  intCast_ofNat _ := rfl
  intCast_negSucc _ := rfl

instance commRing : ∀ n : ℕ, CommRing (ZMod n)
  | 0 => Int.instCommRing
  | n + 1 => finRing n

instance decEq : ∀ n : ℕ, DecidableEq (ZMod n)
  | 0 => inferInstanceAs (DecidableEq ℤ)
  | n + 1 => inferInstanceAs (DecidableEq (Fin (n + 1)))

instance fintype : ∀ (n : ℕ) [NeZero n], Fintype (ZMod n)
  | 0, h => absurd rfl h.out
  | n + 1, _ => Fin.fintype (n + 1)

/-- The representative below `n`; the absolute value for `n = 0`. -/
def val : ∀ {n : ℕ}, ZMod n → ℕ
  | 0 => Int.natAbs
  | _ + 1 => Fin.val

/-- `a⁻¹ = gcdA a n`: a true inverse if `a` and `n` are coprime; the sign for `n = 0`. -/
def inv : ∀ n : ℕ, ZMod n → ZMod n
  | 0, i => Int.sign i
  | n + 1, i => ((Nat.gcdA (val (n := n + 1) i) (n + 1) : ℤ) : ZMod (n + 1))
instance (n : ℕ) : Inv (ZMod n) := ⟨inv n⟩

theorem natCast_self_eq_zero (n : ℕ) : ((n : ℕ) : ZMod n) = 0 := by
  cases n with
  | zero => rfl
  | succ n => exact res_eq (by rw [Nat.mod_self, Nat.zero_mod])
theorem natCast_eq_natCast_iff' (a b n : ℕ) : (a : ZMod n) = (b : ZMod n) ↔ a % n = b % n := by
  cases n with
  | zero => exact Int.natCast_inj.trans (by rw [Nat.mod_zero, Nat.mod_zero])
  | succ n => exact ⟨fun h => congrArg Fin.val h, res_eq⟩

theorem natCast_eq_zero_iff (a n : ℕ) : (a : ZMod n) = 0 ↔ n ∣ a := by
  rw [← Nat.cast_zero (R := ZMod n), natCast_eq_natCast_iff', Nat.zero_mod, Nat.dvd_iff_mod_eq_zero]
theorem natCast_zmod_val : ∀ {n : ℕ} [NeZero n] (a : ZMod n), ((a.val : ℕ) : ZMod n) = a
  | 0, h, _ => absurd rfl h.out
  | _ + 1, _, a => res_val a

/-- `x⁻¹` is an inverse of every `x` that is coprime to the modulus. -/
theorem coe_mul_inv_eq_one {n : ℕ} (x : ℕ) (h : Nat.Coprime x n) :
    ((x : ZMod n) * (x : ZMod n)⁻¹) = 1 := by
  cases n with
  | zero =>
    have : x = 1 := by unfold Nat.Coprime at h; rw [Nat.gcd_zero_right] at h; exact h
    subst this; rfl
  | succ n =>
    show (x : ZMod (n + 1)) * ((Nat.gcdA (x % (n + 1)) (n + 1) : ℤ) : ZMod (n + 1)) = 1
    have hg : Nat.gcd (x % (n + 1)) (n + 1) = 1 := by rw [← Nat.gcd_rec, Nat.gcd_comm]; exact h
    have e := congrArg (Int.cast (R := ZMod (n + 1))) (Nat.gcd_eq_gcd_ab (x % (n + 1)) (n + 1))
    rw [hg, Int.cast_add, Int.cast_mul, Int.cast_mul, Int.cast_natCast, Int.cast_natCast,
      Int.cast_natCast, natCast_self_eq_zero, zero_mul, add_zero, Nat.cast_one,
      (natCast_eq_natCast_iff' (x % (n + 1)) x (n + 1)).2 (Nat.mod_mod _ _)] at e
    exact e.symm

end ZMod
