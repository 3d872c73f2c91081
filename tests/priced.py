"""Hand-made answers about choices with a price: a reader of a test sees only what matters."""

from planner.data.curve import Absences, Absent, Curve, CurveOf, CurveStep
from planner.data.explanation import Shift
from planner.data.front import Front, FrontOf, FrontStep, Reached
from planner.data.vocabulary import Tier


def reached(high: int = 0, remaining: int = 0, **facts: int) -> Reached:
    """Count a plan in which so many children await, nothing else being of note."""
    counts = {Tier.MANDATORY: 0, Tier.HIGH: high, Tier.NEXT: 0, Tier.REMAINING: remaining}
    counts[Tier.MANDATORY] = facts.pop("mandatory", 0)
    zero = dict.fromkeys(
        ("contacts_missed", "contacts_missed_watched", "changes", "deallocations"), 0
    )
    return Reached.model_validate({"awaiting_by_tier": counts, **zero, **facts})


def shift(unit: str, before: str, after: str) -> Shift:
    """Place a family of one child otherwise."""
    return Shift(
        unit=unit,
        children=(f"{unit}1",),
        tier=Tier.HIGH,
        before=before,
        after=after,
        sentence=f"{unit}1 from {before or 'nobody'} to {after or 'nobody'}.",
    )


def step(amount: int, at: Reached, *moved: Shift, words: str = "", **facts: object) -> FrontStep:
    """Make a proven step of a front."""
    usual = {"proven": True, "settled": True, "sentence": f"{words or amount}: as engines say it."}
    return FrontStep.model_validate(
        {"amount": amount, "reached": at, "moved": moved, **usual, **facts}
    )


def front(of: FrontOf, *steps: FrontStep, now: int = 0) -> Front:
    """Make a front that is finished and proven."""
    return Front(
        scenario="made", of=of, now=now, steps=steps, complete=True, proven=True, seconds=0.1
    )


def curve(of: CurveOf, *steps: tuple[int, Reached], **facts: object) -> Curve:
    """Make a curve of steps at these half-hours, finished and proven."""
    made = [
        CurveStep(
            half_hours=half_hours,
            full_time=half_hours / 200,
            reached=at,
            proven=True,
            settled=True,
            sentence=f"{half_hours}: as engines say it.",
        )
        for half_hours, at in steps
    ]
    usual: dict[str, object] = {"least": -20, "most": 20, "complete": True, "proven": True}
    return Curve.model_validate(
        {"scenario": "made", "of": of, "steps": made, "seconds": 0.1, **usual, **facts}
    )


def absent(name: str, at: Reached | None, **facts: object) -> Absent:
    """Make what one absence would mean, proven."""
    usual = {"proven": True, "sentence": f"Without {name}: something; nothing else changes."}
    return Absent.model_validate({"practitioner": name, "reached": at, **usual, **facts})


def absences(now: Reached, *lines: Absent, **facts: object) -> Absences:
    """Make an answer about everybody's absence."""
    return Absences.model_validate(
        {"scenario": "made", "now": now, "lines": lines, "proven": True, "seconds": 0.1, **facts}
    )
