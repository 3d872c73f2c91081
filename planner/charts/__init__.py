"""Charts for page and print: each takes an answer or rows of it, and gives a chart."""

from planner.charts.beside import beside_chart
from planner.charts.choices import NO_POINT, PICKED, Dot, Panel, choices_chart
from planner.charts.curve import curve_chart
from planner.charts.described import described
from planner.charts.front import front_chart
from planner.charts.load import load_chart, load_description
from planner.charts.save import save

__all__ = [
    "NO_POINT",
    "PICKED",
    "Dot",
    "Panel",
    "beside_chart",
    "choices_chart",
    "curve_chart",
    "described",
    "front_chart",
    "load_chart",
    "load_description",
    "save",
]
