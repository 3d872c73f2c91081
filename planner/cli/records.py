"""``planner records``: what managers decided, kept so that any alteration is found."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.options import FILE, json_option
from planner.data.record_kinds import ReasonCode, RecordKind

if TYPE_CHECKING:
    from planner.data.decision_record import DecisionEntry, DecisionRecord

FAULTY = 1
_KINDS = {kind.option: kind for kind in RecordKind if kind is not RecordKind.ENTERED}
_REASONS = {reason.value: reason for reason in ReasonCode}

store_option = click.option(
    "--store",
    "place",
    metavar="PATH",
    help="The file of the records, or a database address; by default in your own data folder.",
)
day_type = click.DateTime(formats=["%Y-%m-%d"])
number_argument = click.argument("number", type=click.IntRange(min=1))


@click.group(short_help="Keep, list and check decisions, one child or family at a time.")
def records() -> None:
    """Keep what was decided: added one by one, never altered, each carrying the one before.

    A record here is not an entry on CRIS; `planner records entered` says when that was made.
    """


@records.command("list", short_help="List the records, in the order in which they were made.")
@click.option("--child", metavar="C001", help="Only records of this child.")
@click.option("--since", type=day_type, metavar="DATE", help="Only from this day on.")
@store_option
@json_option
def list_(child: str | None, since: datetime | None, place: str | None, as_json: bool) -> int:
    """List the records with who decided, why, and whether CRIS has it."""
    from planner.cli.records_text import list_text
    from planner.data.recorded import entries
    from planner.store import head, store_at
    from planner.store import records as recorded

    store = store_at(place)
    every, end = recorded(store), head(store)
    shown = recorded(store, child, since.date() if since else None)
    if as_json:
        rows = [record.model_dump(mode="json") for record in shown]
        click.echo(json.dumps({"head": end.model_dump(), "records": rows}, indent=2))
    elif shown:
        click.echo(list_text(shown, entries(every), end))
    else:
        click.echo(f"No such decision is recorded in {store.name}.")
    return 0


@records.command(short_help="Show one record in full.")
@number_argument
@store_option
@json_option
def show(number: int, place: str | None, as_json: bool) -> int:
    """Show record NUMBER in full, as text that can be pasted into a case note."""
    _echo(number, place, as_json)
    return 0


@records.command(short_help="Write all records to a .csv or .jsonl file.")
@click.argument("file", type=FILE)
@store_option
def export(file: Path, place: str | None) -> int:
    """Write all records to FILE: a row each (.csv), or a line each to be checked (.jsonl)."""
    from planner.store import export as exported
    from planner.store import store_at

    exported(store_at(place), file)
    click.echo(f"Written: {file}", err=True)
    return 0


@records.command(short_help="Check that no record was altered, taken out or put in.")
@click.option(
    "--head",
    "written_down",
    default="",
    metavar="DIGEST",
    help="The digest of the last record as written down elsewhere; 12 characters are enough.",
)
@store_option
@json_option
def verify(written_down: str, place: str | None, as_json: bool) -> int:
    """Check every record and how they follow from each other; ends with 1 where one is wrong.

    Only a digest kept elsewhere, as on a printout, shows that the last records
    were taken out by somebody who also made the store's own account of them fit.
    """
    from planner.cli.records_text import end
    from planner.store import head, store_at
    from planner.store import verify as verified

    store = store_at(place)
    faults = verified(store, written_down)
    last = None if faults else head(store)
    if as_json:
        found = {"intact": not faults, "faults": faults, "head": last and last.model_dump()}
        click.echo(json.dumps(found, indent=2))
    elif last is None:
        click.echo("\n".join(faults))
    elif last.count:
        click.echo("\n".join(["Every record is as it was written.", *end(last)]))
    else:
        click.echo(f"Nothing is recorded in {store.name}.")
    return FAULTY if faults else 0


@records.command(short_help="Record a decision about one child or family.")
@click.option(
    "--plan", "plan_file", type=FILE, required=True, metavar="FILE", help="The plan (.json)."
)
@click.option(
    "--child",
    "children",
    multiple=True,
    required=True,
    metavar="C001",
    help="The child; more than once for children of one family.",
)
@click.option("--kind", type=click.Choice(list(_KINDS)), required=True, help="What was decided.")
@click.option("--to", metavar="P02", help="The practitioner decided on, or awaiting.")
@click.option("--reason", type=click.Choice(list(_REASONS)), help="Why, as a code.")
@click.option("--text", default="", metavar="TEXT", help="Why, in words.")
@click.option("--rationale", type=FILE, metavar="FILE", help="A rationale, from a text file.")
@click.option("--review", type=day_type, metavar="DATE", help="When it is looked at again.")
@click.option(
    "--consulted", multiple=True, metavar="WHO", help="Who was consulted, and when; repeatable."
)
@click.option("--about", type=click.IntRange(min=1), metavar="N", help="The record it speaks of.")
@click.option("--by", required=True, metavar="NAME", help="Who decided.")
@store_option
@json_option
def add(plan_file: Path, to: str | None, place: str | None, as_json: bool, **given: Any) -> int:
    """Record a decision about one child, or children of one family, from a plan file.

    The record names the plan, the team and the policy by their digests.
    """
    from planner.files import read_plan
    from planner.store import of_plan

    entry = _entry(given)
    decided = "" if to == "awaiting" else to
    record = _append(of_plan(entry, read_plan(plan_file), decided), place)
    _echo(record.sequence, place, as_json)
    return 0


@records.command(short_help="Say that a record was entered on CRIS.")
@number_argument
@click.option("--on", type=day_type, required=True, metavar="DATE", help="The day of the entry.")
@click.option("--by", required=True, metavar="NAME", help="Who made the entry.")
@store_option
@json_option
def entered(number: int, on: datetime, by: str, place: str | None, as_json: bool) -> int:
    """Say that record NUMBER was entered on CRIS: a further record, the first stays as it is."""
    from planner.store import entered_on_cris

    record = _append(entered_on_cris(_found(number, place)[0], on.date(), by), place)
    _echo(number if not as_json else record.sequence, place, as_json)
    return 0


def _entry(given: dict[str, Any]) -> "DecisionEntry":
    """Make an entry of the options of a command."""
    from planner.store import entry

    reason, review, rationale = given["reason"], given["review"], given["rationale"]
    return entry(
        kind=_KINDS[given["kind"]],
        children=given["children"],
        reason=_REASONS[reason] if reason else None,
        text=given["text"],
        rationale=_text_of(rationale) if rationale else "",
        review=review.date() if review else None,
        consulted=given["consulted"],
        about=given["about"],
        user=given["by"],
    )


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file.name} is not a text file in UTF-8.") from error


def _append(entry: "DecisionEntry", place: str | None) -> "DecisionRecord":
    from planner.store import append, store_at

    return append(store_at(place), entry)


def _found(number: int, place: str | None) -> "tuple[DecisionRecord, tuple[DecisionRecord, ...]]":
    """Give a record by its number, and all of them."""
    from planner.errors import UsageFault
    from planner.store import records as recorded
    from planner.store import store_at

    every = recorded(store_at(place))
    for record in every:
        if record.sequence == number:
            return record, every
    there = f"they go from 1 to {every[-1].sequence}" if every else "there are none yet"
    raise UsageFault(f"There is no record {number}; {there}.")


def _echo(number: int, place: str | None, as_json: bool) -> None:
    """Print a record as it is kept."""
    from planner.cli.handing_over import json_text
    from planner.cli.records_text import record_text
    from planner.data.recorded import entries

    record, every = _found(number, place)
    click.echo(json_text(record) if as_json else record_text(record, entries(every)))
