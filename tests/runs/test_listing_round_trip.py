"""Drawn weeks, written in each format, are read back as they were; and no bytes at all make befit
stumble.
"""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import suppress
from datetime import date, timedelta

import icalendar
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from running_plans import MONDAY, calendar, days, event, listing

from befit_cli.errors import BefitError

# A word before the rest keeps a title from being a sum, a week or a tick, which are no runs.
texts = st.text(
    st.one_of(
        st.characters(min_codepoint=32, exclude_categories=["C", "Z"]),
        st.sampled_from(" ,;\"'#/:🏃ñé"),
    ),
    max_size=40,
).map(lambda text: " ".join(f"Run {text}".split()))
weeks = st.lists(st.lists(texts, min_size=7, max_size=7), min_size=1, max_size=4)


def dated(drawn: list[list[str]]) -> list[tuple[str, str]]:
    """The titles with their dates, from a Monday on."""
    titles = [title for week in drawn for title in week]
    return [(str(MONDAY + timedelta(days=place)), title) for place, title in enumerate(titles)]


def placed(drawn: list[list[str]]) -> list[tuple[str, str]]:
    titles = [title for week in drawn for title in week]
    return [(str(place), title) for place, title in enumerate(titles)]


def table(rows: list[list[str]], delimiter: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


@given(weeks)
def test_a_schedule_is_read_back(drawn: list[list[str]]) -> None:
    data = {"schedule": [{"workouts": [{"title": title} for title in week]} for week in drawn]}
    for text in (
        json.dumps(data),
        json.dumps(data, ensure_ascii=False, indent=1),
        yaml.safe_dump(data, allow_unicode=True),
    ):
        assert days(listing(text)) == placed(drawn)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["commas", "semicolons", "tabs"])
@given(drawn=weeks)
def test_a_table_is_read_back_in_each_shape(delimiter: str, drawn: list[list[str]]) -> None:
    rows = [["date", "title", "km"], *([day, title, "5"] for day, title in dated(drawn))]
    assert days(listing(table(rows, delimiter))) == dated(drawn)
    rows = [["title", "km"], *([title, "5"] for _, title in placed(drawn))]
    assert days(listing(table(rows, delimiter))) == placed(drawn)
    lines = [[f"{title}\n- 10 min easy\n# easy" for title in week] for week in drawn]
    rows = [
        ["Week", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        *([str(number), *week] for number, week in enumerate(lines, 1)),
    ]
    assert days(listing(table(rows, delimiter))) == placed(drawn)


@given(weeks)
def test_a_calendar_is_read_back(drawn: list[list[str]]) -> None:
    whole = icalendar.Calendar()
    for day, title in dated(drawn):
        part = icalendar.Event()
        part.add("dtstart", date.fromisoformat(day))
        part.add("summary", title)
        whole.add_component(part)
    written = whole.to_ical()
    assert days(listing(written)) == dated(drawn)
    assert days(listing(written.replace(b"\r\n", b"\n"))) == dated(drawn)


starts = {
    "calendar": calendar(
        event("UID:a", "DTSTART;TZID=Europe/Madrid:20261123T190000", "RRULE:FREQ=WEEKLY;COUNT=3"),
        event("UID:a", "DTSTART:20261201T190000Z", "RECURRENCE-ID:20261130T180000Z"),
        event("DTSTART:20261123", "DURATION:P1D", "EXDATE:20261123"),
    ),
    "schedule": "units: mi\ntype: 10K\nschedule:\n- workouts: [{title: a, distance: [1, 2]}, b]\n",
    "table": "date;title;distance (km);time\n24/11/2026;Tempo;10,5;0:45\n26/11/2026;Easy;5;30\n",
    "grid": 'Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\nWeek 1,a,b,"c\nd",,,,e\n2026-11-30,a,b,c,,,,\n',
}


@pytest.mark.parametrize("whole", starts.values(), ids=starts)
@given(
    changes=st.lists(
        st.tuples(
            st.integers(0, 400),
            st.integers(0, 8),
            st.one_of(
                st.text(max_size=6),
                st.sampled_from(
                    [
                        *(
                            "\0",
                            "\n",
                            "\r",
                            ":",
                            ";",
                            ",",
                            '"',
                            "\\",
                            "9" * 30,
                            "-1",
                            "0001",
                            "9999",
                        ),
                        *(
                            "BEGIN:VEVENT\n",
                            "END:VEVENT\n",
                            "FREQ=DAILY",
                            "UNTIL=1",
                            "[",
                            "{",
                            "\u2028",
                        ),
                    ]
                ),
            ),
        ),
        max_size=6,
    )
)
@example(changes=[])
def test_a_file_that_is_broken_anywhere_is_read_or_told(
    whole: str, changes: list[tuple[int, int, str]]
) -> None:
    text = whole
    for at, gone, new in changes:
        begin = at % (len(text) + 1)
        text = text[:begin] + new + text[begin + gone :]
    with suppress(BefitError):
        found = listing(text.encode(errors="surrogatepass"))
        assert all(re.fullmatch("(?:line|event) [0-9]+", unread.where) for unread in found.unread)
        assert all(unread.why.isprintable() for unread in found.unread)


@given(st.binary(max_size=200), st.sampled_from(["a.ics", "a.yaml", "a.json", "a.csv", "a"]))
def test_any_bytes_are_read_or_told(content: bytes, name: str) -> None:
    with suppress(BefitError):
        listing(content, name)
