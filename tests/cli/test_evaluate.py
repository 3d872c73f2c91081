"""``planner evaluate``: the team as it stands, and its service intensity today."""

import json
import tomllib
from pathlib import Path

from planner.synthetic import shipped_scenarios
from tests.commands import run


def test_the_team_as_it_stands(team: Path) -> None:
    """Scored by the same rules as a plan, with nothing searched for and nothing proven."""
    result = run("evaluate", team, "--json")
    plan = json.loads(result.stdout)
    assert result.exit_code == 0
    assert plan["status"] == "as it stands"
    assert all(line["bound"] is None for line in plan["ledger"])


def test_calibrate_prints_lines_for_the_settings(team: Path) -> None:
    """One number between 0.7 and 1 and its date, ready to paste."""
    limits = tomllib.loads(run("evaluate", team, "--calibrate").stdout)["limits"]
    assert 0.7 <= limits["service_intensity"] <= 1
    assert str(limits["calibrated"]) == "2026-03-02"


def test_it_is_not_called_verified_and_says_what_is_not_met() -> None:
    """The infant nobody holds: the rule stands in the text, and nothing is called verified."""
    text = run("evaluate", shipped_scenarios()["infant_nobody_can_hold"]).stdout
    assert "RULES NOT MET\n  - Mandatory allocation is not met for F17." in text
    assert "Scored as it stands." in text
    assert "Verified" not in text
