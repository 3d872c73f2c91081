"""What two plans cost, stage by stage and term by term, with every difference shared out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.data.comparison import Bearer, Share, StageCost, TermCost
from planner.data.plan import Plan, StageValue
from planner.engine.review.cost_shares import Borne, CostShares
from planner.terms import BY_ID


class Side(NamedTuple):
    """One of two plans, with its costs shared out where its team is at hand."""

    plan: Plan
    shares: CostShares | None


def stage_costs(one: Side, two: Side) -> Iterator[StageCost]:
    """Yield every stage of either ledger, in the order of the longer one."""
    a, b = _by_stage(one.plan), _by_stage(two.plan)
    longer, other = (a, b) if len(a) >= len(b) else (b, a)
    for stage in (*longer, *(name for name in other if name not in longer)):
        if stage in a and stage in b:
            yield _stage(one, two, a[stage], b[stage])
        elif stage in a:
            yield StageCost(stage=stage, title=a[stage].title, a=a[stage].value)
        else:
            yield StageCost(stage=stage, title=b[stage].title, b=b[stage].value)


def _by_stage(plan: Plan) -> Mapping[str, StageValue]:
    return {line.id: line for line in plan.ledger}


def _stage(one: Side, two: Side, a: StageValue, b: StageValue) -> StageCost:
    terms = dict.fromkeys((*a.terms, *b.terms))
    return StageCost(
        stage=a.id,
        title=a.title,
        a=a.value,
        b=b.value,
        difference=b.value - a.value,
        terms=tuple(
            _term(one, two, term, a.terms.get(term, 0), b.terms.get(term, 0)) for term in terms
        ),
    )


def _term(one: Side, two: Side, term: str, a: int, b: int) -> TermCost:
    known = BY_ID.get(term)
    return TermCost(
        term=term,
        title=known.title if known else term,
        measure=known.unit if known else "",
        a=a,
        b=b,
        difference=b - a,
        shares=tuple(_shares(one, two, term, a, b)),
    )


def _shares(one: Side, two: Side, term: str, a: int, b: int) -> Iterator[Share]:
    """Yield the shares that differ, the largest difference first."""
    whole = Borne(Bearer.WHOLE, "")
    if one.shares is None or two.shares is None:
        here: Mapping[Borne, int] = {whole: a}
        there: Mapping[Borne, int] = {whole: b}
    else:
        here, there = one.shares.of(term), two.shares.of(term)
    children = _children_of(one, two)
    rows = [(borne, here.get(borne, 0), there.get(borne, 0)) for borne in {**here, **there}]
    for borne, before, after in sorted(rows, key=lambda row: (-abs(row[2] - row[1]), row[0])):
        if before != after:
            yield Share(
                bearer=borne.bearer,
                id=borne.id,
                children=children.get(borne.id, ()) if borne.bearer is Bearer.FAMILY else (),
                a=before,
                b=after,
                difference=after - before,
            )


def _children_of(*sides: Side) -> Mapping[str, tuple[str, ...]]:
    shared = (side.shares for side in sides if side.shares)
    return {unit.id: unit.children for shares in shared for unit in shares.problem.units}
