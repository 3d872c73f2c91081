"""The sentences of the policy that stand beside an answer."""

from planner.data.policy import Policy
from planner.data.wording import SentenceId
from planner.principles.situation import Wording


def said(policy: Policy, *sentences: SentenceId, **names: object) -> tuple[str, ...]:
    """Give sentences of the policy with their ``$names`` filled in."""
    wording = Wording({sentence.id: sentence for sentence in policy.sentences})
    return tuple(wording.say(sentence, **names) for sentence in sentences)
