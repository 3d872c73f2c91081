"""What a manager may decide for one child in the what-if, and what it still needs."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.plan import ChildLine, Plan
from planner.data.policy import Policy
from planner.data.record_kinds import ReasonCode
from planner.data.vocabulary import Band, Tier
from planner.ui.child_rows import together


class Act(StrEnum):
    """What may be tried for a child; ``value`` is part of a widget's state, never shown."""

    LOCK = "lock"
    OTHERWISE = "otherwise"
    BAR = "bar"
    RAISE = "raise"
    SPLIT = "split"

    @property
    def kind(self) -> AdjustmentKind:
        """The what-if change that says it."""
        return _KINDS[self]

    @property
    def names_somebody(self) -> bool:
        """Whether a practitioner is to be chosen for it."""
        return self in (Act.OTHERWISE, Act.BAR)


_KINDS = {
    Act.LOCK: AdjustmentKind.PIN,
    Act.OTHERWISE: AdjustmentKind.PIN,
    Act.BAR: AdjustmentKind.BAR,
    Act.RAISE: AdjustmentKind.RAISE,
    Act.SPLIT: AdjustmentKind.SPLIT,
}
_WORDS = {
    Act.OTHERWISE: "Decide otherwise: choose who holds the case",
    Act.BAR: "Not with a certain practitioner",
    Act.RAISE: "Raise the tier by one step",
    Act.SPLIT: "Let brothers and sisters be apart",
}
_PARAGRAPHS = {
    Act.LOCK: "RULE-PIN",
    Act.OTHERWISE: "RULE-PIN",
    Act.BAR: "RULE-BAR",
    Act.RAISE: "RAISE",
    Act.SPLIT: "RULE-SINGLE",
}


class Wish(NamedTuple):
    """What the manager has entered so far."""

    act: Act
    practitioner: str = ""
    waiver: bool = False
    code: ReasonCode | None = None
    reason: str = ""


def act_words(act: Act, line: ChildLine) -> str:
    """Say what may be tried, in a few words."""
    return f"Lock with {line.holder}" if act is Act.LOCK else _WORDS[act]


def along_words(act: Act, plan: Plan, line: ChildLine) -> str:
    """Say that brothers and sisters go along, where a decision about one is about all of them."""
    names = together(plan, line)
    if not names or act in (Act.RAISE, Act.SPLIT):
        return ""
    return f"Held together, so the decision is for {', '.join(names)} too."


def source_words(act: Act, policy: Policy) -> str:
    """Give what the policy says of it, with its paragraph; blank where it has no such paragraph."""
    wanted = _PARAGRAPHS[act]
    found = (p for p in policy.paragraphs if p.id == wanted)
    return next((f"{paragraph.text} ({paragraph.id})" for paragraph in found), "")


def possible(plan: Plan, line: ChildLine, changes: Sequence[Adjustment]) -> tuple[Act, ...]:
    """List what may be tried for a child; nothing where no plan places the child."""
    if not line.unit:
        return ()
    raised = any((c.kind, c.child) == (AdjustmentKind.RAISE, line.child) for c in changes)
    top = line.score.tier is Tier.MANDATORY or line.score.band is Band.A
    pins = {(c.child, c.practitioner) for c in changes if c.kind is AdjustmentKind.PIN}
    asked = {
        Act.LOCK: bool(line.holder) and (line.child, line.holder) not in pins,
        Act.OTHERWISE: bool(choices(plan, line, Act.OTHERWISE)),
        Act.BAR: bool(choices(plan, line, Act.BAR)),
        Act.RAISE: not (top or raised),
        Act.SPLIT: bool(together(plan, line)),
    }
    return tuple(act for act, may in asked.items() if may)


def choices(plan: Plan, line: ChildLine, act: Act) -> tuple[str, ...]:
    """List the practitioners who may be named, in the order of their ids."""
    people = [person for person in plan.practitioners if person.carries]
    if act is Act.OTHERWISE:
        people = [p for p in people if p.present and p.practitioner != line.holder]
    return tuple(person.practitioner for person in people)


def may_waive(wish: Wish, line: ChildLine) -> bool:
    """Whether a waiver means anything: limits bind only who takes a family on."""
    return wish.act.kind is AdjustmentKind.PIN and bool(_who(wish, line)) and not _holds(wish, line)


def _holds(wish: Wish, line: ChildLine) -> bool:
    return line.now == _who(wish, line)


def _who(wish: Wish, line: ChildLine) -> str:
    return line.holder if wish.act is Act.LOCK else wish.practitioner


def bare(wish: Wish, line: ChildLine) -> Adjustment | None:
    """Give the change without its reason, whose effect it does not alter; ``None`` unfinished."""
    who = _who(wish, line)
    names = wish.act.kind in (AdjustmentKind.PIN, AdjustmentKind.BAR)
    if names and not who:
        return None
    return Adjustment(
        kind=wish.act.kind,
        child=line.child,
        practitioner=who if names else "",
        waiver=wish.waiver and may_waive(wish, line),
    )


def missing(wish: Wish) -> tuple[str, ...]:
    """Say what a decision still needs before it may be applied."""
    in_words = wish.act is Act.RAISE or wish.code is ReasonCode.OTHER or wish.waiver
    asked = (
        (wish.act.names_somebody and not wish.practitioner, "Choose the practitioner."),
        (wish.code is None, "Choose the reason."),
        (in_words and not wish.reason.strip(), "Say in words why."),
    )
    return tuple(words for lacks, words in asked if lacks)


def reasoned(change: Adjustment, wish: Wish) -> Adjustment:
    """Give the change with the reason that the manager entered."""
    return change.model_copy(update={"code": wish.code, "reason": wish.reason.strip()})


def with_change(changes: Sequence[Adjustment], new: Adjustment) -> tuple[Adjustment, ...]:
    """Give the what-if with one change more; a lock takes the place of the child's earlier lock."""
    pin = AdjustmentKind.PIN
    kept = (c for c in changes if not (c.kind is new.kind is pin and c.child == new.child))
    return (*kept, new)
