"""Known headings lead somewhere, and to one place each."""

from planner.files.synonyms import SHEET_NAMES, SYNONYMS
from planner.files.tables import TABLES


def test_every_table_has_its_synonyms_and_they_lead_to_columns() -> None:
    """A column that was renamed would leave its synonyms behind."""
    known = {spec.name: set(spec.names) for spec in TABLES}
    assert set(SYNONYMS) == set(SHEET_NAMES) == set(known)
    assert [(t, c) for t, found in SYNONYMS.items() for c in found if c not in known[t]] == []


def test_no_heading_leads_to_two_columns() -> None:
    """Of two meanings in one table, which one is meant could only be guessed wrongly."""
    for name, found in SYNONYMS.items():
        words = [word for others in found.values() for word in others]
        assert sorted(words) == sorted(set(words)), name
        assert not {w for c, others in found.items() for w in others if w in found and w != c}
