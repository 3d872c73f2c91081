"""What falls due for children awaiting allocation fits the team's duty pool.

For each team T, in half-hours of the cycle:

waiting + cover + contracted + reserve <= pool(T) + missed + short(T),
pool(T) = max(0, sum over present carriers of T (capacity - case hours) + duty hours).

The sum is negative where people are over by more than duty gives; then there is
no pool, and nothing more than what fell due can be short. A limit above 100 %
creates no duty hours.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planner.data.board import Board, Key, Miss, MissOversight, Pool, Rule, Short, Spare, Take
from planner.data.plan import Choices, Finding
from planner.data.problem import Missable, Problem, TeamPool
from planner.rules.hours import LIMIT as HOURS


def post(board: Board, problem: Problem) -> None:
    """Post what may be missed, and one row for each team's pool."""
    for item in problem.missables:
        _post_missable(board, problem, item)
    for pool in problem.pools:
        _post_pool(board, problem, pool)


def _post_missable(board: Board, problem: Problem, item: Missable) -> None:
    """Let an item be missed only while its unit awaits, or while its holder is away."""
    board.count(Miss(item.id), item.most)
    if item.practitioner:
        board.team_row({Miss(item.id): 1, Take(item.unit, item.practitioner): -item.most}, 0)
        return
    taken: dict[Key, int] = {Take(item.unit, p.id): item.most for p in problem.carriers}
    board.team_row({Miss(item.id): 1, **taken}, item.most)


def _post_pool(board: Board, problem: Problem, pool: TeamPool) -> None:
    due = _due(problem, pool)
    last = _last_missed(problem, pool)
    waiting = sum(u.waiting_half_hours for u in problem.units if u.team == pool.team)
    fixed = pool.contracted_half_hours + pool.reserve_half_hours
    oversight = fixed + sum(u.oversight_half_hours for u in problem.units if u.team == pool.team)
    most = waiting + fixed + _most_cover(problem, pool)
    board.count(MissOversight(pool.team), oversight + _most_cover(problem, pool))
    board.count(Short(pool.team), most)
    board.team_row({MissOversight(pool.team): 1, **_negative(last)}, oversight)
    need: dict[Key, int] = {
        **due,
        MissOversight(pool.team): -1,
        Short(pool.team): -1,
        Pool(pool.team): -1,
        **{Miss(i.id): -i.half_hours for i in problem.missables if i.team == pool.team},
    }
    board.team_row(need, -waiting - fixed)
    _post_spare(board, problem, pool)


def _post_spare(board: Board, problem: Problem, pool: TeamPool) -> None:
    """Post pool(T) = max(0, supply - case hours), as an upper bound on the pool.

    Where nobody can ever be over by more than the supply, the sum is never
    negative and one row is enough; the other form relaxes badly.
    """
    supply = _supply(problem, pool)
    hours = _case_hours(problem, pool)
    most_over = _most_hours(problem, pool) - supply
    board.count(Pool(pool.team), max(0, supply))
    if most_over <= 0:
        board.team_row({**hours, Pool(pool.team): 1}, supply)
        return
    board.count(Spare(pool.team), 1)
    board.team_row({Pool(pool.team): 1, Spare(pool.team): -max(0, supply)}, 0)
    row: dict[Key, int] = {**hours, Pool(pool.team): 1, Spare(pool.team): most_over}
    board.team_row(row, supply + most_over)


def _most_hours(problem: Problem, pool: TeamPool) -> int:
    """Bound a team's case hours by the limit on hours: limit or held now, and exempt units."""
    return sum(
        HOURS.ceiling(problem, carrier, carrier.limit_half_hours)
        + sum(
            problem.pairs[unit.id, carrier.id].demand_half_hours
            for unit in HOURS.exempt(problem, carrier)
        )
        for carrier in problem.carriers
        if carrier.present and carrier.team == pool.team
    )


def _negative(coefficients: Mapping[Key, int]) -> dict[Key, int]:
    return {key: -amount for key, amount in coefficients.items()}


def _supply(problem: Problem, pool: TeamPool) -> int:
    """Give what a team's pool would have with no case at all."""
    return pool.duty_half_hours + sum(
        p.capacity_half_hours for p in problem.carriers if p.present and p.team == pool.team
    )


def _due(problem: Problem, pool: TeamPool) -> dict[Key, int]:
    """Give what each taken pair changes of what falls due: cover instead of waiting."""
    return {
        Take(unit.id, p.id): problem.pairs[unit.id, p.id].cover_half_hours - unit.waiting_half_hours
        for unit in problem.units
        if unit.team == pool.team
        for p in problem.carriers
    }


def _last_missed(problem: Problem, pool: TeamPool) -> dict[Key, int]:
    """Give what each taken pair changes of what may be missed last."""
    return {
        Take(unit.id, p.id): problem.pairs[unit.id, p.id].cover_rest_half_hours
        - unit.oversight_half_hours
        for unit in problem.units
        if unit.team == pool.team
        for p in problem.carriers
    }


def _most_cover(problem: Problem, pool: TeamPool) -> int:
    """Bound the cover that a team can ever have."""
    return sum(
        max((problem.pairs[unit.id, p.id].cover_half_hours for p in problem.carriers), default=0)
        for unit in problem.units
        if unit.team == pool.team
    )


def _case_hours(problem: Problem, pool: TeamPool) -> dict[Key, int]:
    """Give what each taken pair adds to the case hours of the team's present carriers."""
    hours: defaultdict[Key, int] = defaultdict(int)
    present = {p.id for p in problem.carriers if p.present and p.team == pool.team}
    for unit in problem.units:
        for carrier in problem.carriers:
            pair = problem.pairs[unit.id, carrier.id]
            take = Take(unit.id, carrier.id)
            if carrier.id in present and pair.demand_half_hours:
                hours[take] += pair.demand_half_hours
            if unit.holder in present and unit.holder != carrier.id and pair.give_half_hours:
                hours[take] += pair.give_half_hours
    return dict(hours)


def _taken(coefficients: Mapping[Key, int], choices: Choices) -> int:
    return sum(
        coefficients.get(Take(unit, holder), 0)
        for unit, holder in choices.holders.items()
        if holder
    )


def pool_half_hours(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Give the half-hours of a team's duty pool, none where people are over by more."""
    return max(0, _supply(problem, pool) - _taken(_case_hours(problem, pool), choices))


def shortfall(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Give the half-hours that do not fit a team's pool after all that is missed."""
    waiting = sum(u.waiting_half_hours for u in problem.units if u.team == pool.team)
    due = waiting + pool.contracted_half_hours + pool.reserve_half_hours
    missed = choices.oversight_missed.get(pool.team, 0) + sum(
        item.half_hours * choices.missed.get(item.id, 0)
        for item in problem.missables
        if item.team == pool.team
    )
    falls_due = due + _taken(_due(problem, pool), choices)
    return falls_due - missed - pool_half_hours(problem, pool, choices)


def last_missed(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Give the most half-hours of oversight and reserve that a team may miss in a plan."""
    fixed = pool.contracted_half_hours + pool.reserve_half_hours
    oversight = sum(u.oversight_half_hours for u in problem.units if u.team == pool.team)
    return fixed + oversight + _taken(_last_missed(problem, pool), choices)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find items missed that were not due, and pools that do not balance."""
    findings = [
        Finding(rule="duty", unit=item.unit, subject=item.id, amount=over)
        for item in problem.missables
        if (over := choices.missed.get(item.id, 0) - _may_miss(item, choices)) > 0
    ]
    findings += _unknown(problem, choices)
    for pool in problem.pools:
        findings += _check_pool(problem, pool, choices)
    return findings


def _unknown(problem: Problem, choices: Choices) -> list[Finding]:
    """Find what is said to be missed, or short, of items and teams that are not there."""
    items = {item.id for item in problem.missables}
    teams = {pool.team for pool in problem.pools}
    missed = [
        Finding(rule="duty", unit=item, subject=item, amount=abs(count))
        for item, count in choices.missed.items()
        if item not in items or count < 0
    ]
    return missed + [
        Finding(rule="duty", unit=team, subject=team, amount=count)
        for stated in (choices.oversight_missed, choices.short)
        for team, count in stated.items()
        if team not in teams
    ]


def _may_miss(item: Missable, choices: Choices) -> int:
    return item.most if choices.holders[item.unit] == item.practitioner else 0


def _check_pool(problem: Problem, pool: TeamPool, choices: Choices) -> list[Finding]:
    findings = []
    missed = choices.oversight_missed.get(pool.team, 0)
    due = last_missed(problem, pool, choices)
    if not 0 <= missed <= due:
        findings.append(
            Finding(rule="duty", subject=pool.team, amount=abs(missed - due), allowed=due)
        )
    short = choices.short.get(pool.team, 0)
    over = shortfall(problem, pool, choices) - short
    if over > 0 or short < 0:
        findings.append(Finding(rule="duty", subject=pool.team, amount=abs(over), allowed=short))
    return findings


def say(finding: Finding) -> str:
    """Say which pool does not balance, or what was missed that was not due."""
    if finding.unit:
        return f"More is missed for {finding.unit} than falls due."
    return (
        f"The duty pool of {finding.subject} is {finding.amount / 2:g} h short "
        "of what the plan accounts for."
    )


RULE = Rule(
    id="duty",
    title="Duty pool",
    paragraph="RULE-DUTY",
    unit="half-hours",
    waivable=True,
    post=post,
    check=check,
    say=say,
)
