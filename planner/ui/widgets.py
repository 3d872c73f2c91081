"""Where the controls of the what-if page stand in the session; the what-if itself is the draft."""

from collections.abc import Iterable, Mapping

import streamlit as st

from planner.ui.asking import digest_of
from planner.ui.controls import Controls
from planner.ui.teams import Picked

AWAY, REMOVED, ADDED, ADDED_FTE, ADDED_TEAM = "away", "removed", "added", "added_fte", "added_team"
DEALLOCATIONS, CHANGES, RESERVE, ARRIVALS = "deallocations", "changes", "reserve", "arrivals"


def key(team: Picked, name: str) -> str:
    """Give the session's key of a control; keys reach the browser and so name nobody."""
    return f"{team.token}-{name}-{team.box.put}"


def listing(name: str, words: Iterable[str]) -> str:
    """Give the key of a choice among these words: another key once one of them reads otherwise.

    The browser would else go on showing what was chosen by the words it had then. They are in
    the key as a digest alone, since keys reach the browser and so name nobody.
    """
    return f"{name}-{digest_of(*words)[:12]}"


def limit_key(team: Picked, practitioner: str) -> str:
    """Give the key of a practitioner's limit, by place in the team and never by name."""
    return key(team, f"limit-{list(team.carriers).index(practitioner)}")


def duty_key(team: Picked, practitioner: str) -> str:
    """Give the key of someone's duty hours, by place in the team and never by name."""
    return key(team, f"duty-{list(team.start.duty).index(practitioner)}")


def prepare_controls(team: Picked, at: Controls | None) -> None:
    """Put the controls where the what-if says; ``None`` on a page that does not have them.

    They are others each time the page that has them is opened, and are put only there: a control
    would else stand where it stood when it was first drawn, or at its least, and the browser
    would hand that back as the manager's own move.
    """
    shown = (team.token, team.box.draft.changes, at is not None)
    if team.box.shown != shown:
        team.box.put += 1
        team.box.shown = shown
    values = _values(team, at) if at is not None else {}
    for name, value in values.items():
        st.session_state.setdefault(name, value)


def _values(team: Picked, at: Controls) -> Mapping[str, object]:
    return {
        **{limit_key(team, name): percent for name, percent in at.limits.items()},
        **{duty_key(team, name): float(hours) for name, hours in at.duty.items()},
        key(team, AWAY): sorted(at.away),
        key(team, REMOVED): sorted(at.removed),
        key(team, ADDED): at.added,
        key(team, ADDED_FTE): float(at.added_fte),
        key(team, ADDED_TEAM): at.added_team,
        key(team, DEALLOCATIONS): at.deallocations,
        key(team, CHANGES): at.changes,
        key(team, RESERVE): float(at.reserve),
        key(team, ARRIVALS): float(at.arrivals),
    }


def usual_limit(at: Controls) -> int:
    """Give the limit that most have; of several the lowest."""
    found = sorted(at.limits.values())
    return max(found, key=found.count) if found else 100
