"""The what-if is one tuple of changes: added to, replaced, taken back, kept, and found again."""

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.draft import BASELINE
from planner.files import Team
from planner.policy import default_policy
from planner.store.drafts import read_draft
from planner.ui import state
from planner.ui.teams import Picked, picked
from tests.make import child, practitioner, scenario

K = AdjustmentKind
pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def team() -> Picked:
    """Make P1, P2 and a team manager, with a sandbox of their own."""
    made = scenario(
        [child("C1", holder="P1")],
        [practitioner("P1"), practitioner("P2"), practitioner("TM1", grade="CPP5.2")],
    )
    return picked(Team(scenario=made, policy=default_policy()))


def limit(percent: int, who: str = "P1") -> Adjustment:
    """Set somebody's limit."""
    return Adjustment(kind=K.LIMIT, practitioner=who, amount=Decimal(percent))


def gone(who: str) -> Adjustment:
    """Have somebody leave."""
    return Adjustment(kind=K.REMOVE, practitioner=who)


def test_a_later_change_takes_the_place_of_an_earlier(team: Picked) -> None:
    """P1 at 80 and then at 60 per cent is P1 at 60 per cent; P2's limit stays."""
    state.apply(team, [limit(80), limit(70, "P2")])
    state.apply(team, [limit(60)])
    assert set(state.changes(team)) == {limit(60), limit(70, "P2")}


def test_what_is_as_it_was_is_no_change(team: Picked) -> None:
    """Back at 100 per cent, where the data set it."""
    state.apply(team, [limit(80)])
    state.apply(team, [limit(100)])
    assert state.changes(team) == ()


def test_undo_and_redo_go_the_same_way_back_and_forth(team: Picked) -> None:
    """Three steps back to nothing, forward again; a new change ends what could be redone."""
    for step in (limit(80), gone("P2"), limit(60)):
        state.apply(team, [step])
    seen = [state.changes(team)]
    for _ in range(3):
        state.undo(team)
        seen.append(state.changes(team))
    assert seen[-1] == ()
    state.undo(team)
    assert state.changes(team) == ()
    for expected in reversed(seen[:-1]):
        state.redo(team)
        assert state.changes(team) == expected
    state.undo(team)
    state.apply(team, [limit(50)])
    assert team.box.draft.redo == ()


def test_reset_can_be_undone(team: Picked) -> None:
    """Nothing is lost by it."""
    state.apply(team, [limit(80), gone("P2")])
    before = state.changes(team)
    state.reset(team)
    assert state.changes(team) == ()
    state.undo(team)
    assert state.changes(team) == before


def test_who_does_not_join_any_more_takes_the_rest_along(team: Picked) -> None:
    """The limit of one who was to join goes with them; P1's stays."""
    joins = Adjustment(kind=K.ADD, practitioner="NEW1", team="team", fte=Decimal("0.5"))
    state.apply(team, [joins, limit(60, "NEW1"), limit(80)])
    assert limit(60, "NEW1") in state.changes(team)
    state.drop(team, joins)
    assert state.changes(team) == (limit(80),)


def test_a_pin_is_replaced_by_another_of_the_same_child(team: Picked) -> None:
    """Held by P2, then by P1: only the last is meant."""
    pins = [Adjustment(kind=K.PIN, child="C1", practitioner=p) for p in ("P2", "P1")]
    state.apply(team, pins)
    assert state.changes(team) == (pins[1],)


def test_every_change_is_on_disk_at_once(team: Picked) -> None:
    """Nothing is lost by a crash after it."""
    state.apply(team, [limit(80)])
    state.save(team, "eighty", "why")
    kept = read_draft(team.box.named)
    assert kept is not None
    assert kept.changes == (limit(80),)
    assert [(s.name, s.note, s.changes) for s in kept.saved] == [("eighty", "why", (limit(80),))]


def test_saved_scenarios_are_replaced_by_name_and_forgotten_by_place(team: Picked) -> None:
    """Two of one name are one, the later."""
    state.apply(team, [limit(80)])
    state.save(team, "a")
    state.save(team, "b")
    state.apply(team, [limit(60)])
    state.save(team, "a")
    assert [(s.name, s.changes) for s in state.saved(team)] == [
        ("b", (limit(80),)),
        ("a", (limit(60),)),
    ]
    state.forget(team, 0)
    assert [s.name for s in state.saved(team)] == ["a"]


def test_a_baseline_has_a_name(team: Picked) -> None:
    """Its own, or that of the team's data where nothing is changed."""
    assert state.baseline(team).name == BASELINE
    state.make_baseline(team, "without P2", (gone("P2"),))
    assert (state.baseline(team).name, state.baseline(team).changes) == (
        "without P2",
        (gone("P2"),),
    )
    state.make_baseline(team, "nothing", ())
    assert state.baseline(team).name == BASELINE


def test_another_tab_makes_a_copy(team: Picked) -> None:
    """What was changed there is not overwritten, and she is told."""
    state.apply(team, [limit(80)])
    first, named = team.box.draft, team.box.named
    state.apply(team, [limit(60)])
    team.box.draft = first
    state.apply(team, [limit(40)])
    assert team.box.named != named
    assert team.box.news is not None
    kept, copy = read_draft(named), read_draft(team.box.named)
    assert kept is not None
    assert copy is not None
    assert (kept.changes, copy.changes) == ((limit(60),), (limit(40),))


def test_where_nothing_can_be_kept_she_is_told(
    team: Picked, own_folder: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The what-if works on; it says that it will be lost."""
    monkeypatch.setenv("XDG_DATA_HOME", "/proc/nowhere")
    state.apply(team, [limit(80)])
    assert state.changes(team) == (limit(80),)
    assert team.box.news is not None
    assert team.box.news.lost
    assert "is lost when the page is closed" in team.box.news.words


def test_what_is_set_for_good_outlasts_the_weeks_data(page: AppTest) -> None:
    """Guard-rails and notes go along to new data of her own; a form half filled in does not."""
    from planner.ui import keeping

    box = page.session_state["sandbox"]
    box.keep(notes={"lasting_rails": ["kept"], "half-filled": "gone"})
    made = scenario([child("C1")], [practitioner("P1")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "sandbox", lambda: box)
        state.use_scenario(made)
    assert box.draft.scenario == made
    assert box.draft.notes == {"lasting_rails": ["kept"]}
