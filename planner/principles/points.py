"""Points that order children inside a tier or band: one fact once, and never past a cap."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.data.score import PointLine
from planner.data.vocabulary import Answer, Tier
from planner.data.wording import SentenceId
from planner.principles.factors import Asked
from planner.principles.situation import Situation


class Draft(NamedTuple):
    """A line before it is written: what it adds, and why it adds less."""

    asked: Asked
    points: int
    note: str = ""

    @property
    def unknown(self) -> bool:
        """Whether the line is for an answer that is not known."""
        return self.asked.answer is Answer.UNKNOWN


def base_points(situation: Situation, tier: Tier) -> int:
    """Give what a child of this tier counts before any factor."""
    scale = situation.policy.points
    bases = {
        Tier.MANDATORY: 0,
        Tier.HIGH: scale.high_base,
        Tier.NEXT: scale.next_base,
        Tier.REMAINING: scale.remaining_base,
    }
    return bases[tier]


def point_lines(situation: Situation, asked: Iterable[Asked], tier: Tier) -> tuple[PointLine, ...]:
    """Write a line for every "yes" and every gap that weighs.

    The points of the lines sum to what the factors add to the child's points:
    ``min(factor_cap, certain + min(unknown_cap, unknown))``, where each fact
    counts once. A mandatory child's lines add nothing.
    """
    asked = tuple(asked)
    drafts = _once_each(situation, [row for row in asked if row.open and row.weighs])
    if tier is Tier.MANDATORY:
        note = situation.wording.say(SentenceId.NOTE_MANDATORY)
        drafts = [draft._replace(points=0, note=note) for draft in drafts]
    scale = situation.policy.points
    notes = (SentenceId.NOTE_UNKNOWN_CAP, SentenceId.NOTE_CAP)
    unknown_note, cap_note = (situation.wording.say(note) for note in notes)
    certain = [draft for draft in drafts if not draft.unknown]
    doubts = capped([d for d in drafts if d.unknown], scale.unknown_cap, unknown_note)
    written = capped([*certain, *doubts], scale.factor_cap, cap_note)
    places = {id(row): place for place, row in enumerate(asked)}
    return tuple(_line(d) for d in sorted(written, key=lambda d: places[id(d.asked)]))


def capped(drafts: Sequence[Draft], cap: int, note: str) -> list[Draft]:
    """Let lines add up to the cap and no further; those cut say so."""
    written = []
    room = cap
    for draft in drafts:
        points = min(draft.points, room)
        room -= points
        written.append(
            draft if points == draft.points else draft._replace(points=points, note=note)
        )
    return written


def _once_each(situation: Situation, asked: Sequence[Asked]) -> list[Draft]:
    facts: defaultdict[str, list[Asked]] = defaultdict(list)
    other = [row for row in asked if not row.applies and row.answer is Answer.YES]
    for row in asked:
        if row.yes or (row.unknown and row.factor.unknown_points):
            facts[row.factor.fact].append(row)
    drafts = [_of_the_other_list(situation, row) for row in other]
    for rows in facts.values():
        drafts.extend(_one_fact(situation, rows))
    return drafts


def _of_the_other_list(situation: Situation, row: Asked) -> Draft:
    note = situation.wording.say(SentenceId.NOTE_OTHER_LIST, list=row.factor.applies)
    return Draft(row, 0, note)


def _one_fact(situation: Situation, rows: Sequence[Asked]) -> list[Draft]:
    """Count the largest "yes", and of the largest gap only what it has beyond that.

    Splitting it so keeps "no" <= "unknown" <= "yes" even where the sum of
    what is not known is capped.
    """
    yes = max((row.factor.points for row in rows if row.yes), default=0)
    unknown = max((row.factor.unknown_points for row in rows if row.unknown), default=0)
    left = {Answer.YES: yes, Answer.UNKNOWN: max(unknown - yes, 0)}
    largest = max(rows, key=_worth)
    drafts = []
    for row in sorted(rows, key=_worth, reverse=True):
        points, left[row.answer] = left[row.answer], 0
        drafts.append(Draft(row, points, _note(situation, row, points, largest)))
    return drafts


def _worth(row: Asked) -> tuple[int, bool]:
    points = row.factor.points if row.yes else row.factor.unknown_points
    return points, row.yes


def _note(situation: Situation, row: Asked, points: int, largest: Asked) -> str:
    if row.factor.group is not None:
        return situation.wording.say(SentenceId.NOTE_GROUP)
    if points:
        return ""
    return situation.wording.say(SentenceId.NOTE_COUNTED, factor=largest.factor.title)


@lru_cache(maxsize=8192)
def _line(draft: Draft) -> PointLine:
    """Write a line; the same one serves every child with the same answer."""
    factor, asked = draft.asked.factor, draft.asked
    return PointLine(
        factor=factor.id,
        title=factor.title,
        paragraph=factor.paragraph,
        answer=asked.answer,
        points=draft.points,
        evidence=asked.evidence,
        dated=asked.dated,
        note=draft.note,
    )
