prelude
import Init.Prelude.Monad

/-! Names, syntax trees, parser descriptors and the macro monad. Constructor orders are those of the compiled Lean. -/

set_option linter.all false
set_option autoImplicit false
set_option bootstrap.inductiveCheckResultingUniverse false
set_option bootstrap.genMatcherCode false
set_option genSizeOf false
set_option genInjectivity false
set_option linter.defProp false
universe u v w u1 u2 u3 u4

@[inline] unsafe def unsafeCast {α : Sort u} {β : Sort v} (a : α) : β :=
  (cast (lcProof : Eq (PULift.{v, u} α) (PULift.{u, v} β)) (PULift.up a)).down

/-- The hash of a number inside a name. -/
@[extern "lean_uint64_of_nat"] opaque Lean.Name.hashNat (n : @& Nat) : UInt64
namespace Lean

inductive Name where
  | anonymous : Name
  | str (pre : Name) (str : String)
  | num (pre : Name) (i : Nat)
with
  @[computed_field] hash : Name → UInt64
    | .anonymous => Name.hashNat 1723
    | .str p s => mixHash p.hash s.hash
    | .num p v => mixHash p.hash (Name.hashNat v)

instance : Inhabited Name where default := Name.anonymous
namespace Name
abbrev mkStr (p : Name) (s : String) : Name := Name.str p s
abbrev mkNum (p : Name) (v : Nat) : Name := Name.num p v
abbrev mkSimple (s : String) : Name := .str .anonymous s
@[reducible] def mkStr1 (s₁ : String) : Name := .str .anonymous s₁
@[reducible] def mkStr2 (s₁ s₂ : String) : Name := .str (.str .anonymous s₁) s₂
@[reducible] def mkStr3 (s₁ s₂ s₃ : String) : Name := .str (.str (.str .anonymous s₁) s₂) s₃

@[reducible] def mkStr4 (s₁ s₂ s₃ s₄ : String) : Name :=
  .str (.str (.str (.str .anonymous s₁) s₂) s₃) s₄

@[reducible] def mkStr5 (s₁ s₂ s₃ s₄ s₅ : String) : Name := .str (mkStr4 s₁ s₂ s₃ s₄) s₅
@[reducible] def mkStr6 (s₁ s₂ s₃ s₄ s₅ s₆ : String) : Name := .str (mkStr5 s₁ s₂ s₃ s₄ s₅) s₆
@[reducible] def mkStr7 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ : String) : Name := .str (mkStr6 s₁ s₂ s₃ s₄ s₅ s₆) s₇

@[reducible] def mkStr8 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ s₈ : String) : Name :=
  .str (mkStr7 s₁ s₂ s₃ s₄ s₅ s₆ s₇) s₈

@[extern "lean_name_eq"] protected opaque beq : (@& Name) → (@& Name) → Bool

instance : BEq Name where beq := Name.beq
end Name

inductive SourceInfo where
  | original (leading : Substring.Raw) (pos : String.Pos.Raw) (trailing : Substring.Raw) (endPos : String.Pos.Raw)
  | synthetic (pos : String.Pos.Raw) (endPos : String.Pos.Raw) (canonical : Bool := false)
  | none

instance : Inhabited SourceInfo := ⟨SourceInfo.none⟩
abbrev SyntaxNodeKind := Name

inductive Syntax.Preresolved where
  | namespace (ns : Name)
  | decl (n : Name) (fields : List String)

inductive Syntax where
  | missing : Syntax
  | node (info : SourceInfo) (kind : SyntaxNodeKind) (args : Array Syntax) : Syntax
  | atom (info : SourceInfo) (val : String) : Syntax
  | ident (info : SourceInfo) (rawVal : Substring.Raw) (val : Name) (preresolved : List Syntax.Preresolved) : Syntax

instance : Inhabited Syntax where default := Syntax.missing
@[reducible] def SyntaxNodeKinds := List SyntaxNodeKind

structure TSyntax (ks : SyntaxNodeKinds) where
  raw : Syntax

instance {ks} : Inhabited (TSyntax ks) where default := ⟨default⟩
abbrev choiceKind : SyntaxNodeKind := .str .anonymous "choice"
abbrev nullKind : SyntaxNodeKind := .str .anonymous "null"
abbrev groupKind : SyntaxNodeKind := .str .anonymous "group"
abbrev identKind : SyntaxNodeKind := .str .anonymous "ident"
abbrev strLitKind : SyntaxNodeKind := .str .anonymous "str"
abbrev charLitKind : SyntaxNodeKind := .str .anonymous "char"
abbrev numLitKind : SyntaxNodeKind := .str .anonymous "num"
abbrev hexnumKind : SyntaxNodeKind := .str .anonymous "hexnum"
abbrev scientificLitKind : SyntaxNodeKind := .str .anonymous "scientific"
abbrev nameLitKind : SyntaxNodeKind := .str .anonymous "name"
abbrev fieldIdxKind : SyntaxNodeKind := .str .anonymous "fieldIdx"
abbrev hygieneInfoKind : SyntaxNodeKind := .str .anonymous "hygieneInfo"
abbrev interpolatedStrLitKind : SyntaxNodeKind := .str .anonymous "interpolatedStrLitKind"
abbrev interpolatedStrKind : SyntaxNodeKind := .str .anonymous "interpolatedStrKind"
namespace Syntax
@[extern "x"] opaque getKind (stx : Syntax) : SyntaxNodeKind
@[extern "x"] opaque isOfKind (stx : Syntax) (k : SyntaxNodeKind) : Bool
@[extern "x"] opaque getArg (stx : Syntax) (i : Nat) : Syntax
@[extern "x"] opaque getArgs (stx : Syntax) : Array Syntax
@[extern "x"] opaque getNumArgs (stx : Syntax) : Nat
@[extern "x"] opaque isMissing (stx : Syntax) : Bool
@[extern "x"] opaque getOptional? (stx : Syntax) : Option Syntax
@[extern "x"] opaque isNone (stx : Syntax) : Bool
@[extern "x"] opaque getId (stx : Syntax) : Name
@[extern "x"] opaque matchesNull (stx : Syntax) (n : Nat) : Bool
@[extern "x"] opaque matchesIdent (stx : Syntax) (id : Name) : Bool
@[extern "x"] opaque matchesLit (stx : Syntax) (k : SyntaxNodeKind) (val : String) : Bool
@[extern "x"] opaque setArgs (stx : Syntax) (args : Array Syntax) : Syntax
@[extern "x"] opaque setArg (stx : Syntax) (i : Nat) (arg : Syntax) : Syntax

def node1 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ : Syntax) : Syntax :=
  Syntax.node info kind (Array.push Array.empty a₁)

def node2 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ : Syntax) : Syntax :=
  Syntax.node info kind (Array.push (Array.push Array.empty a₁) a₂)

def node3 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ : Syntax) : Syntax :=
  Syntax.node info kind (((Array.empty.push a₁).push a₂).push a₃)

def node4 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ : Syntax) : Syntax :=
  Syntax.node info kind ((((Array.empty.push a₁).push a₂).push a₃).push a₄)

def node5 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ : Syntax) : Syntax :=
  Syntax.node info kind (((((Array.empty.push a₁).push a₂).push a₃).push a₄).push a₅)

def node6 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ : Syntax) : Syntax :=
  Syntax.node info kind ((((((Array.empty.push a₁).push a₂).push a₃).push a₄).push a₅).push a₆)

def node7 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : Syntax) : Syntax :=
  Syntax.node info kind (((((((Array.empty.push a₁).push a₂).push a₃).push a₄).push a₅).push a₆).push a₇)

def node8 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : Syntax) : Syntax :=
  Syntax.node info kind ((((((((Array.empty.push a₁).push a₂).push a₃).push a₄).push a₅).push a₆).push a₇).push a₈)

abbrev Term := TSyntax (List.cons (.str .anonymous "term") .nil)
abbrev Command := TSyntax (List.cons (.str .anonymous "command") .nil)
abbrev Tactic := TSyntax (List.cons (.str .anonymous "tactic") .nil)
abbrev Ident := TSyntax (List.cons identKind .nil)
abbrev StrLit := TSyntax (List.cons strLitKind .nil)
abbrev NumLit := TSyntax (List.cons numLitKind .nil)

structure SepArray (sep : String) where
  elemsAndSeps : Array Syntax

structure TSepArray (ks : SyntaxNodeKinds) (sep : String) where
  elemsAndSeps : Array Syntax
end Syntax

export Syntax (Term Command Ident StrLit NumLit)
def TSyntaxArray (ks : SyntaxNodeKinds) := Array (TSyntax ks)

@[extern "x"] opaque TSyntaxArray.rawImpl {ks : SyntaxNodeKinds} (as : TSyntaxArray ks) :
    Array Syntax

@[extern "x"] opaque mkAtom (val : String) : Syntax
@[extern "x"] opaque mkNullNode (args : Array Syntax) : Syntax
@[extern "x"] opaque SourceInfo.fromRef (ref : Syntax) (canonical : Bool := false) : SourceInfo
def MacroScope := Nat
abbrev MacroScopesView := Nat

inductive ParserDescr where
  | const (name : Name)
  | unary (name : Name) (p : ParserDescr)
  | binary (name : Name) (p₁ p₂ : ParserDescr)
  | node (kind : SyntaxNodeKind) (prec : Nat) (p : ParserDescr)
  | trailingNode (kind : SyntaxNodeKind) (prec lhsPrec : Nat) (p : ParserDescr)
  | symbol (val : String)
  | nonReservedSymbol (val : String) (includeIdent : Bool)
  | cat (catName : Name) (rbp : Nat)
  | parser (declName : Name)
  | nodeWithAntiquot (name : String) (kind : SyntaxNodeKind) (p : ParserDescr)
  | sepBy (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | sepBy1 (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | unicodeSymbol (val asciiVal : String) (preserveForPP : Bool)

instance : Inhabited ParserDescr where default := ParserDescr.symbol ""
abbrev TrailingParserDescr := ParserDescr
structure Parser.Category where

class MonadRef (m : Type → Type) where
  getRef : m Syntax
  withRef {α} : Syntax → m α → m α

export MonadRef (getRef)

def withRef {m : Type → Type} [Monad m] [MonadRef m] {α} (ref : Syntax) (x : m α) : m α :=
  MonadRef.withRef ref x

class MonadQuotation (m : Type → Type) extends MonadRef m where
  getCurrMacroScope : m MacroScope
  getContext : m Name
  withFreshMacroScope {α : Type} : m α → m α

export MonadQuotation (getCurrMacroScope withFreshMacroScope)

def MonadRef.mkInfoFromRefPos {m : Type → Type} [Monad m] [MonadRef m] : m SourceInfo :=
  bind getRef fun r => pure (SourceInfo.fromRef r)

@[extern "x"] opaque addMacroScope (mainModule : Name) (n : Name) (scp : MacroScope) : Name
namespace Macro
def MethodsRef : Type := PUnit

structure Context where
  methods : MethodsRef
  mainModule : Name
  currMacroScope : MacroScope
  currRecDepth : Nat := 0
  maxRecDepth : Nat := 512
  ref : Syntax

inductive Exception where
  | error : Syntax → String → Exception
  | unsupportedSyntax : Exception

structure State where
  macroScope : MacroScope
  expandedMacroDecls : List Name := .nil
  traceMsgs : List (Prod Name String) := .nil
end Macro

abbrev MacroM := ReaderT Macro.Context (EStateM Macro.Exception Macro.State)
abbrev Macro := Syntax → MacroM Syntax
instance {α} : Inhabited (MacroM α) := ⟨fun _ s => .error .unsupportedSyntax s⟩

instance : MonadRef MacroM where
  getRef := fun ctx s => .ok ctx.ref s
  withRef ref x := fun ctx s => x { ctx with ref := ref } s

instance : MonadQuotation MacroM where
  getCurrMacroScope := fun ctx s => .ok ctx.currMacroScope s
  getContext := fun ctx s => .ok ctx.mainModule s
  withFreshMacroScope x := fun ctx s =>
    x { ctx with currMacroScope := s.macroScope } { s with macroScope := Nat.succ s.macroScope }

def Macro.throwUnsupported {α} : MacroM α := fun _ s => .error .unsupportedSyntax s
@[extern "x"] opaque Macro.expandMacro? (stx : Syntax) : MacroM (Option Syntax)
namespace PrettyPrinter
abbrev UnexpandM := ReaderT Syntax (EStateM Unit Unit)
abbrev Unexpander := Syntax → UnexpandM Syntax

instance : MonadQuotation UnexpandM where
  getRef := fun r s => .ok r s
  withRef ref x := fun _ s => x ref s
  getCurrMacroScope := fun _ s => .ok (Nat.zero : Nat) s
  getContext := fun _ s => .ok (.str .anonymous "_fakeMod") s
  withFreshMacroScope x := x
end PrettyPrinter
end Lean

/-- A parameter that a tactic fills where the user gives none. -/
abbrev autoParam (α : Sort u) (tactic : Lean.Syntax) : Sort u := α
