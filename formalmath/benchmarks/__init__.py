"""Sets of theorems to be proved, each under its name in `BENCHMARKS`."""

from __future__ import annotations

from collections.abc import Mapping

from formalmath.benchmarks import heldout, minif2f
from formalmath.benchmarks.problem import Loader, Problem
from formalmath.benchmarks.support import Support, SupportStatus, elaborates

__all__ = ["BENCHMARKS", "Loader", "Problem", "Support", "SupportStatus", "elaborates"]

BENCHMARKS: Mapping[str, Loader] = {minif2f.NAME: minif2f.load, heldout.NAME: heldout.load}
