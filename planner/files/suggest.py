"""The nearest known name, for a name that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """Give ``; did you mean ...?`` where one known name is near, else nothing."""
    by_key = {other.casefold(): other for other in known}
    found = get_close_matches(name.casefold()[:100], by_key, n=1)
    return f"; did you mean {by_key[found[0]]}?" if found else ""


def listed(names: Iterable[str], most: int = 12) -> str:
    """List the first names of many, in order, with three dots where there are more."""
    known = sorted(names)
    return ", ".join(known[:most]) + (", ..." if len(known) > most else "")
