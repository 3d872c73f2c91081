"""Finished plans of the teams that ship, kept in files: a change of any of them is seen.

Only plans whose tie-break is finished are kept, since only they are one plan. To write the files
anew, after a change that is meant::

    GOLDEN_WRITE=1 python -m pytest tests/test_golden.py -m "slow or not slow"
"""

import json
import os
from pathlib import Path

import pytest

from planner.data.plan import Plan
from tests.shipped import NAMES, QUICK, plan_of

GOLDEN = Path(__file__).parent / "golden"
WRITE = bool(os.environ.get("GOLDEN_WRITE"))


def golden(plan: Plan) -> dict[str, object]:
    """Give what a finished plan promises to repeat: choices, stage values and counts."""
    return {
        "holders": dict(plan.choices.holders),
        "missed": dict(plan.choices.missed),
        "stages": {line.id: line.value for line in plan.ledger},
        "counts": json.loads(plan.counts.model_dump_json()),
    }


@pytest.mark.parametrize(
    "name", [n if n in QUICK else pytest.param(n, marks=pytest.mark.slow) for n in NAMES]
)
def test_a_finished_plan_is_the_one_that_was_kept(name: str) -> None:
    """The same holders, counts and stage values; of an unfinished plan the proven stages."""
    plan, path = plan_of(name), GOLDEN / f"{name}.json"
    if WRITE:
        write(plan, path)
    if not path.exists():
        assert name not in QUICK, "never kept: write the files anew"
        return
    kept = json.loads(path.read_text(encoding="utf-8"))
    proven = {line.id: line.value for line in plan.ledger if line.proven}
    assert proven == {stage: kept["stages"][stage] for stage in proven}
    if plan.provenance.canonical_finished:
        assert golden(plan) == kept


def write(plan: Plan, path: Path) -> None:
    """Keep a finished plan; drop what was kept of one that is not."""
    if not plan.provenance.canonical_finished:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(golden(plan), indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def test_nothing_else_is_kept() -> None:
    """Every file belongs to a team that ships, and the quick teams all have one."""
    kept = {path.stem for path in GOLDEN.glob("*.json")}
    assert set(QUICK) <= kept <= set(NAMES)
