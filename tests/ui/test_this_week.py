"""The page "This week" on a tiny team with the real engine behind it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from planner.files import write_scenario
from planner.ui import teams
from planner.ui.guide import HIDE
from planner.ui.pages import this_week
from tests.make import child, practitioner, scenario
from tests.ui.seen import button, figures, html, labels, text, unfolded

OnPage = Callable[[str], AppTest]


@pytest.fixture
def week(on_page: OnPage) -> AppTest:
    """Open the page on the tiny team."""
    opened = on_page("this_week")
    assert not opened.exception
    assert not opened.error
    return opened


def table(page: AppTest, heading: str) -> list[dict[str, str]]:
    """Give the rows of the table that has this heading."""
    found = next(t.value for t in page.table if heading in t.value.columns)
    return [
        {str(name): str(cell) for name, cell in row.items()} for row in found.to_dict("records")
    ]


def ask(page: AppTest, question: str) -> AppTest:
    """Choose one of the quick questions."""
    next(one for one in page.pills if one.label == "Ask").set_value(question).run()
    return page


def longer(page: AppTest) -> AppTest:
    """Show what falls due in the whole cycle."""
    next(one for one in page.segmented_control if one.label == "Within").set_value(28).run()
    return page


def again(page: AppTest) -> AppTest:
    """Open the page anew under the same address, as after a refresh."""
    named = page.query_params["draft"]
    fresh = AppTest.from_function(_drawn, default_timeout=60)
    fresh.query_params["draft"] = named[0] if isinstance(named, list) else named
    return fresh.run()


def _drawn() -> None:
    from planner.ui.pages import this_week
    from planner.ui.shell import View, serve

    serve((View(this_week.TITLE, "this-week", this_week.render),))


def test_the_parts_stand_in_their_order(week: AppTest) -> None:
    """Guide, standing, guard-rails, judgement, what is due, questions; then what is not decided."""
    assert [title.value for title in week.title] == ["This week"]
    assert [header.value for header in week.header] == [
        "Where the team stands",
        "Guard-rails",
        "Needs your judgement today",
        "What falls due",
        "Quick questions",
    ]
    assert HIDE in labels(week)
    assert this_week.DECIDES in [caption.value for caption in week.caption]


def test_where_the_team_stands(week: AppTest) -> None:
    """P1 and P2 hold three, two await at high risk; the checks passed."""
    shown = {name: said[0].text for name, said in figures(week).items()}
    assert shown == {"Allocated": "3", "Awaiting allocation": "2"}
    said = text(week)
    assert "Every check passed: 5 children and 4 practitioners read without a fault." in said
    assert "2 high risk" in html(week)


def test_data_older_than_a_week_are_said_to_be(
    on_page: OnPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight days after the as-at date; the page never reads another day than today's."""

    class Clock(date):
        @classmethod
        def today(cls) -> "Clock":
            return cls(2026, 3, 10)

    monkeypatch.setattr(this_week, "date", Clock)
    found = [w.value for w in on_page("this_week").warning]
    assert [words[:51] for words in found] == [
        "As at Mon 2 Mar 2026. The data are 8 days old. Chil"
    ]


def test_the_guide_is_hidden_for_good_in_this_draft(week: AppTest) -> None:
    """Also after a refresh."""
    assert HIDE not in labels(button(week, HIDE))
    assert HIDE not in labels(again(week))


def test_guard_rails_are_said_for_now_and_for_the_plan(week: AppTest) -> None:
    """Two at high risk await now; in the plan P1 holds both."""
    row = table(week, "Guard-rail")[2]
    assert row == {
        "Guard-rail": "No high-risk child awaits allocation",
        "Now": "✕ Does not hold: 2 children await",
        "Baseline plan": "✓ Holds",
    }
    assert "C4, C5" not in text(week)
    unfolded(week, "rails-who")
    assert "Now: No high-risk child awaits allocation: C4, C5" in text(week)


def test_guard_rails_are_the_managers_own(week: AppTest) -> None:
    """She leaves one out, takes another and sets a share; a refresh keeps all of it."""
    unfolded(week, "rails-choice")
    week.checkbox[2].uncheck().run()
    week.checkbox[4].check().run()
    week.number_input[0].set_value(5).run()
    wanted = [
        "Every mandatory child is allocated",
        "Every child awaiting is seen at the minimum",
        "Nobody is over 5 % of their own hours",
        "No child is de-allocated",
    ]
    assert [row["Guard-rail"] for row in table(week, "Guard-rail")] == wanted
    assert table(week, "Guard-rail")[2]["Now"].startswith("✕ Does not hold: ")
    fresh = again(week)
    assert [row["Guard-rail"] for row in table(fresh, "Guard-rail")] == wanted
    unfolded(fresh, "rails-choice")
    assert [box.value for box in fresh.checkbox[:6]] == [True, True, False, True, True, False]


def test_without_any_guard_rail(week: AppTest) -> None:
    """Nothing is checked, and that is said."""
    unfolded(week, "rails-choice")
    for number in range(4):
        week.checkbox[number].uncheck().run()
    assert "No guard-rail is chosen." in text(week)


def test_what_is_overdue_comes_first(week: AppTest) -> None:
    """C5, not seen for forty days, awaits; a week later is shown only when asked for."""
    first = table(week, "Due")[0]
    assert first["Due"].startswith("Overdue since ")
    assert (first["For"], first["With"]) == ("C5 (family C5)", "Awaiting allocation (TM1)")
    assert "1 overdue; nothing else falls due in 7 days." in text(week)
    assert len(table(week, "Due")) == 1
    longer(week)
    assert [row["For"][:2] for row in table(week, "Due")[:2]] == ["C5", "C1"]


def test_a_label_of_a_file_is_never_markup(week: AppTest) -> None:
    """The label of C2 would be a picture from elsewhere."""
    rows = [row["For"] for row in table(longer(week), "Due") if "C2" in row["For"]]
    assert rows
    assert all("!\\[twins\\]" in row for row in rows)


def test_a_child_can_be_opened(week: AppTest) -> None:
    """The one chosen is handed to the page of children."""
    page = longer(week)
    next(s for s in page.selectbox if s.label == "Child's page").set_value("C4").run()
    button(page, "Open this child")
    assert page.session_state["own-child"] == "C4"


def test_who_needs_judgement_is_limited_until_asked(
    on_page: OnPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of six children without a risk judgement five are shown; all of them on request."""
    blank = {"consequence": None, "probability": None}
    made = scenario([child(f"C{n}", **blank) for n in range(6)], [practitioner("P1")], name="Six")
    write_scenario(made, tmp_path / "six")
    monkeypatch.setattr(teams, "shipped_scenarios", lambda: {"six": tmp_path / "six"})
    page = on_page("this_week")
    assert html(page).count("No risk judgement recorded") == 5
    page.toggle[0].set_value(True).run()
    assert html(page).count("No risk judgement recorded") == 6


def test_a_new_family(week: AppTest) -> None:
    """A child of three: P1, who is there with hours, fits; a second without an age is asked for."""
    ask(week, this_week.FAMILY)
    next(n for n in week.number_input if n.label == "Child 1: age").set_value(3)
    button(week, "Who can take them?")
    assert "For 1 child: aged 3 · investigation." in text(week)
    assert "<h3>P1</h3><p class='quiet'>Suggested: fits within every limit.</p>" in html(week)
    assert "<h3>P3</h3>" not in html(week)
    assert "Away the whole cycle: P3." in text(week)
    next(n for n in week.number_input if n.label == "Children").set_value(2).run()
    button(week, "Who can take them?")
    assert "Child 2: " in text(week)
    assert not week.exception


def test_somebody_away_and_the_same_in_the_what_if(week: AppTest, own_folder: Path) -> None:
    """P1 is away: what falls due is covered by P2, and one button takes the leave over."""
    ask(week, this_week.AWAY)
    button(week, "Who covers?")
    assert "P1 is away from Mon 2 Mar 2026 until Sun 29 Mar 2026." in text(week)
    assert {row["Cover"] for row in table(week, "Cover")} <= {"P2"}
    button(week, "Use in What-if")
    kept = [path.read_text() for path in own_folder.rglob("*.json")]
    assert any('"kind":"away","practitioner":"P1"' in draft for draft in kept)
    assert "The what-if has this leave already." in text(week)
    assert "What-if" in table(week, "Guard-rail")[0]


def test_leave_that_the_data_have_is_no_news(week: AppTest) -> None:
    """P3 is away already: the days are those of the leave, and there is nothing to take over."""
    ask(week, this_week.AWAY)
    next(s for s in week.selectbox if s.label == "Who is away").set_value("P3").run()
    button(week, "Who covers?")
    said = text(week)
    assert "In your data already: away from Sat 28 Feb 2026 until Sat 11 Apr 2026." in said
    assert "P3 holds no child's case." in said
    assert "This leave is in your data already." in said


def test_days_the_wrong_way_round_are_said_and_not_answered(week: AppTest) -> None:
    """Until before from."""
    ask(week, this_week.AWAY)
    next(d for d in week.date_input if d.label.startswith("Until")).set_value(date(2026, 3, 1))
    button(week, "Who covers?")
    assert any("before the first day away" in w.value for w in week.warning)
    assert not week.exception
    assert "Use in What-if" not in labels(week)
