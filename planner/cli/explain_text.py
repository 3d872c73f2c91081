"""Explanations as text, said as one would say them to a manager."""

from planner.cli.layout import document, paragraphs, section, table
from planner.data.explanation import Explanation, Explanations, Latitude, Placed, Settled
from planner.data.explanation_words import (
    LATITUDES,
    equally_good_words,
    fact_words,
    places_words,
)


def explained_text(answer: Explanations) -> str:
    """Give the explanations of some children as a document, one after the other."""
    return document(
        *(_child(each) for each in answer.explained),
        section("Not answered in the time given", paragraphs([", ".join(answer.unanswered)]))
        if answer.unanswered
        else [],
        ["The planner explains; the manager decides, child by child."],
    )


def _child(each: Explanation) -> list[str]:
    where = f"with {each.holder}" if each.holder else "awaiting allocation"
    name = f"{each.child} {each.label}".rstrip()
    return [
        f"{name}: {each.tier.value}, {where}",
        *_part("Why", each.why),
        *_part("Who cannot hold the case", [s for row in each.screen for s in row.sentences]),
        *_part(f"With {each.counterfactual.asked}", each.counterfactual.sentences),
        *_part("What would change this", [each.tipping.sentence, *map(fact_words, each.helps)]),
        *([] if each.proven else ["  Not all of this is proven: give it more time."]),
    ]


def _part(title: str, sentences: list[str] | tuple[str, ...]) -> list[str]:
    if not sentences:
        return []
    return [f"  {title}", *paragraphs(sentences, indent="    ", bullet="- ")]


def settled_text(answer: Settled) -> str:
    """Say what all equally good plans share, and how they differ."""
    return document(
        [f"{answer.scenario}: {equally_good_words(answer)}"],
        *(section(title, _placements(answer, kind)) for kind, title in LATITUDES.items()),
        *(
            section(
                f"Another plan as good, {number}: {other.differing} families placed otherwise",
                paragraphs((shift.sentence for shift in other.shifts), bullet="- "),
            )
            for number, other in enumerate(answer.others, start=1)
        ),
        [] if answer.proven else ["Not all of this is proven: give it more time."],
    )


def _placements(answer: Settled, kind: Latitude) -> list[str]:
    rows = [_row(unit) for unit in answer.units if unit.latitude is kind]
    return table(("unit", "children", "priority", "may be with"), rows) if rows else []


def _row(unit: Placed) -> tuple[str, str, str, str]:
    return unit.unit, " ".join(unit.children), unit.tier.value, places_words(unit)
