"""The walkthrough works as written: each label and each figure of the text stands on screen."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.ui.visit import CHROMIUM, ROOT, Visit, served
from tests.ui.walk import squeezed
from tests.ui.walkthrough import STEPS, walk_through

PAGE = ROOT / "docs" / "walkthrough.md"
MOST_BYTES, MOST_PICTURES = 250_000, 10


def sections() -> Mapping[str, str]:
    """Give the text of each step by its heading, without what is typed in a console."""
    text = re.sub(r"^```.*?^```$", "", PAGE.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def quoted(text: str) -> list[str]:
    """Give what a text says is on screen: labels in bold, and words and figures in code."""
    found = re.findall(r"\*\*(.+?)\*\*|`(.+?)`", text, flags=re.DOTALL)
    return [squeezed(label or words) for label, words in found]


def named_pictures() -> list[str]:
    """Give the pictures that the text shows."""
    return re.findall(r"!\[[^\]]+\]\(walkthrough/([^)]+)\)", PAGE.read_text("utf-8"))


def test_each_section_is_a_step() -> None:
    """The headings of the text are the steps of the run, in the same order, each with quotes."""
    assert list(sections()) == list(STEPS)
    assert [name for name, text in sections().items() if not quoted(text)] == []


def test_the_pictures_are_there() -> None:
    """Those shown are those made: at most ten, and none is heavy."""
    made = sorted(path.name for path in (ROOT / "docs" / "walkthrough").glob("*.png"))
    assert sorted(named_pictures()) == made
    assert len(made) <= MOST_PICTURES
    heavy = [path for path in (ROOT / "docs").rglob("*.png") if path.stat().st_size > MOST_BYTES]
    assert heavy == []


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_it_works_as_written(browser: Any, tmp_path: Path) -> None:
    """Taken step by step on a server of its own, all that a step quotes is seen in that step."""
    pictures = tmp_path / "docs" / "walkthrough"
    pictures.mkdir(parents=True)
    with served(tmp_path) as address:
        visit = Visit(browser, address, color_scheme="light")
        seen = walk_through(visit, pictures)
    lacking = {
        name: [words for words in quoted(text) if words not in seen[name]]
        for name, text in sections().items()
    }
    assert not any(lacking.values()), lacking
    assert sorted(named_pictures()) == sorted(path.name for path in pictures.glob("*.png"))
    assert visit.outside() == []
