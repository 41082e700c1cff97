"""What befit says has Spanish that says the same."""

from __future__ import annotations

from io import BytesIO
from string import Formatter
from typing import Any

import messages
from babel.messages.mofile import read_mo

from befit_cli.language import Language

ENTRIES = [entry for entry in messages.translations() if entry.id]
ENGLISH_ALONE = {"article"}
"""Places that only English has."""


def english(entry: Any) -> tuple[str, ...]:
    """What it says in English: of one thing and of several, where it counts."""
    return entry.id if entry.pluralizable else (entry.id,)


def pairs(entry: Any) -> list[tuple[str, str]]:
    """Its English, each with what is said for it in Spanish."""
    said = zip(english(entry), messages.texts(entry), strict=True)
    return [(before, text) for before, text in said if text]


def spaces(text: str) -> tuple[bool, bool]:
    """Whether it begins with a space, and whether it ends with one."""
    return text[0].isspace(), text[-1].isspace()


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_all_that_befit_says_is_translated() -> None:
    assert messages.missing() == []


def test_nothing_is_translated_that_befit_does_not_say() -> None:
    assert messages.left_over() == []


def test_no_translation_is_a_guess() -> None:
    assert [entry.id for entry in ENTRIES if entry.fuzzy] == []


def test_a_translation_has_the_places_of_its_english() -> None:
    other = []
    for entry in ENTRIES:
        for before, text in pairs(entry):
            # of one thing either language may leave the number out
            free = ENGLISH_ALONE if before is english(entry)[-1] else ENGLISH_ALONE | {"n"}
            if places(text) - free != places(before) - free:
                other.append((before, text))
    assert other == []


def test_what_is_counted_is_translated_for_one_and_for_several() -> None:
    counted = [messages.texts(entry) for entry in ENTRIES if entry.pluralizable]
    assert [texts for texts in counted if any(texts) != all(texts)] == []


def test_a_translation_begins_and_ends_with_the_spaces_of_its_english() -> None:
    other = []
    for entry in ENTRIES:
        for before, text in pairs(entry):
            if spaces(text) != spaces(before):
                other.append((before, text))
    assert other == []


def sentences(compiled: bytes) -> dict[Any, Any]:
    """What is said for what; the head of the file has the version of Babel that wrote it, too."""
    entries = read_mo(BytesIO(compiled))
    return {(str(entry.id), entry.context): entry.string for entry in entries if entry.id}


def test_the_compiled_sentences_are_those_of_the_translators_files() -> None:
    same = sentences(Language.ES.messages.read_bytes()) == sentences(messages.compiled())
    assert same, "python .ci/messages.py compiles them"
