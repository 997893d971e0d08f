import Lake
open Lake DSL

/-- FormalMath as a Lake package: what its proofs may import where a full Lean with Mathlib is. -/
package formalmath where
  srcDir := "lean_project"

require mathlib from git
  "https://github.com/leanprover-community/mathlib4" @ "v4.35.0"

@[default_target]
lean_lib FormalMath
