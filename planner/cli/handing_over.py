"""Hand a plan over: print it, write it to files, and choose the exit code."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planner.data.plan import Outcome, Plan
    from planner.data.record import Record

NOT_PROVEN = 3


def exit_code(plan: "Plan") -> int:
    """Give the exit code of what a plan came to."""
    from planner.engine import outcome

    return exit_codes()[outcome(plan)]


def exit_codes() -> "Mapping[Outcome, int]":
    """Give the exit code of each outcome."""
    from planner.data.plan import Outcome

    return {
        Outcome.PROVEN: 0,
        Outcome.FAULTY: 1,
        Outcome.NOT_COMPLIANT: 2,
        Outcome.NOT_PROVEN: NOT_PROVEN,
        Outcome.VERIFIER_DISAGREES: 4,
        Outcome.NO_PLAN: 5,
        Outcome.INTERRUPTED: 130,
    }


def hand_over(plan: "Plan", *, as_json: bool, outputs: Sequence[Path] = ()) -> int:
    """Print a plan, write it where it was asked for, and give the exit code."""
    from planner.cli.plan_text import plan_text

    write_plans(plan, outputs)
    click.echo(json_text(plan) if as_json else plan_text(plan))
    return exit_code(plan)


def write_plans(plan: "Plan", outputs: Sequence[Path]) -> None:
    """Write a plan to each file, saying so; where none was found, nothing is written."""
    from planner.files import write_plan

    for path in outputs:
        if not plan.found:
            click.echo(f"Not written, since no plan was found: {path}", err=True)
            continue
        write_plan(plan, path)
        click.echo(f"Written: {path}", err=True)


def json_text(record: "Record") -> str:
    """Give a record as JSON, as the printed schema describes it."""
    return record.model_dump_json(indent=2)
