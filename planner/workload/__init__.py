"""Contact standard, hours, capacity and duty: the only room that rounds."""

from planner.workload.build import build, held_half_hours, problem_of
from planner.workload.diary import Diary, diaries
from planner.workload.facts import Facts, gather

__all__ = ["Diary", "Facts", "build", "diaries", "gather", "held_half_hours", "problem_of"]
