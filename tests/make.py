"""Tiny builders with defaults, so that a reader of a test sees only what matters.

All people and children here are invented. Days are counted from `AS_AT`, a Monday.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from planner.data.scenario import (
    Child,
    Decision,
    Leave,
    Practitioner,
    Reply,
    Scenario,
    Task,
    Travel,
)

AS_AT = date(2026, 3, 2)


def day(number: int) -> date:
    """Give the day that many days after the as-at date."""
    return AS_AT + timedelta(number)


def child(name: str, **facts: object) -> Child:
    """Make a child of eight on a family preservation order: tier remaining, a family alone."""
    usual: Mapping[str, object] = {
        "family": name,
        "age": 8,
        "living": "parents",
        "phase": "protection order",
        "order": "family preservation",
        "objective": "family preservation",
        "infant_response": "not applicable",
        "youth_schedule": "no",
        "consequence": "concerning",
        "probability": "unlikely",
        "risk_date": day(-30),
        "maram": "none",
        "case_plan": "endorsed",
        "since": day(-60),
        "last_seen": day(-7),
        "aboriginal": "no",
        "disability": "no",
    }
    return Child.model_validate({**usual, "child": name, **facts})


def infant(name: str, response: str = "intensive", **facts: object) -> Child:
    """Make an infant, requiring an intensive response unless told otherwise."""
    return child(name, **{"age": 0, "infant_response": response, **facts})


def practitioner(name: str, **facts: object) -> Practitioner:
    """Make a full-time practitioner of grade CPP4 with nothing rostered."""
    return Practitioner.model_validate({"practitioner": name, "grade": "CPP4", "fte": 1, **facts})


def leave(name: str, start: int, until: int | None = None, **facts: object) -> Leave:
    """Make a leave from one day to another, both counted from the as-at date."""
    end = None if until is None else day(until)
    return Leave.model_validate({"practitioner": name, "start": day(start), "until": end, **facts})


def task(name: str, kind: str, due: int = 3, hours: float | None = None) -> Task:
    """Make a dated task of a child, due that many days after the as-at date."""
    return Task.model_validate({"child": name, "task": kind, "due": day(due), "hours": hours})


def decision(kind: str, name: str, who: str = "", **facts: object) -> Decision:
    """Make a decision about a child, with a reason and a date."""
    usual = {"kind": kind, "child": name, "practitioner": who}
    return Decision.model_validate(
        {**usual, "reason": "recorded in supervision", "decided": day(-1), **facts}
    )


def replies(name: str, **answers: str) -> tuple[Reply, ...]:
    """Make rows of one child; a double underscore in an item's name stands for a dot."""
    return tuple(
        Reply.model_validate({"child": name, "item": item.replace("__", "."), "answer": answer})
        for item, answer in answers.items()
    )


def travel(origin: str, destination: str, minutes: int) -> Travel:
    """Make one row of the travel table."""
    return Travel(origin=origin, destination=destination, minutes=minutes)


def scenario(
    children: Iterable[Child] = (),
    practitioners: Iterable[Practitioner] = (),
    **settings: object,
) -> Scenario:
    """Make a team as at Monday 2 March 2026 for a cycle of 28 days."""
    return Scenario.model_validate(
        {
            "name": "tiny",
            "as_at": AS_AT,
            "children": tuple(children),
            "practitioners": tuple(practitioners),
            **settings,
        }
    )
