"""What a waiver lifts is what the rules let give way for a pin, and nothing else."""

from planner.report.waiver import waiver_words


def test_a_waiver_lifts_one_practitioners_limits_and_nothing_else() -> None:
    """Hours, counts, grade and skill; never a conflict, a bar or the team's own limits."""
    lifts, never = waiver_words("P2")
    assert lifts.startswith("It lifts, for P2 with this family only")
    for limit in ("case hours", "number of children", "new families", "grade and skill"):
        assert limit in lifts
        assert limit not in never
    for rule in ("conflict of interest", "bar", "absence", "de-allocations"):
        assert rule in never
        assert rule not in lifts
