"""The sentences of a plan, said and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_cli.evidence.safety import SAFETY
from befit_cli.saved.phrases import NOTES, REASONS, WARM_UP, said
from befit_cli.saved.reading import (
    read_next,
    read_note,
    read_reasons,
    read_safety,
    read_warm_up_step,
)
from befit_cli.values import (
    Day,
    Next,
    NoteKey,
    Reason,
    ReasonKey,
    Run,
    SafetyLine,
    Scope,
    Step,
    WarmUpKey,
    WarmUpStep,
)

PLACES = {
    "day": st.sampled_from(Day),
    "run": st.sampled_from((Run.HARD, Run.LONG)),
    "days": st.integers(0, 20),
    "hours": st.integers(1, 12),
    "better": st.integers(1, 12),
    "minutes": st.integers(1, 9),
    "reps": st.integers(1, 30),
    "lunges": st.integers(1, 30),
}


def facts_of(sentence: str) -> st.SearchStrategy[dict[str, object]]:
    """Facts for the places of the sentence."""
    return st.fixed_dictionaries(
        {name: place for name, place in PLACES.items() if f"{{{name}}}" in sentence}
    )


reasons = st.sampled_from(list(REASONS)).flatmap(
    lambda key: facts_of(REASONS[key]).map(lambda facts: Reason(key, facts))
)
steps = st.sampled_from(list(WARM_UP)).flatmap(
    lambda key: facts_of(WARM_UP[key]).map(lambda facts: WarmUpStep(key, facts))
)


@given(given_reasons=st.lists(reasons, max_size=4))
def test_reasons_are_read_back_from_their_sentences(given_reasons: list[Reason]) -> None:
    text = " ".join(said(REASONS[reason.key], reason.facts) for reason in given_reasons)
    assert read_reasons(text) == tuple(given_reasons)


@given(step=steps)
def test_a_part_of_a_warm_up_is_read_back(step: WarmUpStep) -> None:
    assert read_warm_up_step(said(WARM_UP[step.key], step.facts)) == step


@pytest.mark.parametrize("key", [NoteKey.ADD_LOAD, NoteKey.KEEP_LOAD], ids=str)
def test_a_note_without_places_is_read_back(key: NoteKey) -> None:
    note = read_note("R30", NOTES[key])
    assert (note.key, note.scope, note.facts) == (key, Scope.PLAN, {})


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param(
            "Legs feel good.",
            (Reason(ReasonKey.OWN, {"text": "Legs feel good."}),),
            id="own words",
        ),
        pytest.param(
            "Friday, a day without a hard run. Felt great! RPE 7",
            (
                Reason(ReasonKey.FREE_DAY, {"day": Day.FRI}),
                Reason(ReasonKey.OWN, {"text": "Felt great! RPE 7"}),
            ),
            id="own words behind befit's",
        ),
        pytest.param(
            "Run first, and leave 4 hours. Then lift.",
            (
                Reason(
                    ReasonKey.RUN_FIRST,
                    {"hours": 4, "text": "Run first, and leave 4 hours. Then lift."},
                ),
            ),
            id="the run first in own words",
        ),
        pytest.param(
            "Run first: 5 h, or 2 h if you must.",
            (
                Reason(
                    ReasonKey.RUN_FIRST,
                    {"hours": 2, "text": "Run first: 5 h, or 2 h if you must."},
                ),
            ),
            id="the shortest wait counts",
        ),
        pytest.param(
            "Run first.",
            (Reason(ReasonKey.OWN, {"text": "Run first."}),),
            id="no wait is no wait",
        ),
    ],
)
def test_own_words_are_kept_and_what_they_say_of_the_wait_is_a_fact(
    text: str, want: tuple[Reason, ...]
) -> None:
    assert read_reasons(text) == want


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param("Walk", {}, id="no stretch"),
        pytest.param("stretch the calves 20 s each side", {"seconds": 20}, id="seconds"),
        pytest.param("stretch the calves for 2 minutes", {"seconds": 120}, id="minutes"),
        pytest.param("Static stretches", {"seconds": None}, id="static, without end"),
    ],
)
def test_how_long_a_stretch_is_held_is_a_fact(text: str, facts: dict[str, int | None]) -> None:
    assert read_warm_up_step(text) == WarmUpStep(WarmUpKey.OWN, {"text": text} | facts)


@pytest.mark.parametrize(
    ("text", "hold_s", "want"),
    [
        pytest.param("", None, None, id="nothing"),
        pytest.param(" ", None, None, id="blanks"),
        pytest.param("With ease: 5 s longer.", 20, Next(step=Step.HOLD, to=25), id="a hold"),
        pytest.param(
            "At 30 s with ease: Side plank.",
            20,
            Next(step=Step.FORM, to=30, form="Side plank"),
            id="a form after a hold",
        ),
        pytest.param(
            "At 12 in the last set, twice in a row: a stronger band.",
            None,
            Next(step=Step.WEIGHT, to=12),
            id="a band",
        ),
        pytest.param(
            "At 12 in the last set, twice in a row: 2-10 % more.",
            None,
            Next(step=Step.WEIGHT, to=12),
            id="weight",
        ),
        pytest.param(
            "At 12 in the last set, twice in a row: one repetition more.",
            None,
            Next(step=Step.REPS, to=12),
            id="repetitions",
        ),
        pytest.param(
            "At 12 in the last set, twice in a row: Goblet squat.",
            None,
            Next(step=Step.FORM, to=12, form="Goblet squat"),
            id="a form",
        ),
        pytest.param("Heavier.", None, Next(step=None, text="Heavier."), id="own words"),
        pytest.param(
            "With ease: 5 s longer.",
            None,
            Next(step=None, text="With ease: 5 s longer."),
            id="a hold of what is none",
        ),
    ],
)
def test_how_an_exercise_goes_on_is_read(text: str, hold_s: int | None, want: Next | None) -> None:
    assert read_next(text, hold_s) == want


@pytest.mark.parametrize(
    ("rule", "text", "key"),
    [
        pytest.param("R30", "Add 2 - 10 % when it feels light.", NoteKey.ADD_LOAD, id="the step"),
        pytest.param("R30", "Add some.", NoteKey.OWN, id="no step"),
        pytest.param("R40", "Few weeks left.", NoteKey.FEW_WEEKS, id="few weeks"),
        pytest.param("R40", " ", NoteKey.OWN, id="an empty note"),
        pytest.param("R16", "Take Saturday off.", NoteKey.UNMET, id="a rule"),
        pytest.param(
            "R11",
            "Less load than usual this week (Monday low): Tuesday cannot carry more.",
            NoteKey.LESS_LOAD,
            id="less load",
        ),
        pytest.param(
            "R30",
            "Start 2-10 % heavier than in week 3: Goblet squat, Row.",
            NoteKey.HEAVIER,
            id="heavier",
        ),
    ],
)
def test_a_note_in_words_of_its_own_is_known_by_what_it_is_about(
    rule: str, text: str, key: NoteKey
) -> None:
    note = read_note(rule, text)
    assert (note.key, note.facts["text"]) == (key, text)


@pytest.mark.parametrize("weeks", [(1, "1 build week"), (4, "4 build weeks")], ids=str)
def test_how_few_weeks_there_are_is_a_fact(weeks: tuple[int, str]) -> None:
    number, words = weeks
    text = said(NOTES[NoteKey.FEW_WEEKS], {"build_weeks": words})
    assert read_note("R40", text).facts == {"weeks": number}


def test_a_safety_text_is_known_by_its_words_and_other_lines_are_kept() -> None:
    assert [read_safety(text).rule for text in SAFETY.values()] == list(SAFETY)
    for words in ("Drink water.", "R61"):
        assert read_safety(words) == SafetyLine(text=words)


@given(text=st.text())
def test_any_text_can_be_read(text: str) -> None:
    read_reasons(text)
    read_warm_up_step(text)
    read_next(text, 20)
    read_note("R30", text)
    read_safety(text)
