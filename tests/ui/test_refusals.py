"""Why a form was refused stands there until the form is sent again."""

import pytest

from tests.ui.seen import button
from tests.ui.test_adopt import FULL, RECORD, begun, decide

pytestmark = pytest.mark.usefixtures("only_tiny")


def test_what_a_form_lacks_is_said_until_it_is_sent_again() -> None:
    """A search that ends draws the page anew, and takes no words away."""
    page = button(begun(), RECORD)
    said = page.error[0].value
    assert "Choose the reason." in said
    assert page.run().error[0].value == said
    assert not decide(page, **FULL).error
