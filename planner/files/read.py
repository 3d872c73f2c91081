"""The door in: a scenario from a folder or a workbook."""

from pathlib import Path

from planner.data.scenario import Scenario
from planner.errors import DataFaults, Fault
from planner.files.assemble import Team, assemble
from planner.files.extends import read_team_folder


def read_scenario(path: Path) -> Scenario:
    """Read a scenario from a folder or an ``.xlsx`` workbook.

    Raises
    ------
    DataFaults
        With every fault at once: file, row, column, value, what is allowed.
    """
    return read_team(path).scenario


def read_team(path: Path) -> Team:
    """Read a scenario together with the policy that it names.

    Raises
    ------
    DataFaults
        With every fault at once: file, row, column, value, what is allowed.
    """
    try:
        return _read(path)
    except OSError as error:
        # A name no file can have, or a disk that went away.
        message = f"cannot be read: {error.strerror or error}"
        raise DataFaults([Fault(path.name or str(path), message=message)]) from error


def _read(path: Path) -> Team:
    if path.is_dir():
        return read_team_folder(path)
    if path.suffix.casefold() == ".xlsx":
        # Imported here: most teams are folders, and it takes long to load.
        from planner.files.workbook import read_workbook

        return assemble(read_workbook(path))
    message = (
        "is neither a scenario folder nor an .xlsx workbook" if path.exists() else "is missing"
    )
    macros = "; save a workbook with macros as .xlsx" if path.suffix.casefold() == ".xlsm" else ""
    raise DataFaults([Fault(path.name, message=message + macros)])
