"""Arguments and options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from planner.data.policy import Policy

_Function = TypeVar("_Function", bound=Callable[..., Any])

FILE = click.Path(dir_okay=False, path_type=Path)


def ending_in(
    *endings: str,
) -> Callable[[click.Context, click.Parameter, tuple[Path, ...]], tuple[Path, ...]]:
    """Refuse files of another ending before any work is done."""

    def checked(
        _context: click.Context, _parameter: click.Parameter, paths: tuple[Path, ...]
    ) -> tuple[Path, ...]:
        for path in paths:
            if path.suffix.casefold() not in endings:
                raise click.BadParameter(f"{path.name} ends in none of {', '.join(endings)}")
        return paths

    return checked


scenario_argument = click.argument("scenario", type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
policy_option = click.option(
    "--policy",
    "policy_file",
    type=FILE,
    metavar="FILE",
    help="A policy file instead of the one that ships.",
)
output_option = click.option(
    "--output",
    "-o",
    "outputs",
    type=FILE,
    multiple=True,
    callback=ending_in(".json", ".csv", ".xlsx"),
    metavar="FILE",
    help="Write the plan to a .json, .csv or .xlsx file; may be given several times.",
)


progress_option = click.option(
    "--progress/--no-progress",
    "progress",
    default=None,
    help="Show on standard error how it goes; by default on a terminal only.",
)


def time_limit_option(seconds: float, said: str) -> Callable[[_Function], _Function]:
    """Make the option for how long something may take, so many seconds by default."""
    return click.option(
        "--time-limit",
        type=click.FloatRange(min=0.1, max=86400),
        default=seconds,
        show_default=True,
        metavar="SECONDS",
        help=said,
    )


def solving_options(function: _Function) -> _Function:
    """Add what every command that searches understands."""
    for option in reversed(
        (
            time_limit_option(10.0, "Stop after this long with the best verified plan."),
            click.option(
                "--workers",
                type=click.IntRange(1, 64),
                default=1,
                show_default=True,
                help="Threads of one search.",
            ),
            click.option(
                "--seed",
                type=click.IntRange(0, 2**31 - 1),
                default=0,
                show_default=True,
                help="Changes the search, never a finished plan.",
            ),
            progress_option,
        )
    ):
        function = option(function)
    return function


def consider_options(function: _Function) -> _Function:
    """Add what a manager is prepared to consider."""
    for option in reversed(
        (
            click.option(
                "--deallocations",
                type=click.IntRange(min=0),
                metavar="K",
                help="How many children may be de-allocated.",
            ),
            click.option(
                "--changes",
                type=click.IntRange(min=0),
                metavar="N",
                help="How many families may change practitioner.",
            ),
        )
    ):
        function = option(function)
    return function


def limit_options(function: _Function) -> _Function:
    """Add what sets other limits than those of the scenario."""
    strict = click.option("--strict", is_flag=True, help="Bring everyone within their limits.")
    return strict(consider_options(function))


def policy_from(path: Path | None) -> "Policy":
    """Read the policy file that was named, or give the one that ships."""
    from planner.policy import default_policy, parse_policy

    if path is None:
        return default_policy()
    try:
        return parse_policy(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path}: not a text file in UTF-8") from error
