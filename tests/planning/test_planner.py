"""From an athlete to a week: always a plan, never a broken must, always inside the minutes, and
every time the same.
"""

import os
import subprocess
import sys
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from msgspec.structs import replace
from strategies import (
    CATALOGUE,
    KITS,
    MONDAY,
    a_form,
    an_exercise,
    athletes_and_weeks,
    drawn,
    phase_weeks,
)

from befit_cli import __version__
from befit_cli.errors import BefitError, Cause
from befit_cli.evidence.coverage import REGIONS
from befit_cli.evidence.safety import SAFETY
from befit_cli.planning import planner
from befit_cli.planning.planner import BrokenRule, make_plan, plan_block, plan_week
from befit_cli.planning.season import plan_season
from befit_cli.rules.check import check_week
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Dose,
    Finding,
    Form,
    Group,
    Kit,
    Level,
    Next,
    Niggle,
    Note,
    NoteKey,
    Phase,
    Race,
    Range,
    ReasonKey,
    Role,
    SafetyLine,
    Scope,
    SeasonWeek,
    Step,
    Week,
    phrase,
    verbatim,
)
from befit_cli.views.sentences import note_text, progress

MINUTES = (15, 20, 30, 45, 60)
WEIGHTS = {"band", "dumbbell", "kettlebell", "barbell", "machine"}


def breaches(athlete: Athlete, week: Week, catalogue: Catalogue) -> list[Finding]:
    return [finding for finding in check_week(athlete, week, catalogue) if finding.must]


def too_long(athlete: Athlete, week: Week) -> list[Day]:
    return [session.day for session in week.sessions if session.minutes > athlete.minutes]


def as_many_sessions_as_asked(athlete: Athlete, week: Week) -> bool:
    return week.taper or len(week.sessions) == athlete.sessions


@pytest.mark.parametrize("minutes", MINUTES)
@pytest.mark.parametrize("race", Race, ids=str)
def test_every_kind_of_week_is_planned_and_kept(race: Race, minutes: int, catalogue: Catalogue):
    wrong = []
    for sessions, level, (name, kit) in product((2, 3), Level, KITS.items()):
        athlete = Athlete(race=race, sessions=sessions, level=level, kit=kit, minutes=minutes)
        # As a block: each stretch is dosed once, and not for every week of it again.
        for week in plan_block(athlete, catalogue, phase_weeks(athlete)):
            if (
                breaches(athlete, week, catalogue)
                or too_long(athlete, week)
                or not as_many_sessions_as_asked(athlete, week)
            ):
                wrong.append((sessions, level.value, name, week.number))
    assert wrong == []


@drawn
@given(drawn_week=athletes_and_weeks())
def test_anybody_with_enough_free_days_gets_a_week_that_breaks_no_must(
    drawn_week: tuple[Athlete, SeasonWeek],
):
    athlete, when = drawn_week
    week = plan_week(athlete, CATALOGUE, when)
    assert breaches(athlete, week, CATALOGUE) == []
    assert as_many_sessions_as_asked(athlete, week)


@drawn
@given(drawn_week=athletes_and_weeks())
def test_every_unmet_should_is_a_note(drawn_week: tuple[Athlete, SeasonWeek]):
    athlete, when = drawn_week
    week = plan_week(athlete, CATALOGUE, when)
    unmet = {finding.rule for finding in check_week(athlete, week, CATALOGUE) if not finding.must}
    assert unmet <= {note.rule for note in week.notes}


@drawn
@given(drawn_week=athletes_and_weeks())
def test_no_session_takes_longer_than_the_minutes_asked_for(drawn_week: tuple[Athlete, SeasonWeek]):
    athlete, when = drawn_week
    assert too_long(athlete, plan_week(athlete, CATALOGUE, when)) == []


def test_a_week_covers_the_whole_body(catalogue: Catalogue):
    athlete = Athlete()
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    trained = {
        region
        for session in week.sessions
        for exercise in session.exercises
        for region in exercise.regions
    }
    assert trained == {region for regions in REGIONS.values() for region in regions}


def test_a_focus_takes_nothing_that_the_week_must_have(catalogue: Catalogue):
    athlete = Athlete(
        sessions=3,
        level=Level.ADVANCED,
        kit=(Kit.BARBELL, Kit.BOX, Kit.DUMBBELL, Kit.KETTLEBELL, Kit.TOWEL),
        minutes=20,
        hard_runs=(Day.FRI,),
        days=(Day.TUE, Day.THU, Day.SAT),
        focus=Group.LEG,
    )
    weeks = plan_block(athlete, catalogue, plan_season(athlete, MONDAY, 12))
    assert [breach for week in weeks for breach in breaches(athlete, week, catalogue)] == []


@pytest.mark.parametrize(
    "athlete",
    [
        pytest.param(
            Athlete(
                level=Level.INTERMEDIATE,
                kit=(Kit.BENCH, Kit.BOX),
                minutes=18,
                long_run=Day.THU,
                hard_runs=(Day.WED, Day.FRI, Day.SAT),
                niggles=(
                    Niggle.ACHILLES,
                    Niggle.HAMSTRING,
                    Niggle.ITB,
                    Niggle.LOW_BACK,
                    Niggle.PLANTAR,
                    Niggle.RUNNERS_KNEE,
                ),
                without=(
                    "ankle-circles",
                    "glute-bridges",
                    "mountain-climbers",
                    "pull-ups",
                    "russian-twists",
                    "step-ups",
                ),
            ),
            id="six niggles, little time",
        ),
        pytest.param(
            Athlete(
                race=Race.FIVE_K,
                level=Level.INTERMEDIATE,
                kit=(Kit.BAND, Kit.BARBELL, Kit.BENCH, Kit.BOX, Kit.KETTLEBELL, Kit.STEP),
                minutes=20,
                long_run=Day.FRI,
                hard_runs=(),
                days=(Day.MON, Day.TUE, Day.THU, Day.SAT, Day.SUN),
                focus=Group.MARATHON,
                niggles=(Niggle.ACHILLES, Niggle.ITB, Niggle.LOW_BACK, Niggle.PLANTAR, Niggle.SHIN),
                without=("ankle-circles", "heel-raises", "pull-ups"),
            ),
            id="what coverage needs stands in the way",
        ),
    ],
)
def test_every_niggle_has_its_first_line_work(athlete: Athlete, catalogue: Catalogue):
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY, 4)[0])
    assert breaches(athlete, week, catalogue) == []


def test_a_week_tells_where_it_stands_in_its_block(catalogue: Catalogue):
    athlete = Athlete(race=Race.HALF)
    when = plan_season(athlete, MONDAY)[4]
    week = plan_week(athlete, catalogue, when)
    assert (week.number, week.of, week.starts, week.phase) == (5, 12, date(2027, 2, 1), when.phase)


def test_a_session_is_dated_by_its_day(catalogue: Catalogue):
    athlete = Athlete(days=(Day.TUE, Day.FRI))
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    assert [(session.day, session.date) for session in week.sessions] == [
        (Day.TUE, date(2027, 1, 5)),
        (Day.FRI, date(2027, 1, 8)),
    ]


@pytest.mark.parametrize(
    ("long_run", "hard", "with_run"),
    [
        (None, (), None),
        (None, (Day.TUE,), "hard"),
        (Day.TUE, (), "long"),
        (Day.TUE, (Day.TUE,), "long"),
    ],
    ids=["no run", "a hard run", "the long run", "a hard long run"],
)
def test_a_session_knows_the_run_of_its_day(
    long_run: Day | None, hard: tuple[Day, ...], with_run: str | None, catalogue: Catalogue
):
    athlete = Athlete(long_run=long_run, hard_runs=hard, days=(Day.TUE, Day.FRI))
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    assert week.sessions[0].with_run == with_run


@pytest.mark.parametrize(
    ("weeks", "build", "words"),
    [
        (1, 0, "0 build weeks before the race"),
        (2, 1, "1 build week before the race"),
        (7, 5, "5 build weeks before the race"),
    ],
    ids=["race week", "one build week", "five build weeks"],
)
def test_a_short_block_says_how_little_can_be_expected(
    weeks: int, build: int, words: str, catalogue: Catalogue
):
    athlete = Athlete(race=Race.FIVE_K)
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY, weeks)[0])
    [few] = [note for note in week.notes if note.rule == "R40"]
    assert few == Note(rule="R40", key=NoteKey.FEW_WEEKS, scope=Scope.PLAN, facts={"weeks": build})
    assert note_text(few).partition(":")[0] == words


def test_a_block_of_six_build_weeks_promises_nothing_less(catalogue: Catalogue):
    athlete = Athlete(race=Race.FIVE_K)
    season = plan_season(athlete, MONDAY, 8)
    assert season.build_weeks == 6
    assert all(note.rule != "R40" for note in plan_week(athlete, catalogue, season[0]).notes)


def test_a_week_says_first_which_load_its_days_have_no_room_for(catalogue: Catalogue):
    athlete = Athlete(kit=tuple(Kit), days=(Day.TUE, Day.WED), hard_runs=(), long_run=None)
    weeks = plan_block(athlete, catalogue, plan_season(athlete, MONDAY))
    less = [week.number for week in weeks if week.notes[0].key is NoteKey.LESS_LOAD]
    assert less == [week.number for week in weeks if not week.taper]


def test_a_week_ends_with_how_to_add_load(catalogue: Catalogue):
    weeks = plan_block(Athlete(), catalogue, plan_season(Athlete(), MONDAY))
    for week in weeks:
        key = NoteKey.KEEP_LOAD if week.taper else NoteKey.ADD_LOAD
        assert week.notes[-1] == Note(rule="R30", key=key, scope=Scope.PLAN)


def test_a_plan_has_the_weeks_asked_for_the_athlete_and_every_safety_rule(catalogue: Catalogue):
    athlete = Athlete()
    some = plan_season(athlete, MONDAY)[2:4]
    plan = make_plan(athlete, catalogue, some)
    assert plan.weeks == plan_block(athlete, catalogue, some)
    assert (plan.athlete, plan.befit) == (athlete, __version__)
    assert plan.safety == tuple([SafetyLine(rule=rule) for rule in SAFETY])


def test_work_without_weight_goes_on_where_the_stretch_before_ended(catalogue: Catalogue):
    weeks = plan_block(Athlete(), catalogue, plan_season(Athlete(), MONDAY, 12))
    thrusts = {
        week.number: each.reps
        for week in weeks
        for session in week.sessions
        for each in session.exercises
        if each.id == "hip-thrusts"
    }
    assert [thrusts[number] for number in (1, 3, 5, 7)] == [12, 14, 13, 15]


@pytest.mark.parametrize(
    ("race", "key"),
    [
        (Race.TEN_K, ReasonKey.AFTER_LONG_RUN_HEAVY),
        (Race.HALF, ReasonKey.AFTER_LONG_RUN),
    ],
    ids=str,
)
def test_the_day_after_the_long_run_is_told_by_the_load_it_has(
    race: Race, key: ReasonKey, catalogue: Catalogue
):
    athlete = Athlete(race=race, kit=tuple(Kit), days=(Day.MON, Day.THU))
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    assert (week.sessions[0].day, week.sessions[0].reasons[0].key) == (Day.MON, key)


def test_work_with_weight_grows_by_weight_and_work_without_by_the_ladder(catalogue: Catalogue):
    athlete = Athlete(kit=KITS["gym"])
    season = plan_season(athlete, MONDAY, 20)
    week = plan_week(
        athlete, catalogue, next(when for when in season if when.phase is Phase.STRENGTH)
    )
    repeated = [each for session in week.sessions for each in session.exercises if each.reps]
    by_weight = {
        bool(WEIGHTS & set(exercise.kit)): exercise.next.step is Step.WEIGHT
        for exercise in repeated
    }
    assert by_weight == {True: True, False: False}


HOLD = {"seconds_per_rep": None, "dose": Dose(sets=Range(2, 2), hold=Range(20, 40), rest=30)}
TWICE = "At 12 in the last set, twice in a row"


@pytest.mark.parametrize(
    ("ladder", "kit", "following", "words"),
    [
        pytest.param(
            [a_form("Squat"), a_form("Slow squat")],
            (),
            Next(step=Step.FORM, to=12, form="Slow squat"),
            f"{TWICE}: Slow squat.",
            id="up the ladder",
        ),
        pytest.param(
            [a_form("Squat")],
            (),
            Next(step=Step.REPS, to=12),
            f"{TWICE}: one repetition more.",
            id="at its end",
        ),
        pytest.param(
            [a_form("Squat", kit=((Kit.DUMBBELL,),))],
            (Kit.DUMBBELL,),
            Next(step=Step.WEIGHT, to=12),
            f"{TWICE}: 2-10 % more.",
            id="with weight",
        ),
        pytest.param(
            [a_form("Squat", kit=((Kit.BAND,),))],
            (Kit.BAND,),
            Next(step=Step.WEIGHT, to=12),
            f"{TWICE}: a stronger band.",
            id="with a band",
        ),
        pytest.param(
            [a_form("Squat", **HOLD), a_form("Wall sit")],
            (),
            Next(step=Step.FORM, to=40, form="Wall sit"),
            "At 40 s with ease: Wall sit.",
            id="a hold, up the ladder",
        ),
        pytest.param(
            [a_form("Wall sit", **HOLD)],
            (),
            Next(step=Step.HOLD, to=25),
            "With ease: 5 s longer.",
            id="a hold, at its end",
        ),
    ],
)
def test_how_an_exercise_goes_on_when_it_has_become_easy(
    ladder: list[Form], kit: tuple[Kit, ...], following: Next, words: str
):
    athlete = Athlete(kit=kit)
    catalogue = Catalogue((an_exercise(*ladder, role=Role.ACCESSORY),))
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    planned = [each for session in week.sessions for each in session.exercises]
    assert [each.next for each in planned] == [following] * len(week.sessions)
    assert {progress(each) for each in planned} == {words}


def test_what_a_plan_says_of_an_exercise_is_what_the_catalogue_says(catalogue: Catalogue):
    athlete = Athlete(kit=tuple(Kit), sessions=3, minutes=60)
    for session in plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0]).sessions:
        for each in session.exercises:
            exercise = catalogue.by_id[each.id]
            assert (each.name, each.group, each.role) == (
                exercise.name,
                exercise.group,
                exercise.role,
            )
            form = next(form for form in exercise.ladder if form.name == each.form)
            same = (
                "pattern",
                "family",
                "load",
                "level",
                "per_side",
                "seconds_per_rep",
                "contacts",
                "muscles",
            )
            assert [getattr(each, field) for field in same] == [
                getattr(form, field) for field in same
            ]
            assert each.cue == form.cues[0]
            assert each.kit == form.kit_used(athlete.kit)
            assert each.regions == REGIONS[form.pattern]


def heavier(athlete: Athlete, catalogue: Catalogue) -> dict[int, Note]:
    """By week, what a 21-week marathon block says about starting heavier."""
    weeks = plan_block(athlete, catalogue, plan_season(athlete, MONDAY, 21))
    return {
        week.number: note for week in weeks for note in week.notes if note.key is NoteKey.HEAVIER
    }


def test_a_stretch_starts_heavier_with_what_the_one_before_had(catalogue: Catalogue):
    marathon = Athlete(
        race=Race.MARATHON, level=Level.INTERMEDIATE, kit=(Kit.BENCH, Kit.DUMBBELL, Kit.STEP)
    )
    told = heavier(marathon, catalogue)
    assert {week: note.facts["week"] for week, note in told.items()} == {5: 3, 9: 7, 13: 11, 17: 15}
    assert {note.rule for note in told.values()} == {"R30"}
    assert told[9].facts["forms"][0] == "Goblet squat"
    assert note_text(told[9]).startswith("Start 2-10 % heavier than in week 7: Goblet squat, ")


def test_a_stretch_that_grows_faster_than_usual_says_so_in_its_first_week(catalogue: Catalogue):
    niggles = (Niggle.PLANTAR, Niggle.RUNNERS_KNEE)
    athlete = Athlete(sessions=3, kit=tuple(Kit), minutes=25, hard_runs=(Day.SAT,), niggles=niggles)
    weeks = plan_block(athlete, catalogue, plan_season(athlete, MONDAY, 17))
    grown = {week.number: note for week in weeks for note in week.notes if note.rule == "R33"}
    assert list(grown) == [6]
    assert grown[6].key is NoteKey.UNMET
    assert grown[6].facts == {
        "breaches": [
            {
                "where": phrase(""),
                "found": phrase("{now} hard leg sets after {before}", now=7, before=4),
            }
        ],
        "allowed": phrase("at most {most}", most=6),
    }
    assert note_text(grown[6]).endswith("(7 hard leg sets after 4; the rule asks at most 6.)")


def test_what_a_niggle_asks_to_mind_starts_no_heavier(catalogue: Catalogue):
    sore = Athlete(
        race=Race.MARATHON,
        level=Level.INTERMEDIATE,
        kit=(Kit.BENCH, Kit.DUMBBELL, Kit.STEP),
        niggles=(Niggle.LOW_BACK,),
    )
    weeks = plan_block(sore, catalogue, plan_season(sore, MONDAY, 21))
    minded = {
        each.form
        for week in weeks
        for session in week.sessions
        for each in session.exercises
        if each.niggle_note
    }
    assert minded
    for note in heavier(sore, catalogue).values():
        assert minded.isdisjoint(note.facts["forms"])


def test_without_weight_nothing_starts_heavier(catalogue: Catalogue):
    assert heavier(Athlete(race=Race.MARATHON, kit=(Kit.BAND,)), catalogue) == {}


def test_a_block_has_every_week_of_its_season(catalogue: Catalogue):
    athlete = Athlete(race=Race.FIVE_K)
    weeks = plan_block(athlete, catalogue, plan_season(athlete, MONDAY))
    assert [week.number for week in weeks] == list(range(1, 9))


def test_bone_pain_gets_no_plan_but_a_clinician(catalogue: Catalogue):
    athlete = Athlete(niggles=(Niggle.BONE_STRESS,))
    with pytest.raises(BefitError, match="Pain on a bone needs a clinician before any plan"):
        plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])


def test_a_week_with_nothing_left_to_do_is_refused_in_a_sentence(catalogue: Catalogue):
    athlete = Athlete(
        without=tuple(exercise.id for exercise in catalogue.exercises), days=(Day.TUE, Day.FRI)
    )
    with pytest.raises(BefitError, match=r"^Nothing is left to do on Tuesday: ") as refused:
        plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    assert refused.value.cause is Cause.NOTHING_LEFT


def test_a_broken_must_raises_and_says_what_where_and_how_much(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
):
    broken = Finding(
        rule="R45",
        must=True,
        where=verbatim("Friday"),
        found=verbatim("31 min"),
        allowed=verbatim("at most 30"),
        text="",
    )
    monkeypatch.setattr(planner, "check_week", lambda *_: (broken,))
    athlete = Athlete()
    with pytest.raises(BrokenRule, match=r"^R45 Friday: 31 min, allowed at most 30$"):
        plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])


def test_what_was_found_of_one_should_is_one_note(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
):
    few = Finding(
        rule="R04",
        must=False,
        where=verbatim("calves"),
        found=verbatim("3 sets"),
        allowed=verbatim("4-12"),
        text="Uneven.",
    )
    monkeypatch.setattr(
        planner, "check_week", lambda *_: (few, replace(few, where=verbatim("glutes")))
    )
    athlete = Athlete()
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    [note] = [note for note in week.notes if note.rule == "R04"]
    assert (note.key, note.scope) == (NoteKey.UNMET, Scope.WEEK)
    assert note.facts == {
        "breaches": [
            {"where": verbatim("calves"), "found": verbatim("3 sets")},
            {"where": verbatim("glutes"), "found": verbatim("3 sets")},
        ],
        "allowed": verbatim("4-12"),
    }
    assert note_text(note).endswith(" (calves 3 sets, glutes 3 sets; the rule asks 4-12.)")


SAME = """
import msgspec
from datetime import date
from befit_cli import load_catalogue, plan_block, plan_season
from befit_cli.values import Athlete, Group, Kit, Level, Niggle, Race
for athlete in (
    Athlete(),
    Athlete(race=Race.HALF, sessions=3, level=Level.ADVANCED, kit=tuple(sorted(Kit)), minutes=60, focus=Group.HIP),
    Athlete(niggles=(Niggle.ITB, Niggle.SHIN), without=("planks", "squats"), kit=(), minutes=15),
):
    print(msgspec.json.encode(plan_block(athlete, load_catalogue(), plan_season(athlete, date(2027, 1, 4)))).decode())
"""


def test_the_same_question_gets_the_same_bytes_in_every_process():
    answers = [
        subprocess.run(
            [sys.executable, "-c", SAME],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert answers[0] == answers[1]


def test_the_order_of_what_is_said_does_not_change_the_week(catalogue: Catalogue):
    one = Athlete(niggles=(Niggle.ITB, Niggle.SHIN), without=("planks", "squats"))
    other = replace(one, niggles=one.niggles[::-1], without=one.without[::-1])
    when = plan_season(one, MONDAY)[0]
    forms = [
        [
            [exercise.form for exercise in session.exercises]
            for session in plan_week(athlete, catalogue, when).sessions
        ]
        for athlete in (one, other)
    ]
    assert forms[0] == forms[1]


def test_kit_used_is_kit_owned(catalogue: Catalogue):
    athlete = Athlete(kit=(Kit.DUMBBELL,))
    week = plan_week(athlete, catalogue, plan_season(athlete, MONDAY)[0])
    assert {
        thing
        for session in week.sessions
        for exercise in session.exercises
        for thing in exercise.kit
    } == {Kit.DUMBBELL}
