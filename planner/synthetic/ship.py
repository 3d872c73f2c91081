"""Write the scenarios that ship: ``python -m planner.synthetic.ship``.

The folders are reproducible: the same code and shares give the same files, and
a test compares them with what is committed.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from planner.data.adjustment import Adjustment
from planner.data.scenario import Scenario
from planner.files import write_scenario
from planner.synthetic.stories import STORIES, Story, tell
from planner.synthetic.variants import VARIANTS, Variant

README = "README.md"
_SETTINGS = "scenario.toml"
_INTRODUCTION = """\
# Scenarios

Synthetic teams to try the planner on. No child, family or practitioner in them is real.
Each folder is a scenario; a variant holds only its changes to the folder it extends.
All are as at Monday 2 March 2026. Written by `python -m planner.synthetic.ship`; the shares
they are drawn from, and which of these are assumed, are in `planner/synthetic/shares.toml`.
"""


def ship(root: Path) -> None:
    """Write every shipped scenario and variant, and the page that lists them, under ``root``."""
    root.mkdir(parents=True, exist_ok=True)
    for story in STORIES:
        _write_story(story, tell(story), root)
    for variant in VARIANTS:
        _write_variant(variant, root)
    (root / README).write_text(_page(), encoding="utf-8")


def _write_story(story: Story, scenario: Scenario, root: Path) -> None:
    folder = root / story.folder
    rmtree(folder, ignore_errors=True)
    write_scenario(scenario, folder)
    settings = folder / _SETTINGS
    settings.write_text(
        _comment(story.about) + settings.read_text(encoding="utf-8"), encoding="utf-8"
    )


def _write_variant(variant: Variant, root: Path) -> None:
    folder = root / variant.folder
    folder.mkdir(exist_ok=True)
    head = f"name = {json.dumps(variant.name)}\nextends = {json.dumps(f'../{variant.extends}')}\n"
    changes = "".join(f"\n[[adjust]]\n{_lines(change)}" for change in variant.changes)
    (folder / _SETTINGS).write_text(_comment(variant.about) + head + changes, encoding="utf-8")


def _lines(change: Adjustment) -> str:
    stated = change.model_dump(mode="json", exclude_unset=True)
    return "".join(f"{name} = {_toml(name, value)}\n" for name, value in stated.items())


def _toml(name: str, value: object) -> str:
    """Write a value bare where the field holds a number or a day, else as text."""
    bare = name in ("amount", "fte", "start", "until")
    return str(value) if bare else json.dumps(value)


def _comment(about: str) -> str:
    return "".join(f"# {line}\n" for line in _wrapped(about))


def _wrapped(text: str, width: int = 88) -> Iterator[str]:
    line = ""
    for word in text.split():
        if len(line) + len(word) >= width:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def _page() -> str:
    stories = "".join(f"- `{s.folder}`: **{s.name}.** {s.about}\n" for s in STORIES)
    variants = "".join(
        f"- `{v.folder}` (extends `{v.extends}`): **{v.name}.** {v.about}\n" for v in VARIANTS
    )
    return f"{_INTRODUCTION}\n## Teams\n\n{stories}\n## What-if variants\n\n{variants}"


if __name__ == "__main__":
    ship(Path(__file__).parents[2] / "scenarios")
