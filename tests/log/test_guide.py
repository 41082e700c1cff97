"""A guided session: what each key does, and what time does by itself."""

from __future__ import annotations

from datetime import date

import pytest
from guided import DOG, EXERCISES, LUNGE, PLANK, SIDE, SQUAT, TAPS, done, played, session, stands
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from befit_cli.log.entries import item_of
from befit_cli.log.guide import Key, go_on, start, step
from befit_cli.log.guide_state import Question, Stage, entry, rings, seconds_of
from befit_cli.log.log_file import read_log
from befit_cli.values import Asked, PlanPlace, Prescription, Units, Work

PLACE = PlanPlace(began=date(2026, 11, 23), week=1, slot=1)
DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("exercises", "keys", "where", "what"),
    [
        pytest.param((SQUAT,), "", "set Squat 1, 8", "", id="after the warm-up the first set"),
        pytest.param((SQUAT,), "enter", "rest Squat 1, 60 s", "Squat 8", id="Enter: done"),
        pytest.param((SQUAT,), "+ + - enter", "rest Squat 1, 60 s", "Squat 9", id="+ and -"),
        pytest.param(
            (SQUAT,),
            "- - - - - - - - - enter",
            "rest Squat 1, 60 s",
            "Squat 0",
            id="tried and failed",
        ),
        pytest.param(
            (SQUAT,), "enter - -", "rest Squat 1, 60 s", "Squat 6", id="corrected in the rest"
        ),
        pytest.param(
            (SQUAT,), "enter 45s", "rest Squat 1, 15 s", "Squat 8", id="a rest counts down"
        ),
        pytest.param(
            (SQUAT,), "enter 75s", "rest Squat 1, -15 s", "Squat 8", id="and on past zero"
        ),
        pytest.param(
            (SQUAT,), "enter 45s enter", "set Squat 2, 8", "Squat 8", id="Enter ends a rest"
        ),
        pytest.param(
            (SQUAT, PLANK),
            "enter enter enter",
            "rest Squat 2, 60 s",
            "Squat 8 8",
            id="rest after the last set",
        ),
        pytest.param(
            (SQUAT, PLANK),
            "enter enter enter enter",
            "set Plank 1, 20",
            "Squat 8 8",
            id="then the next exercise",
        ),
        pytest.param(
            (SQUAT,),
            "enter enter enter",
            "rest Squat 2",
            "Squat 8 8",
            id="no rest counts after all",
        ),
        pytest.param(
            (SQUAT,), "enter enter enter enter", "over", "Squat 8 8", id="Enter ends the session"
        ),
        pytest.param((LUNGE,), "enter", "set Lunge 1 other side, 8", "", id="by side: two counts"),
        pytest.param(
            (LUNGE,), "+ enter - enter", "rest Lunge 1", "Lunge 9/7", id="each with its own"
        ),
        pytest.param((DOG,), "enter", "rest Dog 1", "Dog 6", id="taking turns: one count"),
        pytest.param((PLANK,), "enter", "count-in Plank 1, 5 s", "", id="a hold is counted in"),
        pytest.param((PLANK,), "enter 5s", "hold Plank 1, 20 s", "", id="then it begins by itself"),
        pytest.param((PLANK,), "enter enter", "hold Plank 1, 20 s", "", id="or at once"),
        pytest.param((PLANK,), "enter 12s", "hold Plank 1, 13 s", "", id="a hold counts down"),
        pytest.param(
            (PLANK,), "enter 25s", "rest Plank 1, 30 s", "Plank 20", id="and ends by itself"
        ),
        pytest.param(
            (PLANK,), "enter 17s enter", "rest Plank 1, 30 s", "Plank 12", id="or earlier"
        ),
        pytest.param(
            (PLANK,), "+ enter 30s", "rest Plank 1, 30 s", "Plank 25", id="+ is 5 s of a hold"
        ),
        pytest.param(
            (PLANK,),
            "enter 15s + 15s",
            "rest Plank 1, 30 s",
            "Plank 25",
            id="even of one that is on",
        ),
        pytest.param(
            (PLANK,), "enter 25s -", "rest Plank 1, 30 s", "Plank 15", id="or one that was"
        ),
        pytest.param((SIDE,), "enter 25s", "change Side 1 other side, 10 s", "", id="two holds"),
        pytest.param(
            (SIDE,), "enter 30s", "change Side 1 other side, 5 s", "", id="with time to turn"
        ),
        pytest.param((SIDE,), "enter 26s enter", "hold Side 1 other side, 20 s", "", id="or none"),
        pytest.param((SIDE,), "enter 55s", "rest Side 1", "Side 20/20", id="hands free to the end"),
        pytest.param(
            (SIDE,), "enter 17s enter 30s", "rest Side 1", "Side 12/20", id="one side shorter"
        ),
        pytest.param(
            (TAPS,),
            "enter enter",
            "hold Taps 1, 30 s",
            "",
            id="taking turns: one hold as long as both",
        ),
        pytest.param(
            (TAPS,), "enter enter 30s", "rest Taps 1", "Taps 15", id="that counts for each"
        ),
        pytest.param((TAPS,), "enter enter 20s enter", "rest Taps 1", "Taps 10", id="shorter too"),
        pytest.param(
            (SQUAT, PLANK), "s", "set Plank 1, 20", "Squat skipped", id="s skips the exercise"
        ),
        pytest.param(
            (SQUAT, PLANK), "enter s", "set Plank 1, 20", "Squat 8 skipped", id="what is left of it"
        ),
        pytest.param(
            (SQUAT, PLANK),
            "enter enter enter s",
            "set Plank 1, 20",
            "Squat 8 8",
            id="nothing where all is done",
        ),
        pytest.param(
            (PLANK, SQUAT), "enter 12s s", "set Squat 1, 8", "Plank skipped", id="in a hold"
        ),
        pytest.param(
            (SQUAT,),
            "s",
            "set Squat 1, 8, asks stop",
            "Squat skipped",
            id="of the last one it asks",
        ),
        pytest.param(
            (SQUAT,), "s b enter", "rest Squat 1, 60 s", "Squat 8", id="and may be done after all"
        ),
        pytest.param((SQUAT,), "b", "warm-up", "", id="b: back to the warm-up"),
        pytest.param((SQUAT,), "enter b", "set Squat 1, 8", "", id="a set is undone"),
        pytest.param(
            (SQUAT,), "enter enter b", "rest Squat 1, 60 s", "Squat 8", id="back to the rest"
        ),
        pytest.param((LUNGE,), "enter b", "set Lunge 1, 8", "", id="back to the first side"),
        pytest.param(
            (SQUAT, PLANK),
            "enter enter enter enter b",
            "rest Squat 2, 60 s",
            "Squat 8 8",
            id="back over exercises",
        ),
        pytest.param((SQUAT, PLANK), "s b", "set Squat 1, 8", "", id="back to what was skipped"),
        pytest.param(
            (SQUAT, PLANK),
            "enter s b",
            "rest Squat 1, 60 s",
            "Squat 8",
            id="and to what was done of it",
        ),
        pytest.param((PLANK,), "enter b", "set Plank 1, 20", "", id="back out of a count-in"),
        pytest.param((PLANK,), "enter 12s b", "set Plank 1, 20", "", id="out of a hold"),
        pytest.param((SIDE,), "enter 40s b", "set Side 1 other side, 20", "", id="on its side"),
        pytest.param((SIDE,), "enter 30s b", "set Side 1, 20", "", id="and between them"),
        pytest.param(
            (SQUAT,),
            "enter 20s space 90s",
            "rest Squat 1, -50 s",
            "Squat 8",
            id="space stops the time",
        ),
        pytest.param(
            (SQUAT,),
            "enter 20s space 90s space",
            "rest Squat 1, 40 s",
            "Squat 8",
            id="and lets it go on",
        ),
        pytest.param(
            (SQUAT,),
            "enter 20s space 90s enter",
            "rest Squat 1, 40 s",
            "Squat 8",
            id="so does Enter",
        ),
        pytest.param(
            (PLANK,),
            "enter space 90s space 4s",
            "count-in Plank 1, 1 s",
            "",
            id="nothing begins in a pause",
        ),
        pytest.param((SQUAT,), "q", "set Squat 1, 8, asks stop", "", id="q asks"),
        pytest.param((SQUAT,), "q q", "set Squat 1, 8", "", id="q again: no"),
        pytest.param((SQUAT,), "q b", "set Squat 1, 8", "", id="back: no"),
        pytest.param((SQUAT,), "q x", "set Squat 1, 8, asks stop", "", id="anything else: nothing"),
        pytest.param((SQUAT,), "enter q enter", "over", "Squat 8", id="Enter: stop, and keep it"),
        pytest.param((SQUAT,), "enter q l", "later", "Squat 8", id="l: later"),
        pytest.param((SQUAT,), "q l", "set Squat 1, 8, asks stop", "", id="nothing to go on with"),
        pytest.param((SQUAT,), "enter ?", "rest Squat 1, 60 s, asks help", "Squat 8", id="? helps"),
        pytest.param(
            (SQUAT,),
            "enter ? 20s enter",
            "rest Squat 1, 40 s",
            "Squat 8",
            id="time goes on below it",
        ),
        pytest.param((SQUAT,), "enter q enter + enter", "over", "Squat 8", id="what is over stays"),
        pytest.param((SQUAT,), "x [ 7 l", "set Squat 1, 8", "", id="other keys mean nothing"),
    ],
)
def test_keys_and_seconds(
    exercises: tuple[Prescription, ...], keys: str, where: str, what: str
) -> None:
    state, now = played(keys, *exercises)
    assert (stands(state, now), done(state)) == (where, what)


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        pytest.param("enter 3", None, id="before the last set it is not asked"),
        pytest.param("enter enter enter 3", 3, id="after it a digit says it"),
        pytest.param("enter enter enter 3 1", 1, id="another corrects it"),
        pytest.param("enter enter enter 6", None, id="more than 5 is no use"),
        pytest.param("enter enter enter 3 b", None, id="with the set it goes"),
        pytest.param("enter enter enter space 3", 3, id="in a pause, too"),
    ],
)
def test_what_was_left_after_the_last_set(keys: str, left: int | None) -> None:
    assert played(keys, SQUAT)[0].done[0].left == left


def test_an_exercise_that_is_to_leave_nothing_is_not_asked_what_was_left() -> None:
    jumps = replace(SQUAT, rir=None)
    assert played("enter enter enter 3", jumps)[0].done[0].left is None


def test_a_hold_is_not_asked_what_was_left() -> None:
    assert played("enter 25s enter enter 25s 3", PLANK)[0].done[0].left is None


@pytest.mark.parametrize(
    ("keys", "pain"),
    [
        pytest.param("p 4 enter", 4, id="a digit"),
        pytest.param("p 1 0 enter", 10, id="ten"),
        pytest.param("p 1 1 enter", 1, id="there is no eleven"),
        pytest.param("p 1 erase 3 enter", 3, id="corrected"),
        pytest.param("p enter", None, id="nothing said"),
        pytest.param("p 4 escape", None, id="left"),
        pytest.param("enter p 0 enter", 0, id="none, in a rest"),
    ],
)
def test_pain_is_a_number_up_to_ten(keys: str, pain: int | None) -> None:
    state, _ = played(keys, SQUAT)
    assert (state.done[0].pain, state.question) == (pain, None)


@pytest.mark.parametrize(
    ("keys", "kg"),
    [
        pytest.param("enter enter enter", (None, None), id="nobody said it"),
        pytest.param("k 1 6 enter enter enter enter", (16, 16), id="it stays"),
        pytest.param(
            "enter k 1 6 enter enter enter", (16, 16), id="said after the first set it was its, too"
        ),
        pytest.param(
            "k 1 6 enter enter k 2 0 enter enter enter",
            (16, 20),
            id="said again, it is the next one's",
        ),
        pytest.param(
            "k 1 6 enter enter enter enter k 2 0 enter",
            (16, 20),
            id="after the last set, the last one's",
        ),
        pytest.param("k 2 2 . 5 enter enter", (22.5,), id="with a point"),
        pytest.param("k . . 5 enter enter", (0.5,), id="one point"),
        pytest.param("k . enter enter", (None,), id="a point alone is no number"),
        pytest.param("k 5 0 0 enter enter", (500,), id="as much as there is"),
        pytest.param("k 5 0 1 enter enter", (50,), id="more is a slip of the finger"),
        pytest.param("k 1 . 2 3 4 5 6 enter enter", (1.23,), id="to 10 g"),
        pytest.param("k 1 6 enter k 0 enter enter", (None,), id="0: none"),
        pytest.param("k 1 6 escape enter", (None,), id="left"),
        pytest.param("k 1 6 erase 8 enter enter", (18,), id="corrected"),
        pytest.param("k 1 6 enter enter b enter", (16,), id="a set that is done again"),
    ],
)
def test_a_weight(keys: str, kg: tuple[float | None, ...]) -> None:
    assert played(keys, SQUAT)[0].done[0].kg == kg


def test_the_next_exercise_has_a_weight_of_its_own() -> None:
    state, _ = played("k 1 6 enter s enter enter", SQUAT, LUNGE)
    assert state.done[1].kg == (None,)
    assert played("k 1 6 enter s b", SQUAT, LUNGE)[0].kg is None
    assert played("k 1 6 enter enter s b", SQUAT, LUNGE)[0].kg == 16


def test_a_weight_is_kept_in_kilograms_whatever_it_is_said_in() -> None:
    assert played("k 3 5 enter enter", SQUAT, units=Units.LB)[0].done[0].kg == (15.88,)


@pytest.mark.parametrize(
    ("exercise", "keys", "moments"),
    [
        pytest.param(SQUAT, "enter", [60], id="a rest is over"),
        pytest.param(PLANK, "enter", [5, 25, 55], id="a hold begins, ends, and so does its rest"),
        pytest.param(SIDE, "enter", [5, 25, 35, 55], id="each side"),
        pytest.param(SQUAT, "enter space", [], id="none in a pause"),
        pytest.param(SQUAT, "", [], id="none in a set"),
        pytest.param(LUNGE, "enter enter", [], id="none when nothing comes"),
    ],
)
@pytest.mark.parametrize("tick", [0.2, 0.7])
def test_the_bell_rings_once_at_each_end(
    exercise: Prescription, keys: str, moments: list[int], tick: float
) -> None:
    state, now = played(keys, exercise)
    rung, began = [], now
    while now < began + 100:
        if rings(state, now, now + tick):
            rung.append(int(now + tick - began))
        now += tick
        state = step(state, None, now)
    assert rung == moments


KEYS = st.lists(st.one_of(st.sampled_from([*Key, *"0123456789x"]), st.floats(0, 90)), max_size=60)


@given(KEYS)
def test_any_keys_leave_what_the_log_reads_back(keys: list[str | float]) -> None:
    now = 0.0
    state = start(session(*EXERCISES), now)
    for key in keys:
        if isinstance(key, float):
            now += key
        state = step(state, None if isinstance(key, float) else key, now)
        assert 0 <= seconds_of(state, now) <= now
        for exercise, had in zip(EXERCISES, state.done, strict=True):
            assert len(had.sets) == len(had.kg) <= exercise.sets
            for sides in had.sets:
                assert len(sides) == (2 if exercise in (LUNGE, SIDE) else 1)
    log = entry(state, now, PLACE, DAY)
    assert read_log(item_of(log), "log.yaml").sessions == (log,)
    known = dict(enumerate(state.done))
    again = go_on(start(session(*EXERCISES), 0.0), known, state.place, 0, 0)
    assert [had.sets for had in again.done] == [had.sets for had in state.done]


@given(KEYS)
def test_time_that_goes_by_in_one_leap_does_what_it_does_in_many(keys: list[str | float]) -> None:
    now = 0.0
    one = many = start(session(*EXERCISES), now)
    for key in keys:
        if isinstance(key, float):
            for part in range(1, 8):
                many = step(many, None, now + key * part / 7)
            now += key
            one = step(one, None, now)
        else:
            one, many = step(one, key, now), step(many, key, now)
    assert one == many


@pytest.mark.parametrize(
    ("keys", "work"),
    [
        pytest.param(
            "enter enter - enter 2 enter",
            {
                "squats": (
                    Work(form="Squat", asked=Asked(sets=2, reps=8, left=3), reps=(8, 7), left=2),
                )
            },
            id="repetitions",
        ),
        pytest.param(
            "k 1 6 enter enter enter enter enter",
            {
                "squats": (
                    Work(form="Squat", asked=Asked(sets=2, reps=8, left=3), reps=(8, 8), kg=(16,)),
                )
            },
            id="one weight for all",
        ),
        pytest.param(
            "k 1 6 enter enter k 2 0 enter enter enter enter",
            {
                "squats": (
                    Work(
                        form="Squat", asked=Asked(sets=2, reps=8, left=3), reps=(8, 8), kg=(16, 20)
                    ),
                )
            },
            id="or one for each",
        ),
        pytest.param(
            "s enter - enter",
            {
                "squats": (),
                "lunges": (
                    Work(
                        form="Lunge",
                        asked=Asked(sets=1, reps=8, left=3),
                        reps=(7,),
                        other_side=(8,),
                    ),
                ),
            },
            id="the weaker side counts, the other is told; skipped has nothing in it",
        ),
        pytest.param(
            "s s enter 17s enter p 3 enter enter enter",
            {
                "squats": (),
                "lunges": (),
                "planks": (
                    Work(form="Plank", asked=Asked(sets=2, hold_s=20), hold_s=(12,), pain=3),
                ),
            },
            id="a hold, and what is not come to is not there",
        ),
        pytest.param(
            "p 7 enter s",
            {"squats": (Work(form="Squat", asked=Asked(sets=2, reps=8, left=3), pain=7),)},
            id="the pain for which it was skipped stays",
        ),
    ],
)
def test_what_was_done_as_the_log_has_it(keys: str, work: dict[str, tuple[Work, ...]]) -> None:
    state, now = played(keys, *EXERCISES)
    log = entry(state, now, PLACE, DAY)
    assert (log.did, log.plan, log.date) == (work, PLACE, DAY)


def test_minutes_are_those_of_the_session_without_its_pauses() -> None:
    assert entry(*played("600s enter space 3000s space 300s", SQUAT), PLACE, DAY).minutes == 15
    assert entry(*played("enter", SQUAT), PLACE, DAY).minutes == 1


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        pytest.param("enter", "set Squat 2, 8", id="at the next set"),
        pytest.param("enter enter enter", "set Lunge 1, 8", id="at the next exercise"),
        pytest.param("s", "set Lunge 1, 8", id="after one that was skipped"),
        pytest.param("enter s", "set Lunge 1, 8", id="in part"),
        pytest.param("s enter enter", "rest Lunge 1", id="at the end, to be confirmed"),
        pytest.param("s s", "set Lunge 1, 8", id="at the last one, skipped"),
    ],
)
def test_where_a_session_goes_on(keys: str, where: str) -> None:
    state, _ = played(keys, SQUAT, LUNGE)
    place = max(place for place, had in enumerate(state.done) if had.sets or had.skipped)
    again = go_on(start(session(SQUAT, LUNGE), 0.0), dict(enumerate(state.done)), place, 70, 1000)
    assert stands(again, 1000) == where
    assert seconds_of(again, 1000) == 70


def test_where_no_rest_is_planned_none_counts() -> None:
    assert stands(*played("enter", replace(SQUAT, rest_s=0))) == "rest Squat 1"


@pytest.mark.parametrize(
    ("exercise", "keys", "most"),
    [
        pytest.param(SQUAT, "+ " * 600 + "enter", 500, id="repetitions"),
        pytest.param(SQUAT, "enter " + "+ " * 600, 500, id="corrected"),
        pytest.param(PLANK, "enter enter 12s enter " + "+ " * 200, 600, id="seconds"),
    ],
)
def test_there_is_a_most(exercise: Prescription, keys: str, most: int) -> None:
    assert played(keys, exercise)[0].done[0].sets == ((most,),)


def test_a_warm_up_counts_its_minutes_and_goes_on_past_them() -> None:
    state = start(session(SQUAT), 0.0)
    assert rings(state, 299, 300)
    assert step(state, None, 400).stage is Stage.WARM_UP
    assert step(state, Key.SKIP, 10).stage is Stage.SET
    assert step(state, Key.WEIGHT, 10).question is None
    assert step(state, Key.HELP, 10).question is Question.HELP


def test_the_weight_that_is_asked_counts_until_another_is_said() -> None:
    squat = replace(SQUAT, kg=18.0)
    state, now = played("enter enter k 2 0 enter enter", squat)
    assert state.done[0].kg == (18, 20)
    (work,) = entry(state, now, PLACE, DAY).did["squats"]
    assert work.asked == Asked(sets=2, reps=8, left=3, kg=18)
