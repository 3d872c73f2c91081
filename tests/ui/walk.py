"""A visitor who follows a text: what she clicks by its label, sees, and takes pictures of."""

import re
from pathlib import Path
from typing import Any

from tests.ui.visit import Visit

SEEN = """() => {
    const said = [document.title], walk = root => {
        for (const one of root.querySelectorAll('*')) {
            if (one.shadowRoot) { said.push(one.shadowRoot.textContent); walk(one.shadowRoot); }
            if (one.ariaLabel) said.push(one.ariaLabel);
            if (one.value && typeof one.value === 'string') said.push(one.value);
        }
    };
    walk(document);
    return [document.body.innerText, ...said].join('\\n');
}"""


def squeezed(text: str) -> str:
    """Make every kind of space, and every run of it, one plain space."""
    return re.sub(r"\s+", " ", text)


class Walk:
    """A visitor on her way through the steps, what she has seen in each, and her pictures."""

    def __init__(self, visit: Visit, folder: Path) -> None:
        self.visit, self.page, self.folder = visit, visit.page, folder
        self.step = ""
        self.seen: dict[str, str] = {}
        visit.page.set_viewport_size({"width": 1280, "height": 1000})

    def look(self) -> str:
        """Wait until the page is at rest, and keep what stands on it as seen in this step."""
        self.visit.at_rest()
        return self._kept()

    def _kept(self) -> str:
        found = squeezed(self.page.evaluate(SEEN))
        self.seen[self.step] = f"{self.seen.get(self.step, '')} {found}"
        return found

    def glimpses(self, words: str) -> None:
        """Wait until words stand on the page, whatever is still sought."""
        self.page.wait_for_function(
            "words => document.body.innerText.replace(/\\s+/g, ' ').includes(words)", arg=words
        )
        self._kept()

    def sees(self, words: str) -> None:
        """Wait until words stand on the page, and still do when nothing is sought any more."""
        self.glimpses(words)
        assert words in self.look()

    def goes(self, title: str) -> None:
        """Go to a page by its name at the top."""
        self.visit.go(title)
        self.look()

    def press(self, label: str, *, exact: bool = False) -> None:
        """Click a button."""
        self.page.get_by_role("button", name=label, exact=exact).first.click()
        self.look()

    def part(self, label: str) -> None:
        """Click one of a row of choices that stand side by side."""
        self.page.get_by_role("radio", name=label, exact=True).first.click()
        self.look()

    def choose(self, label: str, option: str) -> None:
        """Choose from a list."""
        self.page.get_by_role("combobox", name=label).last.click()
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option).first.click()
        self.look()

    def write(self, label: str, words: str) -> None:
        """Write into a field."""
        self.page.get_by_role("textbox", name=label, exact=True).last.fill(words)

    def dated(self, label: str, day: str) -> None:
        """Type a date, digit by digit."""
        field = self.page.get_by_test_id("stDateInput").filter(has_text=label).last
        field.get_by_role("spinbutton").first.click()
        self.page.keyboard.type(day)

    def solved(self) -> None:
        """Wait until the what-if is compared with the baseline and nothing is sought any more."""
        self.visit.solved("the baseline plan")
        self.page.get_by_text("Looking further, and for").wait_for(state="hidden")
        self.look()

    def picture(self, name: str, top: Any, height: int, *, whole: bool = False) -> None:
        """Take a picture from something on the page downward; ``whole`` with the controls."""
        self.visit.at_rest()
        top.evaluate("one => one.scrollIntoView({block: 'start'})")
        main = self.page.get_by_test_id("stMain")
        main.evaluate("one => one.scrollBy(0, -70)")
        self.page.wait_for_timeout(700)
        left, box = main.bounding_box()["x"], top.bounding_box()
        upper = 0 if whole else max(0, box["y"] - 12)
        width = 1280 if whole else 1280 - left
        area = {"x": 0 if whole else left, "y": upper, "width": width}
        area["height"] = min(height, 1000 - upper)
        self.page.screenshot(path=str(self.folder / f"{name}.png"), clip=area)

    def heading(self, name: str) -> Any:
        """Find a heading by its words."""
        return self.page.get_by_role("heading", name=name, exact=True).first
