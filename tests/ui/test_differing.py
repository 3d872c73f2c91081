"""The children whom two plans place otherwise: moves, newly awaiting, newly allocated."""

from planner.data.guard_rail import USUAL_RAILS
from planner.data.plan import Move, Plan, Standing
from planner.engine import compare
from planner.policy import default_policy
from planner.ui.compared import Column
from planner.ui.differing import Differences, deciding_words, differences, export_rows
from tests.ui.made import counts, line, person, plan, stage, waiting

PEOPLE = (person("P1"), person("P2"))
GONE = {"now": "P1", "move": Move.DEALLOCATED}


def two(before: Plan, after: Plan) -> Differences:
    """Compare two plans as the page does."""
    found = compare(before, after, default_policy())
    return differences(found, before, Column("A", after))


def base() -> Plan:
    """Make the baseline: P1 has M, D, S and V; W awaits."""
    held = (line("M"), line("D"), line("S"), line("V"))
    return plan((*held, waiting("W")), practitioners=PEOPLE)


def other() -> Plan:
    """Make another plan: M with P2, D awaits, W with P1, and P1 is away for V."""
    away = {"standing": Standing.AWAY_UNCOVERED, "now": "P1", "holder": "P1"}
    children = (
        line("M", now="P1", holder="P2", move=Move.CHANGED),
        waiting("D", **GONE),
        line("S"),
        line("V", contacts_missed=1, tasks_missed=2, **away),
        line("W", now="", holder="P1", move=Move.TAKEN_ON, why=("Taken on by P1.",)),
    )
    return plan(children, practitioners=PEOPLE)


def test_each_child_who_differs_stands_in_one_list() -> None:
    """S is the same in both and stands nowhere."""
    found = two(base(), other())
    lists = (found.moves, found.newly_awaiting, found.newly_allocated, found.otherwise)
    assert [[row["Child"] for row in rows] for rows in lists] == [
        ["M, family FM"],
        ["D, family FD"],
        ["W, family FW"],
        ["V, family FV"],
    ]


def test_a_row_says_now_both_plans_tier_and_why() -> None:
    """For a child who is newly allocated."""
    assert two(base(), other()).newly_allocated == [
        {
            "Child": "W, family FW",
            "Now": "nobody",
            "Baseline plan": "awaiting allocation",
            "A": "P1",
            "Priority": "Remaining children",
            "Why": "Taken on by P1.",
        }
    ]


def test_what_differs_without_a_move_can_be_seen() -> None:
    """The same practitioner, but away, with contact and tasks missed."""
    (row,) = two(base(), other()).otherwise
    assert row["Baseline plan"] == "P1"
    assert row["A"] == (
        "P1, away when something falls due, no cover named, 1 contact missed, 2 dated tasks missed"
    )


def test_a_child_of_one_plan_only_is_neither_moved_nor_newly_awaiting() -> None:
    """An expected arrival, for one."""
    more = plan((*base().children, line("N")), practitioners=PEOPLE)
    found = two(base(), more)
    assert [(row["Child"], row["Baseline plan"]) for row in found.otherwise] == [
        ("N, family FN", "not in this plan")
    ]
    assert not found.moves


def test_the_first_line_that_differs_decides() -> None:
    """And it says which plan costs less there; without a difference, that there is none."""
    before = plan(base().children, practitioners=PEOPLE, ledger=(stage("1"), stage("2", 5)))
    after = plan(base().children, practitioners=PEOPLE, ledger=(stage("1"), stage("2", 5)))
    found = compare(before, after, default_policy())
    same = "A and the baseline plan are worth the same in every line below."
    assert deciding_words(found, "A") == same
    lower = found.stages[1].model_copy(update={"b": 3, "difference": -2})
    changed = found.model_copy(update={"decided_by": "2", "stages": (found.stages[0], lower)})
    words = "The first line that differs: stage 2. A costs less there."
    assert deciding_words(changed, "A") == words


def test_the_whole_comparison_is_one_table() -> None:
    """Each part is there, each plan in its column; children who differ and no others."""
    columns = [Column("Baseline plan", base()), Column("A", other(), title="Saved as X")]
    rows = export_rows(columns, default_policy().standards, USUAL_RAILS)
    assert {tuple(row) for row in rows} == {("Part", "What", "Baseline plan", "A")}
    assert list(dict.fromkeys(row["Part"] for row in rows)) == [
        "Scenario",
        "Figure",
        "Guard-rail",
        "Load",
        "Child",
    ]
    children = {row["What"]: row["A"] for row in rows if row["Part"] == "Child"}
    assert children == {"M": "P2", "D": "awaiting allocation", "W": "P1"}
    assert next(row["A"] for row in rows if row["What"] == "Name") == "Saved as X"


def test_figures_in_the_table_are_figures_alone() -> None:
    """A spreadsheet can work with them: no arrow and no word."""
    columns = [Column("Baseline plan", plan(counts=counts(changes=2)))]
    rows = export_rows(columns, default_policy().standards, ())
    found = {row["What"]: row["Baseline plan"] for row in rows if row["Part"] == "Figure"}
    assert found["Changes of practitioner"] == "2"
