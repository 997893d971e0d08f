"""The one exception tree of the toolkit, and nothing else.

    FormalMathError
    ├── InputError            what a person gave cannot be used (file, statement, option)
    │   └── PrefixError       the text before a theorem does not elaborate
    ├── ModelError            a language model or its server gave no reply
    ├── DownloadError         a pinned file could not be fetched or has the wrong hash
    ├── ToolchainError        no usable Lean, or the wrong one
    │   ├── BuildError        the embedded core library does not build
    │   └── SandboxError      untrusted text cannot be confined on this machine
    └── LeanProcessError      a Lean process died; carries the tail of its stderr
        ├── LeanTimeoutError
        ├── LeanMemoryError
        └── LeanProtocolError it answered something that is not the protocol

A tactic that Lean rejects is not an exception: it is a value (`lean_dojo.LeanError`).
Messages say what happened, why, and how to mend it, in one or two lines.
"""

from __future__ import annotations


class FormalMathError(Exception):
    """Base of every error that the toolkit raises on purpose."""


class InputError(FormalMathError):
    """A file, statement or option given by a person cannot be used."""


class PrefixError(InputError):
    """The text before a theorem does not elaborate, so nothing after it means anything."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        super().__init__(
            f"The text before the theorem does not elaborate (line {line}): {text}\n"
            "Mend that line, or check that this Lean has what the file imports."
        )


class ModelError(FormalMathError):
    """A language model, or the server that it is asked through, gave no reply."""


class DownloadError(FormalMathError):
    """A pinned file could not be fetched, or its sha256 differs."""


class ToolchainError(FormalMathError):
    """No usable Lean was found, or it is not the one that is needed."""


class BuildError(ToolchainError):
    """The embedded core library did not build."""


class SandboxError(ToolchainError):
    """No mechanism of this machine confines a program that runs untrusted text."""


class PolicyError(FormalMathError):
    """A policy failed at a state: a fault of its own, not of the theorem."""


class CanaryError(FormalMathError):
    """The checker accepted what is known to be wrong: no verdict of this run counts."""


class LeanProcessError(FormalMathError):
    """A Lean process ended or misbehaved. `stderr_tail` holds its last words."""

    def __init__(self, message: str, stderr_tail: str = "") -> None:
        self.stderr_tail = stderr_tail
        tail = stderr_tail.strip()
        super().__init__(f"{message}\nLean's last words:\n{tail}" if tail else message)


class LeanTimeoutError(LeanProcessError):
    """Lean did not answer within the wall-clock limit."""


class LeanMemoryError(LeanProcessError):
    """Lean grew over the memory limit and was killed."""


class LeanProtocolError(LeanProcessError):
    """Lean answered with something that is not the protocol."""
