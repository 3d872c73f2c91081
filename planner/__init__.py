"""Case allocation planner: who can hold which child's case, and what waiting means.

The same verbs as on the command line, for scripts::

    from planner import allocate, default_policy, read_scenario

    plan = allocate(read_scenario("team"), default_policy())

Names are looked up when they are first used, so that importing the package
costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.data.adjust import adjust
    from planner.data.adjustment import Adjustment
    from planner.data.plan import Plan
    from planner.data.scenario import Scenario
    from planner.engine.allocate import allocate
    from planner.engine.batch import Job, batch
    from planner.engine.deallocate.rationale import rationale
    from planner.engine.deallocate.worksheet import worksheet
    from planner.engine.evaluate import evaluate
    from planner.engine.monday.cover import cover
    from planner.engine.monday.recommend import new_family, who_could_take, whom_could_take
    from planner.engine.outcome import outcome
    from planner.engine.review.audit import audit
    from planner.engine.review.compare import compare
    from planner.engine.review.evidence import evidence
    from planner.engine.review.vignettes import check_policy
    from planner.engine.what_if import what_if
    from planner.engine.why.explain import explain
    from planner.engine.why.robustness import robustness
    from planner.engine.why.settled import settled
    from planner.errors import DataFaults, PlannerError
    from planner.files import (
        plan_schema,
        read_plan,
        read_scenario,
        read_team,
        schema,
        write_evidence,
        write_plan,
        write_rows,
        write_scenario,
        write_template,
        write_worksheet,
    )
    from planner.files.rationale_docx import write_rationale
    from planner.policy import (
        default_policy,
        parse_policy,
        parse_vignettes,
        shipped_vignettes,
    )
    from planner.synthetic import shipped_scenarios
    from planner.synthetic.generate import generate
    from planner.verify import verify_plan

__version__ = "0.1.0"

_HOMES = {
    "Adjustment": "planner.data.adjustment",
    "DataFaults": "planner.errors",
    "Job": "planner.engine",
    "Plan": "planner.data.plan",
    "PlannerError": "planner.errors",
    "Scenario": "planner.data.scenario",
    "adjust": "planner.data.adjust",
    "allocate": "planner.engine",
    "audit": "planner.engine",
    "batch": "planner.engine",
    "check_policy": "planner.engine",
    "compare": "planner.engine",
    "cover": "planner.engine",
    "default_policy": "planner.policy",
    "evaluate": "planner.engine",
    "evidence": "planner.engine",
    "explain": "planner.engine",
    "generate": "planner.synthetic",
    "new_family": "planner.engine",
    "outcome": "planner.engine",
    "parse_policy": "planner.policy",
    "parse_vignettes": "planner.policy",
    "plan_schema": "planner.files",
    "rationale": "planner.engine",
    "read_plan": "planner.files",
    "read_scenario": "planner.files",
    "read_team": "planner.files",
    "schema": "planner.files",
    "robustness": "planner.engine",
    "settled": "planner.engine",
    "shipped_scenarios": "planner.synthetic",
    "shipped_vignettes": "planner.policy",
    "verify_plan": "planner.engine",
    "what_if": "planner.engine",
    "who_could_take": "planner.engine",
    "whom_could_take": "planner.engine",
    "worksheet": "planner.engine",
    "write_evidence": "planner.files",
    "write_plan": "planner.files",
    "write_rationale": "planner.files.rationale_docx",
    "write_rows": "planner.files",
    "write_scenario": "planner.files",
    "write_template": "planner.files",
    "write_worksheet": "planner.files",
}

__all__ = [
    "Adjustment",
    "DataFaults",
    "Job",
    "Plan",
    "PlannerError",
    "Scenario",
    "adjust",
    "allocate",
    "audit",
    "batch",
    "check_policy",
    "compare",
    "cover",
    "default_policy",
    "evaluate",
    "evidence",
    "explain",
    "generate",
    "new_family",
    "outcome",
    "parse_policy",
    "parse_vignettes",
    "plan_schema",
    "rationale",
    "read_plan",
    "read_scenario",
    "read_team",
    "robustness",
    "schema",
    "settled",
    "shipped_scenarios",
    "shipped_vignettes",
    "verify_plan",
    "what_if",
    "who_could_take",
    "whom_could_take",
    "worksheet",
    "write_evidence",
    "write_plan",
    "write_rationale",
    "write_rows",
    "write_scenario",
    "write_template",
    "write_worksheet",
]


def __getattr__(name: str) -> object:
    """Fetch a public name from its room when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'planner' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return [*__all__, "__version__"]
