"""Variants: a folder that extends another scenario and holds only its changes."""

from pathlib import Path

from planner.data.adjust import adjust
from planner.data.adjustment import Adjustment
from planner.errors import DataFaults, Fault
from planner.files.assemble import Team, assemble
from planner.files.folder import SETTINGS_FILE, read_folder, read_settings_file
from planner.files.safe import lies_within
from planner.files.sections import read_section
from planner.files.source import RawSettings
from planner.files.tables import ADJUST, TABLES

MOST_VARIANTS = 20
"""How many variants may stand on one another."""
_OWN = ("name", "extends")


def read_team_folder(folder: Path) -> Team:
    """Read a scenario folder, through every scenario that it extends.

    Raises
    ------
    DataFaults
        With every fault of the folder and of those it extends.
    """
    return _read(folder, root=folder.resolve().parent, above=())


def _read(folder: Path, root: Path, above: tuple[Path, ...]) -> Team:
    settings, _ = read_settings_file(folder)
    if settings is None or not settings.scenario.get("extends"):
        return _read_base(folder, settings)
    faults = _faults_of_variant(folder, settings)
    name = settings.scenario["extends"]
    target = _target(folder, name, root, (*above, folder.resolve()))
    steps, found = _steps(settings)
    faults += found
    try:
        base = _base(target, name, root, (*above, folder.resolve()))
    except DataFaults as error:
        raise DataFaults([*faults, *error.faults]) from error
    if faults:
        raise DataFaults(faults)
    return _adjusted(base, steps, settings.scenario.get("name") or folder.resolve().name)


def _read_base(folder: Path, settings: RawSettings | None) -> Team:
    source = read_folder(folder)
    if settings and settings.adjust:
        message = "is only for a variant: name the scenario it extends"
        fault = Fault(SETTINGS_FILE, column="adjust", message=message)
        source = source._replace(faults=(*source.faults, fault))
    return assemble(source)


def _faults_of_variant(folder: Path, settings: RawSettings) -> list[Fault]:
    """Name what a variant may not hold: it holds only its changes."""
    message = "is not for a variant, which holds only its changes; use [[adjust]]"
    sections = {"limits": settings.limits, "bases": settings.bases, "columns": settings.columns}
    names = [name for name in settings.scenario if name not in _OWN]
    names += [name for name, content in sections.items() if content]
    files = [table.file for table in TABLES if (folder / table.file).exists()]
    return [
        *read_settings_file(folder)[1],
        *(Fault(SETTINGS_FILE, column=name, message=message) for name in names),
        *(Fault(file, message=message) for file in files),
    ]


def _target(folder: Path, name: str, root: Path, above: tuple[Path, ...]) -> Path | str:
    """Find the folder that is extended, or say why it may not be."""
    if "\0" in name or Path(name).is_absolute() or not lies_within(folder / name, root):
        return "leads outside the folder of scenarios"
    target = (folder / name).resolve()
    if target in above:
        circle = " extends ".join(path.name for path in (*above[above.index(target) :], target))
        return f"goes round in a circle: {circle}"
    if target == root or not target.is_dir():
        return "is not a scenario folder"
    if len(above) > MOST_VARIANTS:
        return f"stands on more than {MOST_VARIANTS} others"
    return target


def _base(target: Path | str, name: str, root: Path, above: tuple[Path, ...]) -> Team:
    """Read the scenario that is extended; its faults name its folder too."""
    if isinstance(target, str):
        raise DataFaults([Fault(SETTINGS_FILE, column="extends", value=name, message=target)])
    try:
        return _read(target, root, above)
    except DataFaults as error:
        raise DataFaults(_placed(fault, target.name) for fault in error.faults) from error


def _placed(fault: Fault, folder: str) -> Fault:
    """Put the folder before the file, once: deeper ones name theirs already."""
    deeper = fault.file.startswith("../")
    return fault if deeper else fault._replace(file=f"../{folder}/{fault.file}")


def _steps(settings: RawSettings) -> tuple[list[Adjustment], list[Fault]]:
    steps: list[Adjustment] = []
    faults: list[Fault] = []
    for number, words in enumerate(settings.adjust, start=1):
        section = read_section(words, ADJUST, settings.file, f"adjust {number}.")
        faults += section.faults
        if not section.faults:
            steps.append(Adjustment.model_validate(section.cells))
    return steps, faults


def _adjusted(base: Team, steps: list[Adjustment], name: str) -> Team:
    """Apply the changes of a variant; refusals name the [[adjust]] they come from."""
    try:
        scenario = adjust(base.scenario, steps)
    except DataFaults as error:
        raise DataFaults(
            fault._replace(
                file=SETTINGS_FILE, row=None, column=f"adjust {fault.row}.{fault.column}"
            )
            for fault in error.faults
        ) from error
    return Team(scenario.model_copy(update={"name": name}), base.policy)
