"""What holds for every child: a "yes" never lowers priority, and gaps lie between no and yes."""

from hypothesis import given
from hypothesis import strategies as st

from planner.data.policy import Policy
from planner.data.scenario import Child, Reply
from planner.data.score import Score
from planner.data.vocabulary import Answer, Tier
from planner.principles import prioritise
from tests.make import child, scenario
from tests.principles.scored import ALL_COLUMNS, POLICY, priority

ITEMS = [factor.id for factor in POLICY.factors if not factor.derived]
LEVELS = ("none", "at risk", "elevated risk", "serious risk", "serious risk, immediate", "unknown")

children = st.builds(
    lambda **facts: child("c", **facts),
    age=st.sampled_from([0, 1, 3, 8, 15, None]),
    living=st.sampled_from(["parents", "kinship care", "other", "unknown"]),
    infant_response=st.sampled_from(["not recorded", "response", "intensive"]),
    youth_schedule=st.sampled_from(["yes", "no"]),
    consequence=st.sampled_from(["severe", "significant", "concerning", None]),
    probability=st.sampled_from(["very likely", "likely", "unlikely", None]),
    maram=st.sampled_from(LEVELS),
    disability=st.sampled_from(["yes", "no", "unknown"]),
    case_plan=st.sampled_from(["none", "draft", "endorsed", "unknown"]),
    aboriginal=st.sampled_from(["yes", "no", "unknown"]),
)
answers = st.dictionaries(st.sampled_from(ITEMS), st.sampled_from(list(Answer)))
supplied = st.sets(st.sampled_from(ITEMS)).map(
    lambda items: ALL_COLUMNS | {f"factors.{item}" for item in items}
)
facts = st.lists(st.sampled_from(["one", "two", "three"]), min_size=len(ITEMS), max_size=len(ITEMS))
amounts = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=len(ITEMS), max_size=len(ITEMS)
)


def scored(
    one: Child, given_answers: dict[str, Answer], held: frozenset[str], policy: Policy = POLICY
) -> Score:
    """Score a child with these answers."""
    rows = tuple(
        Reply(child="c", item=item, answer=answer) for item, answer in given_answers.items()
    )
    team = scenario([one], factors=rows, supplied=held)
    return prioritise(team, policy).scores["c"]


def shaken(shared: list[str], points: list[tuple[int, int]]) -> Policy:
    """Give a policy whose factors share facts and points at random, within its own rules."""
    changes = {
        item: {"fact": fact, "points": max(pair), "unknown_points": min(pair)}
        for item, fact, pair in zip(ITEMS, shared, points, strict=True)
        if not item.startswith(("principle", "obligation"))
    }
    factors = tuple(f.model_copy(update=changes.get(f.id, {})) for f in POLICY.factors)
    return POLICY.model_copy(update={"factors": factors})


def in_order(one: Child, rest: dict[str, Answer], item: str, held: frozenset[str], policy: Policy):
    """Give the priority of one child for the answers no, unknown and yes to one factor."""
    return [
        priority(scored(one, {**rest, item: answer}, held, policy))
        for answer in (Answer.NO, Answer.UNKNOWN, Answer.YES)
    ]


@given(children, answers, st.sampled_from(ITEMS), supplied)
def test_a_yes_never_lowers_priority(
    one: Child, rest: dict[str, Answer], item: str, held: frozenset[str]
) -> None:
    """For any child and any other answers: no <= unknown <= yes."""
    no, unknown, yes = in_order(one, rest, item, held, POLICY)
    assert no >= unknown >= yes


@given(children, answers, st.sampled_from(ITEMS), supplied, facts, amounts)
def test_a_yes_never_lowers_priority_under_any_policy(
    one: Child,
    rest: dict[str, Answer],
    item: str,
    held: frozenset[str],
    shared: list[str],
    points: list[tuple[int, int]],
) -> None:
    """The same with facts shared at random, gaps larger than a known yes, and caps that bind."""
    no, unknown, yes = in_order(one, rest, item, held, shaken(shared, points))
    assert no >= unknown >= yes


@given(children, answers, supplied)
def test_lines_add_up_within_the_scale(
    one: Child, rest: dict[str, Answer], held: frozenset[str]
) -> None:
    """Points are the base and the lines, gaps add at most ten, and each fact counts once."""
    found = scored(one, rest, held)
    base = {Tier.MANDATORY: 0, Tier.HIGH: 101, Tier.NEXT: 101, Tier.REMAINING: 1}[found.tier]
    assert found.points == base + sum(line.points for line in found.lines) <= base + 49
    assert sum(line.points for line in found.lines if line.answer is Answer.UNKNOWN) <= 10
    fact = {factor.id: factor.fact for factor in POLICY.factors}
    certain = [
        fact[line.factor] for line in found.lines if line.points and line.answer is Answer.YES
    ]
    assert len(certain) == len(set(certain))


@given(children, answers, supplied, st.sampled_from(["yes", "no", "unknown"]))
def test_aboriginal_status_never_moves_priority(
    one: Child, rest: dict[str, Answer], held: frozenset[str], status: str
) -> None:
    """Whatever else is recorded, obligations come and go and the priority stays."""
    other = one.model_copy(update={"aboriginal": Answer(status)})
    first, second = scored(one, rest, held), scored(other, rest, held)
    assert priority(first) == priority(second)
    assert first.lines == second.lines


@given(children, answers, supplied)
def test_everyone_has_a_reason_and_a_band_only_where_high(
    one: Child, rest: dict[str, Answer], held: frozenset[str]
) -> None:
    """Each child can be told why, and a band belongs to the high-risk tier alone."""
    found = scored(one, rest, held)
    assert found.reasons
    assert (found.band is not None) is (found.tier is Tier.HIGH)
    assert (found.tier is Tier.NEXT) <= bool(found.groups)
    assert found.watched is (found.tier in (Tier.MANDATORY, Tier.HIGH) or found.infant)
