"""Plans beside each other, drawn: figures, guard-rails, load on one scale, child by child."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

import streamlit as st

from planner.charts import beside_chart, described
from planner.data.comparison import PlanDifferences
from planner.data.guard_rail import GuardRail
from planner.data.policy import Standards
from planner.engine import compare
from planner.errors import PlannerError
from planner.files import write_rows
from planner.ui import compared, differing, rails, widgets
from planner.ui.adopt import Offered
from planner.ui.compared import Bar, Column
from planner.ui.desk import Search
from planner.ui.differing import Differences
from planner.ui.folding import folded
from planner.ui.long_answer import quick
from planner.ui.row_cards import row_cards
from planner.ui.sides import Sides
from planner.ui.tables import bullets, draw_table
from planner.ui.words import Row, children, plain

_READING = (
    "Each difference is from the baseline plan. A lower figure is not good by itself: fewer "
    "contacts missed, or hours over, may only mean that more children await."
)
_BARS = (
    "Bar: case hours as a share of own hours. Dashed line: all of their own hours. "
    "Short mark: the limit in that plan."
)
_MARK = b"\xef\xbb\xbf"


def draw_figures(columns: Sequence[Column]) -> None:
    """Draw the figures of each plan in a column, with the difference from the first in words."""
    if len(columns) == 1:
        st.info(
            "There is only the baseline plan so far. Change something on the page What-if: it "
            "then stands beside the baseline plan here, and can be saved."
        )
    st.header("Side by side")
    legend = compared.legend_lines(columns)
    st.markdown("\n".join(f"- **{plain(name)}**: {plain(text)}" for name, text in legend))
    draw_table(compared.figure_rows(columns), "", "Figures of each plan, with the difference")
    if len(columns) > 1:
        bullets(compared.price_lines(columns))
        st.caption(_READING)


def draw_rails(
    columns: Sequence[Column], standards: Standards, chosen: Sequence[GuardRail]
) -> None:
    """Draw whether each guard-rail holds in each plan, and for whom it does not."""
    st.header("Guard-rails")
    plans = {column.name: column.plan for column in columns}
    _draw_cards(
        rails.rail_rows(plans, standards, chosen),
        "Guard-rail",
        "No guard-rail is chosen. They are chosen on the page This week.",
    )
    who = rails.who_lines(plans, standards, chosen)
    if who:
        folded("For whom they do not hold", "compare-who", lambda: bullets(who))


def _draw_cards(rows: Sequence[Row], heading: str, nothing: str) -> None:
    if rows:
        st.html(row_cards(rows, heading))
    else:
        st.markdown(nothing)


def draw_loads(columns: Sequence[Column]) -> None:
    """Draw everyone's load in each plan on one scale, and the same in numbers."""
    st.header("Load by practitioner")
    bars = compared.load_bars(columns)
    if not bars:
        st.markdown("Nobody in this team holds cases in this cycle.")
        return
    st.vega_lite_chart(
        spec=_described(tuple(bars)),
        width="stretch",
        key="compare-load",
        alt="Case hours of each practitioner in each plan as a share of their own hours; "
        "see the table below.",
    )
    st.caption(_BARS)
    folded(
        "The same in numbers",
        "compare-numbers",
        lambda: draw_table(compared.bar_rows(bars), "", "Load of each practitioner in each plan"),
    )


@lru_cache(maxsize=64)
def _described(bars: tuple[Bar, ...]) -> dict[str, object]:
    """Describe the chart to the browser; altair takes longer for it than for all the rest."""
    return described(beside_chart([bar._asdict() for bar in bars]))


def draw_children(found: Sides, offered: Sequence[Offered]) -> None:
    """Draw child by child how one of the plans differs from the baseline plan."""
    base, *rest = offered
    if not rest:
        return
    st.header("Child by child")
    one = _against(rest)
    try:
        answer = _differences(base, one)
    except PlannerError as error:
        st.warning("\n\n".join(plain(line) for line in str(error).splitlines()))
        return
    bullets(answer.notes)
    told = differing.differences(answer, base.column.plan, one.column)
    titles = {
        "Moves": partial(_moves, told, one.column.name),
        "Newly awaiting": partial(_awaiting, told, one.column.name),
        "Newly allocated": partial(_allocated, told, one.column.name),
        "What came first": partial(_first, answer, base.column, one.column),
    }
    _tabs(titles)


def _against(rest: Sequence[Offered]) -> Offered:
    if len(rest) == 1:
        return rest[0]
    names = [compared.full_name(one.column) for one in rest]
    number = st.selectbox(
        "Compared with the baseline plan",
        range(len(rest)),
        format_func=names.__getitem__,
        key=widgets.listing("compare-against", names),
    )
    return rest[number or 0]


def _differences(base: Offered, one: Offered) -> PlanDifferences:
    asked, teams = one.question, [(o.question.scenario, o.question.policy) for o in (base, one)]
    plans = base.column.plan, one.column.plan

    def work(_search: Search[PlanDifferences]) -> PlanDifferences:
        return compare(*plans, asked.policy, teams)

    # The same question may have a better plan by now: which plans are meant belongs to it.
    made = (plan.provenance.made.isoformat() for plan in plans)
    return quick("compare", asked, work, extra="|".join((base.question.key, *made)))


def _tabs(titles: Mapping[str, Callable[[], None]]) -> None:
    for tab, draw in zip(st.tabs(list(titles), key="differences"), titles.values(), strict=True):
        with tab:
            draw()


def _moves(told: Differences, name: str) -> None:
    _draw_cards(
        told.moves,
        "Child",
        f"Every child who has a practitioner in both plans has the same one in {plain(name)}.",
    )
    if told.otherwise:
        with st.expander(f"No move, but otherwise different: {children(len(told.otherwise))}"):
            _draw_cards(told.otherwise, "Child", "")


def _awaiting(told: Differences, name: str) -> None:
    nobody = f"No child awaits in {plain(name)} who is allocated in the baseline plan."
    _draw_cards(told.newly_awaiting, "Child", nobody)


def _allocated(told: Differences, name: str) -> None:
    nobody = f"No child is allocated in {plain(name)} who awaits in the baseline plan."
    _draw_cards(told.newly_allocated, "Child", nobody)


def _first(answer: PlanDifferences, base: Column, one: Column) -> None:
    st.markdown(plain(differing.deciding_words(answer, one.name)))
    draw_table(compared.stage_rows((base, one)), "", "What came first in each plan, stage by stage")


def draw_download(found: Sides, columns: Sequence[Column], chosen: Sequence[GuardRail]) -> None:
    """Draw the way to take the whole comparison away as a table."""
    st.download_button(
        "Comparison (CSV)",
        partial(written, columns, found.base.policy.standards, chosen),
        file_name=f"comparison-{found.team.scenario.as_at.isoformat()}.csv",
        mime="text/csv",
        on_click="ignore",
        key="compare-csv",
        help="Figures, guard-rails, load and children, a column for each plan",
    )


def written(columns: Sequence[Column], standards: Standards, chosen: Sequence[GuardRail]) -> bytes:
    """Give the comparison as the bytes of a table, by way of a private folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "comparison.csv"
        write_rows(differing.export_rows(columns, standards, chosen), path)
        # The mark at the start makes spreadsheet programs read names as UTF-8.
        return _MARK + path.read_bytes()
