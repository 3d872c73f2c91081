"""What stands at the top of every page: which team, which baseline, how sure the plans are."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.data.plan import Status
from planner.errors import DataFaults
from planner.ui import keeping, sidebar, state, under_way, widgets
from planner.ui.asking import Question
from planner.ui.proof import certainty, checked_words, status_words
from planner.ui.sides import BASELINE, WHAT_IF, Sides, sides
from planner.ui.teams import Picked
from planner.ui.words import children, counted, full_day, plain

_IMPROVING = "Still improving: the best plan found so far"


def team() -> Picked | DataFaults | None:
    """Draw the team picker and give the team; ``None`` means that none was brought yet."""
    keeping.open_draft()
    with st.sidebar:
        found = sidebar.pick_team()
    return replace(found, box=keeping.sandbox()) if isinstance(found, Picked) else found


def opened(title: str, *, controls: bool = False) -> Sides | None:
    """Open a page over a team: its heading, its baseline, its plans and how sure they are.

    ``controls`` says that the page draws those of the what-if. ``None`` where there is no team
    to plan for; then the page has said so.
    """
    found = team()
    st.title(title)
    if found is None:
        _nothing_picked()
    elif isinstance(found, DataFaults):
        _faults(found)
    else:
        return _over(found, controls=controls)
    return None


def plain_title(title: str, found: Picked | DataFaults | None = None) -> None:
    """Open a page that works without plans; a team that is there is named all the same."""
    st.title(title)
    if isinstance(found, Picked):
        widgets.prepare_controls(found, drawn=False)
        _team_line(found)
        _pinned(found)
        _news(found)
    else:
        _news()


def _over(found: Picked, *, controls: bool) -> Sides | None:
    state.grant(found)
    widgets.prepare_controls(found, drawn=controls)
    _team_line(found)
    pinned, status, further = st.container(key="pinned"), st.empty(), st.container()
    try:
        plans = sides(found, status)
    except DataFaults as faults:
        _refused(found, faults)
        return None
    with pinned:
        _pinned(found)
    _news(found)
    _status(status, plans)
    state.mark_drawn(found)
    with further:
        under_way.stopped([plans.asked])
        under_way.look_further(
            {
                plans.asked.key: (plans.asked, plans.what_if),
                plans.base.key: (plans.base, plans.baseline),
            },
            plans.known,
        )
    return plans


def _team_line(found: Picked) -> None:
    scenario = found.scenario
    count = len(found.carriers)
    st.caption(
        f"**{plain(scenario.name)}** · As at {full_day(scenario.as_at)}, "
        f"{scenario.cycle_days} days · {children(len(scenario.children))} · "
        f"{counted(count, 'practitioner')} {'holds' if count == 1 else 'hold'} cases"
    )


def _pinned(found: Picked) -> None:
    base, changes = state.baseline(found), state.changes(found)
    name = plain(base.name)
    if base.changes:
        name = f"{name} ({counted(len(base.changes), 'change')})"
    changed = changes != base.changes
    what_if = counted(len(changes), "change") if changed else "the same as the baseline"
    draft = state.draft()
    kept = f"{'kept ' if draft.kept else ''}{keeping.kept_words(draft)}"
    st.markdown(f"Baseline: **{name}** · What-if: **{what_if}** · Draft: {kept}")


def _news(found: Picked | None = None) -> None:
    box = keeping.sandbox()
    news, box.news = box.news, None
    # Its place is kept: once it is read, what was unfolded below would fold itself away.
    with st.container():
        if news is None:
            return
        (st.warning if news.lost else st.info)(plain(news.words))
        if news.back and found is not None:
            st.button(
                "Start afresh", on_click=state.start_afresh, help="The draft stays as it was."
            )


def _status(place: DeltaGenerator, plans: Sides) -> None:
    """Say what is known of the plans, never more than their ledgers prove."""
    lines = [_known(plans, plans.changed)]
    if plans.changed and plans.baseline.status is not Status.BEST_POSSIBLE:
        lines.append(f"{BASELINE}: {_words(plans.base, plans)}.")
    early = any(p.status is Status.NOT_PROVEN for p in (plans.what_if, plans.baseline))
    if early and plans.changed:
        lines.append(
            "Small differences from the baseline plan may come from where the search stopped."
        )
    place.markdown(" ".join(line for line in lines if line))
    _not_compliant(plans)


def _not_compliant(plans: Sides) -> None:
    """Say on every page what may not wait: who is not met, why, and what would work."""
    for name, plan in {BASELINE: plans.baseline, WHAT_IF: plans.what_if}.items():
        if plan.conflict is None or (name == WHAT_IF and not plans.changed):
            continue
        repairs = [f"Would work: {offer.text}" for offer in plan.conflict.repairs]
        first, *_ = plan.headline or ("NOT COMPLIANT",)
        lines = [*plan.conflict.sentences, *repairs]
        head = f"**{plain(first)}** ({name})\n"
        st.error("\n".join([head, *(f"- {plain(line)}" for line in lines)]))


def _known(plans: Sides, changed: bool) -> str:
    plan, asked = plans.what_if, plans.asked
    sure = certainty(plan, asked.policy, asked.scenario.limits.deallocations)
    name = WHAT_IF if changed else BASELINE
    words = f"{name}: **{_words(asked, plans)}.** {checked_words(plan)}"
    return " ".join(part for part in (words, sure) if part)


def _words(asked: Question, plans: Sides) -> str:
    plan = plans.what_if if asked.key == plans.asked.key else plans.baseline
    return _IMPROVING if under_way.improving(asked, plan) else status_words(plan)


def _nothing_picked() -> None:
    st.markdown(
        "Choose a workbook on the left, or paste your own sheet on the page *Data and record*. "
        "It is read on this machine only. An empty workbook to fill in is there too; "
        "the names in it should be ids."
    )


def _faults(faults: DataFaults) -> None:
    st.header("This workbook cannot be used yet")
    count = len(faults.faults)
    st.markdown(
        f"{'One thing needs' if count == 1 else f'{count} things need'} mending. "
        "Nothing of the workbook was taken over."
    )
    st.markdown("\n".join(f"1. {plain(fault.sentence())}" for fault in faults.faults))


def _refused(found: Picked, faults: DataFaults) -> None:
    st.error("\n\n".join(plain(fault.sentence()) for fault in faults.faults))
    with st.container(horizontal=True, gap="small"):
        st.button("Take the last change back", on_click=state.undo, args=(found,))
        st.button("Reset all", on_click=state.reset, args=(found,))
