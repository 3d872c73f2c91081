"""The page is served to this machine only, and tells nobody anything."""

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import pytest

from planner.ui import launch


def test_the_command_serves_the_page_on_this_machine_only() -> None:
    """The very interpreter, the page's own file, loopback, no statistics, no traces."""
    found = launch.command(8765)
    assert found[:4] == [sys.executable, "-m", "planner.ui.serving", str(launch.PAGE)]
    assert launch.PAGE.is_file()
    assert {
        "--server.address=127.0.0.1",
        "--browser.gatherUsageStats=false",
        "--server.port=8765",
        "--server.headless=true",
        "--server.maxUploadSize=5",
        "--client.showErrorDetails=none",
        "--client.showErrorLinks=false",
        "--client.allowedOrigins=",
    } <= set(found)


def test_no_page_around_this_one_may_steer_it(address: str) -> None:
    """The browser is told of no origin whose messages it would obey."""
    with urllib.request.urlopen(f"{address}_stcore/host-config") as answer:
        assert not any(json.load(answer)["allowedOrigins"])


def test_a_browser_opens_only_when_asked() -> None:
    """Headless means that none is opened."""
    assert "--server.headless=false" in launch.command(8765, open_browser=True)


def test_every_setting_is_one_that_streamlit_knows() -> None:
    """A misspelt flag would be refused at the start, or left without effect."""
    from streamlit import config

    names = [flag.removeprefix("--").split("=")[0] for flag in launch.command(8765) if "=" in flag]
    assert names
    assert set(names) <= set(config.get_config_options())


CAPTION = 0.6
"""How much of the text's colour a caption keeps."""


def rgb(colour: str) -> list[int]:
    """Give red, green and blue of ``#RRGGBB``."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def luminance(parts: Sequence[float]) -> float:
    """Give the relative luminance that WCAG defines."""
    shares = [part / 255 for part in parts]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def own_colours(theme: str) -> dict[str, str]:
    """Give the colours that the page's own style has for a theme."""
    text = Path(launch.__file__).with_name("page.css").read_text("utf-8")
    pairs = re.findall(r"--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)", text)
    return {name: light if theme == "light" else dark for name, light, dark in pairs}


def test_contrast_is_measured() -> None:
    """White on black is 21, a colour on itself 1; #767676 on white is the known 4.54."""
    assert contrast([255] * 3, [0] * 3) == pytest.approx(21)
    assert contrast([9] * 3, [9] * 3) == 1
    assert contrast(rgb("#767676"), rgb("#ffffff")) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read_in_both_themes(theme: str) -> None:
    """Text, links, captions and quiet words on both grounds: at least 4.5 to 1, as AA asks."""
    theirs, ours = launch.PALETTE[theme], own_colours(theme)
    grounds = [rgb(theirs[name]) for name in ("backgroundColor", "secondaryBackgroundColor")]
    texts = [rgb(theirs[name]) for name in ("textColor", "linkColor", "primaryColor")]
    texts += [rgb(ours[name]) for name in ("quiet", "link")]
    for ground in grounds:
        ink = rgb(theirs["textColor"])
        caption = [CAPTION * i + (1 - CAPTION) * g for i, g in zip(ink, ground, strict=True)]
        assert min(contrast(text, ground) for text in (*texts, caption)) >= 4.5
    assert contrast(rgb(ours["on-primary"]), rgb(theirs["primaryColor"])) >= 4.5


def test_both_themes_have_the_same_parts() -> None:
    """Neither theme falls back to a colour that is not ours, and none is forced on the reader."""
    assert launch.PALETTE["light"].keys() == launch.PALETTE["dark"].keys()
    assert not [flag for flag in launch.FLAGS if flag.startswith("--theme.base")]


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


def test_no_folder_of_pages_stands_beside_the_script() -> None:
    """Streamlit would take it for pages of its own and open one bare from a link."""
    assert not (launch.PAGE.parent / "pages").exists()
