"""What holds of any plan after any log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import given, reject
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY, athletes, times
from training_logs import as_asked, did

from befit_cli import views
from befit_cli.errors import BefitError
from befit_cli.evidence.progress import is_less_for_pain
from befit_cli.planning.planner import BrokenRule, make_plan
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    STEPS,
    Athlete,
    History,
    Kit,
    Off,
    Owned,
    Plan,
    Prescription,
    Season,
    SessionLog,
    TimeAway,
    Units,
    Weights,
    Work,
)


class Logged(NamedTuple):
    """Somebody in the middle of a block, with what they did so far."""

    athlete: Athlete
    season: Season
    history: History
    weights: Weights
    number: int
    """The week that is asked for, and that no entry is of."""
    today: date

    def plan(self, history: History | None = None) -> Plan:
        return make_plan(
            self.athlete,
            CATALOGUE,
            (self.season[self.number - 1],),
            history=self.history if history is None else history,
            weights=self.weights,
            today=self.today,
        )


racks = st.lists(st.integers(2, 80).map(lambda halves: halves / 2), min_size=1, unique=True).map(
    lambda kg: Owned(kg=tuple(sorted(kg)))
)


@st.composite
def logged(draw: st.DrawFn) -> Logged:
    """Any athlete who did what they liked of the weeks before one."""
    athlete = replace(draw(athletes()), race_date=None)
    season = plan_season(athlete, MONDAY, draw(st.integers(3, 16)))
    number = draw(st.integers(2, len(season)))
    first = max(1, number - draw(st.integers(1, 4)))
    weights = Weights(owned=draw(st.dictionaries(st.sampled_from([*STEPS[Units.KG]]), racks)))
    try:
        before = make_plan(athlete, CATALOGUE, season[first - 1 : number - 1])
        make_plan(athlete, CATALOGUE, (season[number - 1],))
    except (BefitError, BrokenRule):
        reject()  # what befit cannot plan without a log is others' to test
    entries: list[SessionLog] = []
    for week in before.weeks:
        for session in week.sessions:
            if draw(st.integers(0, 4)):
                entry = did(session, week, lambda line: _work(draw, weights, line))
                joints = draw(st.dictionaries(st.sampled_from(["knee", "calf"]), pains, max_size=1))
                worse = not draw(st.integers(0, 9))
                entries.append(replace(entry, pain=joints, worse_next_morning=worse))
    away = ()
    if not draw(st.integers(0, 3)):
        begins = MONDAY + timedelta(days=draw(st.integers(0, 7 * number)))
        last = draw(st.none() | st.integers(0, 40).map(lambda days: begins + timedelta(days=days)))
        away = (TimeAway(first=begins, last=last, why=draw(st.sampled_from(Off))),)
    history = History(sessions=tuple(entries), away=away)
    today = season[number - 1].starts + timedelta(days=draw(st.integers(-7, 6)))
    return Logged(athlete, season, history, weights, number, today)


pains = st.integers(0, 10)


def _work(draw: st.DrawFn, weights: Weights, line: Prescription) -> Work | None:
    if not draw(st.integers(0, 9)):
        return None
    owned = weights.of(line.kit)
    kg = None
    if owned is not None and draw(st.booleans()):
        kg = draw(st.sampled_from(owned.kg)) if owned.kg else float(draw(st.integers(1, 60)))
    work = as_asked(line, kg, draw(st.integers(-4, 4)))
    left = draw(st.none() | st.integers(0, 8))
    return replace(work, left=left, pain=draw(st.none() | st.none() | pains))


def _lines(plan: Plan) -> list[tuple[date, Prescription]]:
    return [
        (session.date, line)
        for week in plan.weeks
        for session in week.sessions
        for line in session.exercises
    ]


@given(who=logged())
@times(0.4)
def test_no_must_is_broken_and_no_session_is_longer_than_asked_for(who: Logged) -> None:
    # What breaks a must raises.
    minutes = [session.minutes for session in who.plan().weeks[0].sessions]
    assert max(minutes, default=0) <= who.athlete.minutes


@given(who=logged())
@times(0.4)
def test_every_weight_is_owned(who: Logged) -> None:
    for _, line in _lines(who.plan()):
        owned = who.weights.of(line.kit)
        if line.kg is not None:
            assert owned is not None
            assert line.kg > 0
            assert not owned.kg or line.kg in owned.kg


@given(who=logged())
@times(0.4)
def test_no_weight_rises_by_more_than_a_tenth_or_the_smallest_step(who: Logged) -> None:
    for day, line in _lines(who.plan()):
        if line.kg is None:
            continue
        owned = who.weights.of(line.kit)
        assert owned is not None
        lifted = [
            work.kg[-1]
            for session in who.history.before(day).sessions
            for work in session.did.get(line.id, ())
            if work.form == line.form and work.kg
        ]
        most = max(lifted)
        assert line.kg <= max(most * 1.1, owned.above(most) or most) + 0.1


@given(who=logged(), more=pains)
@times(0.4)
def test_an_entry_after_a_session_changes_nothing_of_it(who: Logged, more: int) -> None:
    plan = who.plan()
    # A session all of which is left out is one of the week all the same.
    usual = who.plan(History())
    last = max((day for day, _ in _lines(usual)), default=who.today)
    later = SessionLog(
        date=max(last, who.today) + timedelta(days=1),
        did={id_: works for session in who.history.sessions for id_, works in session.did.items()},
        pain={"knee": more},
    )
    after = replace(who.history, sessions=(*who.history.sessions, later))
    assert who.plan(after) == plan


@given(who=logged())
@times(0.4)
def test_an_empty_log_is_none(who: Logged) -> None:
    asked = (who.season[who.number - 1],)
    plain = make_plan(who.athlete, CATALOGUE, asked, weights=who.weights)
    for format in ("md", "json", "html", "csv", "ics"):
        assert views.render(who.plan(History()), format, catalogue=CATALOGUE) == views.render(
            plain, format, catalogue=CATALOGUE
        )


@given(who=logged())
@times(0.4)
def test_the_same_log_gives_the_same_plan(who: Logged) -> None:
    assert who.plan() == who.plan()


@given(who=logged())
@times(0.4)
def test_what_hurt_too_much_is_left_out(who: Logged) -> None:
    for day, line in _lines(who.plan()):
        felt = [
            (session.date, max([work.pain or 0 for work in session.did[line.id]]))
            for session in who.history.before(day).sessions
            if line.id in session.did
        ]
        if felt:
            on, pain = felt[-1]
            assert pain <= 5 or (day - on).days > 7


@given(who=logged())
@times(0.4)
def test_what_is_less_for_pain_has_no_more_sets_than_hurt(who: Logged) -> None:
    for day, line in _lines(who.plan()):
        if not is_less_for_pain(line.adapted):
            continue
        hurt = [
            work.sets
            for session in who.history.before(day).sessions
            for work in session.did.get(line.id, ())
            if work.form == line.form and (work.pain or 0) > 3
        ]
        assert not hurt or line.sets <= hurt[-1]


@given(who=logged())
@times(0.4)
def test_whoever_lifts_nothing_is_told_no_weight(who: Logged) -> None:
    bare = replace(
        who.history,
        sessions=tuple(
            [
                replace(
                    session,
                    did={
                        id_: tuple([replace(work, kg=()) for work in works])
                        for id_, works in session.did.items()
                    },
                )
                for session in who.history.sessions
            ]
        ),
    )
    assert {line.kg for _, line in _lines(who.plan(bare))} <= {None}


def test_kit_that_weighs_is_known() -> None:
    assert Kit.DUMBBELL in STEPS[Units.KG]
