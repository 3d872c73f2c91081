"""Every page is over a named team, a named baseline and a draft that comes back."""

from importlib import import_module
from pathlib import Path

from streamlit.testing.v1 import AppTest

from planner.store.drafts import drafts_folder, new_id, read_draft
from planner.ui import launch
from planner.ui.main import PAGES, VIEWS
from tests.ui.conftest import OnPage, _drawn
from tests.ui.seen import button, labels, text


def again(draft: str) -> AppTest:
    """Open the page anew, as after a refresh, at an address that names a draft."""
    page = AppTest.from_function(_drawn, args=("what_if",), default_timeout=60)
    page.query_params["draft"] = draft
    return page.run()


def named(page: AppTest) -> str:
    """Give the draft's id in the address."""
    return "".join(page.query_params["draft"])


def test_a_refresh_finds_the_draft_again(page: AppTest) -> None:
    """The limit and the way back are there, and she is told that they are hers."""
    page.slider[0].set_value(50).run()
    page.slider[0].set_value(40).run()
    back = again(named(page))
    assert "Limit of P1: 40 %" in labels(back)
    assert back.slider[0].value == 40
    assert back.info[0].value.startswith("Your draft of ")
    button(back, "Undo")
    assert "Limit of P1: 50 %" in labels(back)
    assert not back.info


def test_a_draft_that_came_back_can_be_left(page: AppTest) -> None:
    """She starts afresh; the draft stays as it was kept."""
    page.slider[0].set_value(50).run()
    back = again(named(page))
    button(back, "Start afresh")
    assert "Nothing is changed yet" in text(back)
    assert named(back) != named(page)
    kept = read_draft(named(page))
    assert kept is not None
    assert len(kept.changes) == 1


def test_an_address_of_a_draft_that_is_gone_says_so(only_tiny: Path) -> None:
    """A new draft begins, and the address forgets the old one."""
    page = again(new_id())
    assert "is not kept here any more" in page.warning[0].value
    assert "draft" not in page.query_params


def test_nothing_is_kept_before_anything_is_changed(page: AppTest) -> None:
    """Looking leaves no file."""
    assert "Draft: not kept yet" in text(page)
    assert not drafts_folder().exists()
    page.slider[0].set_value(50).run()
    assert len(list(drafts_folder().iterdir())) == 1


def test_two_visitors_have_nothing_in_common(on_page: OnPage) -> None:
    """What one changes the other does not see."""
    one, other = on_page("what_if"), on_page("what_if")
    one.slider[0].set_value(50).run()
    other.run()
    assert "Limit of P1: 50 %" in labels(one)
    assert "Nothing is changed yet" in text(other)


def test_what_cannot_be_made_can_be_taken_back(page: AppTest) -> None:
    """A change that names nobody of the team is refused in words, with ways out."""
    from planner.data.adjustment import Adjustment, AdjustmentKind

    page.slider[0].set_value(50).run()
    box = page.session_state["sandbox"]
    wrong = Adjustment(kind=AdjustmentKind.PIN, child="C99", practitioner="P1")
    box.keep(changes=(*box.draft.changes, wrong), undo=(*box.draft.undo, box.draft.changes))
    page.run()
    assert "C99" in page.error[0].value
    button(page, "Take the last change back")
    assert not page.error
    assert "Limit of P1: 50 %" in labels(page)


def test_every_page_has_one_title() -> None:
    """In the navigation and above the page."""
    assert [title for title, _, _ in PAGES] == [import_module(m).TITLE for _, _, m in PAGES]


def test_the_pages_stand_in_their_order(only_tiny: Path) -> None:
    """What opens is *This week*; the others follow as a manager's Monday does."""
    assert [view.title for view in VIEWS] == [
        "This week",
        "What-if",
        "Trade-offs",
        "Compare",
        "Children and practitioners",
        "Awaiting",
        "Data and record",
    ]
    opened = AppTest.from_file(str(launch.PAGE), default_timeout=60).run()
    assert not opened.exception
    assert opened.title[0].value == "This week"
