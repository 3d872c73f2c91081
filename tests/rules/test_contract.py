"""What every rule has: a paragraph, a test file, and a plan that breaks only that rule."""

from importlib import import_module
from pathlib import Path

import pytest

from planner.data.board import Rule
from planner.data.plan import Choices
from planner.data.problem import Problem
from planner.policy import default_policy
from planner.rules import RULES

HERE = Path(__file__).parent
ROOM = Path(import_module("planner.rules").__file__ or "").parent

# Files of the room that hold no rule of their own, each with its own test file.
SHARED = {"additive", "eligible", "moves", "pairwise", "pool", "settle"}

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def lone(rule: Rule) -> tuple[Problem, Choices]:
    """Give the plan of a rule's test file that breaks this rule alone."""
    found: tuple[Problem, Choices] = import_module(f"tests.rules.test_{rule.id}").lone()
    return found


def test_every_file_of_the_room_is_in_the_tuple_once() -> None:
    """A rule left out of ``RULES`` would bind nobody."""
    files = {path.stem for path in ROOM.glob("*.py")} - SHARED - {"__init__"}
    assert sorted(rule.id for rule in RULES) == sorted(files)


def test_every_file_of_the_room_has_a_test_file() -> None:
    """One test file for each rule and for each file that rules share."""
    assert [s.stem for s in ROOM.glob("[!_]*.py") if not (HERE / f"test_{s.name}").exists()] == []


def test_rules_never_waived_come_first() -> None:
    """The order in which a plan's findings are read: nine that never give way, then limits."""
    assert [rule.id for rule in RULES if not rule.waivable] == [rule.id for rule in RULES[:9]]
    assert {rule.id for rule in RULES[:9]} == {
        "single_holder",
        "mandatory",
        "presence",
        "away_too_long",
        "conflict",
        "bar",
        "reach",
        "pin",
        "asked",
    }


@each_rule
def test_its_paragraph_is_in_the_policy(rule: Rule) -> None:
    """No rule without a paragraph, and one that says something."""
    assert default_policy().paragraph(rule.paragraph).text


@each_rule
def test_it_has_a_title_and_a_unit(rule: Rule) -> None:
    """Both are shown beside amounts."""
    assert rule.title
    assert rule.unit


@each_rule
def test_its_lone_violation_is_found_by_it_alone(rule: Rule) -> None:
    """No other rule finds anything in that plan."""
    problem, plan = lone(rule)
    assert [other.id for other in RULES if other.check(problem, plan)] == [rule.id]


@each_rule
def test_its_findings_are_its_own_and_have_an_amount(rule: Rule) -> None:
    """A finding carries the id of its rule and says by how much."""
    problem, plan = lone(rule)
    for finding in rule.check(problem, plan):
        assert finding.rule == rule.id
        assert finding.amount > 0


@each_rule
def test_it_says_one_sentence_about_its_subjects(rule: Rule) -> None:
    """The sentence names everyone the finding names."""
    problem, plan = lone(rule)
    for finding in rule.check(problem, plan):
        sentence = rule.say(finding)
        assert sentence.endswith(".")
        assert finding.unit in sentence
        assert finding.practitioner in sentence
