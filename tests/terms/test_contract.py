"""What every term has: an id, a paragraph and a sentence; and every stage knows its terms."""

from importlib import import_module
from pathlib import Path

import pytest

from planner.data.board import Term
from planner.policy import default_policy
from planner.terms import BY_ID, STAGE_0, TERMS

HERE = Path(__file__).parent
ROOM = Path(import_module("planner.terms").__file__ or "").parent

each_term = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)


def test_ids_are_unique() -> None:
    """A stage names terms by id."""
    assert len({term.id for term in TERMS}) == len(TERMS)
    assert list(BY_ID.values()) == list(TERMS)


def test_every_file_of_the_room_has_a_test_file() -> None:
    """One test file for each file of terms."""
    assert [s.stem for s in ROOM.glob("[!_]*.py") if not (HERE / f"test_{s.name}").exists()] == []


def test_every_term_is_in_a_stage() -> None:
    """Stage 0 and the policy's stages name every term, and no other."""
    stages = (*STAGE_0, *default_policy().stages)
    assert {term for stage in stages for term in stage.terms} == set(BY_ID)


@each_term
def test_its_paragraph_is_in_the_policy(term: Term) -> None:
    """No term without a paragraph, and one that says something."""
    assert default_policy().paragraph(term.paragraph).text


@each_term
def test_it_says_its_amount(term: Term) -> None:
    """The amount is in the sentence, in the unit that is shown; a draw among equals has none."""
    shown = {"half-hours": "21", "minutes": "0.7", "weight": "Equal"}.get(term.unit, "42")
    assert shown in term.say(42)
    assert term.title
