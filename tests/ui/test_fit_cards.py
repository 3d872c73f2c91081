"""Who could take a family, as cards: facts in the order of names, one word for those suggested."""

from planner.data.fit import NewFamily, WhoCouldTake
from planner.data.scenario import Scenario
from planner.engine import new_family
from planner.policy import default_policy
from planner.ui.fit_cards import fit_cards, fit_lines
from tests.make import child, leave, practitioner, scenario

POLICY = default_policy()


def team(hours: str = "12") -> Scenario:
    """Make A and B awaiting; P and S with room for one of them, Q for none, R away."""
    return scenario(
        [child("A"), child("B")],
        [
            practitioner("S", limit_hours=hours),
            practitioner("P", limit_hours=hours, label="<i>Pat</i>"),
            practitioner("Q", limit_hours="1"),
            practitioner("R"),
        ],
        leave=[leave("R", 0, 27)],
    )


def answer(top: int = 3, hours: str = "12", **facts: object) -> WhoCouldTake:
    """Ask who could take one new child."""
    made = child("child 1", family="the new family", **facts)
    return new_family(team(hours), POLICY, NewFamily(children=(made,)), top=top)


def test_the_answer_in_a_few_lines() -> None:
    """Tier, who is suggested, on what it rests, who is away."""
    assert fit_lines(answer()) == [
        "Child 1: remaining children.",
        "Suggested: P, S.",
        "The team as it stands. Everybody keeps what they hold; only this family would move.",
        "Away the whole cycle: R.",
    ]


def test_where_more_could_than_are_suggested() -> None:
    """Of two who could, the one named is so by the ledger, and that is said."""
    found = fit_lines(answer(top=1))[1]
    assert found.startswith("Suggested: ")
    assert found.endswith("2 could; these 1 leave least undone, in the order of their names.")


def test_where_nobody_fits() -> None:
    """Nobody is suggested, and the cards say what stands between."""
    none = answer(hours="1")
    assert "None fits within every limit: see what stands between." in fit_lines(none)
    html = fit_cards(none)
    assert html.count("Does not fit") == 3
    assert "P would be 10.5 h over the limit of 1 h a cycle." in html
    assert "no contact more" not in html


def test_cards_stand_in_the_order_of_names() -> None:
    """P, Q, S: whether they fit changes nothing; what a file says is never markup."""
    html = fit_cards(answer(hours="14", language="Dinka"))
    names = ("P · &lt;i&gt;Pat&lt;/i&gt;", "Q", "S")
    places = [html.index(f"<h3>{name}</h3>") for name in names]
    assert places == sorted(places)
    assert html.count("Suggested: fits within every limit.") == 2
    assert html.count("Does not fit") == 1
    assert "<dt>Language</dt><dd>interpreter, Dinka</dd>" in html
    assert "P has then no room for A, B" in html
    assert "<dt>Skills</dt>" not in html
