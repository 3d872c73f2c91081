"""An area: several teams side by side, near enough to some of the others to lend a hand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import TypeVar

from planner.data.record import Record
from planner.data.scenario import Scenario, Travel
from planner.synthetic.draw import stream
from planner.synthetic.place import draw_minutes
from planner.synthetic.shares import Shares

Row = TypeVar("Row", bound=Record)

_OF_A_CHILD = ("child", "family", "zone", "placement", "holder")


def even_parts(total: int, parts: int) -> tuple[int, ...]:
    """Share a number out as evenly as whole numbers go, the larger parts first."""
    least, more = divmod(total, parts)
    return tuple(least + (part < more) for part in range(parts))


def join(teams: Sequence[Scenario], seed: int, shares: Shares) -> Scenario:
    """Put teams together into one scenario, with roads between neighbours.

    Every team keeps its own base and zones; ids and zones are named by the
    team, so that none is met twice. A road, and so borrowing, leads only to
    the team before and the team after.
    """
    first = teams[0]
    width = max(2, len(str(len(teams))))
    named = [_named(team, f"T{n:0{width}}") for n, team in enumerate(teams, start=1)]
    rng = stream(seed, "roads")
    roads = [road for pair in _neighbours(named) for road in _roads(*pair, rng, shares)]
    near = {"borrow_minutes": int(shares.of("near")["minutes"])}
    return Scenario(
        name=f"synthetic {shares.style.value} area of {len(teams)} teams, seed {seed}",
        as_at=first.as_at,
        cycle_days=first.cycle_days,
        limits=first.limits.model_copy(update=near),
        bases={name: base for team in named for name, base in team.bases.items()},
        children=tuple(child for team in named for child in team.children),
        practitioners=tuple(person for team in named for person in team.practitioners),
        leave=tuple(row for team in named for row in team.leave),
        tasks=tuple(row for team in named for row in team.tasks),
        travel=(*(row for team in named for row in team.travel), *roads),
        factors=tuple(row for team in named for row in team.factors),
        indicators=tuple(row for team in named for row in team.indicators),
    )


def _neighbours(teams: Sequence[Scenario]) -> Iterator[tuple[Scenario, Scenario]]:
    """Yield each two neighbours once; the teams lie in a ring, two of them side by side."""
    yield from pairwise(teams)
    if len(teams) > 2:
        yield teams[-1], teams[0]


def _roads(one: Scenario, other: Scenario, rng: Random, shares: Shares) -> Iterator[Travel]:
    """Yield the ways from every zone of a team to every zone of a neighbour, by both bases."""
    between = draw_minutes(rng, shares)
    most = int(shares.of("travel")["most"])
    for origin, there in _from_base(one).items():
        for destination, on in _from_base(other).items():
            minutes = min(most, there + between + on)
            yield Travel(origin=origin, destination=destination, minutes=minutes)


def _from_base(team: Scenario) -> Mapping[str, int]:
    """Give the minutes from a team's base to each of its zones, none to the base itself."""
    base = _base(team)
    return {base: 0, **{row.destination: row.minutes for row in team.travel if row.origin == base}}


def _base(team: Scenario) -> str:
    return next(iter(team.bases.values()))


def _named(team: Scenario, name: str) -> Scenario:
    """Name everybody and every zone of a team by the team they belong to."""
    replies = {
        table: tuple(_renamed(row, name, "child") for row in getattr(team, table))
        for table in ("tasks", "factors", "indicators")
    }
    return team.model_copy(
        update={
            "bases": {name: _own(name, _base(team))},
            "children": tuple(_in_team(row, name, *_OF_A_CHILD) for row in team.children),
            "practitioners": tuple(
                _in_team(row, name, "practitioner", "zone") for row in team.practitioners
            ),
            "leave": tuple(_renamed(row, name, "practitioner", "cover") for row in team.leave),
            "travel": tuple(_renamed(row, name, "origin", "destination") for row in team.travel),
            **replies,
        }
    )


def _in_team(row: Row, team: str, *fields: str) -> Row:
    return _renamed(row.model_copy(update={"team": team}), team, *fields)


def _renamed(row: Row, team: str, *fields: str) -> Row:
    names: dict[str, str] = {field: getattr(row, field) for field in fields}
    return row.model_copy(update={field: _own(team, name) for field, name in names.items()})


def _own(team: str, name: str) -> str:
    """Name something of a team; what is blank stays blank."""
    return f"{team}-{name}" if name else ""
