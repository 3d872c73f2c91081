"""Read a policy file and refuse it, with every fault at once, where it does not hold together."""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from pydantic import ValidationError

from planner.data.deallocation import RationaleId
from planner.data.policy import Factor, Policy
from planner.data.vocabulary import Contact
from planner.data.wording import Derivation, SentenceId
from planner.errors import PolicyError


@lru_cache(maxsize=1)
def default_policy() -> Policy:
    """Give the policy that ships with the planner."""
    return parse_policy(files("planner.policy").joinpath("default.toml").read_text("utf-8"))


def parse_policy(text: str) -> Policy:
    """Read a policy from the text of its file.

    Returns
    -------
    Policy
        With ``digest`` the SHA-256 of the text.

    Raises
    ------
    PolicyError
        With every fault as a plain sentence: not TOML, a field missing or of
        the wrong type, or records that contradict each other.
    """
    policy = _records(text)
    found = tuple(_contradictions(policy))
    if found:
        raise PolicyError(found)
    return policy


def _records(text: str) -> Policy:
    try:
        content = tomllib.loads(text, parse_float=Decimal)
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        return Policy.model_validate({**content, "digest": digest})
    except tomllib.TOMLDecodeError as error:
        raise PolicyError([f"The policy is not a TOML file: {error}."]) from error
    except ValidationError as error:
        raise PolicyError(_sentences(error)) from error


def _sentences(error: ValidationError) -> list[str]:
    return [
        f"{'.'.join(str(part) for part in fault['loc']) or 'policy'}: {fault['msg']}."
        for fault in error.errors()
    ]


def _contradictions(policy: Policy) -> Iterator[str]:
    yield from _repeated(policy)
    yield from _unknown_paragraphs(policy)
    yield from _factor_faults(policy)
    yield from _indicator_faults(policy)
    yield from _gaps(policy)
    yield from _points_beyond_one_stage(policy)


def _repeated(policy: Policy) -> Iterator[str]:
    lists: dict[str, Iterable[str]] = {
        "paragraph": (row.id for row in policy.paragraphs),
        "factor": (row.id for row in policy.factors),
        "indicator": (row.id for row in policy.indicators),
        "task": (row.id for row in policy.tasks),
        "stage": (row.id for row in policy.stages),
        "sentence": (row.id for row in policy.sentences),
        "obligation": (row.id for row in policy.obligations),
        "part of the rationale": (row.id.value for row in policy.rationale),
        "judgement": (f"{row.consequence}, {row.probability}" for row in policy.judgements),
    }
    for kind, ids in lists.items():
        for repeated, count in Counter(ids).items():
            if count > 1:
                yield f"The {kind} {repeated!r} is there {count} times."


def _unknown_paragraphs(policy: Policy) -> Iterator[str]:
    known = {paragraph.id for paragraph in policy.paragraphs}
    citing: list[tuple[str, str, str]] = [
        *(("factor", row.id, row.paragraph) for row in policy.factors),
        *(("indicator", row.id, row.paragraph) for row in policy.indicators),
        *(("task", row.id, row.paragraph) for row in policy.tasks),
        *(("sentence", row.id, row.paragraph) for row in policy.sentences),
        *(("obligation", row.id, row.paragraph) for row in policy.obligations),
        *(("part of the rationale", row.id.value, row.paragraph) for row in policy.rationale),
    ]
    for kind, identity, paragraph in citing:
        if paragraph not in known:
            yield f"The {kind} {identity!r} cites paragraph {paragraph!r}, which is not there."


def _factor_faults(policy: Policy) -> Iterator[str]:
    answered = {factor.id for factor in policy.factors if not factor.derived}
    for factor in policy.factors:
        if factor.unknown_points > factor.points:
            yield f"The factor {factor.id!r} gives more points for unknown than for yes."
        for read in factor.reads:
            if read not in answered:
                yield f"The factor {factor.id!r} reads {read!r}, which is no answered factor."
        if factor.group is not None and factor.points:
            yield f"The factor {factor.id!r} puts a child in a group, so it may carry no points."
    for rule in policy.obligations:
        if rule.item and rule.item not in {f.id for f in policy.factors if _without_points(f)}:
            yield f"The obligation {rule.id!r} is dated by {rule.item!r}: no factor without points."


def _without_points(factor: Factor) -> bool:
    return not factor.derived and factor.group is None and factor.points == 0


def _indicator_faults(policy: Policy) -> Iterator[str]:
    for indicator in policy.indicators:
        if indicator.unknown_points > indicator.no_points:
            yield f"The indicator {indicator.id!r} gives more impact for unknown than for no."
    wanted = policy.deallocation.professionals
    if wanted not in {indicator.id for indicator in policy.indicators}:
        yield f"deallocation.professionals names {wanted!r}, which is no indicator."


def _gaps(policy: Policy) -> Iterator[str]:
    said = {sentence.id for sentence in policy.sentences}
    yield from (
        f"The sentence {wanted.value!r} is missing." for wanted in SentenceId if wanted not in said
    )
    parts = {part.id for part in policy.rationale}
    yield from (
        f"The part {wanted.value!r} of the rationale is missing."
        for wanted in RationaleId
        if wanted not in parts
    )
    derived = Counter(factor.derived for factor in policy.factors if factor.derived)
    for wanted in Derivation:
        if derived[wanted] > 1:
            yield f"The derivation {wanted.value!r} answers more than one factor."
    for contact in Contact:
        if contact not in policy.standards.trips:
            yield f"The standard number of trips for {contact.value!r} contact is missing."


def _points_beyond_one_stage(policy: Policy) -> Iterator[str]:
    """Find bases with which two children of one stage would not outweigh one."""
    points = policy.points
    if points.unknown_cap > points.factor_cap:
        yield "The cap on unknown answers is above the cap on all factors."
    for name, base in (("high_base", points.high_base), ("next_base", points.next_base)):
        if base <= points.factor_cap:
            yield f"points.{name} must be above points.factor_cap, so that two outweigh one."
