"""What a de-allocation rests on: decision, reason, risk, cycle, principles, indicators, advice."""

from planner.data.policy import Policy
from planner.data.rationale import Entry
from planner.data.vocabulary import Answer
from planner.data.worksheet import ImpactOn, IndicatorLine
from planner.data.worksheet_words import (
    answer_words,
    assessed_words,
    factor_words,
    hours_words,
    impact_words,
    in_full,
    review_words,
    tier_words,
)
from planner.engine.deallocate.rationale_known import (
    CASES,
    HOURS,
    INDICATORS,
    MANAGER,
    POLICY,
    TASKS,
    Known,
    given_or_blank,
)


def decision(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Say what is decided about whom; who decides, and when, is the manager's to fill in."""
    candidate = known.candidate
    others = [row.child for row in candidate.children if row.child != known.child]
    along = ", ".join(others) or "nobody: the child is alone in this"
    apart = [f"{child} with {holder}" for child, holder in sorted(candidate.apart.items())]
    stay = Entry(label="Brothers and sisters who stay", text="; ".join(apart), source=CASES)
    return (
        Entry(label="Child", text=f"{known.named}, family {candidate.family}", source=CASES),
        Entry(
            label="Change",
            text=f"from {candidate.holder} to awaiting allocation, held by the team",
            source=CASES,
        ),
        Entry(label="Brothers and sisters who go along", text=along, source=CASES),
        *([stay] if apart else []),
        given_or_blank("Decided by", known.given.by, prompt),
        Entry(label="Decided on", blank="date"),
    )


def why(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give the manager's reason, and what the de-allocation frees and costs in hours."""
    candidate = known.candidate
    return (
        given_or_blank("Reason", known.given.reason, prompt),
        Entry(label="Room is made for", blank="child or children, and their tier"),
        Entry(label="Hours", text=hours_words(candidate), source=HOURS),
        *(Entry(label="Note", text=text, source=HOURS) for text in candidate.words),
    )


def risk(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give the current risk assessment; whether it still holds is for the manager."""
    return (
        Entry(label="Assessment", text=assessed_words(known.own.assessed), source=CASES),
        Entry(label="Judgement today", blank=prompt),
    )


def cycle(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give where the child stands in planning and review, as far as the tables know."""
    found = known.own.cycle
    last, following, hearing = review_words(found)
    return (
        Entry(label="Phase", text=found.phase, source=CASES),
        Entry(label="Order", text=found.order, source=CASES),
        Entry(label="Order ends on", blank="date, or none"),
        Entry(label="Case plan", text=found.case_plan, source=CASES),
        Entry(label="Permanency objective", text=found.objective, source=CASES),
        Entry(label="Reviews", text=f"{last}; {following}", source=TASKS),
        Entry(label="Court", text=hearing, source=TASKS),
        Entry(label="Next steps", blank=prompt),
    )


def principles(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give tier and factors with their sources, and what the record does not say."""
    score = known.own.score
    open_questions = (*score.attention, *score.gaps)
    return (
        Entry(label="Tier", text=tier_words(score), source=POLICY),
        *(Entry(label="Because", text=text, source=POLICY) for text in factor_words(score)),
        *(Entry(label="Not settled", text=text, source=CASES) for text in open_questions),
        Entry(label="Weighed", blank=prompt),
    )


def indicators(impact: ImpactOn, prompt: str) -> tuple[Entry, ...]:
    """Give one line of impact: each of its indicators, with a blank where something is open."""
    summary = Entry(label="In all", text=impact_words(impact), source=INDICATORS)
    return (summary, *(_indicator(row, prompt) for row in impact.indicators))


def _indicator(line: IndicatorLine, prompt: str) -> Entry:
    label = f"{line.title} [{line.paragraph}]"
    if line.missing:
        return Entry(label=label, blank=prompt)
    blank = "settled on, or accepted because" if line.gap else ""
    return Entry(label=label, text=answer_words(line), source=INDICATORS, blank=blank)


def consulted(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give who was consulted, a line for every role that 2254 names and for the advice service."""
    roles = known.policy.deallocation.consulted
    rows = [entry for role in roles for entry in _role(known, role, prompt)]
    return (*rows, *_advice_service(known, known.policy, prompt))


def _role(known: Known, role: str, prompt: str) -> list[Entry]:
    said = [row for row in known.given.consulted if row.role.casefold() == role.casefold()]
    found = [
        Entry(
            label=role.capitalize(),
            text=f"{row.name or 'name not given'}, {in_full(row.dated)}",
            source=MANAGER,
            blank="what was advised",
        )
        for row in said
    ]
    return found or [Entry(label=role.capitalize(), blank=prompt)]


def _advice_service(known: Known, policy: Policy, prompt: str) -> list[Entry]:
    """Ask for the advice service where the child is Aboriginal, or nobody has recorded it."""
    service = policy.deallocation.advice_service
    if any(row.role.casefold() == service.casefold() for row in known.given.consulted):
        # The role is written as the policy writes it, not capitalised word by word.
        return [row.model_copy(update={"label": service}) for row in _role(known, service, prompt)]
    match known.own.aboriginal:
        case Answer.YES:
            return [Entry(label=service, text="due: the child is Aboriginal", blank=prompt)]
        case Answer.UNKNOWN:
            asked = "Aboriginal status is not recorded: ask first"
            return [Entry(label=service, text=asked, source=CASES, blank=prompt)]
        case _:
            said = "the child is not recorded as Aboriginal"
            return [Entry(label=service, text=said, source=CASES)]


def views(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Give the views as the manager wrote them, or a blank for the child and one for the family."""
    if known.given.views.strip():
        return (given_or_blank("Child and family", known.given.views, prompt),)
    return Entry(label="Child", blank=prompt), Entry(label="Family", blank=prompt)


def interests(known: Known, prompt: str) -> tuple[Entry, ...]:
    """Ask how the decision serves the child; the planner has nothing to say on it."""
    return (Entry(label="Best interests", blank=prompt),)
