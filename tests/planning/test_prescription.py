"""A dosed week -> the week of a plan: each session keeps its slot."""

import pytest
from strategies import a_layout, a_line, a_season, a_stretch

from befit_cli.planning.draft import Draft
from befit_cli.planning.prescription import prescribed
from befit_cli.values import Day, Load

LAYOUT = a_layout({Day.MON: Load.MEDIUM, Day.WED: Load.LOW, Day.FRI: Load.HIGH})


@pytest.mark.parametrize(
    ("filled", "slots"),
    [
        pytest.param((True, True, True), [(1, Day.MON), (2, Day.WED), (3, Day.FRI)], id="all"),
        pytest.param((True, True, False), [(1, Day.MON), (2, Day.WED)], id="without the last"),
        pytest.param((True, False, True), [(1, Day.MON), (3, Day.FRI)], id="without the second"),
        pytest.param((False, True, True), [(2, Day.WED), (3, Day.FRI)], id="without the first"),
        pytest.param((False, False, False), [], id="without any"),
    ],
)
def test_sessions_keep_their_numbers_where_a_taper_week_lacks_some(
    filled: tuple[bool, ...], slots: list[tuple[int, Day]]
):
    season = a_season(a_stretch(build=0), race_in=6)
    drafts = [
        Draft(slot=slot, limit=30, waiting=[], lines=[a_line()] if full else [])
        for slot, full in zip(LAYOUT, filled, strict=True)
    ]
    week = prescribed(drafts, season[0], notes=())
    assert [(session.slot, session.day) for session in week.sessions] == slots
