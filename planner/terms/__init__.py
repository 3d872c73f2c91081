"""The terms of the objective, in one explicit tuple; stages group them by id."""

from collections.abc import Mapping

from planner.data.board import Term
from planner.data.policy import Stage
from planner.terms import (
    awaiting,
    canonical,
    changes,
    deallocated,
    giving_way,
    load,
    missed,
)

TERMS: tuple[Term, ...] = (
    *giving_way.TERMS,
    *missed.TERMS,
    *awaiting.TERMS,
    *deallocated.TERMS,
    *changes.TERMS,
    *load.TERMS,
    *canonical.TERMS,
)

BY_ID: Mapping[str, Term] = {term.id: term for term in TERMS}

STAGE_0 = tuple(
    Stage(id=f"0{letter}", title=term.title, terms=(term.id,))
    for letter, term in zip("abcdef", giving_way.TERMS, strict=True)
)

__all__ = ["BY_ID", "STAGE_0", "TERMS"]
