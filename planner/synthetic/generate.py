"""Make a synthetic team: any size, seeded, calibrated, and no real person in it."""

from datetime import date
from itertools import groupby
from statistics import mean

from planner.data.scenario import Child, Reply, Scenario
from planner.policy import default_policy
from planner.synthetic.area import even_parts, join
from planner.synthetic.calibrate import calibrate, intensity
from planner.synthetic.child import Draft, draw_child
from planner.synthetic.dates import draw_tasks, with_history
from planner.synthetic.draw import stream
from planner.synthetic.family import draw_family, draw_sizes
from planner.synthetic.place import draw_place
from planner.synthetic.replies import draw_factors, draw_indicators
from planner.synthetic.shares import Shares, Style, read_shares
from planner.synthetic.staff import draw_staff

MONDAY = date(2026, 3, 2)
_CYCLE_DAYS = 28
_TEAM = "team"


def generate(
    children: int = 75,
    practitioners: int = 6,
    seed: int = 1,
    *,
    teams: int = 1,
    style: Style | str = Style.MIXED,
    as_at: date = MONDAY,
) -> Scenario:
    """Make a synthetic team whose holders are near their hours and about 15 % await.

    Several teams make an area: each with its own base and staff, and near
    enough to its neighbours that some families could be borrowed.

    Parameters
    ----------
    children : int
        Children in the table, contracted ones and those outside the pool
        included; 1 or more.
    practitioners : int
        Practitioners who hold cases; 1 or more. A team manager and case
        practice support for duty come on top.
    seed : int
        The same seed, size, style and date make the same team.
    teams : int
        Teams that children and practitioners are shared out to, evenly.
    style : Style or str
        ``mixed``, ``investigation``, ``case management``, ``rural`` or
        ``regional``; see ``shares.toml``.
    as_at : date
        The first day of the cycle.

    Raises
    ------
    ValueError
        For a team without children or practitioners, or an unknown style.
    """
    if teams < 1 or children < teams or practitioners < teams:
        raise ValueError("a team has at least one child and one practitioner")
    shares = read_shares(Style(style))
    if teams > 1:
        return _area(children, practitioners, seed, teams, as_at, shares)
    return settle(_unsettled(children, practitioners, seed, as_at, shares), seed, shares)


def _area(
    children: int, practitioners: int, seed: int, teams: int, as_at: date, shares: Shares
) -> Scenario:
    """Make teams that work at one intensity, the mean of what each would work at alone."""
    seeds = [stream(seed, "team", str(number)).randrange(2**31) for number in range(teams)]
    sizes = zip(even_parts(children, teams), even_parts(practitioners, teams), seeds, strict=True)
    drawn = [_unsettled(*size, as_at, shares) for size in sizes]
    alone = [
        intensity(t, default_policy(), own, shares) for t, own in zip(drawn, seeds, strict=True)
    ]
    percent = round(mean(alone))
    settled = [settle(t, own, shares, percent) for t, own in zip(drawn, seeds, strict=True)]
    return with_supplied(join(settled, seed, shares))


def _unsettled(
    children: int, practitioners: int, seed: int, as_at: date, shares: Shares
) -> Scenario:
    drafts = draw_children(children, seed, as_at, shares)
    return _team(drafts, practitioners, seed, as_at, shares)


def settle(team: Scenario, seed: int, shares: Shares, percent: int | None = None) -> Scenario:
    """Give a team its holders anew, with intensity, duty hours and a history to match.

    ``percent`` states the intensity; without it the team's own is searched for.
    """
    nobody = tuple(child.model_copy(update={"holder": ""}) for child in team.children)
    calibrated = calibrate(
        team.model_copy(update={"children": nobody}), default_policy(), seed, shares, percent
    )
    history = tuple(with_history(c, seed, team.as_at, shares) for c in calibrated.children)
    return with_supplied(calibrated.model_copy(update={"children": history}))


def draw_children(children: int, seed: int, as_at: date, shares: Shares) -> tuple[Draft, ...]:
    """Draw so many children in families, before anybody holds them."""
    place = draw_place(stream(seed, "place"), shares)
    sizes = draw_sizes(seed, children, shares)
    width = max(2, len(str(len(sizes))))
    drafts: list[Draft] = []
    for number, size in enumerate(sizes, start=1):
        family_id = f"F{number:0{width}}"
        rng = stream(seed, "family", str(number))
        family = draw_family(rng, family_id, size, place, shares)
        for position in range(size):
            child_id = f"C{len(drafts) + 1:0{max(3, len(str(children)))}}"
            drafts.append(draw_child(rng, child_id, family, position == 0, as_at, shares))
    return tuple(drafts)


def _team(
    drafts: tuple[Draft, ...], practitioners: int, seed: int, as_at: date, shares: Shares
) -> Scenario:
    """Put children, staff, roads, tasks and answers together; nobody holds anybody yet."""
    policy = default_policy()
    place = draw_place(stream(seed, "place"), shares)
    staff = draw_staff(seed, practitioners, place, as_at, _CYCLE_DAYS, shares)
    rows = tuple(draft.child for draft in drafts)
    families = [tuple(group) for _, group in groupby(rows, key=lambda child: child.family)]
    factors = [r for d in drafts for r in draw_factors(d, policy, seed, as_at, shares)]
    indicators = [r for d in drafts for r in draw_indicators(d, policy, seed, as_at, shares)]
    return Scenario(
        name=f"synthetic {shares.style.value} team, seed {seed}",
        as_at=as_at,
        cycle_days=_CYCLE_DAYS,
        bases={_TEAM: place.base},
        children=rows,
        practitioners=(*staff.carriers, *staff.others),
        leave=staff.leave,
        tasks=draw_tasks(families, seed, as_at, _CYCLE_DAYS, shares),
        travel=place.travel,
        factors=tuple(factors),
        indicators=tuple(indicators),
    )


def with_supplied(scenario: Scenario) -> Scenario:
    """Name every column and item as supplied that the team's tables hold."""
    optional = {
        "factors": scenario.factors,
        "indicators": scenario.indicators,
        "leave": scenario.leave,
        "tasks": scenario.tasks,
        "pins": scenario.decisions,
        "travel": scenario.travel,
    }
    return scenario.model_copy(
        update={
            "supplied": frozenset(f"cases.{name}" for name in Child.model_fields)
            | _items("factors", scenario.factors)
            | _items("indicators", scenario.indicators)
            | {name for name, rows in optional.items() if rows}
        }
    )


def _items(table: str, replies: tuple[Reply, ...]) -> frozenset[str]:
    return frozenset(f"{table}.{reply.item}" for reply in replies)
