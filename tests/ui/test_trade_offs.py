"""The page of trade-offs: each section asked and answered by the engine, a choice loaded."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from planner.charts import PICKED
from planner.data.scenario import Scenario
from planner.files import write_scenario
from planner.ui import choices_drawn, teams
from planner.ui.choices import Choice
from planner.ui.choices_drawn import Asked
from planner.ui.pages import trade_offs
from tests.engine.solving import high
from tests.make import child, practitioner, scenario
from tests.priced import reached
from tests.ui.chosen import chosen, section, subheaders
from tests.ui.conftest import OnPage
from tests.ui.seen import button, labels, settled, text

Open = Callable[[Scenario], AppTest]

# Three de-allocations admit both high-risk children; none admits any, see test_frontier.
FULL = scenario(
    [high("H1"), high("H2"), *(child(f"C{n}", holder="P1") for n in range(1, 6))],
    [practitioner("P1", rostered_hours=60), practitioner("TM1", grade="CPP5.2")],
    name="A full team",
)
# One contact missed admits one more, four another, see test_contacts.
SHORT_OF_DUTY = scenario(
    [high(f"H{n}") for n in range(1, 6)],
    [practitioner("P1", rostered_hours=70), practitioner("TM1", grade="CPP5.2")],
    name="A team short of duty hours",
)


@pytest.fixture
def opened(on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Give a way to open the page on a team of one's own."""

    def open_page(team: Scenario) -> AppTest:
        write_scenario(team, tmp_path / "own")
        monkeypatch.setattr(teams, "shipped_scenarios", lambda: {"own": tmp_path / "own"})
        page = on_page("trade_offs")
        assert not page.exception
        return page

    return open_page


def answered(page: AppTest, label: str, until: str) -> AppTest:
    """Ask, and wait until these words are there."""
    page = settled(button(page, label), lambda p: until in text(p))
    assert not page.exception
    assert not page.error
    return page


def table(page: AppTest) -> list[dict[str, str]]:
    """Give the rows of the numbers under the charts."""
    found: list[dict[str, str]] = page.dataframe[0].value.to_dict("records")
    return found


def test_only_the_open_section_is_drawn(opened: Open) -> None:
    """One question at a time; the first is contact, with what is known drawn unasked."""
    page = opened(FULL)
    assert [h.value for h in page.header] == ["Contacts missed against children awaiting"]
    assert [row["Plan"] for row in table(page)] == ["Now", "Baseline plan", "What-if"]
    for name, (header, _) in trade_offs._SECTIONS.items():
        page = section(page, name)
        assert [h.value for h in page.header] == [header]
        assert not page.exception
    assert "It does not say which to make" in text(page)


def test_what_missing_contact_would_allocate(opened: Open) -> None:
    """Four contacts missed would admit two; such a choice is loaded as locks on children."""
    page = answered(
        opened(SHORT_OF_DUTY), "Find what missing contact would change", "would admit 2"
    )
    assert [(row["Plan"], row["Awaiting: high risk"]) for row in table(page)[:3]] == [
        ("Missing no contact", "4"),
        ("Missing 1 contact", "3"),
        ("Missing 4 contacts", "2"),
    ]
    assert [e.label for e in page.expander] == ["Missing 1 contact", "Missing 4 contacts"]
    loads = [b for b in page.button if b.label == "Load into the What-if"]
    page = loads[1].click().run()
    assert not page.exception
    assert "Loaded into the What-if: Missing 4 contacts." in text(page)
    assert table(page)[-1]["Awaiting: high risk"] == "2"
    assert "What-if: **3 changes**" in text(page)


def test_a_deallocation_is_priced_loaded_and_taken_back(opened: Open) -> None:
    """The others stay on screen to compare with; taken back, all is as it was."""
    page = section(opened(FULL), "De-allocations")
    page.segmented_control(key="most-deallocations").set_value(4).run()
    page = answered(page, "Find what de-allocations would change", "would admit 2")
    names = [row["De-allocations allowed"] for row in table(page)]
    assert names[-4:] == ["3 de-allocations", "Now", "Baseline plan", "What-if"]
    assert [row["Awaiting: high risk"] for row in table(page)][-4:] == ["0", "2", "2", "2"]
    page = [b for b in page.button if b.label == "Load into the What-if"][-1].click().run()
    assert not page.exception
    assert "Loaded into the What-if: 3 de-allocations." in text(page)
    assert "The choices below are still those of the What-if before it." in text(page)
    assert [row["De-allocations allowed"] for row in table(page)] == names
    assert table(page)[-1]["Awaiting: high risk"] == "0"
    page = button(page, "Take it back")
    assert "Loaded into the What-if" not in text(page)
    assert table(page)[-1]["Awaiting: high risk"] == "2"


def test_what_is_known_elsewhere_joins_contact_and_awaiting(opened: Open) -> None:
    """De-allocations that were asked for stand beside contact missed; of no others is spoken."""
    page = section(opened(FULL), "De-allocations")
    page = answered(page, "Find what de-allocations would change", "de-allocation")
    asked = [row["De-allocations allowed"] for row in table(page)][1:-3]
    page = section(page, "Contact")
    assert asked
    assert [row["Plan"] for row in table(page)][: len(asked)] == asked


@pytest.mark.parametrize(
    ("name", "label", "until"),
    [
        ("Changes", "Find what changes would change", "No change of practitioner would buy"),
        ("Hours", "Find what hours would change", "more for everyone"),
    ],
)
def test_changes_and_hours(opened: Open, name: str, label: str, until: str) -> None:
    """Each with the three known plans in its table."""
    page = answered(section(opened(FULL), name), label, until)
    rows = [next(iter(row.values())) for row in table(page)]
    assert rows[-3:] == ["Now", "Baseline plan", "What-if"]


def test_curves_of_everyone_of_one_and_of_somebody_further(opened: Open) -> None:
    """Each is an answer of its own; nobody can be added by a click."""
    page = section(opened(FULL), "Capacity")
    page = answered(page, "Draw the curve", "Hours are the limit on cases")
    assert "Load into the What-if" in labels(page)
    page = chosen(page, "Whose hours", "P1")
    page = answered(page, "Draw the curve", "Hours are the limit on cases")
    page = chosen(page, "Whose hours", "A further practitioner")
    asked = [box.label for box in page.selectbox]
    assert asked[:4] == ["Whose hours", "Grade", "Works from", "Joins team"]
    page = answered(page, "Draw the curve", "Somebody further is counted")
    assert "Load into the What-if" not in labels(page)
    assert table(page)[-1]["Hours"] == "What-if"


def test_absences_stand_in_the_order_of_ids_and_can_be_tried(opened: Open) -> None:
    """P1's absence leaves five to cover; as a what-if it is one change."""
    page = section(opened(FULL), "Absences")
    page = answered(page, "Ask of each absence", "never about anybody's work")
    assert [e.label for e in page.expander] == ["P1 away"]
    assert "5 children would need cover" in text(page)
    page = button(page, "Load into the What-if")
    assert not page.exception
    assert "Loaded into the What-if: P1 away." in text(page)
    assert "What-if: **1 change**" in text(page)


def test_robustness_says_in_how_many_draws(opened: Open) -> None:
    """Three groups, those on which little decides first."""
    page = section(opened(FULL), "Robustness")
    page = answered(page, "Try a little more or less", "20 draws of points")
    assert subheaders(page) == [
        "Hangs on a little more or less",
        "Awaits in every draw",
        "Allocated in every draw",
    ]


def test_after_a_change_the_answer_before_is_shown_as_such(opened: Open) -> None:
    """It can be read and not loaded; the question can be asked again."""
    page = section(opened(FULL), "Absences")
    page = answered(page, "Ask of each absence", "never about anybody's work")
    page = section(button(page, "Load into the What-if"), "De-allocations")
    page = section(button(page, "Take it back"), "De-allocations")
    page = answered(page, "Find what de-allocations would change", "de-allocation")
    page = section(page, "Absences")
    page = section(button(page, "Load into the What-if"), "De-allocations")
    assert any("From before your last change" in warning.value for warning in page.warning)
    assert "Load into the What-if" not in labels(page)
    assert "Find what de-allocations would change" in labels(page)


CHOICES = [
    Choice("Allowed", "None", reached(), 0.0, changes=()),
    Choice("Allowed", "Two", reached(), 2.0, changes=()),
]


@pytest.mark.parametrize(
    ("selection", "loaded"),
    [
        ({PICKED: [{"point": 1}]}, ["Two"]),
        ({PICKED: [{"point": -1}]}, []),
        ({PICKED: []}, []),
        ({}, []),
    ],
)
def test_a_click_loads_the_choice_that_was_clicked(
    monkeypatch: pytest.MonkeyPatch, selection: dict[str, object], loaded: list[str]
) -> None:
    """A mark loads nothing, nor does letting go of what was picked."""
    held = {"key": SimpleNamespace(selection=selection)}
    assert _loads(monkeypatch, held, choices_drawn._from_chart) == loaded


@pytest.mark.parametrize(("rows", "loaded"), [([0], ["None"]), ([1], ["Two"]), ([2], []), ([], [])])
def test_a_row_loads_its_choice(
    monkeypatch: pytest.MonkeyPatch, rows: list[int], loaded: list[str]
) -> None:
    """The rows after the choices are plans that are there already."""
    held = {"key": SimpleNamespace(selection=SimpleNamespace(rows=rows))}
    assert _loads(monkeypatch, held, choices_drawn._from_table) == loaded


def _loads(
    monkeypatch: pytest.MonkeyPatch,
    held: dict[str, SimpleNamespace],
    act: Callable[[Asked, list[Choice], str], None],
) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(choices_drawn, "st", SimpleNamespace(session_state=held))
    monkeypatch.setattr(choices_drawn, "_load", lambda _asked, one: found.append(one.name))
    act(None, CHOICES, "key")  # type: ignore[arg-type]
    return found
