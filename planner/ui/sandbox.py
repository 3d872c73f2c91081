"""The draft of one session in the hand of one visitor.

Held as one object and handed to callbacks with the team: reading or writing the session's own
state is a place where a newer run may cut in, and a change that is cut in half would be lost.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from planner.data.adjustment import Adjustment
from planner.data.draft import Draft
from planner.errors import UsageFault
from planner.store.drafts import keep_draft, new_id


class News(NamedTuple):
    """Something about the draft that the manager should read once; ``lost`` of bad news."""

    words: str
    back: bool = False
    lost: bool = False


@dataclass
class Sandbox:
    """What a visitor is trying out, the id it is kept under, and what to tell her of it.

    ``shown`` is what the controls were last put to: the team's token, the changes, and whether
    the page that was drawn has them. ``put`` counts how often they were put anew: each time
    they are other controls to the browser, so that an old value it still sends is nobody's move.
    ``limits_put`` counts the same of each practitioner's limit, where one was set for everyone.
    """

    draft: Draft = field(default_factory=Draft)
    named: str = ""
    news: News | None = None
    shown: tuple[str, tuple[Adjustment, ...], bool] | None = None
    put: int = 0
    limits_put: int = 0

    def keep(self, **update: object) -> None:
        """Change the draft and keep it on disk, so that a refresh or a crash loses nothing."""
        self._keep(self.draft.model_copy(update=update))

    def begin(self, draft: Draft) -> None:
        """Begin another draft; the one before stays as it was kept."""
        self.named = ""
        self._keep(draft)

    def _keep(self, draft: Draft) -> None:
        try:
            kept = keep_draft(self.named, draft) if self.named else None
            if kept is None:
                if self.named:
                    words = "This draft was changed in another tab: here it goes on as a copy."
                    self.news = News(words)
                self.named = new_id()
                kept = keep_draft(self.named, draft.model_copy(update={"revision": 0}))
        except UsageFault as fault:
            self.named, kept = "", None
            words = f"{fault} What you try here is lost when the page is closed."
            self.news = News(words, lost=True)
        self.draft = kept or draft
