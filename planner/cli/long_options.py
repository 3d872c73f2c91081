"""Options of commands that solve many plans and draw a picture of what they find."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from planner.cli.options import FILE, ending_in

_Function = TypeVar("_Function", bound=Callable[..., Any])


def _picture(context: click.Context, parameter: click.Parameter, path: Path | None) -> Path | None:
    if path is not None:
        ending_in(".svg", ".png")(context, parameter, (path,))
    return path


plot_option = click.option(
    "--plot",
    "picture",
    type=FILE,
    callback=_picture,
    metavar="FILE",
    help="Draw it to an .svg or .png picture.",
)


def long_options(function: _Function) -> _Function:
    """Add how long the whole answer may take, and whether it shows how it goes."""
    for option in reversed(
        (
            click.option(
                "--time-limit",
                type=click.FloatRange(min=0.1, max=86400),
                default=30.0,
                show_default=True,
                metavar="SECONDS",
                help="Stop after this long with the steps found.",
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
