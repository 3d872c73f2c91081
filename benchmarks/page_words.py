"""Where the page shows what is measured: addresses, selectors and words, in one place."""

import json
import re
from pathlib import Path

ADDRESS = "what-if"
"""The last part of the address of the page with the limits."""

FIGURE = "[data-testid=stMain] .tiles > div"
STATUS = "[data-testid=stMain] [data-testid=stMarkdownContainer] strong"
CHIP = "[data-testid=stMain] [data-testid=stButton] button"
TILES = "class='tiles'"
EVERYONE = "everyone"
BESIDE = "output"
CHIPS = "Limit of "
APP = "[data-testid=stApp]"
MOST_FIGURES = 8

SOLVING = "Solving"
LABELLED = r"Still improving|Best possible plan|Stopped early|At most|No compliant plan exists"
PROVEN = r"Best possible plan|No compliant plan exists"
FAILED = "Something went wrong"

_RECORDER = Path(__file__).with_name("page_recorder.js")
_LABELLED = re.compile(LABELLED)
_LIMIT_CHIP = re.compile(rf"^{CHIPS}(\S+): (\d+) %")
_OWN_LIMIT = re.compile(r"^([^\s:]+)[^:]*: ")


def chip(practitioner: str, percent: int) -> str:
    """Give the words of the chip that says that a limit was moved."""
    return f"{CHIPS}{practitioner}: {percent} %"


def limit_in_chip(text: str) -> tuple[str, int] | None:
    """Read whose limit a chip says and what it is; ``None`` where it says something else."""
    found = _LIMIT_CHIP.match(text)
    return (found[1], int(found[2])) if found else None


def owner_of_slider(label: str) -> str:
    """Read whose limit a slider moves from its label, blank where it is nobody's."""
    found = _OWN_LIMIT.match(label)
    return found[1] if found else ""


def status_in(text: str) -> str:
    """Read what is said to be known of a plan, blank where a text says nothing of it."""
    found = _LABELLED.search(text)
    return found[0] if found else ""


def slider(practitioner: str) -> re.Pattern[str]:
    """Give the accessible name of the slider of a practitioner's limit, or of everyone's."""
    if practitioner == EVERYONE:
        return re.compile("^Limit for everyone")
    return re.compile(rf"^{re.escape(practitioner)}\b[^:]*:")


def recorder() -> str:
    """Give what runs in the page: the words it looks for, and the recorder itself."""
    told = {
        "figure": FIGURE,
        "status": STATUS,
        "chip": CHIP,
        "chips": CHIPS,
        "beside": BESIDE,
        "app": APP,
        "labelled": LABELLED,
        "proven": PROVEN,
        "solving": SOLVING,
        "most": MOST_FIGURES,
    }
    return f"window.benchWords = {json.dumps(told)};\n{_RECORDER.read_text(encoding='utf-8')}"
