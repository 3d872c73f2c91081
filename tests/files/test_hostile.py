"""Whatever the bytes are, the answer is a scenario or faults in words."""

import io
import tempfile
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.data.scenario import Child, Practitioner, Scenario
from planner.data.vocabulary import Phase
from planner.errors import DataFaults
from planner.files import read_scenario, write_scenario

TEAM = Scenario(
    name="team",
    as_at=date(2026, 3, 2),
    children=(Child(child="C1", family="F1", age=3, phase=Phase.CLOSURE, holder="P1"),),
    practitioners=(Practitioner(practitioner="P1", fte=Decimal(1)),),
    bases={"team": "North"},
)
FILES = ["scenario.toml", "cases.csv", "practitioners.csv", "leave.csv", "pins.csv", "factors.csv"]
SCRAPS = st.sampled_from(
    [
        ",",
        '"',
        "\n",
        "\r\n",
        "=",
        "[[",
        "]]",
        "'",
        "2026-03-02",
        "kind",
        "child",
        "\x00",
        "é",
        "[a]",
    ]
)
SOUP = st.lists(st.one_of(SCRAPS, st.text(max_size=5)), max_size=30).map("".join)


def is_answered(path: Path) -> bool:
    """Read a path; a trace of any other kind makes the test fail."""
    try:
        read_scenario(path)
    except DataFaults as error:
        return bool(error.faults) and str(error).startswith(f"{len(error.faults)} fault")
    return True


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FILES),
    st.one_of(st.binary(max_size=200), SOUP.map(lambda text: text.encode("utf-8", "replace"))),
    st.booleans(),
)
def test_any_bytes_in_any_file(file: str, content: bytes, after: bool) -> None:
    """A file replaced by noise, or with noise after what was good."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "team"
        write_scenario(TEAM, folder)
        target = folder / file
        good = target.read_bytes() if after and target.exists() else b""
        target.write_bytes(good + content)
        assert is_answered(folder)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give a good workbook as bytes."""
    path = tmp_path_factory.mktemp("good") / "team.xlsx"
    write_scenario(TEAM, path)
    return path.read_bytes()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_damage_to_a_workbook(workbook: bytes, data: st.DataObject) -> None:
    """Bytes changed anywhere in the zip."""
    damaged = bytearray(workbook)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "team.xlsx"
        path.write_bytes(damaged)
        assert is_answered(path)


PARTS = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]
PARTS += ["xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_inside_a_workbook(workbook: bytes, data: st.DataObject) -> None:
    """Markup with numbers and words changed, in a zip that is whole."""
    name = data.draw(st.sampled_from(PARTS))
    old = data.draw(st.sampled_from([b'"1"', b'"2"', b"<v>", b'r="A2"', b't="s"', b"<t>", b"Id"]))
    new = data.draw(
        st.sampled_from([b'"-1"', b'"99999999"', b'"x"', b"", b"<f>", b't="d"', b't="e"'])
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as good, zipfile.ZipFile(stream, "w") as made:
        for part in good.namelist():
            content = good.read(part)
            made.writestr(part, content.replace(old, new, 3) if part == name else content)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "team.xlsx"
        path.write_bytes(stream.getvalue())
        assert is_answered(path)
