"""What cannot be in vignettes that were read: ids repeated or unknown, nothing expected."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.data.policy import Policy
from planner.data.scenario import Child
from planner.data.vignette import Vignette
from planner.errors import Fault


@dataclass(frozen=True)
class Known:
    """What a vignette may cite: the ids of one or more policies together."""

    paragraphs: frozenset[str]
    factors: frozenset[str]
    derived: frozenset[str]
    indicators: frozenset[str]
    tasks: frozenset[str]


def contradictions(
    file: str, vignettes: Sequence[Vignette], policies: Sequence[Policy]
) -> Iterator[Fault]:
    """Give every contradiction, in the order of the file."""
    known = _known(policies)
    for vignette_id, count in Counter(one.id for one in vignettes).items():
        if count > 1:
            yield Fault(file, column="id", value=vignette_id, message=f"is there {count} times")
    for vignette in vignettes:
        for part, value, message in _of_one(vignette, known):
            place = ", ".join(word for word in (vignette.id, part) if word)
            yield Fault(file, column=place, value=value, message=message)


def _known(policies: Sequence[Policy]) -> Known:
    factors = [row for policy in policies for row in policy.factors]
    return Known(
        paragraphs=frozenset(row.id for policy in policies for row in policy.paragraphs),
        factors=frozenset(row.id for row in factors if not row.derived),
        derived=frozenset(row.id for row in factors if row.derived),
        indicators=frozenset(row.id for policy in policies for row in policy.indicators),
        tasks=frozenset(row.id for policy in policies for row in policy.tasks),
    )


_Found = Iterator[tuple[str, str, str]]


def _of_one(vignette: Vignette, known: Known) -> _Found:
    children = [child.child for child in vignette.scenario.children]
    if not children:
        yield "children", "", "there is none"
    for child, count in Counter(children).items():
        if count > 1:
            yield "children", child, f"is there {count} times"
    for column in vignette.left_out:
        if column not in Child.model_fields:
            yield "left_out", column, "is no column of cases"
    for paragraph in vignette.paragraphs:
        if paragraph not in known.paragraphs:
            yield "paragraphs", paragraph, "is no paragraph of the policy"
    yield from _unknown_items(vignette, known)
    yield from _expectations(vignette, known)
    yield from _order(vignette, set(children))


def _unknown_items(vignette: Vignette, known: Known) -> _Found:
    for reply in vignette.scenario.factors:
        if reply.item in known.derived - known.factors:
            yield f"{reply.child}, factors", reply.item, "is answered from the child's own facts"
        elif reply.item not in known.factors:
            yield f"{reply.child}, factors", reply.item, "is no factor of the policy"
    for reply in vignette.scenario.indicators:
        if reply.item not in known.indicators:
            yield f"{reply.child}, indicators", reply.item, "is no indicator of the policy"
    for task in vignette.scenario.tasks:
        if task.task not in known.tasks:
            yield f"{task.child}, tasks", task.task, "is no kind of task of the policy"


def _expectations(vignette: Vignette, known: Known) -> _Found:
    asked = [one for one in vignette.expected.values() if one.model_dump(exclude_none=True)]
    if not asked and not vignette.order:
        yield "", "", "nothing is expected of it"
    for child, expected in vignette.expected.items():
        for paragraph in expected.obligations or ():
            if paragraph not in known.paragraphs:
                yield f"{child}, obligations", paragraph, "is no paragraph of the policy"
        for task in expected.never_missed or ():
            if task not in known.tasks:
                yield f"{child}, never_missed", task, "is no kind of task of the policy"


def _order(vignette: Vignette, children: set[str]) -> _Found:
    for row in vignette.order:
        for child in sorted({row.child, row.other} - children):
            yield "order", child, "is no child of this vignette"
        if row.child == row.other:
            yield "order", row.child, "is compared with itself"
