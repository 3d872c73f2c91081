"""Fronts by brute force: every amount tried by the independent oracle, one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from planner.data.front import Reached
from planner.data.scenario import Scenario
from tests.engine.solving import POLICY
from tests.oracle import BANDS, GIVING, OracleResult, solve

HALF_HOURS = {"0 hours", "0 short", "3c"}
NAMES = dict(zip(("0a", "0b", "0c", "0d", "0e", "0f"), GIVING, strict=True))
POLICY_LATER = ("3a", "3b", "3c")


class Tried(NamedTuple):
    """What the oracle found with one amount, and the order in which its stages count."""

    amount: int
    stages: Mapping[str, int]
    order: tuple[str, ...]


def with_limits(team: Scenario, **limits: object) -> Scenario:
    """Give the team with other limits."""
    return team.model_copy(update={"limits": team.limits.model_copy(update=limits)})


def with_hours(team: Scenario, who: str, half_hours: int) -> Scenario:
    """Give the team with one practitioner's limit in half-hours."""
    people = tuple(
        p.model_copy(update={"limit_hours": Decimal(half_hours) / 2})
        if p.practitioner == who
        else p
        for p in team.practitioners
    )
    return team.model_copy(update={"practitioners": people})


def tried(amount: int, team: Scenario) -> Tried | None:
    """Try one amount; nothing where no arrangement is feasible."""
    found = solve(team, POLICY)
    if not found.feasible:
        return None
    return Tried(amount, found.stages, _order(team, found))


def _order(team: Scenario, found: OracleResult) -> tuple[str, ...]:
    if not team.limits.deallocations or team.limits.deallocate_for_any:
        return (*GIVING, "1", *BANDS, *POLICY_LATER)
    if found.ceiling is None:
        return (*GIVING, "1", *BANDS, "2d", *POLICY_LATER)
    return (*GIVING, *BANDS, "2d", "1", *POLICY_LATER)


def front_of(every: Iterable[Tried | None]) -> list[Tried]:
    """Keep what is better than the last kept; of a gradual stretch only its end."""
    kept: list[Tried] = []
    for new in every:
        if new is None or (kept and not _values(new, new) < _values(new, kept[-1])):
            continue
        if len(kept) > 1 and gradual(new, kept[-1]) and gradual(kept[-1], kept[-2]):
            kept.pop()
        kept.append(new)
    return kept


def gradual(new: Tried, old: Tried) -> bool:
    """Whether two differ in half-hours alone."""
    return all(
        new.stages[stage] == old.stages[stage] for stage in new.order if stage not in HALF_HOURS
    )


def _values(order: Tried, of: Tried) -> list[int]:
    return [of.stages[stage] for stage in order.order]


def agrees(reached: Reached, found: Tried) -> bool:
    """Whether the planner's values are those of the oracle, stage by stage."""
    return all(found.stages[name] == value for name, value in _named(reached))


def _named(reached: Reached) -> Iterator[tuple[str, int]]:
    for line in reached.values:
        yield {**NAMES, "2e": "1"}.get(line.id, line.id), line.value
