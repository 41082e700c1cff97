"""R78: a block that waits for weeks that were missed, as it is planned."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from broken_rules import musts
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, athletes, times
from training_logs import did

from befit_cli import views
from befit_cli.planning.planner import make_plan
from befit_cli.planning.record import missed_weeks
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_plan
from befit_cli.saved.plan_file import read_plan
from befit_cli.values import (
    NOTHING_LOGGED,
    Athlete,
    Day,
    History,
    Kit,
    Level,
    Niggle,
    Note,
    NoteKey,
    Plan,
    Race,
    Runs,
    Season,
    SessionLog,
    Week,
    Weeks,
)
from befit_cli.views.uid import event_uid

WEEK = timedelta(weeks=1)
ATHLETE = Athlete(level=Level.INTERMEDIATE, kit=(Kit.BAND, Kit.DUMBBELL), minutes=40)

JUMPER = replace(ATHLETE, level=Level.ADVANCED, kit=tuple(sorted(Kit)), minutes=50)


def a_block(
    *missed: int, athlete: Athlete = ATHLETE, history: History = NOTHING_LOGGED, today: int = 1
) -> Plan:
    """The plan of a block of ten weeks in which the weeks of these numbers were missed."""
    mondays = [MONDAY + (number - 1) * WEEK for number in missed]
    season = plan_season(athlete, MONDAY, 10, missed=mondays)
    morning = MONDAY + (today - 1) * WEEK
    return make_plan(athlete, CATALOGUE, season, history=history, today=morning)


def work(week: Week) -> list[object]:
    """What is to be done in it, whenever that is."""
    return [
        (session.slot, session.day, session.load, session.warm_up, session.exercises)
        for session in week.sessions
    ]


MISSED = [(3,), (3, 4), (1,), (2,), (4,), (6, 9), (1, 3, 4, 9)]


@pytest.mark.of_a_kind(7)
@pytest.mark.parametrize("missed", MISSED, ids=str)
@pytest.mark.parametrize(
    "athlete",
    [
        pytest.param(ATHLETE, id="10k"),
        pytest.param(replace(ATHLETE, race=Race.NONE), id="no race"),
        pytest.param(replace(ATHLETE, level=Level.BEGINNER, sessions=3), id="a beginner"),
    ],
)
def test_it_has_the_weeks_that_it_would_have_had_one_after_the_other(
    missed: tuple[int, ...], athlete: Athlete
) -> None:
    usual, waiting = a_block(athlete=athlete), a_block(*missed, athlete=athlete)
    assert len(waiting.weeks) > len(usual.weeks)
    assert list(map(work, waiting.trained.weeks)) == list(map(work, usual.weeks))


@pytest.mark.parametrize("missed", MISSED, ids=str)
def test_a_week_that_waits_is_the_one_after_it(missed: tuple[int, ...]) -> None:
    weeks = a_block(*missed).weeks
    assert any(week.waits for week in weeks)
    for week, following in pairwise(weeks):
        if week.waits:
            assert work(week) == work(following)
            assert (week.phase, week.build) == (following.phase, True)


def test_what_is_over_stays_as_it_was() -> None:
    before, after = a_block(3).weeks, a_block(3, 7, 8).weeks
    assert list(map(work, before[:7])) == list(map(work, after[:7]))
    notes = [[note for note in week.notes if note.rule == "R78"] for week in (before[3], after[3])]
    assert notes[0] == notes[1] != []


def test_no_event_is_another_where_weeks_were_missed() -> None:
    usual, waiting = a_block(), a_block(3, 4)
    uids = [
        [event_uid(plan, week, session.slot) for week in plan.weeks for session in week.sessions]
        for plan in (usual, waiting)
    ]
    assert uids[1][: len(uids[0])] == uids[0]
    assert [week.starts for week in waiting.weeks[:10]] == [week.starts for week in usual.weeks]


@pytest.mark.parametrize(
    ("missed", "told"),
    [
        pytest.param((), {}, id="none"),
        pytest.param((3,), {4: ([3], 11)}, id="one"),
        pytest.param((3, 4), {5: ([3, 4], 12)}, id="two"),
        pytest.param((3, 9), {4: ([3], 11), 10: ([9], 12)}, id="one, and one later"),
        pytest.param((5,), {}, id="an easier week"),
    ],
)
def test_the_week_after_says_why_and_when_the_block_ends_as_it_was_known_then(
    missed: tuple[int, ...], told: dict[int, tuple[list[int], int]]
) -> None:
    found = {}
    for week in a_block(*missed).weeks:
        for note in week.notes:
            if note.key is NoteKey.GOES_ON:
                found[week.number] = note.facts
    assert found == {
        number: {
            "missed": numbers,
            "ends": (MONDAY + weeks * WEEK - timedelta(days=1)).isoformat(),
        }
        for number, (numbers, weeks) in told.items()
    }


@pytest.mark.parametrize("missed", MISSED, ids=str)
def test_the_week_that_waited_says_so(missed: tuple[int, ...]) -> None:
    weeks = a_block(*missed).weeks
    told = [week.number for week in weeks if any(note.key is NoteKey.WAITED for note in week.notes)]
    assert told == [week.number for week in weeks if week.waits]


def test_a_week_off_after_it_says_nothing() -> None:
    gone = replace(ATHLETE, days=(), sessions=0)
    season = plan_season(
        ATHLETE, MONDAY, 10, missed=[MONDAY + 2 * WEEK], runners={MONDAY + 3 * WEEK: gone}
    )
    (week,) = make_plan(ATHLETE, CATALOGUE, (season[3],)).weeks
    assert all(note.rule != "R78" for note in week.notes)


def said(plan: Plan) -> list[list[Note]]:
    """What each of its weeks says that does not wait, beside that, the number of a week, and what
    the first week of any plan says.
    """
    weeks = []
    for week in plan.trained.weeks:
        notes = []
        for note in week.notes:
            if note.key is NoteKey.HEAVIER:
                notes.append(replace(note, facts={"forms": note.facts["forms"]}))
            elif note.rule not in ("R28", "R78"):
                notes.append(note)
        weeks.append(notes)
    return weeks


@pytest.mark.parametrize("missed", MISSED, ids=str)
def test_its_weeks_say_what_they_would_have_said(missed: tuple[int, ...]) -> None:
    usual, waiting = a_block(athlete=JUMPER), a_block(*missed, athlete=JUMPER)
    keys = {note.key for notes in said(usual) for note in notes}
    assert keys >= {NoteKey.RAMP, NoteKey.HEAVIER, NoteKey.PREREQUISITE}
    assert said(waiting) == said(usual)


def test_what_begins_heavier_goes_by_a_week_that_did_not_wait() -> None:
    """Week 4 waits, and in week 5, which has what it would have had, the runner has less time."""
    hurried = replace(ATHLETE, minutes=20)
    season = plan_season(
        ATHLETE, MONDAY, 10, missed=[MONDAY + 3 * WEEK], runners={MONDAY + 4 * WEEK: hurried}
    )
    plan = make_plan(ATHLETE, CATALOGUE, season)
    told = [
        note.facts["week"]
        for week in plan.weeks
        for note in week.notes
        if note.key is NoteKey.HEAVIER
    ]
    assert told == [3]


@pytest.mark.parametrize(
    ("missed", "told"),
    [
        pytest.param((), [10], id="none"),
        pytest.param((8,), [11], id="a week before"),
        pytest.param((10,), [10, 11], id="that week"),
    ],
)
def test_sets_that_come_at_once_are_told_in_the_week_that_has_them(
    missed: tuple[int, ...], told: list[int]
) -> None:
    """A sore heel's raises count as hard where they are done on one leg, from week 10 on in the
    second session, too.
    """
    sore = replace(
        ATHLETE, race=Race.HALF, kit=tuple(sorted(Kit)), minutes=30, niggles=(Niggle.PLANTAR,)
    )
    mondays = [MONDAY + (number - 1) * WEEK for number in missed]
    plan = make_plan(sore, CATALOGUE, plan_season(sore, MONDAY, 18, missed=mondays))
    found = [week.number for week in plan.weeks if any(note.rule == "R33" for note in week.notes)]
    assert found == told


LONG = replace(ATHLETE, race=Race.FIVE_K, level=Level.ADVANCED, kit=tuple(sorted(Kit)), minutes=50)
"""Whose 28 weeks end in two stretches with jumps, from weeks 21 and 25 on."""
NO_ROOM = Runs(hard=tuple(Day)[:-1], long=(Day.SUN,))
"""Runs that leave no day for jumps."""


def of_long_block(missed: int, *full: int) -> dict[int, Week]:
    """The weeks by their numbers, where one was missed and these have no room for jumps."""
    season = plan_season(
        LONG,
        MONDAY,
        28,
        missed=[MONDAY + (missed - 1) * WEEK],
        runs={MONDAY + (number - 1) * WEEK: NO_ROOM for number in full},
    )
    plan = make_plan(LONG, CATALOGUE, season)
    assert musts(plan) == []
    return {week.number: week for week in plan.weeks}


def jumps(week: Week) -> set[str]:
    return {one.form for session in week.sessions for one in session.exercises if one.contacts}


def test_jumps_that_only_a_missed_week_had_are_still_to_come() -> None:
    weeks = of_long_block(21, 22, 23, 24, 25)
    assert jumps(weeks[21]) == {"Jump squat"}
    assert not any(jumps(weeks[number]) for number in range(22, 26))
    assert jumps(weeks[26]) == {"Jump squat"}


@pytest.mark.parametrize(
    ("missed", "full", "told"),
    [
        pytest.param(26, 25, {26, 27}, id="that had them first"),
        pytest.param(25, 24, {25, 26}, id="the first of a stretch"),
    ],
)
def test_what_they_ask_for_is_said_again_after_a_missed_week(
    missed: int, full: int, told: set[int]
) -> None:
    weeks = of_long_block(missed, full)
    jump = "Light-dumbbell jump squat"
    for number in range(25, 29):
        asks = [note for note in weeks[number].notes if note.facts.get("form") == jump]
        assert len(asks) == (number in told)


class Missing(NamedTuple):
    """Somebody who trained in some weeks of a block, and in others not."""

    athlete: Athlete
    history: History
    today: int
    """The number of the week that is on."""

    @property
    def morning(self) -> date:
        return MONDAY + (self.today - 1) * WEEK

    @property
    def season(self) -> Season:
        missed = missed_weeks(self.history, MONDAY, self.morning)
        return plan_season(self.athlete, MONDAY, 10, missed=missed)

    def plan(self) -> Plan:
        return self._of(self.season)

    def week(self) -> Week | None:
        """The week that is on, planned without the others; none once the block is over."""
        on = self.season[self.today - 1 : self.today]
        return self._of(on).weeks[0] if on else None

    def _of(self, weeks: Weeks) -> Plan:
        return make_plan(self.athlete, CATALOGUE, weeks, history=self.history, today=self.morning)


@st.composite
def missing(draw: st.DrawFn) -> Missing:
    """Anybody without a race date, who did all of some weeks as planned and nothing of others."""
    athlete = replace(draw(athletes()), race_date=None)
    # The first week is done: before an entry nothing is known to be missed.
    done = [True, *draw(st.lists(st.booleans(), min_size=2, max_size=11))]
    history = History()
    for number, trained in enumerate(done, 1):
        if not trained:
            continue
        week = Missing(athlete, history, number).week()
        if week is None:
            break
        entries: list[SessionLog] = [did(session, week) for session in week.sessions]
        history = replace(history, sessions=(*history.sessions, *entries))
    return Missing(athlete, history, len(done) + 1)


@given(who=missing())
@times(0.4)
def test_no_must_is_broken(who: Missing) -> None:
    # What breaks a must of a week raises.
    assert musts(who.plan()) == []


@pytest.mark.of_a_kind(12)
@pytest.mark.parametrize("race", Race)
@pytest.mark.parametrize("length", range(1, 13))
def test_nor_in_a_block_of_any_length(length: int, race: Race) -> None:
    athlete = replace(ATHLETE, race=race)
    missed = [MONDAY, MONDAY + 2 * WEEK, MONDAY + 3 * WEEK]
    plan = make_plan(athlete, CATALOGUE, plan_season(athlete, MONDAY, length, missed=missed))
    assert musts(plan) == []


@given(who=missing(), format=st.sampled_from(["json", "md"]))
@times(0.4)
def test_it_comes_back_from_a_file(who: Missing, format: str) -> None:
    plan = who.plan()
    text = views.render(plan, format, catalogue=CATALOGUE)
    assert isinstance(text, str)
    read = read_plan(text.encode(), f"plan.{format}", CATALOGUE)
    assert [week.waited for week in read.weeks] == [week.waited for week in plan.weeks]
    assert check_plan(read, CATALOGUE) == check_plan(plan, CATALOGUE)


@given(who=missing())
@times(0.4)
def test_without_the_log_it_is_as_if_nothing_was_missed(who: Missing) -> None:
    plain = make_plan(who.athlete, CATALOGUE, plan_season(who.athlete, MONDAY, 10))
    assert who._replace(history=NOTHING_LOGGED).plan() == plain


def stands(week: Week) -> list[object]:
    """Where it stands in its block, and what its first session has: those after it are planned by
    what was done then.
    """
    return [week.place, week.phase, week.build, *work(week)[:1]]


@given(who=missing())
@times(0.4)
def test_what_was_done_is_never_planned_otherwise_by_what_comes_later(who: Missing) -> None:
    plan = who.plan()
    for number in sorted({entry.plan.week for entry in who.history.sessions if entry.plan}):
        then = Missing(who.athlete, who.history.before(MONDAY + (number - 1) * WEEK), number)
        week = then.week()
        assert week
        assert stands(plan.weeks[number - 1]) == stands(week)
