"""More or less than was asked changes what comes (R76 and R77)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from logged_week import (
    AS_ASKED,
    ASKED_LEFT,
    ATHLETE,
    BARE,
    BEGINNER,
    CALF,
    DAY,
    FIRST,
    LIFT,
    LONGER,
    OVER,
    ROW,
    SEASON,
    UNDER,
    WEEK,
    entry,
    key_of,
    left,
    line_of,
    session,
    twice,
    week,
)
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY
from training_logs import as_asked

from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    AdaptedKey,
    History,
    Kit,
    Owned,
    PlanPlace,
    Prescription,
    Session,
    SessionLog,
    Weights,
    Work,
)


class TestMoreThanAsked:
    """R76."""

    @pytest.mark.parametrize(
        ("works", "kg"),
        [
            pytest.param([as_asked(LIFT, 20.0, 1)] * 2, 20.0, id="one over twice"),
            pytest.param([AS_ASKED, OVER], 20.0, id="two over once"),
            pytest.param([OVER, AS_ASKED], 20.0, id="two over, and then as asked"),
            pytest.param([OVER, OVER], 22.0, id="two over twice"),
            pytest.param([as_asked(LIFT, 20.0, 4)] * 2, 22.0, id="four over twice: one step, too"),
            pytest.param([left(AS_ASKED, ASKED_LEFT + 1)] * 2, 20.0, id="one more left twice"),
            pytest.param([left(AS_ASKED, ASKED_LEFT + 2)] * 2, 22.0, id="two more left twice"),
            pytest.param([left(OVER, ASKED_LEFT - 2)] * 2, 20.0, id="two over to the limit"),
            pytest.param([as_asked(LIFT, 18.0, 2), OVER], 20.0, id="with another weight"),
            pytest.param(
                [replace(OVER, reps=OVER.reps[-1:], asked=LIFT.asked)] * 2,
                20.0,
                id="in fewer sets than asked",
            ),
        ],
    )
    def test_the_weight(self, works: list[Work], kg: float) -> None:
        line = line_of(session(*twice(LIFT, *works)), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (kg, AdaptedKey.HEAVIER if kg > 20 else None)

    def test_lifting_less_than_was_asked_asks_for_no_more(self) -> None:
        work = replace(OVER, asked=replace(LIFT.asked, kg=22.0))
        line = line_of(session(*twice(LIFT, work, work)), LIFT)
        assert line is not None
        assert line.kg == 20.0

    @pytest.mark.parametrize(
        ("owned", "kg", "key"),
        [
            pytest.param((20, 22), 22.0, AdaptedKey.HEAVIER, id="10 % exactly"),
            pytest.param((20, 22.3), 20.0, AdaptedKey.MORE_REPS, id="more than 10 %"),
            pytest.param((20, 20.2, 21), 21.0, AdaptedKey.HEAVIER, id="1 % is no step"),
            pytest.param((20,), 20.0, AdaptedKey.MORE_REPS, id="nothing heavier"),
        ],
    )
    def test_the_step(self, owned: tuple[float, ...], kg: float, key: AdaptedKey) -> None:
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=tuple(map(float, owned)))})
        line = line_of(session(*twice(LIFT, OVER, OVER), weights=weights), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (kg, key)

    def test_where_the_step_is_big_a_repetition_more_each_time(self) -> None:
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0, 40.0))})
        works = [OVER, OVER]
        reps = []
        for _ in range(3):
            line = line_of(session(*twice(LIFT, *works), weights=weights), LIFT)
            assert line is not None
            reps.append(line.reps)
            works.append(as_asked(line, 20.0, 2))
        assert reps == [(LIFT.reps or 0) + more for more in (1, 2, 3)]

    def test_and_what_came_to_it_stays(self) -> None:
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0, 40.0))})
        more = replace(LIFT, reps=(LIFT.reps or 0) + 1)
        works = [OVER, OVER, as_asked(more, 20.0)]
        line = line_of(session(*twice(LIFT, *works), weights=weights), LIFT)
        assert line is not None
        assert (line.reps, key_of(line)) == (more.reps, AdaptedKey.REPS_STAY)

    def test_what_came_to_another_weight_does_not(self) -> None:
        more = replace(as_asked(LIFT, 20.0), asked=replace(LIFT.asked, reps=8), reps=(8, 8))
        over = as_asked(LIFT, 18.0, 2)
        line = line_of(session(*twice(LIFT, over, over, more)), LIFT)
        assert line is not None
        assert (line.kg, line.reps, key_of(line)) == (20.0, LIFT.reps, None)

    def test_until_the_estimate_gives_the_fewest_at_the_next(self) -> None:
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0, 24.0))})
        work = replace(OVER, reps=(*OVER.reps[:-1], 14), left=4)
        line = line_of(session(*twice(LIFT, work, work), weights=weights), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (24.0, AdaptedKey.HEAVIER)

    @pytest.mark.parametrize(
        ("asked", "key"),
        [
            pytest.param(14, AdaptedKey.MORE_REPS, id="first all repetitions"),
            pytest.param(15, AdaptedKey.HARDER_FORM, id="then the next form"),
        ],
    )
    def test_where_nothing_heavier_is_owned(self, asked: int, key: AdaptedKey) -> None:
        twenty = Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0,))})
        twist = next(line for line in FIRST.exercises if line.id == "russian-twists")
        over = as_asked(replace(twist, reps=asked), 20.0, 2)
        line = line_of(session(*twice(twist, over, over), weights=twenty), twist)
        assert key_of(line) is key
        now = as_asked(replace(twist, reps=asked), 20.0)
        line = line_of(session(*twice(twist, over, over, now), weights=twenty), twist)
        assert key_of(line) is AdaptedKey.REPS_STAY

    @pytest.mark.parametrize(
        ("owned", "key"),
        [
            pytest.param((20.0, 22.0), AdaptedKey.HEAVIER, id="a tenth more"),
            pytest.param((20.0, 25.0), AdaptedKey.HEAVIER, id="as much more as it gives"),
            pytest.param((20.0, 60.0), AdaptedKey.HARDER_FORM, id="far more than it gives"),
        ],
    )
    def test_the_next_form_waits_while_a_heavier_weight_would_do(
        self, owned: tuple[float, ...], key: AdaptedKey
    ) -> None:
        twist = next(line for line in FIRST.exercises if line.id == "russian-twists")
        over = as_asked(replace(twist, reps=15), 20.0, 4)
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=owned)})
        line = line_of(session(*twice(twist, over, over), weights=weights), twist)
        assert key_of(line) is key

    def test_without_weight_the_next_form(self) -> None:
        over = as_asked(BARE, None, 2)
        line = line_of(session(*twice(BARE, over, over)), BARE)
        assert line is not None
        assert BARE.next is not None
        assert (line.form, key_of(line)) == (BARE.next.form, AdaptedKey.HARDER_FORM)

    def test_the_form_that_was_reached_stays(self) -> None:
        over = as_asked(BARE, None, 2)
        reached = line_of(session(*twice(BARE, over, over)), BARE)
        assert reached is not None
        done = [
            *[entry(day, (BARE.id, over)) for day in (14, 10)],
            entry(3, (BARE.id, as_asked(reached))),
        ]
        line = line_of(session(*done), BARE)
        assert line is not None
        assert (line.form, key_of(line)) == (reached.form, AdaptedKey.FORM_STAYS)

    @pytest.mark.parametrize(
        ("number", "more"),
        [
            pytest.param(WEEK, 2, id="a step more in a week that builds"),
            pytest.param(8, 0, id="as many in an easier one"),
        ],
    )
    def test_the_form_that_was_reached_goes_on_from_what_was_asked(
        self, number: int, more: int
    ) -> None:
        day = week(History(), number=number).sessions[0].date
        over = as_asked(BARE, None, 2)
        reached = line_of(session(*twice(BARE, over, over)), BARE)
        assert reached is not None
        twelve = as_asked(replace(reached, reps=12))
        did = [(14, over), (10, over), (6, twelve)]
        entries = [
            SessionLog(date=day - timedelta(days=ago), did={BARE.id: (work,)}) for ago, work in did
        ]
        known = History(sessions=tuple(entries))
        line = line_of(week(known, today=day, number=number).sessions[0], BARE)
        assert line is not None
        assert (line.form, line.reps) == (reached.form, 12 + more)

    @pytest.mark.parametrize(
        "number",
        [
            pytest.param(1, id="in the ramp"),
            pytest.param(8, id="in a deload"),
            pytest.param(15, id="in the taper"),
        ],
    )
    def test_it_sleeps(self, number: int) -> None:
        (eased,) = make_plan(ATHLETE, CATALOGUE, (SEASON[number - 1],)).weeks
        day = eased.sessions[0].date
        works = {
            line.id: (as_asked(line, 20.0 if Kit.DUMBBELL in line.kit else None, 2),)
            for line in eased.sessions[0].exercises
        }
        history = History(
            sessions=tuple(
                [SessionLog(date=day - timedelta(days=ago), did=works) for ago in (7, 3)]
            )
        )
        one = week(history, today=day, number=number).sessions[0]
        assert [key_of(line) for line in one.exercises] == [None] * len(one.exercises)

    def test_what_was_over_in_an_easy_week_counts_for_nothing(self) -> None:
        easy = PlanPlace(began=MONDAY, week=4, slot=1)
        entries = [replace(one, plan=easy) for one in twice(LIFT, OVER, OVER)]
        line = line_of(session(*entries), LIFT)
        assert key_of(line) is None

    def test_what_was_over_with_less_for_pain_counts_for_nothing(self) -> None:
        hurt = replace(as_asked(CALF), pain=4)
        over = as_asked(CALF, None, 2)
        entries = [entry(14, (CALF.id, hurt)), *twice(CALF, over, over)]
        assert key_of(line_of(session(*entries), CALF)) is None
        assert key_of(line_of(session(*entries[1:]), CALF)) is not None

    def test_what_has_no_light_version_is_never_taken_for_one(self) -> None:
        asked = replace(ROW.asked, sets=2, left=4)
        over = replace(as_asked(replace(ROW, sets=2), None, 2), asked=asked, kg=())
        assert key_of(line_of(session(*twice(ROW, over, over)), ROW)) is not None

    def test_right_after_less_for_pain_it_is_as_it_was(self) -> None:
        hurt, well = (replace(AS_ASKED, pain=pain) for pain in (4, 0))
        works = [OVER, replace(OVER, pain=4), hurt, well, well]
        assert key_of(line_of(session(*twice(LIFT, *works[:1], OVER)), LIFT)) is not None
        line = line_of(session(*twice(LIFT, *works)), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (20.0, None)

    @pytest.mark.parametrize(
        ("gap", "key"),
        [
            pytest.param(7, AdaptedKey.HARDER_FORM, id="a week without"),
            pytest.param(8, None, id="more than a week without"),
        ],
    )
    def test_who_just_came_back_has_no_new_form(self, gap: int, key: AdaptedKey | None) -> None:
        over = as_asked(BARE, None, 2)
        entries = [entry(days, (BARE.id, over)) for days in (gap + 4, gap)]
        assert key_of(line_of(session(*entries), BARE)) is key

    def test_as_much_more_as_the_minutes_allow(self) -> None:
        tight = replace(ATHLETE, minutes=21)
        season = plan_season(tight, MONDAY, 16)
        (planned,) = make_plan(tight, CATALOGUE, (season[WEEK - 1],)).weeks
        works = {
            line.id: (as_asked(line, 20.0 if Kit.DUMBBELL in line.kit else None, 4),)
            for line in planned.sessions[0].exercises
        }
        entries = [SessionLog(date=DAY - timedelta(days=ago), did=works) for ago in (15, 11, 7, 3)]
        one = week(
            History(sessions=tuple(entries)),
            Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0,))}),
            athlete=tight,
        ).sessions[0]
        assert one.minutes <= tight.minutes
        assert AdaptedKey.MORE_REPS in map(key_of, one.exercises)

    @pytest.mark.parametrize("minutes", [20, 24])
    def test_who_has_no_minutes_for_more_is_told_of_no_more(self, minutes: int) -> None:
        tight = replace(ATHLETE, minutes=minutes)
        season = plan_season(tight, MONDAY, 16)
        (planned,) = make_plan(tight, CATALOGUE, (season[WEEK - 1],)).weeks
        asked = {line.id: (line.reps or 0) + 3 for line in planned.sessions[0].exercises}
        works = {}
        for line in planned.sessions[0].exercises:
            kg = 20.0 if Kit.DUMBBELL in line.kit else None
            works[line.id] = (as_asked(replace(line, reps=asked[line.id]), kg, 2),)
        one = week(
            History(sessions=tuple([replace(entry(ago), did=works) for ago in (15, 11, 7, 3)])),
            Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0,))}),
            athlete=tight,
        ).sessions[0]
        more = {line.id for line in one.exercises if key_of(line) is AdaptedKey.MORE_REPS}
        stay = {line.id for line in one.exercises if key_of(line) is AdaptedKey.REPS_STAY}
        assert stay
        for line in one.exercises:
            assert line.id not in more or (line.reps or 0) > asked[line.id]
            assert line.id not in stay or (line.reps or 0) <= asked[line.id]


HOLDS = week(History(), athlete=LONGER).sessions[1]
BALANCE = next(line for line in HOLDS.exercises if line.form == "Single-leg balance")


@pytest.mark.parametrize(
    ("more", "form", "hold_s", "key"),
    [
        pytest.param(5, BALANCE.form, 30, None, id="a step over twice"),
        pytest.param(10, BALANCE.form, 35, AdaptedKey.MORE_REPS, id="two over twice: a step more"),
        pytest.param(-5, BALANCE.form, 30, None, id="a step under twice"),
        pytest.param(
            -10,
            "Single-leg balance with fingertips",
            20,
            AdaptedKey.EASIER_FORM,
            id="two under twice: the form below",
        ),
    ],
)
def test_a_hold_goes_by_steps_of_five_seconds(
    more: int, form: str, hold_s: int, key: AdaptedKey | None
) -> None:
    held = as_asked(BALANCE, None, more)
    history = History(sessions=tuple(twice(BALANCE, held, held)))
    line = line_of(week(history, athlete=LONGER).sessions[1], BALANCE)
    assert line is not None
    assert (line.form, line.hold_s, key_of(line)) == (form, hold_s, key)


class TestLessThanAsked:
    """R77."""

    @pytest.mark.parametrize(
        ("works", "kg"),
        [
            pytest.param([as_asked(LIFT, 20.0, -1)] * 2, 20.0, id="one under twice"),
            pytest.param([AS_ASKED, UNDER], 20.0, id="two under once"),
            pytest.param([UNDER, UNDER], 18.0, id="two under twice"),
            pytest.param([left(AS_ASKED, ASKED_LEFT - 2)] * 2, 18.0, id="two fewer left twice"),
        ],
    )
    def test_the_weight(self, works: list[Work], kg: float) -> None:
        line = line_of(session(*twice(LIFT, *works)), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (kg, AdaptedKey.LIGHTER if kg < 20 else None)

    def test_where_nothing_lighter_is_owned_the_form_below(self) -> None:
        twenty = Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0,))})
        line = line_of(session(*twice(LIFT, UNDER, UNDER), weights=twenty), LIFT)
        assert line is not None
        ladder = [form.name for form in CATALOGUE.by_id[LIFT.id].ladder]
        assert ladder.index(line.form) < ladder.index(LIFT.form)
        assert key_of(line) is AdaptedKey.EASIER_FORM

    def test_without_weight_the_form_below(self) -> None:
        under = as_asked(BARE, None, -2)
        line = line_of(session(*twice(BARE, under, under)), BARE)
        assert line is not None
        ladder = [form.name for form in CATALOGUE.by_id[BARE.id].ladder]
        assert ladder.index(line.form) < ladder.index(BARE.form)
        assert key_of(line) is AdaptedKey.EASIER_FORM

    @pytest.mark.parametrize(
        ("asked", "reps", "key"),
        [
            pytest.param([12, 12], 10, AdaptedKey.FEWER_REPS, id="two fewer"),
            pytest.param([12, 12, 10], 8, AdaptedKey.FEWER_REPS, id="and two more of them"),
            pytest.param([12, 12, 10, 8, 6], 6, AdaptedKey.REPS_STAY, id="and no fewer than 6"),
        ],
    )
    def test_without_a_form_below_fewer_repetitions(
        self, asked: list[int], reps: int, key: AdaptedKey
    ) -> None:
        lowest = self._lowest()
        works = [as_asked(replace(lowest, reps=each), None, -2) for each in asked]
        line = line_of(self._beginner(*twice(lowest, *works)), lowest)
        assert line is not None
        assert (line.form, line.reps, key_of(line)) == (lowest.form, reps, key)

    def test_and_they_go_up_from_there(self) -> None:
        lowest = self._lowest()
        works = [as_asked(replace(lowest, reps=12), None, -2)] * 2
        works.append(as_asked(replace(lowest, reps=8)))
        line = line_of(self._beginner(*twice(lowest, *works)), lowest)
        assert line is not None
        assert (line.reps, key_of(line)) == (10, AdaptedKey.REPS_STAY)

    def test_a_new_form_waits_where_the_one_below_is_too_much(self) -> None:
        below = self._below(BARE)
        under = Work(form=below, asked=replace(BARE.asked, reps=10), reps=(10, 8))
        line = line_of(session(*twice(BARE, under, under)), BARE)
        assert line is not None
        ladder = [form.name for form in CATALOGUE.by_id[BARE.id].ladder]
        assert ladder.index(line.form) <= ladder.index(below)

    def test_and_comes_where_it_is_not(self) -> None:
        asked = replace(BARE.asked, reps=10)
        work = Work(form=self._below(BARE), asked=asked, reps=(10, 10))
        assert key_of(line_of(session(*twice(BARE, work, work)), BARE)) is None

    def _below(self, line: Prescription) -> str:
        ladder = [form.name for form in CATALOGUE.by_id[line.id].ladder]
        return ladder[ladder.index(line.form) - 1]

    def test_who_finds_all_too_much_has_less_though_nothing_may_be_left_out(self) -> None:
        (planned,) = make_plan(BEGINNER, CATALOGUE, (SEASON[WEEK - 1],)).weeks
        lines = [line for one in planned.sessions for line in one.exercises]
        works = {line.id: (as_asked(line, None, -2),) for line in lines}
        entries = [SessionLog(date=DAY - timedelta(days=ago), did=works) for ago in (7, 3)]
        less = week(History(sessions=tuple(entries)), athlete=BEGINNER)
        keys = [key_of(line) for one in less.sessions for line in one.exercises]
        assert AdaptedKey.FEWER_REPS in keys
        assert AdaptedKey.EASIER_FORM in keys

    def _beginner(self, *entries: SessionLog) -> Session:
        return week(History(sessions=entries), athlete=BEGINNER).sessions[0]

    def _lowest(self) -> Prescription:
        """A line that the beginner has no easier form of, and that grows."""
        one = week(History(), athlete=BEGINNER).sessions[0]
        return next(line for line in one.exercises if line.form == "Superman with slow arm pulls")
