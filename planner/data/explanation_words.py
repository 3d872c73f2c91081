"""What an explanation says in a few plain words, the same on every door."""

from collections.abc import Mapping

from planner.data.explanation import (
    Explanation,
    Helps,
    Latitude,
    Placed,
    Settled,
    Tipping,
    TippingKind,
)

LATITUDES: Mapping[Latitude, str] = {
    Latitude.YOUR_CALL: "Your call: equally good plans differ here",
    Latitude.NOT_POSSIBLE: "Not possible: every equally good plan lets them wait",
    Latitude.SETTLED: "Settled: every equally good plan places them so",
    Latitude.UNKNOWN: "Not known in the time given",
}
"""What is left to choose for a family, in the order in which a manager asks."""

_ORDER: Mapping[TippingKind, str] = {
    TippingKind.NOT_ASKED: "Mandatory or pinned: always allocated, whatever stands before it.",
    TippingKind.UNKNOWN: "What would change this is not known in the time given.",
}
_LIMITS = "No place in its group would do: within the limits no plan allocates the family."


def fact_words(fact: Helps) -> str:
    """Say a fact that would let a child in, and who would hold the case then."""
    return f"{fact.sentence}: then with {fact.holder}{'' if fact.proven else ' (not proven)'}."


def places_words(unit: Placed) -> str:
    """Say with whom a unit may be among equally good plans."""
    return ", ".join(holder or "nobody: awaiting" for holder in unit.holders)


def equally_good_words(answer: Settled) -> str:
    """Say which plans count as equally good."""
    if not answer.tolerance:
        return "plans are equally good where stages 0 to 3 cost the same."
    return (
        "counted as equally good are plans that cost the same down to stage 2, "
        f"and at most {answer.tolerance} points more in stages 3a and 3b."
    )


def order_words(each: Explanation) -> str:
    """Say what the order inside a child's group has to do with where the child is.

    Never a number of points to reach: points are policy, and no figure of a child's.
    """
    tips = each.tipping
    if tips.kind in _ORDER:
        return _ORDER[tips.kind]
    if tips.kind is TippingKind.POINTS:
        certain = "" if tips.proven else " This is not proven."
        return f"{_by_order(each)}{certain}"
    if tips.kind is TippingKind.ANY:
        return _anywhere(tips)
    return _LIMITS if tips.stage == "0" else _stands_before(each)


def _by_order(each: Explanation) -> str:
    if each.holder:
        return (
            f"The order inside its group ({each.tier.value}) decides: the family is allocated "
            "because of what is on the record; with other facts another plan may be better."
        )
    return (
        f"The order inside its group ({each.tier.value}) decides: what the plan does instead comes "
        "first by the policy's factors. A fact that is not on the record yet may change this."
    )


def _anywhere(tips: Tipping) -> str:
    if not tips.stage:
        return "No plan lets the family wait, wherever it stands in its group."
    return (
        f"Wherever it stands in its group: allocating it is better at an earlier stage "
        f"({tips.stage})."
    )


def _stands_before(each: Explanation) -> str:
    stage = each.tipping.stage
    titles = {row.stage: row.title for row in each.counterfactual.differences}
    title = titles.get(stage, "an earlier stage")
    return (
        f"No place in its group would do: what stands before it is {title[:1].lower()}{title[1:]} "
        f"(stage {stage})."
    )
