"""What is left of a session that is logged a second time."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from sample_log import MONDAY, SATURDAY, SQUAT, as_asked, place

from befit_cli.log.second_entry import changed
from befit_cli.values import SessionLog

MORE = as_asked(SQUAT, reps=(10, 12))
ALL_SKIPPED: dict[str, Any] = dict.fromkeys(MONDAY.did, ())


@pytest.mark.parametrize(
    ("now", "named", "expected"),
    [
        pytest.param({}, (), {}, id="nothing"),
        pytest.param(
            {"did": {"squats": MORE}},
            ("squats",),
            {"did": MONDAY.did | {"squats": MORE}},
            id="an exercise that is named",
        ),
        pytest.param({"did": {"squats": MORE}}, (), {}, id="none is named"),
        pytest.param(
            {"did": {"rows": MORE}},
            ("rows",),
            {"did": MONDAY.did | {"rows": MORE}},
            id="one that was not there",
        ),
        pytest.param({"did": {"rows": MORE}}, ("squats",), {}, id="another is named"),
        pytest.param({"minutes": 50}, (), {}, id="minutes"),
        pytest.param(
            {"did": ALL_SKIPPED},
            tuple(MONDAY.did),
            {"did": ALL_SKIPPED, "minutes": None},
            id="nothing was done",
        ),
        pytest.param(
            {"pain": {"calf": 2, "hip": 1}},
            (),
            {"pain": {"knee": 3, "hip": 1, "calf": 2}},
            id="pain",
        ),
        pytest.param({"note": "later"}, (), {"note": "later"}, id="a note"),
    ],
)
def test_only_what_is_said_now_is_otherwise(
    now: dict[str, Any], named: tuple[str, ...], expected: dict[str, Any]
) -> None:
    before = replace(MONDAY, pain={"knee": 3, "hip": 5}, note="first")
    after = SessionLog(date=MONDAY.date, plan=MONDAY.plan, **now)
    assert changed(before, after, frozenset(named)) == replace(before, **expected)


def test_what_was_of_no_plan_becomes_the_plans() -> None:
    after = replace(MONDAY, date=SATURDAY.date)
    assert changed(SATURDAY, after, frozenset()) == replace(SATURDAY, plan=place(1))
