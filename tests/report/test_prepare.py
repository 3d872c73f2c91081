"""Which stages a problem has: a ceiling stands in for one where de-allocations are allowed."""

import pytest

from planner.report import ceilings_of, prepare, stages_of
from tests.engine.solving import POLICY
from tests.make import child, practitioner, scenario

ZERO = ["0a", "0b", "0c", "0d", "0e", "0f"]
USUAL = ["1", "2a", "2b", "2c", "3a", "3b", "3c", "4a", "4b", "5a", "5b", "5c"]
GUARDED = ["2a", "2b", "2c", "2d", "2e", "3a", "3b", "3c", "4a", "4b", "5a", "5b", "5c"]


@pytest.mark.parametrize(
    ("limits", "stages"),
    [
        ({}, USUAL),
        ({"deallocations": 1}, GUARDED),
        ({"deallocations": 1, "deallocate_for_any": True}, USUAL),
    ],
)
def test_the_stages_of_a_problem(limits: dict[str, object], stages: list[str]) -> None:
    """None allowed; some for mandatory and high-risk children only; some for any child."""
    team = scenario([child("C1")], [practitioner("P1")], limits=limits)
    found = [stage.id for stage in stages_of(POLICY, prepare(team, POLICY).problem)]
    assert found == ZERO + stages


def test_the_ceiling_is_contact_missed() -> None:
    """What a de-allocation may never cost."""
    assert [stage.id for stage in ceilings_of(POLICY)] == ["1"]
