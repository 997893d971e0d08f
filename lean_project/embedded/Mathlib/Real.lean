import Mathlib.RatSeq
/-!
# Real numbers

`ℝ` as Cauchy sequences of rational numbers up to equivalence, its arithmetic and order, and the proof
that it is an ordered field, and nothing else.
-/
noncomputable section

/-- The real numbers: Cauchy sequences of rationals, equal when their difference tends to 0. -/
structure Real where
  ofCauchy ::
  /-- The class of Cauchy sequences that converge to the number. -/
  cauchy : Quot RatSeq.equiv

@[inherit_doc] notation "ℝ" => Real

namespace Real

/-- The limit of a Cauchy sequence. -/
def mk (a : RatSeq) : ℝ := ⟨Quot.mk _ a⟩
theorem exists_mk (x : ℝ) : ∃ a, mk a = x := by
  obtain ⟨⟨a⟩⟩ := x
  exact ⟨a, rfl⟩
theorem sound {a b : RatSeq} (h : RatSeq.equiv a b) : mk a = mk b := congrArg ofCauchy (Quot.sound h)
private theorem eq_of_terms {a b : RatSeq} (h : ∀ n, a.seq n = b.seq n) : mk a = mk b :=
  sound (RatSeq.equiv_of_eq h)

private def lift₁ (f : RatSeq → RatSeq) (h : ∀ a b, a.equiv b → (f a).equiv (f b)) (x : ℝ) : ℝ :=
  Quot.lift (fun a => mk (f a)) (fun a b e => sound (h a b e)) x.cauchy
private def lift₂ (f : RatSeq → RatSeq → RatSeq) (comm : ∀ a b, (f a b).equiv (f b a))
    (h : ∀ a a' b, a.equiv a' → (f a b).equiv (f a' b)) (x y : ℝ) : ℝ :=
  Quot.lift (fun a => Quot.lift (fun b => mk (f a b))
      (fun b b' e => sound (((comm a b).trans (h b b' a e)).trans (comm b' a))) y.cauchy)
    (fun a a' e => by
      obtain ⟨⟨b⟩⟩ := y
      exact sound (h a a' b e)) x.cauchy

protected def zero : ℝ := mk (.const 0)
protected def one : ℝ := mk (.const 1)
protected def natCast (n : ℕ) : ℝ := mk (.const n)
protected def intCast (n : ℤ) : ℝ := mk (.const n)
protected def add : ℝ → ℝ → ℝ :=
  lift₂ RatSeq.add RatSeq.add_comm fun _ _ b h => RatSeq.add_congr b h
protected def mul : ℝ → ℝ → ℝ :=
  lift₂ RatSeq.mul RatSeq.mul_comm fun _ _ b h => RatSeq.mul_congr b h
protected def neg : ℝ → ℝ :=
  lift₁ RatSeq.neg fun _ _ h => ⟨RatSeq.neg_mono h.2, RatSeq.neg_mono h.1⟩
protected def le (x y : ℝ) : Prop :=
  Quot.lift (fun a => Quot.lift (fun b => RatSeq.le a b)
      (fun _ _ e => propext ⟨fun h => RatSeq.le_trans h e.1, fun h => RatSeq.le_trans h e.2⟩) y.cauchy)
    (fun a a' e => by
      obtain ⟨⟨b⟩⟩ := y
      exact propext ⟨fun h => RatSeq.le_trans e.2 h, fun h => RatSeq.le_trans e.1 h⟩) x.cauchy

instance : Zero ℝ := ⟨Real.zero⟩
instance : One ℝ := ⟨Real.one⟩
instance : NatCast ℝ := ⟨Real.natCast⟩
instance : IntCast ℝ := ⟨Real.intCast⟩
instance : Add ℝ := ⟨Real.add⟩
instance : Mul ℝ := ⟨Real.mul⟩
instance : Neg ℝ := ⟨Real.neg⟩
instance : Sub ℝ := ⟨fun a b => a + -b⟩
instance : LE ℝ := ⟨Real.le⟩
instance : LT ℝ := ⟨fun a b => ¬b ≤ a⟩
/-- The power with a natural exponent; written `x ^ n`. -/
protected def pow (x : ℝ) : ℕ → ℝ
  | 0 => 1
  | n + 1 => Real.pow x n * x
instance : NatPow ℝ := ⟨Real.pow⟩

theorem mk_le {a b : RatSeq} : mk a ≤ mk b ↔ a.le b := Iff.rfl
theorem zero_eq_mk : (0 : ℝ) = mk (.const 0) := rfl
theorem one_eq_mk : (1 : ℝ) = mk (.const 1) := rfl
theorem natCast_eq_mk (n : ℕ) : (n : ℝ) = mk (.const n) := rfl
theorem intCast_eq_mk (n : ℤ) : (n : ℝ) = mk (.const n) := rfl
theorem mk_add (a b : RatSeq) : mk a + mk b = mk (.add a b) := rfl
theorem mk_mul (a b : RatSeq) : mk a * mk b = mk (.mul a b) := rfl
theorem mk_neg (a : RatSeq) : -mk a = mk (.neg a) := rfl

protected theorem add_comm (x y : ℝ) : x + y = y + x := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  exact eq_of_terms fun _ => add_comm _ _
protected theorem add_assoc (x y z : ℝ) : x + y + z = x + (y + z) := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  obtain ⟨c, rfl⟩ := z.exists_mk
  exact eq_of_terms fun _ => add_assoc _ _ _
protected theorem add_zero (x : ℝ) : x + 0 = x := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  exact eq_of_terms fun _ => add_zero _
protected theorem neg_add_cancel (x : ℝ) : -x + x = 0 := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  exact eq_of_terms fun _ => neg_add_cancel _
protected theorem mul_comm (x y : ℝ) : x * y = y * x := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  exact eq_of_terms fun _ => mul_comm _ _
protected theorem mul_assoc (x y z : ℝ) : x * y * z = x * (y * z) := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  obtain ⟨c, rfl⟩ := z.exists_mk
  exact eq_of_terms fun _ => mul_assoc _ _ _
protected theorem mul_one (x : ℝ) : x * 1 = x := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  exact eq_of_terms fun _ => mul_one _
protected theorem mul_zero (x : ℝ) : x * 0 = 0 := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  exact eq_of_terms fun _ => mul_zero _
protected theorem mul_add (x y z : ℝ) : x * (y + z) = x * y + x * z := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  obtain ⟨c, rfl⟩ := z.exists_mk
  exact eq_of_terms fun _ => mul_add _ _ _

instance commRing : CommRing ℝ where
  add_assoc := Real.add_assoc
  zero_add a := (Real.add_comm 0 a).trans (Real.add_zero a)
  add_zero := Real.add_zero
  add_comm := Real.add_comm
  sub_eq_add_neg _ _ := rfl
  neg_add_cancel := Real.neg_add_cancel
  mul_assoc := Real.mul_assoc
  one_mul a := (Real.mul_comm 1 a).trans (Real.mul_one a)
  mul_one := Real.mul_one
  mul_comm := Real.mul_comm
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib := Real.mul_add
  right_distrib a b c := by
    rw [Real.mul_comm, Real.mul_add, Real.mul_comm c a, Real.mul_comm c b]
  zero_mul a := (Real.mul_comm 0 a).trans (Real.mul_zero a)
  mul_zero := Real.mul_zero
  natCast_zero := rfl
  natCast_succ n := eq_of_terms fun _ => Nat.cast_add_one n
  intCast_ofNat _ := rfl
  intCast_negSucc n := eq_of_terms fun _ => Int.cast_negSucc n

protected theorem le_total (x y : ℝ) : x ≤ y ∨ y ≤ x := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  exact (Classical.em (a.le b)).imp id RatSeq.le_of_not_le
protected theorem le_refl (x : ℝ) : x ≤ x := (Real.le_total x x).elim id id
protected theorem le_antisymm (x y : ℝ) : x ≤ y → y ≤ x → x = y := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  exact fun h h' => sound ⟨h, h'⟩
protected theorem le_trans (x y z : ℝ) : x ≤ y → y ≤ z → x ≤ z := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  obtain ⟨c, rfl⟩ := z.exists_mk
  exact fun h h' => RatSeq.le_trans h h'
protected theorem add_le_add_left (x y : ℝ) (h : x ≤ y) (z : ℝ) : z + x ≤ z + y := by
  rw [Real.add_comm z x, Real.add_comm z y]
  revert h
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  obtain ⟨c, rfl⟩ := z.exists_mk
  exact fun h => RatSeq.add_mono c h

open Classical in
instance linearOrder : LinearOrder ℝ where
  le_refl := Real.le_refl
  le_trans := Real.le_trans
  lt_iff_le_not_ge x y := ⟨fun h => ⟨(Real.le_total x y).resolve_right h, h⟩, fun h => h.2⟩
  le_antisymm := Real.le_antisymm
  max a b := if a ≤ b then b else a
  min a b := if a ≤ b then a else b
  le_sup_left a b := by
    show a ≤ if a ≤ b then b else a
    split
    · assumption
    · exact Real.le_refl a
  le_sup_right a b := by
    show b ≤ if a ≤ b then b else a
    split
    · exact Real.le_refl b
    · exact (Real.le_total a b).resolve_left ‹_›
  sup_le a b c ha hb := by
    show (if a ≤ b then b else a) ≤ c
    split <;> assumption
  inf_le_left a b := by
    show (if a ≤ b then a else b) ≤ a
    split
    · exact Real.le_refl a
    · exact (Real.le_total a b).resolve_left ‹_›
  inf_le_right a b := by
    show (if a ≤ b then a else b) ≤ b
    split
    · assumption
    · exact Real.le_refl b
  le_inf a b c ha hb := by
    show a ≤ if b ≤ c then b else c
    split <;> assumption
  le_total := Real.le_total
  toDecidableLE _ _ := propDecidable _
  toDecidableEq _ _ := propDecidable _
  toDecidableLT _ _ := propDecidable _

instance decidableEq : DecidableEq ℝ := LinearOrder.toDecidableEq
instance decidableLE (a b : ℝ) : Decidable (a ≤ b) := LinearOrder.toDecidableLE a b
instance decidableLT (a b : ℝ) : Decidable (a < b) := LinearOrder.toDecidableLT a b

/-- From some point on the terms of a positive number exceed a positive bound. -/
private theorem pos_gap {a : RatSeq} (h : 0 < mk a) :
    ∃ δ : ℚ, 0 < δ ∧ RatSeq.Eventually fun n => δ < a.seq n := by
  obtain ⟨d, hd, h'⟩ := RatSeq.gap (b := .const 0) h
  refine ⟨d, hd, h'.mono fun n hn => ?_⟩
  rw [show a.seq n - (RatSeq.const 0).seq n = a.seq n - 0 from rfl, sub_eq_add_neg,
    show (-0 : ℚ) = 0 by decide, add_zero] at hn
  exact hn

protected theorem zero_lt_one : (0 : ℝ) < 1 := fun h => by
  obtain ⟨N, hN⟩ := h 1 (by decide)
  exact absurd (hN N (Nat.le_refl N)) (show ¬(1 - 0 : ℚ) < 1 by decide)
protected theorem mul_pos (x y : ℝ) : 0 < x → 0 < y → 0 < x * y := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  obtain ⟨b, rfl⟩ := y.exists_mk
  intro ha hb h
  obtain ⟨c, hc, h₁⟩ := pos_gap ha
  obtain ⟨d, hd, h₂⟩ := pos_gap hb
  obtain ⟨N, hN⟩ := (h₁.and h₂).and (h (c * d) (mul_pos hc hd))
  obtain ⟨⟨p, q⟩, r⟩ := hN N (Nat.le_refl N)
  have s : c * d < a.seq N * b.seq N :=
    lt_trans (mul_lt_mul_of_pos_left q hc) (mul_lt_mul_of_pos_right p (lt_trans hd q))
  have r' : a.seq N * b.seq N - 0 < c * d := r
  rw [show a.seq N * b.seq N - 0 = a.seq N * b.seq N by ring] at r'
  exact lt_irrefl _ (lt_trans s r')

instance instIsStrictOrderedRing : IsStrictOrderedRing ℝ :=
  .of_mul_pos Real.add_le_add_left Real.zero_lt_one Real.mul_pos

private theorem exists_inv_of_pos (x : ℝ) : 0 < x → ∃ y : ℝ, x * y = 1 := by
  obtain ⟨a, rfl⟩ := x.exists_mk
  intro ha
  obtain ⟨d, hd, h⟩ := pos_gap ha
  obtain ⟨b, hb⟩ := RatSeq.exists_inv hd h
  exact ⟨mk b, sound hb⟩
private theorem exists_inv (x : ℝ) (h : x ≠ 0) : ∃ y : ℝ, x * y = 1 := by
  rcases lt_or_gt_of_ne h with h | h
  · obtain ⟨y, hy⟩ := exists_inv_of_pos (-x) (by
      have := add_lt_add_right h (-x); rw [add_neg_cancel, zero_add] at this; exact this)
    exact ⟨-y, by rw [← hy]; ring⟩
  · exact exists_inv_of_pos x h

open Classical in
/-- The inverse, 0 for 0; written `x⁻¹`. -/
protected def inv (x : ℝ) : ℝ := if h : ∃ y : ℝ, x * y = 1 then choose h else 0
instance : Inv ℝ := ⟨Real.inv⟩
instance : Div ℝ := ⟨fun x y => x * y⁻¹⟩

protected theorem mul_inv_cancel (x : ℝ) (h : x ≠ 0) : x * x⁻¹ = 1 := by
  have e : x⁻¹ = Classical.choose (exists_inv x h) := dif_pos (exists_inv x h)
  rw [e]; exact Classical.choose_spec (exists_inv x h)
protected theorem inv_zero : (0 : ℝ)⁻¹ = 0 := dif_neg fun ⟨y, hy⟩ => by
  rw [zero_mul] at hy; exact ne_of_lt Real.zero_lt_one hy

instance instField : Field ℝ where
  exists_pair_ne := ⟨0, 1, ne_of_lt Real.zero_lt_one⟩
  div_eq_mul_inv _ _ := rfl
  mul_inv_cancel := Real.mul_inv_cancel
  inv_zero := Real.inv_zero

end Real

attribute [irreducible] Real.add Real.mul Real.neg Real.inv Real.le Real.natCast Real.intCast Real.zero
  Real.one
