import Mathlib.OrderedField
import Mathlib.Ring.Reify
/-!
# Rational numbers

`ℚ` as numerator and denominator in lowest terms, its arithmetic and the relations `≤` and `<`, which compute
in the kernel, and the proof that it is a field, and nothing else.
-/

/-- A rational number: a numerator and a positive denominator without a common factor. -/
structure Rat where
  mk' ::
  /-- The numerator in lowest terms; it carries the sign. -/
  num : ℤ
  /-- The denominator in lowest terms. -/
  den : ℕ := 1
  den_nz : den ≠ 0 := by decide
  reduced : num.natAbs.Coprime den := by decide

@[inherit_doc] notation "ℚ" => Rat

namespace Rat

protected theorem ext {a b : ℚ} (hn : a.num = b.num) (hd : a.den = b.den) : a = b := by
  cases a; cases b; cases hn; cases hd; rfl
protected theorem ext_iff {a b : ℚ} : a = b ↔ a.num = b.num ∧ a.den = b.den :=
  ⟨fun h => h ▸ ⟨rfl, rfl⟩, fun h => Rat.ext h.1 h.2⟩
instance : DecidableEq ℚ := fun _ _ => decidable_of_iff _ Rat.ext_iff.symm

theorem den_pos (q : ℚ) : 0 < q.den := Nat.pos_of_ne_zero q.den_nz
protected theorem pos (q : ℚ) : 0 < q.den := q.den_pos
protected theorem den_ne_zero (q : ℚ) : q.den ≠ 0 := q.den_nz
private theorem den_pos' (q : ℚ) : (0 : ℤ) < q.den := Int.ofNat_lt.2 q.den_pos

/-- `n / d` in lowest terms. -/
def normalize (num : ℤ) (den : ℕ := 1) (den_nz : den ≠ 0 := by decide) : ℚ where
  num := num / (num.natAbs.gcd den : ℕ)
  den := den / num.natAbs.gcd den
  den_nz h := den_nz (by
    have := Nat.div_mul_cancel (Nat.gcd_dvd_right num.natAbs den)
    rw [h, Nat.zero_mul] at this; exact this.symm)
  reduced := by
    have hg : 0 < num.natAbs.gcd den := Nat.gcd_pos_of_pos_right _ (Nat.pos_of_ne_zero den_nz)
    have hd : (num / ((num.natAbs.gcd den : ℕ) : ℤ)).natAbs = num.natAbs / num.natAbs.gcd den := by
      have h := Int.ediv_mul_cancel (Int.natCast_dvd.2 (Nat.gcd_dvd_left num.natAbs den))
      have h' := congrArg Int.natAbs h
      rw [Int.natAbs_mul, Int.natAbs_natCast] at h'
      exact (Nat.div_eq_of_eq_mul_left hg h'.symm).symm
    rw [hd]; exact Nat.coprime_div_gcd_div_gcd hg

/-- `n / d`, and 0 for `d = 0`. -/
def _root_.mkRat (num : ℤ) (den : ℕ) : ℚ :=
  if h : den = 0 then { num := 0 } else normalize num den h

/-- `n /. d`: the quotient of two integers, 0 for `d = 0`. -/
def divInt : ℤ → ℤ → ℚ
  | num, .ofNat d => mkRat num d
  | num, .negSucc d => normalize (-num) (d + 1) (Nat.succ_ne_zero d)

@[inherit_doc] scoped infixl:70 " /. " => Rat.divInt

/-- The defining property of `normalize`. -/
theorem normalize_spec (n : ℤ) (d : ℕ) (h : d ≠ 0) :
    (normalize n d h).num * d = n * (normalize n d h).den := by
  have hn := Int.ediv_mul_cancel (Int.natCast_dvd.2 (Nat.gcd_dvd_left n.natAbs d))
  have hd : ((d / n.natAbs.gcd d : ℕ) : ℤ) * (n.natAbs.gcd d : ℕ) = (d : ℕ) := by
    rw [← Int.natCast_mul, Nat.div_mul_cancel (Nat.gcd_dvd_right n.natAbs d)]
  show n / ((n.natAbs.gcd d : ℕ) : ℤ) * (d : ℕ) = n * ((d / n.natAbs.gcd d : ℕ) : ℤ)
  rw [← hd, ← Int.mul_assoc, Int.mul_right_comm, hn]

private theorem dvd_of_cross {a b : ℚ} (h : a.num * b.den = b.num * a.den) : a.den ∣ b.den := by
  have h' := congrArg Int.natAbs h
  rw [Int.natAbs_mul, Int.natAbs_mul, Int.natAbs_natCast, Int.natAbs_natCast] at h'
  exact a.reduced.symm.dvd_of_dvd_mul_left ⟨b.num.natAbs, by rw [h', Nat.mul_comm]⟩

protected theorem eq_iff_mul_eq_mul {p q : ℚ} : p = q ↔ p.num * q.den = q.num * p.den := by
  refine ⟨fun h => by rw [h], fun h => ?_⟩
  have hd := Nat.dvd_antisymm (dvd_of_cross h) (dvd_of_cross h.symm)
  refine Rat.ext ?_ hd
  rw [hd] at h
  exact Int.eq_of_mul_eq_mul_right (Int.ne_of_gt q.den_pos') h

theorem normalize_eq_iff {n₁ n₂ : ℤ} {d₁ d₂ : ℕ} (h₁ : d₁ ≠ 0) (h₂ : d₂ ≠ 0) :
    normalize n₁ d₁ h₁ = normalize n₂ d₂ h₂ ↔ n₁ * d₂ = n₂ * d₁ := by
  have e₁ := normalize_spec n₁ d₁ h₁
  have e₂ := normalize_spec n₂ d₂ h₂
  have p₁ := (normalize n₁ d₁ h₁).den_pos'
  have p₂ := (normalize n₂ d₂ h₂).den_pos'
  rw [Rat.eq_iff_mul_eq_mul]
  generalize (normalize n₁ d₁ h₁).num = a₁ at *
  generalize (normalize n₂ d₂ h₂).num = a₂ at *
  generalize ((normalize n₁ d₁ h₁).den : ℤ) = b₁ at *
  generalize ((normalize n₂ d₂ h₂).den : ℤ) = b₂ at *
  have q₁ : (d₁ : ℤ) ≠ 0 := by omega
  have q₂ : (d₂ : ℤ) ≠ 0 := by omega
  constructor
  · intro h
    have key : n₁ * d₂ * (b₁ * b₂) = n₂ * d₁ * (b₁ * b₂) := by
      rw [show n₁ * d₂ * (b₁ * b₂) = (n₁ * b₁) * d₂ * b₂ by ring, ← e₁,
        show a₁ * d₁ * d₂ * b₂ = (a₁ * b₂) * d₁ * d₂ by ring, h,
        show a₂ * b₁ * d₁ * d₂ = (a₂ * d₂) * b₁ * d₁ by ring, e₂]; ring
    exact Int.eq_of_mul_eq_mul_right (Int.ne_of_gt (Int.mul_pos p₁ p₂)) key
  · intro h
    have key : a₁ * b₂ * (d₁ * d₂) = a₂ * b₁ * (d₁ * d₂) := by
      rw [show a₁ * b₂ * (d₁ * d₂) = (a₁ * d₁) * b₂ * d₂ by ring, e₁,
        show n₁ * b₁ * b₂ * d₂ = (n₁ * d₂) * b₁ * b₂ by ring, h,
        show n₂ * d₁ * b₁ * b₂ = (n₂ * b₂) * b₁ * d₁ by ring, ← e₂]; ring
    exact Int.eq_of_mul_eq_mul_right (fun e => (Int.mul_eq_zero.1 e).elim q₁ q₂) key

theorem normalize_self (q : ℚ) : normalize q.num q.den q.den_nz = q :=
  Rat.eq_iff_mul_eq_mul.2 (normalize_spec q.num q.den q.den_nz)
theorem mkRat_self (q : ℚ) : mkRat q.num q.den = q := by
  unfold mkRat; rw [dif_neg q.den_nz, normalize_self]
@[simp] theorem num_divInt_den (q : ℚ) : divInt q.num q.den = q := mkRat_self q

/-- An integer as a rational number. -/
protected def ofInt (num : ℤ) : ℚ := { num, reduced := Nat.gcd_one_right _ }
instance : NatCast ℚ := ⟨fun n => Rat.ofInt n⟩
instance : IntCast ℚ := ⟨Rat.ofInt⟩
instance instOfNat (n : ℕ) : OfNat ℚ n := ⟨Rat.ofInt n⟩

private theorem mul_nz {a b : ℕ} (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := Nat.mul_ne_zero ha hb

/-- The sum; written `a + b`. -/
protected def add (a b : ℚ) : ℚ :=
  normalize (a.num * b.den + b.num * a.den) (a.den * b.den) (mul_nz a.den_nz b.den_nz)
/-- The difference; written `a - b`. -/
protected def sub (a b : ℚ) : ℚ :=
  normalize (a.num * b.den - b.num * a.den) (a.den * b.den) (mul_nz a.den_nz b.den_nz)
/-- The product; written `a * b`. -/
protected def mul (a b : ℚ) : ℚ :=
  normalize (a.num * b.num) (a.den * b.den) (mul_nz a.den_nz b.den_nz)
/-- The opposite; written `-a`. -/
protected def neg (a : ℚ) : ℚ := ⟨-a.num, a.den, a.den_nz, by rw [Int.natAbs_neg]; exact a.reduced⟩
/-- The inverse, 0 for 0; written `a⁻¹`. -/
protected def inv (a : ℚ) : ℚ :=
  if h : a.num < 0 then
    ⟨-a.den, a.num.natAbs, by omega, by rw [Int.natAbs_neg]; exact a.reduced.symm⟩
  else if h : 0 < a.num then ⟨a.den, a.num.natAbs, by omega, a.reduced.symm⟩
  else 0
/-- The power with a natural exponent; written `a ^ n`. -/
protected def pow (a : ℚ) (n : ℕ) : ℚ :=
  ⟨a.num ^ n, a.den ^ n, Nat.ne_of_gt (Nat.pow_pos a.den_pos), by
    rw [Int.natAbs_pow]; exact Nat.Coprime.pow n n a.reduced⟩

instance : Add ℚ := ⟨Rat.add⟩
instance : Sub ℚ := ⟨Rat.sub⟩
instance : Mul ℚ := ⟨Rat.mul⟩
instance : Neg ℚ := ⟨Rat.neg⟩
instance : Inv ℚ := ⟨Rat.inv⟩
instance : Div ℚ := ⟨fun a b => a * b⁻¹⟩
instance : NatPow ℚ := ⟨Rat.pow⟩
instance : LE ℚ := ⟨fun a b => a.num * b.den ≤ b.num * a.den⟩
instance : LT ℚ := ⟨fun a b => a.num * b.den < b.num * a.den⟩
instance (a b : ℚ) : Decidable (a ≤ b) := inferInstanceAs (Decidable (_ ≤ (_ : ℤ)))
instance (a b : ℚ) : Decidable (a < b) := inferInstanceAs (Decidable (_ < (_ : ℤ)))

protected theorem le_iff {a b : ℚ} : a ≤ b ↔ a.num * b.den ≤ b.num * a.den := Iff.rfl
protected theorem lt_iff {a b : ℚ} : a < b ↔ a.num * b.den < b.num * a.den := Iff.rfl

protected theorem add_def (a b : ℚ) : a + b =
    normalize (a.num * b.den + b.num * a.den) (a.den * b.den) (mul_nz a.den_nz b.den_nz) := rfl
protected theorem sub_def (a b : ℚ) : a - b =
    normalize (a.num * b.den - b.num * a.den) (a.den * b.den) (mul_nz a.den_nz b.den_nz) := rfl
protected theorem mul_def (a b : ℚ) : a * b =
    normalize (a.num * b.num) (a.den * b.den) (mul_nz a.den_nz b.den_nz) := rfl
protected theorem div_def (a b : ℚ) : a / b = a * b⁻¹ := rfl
@[simp] theorem num_neg_eq_neg_num (q : ℚ) : (-q).num = -q.num := rfl
@[simp] theorem den_neg_eq_den (q : ℚ) : (-q).den = q.den := rfl
@[simp] theorem num_pow (q : ℚ) (n : ℕ) : (q ^ n).num = q.num ^ n := rfl
@[simp] theorem den_pow (q : ℚ) (n : ℕ) : (q ^ n).den = q.den ^ n := rfl
@[simp] theorem num_intCast (n : ℤ) : (n : ℚ).num = n := rfl
@[simp] theorem den_intCast (n : ℤ) : (n : ℚ).den = 1 := rfl
@[simp] theorem num_natCast (n : ℕ) : (n : ℚ).num = n := rfl
@[simp] theorem den_natCast (n : ℕ) : (n : ℚ).den = 1 := rfl
@[simp] theorem num_ofNat (n : ℕ) : (no_index (OfNat.ofNat n) : ℚ).num = OfNat.ofNat n := rfl
@[simp] theorem den_ofNat (n : ℕ) : (no_index (OfNat.ofNat n) : ℚ).den = 1 := rfl

/-! Arithmetic on fractions that need not be in lowest terms. -/
section Fractions
variable {n m : ℤ} {d e : ℕ} {hd : d ≠ 0} {he : e ≠ 0}

/-- Every rational number is such a fraction. -/
theorem normalize_ind {P : ℚ → Prop} (H : ∀ n d h, P (normalize n d h)) (q : ℚ) : P q :=
  q.normalize_self ▸ H q.num q.den q.den_nz

private theorem norm_eq (h : n * e = m * d) : normalize n d hd = normalize m e he :=
  (normalize_eq_iff hd he).2 h

theorem normalize_add_normalize : normalize n d hd + normalize m e he =
    normalize (n * e + m * d) (d * e) (mul_nz hd he) := by
  have h₁ := normalize_spec n d hd
  have h₂ := normalize_spec m e he
  rw [Rat.add_def]; refine norm_eq ?_
  rw [Int.natCast_mul, Int.natCast_mul]
  generalize (normalize n d hd).num = a at *
  generalize ((normalize n d hd).den : ℤ) = b at *
  generalize (normalize m e he).num = x at *
  generalize ((normalize m e he).den : ℤ) = y at *
  rw [show (a * y + x * b) * (d * e) = (a * d) * (y * e) + (x * e) * (b * d) by ring, h₁, h₂]; ring

theorem normalize_mul_normalize : normalize n d hd * normalize m e he =
    normalize (n * m) (d * e) (mul_nz hd he) := by
  have h₁ := normalize_spec n d hd
  have h₂ := normalize_spec m e he
  rw [Rat.mul_def]; refine norm_eq ?_
  rw [Int.natCast_mul, Int.natCast_mul]
  generalize (normalize n d hd).num = a at *
  generalize ((normalize n d hd).den : ℤ) = b at *
  generalize (normalize m e he).num = x at *
  generalize ((normalize m e he).den : ℤ) = y at *
  rw [show a * x * (d * e) = (a * d) * (x * e) by ring, h₁, h₂]; ring

theorem neg_normalize : -normalize n d hd = normalize (-n) d hd := by
  rw [← normalize_self (-_)]
  refine norm_eq ?_
  show -(normalize n d hd).num * (d : ℤ) = -n * ((normalize n d hd).den : ℤ)
  rw [Int.neg_mul, normalize_spec, Int.neg_mul]

end Fractions

private theorem zero_eq : (0 : ℚ) = normalize 0 1 := rfl
private theorem one_eq : (1 : ℚ) = normalize 1 1 := rfl
private theorem ofInt_eq (z : ℤ) : Rat.ofInt z = normalize z 1 := (normalize_self (Rat.ofInt z)).symm

protected theorem add_comm (a b : ℚ) : a + b = b + a := by
  revert a b; refine normalize_ind ?_; intro n d h; refine normalize_ind ?_; intro n' d' h'
  rw [normalize_add_normalize, normalize_add_normalize]; refine norm_eq ?_
  rw [Int.natCast_mul, Int.natCast_mul]; ring
protected theorem add_assoc (a b c : ℚ) : a + b + c = a + (b + c) := by
  revert a b c; refine normalize_ind ?_; intro n d h; refine normalize_ind ?_; intro n' d' h'
  refine normalize_ind ?_; intro n'' d'' h''
  simp only [normalize_add_normalize]; refine norm_eq ?_; simp only [Int.natCast_mul]; ring
protected theorem add_zero (a : ℚ) : a + 0 = a := by
  revert a; refine normalize_ind ?_; intro n d h
  rw [zero_eq, normalize_add_normalize]; refine norm_eq ?_
  rw [Int.natCast_mul, show ((1 : ℕ) : ℤ) = 1 from rfl]; ring
protected theorem neg_add_cancel (a : ℚ) : -a + a = 0 := by
  revert a; refine normalize_ind ?_; intro n d h
  rw [zero_eq, neg_normalize, normalize_add_normalize]; refine norm_eq ?_
  rw [Int.natCast_mul, show ((1 : ℕ) : ℤ) = 1 from rfl]; ring
protected theorem sub_eq_add_neg (a b : ℚ) : a - b = a + -b := by
  rw [Rat.sub_def, Rat.add_def]; refine norm_eq ?_
  show (a.num * b.den - b.num * a.den) * _ = (a.num * b.den + -b.num * a.den) * _
  rw [Int.neg_mul, Int.sub_eq_add_neg]; rfl
protected theorem mul_comm (a b : ℚ) : a * b = b * a := by
  revert a b; refine normalize_ind ?_; intro n d h; refine normalize_ind ?_; intro n' d' h'
  rw [normalize_mul_normalize, normalize_mul_normalize]; refine norm_eq ?_
  rw [Int.natCast_mul, Int.natCast_mul]; ring
protected theorem mul_assoc (a b c : ℚ) : a * b * c = a * (b * c) := by
  revert a b c; refine normalize_ind ?_; intro n d h; refine normalize_ind ?_; intro n' d' h'
  refine normalize_ind ?_; intro n'' d'' h''
  simp only [normalize_mul_normalize]; refine norm_eq ?_; simp only [Int.natCast_mul]; ring
protected theorem mul_one (a : ℚ) : a * 1 = a := by
  revert a; refine normalize_ind ?_; intro n d h
  rw [one_eq, normalize_mul_normalize]; refine norm_eq ?_
  rw [Int.natCast_mul, show ((1 : ℕ) : ℤ) = 1 from rfl]; ring
protected theorem mul_add (a b c : ℚ) : a * (b + c) = a * b + a * c := by
  revert a b c; refine normalize_ind ?_; intro n d h; refine normalize_ind ?_; intro n' d' h'
  refine normalize_ind ?_; intro n'' d'' h''
  simp only [normalize_mul_normalize, normalize_add_normalize]; refine norm_eq ?_
  simp only [Int.natCast_mul]; ring
protected theorem mul_zero (a : ℚ) : a * 0 = 0 := by
  revert a; refine normalize_ind ?_; intro n d h
  rw [zero_eq, normalize_mul_normalize]; refine norm_eq ?_; ring
protected theorem inv_zero : (0 : ℚ)⁻¹ = 0 := rfl
protected theorem mul_inv_cancel (a : ℚ) (ha : a ≠ 0) : a * a⁻¹ = 1 := by
  have hn : a.num ≠ 0 := fun e => ha (Rat.eq_iff_mul_eq_mul.2 (by rw [e, Int.zero_mul]; exact (Int.zero_mul _).symm))
  have key : ∀ (b : ℚ), b.num * a.num = b.den * a.den → a * b = 1 := fun b h => by
    rw [Rat.mul_def, one_eq]; refine norm_eq ?_
    rw [Int.natCast_mul, show ((1 : ℕ) : ℤ) = 1 from rfl, Int.mul_one, Int.one_mul, Int.mul_comm,
      h, Int.mul_comm]
  refine key a⁻¹ ?_
  show (Rat.inv a).num * a.num = (Rat.inv a).den * (a.den : ℤ)
  unfold Rat.inv
  by_cases h : a.num < 0
  · rw [dif_pos h]
    show -(a.den : ℤ) * a.num = (a.num.natAbs : ℤ) * a.den
    rw [show (a.num.natAbs : ℤ) = -a.num by omega]; ring
  · have h' : 0 < a.num := by omega
    rw [dif_neg h, dif_pos h']
    show (a.den : ℤ) * a.num = (a.num.natAbs : ℤ) * a.den
    rw [show (a.num.natAbs : ℤ) = a.num by omega]; ring
protected theorem natCast_succ (n : ℕ) : ((n + 1 : ℕ) : ℚ) = (n : ℚ) + 1 := by
  show Rat.ofInt _ = Rat.ofInt _ + _
  rw [ofInt_eq, ofInt_eq, one_eq, normalize_add_normalize]; refine norm_eq ?_
  rw [Int.natCast_mul, Int.natCast_add, show ((1 : ℕ) : ℤ) = 1 from rfl]; ring
protected theorem pow_succ (a : ℚ) (n : ℕ) : a ^ (n + 1) = a ^ n * a := by
  rw [Rat.mul_def, ← normalize_self (a ^ (n + 1))]
  refine norm_eq ?_
  show a.num ^ (n + 1) * ((a.den ^ n * a.den : ℕ) : ℤ) = a.num ^ n * a.num * ((a.den ^ (n + 1) : ℕ) : ℤ)
  rw [Int.pow_succ, Nat.pow_succ]

instance commRing : CommRing ℚ where
  add_assoc := Rat.add_assoc
  zero := 0
  zero_add a := (Rat.add_comm 0 a).trans (Rat.add_zero a)
  add_zero := Rat.add_zero
  add_comm := Rat.add_comm
  sub_eq_add_neg := Rat.sub_eq_add_neg
  neg_add_cancel := Rat.neg_add_cancel
  one := 1
  mul_assoc := Rat.mul_assoc
  one_mul a := (Rat.mul_comm 1 a).trans (Rat.mul_one a)
  mul_one := Rat.mul_one
  mul_comm := Rat.mul_comm
  pow_zero _ := rfl
  pow_succ := Rat.pow_succ
  left_distrib := Rat.mul_add
  right_distrib a b c := by
    rw [Rat.mul_comm, Rat.mul_add, Rat.mul_comm c a, Rat.mul_comm c b]
  zero_mul a := (Rat.mul_comm 0 a).trans (Rat.mul_zero a)
  mul_zero := Rat.mul_zero
  natCast_zero := rfl
  natCast_succ := Rat.natCast_succ
  intCast_ofNat _ := rfl
  intCast_negSucc _ := rfl

instance instField : Field ℚ where
  exists_pair_ne := ⟨0, 1, by decide⟩
  div_eq_mul_inv _ _ := rfl
  mul_inv_cancel := Rat.mul_inv_cancel
  inv_zero := rfl

end Rat
