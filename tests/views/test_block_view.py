"""A block on a terminal: its weeks, its race, its main lifts and its notes, at any width."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from colours import marked
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_words import own_note
from rich.cells import cell_len
from rich.console import Console
from sample_plan import ARM_PULL, HIP_THRUST, SIDE_PLANK, SQUAT, STEP_UP, sample_plan, session
from syrupy.assertion import SnapshotAssertion

from befit_cli.values import (
    Day,
    Load,
    Note,
    NoteKey,
    Phase,
    Plan,
    Prescription,
    Role,
    Scope,
    SessionLog,
    Week,
    Work,
    usual_runs,
)
from befit_cli.views import block
from befit_cli.views import words as wording

SAMPLE = sample_plan()
RACE_DAY = date(2027, 2, 14)
RACER = replace(SAMPLE.athlete, race_date=RACE_DAY)
ADD_WEIGHT = "When the last set gives you two repetitions more than asked, add 2-10 % weight."
STEADY = own_note("R30", ADD_WEIGHT)
JUMP = replace(SQUAT, form="Box jump", role=Role.POWER)


def week(number: int, phase: Phase, *lifts: tuple[Prescription, int, int], **changes: Any) -> Week:
    """A week of two sessions with these main lifts in the first, each with its sets and
    repetitions.
    """
    main = tuple(replace(lift, sets=sets, reps=reps) for lift, sets, reps in lifts)
    more = replace(ARM_PULL, sets=3 if changes.get("deload") or changes.get("taper") else 8)
    starts = date(2026, 12, 21) + timedelta(weeks=number - 1)
    fields: dict[str, Any] = {
        "of": 8,
        "starts": starts,
        "deload": False,
        "taper": False,
        "runs": usual_runs(RACER, starts),
        "sessions": (
            session(Day.MON, (*main, more), ""),
            session(Day.FRI, (SIDE_PLANK,), "", load=Load.LOW),
        ),
        "notes": (STEADY,),
    }
    return Week(number=number, phase=phase, **(fields | changes))


WEEKS = (
    week(
        1,
        Phase.GENERAL,
        (SQUAT, 2, 10),
        (HIP_THRUST, 2, 12),
        notes=(own_note("R12", "Only in this week."), STEADY),
    ),
    week(2, Phase.GENERAL, (SQUAT, 2, 11), (HIP_THRUST, 2, 13)),
    week(3, Phase.GENERAL, (SQUAT, 2, 12), (HIP_THRUST, 2, 14)),
    week(4, Phase.GENERAL, (SQUAT, 1, 12), (HIP_THRUST, 1, 14), deload=True),
    week(5, Phase.POWER, (JUMP, 3, 3), (STEP_UP, 3, 5)),
    week(6, Phase.POWER, (JUMP, 3, 4), (STEP_UP, 3, 6)),
    week(7, Phase.TAPER, (STEP_UP, 2, 6), taper=True),
    week(8, Phase.TAPER, taper=True, sessions=(), notes=()),
)
PLAN = replace(SAMPLE, athlete=RACER, weeks=WEEKS)


def printed(
    plan: Plan, width: int, encoding: str = "utf-8", today: date | None = None, **console: Any
) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    block.show(plan, Console(file=out, width=width, **options), today)
    out.seek(0)
    return out.read()


def rows(text: str) -> list[list[str]]:
    """The cells of the table of weeks."""
    table = text[text.index("Week  ") :].partition("\n\n")[0].splitlines()[2:]
    return [re.split(r" {2,}", line.strip()) for line in table]


@pytest.mark.parametrize("width", [100, 60, 40])
def test_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(PLAN, width) == snapshot


def test_as_it_prints_in_colour(snapshot: SnapshotAssertion) -> None:
    assert marked(printed(PLAN, 80, force_terminal=True, color_system="standard")) == snapshot


def test_as_it_prints_in_ascii(snapshot: SnapshotAssertion) -> None:
    assert printed(PLAN, 80, "ascii") == snapshot


def logged(*weeks: Week, **did: Any) -> Plan:
    """The block in which the first session of each of these weeks is logged."""
    found = []
    for each in WEEKS:
        sessions = each.sessions
        if each in weeks:
            log = SessionLog(date=each.starts, did={"squats": (Work(form="", reps=(8,)),)} | did)
            sessions = (replace(sessions[0], done=log), *sessions[1:])
        found.append(replace(each, sessions=sessions))
    return replace(PLAN, weeks=tuple(found))


@pytest.mark.parametrize("width", [100, 80, 40])
def test_what_was_done_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(logged(*WEEKS[:2]), width).partition("Main lifts")[0] == snapshot


def test_weeks_of_which_something_is_logged_say_how_much_was_done() -> None:
    done = {row[0]: row[5:6] for row in rows(printed(logged(WEEKS[0], WEEKS[2]), 100))}
    assert (done["1"], done["3"]) == (["1 of 2"], ["1 of 2"])
    assert "of" not in done["2"][0]


def test_what_was_skipped_is_logged_and_not_done() -> None:
    text = printed(logged(WEEKS[0], squats=()), 100)
    assert "0 of 2" in text


def test_a_block_of_which_nothing_is_logged_has_no_place_for_it() -> None:
    assert "Done" not in printed(PLAN, 100)


WAITED = replace(PLAN, weeks=tuple([replace(each, waited=(2, 3)) for each in WEEKS]))


@pytest.mark.parametrize("width", [100, 60, 40])
def test_weeks_that_waited_as_they_print(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(WAITED, width) == snapshot


@pytest.mark.parametrize("width", [100, 60, 40])
def test_weeks_that_waited_are_dim(width: int) -> None:
    shown = printed(WAITED, width, force_terminal=True, color_system="standard")
    dim = [line for line in shown.splitlines() if "waited" in line]
    assert len(dim) == 2
    assert all("\x1b[2m" in line for line in dim)


def test_what_was_not_done_is_not_counted() -> None:
    done = replace(PLAN, weeks=(WEEKS[0], *WEEKS[3:]))
    worked = re.compile(r"\S+ (?:min|hours) of strength")
    assert worked.findall(printed(WAITED, 100)) == worked.findall(printed(done, 100))


def test_a_block_of_which_every_week_waited_is_shown_all_the_same() -> None:
    weeks = [replace(each, waited=(1, 2)) for each in WEEKS[:2]]
    assert "waited" in printed(replace(PLAN, weeks=tuple(weeks)), 60)


@pytest.mark.parametrize("width", [36, 40, 48, 60, 80, 100, 140])
def test_each_week_is_one_line_of_a_table(width: int) -> None:
    found = rows(printed(PLAN, width))
    assert [row[:3] for row in found] == [
        [str(week.number), wording.short_date(week.starts), wording.phase_word(week)]
        for week in PLAN.weeks
    ]


@given(
    width=st.integers(20, 140),
    weeks=st.integers(1, 8),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_nothing_is_too_wide_and_every_week_and_dose_is_there(
    width: int, weeks: int, encoding: str
) -> None:
    text = printed(replace(PLAN, weeks=WEEKS[:weeks]), width, encoding)
    words = " ".join(text.split())
    assert max(map(cell_len, text.split("\n"))) <= width
    for week in WEEKS[:weeks]:
        start = wording.short_date(week.starts)
        assert re.search(rf"\b{week.number} \W*{start}\b", words), week.number
        lifts = week.sessions[0].exercises if week.sessions else ()
        for lift in lifts:
            if lift.role is Role.MAIN:
                assert re.search(rf"\b{lift.sets}[x×]{lift.reps}\b", words), lift.form


@given(
    width=st.integers(20, 140),
    form=st.text(max_size=60),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_any_text_fits_and_sends_no_control_characters(
    width: int, form: str, encoding: str
) -> None:
    lift = replace(SQUAT, form=form), 2, 8
    nasty = week(1, Phase.GENERAL, lift, notes=(own_note(form, form),))
    text = printed(replace(PLAN, weeks=(nasty,)), width, encoding)
    assert max(map(cell_len, text.split("\n"))) <= width
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 100])
def test_no_word_is_broken(width: int) -> None:
    known = set(re.findall(r"[\w-]+", printed(PLAN, 110).lower()))
    assert set(re.findall(r"[a-z-]{3,}", printed(PLAN, width).lower())) <= known


def test_the_bar_is_the_share_of_the_fullest_week() -> None:
    sets = {row[0]: row[3] for row in rows(printed(PLAN, 100))}
    assert sets["5"] == f"16 {'█' * 24}"
    assert sets["1"] == f"14 {'█' * 21}"
    assert sets["4"] == f"7 {'█' * 10}▌"
    assert sets["8"] == "0"
    ascii_sets = {row[0]: row[3] for row in rows(printed(PLAN, 100, "ascii"))}
    assert ascii_sets["5"] == f"16 {'#' * 24}"
    assert ascii_sets["4"] == f"7 {'#' * 10}:"


def test_the_dose_of_a_lift_moves_from_left_to_right_and_an_easier_week_is_named() -> None:
    lines = [line.split() for line in printed(PLAN, 100).splitlines()]
    assert ["Weeks", "1-4", "·", "general", "1", "2", "3", "4", "easier"] in lines
    assert ["Bodyweight", "squat", "2×10", "2×11", "2×12", "1×12"] in lines
    power = ["Weeks", "5-8", "·", "power", "·", "no", "heavy", "leg", "work"]
    assert [*power, "5", "6", "7", "taper", "8", "taper"] in lines
    assert ["Box", "jump", "3×3", "3×4", "–", "–"] in lines


def test_only_main_lifts_are_told_and_each_dose_of_a_week_with_several() -> None:
    hold = replace(SQUAT, form="Wall sit", reps=None, hold_s=30)
    twice = replace(WEEKS[1].sessions[0], exercises=(replace(SQUAT, sets=3, reps=8), hold))
    full = replace(WEEKS[1], sessions=(*WEEKS[1].sessions, twice))
    text = printed(replace(PLAN, weeks=(full,)), 100)
    assert re.search(r"Bodyweight squat +2×11 \+ 3×8\b", text)
    assert re.search(r"Wall sit +2×30 s\b", text)
    assert ARM_PULL.form not in text


def test_a_block_without_main_lifts_has_no_heading_for_them() -> None:
    light = week(1, Phase.GENERAL)
    assert "Main lifts" not in printed(replace(PLAN, weeks=(light,)), 80)
    assert "Main lifts" in printed(PLAN, 80)


def test_the_race_is_told_with_its_weekday_and_date_where_there_is_one() -> None:
    assert "Race: half marathon, Sunday 14 Feb 2027\n" in printed(PLAN, 100)
    assert "Race:" not in printed(replace(PLAN, athlete=SAMPLE.athlete), 100)


def test_what_every_build_week_says_is_told_once_and_what_one_says_is_not() -> None:
    text = printed(PLAN, 100)
    assert text.count(ADD_WEIGHT) == 1
    assert "Only in this week." not in text


@pytest.mark.parametrize("width", [30, 60, 100])
@pytest.mark.parametrize(
    ("today", "line"),
    [
        pytest.param(None, None, id="nobody says"),
        pytest.param(date(2026, 12, 20), None, id="before it"),
        pytest.param(date(2026, 12, 21), "You are here: week 1", id="its first day"),
        pytest.param(date(2027, 2, 14), "You are here: week 8", id="its last day"),
        pytest.param(date(2027, 2, 15), None, id="after it"),
    ],
)
def test_the_week_that_is_on_is_told(today: date | None, line: str | None, width: int) -> None:
    found = re.search(r"^→ (You are here: .*)", printed(PLAN, width, today=today), re.M)
    assert (found and found[1]) == line


@pytest.mark.parametrize(
    ("width", "encoding", "row"),
    [
        pytest.param(80, "utf-8", r"^ → 3  4 Jan ", id="a row"),
        pytest.param(80, "ascii", r"^ > 3  4 Jan ", id="in ASCII"),
        pytest.param(28, "utf-8", r"^→ Week 3 · 4 Jan$", id="a list"),
    ],
)
def test_the_week_that_is_on_is_marked(width: int, encoding: str, row: str) -> None:
    text = printed(PLAN, width, encoding, today=date(2027, 1, 4))
    assert len(re.findall(row, text, re.M)) == 1
    assert text.count("→" if encoding == "utf-8" else "> ") == 2


@pytest.mark.parametrize("width", [100, 60])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_set_more_is_to_be_seen(encoding: str, width: int) -> None:
    weeks = tuple(week(n, Phase.GENERAL, (SQUAT, 10 + n, 10)) for n in (1, 2, 3))
    text = printed(replace(PLAN, weeks=weeks), width, encoding)
    sets = [row[3] for row in rows(text)]
    assert [each.split()[0] for each in sets] == ["21", "22", "23"]
    assert len({each.split()[1] for each in sets}) == 3
    assert sorted(sets, key=len)[-1] == sets[-1]


@pytest.mark.parametrize("width", [28, 80])
def test_the_weeks_before_the_one_that_is_on_are_dim(width: int) -> None:
    colours = {"force_terminal": True, "color_system": "standard"}
    text = printed(PLAN, width, today=date(2027, 1, 4), **colours)
    dim = re.findall(r"\x1b\[2m[^\x1b]*?(\d+ [A-Z]\w\w)\b", text)
    assert dim == ["21 Dec", "28 Dec"]


@pytest.mark.parametrize(
    ("width", "days"),
    [
        pytest.param(100, "Mon medium, Fri low", id="each with its load"),
        pytest.param(60, "Mon, Fri", id="the days alone"),
        pytest.param(40, "Sessions: Mon, Fri; week 8: none", id="below the weeks"),
        pytest.param(28, "58 min: Mon, Fri", id="in the list"),
    ],
)
def test_the_days_of_the_sessions_are_told_at_any_width(width: int, days: str) -> None:
    assert days in printed(PLAN, width)


def test_several_weeks_with_other_days_are_told_together() -> None:
    rest = tuple(replace(week, sessions=()) for week in WEEKS[5:7])
    text = printed(replace(PLAN, weeks=(*WEEKS[:5], *rest)), 40)
    assert "Sessions: Mon, Fri; weeks 6, 7: none" in text


@pytest.mark.parametrize(
    ("weeks", "work"),
    [(1, "58 min of strength"), (2, "about 2 hours of strength"), (6, "about 6 hours of strength")],
)
def test_the_work_is_told_in_minutes_or_hours(weeks: int, work: str) -> None:
    of = "1 week" if weeks == 1 else f"{weeks} weeks"
    assert f"From Mon 21 Dec 2026 · {of} · {work}\n" in printed(
        replace(PLAN, weeks=WEEKS[:weeks]), 100
    )


@pytest.mark.parametrize(
    ("minutes", "work"),
    [
        pytest.param(89, "89 min of strength", id="minutes"),
        pytest.param(91, "about 1.5 hours of strength", id="an hour and a half"),
        pytest.param(110, "about 2 hours of strength", id="two hours"),
    ],
)
def test_the_work_is_told_to_the_half_hour(minutes: int, work: str) -> None:
    only = replace(WEEKS[0].sessions[0], minutes=minutes)
    plan = replace(PLAN, weeks=(replace(WEEKS[0], sessions=(only,)),))
    assert f"· {work}\n" in printed(plan, 100)


@pytest.mark.parametrize("width", [30, 60, 100])
@pytest.mark.parametrize(
    ("key", "begins"),
    [(NoteKey.HEAVIER, "Start 2-10 % heavier"), (NoteKey.ONE_WEIGHT, "With your one weight")],
)
def test_what_starts_heavier_is_told_below_the_lifts_of_its_stretch(
    key: NoteKey, begins: str, width: int
) -> None:
    facts = {"week": 4, "forms": ["Step-up"]}
    heavier = Note(rule="R30", key=key, scope=Scope.WEEK, facts=facts)
    weeks = (*WEEKS[:4], replace(WEEKS[4], notes=(heavier, STEADY)), *WEEKS[5:])
    text = printed(replace(PLAN, weeks=weeks), width)
    assert (
        text.index("Weeks 5-8") < text.index("Box jump") < text.index(begins) < text.index("Notes")
    )
    assert text.count(begins) == 1


def test_race_week_without_sessions_says_none() -> None:
    assert rows(printed(PLAN, 100))[-1] == ["8", "8 Feb", "taper", "0", "0", "none"]


@pytest.mark.parametrize("width", [30, 60, 100])
def test_colour_changes_no_character_and_suits_light_and_dark(width: int) -> None:
    """Bold, dim and the terminal's own colours; dim stands only where it orders, never on a week."""
    coloured = printed(PLAN, width, force_terminal=True, color_system="truecolor")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == printed(PLAN, width)
    assert set(re.findall(r"\x1b\[([\d;]*)m", coloured)) <= {"0", "1", "2", "32", "35", "36"}
    assert {text.strip() for text in re.findall(r"\x1b\[2m([^\x1b]*)", coloured)} <= {
        "R30",
        *(line.strip() for line in printed(PLAN, width).splitlines()[-4:]),
    }


def test_lines_stay_short_enough_to_read_on_a_wide_terminal() -> None:
    assert max(map(cell_len, printed(PLAN, 300).split("\n"))) <= 110
