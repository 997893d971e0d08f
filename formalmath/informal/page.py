"""A report as one self-contained HTML page: no script, no file beside it; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from formalmath.informal.marks import SIGNS, answer_remark, pieces, remarks
from formalmath.informal.verdicts import ClaimVerdict, SolutionVerdict, Status, StepVerdict

_STYLE = """
:root { color-scheme: light dark; --verified: #1a7f37; --refuted: #cf222e; --unknown: #9a6700; }
@media (prefers-color-scheme: dark) {
  :root { --verified: #4ac26b; --refuted: #ff7b72; --unknown: #d4a72c; }
}
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
ol { padding-left: 2.2rem; } li { margin: .5rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
li.none::marker { color: GrayText; }
.verified { color: var(--verified); } .refuted { color: var(--refuted); }
.unknown { color: var(--unknown); }
mark { background: none; text-decoration: underline; text-underline-offset: .2em; }
.verdict { font-weight: 600; } .remark { color: GrayText; font-size: .9rem; margin: .1rem 0; }
details { margin: .2rem 0; white-space: normal; } summary { cursor: pointer; font-size: .9rem; }
pre { overflow-x: auto; padding: .5rem; border: 1px solid GrayText; border-radius: .3rem;
  font-size: .85rem; margin: .3rem 0; }
"""


def page(verdicts: Sequence[SolutionVerdict], title: str = "Checked solutions") -> str:
    """The whole page as text."""
    body = "\n".join(_solution(verdict) for verdict in verdicts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{_LEGEND}\n{body}\n</body>\n</html>\n"
    )


_LEGEND = (
    '<p class="remark"><span class="verified">✓ verified</span>: Lean’s kernel accepted a proof. '
    '<span class="refuted">✗ refuted</span>: it accepted a proof of the negation. '
    '<span class="unknown">? unknown</span>: neither.</p>'
)


def _solution(verdict: SolutionVerdict) -> str:
    status, words = answer_remark(verdict)
    name = f"<h2>{escape(verdict.solution.name)}</h2>\n" if verdict.solution.name else ""
    problem = verdict.solution.problem
    asked = f"<p>{escape(problem)}</p>\n" if problem else ""
    steps = "\n".join(_step(verdict, step) for step in verdict.steps)
    why = f": {escape(verdict.why)}" if verdict.why else ""
    return (
        f"<section>\n{name}{asked}<ol>\n{steps}\n</ol>\n"
        f'<p><span class="{status.value}">{SIGNS[status]}</span> answer: {escape(words)}</p>\n'
        f'<p class="verdict {verdict.status.value}">{verdict.status.value.upper()}{why}</p>\n'
        "</section>"
    )


def _step(verdict: SolutionVerdict, step: StepVerdict) -> str:
    empty = "" if step.claims or step.says.unread else ' class="none"'
    text = "".join(_pieces(verdict, step))
    notes = "".join(f'<p class="remark">{escape(note)}</p>' for note in remarks(verdict, step))
    lean = "".join(_lean(verdict, claim) for claim in step.claims)
    return f"<li{empty}>{text}{notes}{lean}</li>"


def _pieces(verdict: SolutionVerdict, step: StepVerdict) -> Iterator[str]:
    for piece, signs in pieces(verdict, step):
        if piece.status is None:
            yield escape(piece.text)
            continue
        why = "; ".join(dict.fromkeys(c.why or c.status.value for c in piece.claims))
        yield (
            f'<mark class="{piece.status.value}" title="{escape(why)}">'
            f"{escape(piece.text)}{signs}</mark>"
        )


def _lean(verdict: SolutionVerdict, claim: ClaimVerdict) -> str:
    if not claim.proofs:
        return ""
    said = escape(claim.claim.span.of(verdict.solution.text))
    open_ = " open" if claim.status is Status.REFUTED else ""
    texts = "".join(f"<pre><code>{escape(proof.lean)}</code></pre>" for proof in claim.proofs)
    return (
        f'<details{open_}><summary class="{claim.status.value}">{said}: '
        f"{claim.status.value}</summary>{texts}</details>"
    )
