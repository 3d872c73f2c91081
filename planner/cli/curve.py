"""``planner curve``: who awaits with more or fewer hours, or with somebody away."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import json_option, policy_option, scenario_argument
from planner.cli.plan_options import clock_options, plan_option, plot_option
from planner.cli.reading import read
from planner.cli.watch import stepped

if TYPE_CHECKING:
    from planner.data.curve import Joining
    from planner.data.plan import Plan
    from planner.data.policy import Policy
    from planner.data.scenario import Scenario

_HALF_HOURS = 2
_MOST_PARTS = 3


@click.command(short_help="Show who awaits with more or fewer hours, or with somebody away.")
@scenario_argument
@click.option("--practitioner", metavar="P02", help="Vary the limit of this practitioner.")
@click.option("--everyone", is_flag=True, help="Vary everyone's limit; so it is without a choice.")
@click.option(
    "--add",
    "added",
    metavar="GRADE[:ZONE[:SKILL,SKILL]]",
    help="Vary the hours of a further practitioner, up to full time.",
)
@click.option("--team", "of_team", default="", metavar="TEAM", help="For --add: which team joins.")
@click.option("--absence", is_flag=True, help="Ask of each practitioner's absence for the cycle.")
@click.option(
    "--from", "least", type=float, metavar="H", help="From so many hours more (-8: less)."
)
@click.option("--to", "most", type=float, metavar="H", help="To so many hours more.")
@plot_option
@plan_option
@json_option
@policy_option
@clock_options(30.0)
def curve(
    scenario: Path,
    practitioner: str | None,
    everyone: bool,
    added: str | None,
    absence: bool,
    picture: Path | None,
    as_json: bool,
    policy_file: Path | None,
    progress: bool | None,
    **given: Any,
) -> int:
    """Show which children of SCENARIO await with more hours, or fewer, to the half-hour.

    Hours are those a cycle. Ask of everyone's, of one --practitioner's, of
    somebody to --add, or of each practitioner's --absence.
    """
    asked = sum((bool(practitioner), everyone, bool(added), absence))
    if asked > 1:
        raise click.UsageError("Give one of --practitioner, --everyone, --add and --absence.")
    if absence and (picture or given["least"] is not None or given["most"] is not None):
        raise click.UsageError("--plot, --from and --to do not go with --absence.")
    team, policy = read(scenario, policy_file)
    if absence:
        return _absence(team, policy, as_json, progress, given)
    joining = _joining(added, given["of_team"]) if added else None
    return _curve(team, policy, practitioner or "", joining, picture, as_json, progress, given)


def _curve(
    team: "Scenario",
    policy: "Policy",
    practitioner: str,
    joining: "Joining | None",
    picture: Path | None,
    as_json: bool,
    progress: bool | None,
    given: dict[str, Any],
) -> int:
    from planner.charts import curve_chart, save
    from planner.cli.curve_text import curve_text
    from planner.engine import curve as found_for

    with stepped(progress) as watch:
        found = found_for(
            team,
            policy,
            practitioner,
            joining=joining,
            least=_half_hours(given["least"]),
            most=_half_hours(given["most"]),
            plan=_plan(given["plan_file"]),
            time_limit=given["time_limit"],
            stop=watch.stop,
            on_step=watch.on_step,
        )
    if picture is not None:
        save(curve_chart(found), picture)
        click.echo(f"Written: {picture}", err=True)
    click.echo(json_text(found) if as_json else curve_text(found))
    return 0 if found.proven else NOT_PROVEN


def _absence(
    team: "Scenario", policy: "Policy", as_json: bool, progress: bool | None, given: dict[str, Any]
) -> int:
    from planner.cli.curve_text import absence_text
    from planner.engine import absence as found_for

    with stepped(progress) as watch:
        found = found_for(
            team,
            policy,
            plan=_plan(given["plan_file"]),
            time_limit=given["time_limit"],
            stop=watch.stop,
            on_step=watch.on_step,
        )
    click.echo(json_text(found) if as_json else absence_text(found))
    return 0 if found.proven else NOT_PROVEN


def _plan(path: Path | None) -> "Plan | None":
    from planner.files import read_plan

    return read_plan(path) if path else None


def _joining(text: str, team: str) -> "Joining":
    """Read ``CPP4``, ``CPP4:hills`` or ``CPP4:hills:infants,court``."""
    from pydantic import ValidationError

    from planner.data.curve import Joining

    parts = [part.strip() for part in text.split(":")]
    if len(parts) > _MOST_PARTS:
        raise click.BadParameter(f"{text!r} has too many parts", param_hint="--add")
    grade, zone, skills = (*parts, "", "")[:_MOST_PARTS]
    named = tuple(skill.strip() for skill in skills.split(",") if skill.strip())
    try:
        return Joining.model_validate({"grade": grade, "zone": zone, "skills": named, "team": team})
    except ValidationError as error:
        faults = "; ".join(f"{fault['input']!r}: {fault['msg']}" for fault in error.errors())
        raise click.BadParameter(f"{text!r}: {faults}", param_hint="--add") from error


def _half_hours(hours: float | None) -> int | None:
    if hours is None:
        return None
    twice = Decimal(str(hours)) * _HALF_HOURS
    if twice != int(twice):
        raise click.UsageError(f"{hours:g} is not a number of whole half-hours")
    return int(twice)
