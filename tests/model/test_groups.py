"""Which teams hang together: found by who may meet, and checked against every row posted."""

from collections.abc import Iterable
from functools import cache

import pytest

from planner.data.board import Key, Miss, MissOversight, Pool, Short, Spare, Take
from planner.data.problem import Problem
from planner.model import groups
from planner.model.first import first_plan
from planner.model.groups import at_home, groups_of, join, part_of
from planner.model.posted import post_all
from planner.policy import default_policy
from planner.report import prepare
from planner.synthetic import generate
from tests.problems import carrier, missable, pair, problem, unit

TEAMS = ("east", "north", "south")


def three_teams(*near: tuple[str, str], **settings: object) -> Problem:
    """Make three teams of one practitioner each; ``near`` says which family may go to whom."""
    families = [unit(f"{team} F", team=team, holder=settings.pop(team, "")) for team in TEAMS]
    people = [carrier(team, team=team) for team in TEAMS]
    pairs = [
        pair(
            family.id,
            person.id,
            out_of_reach=family.team != person.team and (family.team, person.id) not in near,
        )
        for family in families
        for person in people
    ]
    return problem(families, people, pairs, **settings)


def teams_of(given: Iterable[Problem]) -> set[frozenset[str]]:
    """Give the teams of each group."""
    return {frozenset(unit.team for unit in group.units) for group in given}


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        ((), [{"east"}, {"north"}, {"south"}]),
        ((("east", "south"),), [{"east", "south"}, {"north"}]),
        ((("north", "east"), ("south", "east")), [{"east", "north", "south"}]),
        ((("north", "east"), ("east", "south")), [{"east", "north", "south"}]),
    ],
)
def test_teams_hang_together_where_anybody_may_meet(
    near: tuple[tuple[str, str], ...], expected: list[set[str]]
) -> None:
    """One pair is enough, in either direction, and what hangs on it hangs together."""
    assert teams_of(groups_of(three_teams(*near))) == {frozenset(teams) for teams in expected}


def test_a_problem_that_hangs_together_stays_as_it_is() -> None:
    """No copy is made of it."""
    given = three_teams(("north", "east"), ("south", "east"))
    assert groups_of(given) == (given,)
    assert groups_of(given)[0] is given


@pytest.mark.parametrize(
    ("facts", "together"),
    [
        ({}, True),
        ({"conflict": True}, False),
        ({"barred": True}, False),
        ({"away_too_long": True}, False),
        ({"absent": True}, False),
        ({"out_of_reach": True}, False),
        ({"missing_grade": True}, True),
    ],
)
def test_a_pair_that_may_never_meet_ties_nobody(facts: dict[str, bool], together: bool) -> None:
    """What may be waived may tie; what is never waived does not."""
    given = three_teams(("north", "east"))
    key = "north F", "east"
    changed = {**given.pairs, key: given.pairs[key].model_copy(update=facts)}
    found = groups_of(given.model_copy(update={"pairs": changed}))
    assert len(found) == (2 if together else 3)


def test_a_family_ties_its_holder_even_where_they_may_not_keep_it() -> None:
    """The holder hands the family over, which takes hours of theirs."""
    given = three_teams(north="east")
    key = "north F", "east"
    away = given.pairs[key].model_copy(update={"away_too_long": True})
    found = groups_of(given.model_copy(update={"pairs": {**given.pairs, key: away}}))
    assert teams_of(found) == {frozenset({"north", "east"}), frozenset({"south"})}


def test_a_rule_that_is_not_understood_keeps_everybody_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A new rule may tie teams in a way that nothing here would see."""
    strange = groups.RULES[0].model_copy(update={"id": "strange"})
    monkeypatch.setattr(groups, "RULES", (*groups.RULES, strange))
    assert len(groups_of(three_teams())) == 1


@cache
def area(near: int | None) -> Problem:
    """Make four generated teams, near enough to borrow or not."""
    scenario = generate(32, 8, 5, teams=4)
    limits = scenario.limits.model_copy(update={"borrow_minutes": near})
    return prepare(scenario.model_copy(update={"limits": limits}), default_policy()).problem


def own_teams(given: Problem, keys: Iterable[Key]) -> set[str]:
    """Give the teams whose quantities are among some keys; pairs that may never meet are 0."""
    team_of = {row.id: row.team for row in (*given.units, *given.carriers, *given.missables)}
    found: set[str] = set()
    for key in keys:
        match key:
            case Take(unit, person):
                found |= {team_of[unit], team_of[person]}
            case Miss(item):
                found.add(team_of[item])
            case MissOversight(team) | Pool(team) | Short(team) | Spare(team):
                found.add(team)
            case _ if key.practitioner:
                found.add(team_of[key.practitioner])
    return found


@pytest.mark.parametrize("near", [None, 25, 35])
def test_only_two_rows_cross_groups(near: int | None) -> None:
    """Whatever rules and terms post lies in one group, but for two limits of the whole.

    A new rule that ties teams fails here.
    """
    given = area(near)
    group_of = {u.team: at for at, g in enumerate(groups_of(given)) for u in g.units}
    posted, _ = post_all(given)
    crossing = 0
    for row in posted.rows:
        keys = [
            k
            for k in row.coefficients
            if not (isinstance(k, Take) and (k.unit, k.practitioner) in posted.forbidden)
        ]
        crossing += len({group_of[team] for team in own_teams(given, keys)}) > 1
    assert crossing == (2 if len(set(group_of.values())) > 1 else 0)


def test_no_near_zones_mean_a_group_for_each_team() -> None:
    """Every family, practitioner, pair, contact and pool is in one group, once.

    Contacts in the leave of somebody of another team can never fall due.
    """
    given = area(None)
    team_of = {"": "", **{carrier.id: carrier.team for carrier in given.carriers}}
    due = [m for m in given.missables if team_of[m.practitioner] in ("", m.team)]
    given = given.model_copy(update={"missables": tuple(due)})
    found = groups_of(given)
    assert len(found) == 4
    for table in ("units", "carriers", "missables", "pools"):
        rows = [row for group in found for row in getattr(group, table)]
        assert len(rows) == len(getattr(given, table))
        assert {id(row) for row in rows} == {id(row) for row in getattr(given, table)}
    assert all(len(g.pairs) == len(g.units) * len(g.carriers) for g in found)
    sizes = [len(group.pairs) for group in found]
    assert sizes == sorted(sizes)


def test_a_plan_taken_apart_and_joined_is_the_plan() -> None:
    """With what is missed, what gives way and what is short."""
    given = area(None)
    plan = first_plan(given)
    assert plan is not None
    assert join(given, [part_of(plan, group) for group in groups_of(given)]) == plan


def test_at_home_nobody_is_newly_borrowed() -> None:
    """Families held across teams stay where they are; all else is out of reach."""
    given = three_teams(("north", "east"), ("south", "east"), south="east")
    home = at_home(given)

    def out(unit_: str) -> bool:
        return home.pairs[unit_, "east"].out_of_reach

    assert (out("east F"), out("north F"), out("south F")) == (False, True, False)
    assert teams_of(groups_of(home)) == {frozenset({"north"}), frozenset({"east", "south"})}


def test_contacts_in_the_leave_of_somebody_out_of_reach_are_left_out() -> None:
    """They can never fall due."""
    given = three_teams()
    trips = (missable("north F", team="north"), missable("north F", "east", team="north"))
    found = groups_of(given.model_copy(update={"missables": trips}))
    assert [item for group in found for item in group.missables] == [trips[0]]


def test_limits_that_only_others_make_give_way_do_not_bind() -> None:
    """East's mandatory child lets limits of the whole give way: in east's group, by stage 0."""
    given = three_teams()
    first, *rest = given.units
    given = given.model_copy(
        update={"units": (first.model_copy(update={"mandatory": True}), *rest), "changes_limit": 0}
    )
    for group in groups_of(given):
        east = group.units[0].team == "east"
        assert group.changes_limit == (0 if east else 1)
