"""Who could take whom: against the second source on random tiny teams, and argued by hand."""

from collections.abc import Iterator, Mapping

import pytest

from planner.data.fit import Fit, Known, NewFamily, WhoCouldTake
from planner.data.problem import Problem
from planner.data.scenario import Scenario
from planner.engine import new_family, who_could_take, whom_could_take
from planner.engine.evaluate import evaluate, held_now
from planner.engine.monday.placement import in_hand, placed
from planner.errors import UsageFault
from planner.policy import default_policy
from planner.report import prepare
from planner.verify import verify_choices
from tests.engine.solving import solved
from tests.make import child, decision, infant, leave, practitioner, scenario, task, travel
from tests.make_random import random_scenario
from tests.oracle import GIVING, Arrangement, Team
from tests.oracle_limits import CHILDREN, HOURS, LIMITS

POLICY = default_policy()
STAGES = {**dict(zip(("0a", "0b", "0c", "0d", "0e", "0f"), GIVING, strict=True)), "2e": "1"}
RULES = {
    "mandatory": "mandatory allocation",
    "away_too_long": "away too long",
    "high_risk": "high risk",
    "new_families": "new families",
    "fit": "grade and skill",
    "deallocations": "de-allocations",
}
"""The second source's names of stages and rules, where they differ."""


class Second:
    """The second source on one team: placements beside an arrangement in hand."""

    def __init__(self, team: Scenario, holders: Mapping[str, str]) -> None:
        self.team = Team(team, POLICY)
        self.allowed = team.limits.deallocations
        self.base = self.arrangement(holders)

    def arrangement(self, holders: Mapping[str, str]) -> Arrangement:
        """Score who holds what."""
        return Arrangement(self.team, dict(holders))

    def given(self, unit: str, person: str) -> Arrangement:
        """Give one unit to one person."""
        return self.arrangement({**self.base.holders, unit: person})

    def broken(self, arrangement: Arrangement) -> set[tuple[str, str]]:
        """Name the rules broken and by whom."""
        own = set(arrangement.broken)
        return own if arrangement.within(self.allowed) else own | {("de-allocations", "")}

    def newly(self, arrangement: Arrangement, unit: str) -> set[str]:
        """Name the rules broken that are not broken in hand, and all that are about the unit."""
        before = {found for found in self.broken(self.base) if found[1] != unit}
        return {rule for rule, _ in self.broken(arrangement) - before}

    def limits_broken(self, arrangement: Arrangement) -> bool:
        """Whether a limit is passed that does not give way."""
        limits = {*LIMITS, "changes", "de-allocations"}
        return any(rule in limits for rule, _ in self.broken(arrangement))

    def barriers(self, unit: str, person: str) -> set[str]:
        """Name what is never waived and stands between a unit and a person."""
        (own,) = [u for u in self.team.units if u.id == unit]
        pinned = {"pin"} if own.pinned_to not in ("", person) else set()
        return set(self.team.rules.barriers[unit, person]) | pinned

    @property
    def forbidden(self) -> bool:
        """Whether somebody holds now what they may not hold: then limits mean nothing for it."""
        return any(self.barriers(u, p) for u, p in self.base.holders.items() if p)

    def value(self, arrangement: Arrangement, stage: str) -> int:
        """Give a stage's value."""
        return arrangement.stage(STAGES.get(stage, stage), self.allowed)

    def over(self, rule: str, person: str, arrangement: Arrangement) -> int:
        """Say by how much a person's hours or children pass what this limit allows."""
        limit = {"hours": HOURS, "children": CHILDREN}[rule]
        rules, holders = self.team.rules, arrangement.holders
        amounts = {u.id: rules.amount(limit, u, person) for u in self.team.units}
        held = sum(amounts[u.id] for u in self.team.units if u.holder == person)
        taken = [u for u in self.team.units if holders[u.id] == person]
        total = sum(amounts[u.id] for u in taken)
        if limit == HOURS:
            lost = [u for u in self.team.units if u.holder == person]
            total += sum(
                rules.give[u.id, holders[u.id]] for u in lost if holders[u.id] not in ("", person)
            )
        most = rules.limits[limit, person]
        assert most is not None
        fresh = any(u.holder != person and not rules.exempt(u, person) for u in taken)
        strict = self.team.scenario.limits.strict
        return total - (most if fresh or strict else max(most, held))


def agree(second: Second, fit: Fit) -> None:
    """Have one placement agree: rules, amounts, every stage, and who then no longer fits."""
    tried = second.given(fit.unit, fit.practitioner)
    names = {RULES.get(found.rule, found.rule) for found in fit.broken}
    barriers = second.barriers(fit.unit, fit.practitioner)
    assert barriers <= names
    if barriers:
        # Whether limits would give way too is asked of nobody who may not hold the unit at all.
        return
    again = {rule for rule, _ in second.broken(second.base)}
    assert second.newly(tried, fit.unit) <= names
    # What is broken already may be broken by more: only then is it named once more.
    assert names - second.newly(tried, fit.unit) <= again
    for found in fit.broken:
        exempt = [u for u in second.team.units if second.team.rules.exempt(u, found.practitioner)]
        if found.rule in ("hours", "children") and not exempt:
            assert found.amount == second.over(found.rule, found.practitioner, tried)
    for stage in fit.stages:
        for value, arrangement in ((stage.before, second.base), (stage.after, tried)):
            # By how much a limit gives way means nothing where giving way is not enough.
            if not (stage.id.startswith("0") and second.limits_broken(arrangement)):
                assert value == second.value(arrangement, stage.id), stage
    if fit.fits:
        assert set(fit.no_longer_fit) == set(_crowded_out(second, tried, fit))


def _crowded_out(second: Second, tried: Arrangement, fit: Fit) -> Iterator[str]:
    """Give the families that fit with the practitioner, and once this one is there do not."""
    for unit in second.base.awaiting:
        if unit.id != fit.unit:
            now = second.given(unit.id, fit.practitioner)
            then = second.arrangement({**tried.holders, unit.id: fit.practitioner})
            if not second.newly(now, unit.id) and second.newly(then, unit.id):
                yield unit.id


def cheapest(second: Second, fits: tuple[Fit, ...], top: int) -> set[tuple[str, str]]:
    """Give the placements that break nothing new and cost least, ties by id."""
    able = [fit for fit in fits if fit.fits]

    def cost(fit: Fit) -> tuple[object, ...]:
        tried = second.given(fit.unit, fit.practitioner)
        unclear = second.limits_broken(tried)
        values = tuple(
            stage.after if unclear and stage.id.startswith("0") else second.value(tried, stage.id)
            for stage in fit.stages
        )
        return values, fit.unit, fit.practitioner

    return {(fit.unit, fit.practitioner) for fit in sorted(able, key=cost)[:top]}


def checked(second: Second, fits: tuple[Fit, ...], top: int) -> int:
    """Compare every placement of an answer about a team as it stands; count them."""
    for fit in fits:
        agree(second, fit)
    suggested = {(fit.unit, fit.practitioner) for fit in fits if fit.suggested}
    assert suggested == cheapest(second, fits, top)
    assert [(f.unit, f.practitioner) for f in fits] == sorted(
        (f.unit, f.practitioner) for f in fits
    )
    return len(fits)


def teams(start: int, count: int) -> Iterator[tuple[Scenario, Problem, Second]]:
    """Give random teams in which nobody holds what they may not hold."""
    for seed in range(start, start + count):
        team = random_scenario(seed)
        problem = prepare(team, POLICY).problem
        second = Second(team, held_now(problem))
        if not second.forbidden:
            yield team, problem, second


@pytest.mark.parametrize("start", range(0, 240, 60))
def test_who_could_take_agrees_with_the_second_source(start: int) -> None:
    """On random teams one family: rules, amounts, values by stage, and who is suggested."""
    compared = sum(
        checked(second, who_could_take(team, POLICY, unit.children[0], top=1).fits, 1)
        for number, (team, problem, second) in enumerate(teams(start, 60))
        for unit in problem.units[number % max(1, len(problem.units)) :][:1]
    )
    assert compared > 50


@pytest.mark.parametrize("start", range(0, 240, 60))
def test_whom_could_take_agrees_with_the_second_source(start: int) -> None:
    """On random teams somebody present, with every family that awaits."""
    compared = sum(
        checked(second, whom_could_take(team, POLICY, carrier.id, top=2).fits, 2)
        for team, problem, second in teams(start, 60)
        for carrier in [c for c in problem.carriers if c.present][:1]
    )
    assert compared > 30


@pytest.mark.parametrize("seed", range(12))
def test_in_a_plan_every_placement_that_fits_is_verified(seed: int) -> None:
    """Beside a plan in hand, whatever fits is a plan that the verifier confirms outright."""
    team = random_scenario(seed)
    plan = solved(team)
    if not plan.found or plan.conflict is not None:
        return
    base = in_hand(team, POLICY, plan)
    assert verify_choices(base.problem, base.choices, base.ledger) == ()
    for unit in base.problem.units:
        for fit in who_could_take(team, POLICY, unit.children[0], plan=plan).fits:
            tried = placed(base, unit, fit.practitioner)
            found = verify_choices(tried.problem, tried.choices, tried.ledger)
            assert (found == ()) is fit.fits


def two(**facts: object) -> Scenario:
    """Make P and Q with 30 h each, and A awaiting; A taken on is 23 half-hours."""
    people = (
        practitioner("P", limit_hours="30", label="Pat"),
        practitioner("Q", limit_hours="11"),
    )
    return scenario([child("A")], people, **facts)


def fit_of(answer: WhoCouldTake, name: str) -> Fit:
    """Give the line of one practitioner."""
    return next(fit for fit in answer.fits if fit.practitioner == name)


def test_room_left_and_amount_over() -> None:
    """A takes 11.5 h: P has 18.5 h left of 30, and Q is half an hour over 11."""
    answer = who_could_take(two(), POLICY, "A")
    p, q = fit_of(answer, "P"), fit_of(answer, "Q")
    assert (p.fits, p.left_half_hours, p.label) == (True, 37, "Pat")
    assert (q.fits, q.left_half_hours) == (False, -1)
    assert q.against == ("Q would be 0.5 h over the limit of 11 h a cycle.",)
    assert [line.passed for line in q.limits if line.limit == "hours"] == [1]
    assert answer.suggested == ("P",)
    assert answer.holder == ""


def test_one_more_family_and_the_next_no_longer_fits() -> None:
    """Of 30 h two families take 23: with a third waiting, either of the others loses its room."""
    team = scenario(
        [child("A"), child("B"), child("C", holder="P")], [practitioner("P", limit_hours="20.5")]
    )
    (fit,) = who_could_take(team, POLICY, "A").fits
    assert fit.fits
    assert fit.no_longer_fit == ("B",)
    answer = whom_could_take(team, POLICY, "P", top=1)
    assert [one.unit for one in answer.fits if one.fits] == ["A", "B"]
    assert answer.suggested == ("A",)
    assert answer.left_half_hours == 41 - 17


def test_facts_of_fit() -> None:
    """Skill, grade of a first year, language, the way, and who knew the family before."""
    team = scenario(
        [
            infant("A", family="F", skills=("court",), language="Dinka", zone="hills"),
            child("B", family="F", holder="Q"),
            child("C", family="F", holder="P"),
        ],
        [
            practitioner("P", first_year=True, zone="town"),
            practitioner("Q", skills=("court", "dinka"), zone="hills"),
        ],
        travel=[travel("town", "hills", 35)],
    )
    answer = who_could_take(team, POLICY, "A")
    p, q = fit_of(answer, "P"), fit_of(answer, "Q")
    assert (p.missing_skills, p.missing_grade, q.missing_skills) == (("court",), True, ())
    assert [one.spoken for one in (*p.languages, *q.languages)] == [False, True]
    assert (p.one_way_minutes, q.one_way_minutes) == (35, 15)
    assert p.known == q.known == (Known.SIBLING,)
    # The infant's grade and skill give way with P, and no limit does with Q.
    assert (p.fits, p.within_limits, q.within_limits) == (True, False, True)
    assert p.gives_way == ("P holds F/A without 2 skills or grades that its children need.",)


def test_who_held_it_before() -> None:
    """P holds A now; M cannot, and their name is on B; barred, P has held C."""
    team = scenario(
        [child("A", holder="P"), child("B", holder="M"), child("C", holder="P")],
        [practitioner("P"), practitioner("M", grade="CPP5.2")],
        decisions=[decision("bar", "C", "P")],
    )
    known = {name: who_could_take(team, POLICY, name).fits[0].known for name in "ABC"}
    assert known == {"A": (Known.HOLDS,), "B": (), "C": (Known.FORMER,)}


def test_those_away_the_whole_cycle_are_named_apart() -> None:
    """Q is away for four weeks: not asked, and said so."""
    answer = who_could_take(two(leave=[leave("Q", 0, 27)]), POLICY, "A")
    assert ([fit.practitioner for fit in answer.fits], answer.away) == (["P"], ("Q",))


def test_a_new_family_is_asked_as_one_more_that_waits() -> None:
    """The same child, in the team or coming new, has the same answer."""
    team = two()
    known = who_could_take(team, POLICY, "A")
    new = new_family(
        team.model_copy(update={"children": ()}), POLICY, NewFamily(children=team.children)
    )
    assert new.new
    assert new.fits == known.fits


def test_a_new_family_beside_a_plan_in_hand() -> None:
    """In the plan P has taken A on: 7 h are left, and B, which takes 11.5 h, is 4.5 h over."""
    team = scenario([child("A")], [practitioner("P", limit_hours="18.5")])
    plan = solved(team)
    facts = NewFamily(children=(child("B"),))
    today = new_family(team, POLICY, facts)
    planned = new_family(team, POLICY, facts, plan=plan)
    assert (today.fits[0].fits, today.fits[0].no_longer_fit) == (True, ("A",))
    assert planned.fits[0].against == ("P would be 4.5 h over the limit of 18.5 h a cycle.",)
    assert planned.arrangement == "the plan in hand (best possible plan)"


def test_a_new_brother_joins_his_family() -> None:
    """A is with P: the unborn brother of yesterday is P's family's, and the question is P or Q."""
    team = scenario([child("A", family="F", holder="P")], [practitioner("P"), practitioner("Q")])
    answer = new_family(team, POLICY, NewFamily(children=(child("B", family="F"),)))
    assert (answer.children, answer.holder) == (("A", "B"), "P")
    assert fit_of(answer, "P").known == (Known.HOLDS,)


def test_a_new_conflict_of_interest_stands_between() -> None:
    """P knows the family: the rule is named."""
    facts = NewFamily(
        children=(child("B"),),
        decisions=(decision("conflict", "B", "P"),),
        tasks=(task("B", "first_visit"),),
    )
    answer = new_family(two(), POLICY, facts)
    assert [found.rule for found in fit_of(answer, "P").broken] == ["conflict"]
    assert answer.suggested == ()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (NewFamily(children=(child("A"),)), "A: a child of this id is in the team already"),
        (NewFamily(children=(child("B"), child("C"))), "more than one family"),
        (
            NewFamily(children=(child("B"),), decisions=(decision("conflict", "B", "Z"),)),
            "Z: not in the team; P, Q are",
        ),
        (
            NewFamily(children=(child("B", status="contracted"),)),
            "B is contracted: nobody here is asked",
        ),
        (
            NewFamily(
                children=(child("B", family="N"), child("C", family="N", team="south")),
            ),
            "have no one practitioner together",
        ),
    ],
)
def test_a_new_family_that_cannot_be_asked_is_refused(facts: NewFamily, words: str) -> None:
    """What stands before the question is said, with what is there."""
    with pytest.raises(UsageFault, match=words):
        new_family(two(), POLICY, facts)


def test_ids_that_are_not_there_are_refused_with_those_that_are() -> None:
    """An unknown child, practitioner, somebody who holds no cases, and somebody away."""
    team = two(leave=[leave("Q", 0, 27)])
    with pytest.raises(UsageFault, match="no child X in the team; there are A"):
        who_could_take(team, POLICY, "X")
    with pytest.raises(UsageFault, match="X holds no cases in this team; those who do: P, Q"):
        whom_could_take(team, POLICY, "X")
    with pytest.raises(UsageFault, match="Q has no working day in the cycle"):
        whom_could_take(team, POLICY, "Q")


def test_a_plan_of_another_team_is_refused() -> None:
    """The plan in hand belongs to this very team."""
    plan = solved(scenario([child("B")], [practitioner("P")]))
    with pytest.raises(UsageFault, match="another scenario"):
        who_could_take(two(), POLICY, "A", plan=plan)


def test_an_altered_plan_is_refused_and_one_as_it_stands_is_not() -> None:
    """A plan that gives Q what Q has no hours for; the team as it stands, scored, may be asked."""
    team = two()
    plan = solved(team)
    choices = plan.choices.model_copy(update={"holders": {"A": "Q"}})
    with pytest.raises(UsageFault, match=r"Q would be 0\.5 h over"):
        who_could_take(team, POLICY, "A", plan=plan.model_copy(update={"choices": choices}))
    today = evaluate(team, POLICY)
    assert (
        who_could_take(team, POLICY, "A", plan=today).fits == who_could_take(team, POLICY, "A").fits
    )
    with pytest.raises(UsageFault, match=r"Stage|choices"):
        who_could_take(team, POLICY, "A", plan=today.model_copy(update={"choices": choices}))
