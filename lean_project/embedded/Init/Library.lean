prelude
import Init.Grind.Basic

/-! The whole hand-written library. The generated `Init.Unexpand` imports this module. -/
