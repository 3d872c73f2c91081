"""Every control becomes one what-if change, and a control left alone becomes none."""

from decimal import Decimal

import pytest

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.scenario import Limits, Scenario
from planner.data.vocabulary import Grade
from planner.policy import default_policy
from planner.ui.controls import (
    Controls,
    adjustments,
    carriers_of,
    controls_of,
    everyone_at,
    new_names,
    teams_of,
    untouched,
)
from tests.make import child, day, leave, practitioner, scenario

POLICY = default_policy()


def team(**settings: object) -> Scenario:
    """Make a team of two who hold cases, P2 away for the whole cycle, and a team manager."""
    return scenario(
        [child("C1", holder="P1")],
        [
            practitioner("P1", limit_percent=90),
            practitioner("P2"),
            practitioner("TM1", grade="CPP5.2"),
        ],
        leave=(leave("P2", 0, 27),),
        **settings,
    )


def start(made: Scenario) -> Controls:
    """Give the controls where the team's data set them."""
    return untouched(made, carriers_of(made, POLICY), changes=3)


def changes(**update: object) -> list[Adjustment]:
    """Give the changes that some controls stand for."""
    made = team()
    before = start(made)
    return list(adjustments(before.model_copy(update=update), before, made))


def test_controls_start_where_the_data_set_them() -> None:
    """P1 at 90 per cent, P2 away; who holds no cases has no slider; nothing is changed."""
    made = team(limits=Limits(deallocations=1, reserve_hours=Decimal(10)))
    found = start(made)
    assert found.limits == {"P1": 90, "P2": 100}
    assert found.away == {"P2"}
    assert (found.deallocations, found.changes, found.reserve) == (1, 3, Decimal(10))
    assert adjustments(found, found, made) == ()


@pytest.mark.parametrize(("percent", "count"), [(85, 1), (90, 0), (95, 1)])
def test_a_limit_moved(percent: int, count: int) -> None:
    """One step under and over the start is a change, the start itself is none."""
    found = changes(limits={"P1": percent, "P2": 100})
    assert len(found) == count
    if found:
        assert (found[0].kind, found[0].practitioner) == (AdjustmentKind.LIMIT, "P1")
        assert found[0].amount == percent


def test_leave_is_the_whole_cycle() -> None:
    """From the plan's day to the last day of 28."""
    (found,) = changes(away=frozenset({"P1", "P2"}))
    assert (found.kind, found.practitioner) == (AdjustmentKind.AWAY, "P1")
    assert (found.start, found.until) == (day(0), day(27))


def test_somebody_away_comes_back() -> None:
    """P2 no longer marked is back from every leave."""
    (found,) = changes(away=frozenset())
    assert (found.kind, found.practitioner) == (AdjustmentKind.BACK, "P2")


def test_people_join_and_leave() -> None:
    """Each who joins has an id of their own that nobody bears yet, and the FTE chosen."""
    found = changes(added=2, added_fte=Decimal("0.6"), removed=frozenset({"P1"}))
    assert [(f.kind, f.practitioner) for f in found] == [
        (AdjustmentKind.ADD, "NEW1"),
        (AdjustmentKind.ADD, "NEW2"),
        (AdjustmentKind.REMOVE, "P1"),
    ]
    assert {f.fte for f in found[:2]} == {Decimal("0.6")}


def test_an_id_that_is_taken_is_passed_over() -> None:
    """Somebody is called NEW1 already."""
    made = scenario([child("C1")], [practitioner("NEW1")])
    before = start(made)
    found = adjustments(before.model_copy(update={"added": 1}), before, made)
    assert [f.practitioner for f in found] == ["NEW2"]


@pytest.mark.parametrize(
    ("name", "amount", "kind"),
    [
        ("deallocations", 2, AdjustmentKind.DEALLOCATIONS),
        ("changes", 0, AdjustmentKind.CHANGES),
        ("reserve", Decimal("7.5"), AdjustmentKind.RESERVE),
    ],
)
def test_amounts(name: str, amount: int | Decimal, kind: AdjustmentKind) -> None:
    """Each amount that differs from its start is one change."""
    (found,) = changes(**{name: amount})
    assert (found.kind, found.amount) == (kind, amount)


def test_what_was_offered_comes_last() -> None:
    """Hours taken over from an offer go before the limit in per cent."""
    offered = Adjustment(kind=AdjustmentKind.HOURS, practitioner="P1", amount=Decimal(80))
    found = changes(limits={"P1": 50, "P2": 100}, others=(offered,))
    assert found[-1] == offered
    after = carriers_of(adjust(team(), found), POLICY)
    assert after["P1"].limit_half_hours == 160


def test_every_change_can_be_made() -> None:
    """All controls at once make a scenario."""
    found = changes(
        limits={"P1": 50, "P2": 120},
        away=frozenset({"P1"}),
        removed=frozenset({"P2"}),
        added=1,
        deallocations=1,
        changes=5,
        reserve=Decimal(20),
    )
    after = adjust(team(), found)
    assert sorted(carriers_of(after, POLICY)) == ["NEW1", "P1"]
    assert after.limits.reserve_hours == 20


def test_teams() -> None:
    """Teams of children and of practitioners, each once."""
    made = scenario([child("C1", team="south")], [practitioner("P1", team="north")])
    assert teams_of(made) == ["north", "south"]
    assert start(made).added_team == "north"


JOINS = Adjustment(kind=AdjustmentKind.ADD, practitioner="NEW1", team="team")
STARTS = Adjustment(kind=AdjustmentKind.ADD, practitioner="NEW2", team="team", grade=Grade.CPP3)


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"limits": {"P1": 85, "P2": 100}},
        {"everyone": 110, "limits": {"P1": 110, "P2": 110}},
        {"everyone": 110, "limits": {"P1": 110, "P2": 50}},
        {"away": frozenset({"P1"}), "removed": frozenset({"P2"})},
        {"added": 2, "added_fte": Decimal("0.5")},
        {"added": 1, "others": (STARTS,)},
        {"deallocations": 2, "changes": 0, "reserve": Decimal("7.5"), "arrivals": Decimal(3)},
        {"duty": {"TM1": Decimal(12)}},
    ],
)
def test_controls_and_changes_say_the_same(update: dict[str, object]) -> None:
    """From controls to changes and back nothing is lost and nothing is added."""
    made = team()
    before = start(made)
    at = before.model_copy(update=update)
    said = adjustments(at, before, made)
    assert controls_of(said, before, made) == at
    adjust(made, said)


def test_one_limit_for_all_leaves_each_where_it_was_said_after() -> None:
    """Everyone at 110 per cent, then P2 at 50: two changes, in this order."""
    found = changes(everyone=110, limits={"P1": 110, "P2": 50})
    assert [(c.practitioner, c.amount) for c in found] == [("", 110), ("P2", 50)]


def test_one_limit_for_all_takes_hours_back() -> None:
    """Hours that an offer set for somebody would go before it."""
    hours = Adjustment(kind=AdjustmentKind.HOURS, practitioner="P1", amount=Decimal(80))
    at = start(team()).model_copy(update={"others": (hours, STARTS)})
    assert everyone_at(at, 95).others == (STARTS,)
    assert everyone_at(at, 95).limits == {"P1": 95, "P2": 95}


def test_names_of_those_who_join_are_free() -> None:
    """NEW1 is taken by one who joins already."""
    names = new_names(team(), (JOINS,))
    assert [next(names), next(names)] == ["NEW2", "NEW3"]
