"""The sentences of a plan, said and read back."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_plan import SIDE_PLANK
from strategies import run_titles

from befit_cli.evidence.progress import ADAPTED_BY
from befit_cli.evidence.safety import EARLIER, NOT_TESTED, SAFETY
from befit_cli.evidence.warm_up import contacts as landings
from befit_cli.language import Language, _, speaking
from befit_cli.saved.phrases import (
    ADAPTED,
    ADAPTED_WITHOUT_WEIGHT,
    NAMED,
    NOTES,
    PROGRESS,
    REASONS,
    WARM_UP,
    WAYS,
    WORDS,
    adapted_template,
    reason_template,
    sentence,
)
from befit_cli.saved.reading import (
    IN_WORDS,
    read_adapted,
    read_next,
    read_note,
    read_reasons,
    read_safety,
    read_warm_up_step,
    scope_of,
)
from befit_cli.values import (
    OWN_WORDS,
    Adapted,
    AdaptedKey,
    Day,
    Facts,
    Kit,
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
from befit_cli.views.sentences import progress

names = st.lists(st.sampled_from(["Squat", "Plank, long", "calves 3 sets"]), min_size=1)
PLACES = {
    "day": st.sampled_from(Day),
    "run": st.sampled_from((Run.HARD, Run.LONG)),
    "days": st.integers(0, 20),
    "hours": st.integers(1, 12),
    "better": st.integers(1, 12),
    "minutes": st.integers(1, 9),
    "reps": st.integers(1, 30),
    "lunges": st.integers(1, 30),
    "sets": st.integers(1, 9),
    "runs": st.integers(1, 9),
    "weeks": st.integers(0, 9),
    "form": st.sampled_from(["Half squat", "Plank, long", "  odd  ", "{form}"]),
    "without": st.sampled_from(["squats,jump-squats", "deadlifts,romanian-deadlifts"]),
    "needs": st.sampled_from(["quiet landings.", "30 s: still"]),
    "exercises": names,
    "forms": names,
    "pain": st.integers(0, 10),
    "percent": st.integers(1, 99),
    "few": names,
    "week": st.integers(1, 30),
    "title": run_titles,
    "ways": st.lists(st.sampled_from(list(WAYS)), min_size=1, unique=True),
    **{name: st.sampled_from(list(words)) for name, words in WORDS.items()},
}


languages = st.sampled_from(Language)
"""What a text is said in; it is read by a befit that speaks English."""


def facts_of(template: str) -> st.SearchStrategy[dict[str, object]]:
    """Facts for the places of the sentence."""
    return st.fixed_dictionaries(
        {name: place for name, place in PLACES.items() if f"{{{name}}}" in template}
    )


def said(reason: Reason) -> str:
    """The reason as befit says it."""
    template = reason_template(reason.key, reason.facts)
    assert template is not None
    return sentence(template, reason.facts)


reasons = st.sampled_from([*REASONS.items(), *NAMED.items()]).flatmap(
    lambda way: facts_of(way[1]).map(lambda facts: Reason(way[0], facts))
)
notes = st.sampled_from([key for key in NOTES if key not in IN_WORDS]).flatmap(
    lambda key: facts_of(NOTES[key]).map(lambda facts: (key, facts))
)
changes = st.sampled_from([*ADAPTED.items(), *ADAPTED_WITHOUT_WEIGHT.items()]).flatmap(
    lambda way: facts_of(way[1]).map(
        lambda facts: Adapted(rule=ADAPTED_BY[way[0]], key=way[0], facts=facts)
    )
)
steps = st.sampled_from(list(WARM_UP)).flatmap(
    lambda key: facts_of(WARM_UP[key]).map(lambda facts: WarmUpStep(key, facts))
)


@given(given_reasons=st.lists(reasons, max_size=4), language=languages)
def test_reasons_are_read_back_from_their_sentences(
    given_reasons: list[Reason], language: Language
) -> None:
    titles = [reason.facts["title"] for reason in given_reasons if "title" in reason.facts]
    with speaking(language):
        text = " ".join(map(said, given_reasons))
    assert read_reasons(text, titles) == tuple(given_reasons)


@given(change=changes, language=languages)
def test_what_the_log_changed_is_read_back_from_its_sentence(
    change: Adapted, language: Language
) -> None:
    with speaking(language):
        template = adapted_template(change.key, change.facts)
        assert template is not None
        text = sentence(template, change.facts)
    assert read_adapted(text) == change


def test_in_a_persons_own_words_it_keeps_the_rule_that_a_file_says() -> None:
    own = {OWN_WORDS: "Felt easy."}
    assert read_adapted("Felt easy.", "R76") == Adapted(rule="R76", key=AdaptedKey.OWN, facts=own)


def test_no_words_say_that_nothing_changed() -> None:
    assert read_adapted(" ") is None


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", NAMED)
@pytest.mark.parametrize(
    "title", ["5 x 1 km", "Long run 18 km, easy", "Tirada larga 18 km", "Tempo. 3 x 10 min: easy"]
)
def test_a_run_is_known_by_a_title_that_its_week_does_not_have(
    key: ReasonKey, title: str, language: Language
) -> None:
    facts = {"day": Day.MON, "run": Run.LONG, "days": 2, "title": title}
    wanted = {name: fact for name, fact in facts.items() if f"{{{name}}}" in NAMED[key]}
    reason = Reason(key, wanted)
    with speaking(language):
        text = said(reason)
    assert read_reasons(text) == (reason,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(Language.EN, "Your long run, Tirada larga, is tomorrow.", id="in English"),
        pytest.param(Language.ES, "Tu Tirada larga es mañana.", id="in Spanish"),
    ],
)
def test_a_title_says_what_run_it_is_in_the_language_of_the_sentence(
    language: Language, text: str
) -> None:
    facts = {"run": Run.LONG, "title": "Tirada larga"}
    with speaking(language):
        assert said(Reason(ReasonKey.RUN_TOMORROW, facts)) == text


@pytest.mark.parametrize("title", ["Tempo", "Tempo: hard days stay hard, easy days easy. Go"])
def test_of_titles_that_begin_alike_the_one_that_stands_there_is_read(title: str) -> None:
    reason = Reason(ReasonKey.HARD_RUN_DAY, {"day": Day.TUE, "title": title})
    titles = ["Tempo", "Tempo: hard days stay hard, easy days easy. Go"]
    assert read_reasons(said(reason), titles) == (reason,)


def test_the_kind_of_run_that_a_person_says_twice_stays_twice() -> None:
    text = "Your long run, Long run 18 km, is tomorrow."
    (reason,) = read_reasons(text, ["Long run 18 km"])
    assert said(reason) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Your race is tomorrow.", id="no kind of run"),
        pytest.param("Your hard run after a long run is tomorrow.", id="two kinds of run"),
        pytest.param(
            f"Sunday, your {'x' * 61}: light work only, at any time after it.", id="a long title"
        ),
    ],
)
def test_what_befit_would_say_otherwise_of_a_run_stays_as_it_stands(text: str) -> None:
    assert read_reasons(text) == (Reason(ReasonKey.OWN, {"text": text}),)


@given(step=steps, language=languages)
def test_a_part_of_a_warm_up_is_read_back(step: WarmUpStep, language: Language) -> None:
    with speaking(language):
        text = sentence(WARM_UP[step.key], step.facts)
    assert read_warm_up_step(text) == step


@given(drawn=notes, language=languages)
def test_a_note_is_read_back_whatever_rule_stands_beside_it(
    drawn: tuple[NoteKey, Facts], language: Language
) -> None:
    key, facts = drawn
    with speaking(language):
        text = sentence(NOTES[key], facts)
    note = read_note("R99", text)
    assert (note.key, note.facts) == (key, facts)


@pytest.mark.parametrize(
    ("key", "scope"),
    [
        pytest.param(NoteKey.EFFORT, Scope.PLAN, id="effort"),
        pytest.param(NoteKey.RAMP, Scope.PLAN, id="the ramp"),
        pytest.param(NoteKey.ADD_LOAD, Scope.PLAN, id="adding load"),
        pytest.param(NoteKey.NO_HEAVY_LEGS, Scope.WEEK, id="a phase"),
        pytest.param(NoteKey.PREREQUISITE, Scope.WEEK, id="a form"),
    ],
)
def test_a_note_concerns_the_plan_or_the_week(key: NoteKey, scope: Scope) -> None:
    assert scope_of(key) is scope


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
            "Corre primero y deja 4 horas. Luego la fuerza.",
            (
                Reason(
                    ReasonKey.RUN_FIRST,
                    {"hours": 4, "text": "Corre primero y deja 4 horas. Luego la fuerza."},
                ),
            ),
            id="the run first in own words in Spanish",
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
        pytest.param(
            "Run first, then .5 hours.",
            (Reason(ReasonKey.OWN, {"text": "Run first, then .5 hours."}),),
            id="half an hour is not five without its 0 either",
        ),
        pytest.param(
            "Run first, then wait at least 3 hours, better 6.5.",
            (
                Reason(
                    ReasonKey.RUN_FIRST,
                    {"hours": 3, "text": "Run first, then wait at least 3 hours, better 6.5."},
                ),
            ),
            id="a number goes on where befit's sentence ends",
        ),
        pytest.param(
            "Run first. The race is 3 days away. Wait 6 hours.",
            (
                Reason(ReasonKey.RUN_FIRST, {"hours": 6, "text": "Run first."}),
                Reason(ReasonKey.RACE_AHEAD, {"days": 3}),
                Reason(ReasonKey.OWN, {"text": "Wait 6 hours."}),
            ),
            id="the wait behind one of befit's sentences",
        ),
        pytest.param(
            "Wait 6 hours. The race is 3 days away. Run first.",
            (
                Reason(ReasonKey.OWN, {"text": "Wait 6 hours."}),
                Reason(ReasonKey.RACE_AHEAD, {"days": 3}),
                Reason(ReasonKey.RUN_FIRST, {"hours": 6, "text": "Run first."}),
            ),
            id="the wait before one of befit's sentences",
        ),
    ],
)
def test_own_words_are_kept_and_what_they_say_of_the_wait_is_a_fact(
    text: str, want: tuple[Reason, ...]
) -> None:
    assert read_reasons(text) == want


@pytest.mark.parametrize(
    ("wait", "hours"),
    [
        pytest.param("5 h", 5, id="short"),
        pytest.param("5-h rest", 5, id="with a hyphen"),
        pytest.param("5 hrs", 5, id="in between"),
        pytest.param("0.5 hours", 0, id="half an hour is not five"),
        pytest.param("2,5 h", 2, id="a decimal comma"),
        pytest.param("2-6 hours", 2, id="the shorter end of a range"),
        pytest.param("2 – 6 hours", 2, id="of a range with a dash"),
        pytest.param("2 to 6 hours", 2, id="of a range in words"),
        pytest.param("de 2 a 6 horas", 2, id="of a range in Spanish"),
        pytest.param("1 hora", 1, id="one in Spanish"),
        pytest.param("9" * 5000 + " hours", 10_000, id="more digits than Python counts"),
    ],
)
def test_the_shortest_wait_that_own_words_name_is_the_fact(wait: str, hours: int) -> None:
    text = f"Run first, then {wait}."
    assert read_reasons(text) == (Reason(ReasonKey.RUN_FIRST, {"hours": hours, "text": text}),)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param("Walk", {}, id="no stretch"),
        pytest.param("stretch the calves for 1.5 min", {"seconds": 90}, id="not five minutes"),
        pytest.param("STRETCH THE CALVES 2 MIN", {"seconds": 120}, id="minutes in capitals"),
        pytest.param("stretch the calves 20-40 secs", {"seconds": 40}, id="the longer of two"),
        pytest.param("5 min on the static bike", {}, id="a bike that stands"),
        pytest.param("stretch the calves 20 s each side", {"seconds": 20}, id="seconds"),
        pytest.param("stretch the calves for 2 minutes", {"seconds": 120}, id="minutes"),
        pytest.param("Static stretches", {"seconds": None}, id="static, without end"),
        pytest.param("estira las pantorrillas 45 segundos", {"seconds": 45}, id="in Spanish"),
        pytest.param("Estiramientos estáticos", {"seconds": None}, id="static in Spanish"),
        pytest.param("5 min en bicicleta estática", {}, id="a bike that stands in Spanish"),
    ],
)
def test_how_long_a_stretch_is_held_is_a_fact(text: str, facts: dict[str, int | None]) -> None:
    assert read_warm_up_step(text) == WarmUpStep(WarmUpKey.OWN, {"text": text} | facts)


@pytest.mark.parametrize(
    ("text", "movements"),
    [
        pytest.param("3 min jogging on the spot", ["jog"], id="jogging on the spot"),
        pytest.param("jog to the gym", [], id="jogging somewhere"),
        pytest.param("skipping rope, 10 hops", ["skip", "hop"], id="skipping and hops"),
        pytest.param("5 Lunges with a turn", ["lunge"], id="lunges"),
        pytest.param("8 leg swings each side", ["swing"], id="leg swings"),
        pytest.param("10 kettlebell swings", [], id="other swings"),
        pytest.param("10 bridges", ["bridge"], id="bridges"),
        pytest.param("no lunges today", [], id="none of them"),
        pytest.param("10 hip circles", [], id="a hip is no hop"),
        pytest.param("3 min trotando en el sitio", ["jog"], id="jogging on the spot in Spanish"),
        pytest.param("trota hasta el gimnasio", [], id="jogging somewhere in Spanish"),
        pytest.param("saltar la cuerda 2 min", ["skip"], id="skipping in Spanish"),
        pytest.param("2 min de comba", ["skip"], id="skipping as Spain calls it"),
        pytest.param("10 saltitos", ["hop"], id="hops in Spanish"),
        pytest.param("5 zancadas con giro", ["lunge"], id="lunges in Spanish"),
        pytest.param("8 balanceos de pierna", ["swing"], id="leg swings in Spanish"),
        pytest.param("10 puentes", ["bridge"], id="bridges in Spanish"),
        pytest.param("hoy sin zancadas ni prisa", [], id="none of them in Spanish"),
        pytest.param("sin saltar la cuerda", [], id="no skipping in Spanish"),
    ],
)
def test_what_a_niggle_may_bar_is_a_fact(text: str, movements: list[str]) -> None:
    assert read_warm_up_step(text).facts.get("movements", []) == movements


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        pytest.param("2 x 10 low hops", 20, id="sets of hops"),
        pytest.param("3×10 quick two-foot hops", 30, id="with befit's sign"),
        pytest.param("20 hops", 20, id="hops"),
        pytest.param("2 x 10 saltitos bajos", 20, id="sets of hops in Spanish"),
        pytest.param("hops", 0, id="no number"),
        pytest.param("9" * 5000 + " hops", 10_000, id="more digits than Python counts"),
    ],
)
def test_how_often_hops_land_is_a_fact(text: str, contacts: int) -> None:
    assert landings((read_warm_up_step(text),)) == contacts


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
            "At 12 in the last set, twice in a row: the smallest step that you own, 2-10 %.",
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
    ],
)
def test_how_an_exercise_goes_on_is_read(text: str, hold_s: int | None, want: Next | None) -> None:
    assert read_next(text, hold_s) == want


def test_a_stronger_band_is_more_weight() -> None:
    text = "At 12 in the last set, twice in a row: a stronger band."
    assert read_next(text, None, (Kit.STEP, Kit.BAND)) == Next(step=Step.WEIGHT, to=12)


@pytest.mark.parametrize(
    ("text", "hold_s", "kit"),
    [
        pytest.param("Heavier.", None, (), id="own words"),
        pytest.param("With ease: 5 s longer.", None, (), id="a longer hold of what is none"),
        pytest.param("With ease: 10 s longer.", 20, (), id="a step that befit does not take"),
        pytest.param("At 30 s with ease: Squat.", None, (), id="seconds of what has repetitions"),
        pytest.param(
            "At 12 in the last set, twice in a row: Plank.", 20, (), id="repetitions of a hold"
        ),
        pytest.param(
            "At 12 in the last set, twice in a row: a stronger band.", None, (), id="no band"
        ),
        pytest.param(
            "At 12 in the last set, twice in a row: the smallest step that you own, 2-10 %.",
            None,
            (Kit.BAND,),
            id="a band",
        ),
        pytest.param("At 012 in the last set, twice in a row: Squat.", None, (), id="a 0 before"),
    ],
)
def test_what_befit_would_say_otherwise_of_the_exercise_stays_as_it_stands(
    text: str, hold_s: int | None, kit: tuple[Kit, ...]
) -> None:
    assert read_next(text, hold_s, kit) == Next(step=None, text=text)


@pytest.mark.parametrize(
    ("rule", "text", "key"),
    [
        pytest.param("R30", "Add 2 - 10 % when it feels light.", NoteKey.ADD_LOAD, id="the step"),
        pytest.param("R30", "Add 2–10 % weight.", NoteKey.ADD_LOAD, id="the step with a dash"),
        pytest.param("R30", "Add 12-10 %.", NoteKey.OWN, id="another step"),
        pytest.param("R30", "Add some.", NoteKey.OWN, id="no step"),
        pytest.param(
            "R24", "Before you begin with Hops, land.", NoteKey.PREREQUISITE, id="a form's own"
        ),
        pytest.param("R30", "Then the next form.", NoteKey.ADD_LOAD, id="the next form"),
        pytest.param("R30", "Luego la siguiente variante.", NoteKey.ADD_LOAD, id="in Spanish"),
        pytest.param(
            "R11",
            "Menos carga de lo habitual esta semana (lunes baja): el martes no da más.",
            NoteKey.LESS_LOAD,
            id="less load in Spanish",
        ),
        pytest.param(
            "R24", "Antes de empezar con saltos, aterriza.", NoteKey.PREREQUISITE, id="first this"
        ),
        pytest.param(
            "R63",
            "Pain over 3 of 10 each time for 3 weeks or more: the calf, I think.",
            NoteKey.SORE,
            id="sore for weeks",
        ),
        pytest.param("R28", "Leave three.", NoteKey.EFFORT, id="effort"),
        pytest.param("R28", " ", NoteKey.OWN, id="an empty note of a rule of its own"),
        pytest.param("R25", "Land first.", NoteKey.PREREQUISITE, id="a prerequisite"),
        pytest.param(
            "R04",
            "Fewer sets than a week should have: calves.. I know",
            NoteKey.FEW_SETS,
            id="few sets",
        ),
        pytest.param("R40", "Few weeks left.", NoteKey.FEW_WEEKS, id="few weeks"),
        pytest.param("R17", "A lot of running.", NoteKey.MUCH_RUNNING, id="much running"),
        pytest.param("R59", "Calves once more.", NoteKey.THIRD_DAY, id="a third day"),
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
            "Start 2-10 % heavier than in week 3 or 4: Goblet squat, Row.",
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


@pytest.mark.parametrize("language", Language)
def test_a_safety_text_is_known_by_its_words_in_any_language(language: Language) -> None:
    with speaking(language):
        texts = [_(text) for text in SAFETY.values()]
        untested = _(SAFETY["R65"]) + _(NOT_TESTED)
    assert [line.rule for line in read_safety(texts)] == list(SAFETY)
    assert read_safety([untested]) == (SafetyLine(rule="R65"),)


@pytest.mark.parametrize("words", ["Drink water.", "Bebe agua.", "R61"])
def test_other_lines_of_the_safety_text_are_kept(words: str) -> None:
    assert read_safety([words]) == (SafetyLine(text=words),)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        pytest.param("Before you begin with Hops: Land.", False, id="in English, as it was"),
        pytest.param("Antes de empezar con Hops: Land.", False, id="in Spanish, as it was"),
        pytest.param(
            "Before you begin with Hops: Land. Until then, keep to the form before it.",
            True,
            id="as earlier plans said it",
        ),
        pytest.param(
            "Before you begin with Hops: Land. Until then, do Drops.", "Drops", id="as it is"
        ),
    ],
)
def test_what_a_form_asks_for_is_read_with_and_without_what_to_do_until_then(
    text: str, instead: bool | str
) -> None:
    facts = {"form": "Hops", "needs": "Land.", "instead": instead}
    assert read_note("R25", text).facts == facts


@pytest.mark.parametrize("rule", EARLIER)
def test_what_befit_takes_back_is_read_as_what_it_says_now(rule: str) -> None:
    assert read_safety([EARLIER[rule]]) == (SafetyLine(rule=rule),)


@pytest.mark.parametrize(
    ("again", "line"),
    [
        pytest.param("Drink water.", SafetyLine(text="Drink water."), id="the runner's own"),
        pytest.param(EARLIER["R65"], SafetyLine(rule="R65"), id="befit's, once in older words"),
    ],
)
def test_a_safety_line_that_stands_there_twice_is_one(again: str, line: SafetyLine) -> None:
    first = SAFETY.get(line.rule or "", again)
    rest = SafetyLine(text="Rest.")
    assert read_safety([first, "Rest.", again]) == (line, rest)


def edited(text: str, place: int, change: str) -> str:
    """The sentence with one character put in, or changed."""
    place %= len(text)
    return f"{text[:place]}{change}{text[place + 1 - len(change) :]}"


edits = st.sampled_from(["0", "6.", " ", "h", "-", "x"])
sentences_of_any_kind = st.one_of(
    reasons.map(said),
    st.builds(
        lambda reason, place, change: edited(said(reason), place, change),
        reasons,
        st.integers(0, 200),
        edits,
    ),
    st.sampled_from(["Run first.", "Then wait 4 h.", "Better 6.5.", "Legs feel good", "e.g."]),
)


def words(text: str) -> str:
    return " ".join(text.split())


@given(texts=st.lists(sentences_of_any_kind, max_size=5))
def test_reasons_lose_no_word_of_a_text(texts: list[str]) -> None:
    text = " ".join(texts)
    again = []
    for reason in read_reasons(text):
        own = reason.facts.get(OWN_WORDS)
        again.append(own or said(reason))
    assert words(" ".join(again)) == words(text)


@given(step=steps, place=st.integers(0, 200), change=edits)
def test_a_part_of_a_warm_up_loses_no_word(step: WarmUpStep, place: int, change: str) -> None:
    text = edited(sentence(WARM_UP[step.key], step.facts), place, change)
    back = read_warm_up_step(text)
    again = back.facts.get(OWN_WORDS) or sentence(WARM_UP[back.key], back.facts)
    assert again == text


@given(
    template=st.sampled_from(list(PROGRESS.values())),
    language=languages,
    number=st.sampled_from(["5", "12", "030"]),
    form=st.sampled_from(["Plank", "a stronger band", "una banda más fuerte", "2-10 % more"]),
    hold_s=st.sampled_from([None, 20]),
    kit=st.sampled_from([(), (Kit.BAND,)]),
)
def test_how_an_exercise_goes_on_loses_no_word(
    template: str,
    language: Language,
    number: str,
    form: str,
    hold_s: int | None,
    kit: tuple[Kit, ...],
) -> None:
    with speaking(language):
        text = sentence(template, {"more": number, "to": number, "form": form})
    following = read_next(text, hold_s, kit)
    exercise = replace(SIDE_PLANK, hold_s=hold_s, kit=kit, next=following)
    with speaking(language):
        assert progress(exercise) == text


@pytest.mark.parametrize("text", ["1 build weeks", "04 build weeks"])
def test_weeks_that_befit_would_write_otherwise_stay_as_they_stand(text: str) -> None:
    note = sentence(NOTES[NoteKey.FEW_WEEKS], {"weeks": 4}).replace("4 build weeks", text)
    assert read_note("R40", note).facts == {"text": note}


@pytest.mark.parametrize("text", ["9" * 10_000, "stretch " * 1_250, "9 " * 5_000, " " * 10_000])
def test_the_longest_text_is_read_at_once(text: str) -> None:
    began = process_time()
    read_reasons(text)
    read_warm_up_step(text)
    read_next(text, 20)
    read_note("R30", text)
    read_safety([text])
    assert process_time() - began < 0.1  # of two hundred such texts, which make a plan file


@given(text=st.text())
def test_any_text_can_be_read(text: str) -> None:
    read_reasons(text)
    read_warm_up_step(text)
    read_next(text, 20)
    read_note("R30", text)
    read_safety([text])
