"""Best-first proof search: a pure function of environment, policy, config and clock."""

from __future__ import annotations

import math
import time
import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from lean_dojo import LeanError, ProofFinished, ProofGivenUp

from formalmath.errors import LeanProcessError, PolicyError
from formalmath.lean.dojo import TacticRun, TacticState
from formalmath.lean.elaborator import Outcome
from search.agenda import Agenda, Frontier, Order
from search.critic import Critic
from search.environment import Environment
from search.goals import Focus, split
from search.policy import Candidate, Policy
from search.script import proof_of, steps_of
from search.tree import Edge, EdgeStatus, Node, SearchTree

T = TypeVar("T")


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
        order: whether goals are ranked by the policy's log-probabilities, by the critic's values,
            or by each in turn; see `search.agenda`.
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
    order: Order = Order.LOG_PROB


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
        model_seconds: of these, waiting for policy and critic.
    """

    expansions: int = 0
    candidates: int = 0
    nodes: int = 0
    merged: int = 0
    timeouts: int = 0
    lean_seconds: float = 0.0
    wall_seconds: float = 0.0
    model_seconds: float = 0.0


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
    critic: Critic | None = None,
) -> SearchResult:
    """Search for a proof of all goals of `root`. Never raises for what Lean does.

    Raises:
        InputError: the order is by values, and there is no critic.
        PolicyError: the policy or the critic failed.
    """
    search = Search(root, environment, policy, config or SearchConfig(), clock, critic)
    result = await search.go_on()
    assert result is not None  # it was not told to pause
    return result


class Search:
    """One search, which may pause between two waves and go on: it does the same without pauses."""

    def __init__(
        self,
        root: TacticState,
        environment: Environment,
        policy: Policy,
        config: SearchConfig,
        clock: Callable[[], float] = time.monotonic,
        critic: Critic | None = None,
    ) -> None:
        """Raises InputError if the order is by values, and there is no critic."""
        config.order.check(critic)
        self._root, self._environment, self._policy = root, environment, policy
        self._config, self._clock, self._critic = config, clock, critic
        self._seconds_before, self._started = 0.0, clock()
        self._tree = SearchTree(Focus(root, 0, len(root.goals)))
        self._agendas: dict[Node, Agenda] = {}
        self._frontier = Frontier(config.order, config.length_exponent)
        self._expansions = self._candidates = self._timeouts = 0
        self._held_back = False
        self._lean_seconds = self._model_seconds = 0.0

    async def go_on(self, seconds: float = 0.0) -> SearchResult | None:
        """Try the most promising tactics until the root is proved or something runs out.

        None: it has paused after so many seconds and at least one wave (0: it does not pause).
        """
        self._started = self._clock()
        try:
            if not self._agendas:
                await self._enqueue([self._tree.root])
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

    def _select(self) -> list[Agenda]:
        """Take up to `width` nodes from the frontier, passing over those that nobody wants now."""
        selected: list[Agenda] = []
        while len(selected) < max(1, self._config.width):
            agenda = self._frontier.pop(self._wanted)
            if agenda is None:
                break
            self._expansions += agenda.candidates is None
            selected.append(agenda)
        return selected

    def _wanted(self, agenda: Agenda) -> bool:
        """Whether to work on it now."""
        if not self._tree.wanted(agenda.node):
            return False
        held_back = agenda.candidates is None and not self._may_expand()
        self._held_back |= held_back
        return not held_back

    async def _ask_policy(self, agendas: Sequence[Agenda]) -> None:
        """Get the candidates of the nodes that are here for the first time."""
        new = [agenda for agenda in agendas if agenda.candidates is None]
        if not new:
            return
        views = [agenda.node.focus.view for agenda in new]
        answers = await self._asked(
            "policy", self._policy.candidates(views, self._config.samples, self._config.seed)
        )
        for agenda, candidates in zip(new, answers, strict=True):
            agenda.candidates = candidates

    async def _ask_critic(self, agendas: Sequence[Agenda]) -> None:
        """Get the values of the nodes that have none, if the order goes by values."""
        new = [agenda for agenda in agendas if agenda.value is None]
        if not new or self._critic is None or not self._config.order.wants_critic:
            return
        views = [agenda.node.focus.view for agenda in new]
        values = await self._asked("critic", self._critic.values(views))
        for agenda, value in zip(new, values, strict=True):
            if not math.isfinite(value):
                raise PolicyError(f"The critic's value of a state is {value}, which is no number.")
            agenda.value = value

    async def _asked(self, who: str, answer: Awaitable[T]) -> T:
        """What a policy or critic answers. Whatever it does must not end other searches."""
        since = self._clock()
        try:
            return await answer
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            raise PolicyError(f"The {who} failed at a state: {error!r} ({place}).") from error
        finally:
            self._model_seconds += self._clock() - since

    async def _try_wave(self, agendas: Sequence[Agenda]) -> None:
        """Run the next few candidates of every node in one call and record what came of them."""
        wave = [(agenda.node, candidate) for agenda in agendas for candidate in self._wave(agenda)]
        runs = await self._environment.run_tacs(
            [(node.focus.state, node.focus.command(c.tactic)) for node, c in wave], self._left()
        )
        news: list[Node] = []
        for (node, candidate), run in zip(wave, runs, strict=True):
            news += self._record(node, candidate, run)
        await self._enqueue(news)
        for agenda in agendas:
            agenda.tried += len(self._wave(agenda))
            if agenda.left:
                self._frontier.push(agenda)
            else:
                self._tree.exhaust(agenda.node)

    def _wave(self, agenda: Agenda) -> Sequence[Candidate]:
        """The next candidates of a node that are tried together."""
        return agenda.wave(self._config.wave, self._config.drop)

    def _record(self, node: Node, candidate: Candidate, run: TacticRun) -> list[Node]:
        """Put a tried candidate into the tree. The nodes to be (re)considered for it."""
        self._candidates += 1
        self._timeouts += run.outcome is not Outcome.DONE
        self._lean_seconds += run.seconds
        status, detail, left = _read(node.focus, run)
        edge = Edge(node, candidate.tactic, candidate.log_prob, status, run.seconds, detail)
        return self._tree.add(edge, left)

    async def _enqueue(self, nodes: Sequence[Node]) -> None:
        """Give nodes the places that they deserve now; values are asked for in one call."""
        agendas = [self._agendas.setdefault(node, Agenda(node)) for node in nodes]
        await self._ask_critic(list(dict.fromkeys(agendas)))
        for agenda in agendas:
            self._frontier.push(agenda)

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
        await self._enqueue(self._tree.nodes)  # what was passed over may be wanted again
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
            model_seconds=self._model_seconds,
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
