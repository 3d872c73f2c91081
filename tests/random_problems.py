"""Tiny random problems in which every rule and every term has something to say.

Amounts are small and limits close to them, so that what is one under, at and one over happens
often. Facts belong together as `planner.workload` makes them.
"""

from itertools import product

from hypothesis import strategies as st

from planner.data.plan import Choices
from planner.data.problem import Carrier, Missable, Pair, Problem, Unit
from tests.problems import carrier, missable, pair, pool, problem, settled, unit

SKILLS = ("court", "infants")
STAGES = ("high_a", "high_b", "high_c", "next", "remaining")
TEAMS = st.sampled_from(("north", "north", "south"))
RARELY = st.sampled_from((False, False, False, False, True))
SOMETIMES = st.booleans()
LIMITS = st.one_of(st.none(), st.integers(0, 3))


def _most(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


@st.composite
def _units(draw: st.DrawFn, names: tuple[str, ...], people: tuple[str, ...]) -> tuple[Unit, ...]:
    return tuple(draw(_unit(name, people)) for name in names)


@st.composite
def _unit(draw: st.DrawFn, name: str, people: tuple[str, ...]) -> Unit:
    children = tuple(f"{name}{n}" for n in range(1, draw(st.integers(1, 3)) + 1))
    holder = draw(st.sampled_from(("", *people)))
    pinned = draw(st.sampled_from(("", "", "", "", *people)))
    mandatory = draw(RARELY)
    waiting = draw(_most(8))
    return unit(
        name,
        team=draw(TEAMS),
        children=children,
        mandatory=mandatory,
        excused=mandatory and draw(RARELY),
        holder=holder,
        former="gone" if not holder and draw(SOMETIMES) else "",
        held_children=draw(st.integers(1, len(children))) if holder else 0,
        high_children=draw(st.integers(int(mandatory), len(children))),
        points={stage: draw(_most(150)) for stage in STAGES},
        impact={stage: draw(_most(100)) for stage in STAGES} if holder else {},
        held_by_stage={stage: draw(_most(1)) for stage in STAGES} if holder else {},
        waiting_half_hours=waiting,
        oversight_half_hours=draw(_most(waiting)),
        pinned_to=pinned,
        pin_waived=bool(pinned) and draw(SOMETIMES),
        days_unseen=draw(_most(30)),
        days_awaiting=draw(_most(30)),
    )


@st.composite
def _carrier(draw: st.DrawFn, name: str) -> Carrier:
    capacity = draw(_most(16))
    return carrier(
        name,
        team=draw(TEAMS),
        present=not draw(RARELY),
        capacity_half_hours=capacity,
        limit_half_hours=draw(_most(16)),
        children_limit=draw(LIMITS),
        intensive_limit=draw(LIMITS),
        high_risk_limit=draw(LIMITS),
        new_families_limit=draw(LIMITS),
    )


@st.composite
def _pair(draw: st.DrawFn, family: Unit, person: Carrier, *, giver: bool) -> Pair:
    """Draw a pair; ``giver`` says whether somebody present hands the family over."""
    held = family.holder == person.id
    cover = draw(_most(4))
    return pair(
        family.id,
        person.id,
        cover_rest_half_hours=draw(_most(cover)),
        demand_half_hours=draw(_most(9)),
        give_half_hours=2 if giver and not held else 0,
        cover_half_hours=cover,
        travel_minutes=draw(_most(90)),
        away_too_long=family.mandatory and draw(RARELY),
        conflict=not held and draw(RARELY),
        barred=not held and draw(RARELY),
        out_of_reach=not held and family.team != person.team and draw(SOMETIMES),
        missing_skills=tuple(s for s in SKILLS if not held and draw(RARELY)),
        missing_grade=not held and family.mandatory and draw(RARELY),
        tie_weight=draw(_most(50)),
    )


@st.composite
def _missable(draw: st.DrawFn, family: Unit, practitioner: str) -> Missable:
    return missable(
        family.id,
        practitioner,
        team=family.team,
        most=draw(st.integers(1, 2)),
        half_hours=draw(_most(4)),
        watched=draw(_most(2)),
        points=draw(st.sampled_from((0, 30, 60))),
        tie_weight=draw(_most(50)),
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a problem of at most three families and three practitioners."""
    people = ("P", "Q", "R")[: draw(st.integers(1, 3))]
    carriers = tuple(draw(_carrier(name)) for name in people)
    present = {c.id for c in carriers if c.present}
    units = draw(_units(("A", "B", "C")[: draw(st.integers(1, 3))], people))
    pairs = [draw(_pair(u, c, giver=u.holder in present)) for u, c in product(units, carriers)]
    spots = [(u, name) for u in units for name in ("", *people) if draw(SOMETIMES)]
    return problem(
        units,
        carriers,
        pairs,
        missables=[draw(_missable(u, name)) for u, name in spots],
        pools=[
            pool(
                team,
                duty_half_hours=draw(_most(12)),
                contracted_half_hours=draw(_most(4)),
                reserve_half_hours=draw(_most(4)),
            )
            for team in ("north", "south")
        ],
        strict=draw(RARELY),
        changes_limit=draw(_most(2)),
        deallocations_limit=draw(_most(2)),
        hours_over_first=draw(_most(6)),
        deallocation_high_points=draw(st.sampled_from((0, 7))),
    )


@st.composite
def plans(draw: st.DrawFn, given: Problem) -> Choices:
    """Draw a plan of a problem, good or bad, with the least give-way it needs.

    What is missed may be one more than falls due.
    """
    people = st.sampled_from(("", *(c.id for c in given.carriers)))
    holders = {u.id: draw(people) for u in given.units}
    missed = {item.id: draw(_missed(item, holders)) for item in given.missables}
    oversight = {pool.team: draw(_most(9)) for pool in given.pools if draw(SOMETIMES)}
    return settled(given, missed, oversight, **holders)


def _missed(item: Missable, holders: dict[str, str]) -> st.SearchStrategy[int]:
    due = item.most if holders[item.unit] == item.practitioner else 0
    return st.sampled_from((0, due, due, due, due + 1))
