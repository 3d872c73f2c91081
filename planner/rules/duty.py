"""What falls due for children awaiting allocation fits the team's duty pool.

For each team T, in half-hours of the cycle:

waiting + cover + contracted + reserve
    <= sum over present carriers of T (capacity - case hours) + duty hours + missed + short(T).

The sum is negative where people are over; a limit above 100 % creates no duty hours.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from planner.data.board import Board, Key, Miss, MissOversight, Rule, Short, Take
from planner.data.plan import Choices, Finding
from planner.data.problem import Missable, Problem, TeamPool


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
    units = [unit for unit in problem.units if unit.team == pool.team]
    oversight = sum(unit.oversight_half_hours for unit in units) + pool.reserve_half_hours
    waiting = sum(unit.waiting_half_hours for unit in units)
    most_short = waiting + pool.contracted_half_hours + pool.reserve_half_hours + _most(problem)
    board.count(MissOversight(pool.team), oversight)
    board.count(Short(pool.team), most_short)
    missed: dict[Key, int] = {MissOversight(pool.team): 1}
    for unit in units:
        for carrier in problem.carriers:
            missed[Take(unit.id, carrier.id)] = unit.oversight_half_hours
    board.team_row(missed, oversight)
    coefficients = _need(problem, pool)
    coefficients[MissOversight(pool.team)] = -1
    coefficients[Short(pool.team)] = -1
    for item in problem.missables:
        if item.team == pool.team:
            coefficients[Miss(item.id)] = -item.half_hours
    board.team_row(coefficients, _supply(problem, pool) - waiting)


def _most(problem: Problem) -> int:
    """Bound what case hours and cover can ever add to a shortfall."""
    return sum(
        pair.demand_half_hours + pair.cover_half_hours + pair.give_half_hours
        for pair in problem.pairs.values()
    )


def _supply(problem: Problem, pool: TeamPool) -> int:
    capacity = sum(
        p.capacity_half_hours for p in problem.carriers if p.present and p.team == pool.team
    )
    fixed = pool.contracted_half_hours + pool.reserve_half_hours
    return capacity + pool.duty_half_hours - fixed


def _need(problem: Problem, pool: TeamPool) -> dict[Key, int]:
    """Give what each taken pair adds to the team's need: its hours, less waiting."""
    need: defaultdict[Key, int] = defaultdict(int)
    present = {p.id for p in problem.carriers if p.present and p.team == pool.team}
    for unit in problem.units:
        for carrier in problem.carriers:
            pair = problem.pairs[unit.id, carrier.id]
            take = Take(unit.id, carrier.id)
            if unit.team == pool.team:
                need[take] += pair.cover_half_hours - unit.waiting_half_hours
            if carrier.id in present:
                need[take] += pair.demand_half_hours
            if unit.holder in present and unit.holder != carrier.id:
                need[take] += pair.give_half_hours
    return dict(need)


def shortfall(problem: Problem, pool: TeamPool, choices: Choices) -> int:
    """Give the half-hours that do not fit a team's pool after all that is missed."""
    need = sum(unit.waiting_half_hours for unit in problem.units if unit.team == pool.team)
    coefficients: Mapping[Key, int] = _need(problem, pool)
    for unit, holder in choices.holders.items():
        if holder:
            need += coefficients.get(Take(unit, holder), 0)
    missed = choices.oversight_missed.get(pool.team, 0) + sum(
        item.half_hours * choices.missed.get(item.id, 0)
        for item in problem.missables
        if item.team == pool.team
    )
    return need - missed - _supply(problem, pool)


def check(problem: Problem, choices: Choices) -> Sequence[Finding]:
    """Find items missed that were not due, and pools that do not balance."""
    findings = [
        Finding(rule="duty", unit=item.unit, subject=item.id, amount=over)
        for item in problem.missables
        if (over := choices.missed.get(item.id, 0) - _may_miss(item, choices)) > 0
    ]
    known = {item.id for item in problem.missables}
    findings += [
        Finding(rule="duty", subject=item, amount=count)
        for item, count in choices.missed.items()
        if item not in known or count < 0
    ]
    for pool in problem.pools:
        findings += _check_pool(problem, pool, choices)
    return findings


def _may_miss(item: Missable, choices: Choices) -> int:
    return item.most if choices.holders[item.unit] == item.practitioner else 0


def _check_pool(problem: Problem, pool: TeamPool, choices: Choices) -> list[Finding]:
    findings = []
    missed = choices.oversight_missed.get(pool.team, 0)
    due = pool.reserve_half_hours + sum(
        unit.oversight_half_hours
        for unit in problem.units
        if unit.team == pool.team and not choices.holders[unit.id]
    )
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
