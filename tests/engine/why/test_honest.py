"""What is not proven is not said: of limits, and of numbers of points."""

from planner.data.explanation import TippingKind
from planner.engine.why.counterfactual import _limits
from planner.engine.why.tipping import _Compared, _tipping


def compared(*, sure: frozenset[str], into: int = 0) -> _Compared:
    """Compare a plan that leaves a child out, at 10 in its stage, with one at 30."""
    return _Compared(
        titles={"2a": "High risk", "3b": "Remaining"},
        out={"2a": 0, "3b": 10},
        out_bound={"2a": 0, "3b": 8},
        into={"2a": into, "3b": 30},
        into_bound={"2a": 0, "3b": 25},
        proven=sure == {"2a", "3b"},
        proven_to=sure,
    )


def test_an_interval_needs_every_stage_above_proven() -> None:
    """With stage 2a open on one side, nothing is known of points in 3b."""
    assert _tipping(compared(sure=frozenset()), "3b", 5).kind is TippingKind.UNKNOWN
    known = _tipping(compared(sure=frozenset({"2a"})), "3b", 5)
    assert (known.kind, known.low, known.high) == (TippingKind.POINTS, 15, 22)
    assert not known.proven
    assert _tipping(compared(sure=frozenset({"2a", "3b"})), "3b", 5).points == 20


def test_a_stage_that_is_not_proven_decides_nothing() -> None:
    """A difference there may be gone with more time."""
    assert _tipping(compared(sure=frozenset(), into=9), "3b", 5).kind is TippingKind.UNKNOWN
    decided = _tipping(compared(sure=frozenset({"2a"}), into=9), "3b", 5)
    assert (decided.kind, decided.stage, decided.proven) == (TippingKind.NONE, "2a", True)


def test_limits_are_named_only_where_they_are_known_to_stand_before_it() -> None:
    """Otherwise the sentence says that it is not known."""
    gives = ("P1 goes 3 h over the limit to hold F1.",)
    assert _limits("F1 allocated", (), True) == ()
    assert _limits("F1 allocated", gives, False)[0].startswith("Within the limits there is no")
    assert "not known" in _limits("F1 allocated", gives, None)[0]
    assert "no plan" not in " ".join(_limits("F1 allocated", gives, None))
