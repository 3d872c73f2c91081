"""Lines of a ledger from a plan and from what is known of all plans."""

import pytest

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.errors import ModelBug
from planner.model.lines import least_of, raised, write
from tests.problems import carrier, chosen, problem, unit

STAGES = tuple(
    Stage(id=name, title=name, terms=(f"awaiting_{name}",)) for name in ("high_a", "next")
)


def line(value: int, bound: int | None, proven: bool) -> StageValue:
    """Make a line of a ledger."""
    return StageValue(id="s", title="s", value=value, bound=bound, proven=proven)


def plan() -> tuple[object, Choices]:
    """Make a plan that costs 5 and then 7."""
    given = problem([unit("A", points={"high_a": 5, "next": 7})], [carrier("P")])
    return given, chosen(given)


@pytest.mark.parametrize(
    ("least", "bounds", "proven"),
    [
        ((5, 7), [5, 7], [True, True]),
        ((5, 3), [5, 3], [True, False]),
        ((4, 7), [4, 0], [False, False]),
        ((4, 900), [4, 0], [False, False]),
        ((0, 0), [0, 0], [False, False]),
    ],
)
def test_a_bound_counts_as_long_as_all_above_it_is_proven(
    least: tuple[int, ...], bounds: list[int], proven: list[bool]
) -> None:
    """What is known of plans that cost 4 first says nothing of plans that cost 5 first."""
    given, choices = plan()
    ledger = write(given, STAGES, choices, least)
    assert [one.value for one in ledger] == [5, 7]
    assert [one.bound for one in ledger] == bounds
    assert [one.proven for one in ledger] == proven
    assert ledger[0].terms == {"awaiting_high_a": 5}
    assert ledger[0].total == 5


@pytest.mark.parametrize("least", [(6, 0), (5, 8)])
def test_a_plan_under_the_least_is_our_bug(least: tuple[int, ...]) -> None:
    """Never a false proof: what was said to be the least was not."""
    given, choices = plan()
    with pytest.raises(ModelBug, match="less than the least"):
        write(given, STAGES, choices, least)
    with pytest.raises(ModelBug, match="less than the least"):
        raised([line(5, 5, True), line(7, 0, False)], least)


def test_under_a_stage_that_is_not_proven_nothing_is_known_of_all_plans() -> None:
    """Its bound speaks of plans that keep the value above, which others may not."""
    ledger = [line(5, 5, True), line(7, 6, False), line(9, 9, False), line(3, None, False)]
    assert least_of(ledger) == (5, 6, 0, 0)


def test_the_better_of_two_bounds_stands() -> None:
    """A bound of all plans joins as long as it was met above; proof may come of both."""
    ledger = [line(5, 3, False), line(7, 7, False), line(9, 2, False)]
    found = raised(ledger, (5, 6, 8))
    assert [one.bound for one in found] == [5, 7, 2]
    assert [one.proven for one in found] == [True, True, False]
