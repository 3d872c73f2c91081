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
    from planner.engine.evaluate import evaluate
    from planner.engine.outcome import outcome
    from planner.engine.what_if import what_if
    from planner.errors import DataFaults, PlannerError
    from planner.files import (
        plan_schema,
        read_plan,
        read_scenario,
        read_team,
        schema,
        write_plan,
        write_rows,
        write_scenario,
        write_template,
    )
    from planner.policy import default_policy, parse_policy
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
    "batch": "planner.engine",
    "default_policy": "planner.policy",
    "evaluate": "planner.engine",
    "generate": "planner.synthetic",
    "outcome": "planner.engine",
    "parse_policy": "planner.policy",
    "plan_schema": "planner.files",
    "read_plan": "planner.files",
    "read_scenario": "planner.files",
    "read_team": "planner.files",
    "schema": "planner.files",
    "shipped_scenarios": "planner.synthetic",
    "verify_plan": "planner.engine",
    "what_if": "planner.engine",
    "write_plan": "planner.files",
    "write_rows": "planner.files",
    "write_scenario": "planner.files",
    "write_template": "planner.files",
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
    "batch",
    "default_policy",
    "evaluate",
    "generate",
    "outcome",
    "parse_policy",
    "plan_schema",
    "read_plan",
    "read_scenario",
    "read_team",
    "schema",
    "shipped_scenarios",
    "verify_plan",
    "what_if",
    "write_plan",
    "write_rows",
    "write_scenario",
    "write_template",
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
