"""The controls of the What-if page worked in a browser, and the chips they make."""

import re

from tests.ui.visit import Visit


def chips(visit: Visit) -> list[str]:
    """Give the words of every chip, in their order."""
    found = visit.page.locator("[class*='st-key-chip-'] button:visible p")
    return [words.strip() for words in found.all_inner_texts()]


def pressed(visit: Visit, name: str, *, last: bool = False) -> None:
    """Press a button of the panel; of two lists of people the ``last``, who leave the team."""
    found = visit.page.get_by_test_id("stSidebar").get_by_role("button", name=name, exact=True)
    (found.last if last else found.first).click()
    visit.at_rest()


def moved(visit: Visit, label: str | re.Pattern[str], key: str, times: int = 1) -> None:
    """Move a slider of the panel by keyboard."""
    visit.page.get_by_test_id("stSidebar").get_by_role("slider", name=label).focus()
    for _ in range(times):
        visit.page.keyboard.press(key)
    visit.at_rest()


def counted(visit: Visit, label: str, number: int) -> None:
    """Write a number into a field of the panel."""
    visit.page.get_by_role("spinbutton", name=label).fill(str(number))
    visit.page.keyboard.press("Enter")
    visit.at_rest()
