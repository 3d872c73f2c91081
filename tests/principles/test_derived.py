"""Factors that the child's own row and tasks answer."""

import pytest

from planner.data.vocabulary import Answer, Group, Tier
from planner.principles.factors import ask
from planner.principles.situation import situations
from tests.make import child, day, infant, task
from tests.principles.scored import ALL_COLUMNS, POLICY, added, lines, score, team

CONCERNS = (
    "home__substance_or_mental_illness",
    "maram__risk_factors",
    "maram__serious_factors",
)


def answer(
    item: str, one: object, answers: dict[str, str] | None = None, **settings: object
) -> str:
    """Give the answer to one factor."""
    (situation,) = situations(team(one, answers, supplied=ALL_COLUMNS, **settings), POLICY)
    return next(row.answer for row in ask(situation) if row.factor.id == item)


@pytest.mark.parametrize(("age", "points"), [(0, 8), (1, 8), (2, 5), (4, 5), (5, 0), (6, 0)])
def test_infant_and_preschool_are_one_fact(age: int, points: int) -> None:
    """An infant counts 8, a pre-school child 5, never both; from five on nothing."""
    found = score(child("c", age=age, infant_response="response"))
    assert sum(added(found).values()) == points


def test_age_is_evidence_with_the_birth_date() -> None:
    """A point says what it rests on and since when."""
    line = lines(score(child("c", birth_date=day(-1500))))["child.preschool"]
    assert (line.evidence, line.dated, line.paragraph) == ("age 4", day(-1500), "2254-C1")


@pytest.mark.parametrize(
    ("plan", "phase", "expected"),
    [
        ("none", "protective intervention", Answer.YES),
        ("draft", "protective intervention", Answer.YES),
        ("endorsed", "protective intervention", Answer.NO),
        ("unknown", "protective intervention", Answer.UNKNOWN),
        ("none", "protection order", Answer.YES),
        ("none", "closure", Answer.YES),
        ("none", "investigation", Answer.NOT_APPLICABLE),
        ("none", "intake", Answer.NOT_APPLICABLE),
    ],
)
def test_no_case_plan_counts_after_substantiation(plan: str, phase: str, expected: str) -> None:
    """A draft is not endorsed; before substantiation no plan is due."""
    assert answer("service.no_case_plan", child("c", case_plan=plan, phase=phase)) == expected


def test_no_endorsed_risk_assessment() -> None:
    """A blank date means none is endorsed, where the team's file has that column."""
    without = child("c", risk_date=None)
    assert answer("service.no_risk_assessment", child("c")) is Answer.NO
    assert answer("service.no_risk_assessment", without) is Answer.YES
    assert added(score(without)) == {}
    assert added(score(without, supplied=ALL_COLUMNS)) == {"service.no_risk_assessment": 6}


@pytest.mark.parametrize(
    ("due", "kind", "expected"),
    [
        (-1, "hearing", Answer.NO),
        (0, "hearing", Answer.YES),
        (27, "contested_hearing", Answer.YES),
        (28, "hearing", Answer.NO),
        (3, "case_plan_review", Answer.NO),
    ],
)
def test_a_hearing_in_the_cycle(due: int, kind: str, expected: str) -> None:
    """From the as-at date to the last day of the cycle."""
    assert answer("service.court", child("c"), tasks=(task("c", kind, due),)) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("protection application", Answer.YES),
        ("interim accommodation order", Answer.YES),
        ("none", Answer.NO),
        ("care by secretary", Answer.NO),
    ],
)
def test_court_proceedings(order: str, expected: str) -> None:
    """Proceedings under way count; a settled order is an obligation only."""
    assert answer("service.court", child("c", order=order)) == expected


def test_the_hearing_is_dated() -> None:
    """The first hearing gives the point its evidence."""
    rows = (task("c", "contested_hearing", 9), task("c", "hearing", 4))
    line = lines(score(child("c"), tasks=rows))["service.court"]
    assert (line.evidence, line.dated, line.points) == ("Court hearing", day(4), 3)


def test_a_task_of_no_known_kind_is_passed_over() -> None:
    """What the policy does not name is no hearing and no review."""
    found = score(child("c"), tasks=(task("c", "visit to the dentist"),))
    assert (found.impact, added(found)) == (0, {})


@pytest.mark.parametrize(
    ("level", "points"),
    [
        ("none", 0),
        ("at risk", 0),
        ("elevated risk", 5),
        ("serious risk", 8),
        ("serious risk, immediate", 8),
    ],
)
def test_maram_levels_are_one_fact(level: str, points: int) -> None:
    """Serious risk is elevated too, and counts once."""
    assert sum(added(score(child("c", maram=level))).values()) == points


@pytest.mark.parametrize("item", CONCERNS)
@pytest.mark.parametrize(("age", "member"), [(1, True), (4, True), (5, False)])
def test_young_at_home(item: str, age: int, member: bool) -> None:
    """An infant or pre-school child with parents, and one of the concerns of 2254."""
    found = score(child("c", age=age, infant_response="response"), {item: "yes"})
    assert (Group.CURRENT_CARE in found.groups) is member


@pytest.mark.parametrize(
    ("level", "tier"), [("elevated risk", Tier.REMAINING), ("serious risk", Tier.NEXT)]
)
def test_young_at_home_with_maram_serious(level: str, tier: Tier) -> None:
    """A serious MARAM level is a family violence concern by itself."""
    found = score(child("c", age=3, maram=level))
    assert found.tier is tier


@pytest.mark.parametrize("living", ["kinship care", "foster care", "residential care", "other"])
def test_young_but_not_at_home(living: str) -> None:
    """The example of 2254 is of children living with their parents."""
    one = child("c", age=3, living=living, maram="serious risk")
    assert score(one, dict.fromkeys(CONCERNS, "yes")).tier is Tier.REMAINING


@pytest.mark.parametrize(
    ("facts", "answers", "expected"),
    [
        ({"age": 3}, {}, Answer.UNKNOWN),
        ({"age": 3}, dict.fromkeys(CONCERNS, "no"), Answer.NO),
        ({"age": 3}, {**dict.fromkeys(CONCERNS, "no"), CONCERNS[1]: "unknown"}, Answer.UNKNOWN),
        ({"age": 3, "maram": "unknown"}, dict.fromkeys(CONCERNS, "no"), Answer.UNKNOWN),
        ({"age": None}, {CONCERNS[0]: "yes"}, Answer.UNKNOWN),
        ({"age": 3, "living": "unknown"}, {CONCERNS[0]: "yes"}, Answer.UNKNOWN),
        ({"age": 8}, {}, Answer.NO),
    ],
)
def test_young_at_home_unless_known(
    facts: dict[str, object], answers: dict[str, str], expected: str
) -> None:
    """What is blank makes it unknown, which puts nobody in a group."""
    assert answer("principle.young_at_home", child("c", **facts), answers) == expected


def test_the_concern_is_the_evidence() -> None:
    """The point line of the group says which concern, in words."""
    found = score(infant("c", "response"), {CONCERNS[0]: "yes"})
    line = lines(found)["principle.young_at_home"]
    assert (
        line.evidence == "Problematic alcohol or drug use, or untreated mental illness, of a parent"
    )
    assert (line.points, line.note) == (0, "Names a next-priority group; adds no points")


@pytest.mark.parametrize(
    ("living", "home", "care"),
    [
        ("parents", True, False),
        ("kinship care", False, True),
        ("residential care", False, True),
        ("other", False, False),
        ("unknown", True, True),
    ],
)
def test_two_lists_by_where_the_child_lives(living: str, home: bool, care: bool) -> None:
    """2254 asks other questions of parents at home and of carers; a gap reads both lists."""
    found = score(
        child("c", living=living),
        {"home__conditions": "yes", "care__placement_concerns": "yes"},
    )
    expected = {"home.conditions": 6} if home else {}
    expected |= {"care.placement_concerns": 6} if care else {}
    assert added(found) == expected


def test_a_yes_of_the_other_list_is_shown_and_not_counted() -> None:
    """Nothing a practitioner answered disappears."""
    found = score(child("c", living="foster care"), {"home__conditions": "yes"})
    line = lines(found)["home.conditions"]
    assert (line.points, line.note) == (
        0,
        "Asked of children living with parents only: not counted",
    )


def test_gaps_of_an_unsure_list_count_only_where_living_is_supplied() -> None:
    """Where the file never says with whom children live, its gaps are the team's banner."""
    one = child("c", living="unknown")
    assert score(one, supplied=frozenset({"factors.home.conditions"})).points == 1
    supplied = frozenset({"factors.home.conditions", "cases.living"})
    assert score(one, supplied=supplied).points == 3
    assert "Not answered: living" in score(one, supplied=supplied).gaps


def test_unknown_disability() -> None:
    """A blank in a supplied column adds its small sum; a column never supplied nothing."""
    one = child("c", disability="unknown")
    assert score(one).points == 1
    found = score(one, supplied=ALL_COLUMNS)
    assert added(found) == {"child.disability": 2}
    assert lines(found)["child.disability"].evidence == ""


def test_disability_recorded() -> None:
    """A recorded disability counts, whether or not others of the team are asked."""
    line = lines(score(child("c", disability="yes")))["child.disability"]
    assert (line.points, line.evidence) == (5, "disability recorded")
