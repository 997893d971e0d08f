prelude
import Init.Nat.Sub

/-! Division, remainder, divisibility. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Nat

/-- The quotient by repeated subtraction, in at most as many steps as the second argument says. -/
def divAux (y : Nat) : Nat → Nat → Nat
  | 0, _ => 0
  | fuel+1, x => if y ≤ x then divAux y fuel (x - y) + 1 else 0

/-- Division, with `x / 0 = 0`. The kernel computes it by name. -/
@[extern "lean_nat_div"] protected def div (x y : @& Nat) : Nat := if y = 0 then 0 else divAux y x x
instance instDiv : Div Nat := ⟨Nat.div⟩

/-- The remainder by repeated subtraction, in at most as many steps as the second argument says. -/
def modAux (y : Nat) : Nat → Nat → Nat
  | 0, x => x
  | fuel+1, x => if y ≤ x then modAux y fuel (x - y) else x

/-- Remainder, with `x % 0 = x`. The kernel computes it by name. -/
@[extern "lean_nat_mod"] protected def mod (x y : @& Nat) : Nat := if y = 0 then x else modAux y x x
instance instMod : Mod Nat := ⟨Nat.mod⟩

theorem aux_div_add_mod (y : Nat) : ∀ fuel x, y * divAux y fuel x + modAux y fuel x = x := by
  intro fuel
  induction fuel with
  | zero => intro x; show y * 0 + x = x; rw [Nat.mul_zero, Nat.zero_add]
  | succ n ih =>
    intro x
    unfold divAux modAux
    by_cases h : y ≤ x
    · rw [if_pos h, if_pos h, Nat.mul_add_one, Nat.add_right_comm, ih, Nat.sub_add_cancel h]
    · rw [if_neg h, if_neg h, Nat.mul_zero, Nat.zero_add]

theorem modAux_lt (y : Nat) (hy : 0 < y) : ∀ fuel x, x ≤ fuel → modAux y fuel x < y := by
  intro fuel
  induction fuel with
  | zero => intro x h; rw [eq_zero_of_le_zero h]; exact hy
  | succ n ih =>
    intro x h
    unfold modAux
    by_cases hx : y ≤ x
    · rw [if_pos hx]
      exact ih _ (Nat.le_of_lt_succ (Nat.lt_of_lt_of_le (sub_lt (Nat.lt_of_lt_of_le hy hx) hy) h))
    · rw [if_neg hx]; exact Nat.lt_of_not_le hx

theorem div_add_mod (m k : Nat) : k * (m / k) + m % k = m := by
  show k * (Nat.div m k) + Nat.mod m k = m
  unfold Nat.div Nat.mod
  by_cases h : k = 0
  · rw [if_pos h, if_pos h, Nat.mul_zero, Nat.zero_add]
  · rw [if_neg h, if_neg h, aux_div_add_mod]

theorem mod_add_div (m k : Nat) : m % k + k * (m / k) = m := by rw [Nat.add_comm, div_add_mod]

theorem mod_lt (x : Nat) {y : Nat} (h : 0 < y) : x % y < y := by
  show Nat.mod x y < y
  unfold Nat.mod
  rw [if_neg (ne_of_gt h)]; exact modAux_lt y h x x (Nat.le_refl x)

@[simp] protected theorem div_zero (n : Nat) : n / 0 = 0 := rfl
@[simp] theorem mod_zero (n : Nat) : n % 0 = n := rfl

/-- Quotient and remainder are determined by what they satisfy. -/
theorem div_mod_eq_of_eq {a b q r : Nat} (h : b * q + r = a) (hr : r < b) : a / b = q ∧ a % b =
    r := by
  have hb : 0 < b := Nat.lt_of_le_of_lt (Nat.zero_le _) hr
  have h2 := div_add_mod a b
  have hm := mod_lt a hb
  have key : ∀ q q' r r' : Nat, b * q + r = b * q' + r' → r < b → ¬ q < q' := by
    intro q q' r r' e hr hlt
    have h1 := mul_le_mul_left b hlt
    rw [mul_succ] at h1
    have h3 : b * q + b ≤ b * q + r := Nat.le_trans h1 (Nat.le_trans (le_add_right _ r') (Nat.le_of_eq e.symm))
    exact absurd (Nat.le_of_add_le_add_left h3) (Nat.not_le_of_gt hr)
  have hq : a / b = q := Nat.le_antisymm (Nat.le_of_not_lt (key q (a/b) r (a%b) (by rw [h, h2]) hr))
    (Nat.le_of_not_lt (key (a/b) q (a%b) r (by rw [h, h2]) hm))
  refine ⟨hq, ?_⟩
  rw [hq] at h2
  exact Nat.add_left_cancel (h2.trans h.symm)

theorem mod_eq_of_lt {a b : Nat} (h : a < b) : a % b = a :=
  (div_mod_eq_of_eq (q := 0) (by rw [Nat.mul_zero, Nat.zero_add]) h).2

theorem div_eq_of_lt {a b : Nat} (h : a < b) : a / b = 0 :=
  (div_mod_eq_of_eq (q := 0) (by rw [Nat.mul_zero, Nat.zero_add]) h).1

@[simp] theorem mod_self (n : Nat) : n % n = 0 := by
  by_cases h : n = 0
  · subst h; rfl
  · exact (div_mod_eq_of_eq (q := 1) (by rw [Nat.mul_one, Nat.add_zero]) (Nat.pos_of_ne_zero h)).2

@[simp] theorem mod_one (n : Nat) : n % 1 = 0 :=
  eq_zero_of_le_zero (Nat.le_of_lt_succ (mod_lt n (Nat.le_refl 1)))

@[simp] theorem zero_mod (b : Nat) : 0 % b = 0 := by
  cases b with | zero => rfl | succ b => exact mod_eq_of_lt (Nat.succ_pos b)

@[simp] theorem zero_div (b : Nat) : 0 / b = 0 := by
  cases b with | zero => rfl | succ b => exact div_eq_of_lt (Nat.succ_pos b)

@[simp] theorem div_one (n : Nat) : n / 1 = n := by
  have := div_add_mod n 1
  rw [mod_one, Nat.add_zero, Nat.one_mul] at this
  exact this

theorem mul_div_cancel_left (m : Nat) {n : Nat} (H : 0 < n) : n * m / n = m :=
  (div_mod_eq_of_eq (r := 0) (Nat.add_zero _) H).1

theorem mul_mod_right (n m : Nat) : n * m % n = 0 := by
  by_cases h : n = 0
  · subst h; rw [Nat.zero_mul, mod_zero]
  · exact (div_mod_eq_of_eq (r := 0) (q := m) (Nat.add_zero _) (Nat.pos_of_ne_zero h)).2

theorem add_mul_mod_self_left (a b n : Nat) : (a + b * n) % b = a % b := by
  by_cases h : b = 0
  · subst h; rw [Nat.zero_mul]; rfl
  · refine (div_mod_eq_of_eq (q := a / b + n) ?_ (mod_lt a (Nat.pos_of_ne_zero h))).2
    rw [Nat.mul_add, Nat.add_right_comm, div_add_mod]

theorem mod_le (a b : Nat) : a % b ≤ a := by
  have := le_add_right (a % b) (b * (a/b))
  rw [mod_add_div] at this
  exact this

instance instDvd : Dvd Nat := ⟨fun a b => ∃ c, b = a * c⟩

theorem mod_eq_zero_of_dvd {n m : Nat} (h : n ∣ m) : m % n = 0 := by
  obtain ⟨k, rfl⟩ := h
  exact mul_mod_right n k

theorem dvd_of_mod_eq_zero {k n : Nat} (h : n % k = 0) : k ∣ n :=
  ⟨n / k, by have := div_add_mod n k; rw [h] at this; exact this.symm⟩

theorem dvd_iff_mod_eq_zero {k n : Nat} : k ∣ n ↔ n % k = 0 :=
  ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩

instance decidable_dvd (m n : Nat) : Decidable (m ∣ n) :=
  decidable_of_iff (n % m = 0) dvd_iff_mod_eq_zero.symm

theorem emod_pos_of_not_dvd {a b : Nat} (h : ¬a ∣ b) : b % a > 0 :=
  Nat.pos_of_ne_zero fun e => h (dvd_of_mod_eq_zero e)

protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (Nat.mul_one a).symm⟩

protected theorem dvd_trans {a b c : Nat} : a ∣ b → b ∣ c → a ∣ c :=
  fun ⟨x, hx⟩ ⟨y, hy⟩ => ⟨x * y, by rw [hy, hx, Nat.mul_assoc]⟩

protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩
protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩
protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm _ _⟩

protected theorem dvd_add {m n k : Nat} : k ∣ m → k ∣ n → k ∣ m + n :=
  fun ⟨a, ha⟩ ⟨b, hb⟩ => ⟨a + b, by rw [ha, hb, Nat.mul_add]⟩

end Nat
