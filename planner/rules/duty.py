"""What falls due for children awaiting allocation fits the team's duty pool.

For each team T, in half-hours of the cycle:

waiting + cover + contracted + reserve <= pool(T) + missed + short(T),
pool(T) = max(0, sum over present carriers of T (capacity - case hours) + duty hours).

The sum is negative where people are over by more than duty gives; then there is
no pool, and nothing more than what fell due can be short. A limit above 100 %
creates no duty hours.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planner.data.board import Board, Key, Miss, MissOversight, Pool, Rule, Short, Spare, Take
from planner.data.plan import Choices, Finding
from planner.data.problem import Missable, Pair, Problem, TeamPool, Unit
from planner.data.takes import takes_by_unit
from planner.rules.hours import LIMIT as HOURS
from planner.rules.pool import last_missed, pool_supply, shortfall


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
    row: dict[Key, int] = {Miss(item.id): 1}
    row.update(dict.fromkeys(takes_by_unit(problem)[item.unit], item.most))
    board.team_row(row, item.most)


def _post_pool(board: Board, problem: Problem, pool: TeamPool) -> None:
    due = _due(problem, pool)
    last = _last_missed(problem, pool)
    units = problem.units_of.get(pool.team, ())
    waiting = sum(unit.waiting_half_hours for unit in units)
    fixed = pool.contracted_half_hours + pool.reserve_half_hours
    oversight = fixed + sum(unit.oversight_half_hours for unit in units)
    most = waiting + fixed + _most_cover(problem, pool)
    board.count(MissOversight(pool.team), oversight + _most_cover(problem, pool))
    board.count(Short(pool.team), most)
    board.team_row({MissOversight(pool.team): 1, **_negative(last)}, oversight)
    need: dict[Key, int] = {
        **due,
        MissOversight(pool.team): -1,
        Short(pool.team): -1,
        Pool(pool.team): -1,
        **{Miss(i.id): -i.half_hours for i in problem.missables_of.get(pool.team, ())},
    }
    board.team_row(need, -waiting - fixed)
    _post_spare(board, problem, pool)


def _post_spare(board: Board, problem: Problem, pool: TeamPool) -> None:
    """Post pool(T) = max(0, supply - case hours), as an upper bound on the pool.

    Where nobody can ever be over by more than the supply, the sum is never
    negative and one row is enough; the other form relaxes badly.
    """
    supply = pool_supply(problem, pool)
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


def _due(problem: Problem, pool: TeamPool) -> dict[Key, int]:
    """Give what each taken pair changes of what falls due: cover instead of waiting."""
    return {
        take: pair.cover_half_hours - unit.waiting_half_hours
        for unit, take, pair in _pairs(problem, pool)
    }


def _last_missed(problem: Problem, pool: TeamPool) -> dict[Key, int]:
    """Give what each taken pair changes of what may be missed last."""
    return {
        take: pair.cover_rest_half_hours - unit.oversight_half_hours
        for unit, take, pair in _pairs(problem, pool)
    }


def _pairs(problem: Problem, pool: TeamPool) -> Iterator[tuple[Unit, Take, Pair]]:
    """Yield every unit of the team with every carrier."""
    keys = takes_by_unit(problem)
    for unit in problem.units_of.get(pool.team, ()):
        for take in keys[unit.id]:
            yield unit, take, problem.pairs[unit.id, take.practitioner]


def _most_cover(problem: Problem, pool: TeamPool) -> int:
    """Bound the cover that a team can ever have."""
    return sum(
        max((problem.pairs[unit.id, p.id].cover_half_hours for p in problem.carriers), default=0)
        for unit in problem.units_of.get(pool.team, ())
    )


def _case_hours(problem: Problem, pool: TeamPool) -> dict[Key, int]:
    """Give what each taken pair adds to the case hours of the team's present carriers."""
    hours: defaultdict[Key, int] = defaultdict(int)
    present = {p.id for p in problem.carriers if p.present and p.team == pool.team}
    keys = takes_by_unit(problem)
    for unit in problem.units:
        given = unit.holder in present
        for take in keys[unit.id]:
            own = take.practitioner in present
            if not (own or given):
                continue
            pair = problem.pairs[unit.id, take.practitioner]
            if own and pair.demand_half_hours:
                hours[take] += pair.demand_half_hours
            if given and unit.holder != take.practitioner and pair.give_half_hours:
                hours[take] += pair.give_half_hours
    return dict(hours)


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
