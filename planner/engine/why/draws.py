"""Draws of what might as well be a little different: policy points, and hours."""

from random import Random

from planner.data.policy import Factor, Policy, Rates
from planner.data.problem import Carrier, Problem


def drawn_policy(policy: Policy, random: Random, spread: float) -> Policy:
    """Give the policy with every point and rate a little different, and its order as it is.

    Tiers, bands and stages stay; so do the points that every child of a tier
    starts from, and the caps, since the order of two children of one stage
    against one rests on them.
    """
    return policy.model_copy(
        update={
            "factors": tuple(_factor(factor, random, spread) for factor in policy.factors),
            "rates": _rates(policy.rates, random, spread),
        }
    )


def drawn_hours(problem: Problem, random: Random, spread: float) -> Problem:
    """Give the problem with every practitioner's limit on hours a little different."""
    carriers = tuple(_carrier(carrier, random, spread) for carrier in problem.carriers)
    return problem.model_copy(update={"carriers": carriers})


def _factor(factor: Factor, random: Random, spread: float) -> Factor:
    times = random.uniform(1 - spread, 1 + spread)
    update = {
        "points": _about(factor.points, times),
        "unknown_points": _about(factor.unknown_points, times),
    }
    return factor.model_copy(update=update)


def _rates(rates: Rates, random: Random, spread: float) -> Rates:
    names = ("change", "deallocation", "missed_to_minimum", "missed_beyond_minimum", "borrowed")
    update = {
        name: _about(getattr(rates, name), random.uniform(1 - spread, 1 + spread)) for name in names
    }
    return rates.model_copy(update=update)


def _about(points: int, times: float) -> int:
    """Multiply points, at least 1 where there were any."""
    return max(1, round(points * times)) if points >= 1 else points


def _carrier(carrier: Carrier, random: Random, spread: float) -> Carrier:
    limit = round(carrier.limit_half_hours * random.uniform(1 - spread, 1 + spread))
    return carrier.model_copy(update={"limit_half_hours": limit})
