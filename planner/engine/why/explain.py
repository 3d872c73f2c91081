"""Why a child is where the plan puts them, and what would change it: solved, never guessed."""

from collections.abc import Sequence
from typing import Unpack

from planner.data.explanation import Counterfactual, Explanation, Explanations
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.data.score import Score
from planner.data.vocabulary import Tier
from planner.engine.question import Asking, Question, ask_of_a_plan
from planner.engine.why.counterfactual import counterfactual, forced
from planner.engine.why.helps import helps
from planner.engine.why.screen import screen
from planner.engine.why.tipping import tipping
from planner.errors import UsageFault
from planner.report.why import why

_TIERS = tuple(Tier)


def explain(
    scenario: Scenario,
    policy: Policy,
    children: Sequence[str] = (),
    *,
    facts: bool = False,
    **asking: Unpack[Asking],
) -> Explanations:
    """Explain where the best plan puts some children, and what would change it.

    Parameters
    ----------
    children : sequence of str
        Their ids; none means every child who awaits, highest tier first.
    facts : bool
        Whether to try which facts would let a child in: a few solves more for each.
    **asking : Asking
        The plan in hand, the time there is, and so on.

    Raises
    ------
    UsageFault
        Where a child is not in the team, or not in the pool, or the plan is another team's.
    """
    question = ask_of_a_plan(scenario, policy, **asking)
    asked = [_known(question, child) for child in children] or _waiting(question)
    explained: list[Explanation] = []
    for number, child in enumerate(asked):
        if question.clock.left <= 0:
            break
        question.told(number, len(asked), child)
        explained.append(_explain(question, child, facts=facts))
    return Explanations(
        scenario=scenario.name,
        explained=tuple(explained),
        unanswered=tuple(asked[len(explained) :]),
        seconds=round(question.clock.spent, 3),
    )


def _known(question: Question, child: str) -> str:
    if any(child in unit.children for unit in question.problem.units):
        return child
    if any(child == row.child for row in question.prepared.scenario.children):
        raise UsageFault(f"{child} is contracted or outside the pool: no plan places this child")
    known = sorted(row.child for row in question.prepared.scenario.children)
    raise UsageFault(f"no child {child!r} in the team; its children are {', '.join(known)}")


def _waiting(question: Question) -> list[str]:
    """List the children who await, the first of each unit standing for its siblings, by tier."""
    holders, scores = question.choices.holders, question.prepared.priorities.scores
    first = [
        min(unit.children, key=lambda child: _priority(scores[child]))
        for unit in question.problem.units
        if not holders[unit.id]
    ]
    return sorted(first, key=lambda child: _priority(scores[child]))


def _priority(score: Score) -> tuple[int, str, int, str]:
    band = score.band.value if score.band else ""
    return _TIERS.index(score.tier), band, -score.points, score.child


def _explain(question: Question, child: str, *, facts: bool) -> Explanation:
    problem, choices = question.problem, question.choices
    unit = next(unit for unit in problem.units if child in unit.children)
    score = question.prepared.priorities.scores[child]
    holder = choices.holders[unit.id]
    forcing = forced(question, unit)
    other = counterfactual(question, unit, forcing)
    tips = tipping(question, unit, score, forcing)
    label = next(c.label for c in question.prepared.scenario.children if c.child == child)
    return Explanation(
        child=child,
        label=label,
        unit=unit.id,
        tier=score.tier,
        holder=holder,
        why=(
            *(reason.text for reason in score.reasons),
            *why(problem, choices, unit, problem.half_hours_by_practitioner(choices.holders)),
        ),
        screen=screen(problem, unit),
        counterfactual=other,
        tipping=tips,
        helps=helps(question, unit) if facts and not holder else (),
        proven=_certain(other) and tips.proven,
    )


def _certain(other: Counterfactual) -> bool:
    return other.possible is not None and other.proven
