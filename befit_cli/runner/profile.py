"""A runner's profile: a YAML file that says what the options would, read with the place of every
fault, and written to be edited.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from functools import partial
from operator import eq
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TypeAlias

from befit_cli import __version__, files
from befit_cli.catalogue.load import load_catalogue
from befit_cli.errors import BefitError, UsageError, did_you_mean
from befit_cli.language import Language, _, message
from befit_cli.runner.adjustments import ADJUSTED
from befit_cli.runner.alone import NONE
from befit_cli.runner.beside import running_plan_beside
from befit_cli.runner.dates import read_date
from befit_cli.runner.kinds import OF_A_DAY, SAYINGS, is_no_file
from befit_cli.runner.options import (
    AT,
    ATHLETE,
    CATALOGUE,
    KIT_BY_DAY,
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
from befit_cli.runner.weights import EXAMPLE, WEIGHTS, read_weights, weight_faults
from befit_cli.runner.words import read_athlete, say
from befit_cli.values import Athlete, Catalogue, monday_of
from befit_cli.yaml.data import line_of
from befit_cli.yaml.nodes import Fault, Node, Place, compose, located, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from befit_cli.runner.corrections import Correction
    from befit_cli.runner.options import Option
    from befit_cli.runner.profile_change import Line

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

_OF_ONE_WEEK = {option.name: option for option in (*OF_ONE_WEEK, SINCE)}
USUAL = "usual"
"""In a mapping of kit, what the days have that are not named."""
_NO_WEEK = message(
    "write a week's Monday and what it has otherwise: 2026-12-07: {hard: wed, kit: none}"
)
_FOR_WEEKS = message(
    "single weeks that are otherwise, each by its Monday; befit adjust writes them"
)
"""What stands above them."""
_FOR_RUNS = message(
    "what runs of your running plan are, each by its date or words of its title; befit runs --as "
    "writes them"
)

NAMES = "names"
"""The key of the profile that says what an app's names of exercises mean."""
_FOR_NAMES = message("what other apps' names of exercises mean: an exercise's id, or none")
_NO_NAMES = message("names is each app's name with the id of an exercise: {Leg Press: leg-presses}")
_FOR_WEIGHTS = message("the weights that you own, in your units; without it usual steps count")
_NO_CORRECTION = message(
    "write a date or words of a title, and the kind: {2026-12-03: easy, Steady: hard}"
)

_EXAMPLES = {
    RUNS.name: "running-plan.ics",
    WEEKS.name: "12",
    AT.name: "18:30",
    TZ.name: "Europe/Berlin",
    REMIND.name: "30",
    CATALOGUE.name: "my-exercises.yaml",
    LANGUAGE.name: Language.ES.value,
}
"""What stands in a new profile, to fill in, where nothing was said."""

_HEAD = message(
    "Your profile: befit plan and befit block read it. Change a line, or say befit init to "
    "be asked again."
)
_HEAD_OF_SAID = message(
    "A runner's profile: befit roster reads it, and befit plan --profile with its name. befit init "
    "--profile with it asks for what is missing."
)
_MOST_BYTES = 1_000_000
"""Of a profile; befit's own has three thousand."""
_MOST_CHARACTERS = 1_000
"""Of a value: all exercises of a catalogue fit in."""
_WIDTH = 88
"""Of a comment."""


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
    root, faults = compose(files.read(path, _MOST_BYTES))
    if root is None:
        raise located(str(path), faults)
    return read_profile(root, faults, path, path, catalogue, load)


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
    exercises = load(catalogue or _catalogue(root, path), _language(root))
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
        words[key] = SECTIONS[key](node) if key in SECTIONS else _text(node)
    running = _running_plan(root.parts.get(RUNS.name), path)
    if RUNS.name not in words:
        running = running_plan_beside(own)
    if running:
        words[RUNS.name] = str(running)
    return words, exercises


def profile_text(
    athlete: Athlete,
    start: date,
    catalogue: str | None = None,
    runs: str | None = None,
    language: Language | None = None,
) -> str:
    """The profile that says this athlete, when the block starts, where the catalogue and the
    running plan are, and the language; above each key, what may stand there.
    """
    lines = {option.name: f"{option.name}: {_value_line(option, athlete)}" for option in ATHLETE}
    lines[START.name] = f"{START.name}: {start}"
    for name, example in _EXAMPLES.items():
        lines[name] = f"# {name}: {example}"
    for name, file in ((CATALOGUE.name, catalogue), (RUNS.name, runs)):
        if file is not None:
            lines[name] = f"{name}: {json.dumps(file, ensure_ascii=False)}"
    if language is not None:
        lines[LANGUAGE.name] = f"{LANGUAGE.name}: {language}"
    entries = [f"{_comment(_(_HEAD))}\n"]
    for name, line in lines.items():
        entries.append(f"{_comment(str(KEYS[name].comment))}\n{line}\n")
    entries.append(f"{_comment(_(_FOR_WEIGHTS))}\n# {WEIGHTS}: {EXAMPLE}\n")
    return "\n".join(entries)


def said_profile(path: Path, words: Mapping[str, Any], athlete: Athlete, start: date) -> str:
    """A profile for that path which says no more than these words, that somebody else's file says
    of the athlete, and when the block starts.
    """
    lines = []
    for name, option in KEYS.items():
        if name == START.name:
            lines.append(f"{name}: {start}")
        elif name in words and option.field:
            lines.append(f"{name}: {_value_line(option, athlete)}")
        elif name in words:
            said = str(words[name])
            if option.kind.path and not is_no_file(said):
                said = os.path.relpath(said, path.parent)
            lines.append(f"{name}: {json.dumps(said, ensure_ascii=False)}")
    return f"{_comment(_(_HEAD_OF_SAID))}\n\n" + "".join(f"{line}\n" for line in lines)


def answered_profile(
    path: Path,
    athlete: Athlete,
    start: date,
    exercises: Catalogue,
    runs: str | None = None,
    language: Language | None = None,
) -> str:
    """The profile that is at the path, changed where it says another athlete, another week that the
    block began in, another file of a running plan or another language; all else in it stays as it
    is. A new one where there is none.

    Raises BefitError, with the lines to write by hand, where it cannot stay.
    """
    if not files.is_there(path):
        plan = None if is_no_file(runs or "") else runs
        return profile_text(athlete, start, runs=plan, language=language)
    text = files.read(path, _MOST_BYTES).decode()
    lines = _changed_lines(text, athlete, start, exercises)
    lines += _changed_plan(text, path, runs)
    lines += _changed_language(text, language)
    if not lines:
        return text
    from befit_cli.runner.profile_change import CannotKeep, changed

    try:
        return changed(text, lines)
    except CannotKeep:
        raise BefitError(
            _(
                "{path} was left as it is, for befit cannot change it and keep all that you wrote "
                "there.",
                path=path,
            ),
            _("Write this in it, in place of the lines that have these keys:"),
            below=tuple(map(str, lines)),
        ) from None


def adjusted_profile(path: Path, weeks: Mapping[date, Mapping[str, str]]) -> str:
    """The profile that is at the path, and of these weeks, by their Mondays, says this; of one for
    which there are no words, nothing any more. All else in it stays as it is.

    Raises BefitError, with the lines to write by hand, where it cannot stay.
    """
    from befit_cli.runner.profile_change import CannotKeep, with_entry

    text = files.read(path, _MOST_BYTES).decode()
    above = _comment(_(_FOR_WEEKS))
    for monday, own in weeks.items():
        said = {name: _number_or_words(words) for name, words in own.items()}
        try:
            text = with_entry(text, ADJUSTED, _same_week(monday), str(monday), said, above)
        except CannotKeep:
            raise BefitError(
                _(
                    "{path} was left as it is, for befit cannot change it and keep all that you "
                    "wrote there.",
                    path=path,
                ),
                _("Write this in it, below adjusted: and for that week alone:"),
                below=(f"  {monday}: {line_of(said)}",),
            ) from None
    return text


def corrected_profile(path: Path, corrections: Sequence[Correction]) -> str:
    """The profile that is at the path, with these words on single runs. All else stays as it is.

    Raises BefitError, with the lines to write by hand, where it cannot stay.
    """
    text = _text_at(path)
    for each in corrections:
        entry = {each.about: each.kind.value}
        text = _with_entry(path, text, RUNS_AS, each.is_about, entry, _comment(_(_FOR_RUNS)))
    return text


def named_profile(path: Path, names: Mapping[str, str]) -> str:
    """The profile that is at the path, with what other apps' names of exercises mean: each an id,
    or none. All else stays as it is. Raises as `corrected_profile` does.
    """
    text = _text_at(path)
    above = _comment(_(_FOR_NAMES))
    for name, id_ in names.items():
        text = _with_entry(path, text, NAMES, partial(eq, name), {name: id_}, above)
    return text


def _text_at(path: Path) -> str:
    return files.read(path, _MOST_BYTES).decode()


def _with_entry(
    path: Path,
    text: str,
    key: str,
    is_about: Callable[[str], bool],
    entry: Mapping[str, str],
    above: str,
) -> str:
    """The text with the entry below that key, in place of one that is about the same."""
    from befit_cli.runner.profile_change import CannotKeep, with_entry

    ((about, value),) = entry.items()
    try:
        return with_entry(text, key, is_about, about, value, above)
    except CannotKeep:
        raise BefitError(
            _(
                "{path} was left as it is, for befit cannot change it and keep all that you wrote "
                "there.",
                path=path,
            ),
            _("Write this in it, below {key}:", key=key),
            below=(f"  {line_of(entry)[1:-1]}",),
        ) from None


def _number_or_words(said: str) -> int | str:
    """A number as one, for as words it would stand in quotes."""
    return int(said) if said.isdecimal() and str(int(said)) == said else said


def _same_week(monday: date) -> Callable[[str], bool]:
    """Whether a key of single weeks names a day of that week."""
    return lambda day: monday_of(read_date(ADJUSTED, day)) == monday


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
            error.message, _("Name another file for it with BEFIT_PROFILE=FILE.")
        ) from error


def _changed_lines(text: str, athlete: Athlete, start: date, exercises: Catalogue) -> list[Line]:
    """The lines in which a profile for the athlete is another than the text, which has no faults.

    What it leaves out stays out as long as the default is meant.
    """
    from befit_cli.runner.profile_change import Line

    root, _faults = compose(text)
    parts = {} if root is None else root.parts
    lines: list[Line] = []
    for option in ATHLETE:
        known = {option.name: _text(parts[option.name])} if option.name in parts else {}
        before = read_athlete(known, exercises)
        if say(option, athlete) != say(option, before):
            value = _value_line(option, athlete)
            lines.append(Line(option.name, value, _comment(str(option.comment))))
    begun = None
    if START.name in parts:
        begun = START.read(_text(parts[START.name]), exercises)
    if begun != start:
        lines.append(Line(START.name, str(start), _comment(str(START.comment))))
    return lines


def _changed_plan(text: str, path: Path, runs: str | None) -> list[Line]:
    """The line of the running plan, where its file is another than the text says."""
    from befit_cli.runner.profile_change import Line

    root, _faults = compose(text)
    named = None if root is None else root.parts.get(RUNS.name)
    before = _running_plan(named, path)
    after = None if is_no_file(runs or "") else runs
    if after == (None if before is None else str(before)):
        return []
    value = NONE if after is None else json.dumps(after, ensure_ascii=False)
    return [Line(RUNS.name, value, _comment(str(RUNS.comment)))]


def _changed_language(text: str, language: Language | None) -> list[Line]:
    """The line of the language, where it is another than the text says."""
    from befit_cli.runner.profile_change import Line

    root, _faults = compose(text)
    before = None if root is None else _language(root)
    if language in (None, before):
        return []
    return [Line(LANGUAGE.name, str(language), _comment(str(LANGUAGE.comment)))]


def _value_line(option: Option, athlete: Athlete) -> str:
    value = getattr(athlete, option.field)
    words = say(option, athlete)
    # YAML reads an exercise whose id is `1e3` as a number where it is not in quotes
    if value and (option.kind.exercises or option.kind.own):
        return json.dumps(words, ensure_ascii=False)
    return words


def _comment(text: str) -> str:
    lines = wrap(text, _WIDTH, break_on_hyphens=False, initial_indent="# ", subsequent_indent="# ")
    return "\n".join(lines)


def _catalogue(root: Node, path: Path) -> Path | None:
    """The file that the profile names, found from its folder; raises FileFaults where there is
    none.
    """
    named = root.parts.get(CATALOGUE.name)
    if named is None or not _is_text(named):
        return None
    file = path.parent / os.path.expanduser(_text(named))
    if not os.path.isfile(file):  # which never raises, whatever the name
        raise located(str(path), [(named.place, _("there is no file {path}", path=file))])
    return file


def _language(root: Node) -> Language | None:
    """The language that the profile says; None where it says none that befit speaks."""
    said = root.parts.get(LANGUAGE.name)
    if said is None or not _is_text(said):
        return None
    try:
        # which exercises there are is asked in the language itself, so it can't ask for them
        read: Language = LANGUAGE.read(_text(said), Catalogue(()))
    except UsageError:
        return None
    return read


def _running_plan(named: Node | None, path: Path) -> Path | None:
    """The file of the runner's running plan, found from the profile's folder; None where they name
    none.
    """
    if named is None or not _is_text(named) or is_no_file(_text(named)):
        return None
    return path.parent / os.path.expanduser(_text(named))


def _correction_faults(value: Node) -> Iterator[Fault]:
    """What is wrong with what is said of single runs of a running plan."""
    from befit_cli.runner.corrections import read_correction

    if not isinstance(value.data, dict | None):
        yield value.place, _NO_CORRECTION
        return
    for about, kind in value.parts.items():
        if not (_is_text(kind) and _is_text(value.keys[about], own=True)):
            yield kind.place, _NO_CORRECTION
            continue
        try:
            read_correction(about, _text(kind), RUNS_AS)
        except UsageError as error:
            yield kind.place, str(error)


def _name_faults(value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with what is said of an app's names of exercises."""
    if not isinstance(value.data, dict | None):
        yield value.place, _NO_NAMES
        return
    for part in value.parts.values():
        if not _is_text(part) or _text(part) not in (NONE, *exercises.by_id):
            yield (
                part.place,
                _(
                    "{said} is no exercise: write an id, such as squats, or none",
                    said=shown(part.data),
                ),
            )


def _adjusted(value: Node) -> dict[date, dict[str, str]]:
    """What is said of single weeks, under their Mondays."""
    weeks = {}
    for day, own in value.parts.items():
        said = {name: _text(part) for name, part in own.parts.items()}
        if said:
            weeks[monday_of(read_date(ADJUSTED, day))] = said
    return weeks


def _adjusted_faults(value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with what is said of single weeks."""
    if not isinstance(value.data, dict | None):
        yield value.place, _NO_WEEK
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
            yield own.place, _NO_WEEK
        for name, part in own.parts.items():
            yield from _faults(own.keys[name], part, exercises, _OF_ONE_WEEK)


def _corrections(value: Node) -> dict[str, str]:
    """What is said of single runs, under a date or the words of a title."""
    return {about: _text(kind) for about, kind in value.parts.items()}


SECTIONS: dict[str, Callable[[Node], Any]] = {
    ADJUSTED: _adjusted,
    RUNS_AS: _corrections,
    NAMES: _corrections,
    WEIGHTS: read_weights,
}
"""The keys that no option has, and what is made of each."""


def _key_faults(key: Node, value: Node, exercises: Catalogue) -> Iterator[Fault]:
    """What is wrong with what stands under a key of the profile."""
    if key.data == ADJUSTED:
        yield from _adjusted_faults(value, exercises)
        return
    if key.data == RUNS_AS:
        yield from _correction_faults(value)
        return
    if key.data == NAMES:
        yield from _name_faults(value, exercises)
        return
    if key.data == WEIGHTS:
        yield from weight_faults(value)
        return
    yield from _faults(key, value, exercises, KEYS)


def _faults(
    key: Node, value: Node, exercises: Catalogue, options: Mapping[str, Option]
) -> Iterator[Fault]:
    """What is wrong with one line that says one of these options: with each of its words, else with
    the words together.
    """
    option = options.get(key.data)
    if option is None:
        yield key.place, _unknown(key.data, options)
        return
    if value.data is None:
        without = _("{key} has no value; write one, or take the line out", key=option.name)
        yield value.place, without
        return
    faults: list[Fault] = []
    # where none is an answer, an empty list says it, whatever the kind
    listed = option.kind.several or value.data == []
    for word in _words(option, value) if listed else [value]:
        if _is_text(word, own=option.kind.own):
            faults += _meaning_faults(option, word.place, _text(word), exercises)
        else:
            faults.append((word.place, _("{said} means nothing here", said=shown(word.data))))
    # each word may have a meaning and all of them none, such as `none, mon`
    yield from faults or _meaning_faults(option, value.place, _text(value), exercises)


def _unknown(key: str, options: Mapping[str, Option]) -> str:
    """The sentence about a key that befit does not know.

    It stops the command, as every fault does. Passed over, a slip such as race_date would give a
    plan for another race, and nobody would see it; and a key that a newer befit wrote changes its
    plans, so that one made without it would be another plan than the runner knows. Which of the two
    it is befit cannot know: so it names the nearest key, and its own version.
    """
    if options is _OF_ONE_WEEK:
        nearest = did_you_mean(key, options) or "."
        others = ", ".join(options)
        return _(
            "{key} is no matter of one week; those are {keys}{nearest}",
            key=shown(key),
            keys=others,
            nearest=nearest,
        )
    if key in NOT_KEPT:
        return _(
            "{key} is no key of a profile: say --{option} each time, for {reason}",
            key=shown(key),
            option=key,
            reason=_(NOT_KEPT[key]),
        )
    every = (*KEYS, ADJUSTED, RUNS_AS, NAMES, WEIGHTS)
    nearest = did_you_mean(key, every) or _("; the keys are {keys}.", keys=", ".join(every))
    return _(
        "unknown key {key}{nearest} This is befit {version}; a newer one may know it",
        key=shown(key),
        nearest=nearest,
        version=__version__,
    )


def _words(option: Option, value: Node) -> Iterator[Node]:
    """The words of a list, each at its own place, or at that of the text it stands in; of pairs a
    mapping is a list, too.
    """
    parts = [value]
    if isinstance(value.data, list):
        parts = list(value.parts.values())
    elif isinstance(value.data, dict) and option.name == KIT_BY_DAY.name:
        # Judged as a whole: a word of kit means something by its day.
        yield Node(_text(value), value.place)
        return
    elif isinstance(value.data, dict) and option.kind.pairs:
        parts = [_pair(key, part) for key, part in value.parts.items()]
    for part in parts:
        if _is_text(part) and option.name == KIT_BY_DAY.name and OF_A_DAY in _text(part):
            yield part
        elif _is_text(part):
            for word in _text(part).split(","):
                yield Node(word, part.place)
        else:
            yield part


def _pair(key: Any, part: Node) -> Node:
    """`A: B` of a mapping as the word `A=B`; what is no text stays what it is, a fault."""
    return Node(f"{key}={_text(part)}", part.place) if _is_text(part) else part


def _meaning_faults(
    option: Option, place: Place, text: str, exercises: Catalogue
) -> Iterator[Fault]:
    try:
        option.read(text, exercises, dashes="")
        if option.name == KIT_BY_DAY.name:
            KIT_BY_DAY.read(text, exercises, dashes="")
    except UsageError as error:
        yield place, str(error)


def _is_text(value: Node, *, own: bool = False) -> bool:
    """Whether it is something to read, and nothing that would play tricks on a terminal; of a
    runner's own words their kind knows what may stand in them.
    """
    if isinstance(value.data, list | dict | None):
        return False
    text = _text(value)
    return own or (text.isprintable() and len(text) <= _MOST_CHARACTERS)


def _of_mapping(value: Node) -> str:
    """Pairs `A=B`, each a saying by itself; what the usual days have stands alone."""
    sayings = [
        _text(part) if key == USUAL else f"{key}={_text(part)}" for key, part in value.parts.items()
    ]
    return f"{SAYINGS} ".join(sayings)


def _text(value: Node) -> str:
    """The value as it would be given to the option."""
    if isinstance(value.data, list):
        return ", ".join(map(_text, value.parts.values()))
    if isinstance(value.data, dict):
        return _of_mapping(value)
    return value.data if isinstance(value.data, str) else shown(value.data)
