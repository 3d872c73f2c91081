"""A front as a chart: children awaiting by tier against what is allowed."""

import altair as alt

from planner.charts.lines import Level, Lines, strips
from planner.data.front import Front, FrontOf

_TITLES = {
    FrontOf.CONTACTS: ("What missing more contact would buy", "Contacts that may be missed"),
    FrontOf.DEALLOCATIONS: ("What de-allocations would buy", "De-allocations allowed"),
    FrontOf.CHANGES: ("What changes of practitioner would buy", "Changes of practitioner allowed"),
    FrontOf.HOURS: ("What hours would buy", "Hours a cycle more in everyone's limit"),
}
_WHOLE = "datum.value == floor(datum.value) ? datum.label : ''"


def front_chart(front: Front) -> alt.VConcatChart:
    """Draw each choice worth making; between two of them nothing is bought.

    The sentences of the front stand under the title, and all of its steps are in
    the description for screen readers.
    """
    title, axis = _TITLES[front.of]
    amounts = [step.amount for step in front.steps]
    last = max([front.now, 1, *amounts]) if front.now < 2 * max([1, *amounts]) else max(amounts)
    lines = Lines(
        levels=[Level(step.amount, step.reached) for step in front.steps],
        low=0,
        high=last,
        title=axis,
        marked=front.now,
        mark="plan in hand",
        labels=_WHOLE,
    )
    said = " ".join((f"{title}.", *front.headline, *(step.sentence for step in front.steps)))
    return strips(lines, f"{title}: children awaiting", front.headline, said)
