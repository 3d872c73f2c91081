"""The keys of a problem's pairs, each made once: rules and terms name them by the thousand."""

from collections.abc import Mapping

from planner.data.board import Take
from planner.data.problem import Problem


def takes_by_unit(problem: Problem) -> Mapping[str, tuple[Take, ...]]:
    """Give the keys of every unit, in the order of the carriers."""
    return problem.once(_by_unit)


def takes(problem: Problem) -> Mapping[tuple[str, str], Take]:
    """Give the key of every unit with every carrier."""
    return problem.once(_by_pair)


def _by_unit(problem: Problem) -> Mapping[str, tuple[Take, ...]]:
    return {
        unit.id: tuple(Take(unit.id, carrier.id) for carrier in problem.carriers)
        for unit in problem.units
    }


def _by_pair(problem: Problem) -> Mapping[tuple[str, str], Take]:
    own = (key for keys in takes_by_unit(problem).values() for key in keys)
    return {(key.unit, key.practitioner): key for key in own}
