"""Small pieces of wording that counts and amounts share."""

from planner.data.plan import GivenWay


def children(count: int) -> str:
    """Say a number of children."""
    return plural(count, "child", "children")


def families(count: int) -> str:
    """Say a number of families."""
    return plural(count, "family", "families")


def contacts(count: int) -> str:
    """Say a number of contacts that fit, or do not."""
    return "1 contact with a child fits" if count == 1 else f"{count} contacts with children fit"


def hours(half_hours: int) -> str:
    """Say half-hours as hours."""
    return f"{half_hours / 2:g} h"


def plural(count: int, one: str, many: str = "") -> str:
    """Say a number of something; ``many`` blank means the word takes an s."""
    return f"{count} {one if count == 1 else many or one + 's'}"


_COUNTED = {
    "children": ("more child", "more children"),
    "intensive": ("more intensive infant", "more intensive infants"),
    "high_risk": ("more high-risk child", "more high-risk children"),
    "new_families": ("more new family", "more new families"),
    "changes": ("more change of practitioner", "more changes of practitioner"),
    "deallocations": ("more child de-allocated", "more children de-allocated"),
}


def gives_way(give: GivenWay) -> str:
    """Say which limit gives way, for whom, and by how much."""
    if give.limit == "hours":
        return f"{give.practitioner} goes {hours(give.amount)} over the limit to hold {give.unit}"
    if give.limit == "fit":
        lacks = "a skill or grade" if give.amount == 1 else f"{give.amount} skills or grades"
        return f"{give.practitioner} holds {give.unit} without {lacks} that its children need"
    counted = f"{plural(give.amount, *_COUNTED[give.limit])} than the limit"
    if not give.unit:
        return counted
    return f"{give.practitioner} holds {counted}, to hold {give.unit}"
