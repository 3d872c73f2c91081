"""``planner what-if``: three columns, and options that say what they cannot read."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.cli.what_if import asked, what_if
from planner.files import read_plan
from tests.commands import run


def test_what_if_shows_three_columns_and_writes_the_plan(team: Path, tmp_path: Path) -> None:
    """Now, baseline plan and what-if stand side by side; the file holds the what-if."""
    file = tmp_path / "if.json"
    ended = run("what-if", team, "--add", "P09:0.5", "--limit", "all=90", "-o", file)
    assert ended.exit_code == 0
    assert "what if P09 joins (CPP4, 0.5 FTE); Limit of everyone: 90 %" in ended.stdout
    assert "now  baseline plan  what-if" in ended.stdout
    assert "P09" in {line.practitioner for line in read_plan(file).practitioners}


def test_what_if_json_has_all_three(team: Path) -> None:
    """Scripts get the three plans and the changes that were asked."""
    three = json.loads(run("what-if", team, "--reserve", 4, "--json").stdout)
    assert three.keys() == {"now", "baseline", "what_if", "adjustments"}
    assert three["adjustments"][0]["kind"] == "reserve"


def test_what_if_refuses_who_is_not_there(team: Path) -> None:
    """Every unknown name is a fault, and they are all listed."""
    ended = run("what-if", team, "--remove", "P99", "--split", "C999")
    assert ended.exit_code == 1
    assert "P99" in ended.stderr
    assert "C999" in ended.stderr


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (["--add", "P07"], {"kind": "add", "practitioner": "P07", "fte": 1}),
        (
            ["--add", "P07:0.8:CPP3"],
            {"kind": "add", "practitioner": "P07", "fte": Decimal("0.8"), "grade": "CPP3"},
        ),
        (["--remove", "P01"], {"kind": "remove", "practitioner": "P01"}),
        (["--back", "P02"], {"kind": "back", "practitioner": "P02"}),
        (["--away", "P02"], {"kind": "away", "practitioner": "P02", "start": None, "until": None}),
        (
            ["--away", "P02:2026-03-02:2026-03-13"],
            {"kind": "away", "start": date(2026, 3, 2), "until": date(2026, 3, 13)},
        ),
        (["--away", "P02::2026-03-13"], {"start": None, "until": date(2026, 3, 13)}),
        (["--fte", "P03=0.6"], {"kind": "fte", "practitioner": "P03", "fte": Decimal("0.6")}),
        (["--hours", "P03=80"], {"kind": "hours", "practitioner": "P03", "amount": 80}),
        (["--limit", "P02=90"], {"kind": "limit", "practitioner": "P02", "amount": 90}),
        (["--duty", "P11=20"], {"kind": "duty", "practitioner": "P11", "amount": 20}),
        (["--limit", "all=90"], {"kind": "limit", "practitioner": "", "amount": 90}),
        (["--split", "C001"], {"kind": "split", "child": "C001"}),
        (
            ["--pin", "C001=P02", "--waive", "--reason", "asked"],
            {
                "kind": "pin",
                "child": "C001",
                "practitioner": "P02",
                "waiver": True,
                "reason": "asked",
            },
        ),
        (["--bar", "C001=P02"], {"kind": "bar", "child": "C001", "waiver": False}),
        (["--raise", "C001", "--reason", "new"], {"kind": "raise", "reason": "new"}),
        (["--setting", "strict=true"], {"kind": "setting", "name": "strict", "value": "true"}),
        (["--reserve", "4.5"], {"kind": "reserve", "amount": Decimal("4.5")}),
        (["--arrivals", "3"], {"kind": "arrivals", "amount": 3}),
        (["--deallocations", "2"], {"kind": "deallocations", "amount": 2}),
        (["--changes", "0"], {"kind": "changes", "amount": 0}),
    ],
)
def test_each_option_is_one_change(words: list[str], fields: dict[str, object]) -> None:
    """What the words say is what the change holds, and nothing else is asked."""
    (step,) = asked(what_if.make_context("what-if", ["somewhere", *words]).params)
    assert {name: getattr(step, name) for name in fields} == fields


def test_people_come_before_limits_and_splits_before_pins() -> None:
    """The order of the words does not matter: who joins can be limited, who splits pinned."""
    words = ["x", "--pin", "C1=P7", "--limit", "P7=50", "--split", "C1", "--add", "P7"]
    steps = asked(what_if.make_context("what-if", words).params)
    assert [step.kind.value for step in steps] == ["add", "limit", "split", "pin"]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--away", "P02:yesterday"),
        ("--away", "P02:1:2:3"),
        ("--away", ":2026-03-02"),
        ("--add", "P07:1.5"),
        ("--add", "P07:1:boss"),
        ("--hours", "P03"),
        ("--hours", "P03=many"),
        ("--limit", "=90"),
        ("--pin", "C001="),
    ],
)
def test_words_that_cannot_be_read_are_named(team: Path, option: str, words: str) -> None:
    """The option and what was given for it are in the message; the code is 1."""
    ended = run("what-if", team, option, words)
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert option in ended.stderr
    assert words in ended.stderr
