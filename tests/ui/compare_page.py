"""The page "Compare" on the tiny team, opened on a draft, and one plan of it being adopted."""

from collections.abc import Sequence
from typing import Any

from streamlit.testing.v1 import AppTest

from planner.data.adjustment import Adjustment, AdjustmentKind
from planner.data.draft import Draft, Saved
from planner.store.drafts import keep_draft, new_id
from tests.ui.conftest import _drawn

NOBODY = (
    Adjustment(kind=AdjustmentKind.LIMIT, practitioner="P1", amount=0),
    Adjustment(kind=AdjustmentKind.LIMIT, practitioner="P2", amount=0),
)
"""Nobody takes on anything: C4 and C5 go on awaiting, where the baseline plan allocates them."""


def compare_page(
    changes: Sequence[Adjustment] = (), saved: Sequence[Saved] = (), **more: Any
) -> AppTest:
    """Open the page on a draft with these changes and saved scenarios."""
    named = new_id()
    keep_draft(named, Draft(team="tiny", changes=changes, saved=saved, **more))
    return again(named)


def again(draft: str) -> AppTest:
    """Open the page at an address that names a draft, as after a refresh."""
    page = AppTest.from_function(_drawn, args=("compare",), default_timeout=60)
    page.query_params["draft"] = draft
    page.run()
    assert not page.exception
    return page


def draft_of(page: AppTest) -> str:
    """Give the draft's id in the address."""
    return "".join(page.query_params["draft"])


def field(page: AppTest, kind: str, label: str) -> Any:
    """Give the field of this kind whose label begins so."""
    return next(found for found in getattr(page, kind) if found.label.startswith(label))


def chosen(page: AppTest, label: str, option: str) -> AppTest:
    """Choose the option that begins so."""
    box = field(page, "selectbox", label)
    wanted = next(text for text in box.options if text.startswith(option))
    return box.select(wanted).run()


def subheads(page: AppTest) -> list[str]:
    """Give the headings of parts."""
    return [part.value for part in page.subheader]
