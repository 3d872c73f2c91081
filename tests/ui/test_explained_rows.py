"""Answers about a child as rows: limits, moves and costs apart; what is the manager's call."""

import pytest

from planner.data.explanation import (
    Counterfactual,
    Explanation,
    Latitude,
    OtherPlan,
    Placed,
    Screened,
    Settled,
    Shift,
    StageDifference,
    Tipping,
    TippingKind,
)
from planner.data.vocabulary import Tier
from planner.ui.explained_rows import (
    asked_lines,
    call_rows,
    cost_lines,
    latitude_lines,
    other_plans,
    placed_of,
    screen_rows,
    shift_rows,
)

SHIFT = Shift(
    unit="F1", children=("C1",), tier=Tier.NEXT, before="", after="P1", sentence="C1 to P1."
)
COST = StageDifference(stage="1", title="T", sentence="s", before=0, after=1, proven=True)


def other(limits: tuple[str, ...], costs: int) -> Counterfactual:
    """Make another plan with one move, some words of limits and some costs."""
    said = tuple(f"Cost {number}." for number in range(costs)) or ("Nothing.",)
    return Counterfactual(
        asked="F1 allocated",
        possible=not limits,
        shifts=(SHIFT,),
        differences=(COST,) * costs,
        sentences=(*limits, SHIFT.sentence, *said),
    )


def explained(holder: str = "", found: Counterfactual | None = None) -> Explanation:
    """Make an explanation of C1 of family F1."""
    return Explanation(
        child="C1",
        unit="F1",
        tier=Tier.NEXT,
        holder=holder,
        screen=(
            Screened(practitioner="P2", rules=("bar",), sentences=("P2: barred.", "P2: away.")),
        ),
        counterfactual=found or other((), 1),
        tipping=Tipping(kind=TippingKind.UNKNOWN, sentence="x"),
        proven=True,
    )


@pytest.mark.parametrize("costs", [0, 1, 3])
@pytest.mark.parametrize("limits", [(), ("It would take:", "P1 goes over.")])
def test_limits_moves_and_costs_are_told_apart(limits: tuple[str, ...], costs: int) -> None:
    """Whatever there is of each, the costs are what stands last."""
    found = other(limits, costs)
    said = [f"Cost {n}." for n in range(costs)] or ["Nothing."]
    assert list(cost_lines(found)) == said
    if limits:
        assert tuple(asked_lines(explained(found=found), "F1")) == limits


def test_what_is_asked_is_said_where_no_limit_stands_before_it() -> None:
    """Allocated for one who awaits, with somebody else for one who is held."""
    assert asked_lines(explained(), "F1") == ("The best plan in which family F1 is allocated:",)
    assert "not with P1" in asked_lines(explained("P1"), "F1")[0]


def test_no_such_plan_is_all_there_is_to_say() -> None:
    """Without a move there is no cost either."""
    none = Counterfactual(asked="x", possible=False, sentences=("There is no plan.",))
    assert asked_lines(explained(found=none), "F1") == ("There is no plan.",)
    assert cost_lines(none) == ()


def test_moves_and_who_cannot_hold_the_case() -> None:
    """The move in words with its tier; a practitioner's name once, not before every reason."""
    assert shift_rows([SHIFT]) == [{"What would move": "C1 to P1.", "Priority": "Next priority"}]
    assert screen_rows(explained()) == [{"Practitioner": "P2", "Why": "Barred. Away."}]


def placed(unit: str, latitude: Latitude, *holders: str) -> Placed:
    """Make a family of one child, in the plan with the first of these."""
    return Placed(
        unit=unit,
        children=(f"C{unit}",),
        tier=Tier.NEXT,
        latitude=latitude,
        holder=holders[0],
        holders=holders,
    )


ANSWER = Settled(
    scenario="T",
    tolerance=0,
    units=(
        placed("1", Latitude.YOUR_CALL, "P1", "", "P2"),
        placed("2", Latitude.NOT_POSSIBLE, ""),
        placed("3", Latitude.SETTLED, "P2"),
    ),
    others=(
        OtherPlan(differing=2, proven=True, shifts=(SHIFT,), holders={"1": "P2", "2": ""}),
        OtherPlan(differing=1, proven=True, shifts=(SHIFT,), holders={"1": "", "2": ""}),
        OtherPlan(differing=1, proven=True, shifts=(SHIFT,), holders={"1": "P1", "2": ""}),
    ),
    proven=True,
    seconds=0.1,
)


def test_settled_your_call_or_not_possible() -> None:
    """Who could equally hold the case is named; awaiting is one of the places."""
    call, waits, settled = ANSWER.units
    assert latitude_lines(call)[1] == "May be with: P1, nobody: awaiting, P2."
    assert latitude_lines(waits) == ["Not possible: every equally good plan lets them wait."]
    assert latitude_lines(settled)[1] == "May be with: P2."
    assert placed_of(ANSWER, "C2") is waits
    assert placed_of(ANSWER, "C9") is None


def test_other_plans_are_those_that_place_this_family_otherwise() -> None:
    """Two of three do; the one that leaves it with P1 is no answer for it."""
    titles = [title for title, _ in other_plans(ANSWER, ANSWER.units[0])]
    assert titles == [
        "Another plan as good: with P2; 2 families placed otherwise",
        "Another plan as good: awaiting allocation; 1 family placed otherwise",
    ]
    assert list(other_plans(ANSWER, ANSWER.units[1])) == []


def test_every_family_that_is_the_managers_call() -> None:
    """Those that are settled or cannot be allocated are not among them."""
    assert call_rows(ANSWER) == [
        {
            "Children": "C1 (family 1)",
            "Priority": "Next priority",
            "May be with": "P1, nobody: awaiting, P2",
        }
    ]
