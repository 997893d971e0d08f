/-!
# Gaps of the core

Small lemmas of Lean's core library that this library's `Init` does not have yet, under Lean's own
names, and nothing else. A lemma leaves this file when `Init` gains it.
-/
