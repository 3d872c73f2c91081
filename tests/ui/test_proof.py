"""What is said of a plan is never more than its ledger proves."""

import pytest

from planner.data.plan import ChildLine, Plan, StageValue, Standing, Status
from planner.data.vocabulary import Band, Tier
from planner.policy import default_policy
from planner.ui.proof import certainty, checked_words, status_words
from tests.ui.made import plan, stage, waiting

POLICY = default_policy()


def three_waiting() -> tuple[ChildLine, ...]:
    """Make three children of band (b) who await, one of them in the team manager's name."""
    usual = [waiting(f"C{n}", Tier.HIGH, Band.B) for n in (1, 2)]
    return (*usual, waiting("C3", Tier.HIGH, Band.B, standing=Standing.MANAGER))


def cut_short(bound: int | None, *above: StageValue) -> Plan:
    """Make a plan cut short in band (b): three children of 120 points each await."""
    first = above or (stage("2a", 0, 0, terms={"awaiting_high_a": 0}),)
    ledger = (*first, stage("2b", 360, bound, terms={"awaiting_high_b": 360}))
    return plan(three_waiting(), ledger=ledger, status=Status.NOT_PROVEN)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.BEST_POSSIBLE, "Best possible plan"),
        (Status.NOT_PROVEN, "Stopped early, best found so far"),
        (Status.INTERRUPTED, "Stopped early, best found so far"),
        (Status.AS_IT_STANDS, "The team as it stands"),
    ],
)
def test_status_in_plain_words(status: Status, words: str) -> None:
    """No solver's word is among them."""
    assert status_words(plan(status=status)) == words


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.BEST_POSSIBLE, "Checked against every rule."),
        (Status.NOT_COMPLIANT, "All else is checked against every rule."),
        (Status.NO_PLAN_IN_TIME, ""),
    ],
)
def test_what_was_checked(status: Status, words: str) -> None:
    """Nothing is called checked where there is no plan, nor all of it where a rule is not met."""
    assert checked_words(plan(status=status)) == words


def test_every_status_has_words() -> None:
    """A status added later is not shown blank."""
    assert all(status_words(plan(status=status)) for status in Status)


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        # A child of the band costs at most 150 points. 301 points take at least three children,
        # 300 and 151 at least two, 150 at least one, and 0 none.
        (301, "No more children at high risk, band (b), could be allocated."),
        (300, "At most one more child at high risk, band (b), could be allocated."),
        (151, "At most one more child at high risk, band (b), could be allocated."),
        (150, "At most 2 more children at high risk, band (b), could be allocated."),
        (0, "At most 3 more children at high risk, band (b), could be allocated."),
        (None, ""),
    ],
)
def test_a_bound_says_how_many_more(bound: int | None, words: str) -> None:
    """Only what the bound of the first unproven stage proves is said."""
    assert certainty(cut_short(bound), POLICY, deallocations=0) == words


def test_with_deallocations_a_bound_says_less() -> None:
    """A de-allocated child costs up to 100 of impact too: 301 points may then be two children."""
    words = "At most one more child at high risk, band (b), could be allocated."
    assert certainty(cut_short(301), POLICY, deallocations=1) == words
    beyond = stage("0a", 1, 1, terms={"deallocations_beyond": 1})
    assert certainty(cut_short(301, beyond), POLICY, deallocations=0) == words


def test_nothing_is_said_below_a_stage_cut_short() -> None:
    """Where contact missed is not proven, the bound of band (b) holds for fewer plans."""
    contact = stage("1", 9, 4, terms={"contact_missed_watched": 9})
    assert certainty(cut_short(301, contact), POLICY, deallocations=0) == ""


def test_high_risk_proven_and_the_rest_not() -> None:
    """All three bands proven: for them no plan is better."""
    bands = [stage(f"2{b}", 0, 0, terms={f"awaiting_high_{b}": 0}) for b in "abc"]
    ledger = (*bands, stage("3a", 200, 100, terms={"awaiting_next": 200}))
    found = certainty(plan(ledger=ledger, status=Status.NOT_PROVEN), POLICY, deallocations=0)
    assert (
        found == "For children at high risk no plan is better; the rest is the best found so far."
    )


@pytest.mark.parametrize("status", [Status.BEST_POSSIBLE, Status.AS_IT_STANDS])
def test_a_plan_that_was_not_stopped_needs_no_bound(status: Status) -> None:
    """A proven plan says so in its status, and the team as it stands was not searched for."""
    assert certainty(cut_short(0).model_copy(update={"status": status}), POLICY, 0) == ""


def test_everything_proven_though_stopped() -> None:
    """Interrupted after the last proof: there is nothing to bound."""
    done = plan(ledger=(stage("2a", 0, 0),), status=Status.INTERRUPTED)
    assert certainty(done, POLICY, deallocations=0) == ""
