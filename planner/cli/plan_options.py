"""Options of commands that ask something of one plan: which plan, how long, and a picture."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from planner.cli.options import FILE, ending_in, progress_option, time_limit_option

_Function = TypeVar("_Function", bound=Callable[..., Any])

plan_option = click.option(
    "--plan",
    "plan_file",
    type=FILE,
    metavar="FILE",
    help="Read this plan file (.json) instead of the best plan.",
)


def clock_options(seconds: float) -> Callable[[_Function], _Function]:
    """Add how long an answer may take, and whether it shows how it goes."""

    def added(function: _Function) -> _Function:
        limit = time_limit_option(seconds, "Stop after this long with what there is.")
        return limit(progress_option(function))

    return added


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
