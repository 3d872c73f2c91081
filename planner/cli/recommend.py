"""``planner recommend``: who could take this child, or whom could this practitioner take."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.handing_over import json_text
from planner.cli.options import (
    FILE,
    ending_in,
    json_option,
    policy_option,
    scenario_argument,
)
from planner.cli.reading import read

if TYPE_CHECKING:
    from planner.data.fit import NewFamily
    from planner.data.plan import Plan
    from planner.data.policy import Policy
    from planner.data.scenario import Scenario

_ASKED = "--child, --practitioner, --family and --age"
# Column of cases.csv for each option that says the same of every child.
_FACTS = {
    "phase": "phase",
    "order": "order",
    "zone": "zone",
    "living": "living",
    "interpreter": "language",
    "infant_response": "infant_response",
    "skill": "skills",
    "team": "team",
}


def _one_file(context: click.Context, parameter: click.Parameter, path: Path | None) -> Path | None:
    if path is not None:
        ending_in(".toml", ".csv")(context, parameter, (path,))
    return path


@click.command(short_help="Show who could take a child, or whom somebody could take.")
@scenario_argument
@click.option("--child", metavar="C001", help="A child of the team: who could take the family.")
@click.option("--practitioner", metavar="P03", help="Which families awaiting P03 could take.")
@click.option(
    "--family",
    "family_file",
    type=FILE,
    callback=_one_file,
    metavar="FILE",
    help="A new family: rows of cases in a .csv or .toml file.",
)
@click.option("--age", "ages", multiple=True, metavar="YEARS", help="A new child; once for each.")
@click.option("--phase", metavar="PHASE", help="For --age: such as investigation.")
@click.option("--order", metavar="ORDER", help="For --age: the order, such as family preservation.")
@click.option(
    "--judgement", metavar="HARM/CHANCE", help='For --age: such as "significant/very likely".'
)
@click.option("--zone", metavar="ZONE", help="For --age: where the family lives.")
@click.option("--living", metavar="WHERE", help="For --age: such as parents or kinship care.")
@click.option("--infant-response", metavar="CLASS", help="For --age: intensive or response.")
@click.option("--youth", is_flag=True, help="For --age: on the high-risk youth schedule.")
@click.option("--interpreter", metavar="LANGUAGE", help="For --age: the language interpreted.")
@click.option("--skill", multiple=True, metavar="SKILL", help="For --age: a skill needed.")
@click.option("--team", metavar="TEAM", help="For --age: the team, where there are several.")
@click.option(
    "--task", "tasks", multiple=True, metavar="KIND:DAY", help="For --age: first_visit:2026-03-09."
)
@click.option(
    "--conflict", "conflicts", multiple=True, metavar="P03", help="For --age: not this person."
)
@click.option(
    "--top",
    type=click.IntRange(1, 50),
    default=3,
    show_default=True,
    metavar="K",
    help="How many that leave least undone to name.",
)
@click.option(
    "--plan", "plan_file", type=FILE, metavar="FILE", help="Ask of this plan, not of today's team."
)
@json_option
@policy_option
def recommend(
    scenario: Path,
    child: str | None,
    practitioner: str | None,
    top: int,
    plan_file: Path | None,
    as_json: bool,
    policy_file: Path | None,
    **given: Any,
) -> int:
    """Show who could take one child's family, or whom one practitioner could take.

    Nothing is re-planned: everybody keeps what they hold in SCENARIO today, or
    in the plan named with --plan. Ask with one of --child, --practitioner,
    --family FILE or --age.
    """
    from planner.cli.recommend_text import who_text, whom_text
    from planner.engine import new_family, who_could_take, whom_could_take

    asked = (child, practitioner, given["family_file"], given["ages"])
    if sum(map(bool, asked)) != 1:
        raise click.UsageError(f"Ask with one of {_ASKED}.")
    _refuse_facts(given)
    team, policy = read(scenario, policy_file)
    plan = _plan(plan_file)
    if practitioner:
        found = whom_could_take(team, policy, practitioner, plan=plan, top=top)
        click.echo(json_text(found) if as_json else whom_text(found))
        return 0
    answer = (
        who_could_take(team, policy, child, plan=plan, top=top)
        if child
        else new_family(team, policy, _family(given, team, policy), plan=plan, top=top)
    )
    click.echo(json_text(answer) if as_json else who_text(answer))
    return 0


def _plan(path: Path | None) -> "Plan | None":
    from planner.files import read_plan

    return read_plan(path) if path else None


def _refuse_facts(given: dict[str, Any]) -> None:
    """Refuse facts of a new family where none is described by options."""
    facts = (*_FACTS, "judgement", "youth", "tasks", "conflicts")
    stray = [name for name in facts if given[name]]
    if stray and not given["ages"]:
        names = ", ".join(f"--{name.replace('_', '-').removesuffix('s')}" for name in stray)
        raise click.UsageError(f"{names}: only beside --age")


def _family(given: dict[str, Any], team: "Scenario", policy: "Policy") -> "NewFamily":
    """Read the new family: from the file, or from the options that describe it."""
    from planner.files import make_family, read_family

    if given["family_file"]:
        return read_family(given["family_file"], team, policy)
    facts = {column: given[name] for name, column in _FACTS.items() if given[name]}
    if given["judgement"]:
        consequence, _, probability = given["judgement"].partition("/")
        facts |= {"consequence": consequence, "probability": probability}
    if given["youth"]:
        facts["youth_schedule"] = "yes"
    return make_family(
        [{"age": age, **facts} for age in given["ages"]],
        team,
        policy,
        tasks=[_task(text) for text in given["tasks"]],
        conflicts=given["conflicts"],
    )


def _task(text: str) -> dict[str, str]:
    kind, _, due = text.partition(":")
    return {"task": kind, "due": due}
