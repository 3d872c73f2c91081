"""How near to the best each policy stage of a verified plan is known to be, and how."""

from typing import NamedTuple

from planner.data.plan import Plan


class Assurance(NamedTuple):
    """What is known of one policy stage.

    ``certified`` is the least that any plan can cost, given the stages above, as
    far as anyone can check; ``None`` where the plan has no prices for it. Costs
    are never below 0, so a stage at 0 needs none. ``bound`` is what search says.
    """

    stage: str
    value: int
    certified: int | None
    bound: int | None
    proven: bool

    @property
    def within(self) -> int | None:
        """By how much the stage may still be better, as far as anyone can check."""
        return None if self.certified is None else self.value - self.certified

    @property
    def searched_within(self) -> int | None:
        """By how much the stage may still be better, as search has it."""
        return None if self.bound is None else self.value - self.bound


def assurances(plan: Plan) -> tuple[Assurance, ...]:
    """Give what is known of each policy stage of a plan that the verifier has confirmed."""
    certified = {certificate.stage: certificate.bound for certificate in plan.certificates}
    return tuple(
        Assurance(
            stage=line.id,
            value=line.value,
            certified=certified.get(line.id, None if line.value else 0),
            bound=line.bound,
            proven=line.proven,
        )
        for line in plan.ledger
        if line.policy
    )
