prelude
import Init.GrindCore

/-! The whole hand-written library. The generated `Init.Unexpand` imports this module. -/
