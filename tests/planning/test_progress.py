"""What was done changes what comes (R70 to R78): a table for each row of the evidence."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY
from training_logs import as_asked, did

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
    Load,
    Niggle,
    NoteKey,
    Off,
    Owned,
    Pattern,
    PlanPlace,
    Prescription,
    Race,
    Session,
    SessionLog,
    TimeAway,
    Week,
    Weights,
    Work,
)

BEGINNER = Athlete(race=Race.HALF, level=Level.BEGINNER, kit=(), minutes=30)
ATHLETE = Athlete(
    race=Race.HALF,
    level=Level.INTERMEDIATE,
    kit=(Kit.BAND, Kit.BENCH, Kit.DUMBBELL, Kit.STEP),
    minutes=45,
)
SEASON = plan_season(ATHLETE, MONDAY, 16)
WEEK = 6
"""A build week of the strength phase: neither light nor easy."""
PLANNED = make_plan(ATHLETE, CATALOGUE, (SEASON[WEEK - 1],)).weeks[0]
FIRST = PLANNED.sessions[0]
DAY = FIRST.date
LIFT = next(line for line in FIRST.exercises if Kit.DUMBBELL in line.kit and line.contacts == 0)
BARE = next(
    line
    for line in FIRST.exercises
    if not line.kit and line.reps is not None and line.next and line.next.form
)
KNEE = next(line for line in FIRST.exercises if line.pattern == "lunge")
ROW = next(line for line in FIRST.exercises if line.pattern == "pull")
CALF = next(line for line in FIRST.exercises if line.pattern == "calf")
TWENTIES = Weights(owned={Kit.DUMBBELL: Owned(kg=(14.0, 16.0, 18.0, 20.0, 22.0, 24.0))})


def entry(days_before: int, *works: tuple[str, Work], **said: object) -> SessionLog:
    """An entry so many days before the session."""
    fields = {"did": {id_: (work,) for id_, work in works}, **said}
    return SessionLog(date=DAY - timedelta(days=days_before), **fields)  # type: ignore[arg-type]


def week(
    history: History,
    weights: Weights = TWENTIES,
    *,
    today: date = DAY,
    number: int = WEEK,
    athlete: Athlete = ATHLETE,
) -> Week:
    """A week as the log has it."""
    (one,) = make_plan(
        athlete,
        CATALOGUE,
        (plan_season(athlete, MONDAY, 16)[number - 1],),
        history=history,
        weights=weights,
        today=today,
    ).weeks
    return one


def session(*entries: SessionLog, weights: Weights = TWENTIES, **away: object) -> Session:
    """The first session of the week after these entries."""
    return week(
        History(sessions=tuple(sorted(entries, key=lambda one: one.date))), weights
    ).sessions[0]


def line_of(one: Session, planned: Prescription) -> Prescription | None:
    return next((line for line in one.exercises if line.id == planned.id), None)


def key_of(line: Prescription | None) -> AdaptedKey | None:
    """What the log changed about a line; None where nothing."""
    return None if line is None or line.adapted is None else line.adapted.key


def twice(line: Prescription, *works: Work) -> list[SessionLog]:
    """The line as it was done in the last sessions, the last three days before."""
    days = range(3 + 4 * (len(works) - 1), 0, -4)
    return [entry(day, (line.id, work)) for day, work in zip(days, works, strict=True)]


OVER = as_asked(LIFT, 20.0, 2)


class TestPain:
    """R70 and R71."""

    @pytest.mark.parametrize(
        ("pain", "there", "key"),
        [
            pytest.param(3, True, None, id="3: go on"),
            pytest.param(4, True, AdaptedKey.LESS_FOR_PAIN, id="4: less"),
            pytest.param(5, True, AdaptedKey.LESS_FOR_PAIN, id="5: less"),
            pytest.param(6, False, None, id="6: left out"),
        ],
    )
    def test_at_an_exercise(self, pain: int, *, there: bool, key: AdaptedKey | None) -> None:
        hurt = replace(as_asked(LIFT, 20.0), pain=pain)
        line = line_of(session(entry(3, (LIFT.id, hurt))), LIFT)
        assert ((line is not None), key_of(line)) == (there, key)

    @pytest.mark.parametrize(
        ("joint", "planned", "key"),
        [
            pytest.param("calf", CALF, AdaptedKey.LESS_FOR_PAIN, id="what loads it"),
            pytest.param("achilles", CALF, AdaptedKey.LESS_FOR_PAIN, id="by the niggle's name"),
            pytest.param("knee", CALF, None, id="what does not"),
            pytest.param("elbow", LIFT, None, id="a joint without a niggle"),
        ],
    )
    def test_of_a_joint_counts_for_what_the_catalogue_marks(
        self, joint: str, planned: Prescription, key: AdaptedKey | None
    ) -> None:
        one = session(entry(3, (LIFT.id, as_asked(LIFT, 20.0)), pain={joint: 4}))
        assert key_of(line_of(one, planned)) == key

    @pytest.mark.parametrize(
        ("days", "there", "key"),
        [
            pytest.param(7, False, None, id="for a week"),
            pytest.param(8, True, AdaptedKey.LESS_FOR_PAIN, id="and then less of it"),
        ],
    )
    def test_what_is_left_out_comes_back(
        self, days: int, *, there: bool, key: AdaptedKey | None
    ) -> None:
        hurt = replace(as_asked(LIFT, 20.0), pain=6)
        line = line_of(session(entry(days, (LIFT.id, hurt))), LIFT)
        assert ((line is not None), key_of(line)) == (there, key)

    def test_a_joint_that_is_fine_brings_nothing_back_that_was_not_done(self) -> None:
        hurt = replace(as_asked(CALF), pain=6)
        worse, fine = (
            entry(days, (LIFT.id, as_asked(LIFT, 20.0)), pain={"calf": pain})
            for days, pain in ((2, 4), (1, 0))
        )
        assert line_of(session(entry(4, (CALF.id, hurt)), worse, fine), CALF) is None

    @pytest.mark.parametrize(
        ("planned", "pain", "there"),
        [
            pytest.param(LIFT, 1, False, id="after any pain"),
            pytest.param(LIFT, None, False, id="where nobody said what hurt, what loads the legs"),
            pytest.param(BARE, None, True, id="and not what is low on them"),
        ],
    )
    def test_worse_the_next_morning_leaves_out(
        self, planned: Prescription, pain: int | None, *, there: bool
    ) -> None:
        work = replace(as_asked(planned), pain=pain)
        one = session(entry(3, (planned.id, work), worse_next_morning=True))
        assert (line_of(one, planned) is not None) is there

    def test_what_is_left_out_is_said_with_when_to_stop(self) -> None:
        hurt = replace(as_asked(LIFT, 20.0), pain=6)
        (note,) = [
            note
            for note in week(History(sessions=(entry(3, (LIFT.id, hurt)),))).notes
            if note.key is NoteKey.LEFT_OUT
        ]
        assert (note.rule, note.facts) == ("R70", {"forms": [LIFT.form], "offers": True})

    @pytest.mark.parametrize(
        ("after", "key"),
        [
            pytest.param([], AdaptedKey.LESS_FOR_PAIN, id="right after it"),
            pytest.param([3], AdaptedKey.LESS_FOR_PAIN, id="after 3 once"),
            pytest.param([4, 3], AdaptedKey.LESS_FOR_PAIN, id="after 4 again, and 3 once"),
            pytest.param([3, 0], None, id="after 3 or less twice"),
        ],
    )
    def test_less_until_it_was_little_twice(self, after: list[int], key: AdaptedKey | None) -> None:
        works = [replace(as_asked(LIFT, 20.0), pain=pain) for pain in (4, *after)]
        assert key_of(line_of(session(*twice(LIFT, *works)), LIFT)) == key

    def test_less_is_a_set_and_a_tenth_of_the_weight(self) -> None:
        hurt = replace(as_asked(LIFT, 20.0), pain=4)
        line = line_of(session(entry(3, (LIFT.id, hurt))), LIFT)
        assert line is not None
        assert (line.sets, line.kg) == (max(1, LIFT.sets - 1), 18.0)

    def test_less_is_never_less_than_a_set(self) -> None:
        (easy,) = make_plan(ATHLETE, CATALOGUE, (SEASON[7],)).weeks
        one = next(line for line in easy.sessions[0].exercises if line.sets == 1)
        hurt = replace(as_asked(one), pain=4)
        day = easy.sessions[0].date
        done = SessionLog(date=day - timedelta(days=3), did={one.id: (hurt,)})
        adapted = week(History(sessions=(done,)), today=day, number=8)
        line = line_of(adapted.sessions[0], one)
        assert line is not None
        assert (line.sets, key_of(line)) == (1, AdaptedKey.LESS_FOR_PAIN)

    def test_less_is_no_more_than_the_last_time(self) -> None:
        rowed = replace(ROW, reps=(ROW.reps or 0) - 1)
        hurt = replace(as_asked(rowed, 20.0), pain=4)
        line = line_of(session(entry(3, (ROW.id, hurt))), ROW)
        assert line is not None
        assert (line.reps, key_of(line)) == (rowed.reps, AdaptedKey.LESS_FOR_PAIN)

    @pytest.mark.parametrize(
        ("id_", "form", "times", "key"),
        [
            pytest.param(
                "squats", "Goblet squat", 1, AdaptedKey.LESS_FOR_PAIN, id="what loads it, once"
            ),
            pytest.param("squats", "Goblet squat", 2, None, id="what loads it, twice"),
            pytest.param(
                CALF.id, CALF.form, 2, AdaptedKey.LESS_FOR_PAIN, id="what does not load it"
            ),
        ],
    )
    def test_of_a_joint_is_over_once_it_was_loaded_twice_without(
        self, id_: str, form: str, times: int, key: AdaptedKey | None
    ) -> None:
        work = Work(form=form, reps=(8, 8))
        done = [entry(7 - 3 * time, (id_, work)) for time in range(times)]
        hurt = entry(9, (CALF.id, as_asked(CALF)), pain={"knee": 4})
        assert key_of(line_of(session(hurt, *done), KNEE)) == key

    def test_without_weight_it_is_the_form_below(self) -> None:
        hurt = replace(as_asked(BARE), pain=4)
        line = line_of(session(entry(3, (BARE.id, hurt))), BARE)
        assert line is not None
        ladder = [form.name for form in CATALOGUE.by_id[BARE.id].ladder]
        assert ladder.index(line.form) < ladder.index(BARE.form)

    def test_the_form_below_is_no_more_than_when_it_hurt_itself(self) -> None:
        planned = [line for one in PLANNED.sessions for line in one.exercises]
        asks_three = next(line for line in planned if line.id == "superman-holds")
        ladder = [form.name for form in CATALOGUE.by_id[asks_three.id].ladder]
        one_set = replace(asks_three, sets=1, form=ladder[ladder.index(asks_three.form) - 1])
        hurt = entry(3, (one_set.id, replace(as_asked(one_set), pain=4)))
        adapted = week(History(sessions=(hurt,)))
        lines = [line for one in adapted.sessions if (line := line_of(one, one_set))]
        assert {(line.form, line.sets) for line in lines} == {(one_set.form, 1)}


SORE = Athlete(
    race=Race.TEN_K,
    level=Level.BEGINNER,
    kit=(Kit.BACKPACK, Kit.BAND, Kit.BENCH, Kit.STEP),
    niggles=(Niggle.ACHILLES,),
)
SORE_SEASON = plan_season(SORE, MONDAY, 10)


def sore_week(history: History, number: int, slot: int = 0) -> Week:
    """A week of who has a sore tendon, as it is known on the morning of its first session, or of
    another.
    """
    when = SORE_SEASON[number - 1]
    day = sore_week(history, number).sessions[slot].date if slot else when.starts
    return make_plan(SORE, CATALOGUE, (when,), history=history, today=day).weeks[0]


def trained(history: History, number: int, *pains: int) -> History:
    """The same after each session of that week was done as planned, with so much pain."""
    for slot, pain in enumerate(pains):
        one = sore_week(history, number, slot)
        done = replace(did(one.sessions[slot], one), pain={"achilles": pain})
        history = replace(history, sessions=(*history.sessions, done))
    return history


def calves(history: History, number: int, slot: int = 0) -> list[Prescription]:
    """The calf work of that session."""
    lines = sore_week(history, number, slot).sessions[slot].exercises
    return [line for line in lines if line.pattern is Pattern.CALF]


class TestAfterPain:
    """R70 and R71, of a tendon that hurts 6 of 10 in the second session of a block."""

    HURT = trained(History(), 1, 2, 6)
    (BEFORE,) = calves(History(), 1)
    LADDER = tuple([form.name for form in CATALOGUE.by_id[BEFORE.id].ladder])
    RESTED = trained(HURT, 2, 3, 3)
    TRIED = trained(RESTED, 3, 1, 1)

    def test_it_is_left_out_for_a_week(self) -> None:
        assert calves(self.HURT, 2) == calves(self.HURT, 2, 1) == []

    @pytest.mark.parametrize("slot", [0, 1])
    def test_sessions_without_it_say_nothing_of_it(self, slot: int) -> None:
        (line,) = calves(trained(self.RESTED, 3, *[1] * slot), 3, slot)
        assert key_of(line) is AdaptedKey.LESS_FOR_PAIN

    @pytest.mark.parametrize("slot", [0, 1])
    def test_it_comes_back_easier_and_with_no_more_than_hurt(self, slot: int) -> None:
        (line,) = calves(trained(self.RESTED, 3, *[1] * slot), 3, slot)
        assert self.LADDER.index(line.form) < self.LADDER.index(self.BEFORE.form)
        assert (line.sets, line.reps, line.rir) == (
            self.BEFORE.sets,
            self.BEFORE.reps,
            self.BEFORE.rir,
        )

    def test_tried_twice_it_is_what_it_was_when_it_hurt_and_then_a_step_more_each_time(
        self,
    ) -> None:
        history = self.TRIED
        doses = []
        for number in (4, 5, 6, 7):
            for slot in (0, 1):
                (line,) = calves(trained(history, number, *[0] * slot), number, slot)
                assert line.form == self.BEFORE.form
                if SORE_SEASON[number - 1].build:
                    doses.append((line.sets, line.reps or 0))
                else:
                    assert (line.reps or 0) <= doses[-1][1]
            history = trained(history, number, 0, 0)
        assert doses[0] == (self.BEFORE.sets, self.BEFORE.reps)
        for (sets, reps), (sets_after, reps_after) in pairwise(doses):
            assert sets_after <= sets + 1
            assert reps_after <= reps + (2 if sets_after == sets else 0)
        assert doses[-1][0] == 3

    def test_the_week_that_leaves_it_out_says_when_it_comes_back(self) -> None:
        (note,) = [one for one in sore_week(self.HURT, 2).notes if one.key is NoteKey.COMES_BACK]
        hurt = self.HURT.sessions[-1].date
        since = (hurt + timedelta(days=8)).isoformat()
        assert (note.rule, note.facts) == ("R70", {"since": since, "forms": [self.BEFORE.form]})

    @pytest.mark.parametrize(
        ("history", "number", "says"),
        [
            pytest.param(History(), 1, True, id="before it hurts"),
            pytest.param(HURT, 2, False, id="while it is left out"),
            pytest.param(RESTED, 3, False, id="while it is less"),
            pytest.param(trained(TRIED, 4, 0, 0), 6, True, id="once it has eased"),
        ],
    )
    def test_a_third_day_is_asked_for_only_of_what_does_not_hurt(
        self, history: History, number: int, *, says: bool
    ) -> None:
        keys = [note.key for note in sore_week(history, number).notes]
        assert (NoteKey.THIRD_DAY in keys) is says

    def test_nothing_says_how_to_add_to_it_while_it_is_less(self) -> None:
        (line,) = calves(self.RESTED, 3)
        assert line.next is None

    @pytest.mark.parametrize(
        ("niggles", "offers"),
        [
            pytest.param((), True, id="to who has none"),
            pytest.param((Niggle.LOW_BACK,), True, id="to who has another"),
            pytest.param((Niggle.ACHILLES,), False, id="not to who has it"),
        ],
    )
    def test_a_niggle_is_offered(self, niggles: tuple[Niggle, ...], *, offers: bool) -> None:
        hurt = replace(as_asked(CALF), pain=6)
        athlete = replace(ATHLETE, niggles=niggles)
        one = week(History(sessions=(entry(3, (CALF.id, hurt)),)), athlete=athlete)
        (note,) = [note for note in one.notes if note.key is NoteKey.LEFT_OUT]
        assert note.facts["offers"] is offers


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

    def test_they_are_back_once_the_joint_was_loaded_twice_without(self) -> None:
        hurt = entry(9, (KNEE.id, as_asked(KNEE)), pain={"knee": 4})
        fine = [entry(days, (KNEE.id, as_asked(KNEE))) for days in (6, 3)]
        hops = [session(hurt, *fine[:times]).warm_up.contacts > 0 for times in (0, 1, 2)]
        assert hops == [False, False, True]


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
        history = History(sessions=(entry(29, (LIFT.id, as_asked(LIFT, 20.0))),), away=(AWAY,))
        later = week(history, number=WEEK + 3)
        assert [line for one in later.sessions for line in one.exercises if line.adapted] == []

    def test_the_block_and_its_single_weeks_say_the_same(self) -> None:
        history = History(sessions=(entry(22, (LIFT.id, as_asked(LIFT, 20.0))),))
        whole = make_plan(ATHLETE, CATALOGUE, SEASON, history=history, weights=TWENTIES, today=DAY)
        alone = week(history, number=WEEK + 1)
        assert whole.weeks[WEEK].sessions == alone.sessions


def _and_then_done(history: History) -> History:
    """The same after the first session of the week was done."""
    done = week(history).sessions[0]
    works = {line.id: (as_asked(line),) for line in done.exercises}
    return replace(history, sessions=(*history.sessions, SessionLog(date=DAY, did=works)))


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

    def test_the_sessions_to_come_are_steps_too(self) -> None:
        ill = TimeAway(first=DAY - timedelta(days=5), last=DAY - timedelta(days=2), why=Off.ILL)
        history = History(sessions=(entry(7, (LIFT.id, as_asked(LIFT, 20.0))),), away=(ill,))
        steps = [one.load for one in week(history).sessions]
        assert steps == [Load.LOW, Load.MEDIUM]

    @pytest.mark.parametrize("why", [Off.AWAY, Off.HURT])
    def test_other_time_away_asks_for_no_steps(self, why: Off) -> None:
        off = TimeAway(first=DAY - timedelta(days=5), last=DAY - timedelta(days=2), why=why)
        history = History(sessions=(entry(7, (LIFT.id, as_asked(LIFT, 20.0))),), away=(off,))
        assert week(history).sessions[0].load is FIRST.load


def left(work: Work, reserve: int) -> Work:
    return replace(work, left=reserve)


AS_ASKED = as_asked(LIFT, 20.0)
UNDER = as_asked(LIFT, 20.0, -2)
ASKED_LEFT = LIFT.rir or 0


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

    def test_until_the_estimate_gives_the_fewest_at_the_next(self) -> None:
        weights = Weights(owned={Kit.DUMBBELL: Owned(kg=(20.0, 24.0))})
        work = replace(OVER, reps=(*OVER.reps[:-1], 14), left=4)
        line = line_of(session(*twice(LIFT, work, work), weights=weights), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (24.0, AdaptedKey.HEAVIER)

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
