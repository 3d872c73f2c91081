"""Pieces of cards: whatever they hold is escaped, and what is empty is not written."""

from planner.ui.markup import article, cards, facts, folded, headed, listed

NASTY = "<b>&"
SAFE = "&lt;b&gt;&amp;"


def test_every_word_is_escaped() -> None:
    """In lists, headings, summaries, facts and quiet words alike."""
    written = (
        listed([NASTY]),
        folded(NASTY, [NASTY]),
        headed(NASTY, [NASTY]),
        facts([(NASTY, NASTY)]),
        article(NASTY, quiet=NASTY),
    )
    for html in written:
        assert NASTY not in html
        assert SAFE in html


def test_nothing_is_written_of_nothing() -> None:
    """No empty list, no summary over nothing, no fact without an answer."""
    assert listed([]) == folded("x", []) == headed("x", []) == facts([("x", "")]) == cards([]) == ""
    assert article("x") == "<article><h3>x</h3></article>"
    assert cards([article("x")]) == "<div class='cards'><article><h3>x</h3></article></div>"
