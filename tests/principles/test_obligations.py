"""What is owed to a child: shown, dated, and never counted."""

import pytest

from planner.data.scenario import Child
from planner.principles import prioritise
from tests.make import child, day, infant, replies, scenario, task
from tests.principles.scored import POLICY, score

ACSASS = "Consult the Aboriginal advice and support service before this decision"
PLAN = "A cultural plan is required for a child in care (section 176)"


def owed(one: Child, answers: dict[str, str] | None = None, **settings: object) -> list[str]:
    """Give the texts of the obligations."""
    return [row.text for row in score(one, answers, **settings).obligations]


@pytest.mark.parametrize("status", ["no", "unknown", "not applicable"])
def test_aboriginal_obligations_only_where_recorded(status: str) -> None:
    """Nothing is presumed of a child."""
    paragraphs = {row.paragraph for row in score(child("c", aboriginal=status)).obligations}
    assert paragraphs == {"2254-S4"}


def test_aboriginal_child_at_home() -> None:
    """Consultation, recognition principles, family-led decision making; no plan of care."""
    found = score(child("c", aboriginal="yes"))
    assert [row.paragraph for row in found.obligations] == [
        "MANUAL-ACSASS",
        "MANUAL-RECOGNITION",
        "MANUAL-FAMILY-LED",
        "2254-C3",
        "2254-S3",
        "MANUAL-CONTRACTING",
        "2254-S4",
    ]


@pytest.mark.parametrize(
    ("living", "shown"),
    [
        ("parents", False),
        ("other", False),
        ("kinship care", True),
        ("foster care", True),
        ("residential care", True),
    ],
)
def test_a_cultural_plan_in_care(living: str, shown: bool) -> None:
    """Section 176 speaks of children in care."""
    texts = owed(child("c", aboriginal="yes", living=living))
    assert (f"{PLAN} (no date recorded)" in texts) is shown


@pytest.mark.parametrize("answer", ["yes", "no", "unknown"])
@pytest.mark.parametrize("dated", [True, False])
def test_consultation_with_its_date(answer: str, dated: bool) -> None:
    """Only a "yes" with a date is a consultation that someone can check."""
    reply = replies("c", obligation__acsass=answer)[0]
    reply = reply.model_copy(update={"dated": day(-5) if dated else None})
    team = scenario([child("c", aboriginal="yes")], factors=(reply,))
    first = prioritise(team, POLICY).scores["c"].obligations[0].text
    done = answer == "yes" and dated
    assert first == f"{ACSASS} ({'recorded on 25 February 2026' if done else 'no date recorded'})"


def test_court_obligations() -> None:
    """The order by name, and every hearing of the cycle with its day."""
    rows = (task("c", "hearing", 4), task("c", "contested_hearing", 9), task("c", "hearing", 28))
    one = child("c", order="interim accommodation order")
    assert owed(one, tasks=rows) == [
        "Children's Court: interim accommodation order",
        "Children's Court: hearing on 6 March 2026",
        "Children's Court: hearing on 11 March 2026",
    ]


def test_no_order_no_obligation() -> None:
    """A child with neither order nor hearing owes the court nothing."""
    assert owed(child("c", order="none")) == []


def test_intensive_infants_youth_schedule_and_consultation() -> None:
    """The manual's prompts, and the offer to consult wherever risk is high."""
    offer = "A hard choice need not be made alone: consult a senior colleague or your line manager"
    weekly = "Weekly visits; a practice leader or principal practitioner is involved"
    panel = "Panel review and care team meeting at least monthly"
    assert owed(infant("c", order="none")) == [weekly, offer]
    assert owed(child("c", order="none", youth_schedule="yes")) == [panel, offer]
    judged = child("c", order="none", consequence="significant", probability="likely")
    assert owed(judged) == [offer]
