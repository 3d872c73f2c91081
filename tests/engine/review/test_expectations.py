"""What can be expected of a child or of two: each kind holds where it should, and can fail."""

from importlib.resources import files

import pytest

from planner.data.policy import Policy
from planner.data.vignette import VignetteResult
from planner.engine import check_policy
from planner.policy import default_policy, parse_policy, parse_vignettes

TEXT = files("planner.policy").joinpath("default.toml").read_text("utf-8")
POLICY = default_policy()

HEAD = """
as_at = 2026-03-02
visits = { weekly = 4, fortnightly = 2, monthly = 1 }
usual = { phase = "protection order", age = 8, infant_response = "not applicable" }

[[vignettes]]
id = "own"
title = "A case of the team's own"
says = "It is judged here."
source = "A local sentence."
paragraphs = ["2254-P1"]
"""


def alone(text: str, policy: Policy = POLICY) -> VignetteResult:
    """Give what a policy makes of one vignette of a team's own."""
    book = parse_vignettes(HEAD + text, "own.toml", (POLICY,))
    (result,) = check_policy(book, policy).shipped.vignettes
    return result


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ('expect.tier = "next priority"', "remaining children"),
        ('expect.band = "c"', "no band"),
        ('expect.groups = ["at risk in current care"]', "next-priority groups: none"),
        ("expect.judgement_first = false", "listed first under needs your judgement"),
        ('expect.contact = "none"', "seen fortnightly while allocated"),
        ('expect.contact_awaiting = "weekly"', "seen monthly while awaiting"),
        ('expect.counted = "outside the pool"', "hours counted: the team"),
        ("expect.never_deallocated = true", "may be considered for de-allocation"),
        ('expect.obligations = ["2254-S3"]', "obligations shown: none"),
        ('expect.never_missed = ["hearing"]', "never missed: none"),
    ],
)
def test_each_kind_of_expectation_can_fail(expected: str, found: str) -> None:
    """A child of whom nothing much is recorded does not meet it, and the words say what is so."""
    result = alone(f'[[vignettes.children]]\nchild = "a"\n{expected}\n')
    assert not result.holds
    assert [row.found for row in result.expectations] == [found]


def test_an_empty_list_of_groups_asks_for_none() -> None:
    """A group more than expected is a difference; an obligation more is not."""
    answered = 'factors."principle.breakdown" = "yes"\nfacts.aboriginal = "yes"\n'
    child = f'[[vignettes.children]]\nchild = "a"\n{answered}'
    assert not alone(f"{child}expect.groups = []\n").holds
    assert alone(f'{child}expect.obligations = ["2254-S3"]\n').holds


@pytest.mark.parametrize(
    ("stands", "holds"),
    [
        ("above", (True, False, False, True)),
        ("level with", (False, True, False, False)),
        ("a step above", (False, False, False, True)),
        ("less impact than", (False, False, True, False)),
        ("same impact as", (True, True, False, True)),
    ],
)
def test_each_relation(stands: str, holds: tuple[bool, ...]) -> None:
    """More points, the same, less impact with fewer points, and a tier higher: four pairs."""
    pairs = [
        ('factors."child.escalating" = "yes"', 'factors."child.escalating" = "no"'),
        ('factors."child.escalating" = "no"', 'factors."child.escalating" = "no"'),
        ("", 'factors."child.escalating" = "yes"\nindicators.care_team = "no"'),
        ('factors."principle.breakdown" = "yes"', ""),
    ]
    order = f'order = [{{ child = "a", stands = "{stands}", other = "b" }}]\n'
    facts = 'facts.infant_response = "not applicable"\n'
    found = tuple(
        alone(
            f'{order}[[vignettes.children]]\nchild = "a"\n{facts}{a}\n'
            f'[[vignettes.children]]\nchild = "b"\n{facts}{b}\n'
        ).holds
        for a, b in pairs
    )
    assert found == holds


def test_contact_that_no_word_fits_is_counted() -> None:
    """Three visits in four weeks are said as a number."""
    policy = parse_policy(TEXT.replace("\nfortnightly = 2\n", "\nfortnightly = 3\n"))
    result = alone('[[vignettes.children]]\nchild = "a"\nexpect.contact = "fortnightly"\n', policy)
    assert [row.found for row in result.expectations] == ["seen 3 times while allocated"]
