"""A JSONL file of candidates for a batch, and nothing else.

Each line is a JSON object of one of two kinds:

    {"id": "a", "statement": "theorem T (n : ℕ) : n + 0 = n", "proof": "simp"}
    {"id": "b", "challenge": "theorem T : 1 = 1 := sorry", "candidate": "theorem T : 1 = 1 := rfl",
     "target": "T"}

* `statement`: a theorem without its proof, or binders, colon and proposition alone; `proof`: the
  tactics behind `:= by`, as many lines as they take. `prefix` is what stands before the theorem,
  imports first; without one it is the header of `formalmath prove --statement`.
* `challenge` and `candidate`: whole files; `target`: the full name of the theorem in both.
* `id`: a text or number that no other line has; without one it is the line's number, from 1.

Other fields may be there and say nothing. Blank lines are skipped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from formalmath.lean.statement import statement_theorem
from formalmath.lean.toolchain import HEADER
from formalmath.verify.trial import File, Proof, Trial
from formalmath.verify.verdict import Evidence

_FILE_FIELDS = ("challenge", "candidate", "target")
_PROOF_FIELDS = ("statement", "proof")


@dataclass(frozen=True)
class Candidate:
    """One line.

    Attributes:
        id: unique in its file.
        trial: what is to be verified.
    """

    id: str
    trial: Trial

    def key(self, conditions: Evidence, version: str) -> str:
        """The identity of its verdict: equal texts under equal conditions have the same.

        Args:
            conditions: the environment, and the layers that are off.
            version: of this toolkit.
        """
        off = sorted(layer.value for layer in conditions.off)
        kind = type(self.trial).__name__
        parts = [kind, asdict(self.trial), conditions.environment_hash, off, version]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:32]


def read_candidates(path: Path) -> list[Candidate]:
    """The candidates of a file, in order.

    Raises:
        InputError: it cannot be read, a line is no candidate, or two have the same id.
    """
    try:
        text = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    lines: dict[str, int] = {}
    found = []
    for number, line in enumerate(text.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            candidate = _candidate(number, line)
        except InputError as error:
            raise InputError(f"{path}, line {number}: {error}") from error
        if candidate.id in lines:
            raise InputError(
                f"{path}, line {number}: the id `{candidate.id}` is that of line "
                f"{lines[candidate.id]} too. Give each line its own, or none."
            )
        lines[candidate.id] = number
        found.append(candidate)
    if not found:
        raise InputError(f"{path} holds no candidate. Give one JSON object a line.")
    return found


def _candidate(number: int, line: bytes) -> Candidate:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({str(error)[:100]}). Give one object a line.") from error
    if not isinstance(given, dict):
        raise InputError("not a JSON object.")
    name = given.get("id", number)
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise InputError("the `id` is neither a text nor a number.")
    return Candidate(str(name), _trial(given))


def _trial(given: Mapping[str, Any]) -> Trial:
    whole = [field for field in _FILE_FIELDS if field in given]
    parts = [field for field in _PROOF_FIELDS if field in given]
    if bool(whole) == bool(parts):
        raise InputError(
            "give either `statement` and `proof`, or `challenge`, `candidate` and `target`."
        )
    if whole:
        return File(*_texts(given, _FILE_FIELDS))
    statement, proof = _texts(given, _PROOF_FIELDS)
    [prefix] = _texts({"prefix": HEADER, **given}, ("prefix",))
    gap = "\n" if prefix and not prefix.endswith("\n") else ""
    return Proof(statement_theorem(statement, prefix + gap, keep_name=True), (proof,))


def _texts(given: Mapping[str, Any], fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        if not isinstance(given.get(field), str):
            what = "is no text" if field in given else "is missing"
            raise InputError(f"`{field}` {what}.")
        yield given[field]
