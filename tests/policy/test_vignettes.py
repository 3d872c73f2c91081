"""Reading vignettes: those that ship, what a blank means, and one report of all faults."""

from importlib.resources import files

import pytest

from planner.data.policy import Source
from planner.data.vignette import Expected, Relation
from planner.data.vocabulary import Contact
from planner.errors import DataFaults
from planner.policy import default_policy, parse_policy, parse_vignettes, shipped_vignettes

TEXT = files("planner.policy").joinpath("vignettes.toml").read_text("utf-8")
POLICY_TEXT = files("planner.policy").joinpath("default.toml").read_text("utf-8")
POLICY = default_policy()
BOOK = shipped_vignettes()

SMALL = """
as_at = 2026-03-02
visits = { weekly = 4, fortnightly = 2, monthly = 1 }
usual = { phase = "protection order", consequence = "severe", probability = "likely" }

[[vignettes]]
id = "small"
title = "Two children"
says = "One is asked about."
source = "A sentence of the advice."
paragraphs = ["2254-P1"]
order = [{ child = "a", stands = "above", other = "b" }]
[[vignettes.children]]
child = "a"
factors."child.escalating" = "yes"
tasks = [{ task = "hearing", due = 2026-03-10 }]
decisions = [{ kind = "raise", reason = "known to the school" }]
expect.tier = "high risk"
[[vignettes.children]]
child = "b"
facts.probability = ""
indicators.stable_care = "no"
"""


def faults(text: str) -> list[str]:
    """Give every fault of a file of vignettes, a line each."""
    with pytest.raises(DataFaults) as refused:
        parse_vignettes(text, "mine.toml", (POLICY,))
    return [fault.sentence() for fault in refused.value.faults]


def faults_of(old: str, new: str) -> list[str]:
    """Give the faults of the small file with one passage replaced."""
    assert old in SMALL
    return faults(SMALL.replace(old, new))


def test_enough_ship_and_each_cites_its_source() -> None:
    """Fifty or so cases, every one with paragraphs and the sentence it is derived from."""
    assert len(BOOK.vignettes) >= 36
    for one in BOOK.vignettes:
        sources = {POLICY.paragraph(paragraph).source for paragraph in one.paragraphs}
        assert sources <= set(Source)
        assert one.source.endswith(".")
        assert one.says.endswith(".")


def test_the_cases_that_were_promised_are_there() -> None:
    """Those that the issue names, by id."""
    assert {one.id for one in BOOK.vignettes} >= {
        "stable-against-reunification",
        "infant-judged-unlikely",
        "no-case-plan-in-investigation",
        "awaiting-minimum",
        "ten-factors-and-a-band",
    }


def test_every_kind_of_expectation_is_used() -> None:
    """Nothing can be expected that no vignette that ships expects."""
    used = {
        name
        for one in BOOK.vignettes
        for expected in one.expected.values()
        for name in expected.model_dump(exclude_none=True)
    }
    assert used == set(Expected.model_fields)
    assert {row.stands for one in BOOK.vignettes for row in one.order} == set(Relation)


def test_ten_factors_are_ten() -> None:
    """The child of the two cases has ten lesser factors in its favour, so they prove something."""
    for vignette_id in ("ten-factors-and-a-band", "ten-factors-and-a-tier"):
        (one,) = (row for row in BOOK.vignettes if row.id == vignette_id)
        (child,) = (row for row in one.scenario.children if row.child == "ten factors")
        own = [row for row in one.scenario.factors if row.child == "ten factors"]
        recorded = (child.disability == "yes") + (child.maram == "elevated risk")
        assert len(own) + recorded == 10


def test_a_vignette_becomes_a_scenario() -> None:
    """Facts over the usual ones, a blank for what is not recorded, replies, tasks, decisions."""
    book = parse_vignettes(SMALL, "mine.toml", (POLICY,))
    (one,) = book.vignettes
    first, second = one.scenario.children
    assert (first.family, first.consequence, first.probability) == ("a", "severe", "likely")
    assert (second.consequence, second.probability) == ("severe", None)
    assert [(row.child, row.item) for row in one.scenario.factors] == [("a", "child.escalating")]
    assert [(row.child, row.task) for row in one.scenario.tasks] == [("a", "hearing")]
    assert [(row.child, row.kind) for row in one.scenario.decisions] == [("a", "raise")]
    assert one.scenario.supplied >= {
        "cases.disability",
        "factors.child.escalating",
        "indicators.stable_care",
    }
    assert set(one.expected) == {"a"}
    assert book.visits[Contact.FORTNIGHTLY] == 2


def test_what_is_answered_of_every_child() -> None:
    """Answers of the vignette are those of each child, unless its own row says otherwise."""
    both = 'id = "small"\nfactors."child.escalating" = "no"\nindicators.care_team = "yes"'
    (one,) = parse_vignettes(SMALL.replace('id = "small"', both), "mine.toml", (POLICY,)).vignettes
    assert [(row.child, row.answer) for row in one.scenario.factors] == [("a", "yes"), ("b", "no")]
    assert [(row.child, row.item, row.answer) for row in one.scenario.indicators] == [
        ("a", "care_team", "yes"),
        ("b", "care_team", "yes"),
        ("b", "stable_care", "no"),
    ]


def test_a_column_left_out_was_never_supplied() -> None:
    """What the vignette leaves out is no gap of any child."""
    text = SMALL.replace('id = "small"', 'id = "small"\nleft_out = ["disability"]')
    (one,) = parse_vignettes(text, "mine.toml", (POLICY,)).vignettes
    assert "cases.disability" not in one.scenario.supplied
    assert "cases.maram" in one.scenario.supplied


def test_a_policy_with_more_factors_may_have_vignettes_of_its_own() -> None:
    """What either policy knows can be cited."""
    more = parse_policy(POLICY_TEXT.replace('"child.escalating"', '"child.escalates"'))
    text = SMALL.replace('"child.escalating"', '"child.escalates"')
    assert parse_vignettes(text, "mine.toml", (POLICY, more)).vignettes
    assert len(faults(text)) == 1


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"2254-P1"]', '"2254-P9"]', "small, paragraphs: '2254-P9' is no paragraph of the policy"),
        (
            '"child.escalating"',
            '"child.escalates"',
            "small, a, factors: 'child.escalates' is no factor of the policy",
        ),
        (
            '"child.escalating"',
            '"maram.serious"',
            "small, a, factors: 'maram.serious' is answered from the child's own facts",
        ),
        ("stable_care", "stable", "small, b, indicators: 'stable' is no indicator of the policy"),
        (
            '"hearing"',
            '"hearings"',
            "small, a, tasks: 'hearings' is no kind of task of the policy",
        ),
        ('other = "b"', 'other = "c"', "small, order: 'c' is no child of this vignette"),
        ('other = "b"', 'other = "a"', "small, order: 'a' is compared with itself"),
        ('child = "b"\nf', 'child = "a"\nf', "small, children: 'a' is there 2 times"),
        (
            'id = "small"',
            'id = "small"\nleft_out = ["ages"]',
            "small, left_out: 'ages' is no column of cases",
        ),
        (
            'expect.tier = "high risk"',
            'expect.obligations = ["2254-P9"]',
            "small, a, obligations: '2254-P9' is no paragraph of the policy",
        ),
        (
            'expect.tier = "high risk"',
            'expect.never_missed = ["hearings"]',
            "small, a, never_missed: 'hearings' is no kind of task of the policy",
        ),
        ('title = "Two children"\n', "", "small, title: is missing"),
        ("as_at = 2026-03-02", "", "as_at: is missing"),
        ("monthly = 1", "monthly = 2", "visits: two words of contact mean the same"),
        ('expect.tier = "high risk"', "expect.teir = 1", "a, expect.teir: '1' is not a known name"),
        ("facts.probability", "facts.likelihood", "small, b, facts, likelihood: is not a known"),
        ("facts.probability", "facts", "small, b, facts: is not a section"),
        ('tasks = [{ task = "hearing", due = 2026-03-10 }]', "tasks = 3", "a, tasks: is not a l"),
        ("due = 2026-03-10", "on = 2026-03-10", "small, a, tasks 1, due: is missing"),
        (
            'usual = { phase = "protection order"',
            'usual = { phase = "over"',
            "usual, phase: 'over'",
        ),
    ],
)
def test_one_fault(old: str, new: str, fault: str) -> None:
    """Each fault is said with its place, its value and what is wrong."""
    assert any(fault in sentence for sentence in faults_of(old, new))
    assert all(sentence.startswith("mine.toml") for sentence in faults_of(old, new))


def test_one_report_of_all_faults() -> None:
    """Faults of every part of the file come together, also beside a child at fault."""
    text = (
        SMALL.replace('"2254-P1"]', '"2254-P9"]')
        .replace('facts.probability = ""', 'facts.probability = "perhaps"')
        .replace('"hearing"', '"hearings"')
        .replace('kind = "raise"', 'kind = "rise"')
        .replace('stable_care = "no"', 'stable_care = "partly"')
    )
    found = faults(text)
    parts = ("2254-P9", "'perhaps'", "'hearings'", "'rise'", "'partly'")
    assert len(found) == len(parts)
    assert all(any(part in sentence for sentence in found) for part in parts)


def test_the_same_id_twice_and_nothing_expected() -> None:
    """A repeated case is refused, and so is one that could never fail."""
    empty = SMALL.replace('expect.tier = "high risk"\n', "").replace(
        'order = [{ child = "a", stands = "above", other = "b" }]\n', ""
    )
    twice = SMALL + SMALL[SMALL.index("[[vignettes]]") :]
    assert faults(empty) == ["mine.toml, small: nothing is expected of it"]
    assert faults(twice) == ["mine.toml, id: 'small' is there 2 times"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("as_at = ", "mine.toml: cannot be read as TOML"),
        (SMALL[: SMALL.index("[[vignettes]]")], "mine.toml, vignettes: there is none"),
        (f"vignettes = 3\n{SMALL[: SMALL.index('[[vig')]}", "vignettes: is not a list of sections"),
        (SMALL.replace("usual = {", "usual = 3 #"), "mine.toml, usual: is not a section"),
        (SMALL[: SMALL.index("[[vignettes.children]]")], "small, children: there is none"),
    ],
)
def test_not_a_file_of_vignettes(text: str, fault: str) -> None:
    """What is no such file at all is refused in words too."""
    assert any(fault in sentence for sentence in faults(text))
