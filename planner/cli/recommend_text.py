"""Who could take whom, as text: those who fit, everybody's facts, and what it would leave."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from planner.cli.layout import document, full_day, hours, paragraphs, section, table
from planner.data.fit import Fit, WhoCouldTake, WhomCouldTake
from planner.report.fit_words import (
    NOBODY_FITS,
    STILL,
    child_words,
    fits_words,
    language_words,
    least_undone,
    leaving_words,
    left_words,
    skills_words,
)


def who_text(answer: WhoCouldTake) -> str:
    """Give who could take one family as a document."""
    return document(
        paragraphs(_heading(answer), indent=""),
        section("Who could", _suggested(answer.fits, _practitioner)),
        section("Everybody present", _facts(answer.fits, "practitioner", _practitioner)),
        section("What stands between", _against(answer.fits, _practitioner)),
        section("What each would leave", _leaves(answer.fits, _practitioner)),
        paragraphs(_away(answer), indent=""),
    )


def whom_text(answer: WhomCouldTake) -> str:
    """Give whom one practitioner could take as a document."""
    name = f"{answer.practitioner} {answer.label}".strip()
    left = answer.left_half_hours
    room = f"has {hours(left)} left within" if left >= 0 else f"is {hours(-left)} over"
    waiting = len(answer.fits)
    count = "1 family awaits" if waiting == 1 else f"{waiting} families await"
    return document(
        paragraphs(
            [
                f"Whom could {name} take? {name} {room} the limit; {count}.",
                f"{_base(answer.arrangement, answer.as_at)} {STILL}",
            ],
            indent="",
        ),
        section("Which could", _suggested(answer.fits, _family)),
        section("Every family awaiting", _facts(answer.fits, "family", _family)),
        section("What stands between", _against(answer.fits, _family)),
        section("What each would leave", _leaves(answer.fits, _family)),
    )


def _base(arrangement: str, as_at: date) -> str:
    return f"{arrangement[:1].upper()}{arrangement[1:]}, {full_day(as_at)}."


def _heading(answer: WhoCouldTake) -> Iterator[str]:
    family = "a new family" if answer.new else f"family {answer.unit}"
    children = (child_words(answer, child) for child in answer.children)
    yield f"Who could take {family}: {', '.join(children)}?"
    held = f" {answer.holder} holds it." if answer.holder else " It awaits allocation."
    yield f"{_base(answer.arrangement, answer.as_at)}{held if not answer.new else ''} {STILL}"


def _practitioner(fit: Fit) -> str:
    return f"{fit.practitioner} {fit.label}".strip()


def _family(fit: Fit) -> str:
    return fit.unit


def _suggested(fits: Sequence[Fit], name: Callable[[Fit], str]) -> list[str]:
    """Say who could; the few that leave least undone stand in the order of their names."""
    chosen = [fit for fit in fits if fit.suggested]
    fitting = sum(fit.fits for fit in fits)
    if not fits:
        return ["  Nobody awaits."]
    if not chosen:
        return [f"  {NOBODY_FITS}"]
    words = [f"{name(fit)}: {fits_words(fit)}" for fit in chosen]
    return [*paragraphs(words), *paragraphs([least_undone(fitting, len(chosen))])]


def _facts(fits: Sequence[Fit], kind: str, name: Callable[[Fit], str]) -> list[str]:
    people = kind == "practitioner"
    rows = [
        (
            name(fit),
            hours(fit.needs_half_hours),
            left_words(fit),
            f"{fit.one_way_minutes} min",
            language_words(fit) or "-" if people else fit.tier.value,
            ", ".join(fit.known) or "-",
            skills_words(fit),
        )
        for fit in fits
    ]
    fifth = "language" if people else "priority"
    headings = (kind, "needs", "left after", "one way", fifth, "known", "skills and grade")
    return table(headings, rows, right={1, 2, 3})


def _against(fits: Sequence[Fit], name: Callable[[Fit], str]) -> list[str]:
    return paragraphs(
        [
            f"{name(fit)}: {'; '.join(_after_name(text, name(fit)) for text in fit.against)}."
            for fit in fits
            if fit.against
        ],
        bullet="- ",
    )


def _after_name(sentence: str, name: str) -> str:
    """Leave out a name that stands before the sentence already, and its full stop."""
    return sentence.removesuffix(".").removeprefix(f"{name} ")


def _leaves(fits: Sequence[Fit], name: Callable[[Fit], str]) -> list[str]:
    """Say for each placement that breaks no rule what changes for everybody else."""
    return paragraphs(
        [f"{name(fit)}: {'; '.join(_leaving(fit))}." for fit in fits if fit.fits], bullet="- "
    )


def _leaving(fit: Fit) -> Iterator[str]:
    yield from leaving_words(fit)
    changed = [stage for stage in fit.stages if stage.policy and stage.difference]
    if not changed:
        yield "no policy stage changes"
        return
    first, *others = changed
    more = f" (and {len(others)} later)" if others else ""
    yield f"first stage to change: {first.title}, {first.before:,} to {first.after:,}{more}"


def _away(answer: WhoCouldTake) -> list[str]:
    return [f"Away the whole cycle: {', '.join(answer.away)}."] if answer.away else []
