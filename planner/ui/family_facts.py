"""A new family as a form gives it, and as the same reader reads it that reads ``cases.csv``."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from planner.data.fit import NewFamily
from planner.data.policy import Policy
from planner.data.scenario import Scenario
from planner.errors import DataFaults, Fault
from planner.files import make_family
from planner.ui.words import children, title

NAME = "the new family"
SOURCE = "the form"
_CHILD = "child {}"
_FIRST_VISIT = "first_visit"


class Family(NamedTuple):
    """What is known of a new family, as text by column; what is blank is not known."""

    children: tuple[Mapping[str, str], ...]
    first_visit: str = ""
    conflicts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The facts in one line, so that an answer is never read for another family."""
        ages = (
            f"born {row['birth_date']}" if "birth_date" in row else f"aged {row.get('age', '?')}"
            for row in self.children
        )
        shared = self.children[0]
        parts = (
            f"{children(len(self.children))}: {', '.join(ages)}",
            shared.get("phase", ""),
            f"zone {shared['zone']}" if shared.get("zone") else "",
            f"interpreter for {shared['language']}" if shared.get("language") else "",
        )
        return f"For {' · '.join(part for part in parts if part)}."


def family_of(
    each: Iterable[Mapping[str, object]],
    shared: Mapping[str, object],
    first_visit: date | None = None,
    conflicts: Iterable[str] = (),
) -> Family:
    """Make a family of what is said of each child and of all of them."""
    usual = {"family": NAME}
    return Family(
        children=tuple(
            {"child": _CHILD.format(number), **usual, **_texts({**shared, **row})}
            for number, row in enumerate(each, start=1)
        ),
        first_visit=_text(first_visit),
        conflicts=tuple(conflicts),
    )


def _texts(row: Mapping[str, object]) -> dict[str, str]:
    return {name: text for name, value in row.items() if (text := _text(value))}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def new_family_of(family: Family, scenario: Scenario, policy: Policy) -> NewFamily:
    """Read the family as the rows of a file are read.

    Raises
    ------
    DataFaults
        With every fault at once.
    """
    tasks = [{"task": _FIRST_VISIT, "due": family.first_visit}] if family.first_visit else []
    return make_family(
        family.children,
        scenario,
        policy,
        tasks=tasks,
        conflicts=family.conflicts,
        source=SOURCE,
    )


def fault_words(faults: DataFaults) -> list[str]:
    """Say each fault by the child it is of, not by the row of a file."""
    return [_fault(fault) for fault in faults.faults]


def _fault(fault: Fault) -> str:
    who = _CHILD.format(fault.row - 1) if fault.row else SOURCE
    column = fault.column.replace("_", " ")
    value = f" “{fault.value}”" if fault.value else ""
    allowed = f" (allowed: {fault.allowed})" if fault.allowed else ""
    return f"{title(who)}: {column}{value} {fault.message}{allowed}."


def zones_of(scenario: Scenario) -> list[str]:
    """List the zones that the team's data name."""
    found = {child.zone for child in scenario.children}
    found |= {person.zone for person in scenario.practitioners} | set(scenario.bases.values())
    return sorted(found - {""})


def skills_of(scenario: Scenario) -> list[str]:
    """List the skills that children need or practitioners have."""
    needed = {skill for child in scenario.children for skill in child.skills}
    return sorted(needed | {skill for p in scenario.practitioners for skill in p.skills})
