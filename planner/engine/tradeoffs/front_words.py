"""A front in words: what each choice would buy, and where more buys nothing."""

from collections.abc import Callable

from planner.data.front import Front, FrontOf, FrontStep, Reached
from planner.data.problem import Problem
from planner.data.vocabulary import Tier
from planner.engine.tradeoffs.reaching import gains, named
from planner.report.wording import plural

Say = Callable[[Reached, Reached], str]


def amount_words(of: FrontOf, amount: int) -> str:
    """Say an amount of what is allowed, as "2 de-allocations"."""
    if of is FrontOf.HOURS:
        return f"{amount} h more for everyone"
    if of is FrontOf.CONTACTS:
        return (
            f"Missing {plural(amount, 'contact', 'contacts')}" if amount else "Missing no contact"
        )
    one = "de-allocation" if of is FrontOf.DEALLOCATIONS else "change of practitioner"
    many = one.replace("change ", "changes ") if of is FrontOf.CHANGES else f"{one}s"
    return plural(amount, one, many) if amount else f"No {one}"


def step_sentence(of: FrontOf, before: FrontStep | None, step: FrontStep) -> str:
    """Say what a step buys against the one before."""
    words = amount_words(of, step.amount)
    if before is None:
        return f"{words}: {plural(step.reached.awaiting, 'child awaits', 'children await')}."
    little = ", half-hour by half-hour" if step.gradual else ""
    return f"{words}: {gains(before.reached, step.reached)}{little}."


def front_headline(front: Front, say: Say = gains) -> tuple[str, ...]:
    """Say in one or two sentences what the whole front would buy, and where it ends.

    ``say`` puts into words what one plan comes to against another.
    """
    if not front.steps:
        return ("No plan was found with any amount.",)
    first, last = front.steps[0], front.steps[-1]
    return (*_bought(front.of, first, last, say), _end(front, last))


def _bought(of: FrontOf, first: FrontStep, last: FrontStep, say: Say) -> tuple[str, ...]:
    """Say what the whole of it would admit, the highest tiers first."""
    if last is first:
        return ()
    words = amount_words(of, last.amount)
    fewer = {
        tier: first.reached.awaiting_by_tier[tier] - last.reached.awaiting_by_tier[tier]
        for tier in Tier
    }
    urgent = next((tier for tier in Tier if fewer[tier]), None)
    if urgent is None or fewer[urgent] < 0:
        return (
            f"{words}, against {amount_words(of, first.amount).lower()}: "
            f"{say(first.reached, last.reached)}.",
        )
    others = -sum(number for tier, number in fewer.items() if tier is not urgent)
    price = (
        f"; {plural(others, 'other child', 'other children')} more would await"
        if others > 0
        else ""
    )
    return (f"{words} would admit {named(urgent, fewer[urgent])}{price}.",)


def _end(front: Front, last: FrontStep) -> str:
    one = {
        FrontOf.CONTACTS: "Missing a further contact",
        FrontOf.DEALLOCATIONS: "A further de-allocation",
        FrontOf.CHANGES: "A further change of practitioner",
        FrontOf.HOURS: "A further hour",
    }[front.of]
    if not front.proven:
        return "Not finished in the time given: what is not proven is marked, and more may be had."
    if not front.complete:
        return f"{one} might buy more: that was not asked for."
    if len(front.steps) == 1 and front.of is FrontOf.CONTACTS:
        return "Missing more contact would allocate no further high-risk child."
    if len(front.steps) == 1:
        return f"{one.replace('A further', 'No')} would buy anything."
    return f"{one} buys nothing."


def front_notes(of: FrontOf, problem: Problem) -> tuple[str, ...]:
    """Say what a reader must know before using a front."""
    notes = []
    if of is FrontOf.CONTACTS:
        notes.append(CONTACTS)
    if of is FrontOf.DEALLOCATIONS and not problem.deallocate_for_any:
        notes.append(
            "De-allocations are considered for mandatory and high-risk children only, "
            "and never where more contact with them would be missed."
        )
    if of in (FrontOf.CHANGES, FrontOf.HOURS) and problem.guarded:
        notes.append(CEILING)
    return tuple(notes)


CONTACTS = (
    "Counted here is contact with mandatory, high-risk and under-two children. A plan misses as "
    "few of these as can be before it looks at who awaits; here more of them may be missed, for "
    "the sake of high-risk children only."
)
CEILING = (
    "De-allocations are allowed here, and each plan must miss no more contact than it would "
    "without them. So more of one thing may leave less room for another, and a choice "
    "between two steps may have been passed over."
)
