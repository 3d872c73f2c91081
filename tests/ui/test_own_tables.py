"""The tables being mended: each change counts once, is kept at once, and can be taken back."""

import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from planner.files.team_tables import TextTable
from planner.store.drafts import drafts_folder

PEOPLE = TextTable(table="practitioners", columns=("practitioner", "fte"), rows=((2, ("P1", "1")),))
EDITS: dict[str, Any] = {"edited_rows": {0: {"fte": "0.5"}}, "added_rows": [{"practitioner": "P2"}]}


def run(script: Any) -> Any:
    """Run a script in a session of its own, and give what it says as JSON."""
    page = AppTest.from_function(script, default_timeout=30).run()
    assert not page.exception, page.exception
    return json.loads(page.text[0].value)


def test_what_an_editor_tells_again_and_again_counts_once(only_tiny: Path) -> None:
    """It tells all changes at each of them: told three times, one row is set and one added."""

    def script() -> None:
        import json

        import streamlit as st

        from planner.files.team_tables import TeamTables
        from planner.ui import keeping, own_tables
        from tests.ui.test_own_tables import EDITS, PEOPLE

        keeping.open_draft()
        own_tables.begin(TeamTables(tables=(PEOPLE,)))
        for _ in range(3):
            own_tables.take_edits("practitioners", (0,), EDITS)
        tables = own_tables.current()
        assert tables is not None
        base = own_tables.base().find("practitioners")
        st.text(json.dumps([tables.find("practitioners").rows, base.rows]))

    now, base = run(script)
    assert now == [[2, ["P1", "0.5"]], [3, ["P2", ""]]]
    assert base == [[2, ["P1", "1"]]]


def test_changes_go_back_one_by_one_and_are_kept_each_time(only_tiny: Path) -> None:
    """Two edits, one taken back: the first stands, in the session and in the draft on disk."""

    def script() -> None:
        import json

        import streamlit as st

        from planner.files.team_tables import TeamTables
        from planner.ui import keeping, own_tables
        from tests.ui.test_own_tables import PEOPLE

        keeping.open_draft()
        own_tables.begin(TeamTables(tables=(PEOPLE,)))
        for fte in ("0.5", "0.8"):
            own_tables.take_edits("practitioners", (0,), {"edited_rows": {0: {"fte": fte}}})
        own_tables.go_back()
        tables = own_tables.current()
        assert tables is not None
        rows = tables.find("practitioners").rows
        st.text(json.dumps([rows, own_tables.base() == tables, own_tables.can_go_back()]))

    rows, filled_anew, more = run(script)
    assert rows == [[2, ["P1", "0.5"]]]
    assert filled_anew
    assert more
    (draft,) = drafts_folder().glob("*.json")
    assert '"0.5"' in draft.read_text()
    assert '"0.8"' not in draft.read_text()


def test_faulty_tables_are_never_used_whoever_asks(only_tiny: Path) -> None:
    """The button is disabled; a call past it changes nothing either."""

    def script() -> None:
        import json

        import streamlit as st

        from planner.files.team_tables import TeamTables
        from planner.ui import keeping, own_tables, state
        from tests.ui.test_own_tables import PEOPLE

        keeping.open_draft()
        own_tables.begin(TeamTables(tables=(PEOPLE,)))
        own_tables.use()
        st.text(json.dumps([state.draft().scenario is None, own_tables.current() is not None]))

    assert run(script) == [True, True]


def test_what_was_kept_by_another_version_is_left_alone(only_tiny: Path) -> None:
    """A draft with tables that cannot be read opens without them, and nothing fails."""

    def script() -> None:
        import json

        import streamlit as st

        from planner.ui import keeping, own_tables, state

        keeping.open_draft()
        state.put("data_tables", {"sheets": 7}, kept=True)
        st.text(json.dumps(own_tables.current() is None))

    assert run(script) is True
