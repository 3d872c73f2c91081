"""Tiny allocation problems in whole numbers, so that a reader sees only what matters.

Unless a test says otherwise a family has one child, costs 10 half-hours with anyone and nothing
while it awaits, and every practitioner is present with 200 half-hours.
"""

from collections.abc import Iterable, Mapping
from itertools import product

from planner.data.plan import Choices
from planner.data.problem import Carrier, Missable, Pair, Problem, TeamPool, Unit
from planner.data.vocabulary import Tier
from planner.rules import settle

TEAM = "team"
USUAL_HALF_HOURS = 10
USUAL_CAPACITY = 200


def unit(name: str, children: tuple[str, ...] = (), **facts: object) -> Unit:
    """Make a family of one remaining child; where it is held, all its children are."""
    children = children or (f"{name}1",)
    mandatory = bool(facts.get("mandatory"))
    usual: Mapping[str, object] = {
        "family": name,
        "team": TEAM,
        "children": children,
        "tier": Tier.MANDATORY if mandatory else Tier.REMAINING,
        "held_children": len(children) if facts.get("holder") else 0,
        "intensive_infants": int(mandatory),
        "high_children": int(mandatory),
    }
    return Unit.model_validate({**usual, "id": name, **facts})


def carrier(name: str, **facts: object) -> Carrier:
    """Make a practitioner who is present; the limit is the capacity unless told otherwise."""
    capacity = facts.get("capacity_half_hours", USUAL_CAPACITY)
    usual = {
        "team": TEAM,
        "present": True,
        "capacity_half_hours": capacity,
        "limit_half_hours": capacity,
    }
    return Carrier.model_validate({**usual, "id": name, **facts})


def pair(family: str, practitioner: str, **facts: object) -> Pair:
    """Make one family with one practitioner; ``problem`` sets whether it is held."""
    usual = {"held": False, "demand_half_hours": USUAL_HALF_HOURS}
    return Pair.model_validate({**usual, "unit": family, "practitioner": practitioner, **facts})


def missable(family: str, practitioner: str = "", **facts: object) -> Missable:
    """Make one contact of one child that may be missed, of two half-hours and 60 points."""
    usual = {
        "id": f"{family}|{practitioner or 'wait'}",
        "team": TEAM,
        "kind": "contact",
        "children": (f"{family}1",),
        "most": 1,
        "half_hours": 2,
        "watched": 0,
        "points": 60,
        "contacts": 1,
    }
    return Missable.model_validate({**usual, "unit": family, "practitioner": practitioner, **facts})


def pool(team: str = TEAM, **facts: object) -> TeamPool:
    """Make a team's duty pool with nothing in it."""
    return TeamPool.model_validate({"team": team, **facts})


def problem(
    units: Iterable[Unit],
    carriers: Iterable[Carrier],
    pairs: Iterable[Pair] = (),
    missables: Iterable[Missable] = (),
    pools: Iterable[TeamPool] = (),
    **settings: object,
) -> Problem:
    """Make a problem; pairs and pools that are not given are made with the usual values."""
    units, carriers = tuple(units), tuple(carriers)
    given = {(p.unit, p.practitioner): p for p in pairs}
    pooled = {p.team: p for p in pools}
    teams = sorted({u.team for u in units} | {c.team for c in carriers} | pooled.keys())
    usual: Mapping[str, object] = {
        "strict": False,
        "changes_limit": 3,
        "deallocations_limit": 0,
        "deallocate_for_any": False,
        "hours_over_first": 20,
        "change_points": 101,
        "deallocation_points": 200,
        "deallocation_high_points": 0,
        "borrowed_points": 30,
    }
    content = {
        "units": units,
        "carriers": carriers,
        "pairs": {(u.id, c.id): _with_facts(given, u, c) for u, c in product(units, carriers)},
        "missables": tuple(missables),
        "pools": tuple(pooled.get(team) or pool(team) for team in teams),
    }
    return Problem.model_validate({**usual, **content, **settings})


def _with_facts(given: Mapping[tuple[str, str], Pair], family: Unit, person: Carrier) -> Pair:
    found = given.get((family.id, person.id), pair(family.id, person.id))
    facts = {
        "held": family.holder == person.id,
        "absent": found.absent or not person.present,
        "borrowed": family.team != person.team,
    }
    return found.model_copy(update=facts)


def settled(
    given: Problem,
    missed: Mapping[str, int] | None = None,
    oversight_missed: Mapping[str, int] | None = None,
    **holders: str,
) -> Choices:
    """Complete a plan from who holds what; a family not named awaits allocation."""
    return settle(given, holders, missed or {}, oversight_missed or {})


def chosen(given: Problem, holders: Mapping[str, str] | None = None, **facts: object) -> Choices:
    """Write down choices as they are, nothing completed; a family not named awaits allocation."""
    everyone = {u.id: "" for u in given.units} | dict(holders or {})
    return Choices.model_validate({"holders": everyone, **facts})


def every_arrangement(given: Problem) -> Iterable[dict[str, str]]:
    """Give every way to hold the families, awaiting included."""
    people = ("", *(c.id for c in given.carriers))
    names = [u.id for u in given.units]
    return (dict(zip(names, who, strict=True)) for who in product(people, repeat=len(names)))
