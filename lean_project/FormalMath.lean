import FormalMath.Prelude
