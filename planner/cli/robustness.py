"""``planner robustness``: which allocations hang on points or hours a little different."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.handing_over import NOT_PROVEN, json_text
from planner.cli.options import json_option, policy_option, scenario_argument
from planner.cli.plan_options import clock_options, plan_option
from planner.cli.reading import read
from planner.cli.watch import stepped

if TYPE_CHECKING:
    from planner.data.robustness import Robustness, Steadiness


@click.command(short_help="Which allocations hang on a little more or less.")
@scenario_argument
@click.option(
    "--draws",
    type=click.IntRange(1, 10000),
    default=200,
    show_default=True,
    help="How often points are drawn, and hours.",
)
@click.option(
    "--spread",
    type=click.IntRange(1, 50),
    default=20,
    show_default=True,
    metavar="PERCENT",
    help="How far each amount may be off, either way.",
)
@click.option("--flips/--no-flips", default=True, help="Find what would flip each who awaits.")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, help="Other draws.")
@clock_options(120.0)
@plan_option
@json_option
@policy_option
def robustness(
    scenario: Path,
    draws: int,
    spread: int,
    flips: bool,
    seed: int,
    time_limit: float,
    progress: bool | None,
    plan_file: Path | None,
    as_json: bool,
    policy_file: Path | None,
) -> int:
    """Vary the policy's points, and everyone's hours, and see who is allocated all the same.

    Tiers, bands and the order of stages never vary: points only order children
    inside them. Where a child hangs on a few points, look at the child, not at
    the points.
    """
    from planner.engine import robustness as varied
    from planner.files import read_plan

    team, policy = read(scenario, policy_file)
    with stepped(progress) as watch:
        answer = varied(
            team,
            policy,
            draws=draws,
            spread=spread / 100,
            flips=flips,
            plan=read_plan(plan_file) if plan_file else None,
            time_limit=time_limit,
            seed=seed,
            stop=watch.stop,
            on_step=watch.on_step,
        )
    click.echo(json_text(answer) if as_json else robustness_text(answer))
    return 0 if answer.proven else NOT_PROVEN


def robustness_text(answer: "Robustness") -> str:
    """Give the shares as a document, those that hang on little first."""
    from planner.cli.layout import document, paragraphs, section, table
    from planner.report.price_words import NOT_ALL_DRAWN, SHARES, drawn_words

    headings = ("unit", "children", "priority", "in the plan", "points", "hours", "what flips it")
    shaky = [_row(unit) for unit in answer.units if not unit.stable]
    waiting = [_row(u) for u in answer.units if u.stable and not u.holder]
    settled = [u.unit for u in answer.units if u.stable and u.holder]
    return document(
        paragraphs([drawn_words(answer)], indent=""),
        section("Hangs on a little more or less", table(headings, shaky, right={4, 5}))
        if shaky
        else [],
        section("Awaits in every draw", table(headings, waiting, right={4, 5})) if waiting else [],
        section("Allocated in every draw", paragraphs([", ".join(settled)])) if settled else [],
        paragraphs([SHARES], indent=""),
        [] if answer.proven else [NOT_ALL_DRAWN],
    )


def _row(unit: "Steadiness") -> tuple[str, ...]:
    return (
        unit.unit,
        " ".join(unit.children),
        unit.tier.value,
        unit.holder or "awaits",
        _share(unit.by_points),
        _share(unit.by_hours),
        _flips(unit),
    )


def _flips(unit: "Steadiness") -> str:
    """Say in a few words what number of its own points would flip a unit."""
    tips = unit.tipping
    if tips is None:
        return ""
    if tips.points is not None and tips.proven:
        return f"more than {tips.points} points of its own, not {tips.own}"
    before = "limits stand before" if tips.stage == "0" else f"stage {tips.stage} stands before"
    return f"{tips.kind.value}: {before}" if tips.kind.value.startswith("no ") else tips.kind.value


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"
