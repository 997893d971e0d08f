"""The symbolic policy with what the Lean at hand has in its library, and nothing else."""

from __future__ import annotations

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.toolchain import Toolchain
from formalmath.paths import cache_dir
from search.premises import load_premises
from search.symbolic.policy import RULES, SymbolicPolicy
from search.symbolic.retrieval import retrieval_rule


def policy_for(toolchain: Toolchain) -> SymbolicPolicy:
    """The policy; with the embedded Lean, one that also draws on the library's theorems.

    Raises:
        ToolchainError: a file of the library is missing or damaged.
    """
    if not isinstance(toolchain, EmbeddedToolchain):
        return SymbolicPolicy()
    folder, key = toolchain.build.lean_path, toolchain.environment_hash
    premises = load_premises(folder, key, cache_dir() / "premises")
    return SymbolicPolicy((*RULES, retrieval_rule(premises)))
