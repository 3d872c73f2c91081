"""What a printed board says above and below: which team, which day, which plan, what is shown."""

from collections.abc import Sequence

from planner.data.describe import describe
from planner.data.draft import Saved
from planner.data.plan import Plan
from planner.ui.board import SORTED, BoardRow, counted_words
from planner.ui.board_table import Heading
from planner.ui.proof import status_words
from planner.ui.sides import BASELINE, NOW, WHAT_IF, Sides
from planner.ui.words import days, full_day


def heading(
    found: Sides, name: str, base: Saved, rows: Sequence[BoardRow], shown: Sequence[BoardRow]
) -> Heading:
    """Give the words around a board of one of the three plans, by its name.

    Parameters
    ----------
    base : Saved
        The baseline, which names itself.
    rows, shown : sequence of BoardRow
        All who await, and those who are on this board.
    """
    plan = found.named[name]
    return Heading(
        title=f"Awaiting board: {found.team.scenario.name}",
        plan=f"As at {full_day(plan.as_at)}, {days(plan.cycle_days)}. "
        f"{plan_words(found, name, base)}.{_sure(plan, name)}",
        shown=counted_words(rows, shown),
        sorted=SORTED,
        basis=f"Policy {plan.policy} {plan.policy_version} ({plan.policy_digest[:12]}).",
    )


def _sure(plan: Plan, name: str) -> str:
    return "" if name == NOW else f" {status_words(plan)}."


def plan_words(found: Sides, name: str, base: Saved) -> str:
    """Say which plan a board is of, and what was changed for it."""
    if name == NOW:
        return f"{NOW}: the team as it stands"
    named = f"{BASELINE}: {base.name}"
    if name == BASELINE:
        return named
    if not found.changed:
        return f"{WHAT_IF}, the same as the {named[:1].lower()}{named[1:]}"
    changes = "; ".join(map(describe, found.changes)) or "the team's own data, nothing changed"
    return f"{WHAT_IF}: {changes}"
