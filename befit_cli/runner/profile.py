"""A runner's profile: a YAML file that says what the options would, read with the place of every
fault, and written to be edited.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from befit_cli import files
from befit_cli.catalogue.load import load_catalogue
from befit_cli.errors import BefitError, UsageError, did_you_mean
from befit_cli.runner.words import NONE, START, read_date, read_value, words_for
from befit_cli.values import Group, Kit
from befit_cli.yaml.nodes import Fault, Node, Place, compose, located, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from befit_cli.values import Athlete, Catalogue

CATALOGUE = "catalogue"
WORDS = {
    "race": "5k, 10k, half or marathon",
    "race-date": "a date written YYYY-MM-DD, such as 2027-04-18; or none",
    "level": "beginner (lifting for less than 6 months), intermediate, or advanced (more than 2 "
    "years)",
    "kit": (
        "none, home (a towel, a stair, a sturdy chair), gym (everything), or what you own, such "
        "as home, dumbbell; "
        f"the words are {', '.join(Kit)}"
    ),
    "minutes": "15 to 60",
    "sessions": "2 or 3",
    "long-run": "mon, tue, wed, thu, fri, sat, sun or none",
    "hard": "days with commas, such as tue, thu; or none",
    "days": "days with commas, such as mon, wed, fri; or all",
    "niggle": (
        "none, or with commas: runners-knee (front of the knee), itb (outer side of the knee), "
        "plantar (heel or sole), shin, "
        "achilles (back of the heel), low-back, hamstring (back of the thigh), bone-stress (one "
        "sore point on a bone)"
    ),
    "focus": f"{', '.join(Group)} or none",
    "without": "exercises to leave out, with commas; or none",
    START: "a day of the week your block began in; befit plan shows the week that is on",
    CATALOGUE: "a file with exercises of your own, found from the folder of this one",
}
"""What may stand at each key of a profile; the keys are those of `FIELDS`, the start of the block
and the catalogue.
"""

_HEAD = (
    "Your profile: befit plan and befit block read it. Change a line, or say befit init to "
    "be asked again."
)
_LISTS = frozenset({"kit", "hard", "days", "niggle", "without"})
_MOST_BYTES = 1_000_000
_MOST_CHARACTERS = 1_000
_WIDTH = 88


def load_profile(path: Path, catalogue: Path | None) -> tuple[dict[str, str], Catalogue]:
    """What the profile says, by the option's name, and the exercises to plan from: of `catalogue`,
    else of the profile's own, else befit's.

    Raises BefitError for a file that cannot be read, and FileFaults with every fault of one that
    can.
    """
    root, found = compose(files.read(path, _MOST_BYTES))
    if root is None:
        raise located(str(path), found)
    if not isinstance(root.data, dict | None):
        raise located(
            str(path),
            [
                *found,
                (root.place, f"{shown(root.data)} is no profile; write lines such as race: half"),
            ],
        )
    exercises = load_catalogue(catalogue or _catalogue(root, path))
    judged = {place for place, _ in found}
    found += [
        fault
        for key, node in root.parts.items()
        for fault in _faults(root.keys[key], node, exercises)
        if fault[0] not in judged
    ]
    if found:
        raise located(str(path), found)
    return {key: _text(node) for key, node in root.parts.items()}, exercises


def profile_text(athlete: Athlete, start: date, catalogue: str | None = None) -> str:
    """The profile that says this athlete, when the block starts and where the catalogue is; above
    each key, what may stand there.
    """
    said = words_for(athlete)
    said["without"] = (
        json.dumps(said["without"]) if athlete.without else NONE
    )  # an exercise may have a number for its id
    said[START] = str(start)
    lines = [f"{key}: {said[key]}" for key in WORDS if key in said]
    lines.append(
        f"# {CATALOGUE}: my-exercises.yaml"
        if catalogue is None
        else f"{CATALOGUE}: {json.dumps(catalogue, ensure_ascii=False)}"
    )
    entries = (
        f"{_comment(words)}\n{line}\n" for words, line in zip(WORDS.values(), lines, strict=True)
    )
    return "\n".join([f"{_comment(_HEAD)}\n", *entries])


def write_profile(path: Path, text: str) -> None:
    """Write it whole or not at all, for its owner alone, in a folder that is made where it is
    missing.

    Raises BefitError where that cannot be.
    """
    try:
        files.make_folder(str(path.parent), private=True)
        files.write({path: text}, force=True, private=True)
    except BefitError as error:
        raise BefitError(
            error.message, "Name another file for it with BEFIT_PROFILE=FILE."
        ) from error


def _comment(text: str) -> str:
    return "\n".join(
        wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
    )


def _catalogue(root: Node, path: Path) -> Path | None:
    """The file that the profile names, found from its folder; raises FileFaults where there is
    none.
    """
    named = root.parts.get(CATALOGUE)
    if named is None or not _is_text(named):
        return None
    file = path.parent / os.path.expanduser(_text(named))
    if not os.path.isfile(file):  # which never raises, whatever the name
        raise located(str(path), [(named.place, f"there is no file {file}")])
    return file


def _faults(key: Node, value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with one line of the profile: with each of its words, else with the words
    together.
    """
    if key.data not in WORDS:
        nearest = did_you_mean(key.data, WORDS) or f"; the keys are {', '.join(WORDS)}"
        yield key.place, f"unknown key {shown(key.data)}{nearest}"
    elif value.data is None:
        yield value.place, f"{key.data} has no value; write one, or take the line out"
    else:
        words = _words(value) if key.data in _LISTS else [value]
        found = [fault for word in words for fault in _word_faults(key.data, word, exercises)]
        yield from found or _meaning_faults(key.data, value.place, _text(value), exercises)


def _words(value: Node) -> Iterator[Node]:
    """The words of a list, each at its own place, or at that of the text it stands in."""
    for part in value.parts.values() if isinstance(value.data, list) else [value]:
        yield from (
            (Node(word, part.place) for word in _text(part).split(","))
            if _is_text(part)
            else [part]
        )


def _word_faults(key: str, word: Node, exercises: Catalogue) -> Iterator[Fault]:
    if _is_text(word):
        yield from _meaning_faults(key, word.place, _text(word), exercises)
    else:
        yield word.place, f"{shown(word.data)} means nothing here"


def _meaning_faults(key: str, place: Place, text: str, exercises: Catalogue) -> Iterator[Fault]:
    try:
        if key == START:
            read_date(key, text)
        elif key != CATALOGUE:
            read_value(key, text, exercises, dashes="")
    except UsageError as error:
        yield place, str(error)


def _is_text(value: Node) -> bool:
    """Whether it is something to read, and nothing that would play tricks on a terminal."""
    return (
        not isinstance(value.data, list | dict | None)
        and _text(value).isprintable()
        and len(_text(value)) <= _MOST_CHARACTERS
    )


def _text(value: Node) -> str:
    """The value as it would be given to the option."""
    if isinstance(value.data, list):
        return ", ".join(map(_text, value.parts.values()))
    return value.data if isinstance(value.data, str) else shown(value.data)
