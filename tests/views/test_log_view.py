"""The log on a terminal, by week and by exercise, at any width."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from colours import marked
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console
from sample_log import BEGAN, DONE, HISTORY, MONDAYS, SQUAT, WEDNESDAY
from syrupy.assertion import SnapshotAssertion

from befit_cli.log.lifts import Lift, lifts
from befit_cli.log.weeks import logged_weeks
from befit_cli.values import History, Off, SessionLog, TimeAway, Units, Work
from befit_cli.views import log
from befit_cli.views.log import LiftLog

WEEKS = logged_weeks(DONE.weeks, HISTORY, date(2026, 12, 9))
_HEAVIER = tuple(
    [
        Lift(
            date=BEGAN + timedelta(days=3 * number),
            work=Work(form="Barbell squat", reps=(8, 8, 8 + number % 3), kg=(40.0 + number,)),
        )
        for number in range(15)
    ]
)
SQUATS = LiftLog("Squats", _HEAVIER, (MONDAYS, replace(SQUAT, kg=40.0)), Units.KG)
PLANKS = LiftLog("Planks", lifts(HISTORY, "planks"), None, Units.KG)

_Show = Callable[[Console], None]


def _weeks(console: Console) -> None:
    log.show_weeks(WEEKS, console)


def _squats(console: Console) -> None:
    log.show_lift(SQUATS, console)


def _planks(console: Console) -> None:
    log.show_lift(PLANKS, console)


VIEWS = [
    pytest.param(_weeks, id="weeks"),
    pytest.param(_squats, id="squats"),
    pytest.param(_planks, id="planks"),
]


def printed(show: _Show, width: int, encoding: str = "utf-8", **console: Any) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    show(Console(file=out, width=width, **options))
    out.seek(0)
    return out.read()


def lifted(*works: Work, units: Units = Units.KG) -> str:
    """The view of an exercise that was done like this, a day after the other."""
    found = [Lift(date=BEGAN + timedelta(days=day), work=work) for day, work in enumerate(works)]
    what = LiftLog("Squats", tuple(found), None, units)
    return printed(lambda console: log.show_lift(what, console), 100)


def squat(*reps: int, **did: Any) -> Work:
    return Work(form="Goblet squat", reps=reps, **did)


@pytest.mark.parametrize("width", [100, 80, 40])
@pytest.mark.parametrize("show", VIEWS)
def test_as_it_prints(show: _Show, width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(show, width) == snapshot


@pytest.mark.parametrize("show", VIEWS)
def test_as_it_prints_in_colour(show: _Show, snapshot: SnapshotAssertion) -> None:
    text = printed(show, 80, force_terminal=True, color_system="standard")
    assert marked(text) == snapshot


@pytest.mark.parametrize("show", VIEWS)
def test_as_it_prints_in_ascii(show: _Show, snapshot: SnapshotAssertion) -> None:
    assert printed(show, 80, "ascii") == snapshot


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("show", VIEWS)
def test_no_color_changes_no_character(show: _Show, width: int) -> None:
    coloured = printed(show, width, force_terminal=True, color_system="standard")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(show, width)


@given(
    width=st.integers(20, 140),
    text=st.text(max_size=60),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_any_text_fits_and_sends_no_control_characters(
    width: int, text: str, encoding: str
) -> None:
    lift = Lift(date=BEGAN, work=squat(8, kg=(16,)))
    what = LiftLog(text, (replace(lift, work=replace(lift.work, form=text)),), None, Units.KG)
    hurts = SessionLog(date=BEGAN, pain={text: 4})
    weeks = logged_weeks([], History(sessions=(hurts,)), BEGAN)
    for show in (
        lambda console: log.show_lift(what, console),
        lambda console: log.show_weeks(weeks, console),
    ):
        shown = printed(show, width, encoding)
        assert max(map(cell_len, shown.split("\n"))) <= width
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


def test_a_week_in_which_nothing_was_noted_has_no_place_for_it() -> None:
    weeks = logged_weeks(DONE.weeks, History(), BEGAN)
    quiet = [replace(week, planned=(MONDAYS,), extra=()) for week in weeks]
    assert "Noted" not in printed(lambda console: log.show_weeks(quiet, console), 100)


def test_half_a_year_is_shown_and_how_to_see_the_rest() -> None:
    last = replace(HISTORY.sessions[0], date=BEGAN, plan=None)
    first = replace(last, date=BEGAN - timedelta(weeks=30))
    weeks = logged_weeks((), History(sessions=(first, last)), BEGAN)
    text = printed(lambda console: log.show_weeks(weeks, console), 100)
    rows = re.findall(r"^ *[0-9]+ [A-Z][a-z]{2} ", text, re.MULTILINE)
    assert (len(weeks), len(rows)) == (31, 26)
    assert "befit log --weeks 31 shows them all." in text
    text = printed(lambda console: log.show_weeks(weeks, console, 31), 100)
    assert "--weeks" not in text


def test_what_was_noted_stands_in_one_place() -> None:
    away = TimeAway(first=BEGAN, last=None, why=Off.AWAY)
    weeks = logged_weeks(
        [], History(sessions=(WEDNESDAY,), away=(away,)), BEGAN + timedelta(days=6)
    )
    text = printed(lambda console: log.show_weeks(weeks, console), 100)
    assert "away, knee pain 4, worse the next morning" in text


@pytest.mark.parametrize(
    ("works", "best"),
    [
        pytest.param(
            [squat(8, 9), squat(8, 8)],
            "Best: Goblet squat, 8, 9, on Mon 23 Nov 2026",
            id="the most repetitions",
        ),
        pytest.param(
            [squat(30), squat(8, kg=(16,)), squat(5, kg=(20,))],
            "Best: Goblet squat, 1 × 5 at 20 kg, on Wed 25 Nov 2026\n"
            "Estimated strength: 23.3 kg once",
            id="the strength, where there is a weight",
        ),
        pytest.param(
            [Work(form="Plank", hold_s=(30,)), Work(form="Plank", hold_s=(45,))],
            "Best: Plank, 1 × 45 s, on Tue 24 Nov 2026",
            id="the longest hold",
        ),
        pytest.param(
            [squat(8), squat(8)],
            "Best: Goblet squat, 1 × 8, on Mon 23 Nov 2026",
            id="the first of equals",
        ),
    ],
)
def test_the_best_of_an_exercise(works: list[Work], best: str) -> None:
    assert f"\n\n{best}\n" in lifted(*works)


@pytest.mark.parametrize(
    ("works", "line"),
    [
        pytest.param([squat(6), squat(10), squat(8)], "Over time, 6 to 10: ▁█▅", id="repetitions"),
        pytest.param(
            [squat(30), squat(1, kg=(30,)), squat(1, kg=(60,))],
            "Over time, 31 to 62 kg: ▁█",
            id="strength, where there is a weight",
        ),
        pytest.param(
            [squat(1), *[squat(2), squat(3)] * 20],
            f"Over time, 2 to 3: {'▁█' * 20}",
            id="the last forty",
        ),
    ],
)
def test_a_line_shows_it_over_time(works: list[Work], line: str) -> None:
    found = next(each for each in lifted(*works).splitlines() if each.startswith("Over time"))
    assert found.rstrip() == line


def test_what_never_changed_needs_no_line() -> None:
    assert "Over time" not in lifted(squat(8), squat(8))


def test_weights_are_in_the_runners_units() -> None:
    text = lifted(squat(1, kg=(45.36,)), squat(1, kg=(90.72,)), units=Units.LB)
    assert "1 × 1 at 200 lb" in text
    assert "Estimated strength: 206.6 lb once" in text
    assert "Over time, 103 to 207 lb: ▁█" in text


def test_the_last_twelve_times_are_shown_the_newest_first() -> None:
    text = printed(_squats, 100)
    dates = re.findall(r"^(\d+ \w+)  +Barbell", text, re.MULTILINE)
    assert len(dates) == 12
    assert dates[0] == "4 Jan"
    assert text.startswith("Squats · 15 times since Mon 23 Nov 2026\n")


def test_what_comes_next_says_when_how_much_and_why() -> None:
    assert (
        printed(_squats, 200)
        .rstrip()
        .endswith(
            "Next: Monday 23 Nov, Bodyweight squat, 2 × 10 at 40 kg. Two repetitions more, then the "
            "slow-lowering squat."
        )
    )


def test_an_exercise_of_no_session_that_is_left_says_so() -> None:
    text = printed(_planks, 100)
    assert text.rstrip().endswith("Next: it is in no session that is left of your block.")
