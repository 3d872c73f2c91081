"""What came first, duty, open choices and assumptions of a plan, as text."""

from collections.abc import Sequence
from itertools import groupby

from planner.cli.layout import hours, number, paragraphs, table
from planner.data.plan import Offer, Plan, PoolLine, StageValue
from planner.terms import BY_ID

_POOL = (
    "team",
    "spare",
    "others give",
    "awaiting",
    "cover",
    "contracted",
    "reserve",
    "missed",
    "short",
)


def what_came_first(plan: Plan) -> list[str]:
    """List the stages in order: value, what is known of it, and in words."""
    runs = groupby(plan.ledger, key=lambda stage: (stage.id[0], _known(stage), not stage.value))
    rows = [row for (_, known, nothing), run in runs for row in _rows(known, nothing, list(run))]
    return table(("stage", "value", "known", "in words"), rows, right={1})


def _rows(known: str, nothing: bool, run: Sequence[StageValue]) -> list[tuple[str, ...]]:
    """Give a row a stage; stages in which nothing is given up share one."""
    if not nothing or len(run) == 1:
        return [(stage.id, number(stage.value), known, _words(stage)) for stage in run]
    titles = "; ".join(stage.title for stage in run)
    return [(f"{run[0].id}-{run[-1].id[1:]}", "0", known, f"{titles}: none of these")]


def _known(stage: StageValue) -> str:
    if stage.proven:
        return "proven best"
    if stage.bound == stage.value:
        return "best given the above"
    if stage.bound is None:
        return "as it stands"
    within = f", within {100 * stage.gap:.1f} %" if stage.total and stage.gap is not None else ""
    return f"at least {number(stage.bound)}{within}"


def _words(stage: StageValue) -> str:
    said = [_say(term, value) for term, value in stage.terms.items() if value]
    if not said:
        return f"{stage.title}: none"
    return said[0] if len(stage.terms) == 1 else f"{stage.title}: {'; '.join(said)}"


def _say(term: str, value: int) -> str:
    return BY_ID[term].say(value) if term in BY_ID else f"{term}: {value}"


def pools(plan: Plan) -> list[str]:
    """List each team's duty hours: what there is, and what it is needed for."""
    over = [
        f"{pool.team}: {hours(pool.over_half_hours)} held over hours come off its duty hours"
        for pool in plan.pools
        if pool.over_half_hours
    ]
    rows = [_pool(pool) for pool in plan.pools]
    return [*table(_POOL, rows, right=range(1, len(_POOL))), *paragraphs(over)]


def _pool(pool: PoolLine) -> tuple[str, ...]:
    amounts = (
        pool.spare_half_hours,
        pool.duty_half_hours,
        pool.waiting_half_hours,
        pool.cover_half_hours,
        pool.contracted_half_hours,
        pool.reserve_half_hours,
        pool.missed_half_hours,
        pool.short_half_hours,
    )
    return pool.team, *map(hours, amounts)


def choices_open(plan: Plan) -> list[str]:
    """List the offers: what the manager may choose instead."""
    return paragraphs([_offer(offer) for offer in plan.offers], bullet="- ")


def _offer(offer: Offer) -> str:
    return offer.text if offer.solved else f"{offer.text} (not solved)"


def conflict(plan: Plan) -> list[str]:
    """Say why no compliant plan exists, and which repairs were checked to work."""
    if plan.conflict is None:
        return []
    repairs = [f"Would work: {_offer(offer)}" for offer in plan.conflict.repairs]
    return paragraphs([*plan.conflict.sentences, *repairs], bullet="- ")


def assumptions(plan: Plan) -> list[str]:
    """List what was never supplied, what was assumed for how many, and other notes."""
    counted = [f"{what}: assumed for {_children(n)}" for what, n in plan.assumed.items() if n]
    return paragraphs([*plan.banners, *counted, *plan.notes], bullet="- ")


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"
