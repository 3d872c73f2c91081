"""What a plan says: lines, counts, reasons and headline, from choices and a problem."""

from planner.report.prepare import Prepared, ceilings_of, prepare, stages_of
from planner.report.report import Report, report

__all__ = ["Prepared", "Report", "ceilings_of", "prepare", "report", "stages_of"]
