"""What is expected of one child: whether it is met, and how it is said."""

from collections.abc import Callable, Collection, Mapping

from planner.engine.review.positions import NO_CONTACT

_AT_LEAST = frozenset({"obligations", "never_missed"})


def met(name: str, wanted: object, found: object) -> bool:
    """Whether a policy gives what is expected; lists of what is owed may hold more."""
    if isinstance(wanted, tuple) and isinstance(found, tuple):
        missing = set(wanted) - set(found)
        return not missing and (name in _AT_LEAST or set(wanted) == set(found))
    return wanted == found


def words(name: str, value: object) -> str:
    """Say what is expected or found of a child, in a few plain words."""
    return _WORDS[name](value)


def _listed(label: str) -> Callable[[object], str]:
    def say(value: object) -> str:
        rows = [str(row) for row in value] if isinstance(value, Collection) else []
        return f"{label}: {'; '.join(rows) or 'none'}"

    return say


def _contact(when: str) -> Callable[[object], str]:
    def say(value: object) -> str:
        return f"no standing contact {when}" if value == NO_CONTACT else f"seen {value} {when}"

    return say


def _either(yes: str, no: str) -> Callable[[object], str]:
    return lambda value: yes if value else no


_WORDS: Mapping[str, Callable[[object], str]] = {
    "tier": lambda value: f"{value}",
    "band": lambda value: f"band {value}" if value else "no band",
    "groups": _listed("next-priority groups"),
    "judgement_first": _either(
        "listed first under needs your judgement", "not listed first under needs your judgement"
    ),
    "contact": _contact("while allocated"),
    "contact_awaiting": _contact("while awaiting"),
    "counted": lambda value: f"hours counted: {value}",
    "never_deallocated": _either(
        "never a candidate for de-allocation", "may be considered for de-allocation"
    ),
    "obligations": _listed("obligations shown"),
    "never_missed": _listed("never missed"),
}
