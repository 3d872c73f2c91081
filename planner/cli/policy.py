"""``planner policy``: the policy as it is applied, with its sources."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.handing_over import json_text
from planner.cli.options import json_option, policy_from, policy_option

if TYPE_CHECKING:
    from planner.data.policy import Policy


@click.command(short_help="Print the policy: tiers, points, paragraphs, sources.")
@policy_option
@json_option
def policy(policy_file: Path | None, as_json: bool) -> None:
    """Print the policy that plans are made with, and what is not modelled and why."""
    chosen = policy_from(policy_file)
    click.echo(json_text(chosen) if as_json else policy_text(chosen))


def policy_text(chosen: "Policy") -> str:
    """Give a policy as a document for the terminal."""
    from planner.cli.layout import document, paragraphs, section

    heading = f"Policy {chosen.name}, version {chosen.version}, digest {chosen.digest[:12]}"
    not_modelled = (
        f"{row.text.rstrip('.')} ({row.source.value}). Because: {row.because}"
        for row in chosen.not_modelled
    )
    numbered = (
        f"{row.id} ({row.source.value}) {row.heading}: {row.text}" for row in chosen.paragraphs
    )
    return document(
        [heading],
        section("Tiers and bands", _tiers(chosen)),
        section("Points inside a tier or band", _factors(chosen)),
        section("De-allocation impact", _indicators(chosen)),
        section("What comes first", [f"  {row.id:<3} {row.title}" for row in chosen.stages]),
        section("Paragraphs", paragraphs(numbered)),
        section("Not modelled", paragraphs(not_modelled, bullet="- ")),
    )


def _tiers(chosen: "Policy") -> list[str]:
    from planner.cli.layout import table
    from planner.data.vocabulary import Tier

    tiers = [f"  {tier.value}" for tier in Tier]
    judged = [
        (row.consequence.value, row.probability.value, row.band.value, "")
        for row in chosen.judgements
    ]
    return [*tiers, "", *table(("consequence of harm", "probability", "band", ""), judged)]


def _factors(chosen: "Policy") -> list[str]:
    """List the factors by the part of 2254 that they belong to."""
    from planner.cli.layout import table

    lines: list[str] = []
    for part in dict.fromkeys(row.part for row in chosen.factors):
        rows = [
            (str(row.points), str(row.unknown_points), row.paragraph, row.title)
            for row in chosen.factors
            if row.part == part
        ]
        headings = ("yes", "unknown", "paragraph", part)
        lines += [*table(headings, rows, right={0, 1}), ""]
    return lines[:-1]


def _indicators(chosen: "Policy") -> list[str]:
    from planner.cli.layout import table

    rows = [
        (str(row.no_points), str(row.unknown_points), row.paragraph, row.title)
        for row in chosen.indicators
    ]
    return table(("no", "unknown", "paragraph", "indicator"), rows, right={0, 1})
