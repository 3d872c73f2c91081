"""The disk door: scenarios in from folders and workbooks, plans out, whole or not at all."""

from planner.files.assemble import Team
from planner.files.cells import Column, Kind
from planner.files.evidence_page import write_evidence
from planner.files.export import plan_csv, read_plan, write_plan
from planner.files.family import make_family, read_family
from planner.files.frames import Figure, write_rows
from planner.files.read import read_scenario, read_team
from planner.files.schema import plan_schema, schema, schema_json
from planner.files.tables import Table
from planner.files.template import write_template
from planner.files.worksheet_page import write_worksheet
from planner.files.write import write_scenario

__all__ = [
    "Column",
    "Figure",
    "Kind",
    "Table",
    "Team",
    "make_family",
    "plan_csv",
    "plan_schema",
    "read_family",
    "read_plan",
    "read_scenario",
    "read_team",
    "schema",
    "schema_json",
    "write_evidence",
    "write_plan",
    "write_rows",
    "write_scenario",
    "write_template",
    "write_worksheet",
]
