"""``planner demo``: the main job on a team that ships."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import planner.engine
from planner.data.plan import Plan, Status
from planner.files import read_plan
from planner.synthetic import DEMONSTRATION, shipped_scenarios
from tests.commands import run


def test_demo_shows_the_team_that_ships_and_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration says how to open the page; as JSON, only the plan is on standard output."""
    asked: list[str] = []
    real = planner.engine.evaluate

    def quick(team: object, policy: object, **_: object) -> Plan:
        asked.append(team.name)  # type: ignore[attr-defined]
        return real(team, policy)  # type: ignore[arg-type]

    monkeypatch.setattr(planner.engine, "allocate", quick)
    ended = run("demo")
    assert ended.exit_code == 0
    assert "planner app" in ended.stdout
    assert asked[0].lower().startswith(DEMONSTRATION)
    as_json = run("demo", "--json")
    assert json.loads(as_json.stdout)["scenario"] == asked[0]
    assert "planner app" in as_json.stderr


def test_demo_ends_well_where_a_plan_was_shown(
    solved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a slow machine the demonstration is not proven best, and has worked all the same."""
    plan = read_plan(solved).model_copy(update={"status": Status.NOT_PROVEN})
    monkeypatch.setattr(planner.engine, "allocate", _giving(plan))
    assert run("demo").exit_code == 0


def test_scenarios_ship() -> None:
    """At least twelve teams travel with the package, the demonstration among them."""
    assert len(shipped_scenarios()) >= 12
    assert DEMONSTRATION in shipped_scenarios()


def _giving(plan: Plan) -> Callable[..., Plan]:
    return lambda *_, **__: plan
