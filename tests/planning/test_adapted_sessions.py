"""The sessions of a week as the log has them, made by hand: what finds room in each, what is told
beside them, and what counts as done before each.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from mornings import LADDER, LAST, SEASON, a_hold, a_morning, a_squat, did, held, squats, tuesday
from msgspec.structs import replace
from strategies import a_draft, a_line

from befit_cli.planning.draft import Draft, Line
from befit_cli.planning.progress import Progress
from befit_cli.values import (
    Act,
    AdaptedKey,
    Day,
    Facts,
    Load,
    NiggleRule,
    Note,
    NoteKey,
    Off,
    SeasonWeek,
    SessionLog,
    TimeAway,
    Work,
)


def versions(
    drafts: Sequence[Draft], *sessions: SessionLog, when: SeasonWeek = LAST, **known: Any
) -> list[tuple[list[Draft], tuple[Note, ...]]]:
    """The week of these drafts after these sessions, the boldest first, with its notes."""
    morning = a_morning(*sessions, when=when, **known)
    week = Progress(morning.log).versions(morning.task, list(drafts), when)
    return [(list(adapted), notes) for adapted, notes in week]


def adapted(drafts: Sequence[Draft], *sessions: SessionLog, **known: Any) -> list[Draft]:
    """The week as it is at its boldest."""
    return versions(drafts, *sessions, **known)[0][0]


def key_of(line: Line) -> AdaptedKey | None:
    return None if line.adapted is None else line.adapted.key


OVER, UNDER = squats(10, 12), squats(10, 8)


class TestBoldness:
    def test_first_the_forms_then_the_doses_and_then_the_weights_alone(self) -> None:
        weeks = versions([a_draft(a_squat())], *did(OVER, OVER))
        lines = [drafts[0].lines[0] for drafts, _notes in weeks]
        assert [(line.pick.form.name, line.at, key_of(line)) for line in lines] == [
            ("Hard squat", 10, AdaptedKey.HARDER_FORM),
            ("Squat", 11, AdaptedKey.MORE_REPS),
            ("Squat", 10, None),
        ]

    def test_what_was_never_done_is_as_planned(self) -> None:
        line = a_squat()
        assert adapted([a_draft(line)])[0].lines == (line,)

    def test_what_was_logged_long_ago_alone_says_nothing(self) -> None:
        line = a_squat()
        assert adapted([a_draft(line)], *did(OVER, OVER, last=40))[0].lines == (line,)

    def test_a_session_with_nothing_in_it_stays_and_those_after_it_change(self) -> None:
        empty, other = a_draft(), a_draft(a_squat(), day=Day.WED)
        first, second = adapted([empty, other], *did(OVER, OVER))
        assert first is empty
        assert key_of(second.lines[0]) is AdaptedKey.HARDER_FORM


def room_for(line: Line) -> int:
    """The fewest minutes of a session that has room for the line."""
    return next(limit for limit in range(10, 200) if a_draft(line, limit=limit).minutes <= limit)


SLOW: dict[str, Any] = {"seconds_per_rep": 20.0}
"""So slow that a repetition more of three sets makes a session a minute longer."""


class TestRoom:
    """What has no room in the minutes of its session comes with less."""

    @pytest.mark.parametrize(
        ("room", "at", "key"),
        [
            pytest.param(14, 13, AdaptedKey.MORE_REPS, id="for more"),
            pytest.param(13, 13, AdaptedKey.MORE_REPS, id="for all of it"),
            pytest.param(12, 12, AdaptedKey.REPS_STAY, id="for what came before"),
            pytest.param(11, 11, AdaptedKey.REPS_STAY, id="for a little"),
            pytest.param(10, 10, None, id="for what is planned"),
            pytest.param(9, 10, None, id="not even for that"),
        ],
    )
    def test_of_repetitions_the_most_that_fit(
        self, room: int, at: int, key: AdaptedKey | None
    ) -> None:
        planned = a_squat(grows=False, sets=3, **SLOW)
        works = [squats(12, 14, asked=12)] * 2
        draft = a_draft(planned, limit=room_for(replace(planned, at=room)))
        (line,) = adapted([draft], *did(*works))[0].lines
        assert (line.at, key_of(line)) == (at, key)

    def test_of_a_hold_by_steps_of_five_seconds(self) -> None:
        planned = a_hold(grows=False, sets=12)
        works = [held(40, 50, asked=40)] * 2
        for seconds in (45, 40, 35):
            draft = a_draft(planned, limit=room_for(replace(planned, at=seconds)))
            (line,) = adapted([draft], *did(*works))[0].lines
            assert line.at == seconds

    @pytest.mark.parametrize(
        ("room", "sets", "at"),
        [
            pytest.param((3, 14), 3, 14, id="for all of it"),
            pytest.param((3, 13), 3, 13, id="for a repetition less"),
            pytest.param((3, 12), 3, 12, id="for two less"),
            pytest.param((3, 11), 2, 14, id="for three less: a set less"),
            pytest.param((2, 14), 2, 14, id="for a set less"),
            pytest.param((2, 12), 2, 12, id="for that and two less"),
            pytest.param((1, 14), 1, 14, id="for two sets less"),
        ],
    )
    def test_a_known_form_has_two_repetitions_less_then_a_set_less(
        self, room: tuple[int, int], sets: int, at: int
    ) -> None:
        hard = squats(12, 12, asked=12, form="Hard squat")
        slow = tuple(replace(form, seconds_per_rep=20.0) for form in LADDER)
        planned = a_squat(ladder=slow, sets=3, **SLOW)
        fits = replace(planned, sets=room[0], at=room[1])
        draft = a_draft(planned, limit=room_for(fits))
        (line,) = adapted([draft], *did(OVER, OVER, hard), ladder=slow)[0].lines
        assert (line.pick.form.name, line.sets, line.at) == ("Hard squat", sets, at)
        assert key_of(line) is AdaptedKey.FORM_STAYS

    def test_what_has_no_room_for_a_set_stays_as_planned(self) -> None:
        hard = squats(12, 12, asked=12, form="Hard squat")
        slow = tuple(replace(form, seconds_per_rep=20.0) for form in LADDER)
        planned = a_squat(ladder=slow, sets=3, **SLOW)
        draft = a_draft(planned, limit=5)
        assert adapted([draft], *did(OVER, OVER, hard), ladder=slow)[0].lines == (planned,)

    def test_a_new_form_has_all_its_sets_or_waits(self) -> None:
        slow = tuple(replace(form, seconds_per_rep=23.0) for form in LADDER)
        planned = a_squat(ladder=slow, sets=3, **SLOW)
        draft = a_draft(planned, limit=room_for(replace(planned, at=11)))
        works = did(OVER, OVER)
        (line,) = adapted([draft], *works, ladder=slow)[0].lines
        assert (line.pick.form.name, line.sets, line.at) == ("Squat", 3, 11)

    def test_a_form_of_more_load_waits(self) -> None:
        heavy = (*LADDER[:2], replace(LADDER[2], load=Load.HIGH))
        draft = a_draft(a_squat(ladder=heavy))
        (line,) = adapted([draft], *did(OVER, OVER), ladder=heavy)[0].lines
        assert (line.pick.form.name, key_of(line)) == ("Squat", AdaptedKey.MORE_REPS)

    @pytest.mark.parametrize("first", [True, False])
    def test_a_form_like_another_of_the_session_waits(self, *, first: bool) -> None:
        like, other = a_line("Hop", family="Hard squat"), a_line("Plank")
        lines = (like, a_squat(), other) if first else (other, a_squat(), like)
        (draft,) = adapted([a_draft(*lines)], *did(OVER, OVER))
        keys = {line.pick.form.name: key_of(line) for line in draft.lines}
        assert keys == {"Hop": None, "Squat": AdaptedKey.MORE_REPS, "Plank": None}


@pytest.mark.parametrize(
    ("works", "at", "key"),
    [
        pytest.param([squats(11, 11, pain=4)], 11, AdaptedKey.LESS_FOR_PAIN, id="less"),
        pytest.param(
            [
                squats(14, 14, asked=14, pain=4),
                *[squats(14, 14, asked=14)] * 2,
                squats(11, 11, pain=4),
                *[squats(11, 11, form="Hard squat")] * 2,
            ],
            11,
            AdaptedKey.ON_AFTER_PAIN,
            id="on after it, as it was the last time",
        ),
    ],
)
def test_what_hurt_is_less_and_goes_on(works: list[Work], at: int, key: AdaptedKey) -> None:
    lowest = LADDER[1:]
    draft = a_draft(a_squat(ladder=lowest, at=15))
    (line,) = adapted([draft], *did(*works), ladder=lowest)[0].lines
    assert (line.at, key_of(line)) == (at, key)


@pytest.mark.parametrize(
    ("days", "left", "hops"),
    [
        pytest.param(7, ["Hop", "Squat"], True, id="a week: as planned"),
        pytest.param(8, ["Squat"], True, id="more: no jumps"),
        pytest.param(14, ["Squat"], True, id="up to two weeks"),
        pytest.param(15, ["Squat"], False, id="more: no hops either"),
    ],
)
def test_nothing_jumps_right_after_days_without_training(
    days: int, left: list[str], *, hops: bool
) -> None:
    jump, then = a_line("Hop", contacts=20), a_draft(a_squat(), day=Day.FRI)
    session, later = adapted([a_draft(jump, a_squat()), then], *did(squats(10, 10), last=days))
    assert [line.pick.form.name for line in session.lines] == left
    assert (session.most_hops > 0, later.most_hops > 0) == (hops, True)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        pytest.param(7, [], id="a week: nothing waits"),
        pytest.param(8, [{"days": 8}], id="more: they come a session later"),
        pytest.param(22, [], id="three weeks: the first week back says that it is light"),
    ],
)
def test_a_week_says_that_its_jumps_come_a_session_later(days: int, told: list[Facts]) -> None:
    week = [a_draft(a_line("Hop", contacts=20), a_squat()), a_draft(a_squat(), day=Day.FRI)]
    _drafts, notes = versions(week, *did(squats(10, 10), last=days))[0]
    assert [note.facts for note in notes if note.key is NoteKey.JUMPS_NEXT] == told


BAD = squats(10, 10, pain=6)


class TestLeftOut:
    """R70, and what is told of it."""

    def test_it_is_not_there(self) -> None:
        other = a_line("Plank")
        (draft,) = adapted([a_draft(a_squat(), other)], *did(BAD))
        assert draft.lines == (other,)

    def test_it_says_what_and_from_when_on_it_is_back(self) -> None:
        sessions = did(BAD)
        _drafts, (out, back) = versions([a_draft(a_squat())], *sessions)[0]
        since = sessions[0].date + timedelta(days=8)
        facts = {"forms": ["Squat"], "offers": True, "often": False}
        assert (out.key, out.facts) == (NoteKey.LEFT_OUT, facts)
        assert (back.key, back.facts) == (
            NoteKey.COMES_BACK,
            {"since": since.isoformat(), "forms": ["Squat"]},
        )

    def test_what_comes_back_first_is_said_first(self) -> None:
        later = replace(did(squats(10, 10), last=1)[0], did={"plank": (BAD,)})
        draft = a_draft(a_line("Plank"), a_squat())
        _drafts, (out, *back) = versions([draft], *did(BAD), later)[0]
        assert out.facts["forms"] == ["Plank", "Squat"]
        assert [note.facts["forms"] for note in back] == [["Squat"], ["Plank"]]

    def test_what_hurt_again_in_its_week_is_back_after_that(self) -> None:
        (evening,) = did(BAD, last=0)
        week = [a_draft(a_squat())]
        _drafts, (_out, back) = versions(week, *did(BAD, last=7), evening)[0]
        assert back.facts["since"] == (tuesday() + timedelta(days=8)).isoformat()

    def test_nothing_is_told_where_nothing_is_left_out(self) -> None:
        assert versions([a_draft(a_squat())], *did(squats(10, 10)))[0][1] == ()

    @pytest.mark.parametrize(
        ("niggles", "offers"),
        [
            pytest.param((False, False), True, id="none says it"),
            pytest.param((True, False), True, id="the first says it"),
            pytest.param((False, True), True, id="the second says it"),
            pytest.param((True, True), False, id="both say it"),
        ],
    )
    def test_a_niggle_is_offered_for_what_none_says(
        self, niggles: tuple[bool, bool], *, offers: bool
    ) -> None:
        drafts = []
        for day, known in zip((Day.TUE, Day.WED), niggles, strict=True):
            line = a_squat()
            rules = (NiggleRule(act=Act.MODIFY),) if known else ()
            ruled = replace(line, pick=replace(line.pick, rules=rules))
            drafts.append(a_draft(ruled, day=day))
        _drafts, notes = versions(drafts, *did(BAD))[0]
        assert notes[0].facts["offers"] is offers


def ill(first: int, last: int) -> TimeAway:
    """Days of an illness before the Tuesday of the last week that builds."""
    days = [tuesday() - timedelta(days=ago) for ago in (first, last)]
    return TimeAway(first=days[0], last=days[1], why=Off.ILL)


HIGH, MEDIUM = a_line("Lunge", load=Load.HIGH, sets=3), a_squat(load=Load.MEDIUM, sets=3)


def step_of(draft: Draft) -> str:
    """Which load after an illness the session has."""
    if all(line.adapted is None for line in draft.lines):
        return "as planned"
    return "low" if draft.load is Load.LOW else "medium"


def on(day: Day) -> SessionLog:
    """Squats on a day of that week, as planned."""
    (one,) = did(squats(10, 10))
    return replace(one, date=LAST.starts + timedelta(days=day.rank))


def day_of(day: Day) -> date:
    return LAST.starts + timedelta(days=day.rank)


class TestWhatCountsAsDone:
    """After an illness each session that was done, or is to come, is a step."""

    @pytest.mark.parametrize(
        ("today", "done", "steps"),
        [
            pytest.param(Day.MON, [], ["low", "medium", "as planned"], id="all are to come"),
            pytest.param(Day.TUE, [], ["low", "medium", "as planned"], id="the first is to come"),
            pytest.param(
                Day.TUE, [Day.TUE], ["low", "medium", "as planned"], id="the first was done today"
            ),
            pytest.param(Day.WED, [], ["low", "low", "medium"], id="the first was missed"),
            pytest.param(
                Day.WED, [Day.TUE], ["low", "medium", "as planned"], id="the first was done"
            ),
        ],
    )
    def test_a_step_a_session(self, today: Day, done: list[Day], steps: list[str]) -> None:
        drafts = [a_draft(HIGH, MEDIUM, day=day) for day in (Day.TUE, Day.THU, Day.SAT)]
        week = adapted(drafts, *map(on, done), away=(ill(6, 3),), today=day_of(today))
        assert list(map(step_of, week)) == steps

    def test_what_was_done_on_its_last_day_is_none(self) -> None:
        (known,) = did(squats(10, 10), last=3)
        assert step_of(adapted([a_draft(HIGH, MEDIUM)], known, away=(ill(6, 3),))[0]) == "low"

    def test_a_session_with_nothing_in_it_is_none(self) -> None:
        drafts = [a_draft(day=Day.MON), a_draft(HIGH, MEDIUM)]
        week = adapted(drafts, away=(ill(6, 3),), today=day_of(Day.MON))
        assert step_of(week[1]) == "low"

    def test_each_says_which_it_is(self) -> None:
        drafts = [a_draft(HIGH, MEDIUM, day=day) for day in (Day.TUE, Day.THU)]
        week = adapted(drafts, away=(ill(6, 3),))
        said = [
            {line.adapted.facts["session"] for line in draft.lines if line.adapted is not None}
            for draft in week
        ]
        assert said == [{1}, {2}]

    def test_an_illness_of_long_ago_is_none_where_nothing_was_logged_since(self) -> None:
        assert step_of(adapted([a_draft(HIGH, MEDIUM)], away=(ill(40, 30),))[0]) == "as planned"

    @pytest.mark.parametrize(
        ("ago", "key"), [(7, None), (8, AdaptedKey.AGAIN)], ids=["7 days", "8 days"]
    )
    def test_a_gap_eases_what_comes(self, ago: int, key: AdaptedKey | None) -> None:
        (draft,) = adapted([a_draft(a_squat(at=11))], *did(squats(10, 10), last=ago))
        assert key_of(draft.lines[0]) is key

    def test_a_session_to_come_ends_a_gap(self) -> None:
        drafts = [a_draft(a_squat(at=11), day=day) for day in (Day.TUE, Day.SUN)]
        week = adapted(drafts, *did(squats(10, 10), last=5))
        assert [key_of(draft.lines[0]) for draft in week] == [None, None]

    @pytest.mark.parametrize(
        ("passed", "key"),
        [
            pytest.param(a_draft(a_squat()), None, id="a session"),
            pytest.param(a_draft(), AdaptedKey.AGAIN, id="not one with nothing in it"),
        ],
    )
    def test_weeks_that_nobody_asks_for_are_done(
        self, passed: Draft, key: AdaptedKey | None
    ) -> None:
        before = SEASON[1]
        morning = a_morning(
            *did(squats(10, 10), when=before, last=2), today=tuesday(before), when=LAST
        )
        progress = Progress(morning.log)
        progress.pass_by(morning.task, [passed], before)
        week, _notes = next(progress.versions(morning.task, [a_draft(a_squat(at=11))], LAST))
        assert key_of(week[0].lines[0]) is key

    @pytest.mark.parametrize(("days", "begins"), [(-1, True), (0, True), (6, True), (7, False)])
    def test_a_week_begins_it_up_to_its_sunday(self, days: int, *, begins: bool) -> None:
        morning = a_morning(today=LAST.starts + timedelta(days=days))
        assert Progress(morning.log).begins(LAST) is begins


class TestNothingLogged:
    """R78: the first week to come asks for the log."""

    LONG_AGO = did(squats(10, 10), last=40)

    def test_it_says_since_when(self) -> None:
        (note,) = versions([a_draft(a_squat())], *self.LONG_AGO)[0][1]
        since = self.LONG_AGO[0].date.isoformat()
        assert (note.key, note.facts) == (NoteKey.NOTHING_LOGGED, {"since": since})

    @pytest.mark.parametrize(
        ("today", "asks"),
        [(Day.MON, True), (Day.TUE, True), (Day.WED, False)],
        ids=["before a session", "on its day", "after it"],
    )
    def test_it_asks_before_a_session(self, today: Day, *, asks: bool) -> None:
        drafts = [a_draft(a_squat())]
        notes = versions(drafts, *self.LONG_AGO, today=day_of(today))[0][1]
        assert bool(notes) is asks

    def test_it_asks_once(self) -> None:
        morning = a_morning(*self.LONG_AGO, today=SEASON[1].starts)
        progress = Progress(morning.log)
        told = [
            notes
            for when in SEASON[1:3]
            for _week, notes in progress.versions(morning.task, [a_draft(a_squat())], when)
        ]
        assert [len(notes) for notes in told] == [1, 1, 1, 0, 0, 0]

    @pytest.mark.parametrize(
        "sessions", [[], did(squats(10, 10))], ids=["never a log", "a log that is kept"]
    )
    def test_else_nothing_is_asked(self, sessions: list[SessionLog]) -> None:
        assert versions([a_draft(a_squat())], *sessions)[0][1] == ()


@pytest.mark.parametrize(
    ("work", "hops"),
    [
        pytest.param(Work(form="Squat", reps=(8,)), True, id="where nothing hurts"),
        pytest.param(Work(form="Squat", reps=(8,), pain=4), False, id="where landing does"),
    ],
)
def test_a_session_may_end_its_warm_up_in_hops(work: Work, *, hops: bool) -> None:
    landing = (*LADDER[:2], replace(LADDER[2], contacts=20))
    (draft,) = adapted([a_draft(a_squat(ladder=landing))], *did(work), ladder=landing)
    assert (draft.most_hops > 0) is hops
