"""The policy that `formalmath prove` uses unless told otherwise, and nothing else."""

from __future__ import annotations

from formalmath.lean.toolchain import Toolchain
from search.certificates import CertificatePolicy
from search.mixture import MixedPolicy
from search.policy import Policy
from search.symbolic.library import policy_for

DEFAULT_POLICY = "symbolic+certificates"
"""Its name in records; another mixture needs another name."""


def default_policy(toolchain: Toolchain) -> Policy:
    """Certificates where they know something, and what the goal's shape suggests.

    A certificate was checked before it is proposed, so little else is tried before it.

    Raises:
        ToolchainError: a file of the library is missing or damaged.
    """
    return MixedPolicy([(CertificatePolicy(), 100.0), (policy_for(toolchain), 1.0)])
