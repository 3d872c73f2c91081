"""The worksheet on the page: gaps before all else, two lines a child, in the engine's own words."""

from planner.engine import worksheet
from planner.policy import default_policy
from planner.ui.worksheet_cards import family_lines, refused_line, worksheet_cards
from tests.make import child, infant, practitioner, replies, scenario, task

POLICY = default_policy()
PEOPLE = (practitioner("P1"), practitioner("TM", grade="CPP5.2"))


def test_gaps_stand_before_the_two_lines_of_impact() -> None:
    """One indicator is answered "no": a gap, named first; both lines follow, never one figure."""
    team = scenario(
        [child("C1", holder="P1", label="<b>")],
        PEOPLE,
        indicators=replies("C1", referrals="no"),
        tasks=(task("C1", "contested_hearing"),),
    )
    sheet = worksheet(team, POLICY, children=("C1",))
    (row,) = sheet.candidates
    html = worksheet_cards(sheet, row)
    (weighed,) = row.children
    assert weighed.gaps
    places = [html.index(text) for text in (weighed.gaps[0].title, "indicators in place")]
    assert places == sorted(places)
    assert html.count("indicators in place") == 2
    assert "C1 · &lt;b&gt;" in html
    assert any(text.startswith("Frees ") for text in family_lines(row))


def test_no_gap_is_said_in_words() -> None:
    """Every indicator answered with "yes": nothing to settle."""
    answers = dict.fromkeys((row.id for row in POLICY.indicators), "yes")
    team = scenario([child("C1", holder="P1")], PEOPLE, indicators=replies("C1", **answers))
    sheet = worksheet(team, POLICY, children=("C1",))
    html = worksheet_cards(sheet, sheet.candidates[0])
    assert "No gap is left to settle" in html
    assert "In place: " in html


def test_a_brother_who_awaits_already_is_said_so() -> None:
    """He belongs to the family and is not de-allocated."""
    team = scenario([child("C1", holder="P1", family="F"), child("C2", family="F")], PEOPLE)
    sheet = worksheet(team, POLICY, children=("C1",))
    html = worksheet_cards(sheet, sheet.candidates[0])
    assert html.count("awaits already and belongs to the family") == 1


def test_mandatory_children_are_refused_with_the_paragraph() -> None:
    """An infant with an intensive response is never on a worksheet."""
    team = scenario([infant("C1", holder="P1")], PEOPLE)
    sheet = worksheet(team, POLICY, children=("C1",), reason="considered")
    (refused,) = sheet.refused
    assert sheet.candidates == ()
    assert "is never de-allocated" in refused_line(refused)
    assert refused_line(refused).endswith("(2254-M1)")
