"""A runner's profile: a YAML file that says what the options would, read with the place of every
fault.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from befit_cli import __version__, files
from befit_cli.catalogue.load import load_catalogue
from befit_cli.errors import UsageError, did_you_mean
from befit_cli.language import Language, _, message
from befit_cli.runner.adjustments import ADJUSTED
from befit_cli.runner.alone import NONE
from befit_cli.runner.beside import running_plan_beside
from befit_cli.runner.dates import read_date
from befit_cli.runner.kinds import is_no_file
from befit_cli.runner.options import (
    AT,
    ATHLETE,
    CATALOGUE,
    LANGUAGE,
    OF_ONE_WEEK,
    REMIND,
    RUNS,
    RUNS_AS,
    SINCE,
    START,
    TZ,
    WEEKS,
)
from befit_cli.runner.profile_line import is_text, line_faults, text_of, without_value
from befit_cli.runner.weights import WEIGHTS, read_weights, weight_faults
from befit_cli.values import Catalogue, monday_of
from befit_cli.yaml.nodes import Fault, Node, compose, located, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from befit_cli.yaml.outline import Outline

LoadCatalogue: TypeAlias = Callable[[Path | None, Language | None], Catalogue]
"""Brings the exercises of a file, or befit's own, for a profile that may say a language."""
KEYS = {
    option.name: option
    for option in (*ATHLETE, RUNS, START, WEEKS, AT, TZ, REMIND, CATALOGUE, LANGUAGE)
}
"""What a profile may say, by its keys: what stays true from one plan to the next."""

NOT_KEPT = {
    "profile": message("it cannot say itself where it is"),
    "week": message("befit plan shows the week that is on"),
    "why": message("reasons are for when you wonder"),
    "format": message("what becomes of a plan is another thing each time"),
    "output": message("what becomes of a plan is another thing each time"),
    "csv-separator": message("your locale says it, in LC_NUMERIC"),
    "force": message("no file should be lost for a word of long ago"),
}
"""The options of a plan that a profile does not keep, and why."""

NAMES = "names"
"""The key of the profile that says what an app's names of exercises mean."""
_OF_ONE_WEEK = {option.name: option for option in (*OF_ONE_WEEK, SINCE)}
_NO_WEEK = message(
    "write a week's Monday and what it has otherwise: 2026-12-07: {hard: wed, kit: none}"
)
_NO_NAMES = message("names is each app's name with the id of an exercise: {Leg Press: leg-presses}")
_NO_CORRECTION = message(
    "write a date or words of a title, and the kind: {2026-12-03: easy, Steady: hard}"
)
_OF_CATALOGUE = frozenset({"exercises", "extends"})
"""The keys one of which every catalogue has."""
MOST_BYTES = 1_000_000
"""Of a profile; befit's own has three thousand."""


def is_profile(outline: Outline) -> bool:
    """Whether a YAML file is a profile and no catalogue, by its keys."""
    if outline.listed or not outline.keys.isdisjoint(_OF_CATALOGUE):
        return False
    return not outline.keys.isdisjoint((*KEYS, *SECTIONS))


def as_spoken(file: Path | None, said: Language | None) -> Catalogue:
    """The exercises of the file, or befit's own, in the language that is spoken, whatever a profile
    says: who speaks has heard it.
    """
    return load_catalogue(file)


def load_profile(
    path: Path, catalogue: Path | None, load: LoadCatalogue = as_spoken
) -> tuple[dict[str, Any], Catalogue]:
    """What the profile says, by the option's name, and the exercises to plan from, which `load`
    brings: of `catalogue`, else of the profile's own, else befit's. What it says of single weeks is
    `Adjusted`, under its key. A calendar beside it, of the same name, is the running plan of who
    names none.

    Raises BefitError for a file that cannot be read, and FileFaults with every fault of one that
    can.
    """
    root, faults = compose(files.read(path, MOST_BYTES))
    if root is None:
        raise located(str(path), faults)
    return read_profile(root, faults, path, path, catalogue, load)


def adjusted_now(path: Path) -> dict[date, dict[str, str]]:
    """What the profile at the path says of single weeks by now, by their Mondays; whoever loads it
    hears of its faults.
    """
    root, _faults = compose(files.read(path, MOST_BYTES))
    weeks = None if root is None else root.parts.get(ADJUSTED)
    return {} if weeks is None else _adjusted(weeks)


def read_profile(
    root: Node,
    found: Iterable[Fault],
    path: Path,
    own: Path,
    catalogue: Path | None,
    load: LoadCatalogue,
) -> tuple[dict[str, Any], Catalogue]:
    """The same of a part of the file at `path` that is a profile, and in which these faults were
    `found` already; a calendar lies beside it where it would beside a file of its `own`.
    """
    faults = list(found)
    if not isinstance(root.data, dict | None):
        wrong = _("{said} is no profile; write lines such as race: half", said=shown(root.data))
        raise located(str(path), [*faults, (root.place, wrong)])
    exercises = load(
        catalogue or _catalogue(root, path), language_of(root.parts.get(LANGUAGE.name))
    )
    judged = {place for place, _sentence in faults}
    for key, node in root.parts.items():
        for place, sentence in _key_faults(root.keys[key], node, exercises):
            # what YAML itself refuses at a place is the one thing to mend there
            if place not in judged:
                faults.append((place, sentence))
    if faults:
        raise located(str(path), faults)
    words: dict[str, Any] = {}
    for key, node in root.parts.items():
        words[key] = SECTIONS[key](node) if key in SECTIONS else text_of(node)
    running = running_plan_of(root.parts.get(RUNS.name), path)
    if RUNS.name not in words:
        running = running_plan_beside(own)
    if running:
        words[RUNS.name] = str(running)
    return words, exercises


def language_of(said: Node | None) -> Language | None:
    """The language that the profile says; None where it says none that befit speaks."""
    if said is None or not is_text(said):
        return None
    try:
        # which exercises there are is asked in the language itself, so it can't ask for them
        read: Language = LANGUAGE.read(text_of(said), Catalogue(()))
    except UsageError:
        return None
    return read


def running_plan_of(named: Node | None, path: Path) -> Path | None:
    """The file of the runner's running plan, found from the profile's folder; None where they name
    none.
    """
    if named is None or not is_text(named) or is_no_file(text_of(named)):
        return None
    return path.parent / os.path.expanduser(text_of(named))


def _catalogue(root: Node, path: Path) -> Path | None:
    """The file that the profile names, found from its folder; raises FileFaults where there is
    none.
    """
    named = root.parts.get(CATALOGUE.name)
    if named is None or not is_text(named):
        return None
    if not text_of(named).strip():
        raise located(str(path), [(named.place, without_value(CATALOGUE))])
    file = path.parent / os.path.expanduser(text_of(named))
    if not os.path.isfile(file):  # which never raises, whatever the name
        raise located(str(path), [(named.place, _("there is no file {path}", path=file))])
    return file


def _adjusted(value: Node) -> dict[date, dict[str, str]]:
    """What is said of single weeks, under their Mondays."""
    weeks = {}
    for day, own in value.parts.items():
        said = {name: text_of(part) for name, part in own.parts.items()}
        if said:
            weeks[monday_of(read_date(ADJUSTED, day))] = said
    return weeks


def _texts(value: Node) -> dict[str, str]:
    """What is said of each title, day or name, under it."""
    return {about: text_of(said) for about, said in value.parts.items()}


SECTIONS: dict[str, Callable[[Node], Any]] = {
    ADJUSTED: _adjusted,
    RUNS_AS: _texts,
    NAMES: _texts,
    WEIGHTS: read_weights,
}
"""The keys that no option has, and what is made of each."""


def _key_faults(key: Node, value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with what stands under a key of the profile."""
    if key.data == ADJUSTED:
        yield from _adjusted_faults(value, exercises)
    elif key.data == RUNS_AS:
        yield from _correction_faults(value)
    elif key.data == NAMES:
        yield from _name_faults(value, exercises)
    elif key.data == WEIGHTS:
        yield from weight_faults(value)
    elif key.data in KEYS:
        yield from line_faults(KEYS[key.data], value, exercises)
    else:
        yield key.place, _unknown(key.data)


def _adjusted_faults(value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with what is said of single weeks."""
    if not isinstance(value.data, dict | None):
        yield value.place, _(_NO_WEEK)
        return
    mondays: dict[date, str] = {}
    for day, own in value.parts.items():
        place = value.keys[day].place
        try:
            monday = monday_of(read_date(ADJUSTED, day))
        except UsageError as error:
            yield place, str(error)
            continue
        if monday in mondays:
            same = _(
                "{day} is in the week of {other}: say once what a week has",
                day=day,
                other=mondays[monday],
            )
            yield place, same
        mondays[monday] = day
        if not isinstance(own.data, dict | None):
            yield own.place, _(_NO_WEEK)
        for name, part in own.parts.items():
            if name in _OF_ONE_WEEK:
                yield from line_faults(_OF_ONE_WEEK[name], part, exercises)
            else:
                yield own.keys[name].place, _not_of_one_week(name)


def _correction_faults(value: Node) -> Iterator[Fault]:
    """What is wrong with what is said of single runs of a running plan."""
    from befit_cli.runner.corrections import read_correction

    if not isinstance(value.data, dict | None):
        yield value.place, _(_NO_CORRECTION)
        return
    for about, kind in value.parts.items():
        if not (is_text(kind) and is_text(value.keys[about], own=True)):
            yield kind.place, _(_NO_CORRECTION)
            continue
        try:
            read_correction(about, text_of(kind), RUNS_AS)
        except UsageError as error:
            yield kind.place, str(error)


def _name_faults(value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with what is said of an app's names of exercises."""
    if not isinstance(value.data, dict | None):
        yield value.place, _(_NO_NAMES)
        return
    for part in value.parts.values():
        if not is_text(part) or text_of(part) not in (NONE, *exercises.by_id):
            yield (
                part.place,
                _(
                    "{said} is no exercise: write an id, such as squats, or none",
                    said=shown(part.data),
                ),
            )


def _not_of_one_week(key: str) -> str:
    """The sentence about a key that stands below a week and says nothing of one."""
    nearest = did_you_mean(key, _OF_ONE_WEEK) or "."
    return _(
        "{key} is no matter of one week; those are {keys}{nearest}",
        key=shown(key),
        keys=", ".join(_OF_ONE_WEEK),
        nearest=nearest,
    )


def _unknown(key: str) -> str:
    """The sentence about a key that befit does not know.

    It stops the command, as every fault does. Passed over, a slip such as race_date would give a
    plan for another race, and nobody would see it; and a key that a newer befit wrote changes its
    plans, so that one made without it would be another plan than the runner knows. Which of the two
    it is befit cannot know: so it names the nearest key, and its own version.
    """
    if key in NOT_KEPT:
        return _(
            "{key} is no key of a profile: say --{option} each time, for {reason}",
            key=shown(key),
            option=key,
            reason=_(NOT_KEPT[key]),
        )
    every = (*KEYS, *SECTIONS)
    nearest = did_you_mean(key, every) or _("; the keys are {keys}.", keys=", ".join(every))
    return _(
        "unknown key {key}{nearest} This is befit {version}; a newer one may know it",
        key=shown(key),
        nearest=nearest,
        version=__version__,
    )
