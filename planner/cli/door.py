"""The group of commands: sections in the help, faults in words, exit codes as a contract."""

import os
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import click

from planner.cli.interruption import INTERRUPTED, NOTHING, interruptible
from planner.errors import PlannerError

USAGE_OR_DATA = 1
BUG = 4

_BUGS = frozenset({"verifier", "bug"})


class Section(NamedTuple):
    """Some commands under one heading of the help."""

    title: str
    commands: tuple[click.Command, ...]


class Door(click.Group):
    """Commands in sections; every end is one of the exit codes that the help lists."""

    def __init__(self, *, sections: Sequence[Section], **settings: Any) -> None:
        super().__init__(**settings)
        self.sections = tuple(sections)
        for section in self.sections:
            for command in section.commands:
                self.add_command(command)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of the help."""
        return [str(c.name) for section in self.sections for c in section.commands]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section."""
        width = max(len(name) for name in self.list_commands(ctx))
        for section in self.sections:
            with formatter.section(section.title):
                formatter.write_dl(
                    [
                        (str(c.name).ljust(width), c.get_short_help_str(formatter.width - width))
                        for c in section.commands
                    ]
                )

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and leave with its exit code."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        sys.exit(self._ended(args, prog_name, complete_var, **extra))

    def _ended(
        self,
        args: Sequence[str] | None,
        prog_name: str | None,
        complete_var: str | None,
        **extra: Any,
    ) -> int:
        """Run a command; say in words what went wrong; give the exit code."""
        try:
            with interruptible():
                code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            error.show()
            return USAGE_OR_DATA
        except PlannerError as error:
            click.echo(str(error), err=True)
            return BUG if error.code in _BUGS else USAGE_OR_DATA
        except (click.Abort, KeyboardInterrupt):
            click.echo(NOTHING, err=True)
            return INTERRUPTED
        except BrokenPipeError:
            return _quiet_end()
        except OSError as error:
            click.echo(f"{error.filename or 'a file'}: {error.strerror or error}", err=True)
            return USAGE_OR_DATA
        return code if isinstance(code, int) else 0


def _quiet_end() -> int:
    """End without a word where the reader of our output left, as ``head`` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return USAGE_OR_DATA
