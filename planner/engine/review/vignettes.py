"""Named small cases under a policy: which come out as the sources say, and which flip."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from planner.data.policy import Policy
from planner.data.vignette import (
    Casebook,
    Expectation,
    Expected,
    Ordered,
    PolicyCheck,
    PolicyResult,
    Position,
    Relation,
    Vignette,
    VignetteResult,
)
from planner.data.vocabulary import Tier
from planner.engine.review.expectations import met, words
from planner.engine.review.positions import positions

_TIERS = tuple(Tier)

Place = tuple[int, str, int]


def check_policy(casebook: Casebook, shipped: Policy, changed: Policy | None = None) -> PolicyCheck:
    """Run every vignette under the shipped policy and, where one is given, a changed one.

    Nothing is solved: tier, band, points, impact, contact and what is owed
    follow from the record alone, so the answer is exact and comes at once.

    Parameters
    ----------
    casebook : Casebook
        The vignettes, read and checked.
    shipped : Policy
        What the changed policy is compared with.
    changed : Policy, optional
        The policy to check; none given checks the shipped one.
    """
    before = _under(casebook, shipped)
    if changed is None:
        return PolicyCheck(shipped=before, failing=_failing(before))
    after = _under(casebook, changed)
    pairs = list(zip(before.vignettes, after.vignettes, strict=True))
    flips = tuple(new.id for old, new in pairs if _held(old) != _held(new))
    return PolicyCheck(
        shipped=before,
        changed=after,
        flips=flips,
        failing=_failing(after),
        moved=tuple(
            new.id for old, new in pairs if new.id not in flips and old.positions != new.positions
        ),
    )


def _under(casebook: Casebook, policy: Policy) -> PolicyResult:
    return PolicyResult(
        name=policy.name,
        version=policy.version,
        digest=policy.digest,
        vignettes=tuple(_result(one, casebook, policy) for one in casebook.vignettes),
    )


def _failing(result: PolicyResult) -> tuple[str, ...]:
    return tuple(one.id for one in result.vignettes if not one.holds)


def _held(result: VignetteResult) -> list[bool]:
    return [row.holds for row in result.expectations]


def _result(vignette: Vignette, casebook: Casebook, policy: Policy) -> VignetteResult:
    found = positions(vignette.scenario, policy, casebook.visits)
    by_child = {position.child: position for position in found}
    expectations = (
        *(
            row
            for child, expected in vignette.expected.items()
            for row in _of_child(expected, by_child[child])
        ),
        *(_of_order(row, by_child) for row in vignette.order),
    )
    return VignetteResult(
        id=vignette.id,
        title=vignette.title,
        says=vignette.says,
        paragraphs=vignette.paragraphs,
        holds=all(row.holds for row in expectations),
        expectations=expectations,
        positions=found,
        first_to_last=_first_to_last(found),
        unread=tuple(_unread(vignette, policy)),
    )


def _of_child(expected: Expected, found: Position) -> Iterator[Expectation]:
    for name in Expected.model_fields:
        wanted = getattr(expected, name)
        if wanted is not None:
            has = getattr(found, name)
            yield Expectation(
                says=f"{found.child}: {words(name, wanted)}",
                found=words(name, has),
                holds=met(name, wanted, has),
            )


def _of_order(row: Ordered, by_child: Mapping[str, Position]) -> Expectation:
    one, other = by_child[row.child], by_child[row.other]
    impact = row.stands in (Relation.LESS_IMPACT, Relation.SAME_IMPACT)
    say = _impact if impact else standing
    return Expectation(
        says=f"{row.child} {row.stands} {row.other}",
        found=f"{row.child}: {say(one)}; {row.other}: {say(other)}",
        holds=_stands(row.stands, one, other),
    )


def _stands(relation: Relation, one: Position, other: Position) -> bool:
    match relation:
        case Relation.ABOVE:
            return _place(one) < _place(other)
        case Relation.STEP_ABOVE:
            return _place(one)[:2] < _place(other)[:2]
        case Relation.LEVEL:
            return _place(one) == _place(other)
        case Relation.LESS_IMPACT:
            return one.impact < other.impact
        case Relation.SAME_IMPACT:
            return one.impact == other.impact


def _place(position: Position) -> Place:
    """Give a key that is smaller for the child who goes first."""
    return _TIERS.index(position.tier), position.band or "", -position.points


def _first_to_last(found: Sequence[Position]) -> tuple[tuple[str, ...], ...]:
    ordered = sorted(found, key=lambda row: (_place(row), row.child))
    return tuple(tuple(row.child for row in level) for _, level in groupby(ordered, key=_place))


def standing(position: Position) -> str:
    """Say a child's tier, band and points."""
    band = f", band {position.band}" if position.band else ""
    return f"{position.tier}{band}, {position.points} points"


def _impact(position: Position) -> str:
    return f"impact {position.impact}"


def _unread(vignette: Vignette, policy: Policy) -> Iterator[str]:
    """Name what a vignette states and the policy has no word for: it counts nothing there."""
    known = {
        "factor": {row.id for row in policy.factors if not row.derived},
        "indicator": {row.id for row in policy.indicators},
        "kind of task": {row.id for row in policy.tasks},
    }
    stated = {
        "factor": [row.item for row in vignette.scenario.factors],
        "indicator": [row.item for row in vignette.scenario.indicators],
        "kind of task": [row.task for row in vignette.scenario.tasks],
    }
    for kind, ids in stated.items():
        for name in dict.fromkeys(ids):
            if name not in known[kind]:
                yield f"the policy has no {kind} {name!r}"
