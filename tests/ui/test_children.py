"""The page of one child and one practitioner: which of them is shown, and what it never says."""

from streamlit.testing.v1 import AppTest

from planner.ui.pages import children
from tests.ui.chosen import chosen, section
from tests.ui.conftest import OnPage
from tests.ui.seen import html, text


def headers(page: AppTest) -> list[str]:
    """Give the headings under the title."""
    return [heading.value for heading in page.header]


def test_it_opens_on_a_child_and_says_what_is_not_decided(on_page: OnPage) -> None:
    """The first child by id; no word that would rate anybody."""
    page = on_page("children")
    assert not page.exception
    assert headers(page) == ["C1"]
    said = f"{text(page)}{html(page)}".lower()
    assert "does not decide who holds a case" in said
    for word in ("score", "ranking", "low priority", "waitlist", "optimal"):
        assert word not in said.split("<style>")[0]


def test_a_label_from_the_files_is_shown_as_it_was_written(on_page: OnPage) -> None:
    """A picture of elsewhere in a label is text, in the heading and on the card."""
    page = chosen(on_page("children"), "Child", "C2")
    (heading,) = headers(page)
    assert heading.startswith("C2 · \\!") or heading.startswith("C2 · !\\[")
    assert "<img" not in html(page)


def test_a_practitioner_is_one_segment_away_and_opens_a_child(on_page: OnPage) -> None:
    """P1 holds C1 and C2: C2 is opened from there, and the page shows it as a child."""
    page = section(on_page("children"), children.PRACTITIONER)
    assert headers(page) == ["P1"]
    page = chosen(page, "One of these children", "C2")
    page = next(b for b in page.button if b.label == "Open this child").click().run()
    assert not page.exception
    assert headers(page)[0].startswith("C2")


def _asked_for(name: str, who: str) -> None:
    """Draw the page as it is drawn when another page asked for somebody."""
    from planner.ui import keeping, state
    from planner.ui.pages import children
    from planner.ui.shell import View, serve

    keeping.open_draft()
    if state.value("asked_before") is None:
        state.put(name, who)
        state.put("asked_before", True)
    serve((View(children.TITLE, "children", children.render),))


def test_another_page_says_whom_to_show(only_tiny: object) -> None:
    """A practitioner that another page asked for is shown, and then a child again at will."""
    page = AppTest.from_function(_asked_for, args=("practitioner", "P2"), default_timeout=60).run()
    assert headers(page) == ["P2"]
    page = section(page, children.CHILD)
    assert headers(page) == ["C1"]


def test_a_child_that_another_page_asked_for(only_tiny: object) -> None:
    """C3 is chosen in the list too, so that what is read and what is chosen agree."""
    page = AppTest.from_function(_asked_for, args=("child", "C3"), default_timeout=60).run()
    assert headers(page) == ["C3"]
    box = next(b for b in page.selectbox if b.label == "Child")
    assert box.value == "C3"
    assert "C3: remaining children, now with P2" in box.options
