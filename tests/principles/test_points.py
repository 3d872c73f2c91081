"""Points inside a tier: one fact once, gaps capped, everything capped."""

from planner.data.policy import PointScale
from planner.data.vocabulary import Answer
from planner.principles import prioritise
from planner.principles.factors import Asked
from planner.principles.points import Draft, capped
from tests.make import child, day, infant, replies, scenario
from tests.principles.scored import ALL_COLUMNS, ALL_FACTORS, POLICY, added, lines, score

HIGH = {"consequence": "significant", "probability": "likely"}


def scaled(**caps: int) -> object:
    """Give the policy with other caps."""
    return POLICY.model_copy(update={"points": PointScale(**caps)})


def test_bases_of_the_tiers() -> None:
    """Without factors: high risk and next priority 101, remaining 1, mandatory nothing."""
    assert score(child("c", **HIGH)).points == 101
    assert score(child("c"), {"principle__breakdown": "yes"}).points == 101
    assert score(child("c")).points == 1
    assert score(infant("c")).points == 0


def test_a_yes_adds_its_points_with_evidence_and_date() -> None:
    """The line carries factor, paragraph, answer, evidence and date from the file."""
    row = replies("c", child__escalating="yes")[0]
    dated = row.model_copy(update={"dated": day(-3), "evidence": "three calls in a week"})
    found = prioritise(scenario([child("c")], factors=(dated,)), POLICY).scores["c"]
    (line,) = found.lines
    assert found.points == 9
    assert (line.factor, line.paragraph, line.answer) == (
        "child.escalating",
        "2254-C4",
        Answer.YES,
    )
    assert (line.evidence, line.dated, line.note) == ("three calls in a week", day(-3), "")


def test_no_and_not_applicable_have_no_line() -> None:
    """Only what adds, or might, is listed."""
    answers = {"child__escalating": "no", "child__critical": "not applicable"}
    assert score(child("c"), answers, supplied=ALL_FACTORS & {"factors.child.critical"}).lines == ()


def test_changed_judgements_count_once() -> None:
    """2254 names the fact under the child and under the parents: 7 points, not 14."""
    both = score(
        child("c"), {"child__changed_judgements": "yes", "home__changed_judgements": "yes"}
    )
    assert added(both) == {"child.changed_judgements": 7}
    second = lines(both)["home.changed_judgements"]
    assert second.note == "The same fact is counted under: Judgements of harm have changed"


def test_family_violence_counts_once_the_largest() -> None:
    """Elevated (5), risk factors (5) and serious factors (8) are one fact: 8."""
    found = score(
        child("c", maram="elevated risk"),
        {"maram__risk_factors": "yes", "maram__serious_factors": "yes"},
    )
    assert added(found) == {"maram.serious_factors": 8}


def test_two_facts_add_up() -> None:
    """Isolation (4) and services (4) are two facts: 1 + 8."""
    assert score(child("c"), {"family__isolated": "yes", "family__services": "yes"}).points == 9


def test_a_gap_beside_a_yes_of_the_same_fact_adds_nothing() -> None:
    """What is known of the fact is more than what its gap could add."""
    found = score(
        child("c"),
        {"child__changed_judgements": "yes"},
        supplied=frozenset({"factors.home.changed_judgements"}),
    )
    assert found.points == 8
    assert lines(found)["home.changed_judgements"].points == 0


def test_a_gap_larger_than_the_yes_adds_the_difference() -> None:
    """Isolation known (1 here), services of the same fact unknown (3): 1 certain, 2 in doubt."""
    changes = {
        "family.isolated": {"fact": "far", "points": 1, "unknown_points": 0},
        "family.services": {"fact": "far", "points": 4, "unknown_points": 3},
    }
    factors = tuple(f.model_copy(update=changes.get(f.id, {})) for f in POLICY.factors)
    policy = POLICY.model_copy(update={"factors": factors})
    supplied = frozenset({"factors.family.services"})
    found = score(child("c"), {"family__isolated": "yes"}, policy, supplied=supplied)
    assert added(found) == {"family.isolated": 1, "family.services": 2}
    assert {line.note for line in found.lines} == {""}


def test_unknown_answers_are_capped_together() -> None:
    """With everything supplied and nothing answered, the gaps add 10 and no more."""
    found = score(child("c"), supplied=ALL_FACTORS)
    assert found.points == 11
    assert sum(line.points for line in found.lines) == 10
    # In the order of the policy: escalation 3, changed judgements 3, cannot report 2, and of
    # risk-taking (3) what is left to ten.
    assert added(found) == {
        "child.escalating": 3,
        "child.changed_judgements": 3,
        "child.cannot_report": 2,
        "child.risk_taking": 2,
    }
    assert lines(found)["child.risk_taking"].note == "Counted up to the cap on what is not known"


def test_an_item_never_supplied_adds_nothing() -> None:
    """Silence of the whole team is a banner, not points."""
    assert score(child("c")).points == 1
    assert score(child("c"), {"child__escalating": "unknown"}).points == 1


def test_the_cap_on_all_factors() -> None:
    """One under, exactly at, and one over a cap that the answers reach with 16 points."""
    answers = {"child__escalating": "yes", "child__risk_taking": "yes"}
    for cap, points in ((17, 17), (16, 17), (15, 16)):
        found = score(child("c"), answers, scaled(factor_cap=cap))
        assert found.points == points
    assert lines(found)["child.risk_taking"].note == "Counted up to the cap on all factors"


def test_a_yes_goes_before_gaps_under_the_cap() -> None:
    """Where the cap binds, what is known fills it first."""
    found = score(
        child("c"),
        {"child__risk_taking": "yes"},
        scaled(factor_cap=9),
        supplied=frozenset({"factors.child.escalating"}),
    )
    assert added(found) == {"child.escalating": 1, "child.risk_taking": 8}


def test_every_factor_at_once_stays_within_the_stage() -> None:
    """All answers "yes": 150 for a high-risk child, 150 for the next, never more."""
    everything = {f.id.replace(".", "__"): "yes" for f in POLICY.factors if not f.derived}
    found = score(child("c", age=3, **HIGH), everything)
    assert found.points == 150
    assert score(child("c", age=3), everything).points == 150


def test_a_mandatory_child_has_lines_and_no_points() -> None:
    """What is recorded is shown; the child never awaits, so nothing is ordered by it."""
    found = score(infant("c"), {"child__escalating": "yes"}, supplied=ALL_COLUMNS)
    assert found.points == 0
    assert {line.points for line in found.lines} == {0}
    assert lines(found)["child.escalating"].note == "No points: allocation is mandatory"


def test_aboriginal_status_adds_nothing() -> None:
    """Two children alike but for Aboriginal status have the same tier and points."""
    for living in ("parents", "kinship care"):
        one = child("c", living=living, aboriginal="yes")
        other = child("c", living=living, aboriginal="no")
        answers = {"obligation__acsass": "no", "obligation__cultural_plan": "yes"}
        supplied = ALL_COLUMNS | ALL_FACTORS
        first = score(one, answers, supplied=supplied)
        second = score(other, answers, supplied=supplied)
        assert (first.tier, first.points, first.lines) == (second.tier, second.points, second.lines)


def test_lines_in_the_order_of_the_policy() -> None:
    """A reader finds factors in the same place for every child."""
    found = score(
        child("c", maram="serious risk"), {"family__isolated": "yes", "child__critical": "yes"}
    )
    places = [factor.id for factor in POLICY.factors]
    order = [places.index(line.factor) for line in found.lines]
    assert order == sorted(order)


def test_capped_leaves_short_lists_alone() -> None:
    """One under and exactly at the cap nothing is cut; one over, the last line gives."""
    factor = POLICY.factors[-1]
    asked = Asked(factor, Answer.YES, "", None, supplied=True, applies=True)
    drafts = [Draft(asked, 4), Draft(asked, 5)]
    assert capped(drafts, 10, "cut") == drafts
    assert capped(drafts, 9, "cut") == drafts
    assert capped(drafts, 8, "cut") == [Draft(asked, 4), Draft(asked, 4, "cut")]
    assert capped(drafts, 0, "cut") == [Draft(asked, 0, "cut"), Draft(asked, 0, "cut")]
