"""What adopting a plan asks and has settled, in words and rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planner.data.decision_record import DecisionRecord
from planner.data.fit import WhoCouldTake
from planner.data.guard_rail import RailCheck
from planner.data.plan import ChildLine, Move, Plan
from planner.data.recorded import Entries, decided_words, movement, still_to_enter
from planner.report.adoption import AWAITING, ToDecide, may_await, others
from planner.report.guard_rails import asked, held
from planner.ui.people import load_words
from planner.ui.rows import LEFT_WITHOUT
from planner.ui.words import Row, children, counted, day, hours, named, tier, title

_MOVES: Mapping[Move, tuple[str, str]] = {
    Move.DEALLOCATED: ("de-allocation", "de-allocations"),
    Move.CHANGED: ("change of practitioner", "changes of practitioner"),
    Move.STILL_AWAITING: ("family without a practitioner", "families without a practitioner"),
    Move.FORCED: ("forced change", "forced changes"),
    Move.TAKEN_ON: ("family taken on", "families taken on"),
}
_NOBODY = "awaiting allocation"
_NAMES = {
    **{move: title(move.value) for move in _MOVES},
    Move.STILL_AWAITING: title(LEFT_WITHOUT),
}


class Choice(NamedTuple):
    """One way to decide; ``to`` is ``None`` where the practitioner is still to be chosen."""

    label: str
    to: str | None


def asks_words(decisions: Sequence[ToDecide]) -> str:
    """Say how many decisions a plan asks for, and of which kinds."""
    counts = Counter(decision.move for decision in decisions)
    parts = [
        counted(counts[move], one, several)
        for move, (one, several) in _MOVES.items()
        if counts[move]
    ]
    kinds = f": {', '.join(parts)}" if parts else ""
    return f"This plan asks {counted(len(decisions), 'decision')} of you{kinds}."


def progress_words(done: int, of: int) -> str:
    """Say how far adopting has come."""
    return f"{done} of {of} decided"


def heading(decision: ToDecide) -> str:
    """Name one decision: what, for whom, from whom to whom."""
    return f"{_NAMES[decision.move]}: {_who(decision)}"


def way(decision: ToDecide) -> str:
    """Say from whom to whom the case goes in the plan."""
    return f"from {decision.now or _NOBODY} to {decision.holder or _NOBODY}"


def _who(decision: ToDecide) -> str:
    return f"{', '.join(named(line) for line in decision.lines)} (family {decision.family})"


def option_words(number: int, decision: ToDecide, record: DecisionRecord | None) -> str:
    """Say a decision as one of a list, with whether it was made."""
    done = f"decided, record {record.sequence}" if record else "to decide"
    return f"{number}. {heading(decision)} [{done}]"


def decision_rows(
    decisions: Sequence[ToDecide], records: Sequence[DecisionRecord | None]
) -> list[Row]:
    """Give each decision with what the plan suggests and what was decided."""
    return [
        {
            "Decision": f"{number}. {_who(decision)}",
            "Suggested": f"{_NAMES[decision.move]}, {way(decision)}",
            "Decided": _decided(decision, record),
        }
        for number, (decision, record) in enumerate(zip(decisions, records, strict=True), 1)
    ]


def _decided(decision: ToDecide, record: DecisionRecord | None) -> str:
    if record is None:
        return "not yet"
    same = record.practitioner_after == decision.holder
    how = "as suggested" if same else f"otherwise: {movement(record)}"
    return f"{title(how)}, by {record.user} (record {record.sequence})"


def said_words(record: DecisionRecord) -> str:
    """Say of a record for whom it is and what was decided."""
    return f"{', '.join(record.children)}, {decided_words(record)}"


def facts(decision: ToDecide, now: Plan, plan: Plan) -> list[tuple[str, str]]:
    """Give what a manager reads before deciding: who, why, and the effect on contact and hours."""
    return [
        *_gathered(
            "Priority of", [(line.child, title(tier(line.score))) for line in decision.lines]
        ),
        *_alike("Why", [(line.child, " ".join(_why(line))) for line in decision.lines]),
        *_alike("Contact", [(line.child, _contact(line, plan)) for line in decision.lines]),
        *(
            (f"Hours of {who}", _hours(who, now, plan))
            for who in dict.fromkeys((decision.now, decision.holder))
            if any(person.practitioner == who and person.carries for person in plan.practitioners)
        ),
        *_gathered(
            "Owed to",
            [
                (line.child, f"{owed.text} ({owed.paragraph})")
                for line in decision.lines
                for owed in line.score.obligations
            ],
        ),
    ]


def _gathered(what: str, said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Say once what is the same of several children, with all of their names."""
    names: dict[str, list[str]] = {}
    for child, text in said:
        names.setdefault(text, []).append(child)
    return [(f"{what} {', '.join(children)}", text) for text, children in names.items()]


def _alike(what: str, said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Say once what is the same of all the children, else child by child."""
    if len({text for _, text in said}) == 1:
        return [(what, said[0][1])]
    return [(f"{what} ({child})", text) for child, text in said]


def _why(line: ChildLine) -> Sequence[str]:
    return line.why or tuple(reason.text for reason in line.score.reasons)


def _contact(line: ChildLine, plan: Plan) -> str:
    due = (
        f"next due {day(line.next_contact_due, plan.as_at)}"
        if line.next_contact_due
        else "none due in this cycle"
    )
    missed = (
        f"; {line.contacts_missed} of {line.contacts_due} fit nobody's hours"
        if line.contacts_missed
        else ""
    )
    interim = f"; interim responsibility: {line.interim}" if line.interim else ""
    return f"{due}{missed}{interim}"


def _hours(who: str, now: Plan, plan: Plan) -> str:
    before, after = (
        next((load_words(p) for p in side.practitioners if p.practitioner == who), "not there")
        for side in (now, plan)
    )
    return f"now {before}; in this plan {after}"


def choices(decision: ToDecide, plan: Plan) -> list[Choice]:
    """Give the ways to decide: as suggested first, then what else the manager may decide."""
    found = [Choice(f"As the plan suggests: {decision.holder or _NOBODY}", decision.holder)]
    if decision.held:
        found.append(Choice(f"Stays with {decision.now}", decision.now))
    if others(decision, plan):
        found.append(Choice("With another practitioner", None))
    if may_await(decision):
        found.append(Choice("Goes on awaiting allocation", AWAITING))
    return found


def fit_lines(found: WhoCouldTake, to: str) -> list[str]:
    """Say what it would mean to give the family to somebody, all else as in the plan."""
    fit = next((fit for fit in found.fits if fit.practitioner == to), None)
    if fit is None:
        return [f"{to} is not at work in this cycle."]
    left = fit.left_half_hours
    room = (
        f"{to} would have {hours(left)} left within the limit."
        if left >= 0
        else f"{to} would be {hours(-left)} over the limit."
    )
    missed = fit.contacts_missed
    duty = (
        f"{counted(abs(missed), 'more contact' if missed > 0 else 'fewer contact')} "
        "would be missed."
        if missed
        else ""
    )
    against = [f"Against it: {text}" for text in fit.against]
    return [line for line in (*(against or [room]), duty) if line]


def failing_lines(checks: Sequence[RailCheck]) -> list[str]:
    """Say which guard-rails a plan does not hold, and for whom."""
    return [
        f"{asked(check.rail)}: {held(check)}" + (f" ({', '.join(check.who)})" if check.who else "")
        for check in checks
        if not check.holds
    ]


def override_words(checks: Sequence[RailCheck], by: str, why: str) -> str:
    """Say who goes on although guard-rails do not hold, as it stands in each record.

    A record is about one child or family, so that nobody else is named in it.
    """
    failing = [f"{asked(check.rail)}: {held(check)}" for check in checks if not check.holds]
    return f"Guard-rails overridden by {by} ({'; '.join(failing)}): {why}"


def summary_lines(
    decisions: Sequence[ToDecide], made: Sequence[DecisionRecord], entered: Entries
) -> list[str]:
    """Say what was decided in all, and what is still to be entered on CRIS."""
    pairs = list(zip(decisions, made, strict=True))
    same = sum(record.practitioner_after == decision.holder for decision, record in pairs)
    about = {child for decision in decisions for child in decision.children}
    open_ = sorted({record.sequence for record in made if still_to_enter(record, entered)})
    lines = [
        f"{counted(len(pairs), 'decision')} about {children(len(about))}: "
        f"{same} as the plan suggests, {len(pairs) - same} otherwise."
    ]
    if not open_:
        return [*lines, "All of them are entered on CRIS, by this log."]
    numbers = ", ".join(map(str, open_))
    return [
        *lines,
        f"Still to be entered on CRIS, by hand: {counted(len(open_), 'record')} ({numbers}). "
        "The planner never writes to CRIS.",
    ]
