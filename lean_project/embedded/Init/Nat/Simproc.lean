prelude
import Init.Omega.Facts

/-! What `simp`'s arithmetic procedures on `Nat` and `Int` refer to. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Nat.Simproc

theorem add_eq_gt (a : Nat) {b c : Nat} (h : b > c) : (a + b = c) = False :=
  propext ⟨fun _ => by omega, False.elim⟩

theorem eq_add_gt (a : Nat) {b c : Nat} (h : c > a) : (a = b + c) = False :=
  propext ⟨fun _ => by omega, False.elim⟩

theorem add_eq_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : (a + b = c + d) = (a = c + (d - b)) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem add_eq_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : (a + b = c + d) = (a + (b - d) = c) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem add_eq_le (a : Nat) {b c : Nat} (h : b ≤ c) : (a + b = c) = (a = c - b) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem eq_add_le {a : Nat} (b : Nat) {c : Nat} (h : c ≤ a) : (a = b + c) = (b = a - c) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem beqEqOfEqEq {a b c d : Nat} (p : (a = b) = (c = d)) : (a == b) = (c == d) := by
  by_cases h : a = b
  · rw [show (a == b) = true from decide_eq_true h, show (c == d) = true from decide_eq_true (p ▸ h)]
  · rw [show (a == b) = false from decide_eq_false h, show (c == d) = false from decide_eq_false (p ▸ h)]

theorem beqFalseOfEqFalse {a b : Nat} (p : (a = b) = False) : (a == b) = false :=
  decide_eq_false (p ▸ id)

theorem bneEqOfEqEq {a b c d : Nat} (p : (a = b) = (c = d)) : (a != b) = (c != d) :=
  congrArg Bool.not (beqEqOfEqEq p)

theorem bneTrueOfEqFalse {a b : Nat} (p : (a = b) = False) : (a != b) = true :=
  congrArg Bool.not (beqFalseOfEqFalse p)

theorem add_le_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : (a + b ≤ c + d) = (a ≤ c + (d - b)) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem add_le_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : (a + b ≤ c + d) = (a + (b - d) ≤ c) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem add_le_le (a : Nat) {b c : Nat} (h : b ≤ c) : (a + b ≤ c) = (a ≤ c - b) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem add_le_gt (a : Nat) {b c : Nat} (h : b > c) : (a + b ≤ c) = False :=
  propext ⟨fun _ => by omega, False.elim⟩

theorem le_add_le (a : Nat) {b c : Nat} (h : a ≤ c) : (a ≤ b + c) = True := eq_true (by omega)

theorem le_add_ge (a : Nat) {b c : Nat} (h : a ≥ c) : (a ≤ b + c) = (a - c ≤ b) :=
  propext ⟨fun _ => by omega, fun _ => by omega⟩

theorem sub_add_eq_comm (a b c : Nat) : a - (b + c) = a - c - b := by omega

theorem add_sub_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : a + b - (c + d) = a -
    (c + (d - b)) := by
  omega

theorem add_sub_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : a + b - (c + d) = a + (b - d) - c := by
  omega

theorem add_sub_le (a : Nat) {b c : Nat} (h : b ≤ c) : a + b - c = a - (c - b) := by omega
end Nat.Simproc

theorem Nat.dvd_eq_true_of_mod_eq_zero {m n : Nat} (h : n % m == 0) : (m ∣ n) = True :=
  eq_true (Nat.dvd_of_mod_eq_zero (eq_of_beq h))

theorem Nat.dvd_eq_false_of_mod_ne_zero {m n : Nat} (h : n % m != 0) : (m ∣ n) = False :=
  eq_false fun hd => by
  have := Nat.mod_eq_zero_of_dvd hd
  rw [this] at h; exact absurd h (by decide)

theorem Int.dvd_eq_true_of_mod_eq_zero {m n : Int} (h : n % m == 0) : (m ∣ n) = True :=
  eq_true (Int.dvd_of_emod_eq_zero (eq_of_beq h))

theorem Int.dvd_eq_false_of_mod_ne_zero {m n : Int} (h : n % m != 0) : (m ∣ n) = False :=
  eq_false fun hd => by
  have := Int.emod_eq_zero_of_dvd hd
  rw [this] at h; exact absurd h (by decide)

theorem Nat.add_sub_assoc {m k : Nat} (h : k ≤ m) (n : Nat) : n + m - k = n + (m - k) := by omega
