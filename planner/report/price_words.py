"""How choices with a price are said, the same on every door: fronts, curves and draws."""

from planner.data.curve import Curve, CurveOf, CurveStep
from planner.data.robustness import Robustness
from planner.report.wording import hours, plural

EQUAL_NOTE = (
    "Where a step is marked ~, equal children might be named instead: "
    "there was no time to tell them apart. Its figures stand."
)


def sure_words(proven: bool, settled: bool, gradual: bool) -> str:
    """Say how sure a step is."""
    words = ["proven" if proven else "not proven"]
    words += ["half-hour by half-hour"] if gradual else []
    return ", ".join(words) + ("" if settled else " ~")


def curve_amount(curve: Curve, step: CurveStep) -> str:
    """Say the hours of a step, with the limit that they make where it is one person's."""
    if curve.of is CurveOf.ADDED:
        return hours(step.half_hours)
    change = f"{step.half_hours / 2:+g} h" if step.half_hours else "now"
    limit = "" if step.limit_half_hours is None else f" ({hours(max(0, step.limit_half_hours))})"
    return f"{change}{limit}"


def full_time_words(step: CurveStep) -> str:
    """Say the hours of a step as a share of a full-time practitioner's."""
    return f"{step.full_time:+.2f}" if step.half_hours else "0"


def flat_words(curve: Curve) -> str:
    """Say where nothing changes any more, and what was not tried; blank without steps."""
    if not curve.steps:
        return ""
    words = []
    if curve.flat_above:
        words.append("More hours than the last step change nothing.")
    elif not curve.complete:
        words.append("Not finished in the time given: what is here stands, more may follow.")
    else:
        words.append(f"Tried up to {curve.most / 2:+g} h.")
    if curve.flat_below and curve.of is not CurveOf.ADDED:
        words.append("Fewer hours than the first step change nothing.")
    return " ".join(words)


def unanswered_words(names: tuple[str, ...]) -> str:
    """Say for whom the time did not suffice; blank where it did for everyone."""
    return f"No time was left for {', '.join(names)}." if names else ""


def drawn_words(answer: Robustness) -> str:
    """Say how many draws were made, and how far off each amount might be."""
    return (
        f"{answer.scenario}: {plural(answer.points_drawn, 'draw')} of points and "
        f"{answer.hours_drawn} of hours, each up to {100 * answer.spread:.0f} % off, "
        f"of {answer.asked} asked."
    )


SHARES = "Shares are of draws in which somebody holds the case."
NOT_ALL_DRAWN = "Not all draws were made, or proven, in the time given."
