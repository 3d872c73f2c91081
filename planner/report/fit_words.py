"""Who could take a family, in words: how each fits, what lies between, what it would leave."""

from collections.abc import Iterator

from planner.data.fit import Fit, WhoCouldTake
from planner.data.vocabulary import Tier
from planner.report.wording import hours

STILL = "Everybody keeps what they hold; only this family would move."
NOBODY_FITS = "None fits within every limit: see what stands between."
_WATCHED = f"{Tier.MANDATORY.value}, high-risk or under-two children"


def child_words(answer: WhoCouldTake, child: str) -> str:
    """Name one of the children with tier and band."""
    band = answer.bands.get(child)
    return f"{child} {answer.tiers[child].value}{f' ({band.value})' if band else ''}"


def least_undone(fitting: int, chosen: int) -> str:
    """Say that more could than are named, and how those are chosen."""
    return (
        f"{fitting} could; these {chosen} leave least undone, in the order of their names."
        if fitting > chosen
        else ""
    )


def fits_words(fit: Fit) -> str:
    """Say how somebody who breaks no rule fits, and how they know the family."""
    known = f" {_sentence(', '.join(fit.known))}" if fit.known else ""
    if fit.within_limits:
        return f"fits within every limit.{known}"
    if not fit.gives_way:
        passed = ", ".join(line.title.lower() for line in fit.limits if line.passed)
        return f"breaks no rule; over a limit by what is held already ({passed}).{known}"
    return f"only where a limit gives way: {' '.join(fit.gives_way)}{known}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def left_words(fit: Fit) -> str:
    """Say the hours left within the limit after it, or over it."""
    left = fit.left_half_hours
    return hours(left) if left >= 0 else f"{hours(-left)} over"


def skills_words(fit: Fit) -> str:
    """Say which skills and grade the family needs, and which of them are lacking."""
    lacks = [*fit.missing_skills, *(["in the first year"] if fit.missing_grade else [])]
    if lacks:
        return f"lacks: {', '.join(lacks)}" if fit.missing_skills else lacks[0]
    return f"has {', '.join(fit.skills)}" if fit.skills else "none needed"


def language_words(fit: Fit) -> str:
    """Say which languages are spoken and which need an interpreter; blank where none is asked."""
    words = (
        f"speaks {one.language}" if one.spoken else f"interpreter, {one.language}"
        for one in fit.languages
    )
    return ", ".join(words)


def leaving_words(fit: Fit) -> Iterator[str]:
    """Say what a placement leaves for everybody else: contacts missed, families without room."""
    yield _contacts(fit)
    if fit.no_longer_fit:
        yield f"{fit.practitioner} has then no room for {', '.join(fit.no_longer_fit)}"


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
