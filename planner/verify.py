"""The verifier: every rule, score, cost and hour recomputed, with no solver imported.

A plan that it does not confirm never reaches anyone. It reports in sentences;
an empty answer means that everything agrees.
"""

from collections.abc import Iterator, Sequence

from planner.data.digest import digest
from planner.data.plan import Choices, Plan, StageValue, Status
from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.principles import prioritise
from planner.rules import RULES, settle
from planner.terms import BY_ID
from planner.workload import build


def verify_choices(
    problem: Problem,
    choices: Choices,
    ledger: Sequence[StageValue],
) -> tuple[str, ...]:
    """Check a plan's choices and ledger against its problem."""
    return (
        *_broken_rules(problem, choices),
        *_unsettled(problem, choices),
        *_wrong_values(problem, choices, ledger),
    )


def verify_plan(plan: Plan, scenario: Scenario, policy: Policy) -> tuple[str, ...]:
    """Check a whole plan against the scenario and the policy it says it is made from."""
    if plan.scenario_digest != digest(scenario):
        return ("The plan was made from another scenario, or the scenario has changed since.",)
    if plan.policy_digest != policy.digest:
        return ("The plan was made under another policy, or the policy has changed since.",)
    priorities = prioritise(scenario, policy)
    problem = build(scenario, policy, priorities)
    if plan.status is Status.AS_IT_STANDS:
        return tuple(_wrong_values(problem, plan.choices, plan.ledger))
    scores = (
        f"The score of {line.child} is not what the policy gives."
        for line in plan.children
        if line.score != priorities.scores[line.child]
    )
    hours = _wrong_hours(plan, problem)
    excused = plan.conflict.units if plan.conflict else ()
    agreed = verify_choices(problem.excusing(excused), plan.choices, plan.ledger)
    return (*agreed, *scores, *hours)


def _broken_rules(problem: Problem, choices: Choices) -> Iterator[str]:
    for rule in RULES:
        for finding in rule.check(problem, choices):
            yield rule.say(finding)


def _unsettled(problem: Problem, choices: Choices) -> Iterator[str]:
    """Yield what gives way or falls short other than the choices themselves ask for."""
    least = settle(problem, choices.holders, choices.missed, choices.oversight_missed)
    if sorted(least.gives, key=str) != sorted(choices.gives, key=str):
        yield "The limits that give way are not those that the choices need."
    if dict(least.short) != dict(choices.short):
        yield "The hours short are not those that the choices leave."


def _wrong_values(
    problem: Problem, choices: Choices, ledger: Sequence[StageValue]
) -> Iterator[str]:
    for line in ledger:
        for term, value in line.terms.items():
            found = BY_ID[term].value(problem, choices)
            if found != value:
                yield f"Stage {line.id}, {BY_ID[term].title}: {value} written, {found} found."
        if sum(line.terms.values()) != line.value:
            yield f"Stage {line.id}: its terms do not add up to {line.value}."
        if line.proven and line.bound != line.value:
            yield f"Stage {line.id} is called proven, but its bound is {line.bound}."


def _wrong_hours(plan: Plan, problem: Problem) -> Iterator[str]:
    carriers = {carrier.id: carrier for carrier in problem.carriers}
    for line in plan.practitioners:
        carrier = carriers.get(line.practitioner)
        if carrier and line.capacity_half_hours != carrier.capacity_half_hours:
            yield f"The capacity of {line.practitioner} is not what the workload gives."
