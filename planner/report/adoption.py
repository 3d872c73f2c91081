"""What adopting a plan asks of the manager: one decision after the other, none of them in bulk."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.decision_record import DecisionRecord
from planner.data.plan import ChildLine, Move, Plan
from planner.data.plan import Standing as ChildStanding
from planner.data.record_kinds import ReasonCode, RecordKind
from planner.data.vocabulary import Tier

AWAITING = ""
"""In the place of a practitioner: awaiting allocation."""

_KINDS = {
    Move.DEALLOCATED: RecordKind.DEALLOCATED,
    Move.CHANGED: RecordKind.CHANGED,
    # Only whose practitioner cannot hold the case any more: no de-allocation, and yet a decision.
    Move.STILL_AWAITING: RecordKind.ACCEPTED,
    Move.FORCED: RecordKind.ACCEPTED,
    Move.TAKEN_ON: RecordKind.ACCEPTED,
}
_TIERS = tuple(Tier)


class ToDecide(NamedTuple):
    """One decision that a plan suggests: children of one family who go the same way."""

    move: Move
    lines: tuple[ChildLine, ...]

    @property
    def children(self) -> tuple[str, ...]:
        """The ids of the children."""
        return tuple(line.child for line in self.lines)

    @property
    def family(self) -> str:
        """The family they belong to."""
        return self.lines[0].family

    @property
    def now(self) -> str:
        """Who holds the case as it stands; blank where nobody does."""
        return self.lines[0].now

    @property
    def holder(self) -> str:
        """Who holds it in the plan; blank for awaiting allocation."""
        return self.lines[0].holder

    @property
    def kind(self) -> RecordKind:
        """What is recorded where the manager decides as the plan suggests."""
        return _KINDS[self.move]

    @property
    def held(self) -> bool:
        """Whether a present practitioner holds the case."""
        return self.kind is not RecordKind.ACCEPTED

    @property
    def left(self) -> bool:
        """Whether who is on record cannot hold the case any more, and nobody else is suggested."""
        return self.move is Move.STILL_AWAITING


class Owed(NamedTuple):
    """What belongs to a decision besides the name of who decides."""

    reason: bool
    words: bool
    review: bool
    consulted: bool


class Given(NamedTuple):
    """What the manager gives to one decision; ``to`` is ``None`` where nobody was chosen."""

    to: str | None
    by: str
    reason: ReasonCode | None = None
    text: str = ""
    review: date | None = None
    consulted: tuple[str, ...] = ()


def to_decide(plan: Plan) -> tuple[ToDecide, ...]:
    """List what a plan changes as decisions, those about children who are held first."""
    alike: dict[tuple[Move, str, str, str], list[ChildLine]] = {}
    for line in plan.children:
        if line.move in _KINDS and (line.move is not Move.STILL_AWAITING or left_without(line)):
            key = (line.move, line.unit or line.family, line.now, line.holder)
            alike.setdefault(key, []).append(line)
    found = [ToDecide(key[0], tuple(lines)) for key, lines in alike.items()]
    order = list(_KINDS)
    return tuple(sorted(found, key=lambda one: (order.index(one.move), _first_tier(one))))


def left_without(line: ChildLine) -> bool:
    """Whether who is on record cannot hold the case any more, and nobody else does."""
    named = bool(line.now) and line.standing is ChildStanding.AWAITING
    return line.move is Move.STILL_AWAITING and named


def _first_tier(decision: ToDecide) -> int:
    return min(_TIERS.index(line.score.tier) for line in decision.lines)


def kind_of(decision: ToDecide, to: str) -> RecordKind:
    """Say what is recorded of a decision: the plan's own kind, or decided otherwise."""
    return decision.kind if to == decision.holder else RecordKind.OTHERWISE


def may_await(decision: ToDecide) -> bool:
    """Say whether the manager may leave the children awaiting instead.

    Whom a present practitioner holds is de-allocated in a plan that says what
    it would mean, and never in passing; mandatory allocation is not waived.
    """
    mandatory = any(line.score.tier is Tier.MANDATORY for line in decision.lines)
    return bool(decision.holder) and not decision.held and not mandatory


def others(decision: ToDecide, plan: Plan) -> tuple[str, ...]:
    """List the practitioners at work in the cycle who neither hold the case nor are suggested."""
    return tuple(
        line.practitioner
        for line in plan.practitioners
        if line.carries
        and line.present
        and line.practitioner not in (decision.now, decision.holder)
    )


def decided(
    decision: ToDecide, plan: Plan, records: Iterable[DecisionRecord]
) -> DecisionRecord | None:
    """Give the last record of a decision about these children, made from the same data and policy.

    Read back from the log and from nothing else, so that it is still known after
    a refresh. The plan's own digest is not asked for: a plan that is found again,
    or proven later, is another record of the same choices.
    """
    found = None
    for record in records:
        if (
            record.kind.decides
            and (record.scenario_digest, record.policy_digest)
            == (plan.scenario_digest, plan.policy_digest)
            and set(decision.children) <= set(record.children)
            and record.practitioner_before == decision.now
        ):
            found = record
    return found


class Standing(NamedTuple):
    """The decisions of a plan, and the record there is of each so far."""

    decisions: tuple[ToDecide, ...]
    records: tuple[DecisionRecord | None, ...]

    @property
    def made(self) -> tuple[DecisionRecord, ...]:
        """The records there are, one for each decision that was made."""
        return tuple(record for record in self.records if record is not None)

    @property
    def finished(self) -> bool:
        """Whether every decision was made."""
        return len(self.made) == len(self.decisions)


def standing(plan: Plan, records: Sequence[DecisionRecord]) -> Standing:
    """Read from the log how far a plan's decisions were made."""
    asked = to_decide(plan)
    return Standing(asked, tuple(decided(one, plan, records) for one in asked))


def pins(
    decisions: Sequence[ToDecide], records: Sequence[DecisionRecord]
) -> tuple[Adjustment, ...]:
    """Give what was decided otherwise as what-if changes: each child with whom it was decided."""
    return tuple(
        Adjustment(
            kind=AdjustmentKind.PIN,
            child=child,
            practitioner=record.practitioner_after,
            code=record.reason,
            reason=record.reason.words if record.reason else record.kind.value,
        )
        for decision, record in zip(decisions, records, strict=True)
        if record.practitioner_after not in (AWAITING, decision.holder)
        for child in decision.children
    )


def owed(decision: ToDecide, to: str | None) -> Owed:
    """Say what belongs to a decision for this practitioner; ``None`` is one not chosen yet.

    A child who loses the practitioner and then awaits is owed the same, whether by a
    de-allocation or since the practitioner is gone.
    """
    kind = RecordKind.OTHERWISE if to is None else kind_of(decision, to)
    loses = kind is RecordKind.DEALLOCATED or (decision.left and to == AWAITING)
    return Owed(
        reason=kind.needs_reason or loses,
        words=loses,
        review=loses,
        consulted=decision.held or loses,
    )


def missing(decision: ToDecide, given: Given, as_at: date) -> tuple[str, ...]:
    """Say in sentences what a decision still needs before it can be recorded."""
    if given.to is None:
        return ("Choose the practitioner.", *_unnamed(given))
    due = owed(decision, given.to)
    words = due.words or given.reason is ReasonCode.OTHER
    asked = (
        (due.reason and given.reason is None, "Choose the reason."),
        (words and not given.text.strip(), "Say in words why."),
        (due.review and given.review is None, "Give the day on which it is reviewed."),
        (
            given.review is not None and given.review < as_at,
            f"The review lies before the day of the plan, {as_at.day} {as_at:%B %Y}.",
        ),
        (
            due.consulted and not given.consulted,
            "Say who was consulted, or that nobody was.",
        ),
    )
    return (*(words for lacks, words in asked if lacks), *_unnamed(given))


def _unnamed(given: Given) -> Sequence[str]:
    return () if given.by.strip() else ("Say who decides, by name.",)
