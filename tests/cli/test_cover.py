"""``planner cover`` as typed: what must be decided first, who covers, and the exit code."""

import json
from pathlib import Path

import pytest

from planner.cli.cover_text import cover_text
from planner.data.scenario import Scenario
from planner.engine import cover
from planner.files import write_scenario
from planner.policy import default_policy
from tests.commands import run
from tests.make import child, day, leave, practitioner, scenario, task

POLICY = default_policy()


def small() -> Scenario:
    """Make P with A and B, Q with 106 h, the manager M, and a hearing too long for Q."""
    return scenario(
        [child("A", holder="P"), child("B", holder="P", skills=("court",)), child("C")],
        [
            practitioner("P", label="Pat"),
            practitioner("Q"),
            practitioner("M", grade="CPP5.2"),
            practitioner("D", grade="CPP2", duty_hours=20),
        ],
        leave=[leave("Q", 10, 27)],
        tasks=[task("A", "hearing", 2, 60)],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the small team to disk."""
    write_scenario(small(), tmp_path / "small")
    return tmp_path / "small"


def test_a_cover_reads_as_said_aloud() -> None:
    """What must be decided comes first; whose hours, and what else asks for them, after it."""
    answer = cover(small(), POLICY, "P", start=day(0), until=day(8))
    assert cover_text(answer).splitlines() == [
        "P Pat is away from Monday 2 March 2026 until Tuesday 10 March 2026.",
        "The team as it stands, Monday 2 March 2026. P holds 2 children in 2 families and keeps "
        "them. 3",
        "contacts and tasks fall due; 2 of them can be covered.",
        "",
        "TO DECIDE",
        "  - Court hearing for A, due 4 Mar: not covered (needs 60 h; nobody there has more than "
        "42.5 h to",
        "    spare). M decides when and by whom.",
        "",
        "PROPOSED COVER",
        "  when          what     for   cover  takes",
        "  due by 9 Mar  Contact  A: A  Q      2.5 h",
        "  due by 9 Mar  Contact  B: B  Q      2.5 h  lacks: court",
        "",
        "HOURS TO SPARE, AT 100 PER CENT",
        "  practitioner  to spare  cover    left",
        "  Q               42.5 h    5 h  37.5 h",
        "  Duty for children awaiting allocation asks 3.5 h in the cycle besides.",
        "  Those who hold no cases give 20 h to duty; they are not proposed here.",
        "",
        "CHILDREN OF P",
        "  child  family  last seen  contact due  due while away  priority",
        "  A      A       23 Feb     9 Mar                     2  remaining children",
        "  B      B       23 Feb     9 Mar                     1  remaining children",
        "",
        "Proven: no other cover within these hours leaves less open.",
        "Nobody's case moves. The cover is a proposal: the manager decides.",
    ]


def test_long_leave_named_cover_and_what_is_overdue() -> None:
    """An open-ended leave is said, and whom it names, and since when contact is overdue."""
    made = scenario(
        [child("A", holder="P", last_seen=day(-30))],
        [practitioner("P"), practitioner("Q")],
        leave=[leave("P", 0, cover="Q")],
    )
    text = cover_text(cover(made, POLICY, "P"))
    assert "P is away from Monday 2 March 2026 with no day of return." in text
    assert "The leave names Q as cover." in text
    assert "overdue since 14 Feb" in text
    assert "the manager chooses cover or re-allocation" in text
    assert "What falls due after Sunday 29 March 2026 is not listed: another cycle." in text


def test_nobody_held_and_nothing_due() -> None:
    """Somebody without a case, and somebody away for a day: each is one sentence."""
    made = scenario([child("A", holder="P")], [practitioner("P"), practitioner("Q")])
    assert "Q holds no child's case." in cover_text(cover(made, POLICY, "Q"))
    short = cover(made, POLICY, "P", start=day(1), until=day(1))
    assert cover_text(short).startswith("P is away on Tuesday 3 March 2026.")
    assert "Nothing falls due in these days." in " ".join(cover_text(short).split())
    one = cover(made, POLICY, "P", start=day(0), until=day(8))
    assert "1 contact or task falls due; it can be covered." in " ".join(cover_text(one).split())
    stopped = cover(made, POLICY, "P", time_limit=0)
    assert "Not proven in the time given" in cover_text(stopped)


def test_from_the_command_line(folder: Path, tmp_path: Path) -> None:
    """As text, as JSON, and beside a plan file."""
    answer = run("cover", folder, "--away", "P:2026-03-02:2026-03-10")
    assert (answer.exit_code, answer.stderr) == (0, ""), answer.output
    found = json.loads(run("cover", folder, "--away", "P", "--json").stdout)
    assert found["proven"] is True
    assert found["days"] == [{"start": "2026-03-02", "until": "2026-03-29"}]
    plan = tmp_path / "plan.json"
    run("solve", folder, "-o", plan)
    beside = run("cover", folder, "--away", "P", "--plan", plan)
    assert "The plan in hand (best possible plan)" in beside.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Missing option '--away'"),
        (["--away", "X"], "X is not in this team; those who are: D, M, P, Q"),
        (["--away", "M"], "M holds no cases"),
        (["--away", "P:soon"], "soon"),
        (["--away", "P:2026-03-10:2026-03-02"], "is before the first day away"),
    ],
)
def test_what_cannot_be_asked_is_refused(folder: Path, options: list[str], words: str) -> None:
    """Exit code 1, and what is wrong, in words."""
    answer = run("cover", folder, *options)
    assert answer.exit_code == 1
    assert words in answer.stderr
