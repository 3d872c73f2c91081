"""The schema: every field of every record, with words."""

import json

import jsonschema
import pytest

from planner.data.adjustment import Adjustment
from planner.data.record import Record
from planner.data.scenario import (
    Child,
    Decision,
    Leave,
    Limits,
    Practitioner,
    Reply,
    Task,
    Travel,
)
from planner.files import meanings, plan_schema, schema, schema_json
from planner.files.tables import CASES, PRACTITIONERS, table
from planner.policy import default_policy


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("cases", Child),
        ("practitioners", Practitioner),
        ("factors", Reply),
        ("indicators", Reply),
        ("leave", Leave),
        ("tasks", Task),
        ("pins", Decision),
        ("travel", Travel),
        ("limits", Limits),
        ("adjust", Adjustment),
    ],
)
def test_every_field_is_a_column_with_a_meaning(name: str, model: type[Record]) -> None:
    """A field added to a record is in the schema, or nothing can be read at all."""
    (found,) = [spec for spec in schema() if spec.name == name]
    assert found.names == tuple(model.model_fields)
    assert all(column.meaning for column in found.columns)
    assert set(meanings.COLUMNS[name]) == set(model.model_fields)


def test_required_columns_are_those_of_the_design() -> None:
    """Child, family, age or birth date, holder, phase or order, flags, judgement."""
    needed = {column.name for column in CASES.columns if column.heading_needed}
    assert needed == {
        "child",
        "family",
        "holder",
        "infant_response",
        "youth_schedule",
        "consequence",
        "probability",
    }
    assert CASES.one_of == (("birth_date", "age"), ("phase", "order"))
    assert {c.name for c in PRACTITIONERS.columns if c.heading_needed} == {"practitioner", "fte"}
    assert {c.name for c in CASES.columns if c.filled} == {"child", "family", "phase"}


def test_ids_of_the_policy_are_named() -> None:
    """The manager sees which tasks, factors and indicators there are."""
    choices = {
        (spec.name, column.name): column.choices for spec in schema() for column in spec.columns
    }
    policy = default_policy()
    assert choices["tasks", "task"] == tuple(kind.id for kind in policy.tasks)
    assert choices["indicators", "item"] == tuple(row.id for row in policy.indicators)
    assert len(choices["indicators", "item"]) == 14
    derived = {factor.id for factor in policy.factors if factor.derived}
    assert derived.isdisjoint(choices["factors", "item"])


def test_defaults_are_stated() -> None:
    """Each default is written as a cell would hold it."""
    stated = {column.name: column.default for column in PRACTITIONERS.columns}
    assert (stated["grade"], stated["limit_percent"], stated["first_year"]) == ("CPP3", "100", "no")
    assert (stated["start"], stated["fte"]) == ("", "")


def test_json_holds_tables_and_plan() -> None:
    """One document for other programs; the plan's part is a valid JSON schema."""
    content = json.loads(schema_json())
    assert content["version"] == 1
    assert [spec["table"] for spec in content["tables"]] == [spec.name for spec in schema()]
    assert content["plan"] == plan_schema()
    jsonschema.Draft202012Validator.check_schema(content["plan"])
    (cases,) = [spec for spec in content["tables"] if spec["table"] == "cases"]
    child = cases["columns"][0]
    assert (child["column"], child["required"], child["blank"]) == ("child", True, False)


def test_unknown_table() -> None:
    """Asking for a table or column that is not there is a bug of ours."""
    with pytest.raises(KeyError):
        table("case")
    with pytest.raises(KeyError):
        CASES.column("kid")
