"""Less after days without training, and after an illness (R72 to R75)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from broken_rules import musts
from logged_week import (
    ATHLETE,
    BARE,
    DAY,
    FIRST,
    LIFT,
    LONGER,
    PLANNED,
    SEASON,
    TWENTIES,
    WEEK,
    entry,
    key_of,
    line_of,
    session,
    week,
)
from msgspec.structs import replace
from strategies import CATALOGUE, KITS, MONDAY
from training_logs import as_asked, did

from befit_cli.evidence.session import WORTH_MINUTES
from befit_cli.planning.planner import make_plan, plan_block
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    AdaptedKey,
    Athlete,
    Day,
    History,
    Kit,
    Level,
    Load,
    NoteKey,
    Off,
    Owned,
    PlanPlace,
    Prescription,
    Race,
    SessionLog,
    TimeAway,
    Week,
    Weights,
)
from befit_cli.views.sentences import adapted

GAPS = [
    pytest.param(7, None, id="7 days"),
    pytest.param(8, AdaptedKey.AGAIN, id="8 days"),
    pytest.param(14, AdaptedKey.AGAIN, id="14 days"),
    pytest.param(15, AdaptedKey.EASED_IN, id="15 days"),
    pytest.param(21, AdaptedKey.EASED_IN, id="21 days"),
    pytest.param(22, AdaptedKey.EASED_IN, id="22 days"),
    pytest.param(28, AdaptedKey.EASED_IN, id="28 days"),
    pytest.param(29, AdaptedKey.FROM_THE_BEGINNING, id="29 days"),
]
AWAY = TimeAway(first=DAY - timedelta(days=25), last=DAY - timedelta(days=2), why=Off.AWAY)


class TestTimeWithout:
    """R72 to R74."""

    @pytest.mark.parametrize(("days", "key"), GAPS)
    def test_what_it_asks_for(self, days: int, key: AdaptedKey | None) -> None:
        # Less than the plan asks now, for the last dose to be another.
        asked = replace(LIFT.asked, reps=(LIFT.reps or 0) - 1, left=3)
        work = replace(as_asked(LIFT, 20.0), asked=asked)
        history = History(sessions=(entry(days, (LIFT.id, work)),), away=(AWAY,))
        assert key_of(line_of(week(history).sessions[0], LIFT)) == key

    @pytest.mark.parametrize(
        ("days", "share"),
        [(7, 1.0), (14, 1.0), (15, 0.9), (21, 0.9), (22, 0.8), (28, 0.8), (29, 0.65)],
    )
    def test_how_much_of_the_weight(self, days: int, share: float) -> None:
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=tuple(map(float, range(1, 61))))})
        history = History(sessions=(entry(days, (LIFT.id, as_asked(LIFT, 40.0))),), away=(AWAY,))
        line = line_of(week(history, weights).sessions[0], LIFT)
        assert line is not None
        assert line.kg == 40 * share

    @pytest.mark.parametrize(
        ("planned", "days", "says"),
        [
            pytest.param(LIFT, 15, "half the sets, weights at 90 %.", id="a weight after 15 days"),
            pytest.param(BARE, 15, "half the sets.", id="none after 15 days"),
            pytest.param(
                LIFT, 29, "lightly at first, weights at 65 %.", id="a weight after 29 days"
            ),
            pytest.param(BARE, 29, "lightly at first.", id="none after 29 days"),
        ],
    )
    def test_a_weight_is_told_of_what_has_one(
        self, planned: Prescription, days: int, says: str
    ) -> None:
        done = entry(days, (LIFT.id, as_asked(LIFT, 20.0)))
        one = week(History(sessions=(done,), away=(AWAY,))).sessions[0]
        line = line_of(one, planned)
        assert line is not None
        assert adapted(line) == f"After {days} days without strength: {says}"

    def test_what_was_lifted_in_easy_weeks_alone_is_lifted_again(self) -> None:
        easy = PlanPlace(began=MONDAY, week=4, slot=1)
        done = entry(15, (LIFT.id, as_asked(LIFT, 20.0)), plan=easy)
        line = line_of(session(done), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (20.0, AdaptedKey.EASED_IN)

    def test_a_hold_begins_again_with_seconds_that_a_clock_shows(self) -> None:
        held = next(
            line for line in week(History(), athlete=LONGER).sessions[1].exercises if line.hold_s
        )
        history = History(sessions=(entry(29, (held.id, as_asked(held))),), away=(AWAY,))
        line = line_of(week(history, athlete=LONGER).sessions[1], held)
        assert line is not None
        assert (held.hold_s, line.hold_s) == (30, 15)

    def test_half_the_sets_after_15_days(self) -> None:
        one = session(entry(15, (LIFT.id, as_asked(LIFT, 20.0))))
        assert [line.sets for line in one.exercises] == [
            (line.sets + 1) // 2 for line in FIRST.exercises
        ]

    @pytest.mark.parametrize(
        ("days", "sessions"),
        [
            pytest.param(15, [True, False], id="15 days: one session"),
            pytest.param(21, [True, False], id="21 days: one session"),
            pytest.param(22, [True, True], id="22 days: a week"),
        ],
    )
    def test_for_how_long(self, days: int, sessions: list[bool]) -> None:
        history = History(sessions=(entry(days, (LIFT.id, as_asked(LIFT, 20.0))),))
        for known in (history, _and_then_done(history)):
            both = week(known, today=DAY if known is history else DAY + timedelta(days=1)).sessions
            assert [
                any(key_of(line) is AdaptedKey.EASED_IN for line in one.exercises) for one in both
            ] == sessions

    def test_a_gap_goes_on_only_up_to_the_first_session_to_come(self) -> None:
        history = History(sessions=(entry(28, (LIFT.id, as_asked(LIFT, 20.0))),), away=(AWAY,))
        later = week(history, number=WEEK + 3)
        assert [line for one in later.sessions for line in one.exercises if line.adapted] == []

    def test_the_block_and_its_single_weeks_say_the_same(self) -> None:
        history = History(sessions=(entry(22, (LIFT.id, as_asked(LIFT, 20.0))),))
        whole = make_plan(ATHLETE, CATALOGUE, SEASON, history=history, weights=TWENTIES, today=DAY)
        alone = week(history, number=WEEK + 1)
        assert whole.weeks[WEEK].sessions == alone.sessions


class TestFirstWeekBack:
    """R73 and R74: what a gap eases for a week is light, wherever it comes."""

    ATHLETE = Athlete(
        race=Race.HALF,
        race_date=MONDAY + timedelta(weeks=14, days=-1),
        level=Level.INTERMEDIATE,
        kit=KITS["gym"],
        minutes=45,
    )

    LEAVES = MONDAY + timedelta(weeks=5, days=-2)
    """A Saturday."""

    def weeks(
        self, off_until: date | None, today: date, done: tuple[SessionLog, ...] = ()
    ) -> tuple[Week, ...]:
        """The weeks as they are known that day: three were done, then time off until a day of
        another week, where that is said.
        """
        first = MONDAY + timedelta(weeks=3)
        sessions = (*_done_for(self.ATHLETE, 3).sessions, *done)
        runners: dict[date, Athlete] = {}
        away: tuple[TimeAway, ...] = ()
        if off_until is not None:
            away = (TimeAway(first=first, last=off_until, why=Off.HURT),)
            runners = _off(self.ATHLETE, away[0])
        season = plan_season(self.ATHLETE, MONDAY, runners=runners)
        known = History(sessions=sessions, away=away)
        return plan_block(self.ATHLETE, CATALOGUE, season, history=known, today=today)

    @pytest.mark.parametrize(
        ("until", "number"),
        [
            pytest.param(MONDAY + timedelta(days=41), 7, id="it ends on a Sunday"),
            pytest.param(MONDAY + timedelta(days=39), 7, id="it ends with a weekend left"),
            pytest.param(MONDAY + timedelta(days=38), 7, id="a Friday was left, and missed"),
            pytest.param(None, 7, id="nobody said it"),
        ],
    )
    def test_it_begins_with_the_first_session_that_is_done(
        self, until: date | None, number: int
    ) -> None:
        week = self.weeks(until, MONDAY + timedelta(weeks=number - 1))[number - 1]
        assert len(week.sessions) == 2
        for one in week.sessions:
            assert one.load is not Load.HIGH
            assert one.warm_up.contacts == 0
            lifts = [line for line in one.exercises if line.full_load is not Load.LOW]
            assert all(line.light for line in lifts)
        [said] = [note.facts for note in week.notes if note.key is NoteKey.BACK]
        assert said["days"] == (week.sessions[0].date - MONDAY).days - Day.FRI.rank - 14

    @pytest.mark.parametrize("until", [MONDAY + timedelta(days=31), None])
    def test_after_less_than_22_days_a_session_is_less_whoever_said_it(
        self, until: date | None
    ) -> None:
        week = self.weeks(until, MONDAY + timedelta(weeks=5))[5]
        assert week.sessions == self.weeks(None, MONDAY + timedelta(weeks=5))[5].sessions
        first, then = week.sessions
        assert {key_of(line) for line in first.exercises} == {AdaptedKey.EASED_IN}
        assert {line.rir for line in first.exercises} == {4}
        assert (first.warm_up.contacts, then.load) == (0, Load.HIGH)
        assert NoteKey.BACK not in [note.key for note in week.notes]

    def test_nobody_comes_back_on_the_eve_of_a_long_run_or_on_its_day(self) -> None:
        friday = MONDAY + timedelta(weeks=5, days=4)
        assert self.ATHLETE.long_run is Day.SUN
        assert self.weeks(friday, friday)[5].sessions == ()

    def test_an_easier_week_that_comes_next_is_as_light(self) -> None:
        monday = MONDAY + timedelta(weeks=7)
        back, easier, later = self.weeks(monday - timedelta(days=1), monday)[7:10]
        assert easier.deload
        most = {line.form: line for one in back.sessions for line in one.exercises}
        for one in easier.sessions:
            assert one.load is Load.MEDIUM
            assert one.warm_up.contacts == 0
            for line in one.exercises:
                assert line.sets <= most[line.form].sets
                assert (line.reps or 0) <= (most[line.form].reps or 0)
        assert Load.HIGH in {one.load for one in later.sessions}
        # The days since the last session are those before the first week back.
        told = [[note.key for note in week.notes] for week in (back, easier)]
        assert [NoteKey.BACK in keys for keys in told] == [True, False]

    @pytest.mark.parametrize("days", [10, 12, 19, 26, 33])
    def test_it_is_the_same_before_the_days_off_as_after_them(self, days: int) -> None:
        off = (
            TimeAway(first=self.LEAVES, last=self.LEAVES + timedelta(days=days - 2), why=Off.AWAY),
        )
        season = plan_season(self.ATHLETE, MONDAY, runners=_off(self.ATHLETE, off[0]))
        told = []
        for done in (4, 5):
            today = MONDAY + timedelta(weeks=4) if done == 4 else off[0].last + timedelta(days=1)
            sessions = _done_for(self.ATHLETE, done).sessions
            known = History(sessions=sessions, away=off)
            weeks = plan_block(self.ATHLETE, CATALOGUE, season, history=known, today=today)
            back = next(week for week in weeks[5:] if week.sessions)
            lines = [line for one in back.sessions for line in one.exercises]
            says = [(line.form, line.light, line.sets, key_of(line)) for line in lines]
            keys = [note.key for note in back.notes if note.key is NoteKey.BACK]
            told.append((back.number, [one.load for one in back.sessions], says, keys))
        assert told[0] == told[1]

    def test_a_harder_form_waits_for_the_stretch_after_it(self) -> None:
        monday = MONDAY + timedelta(weeks=6)
        weeks = self.weeks(monday - timedelta(days=1), monday)
        usual = plan_block(self.ATHLETE, CATALOGUE, plan_season(self.ATHLETE, MONDAY))

        def squats(week: Week) -> set[str]:
            every = [line for one in week.sessions for line in one.exercises]
            return {line.form for line in every if line.id == "squats"}

        (before,) = squats(weeks[2])
        (new,) = squats(usual[6])
        assert before != new
        assert [squats(week) for week in weeks[6:10]] == [{before}, {before}, {before}, {new}]


def back_after(
    days: int,
    athlete: Athlete,
    *,
    done: int = 4,
    back: int = 9,
    of: int = 16,
    also: tuple[SessionLog, ...] = (),
) -> tuple[Week, ...]:
    """A block whose first weeks were done, but for the last days before its runner came back, in
    the first session of week `back`, on whose Monday it is asked for.
    """
    season = plan_season(athlete, MONDAY, of)
    today = season[back - 1].starts
    (usual,) = plan_block(athlete, CATALOGUE, season[back - 1 : back])
    last = usual.sessions[0].date - timedelta(days=days)
    before = [one for one in _done_for(athlete, done, of).sessions if one.date < last]
    sessions = (*before, replace(before[-1], date=last), *also)
    away = TimeAway(first=last + timedelta(days=1), last=today - timedelta(days=1), why=Off.HURT)
    known = History(sessions=sessions, away=(away,))
    return make_plan(athlete, CATALOGUE, season, history=known, today=today).weeks


class TestBeginningAgain:
    """R74: the weeks after more than four weeks without."""

    ATHLETE = Athlete(race=Race.TEN_K, level=Level.INTERMEDIATE, kit=KITS["gym"], minutes=45)

    CALVES = "Backpack single-leg calf raise"

    def test_jumps_wait_until_four_weeks_had_sessions(self) -> None:
        weeks = back_after(29, self.ATHLETE, done=6, back=11)
        assert [_jumps(week) != [] for week in weeks[10:15]] == [False] * 4 + [True]

    def test_a_power_week_says_that_they_wait_and_not_that_it_has_too_few(self) -> None:
        notes = back_after(29, self.ATHLETE, done=6, back=11)[12].notes
        told = [note for note in notes if note.key in (NoteKey.JUMPS_WAIT, NoteKey.UNMET)]
        assert [(note.key, note.facts) for note in told] == [(NoteKey.JUMPS_WAIT, {"days": 29})]

    def test_after_28_days_they_do_not(self) -> None:
        weeks = back_after(28, self.ATHLETE, done=6, back=11)
        assert _jumps(weeks[12])

    def test_the_first_jump_after_that_is_as_one_begins(self) -> None:
        usual = plan_block(self.ATHLETE, CATALOGUE, plan_season(self.ATHLETE, MONDAY, 16))
        weeks = back_after(29, self.ATHLETE, done=6, back=11)
        assert _jumps(weeks[14]) == _jumps(usual[12]) != _jumps(usual[14])

    @pytest.mark.parametrize(
        ("days", "hops"),
        [
            pytest.param(29, [[0, 0], [20, 0], [30, 30]], id="29 days"),
            pytest.param(28, [[0, 0], [30, 30], [30, 30]], id="28 days"),
        ],
    )
    def test_hops_begin_anew_in_one_session(self, days: int, hops: list[list[int]]) -> None:
        weeks = back_after(days, self.ATHLETE)
        found = [[one.warm_up.contacts for one in week.sessions] for week in weeks[8:11]]
        assert found == hops

    @pytest.mark.parametrize(
        ("days", "light"),
        [
            pytest.param(29, [True], id="29 days: lightly and once"),
            pytest.param(28, [False, False], id="28 days: in full and twice"),
        ],
    )
    def test_a_lift_that_is_new_is_light_in_its_first_week_and_in_one_session(
        self, days: int, light: list[bool]
    ) -> None:
        week = back_after(days, self.ATHLETE, of=14)[11]
        assert [line.light for line in _of_form(week, "Barbell squat")] == light

    def test_it_has_two_sets_then_and_leaves_four_repetitions(self) -> None:
        (squat,) = _of_form(back_after(29, self.ATHLETE, of=14)[11], "Barbell squat")
        assert (squat.sets, squat.rir) == (2, 4)

    def test_in_the_week_after_it_comes_in_full_and_twice(self) -> None:
        week = back_after(29, self.ATHLETE, of=14)[12]
        assert [line.light for line in _of_form(week, "Barbell squat")] == [False, False]

    def test_without_weight_it_goes_on_from_there_a_set_or_two_repetitions_a_week(self) -> None:
        home = replace(self.ATHLETE, kit=KITS["home"])
        weeks = back_after(29, home, done=5, back=11, of=17)[13:16]
        doses = [(each.sets, each.reps) for week in weeks for each in _of_form(week, self.CALVES)]
        assert doses == [(2, 10), (3, 10), (3, 12)]

    def test_in_the_other_it_has_the_form_that_is_known(self) -> None:
        week = back_after(29, self.ATHLETE, of=14)[11]
        squats = [line.form for line in _lifts(week) if line.id == "squats"]
        assert squats == ["Barbell squat", "Goblet squat"]

    def test_jumps_that_waited_begin_with_the_first_rung(self) -> None:
        advanced = replace(self.ATHLETE, level=Level.ADVANCED)
        usual = plan_block(advanced, CATALOGUE, plan_season(advanced, MONDAY, 24))
        assert {form for form, _, _ in _jumps(usual[20])} == {"Light-dumbbell jump squat"}
        weeks = back_after(29, advanced, done=12, back=17, of=24)
        assert {form for form, _, _ in _jumps(weeks[20])} == {"Jump squat"}

    def test_no_must_is_broken(self) -> None:
        advanced = replace(self.ATHLETE, level=Level.ADVANCED)
        plan = make_plan(advanced, CATALOGUE, plan_season(advanced, MONDAY, 24))
        weeks = back_after(29, advanced, done=12, back=17, of=24)
        assert musts(replace(plan, weeks=weeks)) == []

    def test_they_have_that_rung_with_fewer_sets_where_more_find_no_room(self) -> None:
        athlete = replace(self.ATHLETE, kit=KITS["barbell"], level=Level.ADVANCED)
        weeks = back_after(29, athlete, of=24, done=12, back=17)
        assert {form for form, _, _ in _jumps(weeks[22])} == {"Jump squat"}

    def test_no_taper_begins_with_jumps(self) -> None:
        half = replace(self.ATHLETE, race=Race.HALF)
        usual = plan_block(half, CATALOGUE, plan_season(half, MONDAY, 16))
        assert (usual[14].taper, _jumps(usual[14]) != []) == (True, True)
        assert _jumps(back_after(29, half, done=6, back=11)[14]) == []
        assert _jumps(back_after(29, half, done=5, back=10)[14]) != []


def _lifts(week: Week) -> list[Prescription]:
    """What can be light of the week, and does not land."""
    every = [line for one in week.sessions for line in one.exercises]
    return [line for line in every if line.full_load is not Load.LOW and not line.contacts]


def _of_form(week: Week, form: str) -> list[Prescription]:
    return [line for line in _lifts(week) if line.form == form]


def _jumps(week: Week) -> list[tuple[str, int, int | None]]:
    """The jumps of the week, with their sets and repetitions."""
    every = [line for one in week.sessions for line in one.exercises]
    return [(line.form, line.sets, line.reps) for line in every if line.contacts]


class TestItsOwnGap:
    """R72: weeks without an exercise, where the session that ends them has it not."""

    @pytest.mark.of_a_kind(3)
    @pytest.mark.parametrize("kit", ["home", "gym"])
    @pytest.mark.parametrize("why", list(Off))
    def test_each_exercise_begins_with_no_more_than_was_done_last(self, why: Off, kit: str) -> None:
        athlete = replace(ATHLETE, kit=KITS[kit])
        season = plan_season(athlete, MONDAY, 16)
        history = _done_for(athlete, 6)
        away = TimeAway(
            first=MONDAY + timedelta(weeks=6), last=MONDAY + timedelta(weeks=7, days=2), why=why
        )
        # A Friday: the exercises of the first session of the week come in the week after it.
        back = make_plan(
            athlete,
            CATALOGUE,
            season[7:9],
            history=replace(history, away=(away,)),
            today=MONDAY + timedelta(weeks=7, days=3),
        )
        last = {
            (id_, work.form): work
            for one in history.sessions
            for id_, works in one.did.items()
            for work in works
        }
        seen: set[str] = set()
        more = []
        for one in [each for planned in back.weeks for each in planned.sessions]:
            for line in one.exercises:
                work = last.get((line.id, line.form))
                if one.date <= away.last or work is None or line.id in seen:
                    continue
                seen.add(line.id)
                if line.sets > work.sets or (line.reps or 0) > max(work.reps, default=0):
                    more.append((line.form, line.sets, line.reps, work.reps))
        assert seen
        assert more == []


class TestEasierWeekNext:
    """The week after the one back is a deload or the taper (R34, R35)."""

    ATHLETE = Athlete(
        race=Race.HALF,
        race_date=MONDAY + timedelta(weeks=16, days=-1),
        level=Level.BEGINNER,
        kit=tuple(Kit),
        minutes=45,
    )

    def weeks(
        self,
        back: int,
        why: Off = Off.ILL,
        sessions: int = 2,
        asked: slice = slice(None),
        done: tuple[SessionLog, ...] = (),
    ) -> tuple[Week, ...]:
        """Weeks of a block whose runner was off for 24 days before that one, as they are known on
        its Monday; or once it was `done`.
        """
        athlete = replace(self.ATHLETE, sessions=sessions)
        season = plan_season(athlete, MONDAY)
        monday = season[back - 1].starts
        first = monday - timedelta(days=24)
        off = TimeAway(first=first, last=monday - timedelta(days=1), why=why)
        before = SessionLog(date=first - timedelta(days=1), did={BARE.id: (as_asked(BARE),)})
        known = History(sessions=(before, *done), away=(off,))
        today = monday + timedelta(weeks=1) if done else monday
        return plan_block(athlete, CATALOGUE, season[asked], history=known, today=today)

    @pytest.mark.parametrize(
        ("back", "why", "sessions"),
        [
            pytest.param(7, Off.ILL, 2, id="a deload, after an illness"),
            pytest.param(7, Off.AWAY, 3, id="a deload, after four weeks without"),
            pytest.param(14, Off.ILL, 2, id="the taper"),
        ],
    )
    def test_it_has_no_more_sets_than_that(self, back: int, why: Off, sessions: int) -> None:
        weeks = self.weeks(back, why, sessions)
        full, easier = weeks[back - 1], weeks[back]
        assert not easier.build
        assert easier.sets <= full.sets

    @pytest.mark.parametrize("missed", [1, 2])
    def test_it_asks_for_no_more_repetitions_than_were_done_before_weeks_that_were_missed(
        self, missed: int
    ) -> None:
        athlete = Athlete(race=Race.TEN_K, level=Level.INTERMEDIATE, kit=KITS["gym"], minutes=45)
        season = plan_season(athlete, MONDAY, 12)
        assert season[7].deload
        block = plan_block(athlete, CATALOGUE, season)
        done = block[4 : 7 - missed]
        away = TimeAway(
            first=block[7 - missed].starts,
            last=season[7].starts - timedelta(days=1),
            why=Off.AWAY,
        )
        logged = [did(one, each) for each in done for one in each.sessions]
        log = History(sessions=tuple(logged), away=(away,))
        (easier,) = plan_block(
            athlete, CATALOGUE, (season[7],), history=log, today=season[7].starts
        )
        most = self.amounts(done)
        for form, amount in self.amounts([easier]).items():
            assert amount <= most[form]

    @staticmethod
    def amounts(weeks: Sequence[Week]) -> dict[str, int]:
        """Under its forms the most repetitions, or seconds, that the weeks ask for."""
        found: dict[str, int] = {}
        for one in [one for each in weeks for one in each.sessions]:
            for line in one.exercises:
                amount = line.reps or line.hold_s or 0
                found[line.form] = max(found.get(line.form, 0), amount)
        return found

    def test_a_week_that_its_runner_wanted_short_makes_it_no_easier(self) -> None:
        monday = MONDAY + timedelta(weeks=6)
        season = plan_season(
            self.ATHLETE, MONDAY, runners={monday: replace(self.ATHLETE, sessions=1)}
        )
        deload = season[7]
        assert deload.deload
        first = SessionLog(date=MONDAY, did={BARE.id: (as_asked(BARE),)})
        log = History(sessions=(first,))
        (usual,) = plan_block(self.ATHLETE, CATALOGUE, (deload,))
        *_, easier = plan_block(self.ATHLETE, CATALOGUE, season[:8], history=log, today=MONDAY)
        assert easier.sets == usual.sets

    @pytest.mark.parametrize("sessions", [2, 3])
    def test_a_session_that_an_illness_took_makes_none_of_the_next_week_shorter(
        self, sessions: int
    ) -> None:
        """The next week is a deload, and would else have as few sets in all its sessions as the
        week before in the one that was left.
        """
        athlete = Athlete(level=Level.INTERMEDIATE, kit=KITS["home"], sessions=sessions)
        monday = MONDAY + timedelta(weeks=2)
        days = (Day.MON, Day.TUE, Day.WED)
        left = tuple([day for day in Day if day not in days])
        season = plan_season(
            athlete,
            MONDAY,
            12,
            runners={monday: replace(athlete, days=left)},
            ill={monday: days},
        )
        before = SessionLog(date=monday - timedelta(days=3), did={BARE.id: (as_asked(BARE),)})
        ill = TimeAway(first=monday, last=monday + timedelta(days=2), why=Off.ILL)
        log = History(sessions=(before,), away=(ill,))
        *_, back, deload = plan_block(
            athlete, CATALOGUE, season[:4], history=log, today=monday + timedelta(days=2)
        )
        assert deload.deload
        assert len(back.sessions) < len(deload.sessions)
        assert deload.sets / len(deload.sessions) <= back.sets / len(back.sessions)
        for one in deload.sessions:
            assert one.minutes - one.warm_up.minutes >= WORTH_MINUTES

    @pytest.mark.parametrize(
        ("back", "number"),
        [pytest.param(7, 8, id="a deload"), pytest.param(14, 16, id="the last of the taper")],
    )
    def test_alone_it_has_the_same_sessions(self, back: int, number: int) -> None:
        whole = self.weeks(back)
        done = tuple([did(session, whole[back - 1]) for session in whole[back - 1].sessions])
        for sessions in ((), done):
            whole = self.weeks(back, done=sessions)
            (alone,) = self.weeks(back, asked=slice(number - 1, number), done=sessions)
            assert alone.sessions == whole[number - 1].sessions


def _off(athlete: Athlete, away: TimeAway) -> dict[date, Athlete]:
    """Under their Mondays who the runner is in the weeks that have a day of those off."""
    runners = {}
    for number in range(13):
        monday = MONDAY + timedelta(weeks=number)
        days = [monday + timedelta(days=day.rank) for day in Day]
        left = [Day.of(day) for day in days if not away.first <= day <= (away.last or day)]
        if len(left) < len(days):
            runners[monday] = replace(athlete, days=tuple(left))
    return runners


def _done_for(athlete: Athlete, weeks: int, of: int = 16) -> History:
    """The first weeks of the block, done as they were planned."""
    history = History()
    for when in plan_season(athlete, MONDAY, of)[:weeks]:
        (one,) = make_plan(athlete, CATALOGUE, (when,), history=history, today=when.starts).weeks
        entries = [did(session, one) for session in one.sessions]
        history = replace(history, sessions=(*history.sessions, *entries))
    return history


def _and_then_done(history: History) -> History:
    """The same after the first session of the week was done."""
    done = week(history).sessions[0]
    works = {line.id: (as_asked(line),) for line in done.exercises}
    return replace(history, sessions=(*history.sessions, SessionLog(date=DAY, did=works)))


JUMPER = Athlete(race=Race.TEN_K, level=Level.INTERMEDIATE, kit=KITS["gym"])


def power_weeks(done: int, why: Off, away: int, *also: SessionLog) -> tuple[Week, ...]:
    """The power weeks of a block of which so many weeks were done, and whose runner was away for so
    many days up to the first of them, and did something besides.
    """
    begins = MONDAY + timedelta(weeks=5)
    last = begins + timedelta(days=1)
    off = TimeAway(first=last - timedelta(days=away), last=last, why=why)
    known = replace(_done_for(JUMPER, done, of=10), away=(off,))
    known = replace(known, sessions=(*known.sessions, *also))
    season = plan_season(JUMPER, MONDAY, 10)
    today = begins + timedelta(days=2)
    return plan_block(JUMPER, CATALOGUE, season[5:9], history=known, today=today)


class TestIllness:
    """R75."""

    @pytest.mark.parametrize(
        ("since", "most"),
        [
            pytest.param(0, Load.LOW, id="the first session"),
            pytest.param(1, Load.MEDIUM, id="the second"),
            pytest.param(2, Load.HIGH, id="the third, as planned"),
        ],
    )
    def test_a_step_a_session(self, since: int, most: Load) -> None:
        assert FIRST.load is Load.HIGH
        ill = TimeAway(first=DAY - timedelta(days=9), last=DAY - timedelta(days=6), why=Off.ILL)
        known = [entry(days, (LIFT.id, as_asked(LIFT, 20.0))) for days in (12, 4, 2)]
        history = History(sessions=tuple(known[: since + 1]), away=(ill,))
        one = week(history).sessions[0]
        assert one.load is most

    def test_of_several_the_last_has_the_say(self) -> None:
        long_ago = TimeAway(
            first=DAY - timedelta(days=40), last=DAY - timedelta(days=36), why=Off.ILL
        )
        ill = TimeAway(first=DAY - timedelta(days=5), last=DAY - timedelta(days=2), why=Off.ILL)
        known = [entry(days, (LIFT.id, as_asked(LIFT, 20.0))) for days in (20, 16, 12, 8)]
        for away in ((long_ago, ill), (ill, long_ago)):
            history = History(sessions=tuple(known), away=away)
            assert week(history).sessions[0].load is Load.LOW

    def test_the_sessions_to_come_are_steps_too(self) -> None:
        ill = TimeAway(first=DAY - timedelta(days=5), last=DAY - timedelta(days=2), why=Off.ILL)
        history = History(sessions=(entry(7, (LIFT.id, as_asked(LIFT, 20.0))),), away=(ill,))
        steps = [one.load for one in week(history).sessions]
        assert steps == [Load.LOW, Load.MEDIUM]

    def test_the_first_has_one_set_of_each_light_lift(self) -> None:
        ill = TimeAway(first=DAY - timedelta(days=5), last=DAY - timedelta(days=2), why=Off.ILL)
        history = History(sessions=(entry(7, (LIFT.id, as_asked(LIFT, 20.0))),), away=(ill,))
        first, second = week(history).sessions
        sets = [
            {line.sets for line in one.exercises if key_of(line) is AdaptedKey.AFTER_ILLNESS}
            for one in (first, second)
        ]
        assert sets == [{1}, {2}]

    def test_a_session_says_why_it_is_less_even_where_all_its_lifts_are_left_out(self) -> None:
        """The week is an easier one, whose sets are judged unless the log took some."""
        athlete = replace(ATHLETE, level=Level.BEGINNER, kit=(Kit.MACHINE,), minutes=20)
        season = plan_season(athlete, MONDAY, 12)
        easier = season[3]
        assert not easier.build
        sunday = easier.starts - timedelta(days=1)
        ill = TimeAway(first=sunday - timedelta(days=3), last=sunday, why=Off.ILL)
        history = History(away=(ill,))
        plan = make_plan(athlete, CATALOGUE, season[:], history=history, today=easier.starts)
        first = plan.weeks[3].sessions[0]
        assert AdaptedKey.AFTER_ILLNESS in map(key_of, first.exercises)
        assert musts(plan) == []

    def test_what_has_no_more_load_than_its_session_may_have_has_fewer_sets_alone(self) -> None:
        ill = TimeAway(first=DAY - timedelta(days=5), last=DAY - timedelta(days=2), why=Off.ILL)
        history = History(sessions=(entry(7, (LIFT.id, as_asked(LIFT, 20.0))),), away=(ill,))
        planned = {line.form: line for one in PLANNED.sessions for line in one.exercises}
        steps = [(Load.LOW, 1), (Load.MEDIUM, 2)]
        for one, (most, sets) in zip(week(history).sessions, steps, strict=True):
            within = [line for line in one.exercises if line.full_load <= most]
            assert within
            for line in within:
                as_planned = planned[line.form]
                fewer = as_planned.sets > sets
                assert line.sets == min(as_planned.sets, sets)
                assert (line.reps, line.rir) == (as_planned.reps, as_planned.rir)
                assert key_of(line) is (AdaptedKey.AFTER_ILLNESS if fewer else None)

    def test_no_hops_end_the_warm_up_of_its_steps(self) -> None:
        power = power_weeks(5, Off.ILL, 4)
        hops = [one.warm_up.contacts for week in power for one in week.sessions]
        assert [bool(contacts) for contacts in hops[:4]] == [False, False, True, True]

    @pytest.mark.parametrize(
        ("done", "why", "away"),
        [
            pytest.param(5, Off.ILL, 4, id="to an illness"),
            pytest.param(2, Off.HURT, 22, id="to three weeks without"),
        ],
    )
    def test_a_jump_that_gave_way_begins_when_it_comes_and_says_then_what_it_asks_for(
        self, done: int, why: Off, away: int
    ) -> None:
        power = power_weeks(done, why, away)

        def jumps(week: Week) -> list[tuple[str, int, int | None]]:
            every = [line for one in week.sessions for line in one.exercises]
            return [(line.form, line.sets, line.reps) for line in every if line.contacts]

        def asks(week: Week) -> list[str]:
            notes = [note for note in week.notes if note.key is NoteKey.PREREQUISITE]
            return [note.facts["form"] for note in notes if "jump" in note.facts["form"].lower()]

        usual = plan_block(JUMPER, CATALOGUE, plan_season(JUMPER, MONDAY, 10)[5:9])
        assert [jumps(week) for week in power[:3]] == [[], jumps(usual[0]), jumps(usual[1])]
        assert jumps(usual[0]) != jumps(usual[1])
        assert [asks(week) for week in power] == [[], ["Jump squat"], [], []]

    def test_what_it_asks_for_is_told_of_a_jump_that_was_done_where_no_plan_had_it(self) -> None:
        [jump] = [
            line
            for one in power_weeks(5, Off.ILL, 4)[1].sessions
            for line in one.exercises
            if line.form == "Jump squat"
        ][:1]
        jumped = SessionLog(date=MONDAY + timedelta(weeks=5), did={jump.id: (as_asked(jump),)})
        power = power_weeks(5, Off.ILL, 4, jumped)
        told = [note.facts["form"] for note in power[1].notes if note.key is NoteKey.PREREQUISITE]
        assert "Jump squat" in told

    @pytest.mark.parametrize("why", [Off.AWAY, Off.HURT])
    def test_other_time_away_asks_for_no_steps(self, why: Off) -> None:
        off = TimeAway(first=DAY - timedelta(days=5), last=DAY - timedelta(days=2), why=why)
        history = History(sessions=(entry(7, (LIFT.id, as_asked(LIFT, 20.0))),), away=(off,))
        assert week(history).sessions[0].load is FIRST.load
