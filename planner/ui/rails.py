"""The guard-rails a manager chose: kept with her draft, shown for each plan in words."""

from collections.abc import Mapping, Sequence

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from planner.data.guard_rail import (
    USUAL_AMOUNTS,
    USUAL_RAILS,
    GuardRail,
    RailCheck,
    RailKind,
    usual_rail,
)
from planner.data.plan import Plan
from planner.data.policy import Standards
from planner.report.guard_rails import asked, guard_rails, held
from planner.ui import state
from planner.ui.folding import folded
from planner.ui.tables import bullets, draw_table
from planner.ui.words import Row, title

RAILS = "lasting_rails"
HOLDS, HOLDS_NOT = "\N{CHECK MARK}", "\N{MULTIPLICATION X}"
_TICKED, _AMOUNT = "rail-on-{}", "rail-amount-{}"
_MANY = TypeAdapter(tuple[GuardRail, ...])
_OPEN = {
    RailKind.LOAD: "Nobody is over this share of their own hours",
    RailKind.CHANGES: "No more changes of practitioner than this",
}
_UNITS = {RailKind.LOAD: "Per cent of own hours", RailKind.CHANGES: "Changes at most"}


def chosen() -> tuple[GuardRail, ...]:
    """Give the guard-rails of this draft: those chosen, or else the usual ones."""
    kept = state.value(RAILS)
    if kept is None:
        return USUAL_RAILS
    try:
        return _MANY.validate_python(kept)
    except ValidationError:
        return USUAL_RAILS


def rail_rows(
    plans: Mapping[str, Plan], standards: Standards, rails: Sequence[GuardRail]
) -> list[Row]:
    """Give a row for each guard-rail, with a word for each plan."""
    checks = {name: guard_rails(plan, standards, rails) for name, plan in plans.items()}
    return [
        {"Guard-rail": asked(rail.rail), **{n: _word(c[number]) for n, c in checks.items()}}
        for number, rail in enumerate(next(iter(checks.values()), ()))
    ]


def _word(check: RailCheck) -> str:
    return f"{HOLDS if check.holds else HOLDS_NOT} {title(held(check))}"


def who_lines(
    plans: Mapping[str, Plan], standards: Standards, rails: Sequence[GuardRail]
) -> list[str]:
    """Say for each plan and guard-rail that does not hold for whom it does not."""
    return [
        f"{name}: {asked(check.rail)}: {', '.join(check.who)}"
        for name, plan in plans.items()
        for check in guard_rails(plan, standards, rails)
        if check.who
    ]


def draw_rails(plans: Mapping[str, Plan], standards: Standards) -> None:
    """Draw what each guard-rail comes to in each plan, for whom, and how to choose them."""
    rails = chosen()
    draw_table(
        rail_rows(plans, standards, rails),
        "No guard-rail is chosen.",
        "Guard-rails by plan: holds, or by how much it does not",
    )
    who = who_lines(plans, standards, rails)
    if who:
        folded("For whom they do not hold", "rails-who", lambda: bullets(who))
    folded("Choose your guard-rails", "rails-choice", lambda: _draw_choice(rails))


def _draw_choice(rails: Sequence[GuardRail]) -> None:
    st.caption("They are yours, kept with this draft. They stop nothing: they tell you.")
    on = {rail.kind: rail for rail in rails}
    for number, kind in enumerate(RailKind):
        # The draft says where they stand, also when it has become another one.
        st.session_state[_TICKED.format(number)] = kind in on
        ticked, amount = st.columns([3, 2], vertical_alignment="bottom")
        ticked.checkbox(_asked_of(kind), key=_TICKED.format(number), on_change=_choose)
        if kind in USUAL_AMOUNTS:
            st.session_state[_AMOUNT.format(number)] = on.get(kind, usual_rail(kind)).amount
            amount.number_input(
                _UNITS[kind],
                min_value=0,
                max_value=200,
                disabled=kind not in on,
                step=5 if kind is RailKind.LOAD else 1,
                key=_AMOUNT.format(number),
                on_change=_choose,
            )


def _asked_of(kind: RailKind) -> str:
    """Say what a kind asks, its amount left open: it stands beside it."""
    return asked(usual_rail(kind)) if kind not in USUAL_AMOUNTS else _OPEN[kind]


def _choose() -> None:
    held_now = st.session_state
    wanted = [
        {"kind": kind.value, "amount": int(held_now.get(_AMOUNT.format(number)) or 0)}
        for number, kind in enumerate(RailKind)
        if held_now.get(_TICKED.format(number))
    ]
    state.put(RAILS, wanted, kept=True)
