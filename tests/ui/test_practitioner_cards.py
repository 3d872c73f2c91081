"""Cards of one practitioner: families in the order of ids, with facts of fit and hours."""

import re

from planner.engine import evaluate, whom_could_take
from planner.engine.review.cases_held import cases_held
from planner.policy import default_policy
from planner.ui.practitioner_cards import made_of_cards, next_cards, person_card
from tests.make import child, practitioner, scenario
from tests.ui.made import person, plan

POLICY = default_policy()
TEAM = scenario(
    [child("C2"), child("C1"), child("C9", holder="P1"), child("C3", skills=("court",))],
    [practitioner("P1"), practitioner("P2")],
)


def test_families_awaiting_stand_by_id_with_what_lies_between() -> None:
    """C1 and C2 are suggested; C3 needs a skill that P1 lacks, and that is said."""
    html = next_cards(whom_could_take(TEAM, POLICY, "P1"))
    assert re.findall(r"<h3>(.*?)</h3>", html) == [
        "C1 (family C1)",
        "C2 (family C2)",
        "C3 (family C3)",
    ]
    assert html.count("Suggested: fits within every limit.") == 2
    assert html.count("Does not fit: see below") == 1
    assert "lacks: court" in html


def test_beyond_the_few_that_are_suggested_a_fit_is_still_said() -> None:
    """Only one is suggested; the other fits as well."""
    html = next_cards(whom_could_take(TEAM, POLICY, "P1", top=1))
    assert html.count("Suggested:") == 1
    assert html.count("fits within every limit") == 1
    assert html.count("Fits within every limit") == 1


def test_what_each_familys_hours_are_made_of() -> None:
    """By hand: 3.2 h of casework, two contacts of 2 h, travel, rounding: 8.5 h."""
    held = cases_held(TEAM, POLICY, "P1", plan=evaluate(TEAM, POLICY))
    html = made_of_cards(held)
    assert "<dt>Casework</dt><dd>3.2 h</dd><dt>Contact</dt><dd>4 h</dd>" in html
    assert "<dt>Together</dt><dd>8.5 h</dd>" in html
    assert "Stays" in html


def test_the_practitioners_own_card() -> None:
    """Load in a plan, and no word about how anybody works."""
    html = person_card({"Now": plan(practitioners=(person(),))}, TEAM, "P1")
    assert "85 % · 90 h of 106 h" in html
    assert "none recorded" in html
