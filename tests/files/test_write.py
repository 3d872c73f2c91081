"""Writing scenarios: what is written reads back as the same scenario."""

import string
import tempfile
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.data.record import Record
from planner.data.scenario import (
    Child,
    Decision,
    Leave,
    Limits,
    Practitioner,
    Reply,
    Scenario,
    Task,
    Travel,
)
from planner.data.vocabulary import DecisionKind, Phase
from planner.errors import UsageFault
from planner.files import read_scenario, read_team, write_scenario
from planner.files.cells import Column, Kind
from planner.files.tables import (
    CASES,
    LEAVE,
    LIMITS,
    PINS,
    PRACTITIONERS,
    TASKS,
    TRAVEL,
    Table,
)
from planner.policy import default_policy

_Made = TypeVar("_Made", bound=Record)

AS_AT = date(2026, 3, 2)
POLICY = default_policy()
FACTORS = [factor.id for factor in POLICY.factors if not factor.derived]
INDICATORS = [indicator.id for indicator in POLICY.indicators]
NEEDED = frozenset(f"cases.{c.name}" for c in CASES.columns if c.heading_needed)
WORD = st.text(string.ascii_letters + string.digits + "=+-@'\" ,.é小#", min_size=1, max_size=8).map(
    str.strip
)
TEXTS = WORD.filter(bool)
SKILLS = st.lists(TEXTS, max_size=2).map(tuple)
PAST = st.dates(date(2010, 1, 1), AS_AT)


def cell(column: Column) -> st.SearchStrategy[object]:
    """Give any value that a cell of this column can hold."""
    match column.kind:
        case Kind.TEXT:
            return TEXTS
        case Kind.WORDS:
            return SKILLS
        case Kind.DATE:
            return PAST
        case Kind.FLAG:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(column.choices)
        case Kind.WHOLE:
            return st.integers(int(column.least or 0), int(column.most or 99))
        case Kind.NUMBER:
            return st.decimals(column.least or 0, column.most or 99, places=2)


def rows(table: Table, leave_out: frozenset[str]) -> st.SearchStrategy[dict[str, object]]:
    """Give rows of a table: needed columns filled, the others at random."""
    columns = [column for column in table.columns if column.name not in leave_out]
    filled = {column.name: cell(column) for column in columns if column.filled}
    others = {column.name: cell(column) for column in columns if not column.filled}
    return st.fixed_dictionaries(filled, optional=others)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Give any scenario whose tables agree with one another."""
    people = draw(st.lists(TEXTS, min_size=1, max_size=4, unique=True))
    children = draw(st.lists(TEXTS, max_size=4, unique=True))
    someone, child = st.sampled_from(people), st.sampled_from(children or [""])

    def many(table: Table, **fixed: st.SearchStrategy[object]) -> list[dict[str, object]]:
        plain = rows(table, frozenset(fixed))
        full = st.tuples(plain, st.fixed_dictionaries(fixed)).map(lambda pair: pair[0] | pair[1])
        return draw(st.lists(full, max_size=3)) if children or "child" not in fixed else []

    ages = st.integers(0, 25)
    cases = [
        draw(rows(CASES, frozenset({"child", "holder", "age"})))
        | {"child": name, "holder": draw(st.one_of(st.just(""), someone)), "age": draw(ages)}
        for name in children
    ]
    persons = [
        draw(rows(PRACTITIONERS, frozenset({"practitioner", "end"}))) | {"practitioner": name}
        for name in people
    ]
    pairs = [(c, item) for c in children for item in FACTORS[:2]]
    answered = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    scenario = Scenario(
        name=draw(TEXTS),
        as_at=AS_AT,
        cycle_days=draw(st.integers(7, 56)),
        limits=Limits.model_validate(draw(rows(LIMITS, frozenset()))),
        bases=draw(st.dictionaries(TEXTS, TEXTS, max_size=2)),
        children=tuple(Child.model_validate(row) for row in cases),
        practitioners=tuple(Practitioner.model_validate(row) for row in persons),
        leave=made(Leave, many(LEAVE, practitioner=someone, until=st.none(), cover=st.just(""))),
        tasks=made(
            Task, many(TASKS, child=child, task=st.sampled_from([t.id for t in POLICY.tasks]))
        ),
        decisions=made(
            Decision,
            many(PINS, child=child, practitioner=someone, kind=st.just("bar")),
        ),
        travel=made(Travel, many(TRAVEL)),
        factors=tuple(Reply(child=c, item=i, answer="yes") for c, i in answered),
        indicators=tuple(Reply(child=c, item=INDICATORS[0], answer="no") for c in children),
    )
    return scenario.model_copy(update={"supplied": supplied(scenario)})


def made(model: type[_Made], content: list[dict[str, object]]) -> tuple[_Made, ...]:
    """Make records of rows."""
    return tuple(model.model_validate(row) for row in content)


def supplied(scenario: Scenario, more: frozenset[str] = frozenset()) -> frozenset[str]:
    """Name what files of a scenario hold at least: needed columns and those with content."""
    fields = type(scenario.children[0]).model_fields if scenario.children else {}
    stated = {
        f"cases.{name}"
        for name, field in fields.items()
        if any(getattr(child, name) != field.default for child in scenario.children)
    }
    items = {f"factors.{row.item}" for row in scenario.factors}
    items |= {f"indicators.{row.item}" for row in scenario.indicators}
    tables = {
        name
        for name, content in (
            ("factors", scenario.factors),
            ("indicators", scenario.indicators),
            ("leave", scenario.leave),
            ("tasks", scenario.tasks),
            ("pins", scenario.decisions),
            ("travel", scenario.travel),
        )
        if content
    }
    return NEEDED | {"cases.phase", "cases.birth_date"} | stated | items | tables | more


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios(), st.sampled_from(["team", "team.xlsx"]))
def test_what_is_written_reads_back(scenario: Scenario, name: str) -> None:
    """Every scenario, through a folder and through a workbook, is the same scenario."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / name
        write_scenario(scenario, path)
        assert read_scenario(path) == scenario
        assert [found.name for found in Path(place).iterdir()] == [name]


def small(**more: object) -> Scenario:
    """Build a scenario of one child and one practitioner."""
    content = {
        "name": "small",
        "as_at": AS_AT,
        "children": (Child(child="C1", family="F1", age=3, phase=Phase.CLOSURE, holder="P1"),),
        "practitioners": (Practitioner(practitioner="P1", fte=Decimal(1)),),
    }
    return Scenario.model_validate(content | more)


def test_supplied_but_blank_columns_are_kept(tmp_path: Path) -> None:
    """A column that was supplied and is all blank is a gap, not a column never supplied."""
    scenario = small(supplied=NEEDED | {"cases.disability", "tasks"})
    write_scenario(scenario, tmp_path / "team")
    again = read_scenario(tmp_path / "team").supplied
    assert again == scenario.supplied | {"cases.phase", "cases.birth_date", "cases.age"}


def test_text_that_looks_like_a_formula_is_guarded_in_the_file(tmp_path: Path) -> None:
    """In the CSV an apostrophe stands before it; read back, it does not."""
    people = (
        Practitioner(practitioner="P1", fte=Decimal(1)),
        Practitioner(practitioner="=cmd|' /C calc'!A0", fte=Decimal(1)),
    )
    write_scenario(small(practitioners=people), tmp_path / "team")
    assert "'=cmd" in (tmp_path / "team" / "practitioners.csv").read_text(encoding="utf-8")
    assert read_scenario(tmp_path / "team").practitioners == people


def test_settings_are_written_where_they_differ(tmp_path: Path) -> None:
    """Every kind of setting survives the TOML file, odd team names too."""
    limits = Limits(
        strict=True,
        changes=0,
        reserve_hours=Decimal("7.50"),
        service_intensity=Decimal("0.85"),
        calibrated=date(2026, 2, 1),
    )
    scenario = small(limits=limits, bases={'North "and" West': "Zone \\ 1", "x.y": "=z"})
    write_scenario(scenario, tmp_path / "team")
    again = read_scenario(tmp_path / "team")
    assert (again.limits, again.bases) == (limits, scenario.bases)
    assert "deallocations" not in (tmp_path / "team" / "scenario.toml").read_text()


def test_an_own_policy_goes_along(tmp_path: Path) -> None:
    """A scenario with its own policy is written with the policy's text, or not at all."""
    scenario = small(policy="local/ours.toml")
    with pytest.raises(UsageFault, match=r"its own policy, local/ours.toml"):
        write_scenario(scenario, tmp_path / "team")
    text = files("planner.policy").joinpath("default.toml").read_text("utf-8")
    write_scenario(scenario, tmp_path / "team", policy=text)
    assert read_team(tmp_path / "team").policy == POLICY
    with pytest.raises(UsageFault, match="uses the default policy"):
        write_scenario(scenario, tmp_path / "team.xlsx", policy=text)
    with pytest.raises(UsageFault, match="lies outside"):
        write_scenario(small(policy="../ours.toml"), tmp_path / "other", policy=text)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["team"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with something in it is never written over; an empty one may be."""
    (tmp_path / "empty").mkdir()
    write_scenario(small(), tmp_path / "empty")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    for name in ("full", "full/notes.txt", "empty"):
        with pytest.raises(UsageFault, match="is there already"):
            write_scenario(small(), tmp_path / name)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "full"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    """Text that no file can hold fails half-way; so does a place that is not there."""
    broken = small(travel=(Travel(origin="\ud800", destination="x", minutes=1),))
    with pytest.raises(UnicodeEncodeError):
        write_scenario(broken, tmp_path / "team")
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(UsageFault, match=r"Cannot write taken.xlsx"):
        write_scenario(small(), tmp_path / "taken.xlsx")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageFault, match=r"Cannot write team: Not a directory"):
        write_scenario(small(), tmp_path / "file" / "team")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken.xlsx"]


def test_decisions_of_every_kind_read_back(tmp_path: Path) -> None:
    """Pins, bars, conflicts, splits, raises and lowers are one table."""
    decisions = tuple(
        Decision(kind=kind, child="C1", practitioner="P1", reason="why", decided=AS_AT)
        for kind in DecisionKind
    )
    write_scenario(small(decisions=decisions), tmp_path / "team")
    assert read_scenario(tmp_path / "team").decisions == decisions
