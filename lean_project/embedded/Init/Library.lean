prelude
import Init.Grind.Norm

/-! The whole hand-written library. The generated `Init.Unexpand` imports this module. -/
