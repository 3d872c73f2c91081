"""Small pieces of wording that counts and amounts share."""

from planner.data.plan import GivenWay


def children(count: int) -> str:
    """Say a number of children."""
    return "1 child" if count == 1 else f"{count} children"


def families(count: int) -> str:
    """Say a number of families."""
    return "1 family" if count == 1 else f"{count} families"


def contacts(count: int) -> str:
    """Say a number of contacts that fit, or do not."""
    return "1 contact with a child fits" if count == 1 else f"{count} contacts with children fit"


def hours(half_hours: int) -> str:
    """Say half-hours as hours."""
    return f"{half_hours / 2:g} h"


_WHAT = {
    "children": "more children than the limit",
    "intensive": "more intensive infants than the limit",
    "high_risk": "more high-risk children than the limit",
    "new_families": "more new families than the limit",
}


def gives_way(give: GivenWay) -> str:
    """Say which limit gives way, for whom, and by how much."""
    if give.limit == "changes":
        return f"{give.amount} more changes of practitioner than the limit"
    if give.limit == "deallocations":
        return f"{give.amount} more children de-allocated than the limit"
    if give.limit == "hours":
        return f"{give.practitioner} goes {hours(give.amount)} over the limit to hold {give.unit}"
    if give.limit == "fit":
        lacks = "a skill or grade" if give.amount == 1 else f"{give.amount} skills or grades"
        return f"{give.practitioner} holds {give.unit} without {lacks} that its children need"
    what = _WHAT[give.limit]
    return f"{give.practitioner} holds {give.amount} {what}, to hold {give.unit}"
