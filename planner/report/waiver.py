"""What a manager's waiver lifts when a case is locked to somebody, and what nothing lifts."""

from planner.rules import ADDITIVE, RULES

_LIFTED = (*(limit.id for limit in ADDITIVE), "fit")


def waiver_words(practitioner: str) -> tuple[str, str]:
    """Say which limits a waiver lifts for one family with one practitioner, and what never."""
    titles = {rule.id: rule.title.lower() for rule in RULES}
    *others, last = (titles[rule] for rule in _LIFTED)
    return (
        f"It lifts, for {practitioner} with this family only and by the amount that the plan "
        f"shows: {', '.join(others)} and {last}.",
        "It lifts nothing else: no conflict of interest, no bar, no absence, and no limit on "
        "changes of practitioner or de-allocations.",
    )
