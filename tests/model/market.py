"""A search that is easy to begin and hard to finish, to see what ends it."""

from random import Random

from ortools.sat.python import cp_model

from planner.data.board import Miss
from planner.model.compact import Compact
from planner.model.posted import post_all
from tests.problems import carrier, problem, unit


def nothing_to_do() -> Compact:
    """Make the model of one family and one practitioner."""
    given = problem([unit("F")], [carrier("P")])
    return Compact(given, post_all(given)[0])


def market_split(goods: int = 50, rows: int = 6) -> Compact:
    """Split goods so that each row's total is halved, as nearly as can be.

    Any split is a solution, so one is found at once; that none is better takes very long to
    prove, since totals of some thousands leave no pattern to use.
    """
    random, compact = Random(1), nothing_to_do()
    taken = [compact.model.new_bool_var("") for _ in range(goods)]
    slacks: list[cp_model.IntVar] = []
    for _ in range(rows):
        sizes = [random.randrange(1000) for _ in taken]
        over, under = (compact.model.new_int_var(0, sum(sizes), "") for _ in range(2))
        total = cp_model.LinearExpr.weighted_sum(taken, sizes)
        compact.model.add(total + under - over == sum(sizes) // 2)
        slacks += [over, under]
    compact.model.minimize(sum(slacks))
    compact.variables.update({Miss(f"good {n}"): good for n, good in enumerate(taken)})
    return compact
