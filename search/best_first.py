"""Best-first proof search: a pure function of environment, policy, config and clock."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from lean_dojo import LeanError, ProofFinished, ProofGivenUp

from formalmath.errors import LeanProcessError, PolicyError
from formalmath.lean.dojo import TacticRun, TacticState
from formalmath.lean.elaborator import Outcome
from search.environment import Environment
from search.goals import Focus, split
from search.policy import Candidate, Policy
from search.queue import PriorityQueue
from search.script import proof_of, steps_of
from search.tree import Edge, EdgeStatus, Node, SearchTree


class SearchOutcome(StrEnum):
    """How a search ended. PROVED is a candidate: only verification calls a theorem proved.

    REFUSED and UNDECIDED are no ends of a search but of what comes after it: the final check
    refused the proof that was found, or came to no end with it. RUN_TIME is the end of a search
    that was paused and never went on, for the time of all searches together was over.
    """

    PROVED = "proved"
    QUEUE_EMPTY = "queue empty"
    EXPANSIONS = "out of expansions"
    LEAN_TIME = "out of Lean time"
    WALL_TIME = "out of wall time"
    RUN_TIME = "out of the run's time"
    UNSUPPORTED = "unsupported"
    REFUSED = "refused"
    UNDECIDED = "undecided"
    ERROR = "error"


@dataclass(frozen=True)
class SearchConfig:
    """What a search may do. In every budget, 0 means no limit.

    Attributes:
        samples: candidates asked of the policy for a node.
        wave: how many of them are tried before the queue decides again; 0 means all. Few:
            a node's unlikely tactics wait until they are the likeliest step anywhere.
        drop: a wave also ends before a candidate whose log-probability is by so much less than
            that of the wave's first; what is all but certain is tried alone.
        width: nodes tried in one call, to keep several Leans busy.
        max_expansions: nodes that the policy may be asked about.
        lean_seconds: Lean's own time, summed over candidates.
        wall_seconds: time from start to end, the policy's included, pauses left out. What
            Lean has not done by then it is not left to do.
        length_exponent: 0 ranks by the path's log-probability; 1 by its mean a tactic.
        seed: handed to the policy.
        minimise_seconds: wall time for shortening a proof that was found; 0 leaves it as it is.
    """

    samples: int = 32
    wave: int = 8
    drop: float = 5.0
    width: int = 2
    max_expansions: int = 200
    lean_seconds: float = 0.0
    wall_seconds: float = 30.0
    length_exponent: float = 0.0
    seed: int = 0
    minimise_seconds: float = 5.0


@dataclass(frozen=True)
class SearchStats:
    """What a search cost.

    Attributes:
        expansions: nodes that the policy was asked about.
        candidates: tactics tried.
        nodes: distinct goals met.
        merged: times that a goal turned out to be known already.
        timeouts: candidates that exceeded a limit or killed Lean.
        lean_seconds: Lean's time, summed over candidates.
        wall_seconds: by the search's clock.
    """

    expansions: int = 0
    candidates: int = 0
    nodes: int = 0
    merged: int = 0
    timeouts: int = 0
    lean_seconds: float = 0.0
    wall_seconds: float = 0.0


@dataclass(frozen=True)
class SearchResult:
    """The end of a search.

    Attributes:
        outcome: why it ended.
        proof: for PROVED, tactics that joined by newlines form the proof; else empty.
        stats: what it cost.
        tree: all that was tried; None if the search could not begin.
        detail: for UNSUPPORTED and ERROR, what happened.
    """

    outcome: SearchOutcome
    proof: tuple[str, ...] = ()
    stats: SearchStats = SearchStats()
    tree: SearchTree | None = field(default=None, compare=False, repr=False)
    detail: str = ""


_LEAST_S = 0.01
"""Seconds that a wave gets where hardly any are left: 0 would mean no limit."""


async def best_first(
    root: TacticState,
    environment: Environment,
    policy: Policy,
    config: SearchConfig | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> SearchResult:
    """Search for a proof of all goals of `root`. Never raises for what Lean does."""
    search = Search(root, environment, policy, config or SearchConfig(), clock)
    result = await search.go_on()
    assert result is not None  # it was not told to pause
    return result


@dataclass(eq=False)
class _Agenda:
    """A node's candidates and how many of them were tried; `ticket` is its valid queue entry."""

    node: Node
    candidates: Sequence[Candidate] | None = None
    tried: int = 0
    ticket: int = 0

    @property
    def left(self) -> Sequence[Candidate]:
        return self.candidates[self.tried :] if self.candidates is not None else ()


class Search:
    """One search, which may pause between two waves and go on: it does the same without pauses."""

    def __init__(
        self,
        root: TacticState,
        environment: Environment,
        policy: Policy,
        config: SearchConfig,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._root, self._environment, self._policy = root, environment, policy
        self._config, self._clock = config, clock
        self._seconds_before, self._started = 0.0, clock()
        self._tree = SearchTree(Focus(root, 0, len(root.goals)))
        self._agendas: dict[Node, _Agenda] = {}
        self._queue: PriorityQueue[tuple[_Agenda, int]] = PriorityQueue()
        self._expansions = self._candidates = self._timeouts = 0
        self._held_back = False
        self._lean_seconds = 0.0
        self._enqueue(self._tree.root)

    async def go_on(self, seconds: float = 0.0) -> SearchResult | None:
        """Try the most promising tactics until the root is proved or something runs out.

        None: it has paused after so many seconds and at least one wave (0: it does not pause).
        """
        self._started = self._clock()
        try:
            while not (outcome := self._spent()):
                if not (agendas := self._select()):
                    outcome = self._nothing_left()
                    break
                await self._ask_policy(agendas)
                await self._try_wave(agendas)
                while self._tree.proved:
                    if proof := await self._assembled():
                        return self._result(SearchOutcome.PROVED, proof)
                if seconds and self._now() >= seconds and not self._spent():
                    self._seconds_before += self._now()
                    return None
        except LeanProcessError as error:
            return self._result(SearchOutcome.ERROR, detail=str(error))
        return self._result(outcome)

    def stopped(self) -> SearchResult:
        """The end of a search that has paused and will not go on."""
        self._started = self._clock()
        return self._result(SearchOutcome.RUN_TIME)

    def _now(self) -> float:
        """Seconds since it went on."""
        return self._clock() - self._started

    def _elapsed(self) -> float:
        """Seconds that it has been at work."""
        return self._seconds_before + self._now()

    def _left(self) -> float:
        """Seconds of wall time that candidates may take now; 0 for no limit."""
        limit = self._config.wall_seconds
        return max(_LEAST_S, limit - self._elapsed()) if limit else 0.0

    def _spent(self) -> SearchOutcome | None:
        """The budget that is used up, if one is."""
        config = self._config
        if config.lean_seconds and self._lean_seconds >= config.lean_seconds:
            return SearchOutcome.LEAN_TIME
        if config.wall_seconds and self._elapsed() >= config.wall_seconds:
            return SearchOutcome.WALL_TIME
        return None

    def _may_expand(self) -> bool:
        return not self._config.max_expansions or self._expansions < self._config.max_expansions

    def _nothing_left(self) -> SearchOutcome:
        """Why the queue gave nothing: every goal is done with, or the rest may not be expanded."""
        return SearchOutcome.EXPANSIONS if self._held_back else SearchOutcome.QUEUE_EMPTY

    def _select(self) -> list[_Agenda]:
        """Take up to `width` nodes from the queue, passing over those that nobody wants now."""
        selected: list[_Agenda] = []
        while self._queue and len(selected) < max(1, self._config.width):
            agenda, ticket = self._queue.pop()
            if ticket != agenda.ticket or not self._tree.wanted(agenda.node):
                continue
            if agenda.candidates is None:
                if not self._may_expand():
                    self._held_back = True
                    continue
                self._expansions += 1
            selected.append(agenda)
        return selected

    async def _ask_policy(self, agendas: Sequence[_Agenda]) -> None:
        """Get the candidates of the nodes that are here for the first time."""
        new = [agenda for agenda in agendas if agenda.candidates is None]
        if not new:
            return
        views = [agenda.node.focus.view for agenda in new]
        try:
            answers = await self._policy.candidates(views, self._config.samples, self._config.seed)
        except Exception as error:  # whatever a policy does must not end other searches
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            raise PolicyError(f"The policy failed at a state: {error!r} ({place}).") from error
        for agenda, candidates in zip(new, answers, strict=True):
            agenda.candidates = candidates

    async def _try_wave(self, agendas: Sequence[_Agenda]) -> None:
        """Run the next few candidates of every node in one call and record what came of them."""
        wave = [(agenda.node, candidate) for agenda in agendas for candidate in self._wave(agenda)]
        runs = await self._environment.run_tacs(
            [(node.focus.state, node.focus.command(c.tactic)) for node, c in wave], self._left()
        )
        for (node, candidate), run in zip(wave, runs, strict=True):
            self._record(node, candidate, run)
        for agenda in agendas:
            agenda.tried += len(self._wave(agenda))
            if agenda.left:
                self._enqueue(agenda.node)
            else:
                self._tree.exhaust(agenda.node)

    def _wave(self, agenda: _Agenda) -> Sequence[Candidate]:
        """The next candidates of a node that are tried together."""
        left, drop = agenda.left[: self._config.wave or None], self._config.drop
        if not drop:
            return left
        return [c for c in left if c.log_prob >= left[0].log_prob - drop]

    def _record(self, node: Node, candidate: Candidate, run: TacticRun) -> None:
        self._candidates += 1
        self._timeouts += run.outcome is not Outcome.DONE
        self._lean_seconds += run.seconds
        status, detail, left = _read(node.focus, run)
        edge = Edge(node, candidate.tactic, candidate.log_prob, status, run.seconds, detail)
        for child in self._tree.add(edge, left):
            self._enqueue(child)

    def _enqueue(self, node: Node) -> None:
        """Give the node its place by its likeliest untried step; an older entry lapses."""
        agenda = self._agendas.setdefault(node, _Agenda(node))
        if agenda.candidates is not None and not agenda.left:
            return
        step = agenda.left[0].log_prob if agenda.left else 0.0
        depth = node.depth + bool(agenda.left)
        agenda.ticket += 1
        priority = (node.score + step) / max(1, depth) ** self._config.length_exponent
        self._queue.push((agenda, agenda.ticket), priority)

    async def _assembled(self) -> tuple[str, ...]:
        """The proof, once it has run as a whole; if it did not, () and a step is taken back."""
        proof = proof_of(self._tree.root)
        [run] = await self._environment.run_tacs([(self._root, "\n".join(proof))])
        self._lean_seconds += run.seconds
        if isinstance(run.result, ProofFinished):
            return proof
        steps = list(steps_of(self._tree.root))
        renamed = [edge for edge in steps if edge.renamed]
        for edge in renamed or [max(steps, key=lambda edge: edge.number)]:
            self._tree.retract(edge)
        for node in self._tree.nodes:  # those passed over as not wanted may be wanted again
            self._enqueue(node)
        return ()

    def _result(
        self, outcome: SearchOutcome, proof: tuple[str, ...] = (), detail: str = ""
    ) -> SearchResult:
        stats = SearchStats(
            expansions=self._expansions,
            candidates=self._candidates,
            nodes=len(self._tree.nodes),
            merged=self._tree.merged,
            timeouts=self._timeouts,
            lean_seconds=self._lean_seconds,
            wall_seconds=self._elapsed(),
        )
        return SearchResult(outcome, proof, stats, self._tree, detail)


def _read(focus: Focus, run: TacticRun) -> tuple[EdgeStatus, str, list[Focus]]:
    """What a run means for a node: what became of the tactic, the detail, the goals it left."""
    match run.result:
        case None:
            return _FAULTS.get(run.outcome, EdgeStatus.CRASHED), run.detail, []
        case ProofFinished():
            return EdgeStatus.FINISHED, "", []
        case ProofGivenUp():
            return EdgeStatus.GIVEN_UP, "", []
        case LeanError(error):
            return EdgeStatus.ERROR, error, []
        case state:
            count = focus.remaining(state)
            if count is None:
                return EdgeStatus.ERROR, "it touched goals that are not its own", []
            if count == 0:
                return EdgeStatus.FINISHED, "", []
            return EdgeStatus.GOALS, "", split(state, count)


_FAULTS = {
    Outcome.TIMEOUT: EdgeStatus.TIMEOUT,
    Outcome.OUT_OF_MEMORY: EdgeStatus.OUT_OF_MEMORY,
    Outcome.CRASHED: EdgeStatus.CRASHED,
}
