"""What tables say of one another, and dates that cannot be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.errors import Fault
from planner.files import read_scenario
from planner.policy import default_policy

WriteTeam = Callable[..., Path]
FaultsOf = Callable[[Path], tuple[Fault, ...]]
FACTOR = next(factor.id for factor in default_policy().factors if not factor.derived)
HEADING = (
    "child,family,birth_date,holder,phase,infant_response,youth_schedule,consequence,probability"
)
ROW = "C1,F1,2015-01-01,P1,investigation,,,,"


@pytest.mark.parametrize(
    ("files", "place", "message"),
    [
        (
            {"leave": "practitioner,start\nP7,2026-03-02\n"},
            ("leave.csv", 2, "practitioner", "P7"),
            "is not in practitioners.csv",
        ),
        (
            {"leave": "practitioner,start,cover\nP1,2026-03-02,Q\n"},
            ("leave.csv", 2, "cover", "Q"),
            "is not in practitioners.csv",
        ),
        (
            {"leave": "practitioner,start,cover\nP1,2026-03-02,P1\n"},
            ("leave.csv", 2, "cover", "P1"),
            "cannot cover their own leave",
        ),
        (
            {"leave": "practitioner,start,until\nP1,2026-03-02,2026-03-01\n"},
            ("leave.csv", 2, "until", "2026-03-01"),
            "is before start, 2026-03-02",
        ),
        (
            {"tasks": "child,task,due\nc3,hearing,2026-03-04\n"},
            ("tasks.csv", 2, "child", "c3"),
            "is not in cases.csv; did you mean C3?",
        ),
        (
            {"tasks": "child,task,due\nC3,haering,2026-03-04\n"},
            ("tasks.csv", 2, "task", "haering"),
            "is not known to the policy; did you mean hearing?",
        ),
        (
            {"factors": "child,item,answer\nC3,nothing like it,yes\n"},
            ("factors.csv", 2, "item", "nothing like it"),
            "is not known to the policy",
        ),
        (
            {"factors": f"child,item,answer\nC9,{FACTOR},yes\n"},
            ("factors.csv", 2, "child", "C9"),
            "is not in cases.csv",
        ),
        (
            {"factors": f"child,item,answer\nC3,{FACTOR},yes\nC3,{FACTOR},no\n"},
            ("factors.csv", 3, "item", f"C3, {FACTOR}"),
            "is there already, in row 2",
        ),
        (
            {"indicators": "child,item,answer\nC3,case_plan,yes\nC3,case-plan,no\n"},
            ("indicators.csv", 3, "item", "case-plan"),
            "is not known to the policy; did you mean case_plan?",
        ),
        (
            {"indicators": "child,item,answer\nC3,case_plan,\n"},
            ("indicators.csv", 2, "answer", ""),
            "is blank",
        ),
        (
            {"pins": "kind,child,practitioner\npin,C3,P7\n"},
            ("pins.csv", 2, "practitioner", "P7"),
            "is not in practitioners.csv",
        ),
        (
            {"pins": "kind,child\nconflict,C3\n"},
            ("pins.csv", 2, "practitioner", ""),
            "is needed for conflict",
        ),
        ({"pins": "kind,child\nraise,C3\n"}, ("pins.csv", 2, "reason", ""), "is needed for raise"),
        (
            {"pins": "kind,child,practitioner\npin,007,P1\nbar,007,P2\npin,NA,P2\n"},
            ("pins.csv", 4, "practitioner", "P2"),
            "family F1 is pinned to P1 already, in row 2; split it",
        ),
        (
            {"practitioners": "practitioner,fte\nP1,1\nP2,1\nP1,1\n"},
            ("practitioners.csv", 4, "practitioner", "P1"),
            "is there already, in row 2",
        ),
        (
            {"practitioners": "practitioner,fte,start,end\nP1,1,2026-03-02,2026-03-01\n"},
            ("practitioners.csv", 2, "end", "2026-03-01"),
            "is before start, 2026-03-02",
        ),
        (
            {"cases": f"{HEADING}\n{ROW}\nC2,F1/C1,2015-01-01,P1,investigation,,,,\n"},
            ("cases.csv", 3, "family", "F1/C1"),
            "is also how one child of another family is named (family/child)",
        ),
        (
            {"cases": f"{HEADING}\nC1,F1,,P1,investigation,,,,\n"},
            ("cases.csv", 2, "birth_date or age", ""),
            "is blank; give one of them",
        ),
    ],
)
def test_one_slip_is_one_fault(
    write_team: WriteTeam,
    faults_of: FaultsOf,
    files: dict[str, str],
    place: tuple[str, int, str, str],
    message: str,
) -> None:
    """Each planted slip is found alone, where it stands."""
    (fault,) = faults_of(write_team(**files))
    assert (fault.file, fault.row, fault.column, fault.value) == place
    assert fault.message.startswith(message)


@pytest.mark.parametrize(
    ("column", "day", "faulty"),
    [
        ("birth_date", "2026-03-01", False),
        ("birth_date", "2026-03-02", False),
        ("birth_date", "2026-03-03", True),
        ("birth_date", "2001-03-03", False),
        ("birth_date", "2001-03-02", False),
        ("birth_date", "2001-03-01", True),
        ("last_seen", "2026-03-01", False),
        ("last_seen", "2026-03-02", False),
        ("last_seen", "2026-03-03", True),
        ("since", "2026-03-02", False),
        ("since", "2026-03-03", True),
        ("risk_date", "2026-03-02", False),
        ("risk_date", "2026-03-03", True),
        ("contact_agreed", "2026-03-03", False),
    ],
)
def test_dates_against_the_as_at_date(
    write_team: WriteTeam, faults_of: FaultsOf, column: str, day: str, faulty: bool
) -> None:
    """As at 2 March 2026: one day under, exactly at, one day over each limit."""
    heading = "child,family,age,holder,phase,infant_response,youth_schedule,consequence,probability"
    cases = f"{heading},{column}\nC1,F1,9,P1,investigation,,,,,{day}\n"
    folder = write_team(cases=cases)
    if faulty:
        assert [(f.row, f.column, f.value) for f in faults_of(folder)] == [(2, column, day)]
    else:
        assert len(read_scenario(folder).children) == 1


@pytest.mark.parametrize(
    "pins",
    [
        "kind,child,practitioner\npin,007,P1\npin,NA,P1\n",
        "kind,child,practitioner\npin,007,P1\npin,NA,P2\nsplit,NA,\n",
        "kind,child,practitioner\npin,007,P1\npin,C3,P2\n",
    ],
    ids=["same person", "split", "two families"],
)
def test_pins_that_agree(write_team: WriteTeam, pins: str) -> None:
    """Two pins are a fault only where they would part a family nobody split."""
    assert len(read_scenario(write_team(pins=pins)).decisions) >= 2


@pytest.mark.parametrize(
    ("extra", "rows"),
    [
        ("holder", ["C1,F1,P1", "C2,F1,P2"]),
        ("team", ["C1,F1,north", "C2,F1,south"]),
    ],
)
def test_pins_of_children_already_apart(write_team: WriteTeam, extra: str, rows: list[str]) -> None:
    """Held by two people, or in two teams: pins to different people agree with that."""
    blank = "" if extra == "holder" else ",holder"
    heading = (
        f"child,family,{extra}{blank},age,phase,infant_response,youth_schedule,consequence,"
        "probability"
    )
    filler = "" if extra == "holder" else ","
    cases = "\n".join([heading, *(f"{row}{filler},9,investigation,,,," for row in rows)])
    pins = "kind,child,practitioner\npin,C1,P1\npin,C2,P2\n"
    assert len(read_scenario(write_team(cases=cases, pins=pins)).decisions) == 2


def test_faulty_rows_do_not_make_more_faults(write_team: WriteTeam, faults_of: FaultsOf) -> None:
    """A child whose row is faulty is still known to the tables that name it."""
    folder = write_team(
        cases=f"{HEADING}\nC1,F1,yesterday,P1,investigation,,,,\n",
        tasks="child,task,due\nC1,hearing,2026-03-04\n",
    )
    assert [(f.file, f.column) for f in faults_of(folder)] == [("cases.csv", "birth_date")]


def test_a_missing_table_does_not_make_every_id_unknown(
    write_team: WriteTeam, faults_of: FaultsOf
) -> None:
    """Without practitioners.csv there is one fault, not one a child."""
    assert [f.file for f in faults_of(write_team(practitioners=None))] == ["practitioners.csv"]
