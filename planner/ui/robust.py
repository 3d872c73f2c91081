"""How far a plan hangs on points and hours that might as well be a little different."""

from collections.abc import Callable, Mapping

from planner.data.robustness import Robustness, Steadiness
from planner.ui.words import Row, title

DRAWS = 20
SECONDS = 120.0
LEAD = (
    "The policy's points and everyone's hours might as well be a little different. Here they are "
    "drawn many times, each up to a fifth more or less, and each time the best plan is found anew. "
    "Tiers, bands and the order of what comes first never vary."
)
LABEL = "Try a little more or less"
TAKES = f"Tries {DRAWS} draws of points and {DRAWS} of hours; takes up to two minutes."
READ = (
    "Where a child is allocated in some draws and not in others, the plan hangs on little there: "
    "look at the child, not at the points."
)

_GROUPS: Mapping[str, Callable[[Steadiness], bool]] = {
    "Hangs on a little more or less": lambda unit: not unit.stable,
    "Awaits in every draw": lambda unit: unit.stable and not unit.holder,
    "Allocated in every draw": lambda unit: unit.stable and bool(unit.holder),
}


def groups(answer: Robustness) -> dict[str, list[Row]]:
    """Give the families in three groups, those first on which little decides; empty ones too."""
    return {
        name: [_row(answer, unit) for unit in answer.units if belongs(unit)]
        for name, belongs in _GROUPS.items()
    }


def _row(answer: Robustness, unit: Steadiness) -> Row:
    return {
        "Children": ", ".join(unit.children),
        "Priority": title(unit.tier.value),
        "In this plan": f"with {unit.holder}" if unit.holder else "awaiting allocation",
        "Allocated when points vary": _share(unit.by_points, answer.points_drawn),
        "Allocated when hours vary": _share(unit.by_hours, answer.hours_drawn),
    }


def _share(share: float | None, drawn: int) -> str:
    """Say a share of draws as a count of them."""
    return "not drawn" if share is None else f"in {round(share * drawn)} of {drawn} draws"
