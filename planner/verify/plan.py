"""A plan's rules, scores, costs, hours and certificates, all recomputed.

A plan that it does not confirm never reaches anyone. It answers in sentences;
an empty answer means that everything agrees.
"""

from collections.abc import Iterator, Sequence

from planner.data.digest import digest
from planner.data.plan import Choices, Plan, StageValue, Status
from planner.data.policy import Policy
from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.report import Report, ceilings_of, prepare, report, stages_of
from planner.rules import RULES, settle, single_holder
from planner.terms import BY_ID, STAGE_0
from planner.verify.certificate import verify_certificates


def verify_choices(
    problem: Problem, choices: Choices, ledger: Sequence[StageValue]
) -> tuple[str, ...]:
    """Check a plan's choices and ledger against its problem.

    What cannot be read at all is reported by itself: the rest would make no sense.
    """
    unreadable = tuple(map(single_holder.say, single_holder.check(problem, choices)))
    if unreadable:
        return unreadable
    unsettled = (*_broken_rules(problem, choices), *_unsettled(problem, choices))
    return unsettled or tuple(_wrong_values(problem, choices, ledger))


def verify_plan(plan: Plan, scenario: Scenario, policy: Policy) -> tuple[str, ...]:
    """Check a whole plan against the scenario and the policy it says it is made from.

    Everything that follows from the choices is made anew and compared: scores,
    hours, counts, the line of every child and practitioner, and the headline.
    """
    if plan.scenario_digest != digest(scenario):
        return ("The plan was made from another scenario, or the scenario has changed since.",)
    if plan.policy_digest != policy.digest:
        return ("The plan was made under another policy, or the policy has changed since.",)
    prepared = prepare(scenario, policy)
    problem = prepared.problem
    if plan.conflict is not None:
        problem = problem.unpinned(plan.conflict.units).excusing(plan.conflict.unmet)
    found = _checked(problem, plan)
    if found:
        return found
    made = report(prepared, problem, plan.choices, plan.conflict)
    found = (*_wrong_stages(plan, policy, problem), *_wrong_lines(plan, made))
    return found or _wrong_certificates(plan, policy, problem)


def _checked(problem: Problem, plan: Plan) -> tuple[str, ...]:
    """Check choices and ledger; the team as it stands may break rules, and says so."""
    if plan.ledger and plan.status is not Status.AS_IT_STANDS:
        return verify_choices(problem, plan.choices, plan.ledger)
    unreadable = tuple(map(single_holder.say, single_holder.check(problem, plan.choices)))
    unsettled = unreadable or tuple(_unsettled(problem, plan.choices))
    return unsettled or tuple(_wrong_values(problem, plan.choices, plan.ledger))


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
    proven_above = True
    for line in ledger:
        yield from _wrong_terms(problem, choices, line)
        if line.bound is not None and line.bound > line.value:
            yield f"Stage {line.id}: its bound {line.bound} is above its value {line.value}."
        if line.proven and line.bound != line.value:
            yield f"Stage {line.id} is called proven, but its bound is {line.bound}."
        if line.proven and not proven_above:
            yield f"Stage {line.id} is called proven, but a stage above it is not."
        proven_above = proven_above and line.proven


def _wrong_terms(problem: Problem, choices: Choices, line: StageValue) -> Iterator[str]:
    for term, value in line.terms.items():
        if term not in BY_ID:
            yield f"Stage {line.id}: no term is called {term}."
            continue
        found = BY_ID[term].value(problem, choices)
        if found != value:
            yield f"Stage {line.id}, {BY_ID[term].title}: {value} written, {found} found."
    if sum(line.terms.values()) != line.value:
        yield f"Stage {line.id}: its terms do not add up to {line.value}."


def _wrong_stages(plan: Plan, policy: Policy, problem: Problem) -> Iterator[str]:
    """Yield stages left out, out of order or with other terms; no plan found, no ledger.

    A stage that is otherwise a ceiling may stand next to stage 0 as well.
    """
    if not plan.found:
        return
    usual = stages_of(policy, problem)
    ceilings = [stage for stage in ceilings_of(policy) if stage not in usual]
    raised = (*usual[: len(STAGE_0)], *ceilings, *usual[len(STAGE_0) :])
    written = [line.id for line in plan.ledger]
    if written not in ([stage.id for stage in usual], [stage.id for stage in raised]):
        yield "The stages of the ledger are not those of the policy, each once and in order."
        return
    stages = {stage.id: stage for stage in raised}
    for line in plan.ledger:
        stage = stages[line.id]
        same = (line.title, line.policy, set(line.terms))
        if same != (stage.title, stage.policy, set(stage.terms)):
            yield f"Stage {line.id} is not the policy's: its title, kind or terms differ."


def _wrong_certificates(plan: Plan, policy: Policy, problem: Problem) -> tuple[str, ...]:
    if plan.certificates and plan.status is Status.AS_IT_STANDS:
        return ("The team as it stands was not searched for: it has no certificates.",)
    stages = (*stages_of(policy, problem), *ceilings_of(policy))
    return verify_certificates(problem, stages, plan.ledger, plan.certificates)


def _wrong_lines(plan: Plan, made: Report) -> Iterator[str]:
    """Yield each part of a plan that says other than its choices do."""
    for part in Report.model_fields:
        written, found = getattr(plan, part), getattr(made, part)
        if written != found:
            yield f"The plan's {part.replace('_', ' ')} {_differ(written, found)}."


def _differ(written: object, found: object) -> str:
    if isinstance(written, tuple) and isinstance(found, tuple) and len(written) == len(found):
        other = next(one for one, two in zip(found, written, strict=True) if one != two)
        subject = getattr(other, "child", None) or getattr(other, "practitioner", None)
        return f"differ from what its choices give{f', first for {subject}' if subject else ''}"
    return "are not what its choices give"
