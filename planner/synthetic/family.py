"""Synthetic families: what siblings share."""

from random import Random

from planner.data.record import Record
from planner.data.vocabulary import Answer, CaseStatus, Living, Order, Phase
from planner.synthetic.draw import chance, pick, stream
from planner.synthetic.place import Place, draw_zone
from planner.synthetic.shares import Shares

INTERVIEW = "disclosure interview"
CARE_ORDERS = (Order.FAMILY_REUNIFICATION, Order.CARE_BY_SECRETARY, Order.LONG_TERM_CARE)


class Family(Record):
    """What the children of one family have in common.

    ``need`` and ``age`` are latent: they make siblings alike without changing
    the shares of children.
    """

    id: str
    size: int
    zone: str
    phase: Phase
    order: Order
    living: Living
    status: CaseStatus
    aboriginal: Answer
    language: str
    skills: tuple[str, ...]
    need: float
    age: float


def draw_sizes(seed: int, children: int, shares: Shares) -> tuple[int, ...]:
    """Draw family sizes until they hold exactly this many children."""
    rng = stream(seed, "sizes")
    sizes: list[int] = []
    while sum(sizes) < children:
        size = int(pick(rng, shares.of("family_size")))
        sizes.append(min(size, children - sum(sizes)))
    return tuple(sizes)


def draw_family(rng: Random, family_id: str, size: int, place: Place, shares: Shares) -> Family:
    """Draw what the children of one family share."""
    phase = Phase(pick(rng, shares.of("phase")))
    order = draw_order(rng, phase, shares)
    living = _living(rng, order, shares)
    aboriginal = _aboriginal(rng, living, shares)
    return Family(
        id=family_id,
        size=size,
        zone=draw_zone(rng, place, shares.of("zone_of_base")["family"]),
        phase=phase,
        order=order,
        living=living,
        status=_status(rng, phase, aboriginal, shares),
        aboriginal=aboriginal,
        language=_language(rng, shares),
        skills=_skills(rng, shares),
        need=rng.gauss(0, 1),
        age=rng.gauss(0, 1),
    )


def draw_order(rng: Random, phase: Phase, shares: Shares) -> Order:
    """Draw where a child stands with the court in this phase."""
    if phase is Phase.PROTECTION_ORDER:
        return Order(pick(rng, shares.of("order")))
    if phase is Phase.PROTECTIVE_INTERVENTION:
        return Order(pick(rng, shares.of("court")))
    return Order.NONE


def _living(rng: Random, order: Order, shares: Shares) -> Living:
    kind = "care" if order in CARE_ORDERS else "interim" if order is Order.INTERIM else "home"
    return Living(pick(rng, shares.of(f"living.{kind}")))


def _aboriginal(rng: Random, living: Living, shares: Shares) -> Answer:
    share = shares.of("aboriginal")["care" if living.in_care else "home"]
    answer = Answer.YES if chance(rng, share) else Answer.NO
    gap = chance(rng, shares.of("gap")["aboriginal"])
    return Answer.UNKNOWN if gap and answer is Answer.NO else answer


def _status(rng: Random, phase: Phase, aboriginal: Answer, shares: Shares) -> CaseStatus:
    outside = chance(rng, shares.of("outside_pool")["yes"])
    contracted = chance(rng, shares.of("contracted")["yes"])
    if phase is not Phase.PROTECTION_ORDER:
        return CaseStatus.OPEN
    if outside and aboriginal is Answer.YES:
        return CaseStatus.OUTSIDE_POOL
    return CaseStatus.CONTRACTED if contracted else CaseStatus.OPEN


def _language(rng: Random, shares: Shares) -> str:
    needed = chance(rng, shares.of("interpreter")["yes"])
    return pick(rng, shares.of("language")) if needed else ""


def _skills(rng: Random, shares: Shares) -> tuple[str, ...]:
    return (INTERVIEW,) if chance(rng, shares.of("skill")["family"]) else ()
