"""Vignettes under the shipped policy, and under policies changed in one place."""

from importlib.resources import files

import pytest

from planner.data.policy import Policy
from planner.data.vignette import Casebook, PolicyCheck, VignetteResult
from planner.data.vocabulary import Tier
from planner.engine import check_policy
from planner.policy import default_policy, parse_policy, parse_vignettes, shipped_vignettes

TEXT = files("planner.policy").joinpath("default.toml").read_text("utf-8")
POLICY = default_policy()
BOOK = shipped_vignettes()
SHIPPED = check_policy(BOOK, POLICY)

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


def changed(*replaced: tuple[str, str]) -> Policy:
    """Give the shipped policy with passages replaced, each of them there once."""
    text = TEXT
    for old, new in replaced:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return parse_policy(text)


def own(text: str) -> Casebook:
    """Read one vignette of a team's own."""
    return parse_vignettes(HEAD + text, "own.toml", (POLICY,))


def check(*replaced: tuple[str, str]) -> PolicyCheck:
    """Check the shipped policy against a changed one."""
    return check_policy(BOOK, POLICY, changed(*replaced))


@pytest.mark.parametrize("one", SHIPPED.shipped.vignettes, ids=lambda one: one.id)
def test_the_shipped_policy_does_what_the_sources_say(one: VignetteResult) -> None:
    """Every expectation read from the two sources holds."""
    assert [f"{row.says} - {row.found}" for row in one.expectations if not row.holds] == []
    assert one.expectations
    assert one.unread == ()


def test_the_shipped_policy_alone() -> None:
    """Without another policy there is nothing to compare, and nothing fails."""
    assert SHIPPED.changed is None
    assert SHIPPED.checked is SHIPPED.shipped
    assert (SHIPPED.flips, SHIPPED.failing, SHIPPED.moved) == ((), (), ())


@pytest.mark.parametrize(
    ("replaced", "flips"),
    [
        # High-risk children and infants awaiting would be seen once a month.
        (
            ('waiting_watched = "fortnightly"', 'waiting_watched = "monthly"'),
            {
                "infant-judged-unlikely",
                "infant-response-not-recorded",
                "youth-schedule",
                "violence-immediate",
                "raised-by-the-manager",
                "lowered-with-assessment-and-reason",
                "awaiting-minimum",
                "agreed-frequency",
            },
        ),
        # Every infant would be in band a, by age alone.
        (
            ('[classes]\ninfant = "c"', '[classes]\ninfant = "a"'),
            {
                "infant-judged-unlikely",
                "infant-response-not-recorded",
                "infant-status-unknown",
                "infants-within-a-band",
            },
        ),
        # An agreement would stand for a year.
        (("agreement_days = 92", "agreement_days = 365"), {"agreement-over-three-months"}),
        # A changed judgement seen from the parents would be a second fact.
        (
            (
                'applies = "living with parents"\nfact = "changed_judgements"',
                'applies = "living with parents"\nfact = "changed_again"',
            ),
            {"one-fact-counts-once"},
        ),
        # The need for active case management would be a factor of five points and no group.
        (
            (
                'fact = "active_management"\npoints = 0\n'
                'group = "active case management needed for permanency"',
                'fact = "active_management"\npoints = 5',
            ),
            {
                "ten-factors-and-a-tier",
                "stable-against-reunification",
                "three-groups-level",
                "two-groups-against-one",
            },
        ),
        # Contracted cases would cost the team nothing.
        (("contracted_monthly = 2.5", "contracted_monthly = 0"), {"contracted-keeps-planning"}),
        # A first visit could be missed like any other task.
        (
            (
                'title = "First visit, urgent"\nhours = 3\noptional = false',
                'title = "First visit, urgent"\nhours = 3\noptional = true',
            ),
            {"first-visit-of-an-investigation"},
        ),
        # An old assessment would add nothing to the impact of a de-allocation.
        (
            ("risk_assessment_old = 10", "risk_assessment_old = 0"),
            {"review-hearing-and-old-assessment"},
        ),
        # A gap would count nothing.
        (
            (
                'fact = "escalation"\npoints = 8\nunknown_points = 3',
                'fact = "escalation"\npoints = 8',
            ),
            {"unknown-between-no-and-yes"},
        ),
    ],
    ids=lambda part: part[1].splitlines()[-1] if isinstance(part, tuple) else "",
)
def test_a_changed_policy_flips_exactly_these(replaced: tuple[str, str], flips: set[str]) -> None:
    """Cases that rest on what was changed come out otherwise, and no other does."""
    found = check(replaced)
    assert set(found.flips) == set(found.failing) == flips
    assert not flips & set(found.moved)


def test_what_flips_is_said_with_before_and_after() -> None:
    """The expectation in words, and the position and order of each child under both."""
    found = check(('[classes]\ninfant = "c"', '[classes]\ninfant = "a"'))
    before = found.shipped.vignette("infant-status-unknown")
    after = found.checked.vignette("infant-status-unknown")
    flipped = [
        (old.says, old.found, new.found)
        for old, new in zip(before.expectations, after.expectations, strict=True)
        if old.holds != new.holds
    ]
    assert flipped == [
        ("unknown: band c", "band c", "band a"),
        (
            "band b a step above unknown",
            "band b: high risk, band b, 104 points; unknown: high risk, band c, 119 points",
            "band b: high risk, band b, 104 points; unknown: high risk, band a, 119 points",
        ),
    ]
    assert (before.first_to_last, after.first_to_last) == (
        (("band b",), ("unknown",)),
        (("unknown",), ("band b",)),
    )


def test_other_points_that_flip_nothing_are_named() -> None:
    """One point more for escalation moves children and turns no expectation round."""
    found = check(
        ('fact = "escalation"\npoints = 8', 'fact = "escalation"\npoints = 9'),
    )
    assert (found.flips, found.failing) == ((), ())
    assert set(found.moved) >= {"child-factors", "unknown-between-no-and-yes"}


def test_the_same_policy_moves_nothing() -> None:
    """A policy compared with itself differs nowhere."""
    found = check_policy(BOOK, POLICY, POLICY)
    assert (found.flips, found.failing, found.moved) == ((), (), ())
    assert found.shipped == found.changed


def test_ten_factors_have_more_points() -> None:
    """The child who stays behind has the more points, so that the case proves what it says."""
    for name in ("ten-factors-and-a-band", "ten-factors-and-a-tier"):
        first, second = SHIPPED.shipped.vignette(name).positions
        assert second.child == "ten factors"
        within = {Tier.HIGH: 150, Tier.REMAINING: 50}[second.tier]
        assert second.points == within
        assert SHIPPED.shipped.vignette(name).first_to_last == ((first.child,), ("ten factors",))


def test_a_factor_that_the_policy_has_not_is_said() -> None:
    """The answer counts nothing there, and the result names the factor."""
    found = check(('id = "child.critical"', 'id = "child.grave"'))
    assert set(found.flips) == {"child-factors"}
    unread = found.checked.vignette("child-factors").unread
    assert unread == ("the policy has no factor 'child.critical'",)


def test_a_kind_of_task_that_the_policy_has_not_is_left_out() -> None:
    """A hearing that the policy does not know neither counts nor stops the check."""
    found = check(
        ('id = "hearing"\ntitle = "Court hearing"', 'id = "day"\ntitle = "Court hearing"')
    )
    assert set(found.flips) == {"hearing-in-the-cycle", "review-hearing-and-old-assessment"}
    unread = found.checked.vignette("hearing-in-the-cycle").unread
    assert unread == ("the policy has no kind of task 'hearing'",)


def test_a_case_that_holds_under_neither_policy_fails_and_does_not_flip() -> None:
    """A case of one's own may be about what no policy does."""
    book = own('[[vignettes.children]]\nchild = "a"\nexpect.tier = "high risk"\n')
    policy = changed(("agreement_days = 92", "agreement_days = 90"))
    found = check_policy(book, POLICY, policy)
    assert (found.flips, found.failing) == ((), ("own",))


def test_a_case_that_only_the_changed_policy_meets_flips_and_does_not_fail() -> None:
    """A team can write down what it wants before it changes the policy."""
    book = own('[[vignettes.children]]\nchild = "a"\nexpect.contact_awaiting = "fortnightly"\n')
    policy = changed(('waiting_usual = "monthly"', 'waiting_usual = "fortnightly"'))
    found = check_policy(book, POLICY, policy)
    assert (found.flips, found.failing) == (("own",), ())


REDUNDANT = {
    # Dates of what was done: they never count, so that nothing can turn on them.
    "obligation.acsass",
    "obligation.recognition",
    "obligation.cultural_plan",
    "obligation.family_led",
    # An infant is in the same band by age.
    "response_not_recorded",
}


def lesser() -> list[tuple[str, Policy]]:
    """Give the shipped policy without each factor, indicator, obligation, class and judgement."""
    nothing = {"points": 0, "unknown_points": 0, "group": None}
    no_impact = {"no_points": 0, "unknown_points": 0}
    parts = (
        *(("factors", row, row.model_copy(update=nothing)) for row in POLICY.factors),
        *(("indicators", row, row.model_copy(update=no_impact)) for row in POLICY.indicators),
        *(("obligations", row, None) for row in POLICY.obligations),
        *(("judgements", row, None) for row in POLICY.judgements),
    )
    found = []
    for part, row, instead in parts:
        kept = [instead if other is row else other for other in getattr(POLICY, part)]
        rows = tuple(other for other in kept if other is not None)
        found.append((getattr(row, "id", repr(row)), POLICY.model_copy(update={part: rows})))
    for name in type(POLICY.classes).model_fields:
        classes = POLICY.classes.model_copy(update={name: None})
        found.append((name, POLICY.model_copy(update={"classes": classes})))
    return found


@pytest.mark.slow
def test_nothing_can_be_left_out_unseen() -> None:
    """Whatever part of the policy is left out, some vignette flips."""
    unseen = {name for name, policy in lesser() if not check_policy(BOOK, policy).failing}
    assert unseen == REDUNDANT
