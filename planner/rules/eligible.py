"""Whether a pair passes every rule that is never waived."""

from planner.data.problem import Problem, Unit


def may_hold(problem: Problem, unit: Unit, practitioner: str) -> bool:
    """Whether no rule that is never waived stands between the two."""
    pair = problem.pairs[unit.id, practitioner]
    stands_between = (
        (pair.absent and not pair.held)
        or pair.away_too_long
        or pair.conflict
        or pair.barred
        or pair.out_of_reach
        or (unit.pinned_to not in ("", practitioner))
    )
    return not stands_between
