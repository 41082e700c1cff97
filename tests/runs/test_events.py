"""Events of a calendar on the day that they are for whoever runs, one by one and repeated."""

from __future__ import annotations

import pytest
from running_plans import calendar, days, event, listing, told

from befit_cli.errors import BefitError
from befit_cli.runs import repeats


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param(["DTSTART;VALUE=DATE:20261123"], "2026-11-23", id="a day"),
        pytest.param(["DTSTART:20261123"], "2026-11-23", id="a day that is not called one"),
        pytest.param(
            ["DTSTART;TZID=Asia/Tokyo:20261123"], "2026-11-23", id="a day that has a zone"
        ),
        pytest.param(["DTSTART:20261123T233000"], "2026-11-23", id="no zone"),
        pytest.param(["DTSTART:20261123T233000Z"], "2026-11-24", id="UTC, after midnight here"),
        pytest.param(["DTSTART:20261123T223000Z"], "2026-11-23", id="UTC, before midnight here"),
        pytest.param(
            ["DTSTART;TZID=America/New_York:20261123T190000"], "2026-11-24", id="another zone"
        ),
        pytest.param(
            ["DTSTART;TZID=Eastern Standard Time:20261123T190000"], "2026-11-24", id="of Windows"
        ),
        pytest.param(
            ['DTSTART;TZID="America/New_York":20261123T190000'], "2026-11-24", id="quoted"
        ),
        pytest.param(["DTSTART;TZID=My zone:20261123T190000"], "2026-11-23", id="an unknown zone"),
        pytest.param(["DTSTART;TZID=../../x:20261123T190000"], "2026-11-23", id="a path for one"),
        pytest.param(["dtstart;value=date:20261123"], "2026-11-23", id="small letters"),
        pytest.param(["DTSTART:2026-11-23"], "2026-11-23", id="with hyphens"),
    ],
)
def test_an_event_is_on_its_day_in_the_runners_zone(lines: list[str], day: str) -> None:
    assert days(listing(calendar(event(*lines)))) == [(day, "Easy run")]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        pytest.param(["DURATION:PT45M"], 45, id="a duration"),
        pytest.param(["DURATION:PT1H30M"], 90, id="hours"),
        pytest.param(["DURATION:forever"], None, id="no duration"),
        pytest.param(["DURATION:P999999999999D"], None, id="an endless one"),
        pytest.param(["DTEND:20261123T073000"], 60, id="an end"),
        pytest.param(["DTEND:20261123T063000"], None, id="an end at the start"),
        pytest.param(["DTEND:20261122T063000"], None, id="an end before the start"),
        pytest.param(["DTEND:20261124"], None, id="a day for an end"),
        pytest.param(["DTEND:20261123T073000Z"], None, id="an end in a zone"),
        pytest.param([], None, id="no end"),
    ],
)
def test_an_event_lasts_from_its_start_to_its_end(lines: list[str], minutes: int | None) -> None:
    (entry,) = listing(calendar(event("DTSTART:20261123T063000", *lines))).entries
    assert entry.minutes == minutes


def test_what_begins_with_a_day_and_ends_at_a_time_lasts_nobody_knows_how_long() -> None:
    (entry,) = listing(calendar(event("DTSTART:20261123", "DTEND:20261123T190000"))).entries
    assert entry.minutes is None


def test_where_clocks_change_a_run_is_as_long_as_it_is() -> None:
    night = event(
        "DTSTART;TZID=Europe/Madrid:20261025T013000", "DTEND;TZID=Europe/Madrid:20261025T033000"
    )
    (entry,) = listing(calendar(night)).entries
    assert entry.minutes == 180


@pytest.mark.parametrize(
    ("end", "found"),
    [
        pytest.param("DTEND;VALUE=DATE:20261123", ["2026-11-23"], id="an end that is the start"),
        pytest.param("DTEND;VALUE=DATE:20261124", ["2026-11-23"], id="the day after"),
        pytest.param(
            "DTEND;VALUE=DATE:20261126", ["2026-11-23", "2026-11-24", "2026-11-25"], id="3 days"
        ),
        pytest.param("DURATION:P2D", ["2026-11-23", "2026-11-24"], id="2 days"),
        pytest.param("DTEND;VALUE=DATE:20261129", [], id="6 days, which are a week"),
        pytest.param("DURATION:P1W", [], id="a week"),
    ],
)
def test_an_event_of_some_days_is_on_each_of_them_and_of_a_week_on_none(
    end: str, found: list[str]
) -> None:
    of = listing(calendar(event("DTSTART;VALUE=DATE:20261123", end, title="Rest")))
    assert [day for day, _ in days(of)] == found
    assert told(of) == ([] if found else [("event 1", "'Rest' is for a whole week")])


@pytest.mark.parametrize(
    ("title", "lines", "why"),
    [
        pytest.param("Tempo", ["STATUS:CANCELLED"], "is cancelled", id="cancelled"),
        pytest.param("Cancelled: Tempo", [], "is cancelled", id="cancelled in its title"),
        pytest.param("Tempo", ["STATUS:COMPLETED"], "is done already", id="completed"),
        pytest.param("✅ Tempo", [], "is done already", id="ticked"),
        pytest.param("Done - Tempo", [], "is done already", id="done in its title"),
        pytest.param("Tempo", ["PERCENT-COMPLETE:100"], "is done already", id="all of it"),
        pytest.param(
            "Tempo", ["UID:COMPLETED_PLAN_WORKOUT-1"], "is done already", id="done in its app"
        ),
        pytest.param("Week 3 of 12", [], "is for a whole week", id="a week's title"),
        pytest.param("Semana 3: total 40 km", [], "is for a whole week", id="a week in Spanish"),
    ],
)
def test_what_is_nobodys_run_is_told(title: str, lines: list[str], why: str) -> None:
    found = listing(calendar(event("DTSTART:20261123", *lines, title=title)))
    assert (days(found), told(found)) == ([], [("event 1", f"'{title}' {why}")])


@pytest.mark.parametrize(
    "title", ["Week 3 Day 2: Tempo 8 km", "Completed marathon plan run", "Weekend long run"]
)
def test_a_title_that_only_begins_so_is_a_run(title: str) -> None:
    assert days(listing(calendar(event("DTSTART:20261123", title=title)))) == [
        ("2026-11-23", title)
    ]


@pytest.mark.parametrize(
    "start",
    ["", "DTSTART:20261345", "DTSTART:", "DTSTART:soon", "DTSTART:00010101", "DUE:20261123"],
)
def test_an_event_without_its_day_is_told_and_the_others_are_read(start: str) -> None:
    found = listing(
        calendar(
            event("DTSTART:20261123"),
            event(start, title="Tempo"),
            event("DTSTART:20261125", title="Long run"),
        )
    )
    assert days(found) == [("2026-11-23", "Easy run"), ("2026-11-25", "Long run")]
    assert told(found) == [("event 2", "'Tempo' has no day that befit can read")]


def test_a_calendar_may_be_written_in_any_of_the_ways_that_calendars_are() -> None:
    alarm = "BEGIN:VALARM\nSUMMARY:Wake up\nDTSTART:20250101\nEND:VALARM\n"
    text = (
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261123\n{alarm}SUMMARY:Long\n  run\\, easy\n"
        "END:VEVENT\nBEGIN:VTODO\nDTSTART:20261124\nSUMMARY:Buy shoes\nEND:VTODO\n"
        "BEGIN:VJOURNAL\nDTSTART:20261124\nSUMMARY:Dear diary\nEND:VJOURNAL\nEND:VCALENDAR\n"
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261124\nEND:VEVENT\n"
        "BEGIN:VEVENT\nDTSTART:20261125\nSUMMARY;LANGUAGE=en:Cut off"
    )
    assert days(listing(text)) == [
        ("2026-11-23", "Long run, easy"),
        ("2026-11-24", ""),
        ("2026-11-25", "Cut off"),
    ]


def test_a_line_may_be_folded_within_a_letter() -> None:
    whole = calendar(event("DTSTART:20261123", title="Recuperación")).encode()
    at = whole.index("ó".encode()) + 1
    assert days(listing(whole[:at] + b"\r\n " + whole[at:])) == [("2026-11-23", "Recuperación")]


@pytest.mark.parametrize(
    ("lines", "program", "mark"),
    [
        pytest.param(
            ["UID:UPCOMING_PLAN_WORKOUT-a_plan_week_7_TEMPO_0"], "x", "TEMPO", id="in the UID"
        ),
        pytest.param(
            ["UID:UPCOMING_PLAN_WORKOUT-a_plan_week_7_LEGS_AND_CORE_0"],
            "x",
            "LEGS_AND_CORE",
            id="of three words",
        ),
        pytest.param(
            ["UID:a", r"DESCRIPTION:Easy Run • 8 km\nTempo"], "-//Runna//EN", "EASY_RUN", id="below"
        ),
        pytest.param(["UID:a", "DESCRIPTION:Easy run"], "-//other//EN", "", id="of no such app"),
        pytest.param(["UID:A-TEMPORARY-ONE"], "x", "", id="a part of a word"),
        pytest.param(["UID:tempo"], "x", "", id="small letters"),
    ],
)
def test_the_apps_own_word_for_a_kind_is_kept(lines: list[str], program: str, mark: str) -> None:
    found = listing(calendar(event("DTSTART:20261123", *lines), program=program))
    assert [entry.mark for entry in found.entries] == [mark]


WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=3"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(
            ["DTSTART:20261123", WEEKLY], ["11-23", "11-30", "12-07"], id="all-day, by count"
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20261123", "RRULE:FREQ=WEEKLY;UNTIL=20261130"],
            ["11-23", "11-30"],
            id="until a day",
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20261123", "RRULE:FREQ=WEEKLY;UNTIL=20261130T225959Z"],
            ["11-23", "11-30"],
            id="days until a time",
        ),
        pytest.param(
            ["DTSTART;TZID=Europe/Madrid:20261123T190000", "RRULE:FREQ=WEEKLY;UNTIL=20261130"],
            ["11-23", "11-30"],
            id="times until a day",
        ),
        pytest.param(
            [
                "DTSTART;TZID=Europe/Madrid:20261123T190000",
                "RRULE:FREQ=WEEKLY;UNTIL=20261130T190000",
            ],
            ["11-23", "11-30"],
            id="times until a time without a zone",
        ),
        pytest.param(
            ["DTSTART:20261123T190000", "RRULE:FREQ=WEEKLY;UNTIL=20261130T190000Z"],
            ["11-23", "11-30"],
            id="no zone until a time in UTC",
        ),
        pytest.param(
            ["DTSTART:20261123", "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3"],
            ["11-23", "11-26", "11-30"],
            id="on two days",
        ),
        pytest.param(
            ["DTSTART:20261123", "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3"],
            ["11-23", "11-25", "11-27"],
            id="every other day",
        ),
        pytest.param(
            ["DTSTART:20261107", "RRULE:FREQ=MONTHLY;BYDAY=1SA;COUNT=2"],
            ["11-07", "12-05"],
            id="the first Saturday",
        ),
        pytest.param(
            ["DTSTART:20261123T233000Z", "RRULE:FREQ=WEEKLY;COUNT=2"],
            ["11-24", "12-01"],
            id="UTC, after midnight here",
        ),
        pytest.param(
            ["DTSTART:20261123", WEEKLY, "EXDATE:20261130"], ["11-23", "12-07"], id="but for one"
        ),
        pytest.param(
            [
                "DTSTART;TZID=Europe/Madrid:20261123T190000",
                WEEKLY,
                "EXDATE;TZID=Europe/Madrid:20261130T190000",
            ],
            ["11-23", "12-07"],
            id="but for one time",
        ),
        pytest.param(
            [
                "DTSTART;TZID=Europe/Madrid:20261123T190000",
                WEEKLY,
                "EXDATE;TZID=America/New_York:20261130T130000",
            ],
            ["11-23", "12-07"],
            id="but for one time, said elsewhere",
        ),
        pytest.param(
            ["DTSTART:20261129", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3"],
            ["11-29", "11-30", "12-13"],
            id="in weeks that begin on a Sunday",
        ),
        pytest.param(
            ["DTSTART:20261123", "RDATE:20261125,20261128"],
            ["11-23", "11-25", "11-28"],
            id="on days that are named",
        ),
        pytest.param(
            ["DTSTART:20261123T063000", "RRULE:FREQ=DAILY;COUNT=2;BYHOUR=6"],
            ["11-23", "11-24"],
            id="at an hour",
        ),
    ],
)
def test_an_event_that_repeats_is_on_each_of_its_days(lines: list[str], found: list[str]) -> None:
    of = listing(calendar(event("UID:a", *lines)))
    assert ([day[5:] for day, _ in days(of)], told(of)) == (found, [])


@pytest.mark.parametrize(
    ("moved", "found"),
    [
        pytest.param(
            event("UID:a", "DTSTART:20261202", "RECURRENCE-ID:20261130", title="Moved"),
            [("11-23", "Easy run"), ("12-07", "Easy run"), ("12-02", "Moved")],
            id="moved",
        ),
        pytest.param(
            event("UID:a", "DTSTART:20261130", "RECURRENCE-ID:20261130", "STATUS:CANCELLED"),
            [("11-23", "Easy run"), ("12-07", "Easy run")],
            id="cancelled",
        ),
        pytest.param(
            event("UID:b", "DTSTART:20261202", "RECURRENCE-ID:20261130", title="Other"),
            [
                ("11-23", "Easy run"),
                ("11-30", "Easy run"),
                ("12-07", "Easy run"),
                ("12-02", "Other"),
            ],
            id="of another series",
        ),
    ],
)
def test_a_time_of_a_series_may_stand_otherwise(moved: str, found: list[tuple[str, str]]) -> None:
    of = listing(calendar(event("UID:a", "DTSTART:20261123", WEEKLY), moved))
    assert [(day[5:], title) for day, title in days(of)] == found


def test_a_series_without_an_end_is_read_for_two_years() -> None:
    found = days(listing(calendar(event("DTSTART:20261123", "RRULE:FREQ=WEEKLY"))))
    assert (len(found), found[0][0], found[-1][0]) == (105, "2026-11-23", "2028-11-20")


@pytest.mark.parametrize(
    "latest",
    [
        pytest.param(event("DTSTART:20261123"), id="of a day"),
        pytest.param(event("DTSTART:20261123", WEEKLY), id="that repeats"),
    ],
)
def test_a_series_that_began_long_ago_is_read_round_the_latest_event(latest: str) -> None:
    old = event("DTSTART:20190101T190000", "RRULE:FREQ=WEEKLY;INTERVAL=2", title="Club run")
    found = days(listing(calendar(old, latest)))
    club = [day for day, title in found if title == "Club run"]
    # every other Tuesday, counted from 2019
    assert (club[0], club[-1], len(club)) == ("2025-11-25", "2027-11-09", 52)


def test_a_series_that_began_long_ago_takes_as_long_as_it_took() -> None:
    old = event("DTSTART:20190101T190000", "DTEND:20190101T201500", "RRULE:FREQ=WEEKLY")
    found = listing(calendar(old, event("DTSTART:20261123")))
    assert {entry.minutes for entry in found.entries} == {None, 75}


def test_a_series_that_ended_long_ago_is_read_where_it_was() -> None:
    old = event("DTSTART:20190101", "RRULE:FREQ=WEEKLY;UNTIL=20190108", title="Club run")
    counted = event("DTSTART:20190103", "RRULE:FREQ=WEEKLY;COUNT=2", title="Gym")
    assert days(listing(calendar(event("DTSTART:20261123"), old, counted)))[1:] == [
        ("2019-01-01", "Club run"),
        ("2019-01-08", "Club run"),
        ("2019-01-03", "Gym"),
        ("2019-01-10", "Gym"),
    ]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        pytest.param("FREQ=SECONDLY", "repeats within the day", id="every second"),
        pytest.param("FREQ=YEARLY", "repeats by the year, as no run does", id="a birthday"),
        *(
            pytest.param(rule, "repeats by a rule that befit cannot follow", id=rule)
            for rule in (
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=often",
                "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
                "FREQ=MONTHLY;BYDAY=-53MO",
                "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=4",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;BYDAY=XX",
                "COUNT=3",
                "",
            )
        ),
        pytest.param(
            "FREQ=WEEKLY;UNTIL=never", "repeats until a day that befit cannot read", id="until"
        ),
    ],
)
def test_a_rule_that_no_run_has_is_told_and_not_followed(
    rule: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed: list[object] = []
    monkeypatch.setattr(repeats, "_between", lambda *series: followed.append(series) or [])
    found = listing(calendar(event("DTSTART:20261123T190000", f"RRULE:{rule}")))
    assert (followed, days(found)) == ([], [])
    assert told(found) == [("event 1", f"'Easy run' {why}")]


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;COUNT=1000000000", "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=DAILY"]
)
def test_a_series_of_a_thousand_million_has_the_days_of_two_years(rule: str) -> None:
    assert len(listing(calendar(event("DTSTART:20261123", f"RRULE:{rule}"))).entries) == 730


@pytest.mark.parametrize(
    "events",
    [
        pytest.param(
            [event(f"UID:{n}", "DTSTART:20261123", "RRULE:FREQ=DAILY") for n in range(500)],
            id="500 every day",
        ),
        pytest.param(
            [event("DTSTART:20261123", f"RDATE:{'20261124,' * 20_000}")], id="20,000 days by name"
        ),
        pytest.param(
            [
                event("UID:a", "DTSTART:20261123", "RRULE:FREQ=DAILY"),
                event("UID:a", "DTSTART:20261123", "RECURRENCE-ID:20261123") * 15_000,
            ],
            id="15,000 that were moved",
        ),
    ],
)
def test_a_calendar_that_repeats_without_measure_is_told(events: list[str]) -> None:
    with pytest.raises(BefitError, match="repeat far more often than runs do"):
        listing(calendar(*events))
