"""Children counted by where they stand, each kind apart, with the headline figures."""

from collections import Counter
from collections.abc import Sequence

from planner.data.plan import ChildLine, Choices, Counts, Move, PractitionerLine, Standing
from planner.data.problem import Problem
from planner.data.vocabulary import Tier

AWAITING = (Standing.AWAITING, Standing.MANAGER)


def count(
    problem: Problem,
    choices: Choices,
    children: Sequence[ChildLine],
    people: Sequence[PractitionerLine],
) -> Counts:
    """Count a plan. Children in the team manager's name await allocation too."""
    standing = Counter(line.standing for line in children)
    awaiting = [line for line in children if line.standing in AWAITING]
    tiers = Counter(line.score.tier for line in awaiting)
    over = {p.practitioner for p in people if p.over_half_hours}
    return Counts(
        standing={kind: standing[kind] for kind in Standing},
        awaiting_by_tier={tier: tiers[tier] for tier in Tier},
        families_awaiting=len({line.family for line in awaiting}),
        holder_over_hours=sum(line.holder in over for line in children if line.holder),
        over_half_hours=sum(p.over_half_hours for p in people),
        changes=_units(children, Move.CHANGED),
        forced_changes=_units(children, Move.FORCED),
        deallocations=sum(line.move is Move.DEALLOCATED for line in children),
        contacts_missed=sum(line.contacts_missed for line in children),
        contacts_missed_watched=sum(
            line.contacts_missed for line in children if line.score.watched
        ),
        optional_tasks_missed=sum(line.tasks_missed for line in children),
        mandatory_unmet=sum(
            unit.intensive_infants
            for unit in problem.units
            if unit.mandatory and not choices.holders[unit.id]
        ),
    )


def _units(children: Sequence[ChildLine], move: Move) -> int:
    return len({line.unit for line in children if line.move is move})
