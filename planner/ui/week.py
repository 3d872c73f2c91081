"""What "This week" says, as words, rows and cards: nothing is worked out anew."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from planner.data.due import DueLine
from planner.data.plan import ChildLine, Plan, Standing
from planner.data.vocabulary import Tier
from planner.report.falling_due import due_until
from planner.report.this_week import by_standing
from planner.ui.markup import article, cards, listed
from planner.ui.words import Row, children, counted, day, in_tier, named, tier, title

_UNBROKEN = "\N{NO-BREAK SPACE}"
_ALWAYS = (Standing.ALLOCATED, Standing.AWAITING)


class Standings(NamedTuple):
    """One figure of where children stand: what it is, how many, and of which tiers."""

    title: str
    number: str
    tiers: str


def standings(plan: Plan) -> list[Standings]:
    """Give where the children stand, each kind counted apart and by its own tiers."""
    tiers = by_standing(plan)
    return [
        Standings(title(standing.value), str(count), tier_words(tiers[standing]))
        for standing, count in plan.counts.standing.items()
        if count or standing in _ALWAYS
    ]


def tier_words(found: Mapping[Tier, int]) -> str:
    """Say how many are of each tier, leaving out tiers of which there is nobody."""
    # On a narrow tile a line may end between two tiers, never inside one.
    parts = (in_tier(count, rank).replace(" ", _UNBROKEN) for rank, count in found.items() if count)
    return f"{_UNBROKEN}· ".join(parts)


def read_words(plan: Plan) -> str:
    """Say that the data passed every check, and how much was read."""
    people = counted(len(plan.practitioners), "practitioner")
    return f"Every check passed: {children(len(plan.children))} and {people} read without a fault."


def assumed_lines(plan: Plan) -> list[str]:
    """Say what was never supplied, and what was assumed for how many children."""
    assumed = (f"{title(what)}: {children(n)}" for what, n in plan.assumed.items() if n)
    return [*plan.banners, *assumed]


def asking_cards(lines: Iterable[ChildLine]) -> str:
    """Write a card for each child who needs the manager's judgement."""
    return cards(
        article(
            named(line),
            listed(line.score.attention),
            quiet=f"{title(tier(line.score))} · {_with(line)}",
        )
        for line in lines
    )


def _with(line: ChildLine) -> str:
    return f"with {line.holder}" if line.holder else line.standing.value


def due_in(lines: Sequence[DueLine], plan: Plan, days: int) -> tuple[DueLine, ...]:
    """Give what is overdue or falls due within some days, the as-at date counted."""
    return due_until(lines, plan.as_at + timedelta(days=days - 1))


def due_words(lines: Sequence[DueLine], days: int) -> str:
    """Say how much is overdue and how much falls due in some days."""
    late = sum(line.overdue for line in lines)
    soon = len(lines) - late
    counts = counted(soon, "contact or task falls", "contacts and tasks fall")
    nothing = "nothing else falls" if late else "nothing falls"
    nobody = sum(line.missed for line in lines)
    parts = (
        f"{late} overdue" if late else "nothing is overdue",
        f"{counts if soon else nothing} due in {days} days",
        f"{nobody} of all these {'fits' if nobody == 1 else 'fit'} nobody's hours"
        if nobody
        else "",
    )
    return f"{title('; '.join(part for part in parts if part))}."


def due_rows(lines: Iterable[DueLine], plan: Plan) -> list[Row]:
    """Give what falls due, a row for each contact or task: when, for whom, with whom."""
    names = {line.child: named(line) for line in plan.children}
    people = {line.practitioner: named(line) for line in plan.practitioners}
    return [
        {
            "Due": _when(line, plan.as_at),
            "What": title(line.what),
            "For": f"{', '.join(names.get(c, c) for c in line.children)} (family {line.family})",
            "With": _holder(line, people),
        }
        for line in lines
    ]


def _when(line: DueLine, as_at: date) -> str:
    said = day(line.day, as_at)
    if line.overdue:
        return f"Overdue since {said}"
    if line.unseen:
        return f"{said}, last seen not recorded"
    return f"By {said}" if line.contact else said


def _holder(line: DueLine, people: Mapping[str, str]) -> str:
    missed = "; fits nobody's hours" if line.missed else ""
    if not line.holder:
        return f"Awaiting allocation ({line.interim or 'team manager'}){missed}"
    who = people.get(line.holder, line.holder)
    if not line.away:
        return f"{who}{missed}"
    cover = f"{line.cover} covers" if line.cover else "no cover named"
    return f"{who}, away: {cover}{missed}"
