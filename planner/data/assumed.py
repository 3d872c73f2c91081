"""Problems with something assumed: a unit allocated, left out, or not with somebody."""

from planner.data.problem import Problem


def requiring(problem: Problem, unit: str) -> Problem:
    """Give the problem in which a unit is allocated, whatever else that takes.

    Limits bind: unlike a mandatory allocation, a question makes none give way.
    """
    return _assuming(problem, unit, "required")


def as_if_mandatory(problem: Problem, unit: str) -> Problem:
    """Give the problem in which a unit is allocated as a mandatory one is: limits give way.

    Where none has to, its best plan is that of the unit allocated within the limits.
    """
    return _assuming(problem, unit, "mandatory")


def leaving_out(problem: Problem, unit: str) -> Problem:
    """Give the problem in which a unit has no practitioner."""
    return _assuming(problem, unit, "left_out")


def barring(problem: Problem, unit: str, practitioner: str) -> Problem:
    """Give the problem in which this practitioner does not hold this unit."""
    pair = problem.pairs[unit, practitioner].model_copy(update={"barred": True})
    return problem.model_copy(update={"pairs": {**problem.pairs, (unit, practitioner): pair}})


def _assuming(problem: Problem, unit: str, assumption: str) -> Problem:
    units = (
        each.model_copy(update={assumption: True}) if each.id == unit else each
        for each in problem.units
    )
    return problem.model_copy(update={"units": tuple(units)})
