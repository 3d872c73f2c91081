"""Variants: what they may extend, and what they may hold."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.errors import Fault
from planner.files import read_scenario, read_team
from planner.files.extends import MOST_VARIANTS

WriteTeam = Callable[..., Path]
FaultsOf = Callable[[Path], tuple[Fault, ...]]


def variant(folder: Path, text: str) -> Path:
    """Write a folder that holds only a settings file."""
    folder.mkdir(parents=True)
    (folder / "scenario.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_variant_is_its_base_with_changes(write_team: WriteTeam, tmp_path: Path) -> None:
    """Monday: P1 is sick and P2 works at 90 per cent; all else is the base's."""
    write_team("steady")
    monday = variant(
        tmp_path / "monday",
        'name = "Monday"\nextends = "../steady"\n'
        '[[adjust]]\nkind = "away"\npractitioner = "P1"\n'
        '[[adjust]]\nkind = "Limit"\npractitioner = "P2"\namount = 90\n'
        '[[adjust]]\nkind = "add"\npractitioner = "P9"\nskills = ["auslan"]\nfte = 0.5\n',
    )
    base, changed = read_scenario(tmp_path / "steady"), read_scenario(monday)
    assert (base.name, changed.name) == ("Small team", "Monday")
    assert changed.children == base.children
    assert [(leave.practitioner, leave.until) for leave in changed.leave] == [
        ("P1", date(2026, 3, 29))
    ]
    assert [p.limit_percent for p in changed.practitioners] == [100, 90, 100, 100]
    assert changed.practitioners[-1].skills == ("auslan",)
    assert changed.limits.baseline_families == 1


def test_variants_stand_on_variants(write_team: WriteTeam, tmp_path: Path) -> None:
    """Changes are applied base first; the baseline is the lowest one's."""
    write_team("steady")
    variant(
        tmp_path / "one",
        'extends = "../steady"\n[[adjust]]\nkind = "remove"\npractitioner = "P1"\n',
    )
    two = variant(
        tmp_path / "two", 'extends = "../one"\n[[adjust]]\nkind = "reserve"\namount = 8.5\n'
    )
    scenario = read_scenario(two)
    assert scenario.name == "two"
    assert scenario.practitioners[0].end is not None
    assert (scenario.limits.reserve_hours, scenario.limits.baseline_families) == (
        Decimal("8.5"),
        1,
    )


@pytest.mark.parametrize(
    ("extends", "message"),
    [
        ("../nowhere", "is not a scenario folder"),
        ("..", "is not a scenario folder"),
        ("../steady/cases.csv", "is not a scenario folder"),
        ("../../outside", "leads outside the folder of scenarios"),
        ("/etc", "leads outside the folder of scenarios"),
        ("../escape", "leads outside the folder of scenarios"),
        (".", "goes round in a circle: variant extends variant"),
        ("../variant", "goes round in a circle: variant extends variant"),
        ("x\\u0000y", "leads outside the folder of scenarios"),
    ],
)
def test_where_extends_may_not_lead(
    write_team: WriteTeam, faults_of: FaultsOf, tmp_path: Path, extends: str, message: str
) -> None:
    """Only folders beside the first one; no absolute path, no link out, no circle."""
    write_team("scenarios_dummy")
    root = tmp_path / "root"
    (tmp_path / "outside").mkdir()
    root.mkdir()
    (root / "escape").symlink_to(tmp_path / "scenarios_dummy")
    (root / "steady").mkdir()
    (root / "steady" / "cases.csv").write_text("x")
    (fault,) = faults_of(variant(root / "variant", f'extends = "{extends}"\n'))
    assert (fault.file, fault.column, fault.message) == ("scenario.toml", "extends", message)


def test_a_longer_circle_is_named(faults_of: FaultsOf, tmp_path: Path) -> None:
    """Three folders that extend one another: the words show the way round."""
    for name, below in (("a", "b"), ("b", "c"), ("c", "a")):
        variant(tmp_path / name, f'extends = "../{below}"\n')
    (fault,) = faults_of(tmp_path / "a")
    assert fault.file == "../c/scenario.toml"
    assert fault.message == "goes round in a circle: a extends b extends c extends a"


@pytest.mark.parametrize(
    ("length", "read"),
    [(MOST_VARIANTS - 1, True), (MOST_VARIANTS, True), (MOST_VARIANTS + 1, False)],
)
def test_how_many_may_stand_on_one_another(
    write_team: WriteTeam, faults_of: FaultsOf, tmp_path: Path, length: int, read: bool
) -> None:
    """One under, exactly at, one over."""
    write_team("v0")
    for number in range(1, length + 1):
        variant(tmp_path / f"v{number}", f'extends = "../v{number - 1}"\n')
    if read:
        assert len(read_scenario(tmp_path / f"v{length}").children) == 3
    else:
        (fault,) = faults_of(tmp_path / f"v{length}")
        assert fault.message == f"stands on more than {MOST_VARIANTS} others"


def test_a_variant_holds_only_its_changes(
    write_team: WriteTeam, faults_of: FaultsOf, tmp_path: Path
) -> None:
    """Tables and settings of its own would be two ways to say one thing."""
    write_team("steady")
    folder = variant(
        tmp_path / "mixed",
        'extends = "../steady"\nas_at = 2026-03-03\nnonsense = 1\n[limits]\nstrict = true\n',
    )
    (folder / "leave.csv").write_text("practitioner,start\n")
    found = {(fault.file, fault.column) for fault in faults_of(folder)}
    assert found == {
        ("scenario.toml", "as_at"),
        ("scenario.toml", "nonsense"),
        ("scenario.toml", "limits"),
        ("leave.csv", ""),
    }


def test_faults_of_variant_and_base_in_one_report(
    write_team: WriteTeam, faults_of: FaultsOf, tmp_path: Path
) -> None:
    """The base's faults name its folder; the variant's name the [[adjust]]."""
    write_team("steady", practitioners="practitioner,fte\nP1,2\n")
    folder = variant(
        tmp_path / "monday",
        'extends = "../steady"\n[[adjust]]\nkind = "sack"\n'
        '[[adjust]]\nkind = "limit"\namount = "much"\nwhom = "P1"\n[[adjust]]\nchild = "C1"\n',
    )
    assert [(f.file, f.column) for f in faults_of(folder)] == [
        ("scenario.toml", "adjust 1.kind"),
        ("scenario.toml", "adjust 2.amount"),
        ("scenario.toml", "adjust 2.whom"),
        ("scenario.toml", "adjust 3.kind"),
        ("../steady/practitioners.csv", "fte"),
    ]


def test_changes_that_the_base_refuses(
    write_team: WriteTeam, faults_of: FaultsOf, tmp_path: Path
) -> None:
    """Someone unknown to the base is named with the change that names them."""
    write_team("steady")
    folder = variant(
        tmp_path / "monday",
        'extends = "../steady"\n[[adjust]]\nkind = "away"\npractitioner = "P7"\n'
        '[[adjust]]\nkind = "split"\nchild = "C9"\n',
    )
    assert [(f.file, f.column, f.value) for f in faults_of(folder)] == [
        ("scenario.toml", "adjust 1.practitioner", "P7"),
        ("scenario.toml", "adjust 2.child", "C9"),
    ]


def test_the_base_s_policy_is_the_variant_s(write_team: WriteTeam, tmp_path: Path) -> None:
    """A policy file lies in the base's folder; the variant is planned with it."""
    write_team("steady")
    folder = variant(tmp_path / "monday", 'extends = "../steady"\n')
    assert read_team(folder).policy == read_team(tmp_path / "steady").policy


def test_a_policy_of_the_base_is_looked_for_in_the_base(
    write_team: WriteTeam, faults_of: FaultsOf, tmp_path: Path
) -> None:
    """A policy file beside the variant's settings is not the base's."""
    write_team("steady", scenario='as_at = 2026-03-02\npolicy = "ours.toml"\n')
    folder = variant(tmp_path / "monday", 'extends = "../steady"\n')
    (folder / "ours.toml").write_text("x = 1")
    (fault,) = faults_of(folder)
    assert (fault.file, fault.message) == ("../steady/ours.toml", "is missing")
