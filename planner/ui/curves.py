"""Capacity curves as a page shows them: whose hours, their steps, and the team as it is."""

from collections.abc import Mapping, Sequence

from planner.data.adjustment import Adjustment
from planner.data.curve import Curve, CurveOf, Joining
from planner.data.scenario import Scenario
from planner.data.vocabulary import Grade
from planner.engine.tradeoffs.loading import step_gain
from planner.report.price_words import curve_amount, flat_words, sure_words
from planner.ui.choices import Choice, Mark
from planner.ui.sides import WHAT_IF

EVERYONE, FURTHER = "everyone", "further"
NEARBY = (10, 20, 40)
"""How far from now hours may be varied; further is seldom asked and takes far longer."""

LEAD = (
    "Which children would be allocated with more hours, and which would await with fewer, exact "
    "to the half-hour. Hours are those a cycle. This is about hours and children, never about "
    "anybody's work."
)
LABEL = "Draw the curve"
TAKES = "Takes from a few seconds to a minute."
_KIND = "Least hours for it"
_ACROSS = {
    CurveOf.PRACTITIONER: "Hours a cycle, more or fewer",
    CurveOf.EVERYONE: "Hours a cycle each, more or fewer",
    CurveOf.ADDED: "Hours a cycle of somebody further",
}


def whose(scenario: Scenario, present: Sequence[str]) -> Mapping[str, str]:
    """Give whose hours can be varied, with the words for each; those here in order of ids."""
    labels = {person.practitioner: person.label for person in scenario.practitioners}
    people = {
        name: " · ".join(filter(None, (name, labels.get(name, "")))) for name in sorted(present)
    }
    return {EVERYONE: "Everyone", **people, FURTHER: "A further practitioner"}


def grades() -> list[Grade]:
    """List the grades that hold cases, the usual one first."""
    return sorted((g for g in Grade if g.carries), key=lambda grade: grade is not Grade.CPP4)


def joining(grade: Grade, zone: str, team: str) -> Joining:
    """Say who would join; a blank zone is the team's base."""
    return Joining(grade=grade, zone=zone, team=team)


def zones(scenario: Scenario) -> list[str]:
    """List the zones of the team's people and children, the team's base first as a blank."""
    known = {person.zone for person in scenario.practitioners}
    return ["", *sorted((known | {child.zone for child in scenario.children}) - {""})]


def curve_choices(curve: Curve, changes: Sequence[tuple[Adjustment, ...]]) -> list[Choice]:
    """Give the steps of a curve as choices; hours of somebody further cannot be loaded."""
    loaded = curve.of is not CurveOf.ADDED
    return [
        Choice(
            kind=_KIND,
            name=curve_amount(curve, step),
            reached=step.reached,
            at=step.half_hours / 2,
            sure=sure_words(step.proven, step.settled, step.gradual),
            changes=wanted if loaded and (wanted or not step.half_hours) else None,
            gain=step_gain(before, step),
            moved=tuple(shift.sentence for shift in step.moved),
            plan=step.choices,
        )
        for before, step, wanted in zip((None, *curve.steps), curve.steps, changes, strict=False)
    ]


def curve_marks(curve: Curve) -> list[Mark]:
    """Give the what-if as it is: no hours more or fewer."""
    return [Mark(WHAT_IF, curve.now, 0.0)] if curve.now else []


def across_title(curve: Curve) -> str:
    """Say what the axis of a curve counts."""
    return _ACROSS[curve.of]


def curve_lines(curve: Curve) -> list[str]:
    """Say how many hours it takes, what else stands before it, and where nothing changes."""
    return [
        *curve.headline,
        *(f"What else stands before it: {line}" for line in curve.not_enough),
        *filter(None, [flat_words(curve)]),
    ]
