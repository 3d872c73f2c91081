"""The command line, a thin door: it reads, calls the engine, prints, and ends with a code."""

from planner.cli.commands import main

__all__ = ["main"]
