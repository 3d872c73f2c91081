"""Exit codes are a contract, and nothing unverified is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest

import planner.engine
from planner.cli.handing_over import exit_codes
from planner.data.plan import Outcome, Plan, Status
from planner.errors import VerifierDisagrees
from planner.files import read_plan
from tests.commands import run


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.BEST_POSSIBLE, 0),
        (Status.NOT_COMPLIANT, 2),
        (Status.NOT_PROVEN, 3),
        (Status.INTERRUPTED, 3),
        (Status.NO_PLAN_IN_TIME, 5),
    ],
)
def test_each_end_has_its_code(
    team: Path, solved: Path, monkeypatch: pytest.MonkeyPatch, status: Status, code: int
) -> None:
    """What is known of a plan decides the code; the plan is printed all the same."""
    plan = read_plan(solved).model_copy(update={"status": status})
    monkeypatch.setattr(planner.engine, "allocate", _giving(plan))
    ended = run("solve", team)
    assert ended.exit_code == code
    assert status.value in ended.stdout


def test_every_outcome_has_a_code() -> None:
    """No outcome is left without a code, and no two share one."""
    assert exit_codes().keys() == set(Outcome)
    assert len(set(exit_codes().values())) == len(Outcome)


def test_a_plan_that_was_not_found_is_not_written(
    team: Path, solved: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where nothing was found in time, no file is left that could pass for a plan."""
    plan = read_plan(solved).model_copy(update={"status": Status.NO_PLAN_IN_TIME})
    monkeypatch.setattr(planner.engine, "allocate", _giving(plan))
    ended = run("solve", team, "-o", tmp_path / "plan.json")
    assert ended.exit_code == 5
    assert ended.stderr.startswith("Not written")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("raised", "code"), [(VerifierDisagrees(["The hours differ."]), 4), (KeyboardInterrupt(), 130)]
)
def test_nothing_is_shown_where_there_is_no_plan(
    team: Path, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int
) -> None:
    """A plan the verifier does not confirm, or none at all, leaves standard output empty."""

    def fails(*_: object, **__: object) -> Plan:
        raise raised

    monkeypatch.setattr(planner.engine, "allocate", fails)
    ended = run("solve", team)
    assert (ended.exit_code, ended.stdout) == (code, "")
    assert ended.stderr


def _giving(plan: Plan) -> Callable[..., Plan]:
    return lambda *_, **__: plan
