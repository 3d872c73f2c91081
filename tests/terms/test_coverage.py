"""The stages of coverage, and the linear cost of a unit that awaits."""

from planner.data.board import Take
from planner.data.problem import ByStage
from planner.policy import default_policy
from planner.terms.coverage import STAGES, awaiting_cost, points_of
from tests.problems import carrier, problem, unit


def test_an_amount_is_taken_off_by_whoever_takes_the_unit() -> None:
    """A costs 7 while it awaits, whoever may take it; B costs nothing and is left out."""
    team = problem([unit("A"), unit("B")], [carrier("P"), carrier("Q")])
    found = awaiting_cost(team, {"A": 7, "B": 0})
    assert found.constant == 7
    assert found.coefficients == {Take("A", "P"): -7, Take("A", "Q"): -7}


def test_every_stage_has_an_amount_and_a_paragraph() -> None:
    """Five stages, five fields, five paragraphs of the policy."""
    amounts = ByStage(high_a=1, high_b=2, high_c=3, next=4, remaining=5)
    assert [points_of(amounts, stage) for stage, _, _ in STAGES] == [1, 2, 3, 4, 5]
    assert all(default_policy().paragraph(paragraph).text for _, _, paragraph in STAGES)
