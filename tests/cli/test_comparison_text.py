"""Now, baseline plan and what-if stand side by side."""

from planner.cli.comparison_text import comparison_text
from planner.data.plan import Move, Plan, Standing, Status
from planner.engine import Comparison


def test_three_columns_and_who_is_concerned(plan: Plan) -> None:
    """Figures of all three, then each child whose place differs from the baseline plan."""
    taken = plan.children[3].model_copy(
        update={"standing": Standing.ALLOCATED, "move": Move.TAKEN_ON, "holder": "P1"}
    )
    children = (*plan.children[:3], taken, plan.children[4])
    standing = {Standing.ALLOCATED: 4, Standing.MANAGER: 1}
    counts = plan.counts.model_copy(update={"standing": standing, "over_half_hours": 0})
    three = Comparison(
        now=plan.model_copy(update={"status": Status.AS_IT_STANDS}),
        baseline=plan,
        what_if=plan.model_copy(
            update={"children": children, "counts": counts, "headline": ("Better.",)}
        ),
    )
    text = comparison_text(three, ["P1 at most 80 h a cycle", "P2 gone"])
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert lines[0] == "Better."
    assert "tiny: what if P1 at most 80 h a cycle; P2 gone" in lines
    assert "now baseline plan what-if" in lines
    assert "allocated 3 3 4" in lines
    assert "awaiting allocation 1 1 0" in lines
    assert "held over hours 3.5 h 3.5 h 0 h" in lines
    where = lines.index("AGAINST THE BASELINE PLAN")
    assert lines[where + 2 : where + 4] == [
        "C4 F-C4 awaiting allocation P1 high risk (b)",
        "",
    ]
    assert lines[-3:] == [
        "Now: as it stands.",
        "Baseline plan: best possible plan.",
        "What-if: best possible plan.",
    ]


def test_equal_plans_differ_in_nobody(plan: Plan) -> None:
    """Without a difference there is no list of differences."""
    text = comparison_text(Comparison(now=plan, baseline=plan, what_if=plan), [])
    assert "No change asked." in text
    assert "AGAINST" not in text
