"""Load, squared in whole ten-per-cent steps, and travel.

sum over present carriers of s(p)^2, s = case hours / capacity in tenths,
rounded up. With Step(p, k) = 1 where s reaches k, s^2 = sum of (2k - 1) Step(p, k).
"""

from planner.data.board import Board, Cost, Key, Step, Term
from planner.data.caseload import case_half_hours, case_keys
from planner.data.plan import Choices
from planner.data.problem import Carrier, Problem
from planner.data.takes import takes

# Two hundred per cent: what lies beyond is shown as overload and weighs no more.
MOST_STEPS = 20


def cost_load(board: Board, problem: Problem) -> Cost:
    """Cost the squared load of every present practitioner."""
    costs: dict[Key, int] = {}
    for carrier in problem.carriers:
        if not carrier.present:
            continue
        for step in range(1, MOST_STEPS + 1):
            board.count(Step(carrier.id, step), 1)
            costs[Step(carrier.id, step)] = 2 * step - 1
        _post_steps(board, problem, carrier)
    return Cost(0, costs)


def _post_steps(board: Board, problem: Problem, carrier: Carrier) -> None:
    """Make the steps reach the load: 10 x hours <= capacity x steps, hours over 200 % aside."""
    hours = case_keys(problem, carrier)
    most = sum(hours.values())
    free = max(0, 10 * most - carrier.capacity_half_hours * MOST_STEPS)
    row: dict[Key, int] = {key: 10 * amount for key, amount in hours.items()}
    for step in range(1, MOST_STEPS + 1):
        last = step == MOST_STEPS
        row[Step(carrier.id, step)] = -carrier.capacity_half_hours - (free if last else 0)
    board.team_row(row, 0)
    for step in range(2, MOST_STEPS + 1):
        lower, higher = Step(carrier.id, step - 1), Step(carrier.id, step)
        board.team_row({higher: 1, lower: -1}, 0)


def load_steps(problem: Problem, carrier: Carrier, choices: Choices) -> int:
    """Give a practitioner's load in ten-per-cent steps, rounded up, at most 20."""
    return steps_of(carrier, case_half_hours(problem, carrier, choices))


def steps_of(carrier: Carrier, hours: int) -> int:
    """Give the ten-per-cent steps that some half-hours come to, rounded up, at most 20."""
    if hours == 0:
        return 0
    if carrier.capacity_half_hours == 0:
        return MOST_STEPS
    return min(MOST_STEPS, -(-10 * hours // carrier.capacity_half_hours))


def value_load(problem: Problem, choices: Choices) -> int:
    """Add up the squared loads of present practitioners."""
    hours = problem.half_hours_by_practitioner(choices.holders)
    return sum(steps_of(p, hours[p.id]) ** 2 for p in problem.carriers if p.present)


def say_load(amount: int) -> str:
    """Say how even the load is."""
    return f"Load, squared in ten-per-cent steps: {amount}"


def cost_travel(_board: Board, problem: Problem) -> Cost:
    """Cost the travel of every pair, in minutes."""
    own = takes(problem)
    keys: dict[Key, int] = {own[pair]: row.travel_minutes for pair, row in problem.pairs.items()}
    return Cost(0, keys)


def value_travel(problem: Problem, choices: Choices) -> int:
    """Add up the travel minutes of a plan."""
    return sum(
        problem.pairs[unit, holder].travel_minutes
        for unit, holder in choices.holders.items()
        if holder
    )


def say_travel(amount: int) -> str:
    """Say how much travel the plan asks for."""
    return f"Travel to allocated children: {amount / 60:.1f} h"


TERMS = (
    Term(
        id="load",
        title="Even load",
        paragraph="LOAD",
        unit="squared steps",
        cost=cost_load,
        value=value_load,
        say=say_load,
    ),
    Term(
        id="travel",
        title="Travel",
        paragraph="TRAVEL",
        unit="minutes",
        cost=cost_travel,
        value=value_travel,
        say=say_travel,
    ),
)
