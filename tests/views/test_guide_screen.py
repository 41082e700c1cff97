"""The screen of a guided session: it fits, and says what a tired runner needs."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from colours import marked
from guided import DOG, LUNGE, PLANK, SIDE, SQUAT, TAPS, played, session
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console
from strategies import CATALOGUE
from syrupy.assertion import SnapshotAssertion

from befit_cli.log.guide import Key, start, step
from befit_cli.log.guide_state import State, entry
from befit_cli.values import Adapted, AdaptedKey, PlanPlace, Prescription, Reason, ReasonKey, Units
from befit_cli.views.guide import frame, going_on, summary
from befit_cli.views.pen import Pen

SETUP = (
    "Hold a dumbbell upright against your chest, feet hip- to shoulder-wide, and sit down between "
    "your heels until the thighs are about level, then stand up."
)
GOBLET = replace(SQUAT, form="Goblet squat", setup=SETUP, cue="Keep the whole foot planted")


def screen(
    state: State,
    now: float,
    width: int = 80,
    height: int = 24,
    encoding: str = "utf-8",
    **options: Any,
) -> str:
    """What a terminal of that size shows; a character that the encoding lacks is an error."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    usual: dict[str, Any] = {"color_system": None, "force_terminal": False, "_environ": {}}
    console = Console(file=out, width=width, height=height, **(usual | options))
    console.print(frame(Pen.of(console), state, now))
    out.seek(0)
    return out.read()


STAGES = [
    pytest.param("", id="a set"),
    pytest.param("k 1 6 enter enter 45s", id="a rest"),
    pytest.param("k 1 6 enter enter 72s", id="a rest that is over"),
    pytest.param("k 1 6 enter enter enter - enter p 4 enter", id="after the last set"),
    pytest.param("p 6 enter", id="with pain"),
    pytest.param("enter enter enter enter", id="by side"),
    pytest.param("s s enter 8s", id="a hold"),
    pytest.param("s s space", id="paused"),
    pytest.param("s s enter 25s enter enter 25s", id="at the end"),
    pytest.param("k 1 6", id="a weight is asked"),
    pytest.param("enter q", id="to stop is asked"),
    pytest.param("?", id="the keys"),
]


@pytest.mark.parametrize("keys", STAGES)
@pytest.mark.parametrize("width", [80, 40])
def test_as_it_looks(keys: str, width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(*played(keys, GOBLET, LUNGE, PLANK), width) == snapshot


def test_the_warm_up_as_it_looks(snapshot: SnapshotAssertion) -> None:
    assert screen(start(session(GOBLET), 0.0), 72.0, 40) == snapshot


def test_what_its_exercise_is_called_and_what_the_log_changed_is_said() -> None:
    why = Adapted(rule="R76", key=AdaptedKey.HEAVIER, facts={"sign": "over"})
    exercise = replace(SQUAT, name="Goblet squats", form="Heavy goblet hold", kg=18.0, adapted=why)
    shown = screen(*played("", exercise))
    assert "Heavy goblet hold (Goblet squats)\n" in shown
    assert "2 × 8 at 18 kg, stop with 3 left\n" in shown
    assert "a step heavier." in shown
    assert "With a weight?" not in shown


def test_the_warm_up_says_that_the_run_comes_first() -> None:
    run_first = Reason(ReasonKey.RUN_FIRST, {"hours": 3, "better": 6})
    planned = replace(session(SQUAT), reasons=(run_first,))
    assert "Run first, then wait at least 3 hours" in screen(start(planned, 0.0), 0.0)


def test_in_ascii(snapshot: SnapshotAssertion) -> None:
    assert screen(*played("enter 45s", GOBLET), 40, encoding="ascii") == snapshot


def test_in_colour(snapshot: SnapshotAssertion) -> None:
    colours = {"force_terminal": True, "color_system": "standard"}
    assert marked(screen(*played("enter 72s", GOBLET), **colours)) == snapshot


FORMS = [(each.name, form) for each in CATALOGUE.exercises for form in each.ladder]
NOTES = [rule.note for _, form in FORMS for rule in form.niggles.values() if rule.note]


def longest(name: str, number: int) -> Prescription:
    """The exercise of that place among those with the longest setup, and the longest note."""
    _, form = sorted(FORMS, key=lambda each: len(each[1].setup or ""))[-1 - number]
    note = sorted(NOTES, key=len)[-1 - number]
    each = replace(PLANK if form.seconds_per_rep is None else LUNGE, per_side=form.per_side)
    return replace(
        each, name=name, form=form.name, setup=form.setup, cue=form.cues[0], niggle_note=note
    )


def least_height(keys: str, words: str, exercise: Prescription) -> int:
    """The lines of the lowest screen that says the words."""
    state, now = played(keys, exercise)
    return next(lines for lines in range(6, 40) if words in screen(state, now, 40, lines))


def test_how_it_is_set_up_finds_room_before_its_first_set_rather_than_later() -> None:
    first, later = (least_height(keys, "Hold a dumbbell", GOBLET) for keys in ("", "enter enter"))
    assert first < later


@pytest.mark.of_a_kind(60)
@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 24), (40, 12), (30, 10)])
@pytest.mark.parametrize("keys", STAGES)
def test_the_longest_texts_leave_room_for_what_counts(
    keys: str, width: int, height: int, number: int
) -> None:
    exercise = longest("Exercises", number)
    held = replace(
        PLANK, **{name: getattr(exercise, name) for name in ("form", "setup", "cue", "niggle_note")}
    )
    lines = screen(*played(keys, exercise, exercise, held), width, height).splitlines()
    assert len(lines) == height
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 24), (40, 12)])
def test_the_keys_are_the_last_line_and_the_dose_is_there(width: int, height: int) -> None:
    for number in range(5):
        exercise = longest("Exercises", number)
        shown = screen(*played("", exercise), width, height)
        assert shown.splitlines()[-1].startswith("Enter ")
        assert exercise.form in " ".join(shown.split())
        assert "stop " in shown
        assert f"{exercise.sets} × " in shown


@pytest.mark.parametrize(
    ("exercise", "keys", "told"),
    [
        pytest.param(SQUAT, "", "repetitions", id="both sides at once"),
        pytest.param(LUNGE, "", "repetitions, first side", id="the first side"),
        pytest.param(LUNGE, "enter", "repetitions, the other side", id="the other"),
        pytest.param(DOG, "", "repetitions each side, taking turns", id="in turns"),
        pytest.param(TAPS, "enter enter", "hold, taking turns", id="a hold in turns"),
        pytest.param(SIDE, "enter", "get ready, first side", id="before a hold"),
        pytest.param(SIDE, "enter 25s", "change sides, the other side", id="between sides"),
        pytest.param(SIDE, "enter 35s", "hold, the other side", id="a hold of the other side"),
        pytest.param(SQUAT, "enter", "rest", id="a rest"),
        pytest.param(SQUAT, "enter 60s", "over your rest: Enter goes on", id="and its end"),
    ],
)
def test_what_the_digits_count(exercise: Prescription, keys: str, told: str) -> None:
    assert told in screen(*played(keys, exercise)).splitlines()


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        pytest.param("p 3 enter", None, id="up to 3: go on"),
        pytest.param("p 4 enter", "Pain 4: do less, or skip it with s.", id="4"),
        pytest.param("p 5 enter", "Pain 5: do less, or skip it with s.", id="5"),
        pytest.param("p 6 enter", "Pain 6: stop this one, s skips it.", id="over 5"),
    ],
)
def test_what_pain_means(keys: str, told: str | None) -> None:
    lines = [line for line in screen(*played(keys, SQUAT)).splitlines() if "Pain" in line]
    assert lines == ([told] if told else [])


@pytest.mark.parametrize(
    ("seconds", "number"), [(75, "1:15"), (60, "1:00"), (59.2, "1:00"), (59, "59"), (0.2, "1")]
)
def test_seconds_that_are_left_are_rounded_up(seconds: float, number: str) -> None:
    state, now = played("enter", replace(SQUAT, rest_s=75))
    assert number in screen(state, now + 75 - seconds, height=12).splitlines()


def test_a_weight_is_said_in_the_runners_units() -> None:
    assert "2 × 8 at 35 lb" in screen(*played("k 3 5 enter", SQUAT, units=Units.LB))


@given(
    st.lists(st.sampled_from([*Key, *"0123456789"]), max_size=30),
    st.integers(20, 120),
    st.integers(5, 40),
    st.sampled_from(["utf-8", "ascii"]),
)
def test_it_always_fits(keys: list[str], width: int, height: int, encoding: str) -> None:
    state = start(session(GOBLET, LUNGE, PLANK, SIDE), 0.0)
    for now, key in enumerate(keys):
        state = step(state, key, now)
        if state.ended:
            return
    lines = screen(state, len(keys), width, height, encoding).splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        pytest.param(
            "enter enter enter enter enter enter enter enter 25s enter enter 25s enter",
            ["Done: 5 of 5 sets, 1 min.", "All as planned."],
            id="as planned",
        ),
        pytest.param(
            "k 1 6 enter + enter enter enter 3 enter enter - enter p 2 enter enter s",
            [
                "Done: 3 of 5 sets, 1 min.",
                "Squat 9, 8 at 16 kg, 3 left; Lunge 8/7, pain 2; Plank skipped.",
            ],
            id="otherwise",
        ),
        pytest.param(
            "enter enter enter enter q enter",
            ["Done: 2 of 5 sets, 1 min.", "Lunge, Plank not done; the others as planned."],
            id="stopped",
        ),
        pytest.param(
            "s s enter 17s enter enter enter 25s enter",
            ["Done: 2 of 5 sets, 1 min.", "Plank 12 s, 20 s; Squat, Lunge skipped."],
            id="a hold",
        ),
    ],
)
def test_what_was_done_is_told_in_two_lines(keys: str, told: list[str]) -> None:
    state, now = played(keys, SQUAT, LUNGE, PLANK)
    console = Console(width=80, _environ={})
    log = entry(state, now, PlanPlace(began=date(2026, 11, 23), week=1, slot=1), date(2026, 11, 25))
    assert summary(Pen.of(console), state, log).plain.splitlines() == told


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        pytest.param("", "set 1 of Squat", id="a set"),
        pytest.param("enter", "set 2 of Squat", id="a rest"),
        pytest.param("enter enter enter enter", "set 1 of Lunge", id="the next exercise"),
        pytest.param("s enter enter", "the end of it", id="the end"),
    ],
)
def test_where_it_goes_on(keys: str, told: str) -> None:
    assert going_on(played(keys, SQUAT, LUNGE)[0]) == told
