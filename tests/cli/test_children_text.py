"""Who awaits and why, what changes, and what needs judgement, as text."""

import pytest

from planner.cli.children_text import attention, awaiting, changes, tier
from planner.data.plan import Move, Plan
from planner.data.score import Score
from planner.data.vocabulary import Band, Tier


def squeezed(lines: list[str]) -> str:
    """Give lines as one, with single spaces."""
    return " ".join(" ".join(lines).split())


def test_who_awaits_by_tier_with_dates_and_why(plan: Plan) -> None:
    """High risk stands above remaining; each reason has its paragraph and is said once."""
    text = squeezed(awaiting(plan))
    assert text.startswith("High risk (b): 1 child child family")
    assert (
        "C4 F-C4 20 Feb 6 Mar 1 40 Because high risk [P-1]. "
        "Needs 23 h a cycle; P1 has 9.5 h left. Remaining children: 1 child"
    ) in text
    assert text.count("Because high risk") == 1
    assert "C5 F-C5 - - 0 - Because remaining children [P-1]." in text


def test_brothers_and_sisters_are_not_explained_twice(plan: Plan) -> None:
    """The same reasons on the line above are not repeated."""
    sibling = plan.children[3].model_copy(update={"child": "C6"})
    children = (*plan.children[:4], sibling, plan.children[4])
    text = squeezed(awaiting(plan.model_copy(update={"children": children})))
    assert "C6 F-C4 20 Feb 6 Mar 1 40 The same." in text


def test_changes_are_listed_one_by_one(plan: Plan) -> None:
    """De-allocations come first, children who stay are not listed."""
    gone = plan.children[0].model_copy(update={"move": Move.DEALLOCATED, "holder": ""})
    lines = changes(plan.model_copy(update={"children": (gone, *plan.children[1:])}))
    assert [line.split()[0] for line in lines] == ["child", "C1", "C3", "C2"]
    assert "C1     F-C1    de-allocation           P1    -   remaining children" in lines[1]
    assert changes(plan.model_copy(update={"children": plan.children[3:]})) == []


def test_what_needs_judgement(plan: Plan) -> None:
    """Each child that asks for judgement is named with what is asked."""
    assert attention(plan) == ["  - C4: No risk judgement recorded"]


def test_gaps_in_the_record_are_counted_not_listed(plan: Plan) -> None:
    """A child without any judgement comes first; what nobody answered is one line."""
    asked = {"attention": ("No risk judgement recorded",), "no_judgement": True}
    bare = plan.children[0].score.model_copy(update=asked)
    open_ = plan.children[1].score.model_copy(update={"gaps": ("Not answered: a; b",)})
    scores = (bare, open_, *(child.score for child in plan.children[2:]))
    children = tuple(
        child.model_copy(update={"score": score})
        for child, score in zip(plan.children, scores, strict=True)
    )
    lines = attention(plan.model_copy(update={"children": children}))
    assert [line.split(":")[0] for line in lines[:2]] == ["  - C1", "  - C4"]
    assert lines[2].startswith("  - 1 child has gaps in the record")


@pytest.mark.parametrize(("count", "lines"), [(7, 7), (8, 8), (9, 9), (10, 9)])
def test_a_long_list_of_judgements_is_cut_with_a_count(plan: Plan, count: int, lines: int) -> None:
    """Eight are shown; a ninth line says how many more there are."""
    children = tuple(
        plan.children[3].model_copy(update={"child": f"C{number}"}) for number in range(count)
    )
    shown = attention(plan.model_copy(update={"children": children}))
    assert len(shown) == lines
    assert ("more:" in shown[-1]) == (count > 8)


def test_a_long_demand_for_judgement_takes_two_lines(plan: Plan) -> None:
    """A child with little on record does not push the others off the screen."""
    asked = plan.children[3].score.model_copy(update={"attention": ("Not answered: a; b",) * 40})
    child = plan.children[3].model_copy(update={"score": asked})
    lines = attention(plan.model_copy(update={"children": (child,)}))
    assert len(lines) == 2
    assert lines[1].endswith(" ...")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Score(child="C", tier=Tier.HIGH, band=Band.A), "high risk (a)"),
        (Score(child="C", tier=Tier.REMAINING), "remaining children"),
    ],
)
def test_a_tier_is_said_with_its_band(given: Score, said: str) -> None:
    """Bands exist in the high-risk tier only."""
    assert tier(given) == said
