"""A new family from a file or from options: read as cases are, every fault named."""

from datetime import date
from pathlib import Path

import pytest

from planner.data.fit import NewFamily
from planner.data.vocabulary import DecisionKind, InfantResponse, Phase, Probability
from planner.errors import DataFaults
from planner.files import make_family, read_family
from planner.policy import default_policy
from tests.make import child, practitioner, scenario

POLICY = default_policy()
TEAM = scenario([child("A")], [practitioner("P")])
TWO = scenario([child("A", team="north"), child("B", team="south")])


def read(tmp_path: Path, name: str, text: str) -> NewFamily:
    """Write a file and read it."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return read_family(file, TEAM, POLICY)


def faults(tmp_path: Path, name: str, text: str) -> str:
    """Give the faults of a file as one text."""
    with pytest.raises(DataFaults) as refused:
        read(tmp_path, name, text)
    return str(refused.value)


def test_the_same_family_from_toml_csv_and_options(tmp_path: Path) -> None:
    """Ids and the only team are filled in; what stands at the top holds for every child."""
    toml = read(
        tmp_path,
        "new.toml",
        'phase = "investigation"\nconsequence = "significant"\nprobability = "likely"\n'
        "[[child]]\nage = 4\n[[child]]\nbirth_date = 2025-12-01\n",
    )
    csv = read(
        tmp_path,
        "new.csv",
        "phase,consequence,probability,age,birth_date\n"
        "investigation,significant,likely,4,\n"
        "investigation,significant,likely,,2025-12-01\n",
    )
    usual = {"phase": "investigation", "consequence": "significant", "probability": "likely"}
    options = make_family(
        [{"age": 4, **usual}, {"birth_date": "2025-12-01", **usual}], TEAM, POLICY
    )
    assert toml == csv == options
    first, second = toml.children
    assert (first.child, second.child, first.family, first.team) == (
        "new-1",
        "new-2",
        "new",
        "team",
    )
    assert (first.phase, first.probability) == (Phase.INVESTIGATION, Probability.LIKELY)
    assert (second.birth_date, second.infant_response) == (
        date(2025, 12, 1),
        InfantResponse.NOT_RECORDED,
    )


def test_tasks_conflicts_and_own_ids(tmp_path: Path) -> None:
    """A task without a child is the first child's; a conflict binds the family."""
    made = read(
        tmp_path,
        "new.toml",
        'family = "F9"\nconflicts = ["P"]\n'
        '[[child]]\nchild = "C9"\nage = 0\nphase = "investigation"\nskills = ["court", "infants"]\n'
        '[[task]]\ntask = "first_visit"\ndue = 2026-03-04\n',
    )
    (only,) = made.children
    assert (only.child, only.family, only.skills) == ("C9", "F9", ("court", "infants"))
    assert [(t.child, t.task, t.due) for t in made.tasks] == [
        ("C9", "first_visit", date(2026, 3, 4))
    ]
    assert [(d.kind, d.child, d.practitioner) for d in made.decisions] == [
        (DecisionKind.CONFLICT, "C9", "P")
    ]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "age\n4\n", "a.csv, row 1, phase: column is missing"),
        ("a.csv", "phase\nintake\n", "birth_date or age: column is missing"),
        ("a.csv", "phase,age\nintake,\n", "row 2, birth_date or age: is blank"),
        ("a.csv", "phase,age\nintak,4\n", "'intak' is not one of the allowed values"),
        ("a.csv", "phase,age,holder\nintake,4,P\n", "holder: is not a column of cases"),
        ("a.csv", "phase,age,birth_date\nintake,,2026-05-01\n", "is after the as-at date"),
        ("a.csv", "phase,age,team\nintake,4,west\n", "'west' is not a team of the scenario"),
        ("a.csv", 'phase,age\n"intake,4\n', "cannot be read as CSV"),
        ("a.csv", "", "holds no headings"),
        ("a.csv", "phase,age\n", "has no child"),
        ("a.toml", "phase = 'intake'\n", "has no child"),
        ("a.toml", "child = 4\n", "is not a list of [[child]] sections"),
        ("a.toml", "age = {years = 4}\n[[child]]\n", "is not a single value"),
        ("a.toml", "[[child]]\nage = [[4]]\n", "is not a single value"),
        ("a.toml", "conflicts = 'P'\n[[child]]\nage=4\nphase='intake'\n", "is not a list of names"),
        ("a.toml", "fase = 'intake'\n[[child]]\nage=4\n", "did you mean phase?"),
        ("a.toml", "phase = \n", "cannot be read as TOML"),
        (
            "a.toml",
            "[[child]]\nage=4\nphase='intake'\n[[task]]\ntask='firstvisit'\ndue=2026-03-04\n",
            "did you mean first_visit?",
        ),
        ("a.txt", "", "is neither a .toml nor a .csv file"),
    ],
)
def test_every_fault_is_named(tmp_path: Path, name: str, text: str, words: str) -> None:
    """What a manager got wrong is said with its place, as for a scenario."""
    assert words in faults(tmp_path, name, text)


def test_a_file_that_is_not_there() -> None:
    """A missing file is a fault in words."""
    with pytest.raises(DataFaults, match="is missing"):
        read_family(Path("nowhere.csv"), TEAM, POLICY)


def test_the_team_is_asked_for_where_there_are_several() -> None:
    """Nothing is guessed between two teams."""
    row = {"age": 4, "phase": "intake"}
    with pytest.raises(DataFaults, match=r"team: is blank \(allowed: north, south\)"):
        make_family([row], TWO, POLICY)
    made = make_family([{**row, "team": "south"}], TWO, POLICY)
    assert made.children[0].team == "south"


def test_no_child_at_all() -> None:
    """A family has a child."""
    with pytest.raises(DataFaults, match="has no child"):
        make_family([], TEAM, POLICY)
