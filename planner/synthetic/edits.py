"""What happens to a team in a story: people leave, infants arrive, rows go blank."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from planner.data.scenario import Child, Decision, Leave, Scenario, Task
from planner.data.vocabulary import (
    Answer,
    CasePlan,
    CaseStatus,
    Consequence,
    InfantResponse,
    Living,
    Maram,
    Objective,
    Probability,
)
from planner.synthetic.draw import stream
from planner.synthetic.fill import fill

_BLANK: dict[str, object] = {
    "living": Living.UNKNOWN,
    "objective": Objective.UNKNOWN,
    "infant_response": InfantResponse.NOT_RECORDED,
    "youth_schedule": Answer.UNKNOWN,
    "consequence": None,
    "probability": None,
    "risk_date": None,
    "maram": Maram.UNKNOWN,
    "case_plan": CasePlan.UNKNOWN,
    "since": None,
    "last_seen": None,
    "contact": None,
    "contact_agreed": None,
    "aboriginal": Answer.UNKNOWN,
    "disability": Answer.UNKNOWN,
}


def with_end(scenario: Scenario, gone: Collection[str], last_day: date) -> Scenario:
    """Let practitioners leave; their names stay on their cases, their leave goes."""
    return scenario.model_copy(
        update={
            "practitioners": tuple(
                p.model_copy(update={"end": last_day}) if p.practitioner in gone else p
                for p in scenario.practitioners
            ),
            "leave": tuple(row for row in scenario.leave if row.practitioner not in gone),
        }
    )


def with_leave(scenario: Scenario, practitioner: str, until: date) -> Scenario:
    """Let somebody be away from the as-at date, beside any other leave of theirs."""
    leave = Leave(practitioner=practitioner, start=scenario.as_at, until=until)
    return scenario.model_copy(update={"leave": (*scenario.leave, leave)})


def with_children(scenario: Scenario, children: Iterable[Child]) -> Scenario:
    """Add children to the team."""
    return scenario.model_copy(update={"children": (*scenario.children, *children)})


def with_task(scenario: Scenario, task: Task) -> Scenario:
    """Add a dated task."""
    return scenario.model_copy(update={"tasks": (*scenario.tasks, task)})


def with_decisions(scenario: Scenario, *decisions: Decision) -> Scenario:
    """Add what the manager has decided."""
    return scenario.model_copy(update={"decisions": (*scenario.decisions, *decisions)})


def families_of(scenario: Scenario, holders: Collection[str], exactly: int) -> frozenset[str]:
    """Choose whole families of open children of these holders, so many children in all."""
    sizes = Counter(
        child.family
        for child in scenario.children
        if child.holder in holders and child.status is CaseStatus.OPEN
    )
    families = sorted(sizes)
    counts = [sizes[family] for family in families]
    return frozenset(families[n] for n in fill(counts, counts, exactly, exactly))


def renamed(scenario: Scenario, families: Collection[str], holder: str) -> Scenario:
    """Put whole families in one person's name."""
    children = tuple(
        child.model_copy(update={"holder": holder}) if child.family in families else child
        for child in scenario.children
    )
    return scenario.model_copy(update={"children": children})


def without_practitioner(scenario: Scenario, gone: str) -> Scenario:
    """Take somebody off the list of practitioners altogether, with leave and cover."""
    return scenario.model_copy(
        update={
            "practitioners": tuple(p for p in scenario.practitioners if p.practitioner != gone),
            "leave": tuple(
                row.model_copy(update={"cover": "" if row.cover == gone else row.cover})
                for row in scenario.leave
                if row.practitioner != gone
            ),
        }
    )


def blanked(scenario: Scenario, share: float, seed: int) -> Scenario:
    """Blank this share of the cells that may be blank, and of the answers.

    Which ones is fixed by seed and child, so doing it twice changes nothing.
    """
    children = tuple(_blanked(child, share, seed) for child in scenario.children)
    kept = {
        table: tuple(
            reply
            for reply in replies
            if stream(seed, table, reply.child, reply.item).random() >= share
        )
        for table, replies in (("factors", scenario.factors), ("indicators", scenario.indicators))
    }
    return scenario.model_copy(update={"children": children, **kept})


def _blanked(child: Child, share: float, seed: int) -> Child:
    rng = stream(seed, "blank", child.child)
    gone = {name: blank for name, blank in _BLANK.items() if rng.random() < share}
    return child.model_copy(update=gone)


def all_at_threshold(scenario: Scenario, seed: int) -> Scenario:
    """Judge every open child at or over the threshold for protective intervention."""
    pairs = [(c, p) for c in _HIGH_CONSEQUENCE for p in _HIGH_PROBABILITY]
    children = []
    for child in scenario.children:
        consequence, probability = stream(seed, "threshold", child.child).choice(pairs)
        judged = {
            "consequence": consequence,
            "probability": probability,
            "risk_date": child.risk_date or scenario.as_at - timedelta(days=14),
        }
        high = child.consequence in _HIGH_CONSEQUENCE and child.probability in _HIGH_PROBABILITY
        keep = high or child.status is not CaseStatus.OPEN
        children.append(child if keep else child.model_copy(update=judged))
    return scenario.model_copy(update={"children": tuple(children)})


_HIGH_CONSEQUENCE = (Consequence.SEVERE, Consequence.SIGNIFICANT)
_HIGH_PROBABILITY = (Probability.VERY_LIKELY, Probability.LIKELY)
