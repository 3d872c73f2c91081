"""Options of commands that read one plan: which plan, and how long it may take."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from planner.cli.options import FILE

_Function = TypeVar("_Function", bound=Callable[..., Any])

plan_option = click.option(
    "--plan",
    "plan_file",
    type=FILE,
    metavar="FILE",
    help="Read this plan file (.json) instead of the best plan.",
)


def clock_options(function: _Function) -> _Function:
    """Add how long an answer may take, and whether it shows how it goes."""
    for option in reversed(
        (
            click.option(
                "--time-limit",
                type=click.FloatRange(min=0.1, max=86400),
                default=10.0,
                show_default=True,
                metavar="SECONDS",
                help="Stop after this long with what there is.",
            ),
            click.option(
                "--progress/--no-progress",
                "progress",
                default=None,
                help="Show on standard error how it goes; by default on a terminal only.",
            ),
        )
    ):
        function = option(function)
    return function
