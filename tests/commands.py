"""The command line, run inside the test's own process."""

from click.testing import CliRunner, Result

from planner.cli import main


def run(*arguments: object) -> Result:
    """Run a command with its arguments, and give what it printed and how it ended."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="planner")
