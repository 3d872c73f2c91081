"""What a manager sees of the page, read from the app test harness."""

import time
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from streamlit.testing.v1 import AppTest


def figure(page: AppTest, label: str) -> tuple[str, str]:
    """Give a tile's value and its change in words."""
    value, change, _ = ("".join(part.itertext()) for part in figures(page)[label])
    return value, change.lstrip("\N{UPWARDS ARROW}\N{DOWNWARDS ARROW} ")


def figures(page: AppTest) -> dict[str, list[Element]]:
    """Give what stands on each tile below its name."""
    bodies = (element.proto.body for element in page.get("html"))
    found = [fromstring(body) for body in bodies if body.startswith("<dl class='tiles'>")]
    return {str(name.text): said for tiles in found for name, *said in tiles}


def colour(page: AppTest, label: str) -> str:
    """Name the colour in which a tile's change is drawn."""
    _, change, _ = figures(page)[label]
    return change.get("class", "").removeprefix("change ")


def text(page: AppTest) -> str:
    """Give all that is said on the page."""
    parts = [*page.markdown, *page.caption, *page.error, *page.title, *page.header]
    return "\n".join(part.value for part in parts).replace("\N{NO-BREAK SPACE}", " ")


def html(page: AppTest) -> str:
    """Give the cards on the page."""
    bodies = "\n".join(element.proto.body for element in page.get("html"))
    return bodies.replace("\N{NO-BREAK SPACE}", " ")


def button(page: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return next(b for b in page.button if b.label == label).click().run()


def labels(page: AppTest) -> list[str]:
    """Give the labels of all buttons."""
    return [b.label for b in page.button]


def settled(page: AppTest, done: Callable[[AppTest], bool], seconds: float = 60) -> AppTest:
    """Draw the page anew until the longer search behind it has ended."""
    until = time.monotonic() + seconds
    while not done(page):
        assert time.monotonic() < until
        time.sleep(0.2)
        page.run()
    return page


def pills(page: AppTest, label: str) -> Any:
    """Give the pills with this label."""
    return next(group for group in page.pills if group.label == label)


def unfolded(page: AppTest, key: str) -> AppTest:
    """Unfold a part that is drawn only then."""
    page.session_state[key] = True
    return page.run()


def opened_part(page: AppTest, name: str) -> AppTest:
    """Open one part of a plan."""
    page.session_state["plan"] = name
    return page.run()
