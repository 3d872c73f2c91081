"""A control that is moved stays the one the hand is on; one that is put anew is another."""

from streamlit.testing.v1 import AppTest

from tests.ui.seen import button, labels


def test_a_slider_that_is_moved_stays_the_same(page: AppTest) -> None:
    """Another key would take the keyboard's focus away."""
    before = page.slider[0].key
    page.slider[0].set_value(80).run()
    assert page.slider[0].key == before
    page.slider[0].set_value(75).run()
    assert (page.slider[0].key, page.slider[0].value) == (before, 75)


def test_bug_5_what_the_browser_still_sends_is_nobodys_move(page: AppTest) -> None:
    """After Undo the sliders are others: the old one's value, sent late, changes nothing."""
    page.slider[0].set_value(80).run()
    before = page.slider[0].key
    button(page, "Undo")
    assert page.slider[0].key != before
    assert page.slider[0].value == 100
    page.session_state[str(before)] = 80
    page.run()
    assert "Limit of P1: 80 %" not in labels(page)
    assert page.slider[0].value == 100
