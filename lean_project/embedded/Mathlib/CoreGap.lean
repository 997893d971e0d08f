/-!
# Gaps of the core

Small lemmas of Lean's core library that this library's `Init` does not have yet, under Lean's own
names, and nothing else. A lemma leaves this file when `Init` gains it.
-/

theorem and_congr_right {a b c : Prop} (h : a → (b ↔ c)) : a ∧ b ↔ a ∧ c :=
  ⟨fun ⟨x, y⟩ => ⟨x, (h x).1 y⟩, fun ⟨x, y⟩ => ⟨x, (h x).2 y⟩⟩

theorem or_left_comm {a b c : Prop} : a ∨ (b ∨ c) ↔ b ∨ (a ∨ c) :=
  ⟨fun | .inl h => .inr (.inl h) | .inr (.inl h) => .inl h | .inr (.inr h) => .inr (.inr h),
    fun | .inl h => .inr (.inl h) | .inr (.inl h) => .inl h | .inr (.inr h) => .inr (.inr h)⟩

namespace Nat

protected theorem eq_zero_or_pos : ∀ n : Nat, n = 0 ∨ 0 < n
  | 0 => .inl rfl
  | _ + 1 => .inr (Nat.zero_lt_succ _)

protected theorem mul_sub (k m n : Nat) : k * (m - n) = k * m - k * n := by
  rcases Nat.le_total n m with h | h
  · obtain ⟨d, rfl⟩ := Nat.le.dest h
    rw [Nat.mul_add]; rw [Nat.add_sub_cancel_left, Nat.add_sub_cancel_left]
  · have := Nat.mul_le_mul_left k h
    rw [show m - n = 0 by omega, Nat.mul_zero]; omega

protected theorem sub_mul (n m k : Nat) : (n - m) * k = n * k - m * k := by
  rw [Nat.mul_comm, Nat.mul_sub, Nat.mul_comm k n, Nat.mul_comm k m]

theorem le_of_dvd {m n : Nat} (hn : 0 < n) : m ∣ n → m ≤ n := by
  rintro ⟨k, rfl⟩
  cases k with
  | zero => rw [Nat.mul_zero] at hn; exact absurd hn (Nat.lt_irrefl 0)
  | succ k => rw [Nat.mul_add_one]; omega

protected theorem dvd_sub {k m n : Nat} : k ∣ m → k ∣ n → k ∣ m - n :=
  fun ⟨a, ha⟩ ⟨b, hb⟩ => ⟨a - b, by rw [ha, hb, Nat.mul_sub]⟩

protected theorem dvd_antisymm {m n : Nat} (h₁ : m ∣ n) (h₂ : n ∣ m) : m = n := by
  rcases Nat.eq_zero_or_pos m with h | h
  · subst h; obtain ⟨k, hk⟩ := h₁; rw [hk, Nat.zero_mul]
  · rcases Nat.eq_zero_or_pos n with h' | h'
    · subst h'; obtain ⟨k, hk⟩ := h₂; rw [hk, Nat.zero_mul]
    · exact Nat.le_antisymm (le_of_dvd h' h₁) (le_of_dvd h h₂)

end Nat

protected theorem Subtype.ext {α : Sort _} {p : α → Prop} : ∀ {a₁ a₂ : {x // p x}},
    a₁.val = a₂.val → a₁ = a₂
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

theorem Fin.val_congr {n : Nat} {a b : Fin n} (h : a = b) : a.val = b.val := h ▸ rfl
