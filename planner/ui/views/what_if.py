"""What-if: one team, the hours and limits a manager may change, and what follows for whom."""

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.data.adjustment import Adjustment
from planner.data.describe import describe
from planner.data.plan import Choices, Offer, Plan, Status
from planner.data.vocabulary import Tier
from planner.errors import DataFaults
from planner.files import write_plan
from planner.ui import asking, results, sidebar, state, under_way
from planner.ui.controls import adjustments, carriers_of
from planner.ui.proof import certainty, checked_words, status_words
from planner.ui.rows import offer_words
from planner.ui.teams import Picked
from planner.ui.tiles import tiles
from planner.ui.words import children, full_day, plain

TITLE = "What-if"

_IMPROVING = "Still improving: the best plan found so far"
_SIDES = ("What-if", "Baseline plan", "Now")
_FORMATS = {
    "Workbook to print": (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "Table (CSV)": ("csv", "text/csv"),
    "Data (JSON)": ("json", "application/json"),
}


def render() -> None:
    """Draw the page: pick a team, change what may be changed, see the plan that follows."""
    with st.sidebar:
        team = sidebar.pick_team()
    if team is None:
        _nothing_picked()
    elif isinstance(team, DataFaults):
        _faults(team)
    else:
        _team(team)


def _nothing_picked() -> None:
    st.title("Your own team")
    st.markdown(
        "Choose a workbook on the left. It is read on this machine and not kept. "
        "An empty one to fill in is there too; the names in it should be ids."
    )


def _faults(faults: DataFaults) -> None:
    st.title("This workbook cannot be used yet")
    count = len(faults.faults)
    st.markdown(
        f"{'One thing needs' if count == 1 else f'{count} things need'} mending. "
        "Nothing of the workbook was taken over."
    )
    st.markdown("\n".join(f"1. {plain(fault.sentence())}" for fault in faults.faults))


def _team(team: Picked) -> None:
    state.prepare_controls(team)
    changes = adjustments(state.controls(team), team.start, team.scenario)
    try:
        base, asked = asking.question(team), asking.question(team, changes)
    except DataFaults as faults:
        _refused(team, faults)
        return
    with st.sidebar:
        sidebar.draw_controls(team, carriers_of(asked.scenario, asked.policy))
    _heading(team)
    _chips(team, changes)
    _answer(team, base, asked, changed=bool(changes))


def _refused(team: Picked, faults: DataFaults) -> None:
    st.error("\n\n".join(plain(fault.sentence()) for fault in faults.faults))
    st.button("Reset all", on_click=state.reset, args=(team,))


def _heading(team: Picked) -> None:
    scenario = team.scenario
    st.title(plain(scenario.name))
    st.caption(
        f"As at {full_day(scenario.as_at)}, {scenario.cycle_days} days · "
        f"{children(len(scenario.children))} · {len(team.carriers)} practitioners hold cases"
    )


def _chips(team: Picked, changes: Sequence[Adjustment]) -> None:
    """Draw what is changed, each change to take back alone, and all of them at once."""
    if not changes:
        st.caption(
            "Nothing is changed yet: the what-if is the baseline plan. "
            "Move a limit or mark leave in the panel on the left "
            "(on a phone, behind the arrows at the top)."
        )
        return
    with st.container(horizontal=True, gap="xsmall", key="chips"):
        for number, change in enumerate(changes):
            st.button(
                plain(describe(change)),
                key=f"chip-{number}",
                icon=":material/close:",
                icon_position="right",
                help="Take this change back",
                on_click=state.drop,
                args=(team, change),
            )
        st.button("Reset all", type="tertiary", on_click=state.reset, args=(team,))


def _answer(team: Picked, base: asking.Question, asked: asking.Question, *, changed: bool) -> None:
    status, further = st.empty(), st.container()
    tick = under_way.tick(status, team)
    state.follow_only([asking.further_key(asked), asking.further_key(base)])
    now = asking.now(base, tick)
    warm = state.in_hand(team)
    baseline = _plan(base, warm, tick)
    what_if = _plan(asked, warm or baseline.choices, tick) if changed else baseline
    state.keep_in_hand(team, what_if.choices)
    _status(status, what_if, asked, against=baseline if changed else None)
    results.draw_headline(what_if)
    results.draw_tiles(tiles(now, baseline, what_if, changed=changed))
    _offers(team, what_if, asked)
    _shown(now, baseline, what_if, changed=changed)
    state.mark_drawn(team)
    with further:
        under_way.stopped([asked])
        under_way.look_further({asked.key: (asked, what_if), base.key: (base, baseline)})


def _plan(asked: asking.Question, warm: Choices | None, tick: asking.Tick) -> Plan:
    """Find the plan of a question, starting from the last one that was known of the team."""
    return asking.plan(asked, warm, tick, state.halted(asking.further_key(asked)))


def _status(
    place: DeltaGenerator,
    plan: Plan,
    asked: asking.Question,
    against: Plan | None,
) -> None:
    sure = certainty(plan, asked.policy, asked.scenario.limits.deallocations)
    early = [p for p in (plan, against) if p is not None and p.status is Status.NOT_PROVEN]
    small = (
        "Small differences from the baseline plan may come from where the search stopped."
        if early and against is not None
        else ""
    )
    known = _IMPROVING if under_way.improving(asked, plan) else status_words(plan)
    words = f"**{known}.** {checked_words(plan)}"
    place.markdown(" ".join(part for part in (words, sure, small) if part))


def _offers(team: Picked, plan: Plan, asked: asking.Question) -> None:
    searched = asking.further(asked)
    if searched is None:
        if state.halted(asking.further_key(asked)) is None:
            st.caption("Looking further, and for what would change this\N{HORIZONTAL ELLIPSIS}")
        return
    if searched.error is not None:
        st.caption("What would change this is not known: the longer search failed.")
        return
    if plan.offers or plan.counts.awaiting_by_tier.get(Tier.HIGH):
        st.header("What would change this")
    if not plan.offers and plan.counts.awaiting_by_tier.get(Tier.HIGH):
        st.markdown("Nothing that was tried would admit another child at high risk.")
    for number, offer in enumerate(plan.offers):
        _offer(team, offer, number)


def _offer(team: Picked, offer: Offer, number: int) -> None:
    words, button = st.columns([5, 1], vertical_alignment="center")
    solved = "" if offer.solved else " (not solved)"
    words.markdown(f"**{plain(offer.text)}**{solved} {plain(offer_words(offer))}")
    if offer.adjustments:
        button.button(
            "Show me",
            key=f"show-{number}",
            on_click=state.take_over,
            args=(team, offer.adjustments),
        )


def _shown(now: Plan, baseline: Plan, what_if: Plan, *, changed: bool) -> None:
    sides = dict(zip(_SIDES, (what_if, baseline, now), strict=True))
    names = list(_SIDES) if changed else list(_SIDES[1:])
    state.show_first(names)
    name = st.segmented_control("Show in full", names, key=state.SHOWN, required=True, wrap=True)
    plan = sides[str(name)]
    results.draw_plan(plan)
    _downloads(plan, str(name))


def _downloads(plan: Plan, name: str) -> None:
    st.header("Download")
    st.caption(f"{name}: made when you click. Nothing is saved or applied by this page.")
    with st.container(horizontal=True, gap="small", key="downloads"):
        for label, (ending, mime) in _FORMATS.items():
            st.download_button(
                label,
                partial(written, plan, ending),
                file_name=f"plan-{plan.as_at.isoformat()}.{ending}",
                mime=mime,
                on_click="ignore",
                key=f"download-{ending}",
            )


def written(plan: Plan, ending: str) -> bytes:
    """Give a plan as the bytes of a file, by way of a private folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan.{ending}"
        write_plan(plan, path)
        return path.read_bytes()
