"""The stages of coverage, and the linear cost of a unit that awaits."""

from collections.abc import Mapping
from typing import Literal

from planner.data.board import Cost, Key
from planner.data.problem import ByStage, Problem
from planner.data.takes import takes_by_unit

StageName = Literal["high_a", "high_b", "high_c", "next", "remaining"]

STAGES: tuple[tuple[StageName, str, str], ...] = (
    ("high_a", "High-risk children, band (a)", "BAND-A"),
    ("high_b", "High-risk children, band (b)", "BAND-B"),
    ("high_c", "High-risk children, band (c)", "BAND-C"),
    ("next", "Next-priority children", "NEXT"),
    ("remaining", "Remaining children", "REMAINING"),
)


def points_of(amounts: ByStage, stage: StageName) -> int:
    """Give the amount of one stage."""
    amount: int = getattr(amounts, stage)
    return amount


def awaiting_cost(problem: Problem, amounts: Mapping[str, int]) -> Cost:
    """Cost an amount for each unit that awaits: amount x (1 - sum of take)."""
    keys = takes_by_unit(problem)
    coefficients: dict[Key, int] = {}
    for unit, amount in amounts.items():
        if amount:
            coefficients.update(dict.fromkeys(keys[unit], -amount))
    return Cost(sum(amounts.values()), coefficients)
