"""Whole children: twelve vignettes, and the order of priority among them.

Every child here is invented. The expected tier, points and first reason are argued from the
policy's paragraphs beside each.
"""

from itertools import pairwise
from typing import NamedTuple

import pytest

from planner.data.scenario import Child, Task
from planner.data.score import Score
from planner.data.vocabulary import Band, Tier
from planner.principles import prioritise
from tests.make import child, day, infant, replies, scenario, task
from tests.principles.scored import ALL_COLUMNS, ALL_FACTORS, POLICY, priority, score


class Vignette(NamedTuple):
    """A child in a line, with what the policy makes of the record."""

    who: str
    child: Child
    answers: dict[str, str]
    tier: Tier
    band: Band | None
    points: int
    tasks: tuple[Task, ...] = ()


VIGNETTES = (
    # Mandatory children have no points.
    Vignette("baby with an intensive response", infant("v1"), {}, Tier.MANDATORY, None, 0),
    # Band a, 101; elevated MARAM 5; escalation 8.
    Vignette(
        "boy of six, severe and very likely, police called twice",
        child("v2", consequence="severe", probability="very likely", maram="elevated risk"),
        {"child__escalating": "yes"},
        Tier.HIGH,
        Band.A,
        114,
    ),
    # Band b, 101; pre-school 5; a hearing in the cycle 3.
    Vignette(
        "girl of three, significant and very likely, hearing next week",
        child("v3", age=3, consequence="significant", probability="very likely"),
        {},
        Tier.HIGH,
        Band.B,
        109,
        (task("v3", "hearing", 8),),
    ),
    # Band c by class, 101; self-harm and warrants 8. Residential care: the home list is not asked.
    Vignette(
        "young person of fifteen on the schedule, in residential care",
        child("v4", age=15, youth_schedule="yes", living="residential care"),
        {"child__risk_taking": "yes", "home__disengaged": "yes"},
        Tier.HIGH,
        Band.C,
        109,
    ),
    # Band c by class, 101; infant 8 (pre-school is the same fact).
    Vignette(
        "baby with an infant response, concerning and unlikely",
        infant("v5", "response"),
        {},
        Tier.HIGH,
        Band.C,
        109,
    ),
    # Next by the derived group, 101; pre-school 5; alcohol 6; risk factors of violence 5.
    Vignette(
        "boy of four at home, father drinks, mother afraid",
        child("v6", age=4),
        {"home__substance_or_mental_illness": "yes", "maram__risk_factors": "yes"},
        Tier.NEXT,
        None,
        117,
    ),
    # Next, 101; repeated breakdown 6; concerns about the placement 6. Two items of one fact
    # (recent and repeated breakdown) do not add up, since a group carries no points.
    Vignette(
        "girl of twelve in foster care after a second breakdown",
        child("v7", age=12, living="foster care"),
        {
            "principle__recent_breakdown": "yes",
            "child__repeated_breakdown": "yes",
            "care__placement_concerns": "yes",
        },
        Tier.NEXT,
        None,
        113,
    ),
    # Next, 101 and nothing else.
    Vignette(
        "boy of nine, reunification stalls without case management",
        child("v8", age=9, order="family reunification"),
        {"principle__active_management": "yes"},
        Tier.NEXT,
        None,
        101,
    ),
    # Remaining, 1; isolation 4; services 4; disability 5.
    Vignette(
        "girl of ten with a disability, remote farm, no services",
        child("v9", age=10, disability="yes"),
        {"family__isolated": "yes", "family__services": "yes"},
        Tier.REMAINING,
        None,
        14,
    ),
    # Remaining, 1; only a draft plan after substantiation 4.
    Vignette(
        "boy of eleven by agreement, plan still a draft",
        child("v10", age=11, phase="protective intervention", order="none", case_plan="draft"),
        {},
        Tier.REMAINING,
        None,
        5,
    ),
    # The same before substantiation: no plan is due yet.
    Vignette(
        "boy of eleven under investigation, no plan yet",
        child("v11", age=11, phase="investigation", order="none", case_plan="none"),
        {},
        Tier.REMAINING,
        None,
        1,
    ),
    # An Aboriginal child settled in kinship care: obligations, and not one point.
    Vignette(
        "girl of seven settled with her grandmother, cultural plan kept",
        child("v12", age=7, living="kinship care", aboriginal="yes", order="long-term care"),
        {"obligation__cultural_plan": "yes"},
        Tier.REMAINING,
        None,
        1,
    ),
)


def scored(one: Vignette) -> Score:
    """Score the child of a vignette."""
    return score(one.child, one.answers, tasks=one.tasks)


@pytest.mark.parametrize("one", VIGNETTES, ids=lambda one: one.who)
def test_vignette(one: Vignette) -> None:
    """Tier, band and points are those argued beside the vignette, and the points add up."""
    found = scored(one)
    assert (found.tier, found.band, found.points) == (one.tier, one.band, one.points)
    base = {Tier.MANDATORY: 0, Tier.HIGH: 101, Tier.NEXT: 101, Tier.REMAINING: 1}[one.tier]
    assert found.points == base + sum(line.points for line in found.lines)
    known = {paragraph.id for paragraph in POLICY.paragraphs}
    cited = {row.paragraph for row in (*found.reasons, *found.lines, *found.obligations)}
    assert found.reasons
    assert cited <= known


def test_the_order_of_the_vignettes() -> None:
    """Mandatory, then the bands, then next priority, then the rest: risk first, points inside."""
    order = sorted(VIGNETTES, key=lambda one: (priority(scored(one)), one.child.child))
    assert [one.child.child for one in order] == [
        *("v1", "v2", "v3", "v4", "v5"),
        *("v6", "v7", "v8"),
        *("v9", "v10", "v11", "v12"),
    ]


def test_ten_lesser_factors_never_pass_a_higher_band() -> None:
    """A child in band c with every factor goes after one in band b with none; so does each step."""
    many = {factor.id.replace(".", "__"): "yes" for factor in POLICY.factors if not factor.derived}
    assert len(many) > 10
    steps = [
        ("severe", "very likely"),
        ("severe", "likely"),
        ("significant", "likely"),
        ("concerning", "likely"),
    ]
    for (above, likely), (below, less) in pairwise(steps):
        bare = score(child("a", consequence=above, probability=likely))
        full = score(child("b", consequence=below, probability=less), many)
        assert priority(bare) < priority(full)
        assert full.points > bare.points


def test_every_gap_never_passes_a_known_higher_tier() -> None:
    """A remaining child of whom nothing is answered stays behind a bare next-priority child."""
    blank = score(
        child("a", disability="unknown", maram="unknown", case_plan="unknown", risk_date=None),
        supplied=ALL_COLUMNS | ALL_FACTORS,
    )
    bare = score(child("b"), {"principle__current_care": "yes"})
    assert blank.tier is Tier.REMAINING
    assert priority(bare) < priority(blank)


def test_two_children_outweigh_one() -> None:
    """With every factor a child of a stage has at most 150, two bare ones have 202."""
    many = {factor.id.replace(".", "__"): "yes" for factor in POLICY.factors if not factor.derived}
    most = score(child("a", age=1, infant_response="response"), many).points
    assert most == 150 < 2 * score(infant("b", "response", age=1), {}).points


def test_every_child_of_the_file_has_a_score() -> None:
    """Contracted children and those outside the pool are scored too, to be shown."""
    rows = [child("a"), child("b", status="contracted"), child("c", status="outside the pool")]
    assert set(prioritise(scenario(rows), POLICY).scores) == {"a", "b", "c"}
    assert prioritise(scenario(), POLICY).scores == {}


def test_row_order_changes_nothing() -> None:
    """The same rows in another order give the same record."""
    rows = [one.child for one in VIGNETTES]
    answers = [row for one in VIGNETTES for row in replies(one.child.child, **one.answers)]
    tasks = [task("v3", "hearing", 8), task("v3", "case_plan_review", 8), task("v9", "other", 2)]
    first = scenario(rows, factors=tuple(answers), tasks=tuple(tasks))
    second = scenario(rows[::-1], factors=tuple(answers[::-1]), tasks=tuple(tasks[::-1]))
    assert prioritise(first, POLICY) == prioritise(second, POLICY)


def test_facts_stay_with_their_child() -> None:
    """One child's answers, tasks and indicators say nothing of another."""
    rows = [child("a"), child("b")]
    team = scenario(
        rows,
        factors=replies("a", child__escalating="yes"),
        indicators=replies("a", objective="no"),
        tasks=(task("a", "hearing", 3),),
    )
    scores = prioritise(team, POLICY).scores
    assert (scores["a"].points, scores["a"].impact) == (12, 16)
    assert scores["b"] == score(child("b"))


def test_dates_are_read_on_the_day_of_the_scenario() -> None:
    """A month later the infant is two, and no longer in band c by class."""
    born = day(-730 + 20)
    one = infant("a", "response", birth_date=born)
    assert score(one).tier is Tier.HIGH
    assert score(one, as_at=day(40)).tier is Tier.REMAINING
