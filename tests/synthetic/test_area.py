"""An area is several teams side by side; only neighbours can lend each other a hand."""

from collections import Counter
from pathlib import Path

import pytest

from planner.data.vocabulary import CaseStatus
from planner.files import read_scenario, write_scenario
from planner.policy import default_policy
from planner.report import prepare
from planner.synthetic import generate
from planner.synthetic.area import even_parts

POLICY = default_policy()
AREA = generate(92, 11, 4, teams=5)
TEAMS = tuple(AREA.bases)


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [(7, 1, (7,)), (7, 3, (3, 2, 2)), (6, 3, (2, 2, 2)), (3, 3, (1, 1, 1))],
)
def test_shares_are_even(total: int, parts: int, expected: tuple[int, ...]) -> None:
    """They add up, and no two differ by more than one."""
    assert even_parts(total, parts) == expected


def test_it_has_the_size_asked_for() -> None:
    """Children and practitioners are shared out evenly; every team has a manager and a base."""
    carriers = [p for p in AREA.practitioners if p.grade.carries]
    assert sorted(Counter(child.team for child in AREA.children).values()) == [18, 18, 18, 19, 19]
    assert sorted(Counter(p.team for p in carriers).values()) == [2, 2, 2, 2, 3]
    assert {p.team for p in AREA.practitioners if p.grade.manages} == set(TEAMS)
    assert len(set(AREA.bases.values())) == len(TEAMS) == 5


def test_nothing_of_a_team_is_met_in_another() -> None:
    """Ids, zones and placements are the team's own, and everyone named is there."""
    people = {p.practitioner: p.team for p in AREA.practitioners}
    children = {child.child: child.team for child in AREA.children}
    assert len(children) == len(AREA.children)
    assert len(people) == len(AREA.practitioners)
    assert all(people[c.holder] == c.team for c in AREA.children if c.holder)
    for team, names in ((c.team, (c.child, c.family, c.zone, c.placement)) for c in AREA.children):
        assert all(name.startswith(f"{team}-") for name in names)
    assert {row.child for row in (*AREA.tasks, *AREA.factors, *AREA.indicators)} <= set(children)
    assert all(people[row.cover] == people[row.practitioner] for row in AREA.leave if row.cover)
    assert any(row.cover for row in generate(20, 14, 4, teams=2).leave)


def team_of(zone: str) -> str:
    """Give the team that a zone is named by."""
    return zone.partition("-")[0]


def test_roads_lead_to_neighbours_alone() -> None:
    """Five teams in a ring: each is linked to the team before and the team after."""
    found = {frozenset((team_of(r.origin), team_of(r.destination))) for r in AREA.travel}
    ring = {frozenset((a, b)) for a, b in zip(TEAMS, (*TEAMS[1:], TEAMS[0]), strict=True)}
    assert found - {frozenset((team,)) for team in TEAMS} == ring
    assert len({(r.origin, r.destination) for r in AREA.travel}) == len(AREA.travel)


def test_two_teams_have_one_road() -> None:
    """Two neighbours are linked once, not there and back."""
    pair = generate(30, 4, 2, teams=2)
    between = [r for r in pair.travel if team_of(r.origin) != team_of(r.destination)]
    assert {(team_of(r.origin), team_of(r.destination)) for r in between} == {("T01", "T02")}


def test_borrowing_is_possible_between_near_teams_only() -> None:
    """Some pairs of neighbours are in reach, most are not, and no others ever are."""
    problem = prepare(AREA, POLICY).problem
    units = {unit.id: unit.team for unit in problem.units}
    people = {carrier.id: carrier.team for carrier in problem.carriers}
    borrowed = [pair for pair in problem.pairs.values() if pair.borrowed]
    near = [pair for pair in borrowed if not pair.out_of_reach]
    assert 0 < len(near) < len(borrowed) / 2
    apart = {abs(TEAMS.index(units[p.unit]) - TEAMS.index(people[p.practitioner])) for p in near}
    assert apart <= {1, 4}
    assert POLICY.hours.travel_other_zone_minutes > AREA.limits.borrow_minutes == 35


def test_each_team_is_as_full_as_a_team_of_its_own() -> None:
    """One intensity for all; holders near their hours, and some of every team await."""
    open_children = [c for c in AREA.children if c.status is CaseStatus.OPEN]
    waiting = [c for c in open_children if not c.holder]
    assert 0.05 < len(waiting) / len(open_children) < 0.3
    assert 0.7 <= AREA.limits.service_intensity <= 1
    assert AREA.limits.calibrated == AREA.as_at


def test_the_same_options_make_the_same_area(tmp_path: Path) -> None:
    """Seed and number of teams matter; files hold an area whole."""
    assert generate(92, 11, 4, teams=5) == AREA
    assert generate(92, 11, 5, teams=5) != AREA
    write_scenario(AREA, tmp_path / "area")
    assert read_scenario(tmp_path / "area") == AREA


def test_one_team_is_what_it_was() -> None:
    """Naming one team changes nothing, and its zones keep their plain names."""
    one = generate(30, 3, 5)
    assert generate(30, 3, 5, teams=1) == one
    assert list(one.bases) == ["team"]
    assert one.limits.borrow_minutes is None


@pytest.mark.parametrize(("children", "people", "teams"), [(4, 9, 5), (9, 4, 5), (9, 9, 0)])
def test_every_team_needs_a_child_and_a_practitioner(
    children: int, people: int, teams: int
) -> None:
    """A team with nobody in it is refused in words."""
    with pytest.raises(ValueError, match="at least one child and one practitioner"):
        generate(children, people, teams=teams)
