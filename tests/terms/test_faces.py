"""Both faces of every term say the same: a plan costs on the board what the verifier counts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.posted import Posted
from planner.model.values import values_of
from planner.terms import TERMS
from tests.boards import allows_values, total
from tests.random_problems import plans, problems


@settings(max_examples=60)
@given(st.data())
def test_a_plan_costs_what_its_value_says(data: st.DataObject) -> None:
    """For random tiny problems and random plans; what terms post is met by every plan."""
    problem = data.draw(problems())
    board = Posted()
    costs = {term.id: term.cost(board, problem) for term in TERMS}
    for _ in range(5):
        plan = data.draw(plans(problem))
        values = values_of(problem, plan)
        costed = {name: c.constant + total(c.coefficients, values) for name, c in costs.items()}
        assert costed == {term.id: term.value(problem, plan) for term in TERMS}
        assert allows_values(board, values)
