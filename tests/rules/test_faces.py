"""Both faces of every rule say the same: what a plan breaks on the board, the check finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.data.plan import Choices
from planner.model.values import values_of
from planner.rules import RULES
from tests.boards import allows_values, posted
from tests.random_problems import plans, problems

# Grade and skill have no amount of their own on a board: what they give way by follows.
KEPT = frozenset({"fit"})


def silent(plan: Choices) -> Choices:
    """Give a plan that does not own up to what gives way and what falls short."""
    gives = tuple(give for give in plan.gives if give.limit in KEPT)
    return plan.model_copy(update={"gives": gives, "short": {}})


@settings(max_examples=60)
@given(st.data())
def test_a_board_refuses_a_plan_exactly_when_the_check_finds_something(data: st.DataObject) -> None:
    """For random tiny problems and random plans, settled as every plan is or silent."""
    problem = data.draw(problems())
    boards = {rule.id: posted(rule, problem) for rule in RULES}
    for _ in range(5):
        plan = data.draw(plans(problem))
        for stated in (plan, silent(plan)):
            values = values_of(problem, stated)
            found = {rule.id for rule in RULES if rule.check(problem, stated)}
            refused = {name for name, b in boards.items() if not allows_values(b, values)}
            if "hours" in found:
                # What the duty pool posts rests on the limits on hours being met.
                refused = refused - {"duty"} | found & {"duty"}
            assert found == refused
