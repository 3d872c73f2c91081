"""Use cases, each a function from data to data; no files, no printing."""

from planner.engine.allocate import allocate
from planner.engine.aside import Aside, Asides, Gone
from planner.engine.batch import Job, batch, fault_row
from planner.engine.calibrate import calibrate
from planner.engine.deallocate.rationale import rationale
from planner.engine.deallocate.worksheet import worksheet
from planner.engine.earlier import Earlier
from planner.engine.evaluate import evaluate
from planner.engine.in_hand import plan_in_hand
from planner.engine.monday.cover import cover
from planner.engine.monday.recommend import new_family, who_could_take, whom_could_take
from planner.engine.once import Once
from planner.engine.outcome import outcome
from planner.engine.remembering import allocate_remembering, remember
from planner.engine.review.audit import audit
from planner.engine.review.compare import compare
from planner.engine.review.evidence import evidence
from planner.engine.review.vignettes import check_policy
from planner.engine.tradeoffs.absence import absence
from planner.engine.tradeoffs.curve import curve
from planner.engine.tradeoffs.frontier import frontier
from planner.engine.what_if import Comparison, what_if
from planner.engine.why.explain import explain
from planner.engine.why.robustness import robustness
from planner.engine.why.settled import settled
from planner.verify import verify_plan

__all__ = [
    "Aside",
    "Asides",
    "Comparison",
    "Earlier",
    "Gone",
    "Job",
    "Once",
    "absence",
    "allocate",
    "allocate_remembering",
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
    "plan_in_hand",
    "rationale",
    "remember",
    "robustness",
    "settled",
    "verify_plan",
    "what_if",
    "who_could_take",
    "whom_could_take",
    "worksheet",
]
