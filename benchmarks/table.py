"""The rows of the table: one for each peer on each instance, in words a manager knows."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from benchmarks.instances import Instance
from benchmarks.outcome import Outcome, reached
from planner.data.plan import Counts, StageValue
from planner.data.vocabulary import Tier
from planner.report import Prepared
from planner.report.counts import count
from planner.report.lines import child_lines, practitioner_lines


@dataclass(frozen=True)
class Line:
    """One peer on one instance; seconds are blank where it never came so far.

    ``values`` and ``bounds`` are by stage, as ``1:0 2a:112``; a manager has no bounds.
    """

    children: int
    practitioners: int
    seed: int
    tightness: str
    allowed: str
    time_limit: float
    peer: str
    first_plan: float | None
    to_1_percent: float | None
    to_01_percent: float | None
    policy_proven: float | None
    all_proven: float | None
    seconds: float
    memory_mib: float | None
    values: str = ""
    bounds: str = ""
    mandatory_missed: int | None = None
    high_risk_awaiting: int | None = None
    next_awaiting: int | None = None
    remaining_awaiting: int | None = None
    deallocations: int | None = None
    changes: int | None = None
    contacts_missed: int | None = None
    note: str = ""

    @property
    def instance(self) -> tuple[object, ...]:
        """What makes rows comparable: the same team under the same limit."""
        return (
            self.children,
            self.practitioners,
            self.seed,
            self.tightness,
            self.allowed,
            self.time_limit,
        )

    @property
    def by_stage(self) -> dict[str, int]:
        """Its values by stage, in the order of the stages."""
        return _amounts(self.values)

    @property
    def bound_by_stage(self) -> dict[str, int]:
        """Its bounds by stage, where it has any."""
        return _amounts(self.bounds)


def line_of(
    instance: Instance,
    limit: float,
    peer: str,
    prepared: Prepared,
    outcome: Outcome,
    memory_mib: float | None,
) -> Line:
    """Write one peer's row."""
    return Line(
        children=instance.children,
        practitioners=instance.practitioners,
        seed=instance.seed,
        tightness=instance.tightness,
        allowed=instance.allowed,
        time_limit=limit,
        peer=peer,
        first_plan=outcome.first_plan,
        to_1_percent=reached(outcome, 0.01),
        to_01_percent=reached(outcome, 0.001),
        policy_proven=reached(outcome, 0.0),
        all_proven=reached(outcome, 0.0, policy_only=False),
        seconds=outcome.seconds,
        memory_mib=memory_mib,
        values=_text(outcome.ledger, "value"),
        bounds=_text(outcome.ledger, "bound"),
        note=outcome.note,
        **_in_words(prepared, outcome),
    )


def contradictions(lines: Sequence[Line]) -> list[str]:
    """Name what cannot be: a plan better than what somebody else calls proven.

    A bound holds given the stages above, so a row is compared with another only
    while all its stages so far have the same value.
    """
    found = []
    for one in lines:
        for other in lines:
            if one.instance == other.instance and one is not other:
                stage = _impossible(one, other)
                if stage:
                    found.append(
                        f"{one.instance}: stage {stage} of {one.peer} is under "
                        f"the bound of {other.peer}"
                    )
    return found


def _impossible(one: Line, other: Line) -> str:
    for stage, value in one.by_stage.items():
        bound = other.bound_by_stage.get(stage)
        if bound is None or stage not in other.by_stage:
            return ""
        if value < bound and not one.note:
            return stage
        if value != other.by_stage[stage]:
            return ""
    return ""


def write_csv(lines: Iterable[Line], path: Path) -> None:
    """Write every row, seconds to the millisecond."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Line)])
        writer.writeheader()
        for line in lines:
            writer.writerow({key: _cell(value) for key, value in asdict(line).items()})


def _cell(value: object) -> object:
    return round(value, 3) if isinstance(value, float) else value


def _text(ledger: Sequence[StageValue], part: str) -> str:
    amounts = ((line.id, getattr(line, part)) for line in ledger)
    return " ".join(f"{stage}:{amount}" for stage, amount in amounts if amount is not None)


def _amounts(text: str) -> dict[str, int]:
    parts = (part.rpartition(":") for part in text.split())
    return {stage: int(amount) for stage, _, amount in parts}


def _in_words(prepared: Prepared, outcome: Outcome) -> dict[str, int]:
    if outcome.choices is None:
        return {}
    counts = _counts(prepared, outcome)
    awaiting = counts.awaiting_by_tier
    return {
        "mandatory_missed": counts.mandatory_unmet,
        "high_risk_awaiting": awaiting[Tier.HIGH],
        "next_awaiting": awaiting[Tier.NEXT],
        "remaining_awaiting": awaiting[Tier.REMAINING],
        "deallocations": counts.deallocations,
        "changes": counts.changes,
        "contacts_missed": counts.contacts_missed,
    }


def _counts(prepared: Prepared, outcome: Outcome) -> Counts:
    problem, choices = prepared.problem, outcome.choices
    assert choices is not None
    children = child_lines(prepared, problem, choices)
    return count(problem, choices, children, practitioner_lines(prepared, problem, choices))
