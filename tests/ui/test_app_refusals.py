"""Workbooks of one's own, and what the page says where it cannot show a plan."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.plan import Plan
from planner.errors import VerifierDisagrees
from planner.files import read_scenario, write_scenario
from planner.ui import asking, launch, teams
from planner.ui.sidebar import OWN
from tests.make import child, decision, infant, practitioner, scenario
from tests.ui.conftest import _drawn
from tests.ui.seen import figure, figures, text

pytestmark = pytest.mark.usefixtures("only_tiny")

AWAITING = "Children awaiting allocation"


def test_a_plan_the_verifier_does_not_confirm_is_withheld(
    monkeypatch: pytest.MonkeyPatch, only_tiny: Path
) -> None:
    """The page says so and shows no figure."""

    def disagree(*_given: object, **_named: object) -> Plan:
        raise VerifierDisagrees(["C4 is held twice."])

    monkeypatch.setattr(asking, "allocate", disagree)
    page = AppTest.from_file(str(launch.PAGE), default_timeout=60).run()
    assert "The plan was withheld" in page.error[0].value
    assert not figures(page)


def test_where_no_compliant_plan_exists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said first, with who cannot hold the infant and why, and what would work."""
    made = scenario(
        [infant("C1"), child("C2", holder="P1")],
        [practitioner("P1")],
        decisions=(decision("bar", "C1", "P1"),),
        name="Nobody can hold C1",
    )
    write_scenario(made, tmp_path / "alone")
    monkeypatch.setattr(teams, "shipped_scenarios", lambda: {"alone": tmp_path / "alone"})
    page = AppTest.from_file(str(launch.PAGE), default_timeout=60).run()
    assert not page.exception
    said = page.error[0].value
    assert said.startswith("**NOT COMPLIANT: mandatory allocation not met for C1")
    assert "P1 cannot hold C1: barred by the manager" in said
    assert "Would work:" in said
    assert "All else is checked against every rule." in text(page)
    what_if = AppTest.from_function(_drawn, args=("what_if",), default_timeout=60).run()
    assert what_if.error[0].value == said
    assert figure(what_if, "Awaiting: mandatory allocation")[0] == "1"


def test_nothing_is_drawn_of_a_workbook_with_faults(page: AppTest) -> None:
    """Its faults stand together, in words."""
    page.selectbox[0].set_value(OWN).run()
    assert "Choose a workbook on the left" in text(page)
    page.file_uploader[0].upload("team.xlsx", b"no workbook").run()
    assert page.header[0].value == "This workbook cannot be used yet"
    assert "One thing needs mending" in text(page)
    assert not figures(page)
    assert not page.slider


def test_a_workbook_of_ones_own(page: AppTest, tiny: Path, tmp_path: Path) -> None:
    """It is planned as a team that ships is."""
    made = read_scenario(tiny).model_copy(update={"name": "From a workbook"})
    write_scenario(made, tmp_path / "own.xlsx")
    page.selectbox[0].set_value(OWN).run()
    page.file_uploader[0].upload("own.xlsx", (tmp_path / "own.xlsx").read_bytes()).run()
    assert not page.error
    assert "**From a workbook** · As at" in text(page)
    assert figure(page, AWAITING) == ("0", "2 fewer than now")
