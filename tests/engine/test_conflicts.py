"""No compliant plan: the conflict in policy words, and repairs that work when they are made."""

import re
from collections.abc import Callable

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Conflict, Status
from planner.data.scenario import Scenario
from planner.data.vocabulary import DecisionKind
from planner.engine import allocate
from tests.engine.solving import POLICY, solved
from tests.make import child, decision, infant, leave, practitioner, scenario
from tests.make_random import random_scenario
from tests.shipped import team as shipped

NOBODY = scenario(
    [infant("C1"), child("C2")],
    [practitioner("P1"), practitioner("P2"), practitioner("P3")],
    leave=[leave("P3", 0, 20)],
    decisions=[decision("conflict", "C1", "P1"), decision("bar", "C1", "P2")],
)


def conflict_of(team: Scenario) -> Conflict:
    """Give the conflict of a team that has no compliant plan."""
    plan = solved(team)
    assert plan.status is Status.NOT_COMPLIANT
    assert plan.conflict is not None
    return plan.conflict


def without(team: Scenario, kind: DecisionKind, who: str, name: str) -> Scenario:
    """Give the team without one decision."""
    gone = [d for d in team.decisions if (d.kind, d.practitioner, d.child) == (kind, who, name)]
    rest = tuple(d for d in team.decisions if d is not gone[0])
    return team.model_copy(update={"decisions": rest})


def waived(team: Scenario, name: str, who: str) -> Scenario:
    """Give the team with a waiver recorded beside a pin."""
    rows = tuple(
        row.model_copy(update={"waiver": True})
        if (row.kind, row.child, row.practitioner) == (DecisionKind.PIN, name, who)
        else row
        for row in team.decisions
    )
    return team.model_copy(update={"decisions": rows})


def back(team: Scenario, who: str) -> Scenario:
    """Give the team with somebody back from leave."""
    return adjust(team, [Adjustment(kind=AdjustmentKind.BACK, practitioner=who)])


def joined(team: Scenario) -> Scenario:
    """Give the team with one practitioner more."""
    where = team.children[0].team
    return adjust(team, [Adjustment(kind=AdjustmentKind.ADD, practitioner="new", team=where)])


def split(team: Scenario, name: str) -> Scenario:
    """Give the team with a family that may be split."""
    return adjust(team, [Adjustment(kind=AdjustmentKind.SPLIT, child=name, reason="repair")])


REPAIRS: tuple[tuple[str, Callable[..., Scenario]], ...] = (
    (
        r"Release the pin of (?P<name>\S+) to (?P<who>\S+)\.",
        lambda team, name, who: without(team, DecisionKind.PIN, who, name),
    ),
    (r"Record a waiver with the pin of (?P<name>\S+) to (?P<who>\S+)\.", waived),
    (
        r"Lift the bar of (?P<who>\S+) from (?P<name>\S+)\.",
        lambda team, name, who: without(team, DecisionKind.BAR, who, name),
    ),
    (r"Bring (?P<who>\S+) back from leave\.", back),
    (r"Bring in one more practitioner, from another team or agency\.", joined),
    (r"Family of (?P<name>\S+) may be split\.", split),
)


def repaired(team: Scenario, text: str) -> Scenario:
    """Do what a repair says, by its words."""
    for pattern, make in REPAIRS:
        found = re.fullmatch(pattern, text)
        if found:
            return make(team, **found.groupdict())
    raise AssertionError(text)


def test_rules_and_subjects_are_named_in_policy_words() -> None:
    """Whom it concerns, what must be, and what stands between each and the infant."""
    conflict = conflict_of(NOBODY)
    assert conflict.units == ("C1",)
    assert set(conflict.rules) == {"mandatory", "conflict", "bar", "away_too_long"}
    assert conflict.sentences[:4] == (
        "C1 must have a practitioner (mandatory allocation).",
        "P1 cannot hold C1: conflict of interest.",
        "P2 cannot hold C1: barred by the manager.",
        "P3 cannot hold C1: away longer than the contact interval.",
    )
    assert "case hours" not in " ".join(conflict.sentences)


def test_repairs_begin_with_what_the_manager_can_do_herself() -> None:
    """A conflict of interest is no repair of hers; a bar, leave and a newcomer are."""
    assert [repair.text for repair in conflict_of(NOBODY).repairs] == [
        "Lift the bar of P2 from C1.",
        "Bring P3 back from leave.",
        "Bring in one more practitioner, from another team or agency.",
    ]


@pytest.mark.parametrize(
    "team",
    [
        NOBODY,
        scenario(
            [child("C1"), child("C2", holder="P1")],
            [practitioner("P1", limit_hours=10)],
            decisions=[decision("pin", "C1", "P1"), decision("pin", "C2", "P1")],
        ),
        scenario(
            [infant("C1", family="F"), child("C2", family="F")],
            [practitioner("P1"), practitioner("P2")],
            decisions=[decision("bar", "C2", "P1"), decision("bar", "C1", "P2")],
        ),
        shipped("infant_nobody_can_hold"),
    ],
    ids=["nobody for an infant", "two pins, hours for one", "siblings barred apart", "shipped"],
)
def test_every_repair_works_when_it_is_made(team: Scenario) -> None:
    """Made by its words alone, the team has a compliant plan."""
    repairs = conflict_of(team).repairs
    assert repairs
    for repair in repairs:
        assert repair.solved
        plan = allocate(repaired(team, repair.text), POLICY, offers=False)
        assert plan.conflict is None, repair.text


@pytest.mark.parametrize("seed", range(30))
def test_repairs_of_random_teams_leave_less_to_set_aside(seed: int) -> None:
    """One unit's repair may leave another's conflict; it never leaves its own as it was."""
    team = random_scenario(seed)
    plan = solved(team)
    if plan.conflict is None:
        assert plan.status is Status.BEST_POSSIBLE
        return
    for repair in plan.conflict.repairs:
        after = allocate(repaired(team, repair.text), POLICY, offers=False).conflict
        left = after.units if after else ()
        assert len(left) < len(plan.conflict.units), repair.text


def test_an_infant_pinned_to_someone_absent_still_has_a_practitioner() -> None:
    """Mandatory allocation is never waived: the pin is set aside, and P2 takes the infant."""
    team = scenario(
        [infant("C1")],
        [practitioner("P1"), practitioner("P2")],
        leave=[leave("P1", 0, 27)],
        decisions=[decision("pin", "C1", "P1")],
    )
    plan = solved(team)
    assert plan.status is Status.NOT_COMPLIANT
    assert plan.choices.holders == {"C1": "P2"}
    assert plan.headline[0] == "NOT COMPLIANT: what was pinned for C1 cannot be kept."


def test_nobody_at_all() -> None:
    """No practitioner present: said so, and a newcomer is the only repair."""
    team = scenario([infant("C1")], [practitioner("P1")], leave=[leave("P1", -9)])
    conflict = conflict_of(team)
    assert "No practitioner is present in the cycle." in conflict.sentences
    texts = [repair.text for repair in conflict.repairs]
    assert texts == [
        "Bring P1 back from leave.",
        "Bring in one more practitioner, from another team or agency.",
    ]
