"""Records that cannot be made unless their parts add up."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from planner.data.comparison import Bearer, Share, StageCost, TermCost
from planner.data.evidence import MadeOf, PractitionerEvidence

SHARE = {"bearer": Bearer.FAMILY, "id": "F1", "a": 0, "b": 5, "difference": 5}
TERM = {"term": "load", "title": "Load", "measure": "steps", "a": 1, "b": 6, "difference": 5}


def test_what_adds_up_is_made() -> None:
    """A share, a term of it, a stage of that; a stage of one plan has no difference."""
    term = TermCost(**TERM, shares=(Share(**SHARE),))
    assert StageCost(stage="4a", title="Load", a=1, b=6, difference=5, terms=(term,)).b == 6
    assert StageCost(stage="2d", title="Fewest", b=6).difference is None


@pytest.mark.parametrize(
    "made",
    [
        lambda: Share(**{**SHARE, "difference": 4}),
        lambda: TermCost(**TERM),
        lambda: TermCost(**{**TERM, "difference": 4}, shares=(Share(**SHARE),)),
        lambda: StageCost(stage="4a", title="Load", a=1, b=6, difference=5),
        lambda: StageCost(stage="2d", title="Fewest", b=6, difference=6),
    ],
)
def test_what_does_not_add_up_is_refused(made: object) -> None:
    """One more or one less anywhere and there is no record."""
    assert callable(made)
    with pytest.raises(ValidationError, match="parts come to"):
        made()


def test_hours_that_are_not_the_sum_of_their_parts_are_refused() -> None:
    """A tenth of an hour too many is seen."""
    facts = {
        "practitioner": "P1",
        "team": "north",
        "present": True,
        "families": 1,
        "children": 1,
        "capacity_half_hours": 100,
        "standard_half_hours": 9,
        "standard_over_half_hours": 0,
        "case_half_hours": 9,
        "over_half_hours": 0,
    }
    parts = MadeOf(casework=Decimal("3.2"), contact=Decimal("1.2"), rounding=Decimal("0.1"))
    assert PractitionerEvidence.model_validate({**facts, "made_of": parts}).made_of.total == 4.5
    more = parts.model_copy(update={"travel": Decimal("0.1")})
    with pytest.raises(ValidationError, match="not the sum"):
        PractitionerEvidence.model_validate({**facts, "made_of": more})
