"""What hurts is left out, done with less, and comes back step by step (R70 and R71)."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from logged_week import (
    ATHLETE,
    BARE,
    CALF,
    DAY,
    KNEE,
    LIFT,
    LONGER,
    PLANNED,
    ROW,
    SEASON,
    WEEK,
    entry,
    key_of,
    line_of,
    session,
    twice,
    week,
)
from msgspec.structs import replace
from strategies import CATALOGUE, MONDAY
from training_logs import as_asked, did

from befit_cli.planning.planner import make_plan
from befit_cli.planning.season import plan_season
from befit_cli.values import (
    AdaptedKey,
    Athlete,
    History,
    Kit,
    Level,
    Niggle,
    NoteKey,
    Pattern,
    Prescription,
    Race,
    SessionLog,
    Week,
    Work,
)

AT_A_WALL, HANDS_RAISED, KNEELING = "Wall push-up", "Push-up, hands raised", "Kneeling push-up"
PUSH_UP = BARE.form
"""On the floor, above the forms that do the same job."""


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
        facts = {"forms": [LIFT.form], "offers": True, "often": False}
        assert (note.rule, note.facts) == ("R70", facts)

    @pytest.mark.parametrize(
        ("before", "often"),
        [
            pytest.param((3, 12, 21), True, id="the third time"),
            pytest.param((3, 12), False, id="the second"),
        ],
    )
    def test_what_is_left_out_again_and_again_is_said_to_be(
        self, before: tuple[int, ...], *, often: bool
    ) -> None:
        hurt = (LIFT.id, replace(as_asked(LIFT, 20.0), pain=6))
        history = History(sessions=tuple([entry(days, hurt) for days in sorted(before)[::-1]]))
        (note,) = [note for note in week(history).notes if note.key is NoteKey.LEFT_OUT]
        assert note.facts["often"] is often

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

    def test_what_was_done_with_less_since_it_hurt_keeps_its_weight(self) -> None:
        hurt = replace(as_asked(LIFT, 20.0), pain=4)
        less = replace(as_asked(LIFT, 16.0), pain=3)
        line = line_of(session(*twice(LIFT, hurt, less)), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (16.0, AdaptedKey.LESS_FOR_PAIN)

    def test_what_hurts_with_less_is_less_again(self) -> None:
        works = [replace(as_asked(LIFT, kg), pain=4) for kg in (20.0, 18.0)]
        line = line_of(session(*twice(LIFT, *works)), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (16.0, AdaptedKey.LESS_FOR_PAIN)

    def test_once_it_has_eased_the_weight_is_that_of_before(self) -> None:
        usual, hurt = (replace(as_asked(LIFT, 20.0), pain=pain) for pain in (0, 4))
        less = [replace(as_asked(LIFT, 18.0), pain=pain) for pain in (3, 0)]
        line = line_of(session(*twice(LIFT, usual, hurt, *less)), LIFT)
        assert line is not None
        assert (line.kg, key_of(line)) == (20.0, None)

    @pytest.mark.parametrize("reps", [3, 12])
    def test_heavy_work_comes_back_with_its_weight_of_then_and_what_its_phase_asks(
        self, reps: int
    ) -> None:
        """Though so few are less than it asks, and so many would let it ask for more weight."""
        asked = replace(LIFT, reps=reps)
        hurt = replace(as_asked(asked, 20.0, max(0, 5 - reps)), pain=4)
        other = Work(form="Romanian deadlift", reps=(8, 8), kg=(22.0,), pain=0)
        line = line_of(session(*twice(LIFT, hurt, other, other)), LIFT)
        assert line is not None
        assert (line.sets, line.reps, line.kg) == (LIFT.sets, LIFT.reps, 20.0)

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

    @pytest.mark.parametrize(
        ("felt", "form"),
        [
            pytest.param({PUSH_UP: 4}, KNEELING, id="once"),
            pytest.param({PUSH_UP: 4, KNEELING: 5}, HANDS_RAISED, id="again a form down"),
            pytest.param({PUSH_UP: 4, KNEELING: 3}, KNEELING, id="not after 3"),
            pytest.param({PUSH_UP: 4, KNEELING: 4, AT_A_WALL: 4}, AT_A_WALL, id="the easiest"),
            pytest.param({HANDS_RAISED: 4}, AT_A_WALL, id="below what the plan has gone on from"),
            pytest.param({AT_A_WALL: 4}, AT_A_WALL, id="the easiest, from which it has gone on"),
        ],
    )
    def test_each_time_that_it_hurts_it_is_a_form_further_down(
        self, felt: dict[str, int], form: str
    ) -> None:
        works = [replace(as_asked(BARE), form=form, pain=pain) for form, pain in felt.items()]
        line = line_of(session(*twice(BARE, *works)), BARE)
        assert line is not None
        assert (line.form, key_of(line)) == (form, AdaptedKey.LESS_FOR_PAIN)

    @pytest.mark.parametrize(
        ("hurt", "below"),
        [
            pytest.param("Superman hold", "Opposite arm and leg lift, face down", id="a form down"),
            pytest.param(
                "Bird dog",
                "Bird dog",
                id="of the easiest",
            ),
        ],
    )
    def test_an_easier_form_has_no_more_sets_than_hurt(self, hurt: str, below: str) -> None:
        planned = [line for one in PLANNED.sessions for line in one.exercises]
        asks_three = next(line for line in planned if line.id == "superman-holds")
        one_set = replace(asks_three, sets=1, form=hurt)
        done = entry(3, (one_set.id, replace(as_asked(one_set), pain=4)))
        adapted = week(History(sessions=(done,)))
        lines = [line for one in adapted.sessions if (line := line_of(one, one_set))]
        assert {(line.form, line.sets) for line in lines} == {(below, 1)}

    def test_a_form_on_the_way_up_that_is_new_says_why(self) -> None:
        hurt = replace(as_asked(BARE), pain=4)
        eased = replace(as_asked(BARE), form=AT_A_WALL, pain=1)
        line = line_of(session(*twice(BARE, hurt, eased, eased)), BARE)
        assert line is not None
        assert (line.form, key_of(line)) == (HANDS_RAISED, AdaptedKey.ON_AFTER_PAIN)

    @pytest.mark.parametrize(
        ("fine", "form"),
        [
            pytest.param([HANDS_RAISED] * 2, KNEELING, id="after two times further down"),
            pytest.param([HANDS_RAISED] * 2 + [KNEELING], PUSH_UP, id="and then one more"),
            pytest.param([KNEELING] * 2, PUSH_UP, id="from the form below at once"),
        ],
    )
    def test_once_it_has_eased_it_is_a_form_up_each_time_as_it_was_then(
        self, fine: list[str], form: str
    ) -> None:
        nine = as_asked(replace(BARE, reps=9))
        hurt = [replace(nine, form=form, pain=4) for form in (PUSH_UP, KNEELING)]
        eased = [replace(nine, form=form, pain=1) for form in fine]
        line = line_of(session(*twice(BARE, *hurt, *eased)), BARE)
        assert line is not None
        assert (line.form, line.reps, key_of(line)) == (form, 9, AdaptedKey.ON_AFTER_PAIN)


HOLD = next(line for line in week(History(), athlete=LONGER).sessions[0].exercises if line.hold_s)


@pytest.mark.parametrize(
    ("pains", "hold_s"),
    [
        pytest.param([4, 3, 0], 15, id="by a step at first"),
        pytest.param([4, 3, 0, 0], 20, id="and then by two"),
    ],
)
def test_a_hold_goes_on_after_pain(pains: list[int], hold_s: int) -> None:
    short = as_asked(replace(HOLD, hold_s=10))
    held = twice(HOLD, *[replace(short, pain=pain) for pain in pains])
    line = line_of(week(History(sessions=tuple(held)), athlete=LONGER).sessions[0], HOLD)
    assert line is not None
    assert (line.form, line.hold_s) == (HOLD.form, hold_s)


@pytest.mark.parametrize(("reps", "comes_back_with"), [(9, 9), (7, 8)])
def test_a_new_form_comes_after_the_one_below_that_hurt_was_done_once_as_then(
    reps: int, comes_back_with: int
) -> None:
    """But with no fewer repetitions than a form begins with."""
    ladder = [form.name for form in CATALOGUE.by_id[BARE.id].ladder]
    easy, below = ladder[ladder.index(BARE.form) - 2 :][:2]
    hurt = replace(as_asked(replace(BARE, form=below, reps=reps)), pain=4)
    eased = replace(as_asked(replace(BARE, form=easy)), pain=0)
    line = line_of(session(*twice(BARE, hurt, eased, eased)), BARE)
    assert line is not None
    assert (line.form, line.reps, key_of(line)) == (
        below,
        comes_back_with,
        AdaptedKey.ON_AFTER_PAIN,
    )


class TestSore:
    """R63, of calf work that hurts each time for weeks."""

    HISTORY = History(
        sessions=tuple(
            [entry(days, (CALF.id, replace(as_asked(CALF), pain=4))) for days in (24, 17, 10, 3)]
        )
    )

    @pytest.mark.parametrize(
        ("after", "told"),
        [
            pytest.param(0, [WEEK], id="the week that has sessions left"),
            pytest.param(4, [WEEK + 1], id="the next where all of them are over"),
        ],
    )
    def test_the_first_week_to_come_says_it_once(self, after: int, told: list[int]) -> None:
        today = DAY + timedelta(days=after)
        plan = make_plan(ATHLETE, CATALOGUE, SEASON, history=self.HISTORY, today=today)
        keys = {one.number: [note.key for note in one.notes] for one in plan.weeks}
        assert [number for number in keys if NoteKey.SORE in keys[number]] == told

    def test_a_session_that_is_done_is_none_to_come(self) -> None:
        last = PLANNED.sessions[-1]
        done = SessionLog(date=last.date, did={ROW.id: (as_asked(ROW),)})
        history = replace(self.HISTORY, sessions=(*self.HISTORY.sessions, done))
        keys = [note.key for note in week(history, today=last.date).notes]
        assert NoteKey.SORE not in keys

    @pytest.mark.parametrize(
        ("niggles", "offers"),
        [
            pytest.param((), True, id="to who has none"),
            pytest.param((Niggle.LOW_BACK,), True, id="to who has another"),
            pytest.param((Niggle.ACHILLES,), False, id="not to who has it"),
        ],
    )
    def test_it_names_the_exercise_and_offers_a_niggle(
        self, niggles: tuple[Niggle, ...], *, offers: bool
    ) -> None:
        one = week(self.HISTORY, athlete=replace(ATHLETE, niggles=niggles))
        notes = [(note.rule, note.facts) for note in one.notes if note.key is NoteKey.SORE]
        name = CATALOGUE.by_id[CALF.id].name
        assert notes == [("R63", {"exercises": [name], "offers": offers})]

    @pytest.mark.parametrize(
        ("joint", "days", "niggles", "told"),
        [
            pytest.param("knee", (24, 17, 10, 3), (), True, id="for three weeks"),
            pytest.param("knee", (24, 17, 10, 3), (Niggle.ITB,), False, id="to who has its niggle"),
            pytest.param("knee", (17, 10, 3), (), None, id="for less long"),
            pytest.param("elbow", (24, 17, 10, 3), (), None, id="what befit knows nothing of"),
        ],
    )
    def test_a_joint_that_hurts_for_weeks_counts_too(
        self, joint: str, days: tuple[int, ...], niggles: tuple[Niggle, ...], *, told: bool | None
    ) -> None:
        entries = [entry(ago, (KNEE.id, as_asked(KNEE)), pain={joint: 4}) for ago in days]
        one = week(History(sessions=tuple(entries)), athlete=replace(ATHLETE, niggles=niggles))
        notes = [note.facts for note in one.notes if note.key is NoteKey.SORE]
        expected = {"exercises": [], "joints": [joint], "offers": told}
        assert notes == ([] if told is None else [expected])

    def test_a_joint_that_was_fine_once_is_not_told(self) -> None:
        pains = [(24, 4), (17, 4), (10, 3), (3, 4)]
        entries = [
            entry(ago, (KNEE.id, as_asked(KNEE)), pain={"knee": pain}) for ago, pain in pains
        ]
        assert NoteKey.SORE not in [
            note.key for note in week(History(sessions=tuple(entries))).notes
        ]

    def test_what_hurts_for_less_long_is_not_told(self) -> None:
        history = History(sessions=self.HISTORY.sessions[1:])
        assert NoteKey.SORE not in [note.key for note in week(history).notes]


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
