"""``planner frontier`` and ``planner curve``: read aloud, drawn, and refused with reasons."""

import json
from pathlib import Path

import pytest

from planner.files import write_scenario
from planner.synthetic.generate import generate
from tests.commands import run
from tests.engine.solving import high
from tests.make import child, practitioner, scenario


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a team of one in which de-allocations and hours both admit high-risk children."""
    folder = tmp_path_factory.mktemp("teams") / "small"
    team = scenario(
        [high("H1"), high("H2"), *(child(f"C{n}", holder="P1") for n in range(1, 6))],
        [practitioner("P1", rostered_hours=60)],
    )
    write_scenario(team, folder)
    return folder


def test_the_front_is_read_from_the_top(small: Path, tmp_path: Path) -> None:
    """Headline, table, then each step with who is moved; the picture is written beside."""
    picture = tmp_path / "front.svg"
    ended = run("frontier", small, "--plot", picture)
    assert ended.exit_code == 0
    assert ended.stdout.startswith("3 de-allocations would admit 2 high-risk children; 3 other")
    assert "A further de-allocation buys nothing." in ended.stdout
    assert "0 (plan)" in ended.stdout
    assert "1 DE-ALLOCATION" in ended.stdout
    assert "would be taken on by P1" in ended.stdout
    assert "a de-allocation from P1" in ended.stdout
    assert f"Written: {picture}" in ended.stderr
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_the_front_as_json_has_every_step(small: Path) -> None:
    """Scripts get amounts, counts, values and who is moved."""
    front = json.loads(run("frontier", small, "--json", "--most", 1).stdout)
    assert [step["amount"] for step in front["steps"]] == [0, 1]
    assert front["steps"][1]["reached"]["awaiting_by_tier"]["high risk"] == 1
    assert not front["complete"]


def test_changes_and_hours_are_asked_with_of(small: Path) -> None:
    """Alone there is nobody to change to; hours admit both."""
    assert (
        "No change of practitioner would buy anything."
        in run("frontier", small, "--of", "changes").stdout
    )
    hours = run("frontier", small, "--of", "hours").stdout
    assert "h more for everyone would admit 2 high-risk children." in hours


def test_the_curve_says_how_many_hours_are_enough(small: Path, tmp_path: Path) -> None:
    """The first line is the answer; the table gives hours, limit and share of full time."""
    picture = tmp_path / "curve.png"
    ended = run("curve", small, "--practitioner", "P1", "--plot", picture)
    assert ended.exit_code == 0
    first = ended.stdout.splitlines()[0]
    assert first.endswith("h more a cycle for P1 until no high-risk child awaits.")
    assert "More hours than the last step change nothing." in ended.stdout
    assert "FTE" in ended.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_somebody_further_is_read_from_words(small: Path) -> None:
    """Grade, zone and skills; nobody loses by it."""
    curve = json.loads(run("curve", small, "--add", "CPP4:hills:infants,court", "--json").stdout)
    assert curve["joining"]["skills"] == ["infants", "court"]
    assert curve["joining"]["zone"] == "hills"
    assert curve["of"] == "added"
    assert curve["enough"] > 0


def test_absence_lists_everyone_in_the_order_of_names(small: Path) -> None:
    """With what it is about, and what it is not."""
    ended = run("curve", small, "--absence")
    assert ended.exit_code == 0
    assert "never about anybody's work" in ended.stdout
    assert "WITHOUT P1" in ended.stdout
    assert "children would need cover" in ended.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frontier", "--plot", "front.pdf"], ".svg"),
        (["curve", "--practitioner", "P9"], "P9 is nobody of this team; there are P1"),
        (["curve", "--practitioner", "P1", "--everyone"], "one of"),
        (["curve", "--absence", "--to", "3"], "do not go with"),
        (["curve", "--add", "boss"], "boss"),
        (["curve", "--add", "CPP4:a:b:c"], "too many parts"),
        (["curve", "--to", "0.3"], "half-hours"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(small: Path, words: list[str], said: str) -> None:
    """Nothing goes to standard output, and the code is 1."""
    ended = run(words[0], small, *words[1:])
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert said in ended.stderr


def test_what_is_not_finished_has_its_own_code(tmp_path: Path) -> None:
    """The steps found are printed and marked, with exit code 3."""
    write_scenario(generate(180, 12, 1), tmp_path / "large")
    ended = run("frontier", tmp_path / "large", "--time-limit", 0.3)
    assert ended.exit_code == 3
    assert "time given" in ended.stdout
