"""A large sample has the shares the field is taken to have.

12,000 children in about 6,800 families. A share of one half drawn once a family has a
standard error of 0.007 (families of several children count more), so that 0.02 is nearly
three standard errors; a share drawn child by child lies well within it. Seeds are fixed:
a failure means that a share moved, not that chance did.
"""

from collections import Counter
from collections.abc import Callable
from statistics import correlation, mean

import pytest

from planner.data.scenario import Child
from planner.data.vocabulary import Answer, CaseStatus, InfantResponse, Order, Phase
from planner.policy import default_policy
from planner.principles import age_in_years
from planner.synthetic.child import Draft
from planner.synthetic.generate import MONDAY, draw_children
from planner.synthetic.replies import draw_factors, draw_indicators
from planner.synthetic.shares import read_shares

CLOSE = 0.02
POLICY = default_policy()
SHARES = read_shares()


@pytest.fixture(scope="module")
def drafts() -> tuple[Draft, ...]:
    """Give one large sample for all the questions of this file."""
    return draw_children(12_000, 7, MONDAY, SHARES)


@pytest.fixture(scope="module")
def children(drafts: tuple[Draft, ...]) -> list[Child]:
    """Give the children of the sample."""
    return [draft.child for draft in drafts]


def share(children: list[Child], holds: Callable[[Child], bool]) -> float:
    """Give the share of children for whom something holds."""
    return mean(map(holds, children))


def years(child: Child) -> int:
    """Give the age in whole years."""
    age = age_in_years(child, MONDAY)
    assert age is not None
    return age


def test_family_sizes(children: list[Child]) -> None:
    """54 %, 26 %, 13 % and 7 % with four or more: 1.8 children a family."""
    sizes = Counter(Counter(child.family for child in children).values())
    families = sum(sizes.values())
    assert len(children) / families == pytest.approx(1.8, abs=0.07)
    for size, expected in ((1, 0.54), (2, 0.26), (3, 0.13)):
        assert sizes[size] / families == pytest.approx(expected, abs=CLOSE)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(0, 0, 0.065), (1, 1, 0.055), (2, 4, 0.175), (5, 9, 0.295), (10, 14, 0.28), (15, 17, 0.13)],
)
def test_ages(children: list[Child], first: int, last: int, expected: float) -> None:
    """Ages follow national rates; about 12 % are under two."""
    found = share(children, lambda child: first <= years(child) <= last)
    assert found == pytest.approx(expected, abs=CLOSE)


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        (Phase.INVESTIGATION, 0.25),
        (Phase.PROTECTIVE_INTERVENTION, 0.22),
        (Phase.PROTECTION_ORDER, 0.50),
        (Phase.CLOSURE, 0.03),
    ],
)
def test_phases(children: list[Child], phase: Phase, expected: float) -> None:
    """One in four is in investigation, half are on orders."""
    assert share(children, lambda c: c.phase is phase) == pytest.approx(expected, abs=CLOSE)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.FAMILY_PRESERVATION, 0.28),
        (Order.FAMILY_REUNIFICATION, 0.27),
        # Infants are not put on long-term orders: 12 % of the 15 % are on this one instead.
        (Order.CARE_BY_SECRETARY, 0.298),
        (Order.LONG_TERM_CARE, 0.132),
        (Order.UNDERTAKING, 0.02),
    ],
)
def test_orders(children: list[Child], order: Order, expected: float) -> None:
    """Orders of the protection order phase; half the sample, so 0.03 is three errors."""
    phase = [child for child in children if child.phase is Phase.PROTECTION_ORDER]
    assert share(phase, lambda child: child.order is order) == pytest.approx(expected, abs=0.03)


def test_half_of_protective_intervention_is_before_the_court(children: list[Child]) -> None:
    """22 % of the sample: a standard error of 0.015."""
    phase = [child for child in children if child.phase is Phase.PROTECTIVE_INTERVENTION]
    found = share(phase, lambda child: child.order is not Order.NONE)
    assert found == pytest.approx(0.5, abs=0.04)


def test_aboriginal_children(children: list[Child]) -> None:
    """20 % of all and 29 % of those in care."""
    care = [child for child in children if child.living.in_care]
    assert share(children, _aboriginal) == pytest.approx(0.20, abs=CLOSE)
    # Children who came into care on an order of their own follow their family's share.
    assert share(care, _aboriginal) == pytest.approx(0.29, abs=0.03)


def _aboriginal(child: Child) -> bool:
    return child.aboriginal is Answer.YES


def test_disability_and_interpreter(children: list[Child]) -> None:
    """15 % of children, 10 % of families."""
    assert share(children, lambda c: c.disability is Answer.YES) == pytest.approx(0.15, abs=CLOSE)
    assert share(children, lambda c: bool(c.language)) == pytest.approx(0.10, abs=CLOSE)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("consequence", "severe", 0.12),
        ("consequence", "significant", 0.45),
        ("consequence", "concerning", 0.38),
        ("consequence", "insufficient evidence", 0.05),
        ("probability", "very likely", 0.18),
        ("probability", "likely", 0.52),
        ("probability", "unlikely", 0.30),
        ("maram", "none", 0.35),
        ("maram", "at risk", 0.25),
        ("maram", "elevated risk", 0.22),
        ("maram", "serious risk", 0.15),
        ("maram", "serious risk, immediate", 0.03),
    ],
)
def test_judgements(children: list[Child], field: str, value: str, expected: float) -> None:
    """Judgements and family violence levels, of those that are recorded."""
    recorded = [c for c in children if getattr(c, field) not in (None, "unknown")]
    found = share(recorded, lambda child: getattr(child, field) == value)
    assert found == pytest.approx(expected, abs=CLOSE)


def test_judgements_go_together(children: list[Child]) -> None:
    """Consequence and probability correlate by +0.4 as ordinals."""
    consequences = ["concerning", "significant", "severe"]
    probabilities = ["unlikely", "likely", "very likely"]
    pairs = [
        (consequences.index(child.consequence), probabilities.index(child.probability))
        for child in children
        if child.consequence in consequences and child.probability in probabilities
    ]
    assert correlation(*zip(*pairs, strict=True)) == pytest.approx(0.4, abs=0.03)


def test_risk_assessments(children: list[Child]) -> None:
    """15 % older than six months, 5 % missing."""
    old = share(children, lambda c: bool(c.risk_date and (MONDAY - c.risk_date).days > 183))
    assert old == pytest.approx(0.15, abs=CLOSE)
    assert share(children, lambda c: c.risk_date is None) == pytest.approx(0.05, abs=CLOSE)


def test_infants_and_youth(children: list[Child]) -> None:
    """15 % of open infants are of an intensive response, 5 % of those of twelve and over listed."""
    infants = [c for c in children if years(c) < 2 and c.status is CaseStatus.OPEN]
    youth = [child for child in children if years(child) >= 12]
    # About 1,300 open infants: a standard error of 0.010.
    intensive = share(infants, lambda c: c.infant_response is InfantResponse.INTENSIVE)
    assert intensive == pytest.approx(0.15, abs=0.03)
    assert share(youth, lambda c: c.youth_schedule is Answer.YES) == pytest.approx(0.05, abs=CLOSE)
    older = [child for child in children if years(child) >= 2]
    assert {c.infant_response for c in older} == {InfantResponse.NOT_APPLICABLE}


def test_contracted_children(children: list[Child]) -> None:
    """15 % of the protection order phase, and nobody else."""
    phase = [child for child in children if child.phase is Phase.PROTECTION_ORDER]
    contracted = share(phase, lambda child: child.status is CaseStatus.CONTRACTED)
    assert contracted == pytest.approx(0.15, abs=0.03)
    others = [child for child in children if child.phase is not Phase.PROTECTION_ORDER]
    assert {child.status for child in others} == {CaseStatus.OPEN}


def test_indicators(drafts: tuple[Draft, ...]) -> None:
    """Six of fourteen on average, ten or more in 12 %, and 8 % of each not known."""
    some = [draft for draft in drafts[:4000] if draft.child.status is CaseStatus.OPEN]
    replies = [draw_indicators(draft, POLICY, 7, MONDAY, SHARES) for draft in some]
    present = [sum(reply.answer is Answer.YES for reply in rows) for rows in replies]
    assert mean(present) == pytest.approx(6, abs=0.3)
    assert mean(count >= 10 for count in present) == pytest.approx(0.12, abs=0.03)
    assert 1 - mean(map(len, replies)) / 14 == pytest.approx(0.08, abs=CLOSE)


def test_factors_are_asked_where_they_apply(drafts: tuple[Draft, ...]) -> None:
    """Home factors are answered at home only, care factors in care, obligations where owed."""
    rows = {d.child.child: draw_factors(d, POLICY, 7, MONDAY, SHARES) for d in drafts[:600]}
    for draft in drafts[:600]:
        asked = {reply.item.split(".")[0] for reply in rows[draft.child.child]}
        assert ("obligation" in asked) <= (draft.child.aboriginal is Answer.YES)
        assert ("care" in asked) <= draft.child.living.in_care
        assert ("home" in asked) <= (draft.child.living.value == "parents")
    answers = [r.answer for replies in rows.values() for r in replies if r.item == "child.critical"]
    # A share of its own, 6 %; 560 answers, a standard error of 0.010.
    assert mean(a is Answer.YES for a in answers) == pytest.approx(0.06, abs=0.03)
