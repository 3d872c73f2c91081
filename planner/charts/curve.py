"""A capacity curve as a chart: children awaiting by tier against hours."""

import altair as alt

from planner.charts.lines import Level, Lines, strips
from planner.data.curve import Curve, CurveOf

_AXES = {
    CurveOf.PRACTITIONER: "Hours a cycle, more or fewer than the limit now",
    CurveOf.EVERYONE: "Hours a cycle, more or fewer than now for each practitioner",
    CurveOf.ADDED: "Hours a cycle of a further practitioner",
}
_SIGNED = "datum.value == 0 ? '0' : format(datum.value, '+~g')"
_BEYOND = 0.1


def curve_chart(curve: Curve) -> alt.VConcatChart:
    """Draw who awaits with more or fewer hours; a line falls where a step is."""
    title = _title(curve)
    hours = [step.half_hours / 2 for step in curve.steps] or [0.0]
    low, high = min(0.0, *hours), max(0.0, *hours)
    beyond = high + max(1.0, (high - low) * _BEYOND)
    lines = Lines(
        levels=[Level(step.half_hours / 2, step.reached) for step in curve.steps],
        low=low,
        high=max(high, min(beyond, curve.most / 2)),
        title=_AXES[curve.of],
        marked=0,
        mark="now",
        labels="datum.label" if curve.of is CurveOf.ADDED else _SIGNED,
    )
    said = " ".join((f"{title}.", *curve.headline, *(step.sentence for step in curve.steps)))
    return strips(lines, title, curve.headline, said)


def _title(curve: Curve) -> str:
    if curve.of is CurveOf.PRACTITIONER:
        return f"Children awaiting, by hours of {curve.label or curve.practitioner}"
    if curve.of is CurveOf.EVERYONE:
        return "Children awaiting, by everyone's hours"
    return "Children awaiting, by hours of a further practitioner"
