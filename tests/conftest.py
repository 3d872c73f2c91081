"""What every test shares: repeatable examples, and skips that count where they must not."""

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("planner", deadline=None, derandomize=True)
settings.load_profile("planner")

NO_SKIP = "PLANNER_NO_SKIP"


@pytest.fixture(autouse=True)
def main_module_put_back() -> Iterator[None]:
    """Undo what a run of the page does to ``__main__``, which new processes are begun from.

    Streamlit puts the page's script there and leaves it; a process spawned later in the same
    run of the tests would load the page first, and end.
    """
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that skipped a test, where the machine is meant to have everything."""
    if os.environ.get(NO_SKIP) and _skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say why a run without failures failed."""
    if os.environ.get(NO_SKIP) and _skipped(config):
        terminalreporter.write_line(f"{NO_SKIP}: {_skipped(config)} skipped, none may be", red=True)


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", [])) if reporter is not None else 0
