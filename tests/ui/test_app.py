"""The page as a manager uses it, without a browser: pick, move, mark, take back, download."""

import gc
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.plan import Plan
from planner.engine import allocate
from planner.errors import VerifierDisagrees
from planner.files import read_plan
from planner.ui import asking
from planner.ui.downloads import written
from planner.ui.teams import shipped_team
from tests.ui.conftest import LABEL
from tests.ui.seen import button, colour, figure, html, labels, opened_part, pills, settled, text

pytestmark = pytest.mark.usefixtures("only_tiny")

AWAITING = "Children awaiting allocation"


def test_the_first_page_is_a_plan(page: AppTest) -> None:
    """Team, day, status in plain words, figures of now and plan, who decides."""
    said = text(page)
    assert page.title[0].value == "What-if"
    assert (
        "**A tiny team** · As at Mon 2 Mar 2026, 28 days · 5 children · 3 practitioners hold cases"
        in said
    )
    assert "Baseline: **the team's own data** · What-if: **the same as the baseline**" in said
    assert "Baseline plan: **Best possible plan.**" in said
    assert "The planner suggests; the team manager decides, case by case." in said
    assert figure(page, AWAITING) == ("0", "2 fewer than now")
    assert figure(page, "Awaiting: high risk") == ("0", "2 fewer than now")
    assert colour(page, "Awaiting: high risk") == "green"
    assert "Nothing is changed yet" in said


def test_the_door_at_the_root_shows_the_same_page() -> None:
    """``streamlit run app.py`` in a checkout."""
    page = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=60).run()
    assert not page.exception
    assert not page.error
    assert "**A tiny team** · As at Mon" in text(page)


def test_what_is_imported_is_set_aside(page: AppTest) -> None:
    """Without it every run would search all of it for waste."""
    assert gc.get_freeze_count() > 0


def test_who_holds_whom_is_on_cards(page: AppTest) -> None:
    """The plan takes on both; nobody is left on the board."""
    assert "<h3>P1</h3>" in html(page)
    assert "C4" in html(page)
    opened_part(page, "Awaiting allocation")
    assert "No child of this team awaits allocation in this plan." in text(page)


def test_a_label_from_a_file_is_never_a_picture(page: AppTest) -> None:
    """It is shown as it was written, where it is shown at all."""
    everything = text(page) + html(page)
    assert LABEL not in text(page).replace("\\", "\\\\")
    assert "C2 · ![twins]" in everything


def test_a_slider_makes_a_what_if(page: AppTest) -> None:
    """Nobody may take on anything: both children await, against nobody in the baseline plan."""
    for slider in page.slider[:2]:
        slider.set_value(0)
    page.run()
    assert figure(page, "Awaiting: high risk") == ("2", "2 more than the baseline plan")
    assert colour(page, "Awaiting: high risk") == "red"
    assert "Now 2 · Baseline plan 0" in html(page)
    assert "Limit of P1: 0 %" in labels(page)
    assert "Limit of P2: 0 %" in labels(page)
    opened_part(page, "Awaiting allocation")
    assert html(page).count("<h2>High risk, band (b): 2 children</h2>") == 1


def test_hours_stand_on_the_slider(page: AppTest) -> None:
    """20 days of 7.6 h at 70 per cent are 106 h (106.4, rounded down); half of them 53 h."""
    assert page.slider[0].label == "P1: 106 h of 106 h"
    page.slider[0].set_value(50).run()
    assert page.slider[0].label == "P1: 53 h of 106 h"


def test_somebody_away_has_a_slider_that_says_why(page: AppTest) -> None:
    """P3 is away for the whole cycle; back from leave the slider can be moved."""
    away = page.slider[2]
    assert (away.label, away.disabled) == ("P3: away the whole cycle", True)
    pills(page, "Away for the whole cycle").set_value([]).run()
    assert page.slider[2].label.startswith("P3: 53 h of ")
    assert not page.slider[2].disabled
    assert "P3 back from leave" in labels(page)


def test_leave_can_be_marked_and_taken_back(page: AppTest) -> None:
    """The chip has a button that takes this change back alone."""
    pills(page, "Away for the whole cycle").set_value(["P1", "P3"]).run()
    chip = "P1 away from 2 Mar until 29 Mar"
    assert chip in labels(page)
    button(page, chip)
    assert chip not in labels(page)
    assert pills(page, "Away for the whole cycle").value == ["P3"]


def test_each_chip_takes_back_its_own_change(page: AppTest) -> None:
    """One of each kind of control, taken back one by one until nothing is changed."""
    page.slider[0].set_value(80)
    pills(page, "Away for the whole cycle").set_value([])
    pills(page, "Leaves the team").set_value(["P2"])
    page.number_input[0].set_value(1)
    page.run()
    page.slider(key=next(s.key for s in page.slider if s.label == "De-allocations")).set_value(2)
    page.slider(
        key=next(s.key for s in page.slider if s.label == "Changes of practitioner")
    ).set_value(0)
    page.slider(
        key=next(s.key for s in page.slider if s.label == "Hours kept in reserve")
    ).set_value(10.0)
    page.run()
    chips = [
        "NEW1 joins (CPP4)",
        "P2 leaves the team",
        "P3 back from leave",
        "Limit of P1: 80 %",
        "Up to 2 de-allocations considered",
        "Up to 0 changes of practitioner considered",
        "10 h kept in reserve",
    ]
    assert [label for label in labels(page) if label in chips] == chips
    for chip in chips:
        assert chip in labels(page)
        button(page, chip)
        assert chip not in labels(page)
    assert "Nothing is changed yet" in text(page)


def test_reset_takes_everything_back(page: AppTest) -> None:
    """All controls stand where the data set them."""
    page.slider[0].set_value(0)
    pills(page, "Leaves the team").set_value(["P2"])
    page.run()
    button(page, "Reset all")
    assert page.slider[0].value == 100
    assert pills(page, "Away for the whole cycle").value == ["P3"]
    assert pills(page, "Leaves the team").value == []
    assert "Nothing is changed yet" in text(page)


def test_the_what_if_is_shown_in_full_first(page: AppTest) -> None:
    """And the baseline plan and now can be shown instead."""
    page.slider[0].set_value(0).run()
    shown = next(group for group in page.get("button_group") if group.label == "Show in full")
    assert [option.content for option in shown.proto.options] == ["What-if", "Baseline plan", "Now"]
    assert "What-if: made when you click." in text(page)
    page.session_state["shown"] = "Now"
    opened_part(page, "Awaiting allocation")
    assert "Now: made when you click." in text(page)
    assert "High risk, band (b): 2 children" in html(page)


def test_an_offer_is_found_shown_and_applied(page: AppTest) -> None:
    """With too little room, the page looks further, and offers what would admit a child.

    P1 holds C1 and C2 for 17 h and may go to 21 h; C4 and C5 need 11.5 h each. Without C1 or
    C2, one of them fits.
    """
    page.slider[0].set_value(20)
    page.slider[1].set_value(0)
    page.run()
    assert "Looking further" in text(page)
    settled(page, lambda p: "Looking further" not in text(p))
    assert "What would change this" in text(page)
    assert "1 de-allocation would admit 1 child at high risk" in text(page)
    button(page, "Show me")
    assert figure(page, "Awaiting: high risk") == ("1", "1 more than the baseline plan")


def test_where_nothing_would_help_the_page_says_so(page: AppTest) -> None:
    """At no hours at all neither a de-allocation nor ten hours over make room for a child."""
    for slider in page.slider[:2]:
        slider.set_value(0)
    page.run()
    settled(page, lambda p: "Looking further" not in text(p))
    assert "Nothing that was tried would admit another child at high risk." in text(page)


def test_a_longer_search_that_fails_is_said(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan that was found stands, and nothing is said of what would help."""

    def failing(*given: object, offers: bool = True, **named: object) -> Plan:
        if offers:
            raise VerifierDisagrees(["C4 is held twice."])
        return allocate(*given, offers=False, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(asking, "allocate", failing)
    for slider in page.slider[:2]:
        slider.set_value(0)
    page.run()
    settled(page, lambda p: "Looking further" not in text(p))
    assert "the longer search failed" in text(page)
    assert "What would change this" not in [header.value for header in page.header]
    assert figure(page, "Awaiting: high risk")[0] == "2"


def test_a_change_interrupts_the_longer_search_of_the_one_before(page: AppTest) -> None:
    """Its search is ended, so that it takes nothing from the next."""
    page.slider[0].set_value(0).run()
    before = page.session_state["followed"]
    page.slider[0].set_value(5).run()
    left = [search for search in before if search not in page.session_state["followed"]]
    assert all(search.stop.is_set() or search.done.is_set() for search in left)


def test_the_same_question_is_solved_once(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Back to a position that was there before: the engine is not asked again."""
    page.slider[0].set_value(0).run()
    asked: list[float] = []

    def counted(*given: object, time_limit: float, **named: object) -> Plan:
        asked.append(time_limit)
        return allocate(*given, time_limit=time_limit, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(asking, "allocate", counted)
    page.slider[0].set_value(100).run()
    page.slider[0].set_value(0).run()
    assert asking.LIVE_SECONDS not in asked


def test_the_address_names_nobody(page: AppTest) -> None:
    """Whatever is moved, the address has nothing but the draft's opaque id."""
    page.slider[0].set_value(0)
    pills(page, "Away for the whole cycle").set_value(["P1"])
    page.run()
    assert list(page.query_params) == ["draft"]
    opaque = "".join(page.query_params["draft"])
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", opaque)


def test_session_keys_name_nobody(page: AppTest) -> None:
    """Keys reach the browser as names of styles; none holds an id from the files."""
    keys = list(page.session_state._state.filtered_state)
    assert keys
    assert not [key for key in keys for name in ("P1", "P2", "P3", "C1") if name in key]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_a_plan_can_be_taken_away(tiny: Path, ending: str, tmp_path: Path) -> None:
    """In three forms; the last reads back as the very plan."""
    team = asking.question(shipped_team("tiny"))
    plan = allocate(team.scenario, team.policy, time_limit=5, offers=False)
    content = written(plan, ending)
    starts = {"xlsx": b"PK", "csv": b"\xef\xbb\xbfchild,", "json": b"{"}
    assert content.startswith(starts[ending])
    if ending == "json":
        (tmp_path / "plan.json").write_bytes(content)
        assert read_plan(tmp_path / "plan.json") == plan
