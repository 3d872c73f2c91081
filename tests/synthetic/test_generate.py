"""``generate`` makes a whole team that files can hold and that repeats."""

from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.data.vocabulary import CaseStatus
from planner.files import read_scenario, write_scenario
from planner.synthetic.dates import draw_tasks
from planner.synthetic.generate import MONDAY, draw_children, generate, settle
from planner.synthetic.shares import Style, read_shares


@settings(max_examples=8)
@given(st.integers(1, 60), st.integers(1, 8), st.integers(0, 10_000), st.sampled_from(Style))
def test_any_size_seed_and_style(children: int, people: int, seed: int, style: Style) -> None:
    """Any team has the size asked for, whole families and holders who are in it."""
    team = generate(children, people, seed, style=style)
    carriers = {p.practitioner for p in team.practitioners if p.grade.carries}
    assert len(team.children) == children
    assert len(carriers) == people
    assert {child.holder for child in team.children} <= carriers | {""}
    ids = [child.child for child in team.children]
    assert len(set(ids)) == children
    by_family = {child.family: child.holder for child in team.children}
    assert all(child.holder == by_family[child.family] for child in team.children)


def test_same_seed_same_team() -> None:
    """Size, seed, style and date make the team; each of them matters."""
    team = generate(30, 3, 5)
    assert generate(30, 3, 5) == team
    assert generate(30, 3, 6) != team
    assert generate(30, 3, 5, style="rural") != team
    assert generate(30, 3, 5, as_at=date(2026, 3, 9)) != team


@pytest.mark.parametrize(("children", "people"), [(0, 6), (75, 0), (-1, 2)])
def test_an_empty_team_is_refused(children: int, people: int) -> None:
    """A team without children or practitioners is refused in words."""
    with pytest.raises(ValueError, match="at least one child and one practitioner"):
        generate(children, people)


def test_an_unknown_style_is_refused() -> None:
    """A style that does not exist is refused, and named."""
    with pytest.raises(ValueError, match="seaside"):
        generate(style="seaside")


def test_files_hold_it_whole(tmp_path: Path) -> None:
    """A team written to a folder or a workbook reads back as the same team."""
    team = generate(40, 3, 8)
    for path in (tmp_path / "team", tmp_path / "team.xlsx"):
        write_scenario(team, path)
        assert read_scenario(path) == team


def test_history_is_in_the_past() -> None:
    """Nobody was seen, held or assessed in the future, or before birth."""
    team = generate(75, 6, 3)
    for child in team.children:
        days = [d for d in (child.since, child.last_seen, child.risk_date) if d is not None]
        assert all(day <= team.as_at for day in days)
        born = child.birth_date or date.min
        assert all(day >= born for day in (child.since, child.last_seen) if day is not None)
    held = [c for c in team.children if c.status is CaseStatus.OPEN]
    assert all(child.since is not None for child in held)


def test_tasks_fall_in_the_cycle() -> None:
    """Every task falls due in the cycle, on a day somebody works; urgent visits in two days."""
    shares = read_shares()
    drafts = draw_children(600, 2, MONDAY, shares)
    families = groupby((draft.child for draft in drafts), key=lambda child: child.family)
    tasks = draw_tasks([tuple(rows) for _, rows in families], 2, MONDAY, 28, shares)
    assert len(tasks) > 60
    assert all(0 <= (task.due - MONDAY).days < 28 and task.due.weekday() < 5 for task in tasks)
    urgent = [task for task in tasks if task.task == "first_visit_urgent"]
    assert all((task.due - MONDAY).days < 2 for task in urgent)
    assert urgent


def test_styles_differ() -> None:
    """An investigation team investigates, a case management team holds orders."""
    phases = {
        style: [child.phase.value for child in generate(75, 6, 1, style=style).children]
        for style in (Style.INVESTIGATION, Style.CASE_MANAGEMENT)
    }
    assert phases[Style.INVESTIGATION].count("investigation") > 45
    assert phases[Style.CASE_MANAGEMENT].count("protection order") > 45


def test_settle_forgets_who_held_before() -> None:
    """Settling a team again gives the same holders whatever names stood on the cases."""
    team = generate(30, 3, 5)
    named = tuple(child.model_copy(update={"holder": "P01"}) for child in team.children)
    again = settle(team.model_copy(update={"children": named}), 5, read_shares())
    assert [c.holder for c in again.children] == [c.holder for c in team.children]
