"""A report as one self-contained HTML page: no script, no file beside it; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from formalmath.informal.marks import SIGNS, answer_remark, pieces, remarks, whole
from formalmath.informal.verdicts import ClaimVerdict, SolutionVerdict, Status, StepVerdict

_STYLE = """
:root { color-scheme: light dark; --verified: #1a7f37; --refuted: #cf222e; --unknown: #9a6700;
  --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --muted: #59636e; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --verified: #4ac26b; --refuted: #ff7b72; --unknown: #d4a72c;
    --line: #3d444d; --soft: #151b23; --text: #e6edf3; --muted: #9198a1; --page: #0d1117; }
}
body { font: 16px/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; max-width: 52rem;
  margin: 2rem auto; padding: 0 1rem; color: var(--text); background: var(--page); }
h1 { font-size: 1.4rem; margin: 0 0 .3rem; }
h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; }
section { border: 1px solid var(--line); border-left: .3rem solid var(--of, var(--unknown));
  border-radius: .4rem; padding: 1rem 1.2rem; margin: 1.2rem 0; break-inside: avoid-page; }
section.of-verified { --of: var(--verified); } section.of-refuted { --of: var(--refuted); }
.problem { color: var(--muted); margin: .5rem 0 0; overflow-wrap: anywhere; white-space: pre-wrap; }
ol { padding-left: 2rem; margin: .8rem 0; }
li { margin: .55rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
li::marker { color: var(--muted); }
.verified { color: var(--verified); } .refuted { color: var(--refuted); }
.unknown { color: var(--unknown); }
mark { background: color-mix(in srgb, currentColor 9%, transparent); border-radius: .2rem;
  padding: .05rem 0; text-decoration: underline; text-underline-offset: .2em; }
.verdict { font-weight: 600; margin: .3rem 0 0; }
.remark { color: var(--muted); font-size: .9rem; margin: .1rem 0; }
.answer { margin: 0; padding-top: .6rem; border-top: 1px solid var(--line); }
details { margin: .15rem 0; white-space: normal; }
summary { cursor: pointer; font-size: .85rem; } summary:hover { text-decoration: underline; }
pre { overflow-x: auto; padding: .5rem .7rem; background: var(--soft); font-size: .85rem;
  border: 1px solid var(--line); border-radius: .3rem; margin: .3rem 0; color: var(--text); }
"""


def page(verdicts: Sequence[SolutionVerdict], title: str = "Checked solutions") -> str:
    """The whole page as text."""
    body = "\n".join(_solution(verdict) for verdict in verdicts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{_counts(verdicts)}{_LEGEND}\n{body}\n</body>\n</html>\n"
    )


def _counts(verdicts: Sequence[SolutionVerdict]) -> str:
    """How many of each, where there are several."""
    if len(verdicts) < 2:
        return ""
    counts = ", ".join(
        f'<span class="{status.value}">'
        f"{sum(verdict.status is status for verdict in verdicts)} {status.value}</span>"
        for status in Status
    )
    return f'<p class="verdict">{len(verdicts)} solutions: {counts}</p>\n'


_LEGEND = (
    '<p class="remark"><span class="verified">✓ verified</span>: Lean’s kernel accepted a proof. '
    '<span class="refuted">✗ refuted</span>: it accepted a proof of the negation. '
    '<span class="unknown">? unknown</span>: neither.</p>'
)


def _solution(verdict: SolutionVerdict) -> str:
    status, words = answer_remark(verdict)
    name = f"<h2>{escape(verdict.solution.name)}</h2>\n" if verdict.solution.name else ""
    problem = verdict.solution.problem
    asked = f'<p class="problem">{escape(problem)}</p>\n' if problem else ""
    steps = "\n".join(_step(verdict, step) for step in verdict.steps)
    why = f": {escape(verdict.why)}" if verdict.why else ""
    of = verdict.status
    return (
        f'<section class="of-{of.value}">\n{name}'
        f'<p class="verdict {of.value}">{SIGNS[of]} {of.value.upper()}{why}</p>\n'
        f"{asked}<ol>\n{steps}\n</ol>\n"
        f'<p class="answer"><span class="{status.value}">{SIGNS[status]}</span> '
        f"answer: {escape(words)}</p>\n</section>"
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
    said = escape(whole(verdict.solution.text, claim.claim.span).of(verdict.solution.text))
    open_ = " open" if claim.status is Status.REFUTED else ""
    texts = "".join(f"<pre><code>{escape(proof.lean)}</code></pre>" for proof in claim.proofs)
    return (
        f'<details{open_}><summary class="{claim.status.value}">{said}: '
        f"{claim.status.value}</summary>{texts}</details>"
    )
