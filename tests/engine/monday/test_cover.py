"""Who covers for somebody away: what falls due, who may, within which hours, and who decides."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from planner.data.cover import Cover, CoverLine
from planner.data.scenario import Child, Practitioner, Scenario
from planner.engine import cover
from planner.engine.monday.away import away_of
from planner.errors import DataFaults, UsageFault
from planner.policy import default_policy
from tests.engine.solving import high, solved
from tests.make import child, day, decision, infant, leave, practitioner, scenario, task
from tests.make_random import random_scenario

POLICY = default_policy()


def team(
    *more: Practitioner, children: Sequence[Child] = (child("A", holder="P"),), **facts: object
) -> Scenario:
    """Make P with A, seen a week ago and due in a week; Q with nobody and 106 h."""
    people = (practitioner("P", label="Pat"), practitioner("Q"), *more)
    return scenario(children, people, **facts)


def lines(answer: Cover) -> list[tuple[str, date, str]]:
    """Give what falls due, when, and who covers."""
    return [(line.item.what, line.item.due, line.cover) for line in answer.lines]


def test_a_whole_cycle_away() -> None:
    """Two contacts: the next one seven days on, since A was seen a week ago, and one by day 27."""
    answer = cover(team(), POLICY, "P")
    assert lines(answer) == [("contact", day(7), "Q"), ("contact", day(27), "Q")]
    assert (answer.days[0].start, answer.days[0].until) == (day(0), day(27))
    assert (answer.label, answer.proven, answer.decide) == ("Pat", True, ())
    (one,) = answer.children
    assert (one.child, one.next_contact_due, one.due_while_away) == ("A", day(7), 2)


@pytest.mark.parametrize(("until", "due"), [(6, 0), (7, 1), (8, 1)])
def test_the_next_contact_is_due_before_the_return(until: int, due: int) -> None:
    """Due on day 7: back on day 7 P makes it; back on day 8 or later somebody else must."""
    answer = cover(team(), POLICY, "P", start=day(0), until=day(until))
    assert len(answer.lines) == due


def test_a_contact_that_can_be_made_before_the_leave_is_not_covered() -> None:
    """Away from day 4 to 10, P can see A before; the window of fourteen days has P in it."""
    assert cover(team(), POLICY, "P", start=day(4), until=day(10)).lines == ()


def test_what_is_overdue_can_be_made_up_until_the_return() -> None:
    """Seen thirty days ago: overdue since day -16, and Q, who is back on day 3, makes it up."""
    late = child("A", holder="P", last_seen=day(-30))
    answer = cover(
        team(children=[late], leave=[leave("Q", 0, 2)]), POLICY, "P", start=day(0), until=day(4)
    )
    (line,) = answer.lines
    assert (line.item.overdue, line.item.next_due) == (True, day(-16))
    assert (line.item.first, line.item.due, line.cover) == (day(0), day(6), "Q")


def test_dated_tasks_on_the_days_of_the_leave() -> None:
    """The hearing on day 2 is in the leave, the one on day 9 is not; Q is there."""
    made = team(tasks=[task("A", "hearing", 2), task("A", "hearing", 9)])
    answer = cover(made, POLICY, "P", start=day(0), until=day(4))
    assert lines(answer) == [("Court hearing", day(2), "Q")]
    assert answer.lines[0].half_hours == 16


def test_the_leave_in_the_scenario_is_taken_where_no_days_are_given() -> None:
    """Two leaves of P, and a hearing in each; with days, only that one is asked about."""
    made = team(
        leave=[leave("P", 14, 18), leave("P", 0, 4)],
        tasks=[task("A", "hearing", 2), task("A", "hearing", 16)],
    )
    both = cover(made, POLICY, "P")
    assert [(d.start, d.until) for d in both.days] == [(day(0), day(4)), (day(14), day(18))]
    assert [line.item.due for line in both.lines] == [day(2), day(16)]
    first = cover(made, POLICY, "P", start=day(0), until=day(4))
    assert [line.item.due for line in first.lines] == [day(2)]


MANAGER = practitioner("M", grade="CPP5.2")
HEARING = (task("A", "hearing", 2, 17),)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (
            team(MANAGER, tasks=HEARING, decisions=[decision("conflict", "A", "Q")]),
            "nobody who may meet the family is there",
        ),
        (
            team(MANAGER, tasks=HEARING, decisions=[decision("bar", "A", "Q")]),
            "nobody who may meet the family is there",
        ),
        (
            team(MANAGER, tasks=HEARING, leave=[leave("Q", 2, 2)]),
            "nobody who may meet the family is there",
        ),
        (
            team(MANAGER, tasks=HEARING, leave=[leave("Q", 3, 27)]),
            "needs 17 h; nobody there has more than 15.5 h to spare",
        ),
    ],
)
def test_what_nobody_can_cover_names_who_decides(made: Scenario, why: str) -> None:
    """A conflict, a bar, the very day away, too many hours: the team manager decides."""
    (line,) = cover(made, POLICY, "P", start=day(0), until=day(4)).lines
    assert (line.cover, line.decides, line.why) == ("", "M", why)


def test_another_team_out_of_reach_does_not_cover() -> None:
    """Q is of the south: no reach is set, so nobody may; no manager is there to name."""
    children = [child("A", holder="P", team="north")]
    people = [practitioner("P", team="north"), practitioner("Q", team="south")]
    (line,) = cover(
        scenario(children, people, tasks=[task("A", "hearing", 2)]),
        POLICY,
        "P",
        start=day(0),
        until=day(4),
    ).lines
    assert (line.cover, line.decides) == ("", "the team manager")


def test_hours_to_spare_are_after_own_cases_and_cover_given_already() -> None:
    """Q has 106 h less B at 8.5 h, less what falls due for R, whose leave names Q: C's 5 h."""
    made = scenario(
        [child("A", holder="P"), child("B", holder="Q"), child("C", holder="R")],
        [practitioner(name) for name in "PQR"],
        leave=[leave("R", 0, 27, cover="Q")],
    )
    (q,) = cover(made, POLICY, "P").people
    assert q.practitioner == "Q"
    assert q.spare_half_hours == 212 - 17 - 10
    assert (q.given_half_hours, q.left_half_hours) == (10, 175)


def test_a_skill_that_is_lacking_is_said() -> None:
    """Q covers without the skill, since nobody else is there; R, who has it, goes first."""
    made = team(children=[child("A", holder="P", skills=("court",))])
    assert {line.lacks for line in cover(made, POLICY, "P").lines} == {("court",)}
    more = team(
        practitioner("R", skills=("court",)),
        children=[child("A", holder="P", skills=("court",))],
    )
    assert {line.cover for line in cover(more, POLICY, "P").lines} == {"R"}


def test_watched_children_come_first() -> None:
    """Q has 5 h: the two trips of the high-risk child, and none of the other's."""
    made = scenario(
        [child("A", holder="P"), high("B", holder="P")],
        [practitioner("P"), practitioner("Q", rostered_hours="101")],
    )
    done = [line.item.children for line in cover(made, POLICY, "P").lines if line.cover]
    assert done == [("B",), ("B",)]


@pytest.mark.parametrize(("until", "said"), [(41, 0), (42, 1)])
def test_longer_than_the_cover_period_the_manager_chooses(until: int, said: int) -> None:
    """Forty-two days are covered; one day more is the manager's choice, and P still holds A."""
    answer = cover(team(), POLICY, "P", start=day(0), until=day(until))
    assert len(answer.decide) == said
    assert [line.cover for line in answer.lines] == ["Q", "Q"]
    for sentence in answer.decide:
        assert sentence == (
            "P is away longer than 42 days: the manager chooses cover or re-allocation."
        )


@pytest.mark.parametrize(("until", "said"), [(6, 0), (7, 1)])
def test_an_intensive_infant_needs_a_holder_after_a_week(until: int, said: int) -> None:
    """Seven days are covered; on the eighth somebody decides who holds the case."""
    made = team(children=[infant("A", holder="P")])
    answer = cover(made, POLICY, "P", start=day(0), until=day(until))
    assert len(answer.decide) == said
    assert all("A: mandatory allocation" in sentence for sentence in answer.decide)


def test_beside_a_plan_in_hand_the_children_are_those_of_the_plan() -> None:
    """Today nobody holds A; in the plan somebody does, and A falls due in their leave."""
    made = scenario([child("A")], [practitioner("P")])
    plan = solved(made)
    assert cover(made, POLICY, "P").children == ()
    answer = cover(made, POLICY, "P", plan=plan)
    assert [one.child for one in answer.children] == ["A"]
    assert answer.arrangement == "the plan in hand (best possible plan)"


def test_who_is_not_there_is_refused() -> None:
    """An unknown name, somebody who holds no cases, days the wrong way round."""
    made = team(practitioner("M", grade="CPP5.2"))
    with pytest.raises(UsageFault, match="X is not in this team; those who are: M, P, Q"):
        cover(made, POLICY, "X")
    with pytest.raises(UsageFault, match="M holds no cases"):
        cover(made, POLICY, "M")
    with pytest.raises(DataFaults):
        cover(made, POLICY, "P", start=day(4), until=day(1))


def test_no_time_is_said() -> None:
    """Stopped before anything is found: nothing is covered, and it is not called proven."""
    answer = cover(team(), POLICY, "P", time_limit=0)
    assert (answer.proven, {line.cover for line in answer.lines}) == (False, {""})


def _keeps_to_the_rules(made: Scenario, answer: Cover) -> None:
    """Check an answer from the team's own rows: who, when, and within which hours."""
    barred = {(d.child, d.practitioner) for d in made.decisions if d.kind in ("bar", "conflict")}
    given: Counter[str] = Counter()
    for line in answer.lines:
        assert bool(line.cover) != bool(line.why)
        if line.cover:
            given[line.cover] += line.half_hours
            assert line.cover != answer.practitioner
            assert not {(name, line.cover) for name in line.item.children} & barred
            assert _somewhere_there(made, line)
    for one in answer.people:
        assert one.given_half_hours == given[one.practitioner] <= one.spare_half_hours
    assert set(given) <= {one.practitioner for one in answer.people}


def _somewhere_there(made: Scenario, line: CoverLine) -> bool:
    """Whether the person is not on leave for all of the days of an item."""
    days = [
        date.fromordinal(n)
        for n in range(line.item.first.toordinal(), line.item.due.toordinal() + 1)
    ]
    own = [row for row in made.leave if row.practitioner == line.cover]
    return any(
        not any(row.start <= d and (row.until is None or d <= row.until) for row in own)
        for d in days
    )


def test_random_teams_keep_to_the_rules() -> None:
    """On random teams whoever is away: people, days and hours are as the rows say; nobody moves."""
    covered = 0
    for seed in range(25):
        made = random_scenario(seed)
        for person in made.practitioners:
            try:
                answer = cover(made, POLICY, person.practitioner)
            except UsageFault:
                continue
            assert answer.proven
            _keeps_to_the_rules(made, answer)
            base = away_of(made, POLICY, person.practitioner)
            assert {c.child for c in answer.children} == {c for u in base.units for c in u.children}
            covered += sum(bool(line.cover) for line in answer.lines)
    assert covered > 5
