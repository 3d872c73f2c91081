"""The tables a manager is mending: kept with her draft at every change, used when she says so.

An editor tells its changes against the table it was filled with. That table,
the base, stays as it is for a *round*; what the tables say now is kept apart
from it, so that no change is lost or counted twice. A new round fills the
editors anew from what the tables say now.
"""

from collections.abc import Sequence
from typing import cast

import streamlit as st
from pydantic import ValidationError

from planner.errors import DataFaults, Fault
from planner.files.mending import Edits, edited
from planner.files.team_tables import TeamTables, check
from planner.ui import state

_TABLES = "data_tables"
_HERE = "data_tables_here"
_BASE = "data_base"
_WRONG = "data_wrong"
_CHECKED = "data_checked"
_BEFORE = "data_before"
_ROUND = "data_round"
_USED = "data_used"
_MOST_UNDONE = 30


def current() -> TeamTables | None:
    """Give the tables as they stand; ``None`` where none are being mended."""
    kept = state.value(_TABLES) or state.value(_HERE)
    try:
        return None if kept is None else TeamTables.model_validate(kept)
    except ValidationError:
        # Kept by another version of the planner: better none than half of them.
        return None


def keep_on() -> None:
    """Keep the tables with a draft that began meanwhile, such as when a team was picked."""
    tables = current()
    if tables is not None and not state.value(_TABLES):
        _keep(tables)


def base() -> TeamTables:
    """Give the tables that the editors of this round were filled with."""
    found = state.value(_BASE)
    if not isinstance(found, TeamTables):
        new_round()
        found = state.value(_BASE)
    return cast("TeamTables", found)


def base_faults() -> tuple[Fault, ...]:
    """Give what was wrong when this round began: rows stay shown while they are mended."""
    return cast("tuple[Fault, ...]", state.value(_WRONG, ()))


def checked(tables: TeamTables) -> tuple[Fault, ...]:
    """Give what is wrong with the tables; looked at once for as long as they stay the same."""
    last = cast("tuple[TeamTables, tuple[Fault, ...]] | None", state.value(_CHECKED))
    if last is not None and last[0] == tables:
        return last[1]
    found = check(tables)
    faults = found.faults if isinstance(found, DataFaults) else ()
    state.put(_CHECKED, (tables, faults))
    return faults


def round_number() -> int:
    """Give the number of this round; editors of different rounds have nothing in common."""
    return cast("int", state.value(_ROUND, 0))


def new_round() -> None:
    """Fill the editors anew from what the tables say now."""
    found = current() or TeamTables()
    state.put(_BASE, found)
    state.put(_WRONG, checked(found))
    state.put(_ROUND, round_number() + 1)


def begin(tables: TeamTables) -> None:
    """Begin to mend these tables; the team in use stays in use meanwhile."""
    _keep(tables)
    state.put(_BEFORE, ())
    state.put(_USED, "")
    new_round()


def change(tables: TeamTables) -> None:
    """Keep the tables as they are now, and what they were for going back."""
    before = current()
    if before is not None and before != tables:
        state.put(_BEFORE, (*_befores(), before)[-_MOST_UNDONE:])
        _keep(tables)


def take_edits(name: str, places: Sequence[int], edits: Edits) -> None:
    """Keep what an editor says was changed in one table since its round began."""
    tables = current()
    if tables is not None:
        change(tables.put(edited(base().find(name), places, edits)))


def can_go_back() -> bool:
    """Whether there is a change to take back."""
    return bool(_befores())


def go_back() -> None:
    """Take the last change of the tables back."""
    *others, last = _befores()
    state.put(_BEFORE, tuple(others))
    _keep(last)
    new_round()


def put_aside() -> None:
    """Drop the tables that are being mended."""
    state.put(_TABLES, None, kept=True)
    state.put(_HERE, None)
    state.put(_BASE, None)
    state.put(_BEFORE, ())


def use() -> None:
    """Make these tables the team of every page, where they can be read without a fault."""
    tables = current()
    found = check(tables) if tables is not None else None
    if found is None or isinstance(found, DataFaults):
        return
    put_aside()
    state.use_scenario(found.scenario)
    state.put(_USED, found.scenario.name)


def tried_something() -> bool:
    """Whether the draft holds what another draft would not: what-if changes or saved scenarios."""
    draft = state.draft()
    return bool(draft.changes or draft.saved or draft.baseline.changes)


def used() -> str:
    """Give the name of the team that was just made the team of every page, once."""
    name = str(state.value(_USED, ""))
    state.put(_USED, "")
    return name


def _keep(tables: TeamTables) -> None:
    written = tables.model_dump(mode="json")
    state.put(_HERE, written)
    state.put(_TABLES, written, kept=True)


def _befores() -> tuple[TeamTables, ...]:
    return cast("tuple[TeamTables, ...]", state.value(_BEFORE, ()))


def edits_at(key: str) -> Edits:
    """Give what the editor of this key says was changed."""
    return cast("Edits", st.session_state.get(key) or {})
