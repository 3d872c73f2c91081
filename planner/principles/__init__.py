"""Scoring: what is recorded of a child makes tier, band, points and impact, each with why."""

from planner.principles.age import age_in_years
from planner.principles.prioritise import prioritise

__all__ = ["age_in_years", "prioritise"]
