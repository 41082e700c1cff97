"""What befit says has Spanish that says the same."""

from __future__ import annotations

from io import BytesIO
from string import Formatter
from typing import Any

import messages
import pytest
from babel.messages.mofile import read_mo

from befit_cli.language import Language

ENTRIES = [entry for entry in messages.translations() if entry.id]
ENGLISH_ALONE = {"article"}
"""Places that only English has."""


def of(entry: Any) -> str:
    return str(entry.id)


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_all_that_befit_says_is_translated() -> None:
    assert messages.missing() == []


def test_nothing_is_translated_that_befit_does_not_say() -> None:
    assert messages.left_over() == []


def test_no_translation_is_a_guess() -> None:
    assert [entry.id for entry in ENTRIES if entry.fuzzy] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=of)
def test_a_translation_has_the_places_of_its_english(entry: Any) -> None:
    english = entry.id if entry.pluralizable else (entry.id,)
    for before, text in zip(english, messages.texts(entry), strict=True):
        # of one thing either language may leave the number out
        free = ENGLISH_ALONE if before is english[-1] else ENGLISH_ALONE | {"n"}
        if text:
            assert places(text) - free == places(before) - free


def test_what_is_counted_is_translated_for_one_and_for_several() -> None:
    counted = [messages.texts(entry) for entry in ENTRIES if entry.pluralizable]
    assert [texts for texts in counted if any(texts) != all(texts)] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=of)
def test_a_translation_begins_and_ends_with_the_spaces_of_its_english(entry: Any) -> None:
    english = entry.id if isinstance(entry.id, tuple) else (entry.id,)
    for before, text in zip(english, messages.texts(entry), strict=True):
        if text:
            assert (text[0].isspace(), text[-1].isspace()) == (
                before[0].isspace(),
                before[-1].isspace(),
            )


def sentences(compiled: bytes) -> dict[Any, Any]:
    """What is said for what; the head of the file has the version of Babel that wrote it, too."""
    entries = read_mo(BytesIO(compiled))
    return {(str(entry.id), entry.context): entry.string for entry in entries if entry.id}


def test_the_compiled_sentences_are_those_of_the_translators_files() -> None:
    same = sentences(Language.ES.messages.read_bytes()) == sentences(messages.compiled())
    assert same, "python .ci/messages.py compiles them"
