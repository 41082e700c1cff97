"""Small files of each shape are read to exactly the days that they have, and what is no running
plan is told in a sentence.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from running_plans import FOLDER, calendar, days, event, listing, told
from strategies import CATALOGUE, MONDAY

from befit_cli import views
from befit_cli.errors import BefitError
from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.runs.listing import MOST_BYTES
from befit_cli.values import Athlete, Race
from befit_cli.values.running_plan import Listing


def sample(name: str) -> Listing:
    return listing((FOLDER / name).read_bytes(), name)


SCHEDULE = [
    *("Rest or cross-train", "Lactate threshold {6:10} with {3:5} at threshold", "Rest"),
    *("Easy {5:8}", "Rest", "Recovery {3:5}", "Long run {9:14}"),
    *("Rest or cross-train", "Easy + speed {5:8} with 6 x 100 m strides", "Rest"),
    *("5 x 1,000 m at 5K pace {7:11}", "Rest", "Recovery {3:5}", "Long run {8:13}"),
    *("Rest", "Easy {5:8}", "", "Easy {4:6}", "Rest", "5K tune-up race {6:10}", "Long run {8:13}"),
    *("Rest", "Easy {4:6}", "Dress rehearsal {4:6} with {1:2} at race pace", "Rest"),
    *("Easy {3:5}", "Rest", "10K goal race {9:14}"),
]
LINES = [
    *("Rest", "6 x 800 m @ 5 km pace", "Rest", "Easy", "Rest", "Easy", "Long run"),
    *("Rest", "Easy with 4 x 20 s strides", "Tempo 20 min", "Rest", "Easy", "Rest", "Race, 10K"),
]
GRID = [
    *[("0", "rest"), ("1", "15k, 6x1.6k @TMP"), ("2", "8k jog"), ("3", "15k, middle 5k @MP")],
    *[("5", "2h run"), ("6", "3h run"), ("7", "rest"), ("8", "8k jog"), ("9", "15k, 6x1.6k @TMP")],
    *[("10", "rest"), ("11", "8k jog"), ("12", "3h run"), ("13", "rest")],
]
ALL_DAY = [
    ("2026-11-23", "Rest or cross-train"),
    ("2026-11-24", "Lactate threshold 6 mi with 3 mi at threshold"),
    ("2026-11-26", "Easy 5 mi"),
    ("2026-11-29", "Long run 9 mi"),
    ("2026-12-01", "Easy 5 mi with 6 x 100 m strides"),
    ("2026-12-03", "5 x 1,000 m at 5K pace"),
    ("2026-12-06", "Long run 8 mi"),
    ("2026-12-12", "5K tune-up race"),
    ("2026-12-13", "Long run 8 mi"),
]
FEED = [
    ("2026-11-24", "Interval session: 8 x 400m"),
    ("2026-11-26", "45 min easy run"),
    (
        "2026-11-28",
        "Long run with a title that is longer than a line of seventy-five octets may be",
    ),
    *(("2026-11-25", "Gym strength"), ("2026-12-02", "Gym strength")),
    *(("2026-12-09", "Gym strength"), ("2026-11-27", "Dentist")),
]


@pytest.mark.parametrize(
    ("name", "race", "entries", "unread"),
    [
        pytest.param(
            "01-calendarhack.yaml",
            Race.TEN_K,
            [(str(place), title) for place, title in enumerate(SCHEDULE)],
            [],
            id="a schedule",
        ),
        pytest.param(
            "03-a-line-a-day.csv",
            Race.TEN_K,
            [(str(place), title) for place, title in enumerate(LINES)],
            [],
            id="a line a day",
        ),
        pytest.param("04-week-grid.csv", None, GRID, [], id="a row a week"),
        pytest.param(
            "05-all-day.ics",
            None,
            ALL_DAY,
            [("event 1", "'Training Week 1 Distance: 23 mi' is for a whole week")],
            id="all-day events",
        ),
        pytest.param(
            "06-feed.ics",
            None,
            FEED,
            [("event 6", "'Tempo 20 min' is cancelled")],
            id="an app's feed",
        ),
    ],
)
def test_a_file_is_read_to_the_days_that_it_has(
    name: str, race: Race | None, entries: list[tuple[str, str]], unread: list[tuple[str, str]]
) -> None:
    found = sample(name)
    assert (found.race, days(found), told(found)) == (race, entries, unread)


@pytest.mark.parametrize(
    ("name", "at", "kilometres", "minutes"),
    [
        pytest.param("01-calendarhack.yaml", 1, 9.656, None, id="miles in a schedule"),
        pytest.param("01-calendarhack.yaml", 5, 6.437, None, id="the longer of two"),
        pytest.param("03-a-line-a-day.csv", 1, 10, None, id="kilometres in a table"),
        pytest.param("03-a-line-a-day.csv", 0, None, None, id="none on a rest day"),
        pytest.param("06-feed.ics", 0, None, 60, id="from start to end"),
        pytest.param("06-feed.ics", 1, None, 45, id="a duration"),
        pytest.param("06-feed.ics", 2, None, None, id="a whole day"),
        pytest.param("06-feed.ics", 5, None, 60, id="a repeated one"),
    ],
)
def test_an_entry_says_how_far_and_how_long_it_is(
    name: str, at: int, kilometres: float | None, minutes: float | None
) -> None:
    entry = sample(name).entries[at]
    assert (entry.kilometres, entry.minutes) == (kilometres, minutes)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(calendar(event("DTSTART:20261123")), "plan.txt", id="a calendar"),
        pytest.param("schedule:\n- workouts: [Easy run]\n", "plan.txt", id="a schedule"),
        pytest.param('{"schedule": [["Easy run"]]}', "plan", id="a schedule in JSON"),
        pytest.param("date,title\n2026-11-23,Easy run\n", "plan.txt", id="a table"),
        pytest.param("date,title\n2026-11-23,Easy run\n", "plan.md", id="a table by any name"),
    ],
)
def test_what_a_file_is_counts_before_its_name(content: str, name: str) -> None:
    assert [entry.title for entry in listing(content, name).entries] == ["Easy run"]


def test_a_title_may_have_a_mark_of_another_kind_of_file() -> None:
    assert days(listing('{"schedule": [["Run <html"]]}')) == [("0", "Run <html")]


PLAN = make_plan(Athlete(), CATALOGUE, plan_season(Athlete(), MONDAY)[:1])


def exported(form: str) -> bytes:
    content = views.render(PLAN, form, catalogue=CATALOGUE)
    return content if isinstance(content, bytes) else content.encode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "plan is empty. ", id="an empty file"),
        pytest.param(b"\xef\xbb\xbf \r\n\t\n", "plan is empty. ", id="blanks"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "plan is a PDF, ", id="a PDF"),
        pytest.param(b"PK\x03\x04\x14\0", "plan is a file packed as zip, ", id="a spreadsheet"),
        pytest.param(b"\x1f\x8b\x08\0", "plan is a file packed as gzip, ", id="gzip"),
        pytest.param(b"\x0e\x10\0\0\0\0\0\0.FIT", "plan is a file for a watch, ", id="FIT"),
        pytest.param(b"\x7fELF\x02\x01\0\0", "plan is not a text, ", id="a program"),
        pytest.param(b"<?xml version='1.0'?><gpx>", "plan is a track of a run, ", id="GPX"),
        pytest.param(b"\n<!DOCTYPE html><p>Run", "plan is a page for a browser, ", id="a page"),
        pytest.param(b"date,title\n" * 500_000, "befit reads running plans of 5 MB", id="5.5 MB"),
        pytest.param(calendar().encode(), "a calendar without any event. ", id="no event"),
        pytest.param(b"a,b\nc,d\n", "has no day of a running plan in it. ", id="any table"),
        pytest.param(b"Dear diary\n", "has no day of a running plan in it. ", id="any text"),
        pytest.param(b"// nothing\n", "has no day of a running plan in it. ", id="comments"),
        pytest.param(b"{}", "plan is no running plan that befit can read. ", id="empty JSON"),
        pytest.param(b"schedule: []", "plan has no workout in its `schedule`. ", id="no week"),
        pytest.param(
            b"Date,Workout Name,Exercise Name,Set Order\n2026-11-25,Wed,Squat,1\n",
            "plan is a log of lifting, ",
            id="a log of lifting",
        ),
        pytest.param(exported("md"), "plan is a strength plan that befit wrote, ", id="a plan"),
        pytest.param(
            exported("json"), "is a strength plan that befit wrote, ", id="a plan in JSON"
        ),
        pytest.param(exported("csv"), "is a strength plan that befit wrote, ", id="a plan's table"),
        pytest.param(
            exported("csv").replace(b",", b";"),
            "is a strength plan that befit wrote, ",
            id="a plan's table of another country",
        ),
        pytest.param(exported("ics"), "is a strength plan that befit wrote, ", id="its calendar"),
        pytest.param(exported("html"), "plan is a page for a browser, ", id="its page"),
    ],
)
def test_what_is_no_running_plan_is_told_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(BefitError) as refused:
        listing(content)
    assert said in str(refused.value)
    assert refused.value.hint


def test_a_file_may_have_5_mb() -> None:
    rest = b"\n" * MOST_BYTES
    assert listing((b"date,title\n2026-11-23,Run\n" + rest)[:MOST_BYTES]).entries


def test_a_library_is_loaded_only_with_the_format_that_needs_it() -> None:
    code = (
        "import sys, befit_cli.runs.listing as reading, datetime\n"
        "reading.read_listing(b'date,title\\n2026-11-23,Run', 'plan', datetime.UTC)\n"
        "print([name for name in ('icalendar', 'dateutil', 'recurring_ical_events')"
        " if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
