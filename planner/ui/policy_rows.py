"""The policy as rows: tiers, points, numbers, paragraphs, and what is not modelled and why."""

import re
from collections.abc import Callable, Mapping, Sequence

from planner.data.policy import Policy
from planner.data.policy_numbers import policy_numbers
from planner.ui.words import Row, title

_TIERS = "tier."
_FILLED_IN = re.compile(r"\$(\w+)")


def _tier_rows(policy: Policy) -> list[Row]:
    return [
        {"What puts a child there": _text(row.text), "Paragraph": row.paragraph}
        for row in policy.sentences
        if row.id.value.startswith(_TIERS)
    ]


def _text(text: str) -> str:
    """Show what is filled in later in brackets, where the file marks it otherwise."""
    return _FILLED_IN.sub(r"[\1]", text).replace("_", " ")


def _band_rows(policy: Policy) -> list[Row]:
    known = {row.id for row in policy.paragraphs}
    return [
        {
            "Consequence of harm": title(row.consequence.value),
            "Probability": title(row.probability.value),
            "High risk": f"band ({row.band.value})",
            "Paragraph": name if (name := f"BAND-{row.band.value.upper()}") in known else "",
        }
        for row in policy.judgements
    ]


def _factor_rows(policy: Policy) -> list[Row]:
    return [
        {
            "Factor": row.title,
            "Part of 2254": title(row.part),
            "Yes": f"puts in group: {row.group.value}" if row.group else str(row.points),
            "Not known": str(row.unknown_points),
            "Paragraph": row.paragraph,
        }
        for row in policy.factors
    ]


def _indicator_rows(policy: Policy) -> list[Row]:
    return [
        {
            "Indicator": row.title,
            "Line": policy.deallocation.heading(row.bears_on),
            "No": str(row.no_points),
            "Not known": str(row.unknown_points),
            "Paragraph": row.paragraph,
        }
        for row in policy.indicators
    ]


def _stage_rows(policy: Policy) -> list[Row]:
    return [
        {
            "Stage": row.id,
            "What comes first": row.title,
            "Kind": "policy" if row.policy else "between equally good plans",
            "When": "where de-allocations are considered"
            if row.only_with_deallocations
            else "always",
        }
        for row in policy.stages
    ]


def _number_rows(policy: Policy) -> list[Row]:
    return [
        {
            "What": row.title,
            "About": row.group,
            "Amount": row.amount,
            "Paragraph": row.paragraph,
            "Source of the number": row.source.value,
        }
        for row in policy_numbers(policy)
    ]


def _task_rows(policy: Policy) -> list[Row]:
    return [
        {
            "Dated task": row.title,
            "Usual hours": f"{row.hours.normalize():f} h",
            "May be missed": "yes, and named" if row.optional else "never",
            "Paragraph": row.paragraph,
        }
        for row in policy.tasks
    ]


def _obligation_rows(policy: Policy) -> list[Row]:
    return [
        {"What is owed": row.text, "To whom": title(row.when.value), "Paragraph": row.paragraph}
        for row in policy.obligations
    ]


def _record_rows(policy: Policy) -> list[Row]:
    return [
        {"Part of the record": row.heading, "Asked": row.prompt, "Paragraph": row.paragraph}
        for row in policy.rationale
    ]


def _said_rows(policy: Policy) -> list[Row]:
    return [
        {"Sentence": _text(row.text), "Paragraph": row.paragraph}
        for row in policy.sentences
        if not row.id.value.startswith(_TIERS)
    ]


def _paragraph_rows(policy: Policy) -> list[Row]:
    return [
        {
            "Paragraph": row.id,
            "Source": row.source.value,
            "Heading": row.heading,
            "In our own words": row.text,
        }
        for row in policy.paragraphs
    ]


def _not_modelled_rows(policy: Policy) -> list[Row]:
    return [
        {"What it says": row.text, "Source": row.source.value, "Why not modelled": row.because}
        for row in policy.not_modelled
    ]


SECTIONS: Mapping[str, Callable[[Policy], list[Row]]] = {
    "Tiers: what puts a child there": _tier_rows,
    "Bands of high risk": _band_rows,
    "Points of factors inside a tier or band": _factor_rows,
    "De-allocation indicators": _indicator_rows,
    "What comes first": _stage_rows,
    "Numbers, and where each comes from": _number_rows,
    "Dated tasks": _task_rows,
    "Obligations": _obligation_rows,
    "Record of a de-allocation": _record_rows,
    "What the planner says": _said_rows,
    "Paragraphs and sources": _paragraph_rows,
    "Not modelled, and why": _not_modelled_rows,
}
"""The sections of the policy, in the order in which they are read."""


def heading(policy: Policy) -> str:
    """Say which policy it is, so that a plan's own words can be held against it."""
    return f"Policy {policy.name}, version {policy.version}, digest {policy.digest[:12]}"


def matching(rows: Sequence[Row], asked: str) -> list[Row]:
    """Keep the rows that have every word that was asked for, in whichever column."""
    wanted = asked.casefold().split()
    return [row for row in rows if _has(" ".join(row.values()).casefold(), wanted)]


def _has(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)
