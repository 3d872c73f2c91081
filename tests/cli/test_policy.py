"""``planner policy`` prints as before; ``planner policy check`` tries a policy on small cases."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from planner.policy import shipped_vignettes
from tests.commands import run

TEXT = files("planner.policy").joinpath("default.toml").read_text("utf-8")
VIGNETTES = files("planner.policy").joinpath("vignettes.toml").read_text("utf-8")
COUNT = len(shipped_vignettes().vignettes)


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    """Write a policy in which an agreement stands for a year."""
    file = tmp_path / "trial.toml"
    file.write_text(
        TEXT.replace('name = "default"', 'name = "trial"').replace(
            "agreement_days = 92", "agreement_days = 365"
        )
    )
    return file


def words(text: str) -> str:
    """Give a printed document on one line."""
    return " ".join(text.split())


def test_policy_prints_the_file_that_is_named(trial: Path) -> None:
    """The command without ``check`` prints the shipped policy or another."""
    assert run("policy").stdout.startswith("Policy default, version 1.0, digest ")
    assert run("policy", "--policy", trial).stdout.startswith("Policy trial, version 1.0, digest ")
    assert json.loads(run("policy", "--json", "--policy", trial).stdout)["name"] == "trial"


def test_the_shipped_policy_holds() -> None:
    """Without a file the shipped policy is checked; every case is listed."""
    ended = run("policy", "check")
    assert ended.exit_code == 0
    assert ended.stderr == ""
    assert f"{COUNT} of {COUNT} vignettes hold." in ended.stdout
    assert all(f"holds  {one.id}" in ended.stdout for one in shipped_vignettes().vignettes)
    assert "COME OUT OTHERWISE" not in ended.stdout


def test_a_changed_policy_says_what_flips(trial: Path) -> None:
    """Exit 3; the headline counts, and each flip has its expectation, before and after."""
    ended = run("policy", "check", trial)
    assert ended.exit_code == 3
    text = words(ended.stdout)
    assert f"1 of {COUNT} vignettes comes out otherwise under this policy." in text
    assert (
        "Expected: four months: seen fortnightly while allocated. It no longer holds. Shipped "
        "policy: seen fortnightly while allocated. This policy: seen monthly while allocated."
    ) in text
    assert "four months shipped remaining children 1 0 fortnightly monthly" in text
    assert "this remaining children 1 0 monthly monthly" in text
    assert "Order under both: four months = no day recorded = seven weeks." in text


def test_a_policy_that_flips_nothing(tmp_path: Path) -> None:
    """Exit 0; other figures are named all the same."""
    file = tmp_path / "near.toml"
    file.write_text(TEXT.replace('"escalation"\npoints = 8', '"escalation"\npoints = 9'))
    ended = run("policy", "check", file)
    assert ended.exit_code == 0
    assert f"None of {COUNT} vignettes comes out otherwise" in ended.stdout
    assert "child-factors: escalating: points 9, now 10." in ended.stdout


def test_an_order_that_turns_round(tmp_path: Path) -> None:
    """Where the order flips, it is said under each policy."""
    file = tmp_path / "infants.toml"
    file.write_text(TEXT.replace('[classes]\ninfant = "c"', '[classes]\ninfant = "a"'))
    text = words(run("policy", "check", file).stdout)
    assert "Order under the shipped policy: band b; then unknown." in text
    assert "Order under this policy: unknown; then band b." in text
    assert f"4 of {COUNT} vignettes come out otherwise" in text


def test_what_the_policy_does_not_know_is_said(tmp_path: Path) -> None:
    """A factor under another name is no factor of the case."""
    file = tmp_path / "renamed.toml"
    file.write_text(TEXT.replace('id = "child.critical"', 'id = "child.grave"'))
    text = words(run("policy", "check", file).stdout)
    assert "NOT READ BY THIS POLICY - The policy has no factor 'child.critical'" in text


def test_the_answer_as_json(trial: Path) -> None:
    """The same answer, for a machine."""
    ended = run("policy", "check", trial, "--json")
    answer = json.loads(ended.stdout)
    assert ended.exit_code == 3
    assert answer["flips"] == answer["failing"] == ["agreement-over-three-months"]
    assert answer["changed"]["name"] == "trial"
    assert len(answer["shipped"]["vignettes"]) == COUNT


def test_cases_of_ones_own(tmp_path: Path, trial: Path) -> None:
    """A team's own cases, one that no policy meets and one that the trial meets."""
    file = tmp_path / "own.toml"
    head, case = (
        VIGNETTES[: VIGNETTES.index("[[vignettes]]")],
        (
            '[[vignettes]]\nid = "{0}"\ntitle = "{0}"\nsays = "S."\nsource = "S."\n'
            'paragraphs = ["1802-C2"]\n[[vignettes.children]]\nchild = "a"\n'
            'facts.contact = "monthly"\nfacts.contact_agreed = 2025-11-01\nexpect.contact = "{1}"\n'
        ),
    )
    file.write_text(head + case.format("monthly", "monthly"))
    ended = run("policy", "check", trial, "--vignettes", file)
    assert ended.exit_code == 0
    assert "It now holds." in ended.stdout
    assert "1 of 1 vignette comes out otherwise" in ended.stdout
    file.write_text(head + case.format("weekly", "weekly"))
    ended = run("policy", "check", trial, "--vignettes", file)
    assert ended.exit_code == 3
    assert "HOLD UNDER NEITHER POLICY" in ended.stdout
    alone = run("policy", "check", "--vignettes", file)
    assert alone.exit_code == 3
    assert "DO NOT HOLD" in alone.stdout
    assert "Expected: a: seen weekly while allocated. Found: seen fortnightly" in alone.stdout


def test_faults_of_either_file_end_with_1(tmp_path: Path, trial: Path) -> None:
    """Every fault on standard error, nothing on standard output."""
    bad = tmp_path / "bad.toml"
    bad.write_text(VIGNETTES.replace("2254-M1", "2254-M9").replace('"high risk"', '"high"', 1))
    refused = run("policy", "check", trial, "--vignettes", bad)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "'2254-M9' is no paragraph" in refused.stderr
    assert "'high'" in refused.stderr
    trial.write_text(TEXT.replace('id = "2a"', 'id = "2b"'))
    refused = run("policy", "check", trial)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "The stage '2b' is there 2 times." in refused.stderr


def test_what_cannot_be_read_ends_with_1(tmp_path: Path, trial: Path) -> None:
    """No such file, not text, or options before the command."""
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for words_given in (
        ("policy", "check", tmp_path / "none.toml"),
        ("policy", "check", binary),
        ("policy", "check", "--vignettes", binary),
        ("policy", "--policy", trial, "check"),
        ("policy", "--json", "check"),
        ("policy", "chek"),
    ):
        ended = run(*words_given)
        assert (ended.exit_code, ended.stdout) == (1, "")
        assert ended.stderr
