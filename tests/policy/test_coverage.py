"""Every bullet and sentence of advice 2254 and procedure 1802 is claimed, or said not to be.

``bullets.toml`` lists them in short keys. What claims one must exist in the policy and,
where it cites a paragraph, cite the one that the list names.
"""

import tomllib
from pathlib import Path

import pytest

from planner.data.policy import Hours, Standards
from planner.policy import default_policy

POLICY = default_policy()
LISTED = tomllib.loads((Path(__file__).parent / "bullets.toml").read_text("utf-8"))
BULLETS = [tuple(row[k] for k in ("source", "key", "kind", "by")) for row in LISTED["bullets"]]
CLAIMS = [*LISTED["bullets"], *LISTED["others"]]

RULES = (
    "presence",
    "away_too_long",
    "conflict",
    "bar",
    "reach",
    "single_holder",
    "mandatory",
    "pin",
    "asked",
    "hours",
    "children",
    "intensive",
    "high_risk",
    "new_families",
    "fit",
    "changes",
    "deallocations",
    "duty",
)
"""The ids of the rules in ``planner.rules``."""

CITED = {
    "factor": {row.id: row.paragraph for row in POLICY.factors},
    "indicator": {row.id: row.paragraph for row in POLICY.indicators},
    "task": {row.id: row.paragraph for row in POLICY.tasks},
    "obligation": {row.id: row.paragraph for row in POLICY.obligations},
    "sentence": {row.id.value: row.paragraph for row in POLICY.sentences},
}
NAMED = {
    "rule": set(RULES),
    "stage": {row.id for row in POLICY.stages},
    "standard": set(Standards.model_fields),
    "hours": set(Hours.model_fields),
    "not_modelled": {row.text for row in POLICY.not_modelled},
}
PARAGRAPHS = {row.id: row for row in POLICY.paragraphs}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda row: row.get("key", row.get("paragraph")))
def test_claimed(claim: dict[str, str]) -> None:
    """What claims a bullet or a paragraph exists, and its paragraph is the one listed."""
    kind, by = claim["kind"], claim["by"]
    if kind in CITED:
        assert CITED[kind][by] == claim["paragraph"]
    else:
        assert by in NAMED[kind]
    if kind != "not_modelled":
        assert claim["paragraph"] in PARAGRAPHS


SECTIONS = {
    "2254": {
        "allocation": 5,
        "high risk": 1,
        "next priority": 3,
        "child": 7,
        "home": 6,
        "care": 3,
        "family": 2,
        "service": 4,
        "maram": 3,
        "indicators": 14,
    },
    "1802": {
        "kinds of plan": 2,
        "child-centred": 2,
        "relationship": 2,
        "strengths": 2,
        "tasks": 17,
        "follow-up": 5,
        "frequency": 5,
        "supervisor": 2,
        "case planner": 3,
    },
}
"""How many bullets each section of the sources has, counted by hand on their text.

The one bullet that only introduces the five of the follow-up is not counted apart.
"""


@pytest.mark.parametrize("source", SECTIONS)
def test_no_bullet_of_a_source_is_left_out(source: str) -> None:
    """Every bullet of every section has its entry, and no entry invents one."""
    listed = {row["place"] for row in LISTED["bullets"] if row["source"] == source}
    expected = {
        f"{section} {number}"
        for section, most in SECTIONS[source].items()
        for number in range(1, most + 1)
    }
    assert listed == expected | {"text"}
    assert len({row[:2] for row in BULLETS}) == len(BULLETS)


def test_all_fourteen_indicators_are_bullets() -> None:
    """Each de-allocation indicator of 2254 is one indicator of the policy, in its order."""
    claimed = [by for _, key, kind, by in BULLETS if key.startswith("indicator ")]
    assert claimed == [row.id for row in POLICY.indicators]
    assert len(claimed) == 14


def test_no_paragraph_without_use() -> None:
    """Every paragraph of the policy is claimed by something that does it."""
    used = {claim.get("paragraph") for claim in CLAIMS}
    used |= {paragraph for cited in CITED.values() for paragraph in cited.values()}
    assert set(PARAGRAPHS) - used == set()


def test_every_factor_and_obligation_answers_a_source() -> None:
    """Nothing adds points or is owed that no paragraph of a source or manual page names."""
    for kind in ("factor", "indicator", "obligation"):
        for paragraph in CITED[kind].values():
            assert PARAGRAPHS[paragraph].source != "local setting"


def test_every_rule_has_a_paragraph() -> None:
    """Each rule of the model is claimed by a bullet or listed beside them."""
    assert {claim["by"] for claim in CLAIMS if claim["kind"] == "rule"} == set(RULES)


def test_what_is_not_modelled_is_claimed_and_reasoned() -> None:
    """An entry "not modelled" stands for a bullet, belongs to its source, and says why."""
    source_of = {row.text: row.source for row in POLICY.not_modelled}
    claimed = {(by, source) for source, _, kind, by in BULLETS if kind == "not_modelled"}
    assert claimed == set(source_of.items())
    assert all(row.because.endswith(".") for row in POLICY.not_modelled)
