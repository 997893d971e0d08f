prelude
import Init.Omega.IntList

/-! Linear combinations of atoms. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Lean.Omega

/-- `const + coeffs · atoms`. -/
structure LinearCombo where
  const : Int := 0
  coeffs : Coeffs := []

namespace LinearCombo

/-- The value where the atoms have the given values. -/
def eval (lc : LinearCombo) (values : Coeffs) : Int := lc.const + lc.coeffs.dot values

def coordinate (i : Nat) : LinearCombo where
  const := 0
  coeffs := Coeffs.set .nil i 1

theorem coordinate_eval (i : Nat) (v : Coeffs) : (coordinate i).eval v = v.get i := by
  show 0 + IntList.dot (IntList.set [] i 1) v = _
  rw [IntList.dot_set_nil, Int.zero_add, Int.one_mul]

theorem coordinate_eval_0 (a0 : Int) (t : List Int) : (coordinate 0).eval (.ofList (a0 :: t)) =
    a0 :=
  coordinate_eval 0 _

theorem coordinate_eval_1 (a0 a1 : Int) (t : List Int) : (coordinate 1).eval
    (.ofList (a0 :: a1 :: t)) = a1 :=
  coordinate_eval 1 _

theorem coordinate_eval_2 (a0 a1 a2 : Int) (t : List Int) : (coordinate 2).eval
    (.ofList (a0 :: a1 :: a2 :: t)) = a2 :=
  coordinate_eval 2 _

theorem coordinate_eval_3 (a0 a1 a2 a3 : Int) (t : List Int) : (coordinate 3).eval
    (.ofList (a0 :: a1 :: a2 :: a3 :: t)) = a3 :=
  coordinate_eval 3 _

theorem coordinate_eval_4 (a0 a1 a2 a3 a4 : Int) (t : List Int) : (coordinate 4).eval
    (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: t)) = a4 :=
  coordinate_eval 4 _

theorem coordinate_eval_5 (a0 a1 a2 a3 a4 a5 : Int) (t : List Int) : (coordinate 5).eval
    (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: t)) = a5 :=
  coordinate_eval 5 _

theorem coordinate_eval_6 (a0 a1 a2 a3 a4 a5 a6 : Int) (t : List Int) : (coordinate 6).eval
    (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: t)) = a6 :=
  coordinate_eval 6 _

theorem coordinate_eval_7 (a0 a1 a2 a3 a4 a5 a6 a7 : Int) (t : List Int) : (coordinate 7).eval
    (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: t)) = a7 :=
  coordinate_eval 7 _

theorem coordinate_eval_8 (a0 a1 a2 a3 a4 a5 a6 a7 a8 : Int) (t : List Int) : (coordinate 8).eval
    (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: t)) = a8 :=
  coordinate_eval 8 _

theorem coordinate_eval_9 (a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 : Int) (t : List Int) : (coordinate 9).eval
    (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: a9 :: t)) = a9 :=
  coordinate_eval 9 _

def add (l₁ l₂ : LinearCombo) : LinearCombo := ⟨l₁.const + l₂.const, l₁.coeffs.add l₂.coeffs⟩
instance : Add LinearCombo := ⟨add⟩
def sub (l₁ l₂ : LinearCombo) : LinearCombo := ⟨l₁.const - l₂.const, l₁.coeffs.sub l₂.coeffs⟩
instance : Sub LinearCombo := ⟨sub⟩
def neg (lc : LinearCombo) : LinearCombo := ⟨-lc.const, lc.coeffs.neg⟩
instance : Neg LinearCombo := ⟨neg⟩
def smul (lc : LinearCombo) (i : Int) : LinearCombo := ⟨i * lc.const, lc.coeffs.smul i⟩
instance : HMul Int LinearCombo LinearCombo := ⟨fun i lc => lc.smul i⟩

def mul (l₁ l₂ : LinearCombo) : LinearCombo :=
  let z := l₂.const * l₁ + l₁.const * l₂
  ⟨z.const - l₁.const * l₂.const, z.coeffs⟩

theorem add_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ + l₂).eval v = l₁.eval v + l₂.eval v := by
  show l₁.const + l₂.const + IntList.dot (IntList.add _ _) v = l₁.const + IntList.dot _ v + (l₂.const + IntList.dot _ v)
  rw [IntList.dot_add]; simp only [Int.add_assoc, Int.add_left_comm]

theorem sub_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ - l₂).eval v = l₁.eval v - l₂.eval v := by
  show l₁.const + -l₂.const + IntList.dot (IntList.sub _ _) v =
    l₁.const + IntList.dot _ v + -(l₂.const + IntList.dot _ v)
  rw [IntList.dot_sub, Int.neg_add, Int.sub_eq_add_neg]; simp only [Int.add_assoc, Int.add_left_comm]

theorem neg_eval (lc : LinearCombo) (v : Coeffs) : (-lc).eval v = -lc.eval v := by
  show -lc.const + IntList.dot (IntList.neg _) v = -(lc.const + IntList.dot _ v)
  rw [IntList.dot_neg, Int.neg_add]

theorem smul_eval (lc : LinearCombo) (i : Int) (v : Coeffs) : (i * lc).eval v = i * lc.eval v := by
  show i * lc.const + IntList.dot (IntList.smul _ i) v = i * (lc.const + IntList.dot _ v)
  rw [IntList.dot_smul, Int.mul_add]

theorem mul_eval (l₁ l₂ : LinearCombo) (v : Coeffs) (w : l₁.coeffs.isZero ∨ l₂.coeffs.isZero) :
    (mul l₁ l₂).eval v = l₁.eval v * l₂.eval v := by
  have e : (mul l₁ l₂).eval v = (l₂.const * l₁.eval v + l₁.const * l₂.eval v) - l₁.const * l₂.const := by
    rw [← smul_eval, ← smul_eval, ← add_eval]
    show _ - l₁.const * l₂.const + _ = _ + _ - _
    rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg]
    simp only [Int.add_assoc, Int.add_comm, Int.add_left_comm]; rfl
  rw [e]
  show _ * (l₁.const + l₁.coeffs.dot v) + _ * (l₂.const + l₂.coeffs.dot v) - _ =
    (l₁.const + l₁.coeffs.dot v) * (l₂.const + l₂.coeffs.dot v)
  rcases w with h | h
  · rw [show l₁.coeffs.dot v = 0 from IntList.dot_of_isZero h v, Int.add_zero, Int.mul_comm l₂.const,
      Int.add_comm, Int.add_sub_cancel]
  · rw [show l₂.coeffs.dot v = 0 from IntList.dot_of_isZero h v, Int.add_zero, Int.add_sub_cancel, Int.mul_comm]
end LinearCombo

end Lean.Omega
