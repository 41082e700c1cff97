"""The catalogue in another language: all of it is told there, nothing else is, and every fault of a
file of words stands in its own line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import CATALOGUE, IN_SPANISH, times

from befit_cli.catalogue import compiled
from befit_cli.catalogue.finder import letters_of
from befit_cli.catalogue.load import load_catalogue
from befit_cli.catalogue.reader import parse_exercises
from befit_cli.catalogue.words import parse_words
from befit_cli.errors import FileFaults
from befit_cli.language import Language, speaking
from befit_cli.values import Catalogue, Exercise
from befit_cli.yaml.data import data_of, text_of
from befit_cli.yaml.nodes import walked

ENGLISH: list[dict[str, Any]] = data_of(compiled.bundled().read_bytes())["exercises"]
SPANISH: dict[str, dict[str, Any]] = data_of(compiled.words_file(Language.ES).read_bytes())
EN = {exercise["id"]: exercise for exercise in ENGLISH}
TEXTS = ("name", "why", "setup", "prerequisite")


def shape(entry: dict[str, Any]) -> dict[str, object]:
    """What has a text for people, and how many cues."""
    return {
        "texts": [key for key in TEXTS if entry.get(key)],
        "cues": len(entry.get("cues", ())),
        "notes": {
            niggle
            for niggle, note in entry.get("niggles", {}).items()
            if isinstance(note, str) or "note" in note
        },
    }


def sentences() -> Iterator[str]:
    """All texts of the Spanish file but aliases."""
    for path, value in walked(SPANISH):
        if isinstance(value, str) and "aliases" not in path:
            yield value


def english_names() -> list[str]:
    return [form["name"] for exercise in ENGLISH for form in exercise["ladder"]]


def names() -> list[str]:
    return [form["name"] for words in SPANISH.values() for form in words["forms"].values()]


def test_every_exercise_is_told_and_none_too_many() -> None:
    assert list(SPANISH) == list(EN)


@pytest.mark.parametrize("id_", EN)
def test_every_form_is_told_under_its_english_name_and_none_too_many(id_: str) -> None:
    assert list(SPANISH[id_]["forms"]) == [form["name"] for form in EN[id_]["ladder"]]


@pytest.mark.parametrize("id_", EN)
def test_an_exercise_has_the_same_texts_cues_and_notes_in_both(id_: str) -> None:
    assert shape(SPANISH[id_]) == shape(EN[id_])


@pytest.mark.parametrize("id_", EN)
def test_a_form_has_the_same_texts_cues_and_notes_in_both(id_: str) -> None:
    forms = SPANISH[id_]["forms"]
    assert {name: shape(forms[name]) for name in forms} == {
        form["name"]: shape(form) for form in EN[id_]["ladder"]
    }


def test_every_exercise_has_words_that_people_search_for() -> None:
    assert [id_ for id_, words in SPANISH.items() if len(words["aliases"]) < 2] == []


def test_no_text_is_left_in_english_but_names_that_both_have() -> None:
    english = {value for _, value in walked(ENGLISH) if isinstance(value, str)}
    assert set(sentences()) & english == set()


@pytest.mark.parametrize(
    "word",
    ["the", "and", "with", "your", "of", "to", "knee", "hold", "keep", "slow", "up", "off", "is"],
)
def test_no_english_word_is_left_in_a_sentence(word: str) -> None:
    assert [text for text in sentences() if re.search(rf"\b{word}\b", text.casefold())] == []


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("cog(?:e|er|es|ido)", id="coger, which Mexico laughs at"),
        pytest.param("t[uú]mba(?:te|do|da)", id="tumbarse, which Spain says"),
        pytest.param("p[aá]rate", id="pararse, which means two things"),
        pytest.param("piso|vereda|banqueta", id="the floor and the pavement of one country"),
        pytest.param("ligas?|lagartijas?|desplantes?|estocadas?", id="what Mexico and others say"),
        pytest.param("gemelos?", id="the calves of Spain"),
        pytest.param("muelles?", id="the spring of Spain, a quay in Mexico"),
        pytest.param("barandilla|barandal", id="the rail of one side"),
        pytest.param("jala|hala", id="to pull, on one side"),
        pytest.param("usted|su cuerpo|vosotros|vos|os", id="another you"),
    ],
)
def test_a_sentence_has_no_word_of_one_side_alone(word: str) -> None:
    assert [text for text in sentences() if re.search(rf"\b(?:{word})\b", text.casefold())] == []


def test_to_stop_is_not_written_as_for_is() -> None:
    stop = re.compile(r"\bpara (?:antes|cuando|si|en|a)\b", re.IGNORECASE)
    assert [text for text in sentences() if stop.search(text)] == []


@pytest.mark.parametrize(
    "word", ["quiet", "sentad", "acostad", "parad", "agachad", "tumbad", "list"]
)
def test_nobody_is_spoken_to_as_a_man_or_a_woman(word: str) -> None:
    gendered = re.compile(rf"\b(?:qu[eé]date|ponte|est[aá]s|est[eé]s) {word}[oa]\b")
    assert [text for text in sentences() if gendered.search(text.casefold())] == []


def test_a_sentence_ends_where_the_english_one_does() -> None:
    ends = {}
    for exercise in CATALOGUE.exercises:
        there = IN_SPANISH.by_id[exercise.id]
        for form, its in zip(exercise.ladder, there.ladder, strict=True):
            pairs = [
                (exercise.why, there.why),
                (form.setup, its.setup),
                (form.prerequisite, its.prerequisite),
                *zip(form.cues, its.cues, strict=True),
            ]
            pairs += [
                (rule.note, its.niggles[niggle].note) for niggle, rule in form.niggles.items()
            ]
            ends |= {spanish: (english or "")[-1:] for english, spanish in pairs if spanish}
    assert [text for text, end in ends.items() if text.endswith(".") is not (end == ".")] == []


def test_no_name_is_longer_than_the_longest_in_english_and_few_are_long() -> None:
    assert max(map(len, names())) <= max(map(len, english_names()))
    long = [name for name in names() if len(name) > 34]
    assert len(long) <= len([name for name in english_names() if len(name) > 34])


def test_a_name_of_an_exercise_fits_a_narrow_column() -> None:
    assert [words["name"] for words in SPANISH.values() if len(words["name"]) > 31] == []


def test_a_setup_is_no_longer_than_a_card_takes() -> None:
    longest = max(
        len(form["setup"]) for words in SPANISH.values() for form in words["forms"].values()
    )
    assert longest <= 200


def test_forms_of_one_name_are_those_of_one_name_in_english() -> None:
    pairs = set(zip(english_names(), names(), strict=True))
    assert len(pairs) == len(set(english_names())) == len(set(names()))


def test_no_name_of_one_exercise_is_that_of_another_in_any_language() -> None:
    bearers: dict[str, set[str]] = {}
    for exercise in (*CATALOGUE.exercises, *IN_SPANISH.exercises):
        for name in (exercise.id, exercise.name, *exercise.aliases):
            bearers.setdefault(letters_of(name), set()).add(exercise.id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def without_words(exercise: Exercise) -> Exercise:
    """The exercise with nothing in it that a language changes."""
    ladder = []
    for form in exercise.ladder:
        niggles = {niggle: replace(rule, note=None) for niggle, rule in form.niggles.items()}
        bare = {"name": "", "other_names": (), "setup": None, "prerequisite": None}
        ladder.append(replace(form, cues=(), niggles=niggles, **bare))
    return replace(
        exercise,
        name="",
        other_names=(),
        aliases=(),
        other_aliases=(),
        why="",
        prerequisite=None,
        ladder=tuple(ladder),
        niggles={niggle: replace(rule, note=None) for niggle, rule in exercise.niggles.items()},
    )


@pytest.mark.parametrize("id_", EN)
def test_a_language_changes_nothing_but_words(id_: str) -> None:
    assert without_words(IN_SPANISH.by_id[id_]) == without_words(CATALOGUE.by_id[id_])


def test_a_form_that_says_nothing_itself_has_the_words_of_its_exercise() -> None:
    banded = IN_SPANISH.form("clamshells", "Almeja con banda")
    assert banded is not None
    assert banded.cues == tuple(SPANISH["clamshells"]["cues"])
    assert banded.niggles == IN_SPANISH.by_id["clamshells"].niggles


@pytest.mark.parametrize("id_", EN)
def test_a_form_bears_its_names_in_both_languages(id_: str) -> None:
    here, there = CATALOGUE.by_id[id_], IN_SPANISH.by_id[id_]
    assert [form.names for form in here.ladder] == [form.names[::-1] for form in there.ladder]
    assert here.names == there.names[::-1]
    assert {*here.aliases, *here.other_aliases} == {*there.aliases, *there.other_aliases}


@pytest.mark.parametrize("name", ["Goblet squat", "Sentadilla goblet"])
@pytest.mark.parametrize("catalogue", [CATALOGUE, IN_SPANISH], ids=["English", "Spanish"])
def test_a_form_is_known_by_its_name_in_either_language(name: str, catalogue: Catalogue) -> None:
    form = catalogue.form("squats", name)
    assert form is catalogue.by_id["squats"].ladder[7]
    assert catalogue.form_name("squats", name) == form.name


def test_a_name_that_no_form_bears_stays_as_it_is() -> None:
    assert CATALOGUE.form_name("squats", "My squat") == "My squat"
    assert CATALOGUE.form_name("my-squats", "Goblet squat") == "Goblet squat"


def test_it_is_told_in_the_language_that_is_spoken_where_none_is_said() -> None:
    with speaking(Language.ES):
        assert load_catalogue().by_id["squats"].name == "Sentadillas"
        assert load_catalogue(language=Language.EN).by_id["squats"].name == "Squats"
    assert load_catalogue().by_id["squats"].name == "Squats"


OWN = """\
extends: befit
exercises:
- {id: squats, why: My hill is steep.}
- id: shrugs
  name: Shrugs
  aliases: [my shrug]
  group: leg
  pattern: pull
  family: shrug
  role: accessory
  seconds_per_rep: 2
  muscles: {primary: [trapezius]}
  why: A straight neck.
  cues: [Up, Down]
  dose:
    beginner: {sets: 2-3, reps: 8-12, rest: 30}
    intermediate: {sets: 2-3, reps: 8-12, rest: 30}
    advanced: {sets: 2-3, reps: 8-12, rest: 30}
  ladder:
  - {name: Light shrug, setup: Stand., level: beginner, kit: [], load: low}
  - {name: Heavy shrug, level: beginner, kit: [dumbbell], load: low, cues: [Up fast, Down]}
  niggles:
    low-back: {act: modify, note: Stand tall.}
    shin: {act: first-line}
"""
WORDS = """\
shrugs:
  name: Encogimientos
  cues: [Arriba, Abajo]
  niggles: {low-back: Con la espalda larga.}
  forms:
    Light shrug: {name: Encogimiento ligero}
"""


def own(folder: Path, words: str | None, language: Language) -> Catalogue:
    """The own catalogue in that language, with these Spanish words beside it."""
    (folder / "my.yaml").write_text(OWN, encoding="utf-8")
    if words is not None:
        (folder / "my.es.yaml").write_text(words, encoding="utf-8")
    return load_catalogue(folder / "my.yaml", language)


def test_an_own_catalogue_has_its_words_from_the_file_beside_it(tmp_path: Path) -> None:
    shrugs = own(tmp_path, WORDS, Language.ES).by_id["shrugs"]
    light, heavy = shrugs.ladder
    assert (shrugs.name, light.name, light.cues) == (
        "Encogimientos",
        "Encogimiento ligero",
        ("Arriba", "Abajo"),
    )
    assert [rule.note for rule in heavy.niggles.values()] == ["Con la espalda larga.", None]


def test_what_that_file_does_not_say_stays_as_it_is(tmp_path: Path) -> None:
    shrugs = own(tmp_path, WORDS, Language.ES).by_id["shrugs"]
    light, heavy = shrugs.ladder
    assert (shrugs.why, shrugs.aliases, light.setup) == (
        "A straight neck.",
        ("my shrug",),
        "Stand.",
    )
    assert (heavy.name, heavy.cues) == ("Heavy shrug", ("Up fast", "Down"))


@pytest.mark.parametrize("words", [WORDS, None], ids=["with a file of words", "without"])
def test_an_own_catalogue_has_befits_words_for_befits_exercises(
    words: str | None, tmp_path: Path
) -> None:
    catalogue = own(tmp_path, words, Language.ES)
    of_befit = [
        exercise for exercise in catalogue.exercises if exercise.id not in ("shrugs", "squats")
    ]
    assert of_befit == [each for each in IN_SPANISH.exercises if each.id != "squats"]


def test_what_an_own_catalogue_changes_is_told_in_its_own_words(tmp_path: Path) -> None:
    squats = own(tmp_path, None, Language.ES).by_id["squats"]
    assert squats == replace(IN_SPANISH.by_id["squats"], why="My hill is steep.")


def test_in_its_own_language_it_is_known_by_the_other_names_all_the_same(tmp_path: Path) -> None:
    shrugs = own(tmp_path, WORDS, Language.EN).by_id["shrugs"]
    assert (shrugs.name, shrugs.other_names) == ("Shrugs", ("Encogimientos",))
    assert [form.names for form in shrugs.ladder] == [
        ("Light shrug", "Encogimiento ligero"),
        ("Heavy shrug",),
    ]


def test_the_words_may_be_english_beside_a_catalogue_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "my.en.yaml").write_text("squats: {why: For hills.}", encoding="utf-8")
    assert own(tmp_path, None, Language.EN).by_id["squats"].why == "For hills."
    assert own(tmp_path, None, Language.ES).by_id["squats"].why == "My hill is steep."


def test_faults_of_the_words_are_told_whatever_the_language(tmp_path: Path) -> None:
    for language in Language:
        with pytest.raises(FileFaults) as wrong:
            own(tmp_path, "shrug: {}", language)
        assert wrong.value.faults == (
            f"{tmp_path / 'my.es.yaml'}:1:1: there is no exercise 'shrug'; did you mean 'shrugs'?",
        )


FAULTS = {
    "an unknown exercise": (
        "squat:\n  name: Sentadillas",
        "1:1: there is no exercise 'squat'; did you mean 'squats'?",
    ),
    "an unknown form": (
        "squats:\n  forms:\n    Goblet squats: {name: Sentadilla goblet}",
        "3:5: squats has no form 'Goblet squats'; did you mean 'Goblet squat'?",
    ),
    "an unknown key": (
        "squats:\n  nombre: Sentadillas",
        "2:3: unknown key 'nombre'; did you mean 'name'?",
    ),
    "an unknown key of a form": (
        "squats:\n  forms:\n    Goblet squat:\n      cue: [Abajo]",
        "4:7: unknown key 'cue'; did you mean 'cues'?",
    ),
    "an unknown niggle": (
        "squats:\n  niggles:\n    knee: Poco",
        "3:5: 'knee' is not a niggle; the niggles are runners-knee, itb, plantar, shin, achilles, "
        "low-back, hamstring, bone-stress; did you mean 'runners-knee'?",
    ),
    "a note that is none": (
        "squats:\n  niggles:\n    shin: Poco",
        "3:5: the catalogue has no note for shin here: take it out",
    ),
    "a note that the form has from its exercise": (
        "squats:\n  forms:\n    Goblet squat:\n      niggles:\n        itb: Poco",
        "5:9: the catalogue has no note for itb here: take it out",
    ),
    "a text that is none": (
        "squats:\n  prerequisite: Nada",
        "2:3: the catalogue has no prerequisite here: take it out",
    ),
    "cues that the form has from its exercise": (
        "squats:\n  forms:\n    Goblet squat:\n      cues: [Abajo]",
        "4:7: the catalogue has no cues here: take it out",
    ),
    "two forms of one name": (
        "squats:\n  forms:\n    Goblet squat: {name: Sit-to-stand}",
        "3:26: a plan cannot tell this form from 'Sit-to-stand': give it another name",
    ),
    "a list": (
        "- squats",
        "1:1: a list has no words: write the id of an exercise, squats: say, and "
        "below it, indented, name: and the like",
    ),
    "nothing": (
        "",
        "1:1: an empty value has no words: write the id of an exercise, squats: say, and "
        "below it, indented, name: and the like",
    ),
    "a number for a name": (
        "squats:\n  name: 3",
        "2:9: 3 is not text of one line, with 1 to 200 characters",
    ),
    "an exercise without words": ("squats:", "1:8: an empty value is not a mapping"),
    "a space of no width": (
        "squats:\n  name: Senta\u200bdillas",
        "2:9: 'Senta\\u200bdillas' has U+200B, which nobody can see: take it out",
    ),
    "no YAML": (
        "squats: [",
        "1:10: this is not YAML: the text ends in the middle of something: close each bracket and each quote",
    ),
    "an alias": (
        "squats: *a",
        "1:9: the alias 'a': befit reads none, write out what it stands for",
    ),
    "an anchor": ("squats: &a {name: Abc}", "1:9: the anchor 'a': befit reads none, take it out"),
}


@pytest.mark.parametrize(("text", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_words_is_told_with_its_line(text: str, fault: str) -> None:
    with pytest.raises(FileFaults) as wrong:
        parse_words(text, "my.es.yaml", parse_exercises(compiled.bundled().read_bytes(), "befit"))
    assert wrong.value.faults == (f"my.es.yaml:{fault}",)


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    text = "\n".join(("lunges: {forms: {None: {}}}", "squats: {name: 3}", "squat: {}"))
    with pytest.raises(FileFaults) as wrong:
        parse_words(text, "my.es.yaml", parse_exercises(compiled.bundled().read_bytes(), "befit"))
    assert [fault.split(":")[1] for fault in wrong.value.faults] == ["1", "2", "3"]


@st.composite
def some_words(draw: st.DrawFn) -> dict[str, Any]:
    """A part of befit's own words."""
    ids = draw(st.lists(st.sampled_from(list(SPANISH)), max_size=4, unique=True))
    return {
        id_: {key: SPANISH[id_][key] for key in SPANISH[id_] if draw(st.booleans())} for id_ in ids
    }


@given(words=some_words())
@times(0.4)
def test_any_part_of_befits_words_is_sound_by_itself(words: dict[str, Any]) -> None:
    exercises = parse_exercises(compiled.bundled().read_bytes(), "befit")
    if words:
        assert set(parse_words(text_of(words), "my.es.yaml", exercises)) == set(words)
