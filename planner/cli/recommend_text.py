"""Who could take whom, as text: those who fit, everybody's facts, and what it would leave."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from planner.cli.layout import document, full_day, hours, paragraphs, section, table
from planner.data.fit import Fit, WhoCouldTake, WhomCouldTake
from planner.data.vocabulary import Tier

_WATCHED = f"{Tier.MANDATORY.value}, high-risk or under-two children"
_STILL = "Everybody keeps what they hold; only this family would move."


def who_text(answer: WhoCouldTake) -> str:
    """Give who could take one family as a document."""
    return document(
        paragraphs(_heading(answer), indent=""),
        section("Who could", _suggested(answer.fits, answer.top, _practitioner)),
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
                f"{_base(answer.arrangement, answer.as_at)} {_STILL}",
            ],
            indent="",
        ),
        section("Which could", _suggested(answer.fits, answer.top, _family)),
        section("Every family awaiting", _facts(answer.fits, "family", _family)),
        section("What stands between", _against(answer.fits, _family)),
        section("What each would leave", _leaves(answer.fits, _family)),
    )


def _base(arrangement: str, as_at: date) -> str:
    return f"{arrangement[:1].upper()}{arrangement[1:]}, {full_day(as_at)}."


def _heading(answer: WhoCouldTake) -> Iterator[str]:
    family = "a new family" if answer.new else f"family {answer.unit}"
    yield f"Who could take {family}: {', '.join(map(_child(answer), answer.children))}?"
    held = f" {answer.holder} holds it." if answer.holder else " It awaits allocation."
    yield f"{_base(answer.arrangement, answer.as_at)}{held if not answer.new else ''} {_STILL}"


def _child(answer: WhoCouldTake) -> Callable[[str], str]:
    def said(child: str) -> str:
        band = answer.bands.get(child)
        return f"{child} {answer.tiers[child].value}{f' ({band.value})' if band else ''}"

    return said


def _practitioner(fit: Fit) -> str:
    return f"{fit.practitioner} {fit.label}".strip()


def _family(fit: Fit) -> str:
    return fit.unit


def _suggested(fits: Sequence[Fit], top: int, name: Callable[[Fit], str]) -> list[str]:
    """Say who could; the few that leave least undone stand in the order of their names."""
    chosen = [fit for fit in fits if fit.suggested]
    fitting = sum(fit.fits for fit in fits)
    if not fits:
        return ["  Nobody awaits."]
    if not chosen:
        return ["  None fits within every limit: see what stands between."]
    words = [f"{name(fit)}: {_fits(fit)}" for fit in chosen]
    more = (
        [f"{fitting} could; these {len(chosen)} leave least undone, in the order of their names."]
        if fitting > top
        else []
    )
    return [*paragraphs(words), *paragraphs(more)]


def _fits(fit: Fit) -> str:
    known = f" {_sentence(', '.join(fit.known))}" if fit.known else ""
    if fit.within_limits:
        return f"fits within every limit.{known}"
    if not fit.gives_way:
        passed = ", ".join(line.title.lower() for line in fit.limits if line.passed)
        return f"breaks no rule; over a limit by what is held already ({passed}).{known}"
    return f"only where a limit gives way: {' '.join(fit.gives_way)}{known}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _facts(fits: Sequence[Fit], kind: str, name: Callable[[Fit], str]) -> list[str]:
    people = kind == "practitioner"
    rows = [
        (
            name(fit),
            hours(fit.needs_half_hours),
            _left(fit),
            f"{fit.one_way_minutes} min",
            _language(fit) if people else fit.tier.value,
            ", ".join(fit.known) or "-",
            _skills(fit),
        )
        for fit in fits
    ]
    fifth = "language" if people else "priority"
    headings = (kind, "needs", "left after", "one way", fifth, "known", "skills and grade")
    return table(headings, rows, right={1, 2, 3})


def _left(fit: Fit) -> str:
    left = fit.left_half_hours
    return hours(left) if left >= 0 else f"{hours(-left)} over"


def _skills(fit: Fit) -> str:
    lacks = [*fit.missing_skills, *(["in the first year"] if fit.missing_grade else [])]
    if lacks:
        return f"lacks: {', '.join(lacks)}" if fit.missing_skills else lacks[0]
    return f"has {', '.join(fit.skills)}" if fit.skills else "none needed"


def _language(fit: Fit) -> str:
    words = [
        f"speaks {one.language}" if one.spoken else f"interpreter, {one.language}"
        for one in fit.languages
    ]
    return ", ".join(words) or "-"


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
    yield _contacts(fit)
    if fit.no_longer_fit:
        yield f"{fit.practitioner} has then no room for {', '.join(fit.no_longer_fit)}"
    changed = [stage for stage in fit.stages if stage.policy and stage.difference]
    if not changed:
        yield "no policy stage changes"
        return
    first, *others = changed
    more = f" (and {len(others)} later)" if others else ""
    yield f"first stage to change: {first.title}, {first.before:,} to {first.after:,}{more}"


def _contacts(fit: Fit) -> str:
    more, watched = fit.contacts_missed, fit.contacts_missed_watched
    if not (more or watched):
        return "no contact more or less is missed"
    words = [_missed(more - watched, "with other children"), _missed(watched, f"with {_WATCHED}")]
    return ", ".join(text for text in words if text)


def _missed(count: int, whom: str) -> str:
    if not count:
        return ""
    contacts = "contact" if abs(count) == 1 else "contacts"
    return f"{abs(count)} {'more' if count > 0 else 'fewer'} {contacts} missed {whom}"


def _away(answer: WhoCouldTake) -> list[str]:
    return [f"Away the whole cycle: {', '.join(answer.away)}."] if answer.away else []
