/-!
# The primitives that the kernel computes by name

The kernel replaces the functions below, applied to literals, by its own big-number arithmetic; it looks at the name
and never at the definition. Here each is compared with a copy of its definition under another name, which the kernel
has to unfold. A definition that disagrees with the kernel's arithmetic would make the logic inconsistent.

Copies recurse on unary numbers, so large values stand where the recursion does not run through them.
-/

set_option maxRecDepth 100000

namespace Copy

def add : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => .succ (add n m)

def pred : Nat → Nat
  | 0 => 0
  | n + 1 => n

def sub : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => pred (sub n m)

def mul : Nat → Nat → Nat
  | _, 0 => 0
  | n, m + 1 => mul n m + n

def pow (m : Nat) : Nat → Nat
  | 0 => 1
  | n + 1 => pow m n * m

def beq : Nat → Nat → Bool
  | 0, 0 => true
  | 0, _ + 1 => false
  | _ + 1, 0 => false
  | n + 1, m + 1 => beq n m

def ble : Nat → Nat → Bool
  | 0, _ => true
  | _ + 1, 0 => false
  | n + 1, m + 1 => ble n m

/-- Quotient and remainder by repeated subtraction; `fuel` bounds the number of steps. -/
def divMod (y : Nat) : Nat → Nat → Nat × Nat
  | 0, x => (0, x)
  | fuel + 1, x => if Nat.ble y x then let (q, r) := divMod y fuel (x - y); (q + 1, r) else (0, x)

def div (x y : Nat) : Nat := if y = 0 then 0 else (divMod y x x).1
def mod (x y : Nat) : Nat := if y = 0 then x else (divMod y x x).2

def gcd (m n : Nat) : Nat := go m m n
where
  go : Nat → Nat → Nat → Nat
    | 0, _, n => n
    | fuel + 1, m, n => if m = 0 then n else go fuel (n % m) m

def log2 (n : Nat) : Nat := go n n
where
  go : Nat → Nat → Nat
    | 0, _ => 0
    | fuel + 1, n => if ble 2 n then go fuel (n / 2) + 1 else 0

def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat := go (n + m) n m
where
  go : Nat → Nat → Nat → Nat
    | 0, _, _ => 0
    | fuel + 1, n, m =>
      let low := if f (beq (n % 2) 1) (beq (m % 2) 1) then 1 else 0
      if n + m = 0 then 0 else 2 * go fuel (n / 2) (m / 2) + low

def land := bitwise (fun a b => a && b)
def lor := bitwise (fun a b => a || b)
def xor := bitwise (fun a b => a != b)

def shiftLeft : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftLeft (2 * n) m

def shiftRight : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftRight n m / 2

end Copy

/-! ## Every pair of small numbers -/

/-- All pairs below `n` give the same under `f` and `g`. -/
def agree {α : Type} [DecidableEq α] (n : Nat) (f g : Nat → Nat → α) : Bool :=
  decide (∀ a, a < n → ∀ b, b < n → f a b = g a b)

theorem add_small : agree 17 Nat.add Copy.add = true := by decide +kernel
theorem sub_small : agree 17 Nat.sub Copy.sub = true := by decide +kernel
theorem mul_small : agree 17 Nat.mul Copy.mul = true := by decide +kernel
theorem pow_small : agree 6 Nat.pow Copy.pow = true := by decide +kernel
theorem beq_small : agree 17 Nat.beq Copy.beq = true := by decide +kernel
theorem ble_small : agree 17 Nat.ble Copy.ble = true := by decide +kernel
theorem div_small : agree 17 Nat.div Copy.div = true := by decide +kernel
theorem mod_small : agree 17 Nat.mod Copy.mod = true := by decide +kernel
theorem gcd_small : agree 17 Nat.gcd Copy.gcd = true := by decide +kernel
theorem land_small : agree 17 Nat.land Copy.land = true := by decide +kernel
theorem lor_small : agree 17 Nat.lor Copy.lor = true := by decide +kernel
theorem xor_small : agree 17 Nat.xor Copy.xor = true := by decide +kernel
theorem shiftLeft_small : agree 10 Nat.shiftLeft Copy.shiftLeft = true := by decide +kernel
theorem shiftRight_small : agree 17 Nat.shiftRight Copy.shiftRight = true := by decide +kernel
theorem log2_small : (∀ n, n < 70 → Nat.log2 n = Copy.log2 n) := by decide +kernel
theorem succ_small : Nat.succ 4 = 5 ∧ Nat.zero = 0 := by decide +kernel

/-! ## Large numbers, beyond a machine word -/

abbrev big : Nat := 340282366920938463463374607431768211507 -- 2 ^ 128 + 51

theorem add_big : Nat.add big 90 = Copy.add big 90 := by decide +kernel
theorem sub_big : Nat.sub big 90 = Copy.sub big 90 := by decide +kernel
theorem sub_zero_big : Nat.sub 90 big = 0 := by decide +kernel
theorem mul_big : Nat.mul big 40 = Copy.mul big 40 := by decide +kernel
theorem pow_big : Nat.pow 2 200 = Copy.pow 2 200 := by decide +kernel
theorem pow_big_base : Nat.pow big 9 = Copy.pow big 9 := by decide +kernel
theorem beq_big : Nat.beq big 60 = Copy.beq big 60 := by decide +kernel
theorem beq_self_big : Nat.beq big big = true := by decide +kernel
theorem ble_big : Nat.ble 60 big = Copy.ble 60 big ∧ Nat.ble big 60 = Copy.ble big 60 := by decide +kernel
theorem div_big : Nat.div big (2 ^ 123) = Copy.div big (2 ^ 123) := by decide +kernel
theorem mod_big : Nat.mod big (2 ^ 123) = Copy.mod big (2 ^ 123) := by decide +kernel
theorem gcd_big : Nat.gcd (6 ^ 90) (10 ^ 80) = Copy.gcd (6 ^ 90) (10 ^ 80) := by decide +kernel
theorem land_big : Nat.land big (3 ^ 70) = Copy.land big (3 ^ 70) := by decide +kernel
theorem lor_big : Nat.lor big (3 ^ 70) = Copy.lor big (3 ^ 70) := by decide +kernel
theorem xor_big : Nat.xor big (3 ^ 70) = Copy.xor big (3 ^ 70) := by decide +kernel
theorem shiftLeft_big : Nat.shiftLeft big 70 = Copy.shiftLeft big 70 := by decide +kernel
theorem shiftRight_big : Nat.shiftRight big 70 = Copy.shiftRight big 70 := by decide +kernel
theorem log2_big : Nat.log2 big = Copy.log2 big := by decide +kernel

/-! ## Division by zero, zeros -/

theorem div_zero : Nat.div 7 0 = 0 ∧ Nat.div 0 0 = 0 ∧ Nat.mod 7 0 = 7 ∧ Nat.mod 0 0 = 0 := by decide +kernel
theorem gcd_zero : Nat.gcd 0 7 = 7 ∧ Nat.gcd 7 0 = 7 ∧ Nat.gcd 0 0 = 0 := by decide +kernel
theorem log2_zero : Nat.log2 0 = 0 ∧ Nat.log2 1 = 0 := by decide +kernel
theorem pow_zero : Nat.pow 0 0 = 1 ∧ Nat.pow 0 3 = 0 := by decide +kernel

/-! ## Literals of strings, characters and lists -/

theorem string_literal : "aλ😀" = String.ofList [Char.ofNat 97, Char.ofNat 955, Char.ofNat 128512] := rfl
theorem string_empty : "" = String.ofList [] := rfl
theorem string_toList : "ab".toList = ['a', 'b'] := rfl
theorem string_length : "aλ😀".toList.length = 3 := by decide +kernel
theorem string_ne : "ab" ≠ "ba" := by decide +kernel
theorem char_literal : 'a' = Char.ofNat 97 := rfl
theorem char_value : 'a'.val.toBitVec.toFin.val = 97 := rfl
theorem char_invalid : Char.ofNat 0xd800 = Char.ofNat 0 := rfl

/-! ## Integers, which the compiler computes natively -/

theorem int_div : (-7 : Int) / 2 = -4 ∧ (-7 : Int) % 2 = 1 ∧ (7 : Int) / -2 = -3 ∧ (7 : Int) % -2 = 1 := by
  decide +kernel
theorem int_zero : (7 : Int) / 0 = 0 ∧ (-7 : Int) % 0 = -7 := by decide +kernel
theorem int_mul : (-3 : Int) * -4 = 12 ∧ (-3 : Int) * 4 = -12 ∧ (2 : Int) - 5 = -3 := by decide +kernel
