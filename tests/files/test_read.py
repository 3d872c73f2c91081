"""Reading a scenario folder: what comes out, and every fault in one report."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from planner.data.scenario import Child
from planner.data.vocabulary import (
    Answer,
    Consequence,
    Grade,
    InfantResponse,
    Order,
    Phase,
    Probability,
)
from planner.errors import DataFaults, Fault
from planner.files import read_scenario, read_team
from planner.policy import default_policy

WriteTeam = Callable[..., Path]
FaultsOf = Callable[[Path], tuple[Fault, ...]]
TASK = default_policy().tasks[0].id
FACTOR = next(factor.id for factor in default_policy().factors if not factor.derived)
DERIVED = next(factor.id for factor in default_policy().factors if factor.derived)
INDICATOR = default_policy().indicators[0].id


def test_reads_a_small_team(write_team: WriteTeam) -> None:
    """Ids stay text (007, NA), dates are read both ways, blanks get their defaults."""
    scenario = read_scenario(write_team())
    assert (scenario.name, scenario.as_at, scenario.cycle_days) == (
        "Small team",
        date(2026, 3, 2),
        28,
    )
    first, second, third = scenario.children
    assert first == Child(
        child="007",
        family="F1",
        birth_date=date(2024, 5, 1),
        holder="P1",
        phase=Phase.INVESTIGATION,
        infant_response=InfantResponse.INTENSIVE,
        youth_schedule=Answer.NO,
        consequence=Consequence.SEVERE,
        probability=Probability.LIKELY,
        last_seen=date(2026, 2, 20),
    )
    assert (second.child, second.birth_date) == ("NA", date(2018, 3, 1))
    assert (second.infant_response, second.consequence) == (InfantResponse.NOT_RECORDED, None)
    assert (third.phase, third.youth_schedule) == (Phase.PROTECTION_ORDER, Answer.YES)
    assert [(p.practitioner, p.fte, p.grade) for p in scenario.practitioners] == [
        ("P1", Decimal(1), Grade.CPP4),
        ("P2", Decimal("0.8"), Grade.CPP3),
        ("M1", Decimal(1), Grade.CPP6),
    ]


def test_reads_every_optional_table(write_team: WriteTeam) -> None:
    """Each optional file lands in its part of the scenario and among what was supplied."""
    folder = write_team(
        factors=f"child,item,answer,dated,evidence\n007,{FACTOR},yes,2026-01-05,Plan of 5 Jan\n",
        indicators=f"child,item,answer\nC3,{INDICATOR},N\n",
        leave="practitioner,start,until,cover\nP1,2026-03-09,2026-03-13,P2\n",
        tasks=f"child,task,due,hours\n007,{TASK},4/03/2026,2.5\n",
        pins="kind,child,practitioner,waiver,reason,decided\npin,C3,P2,y,asked for,2026-03-01\n",
        travel="origin,destination,minutes\nNorth,South,35\n",
        scenario=(
            'as_at = "2/03/2026"\n[limits]\nstrict = true\nreserve_hours = 7.5\n'
            '[bases]\nteam = "North"\n'
        ),
    )
    scenario = read_scenario(folder)
    assert scenario.name == "team"
    assert (scenario.limits.strict, scenario.limits.reserve_hours) == (True, Decimal("7.5"))
    assert scenario.bases == {"team": "North"}
    assert (scenario.factors[0].answer, scenario.factors[0].evidence) == ("yes", "Plan of 5 Jan")
    assert scenario.indicators[0].answer is Answer.NO
    assert scenario.leave[0].cover == "P2"
    assert (scenario.tasks[0].due, scenario.tasks[0].hours) == (date(2026, 3, 4), Decimal("2.5"))
    assert scenario.decisions[0].waiver is True
    assert scenario.travel[0].minutes == 35
    tables = {"factors", "indicators", "leave", "tasks", "pins", "travel"}
    items = {f"factors.{FACTOR}", f"indicators.{INDICATOR}"}
    assert tables | items | {"cases.last_seen"} <= scenario.supplied
    assert "cases.disability" not in scenario.supplied


def test_ten_planted_faults_are_all_named(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """One report names all ten, each with its file, its row in a spreadsheet, its column."""
    folder = write_team(
        cases=(
            "child,family,birth_date,holder,phase,infant_response,youth_schedule,consequence,"
            "probability,last_seen\n"
            "C1,F1,2027-05-01,P1,investigation,,no,severe,likely,\n"
            "C1,F1,2018-03-01,P9,investigation,,no,severe,likely,\n"
            "C3,,2018-02-30,P1,investigation,,maybe,severe,likely,2026-03-03\n"
        ),
        practitioners="practitioner,fte\nP1,1.5\nP2,1\n",
        leave="practitioner,start,until\nP1,2026-03-09,2026-03-08\n",
        tasks="child,task,due\nC3,coffee,2026-03-05\n",
    )
    found = [(f.file, f.row, f.column) for f in faults_of(folder)]
    planted = [
        ("cases.csv", 2, "birth_date"),
        ("cases.csv", 3, "child"),
        ("cases.csv", 3, "holder"),
        ("cases.csv", 4, "family"),
        ("cases.csv", 4, "birth_date"),
        ("cases.csv", 4, "youth_schedule"),
        ("cases.csv", 4, "last_seen"),
        ("practitioners.csv", 2, "fte"),
        ("leave.csv", 2, "until"),
        ("tasks.csv", 2, "task"),
    ]
    assert sorted(found) == sorted(planted)


def test_faults_stand_in_the_order_of_mending(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """File by file in the order of the schema, and row by row."""
    folder = write_team(
        practitioners=None,
        cases=(
            "child,family,age,holder,phase,infant_response,youth_schedule,consequence,probability\n"
            "C1,F1,x,,investigation,,,,\nC2,,3,,investigation,,,,\n"
        ),
    )
    found = [(f.file, f.row) for f in faults_of(folder)]
    assert found == [("cases.csv", 2), ("cases.csv", 3), ("practitioners.csv", None)]


def test_values_and_what_is_allowed_are_named(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """The report says what stood there and what may stand there."""
    folder = write_team(practitioners="practitioner,fte,grade\nP1,1,CPP7\nP2,1,\n")
    (fault,) = faults_of(folder)
    assert (fault.value, fault.message) == ("CPP7", "is not one of the allowed values")
    assert fault.allowed == "CPP2, CPP3, CPP4, CPP5.1, CPP5.2, CPP6"


def test_phase_follows_from_the_order_where_it_is_left_out(write_team: WriteTeam) -> None:
    """Orders made are the protection order phase; all else is protective intervention."""
    heading = "child,family,age,holder,order,infant_response,youth_schedule,consequence,probability"
    rows = "".join(f"C{n},F{n},9,,{order.value},,,,\n" for n, order in enumerate(Order))
    scenario = read_scenario(write_team(cases=f"{heading}\n{rows}C9,F9,9,,,,,,\n"))
    phases = {child.order: child.phase for child in scenario.children}
    before = {Order.NONE, Order.APPLICATION, Order.INTERIM}
    assert {order for order in Order if phases[order] is Phase.PROTECTIVE_INTERVENTION} == before
    assert {phases[order] for order in set(Order) - before} == {Phase.PROTECTION_ORDER}
    assert scenario.children[-1].phase is Phase.PROTECTIVE_INTERVENTION
    assert "cases.phase" not in scenario.supplied


def test_an_own_policy_is_read_from_the_folder(write_team: WriteTeam) -> None:
    """A policy inside the folder is used; its digest is of its own text."""
    text = files("planner.policy").joinpath("default.toml").read_text("utf-8") + "# local\n"
    folder = write_team(scenario='as_at = 2026-03-02\npolicy = "ours.toml"\n')
    (folder / "ours.toml").write_text(text, encoding="utf-8")
    team = read_team(folder)
    assert team.scenario.policy == "ours.toml"
    assert team.policy.digest != default_policy().digest
    assert team.policy.version == default_policy().version


@pytest.mark.parametrize(
    ("policy", "text", "message"),
    [
        ("ours.toml", None, "is missing"),
        ("../ours.toml", None, "leads outside the scenario folder"),
        ("/etc/passwd", None, "leads outside the scenario folder"),
        ("ours.toml", "name = ", "is not a TOML file"),
        ("ours.toml", "name = 'x'", "paragraphs"),
        ("ours.toml", f"x = {'[' * 5000}", "cannot be read as a policy"),
    ],
)
def test_a_policy_that_cannot_be_used(
    write_team: WriteTeam, faults_of: FaultsOf, policy: str, text: str | None, message: str
) -> None:
    """Missing, outside, or faulty: the policy is a fault beside the others."""
    folder = write_team(scenario=f'as_at = 2026-03-02\npolicy = "{policy}"\n')
    if text is not None:
        (folder / "ours.toml").write_text(text, encoding="utf-8")
    found = faults_of(folder)
    assert any(message in fault.message for fault in found)
    assert {fault.file for fault in found} == {policy}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none", None, "is missing"),
        ("notes.txt", b"x", "is neither a scenario folder nor an .xlsx workbook"),
        ("team.xlsm", b"x", "save a workbook with macros as .xlsx"),
        ("x" * 5000, None, "cannot be read"),
    ],
)
def test_what_is_no_scenario_at_all(
    tmp_path: Path, faults_of: FaultsOf, name: str, content: bytes | None, message: str
) -> None:
    """Words, and never a trace, for a path that leads to no scenario."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (fault,) = faults_of(tmp_path / name)
    assert message in fault.message


def test_an_empty_folder_lacks_three_files(tmp_path: Path, faults_of: FaultsOf) -> None:
    """All that is missing is named at once."""
    assert [(f.file, f.message) for f in faults_of(tmp_path)] == [
        ("scenario.toml", "is missing"),
        ("cases.csv", "is missing"),
        ("practitioners.csv", "is missing"),
    ]


def test_rows_in_any_order_are_the_same_rows(write_team: WriteTeam) -> None:
    """Columns may stand in any order too."""
    folder = write_team(practitioners="grade,fte,practitioner\nCPP6,1,M1\ncpp3,.8,P2\n")
    with pytest.raises(DataFaults, match="is not a number"):
        read_scenario(folder)
    (folder / "practitioners.csv").write_text(
        "grade,fte,practitioner\nCPP6,1,M1\ncpp3,0.8,P2\nCPP4,1,P1\n", encoding="utf-8"
    )
    assert [p.practitioner for p in read_scenario(folder).practitioners] == ["M1", "P2", "P1"]


def test_a_large_team_is_read(write_team: WriteTeam) -> None:
    """Twelve hundred children are no trouble."""
    heading = "child,family,age,holder,phase,infant_response,youth_schedule,consequence,probability"
    rows = "".join(f"C{n},F{n // 2},9,P1,investigation,,,,\n" for n in range(1200))
    assert len(read_scenario(write_team(cases=f"{heading}\n{rows}")).children) == 1200


def test_derived_factors_are_not_answered_in_a_file(
    write_team: WriteTeam, faults_of: FaultsOf
) -> None:
    """A factor that follows from the child's row is refused with that reason."""
    folder = write_team(factors=f"child,item,answer\n007,{DERIVED},yes\n")
    (fault,) = faults_of(folder)
    assert "answered from the child's row" in fault.message
