"""What was done changes what comes (R70 to R78), whichever rule it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from logged_week import (
    AS_ASKED,
    ATHLETE,
    BARE,
    CALF,
    DAY,
    FIRST,
    KNEE,
    LIFT,
    OVER,
    PLANNED,
    ROW,
    SEASON,
    UNDER,
    WEEK,
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
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.values import (
    Adapted,
    AdaptedKey,
    Athlete,
    Day,
    History,
    Kit,
    Level,
    NoteKey,
    Off,
    Race,
    SessionLog,
    TimeAway,
    Work,
)

JUMP_ID, JUMP = next(
    (exercise.id, form)
    for exercise in CATALOGUE.exercises
    for form in exercise.ladder
    if form.contacts
)


class TestHops:
    """R24 beside R70 and R71."""

    @pytest.mark.parametrize(
        ("pain", "hops"),
        [
            pytest.param({}, True, id="where nothing hurts"),
            pytest.param({"knee": 3}, True, id="3: go on"),
            pytest.param({"knee": 4}, False, id="4: none"),
            pytest.param({"back": 6}, False, id="a sore back"),
            pytest.param({"elbow": 6}, True, id="what no landing loads"),
        ],
    )
    def test_none_end_a_warm_up_while_a_joint_hurts(
        self, pain: dict[str, int], *, hops: bool
    ) -> None:
        one = session(entry(3, (ROW.id, as_asked(ROW)), pain=pain))
        assert (one.warm_up.contacts > 0) is hops

    @pytest.mark.parametrize(
        ("id_", "form", "pain", "hops"),
        [
            pytest.param(CALF.id, CALF.form, 3, True, id="calf work at 3: go on"),
            pytest.param(CALF.id, CALF.form, 4, False, id="calf work at 4: none"),
            pytest.param(JUMP_ID, JUMP.name, 4, False, id="what lands: none"),
            pytest.param(ROW.id, ROW.form, 6, True, id="what neither lands nor is calf work"),
        ],
    )
    def test_none_end_a_warm_up_while_what_lands_or_calf_work_hurts(
        self, id_: str, form: str, pain: int, *, hops: bool
    ) -> None:
        hurt = Work(form=form, reps=(8, 8), pain=pain)
        one = session(entry(3, (id_, hurt)))
        assert (one.warm_up.contacts > 0) is hops

    def test_they_are_back_once_the_joint_was_loaded_twice_without(self) -> None:
        hurt = entry(9, (KNEE.id, as_asked(KNEE)), pain={"knee": 4})
        fine = [entry(days, (KNEE.id, as_asked(KNEE))) for days in (6, 3)]
        hops = [session(hurt, *fine[:times]).warm_up.contacts > 0 for times in (0, 1, 2)]
        assert hops == [False, False, True]


class TestMissed:
    """R78."""

    def test_a_session_is_not_made_up(self) -> None:
        history = History(sessions=(entry(6, (LIFT.id, AS_ASKED)),))
        for one, planned in zip(week(history).sessions, PLANNED.sessions, strict=True):
            assert [line.sets for line in one.exercises] == [
                line.sets for line in planned.exercises
            ]

    @pytest.mark.parametrize(
        ("days", "asks"), [pytest.param(28, False, id="28"), pytest.param(29, True, id="29")]
    )
    def test_where_nothing_was_logged_for_four_weeks_the_plan_asks(
        self, days: int, *, asks: bool
    ) -> None:
        last = entry(days, (LIFT.id, AS_ASKED))
        known = week(History(sessions=(last,)))
        notes = [note for note in known.notes if note.key is NoteKey.NOTHING_LOGGED]
        assert [note.facts for note in notes] == [{"since": last.date.isoformat()}] * asks
        if asks:
            assert known.sessions == PLANNED.sessions

    def test_it_asks_once(self) -> None:
        last = entry(40, (LIFT.id, AS_ASKED))
        plan = make_plan(ATHLETE, CATALOGUE, SEASON, history=History(sessions=(last,)), today=DAY)
        keys = [note.key for one in plan.weeks for note in one.notes]
        assert keys.count(NoteKey.NOTHING_LOGGED) == 1


class TestMemory:
    """What is half a year old says nothing any more."""

    @pytest.mark.parametrize(("days", "kg"), [(182, 20.0), (183, None)])
    def test_of_weights(self, days: int, kg: float | None) -> None:
        since = [entry(ago, (BARE.id, as_asked(BARE))) for ago in range(3, 182, 7)]
        one = session(entry(days, (LIFT.id, AS_ASKED)), *since)
        line = line_of(one, LIFT)
        assert line is not None
        assert line.kg == kg


def test_what_says_its_weight_is_not_told_to_begin_heavier() -> None:
    (first,) = make_plan(ATHLETE, CATALOGUE, (SEASON[8],)).weeks
    (heavier,) = [note for note in first.notes if note.key is NoteKey.HEAVIER]
    day = first.sessions[0].date
    lifts = {
        line.id: (as_asked(line, 20.0),)
        for one in first.sessions
        for line in one.exercises
        if line.form in heavier.facts["forms"][:1]
    }
    known = History(sessions=(SessionLog(date=day - timedelta(days=3), did=lifts),))
    notes = week(known, today=day, number=9).notes
    told = [form for note in notes if note.key is NoteKey.HEAVIER for form in note.facts["forms"]]
    assert told == heavier.facts["forms"][1:]


OPENS = SEASON[8]
(FIRST_WEEK,) = make_plan(ATHLETE, CATALOGUE, (OPENS,)).weeks
(HEAVIER,) = [note for note in FIRST_WEEK.notes if note.key is NoteKey.HEAVIER]
ONE, *OTHERS = HEAVIER.facts["forms"]
"""What a stretch begins heavier than the one before."""


class TestNotDone:
    """What the stretch before had, but not the runner, is no heavier than anything (R31)."""

    def told(self, *entries: SessionLog, today: date) -> dict[NoteKey, list[str]]:
        """The forms that week 9 starts heavier, and those whose weight is new."""
        one = week(History(sessions=entries), today=today, number=9)
        keys = (NoteKey.HEAVIER, NoteKey.NOT_DONE)
        return {note.key: note.facts["forms"] for note in one.notes if note.key in keys}

    def done(self, number: int, *forms: str) -> SessionLog:
        """These forms of week 9, done in another week, and nobody said a weight; else no lift."""
        lines = [line for one in FIRST_WEEK.sessions for line in one.exercises]
        did = {line.id: (as_asked(line),) for line in lines if line.form in forms}
        day = SEASON[number - 1].starts + timedelta(days=4)
        return SessionLog(date=day, did=did or {BARE.id: (as_asked(BARE),)})

    @pytest.mark.parametrize(
        ("number", "heavier"),
        [
            pytest.param(4, False, id="before that stretch"),
            pytest.param(5, True, id="in it"),
            pytest.param(8, True, id="in its easier week"),
        ],
    )
    def test_its_weight_is_new(self, number: int, *, heavier: bool) -> None:
        entries = [self.done(number, ONE), self.done(7, *OTHERS), self.done(8)]
        expected = {NoteKey.HEAVIER: OTHERS, NoteKey.NOT_DONE: [ONE]}
        if heavier:
            expected = {NoteKey.HEAVIER: [ONE, *OTHERS]}
        entries.sort(key=lambda one: one.date)
        assert self.told(*entries, today=OPENS.starts) == expected

    def test_where_nothing_of_it_was_done_nothing_starts_heavier(self) -> None:
        told = self.told(self.done(7), self.done(8), today=OPENS.starts)
        assert told == {NoteKey.NOT_DONE: [ONE, *OTHERS]}

    @pytest.mark.parametrize(
        ("logged", "today"),
        [
            pytest.param(6, SEASON[6].starts + timedelta(days=6), id="the weeks are to come"),
            pytest.param(8, OPENS.starts, id="nothing was logged then"),
            pytest.param(2, OPENS.starts, id="nothing was logged for weeks"),
        ],
    )
    def test_what_nobody_knows_starts_heavier(self, logged: int, today: date) -> None:
        assert self.told(self.done(logged), today=today) == {NoteKey.HEAVIER: [ONE, *OTHERS]}

    def test_what_is_another_form_by_the_log_starts_no_heavier(self) -> None:
        lines = [line for one in FIRST_WEEK.sessions for line in one.exercises]
        hard = next(line for line in lines if line.form == "Weighted Bulgarian split squat")
        did = {hard.id: (as_asked(hard, more=-2),)}
        days = [OPENS.starts - timedelta(days=ago) for ago in (7, 3)]
        entries = [SessionLog(date=day, did=did) for day in days]
        told = self.told(*entries, today=OPENS.starts)
        rest = [form for form in (ONE, *OTHERS) if form != hard.form]
        assert told[NoteKey.HEAVIER] == rest

    def test_the_plan_keeps_its_rules(self) -> None:
        known = History(sessions=(self.done(7, *OTHERS), self.done(8)))
        plan = make_plan(ATHLETE, CATALOGUE, SEASON, history=known, today=OPENS.starts)
        assert NoteKey.NOT_DONE in {note.key for note in plan.weeks[8].notes}
        assert [found for found in check_plan(plan, CATALOGUE) if found.must] == []


@pytest.mark.parametrize(
    ("days", "ill_for"),
    [
        pytest.param(22, 0, id="after three weeks without"),
        pytest.param(9, 5, id="after an illness"),
    ],
)
def test_nobody_who_comes_back_is_told_to_begin_heavier(days: int, ill_for: int) -> None:
    (first,) = make_plan(ATHLETE, CATALOGUE, (SEASON[8],)).weeks
    day = first.sessions[0].date
    done = SessionLog(date=day - timedelta(days=days), did={LIFT.id: (as_asked(LIFT),)})
    ill = TimeAway(
        first=day - timedelta(days=1 + ill_for), last=day - timedelta(days=2), why=Off.ILL
    )
    known = History(sessions=(done,), away=(ill,) if ill_for else ())
    plan = make_plan(ATHLETE, CATALOGUE, SEASON, history=known, today=day)
    assert [note for note in plan.weeks[8].notes if note.key is NoteKey.HEAVIER] == []
    assert [found for found in check_plan(plan, CATALOGUE) if found.must] == []


def test_the_first_week_back_counts_its_days_from_what_was_done_and_not_from_what_was_planned():
    off = replace(ATHLETE, days=(), sessions=0)
    weeks_off = {MONDAY + timedelta(weeks=number - 1): off for number in (WEEK - 2, WEEK - 1)}
    season = plan_season(ATHLETE, MONDAY, 16, runners=weeks_off)
    done = entry(22, (LIFT.id, as_asked(LIFT)))
    known = History(sessions=(done,))
    plan = make_plan(
        ATHLETE, CATALOGUE, season[:WEEK], history=known, today=PLANNED.sessions[-1].date
    )
    back = plan.weeks[-1]
    [note] = [note for note in back.notes if note.key is NoteKey.BACK]
    assert note.facts == {"days": (back.sessions[-1].date - done.date).days}


def test_what_comes_later_changes_nothing() -> None:
    known = History(sessions=tuple(twice(LIFT, OVER, OVER)))
    later = SessionLog(
        date=DAY + timedelta(days=20),
        did={LIFT.id: (UNDER,)},
        pain={"knee": 9},
        worse_next_morning=True,
    )
    after = replace(known, sessions=(*known.sessions, later))
    assert week(after, today=DAY + timedelta(days=21)).sessions == week(known).sessions


def test_every_change_names_its_rule() -> None:
    line = line_of(session(*twice(LIFT, OVER, OVER)), LIFT)
    assert line is not None
    assert line.adapted == Adapted(rule="R76", key=AdaptedKey.HEAVIER, facts={"sign": "over"})


def test_the_day_is_one_of_those() -> None:
    assert Day.of(DAY) is FIRST.day


def test_what_the_log_made_less_does_not_say_how_many_minutes_are_enough() -> None:
    patient = replace(ATHLETE, minutes=60)
    away = History(sessions=(entry(25, (LIFT.id, AS_ASKED)),))
    for history, told in ((History(), True), (away, False)):
        keys = [note.key for note in week(history, athlete=patient).notes]
        assert (NoteKey.ENOUGH_MINUTES in keys) is told


def test_a_jump_that_is_left_out_where_it_begins_says_there_what_it_asks_for() -> None:
    """Two sessions without pain later it is back, in a week that tells of nothing new."""
    jumper = Athlete(race=Race.TEN_K, level=Level.ADVANCED, kit=tuple(sorted(Kit)), minutes=40)
    season = plan_season(jumper, MONDAY, 16)
    begins = season[12].starts
    easier = {"jump-squats": (Work(form="Snap-down landing drill", reps=(5,), pain=0),)}
    history = History(
        sessions=(
            SessionLog(date=begins - timedelta(days=2), pain={"knee": 7}),
            SessionLog(date=begins + timedelta(days=4), did=easier),
            SessionLog(date=begins + timedelta(days=6), did=easier),
        )
    )
    today = begins + timedelta(days=7)
    plan = make_plan(jumper, CATALOGUE, season, history=history, today=today)
    assert [finding for finding in check_plan(plan, CATALOGUE) if finding.must] == []


def test_what_only_the_log_brings_says_what_it_asks_for_in_the_week_that_has_it() -> None:
    bare = Athlete(race=Race.TEN_K, level=Level.ADVANCED, kit=(), minutes=45)
    (week_11,) = plan_season(bare, MONDAY, 20)[10:11]
    (planned,) = make_plan(bare, CATALOGUE, (week_11,)).weeks
    one, pistol = next(
        (one, line)
        for one in planned.sessions
        for line in one.exercises
        if line.form == "Pistol squat"
    )
    hurt = replace(as_asked(pistol), pain=4)
    entry_before = SessionLog(date=one.date - timedelta(days=3), did={pistol.id: (hurt,)})
    history = History(sessions=(entry_before,))
    (adapted,) = make_plan(bare, CATALOGUE, (week_11,), history=history, today=one.date).weeks
    told = [note.facts["form"] for note in adapted.notes if note.key is NoteKey.PREREQUISITE]
    assert told == ["Pistol squat with a hand on support"]
