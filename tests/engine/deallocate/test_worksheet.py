"""The de-allocation worksheet: who is on it, in which order, and who never is."""

import threading
from itertools import pairwise

import pytest

from planner.data.plan import Plan
from planner.data.scenario import Scenario
from planner.data.score import Score
from planner.data.vocabulary import Tier
from planner.data.worksheet import Worksheet
from planner.engine import allocate, worksheet
from planner.engine.deallocate.worksheet import in_order
from planner.errors import UsageFault
from planner.policy import default_policy
from planner.report import prepare
from planner.synthetic import generate
from planner.workload.holding import holders_now
from tests.make import child, day, decision, infant, practitioner, replies, scenario, task
from tests.make_random import random_scenario

POLICY = default_policy()
IDS = [row.id for row in POLICY.indicators]
ALL = frozenset(f"indicators.{item}" for item in IDS)
HIGH = {"consequence": "severe", "probability": "very likely"}


def team(*children: object, **settings: object) -> Scenario:
    """Make a team of two practitioners and a manager who hold these children."""
    people = [practitioner("P1"), practitioner("P2"), practitioner("M1", grade="CPP5.2")]
    return scenario(children, people, **settings)


def listed(sheet: Worksheet) -> list[str]:
    """Name the families of a worksheet in its order."""
    return [row.family for row in sheet.candidates]


def test_remaining_children_come_before_next_priority() -> None:
    """A next-priority child with no impact still stands after a remaining child with much."""
    found = worksheet(
        team(
            child("A", holder="P1"),
            child("B", holder="P1"),
            factors=replies("A", principle__current_care="yes"),
            indicators=replies("B", **dict.fromkeys(IDS, "no")),
        ),
        POLICY,
    )
    assert [row.tier for row in found.candidates] == [Tier.REMAINING, Tier.NEXT]
    assert listed(found) == ["B", "A"]


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"A": {"stable_care": "no"}, "B": {"objective": "no"}}, "B"),
        ({"A": {"progress": "no"}, "B": {"referrals": "no"}}, "A"),
        ({"A": {}, "B": {}}, "A"),
    ],
)
def test_impact_then_the_childs_line_then_id(
    answers: dict[str, dict[str, str]], first: str
) -> None:
    """10 against 6 points; 6 against 6, where only B's bear on the child; nothing: by id."""
    found = worksheet(
        team(
            child("A", holder="P1"),
            child("B", holder="P2"),
            indicators=tuple(row for name in answers for row in replies(name, **answers[name])),
        ),
        POLICY,
    )
    assert listed(found)[0] == first


def test_equal_impact_goes_by_points_of_priority() -> None:
    """B has no factor and A has one: B first, though A's id is smaller."""
    found = worksheet(
        team(
            child("A", holder="P1"),
            child("B", holder="P1"),
            factors=replies("A", child__crises="yes", child__risk_taking="yes"),
        ),
        POLICY,
    )
    points = [row.children[0].score.points for row in found.candidates]
    assert points == sorted(points)


def slow_order(made: Scenario) -> list[str]:
    """Order the units that may be suggested by taking the least again and again."""
    prepared = prepare(made, POLICY)
    scores, now = prepared.priorities.scores, holders_now(prepared.facts)
    line = {row.id: row.bears_on.value for row in POLICY.indicators}
    line |= {"impact.assessment": "child"}

    def worse(one: str, two: str) -> bool:
        first, second = weight(one), weight(two)
        for a, b in zip(first, second, strict=True):
            if a != b:
                return a > b
        return one > two

    def weight(name: str) -> list[int]:
        unit = prepared.problem.unit(name)
        held: list[Score] = [scores[c] for c in unit.children if now[c] == unit.holder]
        total = sum(row.points for score in held for row in score.impact_lines)
        own = sum(
            row.points
            for score in held
            for row in score.impact_lines
            if line.get(row.factor) == "child"
        )
        tier = {Tier.REMAINING: 0, Tier.NEXT: 1}[unit.tier]
        return [tier, total, own, sum(score.points for score in held)]

    left = [
        unit.id
        for unit in prepared.problem.units
        if unit.holder
        and not unit.pinned_to
        and all(scores[c].tier in (Tier.REMAINING, Tier.NEXT) for c in unit.children)
    ]
    found = []
    while left:
        least = next(a for a in left if not any(worse(a, b) for b in left))
        left.remove(least)
        found.append(least)
    return found


def test_the_order_agrees_with_brute_force() -> None:
    """The same families in the same order, on 30 tiny random teams and on 2 larger ones."""
    teams = [random_scenario(seed) for seed in range(30)]
    teams += [generate(30, 3, seed=seed) for seed in range(2)]
    lengths = []
    for made in teams:
        prepared = prepare(made, POLICY)
        found = [unit.id for unit in in_order(prepared, prepared.problem)]
        assert found == slow_order(made)
        lengths.append(len(found))
    assert max(lengths) > 3


def test_the_worksheet_keeps_the_order() -> None:
    """What is listed are the first of that order."""
    made = generate(20, 3, seed=2)
    assert [row.unit for row in worksheet(made, POLICY, most=3).candidates] == slow_order(made)[:3]


def test_most_counts_families_beside_those_named() -> None:
    """The least first; the others are counted, and a named family stands before them."""
    held = [child(name, holder="P1") for name in "ABCD"]
    assert listed(found := worksheet(team(*held), POLICY, most=2)) == ["A", "B"]
    assert found.others == 2
    named = worksheet(team(*held), POLICY, most=1, children=["D", "D"])
    assert (listed(named), named.others) == (["D", "A"], 2)
    assert [row.named for row in named.candidates] == [True, False]


def test_every_indicator_is_on_one_line_once() -> None:
    """All 14, parted in two lines; and the points of the two lines are the child's impact."""
    found = worksheet(
        team(
            child("A", holder="P1", risk_date=day(-300)),
            indicators=replies("A", objective="yes", stable_care="no", interstate="no"),
            supplied=ALL,
            tasks=(task("A", "case_plan_review"), task("A", "hearing", 5)),
        ),
        POLICY,
    )
    (own,) = found.candidates[0].children
    shown = [row.indicator for line in own.lines for row in line.indicators]
    assert sorted(shown) == sorted(IDS)
    assert len(shown) == 14
    assert own.on_child.points + own.on_permanency.points == own.score.impact
    assert [row.factor for row in own.on_child.cycle] == ["impact.assessment"]
    assert [row.factor for row in own.on_permanency.cycle] == ["impact.review", "impact.hearing"]


def test_gaps_and_missing_answers_are_told_apart() -> None:
    """A "no" is a gap, unless it only says that the case is not interstate; blank is missing."""
    found = worksheet(
        team(
            child("A", holder="P1"),
            indicators=replies("A", stable_care="no", interstate="no", order="not applicable"),
        ),
        POLICY,
    )
    (own,) = found.candidates[0].children
    assert [row.indicator for row in own.gaps] == ["stable_care"]
    assert len(own.missing) == 11


def test_high_risk_is_listed_only_when_named_with_a_reason() -> None:
    """Not suggested; refused without a reason, or with a blank one; listed with it."""
    made = team(child("A", holder="P1"), child("H", holder="P1", **HIGH))
    plain = worksheet(made, POLICY)
    assert listed(plain) == ["A"]
    assert [row.children for row in plain.not_suggested] == [("H",)]
    assert "high risk" in plain.not_suggested[0].words
    for reason in ("", "  "):
        refused = worksheet(made, POLICY, children=["H"], reason=reason)
        assert [row.children for row in refused.refused] == [("H",)]
        assert listed(refused) == ["A"]
    named = worksheet(made, POLICY, children=["H"], reason="Directed by the area manager")
    assert listed(named) == ["H", "A"]
    assert [row.reason for row in named.candidates] == ["Directed by the area manager", ""]
    assert (named.refused, named.not_suggested) == ((), ())


def test_mandatory_is_never_listed() -> None:
    """Refused in words whatever the reason, and so is a sibling held with the infant."""
    made = team(
        infant("I", family="F", holder="P1"),
        child("S", family="F", holder="P1"),
    )
    found = worksheet(made, POLICY, children=["I", "S"], reason="No hours left")
    assert found.candidates == ()
    assert [row.children for row in found.refused] == [("I",), ("S",)]
    assert all("mandatory allocation" in row.words for row in found.refused)
    assert all(row.paragraph == "2254-M1" for row in found.refused)
    assert [row.children for row in found.not_suggested] == [("I", "S")]


@pytest.mark.parametrize(
    ("facts", "paragraph"),
    [
        ({}, "2254-W1"),
        ({"holder": "gone"}, "2254-W1"),
        ({"holder": "M1"}, "2254-W1"),
        ({"status": "contracted", "holder": "P1"}, "2254-W1"),
    ],
)
def test_only_who_is_held_now_can_be_named(facts: dict[str, str], paragraph: str) -> None:
    """Awaiting, holder gone, in the manager's name, contracted: nothing to de-allocate."""
    found = worksheet(team(child("A", **facts)), POLICY, children=["A"], reason="why")
    assert [row.paragraph for row in found.refused] == [paragraph]
    assert found.candidates == ()


def test_a_pin_is_taken_back_first() -> None:
    """What the manager decided is neither suggested nor set aside by naming the child."""
    made = team(child("A", holder="P1"), decisions=(decision("pin", "A", "P1"),))
    found = worksheet(made, POLICY, children=["A"], reason="why")
    assert [row.paragraph for row in found.refused] == ["RULE-PIN"]
    assert "P1" in found.not_suggested[0].words


def test_a_child_who_is_not_there() -> None:
    """The id is named, and what there is."""
    with pytest.raises(UsageFault, match="'Z' is no child of this team, which has A"):
        worksheet(team(child("A", holder="P1")), POLICY, children=["Z"])


def planned() -> tuple[Scenario, Plan]:
    """Make a team whose best plan de-allocates a family to admit a high-risk child."""
    people = [practitioner("P1", fte=0.15), practitioner("D", grade="CPP2", duty_hours=100)]
    limits = {"deallocations": 1}
    held = child("B", holder="P1", phase="protection order", order="family reunification")
    made = scenario([held, child("H", **HIGH)], people, limits=limits)
    return made, allocate(made, POLICY, offers=False)


def test_what_a_plan_deallocates_comes_first() -> None:
    """Weighed against the plan, with the words that it still needs a decision."""
    made, plan = planned()
    assert plan.counts.deallocations == 1
    found = worksheet(made, POLICY, plan=plan)
    (row,) = found.candidates
    assert (row.family, row.in_plan, row.holder) == ("B", True, "P1")
    assert row.after is not None
    assert row.after.contacts == plan.counts.contacts_missed
    assert "each child still needs your decision" in row.words[0]
    assert not worksheet(made, POLICY).candidates[0].in_plan


def test_a_plan_of_another_team_is_refused() -> None:
    """The plan must be of this very team."""
    _, plan = planned()
    with pytest.raises(UsageFault, match="another"):
        worksheet(team(child("A", holder="P1")), POLICY, plan=plan)


def test_steps_are_told_and_a_stop_keeps_what_is_done() -> None:
    """Two families, two steps; stopped after the first, one stands and nothing is called proven."""
    made, stop = team(child("A", holder="P1"), child("B", holder="P1")), threading.Event()
    told: list[int] = []

    def one(step: object) -> None:
        told.append(1)
        stop.set()

    assert worksheet(made, POLICY).proven
    found = worksheet(made, POLICY, stop=stop, on_step=one)
    assert (listed(found), told, found.proven) == (["A"], [1], False)


def test_closing_a_case_is_never_suggested() -> None:
    """No word of the worksheet speaks of closing; a phase is named as it is recorded."""
    found = worksheet(generate(20, 3, seed=2), POLICY)
    said = [
        *found.words,
        *(text for row in found.candidates for text in row.words),
        *(text for row in found.candidates for c in row.children for text in c.contact.words),
    ]
    assert said
    assert not [text for text in said if "clos" in text.casefold()]


def test_row_order_changes_nothing() -> None:
    """The same team with its children in another order gives the same worksheet."""
    made = generate(20, 3, seed=2)
    turned = made.model_copy(update={"children": made.children[::-1]})
    assert worksheet(made, POLICY) == worksheet(turned, POLICY)
    ranks = [list(Tier).index(row.tier) for row in worksheet(made, POLICY).candidates]
    assert all(a >= b for a, b in pairwise(ranks))
