"""The weight of what comes, by what was lifted before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from logged_week import (
    AS_ASKED,
    ASKED_LEFT,
    ATHLETE,
    BARE,
    LIFT,
    SEASON,
    entry,
    line_of,
    session,
    twice,
    week,
)
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY
from training_logs import as_asked

from befit_cli.planning.planner import make_plan
from befit_cli.values import Asked, History, Kit, Owned, PlanPlace, SessionLog, Weights, Work

EVERY_KILO = Weights(owned={Kit.DUMBBELL: Owned(kg=tuple(map(float, range(1, 61))))})


class TestWeights:
    """What is said of what was lifted before, and of nothing else."""

    def test_nothing_is_suggested_before_something_was_lifted(self) -> None:
        one = session(entry(3, (BARE.id, as_asked(BARE))))
        assert {line.kg for line in one.exercises} == {None}

    def test_nor_for_another_form(self) -> None:
        work = replace(AS_ASKED, form="Some other form")
        line = line_of(session(entry(3, (LIFT.id, work))), LIFT)
        assert line is not None
        assert line.kg is None

    def test_fewer_repetitions_than_before_take_more_weight_by_the_estimate(self) -> None:
        asked = replace(LIFT.asked, reps=12, left=ASKED_LEFT)
        work = replace(AS_ASKED, asked=asked, kg=(30.0,), reps=(12,) * LIFT.sets)
        line = line_of(session(entry(3, (LIFT.id, work)), weights=EVERY_KILO), LIFT)
        assert line is not None
        assert line.kg is not None
        assert 30 < line.kg <= 33

    @pytest.mark.parametrize(
        ("reps", "reserve", "kg"),
        [
            pytest.param(2, None, 18.0, id="far fewer than are asked"),
            pytest.param(4, None, 20.0, id="two fewer: how it grows"),
            pytest.param(6, None, 20.0, id="as many"),
            pytest.param(7, None, 20.0, id="one more: enough"),
            pytest.param(8, None, 21.0, id="two more"),
            pytest.param(12, None, 22.0, id="far more: a tenth at most"),
            pytest.param(6, 0, 18.0, id="as many, and none left"),
            pytest.param(6, 5, 21.0, id="as many, and five left"),
        ],
    )
    def test_what_no_plan_asked_for_counts_by_its_own_repetitions(
        self, reps: int, reserve: int | None, kg: float
    ) -> None:
        assert (LIFT.reps, LIFT.rir) == (6, 3)
        work = Work(form=LIFT.form, reps=(reps, reps), kg=(20.0,), left=reserve)
        line = line_of(session(entry(3, (LIFT.id, work)), weights=EVERY_KILO), LIFT)
        assert line is not None
        assert line.kg == kg

    def test_a_session_that_says_no_weight_says_nothing_of_it(self) -> None:
        line = line_of(session(*twice(LIFT, AS_ASKED, replace(AS_ASKED, kg=()))), LIFT)
        assert line is not None
        assert line.kg == 20.0

    def test_what_was_asked_in_seconds_says_no_repetitions(self) -> None:
        asked = Asked(sets=2, hold_s=20, left=3)
        work = Work(form=LIFT.form, asked=asked, hold_s=(20, 20), kg=(20.0,))
        line = line_of(session(entry(3, (LIFT.id, work))), LIFT)
        assert line is not None
        assert line.kg == 20.0

    def test_what_was_lifted_in_easy_weeks_alone_is_lifted_last(self) -> None:
        easy = PlanPlace(began=MONDAY, week=4, slot=1)
        works = twice(LIFT, as_asked(LIFT, 24.0), AS_ASKED)
        line = line_of(session(*[replace(one, plan=easy) for one in works]), LIFT)
        assert line is not None
        assert line.kg == 20.0

    @pytest.mark.parametrize(
        ("done", "kg"),
        [
            pytest.param(3, 18.0, id="as asked, which was less"),
            pytest.param(5, 20.0, id="enough for what is asked now"),
        ],
    )
    def test_what_went_well_enough_needs_no_less_weight(self, done: int, kg: float) -> None:
        asked = replace(LIFT.asked, reps=3, left=3)
        work = replace(AS_ASKED, asked=asked, reps=(3, done))
        line = line_of(session(entry(3, (LIFT.id, work)), weights=EVERY_KILO), LIFT)
        assert line is not None
        assert line.kg == kg

    @pytest.mark.parametrize(
        ("owned", "reps", "kg"),
        [
            pytest.param((20.0, 24.0), 12, 20.0, id="not enough for the next"),
            pytest.param((20.0, 24.0), 20, 24.0, id="enough, though it is more than a tenth"),
            pytest.param((20.0, 24.0, 28.0), 20, 24.0, id="the next alone"),
            pytest.param((20.0,), 20, 20.0, id="nothing heavier is owned"),
        ],
    )
    def test_it_rises_by_a_tenth_or_to_the_next_that_is_owned(
        self, owned: tuple[float, ...], reps: int, kg: float
    ) -> None:
        work = Work(form=LIFT.form, reps=(reps, reps), kg=(20.0,))
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=owned)})
        line = line_of(session(entry(3, (LIFT.id, work)), weights=weights), LIFT)
        assert line is not None
        assert line.kg == kg

    @pytest.mark.parametrize(
        ("reserve", "kg"),
        [
            pytest.param(ASKED_LEFT, 23.0, id="as many as asked"),
            pytest.param(None, 23.0, id="nobody says how many: as many as asked"),
            pytest.param(ASKED_LEFT - 1, 20.0, id="one fewer"),
        ],
    )
    def test_a_big_step_comes_once_what_was_done_and_left_gives_it(
        self, reserve: int | None, kg: float
    ) -> None:
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0, 23.0))})
        work = replace(as_asked(LIFT, 20.0, 4), left=reserve)
        line = line_of(session(*twice(LIFT, work, work), weights=weights), LIFT)
        assert line is not None
        assert line.kg == kg

    def test_light_work_takes_three_quarters(self) -> None:
        (eased,) = make_plan(ATHLETE, CATALOGUE, (SEASON[15],)).weeks
        light = next(
            line for line in eased.sessions[0].exercises if line.light and Kit.DUMBBELL in line.kit
        )
        day = eased.sessions[0].date
        asked = replace(light.asked, left=2)
        work = replace(as_asked(light, 24.0), asked=asked)
        history = History(
            sessions=(SessionLog(date=day - timedelta(days=3), did={light.id: (work,)}),)
        )
        line = line_of(week(history, today=day, number=16).sessions[0], light)
        assert line is not None
        assert line.kg == 18.0
