"""Reading a policy: the one that ships, and every way another can be refused."""

import hashlib
from decimal import Decimal
from importlib.resources import files

import pytest

from planner.data.policy import Policy, Source
from planner.data.vocabulary import Band, Contact, Group
from planner.data.wording import Derivation
from planner.errors import PolicyError
from planner.policy import default_policy, parse_policy

TEXT = files("planner.policy").joinpath("default.toml").read_text("utf-8")
POLICY = default_policy()
HIGH_RISK = ["2a", "2b", "2c", "2d", "2e"]
BEYOND_POLICY = ["4a", "4b", "5a", "5b", "5c"]


def faults(old: str, new: str) -> tuple[str, ...]:
    """Give the faults of the shipped policy with one passage replaced."""
    assert old in TEXT
    with pytest.raises(PolicyError) as refused:
        parse_policy(TEXT.replace(old, new))
    return refused.value.faults


def test_the_digest_is_of_the_text() -> None:
    """Anyone can check a plan's policy with a standard tool."""
    assert POLICY.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert parse_policy(TEXT + "\n# a remark\n").digest != POLICY.digest


def test_the_default_is_read_once() -> None:
    """The shipped policy is one record, shared."""
    assert default_policy() is POLICY


def test_hours_are_exact() -> None:
    """Decimal numbers of the file are never binary fractions."""
    assert POLICY.hours.days_per_month == Decimal("30.44")
    assert POLICY.hours.casework_monthly["family_preservation"] == Decimal("3.5")


def test_the_numbers_of_the_model_page() -> None:
    """The shipped values are those that ``docs/model.md`` states."""
    hours, standards, limits = POLICY.hours, POLICY.standards, POLICY.limits
    assert dict(hours.casework_monthly) == {
        "intensive": 9,
        "infant": 5,
        "youth": 9,
        "investigation_urgent": 9,
        "investigation": 7,
        "intervention_agreement": Decimal("4.5"),
        "intervention_court": 9,
        "family_preservation": Decimal("3.5"),
        "family_reunification": 6,
        "care_by_secretary": 3,
        "long_term_care": 2,
        "undertaking": 2,
        "closure": 2,
    }
    assert set(hours.casework_labels) == set(hours.casework_monthly)
    assert (hours.handover_taker, hours.handover_giver) == (3, 2)
    assert (hours.travel_same_zone_minutes, hours.travel_other_zone_minutes) == (15, 40)
    assert dict(standards.trips) == {Contact.WEEKLY: 4, Contact.FORTNIGHTLY: 2, Contact.MONTHLY: 1}
    assert (standards.agreement_days, standards.cover_days, standards.intensive_away_days) == (
        92,
        42,
        7,
    )
    assert (limits.children_per_fte, limits.intensive_per_fte, limits.hours_over_first) == (
        18,
        2,
        10,
    )


def test_the_kinds_of_task() -> None:
    """Hearings and first visits are never missed; everything else may be."""
    never = {task.id for task in POLICY.tasks if not task.optional}
    assert never == {"hearing", "contested_hearing", "first_visit", "first_visit_urgent"}
    assert [task.id for task in POLICY.tasks if task.urgent] == ["first_visit_urgent"]
    assert [task.id for task in POLICY.tasks if task.hearing] == ["hearing", "contested_hearing"]


def test_the_stages_in_order() -> None:
    """The ledger has these steps, and policy ends with stage 3."""
    steps = [stage.id for stage in POLICY.stages]
    assert steps == ["1", *HIGH_RISK, "3a", "3b", "3c", *BEYOND_POLICY]
    assert [stage.id for stage in POLICY.stages if stage.only_with_deallocations] == ["2d", "2e"]
    assert [stage.id for stage in POLICY.stages if not stage.policy] == BEYOND_POLICY


def test_every_derivation_is_used() -> None:
    """Each fact that a child's row can answer is asked by one factor."""
    assert {factor.derived for factor in POLICY.factors if factor.derived} == set(Derivation)


def test_every_group_has_a_direct_factor() -> None:
    """A manager can put a child in each of the three groups by one answer."""
    direct = {factor.group for factor in POLICY.factors if not factor.derived and factor.group}
    assert direct == set(Group)


def test_aboriginal_status_has_no_points() -> None:
    """Nothing that names Aboriginal children carries a point; the paragraph says so."""
    naming = [
        f for f in POLICY.factors if "boriginal" in f.title + POLICY.paragraph(f.paragraph).text
    ]
    assert naming
    assert all(factor.points == factor.unknown_points == 0 for factor in naming)
    assert "zero points" in POLICY.paragraph("2254-C3").text


def test_paragraphs_are_in_our_own_words() -> None:
    """Local settings are marked as such, and no paragraph is a page long."""
    assert {paragraph.source for paragraph in POLICY.paragraphs} == set(Source)
    assert all(0 < len(paragraph.text) < 400 for paragraph in POLICY.paragraphs)


def test_not_toml() -> None:
    """A file that is no TOML is refused in words."""
    with pytest.raises(PolicyError, match="not a TOML file"):
        parse_policy("name = ")


def test_all_faults_of_the_records_at_once() -> None:
    """Two wrong numbers and a misspelt name give three sentences."""
    text = TEXT.replace("factor_cap = 49", "factor_cap = 'many'").replace(
        "contracted_monthly = 2.5", "contracted_monthly = 'some'\ncontracted_mnthly = 1"
    )
    with pytest.raises(PolicyError) as refused:
        parse_policy(text)
    assert len(refused.value.faults) == 3
    assert "points.factor_cap" in refused.value.faults[0]


def test_a_missing_section() -> None:
    """Leaving out a table names it."""
    assert faults("[standards]", "[standard]")[0].startswith("standards")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "2254-A2"', 'id = "2254-A1"', "The paragraph '2254-A1' is there 2 times."),
        ('id = "objective"', 'id = "interstate"', "The indicator 'interstate' is there 2 times."),
        ('id = "2a"', 'id = "2b"', "The stage '2b' is there 2 times."),
        (
            'paragraph = "2254-C4"',
            'paragraph = "2254-X"',
            "The factor 'child.escalating' cites paragraph '2254-X', which is not there.",
        ),
        (
            'paragraph = "2254-I7"',
            'paragraph = "2254-X"',
            "The indicator 'care_team' cites paragraph '2254-X', which is not there.",
        ),
        (
            'paragraph = "HOURS-TASK"',
            'paragraph = "2254-X"',
            "The task 'other' cites paragraph '2254-X', which is not there.",
        ),
        (
            'fact = "court"\npoints = 3',
            'fact = "court"\npoints = 3\nunknown_points = 4',
            "The factor 'service.court' gives more points for unknown than for yes.",
        ),
        (
            "no_points = 12",
            "no_points = 8",
            "The indicator 'professionals' gives more impact for unknown than for no.",
        ),
        (
            '"maram.risk_factors", "maram.serious_factors"]',
            '"maram.risk_factors", "maram.serious"]',
            "The factor 'principle.young_at_home' reads 'maram.serious', "
            "which is no answered factor.",
        ),
        (
            'fact = "active_management"\npoints = 0',
            'fact = "active_management"\npoints = 1',
            "The factor 'principle.active_management' puts a child in a group, "
            "so it may carry no points.",
        ),
        (
            'item = "obligation.acsass"',
            'item = "child.critical"',
            "The obligation 'acsass' is dated by 'child.critical': no factor without points.",
        ),
        (
            '[[sentences]]\nid = "note.group"\ntext = "Names a next-priority group; '
            'adds no points"\nparagraph = "NEXT"\n',
            "",
            "The sentence 'note.group' is missing.",
        ),
        (
            'derived = "pre-school"',
            'derived = "infant"',
            "The derivation 'infant' answers more than one factor.",
        ),
        (
            "weekly = 4\n",
            "",
            "The standard number of trips for 'weekly' contact is missing.",
        ),
        (
            "unknown_cap = 10",
            "unknown_cap = 50",
            "The cap on unknown answers is above the cap on all factors.",
        ),
        (
            "next_base = 101",
            "next_base = 49",
            "points.next_base must be above points.factor_cap, so that two outweigh one.",
        ),
    ],
)
def test_one_contradiction(old: str, new: str, fault: str) -> None:
    """Each contradiction alone gives its own sentence and no other."""
    assert faults(old, new) == (fault,)


def test_limits_of_contradictions_are_kept() -> None:
    """Equal numbers are no contradiction: unknown as yes, caps alike, base one above the cap."""
    text = (
        TEXT.replace('fact = "court"\npoints = 3', 'fact = "court"\npoints = 3\nunknown_points = 3')
        .replace("no_points = 12", "no_points = 9")
        .replace("unknown_cap = 10", "unknown_cap = 49")
        .replace("next_base = 101", "next_base = 50")
    )
    assert isinstance(parse_policy(text), Policy)


def test_contradictions_come_together() -> None:
    """A manager reads every contradiction of a file in one go."""
    text = TEXT.replace('id = "2a"', 'id = "2b"').replace(
        'paragraph = "2254-C4"', 'paragraph = "?"'
    )
    with pytest.raises(PolicyError) as refused:
        parse_policy(text)
    assert len(refused.value.faults) == 2
    assert "The stage '2b'" in str(refused.value)


def test_the_judgement_table() -> None:
    """The four cells of the matrix that are high risk, and no other."""
    table = {(row.consequence.value, row.probability.value): row.band for row in POLICY.judgements}
    assert table == {
        ("severe", "very likely"): Band.A,
        ("severe", "likely"): Band.B,
        ("significant", "very likely"): Band.B,
        ("significant", "likely"): Band.C,
    }
