"""The policy that `formalmath prove` uses unless told otherwise, and nothing else."""

from __future__ import annotations

from search.certificates import CertificatePolicy
from search.mixture import MixedPolicy
from search.policy import Policy
from search.symbolic import SymbolicPolicy

DEFAULT_POLICY = "symbolic+certificates"
"""Its name in records; another mixture needs another name."""


def default_policy() -> Policy:
    """Certificates where they know something, and what the goal's shape suggests.

    A certificate was checked before it is proposed, so little else is tried before it.
    """
    return MixedPolicy([(CertificatePolicy(), 100.0), (SymbolicPolicy(), 1.0)])
