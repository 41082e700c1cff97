"""The weight of what comes, by what was lifted before."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

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
from mornings import LAST, TAPER, a_hold, a_morning, a_squat, did, held, squats
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, a_season, a_stretch
from training_logs import as_asked

from befit_cli.planning.draft import Line
from befit_cli.planning.next_weight import left_at, reached, with_kg
from befit_cli.planning.planner import make_plan
from befit_cli.values import (
    Asked,
    History,
    Kit,
    Owned,
    Phase,
    PlanPlace,
    Range,
    Runs,
    SeasonWeek,
    SessionLog,
    Units,
    Weights,
    Work,
    in_kg,
)

KILOS = tuple(map(float, range(1, 61)))
EVERY_KILO = Weights(owned={Kit.DUMBBELL: Owned(kg=KILOS)})


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


def dumbbells(**line: Any) -> Line:
    """Ten squats with dumbbells, heavy work, which a phase doses."""
    return a_squat(kit=(Kit.DUMBBELL,), **line)


def weight_for(
    *works: Work,
    line: Line | None = None,
    kg: tuple[float, ...] = KILOS,
    when: SeasonWeek = LAST,
    pain: int | None = None,
) -> float | None:
    """The weight of a line after these works, the first of which hurt so."""
    first, *others = works
    morning = a_morning(*did(replace(first, pain=pain), *others, when=when), kg=kg, when=when)
    planned = dumbbells() if line is None else line
    return with_kg(morning, planned, morning.done(planned)).kg


TWENTY = squats(10, 10, kg=(20.0,))


class TestTheWeightOfALine:
    """What one line is done with, by what was lifted of its form."""

    def test_what_has_no_weights_of_its_own_has_none(self) -> None:
        assert weight_for(TWENTY, line=a_squat()) is None

    @pytest.mark.parametrize(
        ("reps", "heavy", "other"),
        [
            pytest.param(8, 21.0, 21.0, id="two fewer"),
            pytest.param(10, 20.0, 20.0, id="as many"),
            pytest.param(12, 20.0, 20.0, id="two more: how it grows"),
            pytest.param(13, 18.0, 20.0, id="three more"),
        ],
    )
    def test_more_repetitions_take_less_weight_where_it_is_heavy(
        self, reps: int, heavy: float, other: float
    ) -> None:
        assert weight_for(TWENTY, line=dumbbells(at=reps)) == heavy
        assert weight_for(TWENTY, line=a_squat(kit=(Kit.BACKPACK,), at=reps)) == other

    @pytest.mark.parametrize(
        ("reps", "kg"),
        [pytest.param(9, 20.4, id="one fewer"), pytest.param(10, 20.0, id="as many")],
    )
    def test_it_rises_as_finely_as_it_is_owned(self, reps: int, kg: float) -> None:
        assert weight_for(TWENTY, line=dumbbells(at=reps), kg=(20.0, 20.4, 21.0)) == kg

    @pytest.mark.parametrize("reps", [8, 14])
    def test_in_an_easier_week_it_stays(self, reps: int) -> None:
        assert weight_for(TWENTY, line=dumbbells(at=reps), when=TAPER) == 20.0

    @pytest.mark.parametrize(
        ("work", "kg"),
        [
            pytest.param(squats(10, 14, kg=(20.0,)), 20.0, id="more done than asked"),
            pytest.param(squats(10, 10, kg=(20.0,), left=5), 20.0, id="more left than asked"),
            pytest.param(squats(16, 14, asked=None, kg=(20.0,)), 21.0, id="the last set's"),
            pytest.param(
                squats(10, 10, reserve=8, kg=(20.0,)), 21.0, id="with 5 left, though 8 were"
            ),
            pytest.param(held(20, 20, asked=20, kg=(20.0,)), 20.0, id="asked in seconds"),
            pytest.param(
                Work(form="Squat", hold_s=(20, 20), kg=(20.0,)), 20.0, id="not asked, in seconds"
            ),
        ],
    )
    def test_it_goes_by_what_was_asked_else_by_the_last_set(self, work: Work, kg: float) -> None:
        assert weight_for(work) == kg

    def test_what_counts_no_reserve_takes_what_was_kept_back_as_weight(self) -> None:
        assert weight_for(TWENTY, line=dumbbells(rir=None, at=9)) == 22.0

    def test_a_hold_has_what_was_lifted_however_often(self) -> None:
        assert weight_for(TWENTY, line=a_hold(kit=(Kit.DUMBBELL,))) == 20.0

    def test_the_last_weight_has_the_say(self) -> None:
        assert weight_for(squats(10, 10, kg=(16.0,)), TWENTY) == 20.0

    def test_it_rises_by_a_tenth_of_what_was_lifted_last(self) -> None:
        heavier = squats(10, 10, kg=(30.0,))
        twenty = squats(15, 15, asked=15, kg=(20.0,))
        assert weight_for(heavier, twenty, line=dumbbells(at=6)) == 22.0

    @pytest.mark.parametrize(
        ("owned", "kg"),
        [
            pytest.param((16.0, 18.0, 20.0, 22.0), 20.0, id="as then"),
            pytest.param(KILOS, 19.0, id="a tenth at most above what was lifted since"),
        ],
    )
    def test_after_pain_it_comes_back_to_what_it_was(
        self, owned: tuple[float, ...], kg: float
    ) -> None:
        assert weight_for(TWENTY, squats(10, 10, kg=(18.0,)), kg=owned, pain=4) == kg

    def test_where_all_was_less_after_pain_the_last_has_the_say(self) -> None:
        easy = squats(10, 10, form="Easy squat")
        works = [squats(10, 10, kg=(kg,)) for kg in (18.0, 20.0)]
        assert weight_for(easy, *works, pain=4) == 20.0


FIRST = a_stretch(tapers=False)
SECOND = a_stretch(number=1, phase=Phase.STRENGTH, first=5)
TWO_STRETCHES = replace(a_season(SECOND, race_in=55), stretches=(FIRST, SECOND), runs=(Runs(),) * 8)
"""Three weeks that build and an easier one, twice."""
AFTER = TWO_STRETCHES[4]
"""The first week of the second stretch."""


class TestTheNextStretch:
    """Of heavy work each stretch has one weight, and the next one another (R30)."""

    @pytest.mark.parametrize(
        ("work", "kg"),
        [
            pytest.param(TWENTY, 21.0, id="as asked: a step more"),
            pytest.param(squats(10, 11, kg=(20.0,)), 21.0, id="a repetition more"),
            pytest.param(squats(10, 8, kg=(20.0,)), 20.0, id="too much: the same"),
            pytest.param(squats(10, 10, kg=(20.0,), left=1), 20.0, id="too hard: the same"),
        ],
    )
    def test_it_begins_heavier_where_the_last_one_went_as_asked(
        self, work: Work, kg: float
    ) -> None:
        assert weight_for(work, when=AFTER) == kg

    def test_the_weeks_after_its_first_keep_its_weight(self) -> None:
        assert weight_for(TWENTY, when=TWO_STRETCHES[5]) == 20.0

    def test_a_block_does_not_go_on_from_the_one_before(self) -> None:
        morning = a_morning(*did(TWENTY, when=AFTER, last=32), kg=KILOS, when=AFTER)
        assert with_kg(morning, dumbbells(), morning.done(dumbbells())).kg == 20.0

    def test_what_was_less_for_pain_goes_back_to_where_it_was_first(self) -> None:
        lighter = squats(10, 10, kg=(18.0,))
        assert weight_for(TWENTY, lighter, when=AFTER, pain=4) == 19.0

    def test_work_that_is_not_heavy_grows_otherwise(self) -> None:
        assert weight_for(TWENTY, line=a_squat(kit=(Kit.BACKPACK,)), when=AFTER) == 20.0

    @pytest.mark.parametrize(
        ("owned", "kg"),
        [
            pytest.param((20.0, 20.2, 21.0), 21.0, id="no step is smaller than 2 %"),
            pytest.param((20.0, 24.0), 20.0, id="a bigger one than a tenth waits"),
            pytest.param((20.0,), 20.0, id="there is none"),
        ],
    )
    def test_the_step_is_one_that_is_owned(self, owned: tuple[float, ...], kg: float) -> None:
        assert weight_for(TWENTY, when=AFTER, kg=owned) == kg

    def test_a_step_of_2_percent_in_pounds_is_one_in_kilograms_too(self) -> None:
        bar = tuple([in_kg(pounds, Units.LB) for pounds in (125, 127.5, 130)])
        assert weight_for(squats(10, 10, kg=bar[:1]), when=AFTER, kg=bar) == bar[1]


STRONG = squats(15, 17, asked=15, kg=(20.0,))
"""33.3 kg once by the estimate, with three left."""


class TestWhatTheEstimateGives:
    """At a weight that was not lifted yet."""

    @pytest.mark.parametrize(
        ("line", "work", "kg", "reps"),
        [
            pytest.param({}, STRONG, 20.0, 12, id="all that the line asks"),
            pytest.param({}, STRONG, 23.0, 10, id="fewer"),
            pytest.param({}, STRONG, 24.0, 0, id="none below its range"),
            pytest.param({"work": Range(8, 12)}, STRONG, 24.0, 8, id="whose range is wider"),
            pytest.param({"work": Range(12, 14)}, STRONG, 23.0, 10, id="or its form's own"),
            pytest.param({"rir": 5}, STRONG, 23.0, 10, id="the reserve of now is used up"),
            pytest.param({"rir": 2}, STRONG, 23.5, 10, id="with less in reserve"),
            pytest.param({"rir": None}, STRONG, 24.0, 11, id="with none"),
            pytest.param({}, replace(STRONG, left=5), 24.0, 10, id="more was left"),
            pytest.param({}, replace(STRONG, asked=None), 21.5, 10, id="nobody says what was left"),
            pytest.param({}, replace(STRONG, asked=None), 22.0, 0, id="so none was"),
            pytest.param({}, squats(15, 17, asked=15), 5.0, 0, id="nothing was lifted"),
            pytest.param({"seconds_per_rep": None}, STRONG, 20.0, 0, id="a hold has none"),
        ],
    )
    def test_the_repetitions(self, line: dict[str, Any], work: Work, kg: float, reps: int) -> None:
        morning = a_morning(*did(work), kg=KILOS)
        planned = dumbbells(**({"at": 12} | line))
        assert reached(morning, planned, morning.done(planned)[0], kg) == reps

    @pytest.mark.parametrize(
        ("rir", "kg", "reps", "left"),
        [
            pytest.param(5, 23.0, 8, 5, id="all that is asked"),
            pytest.param(5, 23.0, 9, 4, id="what is there"),
            pytest.param(5, 23.0, 12, 3, id="no less than the stretch ends with"),
            pytest.param(3, 23.0, 8, 3, id="no more than is asked"),
            pytest.param(5, 23.28, 9, 4, id="a hair's breadth is none"),
            pytest.param(5, 23.34, 8, 4, id="and more is one"),
            pytest.param(None, 23.0, 8, None, id="where none is counted"),
        ],
    )
    def test_what_is_left(self, rir: int | None, kg: float, reps: int, left: int | None) -> None:
        morning = a_morning(*did(STRONG), kg=KILOS)
        line = dumbbells(rir=rir)
        assert left_at(morning, line, morning.done(line)[0], kg, reps) == left

    def test_where_nothing_was_lifted_as_much_is_left_as_asked(self) -> None:
        morning = a_morning(*did(squats(15, 17, asked=15)), kg=KILOS)
        line = dumbbells(rir=5)
        assert left_at(morning, line, morning.done(line)[0], 20.0, 10) == 5
