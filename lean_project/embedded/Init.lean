prelude
import Init.Unexpand

/-! What every ordinary Lean file imports: the hand-written library and the generated
syntax (`Init.Syntax`, which imports `Init.Prelude`) and unexpanders (`Init.Unexpand`, which
imports `Init.Library`). -/
