"""Cover for somebody away, in words: what falls due, what must be decided, who would do what."""

from collections.abc import Callable, Iterator
from datetime import date

from planner.data.cover import Cover, CoverLine, DaysAway, Due
from planner.report.wording import children, families, hours

SayDay = Callable[[date], str]


def days_words(days: DaysAway, say: SayDay) -> str:
    """Say from when until when somebody is away."""
    if days.start == days.until:
        return f"on {say(days.start)}"
    until = f"until {say(days.until)}" if days.until else "with no day of return"
    return f"from {say(days.start)} {until}"


def counted_words(answer: Cover) -> str:
    """Say whom they hold, how much falls due, and how much of it can be covered."""
    if not answer.children:
        return f"{answer.practitioner} holds no child's case."
    held = (
        f"{answer.practitioner} holds {children(len(answer.children))} "
        f"in {families(len({child.family for child in answer.children}))} and keeps them"
    )
    due, done = len(answer.lines), sum(bool(line.cover) for line in answer.lines)
    if not due:
        return f"{held}. Nothing falls due in these days."
    fall = "1 contact or task falls due" if due == 1 else f"{due} contacts and tasks fall due"
    covered = "all can be covered" if done == due else f"{done} of them can be covered"
    return f"{held}. {fall}; {covered if due > 1 or not done else 'it can be covered'}."


def to_decide(answer: Cover, say: SayDay) -> Iterator[str]:
    """Say what must be decided: what the leave's length asks, then what nobody can cover."""
    yield from answer.decide
    for line in answer.lines:
        if not line.cover:
            yield (
                f"{what_words(line.item)} for {', '.join(line.item.children)}, "
                f"{due_words(line.item, say)}: not covered ({line.why}). "
                f"{line.decides} decides when and by whom."
            )


def what_words(item: Due) -> str:
    """Say what falls due, with a capital letter."""
    return item.what[:1].upper() + item.what[1:]


def due_words(item: Due, say: SayDay) -> str:
    """Say when it is due, or since when it is overdue."""
    if item.overdue and item.next_due is not None:
        return f"overdue since {say(item.next_due)}"
    return f"due {'by ' if item.contact else ''}{say(item.due)}"


def lacks_words(line: CoverLine) -> str:
    """Say what whoever covers lacks of what the family needs; blank where nothing."""
    return f"lacks: {', '.join(line.lacks)}" if line.lacks else ""


def beside_words(answer: Cover) -> Iterator[str]:
    """Say what else asks for the hours to spare, and who else gives duty hours."""
    if answer.waiting_half_hours:
        yield (
            f"Duty for children awaiting allocation asks {hours(answer.waiting_half_hours)} "
            "in the cycle besides."
        )
    if answer.duty_half_hours:
        yield (
            f"Those who hold no cases give {hours(answer.duty_half_hours)} to duty; "
            "they are not proposed here."
        )


def ends_words(answer: Cover, say: SayDay) -> Iterator[str]:
    """Say how far the answer reaches, how sure it is, and who decides."""
    if any(days.until is None or days.until > answer.cycle_ends for days in answer.days):
        yield f"What falls due after {say(answer.cycle_ends)} is not listed: another cycle."
    yield (
        "Proven: no other cover within these hours leaves less open."
        if answer.proven
        else "Not proven in the time given: another cover may leave less open."
    )
    yield "Nobody's case moves. The cover is a proposal: the manager decides."
