"""Whose hours are how full, and who holds whom, in the plan's own numbers."""

from planner.data.plan import Move, Standing
from planner.ui import people
from tests.ui.made import line, person, plan


def test_load_bars() -> None:
    """90 h of 106 h is 85 per cent; at a limit of 80 per cent the mark stands at 80."""
    busy = person(case_half_hours=180, limit_half_hours=170)
    over = person("P2", label="Sam", case_half_hours=224, over_half_hours=12)
    found = people.loads(plan(practitioners=(busy, over)))
    assert [(round(bar.load), round(bar.limit), bar.over) for bar in found] == [
        (85, 80, False),
        (106, 100, True),
    ]
    assert [bar.words for bar in found] == [
        "85 % · 90 h of 106 h",
        "106 % · 112 h of 106 h, 6 h over",
    ]
    assert [bar.who for bar in found] == ["P1", "P2 · Sam"]


def test_somebody_away_has_no_share() -> None:
    """No hours of their own: the bar is empty and says why."""
    gone = person(present=False, capacity_half_hours=0, limit_half_hours=0, case_half_hours=30)
    bar = people.loads(plan(practitioners=(gone,)))[0]
    assert (bar.load, bar.limit, bar.words) == (0.0, 0.0, "away the whole cycle")


def test_those_who_hold_no_cases_have_no_bar() -> None:
    """A team manager is in the team and not among the bars."""
    found = plan(practitioners=(person(), person("TM1", carries=False)))
    assert [bar.who for bar in people.loads(found)] == ["P1"]
    assert [row["Practitioner"] for row in people.practitioner_rows(found)] == ["P1"]


def test_the_same_numbers_in_a_table() -> None:
    """The team stands in a row only where there are several."""
    one = person(children=5, families=1, high_risk=2, intensive=1)
    assert people.practitioner_rows(plan(practitioners=(one,))) == [
        {
            "Practitioner": "P1",
            "Load": "85 % · 90 h of 106 h",
            "Limit": "106 h",
            "Holds": "5 children of 1 family, 2 high risk, 1 intensive",
        }
    ]
    two = plan(practitioners=(one, person("P2", team="north")))
    assert [row["Team"] for row in people.practitioner_rows(two)] == ["team", "north"]


def test_who_holds_whom() -> None:
    """C2 moves from P1 to P2 and C3 awaits from now on: both go from P1, one comes to P2."""
    made = plan(
        (
            line("C1"),
            line("C2", now="P1", holder="P2", move=Move.CHANGED),
            line("C3", now="P1", standing=Standing.AWAITING, move=Move.DEALLOCATED),
            line("C4", holder="P2", move=Move.TAKEN_ON),
        ),
        practitioners=(person(), person("P2")),
    )
    first, second = people.holdings(made)
    assert (first.stay, first.come, first.go) == (("C1",), (), ("C2", "C3"))
    assert (second.stay, second.come, second.go) == ((), ("C2", "C4"), ())
