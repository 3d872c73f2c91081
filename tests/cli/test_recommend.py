"""``planner recommend`` as typed: what is said, what is refused, and the same as JSON."""

import json
from pathlib import Path

import pytest

from planner.cli.recommend_text import who_text, whom_text
from planner.data.fit import NewFamily
from planner.data.scenario import Scenario
from planner.engine import new_family, who_could_take, whom_could_take
from planner.files import write_scenario
from planner.policy import default_policy
from tests.commands import run
from tests.make import child, infant, leave, practitioner, scenario

POLICY = default_policy()


def small() -> Scenario:
    """Make A and B awaiting; P with room for one of them, Q for none, R away."""
    return scenario(
        [child("A"), child("B", skills=("court",))],
        [
            practitioner("P", limit_hours="12", skills=("court",), label="Pat"),
            practitioner("Q", limit_hours="11"),
            practitioner("R"),
        ],
        leave=[leave("R", 0, 27)],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the small team to disk."""
    write_scenario(small(), tmp_path / "small")
    return tmp_path / "small"


def test_who_could_take_a_child_reads_as_said_aloud() -> None:
    """The question first, then who could, everybody's facts, what stands between, what is left."""
    assert who_text(who_could_take(small(), POLICY, "A")).splitlines() == [
        "Who could take family A: A remaining children?",
        "The team as it stands, Monday 2 March 2026. It awaits allocation. Everybody keeps what "
        "they hold;",
        "only this family would move.",
        "",
        "WHO COULD",
        "  P Pat: fits within every limit.",
        "",
        "EVERYBODY PRESENT",
        "  practitioner   needs  left after  one way  language  known  skills and grade",
        "  P Pat         11.5 h       0.5 h   15 min  -         -      none needed",
        "  Q             11.5 h  0.5 h over   15 min  -         -      none needed",
        "",
        "WHAT STANDS BETWEEN",
        "  - Q: would be 0.5 h over the limit of 11 h a cycle.",
        "",
        "WHAT EACH WOULD LEAVE",
        "  - P Pat: no contact more or less is missed; P has then no room for B; first stage to "
        "change: The",
        "    same with remaining children awaiting, 2 to 1.",
        "",
        "Away the whole cycle: R.",
    ]


def test_whom_somebody_could_take_reads_as_said_aloud() -> None:
    """Both fit with P, one at a time; neither with Q."""
    lines = whom_text(whom_could_take(small(), POLICY, "P", top=1)).splitlines()
    assert (
        lines[0] == "Whom could P Pat take? P Pat has 12 h left within the limit; 2 families await."
    )
    assert lines[lines.index("WHICH COULD") + 1 :][:2] == [
        "  A: fits within every limit.",
        "  2 could; these 1 leave least undone, in the order of their names.",
    ]
    text = whom_text(whom_could_take(small(), POLICY, "Q"))
    assert "None fits within every limit: see what stands between." in text
    assert "lacks: court" in text


def test_where_only_a_limit_that_gives_way_lets_somebody() -> None:
    """An intensive infant comes: the limit gives way, by how much is said, and language too."""
    facts = NewFamily(children=(infant("N", language="Dinka"),))
    text = who_text(new_family(small(), POLICY, facts))
    assert text.startswith("Who could take a new family: N mandatory allocation?")
    assert "P Pat: only where a limit gives way: P goes " in text
    assert "over the limit to hold N." in text
    assert "interpreter, Dinka" in text


def test_nobody_awaits() -> None:
    """With nobody waiting there is nothing to choose among, and somebody over hours is said so."""
    made = scenario([child("A", holder="P")], [practitioner("P", limit_hours="1")])
    text = whom_text(whom_could_take(made, POLICY, "P"))
    assert "P is 7.5 h over the limit; 0 families await." in text
    assert "Nobody awaits." in text
    assert "over a limit by what is held already (case hours)" in who_text(
        who_could_take(made, POLICY, "A")
    )


def test_from_the_command_line(folder: Path, tmp_path: Path) -> None:
    """A child, a practitioner, a family by options and by file: each answers, also as JSON."""
    file = tmp_path / "new.toml"
    file.write_text("[[child]]\nage = 4\nphase = 'investigation'\n", encoding="utf-8")
    options = ["--age", 4, "--phase", "investigation"]
    asked = (["--child", "A"], ["--practitioner", "P"], ["--family", file], options)
    for one in asked:
        answer = run("recommend", folder, *one)
        assert (answer.exit_code, answer.stderr) == (0, ""), answer.output
        assert json.loads(run("recommend", folder, *one, "--json").stdout)["as_at"] == "2026-03-02"
    by_file = run("recommend", folder, "--family", file, "--json").stdout
    assert by_file == run("recommend", folder, *options, "--json").stdout


def test_every_fact_of_a_new_family_is_heard(folder: Path) -> None:
    """Judgement, skill, language, conflict, task and schedule stand in the answer."""
    answer = json.loads(
        run(
            "recommend", folder, "--age", 13, "--age", 1, "--phase", "investigation",
            "--judgement", "severe/very likely", "--skill", "court", "--interpreter", "Dinka",
            "--youth", "--conflict", "P", "--task", "first_visit:2026-03-04", "--top", 1, "--json",
        ).stdout
    )  # fmt: skip
    p, q = answer["fits"]
    assert answer["children"] == ["new-1", "new-2"]
    assert answer["bands"] == {"new-1": "a", "new-2": "a"}
    assert "conflict" in [found["rule"] for found in p["broken"]]
    assert (q["missing_skills"], q["languages"][0]["language"]) == (["court"], "Dinka")


def test_beside_a_plan_file(folder: Path, tmp_path: Path) -> None:
    """The plan in hand is named; a plan of another team is refused in words."""
    plan = tmp_path / "plan.json"
    assert run("solve", folder, "-o", plan).exit_code == 0
    answer = run("recommend", folder, "--child", "A", "--plan", plan)
    assert "The plan in hand (best possible plan)" in answer.stdout
    write_scenario(scenario([child("Z")], [practitioner("P")]), tmp_path / "other")
    refused = run("recommend", tmp_path / "other", "--child", "Z", "--plan", plan)
    assert refused.exit_code == 1
    assert "another scenario" in refused.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Ask with one of --child"),
        (["--child", "A", "--practitioner", "P"], "Ask with one of --child"),
        (["--child", "A", "--zone", "North"], "--zone: only beside --age"),
        (["--child", "X"], "there is no child X in the team; there are A, B"),
        (["--practitioner", "R"], "no working day"),
        (["--age", "4"], "phase: column is missing"),
        (["--age", "four", "--phase", "intake"], "'four' is not a whole number"),
        (["--age", "4", "--phase", "intake", "--task", "visit:2026-03-04"], "visit"),
        (["--family", "new.txt"], "ends in none of .toml, .csv"),
        (["--family", "new.csv"], "is missing"),
    ],
)
def test_what_cannot_be_asked_is_refused(folder: Path, options: list[str], words: str) -> None:
    """Exit code 1, and what is wrong, in words."""
    answer = run("recommend", folder, *options)
    assert answer.exit_code == 1
    assert words in answer.stderr
