"""Why no compliant plan exists: the smallest conflicting set, found by deletion.

Cores from assumptions are not reliable in CP-SAT, so each candidate is removed
in turn and the rest solved again, without an objective.
"""

from dataclasses import dataclass

from planner.data.problem import Problem
from planner.errors import ModelBug
from planner.model.clock import Clock
from planner.model.compact import Compact
from planner.model.posted import post_all
from planner.model.search import Found, search
from planner.rules import RULES

# Required units are removed one by one; of rules, all but those that say what a plan is.
_ALWAYS = frozenset({"single_holder", "mandatory", "pin", "duty"})


@dataclass(frozen=True)
class Core:
    """Units whose requirements conflict, and the rules that they conflict with.

    ``minimal`` is false where time ran out before every member was tried.
    """

    units: tuple[str, ...]
    rules: tuple[str, ...]
    minimal: bool = True


def feasible(problem: Problem, clock: Clock, without: frozenset[str] = frozenset()) -> bool | None:
    """Say whether any plan meets every rule, save those named; ``None`` if not known.

    The duty pool never stands in the way of a plan, whatever it leaves short, and
    its row leans on the limit on hours; so it is left out.
    """
    posted, _ = post_all(problem, without=without | {"duty"})
    answer = search(Compact(problem, posted), clock)
    if answer.found is Found.UNKNOWN:
        return None
    return answer.found is not Found.INFEASIBLE


def smallest_conflict(problem: Problem, clock: Clock) -> Core:
    """Shrink an infeasible problem to units and rules that conflict by themselves.

    Raises
    ------
    ModelBug
        Where the problem is feasible: there is nothing to diagnose.
    """
    if feasible(problem, clock):
        raise ModelBug("a feasible problem has no conflict")
    required = [unit.id for unit in problem.units if _required(problem, unit.id)]
    excused: set[str] = set()
    for unit in required:
        if len(excused) + 1 == len(required):
            break
        if feasible(problem.excusing({*excused, unit}), clock) is False:
            excused.add(unit)
    rest = problem.excusing(excused)
    dropped: set[str] = set()
    # Limits are tried first, so that a rule that is never waived is named rather than they.
    for rule in (rule.id for rule in reversed(RULES) if rule.id not in _ALWAYS):
        if feasible(rest, clock, frozenset({*dropped, rule})) is False:
            dropped.add(rule)
    return Core(
        units=tuple(unit for unit in required if unit not in excused),
        rules=tuple(r.id for r in RULES if r.id not in _ALWAYS and r.id not in dropped),
        minimal=clock.left > 0,
    )


def _required(problem: Problem, unit_id: str) -> bool:
    unit = problem.unit(unit_id)
    return bool(unit.pinned_to) or (unit.mandatory and not unit.excused)
