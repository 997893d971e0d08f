import Mathlib.Algebra
/-!
# Divisibility

`a ∣ b` in every monoid, with the general lemmas that a proof calls by name, and nothing else. On ℕ and
ℤ it is the core library's own divisibility.
-/
universe u

/-- `a ∣ b` says that `b` is a multiple of `a`. -/
instance (priority := low) semigroupDvd {α : Type u} [Monoid α] : Dvd α := ⟨fun a b => ∃ c, b = a * c⟩

section Monoid
variable {α : Type u} [Monoid α] {a b c : α}
theorem dvd_def : a ∣ b ↔ ∃ c, b = a * c := Iff.rfl
theorem Dvd.intro (k : α) (h : a * k = b) : a ∣ b := ⟨k, h.symm⟩
theorem dvd_of_mul_right_eq (k : α) (h : a * k = b) : a ∣ b := ⟨k, h.symm⟩
@[simp] theorem dvd_refl (a : α) : a ∣ a := ⟨1, (mul_one a).symm⟩
theorem dvd_rfl : ∀ {a : α}, a ∣ a := fun {a} => dvd_refl a
theorem dvd_trans : a ∣ b → b ∣ c → a ∣ c
  | ⟨x, hx⟩, ⟨y, hy⟩ => ⟨x * y, by rw [hy, hx, mul_assoc]⟩
theorem Dvd.dvd.trans (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c := dvd_trans h₁ h₂
@[simp] theorem dvd_mul_right (a b : α) : a ∣ a * b := ⟨b, rfl⟩
theorem dvd_mul_of_dvd_left (h : a ∣ b) (c : α) : a ∣ b * c := dvd_trans h (dvd_mul_right b c)
theorem Dvd.dvd.mul_right (h : a ∣ b) (c : α) : a ∣ b * c := dvd_mul_of_dvd_left h c
theorem dvd_of_mul_right_dvd (h : a * b ∣ c) : a ∣ c := dvd_trans (dvd_mul_right a b) h
@[simp] theorem one_dvd (a : α) : 1 ∣ a := ⟨a, (one_mul a).symm⟩
theorem dvd_pow_self (a : α) {n : ℕ} (hn : n ≠ 0) : a ∣ a ^ n := by
  match n, hn with
  | n + 1, _ => rw [pow_succ']; exact dvd_mul_right a _
theorem dvd_pow {n : ℕ} (hxy : a ∣ b) (hn : n ≠ 0) : a ∣ b ^ n := dvd_trans hxy (dvd_pow_self b hn)
theorem pow_dvd_pow (a : α) {m n : ℕ} (h : m ≤ n) : a ^ m ∣ a ^ n :=
  ⟨a ^ (n - m), by rw [← pow_add, Nat.add_sub_cancel' h]⟩
end Monoid

section CommMonoid
variable {α : Type u} [CommMonoid α] {a b c d : α}
@[simp] theorem dvd_mul_left (a b : α) : a ∣ b * a := ⟨b, mul_comm b a⟩
theorem Dvd.intro_left (k : α) (h : k * a = b) : a ∣ b := ⟨k, by rw [mul_comm, h]⟩
theorem dvd_mul_of_dvd_right (h : a ∣ b) (c : α) : a ∣ c * b := dvd_trans h (dvd_mul_left b c)
theorem Dvd.dvd.mul_left (h : a ∣ b) (c : α) : a ∣ c * b := dvd_mul_of_dvd_right h c
theorem dvd_of_mul_left_dvd (h : a * b ∣ c) : b ∣ c := dvd_trans (dvd_mul_left b a) h
theorem mul_dvd_mul : a ∣ b → c ∣ d → a * c ∣ b * d
  | ⟨x, hx⟩, ⟨y, hy⟩ => ⟨x * y, by rw [hx, hy, mul_mul_mul_comm]⟩
theorem mul_dvd_mul_left (a : α) (h : b ∣ c) : a * b ∣ a * c := mul_dvd_mul (dvd_refl a) h
theorem mul_dvd_mul_right (h : a ∣ b) (c : α) : a * c ∣ b * c := mul_dvd_mul h (dvd_refl c)
theorem pow_dvd_pow_of_dvd (h : a ∣ b) (n : ℕ) : a ^ n ∣ b ^ n := by
  obtain ⟨c, rfl⟩ := h; exact ⟨c ^ n, mul_pow a c n⟩
end CommMonoid

section Semiring
variable {α : Type u} [Semiring α] {a b c : α}
@[simp] theorem dvd_zero (a : α) : a ∣ 0 := ⟨0, (mul_zero a).symm⟩
theorem dvd_add : a ∣ b → a ∣ c → a ∣ b + c
  | ⟨x, hx⟩, ⟨y, hy⟩ => ⟨x + y, by rw [hx, hy, mul_add]⟩
theorem eq_zero_of_zero_dvd : 0 ∣ a → a = 0
  | ⟨x, hx⟩ => by rw [hx, zero_mul]
theorem zero_dvd_iff : 0 ∣ a ↔ a = 0 := ⟨eq_zero_of_zero_dvd, fun h => by rw [h]; exact dvd_refl 0⟩
end Semiring

section Ring
variable {α : Type u} [Ring α] {a b c : α}
theorem dvd_neg : a ∣ -b ↔ a ∣ b := by
  constructor
  · rintro ⟨x, hx⟩; exact ⟨-x, by rw [mul_neg, ← hx, neg_neg]⟩
  · rintro ⟨x, hx⟩; exact ⟨-x, by rw [mul_neg, ← hx]⟩
theorem neg_dvd : -a ∣ b ↔ a ∣ b := by
  constructor
  · rintro ⟨x, hx⟩; exact ⟨-x, by rw [mul_neg, hx, neg_mul]⟩
  · rintro ⟨x, hx⟩; exact ⟨-x, by rw [hx, neg_mul, mul_neg, neg_neg]⟩
theorem dvd_sub (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b - c := by
  rw [sub_eq_add_neg]; exact dvd_add h₁ (dvd_neg.2 h₂)
theorem dvd_add_right (h : a ∣ b) : a ∣ b + c ↔ a ∣ c :=
  ⟨fun H => by
    have := dvd_sub H h
    rwa [show b + c - b = c by rw [sub_eq_add_neg, add_right_comm, add_neg_cancel, zero_add]] at this,
   dvd_add h⟩
theorem dvd_add_left (h : a ∣ c) : a ∣ b + c ↔ a ∣ b := by
  rw [add_comm]; exact dvd_add_right h
end Ring
