"""The only room that knows a solver: the compact model, its stages and diagnosis."""

from planner.model.diagnose import Core, feasible, smallest_conflict
from planner.model.missed import solve_missed
from planner.model.search import Clock
from planner.model.stages import Solved, solve

__all__ = ["Clock", "Core", "Solved", "feasible", "smallest_conflict", "solve", "solve_missed"]
