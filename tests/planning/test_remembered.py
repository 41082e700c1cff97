"""What a log says on the morning of a session: of an exercise, of days without, of what was ill."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from sample_forms import a_form, an_exercise
from strategies import MONDAY

from befit_cli.evidence.progress import Sign
from befit_cli.planning.record import (
    Done,
    Log,
    had_less,
    is_at,
    last_kg,
    last_move,
    of_form,
    streak,
    telling,
    went_over,
)
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    Act,
    Asked,
    Athlete,
    Catalogue,
    History,
    Load,
    Niggle,
    NiggleRule,
    Off,
    PlanPlace,
    SessionLog,
    TimeAway,
    Weights,
    Work,
)

KNEE = {Niggle.RUNNERS_KNEE: NiggleRule(act=Act.AVOID)}
SQUAT = a_form("Squat", niggles=KNEE)
LUNGE = a_form("Lunge", niggles=KNEE)
PLANK = a_form("Plank", load=Load.LOW)
HOP = a_form("Hop", contacts=20, niggles=KNEE)
CATALOGUE = Catalogue(tuple(map(an_exercise, (SQUAT, LUNGE, PLANK, HOP))))
SEASON = plan_season(Athlete(), MONDAY, 12)
"""Two weeks of ramp, a deload in the fourth and the eighth week, and a taper."""


def on(days: int, *works: Work, id_: str = "squat", **fields: Any) -> SessionLog:
    """A session so many days after the block's first Monday, in which that was done."""
    did = {"did": {id_: works}} if works else {}
    return SessionLog(date=MONDAY + timedelta(days=days), **(did | fields))


def off(first: int, last: int | None, why: Off = Off.ILL) -> TimeAway:
    """Days off, from so many days after the first Monday."""
    end = None if last is None else MONDAY + timedelta(days=last)
    return TimeAway(first=MONDAY + timedelta(days=first), last=end, why=why)


def day(days: int) -> date:
    return MONDAY + timedelta(days=days)


def log(*entries: SessionLog | TimeAway) -> Log:
    sessions = tuple([one for one in entries if isinstance(one, SessionLog)])
    away = tuple([one for one in entries if isinstance(one, TimeAway)])
    history = History(sessions=sessions, away=away)
    return Log(history, Weights(), MONDAY, SEASON, CATALOGUE)


SQUATS = Work(form="Squat", reps=(8, 8))


class TestWhatWasDone:
    @pytest.mark.parametrize(
        ("entries", "days"),
        [
            pytest.param([on(0, SQUATS), on(3, SQUATS)], [0, 3], id="all before that day"),
            pytest.param([on(3, SQUATS), on(0, SQUATS)], [0, 3], id="in its order"),
            pytest.param([on(9, SQUATS), on(10, SQUATS)], [9], id="not that day's own"),
            pytest.param([on(0, SQUATS, SQUATS)], [0, 0], id="each form of it"),
            pytest.param([on(0, SQUATS, id_="lunge")], [], id="no other exercise"),
            pytest.param([on(0, Work(form="Squat"))], [], id="nothing of which nothing is said"),
            pytest.param(
                [on(0, Work(form="Squat"), SQUATS)], [0], id="and what is said beside that"
            ),
            pytest.param([on(0, Work(form="Squat", hold_s=(20,)))], [0], id="what was held, too"),
            pytest.param([on(-172, SQUATS), on(-173, SQUATS)], [-172], id="for half a year"),
        ],
    )
    def test_it_is_remembered(self, entries: list[SessionLog], days: list[int]) -> None:
        found = log(*entries).done("squat", day(10))
        assert [(done.session.date - MONDAY).days for done in found] == days

    @pytest.mark.parametrize(("ago", "times"), [(182, 1), (183, 0)])
    def test_the_first_day_of_a_block_remembers_half_a_year(self, ago: int, times: int) -> None:
        assert len(log(on(-ago, SQUATS)).done("squat", MONDAY)) == times

    @pytest.mark.parametrize(
        ("began", "week", "eased"),
        [
            pytest.param(MONDAY, 2, True, id="of the ramp"),
            pytest.param(MONDAY, 3, False, id="of a week that builds"),
            pytest.param(MONDAY, 4, True, id="of a deload"),
            pytest.param(MONDAY, 12, True, id="of the taper"),
            pytest.param(MONDAY - timedelta(weeks=1), 4, False, id="of another block"),
        ],
    )
    def test_a_session_of_an_easier_week_is_known(
        self, began: date, week: int, *, eased: bool
    ) -> None:
        (done,) = log(on(0, SQUATS, plan=PlanPlace(began=began, week=week, slot=1))).done(
            "squat", day(1)
        )
        assert done.eased is eased


def asked(reps: int | None = 8, *, left: int | None = 4, sets: int = 2, **work: Any) -> Work:
    """As many as were asked for."""
    plan = Asked(sets=sets, reps=reps, hold_s=None if reps else 20, left=left)
    amount: dict[str, Any] = {"reps": (reps,) * sets} if reps else {"hold_s": (20,) * sets}
    return Work(form="Squat", asked=plan, **(amount | work))


FULL = asked(left=3, kg=(20.0,))


class TestLightWork:
    """What a log says of two sets at most, with four or more in reserve."""

    @pytest.mark.parametrize(
        ("work", "light"),
        [
            pytest.param(asked(), True, id="eight with four left"),
            pytest.param(asked(left=3), False, id="with three left"),
            pytest.param(asked(left=None), False, id="with nobody knows how many"),
            pytest.param(asked(sets=3), False, id="three sets"),
            pytest.param(asked(7), False, id="seven: heavy work that begins"),
            pytest.param(asked(None), True, id="a hold"),
            pytest.param(SQUATS, False, id="what nobody asked for"),
            pytest.param(asked(kg=(20.0,)), False, id="a weight that nobody knows"),
        ],
    )
    def test_is_known_by_what_was_asked(self, work: Work, *, light: bool) -> None:
        (done,) = log(on(0, work)).done("squat", day(1))
        assert done.light is light

    @pytest.mark.parametrize(
        ("before", "kg", "light"),
        [
            pytest.param([on(0, FULL)], (17.5,), True, id="much less than usual"),
            pytest.param([on(0, FULL)], (18.0,), False, id="a little less"),
            pytest.param([on(0, FULL)], (20.0, 17.5), True, id="in the last set"),
            pytest.param(
                [on(0, FULL), on(1, asked(kg=(14.0,)))], (16.0,), True, id="beside full work"
            ),
            pytest.param(
                [
                    on(0, FULL),
                    on(
                        1,
                        asked(left=3, kg=(14.0,)),
                        plan=PlanPlace(began=MONDAY, week=4, slot=1),
                    ),
                ],
                (16.0,),
                True,
                id="beside what no easier week had",
            ),
            pytest.param([on(0, FULL), on(1, asked(left=3))], (16.0,), True, id="which has one"),
            pytest.param(
                [on(0, FULL), on(1, asked(left=3, kg=(16.0,)))], (16.0,), False, id="the last"
            ),
            pytest.param([on(-200, FULL)], (16.0,), True, id="however long ago"),
            pytest.param(
                [on(0, replace(FULL, form="Other squat"))], (16.0,), False, id="of its own form"
            ),
        ],
    )
    def test_with_weight_it_is_known_by_that(
        self, before: list[SessionLog], kg: tuple[float, ...], *, light: bool
    ) -> None:
        done = log(*before, on(5, asked(kg=kg))).done("squat", day(6))[-1]
        assert done.light is light

    @pytest.mark.parametrize(
        ("id_", "light"),
        [
            pytest.param("plank", False, id="what is low on the legs"),
            pytest.param("hop", False, id="what lands"),
            pytest.param("curl", True, id="what no catalogue knows may have one"),
        ],
    )
    def test_only_what_has_a_light_version_is_light(self, id_: str, *, light: bool) -> None:
        work = replace(asked(), form=id_.title())
        (done,) = log(on(0, work, id_=id_)).done(id_, day(1))
        assert done.light is light


class TestDays:
    SKIPPED = on(4, did={"squat": ()})
    HALF = on(6, did={"squat": (SQUATS,), "lunge": ()})

    def test_those_on_which_something_was_done(self) -> None:
        known = log(self.HALF, on(5, SQUATS), self.SKIPPED, on(2, SQUATS), on(3, pain={"knee": 4}))
        assert known.trained(day(6)) == [day(2), day(5)]
        assert known.trained(day(7)) == [day(2), day(5), day(6)]

    @pytest.mark.parametrize(
        ("days", "done"), [(2, True), (3, False), (4, False)], ids=["done", "nothing", "skipped"]
    )
    def test_whether_something_was_done_that_day(self, days: int, *, done: bool) -> None:
        assert log(on(2, SQUATS), self.SKIPPED).is_done(day(days)) is done

    @pytest.mark.parametrize(
        ("entries", "counts"),
        [
            pytest.param([], False, id="no entry"),
            pytest.param([on(2, SQUATS)], True, id="four weeks ago"),
            pytest.param([on(1, SQUATS)], False, id="a day more"),
            pytest.param([on(30, SQUATS)], False, id="that day's own"),
            pytest.param([on(31, SQUATS), on(29, pain={"knee": 1})], True, id="pain alone"),
            pytest.param([off(-9, 2)], True, id="days off up to then"),
            pytest.param([off(-9, 1)], False, id="that ended before"),
            pytest.param([off(-9, None)], True, id="that go on"),
            pytest.param([off(30, None)], False, id="that begin that day"),
            pytest.param([off(29, None)], True, id="or the day before"),
        ],
    )
    def test_a_log_counts_where_an_entry_came_in_four_weeks(
        self, entries: list[Any], *, counts: bool
    ) -> None:
        assert log(*entries).counts(day(30)) is counts

    @pytest.mark.parametrize(
        ("entries", "last"),
        [
            pytest.param([], None, id="none"),
            pytest.param([on(2, SQUATS), on(5, SQUATS)], 5, id="of two sessions"),
            pytest.param([on(5, SQUATS), on(10, SQUATS)], 5, id="before that day"),
            pytest.param([on(5, SQUATS), off(3, 7)], 7, id="the end of days off"),
            pytest.param([on(5, SQUATS), off(3, 20)], 10, id="that are not over"),
            pytest.param([on(5, SQUATS), off(3, None)], 5, id="the beginning of others"),
            pytest.param([off(3, None)], 3, id="them alone"),
            pytest.param([on(5, SQUATS), off(10, 12)], 5, id="that have not begun"),
        ],
    )
    def test_the_last_entry_before_a_day(self, entries: list[Any], last: int | None) -> None:
        found = log(*entries).last_entry(day(10))
        assert found == (None if last is None else day(last))

    @pytest.mark.parametrize(
        ("entries", "last"),
        [
            pytest.param([], None, id="never"),
            pytest.param([off(3, 7)], 7, id="its last day"),
            pytest.param([off(3, 9), off(1, 2)], 9, id="of two the later"),
            pytest.param([off(3, 10)], None, id="that day still"),
            pytest.param([off(3, None)], 3, id="one that nobody says to be over"),
            pytest.param([off(3, 7, Off.AWAY)], None, id="time away is none"),
        ],
    )
    def test_the_last_illness_that_is_over(self, entries: list[Any], last: int | None) -> None:
        found = log(*entries).illness_over(day(10))
        assert found == (None if last is None else day(last))


class TestDaysWithout:
    @pytest.mark.parametrize(
        ("trained", "gap"),
        [
            pytest.param([], 0, id="nothing was ever done"),
            pytest.param([33], 0, id="7 days"),
            pytest.param([32], 8, id="8 days"),
            pytest.param([12], 28, id="28 days"),
            pytest.param([10, 32], 8, id="the last gap"),
            pytest.param([14, 36], 22, id="22 days, four days ago"),
            pytest.param([12, 34], 22, id="22 days, six days ago"),
            pytest.param([11, 33], 0, id="22 days, a week ago"),
            pytest.param([15, 36], 0, id="21 days ease a session alone"),
            pytest.param([10, 38], 28, id="28 days, two days ago"),
            pytest.param([7, 36], 29, id="29 days, four days ago"),
            pytest.param([4, 33], 0, id="29 days, a week ago"),
            pytest.param([8, 34, 35, 36, 37, 38, 39], 26, id="trained daily since then"),
        ],
    )
    def test_they_ease_a_session_or_a_week(self, trained: list[int], gap: int) -> None:
        known = log(*[on(days, SQUATS) for days in trained])
        assert known.gap(day(40)) == gap

    @pytest.mark.parametrize(
        ("first", "gap", "a_day_later"),
        [
            pytest.param(40, 22, 22, id="the first that is to come is late: for a week"),
            pytest.param(37, 19, 0, id="it is a little late: that one alone"),
        ],
    )
    def test_what_is_to_come_before_a_session_is_done(
        self, first: int, gap: int, a_day_later: int
    ) -> None:
        known = log(on(18, SQUATS))
        ahead = [day(first), day(first + 1)]
        assert known.gap(day(first), ahead) == gap
        assert known.gap(day(first + 1), ahead) == a_day_later

    def test_days_without_that_are_to_come_count_from_what_is_before_them(self) -> None:
        known = log(on(18, SQUATS))
        assert known.gap(day(45), [day(20), day(45)]) == 25
        assert known.came_back(day(47), [day(20), day(45)]) == (day(45), 25)


class TestWhatHurt:
    FELL = on(0, SQUATS, pain={"knee": 4})

    @pytest.mark.parametrize(
        ("entries", "hurts"),
        [
            pytest.param([], False, id="nothing"),
            pytest.param([on(0, SQUATS, pain={"knee": 4})], True, id="a joint that they load"),
            pytest.param([on(0, SQUATS, pain={"knee": 3})], False, id="a little"),
            pytest.param([on(0, SQUATS, pain={"elbow": 4})], False, id="another joint"),
            pytest.param([on(0, replace(SQUATS, pain=4))], False, id="another exercise"),
            pytest.param(
                [on(0, Work(form="Hop", reps=(8,), pain=4), id_="hop")], True, id="landing itself"
            ),
        ],
    )
    def test_landings_are_less_for_what_they_load(
        self, entries: list[SessionLog], *, hurts: bool
    ) -> None:
        assert log(*entries).hurts_to_land(day(5)) is hurts

    @pytest.mark.parametrize(
        ("entries", "pains"),
        [
            pytest.param([on(0, replace(SQUATS, pain=2))], [2], id="what was said"),
            pytest.param([on(10, replace(SQUATS, pain=2))], [], id="not that day's own"),
            pytest.param(
                [on(-173, replace(SQUATS, pain=6)), on(0, SQUATS)], [0], id="for half a year"
            ),
            pytest.param(
                [on(-400, pain={"knee": 6}), on(0, Work(form="Lunge", reps=(8,)), id_="lunge")],
                [0],
                id="a joint that hurt long ago is asked for still",
            ),
            pytest.param(
                [
                    on(0, Work(form="Lunge", reps=(8,)), id_="lunge"),
                    on(3, Work(form="Plank", hold_s=(20,)), id_="plank", pain={"knee": 4}),
                ],
                [4],
                id="and none before it hurt",
            ),
        ],
    )
    def test_it_is_remembered(self, entries: list[SessionLog], pains: list[int]) -> None:
        found = log(*entries).pains("squat", SQUAT, day(10))
        assert [pain.pain for pain in found] == pains

    @pytest.mark.parametrize(
        ("entries", "eased"),
        [
            pytest.param([on(0, SQUATS)], False, id="as usual"),
            pytest.param([on(-2, replace(SQUATS, pain=4)), on(0, SQUATS)], True, id="after pain"),
            pytest.param([on(0, replace(SQUATS, pain=4))], False, id="not for its own"),
            pytest.param([on(-14, SQUATS), on(0, SQUATS)], False, id="after 14 days"),
            pytest.param([on(-15, SQUATS), on(0, SQUATS)], True, id="after 15 days"),
            pytest.param(
                [on(-190, replace(SQUATS, pain=4)), on(-180, SQUATS)],
                True,
                id="after pain of a year ago",
            ),
        ],
    )
    def test_what_was_done_with_less_is_known(
        self, entries: list[SessionLog], *, eased: bool
    ) -> None:
        known = log(*entries)
        done = known.done("squat", day(1))[-1]
        assert known.was_eased("squat", SQUAT, done) is eased
        assert known.was_eased("squat", SQUAT, done) is eased


def a_done(
    sign: Sign | None = None,
    kg: float | None = None,
    *,
    form: str = "Squat",
    light: bool = False,
    eased: bool = False,
) -> Done:
    return Done(on(0), Work(form=form, reps=(8,)), light, eased, kg, sign)


OVER, MORE_LEFT, UNDER, LESS_LEFT = Sign
UP, ROOM, DOWN, HARD, SAME = map(a_done, (OVER, MORE_LEFT, UNDER, LESS_LEFT, None))
UP_20, DOWN_20 = a_done(OVER, 20.0), a_done(UNDER, 20.0)
UP_18, UP_NEAR, UP_FAR = a_done(OVER, 18.0), a_done(OVER, 20.05), a_done(OVER, 20.2)
LIGHT, EASED = a_done(OVER, light=True), a_done(OVER, eased=True)
OTHER = a_done(OVER, form="Other")
UNNAMED = a_done(OVER, form="")


@pytest.mark.parametrize(
    ("done", "sign", "move"),
    [
        pytest.param([], None, None, id="nothing"),
        pytest.param([UP], None, None, id="once"),
        pytest.param([UP, UP], OVER, OVER, id="twice"),
        pytest.param([UP, ROOM], MORE_LEFT, MORE_LEFT, id="the last says it"),
        pytest.param([ROOM, UP], OVER, OVER, id="whichever it is"),
        pytest.param([DOWN, HARD], LESS_LEFT, LESS_LEFT, id="less twice"),
        pytest.param([UP, DOWN], None, None, id="up and down"),
        pytest.param([DOWN, ROOM], None, None, id="down and up"),
        pytest.param([UP, SAME], None, None, id="and then as asked"),
        pytest.param([SAME, UP], None, None, id="not twice yet"),
        pytest.param([DOWN, DOWN, UP, UP], OVER, OVER, id="the last two"),
        pytest.param([UP, UP, DOWN, DOWN], UNDER, UNDER, id="the last two, if down"),
        pytest.param([UP, UP, SAME], None, OVER, id="as asked since then"),
        pytest.param([UP, LIGHT, UP], OVER, OVER, id="light work says nothing"),
        pytest.param([UP, EASED, UP], OVER, OVER, id="nor easier weeks"),
        pytest.param([UP, OTHER, UP], None, OVER, id="another form between"),
        pytest.param([UP, UNNAMED], OVER, None, id="a form that nobody names"),
        pytest.param([OTHER, OTHER], None, None, id="another form alone"),
        pytest.param([UP_20, UP_20], OVER, OVER, id="at one weight"),
        pytest.param([UP_20, UP_NEAR], OVER, OVER, id="as good as one weight"),
        pytest.param([UP_20, UP_FAR], None, None, id="at another"),
        pytest.param([UP_20, UP], None, None, id="without weight"),
        pytest.param([UP, UP_20], None, None, id="and with it"),
    ],
)
def test_two_sessions_running_ask_for_more_or_less(
    done: list[Done], sign: Sign | None, move: Sign | None
) -> None:
    assert (streak(done, "Squat"), last_move(done, "Squat")) == (sign, move)


@pytest.mark.parametrize(
    ("done", "over"),
    [
        pytest.param([], False, id="nothing"),
        pytest.param([UP, UP], True, id="twice"),
        pytest.param([UP, UP, SAME, SAME], True, id="before"),
        pytest.param([DOWN, DOWN], False, id="less twice"),
        pytest.param([UP, SAME, UP], False, id="never twice running"),
        pytest.param([UP_18, UP_18, UP_20, SAME], False, id="at another weight"),
        pytest.param([UP_18, UP_18, UP_20, UP_20], True, id="at the last weight"),
        pytest.param([UP, LIGHT, UP], True, id="but for light work"),
    ],
)
def test_it_asked_for_more_at_the_last_weight(done: list[Done], *, over: bool) -> None:
    assert went_over(done) is over


@pytest.mark.parametrize(
    ("done", "less"),
    [
        pytest.param([], False, id="nothing"),
        pytest.param([DOWN, HARD], True, id="twice"),
        pytest.param([DOWN, DOWN, SAME, SAME], True, id="before"),
        pytest.param([UP, UP], False, id="more twice"),
        pytest.param([DOWN, SAME, DOWN], False, id="never twice running"),
        pytest.param([DOWN_20, DOWN_20, UP_18], True, id="at whichever weight"),
        pytest.param([DOWN, LIGHT, DOWN], True, id="but for light work"),
    ],
)
def test_it_asked_for_less_once(done: list[Done], *, less: bool) -> None:
    assert had_less(done) is less


def test_light_work_and_easier_weeks_tell_nothing() -> None:
    assert telling([UP, LIGHT, EASED, DOWN]) == [UP, DOWN]


def test_what_names_no_form_was_the_one_that_was_planned() -> None:
    assert of_form([UP, OTHER, UNNAMED], "Squat") == [UP, UNNAMED]


@pytest.mark.parametrize(
    ("done", "kg"),
    [
        pytest.param([], None, id="nothing"),
        pytest.param([UP_18, UP_20], 20.0, id="the last"),
        pytest.param([UP_20, UP], 20.0, id="that had one"),
        pytest.param([UP], None, id="none"),
    ],
)
def test_the_last_weight(done: list[Done], kg: float | None) -> None:
    assert last_kg(done) == kg


@pytest.mark.parametrize(
    ("done", "there"),
    [
        pytest.param(UP_20, True, id="that weight"),
        pytest.param(UP_NEAR, True, id="as good as that"),
        pytest.param(UP_FAR, False, id="more"),
        pytest.param(UP_18, False, id="less"),
        pytest.param(UP, False, id="none"),
    ],
)
def test_whether_a_weight_was_lifted(done: Done, *, there: bool) -> None:
    assert is_at(done, 20.0) is there
