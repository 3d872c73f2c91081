"""What a manager sees of the page, read from the app test harness."""

import time
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest


def figure(page: AppTest, label: str) -> tuple[str, str]:
    """Give a tile's value and its change in words."""
    metric = next(m for m in page.metric if m.label == label)
    return metric.value, metric.delta


def colour(page: AppTest, label: str) -> str:
    """Name the colour in which a tile's change is drawn."""
    metric = next(m for m in page.metric if m.label == label)
    return str(type(metric.proto).MetricColor.Name(metric.proto.color))


def text(page: AppTest) -> str:
    """Give all that is said on the page."""
    parts = [*page.markdown, *page.caption, *page.error, *page.title, *page.header]
    return "\n".join(part.value for part in parts).replace("\N{NO-BREAK SPACE}", " ")


def html(page: AppTest) -> str:
    """Give the cards on the page."""
    return "\n".join(element.proto.body for element in page.get("html"))


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


def opened_tab(page: AppTest, name: str) -> AppTest:
    """Open one of the tabs of a plan."""
    page.session_state["plan"] = name
    return page.run()
