"""A run of the page in a test leaves nothing behind that other tests would meet."""

import sys

from streamlit.testing.v1 import AppTest

from benchmarks.apart import run_apart

_BEFORE = sys.modules["__main__"]


def test_a_page_takes_the_main_module() -> None:
    """Which is why it is put back after each test."""
    AppTest.from_string("import streamlit as st; st.write(1)").run()
    assert sys.modules["__main__"] is not _BEFORE


def test_the_next_test_can_begin_a_process() -> None:
    """The page's script is not what a new process begins with."""
    assert sys.modules["__main__"] is _BEFORE
    assert run_apart(abs, (-3,), 60.0).answer == 3
