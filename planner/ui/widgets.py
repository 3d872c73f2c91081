"""Where the controls of the what-if page stand in the session; the what-if itself is the draft."""

from collections.abc import Iterable

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
    place = list(team.carriers).index(practitioner)
    return key(team, f"limit-{place}-{team.box.limits_put}")


def duty_key(team: Picked, practitioner: str) -> str:
    """Give the key of someone's duty hours, by place in the team and never by name."""
    return key(team, f"duty-{list(team.start.duty).index(practitioner)}")


def prepare_controls(team: Picked, *, drawn: bool) -> None:
    """Have controls made anew where the what-if is another than they say; ``drawn`` where they are.

    Each is made with the value that the what-if has. Put into the session instead, a value would
    reach the browser with one run only; of two quick runs it could miss that, take the control's
    least for its value, and hand that back as the manager's own move.
    """
    shown = (team.token, team.box.draft.changes, drawn)
    if team.box.shown != shown:
        team.box.put += 1
        team.box.shown = shown


def usual_limit(at: Controls) -> int:
    """Give the limit that most have; of several the lowest."""
    found = sorted(at.limits.values())
    return max(found, key=found.count) if found else 100
