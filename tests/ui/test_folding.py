"""Parts that are folded away cost nothing until they are unfolded."""

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from planner.ui.folding import folded

    folded("Closed", "closed", lambda: st.markdown("behind the first"))
    folded("Open", "open", lambda: st.markdown("behind the second"), expanded=True)


def test_only_what_is_unfolded_is_drawn() -> None:
    """The one that begins open is drawn at once, the other when it is unfolded."""
    page = AppTest.from_function(_page).run()
    assert [said.value for said in page.markdown] == ["behind the second"]
    page.session_state["closed"] = True
    assert [said.value for said in page.run().markdown] == ["behind the first", "behind the second"]
