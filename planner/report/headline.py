"""The first lines of a plan, in the order a manager needs them."""

from collections.abc import Iterator, Sequence

from planner.data.plan import ChildLine, Choices, Conflict, Counts, GivenWay, Move
from planner.data.problem import Problem
from planner.data.vocabulary import Tier
from planner.report.binding import binding_limit
from planner.report.wording import children, contacts, families, gives_way, hours


def headline(
    problem: Problem,
    choices: Choices,
    counts: Counts,
    lines: Sequence[ChildLine],
    conflict: Conflict | None,
) -> tuple[str, ...]:
    """Write what must be read first: what is not met, who waits, what needs a decision."""
    return (
        *_not_compliant(problem, choices, conflict),
        *_gives(problem, choices),
        *_waiting(problem, choices, counts, lines),
        *_deallocations(lines),
        *_missed(counts),
        *_overload(counts),
    )


def _not_compliant(problem: Problem, choices: Choices, conflict: Conflict | None) -> Iterator[str]:
    """Name the infants without a practitioner, and apart from them the pins not kept."""
    if conflict is None:
        return
    unmet = [
        name
        for name in conflict.units
        if problem.unit(name).mandatory and not choices.holders[name]
    ]
    if unmet:
        yield (
            f"NOT COMPLIANT: mandatory allocation not met for {', '.join(unmet)}; "
            "escalate to the delegated decision maker today."
        )
    pinned = [name for name in conflict.units if name not in unmet]
    if pinned:
        yield f"NOT COMPLIANT: what was pinned for {', '.join(pinned)} cannot be kept."


def _gives(problem: Problem, choices: Choices) -> Iterator[str]:
    for give in choices.gives:
        yield f"{gives_way(give)}: {_reason(problem, give)}."
    short = sum(choices.short.values())
    if short:
        yield (
            f"{hours(short)} of hearings and first visits do not fit this team's hours: "
            "name who will do them."
        )


def _reason(problem: Problem, give: GivenWay) -> str:
    if not give.unit:
        return "everyone is brought within limits" if problem.strict else "mandatory allocation"
    mandatory = problem.unit(give.unit).mandatory
    return "mandatory allocation" if mandatory else "the manager's waiver"


def _waiting(
    problem: Problem, choices: Choices, counts: Counts, lines: Sequence[ChildLine]
) -> Iterator[str]:
    high = counts.awaiting_by_tier[Tier.HIGH]
    total = sum(counts.awaiting_by_tier.values())
    taken = [line for line in lines if line.move in (Move.TAKEN_ON, Move.FORCED)]
    if total and not taken:
        go_on = "goes" if total == 1 else "go"
        yield f"This plan takes on nobody: {children(total)} {go_on} on awaiting allocation."
    if high:
        await_ = "awaits" if high == 1 else "await"
        yield (
            f"{children(high)} at high risk {await_} allocation: see who, why and what would help."
        )
    if total and (high or not taken):
        waiting = [unit for unit in problem.units if not choices.holders[unit.id]]
        first = [unit for unit in waiting if unit.high_children] or waiting
        yield binding_limit(problem, choices, first)
    if not total:
        yield "Every child of the team is allocated."
    elif taken:
        await_ = "awaits" if total == 1 else "await"
        yield (
            f"{children(len(taken))} taken on; {children(total)} of "
            f"{families(counts.families_awaiting)} {await_} allocation."
        )


def _deallocations(lines: Sequence[ChildLine]) -> Iterator[str]:
    gone = [line for line in lines if line.move is Move.DEALLOCATED]
    if gone:
        yield f"{children(len(gone))} de-allocated: {', '.join(line.child for line in gone)}."
    for line in gone:
        if line.score.tier is Tier.HIGH:
            yield f"Needs your decision: {line.child} is at high risk and would be de-allocated."


def _missed(counts: Counts) -> Iterator[str]:
    if counts.contacts_missed:
        yield (
            f"{contacts(counts.contacts_missed)} nobody's hours "
            f"({counts.contacts_missed_watched} with children at high risk or under two): "
            "name who will decide for each."
        )


def _overload(counts: Counts) -> Iterator[str]:
    if counts.over_half_hours:
        yield (
            f"{hours(counts.over_half_hours)} are held over hours; "
            "they come off the team's duty hours."
        )
