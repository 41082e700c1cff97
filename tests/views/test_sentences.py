"""What the keys and numbers of a plan say: every sentence of befit's, and a person's own words
instead of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest
from msgspec.structs import replace
from own_words import own_next, own_note, own_reasons, own_warm_up
from sample_plan import SIDE_PLANK, SQUAT, sample_plan

from befit_cli.evidence.safety import NOT_TESTED, SAFETY
from befit_cli.planning.reasons import Purpose
from befit_cli.rules import RULE_BY_ID
from befit_cli.saved.phrases import NAMED, NAMED_AS_IT_IS, NOTES, PROGRESS, REASONS, WARM_UP
from befit_cli.saved.reading import scope_of
from befit_cli.values import (
    Day,
    Facts,
    Kit,
    Load,
    Next,
    Niggle,
    NiggleChanges,
    Note,
    NoteKey,
    Prescription,
    Reason,
    ReasonKey,
    Run,
    SafetyLine,
    Step,
    WarmUp,
    WarmUpKey,
    WarmUpStep,
)
from befit_cli.views import sentences

PLAN = sample_plan()
SESSION = PLAN.weeks[0].sessions[0]


WHY: dict[ReasonKey, tuple[Facts, str]] = {
    ReasonKey.HARD_RUN_DAY: (
        {"day": Day.WED},
        "Wednesday, after your hard run: hard days stay hard, easy days easy.",
    ),
    ReasonKey.RUN_FIRST: (
        {"hours": 3, "better": 6},
        "Run first, then wait at least 3 hours, better 6.",
    ),
    ReasonKey.LONG_RUN_DAY: (
        {"day": Day.SUN},
        "Sunday, your long run: light work only, at any time after it.",
    ),
    ReasonKey.AFTER_LONG_RUN: (
        {"day": Day.MON},
        "Monday, the day after your long run: the legs are still recovering, so nothing heavy.",
    ),
    ReasonKey.AFTER_LONG_RUN_HEAVY: (
        {"day": Day.MON},
        "Monday, the day after your long run: lift less if the legs are still heavy.",
    ),
    ReasonKey.FREE_DAY: ({"day": Day.FRI}, "Friday, a day without a hard run."),
    ReasonKey.RACE_AHEAD: ({"days": 5}, "The race is 5 days away."),
    ReasonKey.RUN_TOMORROW: ({"run": Run.LONG}, "Your long run is tomorrow."),
    ReasonKey.RUN_AHEAD: ({"run": Run.HARD, "days": 2}, "Your next hard run is 2 days away."),
    ReasonKey.LESS_ROOM: ({}, "Not as usual: this week leaves it less room."),
    ReasonKey.FIRST_BACK: ({}, "Not as usual: light, for you have just come back."),
}


NAMED_WHY: dict[ReasonKey, tuple[Facts, str]] = {
    ReasonKey.HARD_RUN_DAY: (
        {"day": Day.TUE, "title": "5 x 1 km"},
        "Tuesday, after your 5 x 1 km: hard days stay hard, easy days easy.",
    ),
    ReasonKey.LONG_RUN_DAY: (
        {"day": Day.SUN, "title": "Long run 18 km"},
        "Sunday, your Long run 18 km: light work only, at any time after it.",
    ),
    ReasonKey.AFTER_LONG_RUN: (
        {"day": Day.MON, "title": "Long run 18 km"},
        "Monday, the day after your Long run 18 km: the legs are still recovering, so nothing "
        "heavy.",
    ),
    ReasonKey.AFTER_LONG_RUN_HEAVY: (
        {"day": Day.MON, "title": "Long run 18 km"},
        "Monday, the day after your Long run 18 km: lift less if the legs are still heavy.",
    ),
    ReasonKey.RUN_TOMORROW: (
        {"run": Run.HARD, "title": "5 x 1 km"},
        "Your hard run, 5 x 1 km, is tomorrow.",
    ),
    ReasonKey.RUN_AHEAD: (
        {"run": Run.LONG, "days": 2, "title": "18 km, hilly"},
        "Your next long run, 18 km, hilly, is 2 days away.",
    ),
}
AS_IT_IS_WHY: dict[ReasonKey, tuple[Facts, str]] = {
    ReasonKey.RUN_TOMORROW: (
        {"run": Run.LONG, "title": "Long run 18 km"},
        "Your Long run 18 km is tomorrow.",
    ),
    ReasonKey.RUN_AHEAD: (
        {"run": Run.HARD, "days": 2, "title": "Second hard run"},
        "Your Second hard run is 2 days away.",
    ),
}


def why(*reasons: Reason) -> str:
    return sentences.why(replace(SESSION, reasons=reasons))


@pytest.mark.parametrize("key", REASONS)
def test_a_reason_says_its_facts(key: ReasonKey) -> None:
    facts, sentence = WHY[key]
    assert why(Reason(key, facts)) == sentence


@pytest.mark.parametrize("key", NAMED)
def test_a_reason_names_the_run_as_the_running_plan_does(key: ReasonKey) -> None:
    facts, sentence = NAMED_WHY[key]
    assert why(Reason(key, facts)) == sentence


@pytest.mark.parametrize("key", NAMED_AS_IT_IS)
def test_a_title_that_says_what_run_it_is_is_enough(key: ReasonKey) -> None:
    facts, sentence = AS_IT_IS_WHY[key]
    assert why(Reason(key, facts)) == sentence


@pytest.mark.parametrize(
    ("run", "title"),
    [
        pytest.param(Run.HARD, "The hard part of the long run", id="another"),
        pytest.param(Run.LONG, "Long run as a hard run", id="two"),
        pytest.param(Run.LONG, "LR 18 km", id="none"),
    ],
)
def test_where_the_title_says_another_kind_of_run_or_none_befit_says_it(
    run: Run, title: str
) -> None:
    tomorrow = Reason(ReasonKey.RUN_TOMORROW, {"run": run, "title": title})
    assert why(tomorrow) == f"Your {run} run, {title}, is tomorrow."


def test_reasons_stand_in_their_order_and_none_says_nothing() -> None:
    hard, first, ahead = ReasonKey.HARD_RUN_DAY, ReasonKey.RUN_FIRST, ReasonKey.RUN_AHEAD
    assert why(*(Reason(key, WHY[key][0]) for key in (hard, first, ahead))) == (
        "Wednesday, after your hard run: hard days stay hard, easy days easy. Run first, then "
        "wait at least 3 hours, better 6. Your next hard run is 2 days away."
    )
    assert why() == ""


@pytest.mark.parametrize(
    "reason",
    [
        pytest.param(*own_reasons("Because I like Mondays."), id="of their own"),
        pytest.param(
            Reason(ReasonKey.RUN_FIRST, {"hours": 8, "text": "Because I like Mondays."}),
            id="with a fact beside them",
        ),
    ],
)
def test_a_persons_own_words_stand_instead_of_a_reason(reason: Reason) -> None:
    friday = Reason(ReasonKey.FREE_DAY, {"day": Day.FRI})
    assert why(reason, friday) == "Because I like Mondays. Friday, a day without a hard run."


WARM_UP_STEPS: dict[WarmUpKey, tuple[Facts, str]] = {
    WarmUpKey.WALK_ON_THE_SPOT: (
        {"minutes": 2},
        "2 min brisk walking on the spot, arms swinging",
    ),
    WarmUpKey.WALK_OR_JOG: ({"minutes": 3}, "3 min brisk walking or easy jogging"),
    WarmUpKey.JOG_OR_SKIP: ({"minutes": 3}, "3 min easy jogging or skipping"),
    WarmUpKey.BRIDGES_AND_SIDE_STEPS: ({"reps": 10}, "10 bridges and 10 side steps each way"),
    WarmUpKey.SIDE_STEPS: ({"reps": 10}, "10 side steps each way"),
    WarmUpKey.ROCKS: ({"reps": 5}, "5 knee-to-wall rocks each side"),
    WarmUpKey.ROCKS_AND_SWINGS: (
        {"reps": 8},
        "8 knee-to-wall rocks and 8 leg swings each side",
    ),
    WarmUpKey.ROCKS_SWINGS_AND_LUNGES: (
        {"reps": 8, "lunges": 5},
        "8 knee-to-wall rocks, 8 leg swings and 5 lunges with a turn each side",
    ),
    WarmUpKey.LIGHTER_SET: ({}, "one lighter set of the first exercise, with half the weight"),
    WarmUpKey.LIGHTER_SETS: (
        {},
        "two lighter sets of the first exercise: half the weight, then three quarters",
    ),
    WarmUpKey.SLACK_BAND_SET: (
        {},
        "one easier set of the first exercise, with the band slack",
    ),
    WarmUpKey.SLACK_BAND_SETS: (
        {},
        "two easier sets of the first exercise: with the band slack, then tighter",
    ),
    WarmUpKey.UNLOADED_SET: ({}, "one easier set of the first exercise, without the weight"),
    WarmUpKey.UNLOADED_SETS: (
        {},
        "two easier sets of the first exercise: without the weight, then half as many repetitions "
        "with it",
    ),
    WarmUpKey.EASIER_FORM: (
        {"form": "Half squat"},
        "one set of an easier form of the first exercise: Half squat",
    ),
    WarmUpKey.EASY_SET: ({}, "one easy set of the first exercise"),
    WarmUpKey.HOPS: (
        {"sets": 2, "reps": 10},
        "2 × 10 low hops on both feet (before your first ones, ten painless heel raises on each "
        "leg; none after a bone stress injury)",
    ),
}


@pytest.mark.parametrize("key", WARM_UP)
def test_a_part_of_a_warm_up_says_its_facts(key: WarmUpKey) -> None:
    facts, sentence = WARM_UP_STEPS[key]
    warm_up = WarmUp(minutes=5, steps=(WarmUpStep(key, facts),))
    assert sentences.warm_up_steps(replace(SESSION, warm_up=warm_up)) == [sentence]


def test_a_persons_own_words_stand_instead_of_a_part_of_a_warm_up() -> None:
    stretch = WarmUpStep(WarmUpKey.OWN, {"text": "stretch the calf 45 s", "seconds": 45})
    own = own_warm_up("march", "8 slow squats")
    session = replace(SESSION, warm_up=replace(own, steps=(*own.steps, stretch)))
    assert sentences.warm_up_steps(session) == ["march", "8 slow squats", "stretch the calf 45 s"]


BAND_SQUAT = replace(SQUAT, kit=(Kit.BAND,))
PROGRESS_OF = {
    "hold": (SIDE_PLANK, Next(step=Step.HOLD, to=25), "With ease: 5 s longer."),
    "form after a hold": (
        SIDE_PLANK,
        Next(step=Step.FORM, to=30, form="Side plank, leg raised"),
        "At 30 s with ease: Side plank, leg raised.",
    ),
    "band": (
        BAND_SQUAT,
        Next(step=Step.WEIGHT, to=12),
        "At 12 in the last set, twice in a row: a stronger band.",
    ),
    "backpack": (
        replace(SQUAT, kit=(Kit.BACKPACK,)),
        Next(step=Step.WEIGHT, to=12),
        "At 12 in the last set, twice in a row: a book or a bottle more in the backpack.",
    ),
    "weight": (
        replace(SQUAT, kit=(Kit.DUMBBELL,)),
        Next(step=Step.WEIGHT, to=12),
        "At 12 in the last set, twice in a row: the smallest step that you own, 2-10 %.",
    ),
    "sets": (
        SQUAT,
        Next(step=Step.SETS, to=15),
        "At 15 in the last set, twice in a row: one set more.",
    ),
    "sets after a hold": (
        SIDE_PLANK,
        Next(step=Step.SETS, to=60),
        "At 60 s with ease: one set more.",
    ),
    "reps": (
        SQUAT,
        Next(step=Step.REPS, to=12),
        "At 12 in the last set, twice in a row: one repetition more.",
    ),
    "form": (
        SQUAT,
        Next(step=Step.FORM, to=12, form="Goblet squat"),
        "At 12 in the last set, twice in a row: Goblet squat.",
    ),
}


@pytest.mark.parametrize("sentence", PROGRESS)
def test_an_exercise_says_how_it_goes_on(sentence: str) -> None:
    exercise, step, progress = PROGRESS_OF[sentence]
    assert sentences.progress(replace(exercise, next=step)) == progress


@pytest.mark.parametrize(
    ("exercise", "step", "progress"),
    [
        pytest.param(
            BAND_SQUAT,
            Next(step=Step.REPS, to=12),
            "At 12 in the last set, twice in a row: one repetition more.",
            id="a band that is not to grow",
        ),
        pytest.param(SQUAT, own_next("Ask the coach."), "Ask the coach.", id="own words"),
        pytest.param(SIDE_PLANK, own_next("Ask the coach."), "Ask the coach.", id="of a hold too"),
        pytest.param(SQUAT, Next(step=None), "", id="own words that are none"),
        pytest.param(SQUAT, None, "", id="nothing"),
    ],
)
def test_an_exercise_goes_on_otherwise(
    exercise: Prescription, step: Next | None, progress: str
) -> None:
    assert sentences.progress(replace(exercise, next=step)) == progress


def a_note(key: NoteKey, facts: Facts, rule: str = "R30") -> Note:
    return Note(rule=rule, key=key, scope=scope_of(key), facts=facts)


LOADS = [[Day.MON, Load.MEDIUM], [Day.WED, Load.LOW]]
NOTE_TEXTS: dict[NoteKey, tuple[Facts, str]] = {
    NoteKey.EFFORT: (
        {"weights": True},
        "Effort says how many good repetitions to leave: never go closer than that, and leave more "
        "on bodyweight work at first. A first weight is one with which you could do four "
        "repetitions more than asked; light work, with 4 or more left, takes three quarters of the "
        "usual weight. Stiffness for a day or two after something new is normal, and pain is not.",
    ),
    NoteKey.RAMP: (
        {"ramp": 2},
        "Two easy weeks first, so that muscles and tendons get used to the work: the harder lifts "
        "are light, with at most 2 sets and 4 or more repetitions left.",
    ),
    NoteKey.ADD_LOAD: (
        {"ways": ["backpack", "form"]},
        "When the last set gives you two repetitions more than asked, two sessions running, make "
        "it harder: a book or a bottle more in the backpack; the next form, or a repetition more "
        "where there is none.",
    ),
    NoteKey.KEEP_LOAD: (
        {"ways": ["form"]},
        "Keep everything as it is until after the race. Then: when the last set gives you two "
        "repetitions more than asked, two sessions running, make it harder: the next form, or a "
        "repetition more where there is none.",
    ),
    NoteKey.KEEP_THIS_WEEK: (
        {"ways": ["form"]},
        "An easier week has fewer sets, with one more repetition left in each: keep weights and "
        "forms as they are. After it: when the last set gives you two repetitions more than asked, "
        "two sessions running, make it harder: the next form, or a repetition more where there is "
        "none.",
    ),
    NoteKey.HEAVIER: (
        {"week": 3, "forms": ["Goblet squat", "Barbell hip thrust"], "bigger": True},
        "Start 2-10 % heavier than in week 3: Goblet squat; Barbell hip thrust. Where your next "
        "weight is more than that, keep yours, and do as many repetitions as then.",
    ),
    NoteKey.NOT_DONE: (
        {"forms": ["Goblet squat", "Barbell hip thrust"]},
        "Not done in the weeks before, so choose the weight as you did the first time: Goblet squat; "
        "Barbell hip thrust.",
    ),
    NoteKey.ONE_WEIGHT: (
        {"forms": ["Goblet squat", "One-arm row"]},
        "With your one weight do more repetitions of these than the plan asks, up to 15, and stop "
        "with as many left as it says: Goblet squat; One-arm row.",
    ),
    NoteKey.KIN: (
        {"exercises": ["Jump squats", "Pistol squats"], "without": "squats,jump-squats"},
        "Still in, though much like what you leave out: Jump squats; Pistol squats. To drop them, "
        "too: --without squats,jump-squats.",
    ),
    NoteKey.LIGHTER_SETS: (
        {"forms": ["Barbell squat", "Barbell deadlift"]},
        "First do one lighter set, with half the weight: Barbell squat; Barbell deadlift.",
    ),
    NoteKey.FEW_WEEKS: (
        {"weeks": 4},
        "4 build weeks in this block: expect to feel steadier, not faster; in the studies the "
        "effect was clearer from 10 weeks on.",
    ),
    NoteKey.TOO_LATE: (
        {},
        "The race is too near to begin with strength: rest, run easily, and begin after the race.",
    ),
    NoteKey.NO_HEAVY_LEGS: (
        {"lacks": "weight"},
        "These weeks have no heavy leg work: they add repetitions and harder forms, which is not "
        "what the studies of running economy tested (Blagrove 2018). A dumbbell or a kettlebell "
        "makes it heavy.",
    ),
    NoteKey.PREREQUISITE: (
        {"form": "Box jump", "needs": "quiet landings from a step.", "instead": "Low box jump"},
        "Before you begin with Box jump: quiet landings from a step. Until then, do Low box jump.",
    ),
    NoteKey.THIRD_DAY: (
        {"niggle": Niggle.ACHILLES, "form": "One-leg calf raise"},
        "For a sore Achilles tendon: do One-leg calf raise on a third day, too, not on the day "
        "before a key run.",
    ),
    NoteKey.MUCH_RUNNING: (
        {"runs": 4},
        "4 hard runs a week are many, and strength gives way to them: with 3 or fewer it would "
        "have more room.",
    ),
    NoteKey.ENOUGH_MINUTES: (
        {"minutes": 45},
        "45 minutes are enough this week: it has all the sets that it should.",
    ),
    NoteKey.FEW_SETS: (
        {"few": ["calves 3 sets", "hamstrings 2 sets"], "room": "minutes or session"},
        "Fewer sets than a week should have: calves 3 sets; hamstrings 2 sets. 5 minutes more a "
        "session, or a third session, would make more room.",
    ),
    NoteKey.OTHERWISE: (
        {
            "moved": [[Day.TUE, Day.THU]],
            "lighter": [Day.SAT],
            "gone": [],
            "more": [],
            "asked": [],
            "beside": "",
        },
        "Not as usual this week: Tuesday's session is on Thursday, Saturday is lighter.",
    ),
    NoteKey.BACK: (
        {"days": 12},
        "12 days since the last session: everything heavy is light this week, and nothing jumps. "
        "Take what you lifted before as the most; after four weeks or more without, or an illness, "
        "befit plan --start today begins with easy weeks again.",
    ),
    NoteKey.LEFT_OUT: (
        {"forms": ["Step-up", "Goblet squat"], "offers": True},
        "Left out for now, after pain over 5 of 10 or a worse morning after it: Step-up; Goblet "
        f"squat. {SAFETY['R61']} {SAFETY['R63']} befit plan --niggle plans around a sore spot.",
    ),
    NoteKey.SORE: (
        {"exercises": ["Calf raises", "Heel raises"], "offers": True},
        "Pain over 3 of 10 each time for 3 weeks or more: Calf raises; Heel raises. See a "
        "clinician about it. befit plan --niggle plans around a sore spot.",
    ),
    NoteKey.COMES_BACK: (
        {"since": "2026-12-05", "forms": ["Step-up", "Goblet squat"]},
        "Back, easier, from 5 Dec on: Step-up; Goblet squat.",
    ),
    NoteKey.JUMPS_NEXT: (
        {"days": 12},
        "After 12 days without strength jumps come from the next session on.",
    ),
    NoteKey.JUMPS_WAIT: (
        {"days": 33},
        "After 33 days without strength jumps wait until you have had 4 weeks with sessions.",
    ),
    NoteKey.NOTHING_LOGGED: (
        {"since": "2026-11-03"},
        "Nothing logged since 3 Nov: say befit done all if you trained as planned, befit off away "
        "2026-11-04..today if not. Until then this plan takes it that nothing is known.",
    ),
    NoteKey.WAITED: ({}, "Nothing was done this week, so your block waited for it."),
    NoteKey.GOES_ON: (
        {"missed": [3], "ends": "2027-02-14"},
        "Nothing was done in week 3: this week has what it would have had, and your block ends a "
        "week later, on Sun 14 Feb 2027.",
    ),
    NoteKey.LESS_LOAD: (
        {"loads": LOADS, "held": [Day.TUE, Day.SAT]},
        "Less load than usual this week (Monday medium, Wednesday low): Tuesday and Saturday "
        "cannot carry more.",
    ),
}


def test_what_is_left_out_again_and_again_is_for_a_clinician() -> None:
    facts = {"forms": ["Step-up"], "offers": True, "often": True}
    assert sentences.note_text(a_note(NoteKey.LEFT_OUT, facts)).endswith(
        " Three times or more in four weeks: see a clinician about it now. befit plan --niggle "
        "plans around a sore spot."
    )


def test_a_joint_that_is_sore_stands_before_the_exercises() -> None:
    facts = {"exercises": ["Calf raises"], "joints": ["knee", "back"], "offers": False}
    note = a_note(NoteKey.SORE, facts)
    assert sentences.note_text(note) == (
        "Pain over 3 of 10 each time for 3 weeks or more: knee; back; Calf raises. See a clinician "
        "about it."
    )


@pytest.mark.parametrize("key", NOTES)
def test_a_note_says_its_facts(key: NoteKey) -> None:
    facts, text = NOTE_TEXTS[key]
    assert sentences.note_text(a_note(key, facts)) == text


def test_an_earlier_plan_does_not_say_what_to_do_until_a_form_may_begin() -> None:
    note = a_note(NoteKey.PREREQUISITE, {"form": "Box jump", "needs": "Quiet landings."})
    assert sentences.note_text(note) == "Before you begin with Box jump: Quiet landings."


@pytest.mark.parametrize(
    ("missed", "text"),
    [
        pytest.param(
            [3, 4],
            "Nothing was done in weeks 3 and 4: this week has what week 3 would have had, and your "
            "block ends 2 weeks later, on Sun 14 Feb 2027.",
            id="two",
        ),
        pytest.param(
            [9, 10, 11],
            "Nothing was done in weeks 9 to 11: this week has what week 9 would have had, and your "
            "block ends 3 weeks later, on Sun 14 Feb 2027.",
            id="three",
        ),
    ],
)
def test_several_weeks_that_were_missed_are_told_together(missed: list[int], text: str) -> None:
    note = a_note(NoteKey.GOES_ON, {"missed": missed, "ends": "2027-02-14"})
    assert sentences.note_text(note) == text


@pytest.mark.parametrize(
    ("weeks", "start"),
    [
        pytest.param(0, "0 build weeks in this block: ", id="none"),
        pytest.param(1, "1 build week in this block: ", id="one"),
        pytest.param(5, "5 build weeks in this block: ", id="several"),
    ],
)
def test_the_build_weeks_of_a_short_block_are_counted(weeks: int, start: str) -> None:
    note = a_note(NoteKey.FEW_WEEKS, {"weeks": weeks}, "R40")
    assert sentences.note_text(note).startswith(f"{start}expect to feel steadier")


@pytest.mark.parametrize(
    ("held", "room", "rest"),
    [
        pytest.param([Day.SAT], {}, "Saturday cannot carry more.", id="no room"),
        pytest.param([], {}, "the free days are too close together.", id="no day held"),
        pytest.param(
            [Day.SAT],
            {"move": [Day.WED, Day.TUE]},
            "Saturday cannot carry more. For more, move the hard run from Wednesday to Tuesday.",
            id="a run to move",
        ),
        pytest.param(
            [Day.SAT],
            {"free": Day.THU},
            "Saturday cannot carry more. For more, free Thursday.",
            id="a day to free",
        ),
        pytest.param(
            [],
            {"move": [Day.WED, Day.TUE], "free": Day.THU},
            "the free days are too close together. For more, move the hard run from Wednesday to "
            "Tuesday or free Thursday.",
            id="both",
        ),
    ],
)
def test_a_week_of_less_load_says_what_would_make_room(
    held: list[Day], room: Facts, rest: str
) -> None:
    note = a_note(NoteKey.LESS_LOAD, {"loads": LOADS, "held": held} | room, "R11")
    assert sentences.note_text(note) == (
        f"Less load than usual this week (Monday medium, Wednesday low): {rest}"
    )


def test_a_day_may_be_a_word_of_json() -> None:
    plain = {"loads": [["mon", "low"]], "held": ["tue"], "move": ["wed", "thu"], "free": "fri"}
    assert sentences.note_text(a_note(NoteKey.LESS_LOAD, plain, "R11")) == (
        "Less load than usual this week (Monday low): Tuesday cannot carry more. For more, move "
        "the hard run from Wednesday to Thursday or free Friday."
    )


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        pytest.param(
            {
                "moved": [["sun", "sat"]],
                "lighter": [],
                "gone": [],
                "more": [],
                "asked": [],
                "beside": "after",
            },
            "Not as usual this week: Sunday's session is on Saturday. A run or a session of the "
            "week after it would be too near.",
            id="for the week beside it",
        ),
        pytest.param(
            {
                "moved": [],
                "lighter": ["mon", "fri"],
                "gone": ["sun"],
                "more": [],
                "asked": [],
                "beside": "",
            },
            "Not as usual this week: Monday and Friday are lighter, Sunday has no session.",
            id="lighter, and fewer",
        ),
        pytest.param(
            {"moved": [], "lighter": [], "gone": [], "more": ["sat"], "asked": [], "beside": ""},
            "Not as usual this week: Saturday has a session more.",
            id="one more",
        ),
        pytest.param(
            {
                "moved": [],
                "lighter": ["fri"],
                "gone": [],
                "more": [],
                "asked": [],
                "beside": "",
                "ill": ["mon", "wed"],
            },
            "Not as usual this week: Friday is lighter, Monday and Wednesday have no session "
            "because of the illness. What you miss is not made up.",
            id="fewer after an illness",
        ),
        pytest.param(
            {
                "moved": [],
                "lighter": [],
                "gone": [],
                "more": [],
                "asked": ["kit", "niggles"],
                "beside": "",
            },
            "Not as usual this week: other kit and a sore spot for this week alone, so some "
            "exercises are others.",
            id="what was asked",
        ),
    ],
)
def test_a_week_that_is_otherwise_says_how(facts: Facts, text: str) -> None:
    assert sentences.note_text(a_note(NoteKey.OTHERWISE, facts, "R32")) == text


@pytest.mark.parametrize(
    ("breaches", "found"),
    [
        pytest.param([("calves", "3 sets")], "calves 3 sets", id="one breach"),
        pytest.param(
            [("calves", "3 sets"), ("hamstrings", "2 sets")],
            "calves 3 sets, hamstrings 2 sets",
            id="two breaches",
        ),
        pytest.param([("", "3 sets")], "3 sets", id="of the whole week"),
    ],
)
def test_a_rule_that_is_not_met_says_what_was_found_and_what_it_asks(
    breaches: list[tuple[str, str]], found: str
) -> None:
    facts: Facts = {
        "breaches": [{"where": where, "found": what} for where, what in breaches],
        "allowed": "4-16",
    }
    assert sentences.note_text(a_note(NoteKey.UNMET, facts, "R04")) == (
        f"{RULE_BY_ID['R04'].advice} ({found}; the rule asks 4-16.)"
    )


def test_what_is_to_be_done_here_stands_in_place_of_what_the_rule_advises():
    facts: Facts = {
        "breaches": [{"where": "", "found": "4 calf sets"}],
        "allowed": "6 or more",
        "advice": "Two sets more.",
    }
    assert sentences.note_text(a_note(NoteKey.UNMET, facts, "R08")) == (
        "Two sets more. (4 calf sets; the rule asks 6 or more.)"
    )


@pytest.mark.parametrize("key", NoteKey)
def test_a_persons_own_words_stand_instead_of_a_note_of_any_key(key: NoteKey) -> None:
    own = replace(own_note("R16", "Keep Saturday free."), key=key)
    assert sentences.note_text(own) == "Keep Saturday free."


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        pytest.param(WHY, REASONS, id="reasons"),
        pytest.param(WARM_UP_STEPS, WARM_UP, id="warm-up"),
        pytest.param(PROGRESS_OF, PROGRESS, id="progress"),
        pytest.param(NOTE_TEXTS, NOTES, id="notes"),
    ],
)
def test_every_sentence_has_an_example_here(
    table: Mapping[str, object], keys: Mapping[str, str]
) -> None:
    assert set(table) == set(keys)


@pytest.mark.parametrize(
    ("sentences_of", "keys", "without"),
    [
        pytest.param(REASONS, ReasonKey, {ReasonKey.OWN}, id="reasons"),
        pytest.param(WARM_UP, WarmUpKey, {WarmUpKey.OWN}, id="warm-up"),
        pytest.param(NOTES, NoteKey, {NoteKey.OWN, NoteKey.UNMET}, id="notes"),
    ],
)
def test_every_key_has_a_sentence_but_for_own_words_and_what_a_rule_says(
    sentences_of: Mapping[str, str], keys: type[StrEnum], without: set[str]
) -> None:
    assert set(sentences_of) == set(keys) - without


def test_the_safety_text_is_that_of_its_rules_or_a_persons_own() -> None:
    plan = replace(
        PLAN,
        safety=(
            SafetyLine(rule="R61"),
            SafetyLine(rule="R65"),
            SafetyLine(text="Ask your doctor."),
        ),
    )
    first, _, last = sentences.safety_lines(plan)
    assert (first, last) == (SAFETY["R61"], "Ask your doctor.")


@pytest.mark.parametrize(
    ("exercise", "added"),
    [
        pytest.param(SQUAT, NOT_TESTED, id="bodyweight alone"),
        pytest.param(replace(SQUAT, kit=(Kit.BACKPACK,)), NOT_TESTED, id="a backpack"),
        pytest.param(replace(SQUAT, kit=(Kit.DUMBBELL,)), "", id="heavy legs"),
        pytest.param(
            replace(SIDE_PLANK, kit=(Kit.DUMBBELL,)), NOT_TESTED, id="a weight for no leg"
        ),
        pytest.param(replace(SQUAT, contacts=1), "", id="jumps"),
    ],
)
def test_what_the_studies_tested_is_told_to_be_missing_where_it_is(
    exercise: Prescription, added: str
) -> None:
    (week,) = PLAN.weeks
    session = replace(SESSION, exercises=(exercise,))
    plan = replace(
        PLAN,
        weeks=(replace(week, sessions=(session,)),),
        safety=(SafetyLine(rule="R65"),),
    )
    assert sentences.safety_lines(plan) == [SAFETY["R65"] + added]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        pytest.param(
            NiggleChanges(
                name=Niggle.ITB,
                left_out=("Lunges", "Box jumps"),
                first=("Clamshells",),
                changed=("Squats",),
            ),
            "Sore IT band. Left out: Lunges, Box jumps. First: Clamshells. Changed: Squats. Once the "
            "pain has been 0-2 of 10 for two weeks, plan without this niggle.",
            id="all",
        ),
        pytest.param(
            NiggleChanges(name=Niggle.ACHILLES, left_out=(), first=("Calf raises",), changed=()),
            "Sore Achilles tendon. First: Calf raises. Once the pain has been 0-2 of 10 for two "
            "weeks, plan without this niggle.",
            id="first-line work alone",
        ),
        pytest.param(
            NiggleChanges(name=Niggle.SHIN, left_out=(), first=(), changed=()),
            "Sore shin. Once the pain has been 0-2 of 10 for two weeks, plan without this niggle.",
            id="nothing",
        ),
    ],
)
def test_a_niggle_says_what_it_changes_and_when_it_ends(changes: NiggleChanges, line: str) -> None:
    week = replace(PLAN.weeks[0], niggles=(changes,))
    assert sentences.niggle_lines(week) == [line]


@pytest.mark.parametrize(
    ("forms", "first"),
    [
        pytest.param(
            ["Band foot pull"], "Foot pulls", id="its name, where a form is one by its own"
        ),
        pytest.param(
            ["Toe raise, back to the wall"], "Toe raise", id="the form's, where that is none"
        ),
        pytest.param(
            ["Toe raise", "Ankle circle"], "Toe raise, Ankle circle", id="each of several"
        ),
        pytest.param(["Toe raise", "Band foot pull"], "Foot pulls", id="its name for all of them"),
    ],
)
def test_a_niggle_names_an_exercise_as_the_week_shows_it(forms: list[str], first: str) -> None:
    (week,) = PLAN.weeks
    exercises = tuple([replace(SQUAT, name="Foot pulls", form=form) for form in forms])
    changes = NiggleChanges(name=Niggle.SHIN, left_out=(), first=("Foot pulls",), changed=())
    sessions = (replace(week.sessions[0], exercises=exercises),)
    [line] = sentences.niggle_lines(replace(week, sessions=sessions, niggles=(changes,)))
    assert line.startswith(f"Sore shin. First: {first}. ")


@pytest.mark.parametrize(
    ("meets", "first_line", "text"),
    [
        pytest.param(("hinge",), (), "hinge. It carries you.", id="one need"),
        pytest.param(("calf", "one leg"), (), "calf and one leg. It carries you.", id="two needs"),
        pytest.param(
            ("calf",),
            (Niggle.ACHILLES,),
            "calf. It carries you. The first thing to try for a sore Achilles tendon.",
            id="and a niggle",
        ),
        pytest.param(
            ("calf",),
            (Niggle.ACHILLES, Niggle.SHIN),
            "calf. It carries you. The first thing to try for a sore Achilles tendon and shin.",
            id="and two niggles",
        ),
    ],
)
def test_the_purpose_of_an_exercise(
    meets: tuple[str, ...], first_line: tuple[Niggle, ...], text: str
) -> None:
    purpose = Purpose(meets=meets, why="It carries you.", first_line=first_line)
    assert sentences.purpose(purpose) == text
