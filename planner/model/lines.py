"""The lines of a ledger, from a plan and what is known to be the least that any plan costs."""

from collections.abc import Sequence

from planner.data.plan import Choices, StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem
from planner.data.progress import Progress
from planner.errors import ModelBug
from planner.terms import BY_ID


def stage_value(problem: Problem, stage: Stage, choices: Choices) -> int:
    """Add up what a plan costs in the terms of one stage."""
    return sum(BY_ID[term].value(problem, choices) for term in stage.terms)


def total_if_all_waited(problem: Problem, stage: Stage) -> int:
    """Give what a stage would cost if every child awaited and every contact were missed."""
    everyone = Choices(
        holders={unit.id: "" for unit in problem.units},
        missed={item.id: item.most for item in problem.missables if not item.practitioner},
    )
    return stage_value(problem, stage, everyone)


def progress_of(
    problem: Problem,
    stage: Stage,
    choices: Choices,
    bound: int | None = None,
    *,
    done: int = 0,
    stages: int,
    seconds: float,
) -> Progress:
    """Say how far a search has come: what a plan costs in a stage, and the bound known for it."""
    return Progress(
        stage=stage.id,
        title=stage.title,
        value=stage_value(problem, stage, choices),
        bound=bound,
        total=total_if_all_waited(problem, stage),
        done=done,
        stages=stages,
        seconds=seconds,
        choices=choices,
    )


def least_of(ledger: Sequence[StageValue]) -> tuple[int, ...]:
    """Give what no plan is under, stage by stage, whatever it costs in the stages above.

    Under the first stage that is not proven a bound speaks only of plans that keep
    the value reached there; of all plans it is known that they cost no less than nothing.
    """
    known, proven = [], True
    for line in ledger:
        known.append((line.bound or 0) if proven else 0)
        proven = proven and line.proven
    return tuple(known)


def write(
    problem: Problem, stages: Sequence[Stage], choices: Choices, least: Sequence[int]
) -> tuple[StageValue, ...]:
    """Write the ledger of a plan; ``least`` is read in order, as one plan is better than another.

    The bound of a stage speaks of plans that keep the values above it, so it is
    known only as long as those are the least ones.

    Raises
    ------
    ModelBug
        Where the plan is better than what is said to be the least.
    """
    proven = True
    lines = []
    for stage, known in zip(stages, least, strict=True):
        terms = {term: BY_ID[term].value(problem, choices) for term in stage.terms}
        value, bound = sum(terms.values()), known if proven else 0
        if bound > value:
            raise ModelBug(f"stage {stage.id} costs less than the least that was proven")
        proven = proven and bound == value
        lines.append(
            StageValue(
                id=stage.id,
                title=stage.title,
                value=value,
                bound=bound,
                total=total_if_all_waited(problem, stage),
                proven=proven,
                policy=stage.policy,
                terms=terms,
            )
        )
    return tuple(lines)


def raised(ledger: Sequence[StageValue], least: Sequence[int]) -> tuple[StageValue, ...]:
    """Raise the bounds of a ledger by what is known of all plans, where that is more."""
    lines, proven, equal = [], True, True
    for line, known in zip(ledger, least, strict=True):
        bound = max(line.bound or 0, known if equal else 0)
        if bound > line.value:
            raise ModelBug(f"stage {line.id} costs less than the least that was proven")
        proven, equal = proven and bound == line.value, equal and known == line.value
        lines.append(line.model_copy(update={"bound": bound, "proven": proven}))
    return tuple(lines)
