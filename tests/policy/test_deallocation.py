"""De-allocation in the policy file: two lines, the words, and every part of the record."""

from importlib.resources import files

import pytest

from planner.data.deallocation import BearsOn, RationaleId
from planner.errors import PolicyError
from planner.policy import default_policy, parse_policy

TEXT = files("planner.policy").joinpath("default.toml").read_text("utf-8")
POLICY = default_policy()


def faults(old: str, new: str) -> str:
    """Give the faults of the shipped policy with one passage replaced once."""
    assert old in TEXT
    with pytest.raises(PolicyError) as refused:
        parse_policy(TEXT.replace(old, new, 1))
    return " ".join(refused.value.faults)


def test_fourteen_indicators_on_two_lines() -> None:
    """Seven bear on the child and seven on the objective; three are no gap where absent."""
    child = [row.id for row in POLICY.indicators if row.bears_on is BearsOn.CHILD]
    assert child == [
        "risk_assessment",
        "information",
        "referrals",
        "care_team",
        "professionals",
        "stable_care",
        "care_team_alerts",
    ]
    assert len(POLICY.indicators) == 14
    assert [row.id for row in POLICY.indicators if not row.to_settle] == [
        "ready_to_test",
        "contracting",
        "interstate",
    ]


def test_the_two_lines_are_never_one() -> None:
    """Each has its own heading."""
    words = POLICY.deallocation
    assert len({words.heading(line) for line in BearsOn}) == 2


def test_the_record_has_every_part() -> None:
    """Each part once, with a prompt and a paragraph that is there."""
    assert sorted(row.id for row in POLICY.rationale) == sorted(RationaleId)
    assert all(row.prompt for row in POLICY.rationale)


def test_an_indicator_says_what_it_bears_on() -> None:
    """Without it, or with another word, the file is refused."""
    row = 'paragraph = "2254-I1"\n'
    line = 'bears_on = "permanency"\n'
    assert "indicators.0.bears_on" in faults(row + line, row)
    assert "indicators.0.bears_on" in faults(row + line, f'{row}bears_on = "money"\n')


def test_parts_of_the_record_are_checked() -> None:
    """A part left out, named twice, or citing nothing is a fault; so is an unknown indicator."""
    part = TEXT[TEXT.index('[[rationale]]\nid = "views"') : TEXT.index('[[rationale]]\nid = "inte')]
    assert "The part 'views' of the rationale is missing." in faults(part, "")
    assert "'views' is there 2 times" in faults(part, part + part)
    cited = part.replace("2254-R1", "2254-X9")
    assert "cites paragraph '2254-X9'" in faults(part, cited)
    wrong = 'professionals = "friends"'
    assert "'friends', which is no indicator" in faults('professionals = "professionals"', wrong)
