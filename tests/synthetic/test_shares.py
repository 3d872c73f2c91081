"""The shares are complete, add up, and say what they rest on."""

import pytest

from planner.data.vocabulary import (
    Consequence,
    Living,
    Maram,
    Order,
    Phase,
    Probability,
)
from planner.policy import default_policy
from planner.synthetic.shares import Basis, Style, read_shares

DISTRIBUTIONS = [
    "family_size",
    "age",
    "phase",
    "court",
    "order",
    "objective",
    "living.home",
    "living.interim",
    "living.care",
    "consequence",
    "probability",
    "maram",
    "contact.weekly",
    "contact.infant",
    "contact.investigation",
    "contact.home",
    "zones",
    "grades",
    "leave",
    "language",
]


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("share", DISTRIBUTIONS)
def test_distributions_add_up(style: Style, share: str) -> None:
    """What is a distribution adds up to one, in every style."""
    assert sum(read_shares(style).of(share).values()) == pytest.approx(1, abs=0.001)


def test_categories_are_words_of_the_field() -> None:
    """Every category is a value of the vocabulary, so that no draw can fail."""
    shares = read_shares()
    assert {Phase(name) for name in shares.of("phase")} == set(Phase) - {Phase.INTAKE}
    assert set(shares.of("consequence")) == {item.value for item in Consequence}
    assert set(shares.of("probability")) == {item.value for item in Probability}
    assert set(shares.of("maram")) == {item.value for item in Maram} - {"unknown"}
    assert all(Order(name) for name in (*shares.of("order"), *shares.of("court")))
    for kind in ("home", "interim", "care"):
        assert all(Living(name) for name in shares.of(f"living.{kind}"))


def test_indicators_are_those_of_the_policy() -> None:
    """Each of the 14 indicators of the policy has a share, and no other has one."""
    ids = {indicator.id for indicator in default_policy().indicators}
    assert set(read_shares().of("indicator")) == ids


def test_factors_with_a_share_of_their_own_are_in_the_policy() -> None:
    """A factor that was renamed in the policy would silently lose its share."""
    own = set(read_shares().of("factor")) - {"usual", "unknown"}
    assert own <= {factor.id for factor in default_policy().factors if not factor.derived}


def test_tasks_are_kinds_of_the_policy() -> None:
    """Task shares name kinds of the policy; three are by phase or a turn of a hearing."""
    kinds = {task.id for task in default_policy().tasks}
    drawn = set(read_shares().of("tasks")) - {"hearing_court", "hearing_order", "contested"}
    assert drawn <= kinds
    assert {"hearing", "contested_hearing"} <= kinds


def test_assumed_shares_are_named() -> None:
    """What is assumed is listed by title, what is sourced is not."""
    shares = read_shares()
    assert "Children with a disability" in shares.assumed()
    assert shares.share["awaiting"].title not in shares.assumed()
    assert all(share.why for share in shares.share.values() if share.basis is not Basis.ASSUMED)


def test_a_style_replaces_shares_and_marks_them_assumed() -> None:
    """A rural team drives 65 minutes and says that this is assumed; other shares stay."""
    rural, mixed = read_shares(Style.RURAL), read_shares()
    assert rural.of("travel")["median"] == 65
    assert rural.share["zones"].basis is Basis.ASSUMED
    assert rural.of("age") == mixed.of("age")


def test_leave_is_fifteen_per_cent_of_staff_days() -> None:
    """Lengths times weights: 3.04 of 20 working days, the 15 % that leave is taken to be."""
    leave = read_shares().of("leave")
    assert sum(int(days) * weight for days, weight in leave.items()) / 20 == pytest.approx(
        0.15, abs=0.005
    )
