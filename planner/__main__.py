"""Run the planner as ``python -m planner``."""

from planner.cli import main

main()
