"""What ships is what the room makes, and each team is what its story says."""

import filecmp
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.data.vocabulary import Tier
from planner.files import read_scenario
from planner.policy import default_policy
from planner.principles import prioritise
from planner.synthetic.ship import README, ship
from planner.synthetic.shipped import DEMONSTRATION, shipped_scenarios
from planner.synthetic.stories import STORIES
from planner.synthetic.variants import VARIANTS
from planner.workload import build

POLICY = default_policy()
SHIPPED = shipped_scenarios()


def read(name: str) -> Scenario:
    """Read a shipped scenario."""
    return read_scenario(SHIPPED[name])


def problem(scenario: Scenario) -> Problem:
    """Build the problem of a shipped scenario."""
    return build(scenario, POLICY, prioritise(scenario, POLICY))


def test_committed_files_are_what_ship_makes(tmp_path: Path) -> None:
    """Every file that ``python -m planner.synthetic.ship`` writes is there, letter for letter."""
    ship(tmp_path)
    root = SHIPPED[DEMONSTRATION].parent
    made = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    there = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    assert made - {"__init__.py"} == there - {"__init__.py"}
    _, differing, faulty = filecmp.cmpfiles(tmp_path, root, sorted(made), shallow=False)
    assert (differing, faulty) == ([], [])


def test_names_are_complete() -> None:
    """Twelve stories and six variants ship, each on the page that lists them."""
    folders = [s.folder for s in STORIES] + [v.folder for v in VARIANTS]
    assert sorted(folders) == list(SHIPPED)
    assert (len(STORIES), len(VARIANTS)) == (12, 6)
    page = (SHIPPED[DEMONSTRATION].parent / README).read_text(encoding="utf-8")
    assert all(f"`{folder}`" in page for folder in folders)


@pytest.mark.parametrize("name", list(SHIPPED))
def test_each_reads_and_starts_on_the_monday(name: str) -> None:
    """Every shipped folder reads without a fault, as at 2 March 2026, under its own name."""
    scenario = read(name)
    names = {s.folder: s.name for s in STORIES} | {v.folder: v.name for v in VARIANTS}
    assert (scenario.as_at, scenario.name) == (date(2026, 3, 2), names[name])
    small = {"sibling_group_of_six": 32, "infant_nobody_can_hold": 29}
    assert len(scenario.children) == small.get(name, 75)


@pytest.mark.parametrize("name", [s.folder for s in STORIES])
def test_no_label_names_anybody(name: str) -> None:
    """Ids are neutral and labels blank, so that nobody can be taken for a real person."""
    scenario = read(name)
    assert {child.label for child in scenario.children} == {""}
    assert {p.label for p in scenario.practitioners} == {""}
    assert all(p.practitioner[0] in "PMS" for p in scenario.practitioners)


def test_monday() -> None:
    """Two are sick, one of them with a hearing on Wednesday, and an intensive infant awaits."""
    scenario = read("monday")
    sick = {row.practitioner for row in scenario.leave if row.start == scenario.as_at}
    holder = {child.child: child.holder for child in scenario.children}
    wednesday = {t.child for t in scenario.tasks if t.due == date(2026, 3, 4)}
    assert sick == {"P05", "P06"}
    assert "P06" in {holder[child] for child in wednesday}
    units = [unit for unit in problem(scenario).units if unit.mandatory and not unit.holder]
    assert [unit.children for unit in units] == [(scenario.children[-1].child,)]


def test_vacancy() -> None:
    """Two holders have left: their children are forced changes, and duty falls far short."""
    found = problem(read("vacancy"))
    former = Counter(unit.former for unit in found.units if unit.forced)
    assert set(former) == {"P02", "P04"}
    assert len(found.carriers) == 4


def test_infant_surge() -> None:
    """Six infants await, one of an intensive response and one without a decision."""
    scenario = read("infant_surge")
    responses = Counter(child.infant_response.value for child in scenario.children[-6:])
    assert responses == {"response": 4, "intensive": 1, "not recorded": 1}
    assert {child.holder for child in scenario.children[-6:]} == {""}
    assert len({child.family for child in scenario.children[-6:]}) == 5


def test_sibling_group_of_six() -> None:
    """One unit of six that nobody has the hours for, whatever they have free."""
    found = problem(read("sibling_group_of_six"))
    six = next(unit for unit in found.units if len(unit.children) == 6)
    load = Counter(
        {
            c.id: sum(
                found.pairs[u.id, c.id].demand_half_hours for u in found.units if u.holder == c.id
            )
            for c in found.carriers
        }
    )
    for carrier in found.carriers:
        demand = found.pairs[six.id, carrier.id].demand_half_hours
        assert load[carrier.id] + demand > carrier.limit_half_hours


def test_manager_holds_twenty() -> None:
    """Exactly twenty open children are in the manager's name, none of them held."""
    scenario = read("manager_holds_twenty")
    found = problem(scenario)
    named = [u for u in found.units if u.former == "M01"]
    assert sum(len(unit.children) for unit in named) == 20
    assert sum(child.holder == "M01" for child in scenario.children) == 20


def test_data_gaps() -> None:
    """About four in ten judgements are blank, and no column is missing altogether."""
    scenario = read("data_gaps")
    blank = sum(child.consequence is None for child in scenario.children)
    assert blank / 75 == pytest.approx(0.43, abs=0.15)
    assert prioritise(scenario, POLICY).banners == ()


def test_all_high_risk() -> None:
    """Every open child is mandatory or at high risk."""
    scenario = read("all_high_risk")
    found = problem(scenario)
    assert all(unit.high_children == len(unit.children) for unit in found.units)


def test_infant_nobody_can_hold() -> None:
    """Each practitioner is ruled out for the infant, each for another reason."""
    found = problem(read("infant_nobody_can_hold"))
    unit = next(unit for unit in found.units if unit.mandatory and not unit.holder)
    pairs = {name: found.pairs[unit.id, name] for name in ("P01", "P02", "P03")}
    assert len(found.carriers) == 3
    assert (pairs["P01"].conflict, pairs["P02"].barred, pairs["P03"].away_too_long) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("investigation_team", lambda c: c.phase.value == "investigation"),
        ("case_management_team", lambda c: c.phase.value == "protection order"),
    ],
)
def test_phase_teams(name: str, counts: Callable[..., bool]) -> None:
    """Most children of a phase team are in its phase."""
    assert sum(map(counts, read(name).children)) > 45


def test_rural_two_towns() -> None:
    """Two zones, far apart, with practitioners and families in both."""
    scenario = read("rural_two_towns")
    (road,) = scenario.travel
    assert road.minutes >= 45
    assert {child.zone for child in scenario.children} == {road.origin, road.destination}
    carriers = [p for p in scenario.practitioners if p.grade.carries]
    assert {p.zone for p in carriers} == {road.origin, road.destination}


def test_variants_change_what_they_say() -> None:
    """Each variant differs from its base by the change it names."""
    assert read("monday_two_deallocations").limits.deallocations == 2
    away = {row.practitioner for row in read("steady_two_away").leave[-2:]}
    assert away == {"P02", "P05"}
    assert {p.limit_percent for p in read("steady_limit_90").practitioners} == {90}
    starter = {p.practitioner: p for p in read("steady_new_starter").practitioners}["P07"]
    assert (starter.grade.value, starter.limit_percent) == ("CPP3", 60)
    assert {p.practitioner for p in read("vacancy_filled").practitioners} >= {"P07", "P08"}
    lent = {p.practitioner: p for p in read("infant_surge_extra_practitioner").practitioners}
    assert str(lent["P07"].fte) == "0.8"


@pytest.mark.parametrize("name", ["steady", "rural_two_towns", "investigation_team"])
def test_teams_as_they_stand_have_something_to_decide(name: str) -> None:
    """High-risk children await although lower ones are held: the manager has a choice."""
    found = problem(read(name))
    awaiting = [unit for unit in found.units if not unit.holder]
    held = [unit for unit in found.units if unit.holder]
    assert any(unit.tier is Tier.HIGH for unit in awaiting)
    assert any(unit.tier is Tier.REMAINING for unit in held)
