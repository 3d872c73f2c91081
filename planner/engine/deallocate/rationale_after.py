"""How the work goes on while a child awaits: tasks, contact, who is told, when it is reviewed."""

from planner.data.rationale import Entry
from planner.data.vocabulary import Living
from planner.data.worksheet_words import in_full, indicator_words
from planner.engine.deallocate.rationale_known import (
    CASES,
    HOURS,
    INDICATORS,
    POLICY,
    PRACTITIONERS,
    TASKS,
    Known,
    given_or_blank,
)

_CARER = "carer"


def obligations(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give what is owed to the child, each with a blank for what was done."""
    owed = tuple(
        Entry(label=f"Owed [{row.paragraph}]", text=row.text, source=POLICY, blank=prompt)
        for row in known.own.score.obligations
    )
    return owed or (Entry(label="Obligations", text="none on the record", source=CASES),)


def work(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give the dated tasks of the cycle; who does each, and under whom, is the manager's."""
    tasks = tuple(
        Entry(
            label=task.title,
            text=f"due {in_full(task.due)}, {task.half_hours / 2:g} h",
            source=TASKS,
            blank=prompt,
        )
        for task in known.own.tasks
    )
    none = Entry(label="Dated tasks", text="none on the list in this cycle", source=TASKS)
    return (
        *(tasks or (none,)),
        Entry(label="Tasks of the actions table", blank=prompt),
        Entry(label="Information from professionals", blank=prompt),
        _overseen(known.candidate.manager),
    )


def _overseen(manager: str) -> Entry:
    if not manager:
        return Entry(label="Overseen by", blank="team manager")
    return Entry(label="Overseen by", text=f"{manager}, team manager", source=PRACTITIONERS)


def contact(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give contact before and after, the days it is due, and who else sees the child."""
    plan = known.own.contact
    seen = plan.professionals
    changes, duty, _ = plan.words
    agreed = (
        Entry(label="Agreed with the supervisor", blank="name and date"),
        Entry(label="Endorsed by the case planner", blank="name and date, if significant"),
    )
    return (
        Entry(label="How often", text=changes, source=HOURS),
        *(agreed if plan.before != plan.after else ()),
        Entry(label="While awaiting", text=duty, source=POLICY),
        *(
            Entry(label="Contact due by", text=in_full(day), source=HOURS, blank=prompt)
            for day in plan.due
        ),
        Entry(
            label="Professionals",
            text="" if seen.missing else indicator_words(seen),
            source="" if seen.missing else INDICATORS,
            blank="who, how often, and whom they tell",
        ),
    )


def told(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Ask who tells each of those whom the policy names, and whom they ring."""
    home = known.own.living
    rows = [
        Entry(label=who.capitalize(), text=_living(who, home), source=_source(who), blank=prompt)
        for who in known.policy.deallocation.told
    ]
    return (*rows, Entry(label="Whom to ring", blank="name and number"))


def _living(who: str, home: str) -> str:
    """Say with whom the child lives, where it decides whether there is a carer to tell."""
    return f"living arrangement: {home}" if who == _CARER and _known(home) else ""


def _source(who: str) -> str:
    return CASES if who == _CARER else ""


def _known(home: str) -> bool:
    return home != Living.UNKNOWN.value


def review(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give the day on which allocation is looked at again, or ask for it."""
    day = known.given.review
    return (
        given_or_blank("Reviewed on", in_full(day) if day else "", prompt),
        Entry(label="Reviewed by", blank="name"),
    )
