"""Policies and critics by name, as a person gives them on the command line; nothing else.

    default            what shape and exact arithmetic suggest; so do `symbolic+certificates`
    symbolic           what the shape of the goal suggests
    certificates       proofs by exact arithmetic
    uniform            the candidates of `symbolic` in a random order: the untrained start
    ranked:MODEL       the candidates of `symbolic` in the order of a causal model
    model:MODEL        what a causal model makes, each tactic drawn on its own
    beam:MODEL         what a causal model makes, the likeliest tactics that beam search finds
    http://HOST/v1#M   what the model M behind a server makes
    A+B                several of these together

MODEL is a transformers model: a folder, or a name on the Hub.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from formalmath.errors import InputError
from formalmath.pretrained import fingerprint
from search.agenda import Order
from search.critic import Critic
from search.default import DEFAULT_POLICY, default_policy
from search.mixture import MixedPolicy
from search.policy import Policy

if TYPE_CHECKING:
    from formalmath.lean.toolchain import Toolchain

_NAMES = ("default", "symbolic", "certificates", "uniform")
_KINDS = ("ranked:", "model:", "beam:", "http://", "https://")
_JOINT = re.compile(rf"\+(?=(?:{'|'.join(_NAMES)})(?:\+|$)|{'|'.join(_KINDS)})")

CERTAIN = 100.0
"""The trust in certificates, next to 1 in all else: one was checked before it is proposed."""


@dataclass(frozen=True)
class NamedPolicy:
    """A policy, and its name in records: another policy, or other weights, has another name."""

    policy: Policy
    name: str


@dataclass(frozen=True)
class NamedCritic:
    """A critic, and its name in records."""

    critic: Critic
    name: str


def open_policy(spec: str, toolchain: Toolchain, samples: int = 32) -> NamedPolicy:
    """The policy that `spec` names; see the head of this module.

    Args:
        samples: tactics that a model is to make at a state.

    Raises:
        InputError: it names none, or a model that cannot be loaded.
        ToolchainError: a file of the library is missing or damaged.
    """
    if spec in {"default", DEFAULT_POLICY}:
        return NamedPolicy(default_policy(toolchain), DEFAULT_POLICY)
    parts = [(part, _open(part, toolchain, samples)) for part in _JOINT.split(spec)]
    if len(parts) == 1:
        return parts[0][1]
    return NamedPolicy(
        MixedPolicy(
            [(named.policy, CERTAIN if part == "certificates" else 1.0) for part, named in parts]
        ),
        "+".join(named.name for _, named in parts),
    )


def open_critic(name: str) -> NamedCritic:
    """The critic in a folder, or of that name on the Hub.

    Raises:
        InputError: it cannot be loaded, or is no critic.
    """
    from search.models.critic import ModelCritic

    return NamedCritic(ModelCritic.open(name), fingerprint(name))


def ordered_by(order: str, critic: str) -> Order:
    """The order of that name, with a critic of that name; empty for none.

    Raises:
        InputError: there is no such order, or it and the critic do not fit.
    """
    try:
        chosen = Order(order)
    except ValueError:
        names = ", ".join(Order)
        raise InputError(f"There is no order {order!r}. Take one of {names}.") from None
    if chosen.wants_critic and not critic:
        raise InputError(f"--order {order} needs a critic. Name the folder of one with --critic.")
    if critic and not chosen.wants_critic:
        raise InputError("With --order log-prob no critic is asked. Say --order critic or both.")
    return chosen


def _open(spec: str, toolchain: Toolchain, samples: int) -> NamedPolicy:
    from search.certificates import CertificatePolicy
    from search.symbolic.library import policy_for
    from search.uniform import UniformPolicy

    match spec.partition(":"):
        case "default", "", "":
            return NamedPolicy(default_policy(toolchain), DEFAULT_POLICY)
        case "symbolic", "", "":
            return NamedPolicy(policy_for(toolchain), spec)
        case "certificates", "", "":
            return NamedPolicy(CertificatePolicy(), spec)
        case "uniform", "", "":
            return NamedPolicy(UniformPolicy(policy_for(toolchain)), "uniform(symbolic)")
        case "ranked", _, model if model:
            return _open_ranked(model, toolchain)
        case ("model" | "beam") as kind, _, model if model:
            return _open_model(kind, model, samples)
        case (("http" | "https"), _, address) if address.startswith("//"):
            return _open_server(spec, samples)
    raise InputError(
        f"There is no policy {spec!r}. Say default, symbolic, certificates, uniform, ranked:DIR, "
        "model:DIR, beam:DIR or http://HOST/v1#NAME, or several of them joined by +."
    )


def _open_ranked(model: str, toolchain: Toolchain) -> NamedPolicy:
    from search.models.causal import CausalModel
    from search.models.policy import RankedPolicy, Ranking
    from search.symbolic.library import policy_for

    policy = RankedPolicy(policy_for(toolchain), CausalModel.open(model), Ranking.of(model))
    return NamedPolicy(policy, f"ranked(symbolic, {fingerprint(model)})")


def _open_model(kind: str, model: str, samples: int) -> NamedPolicy:
    from search.models.causal import CausalModel
    from search.models.decoding import Decoding, Mode
    from search.models.policy import ModelPolicy

    how = Decoding(samples, Mode.BEAM if kind == "beam" else Mode.SAMPLE)
    return NamedPolicy(ModelPolicy(CausalModel.open(model), how), f"{kind}({fingerprint(model)})")


def _open_server(spec: str, samples: int) -> NamedPolicy:
    from formalmath.informal.openai_model import OpenAIModel
    from search.models.server import LIMITS, OpenAIPolicy

    base, _, name = spec.partition("#")
    return NamedPolicy(OpenAIPolicy(OpenAIModel(base, name, LIMITS), samples), spec)
