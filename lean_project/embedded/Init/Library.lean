prelude
import Init.AC
import Init.Data.List.Perm
import Init.Grind.Norm

/-! The whole hand-written library. The generated `Init.Unexpand` imports this module. -/
