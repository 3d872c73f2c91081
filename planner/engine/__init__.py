"""Use cases, each a function from data to data; no files, no printing."""

from planner.engine.absence import absence
from planner.engine.allocate import allocate
from planner.engine.audit import audit
from planner.engine.batch import Job, batch, fault_row
from planner.engine.calibrate import calibrate
from planner.engine.compare import compare
from planner.engine.cover import cover
from planner.engine.curve import curve
from planner.engine.evaluate import evaluate
from planner.engine.evidence import evidence
from planner.engine.explain import explain
from planner.engine.frontier import frontier
from planner.engine.outcome import outcome
from planner.engine.rationale import rationale
from planner.engine.recommend import new_family, who_could_take, whom_could_take
from planner.engine.robustness import robustness
from planner.engine.settled import settled
from planner.engine.vignettes import check_policy
from planner.engine.what_if import Comparison, what_if
from planner.engine.worksheet import worksheet
from planner.verify import verify_plan

__all__ = [
    "Comparison",
    "Job",
    "absence",
    "allocate",
    "audit",
    "batch",
    "calibrate",
    "check_policy",
    "compare",
    "cover",
    "curve",
    "evaluate",
    "evidence",
    "explain",
    "fault_row",
    "frontier",
    "new_family",
    "outcome",
    "rationale",
    "robustness",
    "settled",
    "verify_plan",
    "what_if",
    "who_could_take",
    "whom_could_take",
    "worksheet",
]
