"""The best plan in which one family is placed otherwise: what would have to move, and its cost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.data.assumed import as_if_mandatory, barring, requiring
from planner.data.explanation import Counterfactual, StageDifference
from planner.data.plan import Choices
from planner.data.problem import Problem, Unit
from planner.engine.question import Question, proven
from planner.engine.solving import Result
from planner.engine.why.shifts import differences, shifts
from planner.model import Solved
from planner.report.wording import gives_way
from planner.verify import verify_choices

# What decides is settled by then; load and ties keep nobody waiting.
_LAST_STAGE = "3c"
# That nobody else can hold a unit may take long to prove, and is rarely asked for.
_MOST_SECONDS = 5.0


@dataclass(frozen=True)
class Forced:
    """The best plan with a unit placed otherwise, and whether it is within the limits.

    ``within`` is ``None`` where that is not known. Where it is ``False``, limits
    give way in the plan as they would for a mandatory child: hours first.
    """

    result: Result
    within: bool | None


def forced(question: Question, unit: Unit) -> Forced:
    """Solve the team with a unit placed otherwise than in the plan in hand.

    One that is allocated is not with this practitioner; one that awaits is
    allocated, by limits that give way where it cannot be without.
    """
    holder = question.choices.holders[unit.id]
    if holder:
        return _within(question, barring(question.problem, unit.id, holder), _MOST_SECONDS)
    given = question.again(as_if_mandatory(question.problem, unit.id), until=_LAST_STAGE)
    if given.solved.choices is None:
        return Forced(given, False if given.solved.infeasible else None)
    if _stage_0(given) > _stage_0(question.result):
        return Forced(given, False if _proven_0(given) else None)
    # A mandatory unit may be given to somebody over a limit in exchange for another, and
    # limits may give way for it; for this one neither is so, and then it is solved without.
    plain = requiring(question.problem, unit.id)
    if not verify_choices(plain, given.solved.choices, ()):
        return Forced(replace(given, problem=plain), True)
    found = _within(question, plain, question.clock.left)
    return found if found.within is not False else replace(found, result=given)


def _within(question: Question, problem: Problem, seconds: float) -> Forced:
    """Solve a problem in which limits give way no more than in the plan in hand."""
    result = question.again(problem, until=_LAST_STAGE, seconds=seconds)
    if result.solved.choices is None:
        return Forced(result, False if result.solved.infeasible else None)
    if _stage_0(result) <= _stage_0(question.result):
        return Forced(result, True)
    return Forced(result, False if _proven_0(result) else None)


def counterfactual(question: Question, unit: Unit, other: Forced) -> Counterfactual:
    """Describe the best plan with a unit placed otherwise, against the plan in hand."""
    result = other.result
    asked = _asked(question, unit)
    choices = result.solved.choices
    if choices is None:
        return _without(asked, result.solved)
    found = differences(question.result.compared, result.compared)
    moved = shifts(question.problem, question.choices, choices, unit.id)
    gives = () if other.within else _gives(question.choices, choices)
    certain = proven(question.result, _LAST_STAGE) and proven(result, _LAST_STAGE)
    return Counterfactual(
        asked=asked,
        possible=other.within,
        gives=gives,
        proven=certain and other.within is not None,
        shifts=moved,
        differences=found,
        decided_by=found[0].stage if found else "",
        sentences=(
            *_limits(asked, gives, other.within),
            *(s.sentence for s in moved),
            *_costs(found),
        ),
    )


def _stage_0(result: Result) -> list[int]:
    return [line.value for line in result.solved.ledger if line.id.startswith("0")]


def _proven_0(result: Result) -> bool:
    return all(line.proven for line in result.solved.ledger if line.id.startswith("0"))


def _gives(before: Choices, after: Choices) -> tuple[str, ...]:
    return tuple(f"{gives_way(give)}." for give in after.gives if give not in before.gives)


def _limits(asked: str, gives: Sequence[str], within: bool | None) -> tuple[str, ...]:
    """Say that limits stand before it, or that the time did not suffice to know."""
    if within:
        return ()
    if within is None:
        unknown = (
            f"Whether a plan with {asked} is within the limits is not known in the time given."
        )
        return (unknown, "One that was found would take:", *gives) if gives else (unknown,)
    said = f"Within the limits there is no plan with {asked}."
    return (f"{said} It would take:", *gives) if gives else (said,)


def _asked(question: Question, unit: Unit) -> str:
    holder = question.choices.holders[unit.id]
    return f"{unit.family} not with {holder}" if holder else f"{unit.family} allocated"


def _without(asked: str, solved: Solved) -> Counterfactual:
    if solved.infeasible:
        sentence = f"There is no plan with {asked}, whatever else moves."
        return Counterfactual(asked=asked, possible=False, proven=True, sentences=(sentence,))
    sentence = f"Whether there is a plan with {asked} is not known in the time given."
    return Counterfactual(asked=asked, possible=None, sentences=(sentence,))


def _costs(found: tuple[StageDifference, ...]) -> tuple[str, ...]:
    """Say what decides, and what changes below it."""
    if not found:
        return ("It would cost nothing: equal under the policy, your choice.",)
    first, *later = found
    decides = f"What decides: {first.sentence} (stage {first.stage})."
    return (decides, *(f"Then: {row.sentence} (stage {row.stage})." for row in later))
