"""What the duty pools can still bear: as the least that is missed says, family by family."""

from hypothesis import assume, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.model.missing import least_missed
from planner.model.slack import Slack
from planner.policy import default_policy
from planner.report import stages_of
from planner.terms import BY_ID, STAGE_0
from tests.problems import settled
from tests.random_problems import plans, problems

POLICY = default_policy()
MISSED = {"duty_short", "contact_missed_watched", "contact_missed_other", "oversight_missed"}


def missed_through(given: Problem, stages: tuple[Stage, ...], choices: Choices) -> int:
    """Add up what is missed, or short, in some stages."""
    terms = {term for stage in stages for term in stage.terms} & MISSED
    return sum(BY_ID[term].value(given, choices) for term in terms)


@drawn(given=problems(), data=st.data())
@settings(max_examples=100)
def test_there_is_slack_where_nothing_is_missed_in_a_stage_or_above(
    given: Problem, data: st.DataObject
) -> None:
    """For every stage from what is short on, and any arrangement, rules or not."""
    stages = stages_of(POLICY, given)
    choices = least_missed(given, data.draw(plans(given)).holders)
    slack = Slack(given, stages, choices)
    for at in range(stages.index(STAGE_0[-1]), len(stages)):
        enough = all(slack.left(pool.team, at) >= 0 for pool in given.pools)
        assert enough is not bool(missed_through(given, stages[: at + 1], choices))


@drawn(given=problems(), data=st.data())
@settings(max_examples=100)
def test_taking_a_family_on_counts_as_the_plan_with_it(given: Problem, data: st.DataObject) -> None:
    """The same half-hours for every team, what may be missed included, and back again."""
    stages = stages_of(POLICY, given)
    plan = data.draw(plans(given))
    awaiting = [u for u in given.units if not (u.holder or plan.holders[u.id])]
    present = [c for c in given.carriers if c.present]
    assume(awaiting and present)
    family, person = data.draw(st.sampled_from(awaiting)), data.draw(st.sampled_from(present))
    before, slack = Slack(given, stages, plan), Slack(given, stages, plan)
    slack.take(family, person)
    assert_same(
        slack, Slack(given, stages, settled(given, **{**plan.holders, family.id: person.id}))
    )
    slack.take(family, person, back=True)
    assert_same(slack, before)


def assert_same(one: Slack, other: Slack) -> None:
    """Assert that two know the same; what may be missed by no half-hour is as if not there."""
    assert (one.spare, one.due) == (other.spare, other.due)
    assert one.may_miss == other.may_miss
