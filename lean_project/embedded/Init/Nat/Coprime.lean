prelude
import Init.Nat.Dvd

/-! Greatest common divisors, least common multiples, coprime numbers. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Nat

/-! ### Greatest common divisors -/

@[simp] theorem gcd_zero_right (n : Nat) : gcd n 0 = n := by
  cases n with
  | zero => rfl
  | succ n =>
    show gcdAux (n + 1) (n + 1) 0 = n + 1
    unfold gcdAux
    rw [if_neg (by omega), zero_mod]
    cases n <;> rfl

theorem dvd_gcdAux (k : Nat) : ∀ fuel m n, m ≤ fuel → k ∣ m → k ∣ n → k ∣ gcdAux fuel m n := by
  intro fuel
  induction fuel with
  | zero => intro m n _ _ hn; exact hn
  | succ f ih =>
    intro m n h hm hn
    unfold gcdAux
    by_cases h0 : m = 0
    · rw [if_pos h0]; exact hn
    · rw [if_neg h0]
      exact ih _ _ (by have := mod_lt n (Nat.pos_of_ne_zero h0); omega) ((dvd_mod_iff hm).2 hn) hm

theorem dvd_gcd {k m n : Nat} : k ∣ m → k ∣ n → k ∣ gcd m n := dvd_gcdAux k m m n (Nat.le_refl m)
theorem dvd_gcd_iff {k m n : Nat} : k ∣ gcd m n ↔ k ∣ m ∧ k ∣ n :=
  ⟨fun h => ⟨Nat.dvd_trans h (gcd_dvd_left m n), Nat.dvd_trans h (gcd_dvd_right m n)⟩, fun ⟨h₁, h₂⟩ => dvd_gcd h₁ h₂⟩
theorem gcd_dvd (m n : Nat) : gcd m n ∣ m ∧ gcd m n ∣ n := ⟨gcd_dvd_left m n, gcd_dvd_right m n⟩

/-- A common divisor that every common divisor divides is the greatest. -/
theorem gcd_eq_of_forall_dvd {m n d : Nat} (hm : d ∣ m) (hn : d ∣ n) (h : ∀ k, k ∣ m → k ∣ n → k ∣ d) :
    gcd m n = d :=
  Nat.dvd_antisymm (h _ (gcd_dvd_left m n) (gcd_dvd_right m n)) (dvd_gcd hm hn)

theorem gcd_comm (m n : Nat) : gcd m n = gcd n m :=
  gcd_eq_of_forall_dvd (gcd_dvd_right n m) (gcd_dvd_left n m) fun _ hm hn => dvd_gcd hn hm

theorem gcd_assoc (m n k : Nat) : gcd (gcd m n) k = gcd m (gcd n k) :=
  gcd_eq_of_forall_dvd
    (dvd_gcd (gcd_dvd_left _ _) (Nat.dvd_trans (gcd_dvd_right _ _) (gcd_dvd_left _ _)))
    (Nat.dvd_trans (gcd_dvd_right _ _) (gcd_dvd_right _ _))
    fun _ h hk => dvd_gcd (dvd_gcd_iff.1 h).1 (dvd_gcd (dvd_gcd_iff.1 h).2 hk)

instance : Std.Commutative gcd := ⟨gcd_comm⟩
instance : Std.Associative gcd := ⟨gcd_assoc⟩

theorem gcd_rec (m n : Nat) : gcd m n = gcd (n % m) m :=
  gcd_eq_of_forall_dvd (gcd_dvd_right _ _) ((dvd_mod_iff (gcd_dvd_right _ _)).1 (gcd_dvd_left _ _))
    fun _ hm hn => dvd_gcd ((dvd_mod_iff hm).2 hn) hm

theorem gcd_succ (x y : Nat) : gcd (succ x) y = gcd (y % succ x) (succ x) := gcd_rec _ _
theorem gcd_add_one (x y : Nat) : gcd (x + 1) y = gcd (y % (x + 1)) (x + 1) := gcd_rec _ _
@[simp] theorem gcd_self (n : Nat) : gcd n n = n :=
  gcd_eq_of_forall_dvd (Nat.dvd_refl n) (Nat.dvd_refl n) fun _ h _ => h
@[simp] theorem gcd_one_left (n : Nat) : gcd 1 n = 1 := Nat.eq_one_of_dvd_one (gcd_dvd_left 1 n)
@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 := Nat.eq_one_of_dvd_one (gcd_dvd_right n 1)
theorem gcd_eq_left {m n : Nat} (h : m ∣ n) : gcd m n = m :=
  gcd_eq_of_forall_dvd (Nat.dvd_refl m) h fun _ h _ => h
theorem gcd_eq_right {m n : Nat} (h : n ∣ m) : gcd m n = n := by rw [gcd_comm, gcd_eq_left h]
theorem gcd_pos_of_pos_left {m : Nat} (n : Nat) (mpos : 0 < m) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_left m n) mpos
theorem gcd_pos_of_pos_right (m : Nat) {n : Nat} (npos : 0 < n) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_right m n) npos
theorem gcd_le_left {m : Nat} (n : Nat) (h : 0 < m) : gcd m n ≤ m := le_of_dvd h (gcd_dvd_left m n)
theorem gcd_le_right {m : Nat} (n : Nat) (h : 0 < n) : gcd m n ≤ n := le_of_dvd h (gcd_dvd_right m n)
theorem eq_zero_of_gcd_eq_zero_left {m n : Nat} (h : gcd m n = 0) : m = 0 :=
  eq_zero_of_zero_dvd (h ▸ gcd_dvd_left m n)
theorem eq_zero_of_gcd_eq_zero_right {m n : Nat} (h : gcd m n = 0) : n = 0 :=
  eq_zero_of_zero_dvd (h ▸ gcd_dvd_right m n)
@[simp] theorem gcd_eq_zero_iff {i j : Nat} : gcd i j = 0 ↔ i = 0 ∧ j = 0 :=
  ⟨fun h => ⟨eq_zero_of_gcd_eq_zero_left h, eq_zero_of_gcd_eq_zero_right h⟩, by rintro ⟨rfl, rfl⟩; rfl⟩

theorem gcd_mul_left (m n k : Nat) : gcd (m * n) (m * k) = m * gcd n k := by
  rcases Nat.eq_zero_or_pos m with e | hm
  · subst e; simp
  · refine gcd_eq_of_forall_dvd (Nat.mul_dvd_mul_left m (gcd_dvd_left n k))
      (Nat.mul_dvd_mul_left m (gcd_dvd_right n k)) fun d h₁ h₂ => ?_
    obtain ⟨c, hc⟩ := dvd_gcd (Nat.dvd_mul_right m n) (Nat.dvd_mul_right m k)
    have hd : d ∣ m * c := hc ▸ dvd_gcd h₁ h₂
    have h₃ : c ∣ n := Nat.dvd_of_mul_dvd_mul_left hm (hc ▸ gcd_dvd_left (m * n) (m * k))
    have h₄ : c ∣ k := Nat.dvd_of_mul_dvd_mul_left hm (hc ▸ gcd_dvd_right (m * n) (m * k))
    exact Nat.dvd_trans hd (Nat.mul_dvd_mul_left m (dvd_gcd h₃ h₄))

theorem gcd_mul_right (m n k : Nat) : gcd (m * n) (k * n) = gcd m k * n := by
  rw [Nat.mul_comm m, Nat.mul_comm k, gcd_mul_left, Nat.mul_comm]

@[simp] theorem gcd_add_mul_right_right (m n k : Nat) : gcd m (n + k * m) = gcd m n := by
  rw [gcd_rec m (n + k * m), gcd_rec m n, add_mul_mod_self_right]
@[simp] theorem gcd_add_self_right (m n : Nat) : gcd m (n + m) = gcd m n := by
  rw [gcd_rec m (n + m), gcd_rec m n, add_mod_right]
@[simp] theorem gcd_self_add_right (m n : Nat) : gcd m (m + n) = gcd m n := by
  rw [Nat.add_comm, gcd_add_self_right]
@[simp] theorem gcd_add_self_left (m n : Nat) : gcd (m + n) n = gcd m n := by
  rw [gcd_comm, gcd_add_self_right, gcd_comm]

theorem gcd_div {m n k : Nat} (H1 : k ∣ m) (H2 : k ∣ n) : gcd (m / k) (n / k) = gcd m n / k := by
  rcases Nat.eq_zero_or_pos k with e | hk
  · subst e; simp
  · obtain ⟨a, rfl⟩ := H1
    obtain ⟨b, rfl⟩ := H2
    rw [gcd_mul_left, Nat.mul_div_right _ hk, Nat.mul_div_right _ hk, Nat.mul_div_right _ hk]

/-! ### Least common multiples -/

theorem gcd_mul_lcm (m n : Nat) : gcd m n * lcm m n = m * n :=
  Nat.mul_div_cancel' (Nat.dvd_trans (gcd_dvd_left m n) (Nat.dvd_mul_right m n))

theorem lcm_comm (m n : Nat) : lcm m n = lcm n m := by unfold lcm; rw [gcd_comm, Nat.mul_comm]
@[simp] theorem lcm_zero_left (m : Nat) : lcm 0 m = 0 := by unfold lcm; rw [Nat.zero_mul, zero_div]
@[simp] theorem lcm_zero_right (m : Nat) : lcm m 0 = 0 := by rw [lcm_comm, lcm_zero_left]
@[simp] theorem lcm_one_left (m : Nat) : lcm 1 m = m := by unfold lcm; rw [gcd_one_left, Nat.one_mul, div_one]
@[simp] theorem lcm_one_right (m : Nat) : lcm m 1 = m := by rw [lcm_comm, lcm_one_left]

theorem dvd_lcm_left (m n : Nat) : m ∣ lcm m n := by
  unfold lcm
  rw [Nat.mul_div_assoc _ (gcd_dvd_right m n)]
  exact Nat.dvd_mul_right m _

theorem dvd_lcm_right (m n : Nat) : n ∣ lcm m n := lcm_comm n m ▸ dvd_lcm_left n m

theorem lcm_dvd {m n k : Nat} (H1 : m ∣ k) (H2 : n ∣ k) : lcm m n ∣ k := by
  rcases Nat.eq_zero_or_pos (gcd m n) with e | hg
  · have := eq_zero_of_gcd_eq_zero_left e
    subst this
    rw [lcm_zero_left]; exact H1
  · apply Nat.dvd_of_mul_dvd_mul_left hg
    rw [gcd_mul_lcm, ← gcd_mul_right]
    refine dvd_gcd ?_ ?_
    · exact Nat.mul_dvd_mul_left m H2
    · rw [Nat.mul_comm m]; exact Nat.mul_dvd_mul_left n H1

theorem lcm_dvd_iff {m n k : Nat} : lcm m n ∣ k ↔ m ∣ k ∧ n ∣ k :=
  ⟨fun h => ⟨Nat.dvd_trans (dvd_lcm_left m n) h, Nat.dvd_trans (dvd_lcm_right m n) h⟩, fun ⟨h₁, h₂⟩ => lcm_dvd h₁ h₂⟩
@[simp] theorem lcm_self (m : Nat) : lcm m m = m :=
  Nat.dvd_antisymm (lcm_dvd (Nat.dvd_refl m) (Nat.dvd_refl m)) (dvd_lcm_left m m)
theorem lcm_assoc (m n k : Nat) : lcm (lcm m n) k = lcm m (lcm n k) :=
  Nat.dvd_antisymm
    (lcm_dvd (lcm_dvd (dvd_lcm_left _ _) (Nat.dvd_trans (dvd_lcm_left _ _) (dvd_lcm_right _ _)))
      (Nat.dvd_trans (dvd_lcm_right _ _) (dvd_lcm_right _ _)))
    (lcm_dvd (Nat.dvd_trans (dvd_lcm_left _ _) (dvd_lcm_left _ _))
      (lcm_dvd (Nat.dvd_trans (dvd_lcm_right _ _) (dvd_lcm_left _ _)) (dvd_lcm_right _ _)))
theorem lcm_pos {m n : Nat} (hm : 0 < m) (hn : 0 < n) : 0 < lcm m n := by
  have h := gcd_mul_lcm m n
  have h' := Nat.mul_pos hm hn
  rw [← h] at h'
  exact (Nat.pos_and_pos_of_mul_pos h').2

/-! ### Coprime numbers -/

instance (m n : Nat) : Decidable (Coprime m n) := inferInstanceAs (Decidable (gcd m n = 1))

theorem coprime_iff_gcd_eq_one {m n : Nat} : gcd m n = 1 ↔ Coprime m n := Iff.rfl
theorem Coprime.gcd_eq_one {m n : Nat} (h : Coprime m n) : gcd m n = 1 := h
theorem Coprime.symm {n m : Nat} (h : Coprime n m) : Coprime m n := (gcd_comm m n).trans h
theorem coprime_comm {n m : Nat} : Coprime n m ↔ Coprime m n := ⟨Coprime.symm, Coprime.symm⟩
@[simp] theorem coprime_one_left_eq_true (n : Nat) : Coprime 1 n = True := eq_true (gcd_one_left n)
@[simp] theorem coprime_one_right_eq_true (n : Nat) : Coprime n 1 = True := eq_true (gcd_one_right n)
@[simp] theorem coprime_self (n : Nat) : Coprime n n ↔ n = 1 := by unfold Coprime; rw [gcd_self]

theorem Coprime.dvd_of_dvd_mul_right {k n m : Nat} (H1 : Coprime k n) (H2 : k ∣ m * n) : k ∣ m := by
  have h := dvd_gcd (Nat.dvd_mul_left k m) H2
  rwa [gcd_mul_left, H1.gcd_eq_one, Nat.mul_one] at h

theorem Coprime.dvd_of_dvd_mul_left {k m n : Nat} (H1 : Coprime k m) (H2 : k ∣ m * n) : k ∣ n :=
  H1.dvd_of_dvd_mul_right (Nat.mul_comm m n ▸ H2)

theorem Coprime.gcd_mul_left_cancel (m : Nat) (H : Coprime k n) : gcd (k * m) n = gcd m n :=
  gcd_eq_of_forall_dvd (Nat.dvd_trans (gcd_dvd_left m n) (Nat.dvd_mul_left m k)) (gcd_dvd_right m n)
    fun d h hn => dvd_gcd (Coprime.dvd_of_dvd_mul_left (Nat.eq_one_of_dvd_one
      (H ▸ dvd_gcd (gcd_dvd_right d k) (Nat.dvd_trans (gcd_dvd_left d k) hn))) h) hn

theorem Coprime.mul_left {m n k : Nat} (H1 : Coprime m k) (H2 : Coprime n k) : Coprime (m * n) k :=
  (H1.gcd_mul_left_cancel n).trans H2

theorem Coprime.mul_right {k m n : Nat} (H1 : Coprime k m) (H2 : Coprime k n) : Coprime k (m * n) :=
  (H1.symm.mul_left H2.symm).symm

theorem Coprime.pow_left {m k : Nat} (n : Nat) (H1 : Coprime m k) : Coprime (m ^ n) k := by
  induction n with
  | zero => exact gcd_one_left k
  | succ n ih => exact ih.mul_left H1

theorem Coprime.pow_right {k m : Nat} (n : Nat) (H1 : Coprime k m) : Coprime k (m ^ n) :=
  (H1.symm.pow_left n).symm

theorem Coprime.pow {k l : Nat} (m n : Nat) (H1 : Coprime k l) : Coprime (k ^ m) (l ^ n) :=
  (H1.pow_left m).pow_right n

theorem Coprime.coprime_dvd_left {k m n : Nat} (H1 : m ∣ k) (H2 : Coprime k n) : Coprime m n :=
  Nat.eq_one_of_dvd_one (H2 ▸ dvd_gcd (Nat.dvd_trans (gcd_dvd_left m n) H1) (gcd_dvd_right m n))

theorem Coprime.coprime_dvd_right {k m n : Nat} (H1 : n ∣ m) (H2 : Coprime k m) : Coprime k n :=
  (H2.symm.coprime_dvd_left H1).symm

theorem Coprime.mul_dvd_of_dvd_of_dvd {k n m : Nat} (H1 : Coprime k n) (H2 : k ∣ m) (H3 : n ∣ m) : k * n ∣ m := by
  obtain ⟨c, rfl⟩ := H2
  exact Nat.mul_dvd_mul_left k (H1.symm.dvd_of_dvd_mul_left H3)

theorem Coprime.lcm_eq_mul {m n : Nat} (h : Coprime m n) : lcm m n = m * n := by
  unfold lcm
  rw [h.gcd_eq_one, div_one]

theorem coprime_div_gcd_div_gcd {m n : Nat} (H : 0 < gcd m n) : Coprime (m / gcd m n) (n / gcd m n) := by
  unfold Coprime
  rw [gcd_div (gcd_dvd_left m n) (gcd_dvd_right m n), Nat.div_self H]

end Nat
