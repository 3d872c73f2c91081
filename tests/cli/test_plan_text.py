"""A plan reads aloud: the most important first, every child where the manager looks."""

from planner.cli.layout import WIDTH
from planner.cli.plan_text import plan_text
from planner.data.plan import Plan, Status


def sections(text: str) -> dict[str, list[str]]:
    """Split a text by its headings."""
    parts = [part.split("\n") for part in text.split("\n\n")]
    return {part[0]: part[1:] for part in parts}


def test_the_headline_comes_first_and_the_source_last(plan: Plan) -> None:
    """The first line is what must be read; the last says what the plan was made from."""
    text = plan_text(plan)
    assert text.startswith("1 child taken on; 2 children await allocation.\n\ntiny, as at Monday 2")
    last = text.split("\n\n")[-1]
    assert last.startswith("Verified. Policy default 1.0 (cdcdcdcdcdcd); team data abababababab;")
    assert max(map(len, text.splitlines())) <= WIDTH


def test_standing_counts_each_kind_apart(plan: Plan) -> None:
    """Children in the manager's name and children awaiting are never one figure."""
    lines = {" ".join(line.split()) for line in sections(plan_text(plan))["HOW THE TEAM STANDS"]}
    assert {"allocated 3", "in the team manager's name 1", "awaiting allocation 1"} <= lines
    assert {"who wait, high risk 1", "children whose holder is over hours 3"} <= lines
    assert not any(line.endswith(" 0") for line in lines)


def test_each_practitioner_has_hours_load_and_children(plan: Plan) -> None:
    """Marks show what is new, hours over are said, and who holds no cases is left out."""
    lines = sections(plan_text(plan))["PLAN BY PRACTITIONER"]
    assert lines[0] == (
        "  P1 Ash: [####################!] 53.5 h of 50 h, 3.5 h over; "
        "3 children in 3 families, 0 high risk"
    )
    assert lines[1] == "      C1 +C2 *C3"
    assert lines[2].startswith("  P2: [....................] 0 h of 0 h, away the whole cycle")
    assert not any("M1" in line for line in lines)


def test_the_team_is_named_where_there_are_several(plan: Plan) -> None:
    """One team needs no name beside every practitioner; two do."""
    people = plan.practitioners
    moved = people[1].model_copy(update={"team": "south"})
    both = plan.model_copy(update={"practitioners": (people[0], moved, people[2])})
    assert "P1 Ash, north: [" in plan_text(both)
    assert "north: [" not in plan_text(plan)


def test_without_a_plan_nothing_is_shown_as_one(plan: Plan) -> None:
    """Where none was found in time, no arrangement is printed that could pass for one."""
    none = plan.model_copy(update={"status": Status.NO_PLAN_IN_TIME})
    assert plan_text(none) == "tiny, as at Monday 2 March 2026, 28 days: no plan found in time."


def test_a_plan_whose_ties_were_cut_short_says_so(plan: Plan) -> None:
    """Another run may differ then; a finished plan needs no such word, nor the team as it is."""
    early = plan.provenance.model_copy(update={"canonical_finished": False})
    unfinished = plan.model_copy(update={"provenance": early})
    said = "another run may differ in equal choices."
    assert " ".join(plan_text(unfinished).split()).endswith(said)
    finished = plan.provenance.model_copy(update={"canonical_finished": True})
    for other in ({"provenance": finished}, {"provenance": early, "status": Status.AS_IT_STANDS}):
        assert "may differ" not in plan_text(plan.model_copy(update=other))
