"""Charts for page and print: each takes an answer or rows of it, and gives a chart."""

from planner.charts.curve import curve_chart
from planner.charts.front import front_chart
from planner.charts.load import load_chart
from planner.charts.save import save

__all__ = ["curve_chart", "front_chart", "load_chart", "save"]
