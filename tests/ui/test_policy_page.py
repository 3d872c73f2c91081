"""The policy on the page: every section with its sources, drawn when opened, and searched."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.policy import Policy
from planner.policy import default_policy
from planner.ui import policy_rows
from tests.ui.seen import html, text

POLICY = default_policy()


def cells(section: str, policy: Policy = POLICY) -> list[str]:
    """Give every cell of a section."""
    return [text for row in policy_rows.SECTIONS[section](policy) for text in row.values()]


def test_every_part_of_the_policy_is_shown() -> None:
    """As many rows as the file has; nothing is left out between sections."""
    counts = {name: len(rows(POLICY)) for name, rows in policy_rows.SECTIONS.items()}
    assert counts["Bands of high risk"] == len(POLICY.judgements)
    assert counts["Points of factors inside a tier or band"] == len(POLICY.factors)
    assert counts["De-allocation indicators"] == len(POLICY.indicators) == 14
    assert counts["What comes first"] == len(POLICY.stages)
    assert counts["Dated tasks"] == len(POLICY.tasks)
    assert counts["Obligations"] == len(POLICY.obligations)
    assert counts["Record of a de-allocation"] == len(POLICY.rationale)
    assert counts["Paragraphs and sources"] == len(POLICY.paragraphs)
    assert counts["Not modelled, and why"] == len(POLICY.not_modelled)
    said = counts["Tiers: what puts a child there"] + counts["What the planner says"]
    assert said == len(POLICY.sentences)


@pytest.mark.parametrize("name", list(policy_rows.SECTIONS))
def test_every_row_of_a_section_has_the_same_columns(name: str) -> None:
    """Else a column would be lost from the table; and no section is empty."""
    rows = policy_rows.SECTIONS[name](POLICY)
    assert rows
    assert {tuple(row) for row in rows} == {tuple(rows[0])}


def test_every_cited_paragraph_can_be_looked_up() -> None:
    """Wherever a row has a paragraph, it is among those shown."""
    known = {row["Paragraph"] for row in policy_rows.SECTIONS["Paragraphs and sources"](POLICY)}
    for rows in policy_rows.SECTIONS.values():
        assert {row["Paragraph"] for row in rows(POLICY) if "Paragraph" in row} <= known


def test_what_is_filled_in_later_is_in_brackets() -> None:
    """A sentence with places in it is shown without the marks of the file."""
    tiers = cells("Tiers: what puts a child there")
    assert "Risk judgement: [consequence], [probability]" in tiers
    assert "$" not in "".join(cells("What the planner says"))


def test_a_policy_without_a_paragraph_for_a_band_leaves_it_blank() -> None:
    """A policy of one's own need not have it, and none is made up."""
    fewer = tuple(row for row in POLICY.paragraphs if row.id != "BAND-A")
    changed = POLICY.model_copy(update={"paragraphs": fewer})
    first = policy_rows.SECTIONS["Bands of high risk"](changed)[0]
    assert (first["High risk"], first["Paragraph"]) == ("band (a)", "")


def test_a_search_needs_every_word_in_whichever_column() -> None:
    """In any case and order; a word that is nowhere finds nothing."""
    rows = [{"A": "Contact awaiting", "B": "monthly"}, {"A": "Contact", "B": "weekly"}]
    assert policy_rows.matching(rows, "MONTHLY contact") == rows[:1]
    assert policy_rows.matching(rows, "contact") == rows
    assert policy_rows.matching(rows, "contact daily") == []


def _page() -> None:
    """Draw the view under a title; runs inside the test harness."""
    import streamlit as st

    from planner.policy import default_policy
    from planner.ui import policy_page

    st.title("Data and record")
    policy_page.draw_policy(default_policy())


@pytest.fixture
def opened() -> AppTest:
    """Open the view."""
    page = AppTest.from_function(_page, default_timeout=60).run()
    assert not page.exception
    return page


def test_it_names_the_policy_and_what_it_does_not_decide(opened: AppTest) -> None:
    """Name, version and digest, to be held against a plan's own; sections are closed at first."""
    assert f"version {POLICY.version}, digest {POLICY.digest[:12]}" in text(opened)
    assert "It does not decide for any child" in text(opened)
    assert [one.label for one in opened.expander] == list(policy_rows.SECTIONS)
    assert "<table" not in html(opened)


def test_a_section_is_drawn_once_it_is_open(opened: AppTest) -> None:
    """The last one says what is not modelled, and why."""
    opened.session_state[f"policy-{len(policy_rows.SECTIONS) - 1}"] = True
    page = opened.run()
    assert html(page).count("<table") == 1
    assert "aria-label='Not modelled, and why'" in html(page)


def test_a_search_shows_what_it_found_and_where(opened: AppTest) -> None:
    """Each hit under its section; nothing found is said so."""
    page = opened.text_input[0].set_value("full-time day").run()
    assert page.subheader[0].value == "Numbers, and where each comes from"
    assert re.search(r"A full-time day</th><td[^>]*>Hours</td><td[^>]*>7.6 h", html(page))
    page = page.text_input[0].set_value("no such word").run()
    assert "Nothing in the policy says so." in text(page)
    assert not page.subheader
