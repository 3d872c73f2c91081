"""A certificate is written and read as it was, positions of rows included."""

import json

import pytest
from pydantic import ValidationError

from planner.data.certificate import Certificate

MADE = Certificate(
    stage="3b", bound=20, rows={0: 5, 12: 7}, units={"F1": -3, "F2": 0}, stages={"2a": 1000}
)


def test_a_certificate_is_read_as_it_was_written() -> None:
    """The positions of rows are names in JSON and whole numbers again after it."""
    text = MADE.model_dump_json()
    assert json.loads(text)["rows"] == {"0": 5, "12": 7}
    assert Certificate.model_validate_json(text) == MADE
    assert Certificate.model_validate(json.loads(text)) == MADE


def test_a_thousand_units_of_price_are_one_of_cost_unless_said_otherwise() -> None:
    """No price at all certifies nothing."""
    bare = Certificate(stage="1", bound=0)
    assert (bare.scale, dict(bare.rows), dict(bare.units), dict(bare.stages)) == (1000, {}, {}, {})


@pytest.mark.parametrize(
    "altered",
    [{"rows": {"first": 1}}, {"rows": {"0": 0.5}}, {"bound": 19.5}, {"units": {"F1": "much"}}],
)
def test_positions_prices_and_bounds_are_whole(altered: dict[str, object]) -> None:
    """A part of one, or a word, is no price."""
    with pytest.raises(ValidationError):
        Certificate.model_validate_json(json.dumps({"stage": "1", "bound": 0, **altered}))
