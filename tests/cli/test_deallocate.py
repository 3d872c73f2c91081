"""``planner deallocate``: the worksheet on a small team, and the record of one decision."""

import json
from pathlib import Path

import pytest
from docx import Document

from planner.data.rationale import Rationale
from planner.data.worksheet import Worksheet
from planner.files import write_scenario
from planner.policy import default_policy
from tests.commands import run
from tests.make import child, infant, practitioner, replies, scenario

INDICATORS = default_policy().indicators


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a team with three families of which one is high risk and one mandatory."""
    folder = tmp_path_factory.mktemp("teams") / "office"
    people = [practitioner("P1"), practitioner("M1", grade="CPP5.2")]
    children = [
        child("A", holder="P1"),
        child("B", family="A", holder="P1"),
        child("H", holder="P1", consequence="severe", probability="likely"),
        infant("I", holder="P1"),
        child("W"),
    ]
    answers = replies("A", stable_care="no", objective="yes")
    made = scenario(children, people, indicators=answers)
    write_scenario(made, folder)
    return folder


def test_the_worksheet_as_text(office: Path) -> None:
    """Two lines for each child, what is missing, who is left out; no sum of the lines."""
    result = run("deallocate", office)
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert "1. A, held by P1: remaining children" in text
    assert text.count("Impact on the child:") == 2
    assert text.count("Impact on progress to the permanency objective:") == 2
    assert "Gaps to settle, or accept with a reason: - Care arrangement stable: no" in text
    assert "H: high risk" in text
    assert "I: mandatory allocation" in text


def test_each_indicator_is_named_once_for_a_child(office: Path) -> None:
    """All 14 in the text of every child, none twice."""
    text = " ".join(run("deallocate", office).stdout.split())
    for row in INDICATORS:
        assert text.count(row.title) == 2, row.id


def test_the_worksheet_as_json(office: Path) -> None:
    """What is printed reads back as the record."""
    result = run("deallocate", office, "--most", 1, "--json")
    sheet = Worksheet.model_validate_json(result.stdout)
    assert [row.family for row in sheet.candidates] == ["A"]


def test_the_worksheet_to_print(office: Path, tmp_path: Path) -> None:
    """An .html file, said to be written on standard error."""
    file = tmp_path / "w.html"
    result = run("deallocate", office, "-o", file)
    assert file.read_text("utf-8").startswith("<!doctype html>")
    assert f"Written: {file}" in result.stderr


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("H", "high risk, or held with"),
        ("I", "mandatory allocation"),
        ("W", "nothing to de-allocate"),
    ],
)
def test_a_named_child_who_cannot_be_listed(office: Path, name: str, words: str) -> None:
    """Refused in words, exit code 1; the rest of the worksheet stands."""
    result = run("deallocate", office, "--child", name)
    text = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert "NOT ON THIS WORKSHEET" in text
    assert f"{name}: " in text
    assert words in text
    assert "1. A, held by P1" in text


def test_a_high_risk_child_with_a_reason(office: Path) -> None:
    """Listed first, named by the manager, with the reason."""
    result = run("deallocate", office, "--child", "H", "--reason", "Directed by the area manager")
    assert result.exit_code == 0
    assert "1. H, held by P1: named by the manager; high risk" in result.stdout
    assert "Reason recorded: Directed by the area manager" in result.stdout


def test_a_plan_is_weighed_against(team: Path, solved: Path) -> None:
    """A plan file of the same team is read."""
    assert run("deallocate", team, "--plan", solved).exit_code == 0


def test_the_record_to_paste(office: Path) -> None:
    """The warning first, what was given in its place, the rest marked."""
    result = run(
        "deallocate",
        office,
        *("--child", "A", "--rationale", "--text", "--by", "M1", "--reason", "An infant came"),
        *("--consulted", "practice leader:A: Example:2026-02-27", "--views", "Agrees"),
        *("--review", "2026-03-30"),
    )
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Not recorded until entered on CRIS: date ________, by ________"
    for line in (
        "- Reason: An infant came (given by the manager)",
        "- Decided by: M1 (given by the manager)",
        "- Practice leader: A: Example, 27 February 2026 (given by the manager) "
        "________ [TO FILL IN: what was advised]",
        "- Child and family: Agrees (given by the manager)",
        "- Reviewed on: 30 March 2026 (given by the manager)",
        "- Decided on: ________ [TO FILL IN: date]",
    ):
        assert line in lines


def test_the_record_as_a_document(office: Path, tmp_path: Path) -> None:
    """Every heading of the policy is in the .docx; nothing is printed unless asked for."""
    file = tmp_path / "A.docx"
    result = run("deallocate", office, "--child", "A", "--rationale", "-o", file)
    assert (result.exit_code, result.stdout) == (0, "")
    headings = [p.text.split("  [")[0] for p in Document(str(file)).paragraphs]
    for part in default_policy().rationale:
        assert part.heading in headings


def test_the_record_as_json(office: Path) -> None:
    """What is printed reads back as the record."""
    result = run("deallocate", office, "--child", "A", "--rationale", "--json")
    assert Rationale.model_validate_json(result.stdout).child == "A"
    assert json.loads(result.stdout)["proven"] is True


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--rationale",), "one record is for one child"),
        (("--rationale", "--child", "A", "--child", "B"), "one record is for one child"),
        (("--rationale", "--child", "A", "-o", "a.html"), "does not end in .docx"),
        (("-o", "a.docx"), "does not end in .html"),
        (("--text",), "add --rationale"),
        (("--by", "M1"), "add --rationale"),
        (("--child", "Z"), "'Z' is no child of this team, which has A, B, H, I, W."),
        (("--rationale", "--child", "H"), "H: high risk"),
        (("--rationale", "--child", "I", "--reason", "x"), "I: mandatory allocation"),
        (("--rationale", "--child", "A", "--consulted", "x:y"), "is not ROLE:NAME:DATE"),
        (
            ("--rationale", "--child", "A", "--consulted", "x:y:2026-03-01"),
            "'x' is none of the roles consulted",
        ),
    ],
)
def test_misuse_is_refused_in_words(office: Path, arguments: tuple[str, ...], words: str) -> None:
    """Exit code 1, and what to do instead."""
    result = run("deallocate", office, *arguments)
    assert result.exit_code == 1
    assert words in " ".join(result.stderr.split())
