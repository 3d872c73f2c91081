"""What a peer came to: its plan, value and bound by stage, and when each was known."""

from dataclasses import dataclass
from typing import NamedTuple

from planner.data.plan import Choices, StageValue


class Event(NamedTuple):
    """A better plan (``value``) or a better bound of one stage, and when it was known."""

    stage: str
    seconds: float
    value: int | None = None
    bound: int | None = None


@dataclass(frozen=True)
class Outcome:
    """One peer on one instance; ``choices`` is ``None`` where it found no plan.

    ``seconds`` is all it took, from a problem that is ready to the plan in
    hand. ``note`` says in words what went wrong, and is blank otherwise.
    """

    choices: Choices | None = None
    ledger: tuple[StageValue, ...] = ()
    events: tuple[Event, ...] = ()
    first_plan: float | None = None
    seconds: float = 0.0
    note: str = ""

    @property
    def values(self) -> tuple[int, ...]:
        """The plan's values in the order of the stages: the smaller the better."""
        return tuple(line.value for line in self.ledger)

    @property
    def proven(self) -> bool:
        """Whether every stage is proven."""
        return bool(self.ledger) and all(line.proven for line in self.ledger)


def reached(outcome: Outcome, share: float, *, policy_only: bool = True) -> float | None:
    """Say when every stage was known to within a share of its total, and stayed so.

    A stage is known to within ``share`` once value - bound is at most that share
    of what the stage costs if everyone waits; 0 means proven. A stage nobody
    reported on was passed at once: it counts when a later one was reported on,
    or at the end. ``None`` where some stage never came so far.
    """
    lines = [line for line in outcome.ledger if line.policy or not policy_only]
    when = 0.0
    for line in lines:
        allowed = share * line.total
        if line.bound is None or line.value - line.bound > allowed:
            return None
        when = max(when, _settled(outcome, line.id, allowed))
    return when if lines else None


def _settled(outcome: Outcome, stage: str, allowed: float) -> float:
    """Give the moment from which on a stage's value and bound were close enough."""
    value: int | None = None
    bound: int | None = None
    since: float | None = None
    for event in (event for event in outcome.events if event.stage == stage):
        value = event.value if event.value is not None else value
        bound = event.bound if event.bound is not None else bound
        close = value is not None and value - (bound or 0) <= allowed
        since = (since if since is not None else event.seconds) if close else None
    return since if since is not None else _passed(outcome, stage)


def _passed(outcome: Outcome, stage: str) -> float:
    """Give the moment the first later stage was reported on, or the end."""
    order = [line.id for line in outcome.ledger]
    later = set(order[order.index(stage) + 1 :])
    seen = [event.seconds for event in outcome.events if event.stage in later]
    return min(seen, default=outcome.seconds)
