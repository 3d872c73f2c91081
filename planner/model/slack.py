"""What the duty pools can still bear: hours to spare, and what may be missed for a family.

A pool's slack is what it has, less what falls due, with all that costs something only in
the stages below a given one missed. A family taken on may not make it negative, nor less
where it is negative already: what it costs so is less than what it saves in that stage.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from planner.data.plan import Choices
from planner.data.policy import Stage
from planner.data.problem import Carrier, Missable, Problem, TeamPool, Unit
from planner.rules.pool import last_missed, pool_half_hours, pool_supply, shortfall


class Slack:
    """What every duty pool has, what falls due, and what may be missed, by the stage it costs in.

    Attributes
    ----------
    spare, due : dict of str to int
        Half-hours of each team; ``spare`` is negative where people are over by more than
        duty gives, so that there is no pool.
    may_miss : dict of str to Counter
        Half-hours of each team by the place of the first stage in which missing them costs.
    """

    def __init__(self, problem: Problem, stages: Sequence[Stage], plan: Choices) -> None:
        self._problem = problem
        self._stage_of = {term: at for at, stage in _upwards(stages) for term in stage.terms}
        # What costs nothing in any stage is missed below all of them.
        self._below_all = len(stages)
        self._items = _by_pair(problem.missables)
        self.spare = _spare(problem, plan)
        self.due = {pool.team: _due(problem, pool, plan) for pool in problem.pools}
        self.may_miss = {pool.team: self._last(pool, plan) for pool in problem.pools}
        for pair in plan.holders.items():
            self._miss(pair, 1)

    def bears(self, unit: Unit, carrier: Carrier, stage: int) -> bool:
        """Whether a family that costs less in this stage may be taken on from awaiting."""
        teams = {unit.team, carrier.team}
        before = {team: self.left(team, stage) for team in teams}
        self.take(unit, carrier)
        after = {team: self.left(team, stage) for team in teams}
        self.take(unit, carrier, back=True)
        return all(after[team] >= min(0, before[team]) for team in teams)

    def take(self, unit: Unit, carrier: Carrier, *, back: bool = False) -> None:
        """Count a family as held that awaited, or ``back`` as awaiting again.

        Nobody who is absent takes on a family, so that the hours are the pool's of the carrier.
        """
        sign = -1 if back else 1
        pair = self._problem.pairs[unit.id, carrier.id]
        self.spare[carrier.team] -= sign * pair.demand_half_hours
        self.due[unit.team] += sign * (pair.cover_half_hours - unit.waiting_half_hours)
        last = pair.cover_rest_half_hours - unit.oversight_half_hours
        self.may_miss[unit.team][self._at("oversight_missed")] += sign * last
        self._miss((unit.id, ""), -sign)
        self._miss((unit.id, carrier.id), sign)

    def left(self, team: str, stage: int) -> int:
        """Give a pool's slack with all missed that costs something below a stage alone."""
        missed = sum(hours for at, hours in self.may_miss[team].items() if at > stage)
        return max(0, self.spare[team]) - self.due[team] + missed

    def _last(self, pool: TeamPool, plan: Choices) -> Counter[int]:
        return Counter({self._at("oversight_missed"): last_missed(self._problem, pool, plan)})

    def _miss(self, pair: tuple[str, str], sign: int) -> None:
        for item in self._items.get(pair, ()):
            self.may_miss[item.team][self._costs(item)] += sign * item.half_hours * item.most

    def _costs(self, item: Missable) -> int:
        """Give the first stage in which it costs something to miss an item."""
        watched = self._at("contact_missed_watched") if item.watched else self._below_all
        other = self._at("contact_missed_other") if item.points else self._below_all
        return min(watched, other)

    def _at(self, term: str) -> int:
        return self._stage_of.get(term, self._below_all)


def _upwards(stages: Sequence[Stage]) -> Sequence[tuple[int, Stage]]:
    """List the stages from below, so that a term in several keeps the first of them."""
    return tuple(enumerate(stages))[::-1]


def _by_pair(items: Sequence[Missable]) -> Mapping[tuple[str, str], Sequence[Missable]]:
    pairs: defaultdict[tuple[str, str], list[Missable]] = defaultdict(list)
    for item in items:
        pairs[item.unit, item.practitioner].append(item)
    return pairs


def _spare(problem: Problem, plan: Choices) -> dict[str, int]:
    hours = problem.half_hours_by_practitioner(plan.holders)
    spare = {pool.team: pool_supply(problem, pool) for pool in problem.pools}
    for carrier in problem.carriers:
        if carrier.present:
            spare[carrier.team] -= hours[carrier.id]
    return spare


def _due(problem: Problem, pool: TeamPool, plan: Choices) -> int:
    """Give what falls due in a team, whatever of it is missed."""
    bare = plan.model_copy(update={"missed": {}, "oversight_missed": {}})
    return shortfall(problem, pool, bare) + pool_half_hours(problem, pool, bare)
