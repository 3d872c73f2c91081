"""Bounds from prices: by hand, and refused in a sentence where anything was altered."""

from collections.abc import Mapping

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from planner.data.board import Give, Key, Take
from planner.data.certificate import Certificate
from planner.data.plan import StageValue
from planner.data.policy import Stage
from planner.data.problem import Problem, Unit
from planner.verify import certified_bound, verify_certificates
from planner.verify.sheet import write_down
from tests.problems import carrier, missable, pair, pool, problem, unit

HIGH = Stage(id="2a", title="high", terms=("awaiting_high_a",))
LAST = Stage(id="3b", title="remaining", terms=("awaiting_remaining",))
GIVING = Stage(id="0e", title="hours over", terms=("hours_over",))
MISSED = Stage(id="1", title="missed", terms=("contact_missed_watched",))


def worth(name: str, points: int) -> Unit:
    """Make a family of so many points in the last stage."""
    return unit(name, points={"remaining": points})


def lines(**values: int) -> list[StageValue]:
    """Write what came first; a stage's id without its first letter ``s``."""
    return [
        StageValue(id=name[1:], title=name, value=value, bound=value)
        for name, value in values.items()
    ]


def position(given: Problem, coefficients: Mapping[Key, int], limit: int) -> int:
    """Find a row by what it says."""
    rows = [(dict(row.coefficients), row.limit) for row in write_down(given).rows]
    return rows.index((dict(coefficients), limit))


def bound(given: Problem, stage: Stage = LAST, **prices: object) -> int:
    """Give the bound of one stage with nothing above it."""
    certificate = Certificate.model_validate({"stage": stage.id, "bound": 0, **prices})
    ledger = [StageValue(id=stage.id, title=stage.title, value=1000)]
    return certified_bound(given, [stage], ledger, certificate)


# By hand


@pytest.mark.parametrize(("hours", "least"), [(9, 50), (19, 20), (20, 0)])
def test_two_who_do_not_both_fit(hours: int, least: int) -> None:
    """A (30 points) and B (20) need 10 each: with 19 at least the 20 of B are given up."""
    given = problem([worth("A", 30), worth("B", 20)], [carrier("P", limit_half_hours=hours)])
    assert bound(given) == least


def three_who_want_two_places() -> Problem:
    """Make A (30 points), B and C (20 each); P and Q have room for one each."""
    return problem(
        [worth("A", 30), worth("B", 20), worth("C", 20)],
        [carrier("P", limit_half_hours=10), carrier("Q", limit_half_hours=10)],
    )


def test_one_family_is_held_once() -> None:
    """P and Q would both hold A: 70 - 30 - 30. At 10 for A: 70 - 10 - 20 - 20, B or C awaits."""
    assert bound(three_who_want_two_places()) == 10
    assert bound(three_who_want_two_places(), units={"A": 10_000}) == 20


def test_a_holder_over_the_limit_is_given_nobody() -> None:
    """P holds H (20) over a limit of 13; A (10) fits only without H, whom to hand over takes 4."""
    people = [carrier("P", limit_half_hours=13), carrier("Q", limit_half_hours=0)]
    families = [unit("H", holder="P"), worth("A", 30)]
    pairs = [pair("H", "P", demand_half_hours=20), pair("H", "Q", give_half_hours=4)]
    assert bound(problem(families, people, pairs)) == 30
    assert bound(problem(families, people, pairs, deallocations_limit=1)) == 0


def test_the_price_of_de_allocations_keeps_who_is_held() -> None:
    """Nobody else may take H; -[H with P] <= -1 at 30 a child: P saves 30 by H or by A.

    30 (A awaits) + 30 x 1 - 30 is 30.
    """
    given = problem(
        [unit("H", holder="P"), worth("A", 30)],
        [carrier("P", limit_half_hours=13)],
        [pair("H", "P", demand_half_hours=20)],
    )
    row = position(given, {Take("H", "P"): -1}, -1)
    assert bound(given) == 0
    assert bound(given, rows={row: 30_000}) == 30


def test_hours_give_way_for_who_must_be_held() -> None:
    """M needs 10 and P has 5: 10 [M] - give <= 5 at 1, and M, required, at -10.

    The give costs 1 - 1, M with P 10 - 10, and - 5 + 10 are left: 5 half-hours over.
    """
    given = problem([unit("M", mandatory=True)], [carrier("P", limit_half_hours=5)])
    row = position(given, {Take("M", "P"): 10, Give("hours", "P", "M"): -1}, 5)
    assert bound(given, GIVING, rows={row: 1000}, units={"M": -10_000}) == 5


def test_strict_lets_go_who_is_over_the_limit() -> None:
    """H (20) does not fit 15 under strict: one child is de-allocated, otherwise none."""
    stage = Stage(id="2d", title="de-allocated", terms=("deallocated_children",))
    for strict, least in ((True, 1), (False, 0)):
        given = problem(
            [unit("H", holder="P")],
            [carrier("P", limit_half_hours=15)],
            [pair("H", "P", demand_half_hours=20)],
            strict=strict,
        )
        assert bound(given, stage) == least


def test_contact_is_missed_where_the_pool_has_no_hours() -> None:
    """A fits nobody and has two trips of 3 half-hours due; the team has 4: one is missed.

    The row `-pool - missed x 3 - short <= -6` at 1/3: a missed trip costs 1 - 1, and the pool, at
    its fullest, -4/3. 6/3 - 4/3 is 2/3, so 1. To be short would do as well as to miss, so the
    stage above, at 0 and 1 for each half-hour, must say that nothing is.
    """
    given = problem(
        [unit("A", waiting_half_hours=6)],
        [carrier("P", limit_half_hours=0, capacity_half_hours=0)],
        missables=[missable("A", most=2, half_hours=3, watched=1)],
        pools=[pool(duty_half_hours=4)],
    )
    short = Stage(id="0f", title="short", terms=("duty_short",))
    (need,) = (n for n, row in enumerate(write_down(given).rows) if row.limit == -6)
    ledger = lines(s0f=0, s1=1)
    certificate = Certificate(stage="1", bound=1, rows={need: 333}, stages={"0f": 1000})
    assert certified_bound(given, [short, MISSED], ledger, certificate) == 1
    unpriced = certificate.model_copy(update={"stages": {}})
    assert certified_bound(given, [short, MISSED], ledger, unpriced) == 0


def above_and_below() -> Problem:
    """Make A of 30 points in the stage above, and B of 20 in the last; only one of them fits."""
    return problem(
        [unit("A", points={"high_a": 30}), worth("B", 20)], [carrier("P", limit_half_hours=15)]
    )


def test_a_stage_above_is_kept_at_its_price() -> None:
    """At 1: 30 + 20 - 30, so 20, with A held; where the plan lets A wait, 20 less 30: 0."""
    certificate = Certificate(stage="3b", bound=20, stages={"2a": 1000})
    stages = [HIGH, LAST]
    assert certified_bound(above_and_below(), stages, lines(s2a=0, s3b=20), certificate) == 20
    assert certified_bound(above_and_below(), stages, lines(s2a=30, s3b=0), certificate) == 0
    unpriced = Certificate(stage="3b", bound=0)
    assert certified_bound(above_and_below(), stages, lines(s2a=0, s3b=20), unpriced) == 0


@pytest.mark.parametrize(("price", "least"), [(0, 20), (1, 20), (999, 20), (1000, 19), (1001, 19)])
def test_costs_are_whole_so_bounds_are_rounded_up(price: int, least: int) -> None:
    """50 - 30 - price / 1,000, for a price of C that serves nothing."""
    families = [worth("A", 30), worth("B", 20), unit("C")]
    given = problem(families, [carrier("P", limit_half_hours=15)])
    assert bound(given, units={"C": price}) == least


@pytest.mark.parametrize(("price", "least"), [(30, 20), (29, 20), (28, 20), (27, 19)])
def test_a_scale_of_its_own(price: int, least: int) -> None:
    """In thirds: 70 - 10 - 20 - 20; with 29 and 28 it is 19 2/3 and 19 1/3."""
    assert bound(three_who_want_two_places(), scale=3, units={"A": price}) == least


def test_a_bound_is_never_below_nothing() -> None:
    """Whatever the prices."""
    given = problem([worth("A", 30)], [carrier("P")])
    assert bound(given, units={"A": 10**9}) == 0


def test_prices_of_a_team_for_which_no_plan_exists() -> None:
    """P, who holds H, must hand H over to Q and has no hours to do so."""
    given = problem(
        [unit("H", holder="P", pinned_to="Q")],
        [carrier("P", limit_half_hours=0), carrier("Q")],
        [pair("H", "P", demand_half_hours=1), pair("H", "Q", give_half_hours=4)],
    )
    with pytest.raises(ValueError, match="No plan exists: P"):
        bound(given)


# Altered


STAGES = (HIGH, LAST)
LEDGER = lines(s2a=0, s3b=20)
HONEST = Certificate(stage="3b", bound=20, units={"A": 0}, stages={"2a": 1000})


def wrong(*certificates: Certificate, ledger: list[StageValue] = LEDGER) -> tuple[str, ...]:
    """Check certificates of the plan in which A is held and B awaits."""
    return verify_certificates(above_and_below(), STAGES, ledger, certificates)


def altered(**update: object) -> Certificate:
    """Alter the certificate that agrees."""
    return HONEST.model_copy(update=update)


def test_certificates_that_agree_are_confirmed() -> None:
    """None, one, and one for each stage."""
    assert wrong() == wrong(HONEST) == wrong(Certificate(stage="2a", bound=0), HONEST) == ()


@pytest.mark.parametrize(
    ("certificate", "said"),
    [
        (altered(bound=19), "Stage 3b: its prices certify 20, not the 19 written."),
        (altered(bound=21), "Stage 3b: its prices certify 20, not the 21 written."),
        (altered(stages={}), "Stage 3b: its prices certify 0, not the 20 written."),
        (altered(stages={"2a": 500}), "Stage 3b: its prices certify 15, not the 20 written."),
        (altered(scale=0), "Stage 3b: the scale of its prices is 0, not 1 or more."),
        (altered(scale=-1000), "Stage 3b: the scale of its prices is -1000, not 1 or more."),
        (altered(stages={"2a": -1}), "Stage 3b: the price of stage 2a is below 0."),
        (
            altered(stages={"3b": 1}),
            "Stage 3b: there is a price for stage 3b, which does not stand above it.",
        ),
        (
            altered(stages={"1": 1}),
            "Stage 3b: there is a price for stage 1, which does not stand above it.",
        ),
        (altered(rows={0: -1}), "Stage 3b: the price of row 0 is below 0."),
        (altered(rows={-1: 1}), "Stage 3b: there is a price for row -1, and no such row."),
        (altered(rows={999: 0}), "Stage 3b: there is a price for row 999, and no such row."),
        (
            altered(units={"A": -1}),
            "Stage 3b: the price of A is below 0, though A may await allocation.",
        ),
        (
            altered(units={"X": 0}),
            "Stage 3b: there is a price for X, whom the scenario does not have.",
        ),
        (
            altered(stage="4a"),
            "There is a certificate for stage 4a, which the ledger does not have.",
        ),
    ],
)
def test_an_altered_certificate_is_refused_in_a_sentence(
    certificate: Certificate, said: str
) -> None:
    """One alteration at a time; the same prices give no bound to anyone who asks for it."""
    assert wrong(certificate) == (said,)
    if "certify" not in said:
        with pytest.raises(ValueError, match=said.replace(".", r"\.")):
            certified_bound(above_and_below(), STAGES, LEDGER, certificate)


def test_the_last_row_has_a_price_and_the_next_one_is_not_there() -> None:
    """Rows are counted from 0."""
    rows = len(write_down(above_and_below()).rows)
    assert wrong(altered(rows={rows - 1: 0})) == ()
    assert len(wrong(altered(rows={rows: 0}))) == 1


def test_every_fault_is_said_and_nothing_is_computed_from_it() -> None:
    """Two prices below 0 and a bound one off: two sentences."""
    said = wrong(altered(rows={0: -1}, stages={"2a": -1}, bound=19))
    assert [sentence.rsplit(" ", 4)[0] for sentence in said] == [
        "Stage 3b: the price of row",
        "Stage 3b: the price of stage",
    ]


def test_two_certificates_of_one_stage_are_refused() -> None:
    """Even the same one twice."""
    assert wrong(HONEST, HONEST) == ("Stage 3b has more than one certificate.",)


def test_more_than_the_plan_costs_cannot_be_certified() -> None:
    """A plan that says it costs 19 where its prices certify 20: one of them is wrong."""
    assert wrong(HONEST, ledger=lines(s2a=0, s3b=19))[0] == (
        "Stage 3b: its prices certify 20, more than the 19 that the plan costs, which cannot be."
    )


@pytest.mark.parametrize(("known", "refused"), [(None, 1), (19, 1), (20, 0), (21, 0)])
def test_search_knows_at_least_what_is_certified(known: int | None, refused: int) -> None:
    """The ledger's bound may be better than the certificate's, and never worse."""
    line = LEDGER[1].model_copy(update={"value": 21, "bound": known})
    assert len(wrong(HONEST, ledger=[LEDGER[0], line])) == refused


@pytest.mark.parametrize("value", [1, 2, 30])
def test_another_value_of_a_stage_above_is_another_bound(value: int) -> None:
    """Prices are for the plan they come with."""
    assert wrong(HONEST, ledger=lines(s2a=value, s3b=20))


@pytest.mark.parametrize(("hours", "said"), [(19, 0), (20, 1)])
def test_another_team_has_another_bound(hours: int, said: int) -> None:
    """With four half-hours more B still awaits; with five more nobody need."""
    roomy = problem(above_and_below().units, [carrier("P", limit_half_hours=hours)])
    assert len(verify_certificates(roomy, STAGES, LEDGER, [HONEST])) == said


@drawn(
    where=st.sampled_from(("rows", "units", "stages", "scale", "bound")),
    which=st.integers(0, 11),
    price=st.integers(-3000, 3000),
)
def test_no_altered_number_certifies_another_bound(where: str, which: int, price: int) -> None:
    """Whatever is changed: the bound is refused, or still the one that the prices give."""
    names = {"rows": which, "units": "AB"[which % 2], "stages": "2a"}
    change = {names[where]: price} if where in names else price
    certificate = altered(**{where: change})
    if not wrong(certificate):
        assert certificate.bound == 20
        assert certified_bound(above_and_below(), STAGES, LEDGER, certificate) == 20


# Hours over, where they stand above


TRAVEL = Stage(id="4b", title="travel", terms=("travel",))


def two_who_must_be_held(hours_over: int | None) -> int:
    """Give the bound on travel of A and B (10 half-hours each): P 1 minute, Q 5, room for one each.

    At a price of -5 for each: 10 - 4 for every one that P has. Q saves nothing.
    """
    people = [carrier("P", limit_half_hours=10), carrier("Q", limit_half_hours=10)]
    families = [unit("A", mandatory=True), unit("B", mandatory=True)]
    minutes = {"P": 1, "Q": 5}
    pairs = [pair(f, p, travel_minutes=minutes[p]) for f in "AB" for p in "PQ"]
    ledger = lines(s4b=6) if hours_over is None else lines(s0e=hours_over, s4b=6)
    prices = Certificate(stage="4b", bound=0, units={"A": -5000, "B": -5000})
    return certified_bound(problem(families, people, pairs), [GIVING, TRAVEL], ledger, prices)


@pytest.mark.parametrize(("hours_over", "least"), [(None, 2), (10, 2), (9, 6), (0, 6)])
def test_limits_that_give_way_no_further_count_in_full(hours_over: int | None, least: int) -> None:
    """With ten half-hours over, P may hold both; with fewer, or none, only one of them."""
    assert two_who_must_be_held(hours_over) == least
