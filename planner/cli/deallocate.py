"""``planner deallocate``: the worksheet of de-allocation, and the record of one decision."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import FILE, json_option, policy_option, scenario_argument
from planner.cli.plan_options import clock_options
from planner.cli.reading import read
from planner.cli.watch import stepped
from planner.errors import UsageFault

if TYPE_CHECKING:
    from planner.data.policy import Policy
    from planner.data.rationale import Consultation, Given, Rationale
    from planner.data.scenario import Scenario
    from planner.data.worksheet import Worksheet

_REFUSED = 1


@click.command(short_help="Weigh de-allocations child by child; record the reasons for one.")
@scenario_argument
@click.option(
    "--most", type=click.IntRange(0, 50), default=5, show_default=True, help="Families to list."
)
@click.option(
    "--child", "children", multiple=True, metavar="C001", help="A child you consider; repeatable."
)
@click.option("--plan", "plan_file", type=FILE, metavar="FILE", help="Weigh against this plan.")
@click.option("--reason", default="", metavar="TEXT", help="Why; a high-risk child needs it.")
@click.option("--rationale", is_flag=True, help="Make the record of one decision, for one child.")
@click.option("--text", "as_text", is_flag=True, help="Print the record as text to paste.")
@click.option(
    "--consulted", multiple=True, metavar="ROLE:NAME:DATE", help="Who was consulted, and when."
)
@click.option("--views", default="", metavar="TEXT", help="What the child and the family say.")
@click.option(
    "--review", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Day of the next review."
)
@click.option("--by", default="", metavar="NAME", help="Who decides.")
@click.option(
    "--output", "-o", type=FILE, metavar="FILE", help=".html for the worksheet, .docx for a record."
)
@json_option
@policy_option
@clock_options(10.0)
def deallocate(scenario: Path, policy_file: Path | None, rationale: bool, **given: Any) -> int:
    """Weigh whose case in SCENARIO could be de-allocated with the least impact.

    Two lines for each child: impact on the child, and on progress to the
    permanency objective. The manager chooses, case by case. With --child and
    --rationale it makes the record of one decision, its blanks marked.
    """
    _refuse_misuse(rationale, given)
    team, policy = read(scenario, policy_file)
    return (_record if rationale else _sheet)(team, policy, given)


def _refuse_misuse(rationale: bool, given: dict[str, Any]) -> None:
    """Refuse options that do not go together before any work is done."""
    ending, wanted = given["output"], ".docx" if rationale else ".html"
    if ending and ending.suffix.casefold() != wanted:
        raise click.UsageError(f"{ending.name} does not end in {wanted}")
    if rationale and len(set(given["children"])) != 1:
        raise click.UsageError("one record is for one child: name it with --child")
    own = ("as_text", "consulted", "views", "review", "by")
    if not rationale and any(given[name] for name in own):
        raise click.UsageError("these options belong to a record: add --rationale")


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    from planner.files import read_plan

    file = given["plan_file"]
    return {
        "plan": read_plan(file) if file else None,
        "time_limit": given["time_limit"],
    }


def _sheet(team: "Scenario", policy: "Policy", given: dict[str, Any]) -> int:
    from planner.cli.deallocate_text import deallocate_text
    from planner.engine import worksheet
    from planner.files import write_worksheet

    with stepped(given["progress"]) as watch:
        sheet: Worksheet = worksheet(
            team,
            policy,
            most=given["most"],
            children=given["children"],
            reason=given["reason"],
            stop=watch.stop,
            on_step=watch.on_step,
            **_asked(given),
        )
    if given["output"]:
        write_worksheet(sheet, given["output"])
        click.echo(f"Written: {given['output']}", err=True)
    click.echo(json_text(sheet) if given["as_json"] else deallocate_text(sheet))
    if sheet.refused:
        return _REFUSED
    return 0 if sheet.proven else NOT_PROVEN


def _record(team: "Scenario", policy: "Policy", given: dict[str, Any]) -> int:
    from planner.engine import rationale
    from planner.engine.deallocate.rationale_text import paste_text

    with stepped(given["progress"]) as watch:
        record: Rationale = rationale(
            team,
            policy,
            given["children"][0],
            given=_of_the_manager(given),
            stop=watch.stop,
            **_asked(given),
        )
    if given["output"]:
        # Imported here: printed text needs no word processor's file, which takes long to load.
        from planner.files.rationale_docx import write_rationale

        write_rationale(record, given["output"])
        click.echo(f"Written: {given['output']}", err=True)
    if given["as_json"]:
        click.echo(json_text(record))
    elif given["as_text"] or not given["output"]:
        click.echo(paste_text(record))
    return 0 if record.proven else NOT_PROVEN


def _of_the_manager(given: dict[str, Any]) -> "Given":
    from planner.data.rationale import Given

    review = given["review"]
    return Given(
        reason=given["reason"],
        by=given["by"],
        views=given["views"],
        review=review.date() if review else None,
        consulted=tuple(map(_consultation, given["consulted"])),
    )


def _consultation(text: str) -> "Consultation":
    """Read ``ROLE:NAME:DATE``; a name may hold colons, the role and the date may not."""
    from planner.data.rationale import Consultation

    role, _, rest = text.partition(":")
    name, _, day = rest.rpartition(":")
    try:
        dated = datetime.strptime(day.strip(), "%Y-%m-%d").date()
    except ValueError:
        raise UsageFault(f"{text!r} is not ROLE:NAME:DATE with a date like 2026-03-02.") from None
    return Consultation(role=role.strip(), name=name.strip(), dated=dated)
