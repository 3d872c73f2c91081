"""What a manager meets on a Monday: how old the data are, where children stand, who asks first."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from planner.data.plan import ChildLine, Plan, Standing
from planner.data.vocabulary import Tier

FRESH_DAYS = 7


def age_words(as_at: date, today: date) -> tuple[str, bool]:
    """Say how old the data are, and whether they are older than a week or of a day to come."""
    age = (today - as_at).days
    if age < 0:
        ahead = "tomorrow" if age == -1 else f"in {-age} days"
        return f"The data are as at a day to come ({ahead}): check the as-at date.", True
    if age <= FRESH_DAYS:
        old = "of today" if not age else "1 day old" if age == 1 else f"{age} days old"
        return f"The data are {old}.", False
    return f"The data are {age} days old. Children may have moved or been seen since.", True


def by_standing(plan: Plan) -> Mapping[Standing, Mapping[Tier, int]]:
    """Count the children of each standing apart, each by tier."""
    found = {standing: Counter[Tier]() for standing in Standing}
    for line in plan.children:
        found[line.standing][line.score.tier] += 1
    return {standing: {tier: tiers[tier] for tier in Tier} for standing, tiers in found.items()}


def need_judgement(plan: Plan) -> tuple[ChildLine, ...]:
    """Give the children who need the manager's judgement, those without a risk judgement first.

    After them tier by tier and band by band; among equals those with more to settle first.
    """
    tiers = list(Tier)
    return tuple(
        sorted(
            (line for line in plan.children if line.score.attention),
            key=lambda line: (
                not line.score.no_judgement,
                tiers.index(line.score.tier),
                line.score.band or "z",
                -len(line.score.attention),
                line.child,
            ),
        )
    )
