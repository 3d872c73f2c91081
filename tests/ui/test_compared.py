"""Plans side by side in words: the same figure in each column, and never good news that is none."""

import pytest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import Status
from planner.data.vocabulary import Tier
from planner.ui.compared import (
    Column,
    bar_rows,
    difference,
    figure_rows,
    full_name,
    legend_lines,
    load_bars,
    load_rows,
    price_lines,
    saved_name,
    saved_title,
    stage_rows,
    sure_words,
)
from planner.ui.tiles import FIGURES
from tests.ui.made import counts, person, plan, stage

TOTAL, OVER = FIGURES[0], FIGURES[-1]
AWAY = Adjustment(kind=AdjustmentKind.AWAY, practitioner="P1")


def column(name: str, **facts: object) -> Column:
    """Make a column whose plan has these counts."""
    return Column(name, plan(counts=counts(**facts)))


@pytest.mark.parametrize(
    ("more", "words"),
    [(2, "\N{UPWARDS ARROW} 2 more"), (-2, "\N{DOWNWARDS ARROW} 2 fewer"), (0, "same")],
)
def test_a_difference_is_an_arrow_and_a_word(more: int, words: str) -> None:
    """Never a colour, and never called better or worse."""
    assert difference(TOTAL, more) == words


def test_hours_are_less_and_not_fewer() -> None:
    """Five half-hours less are 2.5 h less."""
    assert difference(OVER, -5) == "\N{DOWNWARDS ARROW} 2.5 h less"


def test_each_figure_has_a_cell_for_each_plan() -> None:
    """The first column has no difference; a mandatory child awaiting gets a row of its own."""
    base = column("Baseline plan", awaiting={Tier.HIGH: 1})
    other = column("A", awaiting={Tier.HIGH: 3, Tier.MANDATORY: 1}, over_half_hours=3)
    found = {row["Figure"]: row for row in figure_rows([base, other])}
    assert found["Awaiting: high risk"] == {
        "Figure": "Awaiting: high risk",
        "Baseline plan": "1",
        "A": "3 (\N{UPWARDS ARROW} 2 more)",
    }
    assert found["Awaiting: mandatory allocation"]["A"] == "1 (\N{UPWARDS ARROW} 1 more)"
    assert found["Held over hours"]["A"] == "1.5 h (\N{UPWARDS ARROW} 1.5 h more)"
    assert found["Contacts missed"]["A"] == "0 (same)"


def test_a_fall_beside_a_rise_is_called_a_price() -> None:
    """Fewer contacts missed because more children await is no gain."""
    base = column("Baseline plan", contacts_missed=5)
    dear = column("A", contacts_missed=2, awaiting={Tier.NEXT: 1})
    only = column("B", contacts_missed=2)
    assert price_lines([base, dear, only, base._replace(name="C")]) == [
        "A: lower: contacts missed; higher: children awaiting allocation, "
        "awaiting: next priority. One may be the price of the other.",
        "B: lower: contacts missed.",
        "C: every figure is the same as in the baseline plan.",
    ]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.BEST_POSSIBLE, "Best possible plan"),
        (Status.NOT_PROVEN, "Stopped early, best found so far: not proven"),
        (Status.INTERRUPTED, "Stopped early, best found so far: not proven"),
    ],
)
def test_not_proven_is_said(status: Status, words: str) -> None:
    """Whatever was stopped early is said not to be proven."""
    assert sure_words(plan(status=status)) == words


def test_the_legend_says_what_a_short_heading_leaves_out() -> None:
    """Name in full, changes, how sure, note; the heading fits a phone."""
    name = saved_name(1, "Vacancy filled from outside")
    assert name == "B: Vacancy filled\N{HORIZONTAL ELLIPSIS}"
    assert saved_name(0, "Sixteen letters.") == "A: Sixteen letters."
    assert saved_title("A: Sixteen letters.", "Sixteen letters.") == ""
    assert saved_title(name, "Vacancy filled from outside").startswith("Saved as Vacancy filled")
    made = Column(name, plan(), (AWAY,), "For Friday.", "Saved as Vacancy filled from outside")
    assert legend_lines([made]) == [
        (
            name,
            "Saved as Vacancy filled from outside. Changed: P1 away for the rest of the cycle. "
            "Best possible plan. Note: For Friday.",
        )
    ]
    assert full_name(made) == f"{name} (saved as Vacancy filled from outside)"
    assert full_name(Column("Draft", plan())) == "Draft"


def test_the_same_people_stand_in_every_plan() -> None:
    """Whoever joins in one plan only is not in the others, and has no hours there."""
    base = Column("Baseline plan", plan(practitioners=(person("P1"),)))
    both = Column("A", plan(practitioners=(person("P1", case_half_hours=106), person("NEW"))))
    bars = load_bars([base, both])
    assert [(bar.who, bar.plan) for bar in bars] == [
        ("P1", "Baseline plan"),
        ("P1", "A"),
        ("NEW", "Baseline plan"),
        ("NEW", "A"),
    ]
    assert (bars[1].load, bars[2].load, bars[2].words) == (50.0, 0.0, "not in this plan")
    assert bar_rows(bars)[2] == {
        "Practitioner": "NEW",
        "Plan": "Baseline plan",
        "Load": "not in this plan",
    }
    assert load_rows([base, both])[1] == {
        "Practitioner": "NEW",
        "Baseline plan": "not in this plan",
        "A": bars[3].words,
    }


def test_a_stage_that_one_plan_does_not_have_is_not_weighed_in_it() -> None:
    """Every line of either ledger is there once."""
    one = Column("Baseline plan", plan(ledger=(stage("1"), stage("2"))))
    two = Column("A", plan(ledger=(stage("1"),)))
    assert stage_rows([one, two]) == [
        {"What came first": "Stage 1", "Baseline plan": "none", "A": "none"},
        {"What came first": "Stage 2", "Baseline plan": "none", "A": "not weighed"},
    ]
