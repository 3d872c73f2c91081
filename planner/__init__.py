"""Case allocation planner: who can hold which child's case, and what waiting means."""

__version__ = "0.1.0"
