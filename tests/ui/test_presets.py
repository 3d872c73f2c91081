"""Quick what-ifs: one press each, on top of what is changed already."""

from streamlit.testing.v1 import AppTest

from tests.ui.seen import button, labels, pills, text, unfolded


def test_two_are_away(page: AppTest) -> None:
    """Neither one nor three: the button waits for two."""
    see = "See it for the whole cycle"

    def waits() -> bool:
        return bool(next(b for b in page.button if b.label == see).disabled)

    unfolded(page, "two-away")
    assert waits()
    pills(page, "Who are the two?").set_value(["P1"]).run()
    assert waits()
    pills(page, "Who are the two?").set_value(["P1", "P2", "P3"]).run()
    assert waits()
    pills(page, "Who are the two?").set_value(["P1", "P2"]).run()
    button(page, see)
    assert {f"{who} away from 2 Mar until 29 Mar" for who in ("P1", "P2")} <= set(labels(page))
    assert sorted(pills(page, "Away for the whole cycle").value) == ["P1", "P2", "P3"]


def test_somebody_joins(page: AppTest) -> None:
    """A vacancy filled and a new starter: two people, the second with a limit of their own."""
    button(page, "Vacancy filled")
    button(page, "New starter")
    assert [label for label in labels(page) if "NEW" in label] == [
        "NEW1 joins (CPP4)",
        "NEW2 joins (CPP3)",
        "Limit of NEW2: 60 %",
    ]
    assert page.number_input[0].value == 1
    button(page, "NEW2 joins (CPP3)")
    assert [label for label in labels(page) if "NEW" in label] == ["NEW1 joins (CPP4)"]
    button(page, "Undo")
    assert "Limit of NEW2: 60 %" in labels(page)


def test_leave_of_some_days(page: AppTest) -> None:
    """Two days away are a change of their own, beside leave for the whole cycle."""
    from datetime import date

    unfolded(page, "some-days")
    page.selectbox(key=next(s.key for s in page.selectbox if s.label == "Who")).set_value("P2")
    start, until = page.date_input
    start.set_value(date(2026, 3, 4))
    until.set_value(date(2026, 3, 5))
    button(page, "Mark as away")
    assert "P2 away from 4 Mar until 5 Mar" in labels(page)
    assert pills(page, "Away for the whole cycle").value == ["P3"]


def test_days_the_wrong_way_round_are_refused(page: AppTest) -> None:
    """Nothing is changed."""
    from datetime import date

    unfolded(page, "some-days")
    page.date_input[1].set_value(date(2026, 3, 1))
    button(page, "Mark as away")
    assert "The last day away is before the first." in page.error[0].value
    assert "Nothing is changed yet" in text(page)
