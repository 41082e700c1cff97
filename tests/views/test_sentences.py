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

from befit_cli.evidence.safety import SAFETY
from befit_cli.planning.reasons import Purpose
from befit_cli.saved.phrases import NOTES, PROGRESS, REASONS, WARM_UP
from befit_cli.saved.reading import scope_of
from befit_cli.values import (
    Day,
    Facts,
    Kit,
    Load,
    Next,
    Niggle,
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
}


def why(*reasons: Reason) -> str:
    return sentences.why(replace(SESSION, reasons=reasons))


@pytest.mark.parametrize("key", REASONS)
def test_a_reason_says_its_facts(key: ReasonKey) -> None:
    facts, sentence = WHY[key]
    assert why(Reason(key, facts)) == sentence


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
    WarmUpKey.BRIDGES: ({"reps": 10}, "10 bridges"),
    WarmUpKey.LEG_SWINGS_AND_LUNGES: (
        {"reps": 8, "lunges": 5},
        "8 leg swings, 8 ankle circles and 5 lunges with a turn each side",
    ),
    WarmUpKey.LEG_SWINGS: ({"reps": 6}, "6 leg swings and 6 ankle circles each side"),
    WarmUpKey.QUICK_RISES: ({"reps": 10}, "10 quick rises to the toes"),
    WarmUpKey.EASY_SET: ({}, "one easy set of the first exercise"),
    WarmUpKey.LIGHTER_SETS: ({}, "two lighter sets of the first exercise, the second quicker"),
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
    "weight": (
        replace(SQUAT, kit=(Kit.DUMBBELL,)),
        Next(step=Step.WEIGHT, to=12),
        "At 12 in the last set, twice in a row: 2-10 % more.",
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
    NoteKey.ADD_LOAD: (
        {},
        "When the last set gives you two repetitions more than asked, twice in a row, add 2-10 % "
        "weight, or take the next form of the ladder.",
    ),
    NoteKey.KEEP_LOAD: (
        {},
        "Keep the weights as they are until after the race. Then: when the last set gives you two "
        "repetitions more than asked, twice in a row, add 2-10 % weight, or take the next form of "
        "the ladder.",
    ),
    NoteKey.HEAVIER: (
        {"week": 3, "forms": ["Goblet squat", "Barbell hip thrust"]},
        "Start 2-10 % heavier than in week 3: Goblet squat, Barbell hip thrust.",
    ),
    NoteKey.FEW_WEEKS: (
        {"weeks": 4},
        "4 build weeks before the race: expect to feel steadier, not faster; the studies used 10 "
        "weeks or more.",
    ),
    NoteKey.LESS_LOAD: (
        {"loads": LOADS, "held": [Day.TUE, Day.SAT]},
        "Less load than usual this week (Monday medium, Wednesday low): Tuesday, Saturday cannot "
        "carry more.",
    ),
}


@pytest.mark.parametrize("key", NOTES)
def test_a_note_says_its_facts(key: NoteKey) -> None:
    facts, text = NOTE_TEXTS[key]
    assert sentences.note_text(a_note(key, facts)) == text


@pytest.mark.parametrize(
    ("weeks", "start"),
    [
        pytest.param(0, "0 build weeks before the race: ", id="none"),
        pytest.param(1, "1 build week before the race: ", id="one"),
        pytest.param(5, "5 build weeks before the race: ", id="several"),
    ],
)
def test_the_weeks_before_a_race_are_counted(weeks: int, start: str) -> None:
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
        "The weekly sets of a leg muscle are outside what is known to work. "
        f"({found}; the rule asks 4-16.)"
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
    lines = sentences.safety_lines(plan)
    assert lines == [SAFETY["R61"], SAFETY["R65"], "Ask your doctor."]


@pytest.mark.parametrize(
    ("meets", "first_line", "text"),
    [
        pytest.param(("hinge",), (), "hinge. It carries you.", id="one need"),
        pytest.param(("calf", "one leg"), (), "calf and one leg. It carries you.", id="two needs"),
        pytest.param(
            ("calf",),
            (Niggle.ACHILLES,),
            "calf. It carries you. First-line work for achilles.",
            id="and a niggle",
        ),
        pytest.param(
            ("calf",),
            (Niggle.ACHILLES, Niggle.SHIN),
            "calf. It carries you. First-line work for achilles and shin.",
            id="and two niggles",
        ),
    ],
)
def test_the_purpose_of_an_exercise(
    meets: tuple[str, ...], first_line: tuple[Niggle, ...], text: str
) -> None:
    purpose = Purpose(meets=meets, why="It carries you.", first_line=first_line)
    assert sentences.purpose(purpose) == text
