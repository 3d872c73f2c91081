"""Read vignettes from TOML, and refuse the file with every fault at once where it has any."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, NamedTuple

from pydantic import Field

from planner.data.policy import Policy
from planner.data.record import Record
from planner.data.scenario import Child, Decision, Reply, Scenario, Task
from planner.data.vignette import Casebook, Expected, Ordered, Vignette
from planner.data.vocabulary import Answer, Contact, Phase
from planner.errors import DataFaults
from planner.policy.load import default_policy
from planner.policy.sections import Content, Reading, toml_content
from planner.policy.vignette_faults import contradictions

SHIPPED = "vignettes.toml"


class _Head(Record):
    """The top of the file: the day of every case, and what the words of contact mean."""

    as_at: date
    visits: Mapping[Contact, Annotated[int, Field(ge=1)]] = Field(min_length=len(Contact))


class _Heading(Record):
    """A vignette without its children; ``left_out`` names columns that nobody supplied.

    ``factors`` and ``indicators`` are answered so of every child whose own row does not
    say otherwise.
    """

    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    says: str = Field(min_length=1)
    source: str = Field(min_length=1)
    paragraphs: tuple[str, ...] = Field(min_length=1)
    order: tuple[Ordered, ...] = ()
    left_out: tuple[str, ...] = ()
    factors: Mapping[str, Answer] = {}
    indicators: Mapping[str, Answer] = {}


class _Row(Record):
    """What is answered and expected of one child; facts, tasks and decisions are read apart."""

    child: str = Field(min_length=1)
    factors: Mapping[str, Answer] = {}
    indicators: Mapping[str, Answer] = {}
    expect: Expected | None = None


class _Written(NamedTuple):
    """One child of a vignette, read; ``row`` is ``None`` where it is at fault."""

    row: _Row | None
    child: Child
    tasks: tuple[Task, ...]
    decisions: tuple[Decision, ...]


@lru_cache(maxsize=1)
def shipped_vignettes() -> Casebook:
    """Give the vignettes that ship with the planner, derived from the two sources."""
    text = files("planner.policy").joinpath(SHIPPED).read_text("utf-8")
    return parse_vignettes(text, SHIPPED, (default_policy(),))


def parse_vignettes(text: str, file: str, policies: Sequence[Policy]) -> Casebook:
    """Read vignettes from the text of a file.

    Parameters
    ----------
    file : str
        The name under which faults are reported.
    policies : sequence of Policy
        What a vignette may cite: paragraphs, factors, indicators and kinds of
        task of any of these.

    Raises
    ------
    DataFaults
        With every fault of the file.
    """
    reading = Reading(file)
    content = toml_content(text, file)
    rows = reading.tables(content.get("vignettes", []), "vignettes")
    usual = _usual(reading, content.get("usual", {}))
    top = {name: value for name, value in content.items() if name not in ("vignettes", "usual")}
    head = reading.record(_Head, top, "")
    if head and len(set(head.visits.values())) < len(head.visits):
        reading.fault("visits", "two words of contact mean the same")
    day = head.as_at if head else date.min
    read = [_vignette(reading, row, n, day, usual) for n, row in enumerate(rows, start=1)]
    vignettes = tuple(one for one in read if one is not None)
    if not rows:
        reading.fault("vignettes", "there is none")
    reading.faults.extend(contradictions(file, vignettes, policies))
    if reading.faults or head is None:
        raise DataFaults(reading.faults)
    return Casebook(visits=head.visits, vignettes=vignettes)


def _usual(reading: Reading, content: object) -> Content:
    """Give the facts of a child where a vignette says nothing else, those at fault left out."""
    if not isinstance(content, dict):
        reading.fault("usual", "is not a section")
        return {}
    known = len(reading.faults)
    probe = {"phase": Phase.CLOSURE, **_filled(content), "child": "usual", "family": "usual"}
    reading.record(Child, probe, "usual")
    wrong = {fault.column.split(", ")[-1] for fault in reading.faults[known:]}
    return {name: value for name, value in content.items() if name not in wrong}


def _filled(content: Content) -> Content:
    """Leave blanks out: they stand for what is not recorded, as in a file of cases."""
    known = Child.model_fields
    return {name: value for name, value in content.items() if value != "" or name not in known}


def _vignette(
    reading: Reading, content: Content, number: int, day: date, usual: Content
) -> Vignette | None:
    place = str(content.get("id") or f"vignette {number}")
    own = {name: value for name, value in content.items() if name != "children"}
    heading = reading.record(_Heading, own, place)
    rows = reading.tables(content.get("children", []), f"{place}, children")
    written = [_child(reading, row, place, usual) for row in rows]
    if heading is None:
        return None
    answered = [one.row for one in written if one.row]
    return Vignette(
        **heading.model_dump(exclude={"factors", "indicators"}),
        scenario=_scenario(heading, day, written, answered),
        expected={row.child: row.expect for row in answered if row.expect is not None},
    )


def _child(reading: Reading, content: Content, vignette: str, usual: Content) -> _Written:
    """Read one child, so that the faults of every part of it are seen.

    A child whose facts are at fault stands in without them: the file is
    refused, and what else is wrong with the vignette can still be said.
    """
    name = str(content.get("child") or "child")
    place = f"{vignette}, {name}"
    apart: dict[str, object] = {"facts": {}, "tasks": [], "decisions": []}
    row = reading.record(_Row, {k: v for k, v in content.items() if k not in apart}, place)
    facts, tasks, decisions = (content.get(part, none) for part, none in apart.items())
    if not isinstance(facts, dict):
        reading.fault(f"{place}, facts", "is not a section")
        facts = {}
    whole = _filled({"family": name, **usual, **facts, "child": name})
    child = reading.record(Child, whole, f"{place}, facts")
    return _Written(
        row,
        child or Child(child=name, family=name, phase=Phase.CLOSURE),
        reading.records(Task, tasks, name, f"{place}, tasks"),
        reading.records(Decision, decisions, name, f"{place}, decisions"),
    )


def _scenario(
    heading: _Heading, day: date, written: Sequence[_Written], answered: Sequence[_Row]
) -> Scenario:
    factors = [
        Reply(child=row.child, item=item, answer=answer)
        for row in answered
        for item, answer in {**heading.factors, **row.factors}.items()
    ]
    indicators = [
        Reply(child=row.child, item=item, answer=answer)
        for row in answered
        for item, answer in {**heading.indicators, **row.indicators}.items()
    ]
    columns = {f"cases.{column}" for column in Child.model_fields if column not in heading.left_out}
    items = {f"factors.{row.item}" for row in factors}
    items |= {f"indicators.{row.item}" for row in indicators}
    return Scenario(
        name=heading.id,
        as_at=day,
        children=tuple(one.child for one in written),
        factors=tuple(factors),
        indicators=tuple(indicators),
        tasks=tuple(task for one in written for task in one.tasks),
        decisions=tuple(decision for one in written for decision in one.decisions),
        supplied=frozenset(columns | items),
    )
