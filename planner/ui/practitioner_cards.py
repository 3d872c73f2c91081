"""Cards of one practitioner: hours by family, and the families awaiting that could be added.

Facts of hours and fit in the order of ids; nothing here says how anybody works.
"""

from collections.abc import Iterator, Mapping

from planner.data.cases_held import CasesHeld
from planner.data.fit import Fit, WhomCouldTake
from planner.data.plan import Plan
from planner.data.scenario import Scenario
from planner.report.fit_words import (
    fits_words,
    language_words,
    leaving_words,
    left_words,
    skills_words,
)
from planner.ui.markup import article, cards, facts, listed
from planner.ui.practitioner_rows import parts, person_facts
from planner.ui.words import hours, title

_SUGGESTED = "Suggested"


def person_card(plans: Mapping[str, Plan], scenario: Scenario, practitioner: str) -> str:
    """Write the hours in each plan, the work and the leave of a practitioner."""
    rows = person_facts(plans, scenario, practitioner)
    return cards([article("Hours, work and leave", facts(rows))])


def made_of_cards(held: CasesHeld) -> str:
    """Write what each family's hours are made of."""
    return cards(
        article(
            _family(row.children, row.unit),
            facts(parts(row.made_of)),
            quiet="Stays" if row.held_now else "Taken on",
        )
        for row in held.families
    )


def next_cards(answer: WhomCouldTake) -> str:
    """Write every family awaiting with this practitioner, in the order of their ids."""
    return cards(_next(fit) for fit in answer.fits)


def _next(fit: Fit) -> str:
    rows = (
        ("Priority", title(fit.tier.value)),
        ("Takes", f"{hours(fit.needs_half_hours)} a cycle"),
        ("Left after", left_words(fit)),
        ("One way", f"{fit.one_way_minutes} min"),
        ("Language", language_words(fit)),
        ("Skills", skills_words(fit) if fit.skills or fit.missing_grade else ""),
    )
    return article(
        _family(fit.children, fit.unit), facts(rows), listed(_lines(fit)), quiet=_verdict(fit)
    )


def _family(children: tuple[str, ...], unit: str) -> str:
    return f"{', '.join(children)} (family {unit})"


def _verdict(fit: Fit) -> str:
    if not fit.fits:
        return "Does not fit: see below"
    return f"{_SUGGESTED}: {fits_words(fit)}" if fit.suggested else title(fits_words(fit))


def _lines(fit: Fit) -> Iterator[str]:
    """Yield what it would leave for everybody else, or what stands between."""
    if fit.fits:
        yield from (f"{title(text)}." for text in leaving_words(fit))
    yield from fit.against
