"""Stage 0: limits that give way for mandatory children, in the order they do so.

Minimised one after the other: de-allocations, changes and new families beyond
their limits; other counts; hours over, so that hours give way first; and what
the duty pool can never miss and does not fit.
"""

from functools import partial

from planner.data.board import Board, Cost, Give, Key, Short, Take, Term
from planner.data.plan import Choices, GivenWay
from planner.data.problem import Problem

_COUNTS = ("children", "intensive", "high_risk")


def _counted(problem: Problem, give: GivenWay) -> bool:
    """Whether a give-way counts: a waived pin's does not, the manager gave it."""
    return not give.unit or problem.unit(give.unit).mandatory


def _pairs(problem: Problem) -> list[tuple[str, str]]:
    """List the mandatory units with every carrier."""
    return [(u.id, p.id) for u in problem.units if u.mandatory for p in problem.carriers]


def cost_limit(limits: tuple[str, ...], _board: Board, problem: Problem) -> Cost:
    """Count by how much some limits give way for mandatory units."""
    keys: dict[Key, int] = {Give(limit): 1 for limit in limits}
    for unit, practitioner in _pairs(problem):
        for limit in limits:
            keys[Give(limit, practitioner, unit)] = 1
    return Cost(0, keys)


def value_limit(limits: tuple[str, ...], problem: Problem, choices: Choices) -> int:
    """Add up by how much some limits give way for mandatory units."""
    return sum(
        give.amount for give in choices.gives if give.limit in limits and _counted(problem, give)
    )


def cost_counts(board: Board, problem: Problem) -> Cost:
    """Count what other counts give way by, grade and skill included."""
    keys = dict(cost_limit(_COUNTS, board, problem).coefficients)
    for unit, practitioner in _pairs(problem):
        lacks = problem.pairs[unit, practitioner].lacks
        if lacks:
            keys[Take(unit, practitioner)] = lacks
    return Cost(0, keys)


def cost_short(_board: Board, problem: Problem) -> Cost:
    """Count half-hours that no duty pool can do and nobody may miss."""
    keys: dict[Key, int] = {Short(pool.team): 1 for pool in problem.pools}
    return Cost(0, keys)


def value_short(_problem: Problem, choices: Choices) -> int:
    """Add up the half-hours short."""
    return sum(choices.short.values())


def say(title: str, unit: str, amount: int) -> str:
    """Say by how much limits give way."""
    if unit == "half-hours":
        return f"{title}: {amount / 2:g} h"
    return f"{title}: {amount} {_ONE[unit] if amount == 1 else unit}"


_ONE = {"children": "child", "families": "family", "counts": "count"}


def _term(identity: str, title: str, unit: str, limits: tuple[str, ...], paragraph: str) -> Term:
    return Term(
        id=identity,
        title=title,
        paragraph=paragraph,
        unit=unit,
        cost=partial(cost_limit, limits),
        value=partial(value_limit, limits),
        say=partial(say, title, unit),
    )


_COUNTS_TERM = _term(
    "counts_beyond",
    "Other counts, grade and skill, beyond their limits",
    "counts",
    (*_COUNTS, "fit"),
    "2254-M1",
)
_SHORT = "Hearings and first visits that do not fit the duty pool"

TERMS = (
    _term(
        "deallocations_beyond",
        "De-allocations beyond the limit",
        "children",
        ("deallocations",),
        "2254-M1",
    ),
    _term(
        "changes_beyond",
        "Changes of practitioner beyond the limit",
        "families",
        ("changes",),
        "2254-M1",
    ),
    _term(
        "new_families_beyond",
        "New families beyond the limit",
        "families",
        ("new_families",),
        "2254-M1",
    ),
    _COUNTS_TERM.model_copy(update={"cost": cost_counts}),
    _term("hours_over", "Hours over a limit", "half-hours", ("hours",), "2254-M1"),
    Term(
        id="duty_short",
        title=_SHORT,
        paragraph="RULE-DUTY",
        unit="half-hours",
        cost=cost_short,
        value=value_short,
        say=partial(say, _SHORT, "half-hours"),
    ),
)
