"""The weight of what comes, by what was lifted before."""

from __future__ import annotations

from datetime import timedelta

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
    week,
)
from msgspec.structs import replace
from strategies import CATALOGUE
from training_logs import as_asked

from befit_cli.planning.planner import make_plan
from befit_cli.values import History, Kit, Owned, SessionLog, Weights


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
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=tuple(map(float, range(1, 61))))})
        asked = replace(LIFT.asked, reps=12, left=ASKED_LEFT)
        work = replace(AS_ASKED, asked=asked, kg=(30.0,), reps=(12,) * LIFT.sets)
        line = line_of(session(entry(3, (LIFT.id, work)), weights=weights), LIFT)
        assert line is not None
        assert line.kg is not None
        assert 30 < line.kg <= 33

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
