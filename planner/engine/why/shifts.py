"""What differs between two plans of one team, in the order in which one move makes the next."""

from collections.abc import Iterator, Mapping, Sequence

from planner.data.board import Term
from planner.data.explanation import Shift, StageDifference
from planner.data.plan import Choices, StageValue
from planner.data.problem import Problem, Unit
from planner.terms import BY_ID


def shifts(problem: Problem, before: Choices, after: Choices, first: str = "") -> tuple[Shift, ...]:
    """List the units placed otherwise, each after the one that it makes room for.

    Parameters
    ----------
    first : str
        The unit to begin with; the chain follows whoever takes it on.
    """
    differing = {
        unit.id: unit for unit in problem.units if before.holders[unit.id] != after.holders[unit.id]
    }
    order = _chain(differing, before.holders, after.holders, first)
    return tuple(
        _shift(differing[name], before.holders[name], after.holders[name]) for name in order
    )


def _chain(
    differing: Mapping[str, Unit],
    before: Mapping[str, str],
    after: Mapping[str, str],
    first: str,
) -> list[str]:
    """Order units: the first, then those who leave the practitioner who takes it, and so on."""
    order: list[str] = []
    for start in (*([first] if first in differing else []), *sorted(differing)):
        waiting = [start]
        while waiting:
            name = waiting.pop(0)
            if name in order:
                continue
            order.append(name)
            waiting += sorted(
                other for other in differing if after[name] and before[other] == after[name]
            )
    return order


def _shift(unit: Unit, before: str, after: str) -> Shift:
    return Shift(
        unit=unit.id,
        children=unit.children,
        tier=unit.tier,
        before=before,
        after=after,
        sentence=f"{_names(unit)} {_what(unit, before, after)}.",
    )


def _names(unit: Unit) -> str:
    children = ", ".join(unit.children)
    return children if len(unit.children) == 1 else f"{children} ({unit.family})"


def _what(unit: Unit, before: str, after: str) -> str:
    """Say what happens to a unit, held now or not, between two plans."""
    if not after:
        gone = "would await allocation"
        return f"{gone}: a de-allocation from {before}" if unit.holder == before else gone
    if after == unit.holder:
        return f"would stay with {after}"
    if not before:
        return f"would be taken on by {after}"
    if unit.holder:
        return f"would move from {before} to {after}: a change of practitioner"
    return f"would be taken on by {after}, not by {before}"


def differences(
    before: Sequence[StageValue], after: Sequence[StageValue]
) -> tuple[StageDifference, ...]:
    """List the stages in which two plans differ, in the order of the ledger."""
    return tuple(_differences(before, after))


def _differences(
    before: Sequence[StageValue], after: Sequence[StageValue]
) -> Iterator[StageDifference]:
    known = {line.id: line for line in after}
    for line in before:
        other = known.get(line.id)
        if other is not None and other.value != line.value:
            yield StageDifference(
                stage=line.id,
                title=line.title,
                sentence=_instead(line, other),
                before=line.value,
                after=other.value,
                proven=line.proven and other.proven,
            )


def _instead(before: StageValue, after: StageValue) -> str:
    """Say what a stage would be, and what it is: in its own unit where it has one term."""
    if len(before.terms) == 1:
        term = BY_ID[next(iter(before.terms))]
        return f"{term.say(after.value)} instead of {_amount(term, before.value)}"
    return f"{before.title}: {after.value:,} points instead of {before.value:,}"


def _amount(term: Term, value: int) -> str:
    return term.say(value).rpartition(": ")[2]
