"""The watch's workout, read by fitdecode: another library, with a profile of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import fitdecode
import msgspec
import pytest
from fitdecode.profile import FIELD_TYPES
from hypothesis import assume, example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_words import own_reasons, own_warm_up
from sample_plan import BALANCE, BRIDGE, SIDE_PLANK, SQUAT, STEP_UP, sample_plan, session
from strategies import CATALOGUE, a_form, an_exercise, athletes_and_weeks, times

from befit_cli import views
from befit_cli.cli.output import Export
from befit_cli.errors import BefitError
from befit_cli.planning.planner import plan_week
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Plan,
    Prescription,
    SeasonWeek,
    Session,
)
from befit_cli.views import words as wording

PLAN = sample_plan()
WEEK = PLAN.weeks[0]
LONG_LADDER = CATALOGUE.by_id["planks"].ladder[:4]
UNKNOWN = 65534
"""Garmin's number for no category of its own."""
NASTY = st.text(st.sampled_from("<&;|=+\n\t\x00\x1b\u202eé深🏃") | st.characters(), max_size=250)

Numbers = tuple[int, int]


class Step(NamedTuple):
    """A step as the watch leads through it: the name it shows, the seconds or repetitions, and the
    numbers of its exercise.
    """

    intensity: str
    shown: str
    seconds: float | None = None
    reps: int | None = None
    numbers: Numbers | None = None


class File(NamedTuple):
    """The messages of a sound file, each with the fields that are set."""

    file_id: dict[str, Any]
    workout: dict[str, Any]
    steps: list[dict[str, Any]]
    titles: list[dict[str, Any]]

    @property
    def notes(self) -> list[str]:
        return [step["notes"] for step in self.steps if "notes" in step]

    def walk(self) -> list[Step]:
        """The steps under the names that a watch shows: the title of the exercise's numbers, else
        the step's own name.
        """
        titles = {_numbers(title): title.get("wkt_step_name", "") for title in self.titles}
        assert len(titles) == len(self.titles)
        steps: list[Step] = []
        # Where each step of the file stands among those that are done.
        starts: list[int] = []
        for step in self.steps:
            starts.append(len(steps))
            if step["duration_type"] == "repeat_until_steps_cmplt":
                steps += steps[starts[step["duration_step"]] :] * (step["repeat_steps"] - 1)
                continue
            numbers = _numbers(step)
            shown = titles[numbers] if numbers else step["wkt_step_name"]
            seconds, reps = step.get("duration_time"), step.get("duration_reps")
            steps.append(Step(step["intensity"], shown, seconds, reps, numbers))
        return steps


def _numbers(message: dict[str, Any]) -> Numbers | None:
    if "exercise_category" not in message:
        return None
    return message["exercise_category"], message["exercise_name"]


def read(content: bytes) -> File:
    """The file; fails for a wrong checksum, for what the format does not allow, and for a message
    that has no place here.
    """
    names = ("file_id", "workout", "workout_step", "exercise_title")
    messages: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    strict: dict[str, Any] = {
        "check_crc": fitdecode.CrcCheck.RAISE,
        "error_handling": fitdecode.ErrorHandling.RAISE,
    }
    with fitdecode.FitReader(io.BytesIO(content), **strict) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                messages[frame.name].append(_fields(frame))
    (file_id,), (workout,), steps, titles = messages.values()
    return File(file_id, workout, steps, titles)


def _fields(message: fitdecode.FitDataMessage) -> dict[str, Any]:
    """Each field's value under its name; of a category the number, even where the reader has a name
    for it.
    """
    fields = {}
    for field in message.fields:
        if field.value is not None:
            is_category = field.name == "exercise_category"
            fields[field.name] = field.raw_value if is_category else field.value
    return fields


def with_sessions(*sessions: Session) -> Plan:
    return replace(PLAN, weeks=(replace(WEEK, sessions=sessions),))


def rendered(made: Session, catalogue: Catalogue = CATALOGUE) -> bytes:
    content = views.render(with_sessions(made), "fit", catalogue=catalogue)
    assert isinstance(content, bytes)
    return content


def on_watch(*exercises: Prescription, catalogue: Catalogue = CATALOGUE, **changes: Any) -> File:
    made = replace(session(Day.MON, exercises, "Easy does it."), **changes)
    return read(rendered(made, catalogue))


def expected(made: Session) -> list[Step]:
    """The steps that the session's JSON asks for."""
    said = json.loads(msgspec.json.encode(made))
    steps = [Step("warmup", "Warm-up", said["warm_up"]["minutes"] * 60)]
    claimed: dict[Numbers, str] = {}
    for place, each in enumerate(said["exercises"]):
        numbers = garmins(each["id"], each["form"]) or (UNKNOWN, place)
        if claimed.setdefault(numbers, each["form"]) != each["form"]:
            numbers = (UNKNOWN, place)
        steps += each["sets"] * _set(each, numbers)
    return steps[:-1] if steps[-1].intensity == "rest" else steps


def _set(each: dict[str, Any], numbers: Numbers) -> list[Step]:
    rest = [Step("rest", "Rest", each["rest_s"])] * bool(each["rest_s"])
    match each:
        case {"hold_s": None, "reps": reps, "per_side": True}:
            title = cut(f"{reps}+{reps} {each['form']}", 49)
            return [Step("active", title, None, 2 * reps, numbers), *rest]
        case {"hold_s": None, "reps": reps}:
            return [Step("active", each["form"], None, reps, numbers), *rest]
    hold = Step("active", each["form"], each["hold_s"], None, numbers)
    if each["per_side"] and each["alternates"]:
        return [hold._replace(seconds=2 * each["hold_s"]), *rest]
    if each["per_side"]:
        return [hold, Step("rest", "Change sides", 10), hold, *rest]
    return [hold, *rest]


def garmins(id: str, form: str) -> Numbers | None:
    """The reader's own numbers for the Garmin name of a form of the bundled catalogue."""
    (name,) = (each.garmin for each in CATALOGUE.by_id[id].ladder if each.name == form)
    if name is None:
        return None
    category, exercise = name.split("/")
    return _number("exercise_category", category), _number(f"{category}_exercise_name", exercise)


def _number(kind: str, name: str) -> int:
    (number,) = (number for number, known in FIELD_TYPES[kind].enum.items() if known == name)
    return int(number)


@pytest.mark.parametrize("made", WEEK.sessions, ids=lambda made: made.day)
def test_every_step_is_the_plans(made: Session) -> None:
    assert read(rendered(made)).walk() == expected(made)


@times(0.15)
@given(drawn=athletes_and_weeks())
def test_every_step_of_anybodys_week_is_the_plans_and_a_watch_takes_them_all(
    drawn: tuple[Athlete, SeasonWeek],
) -> None:
    athlete, when = drawn
    try:
        week = plan_week(athlete, CATALOGUE, when)
    except BefitError:
        assume(False)
    for made in week.sessions:
        file = read(rendered(made))
        assert file.walk() == expected(made)
        assert len(file.steps) <= 50


def test_a_session_too_long_for_a_watch_repeats_its_sets() -> None:
    lifts = [replace(SIDE_PLANK, sets=4, form=form.name) for form in LONG_LADDER]
    file = on_watch(*lifts)
    made = replace(session(Day.MON, tuple(lifts), ""))
    assert len(expected(made)) > 50 >= len(file.steps)
    assert file.walk() == expected(made)
    assert file.notes[1].startswith("4 sets, stop if form slips.")
    assert file.notes[-1].startswith("Set 4 of 4, stop if form slips.")


def test_of_its_exercises_one_set_is_told_as_it_is() -> None:
    forms = [form.name for form in LONG_LADDER]
    lifts = [
        replace(SIDE_PLANK, sets=sets, form=form)
        for sets, form in zip((1, 5, 5, 5), forms, strict=True)
    ]
    file = on_watch(*lifts)
    assert file.notes[1].startswith("Set 1 of 1, stop if form slips.")
    assert file.walk() == expected(replace(session(Day.MON, tuple(lifts), "")))


def test_a_set_has_a_weight_where_it_has_one() -> None:
    first, second = (replace(SQUAT, sets=1, rest_s=0, kg=kg) for kg in (16, None))
    weighted, free = on_watch(first).steps[1], on_watch(second).steps[1]
    assert (weighted["exercise_weight"], weighted["weight_display_unit"]) == (16, "kilogram")
    assert not {"exercise_weight", "weight_display_unit"} & free.keys()


def test_the_warm_up_comes_first_with_its_minutes_and_what_to_do() -> None:
    file = on_watch(SQUAT, warm_up=own_warm_up("march", "8 slow squats", minutes=7))
    assert file.walk()[0] == Step("warmup", "Warm-up", 420)
    assert file.steps[0]["notes"] == "march; 8 slow squats"


@pytest.mark.parametrize(
    ("exercise", "steps"),
    [
        pytest.param(
            replace(SQUAT, rest_s=75),
            [("active", None, 10), ("rest", 75, None), ("active", None, 10)],
            id="repetitions wait for the lap button, rests count down",
        ),
        pytest.param(
            replace(STEP_UP, sets=1),
            [("active", None, 16)],
            id="repetitions of both sides are one step",
        ),
        pytest.param(
            replace(SIDE_PLANK, rest_s=30),
            2
            * [("active", 20, None), ("rest", 10, None), ("active", 20, None), ("rest", 30, None)],
            id="a hold counts down for each side, with time to change",
        ),
        pytest.param(
            replace(BRIDGE, rest_s=0),
            [("active", None, 12), ("active", None, 12)],
            id="where there is no rest there is no step for it",
        ),
    ],
)
def test_a_set_and_a_rest_are_steps_and_none_is_the_last(
    exercise: Prescription, steps: list[tuple[Any, ...]]
) -> None:
    found = [(step.intensity, step.seconds, step.reps) for step in on_watch(exercise).walk()[1:]]
    assert found == (steps[:-1] if steps[-1][0] == "rest" else steps)


def test_between_two_exercises_the_first_ones_rest_counts() -> None:
    steps = on_watch(replace(SQUAT, sets=1, rest_s=75), replace(BRIDGE, sets=1, rest_s=60)).walk()
    assert [(step.shown, step.seconds) for step in steps[2:]] == [
        ("Rest", 75),
        ("Short-range bridge, feet close", None),
    ]


def test_the_name_says_how_both_sides_share_the_repetitions() -> None:
    shown = {step.shown for step in on_watch(STEP_UP).walk()}
    assert shown == {"Warm-up", "8+8 Low step-up with a hand on support", "Rest"}


def test_notes_say_the_set_how_hard_what_to_mind_and_the_cue() -> None:
    squat = replace(SQUAT, niggle_note="No deeper than a chair.", cue="Stand tall.")
    balance = replace(BALANCE, per_side=False, cue="Soft knee.")
    assert on_watch(squat).notes[1:] == [
        "Set 1 of 2, stop with 3 left. Mind: No deeper than a chair. Stand tall.",
        "Set 2 of 2, stop with 3 left. Mind: No deeper than a chair. Stand tall.",
    ]
    assert on_watch(balance).notes[1] == "Set 1 of 2, stop if form slips. Soft knee."


def test_the_workout_is_strength_on_its_day_with_its_reason() -> None:
    reasons = own_reasons("A day between runs.")
    assert on_watch(SQUAT, date=date(2027, 9, 30), reasons=reasons).workout == {
        "wkt_name": "Strength 30 Sep",
        "wkt_description": "A day between runs.",
        "sport": "training",
        "sub_sport": "strength_training",
        "num_valid_steps": 4,
    }


def test_steps_and_titles_are_numbered_from_0() -> None:
    file = on_watch(SQUAT, BRIDGE)
    assert [step["message_index"] for step in file.steps] == list(range(8))
    assert [title["message_index"] for title in file.titles] == [0, 1]
    assert {step["target_type"] for step in file.steps} == {"open"}


@pytest.mark.of_a_kind(10)
@pytest.mark.parametrize("exercise", CATALOGUE.exercises, ids=lambda exercise: exercise.id)
def test_every_form_is_shown_by_its_name_under_garmins_numbers_or_on_purpose_none(
    exercise: Exercise,
) -> None:
    for form in exercise.ladder:
        _, step = on_watch(replace(SQUAT, id=exercise.id, form=form.name, sets=1)).walk()
        assert step.shown == form.name
        assert step.numbers == (garmins(exercise.id, form.name) or (UNKNOWN, 0))


def test_the_only_exercises_without_garmins_numbers_are_those_that_garmin_lacks() -> None:
    without = set()
    for exercise in CATALOGUE.exercises:
        if all(form.garmin is None for form in exercise.ladder):
            without.add(exercise.id)
    assert without == {"toe-curls", "single-leg-balances"}


def test_of_forms_with_the_same_numbers_the_second_gets_its_own_to_be_shown_by_its_name() -> None:
    sit = replace(SQUAT, id="leg-presses", form="Slow sit-to-stand")
    assert garmins(sit.id, sit.form) == garmins(SQUAT.id, SQUAT.form)
    steps = on_watch(replace(SQUAT, sets=1), replace(sit, sets=1)).walk()
    assert [(step.shown, step.numbers) for step in steps if step.numbers] == [
        (SQUAT.form, garmins(SQUAT.id, SQUAT.form)),
        ("Slow sit-to-stand", (UNKNOWN, 1)),
    ]


def test_sides_that_take_turns_hold_in_one_step() -> None:
    bug = replace(SIDE_PLANK, sets=1, alternates=True)
    seconds = [step.seconds for step in on_watch(bug).walk() if step.intensity == "active"]
    assert seconds == [2 * SIDE_PLANK.hold_s]


def squat_called(name: str, garmin: str | None = "squat/squat") -> tuple[Prescription, Catalogue]:
    """A prescription of the only form of a catalogue."""
    exercise = an_exercise(a_form(name, garmin=garmin), id=SQUAT.id)
    return replace(SQUAT, form=name), Catalogue((exercise,))


@pytest.mark.parametrize(
    ("garmin", "hint"),
    [
        pytest.param(
            "squat/goblet_squats", "; did you mean 'squat/goblet_squat'? ", id="a slip in its name"
        ),
        pytest.param("squats/squat", "; did you mean 'squat/squat'? ", id="a slip in the category"),
        pytest.param("§§§", ". ", id="nothing like it"),
    ],
)
def test_a_garmin_that_garmin_does_not_have_is_a_sentence(garmin: str, hint: str) -> None:
    exercise, catalogue = squat_called("Deep squat", garmin)
    with pytest.raises(BefitError) as failed:
        on_watch(exercise, catalogue=catalogue)
    said = f"Garmin has no exercise '{garmin}', which the catalogue says for Deep squat (squats)"
    assert str(failed.value) == f"{said}{hint}Correct its 'garmin', or leave it out."


@times(0.3)
@given(text=NASTY)
@example(text="x" * 43)
@example(text="x" * 44)
@example(text="x" * 10_000)
@example(text="深" * 10_000)
@example(text="\x1b[31m\x00\n\ud800")
def test_any_text_makes_a_file_that_has_it_plain_and_cut_to_what_a_watch_takes(text: str) -> None:
    exercise, catalogue = squat_called(text)
    made = replace(exercise, sets=1, cue=text, niggle_note=f"!{text}", per_side=True)
    file = on_watch(
        made,
        catalogue=catalogue,
        reasons=own_reasons(f"Why: {text}"),
        warm_up=own_warm_up("march", text),
    )

    assert file.walk()[1].shown == cut(f"10+10 {text}", 49)
    assert file.workout["wkt_description"] == cut(f"Why: {text}", 199)
    assert file.notes == [
        cut(f"march; {text}", 199),
        cut(f"Set 1 of 1, stop with 3 left. Mind: !{text} {text}", 199),
    ]


def cut(text: str, most: int) -> str:
    """The text plain; where it has too many bytes, the characters there is room for beside a mark
    of three.
    """
    plain = wording.plain(text)
    if len(plain.encode()) <= most:
        return plain
    sizes = range(most, -1, -1)
    size = next(size for size in sizes if len(plain[:size].encode()) <= most - 3)
    return plain[:size] + "…"


def test_the_file_is_a_workout_of_the_plans_day_and_no_clocks() -> None:
    file_id = on_watch(SQUAT, date=date(2027, 9, 30)).file_id
    assert file_id.pop("serial_number") > 0
    assert file_id == {
        "type": "workout",
        "manufacturer": "development",
        "product": 0,
        "time_created": datetime(2027, 9, 30, tzinfo=UTC),
    }


ON_MONDAY = WEEK.sessions[0]
FIRST, *OTHERS = ON_MONDAY.exercises


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(ON_MONDAY, date=date(2026, 11, 24)), id="on another day"),
        pytest.param(replace(ON_MONDAY, warm_up=own_warm_up("march")), id="another warm-up"),
        pytest.param(replace(ON_MONDAY, exercises=tuple(OTHERS)), id="an exercise less"),
        pytest.param(
            replace(ON_MONDAY, exercises=(replace(FIRST, reps=11), *OTHERS)),
            id="a repetition more",
        ),
        pytest.param(
            replace(ON_MONDAY, exercises=(replace(FIRST, cue="Stand tall."), *OTHERS)),
            id="another cue",
        ),
        pytest.param(WEEK.sessions[1], id="another session"),
    ],
)
def test_a_watch_tells_sessions_apart_that_differ_in_what_is_done(other: Session) -> None:
    assert read(rendered(other)).file_id != read(rendered(ON_MONDAY)).file_id


def test_sessions_with_other_steps_have_other_numbers_on_the_same_day_too() -> None:
    moved = [replace(session, date=ON_MONDAY.date) for session in WEEK.sessions]
    numbers = {read(rendered(session)).file_id["serial_number"] for session in moved}
    assert len(numbers) == len(moved)


def test_the_same_steps_have_the_same_number_whatever_is_said_beside_them() -> None:
    said = replace(ON_MONDAY, reasons=own_reasons("Because."), slot=3)
    assert read(rendered(said)).file_id == read(rendered(ON_MONDAY)).file_id


def test_the_number_is_never_0_which_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("befit_cli.views.fit.zlib.crc32", lambda _: 0)
    assert on_watch(SQUAT).file_id["serial_number"] == 1


def test_the_same_plan_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        words = ["-m", "befit_cli", "plan", "--start", "2026-11-23", "-f", "fit", "-o"]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, *words, f"{folder}/"], env=env, check=True, capture_output=True
        )
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert made[0] == made[1] != {}


@pytest.mark.parametrize("year", [1999, 2125])
def test_the_first_and_the_last_year_of_the_format_are_fine(year: int) -> None:
    file_id = on_watch(SQUAT, date=date(year, 1, 4)).file_id
    assert file_id["time_created"] == datetime(year, 1, 4, tzinfo=UTC)


@pytest.mark.parametrize("year", [1998, 2126])
def test_a_day_that_the_format_has_no_number_for_is_a_sentence(year: int) -> None:
    sentence = f"the years 1999-2125, and this session is on {year}-01-04. Say another --start."
    with pytest.raises(BefitError, match=sentence):
        on_watch(SQUAT, date=date(year, 1, 4))


def test_without_its_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fit_tool.fit_file_builder", None)
    monkeypatch.delitem(sys.modules, "befit_cli.views.fit", raising=False)
    sentence = r"needs fit-tool, which is not installed. Run pip install 'befit\[garmin\]'."
    with pytest.raises(BefitError, match=sentence):
        rendered(WEEK.sessions[0])


def test_one_session_goes_to_stdout() -> None:
    made = WEEK.sessions[0]
    assert Export("fit", "-", None).content(with_sessions(made), CATALOGUE) == rendered(made)
