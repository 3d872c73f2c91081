"""What the model assigns: families, or the children of a family one by one."""

import pytest

from planner.data.problem import ByStage, Unit
from planner.data.scenario import Child
from planner.data.vocabulary import Tier
from planner.workload.facts import Facts
from planner.workload.units import group, measure
from tests.make import child, day, decision, leave, practitioner, task
from tests.workload.office import HIGH, MANDATORY, NEXT, UNDER_TWO, gathered, only_unit

P, Q = practitioner("P"), practitioner("Q")


def siblings(*facts: dict[str, object]) -> list[Child]:
    """Make brothers and sisters A, B, C of family F."""
    return [child(name, family="F", **f) for name, f in zip("ABC", facts, strict=False)]


def grouped(facts: Facts) -> list[tuple[str, str, str]]:
    """Give the units: id, children, holder."""
    return [(m.id, "".join(c.child for c in m.children), m.holder) for m in group(facts)]


def units(facts: Facts) -> list[Unit]:
    """Measure every unit."""
    return [measure(facts, members) for members in group(facts)]


def test_siblings_are_one_unit() -> None:
    """In the order of their ids, families in theirs, whatever the rows' order."""
    rows = [child("X", family="E"), *reversed(siblings({}, {"holder": "P"}, {}))]
    assert grouped(gathered(rows, [P])) == [("E", "X", ""), ("F", "ABC", "P")]


@pytest.mark.parametrize(
    ("facts", "kind", "expected"),
    [
        (({"holder": "P"}, {"holder": "P"}), "", [("F", "AB", "P")]),
        (({"holder": "P"}, {}), "", [("F", "AB", "P")]),
        # Held apart now:
        (({"holder": "P"}, {"holder": "Q"}), "", [("F/A", "A", "P"), ("F/B", "B", "Q")]),
        # Q has left: P alone holds the family.
        (({"holder": "P"}, {"holder": "gone"}), "", [("F", "AB", "P")]),
        # Split by the manager:
        (({"holder": "P"}, {"holder": "P"}), "split", [("F/A", "A", "P"), ("F/B", "B", "P")]),
        (({}, {}), "split", [("F/A", "A", ""), ("F/B", "B", "")]),
        (({}, {}), "raise", [("F", "AB", "")]),
        # In two teams:
        (({"team": "north"}, {"team": "south"}), "", [("F/A", "A", ""), ("F/B", "B", "")]),
        # B is contracted and no child of the unit:
        (({"holder": "P"}, {"status": "contracted", "holder": "Q"}), "", [("F", "A", "P")]),
    ],
)
def test_a_family_is_split_by_decision_by_holders_or_by_teams(
    facts: tuple[dict[str, object], ...], kind: str, expected: list[tuple[str, str, str]]
) -> None:
    """A decision names B and divides the whole family."""
    decisions = [decision(kind, "B")] if kind else []
    assert grouped(gathered(siblings(*facts), [P, Q], decisions=decisions)) == expected


@pytest.mark.parametrize(
    ("facts", "held", "former", "forced"),
    [
        (({"holder": "P"}, {"holder": "P"}), 2, "", False),
        (({"holder": "P"}, {}), 1, "", False),
        (({"holder": "P"}, {"holder": "gone"}), 1, "", False),  # a holder there: no former
        (({}, {}), 0, "", False),
        (({}, {"holder": "gone"}), 0, "gone", True),
        (({"holder": "gone"}, {"holder": "left too"}), 0, "gone", True),  # the first by id
        (({"holder": "M"}, {}), 0, "M", True),  # in the team manager's name
    ],
)
def test_who_holds_and_who_held(
    facts: tuple[dict[str, object], ...], held: int, former: str, forced: bool
) -> None:
    """Held children are those whose own holder is the unit's."""
    manager = practitioner("M", grade="CPP5.2")
    unit = only_unit(gathered(siblings(*facts), [P, manager]))
    assert (unit.held_children, unit.former, unit.forced) == (held, former, forced)


def test_a_holder_who_is_away_too_long_is_a_former_one() -> None:
    """P's leave is open-ended: taking A on is a forced change."""
    unit = only_unit(gathered([child("A", holder="P")], [P], leave=[leave("P", 0)]))
    assert (unit.holder, unit.former, unit.forced) == ("", "P", True)


@pytest.mark.parametrize(
    ("scores", "tier", "mandatory", "infants", "high"),
    [
        ({}, Tier.REMAINING, False, 0, 0),
        ({"B": NEXT}, Tier.NEXT, False, 0, 0),
        ({"A": NEXT, "B": HIGH}, Tier.HIGH, False, 0, 1),
        ({"A": HIGH, "B": MANDATORY}, Tier.MANDATORY, True, 1, 2),
        ({"A": MANDATORY, "B": MANDATORY}, Tier.MANDATORY, True, 2, 2),
        ({"A": UNDER_TWO}, Tier.REMAINING, False, 0, 0),
    ],
)
def test_the_tier_shown_is_the_highest(
    scores: dict[str, dict[str, object]], tier: Tier, mandatory: bool, infants: int, high: int
) -> None:
    """One mandatory child makes the unit mandatory; counts are of children."""
    unit = only_unit(gathered(siblings({}, {}), [P], scores))
    assert (unit.tier, unit.mandatory) == (tier, mandatory)
    assert (unit.intensive_infants, unit.high_children) == (infants, high)


def test_points_and_impact_are_summed_child_by_child() -> None:
    """A high risk band (b) of 120, B next of 101, C next of 110; P holds A and B, not C.

    Impact and held children count for A (30) and B (40) only.
    """
    scores: dict[str, dict[str, object]] = {
        "A": {**HIGH, "band": "b", "points": 120, "impact": 30},
        "B": {**NEXT, "impact": 40},
        "C": {**NEXT, "points": 110, "impact": 50},
    }
    held = {"holder": "P"}
    unit = only_unit(gathered(siblings(held, held, {}), [P], scores))
    assert unit.points == ByStage(high_b=120, next=211)
    assert unit.impact == ByStage(high_b=30, next=40)
    assert unit.held_by_stage == ByStage(high_b=1, next=1)


@pytest.mark.parametrize(
    ("score", "points"),
    [
        ({**HIGH, "band": "a"}, ByStage(high_a=101)),
        ({**HIGH, "band": "c"}, ByStage(high_c=101)),
        (NEXT, ByStage(next=101)),
        ({}, ByStage(remaining=10)),
        (MANDATORY, ByStage()),
    ],
)
def test_every_tier_has_its_stage(score: dict[str, object], points: ByStage) -> None:
    """A mandatory child has no points: one never awaits."""
    unit = only_unit(gathered([child("A", holder="P")], [P], {"A": score}))
    assert unit.points == points
    assert sum(dict(unit.impact).values()) == (0 if score is MANDATORY else 20)


@pytest.mark.parametrize(
    ("facts", "score", "rows", "waiting"),
    [
        ({}, {}, [], 7),  # one trip of 2.5 h + 0.9198 h of oversight = 3.4198
        ({}, HIGH, [], 12),  # two trips: 5.9198
        ({}, {}, [task("A", "hearing", hours=8)], 23),  # 11.4198: every task falls to duty
        ({}, {}, [task("A", "case_plan_review", 28)], 7),
        ({"zone": "hills"}, {}, [], 9),  # 2 + 80 min + 0.9198 = 4.2532
        ({"contact": "weekly", "contact_agreed": day(-9)}, {}, [], 22),  # 10.9198
    ],
)
def test_waiting_is_contact_oversight_and_every_task(
    facts: dict[str, object],
    score: dict[str, object],
    rows: list[object],
    waiting: int,
) -> None:
    """Rounded up once."""
    unit = only_unit(gathered([child("A", **facts)], [P], {"A": score}, tasks=rows))
    assert unit.waiting_half_hours == waiting


def test_waiting_of_siblings() -> None:
    """One trip of 2.75 h and 1.7 x 0.9198 = 1.5637 h: 4.3137 h."""
    assert only_unit(gathered(siblings({}, {}))).waiting_half_hours == 9


@pytest.mark.parametrize(
    ("pins", "pinned", "waived"),
    [
        ([], "", False),
        ([decision("pin", "B", "P")], "P", False),
        ([decision("pin", "B", "P", waiver=True)], "P", True),
        ([decision("pin", "A", "P"), decision("pin", "B", "P", waiver=True)], "P", True),
        ([decision("bar", "B", "P", waiver=True)], "", False),
    ],
)
def test_a_pin_of_one_child_binds_the_unit(pins: list[object], pinned: str, waived: bool) -> None:
    """A waiver on any of the pins is a waiver."""
    unit = only_unit(gathered(siblings({}, {}), [P, Q], decisions=pins))
    assert (unit.pinned_to, unit.pin_waived) == (pinned, waived)


def test_a_pin_of_one_child_of_a_split_family_binds_that_child() -> None:
    """B is pinned; A is free."""
    team = gathered(
        siblings({}, {}), [P], decisions=[decision("split", "A"), decision("pin", "B", "P")]
    )
    assert [unit.pinned_to for unit in units(team)] == ["", "P"]


@pytest.mark.parametrize(
    ("facts", "unseen", "awaiting"),
    [
        ({"last_seen": day(-7), "since": day(-60)}, 7, 60),
        ({"last_seen": None, "since": None}, 999, 0),
        ({"last_seen": day(0), "since": day(0)}, 0, 0),
        ({"last_seen": day(3), "since": day(3)}, 0, 0),  # never below nothing
        ({"last_seen": day(-7), "since": day(-60), "holder": "P"}, 7, 0),  # held, not awaiting
    ],
)
def test_days_that_settle_ties(facts: dict[str, object], unseen: int, awaiting: int) -> None:
    """Counted to the as-at date."""
    unit = only_unit(gathered([child("A", **facts)], [P]))
    assert (unit.days_unseen, unit.days_awaiting) == (unseen, awaiting)


def test_days_of_siblings_add_up() -> None:
    """7 and 10 days unseen; 60 and 80 awaiting."""
    unit = only_unit(gathered(siblings({}, {"last_seen": day(-10), "since": day(-80)})))
    assert (unit.days_unseen, unit.days_awaiting) == (17, 140)
