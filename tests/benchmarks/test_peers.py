"""Every peer on tiny teams: the same proven values, and managers who keep every rule."""

import pytest

from benchmarks.instances import ALLOWED, TIGHTNESS, Instance, team_of
from benchmarks.peers import PEERS, PLAIN, answer
from planner.model.first import meets_rules
from planner.policy import default_policy
from planner.report import Prepared, prepare

MANAGERS = ("by-spare-hours", "keep-first")
SEEDS = (1, 2, 3)


def prepared(seed: int, tightness: str, allowed: str) -> Prepared:
    """Make a tiny team ready."""
    return prepare(team_of(Instance(18, 3, seed, tightness, allowed)), default_policy())


@pytest.mark.parametrize("allowed", ALLOWED)
def test_peers_that_prove_a_plan_agree_on_every_stage(allowed: str) -> None:
    """The compact model is one, whoever solves it, and the engine solves the same one."""
    ready = prepared(1, "110 %", allowed)
    answers = [answer(peer, ready, 30.0, 0) for peer in ("engine", *PLAIN)]
    assert all(found.proven for found in answers)
    assert len({found.values for found in answers}) == 1
    assert [line.id for line in answers[0].ledger] == [line.id for line in answers[1].ledger]
    assert answers[0].ledger[-1].id == "4a"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("tightness", TIGHTNESS)
@pytest.mark.parametrize("allowed", ALLOWED)
@pytest.mark.parametrize("peer", MANAGERS)
def test_a_managers_plan_keeps_every_rule(
    peer: str, allowed: str, tightness: str, seed: int
) -> None:
    """Whatever the team, the limits and the policy."""
    ready = prepared(seed, tightness, allowed)
    found = answer(peer, ready, 1.0, 0)
    assert found.choices is not None
    assert meets_rules(ready.problem, found.choices)
    assert found.note == ""


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("peer", MANAGERS)
def test_no_manager_has_a_better_plan_than_the_proven_one(peer: str, seed: int) -> None:
    """Stage after stage, lower is better."""
    ready = prepared(seed, "110 %", "default")
    best = answer("engine", ready, 30.0, 0)
    assert best.proven
    assert answer(peer, ready, 1.0, 0).values >= best.values


def test_the_manager_who_keeps_first_moves_nobody() -> None:
    """Every holder of today is the holder of the plan."""
    ready = prepared(2, "110 %", "default")
    found = answer("keep-first", ready, 1.0, 0)
    assert found.choices is not None
    kept = {u.id: found.choices.holders[u.id] for u in ready.problem.units if u.holder}
    assert kept == {u.id: u.holder for u in ready.problem.units if u.holder}


def test_names_and_titles_are_each_once() -> None:
    """Rows are told apart by them."""
    assert len({peer.id for peer in PEERS}) == len({peer.title for peer in PEERS}) == len(PEERS)
