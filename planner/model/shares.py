"""Limits of the whole shared out among groups that together pass them."""

from collections.abc import Sequence
from dataclasses import replace

from planner.data.plan import Choices
from planner.model.lines import stage_value
from planner.model.task import Task
from planner.rules.moves import changes, deallocated


def used(task: Task, choices: Choices) -> tuple[int, ...]:
    """Give what a plan uses of each limit that groups share: changes, de-allocations, ceilings."""
    units = task.problem.units
    return (
        sum(changes(unit, choices) for unit in units),
        sum(unit.held_children for unit in units if deallocated(unit, choices)),
        *(stage_value(task.problem, stage, choices) for stage, _ in task.ceilings),
    )


def limits(task: Task) -> tuple[int, ...]:
    """Give the limits that groups share, in the same order."""
    problem = task.problem
    own = (problem.changes_limit, problem.deallocations_limit)
    return (*own, *(most for _, most in task.ceilings))


def under(task: Task, shares: Sequence[int]) -> Task:
    """Put a group under its shares of the limits on changes and de-allocations."""
    update = dict(zip(("changes_limit", "deallocations_limit"), shares, strict=True))
    return replace(task, problem=task.problem.model_copy(update=update))


def shared(limit: int, uses: Sequence[int]) -> tuple[int, ...]:
    """Share a limit out: to each what it uses and as much more, or less, as to the others.

    The shares together are the limit. Where the limit is passed they go by use.
    """
    spare, total = limit - sum(uses), sum(uses)
    if spare >= 0:
        least, more = divmod(spare, len(uses))
        return tuple(use + least + (at < more) for at, use in enumerate(uses))
    floors = [limit * use // total for use in uses]
    by_rest = sorted(range(len(uses)), key=lambda at: (-(limit * uses[at] % total), at))
    lucky = set(by_rest[: limit - sum(floors)])
    return tuple(floor + (at in lucky) for at, floor in enumerate(floors))
