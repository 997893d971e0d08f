"""The options that every Lean of this toolkit runs under, and nothing else."""

from __future__ import annotations

LEAN_OPTIONS = (
    # As in Mathlib. With Lean's own default a name that is not there becomes a variable: a
    # statement about ℂ would be read, and proved, as one about any type.
    "-DautoImplicit=false",
    "-DmaxErrors=1000000",
)

GOAL_OPTIONS = (
    # Goals are compared by their text, so no part of it may be cut off.
    "-Dpp.deepTerms=true",
)
"""Also where goals are read."""
