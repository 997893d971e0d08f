import Mathlib

/-!
# The header of competition statements

`import FormalMath` gives a file what miniF2F's own header imports. The embedded Lean has a module
`Mathlib` of its own (`lean_project/embedded`), so that the same file is read by both.
-/
