"""Look-ups and copies for what-if changes that refuse, in words, what is not there."""

from decimal import Decimal
from typing import TypeVar

from pydantic import ValidationError

from planner.data.adjustment import Adjustment
from planner.data.record import Record
from planner.data.scenario import Practitioner, Scenario
from planner.errors import DataFaults, Fault

FILE = "what-if"
"""The file that faults of an adjustment name; a reader of files puts its own."""

_Changed = TypeVar("_Changed", bound=Record)


def amount(step: Adjustment) -> Decimal:
    """Give the amount of a change that needs one."""
    if step.amount is None:
        raise refused("amount", "", f"is needed for {step.kind.value}")
    return step.amount


def whole_amount(step: Adjustment) -> int:
    """Give the amount of a change that counts something."""
    given = amount(step)
    if given != int(given):
        raise refused("amount", str(given), "is not a whole number")
    return int(given)


def practitioner_ids(scenario: Scenario) -> tuple[str, ...]:
    """Give the ids of everyone in the team."""
    return tuple(practitioner.practitioner for practitioner in scenario.practitioners)


def known_practitioner(scenario: Scenario, step: Adjustment) -> Practitioner:
    """Give the practitioner that a change names."""
    for practitioner in scenario.practitioners:
        if practitioner.practitioner == step.practitioner:
            return practitioner
    known = ", ".join(practitioner_ids(scenario))
    raise refused("practitioner", step.practitioner, "is not a practitioner of the team", known)


def known_child(scenario: Scenario, step: Adjustment) -> str:
    """Give the id of the child that a change names."""
    if step.child not in {child.child for child in scenario.children}:
        raise refused("child", step.child, "is not a child of the team")
    return step.child


def changed(record: _Changed, **update: object) -> _Changed:
    """Copy a record with new values, checked as if they had been read."""
    content: dict[str, object] = {name: getattr(record, name) for name in type(record).model_fields}
    try:
        return type(record).model_validate(content | update)
    except ValidationError as error:
        raise DataFaults(
            Fault(FILE, column=str(e["loc"][0]), value=str(e["input"]), message=_lowered(e["msg"]))
            for e in error.errors()
        ) from error


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def refused(column: str, value: str, message: str, allowed: str = "") -> DataFaults:
    """Make the one fault that stops a change."""
    return DataFaults([Fault(FILE, None, column, value, message, allowed)])
