"""The symbolic policy: tactics from the goal's shape, without a model."""

from search.symbolic.policy import RULES, Rule, SymbolicPolicy
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import Term, parse_term

__all__ = ["RULES", "Hypothesis", "Rule", "Shape", "SymbolicPolicy", "Term", "parse_term"]
