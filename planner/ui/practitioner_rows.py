"""One practitioner in rows: families and hours, what these are made of, who could be added next.

Facts of hours and fit; nothing here says how anybody works.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from planner.data.cases_held import CasesHeld
from planner.data.evidence import MadeOf
from planner.data.fit import LimitLine, WhomCouldTake
from planner.data.plan import Plan, PractitionerLine
from planner.data.scenario import Leave, Practitioner, Scenario
from planner.report.fit_words import NOBODY_FITS, least_undone
from planner.ui.people import load_words
from planner.ui.words import Row, counted, day, hours, named, tier, title

_PARTS = ("casework", "contact", "travel", "tasks", "handover", "rounding")


def person_of(plan: Plan, practitioner: str) -> PractitionerLine | None:
    """Give a practitioner's line in a plan; ``None`` where the plan has nobody of that id."""
    return next((p for p in plan.practitioners if p.practitioner == practitioner), None)


def person_facts(
    plans: Mapping[str, Plan], scenario: Scenario, practitioner: str
) -> list[tuple[str, str]]:
    """Give the hours in each plan, then grade, hours of work, skills and leave."""
    lines = {name: person_of(plan, practitioner) for name, plan in plans.items()}
    loads = [(name, _load(line)) for name, line in lines.items()]
    person = next(p for p in scenario.practitioners if p.practitioner == practitioner)
    return [
        *loads,
        ("Grade", person.grade.value),
        ("Works", f"{person.fte.normalize():f} FTE{_dates(person, scenario.as_at)}"),
        ("Skills", ", ".join(person.skills)),
        ("Leave", "; ".join(leave_lines(scenario, practitioner)) or "none recorded"),
    ]


def _load(line: PractitionerLine | None) -> str:
    if line is None:
        return "not in the team"
    return load_words(line) if line.carries else "holds no cases"


def _dates(person: Practitioner, as_at: date) -> str:
    start = f", from {day(person.start, as_at)}" if person.start else ""
    end = f", until {day(person.end, as_at)}" if person.end else ""
    return start + end


def leave_lines(scenario: Scenario, practitioner: str) -> list[str]:
    """Say each leave of a practitioner: from when, until when, who covers."""
    own = (leave for leave in scenario.leave if leave.practitioner == practitioner)
    return [_leave(leave, scenario.as_at) for leave in sorted(own, key=lambda row: row.start)]


def _leave(leave: Leave, as_at: date) -> str:
    until = f"until {day(leave.until, as_at)}" if leave.until else "open-ended"
    cover = f", cover by {leave.cover}" if leave.cover else ", no cover named"
    return f"from {day(leave.start, as_at)} {until}{cover}"


def family_rows(held: CasesHeld, plan: Plan) -> list[Row]:
    """Give the families with a practitioner: children with their tier, and hours a cycle."""
    return [
        {
            "Children": _children(row.children, plan),
            "Family": row.unit,
            "Hours a cycle": hours(row.half_hours),
            "In this plan": "stays" if row.held_now else "taken on",
        }
        for row in held.families
    ]


def _children(children: tuple[str, ...], plan: Plan) -> str:
    lines = {line.child: line for line in plan.children}
    return "; ".join(f"{named(lines[child])}, {tier(lines[child].score)}" for child in children)


def handed_lines(held: CasesHeld) -> list[str]:
    """Say which families are handed over to somebody else, and what that takes."""
    return [
        f"Handed over to {row.to}: {', '.join(row.children)} (family {row.unit}), "
        f"{hours(row.half_hours)}"
        for row in held.handed_over
    ]


def made_of_rows(made: MadeOf) -> list[Row]:
    """Give what hours are made of, a row for each part, and all of them together."""
    return [{"Part": name, "Hours a cycle": amount} for name, amount in parts(made)]


def parts(made: MadeOf) -> list[tuple[str, str]]:
    """Give the parts of some hours by name, those of which there is none left out."""
    found = [(part, getattr(made, part)) for part in _PARTS]
    return [
        *((title(name), _hours(amount)) for name, amount in found if amount),
        ("Together", _hours(made.total)),
    ]


def _hours(amount: Decimal) -> str:
    return f"{amount.normalize():f} h"


def limit_rows(held: CasesHeld) -> list[Row]:
    """Give each limit that is on: what the cases come to, and the most there may be taken on to."""
    return [
        {"Limit": line.title, "In this plan": _amount(line, line.total), "At most": _most(line)}
        for line in held.limits
    ]


def _most(line: LimitLine) -> str:
    over = f" ({_amount(line, line.passed)} over)" if line.passed else ""
    return _amount(line, line.most) + over


def _amount(line: LimitLine, amount: int) -> str:
    return hours(amount) if line.unit == "half-hours" else str(amount)


def next_lines(answer: WhomCouldTake) -> list[str]:
    """Say how much room there is, and which families are suggested, in the order of their ids."""
    left = answer.left_half_hours
    room = f"{hours(left)} left within" if left >= 0 else f"{hours(-left)} over"
    waiting = counted(len(answer.fits), "family awaits", "families await")
    if not answer.fits:
        return [f"{room} the limit. No family awaits."]
    fitting = sum(fit.fits for fit in answer.fits)
    chosen = answer.suggested
    found = (
        f"Suggested: {', '.join(chosen)}. {least_undone(fitting, len(chosen))}".strip()
        if chosen
        else NOBODY_FITS
    )
    return [f"{room} the limit; {waiting}.", found]
