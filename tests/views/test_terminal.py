from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import pytest
from colours import marked
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_words import exercise_saying, own_note, own_reasons, own_warm_up
from rich.cells import cell_len
from rich.console import Console
from sample_log import DONE
from sample_plan import SIDE_PLANK, SQUAT, STEP_UP, sample_plan, session
from strategies import CATALOGUE, run_titles
from syrupy.assertion import SnapshotAssertion

from befit_cli.planning.reasons import Purpose
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Day,
    Plan,
    Prescription,
    SafetyLine,
    Units,
    usual_runs,
)
from befit_cli.views import prescription, sentences, terminal
from befit_cli.views.session import Purposes

PLAN = sample_plan()
WEEK = PLAN.weeks[0]


def _printed(
    plan: Plan,
    width: int,
    encoding: str = "utf-8",
    today: date | None = None,
    purposes: Purposes | None = None,
    **console: Any,
) -> str:
    """What comes out; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    options = {"color_system": None, "force_terminal": False, "_environ": {}} | console
    terminal.show(plan, CATALOGUE, Console(file=out, width=width, **options), purposes, today=today)
    out.seek(0)
    return out.read()


def _with(*sessions: Any, **changes: Any) -> Plan:
    return replace(PLAN, weeks=(replace(WEEK, sessions=sessions, **changes),))


@pytest.mark.parametrize("width", [100, 80, 40])
def test_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    assert _printed(PLAN, width) == snapshot


@pytest.mark.parametrize("width", [100, 80, 40])
def test_what_was_done_as_it_prints(width: int, snapshot: SnapshotAssertion) -> None:
    text = _printed(DONE, width, today=date(2026, 11, 27))
    assert text.partition("Notes")[0] == snapshot


def test_what_was_done_as_it_prints_in_colour(snapshot: SnapshotAssertion) -> None:
    colours = {"force_terminal": True, "color_system": "standard"}
    text = marked(_printed(DONE, 80, today=date(2026, 11, 27), **colours))
    assert text.partition("Notes")[0] == snapshot


def titled(*titles: tuple[Day, str]) -> Plan:
    """The week with hard runs on Wednesday and Saturday, a long one on Sunday, and those titles."""
    runs = replace(WEEK.runs, hard=(Day.WED, Day.SAT), titles=titles)
    return replace(PLAN, weeks=(replace(WEEK, runs=runs),))


TITLED = titled(
    (Day.WED, "Tempo: 3 x 10 min at threshold, 2 min easy between"),
    (Day.SAT, "parkrun"),
    (Day.SUN, "Long run 18 km"),
)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [110, 80, 60, 40])
def test_the_strip_names_the_runs_as_the_running_plan_does(
    width: int, encoding: str, snapshot: SnapshotAssertion
) -> None:
    header, strip, _ = _printed(TITLED, width, encoding).split("\n\n", 2)
    assert header.startswith("Strength for")
    assert strip == snapshot


@given(
    width=st.integers(30, 140),
    titles=st.lists(run_titles, min_size=3, max_size=3),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_any_title_has_its_place_and_the_kind_of_run_beside_it(
    width: int, titles: list[str], encoding: str
) -> None:
    plan = titled(*zip((Day.WED, Day.SAT, Day.SUN), titles, strict=True))
    printed = _printed(plan, width, encoding)
    strip = printed.split("\n\n")[1]
    # A character without a width of its own joins others to a sign that has one.
    assert max(map(cell_len, strip.split("\n"))) <= width
    assert strip.casefold().count("hard") >= 2
    assert "long" in strip.casefold()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)


@given(
    width=st.integers(40, 110),
    title=st.lists(st.text("abc", min_size=1, max_size=16), min_size=1, max_size=5).map(" ".join),
)
@example(width=80, title="a" * 16)
def test_a_title_is_cut_at_a_word(width: int, title: str) -> None:
    long = "1234567 " * 4
    plan = titled((Day.WED, title), (Day.SAT, long), (Day.SUN, long))
    strip = _printed(plan, width).split("\n\n")[1]
    shown = re.findall(r"(?<!\S)[abc]+…?(?!\S)", strip)
    first, *others = title.split()
    # Of the first word alone there may be less than the whole.
    assert first.startswith(shown[0].rstrip("…"))
    assert [word.rstrip("…") for word in shown[1:]] == others[: len(shown) - 1]


@pytest.mark.parametrize("width", [66, 79, 80])
def test_with_titles_seven_days_are_side_by_side_from_80_columns_on(width: int) -> None:
    plan = titled((Day.WED, "5 x 1 km"))
    across = re.compile("  Tue 24 +Wed 25")
    assert bool(across.search(_printed(plan, width))) == (width == 80)
    assert across.search(_printed(PLAN, width))


@pytest.mark.parametrize("width", [100, 80, 60, 40])
def test_a_short_title_is_there_in_full(width: int) -> None:
    strip = _printed(titled((Day.WED, "5 x 1 km")), width).split("\n\n")[1]
    assert "5 x 1 km" in strip


def test_as_it_prints_in_colour(snapshot: SnapshotAssertion) -> None:
    assert marked(_printed(PLAN, 80, force_terminal=True, color_system="standard")) == snapshot


TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize("width", [80, 40])
def test_as_it_prints_on_a_day_of_the_week(width: int, snapshot: SnapshotAssertion) -> None:
    colours = {"force_terminal": True, "color_system": "standard"}
    assert marked(_printed(PLAN, width, today=TUESDAY, **colours)) == snapshot


@pytest.mark.parametrize("width", [100, 40])
@pytest.mark.parametrize(
    ("today", "titles"),
    [
        pytest.param(
            TUESDAY, ["Wed 25 Nov · next", "Fri 27 Nov", "Mon 23 Nov · past"], id="between two"
        ),
        pytest.param(
            date(2026, 11, 25),
            ["Wed 25 Nov · today", "Fri 27 Nov", "Mon 23 Nov · past"],
            id="a session's day",
        ),
        pytest.param(
            date(2026, 11, 28),
            ["Mon 23 Nov · past", "Wed 25 Nov · past", "Fri 27 Nov · past"],
            id="nothing is to come",
        ),
        pytest.param(
            date(2026, 12, 1),
            ["Mon 23 Nov · past", "Wed 25 Nov · past", "Fri 27 Nov · past"],
            id="a week that is over",
        ),
        pytest.param(None, ["Mon 23 Nov", "Wed 25 Nov", "Fri 27 Nov"], id="nobody says"),
    ],
)
def test_what_is_today_or_next_comes_first_and_a_word_says_so(
    today: date | None, titles: list[str], width: int
) -> None:
    printed = _printed(PLAN, width, today=today)
    found = re.findall(r"^(\w{3})\w* (\d\d Nov(?: · (?:past|today|next))?) · \w+", printed, re.M)
    assert [" ".join(title) for title in found] == titles


@pytest.mark.parametrize(
    ("today", "sessions"),
    [
        pytest.param(date(2026, 11, 22), 3, id="before the week"),
        pytest.param(date(2026, 11, 23), 3, id="on its first day"),
        pytest.param(TUESDAY, 2, id="one is over"),
        pytest.param(date(2026, 11, 27), 1, id="two are over"),
        pytest.param(date(2026, 11, 28), 3, id="all are over"),
        pytest.param(date(2026, 12, 1), 3, id="after the week"),
    ],
)
def test_what_is_over_is_a_line_while_something_is_to_come(today: date, sessions: int) -> None:
    printed = _printed(PLAN, 80, today=today)
    assert printed.count("\n  1  ") == sessions
    assert printed.count("befit plan --why, with the same options, shows all.") == (sessions < 3)


def test_who_asks_why_sees_what_is_over_too() -> None:
    why = {"Bodyweight squat": Purpose(meets=("knees",), why="Strong thighs.", first_line=())}
    printed = _printed(PLAN, 80, today=TUESDAY, purposes=why)
    assert printed.count("\n  1  ") == 3
    assert "Why: knees. Strong thighs." in printed


LIGHT = {"light": True, "rir": 4}


@pytest.mark.parametrize(
    ("exercises", "line", "others"),
    [
        pytest.param((SQUAT, STEP_UP), "stop with 3 left", 0, id="all the same"),
        pytest.param(
            (SQUAT, SIDE_PLANK), "stop with 3 left, and whenever form slips", 0, id="a hold, too"
        ),
        pytest.param((SIDE_PLANK,), "stop if form slips", 0, id="holds alone"),
        pytest.param(
            (SQUAT, replace(SQUAT, **LIGHT), STEP_UP),
            "stop with 3 left unless said",
            1,
            id="another effort",
        ),
        pytest.param(
            (SQUAT, replace(SIDE_PLANK, light=True)),
            "stop with 3 left unless said, and whenever form slips",
            1,
            id="a light hold",
        ),
    ],
)
@pytest.mark.parametrize("width", [80, 40])
def test_the_effort_is_said_once_and_where_it_is_another(
    exercises: tuple[Prescription, ...], line: str, others: int, width: int
) -> None:
    plan = _with(session(Day.MON, exercises, ""), session(Day.WED, exercises, ""))
    said = " ".join(_printed(plan, width).partition("Notes")[0].split())
    assert f"Effort: {line} " in said
    assert len(re.findall(r"\bstop (?:with|if)", said)) == 1 + 2 * others


def test_the_steps_with_which_every_warm_up_begins_are_said_once() -> None:
    printed = " ".join(_printed(PLAN, 80).split())
    assert "Warm-up: walk briskly or march, 2 min; 10 hip circles each way " in printed
    assert printed.count("walk briskly") == 1
    assert printed.count("Warm-up, 5 min: as above, then 8 slow bodyweight squats; ") == 2
    assert "Warm-up, 5 min: as above 1 " in printed


def test_warm_ups_that_begin_otherwise_are_told_whole() -> None:
    first, second, third = WEEK.sessions
    other = replace(second, warm_up=own_warm_up("Skip."))
    printed = _printed(_with(first, other, third), 80)
    assert "as above" not in printed
    assert printed.count("walk briskly") == 2


@pytest.mark.parametrize(
    ("width", "starts"),
    [
        pytest.param(80, [12, 22, 32, 42, 52, 62, 72], id="as wide as the names of the rows"),
        pytest.param(79, [12, 20, 28, 36, 44, 52, 60], id="where there is room for that"),
    ],
)
def test_the_days_of_the_strip_are_equally_wide(width: int, starts: list[int]) -> None:
    header = _printed(PLAN, width).splitlines()[4]
    assert [day.start() for day in re.finditer(r"\w{3} \d\d", header)] == starts


@pytest.mark.parametrize("width", [80, 40])
def test_the_strip_says_which_day_is_today(width: int) -> None:
    days = re.compile(r"\btoday\b.*?\n *Run|24  today")
    assert days.search(_printed(PLAN, width, today=TUESDAY))
    for other in (None, date(2026, 11, 22), date(2026, 11, 30)):
        assert not days.search(_printed(PLAN, width, today=other))


def test_as_it_prints_in_ascii(snapshot: SnapshotAssertion) -> None:
    assert _printed(PLAN, 80, "ascii") == snapshot


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
@pytest.mark.parametrize("width", [40, 80, 100])
def test_without_unicode_only_ascii_comes_out(encoding: str, width: int) -> None:
    plan = _with(session(Day.MON, (replace(SQUAT, form="Pliée – “bas” 深蹲 ½…"),), "Why’s that·"))
    printed = _printed(plan, width, encoding)
    assert printed.isascii()
    assert 'Pliee - "bas" ??' in printed
    assert "Why's that-" in printed


def _columns(lines: list[str]) -> list[str]:
    """The texts of a page, each column of a table on its own, without white space."""
    texts = ["".join(lines)]
    for at, line in enumerate(lines):
        if re.match(r" *1 {2}\S", line):
            starts = [cell.start() for cell in re.finditer(r"\S+(?: \S+)*", line)]
            rows = lines[at : lines.index("", at) if "" in lines[at:] else None]
            texts += [
                "".join(row[start:end] for row in rows)
                for start, end in zip(starts, [*starts[1:], None], strict=True)
            ]
    return [re.sub(r"\s", "", text) for text in texts]


_WORDS = st.lists(st.text("abcdefgh-", min_size=1, max_size=12), min_size=1, max_size=6).map(
    " ".join
)


@given(
    width=st.integers(20, 140),
    form=_WORDS,
    sets=st.integers(1, 5),
    reps=st.integers(1, 30),
    rest_s=st.integers(0, 300),
    hold=st.booleans(),
)
def test_every_form_dose_and_rest_is_there_and_no_line_too_wide(
    width: int, form: str, sets: int, reps: int, rest_s: int, hold: bool
) -> None:
    dose = {"reps": None, "hold_s": reps} if hold else {"reps": reps}
    drawn = replace(STEP_UP, form=form, sets=sets, rest_s=rest_s, **dose)
    plan = _with(session(Day.MON, (drawn, SIDE_PLANK, SQUAT), "Because."))
    lines = [line.rstrip() for line in _printed(plan, width).split("\n")]
    texts = _columns(lines)

    assert max(map(cell_len, lines)) <= width
    for exercise in plan.weeks[0].sessions[0].exercises:
        for said in (
            exercise.form,
            prescription.dose(exercise, Units.KG),
            prescription.rest(exercise),
        ):
            assert any(re.sub(r"\s", "", said).replace("none", "no") in text for text in texts), (
                said
            )


@given(
    width=st.integers(20, 140),
    text=st.text(max_size=60),
    encoding=st.sampled_from(["utf-8", "ascii"]),
)
def test_any_text_fits_and_sends_no_control_characters(
    width: int, text: str, encoding: str
) -> None:
    monday = session(Day.MON, (exercise_saying(SQUAT, text),), "")
    plan = _with(
        replace(monday, reasons=own_reasons(text), warm_up=own_warm_up(text)),
        notes=(own_note(text, text),),
    )
    printed = _printed(replace(plan, safety=(SafetyLine(text=text),) * 4), width, encoding)
    lines = printed.split("\n")
    assert max(map(cell_len, lines)) <= width
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_markup_is_shown_and_escapes_are_not_sent(width: int) -> None:
    form = "[red]a[/red] :tada: \x1b]0;t\x07\x1b[31mb"
    printed = _printed(_with(session(Day.MON, (replace(SQUAT, form=form),), "[/]")), width)
    assert "[red]a[/red] :tada: b" in printed
    assert "[/]" in printed


@pytest.mark.parametrize("width", [40, 80, 100])
def test_colours_suit_light_and_dark(width: int) -> None:
    """Only the terminal's own named colours: no black, no white, no backgrounds."""
    printed = _printed(PLAN, width, force_terminal=True, color_system="truecolor")
    codes = {code for run in re.findall(r"\x1b\[([\d;]*)m", printed) for code in run.split(";")}
    assert codes == {"0", "1", "2", "3", "32", "36"}


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_color_changes_no_character(width: int) -> None:
    coloured = _printed(PLAN, width, force_terminal=True, color_system="standard")
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == _printed(PLAN, width)


def test_weeks_stand_one_after_the_other_and_safety_once() -> None:
    second = replace(WEEK, number=2, starts=date(2026, 11, 30), deload=True)
    printed = _printed(replace(PLAN, weeks=(WEEK, second)), 80)
    assert printed.index("Week 1 of 12") < printed.index(
        "Week 2 of 12 · general strength · easier week"
    )
    assert printed.count("Safety\n") == 1


def test_a_week_without_sessions_says_so() -> None:
    athlete = replace(PLAN.athlete, race_date=date(2026, 11, 28))
    plan = replace(_with(runs=usual_runs(athlete, WEEK.starts)), athlete=athlete)
    printed = _printed(plan, 40)
    assert "No strength this week: it is race week." in re.sub(r"\s+", " ", printed)
    assert re.search(r"Sat 28 +race", printed)


def test_three_safety_lines_and_where_the_rest_is() -> None:
    printed = _printed(PLAN, 140)
    lines = sentences.safety_lines(PLAN)
    assert [line for line in lines if line[:40] in printed] == lines[:3]
    assert "befit rules safety has the rest." in printed


def test_lines_stay_short_enough_to_read_on_a_wide_terminal() -> None:
    assert max(map(cell_len, _printed(PLAN, 300).split("\n"))) <= 110


EASED = Adapted(rule="R73", key=AdaptedKey.EASED_IN, facts={"days": 23, "percent": 80})
BARE = Adapted(rule="R73", key=AdaptedKey.EASED_IN, facts={"days": 23})
AGAIN = Adapted(rule="R72", key=AdaptedKey.AGAIN, facts={"days": 9})
ON = Adapted(rule="R72", key=AdaptedKey.ON_AFTER_GAP)


@pytest.mark.parametrize(
    ("second", "times"),
    [
        pytest.param(EASED, 1, id="all of them: once above them"),
        pytest.param(BARE, 1, id="one of them without a weight: of those that have one"),
        pytest.param(AGAIN, 2, id="each its own: below each"),
        pytest.param(None, 1, id="one of them: below it"),
    ],
)
def test_what_the_log_changed_of_a_whole_session_is_said_once(
    second: Adapted | None, times: int
) -> None:
    week = PLAN.weeks[0]
    other, one = week.sessions[0].exercises[:2]
    changed = (replace(other, adapted=second), replace(one, adapted=EASED))
    session = replace(week.sessions[0], exercises=changed)
    plan = replace(PLAN, weeks=(replace(week, sessions=(session,)),))
    printed = " ".join(_printed(plan, 80).split())
    assert printed.count("days without strength") == times
    assert "weights at 80 %" in printed
    above = printed.index("days without strength") < printed.index(other.form)
    assert above is (second in (EASED, BARE))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param((ON, None, ON), (0, 1), id="two: once above all"),
        pytest.param((ON, ON, AGAIN), (0, 1), id="what another says stays below it"),
        pytest.param((ON, None, None), (1, 0), id="one: below it"),
    ],
)
def test_what_goes_on_after_weeks_without_it_says_so_once(
    changes: tuple[Adapted | None, ...], said: tuple[int, int]
) -> None:
    week = PLAN.weeks[0]
    exercises = zip(week.sessions[0].exercises, changes, strict=False)
    changed = tuple([replace(exercise, adapted=change) for exercise, change in exercises])
    session = replace(week.sessions[0], exercises=changed)
    printed = _printed(replace(PLAN, weeks=(replace(week, sessions=(session,)),)), 80)
    printed = " ".join(printed.split())
    counted = printed.count("weeks without it:"), printed.count("weeks without some of these:")
    assert counted == said
    assert ("9 days without strength" in printed) is (AGAIN in changes)
