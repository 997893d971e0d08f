import Mathlib.Interval
/-!
# Finite types

`Fintype α`, `Finset.univ`, `Set.toFinset`, `Finite`, `Set.Finite` and `Set.ncard`, sums over a whole
type, decidable quantifiers over it, and nothing else.
-/
universe u v

/-- `α` is finite: `elems` is the set of all its elements. -/
class Fintype (α : Type u) where
  elems : Finset α
  complete : ∀ x : α, x ∈ elems

/-- The set of all elements of a finite type. -/
def Finset.univ {α : Type u} [Fintype α] : Finset α := Fintype.elems
@[simp] theorem Finset.mem_univ {α : Type u} [Fintype α] (x : α) : x ∈ (univ : Finset α) :=
  Fintype.complete x
/-- The number of elements of a finite type. -/
def Fintype.card (α : Type u) [Fintype α] : ℕ := (Finset.univ : Finset α).card

instance : Fintype Bool where
  elems := ⟨Multiset.ofList [true, false], (by decide : [true, false].Nodup)⟩
  complete x := by cases x <;> decide
instance : Fintype Unit := ⟨⟨Multiset.ofList [()], .cons (fun _ h => absurd h List.not_mem_nil) .nil⟩, fun _ => .head _⟩
/-- All elements of `Fin n`, from the list `s, s + 1, ...` of their values. -/
private def finRun (n : ℕ) : ∀ k s : ℕ, s + k ≤ n → List (Fin n)
  | 0, _, _ => []
  | k + 1, s, h => ⟨s, by omega⟩ :: finRun n k (s + 1) (by omega)
private theorem mem_finRun {n : ℕ} {x : Fin n} : ∀ {k s : ℕ} {h : s + k ≤ n},
    x ∈ finRun n k s h ↔ s ≤ x.val ∧ x.val < s + k
  | 0, s, h => ⟨fun h => absurd h List.not_mem_nil, fun h => by omega⟩
  | k + 1, s, h => by
    rw [finRun, List.mem_cons, mem_finRun]
    constructor
    · rintro (e | h')
      · rw [e]; exact ⟨Nat.le_refl s, by show s < _; omega⟩
      · omega
    · intro h'
      rcases (by omega : x.val = s ∨ s + 1 ≤ x.val) with e | e
      · exact .inl (Fin.eq_of_val_eq e)
      · exact .inr (by omega)
private theorem nodup_finRun {n : ℕ} : ∀ {k s : ℕ} {h : s + k ≤ n}, (finRun n k s h).Nodup
  | 0, _, _ => .nil
  | k + 1, s, h => by
    rw [finRun, List.nodup_cons, mem_finRun]
    exact ⟨fun h => by have : s + 1 ≤ s := h.1; omega, nodup_finRun⟩
instance Fin.fintype (n : ℕ) : Fintype (Fin n) where
  elems := ⟨Multiset.ofList (finRun n n 0 (by omega)), nodup_finRun⟩
  complete x := mem_finRun.2 ⟨by omega, by have := x.2; omega⟩

/-- The finite set of the elements of `s`. -/
def Set.toFinset {α : Type u} (s : Set α) [Fintype s] : Finset α :=
  ⟨(Finset.univ : Finset s).1.map Subtype.val,
    Multiset.Nodup.map_on (fun _ _ _ _ h => Subtype.ext h) Finset.univ.2⟩
@[simp] theorem Set.mem_toFinset {α : Type u} {s : Set α} [Fintype s] {a : α} :
    a ∈ s.toFinset ↔ a ∈ s :=
  Multiset.mem_map.trans
    ⟨fun ⟨x, _, e⟩ => e ▸ x.2, fun h => ⟨⟨a, h⟩, Finset.mem_univ _, rfl⟩⟩

section Decidable
variable {α : Type u} [Fintype α] {p : α → Prop} [DecidablePred p]
instance Fintype.decidableForallFintype : Decidable (∀ a, p a) :=
  decidable_of_iff (∀ a, a ∈ (Finset.univ : Finset α) → p a)
    ⟨fun h a => h a (Finset.mem_univ a), fun h a _ => h a⟩
instance Fintype.decidableExistsFintype : Decidable (∃ a, p a) :=
  decidable_of_iff (∃ a, a ∈ (Finset.univ : Finset α) ∧ p a)
    ⟨fun ⟨a, _, h⟩ => ⟨a, h⟩, fun ⟨a, h⟩ => ⟨a, Finset.mem_univ a, h⟩⟩
end Decidable

/-- Some list holds every element of `α`. -/
class inductive Finite (α : Type u) : Prop
  | intro (l : List α) (h : ∀ x, x ∈ l) : Finite α
/-- Not finite. -/
class Infinite (α : Type u) : Prop where
  not_finite : ¬Finite α

namespace Set
variable {α : Type u}
/-- The set has finitely many elements. -/
protected def Finite (s : Set α) : Prop := Finite s
/-- The set has infinitely many elements. -/
protected def Infinite (s : Set α) : Prop := ¬s.Finite

theorem finite_iff_exists_finset {s : Set α} : s.Finite ↔ ∃ t : Finset α, ∀ x, x ∈ t ↔ x ∈ s := by
  have : DecidableEq α := fun _ _ => Classical.propDecidable _
  constructor
  · rintro ⟨l, h⟩
    refine ⟨(l.map Subtype.val).toFinset, fun x => ?_⟩
    rw [List.mem_toFinset, List.mem_map]
    exact ⟨fun ⟨y, _, e⟩ => e ▸ y.2, fun hx => ⟨⟨x, hx⟩, h _, rfl⟩⟩
  · rintro ⟨⟨⟨l⟩, n⟩, h⟩
    have key : ∀ l : List α, (∀ x, x ∈ l → x ∈ s) → ∃ l' : List s, ∀ x : s, x.1 ∈ l → x ∈ l' := by
      intro l
      induction l with
      | nil => intro _; exact ⟨[], fun _ h => absurd h List.not_mem_nil⟩
      | cons a l ih =>
        intro hl
        obtain ⟨l', h'⟩ := ih fun x hx => hl x (.tail _ hx)
        refine ⟨⟨a, hl a (.head _)⟩ :: l', fun x hx => ?_⟩
        rcases List.mem_cons.1 hx with e | hx
        · exact List.mem_cons.2 (.inl (Subtype.ext e))
        · exact .tail _ (h' x hx)
    obtain ⟨l', h'⟩ := key l fun x hx => (h x).1 hx
    exact ⟨l', fun x => h' x ((h x.1).2 x.2)⟩

/-- A finite set as a `Finset`, by choice. -/
protected noncomputable def Finite.toFinset {s : Set α} (h : s.Finite) : Finset α :=
  Classical.choose (finite_iff_exists_finset.1 h)
@[simp] theorem Finite.mem_toFinset {s : Set α} (h : s.Finite) {a : α} : a ∈ h.toFinset ↔ a ∈ s :=
  Classical.choose_spec (finite_iff_exists_finset.1 h) a
theorem Finite.subset {s : Set α} (hs : s.Finite) {t : Set α} (ht : t ⊆ s) : t.Finite := by
  obtain ⟨f, hf⟩ := finite_iff_exists_finset.1 hs
  have : DecidablePred (· ∈ t) := fun _ => Classical.propDecidable _
  exact finite_iff_exists_finset.2 ⟨f.filter (· ∈ t), fun x => by
    rw [Finset.mem_filter, hf]; exact ⟨(·.2), fun h => ⟨ht h, h⟩⟩⟩

open Classical in
/-- The number of elements of `s`; 0 if there are infinitely many. -/
noncomputable def ncard (s : Set α) : ℕ := if h : s.Finite then h.toFinset.card else 0
theorem finite_coe_finset (s : Finset α) : (s : Set α).Finite :=
  finite_iff_exists_finset.2 ⟨s, fun _ => Iff.rfl⟩
@[simp] theorem ncard_coe_finset (s : Finset α) : (s : Set α).ncard = s.card := by
  unfold ncard
  rw [dif_pos (finite_coe_finset s)]
  congr
  exact Finset.ext fun x => Finite.mem_toFinset _
theorem ncard_eq_of_finset {s : Set α} (t : Finset α) (h : ∀ x, x ∈ t ↔ x ∈ s) : s.ncard = t.card := by
  rw [← ncard_coe_finset t, show (t : Set α) = s from ext h]
theorem ncard_eq_toFinset_card' (s : Set α) [Fintype s] : s.ncard = s.toFinset.card :=
  ncard_eq_of_finset _ fun _ => mem_toFinset
end Set

/-- `∑ x, f x` and `∑ x : α, f x`: the sum over a finite type. -/
syntax (name := bigsumUniv) "∑ " ident (" : " term)? ", " term:67 : term
/-- `∏ x, f x` and `∏ x : α, f x`: the product over a finite type. -/
syntax (name := bigprodUniv) "∏ " ident (" : " term)? ", " term:67 : term
macro_rules
  | `(∑ $x:ident, $f) => `(Finset.sum Finset.univ (fun $x:ident => $f))
  | `(∑ $x:ident : $t, $f) => `(Finset.sum Finset.univ (fun $x:ident : $t => $f))
  | `(∏ $x:ident, $f) => `(Finset.prod Finset.univ (fun $x:ident => $f))
  | `(∏ $x:ident : $t, $f) => `(Finset.prod Finset.univ (fun $x:ident : $t => $f))
