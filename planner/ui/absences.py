"""What each practitioner's absence would mean for children, in the order of their ids."""

from collections.abc import Iterator

from planner.data.curve import Absences, Absent
from planner.data.front import Reached
from planner.data.scenario import Scenario
from planner.report.price_words import unanswered_words
from planner.ui.choices import Choice, cells, tiers_of, without_zeros
from planner.ui.controls import whole_cycle_away
from planner.ui.words import Row

LEAD = (
    "The best plan with each practitioner away for the whole cycle, one at a time, in the order of "
    "their ids. It says what would fall to whom, and who would await; it compares nobody."
)
LABEL = "Ask of each absence"
TAKES = "Takes about ten seconds for a team of six, up to a minute for a large one."
FIRST, HERE = "If away", "Nobody further"


def absence_rows(answer: Absences) -> list[Row]:
    """Give what is left awaiting with each absence, and how many children need cover."""
    several = [*([answer.now] if answer.now else []), *_found(answer)]
    tiers = tiers_of(several)

    def row(name: str, reached: Reached | None, cover: str, sure: str) -> Row:
        own = cells(reached, tiers) if reached else {}
        blank = dict.fromkeys(cells(several[0], tiers), "") if several else {}
        return {FIRST: name, "Children to cover": cover, **blank, **own, "How sure": sure}

    first = [row(HERE, answer.now, "", "")] if answer.now else []
    return without_zeros(
        first
        + [
            row(
                _named(line),
                line.reached,
                str(len(line.to_cover)) if line.reached else "",
                _sure(line),
            )
            for line in answer.lines
        ]
    )


def _found(answer: Absences) -> Iterator[Reached]:
    return (line.reached for line in answer.lines if line.reached is not None)


def _named(line: Absent) -> str:
    return f"{line.practitioner} · {line.label}" if line.label else line.practitioner


def _sure(line: Absent) -> str:
    if line.away:
        return "away already"
    return "proven" if line.proven else "not proven"


def absence_choices(answer: Absences, scenario: Scenario) -> list[Choice]:
    """Give each absence that was answered as a choice: what would follow, and for whom."""
    return [
        Choice(
            kind="",
            name=f"{_named(line)} away",
            reached=line.reached,
            at=None,
            changes=(whole_cycle_away(scenario, line.practitioner),),
            gain=_gain(line),
            moved=tuple(shift.sentence for shift in line.moved),
            plan=line.choices,
        )
        for line in answer.lines
        if line.reached
    ]


def _gain(line: Absent) -> str:
    words = line.sentence.partition(": ")[2]
    cover = f" To cover: {', '.join(line.to_cover)}." if line.to_cover else ""
    unmet = " A mandatory allocation could not be met." if line.conflict else ""
    return f"{words[:1].upper()}{words[1:]}{unmet}{cover}"


def absence_notes(answer: Absences) -> list[str]:
    """Say how to read it, and for whom there was no time."""
    return [*answer.notes, *filter(None, [unanswered_words(answer.unanswered)])]
