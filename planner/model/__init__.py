"""The only room that knows a solver: the compact model, its stages and diagnosis."""

from planner.model.certify import certificates
from planner.model.clock import Clock
from planner.model.diagnose import Core, feasible, smallest_conflict
from planner.model.missed import solve_missed
from planner.model.solved import Solved
from planner.model.stages import solve
from planner.model.unique import is_unique

__all__ = [
    "Clock",
    "Core",
    "Solved",
    "certificates",
    "feasible",
    "is_unique",
    "smallest_conflict",
    "solve",
    "solve_missed",
]
