import Mathlib
/-! Every definition and notation of the embedded Mathlib layer: what it means and what it does not. -/

set_option maxHeartbeats 0

open BigOperators Real Nat Topology Rat

-- Notation: ∃!, injectivity, iteration
example : ∃! x : ℕ, x + 1 = 3 := ⟨2, rfl, fun y h => by omega⟩
example : ¬∃! x : ℤ, x * x = 1 := fun h => by
  have := h.unique (y₁ := 1) (y₂ := -1) (by decide) (by decide)
  omega
example : Function.Injective (fun x : ℕ => 2 * x) := fun a b h => by simp at h; omega
example : ¬Function.Injective (fun x : ℤ => x * x) := fun h => by
  have := h (show (1 : ℤ) * 1 = (-1) * (-1) by decide); omega
example : Function.Surjective (fun x : ℤ => x + 1) := fun b => ⟨b - 1, by simp⟩
example : ¬Function.Surjective (fun x : ℕ => x + 1) := fun h => by
  obtain ⟨a, ha⟩ := h 0; simp at ha
example : ¬Function.Bijective (fun x : ℕ => x + 1) := fun h => by
  obtain ⟨a, ha⟩ := h.2 0; simp at ha
example : (fun x : ℕ => x + 2)^[5] 1 = 11 := rfl
example : (fun x : ℕ => 2 * x)^[10] 1 = 1024 := by decide
example (f : ℕ → ℕ) (n x : ℕ) : f^[n + 1] x = f (f^[n] x) := Function.iterate_succ_apply' f n x

-- Algebra: general lemmas on ℕ and ℤ
example (a b : ℤ) : a + b = b + a := add_comm a b
example (a b c : ℕ) : a * (b + c) = a * b + a * c := mul_add a b c
example (a b c : ℤ) : a * (b - c) = a * b - a * c := mul_sub a b c
example (a : ℤ) (n : ℕ) : a ^ (n + 1) = a ^ n * a := pow_succ a n
example (a b : ℕ) : (a * b) ^ 3 = a ^ 3 * b ^ 3 := mul_pow a b 3
example (a b : ℤ) (h : a - b = 0) : a = b := sub_eq_zero.1 h
example (a b : ℤ) : (7 : ℤ) ^ 7 ∣ 7 ^ 7 * (a + b) := ⟨a + b, rfl⟩
example (x : ℤ) (h : 7 ^ 2 ∣ x) : ∃ k, x = 49 * k := h

-- Order, absolute value
example (a b : ℤ) (h : ¬a ≤ b) : b < a := not_le.1 h
example (a b c : ℕ) (h₁ : a ≤ b) (h₂ : b < c) : a < c := h₁.trans_lt h₂
example : |(-3 : ℤ)| = 3 := rfl
example : |(-3 : ℤ)| = 3 := by norm_num
example : abs (((3491 - 60) * (3491 + 60) - 3491 ^ 2) : ℤ) = 3600 := by decide
example (a : ℤ) : 0 ≤ |a| := abs_nonneg a
example (x : ℤ) : |x - 2| ≤ 5 ↔ -3 ≤ x ∧ x ≤ 7 := by rw [abs_le]; omega
example : ¬∀ a : ℤ, |a| = a := fun h => absurd (h (-1)) (by decide)
example : max 3 5 = 5 ∧ min (3 : ℤ) 5 = 3 := by decide
example : (3 : ℕ) ⊔ 5 = 5 := rfl
example : Monotone (fun n : ℕ => n + n) := fun a b h => by
  show a + a ≤ b + b; omega
example : ¬StrictMono (fun n : ℕ => n / 2) := fun h => by
  have := h (show 0 < 1 by decide); simp at this

-- Parity
example : Even 4 ∧ ¬Even 7 ∧ Odd (-3 : ℤ) ∧ ¬Odd (0 : ℤ) := by decide
example (n : ℕ) (h : Even n) : n % 2 = 0 := Nat.even_iff.1 h
example (n : ℤ) (h : Odd n) : ∃ m, n = 2 * m + 1 := h
example (n : ℕ) (h : Even n) : ∃ r, n = r + r := h
example (n : ℕ) : Even n ∨ Odd n := Nat.even_or_odd n
example (m n : ℕ) : Even (m * n) ↔ Even m ∨ Even n := Nat.even_mul
example : Even 10 ∧ ¬Odd 10 := by norm_num
example (f : ℤ → ℤ) (h : ∀ n, Even n → f n = n ^ 2) : f 4 = 16 := by
  rw [h 4 (by decide)]; rfl

-- Primes
example : Nat.Prime 2 ∧ Nat.Prime 97 ∧ ¬Nat.Prime 0 ∧ ¬Nat.Prime 1 ∧ ¬Nat.Prime 91 := by decide
example : Nat.Prime 9973 := by norm_num
example : ¬Nat.Prime 9971 := by norm_num
example : Nat.Prime 999983 := by decide +kernel
example (p : ℕ) (h : Nat.Prime p) (h2 : p ≠ 2) : p % 2 = 1 := h.eq_two_or_odd.resolve_left h2
example (p m n : ℕ) (hp : Nat.Prime p) (h : p ∣ m * n) : p ∣ m ∨ p ∣ n := hp.dvd_mul.1 h
example (p : ℕ) (hp : p.Prime) : ∀ m, m ∣ p → m = 1 ∨ m = p := hp.eq_one_or_self_of_dvd
example (p : ℕ) (h : 2 ≤ p) (H : ∀ m, m ∣ p → m = 1 ∨ m = p) : Nat.Prime p :=
  Nat.prime_def.2 ⟨h, H⟩
example (p a b : ℕ) (hp : Irreducible p) (h : p = a * b) : a = 1 ∨ b = 1 := by
  have := hp.isUnit_or_isUnit h; simpa using this
example : Nat.minFac 91 = 7 ∧ Nat.minFac 1 = 1 ∧ Nat.minFac 0 = 2 := by decide
example : Nat.Coprime 12 35 ∧ ¬Nat.Coprime 12 33 := by decide
example : Nat.gcd 180 168 = 12 ∧ Nat.lcm 9999 100001 = 90900909 := by decide

-- Factorials and binomial coefficients
example : 0! = 1 ∧ 5! = 120 ∧ 20! / 18! = 380 := by decide
example (n : ℕ) : (n + 1)! = (n + 1) * n ! := Nat.factorial_succ n
example (n : ℕ) : 0 < (n)! := Nat.factorial_pos n
example : 5! = 120 := by norm_num [Nat.factorial]
example : Nat.choose 10 3 = 120 ∧ choose 3 5 = 0 := by decide
example : Nat.choose 6 3 = 20 := by norm_num [Nat.choose]
example (n k : ℕ) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) :=
  Nat.choose_succ_succ n k
example (n k : ℕ) (h : k ≤ n) : choose n (n - k) = choose n k := Nat.choose_symm h
example : Nat.descFactorial 7 3 = 210 ∧ Nat.ascFactorial 5 3 = 210 := by decide

-- Congruences
example : 171 ≡ 80 [MOD 7] ∧ ¬171 ≡ 80 [MOD 8] := by decide
example : -1 ≡ 2 [ZMOD 3] ∧ ¬(-1 : ℤ) ≡ 1 [ZMOD 3] := by decide
example (a b n : ℕ) (h : a ≡ b [MOD n]) : a ^ 5 + 3 ≡ b ^ 5 + 3 [MOD n] := (h.pow 5).add_right 3
example (a b n : ℤ) : a ≡ b [ZMOD n] ↔ n ∣ b - a := Int.modEq_iff_dvd
example (a n : ℕ) (h : a ≡ 0 [MOD n]) : n ∣ a := Nat.modEq_zero_iff_dvd.1 h

-- Sets
example : (5 : ℕ) ∈ {x : ℕ | x < 6} ∧ ¬(7 : ℕ) ∈ {x | x < 6} := by decide
example : (5 : ℕ) ∈ {x ∈ ({5, 7} : Set ℕ) | x < 6} := by simp
example : ((1 : ℕ), 2) ∈ {(a, b) : ℕ × ℕ | a < b} := by simp
example : Set.Icc 1 3 = {x : ℕ | 1 ≤ x ∧ x ≤ 3} := rfl
example : Set.Ioo (1 : ℤ) 2 = ∅ := by ext x; simp; omega
example (s : Set ℕ) : s ⊆ Set.univ ∧ s ∩ sᶜ = ∅ := ⟨fun _ _ => trivial, by ext x; simp⟩
example : (fun x : ℕ => x + 1) '' {1, 2} = {2, 3} := by
  ext x; simp only [Set.mem_image, Set.mem_insert_iff, Set.mem_singleton_iff]
  constructor
  · rintro ⟨y, h | h, rfl⟩ <;> omega
  · rintro (h | h)
    · exact ⟨1, .inl rfl, h.symm⟩
    · exact ⟨2, .inr rfl, h.symm⟩
example : Set.range (fun n : ℕ => 2 * n) = {n | Even n} := by
  ext x; simp only [Set.mem_range, Set.mem_setOf_eq, Nat.even_iff]
  exact ⟨fun ⟨y, h⟩ => by omega, fun h => ⟨x / 2, by omega⟩⟩
example : IsLeast {x : ℕ | 30 * x ≡ 42 [MOD 47]} 39 := by
  refine ⟨by decide, fun x hx => ?_⟩
  simp only [Set.mem_setOf_eq, Nat.ModEq] at hx
  omega
example : ¬IsLeast {x : ℤ | x < 5} 0 := fun h => by
  have := h.2 (show (-1 : ℤ) ∈ {x : ℤ | x < 5} by decide); omega
example : IsGreatest {n : ℕ | 2 ^ n ∣ 48} 4 := by
  refine ⟨by decide, fun n hn => ?_⟩
  refine Nat.le_of_not_lt fun h => ?_
  have := Nat.dvd_trans (Nat.pow_dvd_pow 2 h) hn
  revert this; decide
example : ¬BddAbove (Set.univ : Set ℕ) := fun ⟨b, h⟩ => by
  have : b + 1 ≤ b := h (Set.mem_univ (b + 1)); omega

-- Finite sets
example : ({1, 2, 2} : Finset ℕ) = {2, 1} ∧ ({1, 2, 2} : Finset ℕ).card = 2 := by decide
example : (Finset.range 5).erase 3 = {0, 1, 2, 4} := by decide
example : ({1, 2} ∪ {2, 3} : Finset ℤ) = Finset.Icc 1 3 := by decide
example : ({1, 2} ∩ {2, 3} : Finset ℤ) = {2} ∧ ({1, 2} \ {2, 3} : Finset ℤ) = {1} := by decide
example : ({1, 2} : Finset ℕ) ⊂ Finset.range 3 ∧ ¬({3} : Finset ℕ) ⊆ Finset.range 3 := by decide
example : Finset.image (fun x : ℕ => x % 3) (Finset.range 10) = {0, 1, 2} := by decide
example : Finset.card (Finset.filter (fun x => x % 19 = 7) (Finset.Icc 100 999)) = 48 := by
  decide +kernel
example (x n : ℕ) : x ∈ Finset.range n ↔ x < n := by simp
example (x : ℤ) : x ∈ Finset.Icc 1 5 ↔ 1 ≤ x ∧ x ≤ 5 := Finset.mem_Icc
example : Finset.Ico 2 5 = {2, 3, 4} ∧ Finset.Ioc (2 : ℤ) 5 = {3, 4, 5} ∧
    Finset.Ioo 2 5 = {3, 4} := by decide
example (n : ℕ) : (Finset.range n).card = n := by simp
example (S : Finset ℤ) (h : ∀ n : ℤ, n ∈ S ↔ |n - 2| ≤ 5) : S.card = 11 := by
  have : S = Finset.Icc (-3) 7 := by ext x; rw [h, abs_le, Finset.mem_Icc]; omega
  rw [this]; rfl
example : ({x ∈ Finset.range 10 | x % 2 = 0} : Finset ℕ).card = 5 := by decide
example : (∀ x ∈ Finset.range 5, x < 5) ∧ ∃ x ∈ Finset.range 5, x = 4 := by decide

-- Sums and products
example : ∑ k ∈ Finset.range 101, k = 5050 := by decide +kernel
example : ∑ k in Finset.Icc 1 4, k ^ 2 = 30 := by rfl
example : ∏ k ∈ Finset.range 6, (2 * k + 1) = 10395 := by decide
example : ∑ k ∈ Finset.range 10 with k % 2 = 0, k = 20 := by decide
example : ∑ i : Fin 4, i.val = 6 ∧ ∏ i : Fin 3, (i.val + 1) = 6 := by decide
example : ∑ k ∈ Finset.range 3, (-2 : ℤ) ^ k = 3 := by
  rw [Finset.sum_range_succ, Finset.sum_range_succ, Finset.sum_range_one]; rfl
example (n : ℕ) : ∑ k ∈ Finset.range n, (2 * k + 1) = n ^ 2 := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [Finset.sum_range_succ, ih, pow_two, pow_two, Nat.add_mul, Nat.mul_add, Nat.mul_add]
    omega
example (f : ℕ → ℕ) (c n : ℕ) :
    c * ∑ k ∈ Finset.range n, f k = ∑ k ∈ Finset.range n, c * f k := Finset.mul_sum _ _ _
example : ∑ k ∈ Finset.range 8, (2 * k + 1) - ∑ k ∈ Finset.range 5, (8 + 2 * k) = (4 : ℤ) := by
  decide
example (n : ℕ) (f : ℕ → ℤ) :
    ∏ k ∈ Finset.range (n + 1), f k = (∏ k ∈ Finset.range n, f k) * f n :=
  Finset.prod_range_succ f n

-- Finite types
example : Fintype.card (Fin 7) = 7 ∧ Fintype.card Bool = 2 := by decide
example : ∀ x : Fin 5, x.val < 5 := by decide
example : Set.Finite {x : ℕ | x < 5} :=
  Set.finite_iff_exists_finset.2 ⟨Finset.range 5, fun x => by simp⟩
example : Set.ncard {x : ℕ | x < 5} = 5 := by
  rw [Set.ncard_eq_of_finset (Finset.range 5) fun x => by simp]; rfl
example : ¬Set.Finite (Set.univ : Set ℕ) := fun h => by
  obtain ⟨t, ht⟩ := Set.finite_iff_exists_finset.1 h
  have : Finset.range (t.card + 1) ⊆ t := fun x _ => (ht x).2 trivial
  have := Finset.card_le_card this
  rw [Finset.card_range] at this; omega

-- Divisors, digits, square roots, logarithms
example : Nat.divisors 12 = {1, 2, 3, 4, 6, 12} ∧ Nat.divisors 0 = ∅ := by decide
example : ∑ k ∈ Nat.properDivisors 198, k = 270 := by decide +kernel
example : (Nat.divisors (30 ^ 4)).card = 125 := by decide +kernel
example (d n : ℕ) : d ∈ n.divisors ↔ d ∣ n ∧ n ≠ 0 := Nat.mem_divisors
example : Nat.digits 10 123 = [3, 2, 1] ∧ Nat.digits 10 0 = [] := by decide
example : Nat.digits 10 123 = [3, 2, 1] := by norm_num
example : Nat.digits 0 5 = [5] ∧ Nat.digits 0 0 = [] ∧ Nat.digits 1 3 = [1, 1, 1] := by decide
example : Nat.ofDigits 10 [3, 2, 1] = 123 := by decide
example (b n : ℕ) : Nat.ofDigits b (Nat.digits b n) = n := Nat.ofDigits_digits b n
example : Nat.sqrt 196 = 14 ∧ Nat.sqrt 195 = 13 := by decide
example (m n : ℕ) : m ≤ Nat.sqrt n ↔ m * m ≤ n := Nat.le_sqrt
example : Nat.log 2 1023 = 9 ∧ Nat.log 2 1024 = 10 ∧ Nat.log 1 5 = 0 ∧ Nat.clog 2 1025 = 11 := by
  decide

-- Residues
example : (24⁻¹ : ZMod (11 ^ 2)) = 116 := by decide +kernel
example : (3 + 5 : ZMod 7) = 1 ∧ (3 : ZMod 7) ≠ 4 ∧ (-1 : ZMod 7) = 6 := by decide
example : ∀ x : ZMod 31, x ^ 30 = 1 ∨ x = 0 := by decide +kernel
example (a b : ZMod 12) : (a + b) * b = a * b + b * b := add_mul a b b
example (a b n : ℕ) : (a : ZMod n) = b ↔ a % n = b % n := ZMod.natCast_eq_natCast_iff' a b n

-- Positive natural numbers
example (n : ℕ+) : 0 < (n : ℕ) := n.pos
example (f : ℕ+ → ℕ) (h : ∀ x, f x = 12 * x + 7) : f 2 = 31 := h 2
example : (2 : ℕ+) + 3 = 5 ∧ ¬(2 : ℕ+) < 1 := by decide

-- Lists
example (A B C : ℕ) (h : [A, B, C].Pairwise (· ≠ ·)) : A ≠ B ∧ A ≠ C ∧ B ≠ C := by
  simpa [and_assoc] using h
example : [1, 2, 3].Nodup ∧ ¬[1, 2, 1].Nodup := by decide

-- Tactics
example : ∃ x y : ℕ, x * y = 6 ∧ x < y := by use 2, 3
example (h : ¬∀ x : ℕ, x ≤ 3) : ∃ x : ℕ, 3 < x := by push_neg at h; exact h
example (x : ℕ) (h : x < 2) : ¬x = 2 := by by_contra h'; subst h'; omega
example (x : ℕ) (h : x < 2) : x ≤ 2 := by
  by_contra h'
  rw [not_le] at h'
  exact absurd (h.trans h') (lt_irrefl x)
example (a b : ℤ) (h : b >= a) (h' : a <= 3) : a <= b ∧ a < 4 := ⟨h, Int.lt_add_one_of_le h'⟩

-- Ordered rings
example (a b : ℤ) : 0 ≤ (a - b) ^ 2 := sq_nonneg (a - b)
example (a b : ℤ) (ha : 0 < a) (hb : 0 < b) : 0 < a * b + 1 := add_pos (mul_pos ha hb) one_pos
example (a b : ℕ) (h : a ≤ b) : a ^ 3 ≤ b ^ 3 := pow_le_pow_left₀ (Nat.zero_le a) h 3
example (a b c : ℤ) (h : a ≤ b) (hc : 0 ≤ c) : c * a ≤ c * b := mul_le_mul_of_nonneg_left h hc
example (a b : ℤ) : 0 ≤ a - b ↔ b ≤ a := sub_nonneg
example : ¬∀ a b : ℤ, a ≤ b → a * a ≤ b * b := fun h => absurd (h (-2) 1 (by decide)) (by decide)

-- Number theory
example (n : ℕ) : ∃ p, n ≤ p ∧ Nat.Prime p := Nat.exists_infinite_primes n
example (p n : ℕ) (hp : p.Prime) : Nat.Coprime p n ↔ ¬p ∣ n := hp.coprime_iff_not_dvd
example (p : ℕ) (hp : p.Prime) : p ∣ 10! ↔ p ≤ 10 := hp.dvd_factorial
example (p : ℕ) (hp : p.Prime) : (Nat.divisors p).card = 2 := by
  have := hp.ne_one
  rw [hp.divisors, Finset.card_insert_of_notMem (by simp; omega), Finset.card_singleton]
example (n : ℕ) : (∑ i ∈ Finset.range n, i) * 2 = n * (n - 1) := Finset.sum_range_id_mul_two n
example (n : ℕ) : ∏ x ∈ Finset.Icc 1 n, x = n ! := Finset.prod_Icc_id_eq_factorial n
example (n : ℕ) (h : 4 ≤ n) : n ^ 2 ≤ n ! := by
  induction n, h using Nat.le_induction with
  | base => decide
  | succ n hn ih =>
    rw [Nat.factorial_succ, pow_two]
    refine Nat.mul_le_mul_left _ (Nat.le_trans ?_ ih)
    rw [pow_two]
    have := Nat.mul_le_mul_right n hn
    omega
example (a b n : ℕ) (h : a ≡ b [MOD n]) : Nat.gcd a n = Nat.gcd b n := h.gcd_eq

-- Printing
/-- info: fun s => ∑ x ∈ s, x = 3 ∧ {1, 2, 3} = s : Finset ℕ → Prop -/
#guard_msgs in
#check fun s : Finset ℕ => ∑ x ∈ s, x = 3 ∧ {1, 2, 3} = s
/-- info: fun a => |a - 1| ∈ {x | x ≤ 3} : ℤ → Prop -/
#guard_msgs in
#check fun a : ℤ => |a - 1| ∈ {x : ℤ | x ≤ 3}
/-- info: ∃! x, x = 2 : Prop -/
#guard_msgs in
#check ∃! x : ℕ, x = 2

-- Casts
example (a b : ℕ) : ((a * b + 3 : ℕ) : ZMod 7) = a * b + 3 := by push_cast; rfl
example (a b : ℤ) : ((a - b : ℤ) : ZMod 7) = a - b := by push_cast; rfl
example (a b : ℕ) (h : ((a + b + 1 : ℕ) : ℤ) = 3) : a + b = 2 := by push_cast at h; omega
example (a b : ℕ) (h : (a : ℤ) ^ 2 + b = 3) : a ^ 2 + b = 3 := by exact_mod_cast h
example (x : ℕ) (h : x.Coprime 7) : (x : ZMod 7) * (x : ZMod 7)⁻¹ = 1 := ZMod.coe_mul_inv_eq_one x h
example (x y : ℕ) : (Nat.gcd x y : ℤ) = x * Nat.gcdA x y + y * Nat.gcdB x y := Nat.gcd_eq_gcd_ab x y

-- Telescopes, geometric sums, differences of powers, Fermat
example (f : ℕ → ℤ) (n : ℕ) : ∑ i ∈ Finset.range n, (f (i + 1) - f i) = f n - f 0 :=
  Finset.sum_range_sub f n
example (x : ℤ) (n : ℕ) : (∑ i ∈ Finset.range n, x ^ i) * (x - 1) = x ^ n - 1 := geom_sum_mul x n
example (n : ℕ) : 9 ∣ 10 ^ n - 1 := by simpa using Nat.sub_dvd_pow_sub_pow 10 1 n
example (n : ℕ) (h : Odd n) : (3 : ℤ) ∣ 2 ^ n + 1 := by simpa using Odd.add_dvd_pow_add_pow 2 1 h
example (f : ℕ → ℕ → ℕ) : ∑ i ∈ Finset.range 3, ∑ j ∈ Finset.range 4, f i j =
    ∑ j ∈ Finset.range 4, ∑ i ∈ Finset.range 3, f i j := Finset.sum_comm
example (p : ℕ) [Fact p.Prime] (a : ZMod p) (h : a ≠ 0) : a ^ (p - 1) = 1 :=
  ZMod.pow_card_sub_one_eq_one h
example (p a : ℕ) (hp : Nat.Prime p) : p ∣ a ^ p - a := by
  have : Fact p.Prime := ⟨hp⟩
  have h := ZMod.pow_card (a : ZMod p)
  rw [← Nat.cast_pow, ZMod.natCast_eq_natCast_iff'] at h
  exact (Nat.modEq_iff_dvd' (Nat.le_self_pow hp.ne_zero a)).1 (Eq.symm h)

-- Divisibility, congruences, primes of products and powers
example (a b c : ℕ) (h : a ∣ b) (h' : b ∣ c) : a ∣ c ^ 2 := dvd_pow (h.trans h') (by decide)
example (a b c : ℤ) (h : a ∣ b) (h' : a ∣ c) : a ∣ b - c := dvd_sub h h'
example (a b : ℤ) : a ∣ b * a ∧ a ∣ -(a * b) := ⟨dvd_mul_left a b, dvd_neg.2 (dvd_mul_right a b)⟩
example (n : ℕ) (h : 0 ∣ n) : n = 0 := zero_dvd_iff.1 h
example (a b : ℕ) (h : 3 * a ≡ 3 * b [MOD 10]) : a ≡ b [MOD 10] :=
  h.cancel_left_of_coprime (by decide)
example : ¬∀ a b : ℕ, 2 * a ≡ 2 * b [MOD 10] → a ≡ b [MOD 10] := fun h =>
  absurd (h 0 5 (by decide)) (by decide)
example (a b : ℤ) (h : a ≡ b [ZMOD 12]) : a ≡ b [ZMOD 4] := h.of_mul_left 3
example (p : ℕ) (n : ℤ) (hp : p.Prime) (h : (p : ℤ) ∣ n ^ 3) : (p : ℤ) ∣ n := Int.Prime.dvd_pow' hp h
example (n : ℕ) (h : n ≠ 1) (hp : (2 ^ n - 1).Prime) : n.Prime :=
  (Nat.prime_of_pow_sub_one_prime h hp).2
example : ¬(91 : ℕ).Prime := Nat.not_prime_of_mul_eq (a := 7) (b := 13) rfl (by decide) (by decide)
example (n : ℤ) (h : ¬(7 : ℤ) ∣ n) : n ^ 6 ≡ 1 [ZMOD 7] :=
  Int.ModEq.pow_card_sub_one_eq_one (p := 7) (by decide +kernel) h
example : ∑ k ∈ Finset.range 6, Nat.choose 5 k = 2 ^ 5 := Nat.sum_range_choose 5
example : ¬∃ t : ℕ, t ^ 2 = 120 := Nat.not_exists_sq' (m := 10) (by decide) (by decide)
example (n : ℤ) : Even (n ^ 3) ↔ Even n := by rw [Int.even_pow]; simp
example : (Nat.divisors 18144000).card = 360 := by decide +kernel

-- Finite intervals still hold what they say
example : Finset.Icc (-2 : ℤ) 1 = {-2, -1, 0, 1} ∧ Finset.Ioo 3 6 = {4, 5} := by decide +kernel
example : (Finset.Icc 5 4).card = 0 ∧ ∑ k ∈ Finset.Ico 3 6, k = 12 := by decide +kernel

-- interval_cases
example (x : ℕ) (h : x < 10) (h' : 3 < x) (h'' : x ^ 2 = 25) : x = 5 := by
  interval_cases x <;> omega
example (x : ℤ) (h : |x| < 4) (h' : x ^ 2 = 9) : x = 3 ∨ x = -3 := by
  rw [abs_lt] at h; interval_cases x <;> omega
example (x : ℕ) : x % 3 * (x % 3) ≠ 2 := by
  interval_cases h : x % 3 <;> rw [h] <;> decide
example (x : ℕ) (_ : 2 ≤ x ∧ x < 4) : x = 2 ∨ x = 3 := by
  interval_cases x
  · left; rfl
  · right; rfl
example (x : ℕ) (h : 3 < x) : 3 < x := by
  fail_if_success interval_cases x
  exact h
