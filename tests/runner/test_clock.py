"""The time of day, and the zone that it is in: real ones alone."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from befit_cli.errors import UsageError
from befit_cli.runner import clock
from befit_cli.runner.clock import read_clock, time_zones

A_DAY = date(2027, 1, 4)


def offset(zone: str) -> timedelta | None:
    """How far from UTC half past six is there, in winter."""
    at = read_clock("18:30", zone)
    assert at is not None
    return datetime.combine(A_DAY, at).utcoffset()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param("18:30", time(18, 30), id="by the clock"),
        pytest.param("7:05", time(7, 5), id="one digit"),
        pytest.param("18.30", time(18, 30), id="with a point"),
        pytest.param("18.3", time(18, 30), id="with a point, as YAML has it"),
        pytest.param("18.0", time(18), id="an hour with a point, as YAML has it"),
        pytest.param("18.05", time(18, 5), id="minutes below ten"),
        pytest.param("18.30 h", time(18, 30), id="with a point and h"),
        pytest.param("18h30", time(18, 30), id="with an h between"),
        pytest.param("19h", time(19), id="an hour"),
        pytest.param("7pm", time(19), id="in the evening"),
        pytest.param("6:30 AM", time(6, 30), id="in the morning"),
        pytest.param("6:30 p. m.", time(18, 30), id="in Spanish"),
        pytest.param("12am", time(0), id="midnight"),
        pytest.param("12:15 pm", time(12, 15), id="noon"),
    ],
)
def test_a_time_is_read_as_people_write_it(said: str, meant: time):
    assert read_clock(said, None) == meant


@pytest.mark.parametrize(
    "said", ["7", "1830", "24h", "13pm", "0 am", "7:5", "7.6", "7:60", "at 7pm"]
)
def test_what_could_be_no_time_is_refused(said: str):
    with pytest.raises(UsageError, match="is not a time"):
        read_clock(said, None)


@pytest.mark.parametrize("word", ["none", "no", "Off", "nada", ""])
def test_no_time_is_said_in_several_words(word: str):
    assert read_clock(word, None) is None


@pytest.mark.parametrize(
    ("at", "zone", "sentence"),
    [
        pytest.param(
            None,
            "UTC",
            "--tz says where the time is, and there is none. Say --at HH:MM too.",
            id="a zone without a time",
        ),
        pytest.param(
            "24:00",
            None,
            "--at '24:00' is not a time. Write it as HH:MM, for example 18:30.",
            id="no time",
        ),
        pytest.param(
            "6:00", "9", "--tz '9' is not a time zone. Write it as in Europe/Berlin.", id="no zone"
        ),
        pytest.param(
            "6:00",
            "Europe/Berlni",
            "--tz 'Europe/Berlni' is not a time zone; did you mean 'Europe/Berlin'? Write it as "
            "in Europe/Berlin.",
            id="near a zone",
        ),
    ],
)
def test_what_is_no_time_of_day_is_answered_with_how_to_write_it(
    at: str | None, zone: str | None, sentence: str
):
    with pytest.raises(UsageError) as wrong:
        read_clock(at, zone)
    assert str(wrong.value) == sentence


def test_every_zone_of_the_list_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    # Read once: the list is a walk through hundreds of files.
    monkeypatch.setattr(clock, "time_zones", cache(time_zones))
    zones = available_timezones() - {"Factory", "localtime"}
    assert {zone: offset(zone) for zone in zones} == {
        zone: datetime(2027, 1, 4, 18, 30, tzinfo=ZoneInfo(zone)).utcoffset() for zone in zones
    }


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        pytest.param("UTC", 0, id="UTC"),
        pytest.param("utc", 0, id="UTC in small letters"),
        pytest.param("Z", 0, id="UTC as ISO 8601 writes it"),
        pytest.param("europe/berlin", 1, id="small letters"),
        pytest.param(" Europe/Berlin ", 1, id="spaces round it"),
        pytest.param("Etc/GMT+5", -5, id="hours west"),
    ],
)
def test_a_zone_may_be_written_as_people_write_it(zone: str, hours: int) -> None:
    assert offset(zone) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("zone", "guess"),
    [
        pytest.param("posixrules", "", id="rules for other zones"),
        pytest.param("localtime", "", id="a link to the machine's own"),
        pytest.param("Factory", "", id="a machine that was never told its zone"),
        pytest.param("right/Europe/Berlin", "Europe/Berlin", id="leap seconds"),
        pytest.param("posix/Europe/Berlin", "Europe/Berlin", id="the same without"),
        pytest.param("Europe/Berlni", "Europe/Berlin", id="a slip"),
        pytest.param("Berlin", "Europe/Berlin", id="a city"),
        pytest.param("new york", "America/New_York", id="a city of two words"),
        pytest.param("CEST", "", id="an abbreviation, which other zones are near to in letters"),
        pytest.param("PST", "", id="an abbreviation of three letters"),
        pytest.param("GMT+2", "", id="hours"),
        pytest.param("+02:00", "", id="an offset"),
        pytest.param("tzdata.zi", "", id="a file beside the zones"),
        pytest.param("Europe", "", id="a folder of zones"),
        pytest.param("../UTC", None, id="a path"),
    ],
)
def test_what_is_no_zone_is_refused_and_guessed_at_only_where_it_is_likely(
    zone: str, guess: str | None
) -> None:
    with pytest.raises(UsageError) as wrong:
        read_clock("18:30", zone)
    message = wrong.value.message
    assert message.startswith(f"--tz '{zone}' is not a time zone")
    if guess is not None:
        end = f"; did you mean '{guess}'?" if guess else "."
        assert message == f"--tz '{zone}' is not a time zone{end}"


def test_tab_offers_no_zone_that_is_refused() -> None:
    assert {"posixrules", "localtime", "Factory"}.isdisjoint(time_zones())
    assert {"Europe/Berlin", "UTC"} <= set(time_zones())


@pytest.mark.parametrize(
    "machine",
    [
        None,
        "",
        ":",
        "Europe/Berlin",
        ":Europe/Berlin",
        "UTC",
        "UTC0",
        "EST5EDT",
        "CET-1CEST,M3.5.0,M10.5.0/3",
        "<+0330>-3:30",
        str(Path(__file__)),
    ],
)
def test_the_machine_s_zone_is_whatever_a_system_takes(machine: str | None) -> None:
    clock = read_clock("18:30", None, machine)
    assert clock is not None
    assert clock.tzinfo is None


@pytest.mark.parametrize("machine", ["Europe/Berln", "nonsense", "right/Europe/Berlin", "/no/file"])
def test_a_machine_whose_zone_means_nothing_is_not_taken_for_utc(machine: str) -> None:
    with pytest.raises(UsageError) as wrong:
        read_clock("18:30", None, machine)
    assert str(wrong.value) == (
        f"TZ is set to '{machine}', which is not a time zone, so --at has no zone. Say --tz too, "
        "as in Europe/Berlin, or set TZ right."
    )
    assert read_clock("18:30", "Europe/Berlin", machine) is not None
    assert read_clock(None, None, machine) is None


@pytest.mark.parametrize(
    ("arguments", "code"),
    [pytest.param([], 2, id="alone"), pytest.param(["--tz", "UTC"], 0, id="with --tz")],
)
def test_the_command_line_asks_tz(arguments: list[str], code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "befit_cli", "plan", "-f", "ics", "--at", "18:30", *arguments],
        env={**os.environ, "TZ": "Europe/Berln", "BEFIT_PROFILE": ""},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == code, done.stderr


def test_a_machine_without_a_list_of_zones_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneinfo.available_timezones", set)
    with pytest.raises(UsageError, match="no list of time zones"):
        read_clock("18:30", "Europe/Berlin")
    assert read_clock("18:30", None, "Europe/Berlin") is not None
