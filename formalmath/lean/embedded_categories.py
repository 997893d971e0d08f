"""Says which syntax category a parser of Lean's Init library belongs to, and nothing else.

The compiled library does not tell the category: the attribute that gave it lies in Init's
.olean files. But names follow it. Lean names an unnamed `syntax` after its category
(`tacticRfl`, `term_+_`), named ones are grouped in namespaces, and a table has the rest.
"""

from __future__ import annotations

from formalmath.lean.embedded_names import Name

DECLARED_CATEGORIES = (
    ("rcasesPat", ""),
    ("rintroPat", ""),
    ("binderPred", ""),
    ("conv", " (behavior := both)"),
    ("rawStx", ""),
    ("mcasesPat", ""),
    ("mintroPat", ""),
    ("mrefinePat", ""),
    ("mrevertPat", ""),
    ("grind", ""),
    ("grind_filter", ""),
    ("grind_ref", " (behavior := both)"),
    ("grind_mod", ""),
    ("vcgenDischarge", ""),
    ("sym_simp_field", ""),
    ("sym_dsimp_field", ""),
    ("sym_simproc", ""),
    ("sym_dsimproc", ""),
    ("sym_discharger", ""),
)
"""Categories that Init declares (the others are built in), with their behavior."""

# The modules of Lean.* and Std.* are not part of Init: their syntax is left out, as an ordinary
# file does not have it. These namespaces are theirs; the longest that fits decides.
_OUTSIDE_INIT = frozenset(
    {
        *("Lean.Compiler", "Lean.Doc", "Lean.Elab", "Lean.Internal", "Lean.Json", "Lean.Linter"),
        *("Lean.Meta", "Lean.Option", "Lean.Parser.Sym", "Lean.PostprocessTraces"),
        *("Lean.PrettyPrinter", "Lean.Server", "Lean.Widget", "Lean._root_"),
        *("Std.DHashMap", "Std.DTreeMap", "Std.Do", "Std.HashMap", "Std.HashSet", "Std.Legacy"),
        *("Std.Sat", "Std.Time", "Std.TreeMap", "Std.TreeSet", "Std.WP"),
        "String.Internal",
    }
)
_INSIDE_INIT = frozenset({"Lean.Elab.Tactic.Ext"})

# By namespace: the category of everything in it.
_BY_NAMESPACE = {
    "Lean.Parser.Attr": "attr",
    "Lean.Parser.Command": "command",
    "Lean.Parser.Tactic": "tactic",
    "Lean.Parser.Tactic.Conv": "conv",
    "Lean.Parser.Tactic.Grind": "grind",
    "Lean.Parser.Tactic.rcasesPat": "rcasesPat",
    "Lean.Parser.Tactic.rintroPat": "rintroPat",
    "Lean.Elab.Tactic.Ext": "tactic",
}

# By namespace: beginnings of the last part that overrule the table above.
_EXCEPTIONS: dict[str, dict[str, str]] = {
    "Lean.Parser.Attr": {"grindMod": "grind_mod"},
    "Lean.Parser.Command": {"symSimp": "sym_simp_field", "symDSimp": "sym_dsimp_field"},
    "Lean.Parser.Tactic": {
        "rcasesPat": "rcasesPat",
        "rintroPat": "rintroPat",
        "mcasesPat": "mcasesPat",
        "mintroPat": "mintroPat",
        "mrefinePat": "mrefinePat",
        "mrevertPat": "mrevertPat",
        "vcgenDischarge": "vcgenDischarge",
    },
    "Lean.Parser.Tactic.Grind": {"grind_filter": "grind_filter", "grind_ref": "grind_ref"},
}

# Elsewhere: beginnings of the last part, as Lean makes them for unnamed syntax.
_BY_BEGINNING = {
    "binderPred": "binderPred",
    "tactic": "tactic",
    "term": "term",
    "command": "command",
    "conv": "conv",
    "stx": "stx",
    "prec": "prec",
    "prio": "prio",
    "attr": "attr",
    "grind": "grind",
    "doElem": "doElem",
}

# Named syntax whose name and namespace say nothing, by category.
_NAMED = {
    "term": "coeFunNotation coeNotation coeSortNotation boolIfThenElse rawNatLit Lean.byElab "
    "Lean.calc Lean.includeStr Lean.withAnnotateTerm Lean.modCast Lean.Parser.Syntax.exact?",
    "tactic": "Lean.calcTactic Lean.cdot Lean.solveTactic Lean.Parser.Tactic.Conv.conv "
    "Lean.Order.monotonicity",
    "attr": "Lean.deprecated Lean.deprecated_arg Lean.univ_out_params Lean.suggest_for "
    "Lean.builtin_command_code_action Lean.command_code_action Lean.Attr.coe",
    "command": "Lean.guardMsgsCmd Lean.guardPanicCmd Lean.infoTreesCmd Lean.reduceCmd Lean.runCmd "
    "Lean.runElab Lean.runMeta Lean.setLibrarySuggestionsCmd Lean.testExternCmd "
    "Lean.Parser.Command.InternalSyntax.end_local_scope Lean.Grind.grindLintCheck "
    "Lean.Grind.grindLintInspect Lean.Grind.grindLintMute Lean.Grind.grindLintSkip "
    "Lean.Parser.checkSimp Lean.Parser.checkSimpFailure Lean.Parser.checkTactic "
    "Lean.Parser.checkTacticFailure Lean.Parser.discrTreeKeyCmd "
    "Lean.Parser.discrTreeSimpKeyCmd Lean.Parser.resetGrindAttrs Lean.Parser.simprocPattern "
    "Lean.Parser.simprocPatternBuiltin Lean.Parser.timeCmd Lean.Parser.cbvSimprocPattern "
    "Lean.Parser.cbvSimprocPatternBuiltin",
    "prec": "precArg Lean.Parser.Syntax.addPrec Lean.Parser.Syntax.subPrec",
    "prio": "Lean.Parser.Syntax.addPrio Lean.Parser.Syntax.subPrio",
    "doElem": "Lean.Parser.Term.InternalSyntax.doSkip",
}
_CATEGORY_OF_NAMED = {
    name: category for category, names in _NAMED.items() for name in names.split()
}

# Syntax that Init declares `scoped`: it is on only where its namespace is open.
_SCOPED_NAMESPACES = frozenset({"Lean.Order"})
_SCOPED = frozenset(
    {
        "Array.term_~_",
        "BitVec.term__#'__",
        "Int.term-[_+1]",
        "List.term_<+_",
        "List.term_~_",
        "Rat.term_/._",
        "Vector.term_~_",
    }
)


def belongs_to_init(name: Name) -> bool:
    """Whether a constant of this name is one of Init's, by its namespace."""
    for length in range(len(name) - 1, 0, -1):
        namespace = ".".join(map(str, name[:length]))
        if namespace in _INSIDE_INIT:
            return True
        if namespace in _OUTSIDE_INIT:
            return False
    return True


def category_of(name: Name) -> str | None:
    """The category of the parser `name`; None where nothing tells it."""
    full = ".".join(map(str, name))
    if full in _CATEGORY_OF_NAMED:
        return _CATEGORY_OF_NAMED[full]
    namespace, last = ".".join(map(str, name[:-1])), str(name[-1])
    if last == "quot":  # `(category| ...), made for every declared category
        return "term"
    for beginning, category in _EXCEPTIONS.get(namespace, {}).items():
        if last.startswith(beginning):
            return category
    if namespace in _BY_NAMESPACE:
        return _BY_NAMESPACE[namespace]
    for beginning, category in _BY_BEGINNING.items():
        if last.startswith(beginning):
            return category
    return None


def scope_of(name: Name) -> Name:
    """The namespace that must be open for the parser `name` to be on; () where none is."""
    namespace, last = ".".join(map(str, name[:-1])), str(name[-1])
    scoped = f"{namespace}.{last}" in _SCOPED
    if scoped or (namespace in _SCOPED_NAMESPACES and last.startswith("term")):
        return name[:-1]
    return ()
