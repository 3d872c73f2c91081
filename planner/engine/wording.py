"""Small pieces of wording that counts and amounts share."""


def children(count: int) -> str:
    """Say a number of children."""
    return "1 child" if count == 1 else f"{count} children"


def families(count: int) -> str:
    """Say a number of families."""
    return "1 family" if count == 1 else f"{count} families"


def hours(half_hours: int) -> str:
    """Say half-hours as hours."""
    return f"{half_hours / 2:g} h"
