"""Use cases, each a function from data to data; no files, no printing."""

from planner.engine.allocate import allocate
from planner.engine.batch import Job, batch, fault_row
from planner.engine.calibrate import calibrate
from planner.engine.evaluate import evaluate
from planner.engine.outcome import outcome
from planner.engine.what_if import Comparison, what_if
from planner.verify import verify_plan

__all__ = [
    "Comparison",
    "Job",
    "allocate",
    "batch",
    "calibrate",
    "evaluate",
    "fault_row",
    "outcome",
    "verify_plan",
    "what_if",
]
