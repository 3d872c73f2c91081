"""Whether a finished plan is the only one: a second search for any other as good."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from planner.data.board import Key, Miss, MissOversight, Take
from planner.data.plan import Choices, StageValue
from planner.data.problem import Problem
from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.posted import post_all
from planner.model.search import Found, search
from planner.model.values import values_of


def is_unique(
    problem: Problem, ledger: Sequence[StageValue], choices: Choices, clock: Clock
) -> bool | None:
    """Prove that no other plan is as good as this one in every stage of its ledger.

    Parameters
    ----------
    ledger : sequence of StageValue
        Every stage of the policy, the tie-break included, each with its terms.

    Returns
    -------
    bool or None
        ``True`` where the search for another plan proved that there is none,
        ``False`` where it found one, ``None`` where the time did not suffice.
    """
    posted, costs = post_all(problem)
    compact = Compact(problem, posted)
    for line in ledger:
        cost = compact.add_up([costs[term] for term in line.terms])
        compact.limit(cost, line.value)
    _differ(compact, choices)
    answer = search(compact, clock)
    if answer.found is Found.UNKNOWN:
        return None
    return answer.found is Found.INFEASIBLE


def _differ(compact: Compact, choices: Choices) -> None:
    """Ask for any other choice: who holds a unit, or how much of something is missed."""
    values = values_of(compact.problem, choices)
    others: list[cp_model.LiteralT] = []
    for key, variable in compact.variables.items():
        value = values.get(key, 0)
        if isinstance(key, Take):
            others.append(~variable if value else variable)
        elif isinstance(key, Miss | MissOversight):
            others.append(_is_not(compact, key, value))
    compact.model.add_bool_or(others)


def _is_not(compact: Compact, key: Key, value: int) -> cp_model.IntVar:
    other = compact.model.new_bool_var("")
    domain = cp_model.Domain(0, compact.most[key])
    rest = domain.intersection_with(cp_model.Domain(value, value).complement())
    compact.model.add_linear_expression_in_domain(compact.variables[key], rest).only_enforce_if(
        other
    )
    return other
