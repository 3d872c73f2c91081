"""Workload evidence: hours that add up, what cannot be done, and earlier cycles."""

from datetime import timedelta
from decimal import Decimal

import pytest

from planner.data.plan import Plan, Status
from planner.engine import evaluate, evidence
from planner.errors import UsageFault
from tests.engine.solving import POLICY, high, solved
from tests.make import child, leave, practitioner, scenario, task
from tests.make_random import random_scenario

TEAM = scenario(
    [child("C1", holder="P1"), child("C2", holder="P2", family="F"), high("C3")],
    [practitioner("P1"), practitioner("P2", limit_hours=20)],
    limits={"service_intensity": "0.8"},
)


@pytest.mark.parametrize(
    "seed", [n if n < 12 else pytest.param(n, marks=pytest.mark.long) for n in range(120)]
)
def test_hours_add_up_on_any_team(seed: int) -> None:
    """Parts come to the hours of the plan; rounding stays within what it may add."""
    team = random_scenario(seed)
    plan = evaluate(team, POLICY)
    found = evidence(team, POLICY, plan=plan)
    lines = {line.practitioner: line for line in plan.practitioners if line.carries}
    assert [row.practitioner for row in found.practitioners] == sorted(lines)
    for row in found.practitioners:
        line, made = lines[row.practitioner], row.made_of
        assert made.total == Decimal(line.case_half_hours) / 2
        assert min(made.casework, made.contact, made.travel, made.tasks, made.handover) >= 0
        units = len({c.unit for c in plan.children if c.holder == row.practitioner})
        assert Decimal("-0.25") <= made.rounding <= units * Decimal("0.5") + Decimal("0.25")
        assert row.case_half_hours <= row.standard_half_hours
        assert row.over_half_hours == line.over_half_hours
    assert sum(row.cover_half_hours for row in found.practitioners) == sum(
        pool.cover_half_hours for pool in plan.pools
    )
    assert sum(len(row.contacts_due) for row in found.not_possible) == plan.counts.contacts_missed
    assert sum(len(row.tasks) for row in found.not_possible) == plan.counts.optional_tasks_missed


def test_standard_and_today_stand_beside_each_other() -> None:
    """At 80 per cent casework shrinks, contact and travel do not; by hand for P1."""
    now = evidence(TEAM, POLICY, plan=evaluate(TEAM, POLICY))
    one = now.practitioners[0]
    # 3.5 h a month is 3.22 h a cycle, at 80 % 2.58; contact 2 x 2 h, travel 2 x half an hour.
    assert (one.standard_half_hours, one.case_half_hours) == (17, 16)
    made = one.made_of
    assert (made.casework, made.contact, made.travel) == (Decimal("2.6"), 4, 1)
    assert made.rounding == Decimal("0.4")
    assert now.service_intensity == Decimal("0.8")
    assert any("80 %" in text for text in now.says)


def test_at_the_standard_both_columns_agree() -> None:
    """With intensity 1 there is no second figure, and the page says so."""
    team = TEAM.model_copy(
        update={"limits": TEAM.limits.model_copy(update={"service_intensity": 1})}
    )
    found = evidence(team, POLICY, plan=evaluate(team, POLICY))
    assert all(p.case_half_hours == p.standard_half_hours for p in found.practitioners)
    assert any("both columns agree" in text for text in found.says)


def test_handovers_count_with_taker_and_giver() -> None:
    """P1 takes C2 over from P2: three hours with P1, two with P2."""
    plan = evaluate(TEAM, POLICY, {"C1": "P1", "F": "P1"})
    one, two = evidence(TEAM, POLICY, plan=plan).practitioners
    assert (one.made_of.handover, two.made_of.handover) == (3, 2)
    assert two.case_half_hours == 4


def test_what_is_missed_is_named_with_its_days() -> None:
    """Nobody has an hour: contacts and an optional task of C3 stand with the days due."""
    team = scenario(
        [high("C3")],
        [practitioner("P1", fte="0.05", limit_hours=0)],
        tasks=(task("C3", "case_plan_review", due=4, hours=6),),
    )
    plan = solved(team)
    (row,) = evidence(team, POLICY, plan=plan).not_possible
    (line,) = plan.children
    assert row.contacts_due == line.missed_due
    assert [(t.task, t.due) for t in row.tasks] == [
        (POLICY.task("case_plan_review").title, team.tasks[0].due)
    ]
    assert (row.child, row.holder) == ("C3", "")


def test_cover_in_leave_is_not_among_own_hours() -> None:
    """P1 away for a fortnight: one trip of two is the duty's, and shown apart."""
    team = scenario([child("C1", holder="P1")], [practitioner("P1")], leave=(leave("P1", 0, 13),))
    (row,) = evidence(team, POLICY, plan=evaluate(team, POLICY)).practitioners
    assert (row.made_of.contact, row.cover_half_hours) == (2, 5)


def test_the_best_plan_is_read_where_none_is_given() -> None:
    """The evidence of a team alone is that of its best plan."""
    plan = solved(TEAM)
    found = evidence(TEAM, POLICY)
    assert found == evidence(TEAM, POLICY, plan=plan)
    assert found.proven


def earlier(weeks: int, **facts: object) -> Plan:
    """Make the plan of the team so many weeks before."""
    before = TEAM.model_copy(update={"as_at": TEAM.as_at - timedelta(weeks=weeks), **facts})
    return solved(before)


def test_earlier_cycles_stand_in_order_and_this_one_last() -> None:
    """Whatever the order of the files, the trend runs by day."""
    plan = solved(TEAM)
    past = [earlier(4), earlier(8)]
    found = evidence(TEAM, POLICY, plan=plan, earlier=past)
    days = [row.as_at for row in found.trend]
    assert days == sorted(days)
    assert days[-1] == TEAM.as_at
    assert found.trend[0].case_half_hours == sum(p.case_half_hours for p in past[1].practitioners)
    assert found.trend[-1].awaiting == sum(plan.counts.awaiting_by_tier.values())


def test_plans_that_are_not_earlier_or_not_of_the_team_are_refused() -> None:
    """The same day, another team, another plan in hand: each is refused in words."""
    other = scenario([child("X1")], [practitioner("Q1")], as_at=TEAM.as_at - timedelta(weeks=4))
    plan = solved(TEAM)
    with pytest.raises(UsageFault, match="is not earlier than"):
        evidence(TEAM, POLICY, plan=plan, earlier=[plan])
    with pytest.raises(UsageFault, match="is of another team"):
        evidence(TEAM, POLICY, plan=plan, earlier=[solved(other)])
    with pytest.raises(UsageFault, match="made from another scenario"):
        evidence(TEAM, POLICY, plan=solved(other))
    with pytest.raises(UsageFault, match="No plan was found"):
        evidence(TEAM, POLICY, plan=plan.model_copy(update={"status": Status.NO_PLAN_IN_TIME}))
