"""What is changed in the what-if, to take back one by one, and what would change the plan."""

import streamlit as st

from planner.data.describe import describe
from planner.data.plan import Offer
from planner.data.vocabulary import Tier
from planner.ui import asking, following, state
from planner.ui.rows import offer_words
from planner.ui.sides import Sides
from planner.ui.teams import Picked
from planner.ui.words import plain


def draw_chips(found: Sides) -> None:
    """Draw a chip for each change, and the ways back and forward."""
    team, changes = found.team, found.changes
    if not changes:
        st.caption(
            "Nothing is changed yet: the what-if is the team as its own data say. "
            "Move a limit or mark leave in the panel on the left "
            "(on a phone, behind the arrows at the top)."
        )
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
        _ways(team)


def _ways(team: Picked) -> None:
    draft = state.draft()
    for label, icon, there, act in (
        ("Undo", ":material/undo:", bool(draft.undo), state.undo),
        ("Redo", ":material/redo:", bool(draft.redo), state.redo),
        ("Reset all", ":material/restart_alt:", bool(draft.changes), state.reset),
    ):
        st.button(
            label,
            key=f"way-{label.split()[0].lower()}",
            icon=icon,
            type="tertiary",
            disabled=not there,
            on_click=act,
            args=(team,),
        )
    st.button(
        "Save or compare",
        key="way-compare",
        icon=":material/compare_arrows:",
        type="tertiary",
        disabled=not draft.changes,
        on_click=state.go_to,
        args=("compare",),
    )


def draw_offers(found: Sides) -> None:
    """Draw what would change the plan, once it was looked for."""
    team, plan, asked = found.team, found.what_if, found.asked
    searched = asking.further(asked)
    # What ended after the plan was read is not in it: it is drawn with the next one.
    if searched is None or asking.further_key(asked) not in found.known:
        if following.halted(asking.further_key(asked)) is None:
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
            help=f"Offer {number + 1}: see it as a what-if",
            on_click=state.apply,
            args=(team, offer.adjustments),
        )
