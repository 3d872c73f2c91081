"""The page is served to this machine only, and tells nobody anything."""

import subprocess
import sys

import pytest

from planner.ui import launch


def test_the_command_serves_the_page_on_this_machine_only() -> None:
    """The very interpreter, the page's own file, loopback, no statistics, no traces."""
    found = launch.command(8765)
    assert found[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert found[4] == str(launch.PAGE)
    assert launch.PAGE.is_file()
    assert {
        "--server.address=127.0.0.1",
        "--browser.gatherUsageStats=false",
        "--server.port=8765",
        "--server.headless=true",
        "--server.maxUploadSize=5",
        "--client.showErrorDetails=none",
        "--client.showErrorLinks=false",
    } <= set(found)


def test_a_browser_opens_only_when_asked() -> None:
    """Headless means that none is opened."""
    assert "--server.headless=false" in launch.command(8765, open_browser=True)


def test_every_setting_is_one_that_streamlit_knows() -> None:
    """A misspelt flag would be refused at the start, or left without effect."""
    from streamlit import config

    names = [flag.removeprefix("--").split("=")[0] for flag in launch.command(8765) if "=" in flag]
    assert names
    assert set(names) <= set(config.get_config_options())


def test_serving_ends_with_the_servers_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """And Ctrl-C is an ordinary end."""
    seen: list[list[str]] = []

    def serve(command: list[str]) -> int:
        seen.append(command)
        return 3

    monkeypatch.setattr(subprocess, "call", serve)
    assert launch.main(["--port", "8766"]) == 3
    assert "--server.port=8766" in seen[0]

    def interrupted(_command: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "call", interrupted)
    assert launch.main([]) == 0
