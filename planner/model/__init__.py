"""The only room that knows a solver: the compact model, its stages and diagnosis."""

from planner.model.before import Before, loosened, still_best
from planner.model.certify import certificates
from planner.model.clock import Clock
from planner.model.covering import solve_cover
from planner.model.diagnose import Core, feasible, smallest_conflict
from planner.model.equals import Ceiling, Farthest, Occurring, farthest, occurring
from planner.model.missed import solve_missed
from planner.model.missing import least_missed
from planner.model.solved import Solved
from planner.model.stages import solve
from planner.model.unique import is_unique

__all__ = [
    "Before",
    "Ceiling",
    "Clock",
    "Core",
    "Farthest",
    "Occurring",
    "Solved",
    "certificates",
    "farthest",
    "feasible",
    "is_unique",
    "least_missed",
    "loosened",
    "occurring",
    "smallest_conflict",
    "solve",
    "solve_cover",
    "solve_missed",
    "still_best",
]
