"""Tables of every shape that runners have, from any spreadsheet, have a title for each day."""

from __future__ import annotations

import codecs

import pytest
from running_plans import days, listing, told

from befit_cli.errors import BefitError
from befit_cli.values import Race

BOTH = [("2026-11-24", "Tempo"), ("2026-11-26", "Long, slow")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('date,title\n2026-11-24,Tempo\n2026-11-26,"Long, slow"\n', id="commas"),
        pytest.param("date;title\n2026-11-24;Tempo\n2026-11-26;Long, slow\n", id="semicolons"),
        pytest.param("date\ttitle\n2026-11-24\tTempo\n2026-11-26\tLong, slow\n", id="tabs"),
        pytest.param("date;title\r\n24/11/2026;Tempo\r\n26/11/2026;Long, slow\r\n", id="CRLF"),
        pytest.param(
            "Fecha;Entrenamiento\n24/11/26;Tempo\n26/11/26;Long, slow\n", id="short years"
        ),
        pytest.param("Workout;Date\nTempo;11/24/2026\nLong, slow;11/26/2026\n", id="month first"),
        pytest.param("Datum;Einheit\n24.11.2026;Tempo\n26.11.2026;Long, slow\n", id="points"),
        pytest.param(
            "Date;Séance;Km\nTue 24 Nov 2026;Tempo;10\n26-nov-26;Long, slow;18\n", id="names"
        ),
        pytest.param(
            "start_time;title\n24 Nov 2026, 06:30;Tempo\n2026-11-26T06:30:00;Long, slow\n",
            id="times",
        ),
        pytest.param("date;title\n2026-11-24T23:30:00Z;x\n", id="a time in UTC"),
        pytest.param(
            "My plan\n\n# notes, such as this\n// date;title\n ;;\ndate;title\n2026-11-24;Tempo\n"
            ";;\nTotal;10\n;12\n2026-11-26;Long, slow\nNotes: drink;\n",
            id="comments, blanks and sums",
        ),
        pytest.param("2026-11-24;Tue;Tempo;10\n2026-11-26;Thu;Long, slow;18\n", id="no head"),
        pytest.param(
            'date;title\n2026-11-24;"Tempo\n# 3 x 10 min\n\n2026-11-25;"\n2026-11-26;Long, slow\n',
            id="a cell of many lines",
        ),
        pytest.param(
            "Title;WorkoutType;WorkoutDescription;PlannedDuration;WorkoutDay\n"
            "Tempo;Run;Warm up first;1;2026-11-24\n;;Long, slow;;2026-11-26\n",
            id="a coach's platform",
        ),
    ],
)
def test_a_table_of_dates_and_titles_is_read(text: str) -> None:
    found = listing(text)
    expected = [("2026-11-25", "x")] if "Z;" in text else BOTH
    assert (days(found), told(found)) == (expected, [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Week 1\nMon: rest\nThu: 6 x 400 m\n\nWeek 2\nSun: Long\n",
            [("0", "rest"), ("3", "6 x 400 m"), ("13", "Long")],
            id="colons",
        ),
        pytest.param(
            "Thursday - 6 x 400 m\nSunday – Long\n",
            [("3", "6 x 400 m"), ("6", "Long")],
            id="dashes",
        ),
        pytest.param(
            "jue.: 6 x 400 m\ndom.: Long\n", [("3", "6 x 400 m"), ("6", "Long")], id="in Spanish"
        ),
        pytest.param(
            "Mon rest\nTue: 6 x 400 m\nSat 10 km race\n",
            [("0", "rest"), ("1", "6 x 400 m"), ("5", "10 km race")],
            id="a blank alone",
        ),
        pytest.param(
            "Tue: warm up, then 6 x 400 m\nSun: Long, 8,5 km\n",
            [("1", "warm up, then 6 x 400 m"), ("6", "Long, 8,5 km")],
            id="commas in a title",
        ),
        pytest.param(
            "Mon: run\nTue: tempo, run\n", [("0", "run"), ("1", "tempo, run")], id="a run"
        ),
        pytest.param(
            "Training\nTue: tempo\nSun: Long\n", [("1", "tempo"), ("6", "Long")], id="a headline"
        ),
        pytest.param(
            '"Tue: tempo";5\n"Sun: Long";12\n', [("1", "tempo"), ("6", "Long")], id="in quotes"
        ),
        pytest.param(
            "2026-11-24: 6 x 400 m\nSun 29 Nov 2026 Long, 12 km\n",
            [("2026-11-24", "6 x 400 m"), ("2026-11-29", "Long, 12 km")],
            id="dates",
        ),
    ],
)
def test_a_plan_may_be_a_text_with_the_day_before_each_title(
    text: str, found: list[tuple[str, str]]
) -> None:
    read = listing(text)
    assert (days(read), told(read)) == (found, [])


@pytest.mark.parametrize(
    "line", [pytest.param("Parkrun Saturday", id="a day behind"), pytest.param("Do rest", id="Do")]
)
def test_a_line_of_a_text_that_begins_with_no_day_is_told(line: str) -> None:
    found = listing(f"Mon: easy\n{line}\nFri: Long\n")
    assert days(found) == [("0", "easy"), ("4", "Long")]
    assert told(found) == [("line 2", "it does not begin with a day, as Tue: 6 x 800 m does")]


def test_the_days_of_a_plan_are_in_one_language() -> None:
    for text in ("Mo: a\nDo: b\nSo: c\n", "Tag;Einheit\nMo;a\nDo;b\nSo;c\n"):
        assert days(listing(text)) == [("0", "a"), ("3", "b"), ("6", "c")]
    assert days(listing("Ma: a\nDo: b\n")) == [("1", "a"), ("6", "b")]


@pytest.mark.parametrize(
    ("content"),
    [
        pytest.param("date;title\n2026-11-24;Recuperación".encode(), id="UTF-8"),
        pytest.param(
            codecs.BOM_UTF8 + "date;title\n2026-11-24;Recuperación".encode(), id="with a mark"
        ),
        pytest.param("date;title\n2026-11-24;Recuperación".encode("utf-16"), id="UTF-16"),
        pytest.param("date;title\n2026-11-24;Recuperación".encode("cp1252"), id="of Windows"),
    ],
)
def test_letters_are_what_they_were_in_any_encoding(content: bytes) -> None:
    assert days(listing(content)) == [("2026-11-24", "Recuperación")]


@pytest.mark.parametrize(
    ("head", "cells", "kilometres", "minutes"),
    [
        pytest.param("Distance (km);Time", "10,5;0:45", 10.5, 45, id="a comma in a number"),
        pytest.param("Distance (mi);Duration", "10;1:05:30", 16.093, 65.5, id="miles and seconds"),
        pytest.param("distance_km;duration_min", "8 - 10;45", 10, 45, id="a span"),
        pytest.param("Distancia;Duración", "10 km;1h05", 10, 65, id="units in the cells"),
        pytest.param("Distance;Duration", "6 mi;45:00", 9.656, 45, id="minutes and seconds"),
        pytest.param("PlannedDistanceInMeters;PlannedDuration", "8000;0.75", 8, 45, id="metres"),
        pytest.param("Distance;Duration", "6 mi;45:30", 9.656, 45.5, id="and a half"),
        pytest.param("km;Duration", "10;2h", 10, 120, id="a unit for a head, and hours"),
        pytest.param("km;Duration", "10;5:30", 10, 330, id="up to five of hours"),
        pytest.param("km;Duration", "1;6:30", 1, 6.5, id="and more of minutes"),
        pytest.param("Distance;Duration", "0;0:00", None, None, id="nothing"),
        pytest.param("Distance;Duration", "far;long", None, None, id="words"),
        pytest.param("Distance;Duration", f"{'9' * 400};{'9' * 400}", None, None, id="too far"),
    ],
)
def test_how_far_and_how_long_are_in_kilometres_and_minutes(
    head: str, cells: str, kilometres: float | None, minutes: float | None
) -> None:
    (entry,) = listing(f"date;title;{head}\n2026-11-24;Easy;{cells}\n").entries
    assert (entry.kilometres, entry.minutes) == (kilometres, minutes)


@pytest.mark.parametrize(
    ("kind", "title", "found"),
    [
        pytest.param("Run", "Tempo", "Tempo", id="a run"),
        pytest.param("Trail Running", "Tempo", "Tempo", id="a run in two words"),
        pytest.param("Swim", "Tempo", "Swim - Tempo", id="another sport"),
        pytest.param("Day Off", "", "Day Off", id="no title"),
        pytest.param("Run", "", "Run", id="no title of a run"),
        pytest.param("", "Tempo", "Tempo", id="no type"),
        pytest.param("Strength", "Strength", "Strength", id="the same twice"),
    ],
)
def test_a_type_that_is_no_run_opens_the_title(kind: str, title: str, found: str) -> None:
    assert days(listing(f"date;type;title\n2026-11-24;{kind};{title}\n")) == [("2026-11-24", found)]


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        pytest.param(["01/12/2026", "13/12/2026"], ["12-01", "12-13"], id="13 is no month"),
        pytest.param(["12/01/2026", "12/13/2026"], ["12-01", "12-13"], id="13 is no month either"),
        pytest.param(
            ["30/11/2026", "01/12/2026", "02/12/2026"],
            ["11-30", "12-01", "12-02"],
            id="over months",
        ),
        pytest.param(
            ["11/12/2026", "12/01/2026", "12/02/2026"], ["11-12", "12-01", "12-02"], id="ascending"
        ),
        pytest.param(["11/11/2026", "12/12/2026"], ["11-11", "12-12"], id="the same in both"),
        pytest.param(["01.12.2026", "02.12.2026"], ["12-01", "12-02"], id="points"),
    ],
)
def test_the_whole_column_says_what_the_day_is_and_what_the_month(
    dates: list[str], found: list[str]
) -> None:
    rows = "\n".join(f"{date};Easy" for date in dates)
    assert [day[5:] for day, _ in days(listing(f"date;title\n{rows}\n"))] == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("date;title\n01/12/2026;Easy\n02/12/2026;Tempo\n", id="in a column"),
        pytest.param("01/12/2026;Easy\n02/12/2026;Tempo\n", id="without a head"),
        pytest.param("Week;Mon;Tue;Wed;Thu\n01/12/2026;a;b;c;d\n08/12/2026;a;b;c;d\n", id="weeks"),
    ],
)
def test_dates_that_could_be_two_are_asked_about(text: str) -> None:
    with pytest.raises(BefitError) as refused:
        listing(text, "plan.csv")
    line = 1 + text.partition("01/12/2026")[0].count("\n")
    assert str(refused.value) == (
        f"plan.csv: line {line}: 01/12/2026 could be 2026-12-01 or 2026-01-12. "
        "Write the dates as YYYY-MM-DD, for example 2026-12-01."
    )


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param("31/13/2026;Tempo", "'31/13/2026' is no date that befit can read", id="none"),
        pytest.param("soon;Tempo", "'soon' is no date that befit can read", id="a word"),
        pytest.param(";Tempo", "it has no date", id="an empty cell"),
        pytest.param("24 Nov;Tempo", "'24 Nov' is no date that befit can read", id="no year"),
        pytest.param(
            "0001-01-01;Tempo", "'0001-01-01' is no date that befit can read", id="year 1"
        ),
    ],
)
def test_a_row_without_its_day_is_told_with_its_line(row: str, why: str) -> None:
    found = listing(f"date;title\n2026-11-23;Easy\n{row}\n2026-11-25;Long run\n")
    assert [day for day, _ in days(found)] == ["2026-11-23", "2026-11-25"]
    assert told(found) == [("line 3", why)]


def test_a_row_without_its_day_is_told_where_the_table_has_no_head() -> None:
    found = listing("2026-11-23,Easy\n31/13/2026,Tempo\nand so on,until spring\n2026-11-25,Hills\n")
    assert [title for _, title in days(found)] == ["Easy", "Hills"]
    assert told(found) == [("line 2", "'31/13/2026' is no date that befit can read")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Day,Workout\nMon,a\nWed,b\nMon,c\n", [0, 2, 7], id="days by name"),
        pytest.param("Día;Sesión\nlunes;a\nmiércoles;b\nlunes;c\n", [0, 2, 7], id="in Spanish"),
        pytest.param("Day,Workout\nMon,a\nMon,b\nTue,c\n", [0, 0, 1], id="two on a day"),
        pytest.param("Mon,a\nWed,b\n,c\nMon,c\n", [0, 2, 7], id="days by name without a head"),
        pytest.param("Mon,run\nWed,plan\nMon,c\n", [0, 2, 7], id="titles like a head"),
        pytest.param("Weekday,Workout\nTue,a\nWed,b\nMon,c\n", [1, 2, 7], id="a head unknown"),
        pytest.param("Week,Day,Workout\n3,Mon,a\n3,Sun,b\n5,Tue,c\n", [0, 6, 15], id="with weeks"),
        pytest.param("Week,Day,Workout\n1,1,a\n1,7,b\n2,1,c\n", [0, 6, 7], id="days of weeks"),
        pytest.param("Day,Workout\nDay 1,a\nDay 8,b\n", [0, 7], id="days by number"),
        pytest.param("Week 7: base\nMon: a\nWeek 9 (easy)\nTue: b\n", [0, 15], id="headlines"),
        pytest.param("Mon: a\nWeek 2\nTue: b\n", [0, 8], id="a headline behind a week"),
        pytest.param("Week 2\nMon: a\nWeek 1\nTue: b\n", [0, 8], id="headlines that count down"),
        pytest.param("Week,Day,Workout\n2,Mon,a\n1,Tue,b\n", [0, 8], id="weeks that count down"),
        pytest.param("Mon am,a\nMon pm,b\nTue 24,c\n", [0, 0, 1], id="more of a day"),
        pytest.param("description\na\n\nb\nWeekly total\n", [0, 1], id="a row a day"),
        pytest.param(
            "description,km\na,1\nTotal 45 km,\nTotal body strength,\n", [0, 1], id="sums"
        ),
    ],
)
def test_a_table_without_dates_counts_from_a_monday(text: str, places: list[int]) -> None:
    found = listing(text)
    assert [entry.place for entry in found.entries] == places
    assert (found.entries[0].day, told(found)) == (None, [])


def test_days_by_number_are_those_of_two_years() -> None:
    found = listing("Day,Workout\nDay 1,a\nDay 728,b\nDay 729,c\n")
    assert [entry.place for entry in found.entries] == [0, 727]
    assert told(found) == [("line 4", "'Day 729' is no day that befit can read")]


def test_a_table_may_name_its_race_and_its_unit_above() -> None:
    facts = "units;raceType\nmiles;Half marathon\n\ndescription;totalDistance\nEasy;5\n"
    for text in (facts, f"My plan;of 2026\n{facts}"):
        found = listing(text)
        assert (found.race, found.entries[0].kilometres) == (Race.HALF, 8.047)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", id="short"),
        pytest.param("Wk,MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY", id="long"),
        pytest.param("Week,M,T,W,T,F,S,S", id="letters"),
        pytest.param(",Lunes,Martes,Miércoles,Jueves,Viernes,Sábado,Domingo", id="Spanish"),
        pytest.param("Semana,L,M,X,J,V,S,D", id="Spanish letters"),
        pytest.param("Woche,Mo,Di,Mi,Do,Fr,Sa,So", id="German"),
        pytest.param("Semaine,lun.,mar.,mer.,jeu.,ven.,sam.,dim.", id="French"),
    ],
)
@pytest.mark.parametrize(
    ("first", "second", "begins"),
    [
        pytest.param("1", "2", None, id="numbers"),
        pytest.param("Week 5", "Week 6", None, id="weeks"),
        pytest.param("Semana 1 de 12", "Semana 2 de 12", None, id="in Spanish"),
        pytest.param("12", "11", None, id="counting down"),
        pytest.param("23/11/2026", "30/11/2026", "2026-11-23", id="Mondays"),
        pytest.param("2026-11-29", "2026-12-06", "2026-11-23", id="Sundays"),
        pytest.param(
            "23/11/2026 - 29/11/2026", "30/11/2026 - 06/12/2026", "2026-11-23", id="spans"
        ),
        pytest.param(
            "23/11/2026 - 30/11/2026", "30/11/2026 - 07/12/2026", "2026-11-23", id="to the next"
        ),
        pytest.param("Week 1 (23/11/2026)", "Week 2 (30/11/2026)", "2026-11-23", id="both"),
    ],
)
def test_a_grid_has_a_row_a_week(head: str, first: str, second: str, begins: str | None) -> None:
    text = f"{head},Sum\n{first},,a,,,,,b,30\n{second},c,,,,,,,10\n,,,,,,,,40\nTotal,x,y,,,,,,\n"
    found = listing(text)
    if begins:
        expected = [("2026-11-24", "a"), ("2026-11-29", "b"), ("2026-11-30", "c")]
    else:
        expected = [("1", "a"), ("6", "b"), ("7", "c")]
    assert (days(found), told(found)) == (expected, [])


def test_a_week_that_begins_on_a_sunday_begins_a_day_before_its_monday() -> None:
    text = "Week,Sun,Mon,Tue,Wed,Thu,Fri,Sat\n{},a,b,,,,,c\n"
    dated = [("2026-11-22", "a"), ("2026-11-23", "b"), ("2026-11-28", "c")]
    assert days(listing(text.format("22/11/2026"))) == dated
    assert days(listing(text.format("23/11/2026"))) == dated
    assert days(listing(text.format("1"))) == [("6", "a"), ("7", "b"), ("12", "c")]


def test_a_grid_may_begin_with_its_days() -> None:
    text = "Mon,Tue,Wed,Thu,Fri,Sat,Sun\na,,,,,,b\n,c,,,,,\n"
    assert days(listing(text)) == [("0", "a"), ("6", "b"), ("8", "c")]


def test_a_cell_may_name_what_an_earlier_one_defines() -> None:
    text = (
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
        '1,"running: 8k jog\n- run: 8k",8k jog,"cycling: spin\n- 1h",spin,Tempo: 20 min,20 min,\n'
    )
    assert [title for _, title in days(listing(text))] == [
        *("8k jog", "8k jog", "cycling: spin", "cycling: spin", "Tempo: 20 min", "20 min")
    ]


def test_a_week_far_away_is_told() -> None:
    found = listing("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,a,,,,,,\n999999999,b,,,,,,\n")
    assert (days(found), told(found)) == (
        [("0", "a")],
        [("line 3", "week 999999999 is more than 104 weeks on")],
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            'date,title\n2026-11-24,"Tempo\n2026-11-25,Easy\n',
            "line 2 opens a quote that nothing closes",
            id="an open quote",
        ),
        pytest.param(
            f'date,title\n2026-11-24,"{"a" * 200_000}"\n',
            "line 2 has a cell that is longer than any that befit reads",
            id="a cell of 200,000",
        ),
        pytest.param("date,title\n" + "2026-11-24,a\n" * 2_000, "more than 2,000 rows", id="rows"),
    ],
)
def test_a_table_that_no_plan_is_in_is_told(text: str, said: str) -> None:
    with pytest.raises(BefitError) as refused:
        listing(text)
    assert said in str(refused.value)


def test_a_title_that_is_cut_ends_with_its_last_sign():
    (entry,) = listing(f"date,title\n2026-11-24,{'an ' * 200}\n").entries
    assert entry.title.endswith("an an")
