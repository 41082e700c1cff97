"""The sentences that are made of a week's own names."""

from __future__ import annotations

import pytest

from befit_cli.saved.phrases import NIGGLE_ENDS, niggle_line
from befit_cli.values import Niggle
from befit_cli.values.plan import NiggleChanges


@pytest.mark.parametrize(
    ("left_out", "first", "changed", "line"),
    [
        pytest.param((), (), (), "Sore shin", id="nothing"),
        pytest.param(("Hops",), (), (), "Sore shin. Left out: Hops", id="left out"),
        pytest.param(
            (),
            ("Heel raises", "Toe curls"),
            ("Squats",),
            "Sore shin. First: Heel raises, Toe curls. Changed: Squats",
            id="first and changed",
        ),
    ],
)
def test_what_a_niggle_changes_is_told_where_it_changes_anything(
    left_out: tuple[str, ...], first: tuple[str, ...], changed: tuple[str, ...], line: str
) -> None:
    changes = NiggleChanges(name=Niggle.SHIN, left_out=left_out, first=first, changed=changed)
    assert niggle_line(changes) == f"{line}. {NIGGLE_ENDS}"
