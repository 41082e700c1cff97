"""A profile as it is written: a new one, to be edited, or the one that is there with what is
otherwise now, while all else in it stays as it is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from operator import eq
from textwrap import wrap
from typing import TYPE_CHECKING

from befit_cli import files
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import Language, _, message
from befit_cli.runner.adjustments import ADJUSTED
from befit_cli.runner.alone import NONE
from befit_cli.runner.dates import read_date
from befit_cli.runner.kinds import is_no_file
from befit_cli.runner.options import (
    AT,
    ATHLETE,
    CATALOGUE,
    LANGUAGE,
    REMIND,
    RUNS,
    RUNS_AS,
    START,
    TZ,
    WEEKS,
)
from befit_cli.runner.profile import KEYS, MOST_BYTES, NAMES, language_of, running_plan_of
from befit_cli.runner.profile_line import text_of
from befit_cli.runner.weights import EXAMPLE, WEIGHTS
from befit_cli.runner.words import read_athlete, say
from befit_cli.values import monday_of
from befit_cli.values.athlete import no_text
from befit_cli.yaml.data import line_of
from befit_cli.yaml.nodes import compose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from typing import Any

    from befit_cli.runner.corrections import Correction
    from befit_cli.runner.options import Option
    from befit_cli.runner.profile_change import Line
    from befit_cli.values import Athlete, Catalogue
    from befit_cli.yaml.nodes import Node

_HEAD = message(
    "Your profile: befit plan and befit block read it. Change a line, or say befit init to "
    "be asked again."
)
_HEAD_OF_SAID = message(
    "A runner's profile: befit roster reads it, and befit plan --profile with its name. befit init "
    "--profile with it asks for what is missing."
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
_FOR_WEEKS = message(
    "single weeks that are otherwise, each by its Monday; befit adjust writes them"
)
_FOR_RUNS = message(
    "what runs of your running plan are, each by its date or words of its title; befit runs --as "
    "writes them"
)
_FOR_NAMES = message("what other apps' names of exercises mean: an exercise's id, or none")
_FOR_WEIGHTS = message("the weights that you own, in your units; without it usual steps count")
_ELSEWHERE = message("Name another file for it with BEFIT_PROFILE=FILE.")
_WIDTH = 88
"""Of a comment."""


def profile_text(
    athlete: Athlete,
    start: date,
    runs: str | None = None,
    language: Language | None = None,
) -> str:
    """The profile that says this athlete, when the block starts, where the running plan is, and the
    language; above each key, what may stand there.
    """
    lines = {option.name: f"{option.name}: {_value_line(option, athlete)}" for option in ATHLETE}
    lines[START.name] = f"{START.name}: {start}"
    for name, example in _EXAMPLES.items():
        lines[name] = f"# {name}: {example}"
    if runs is not None:
        lines[RUNS.name] = f"{RUNS.name}: {_file_line(runs)}"
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
        return profile_text(athlete, start, plan, language)
    text = _text_at(path)
    root, _faults = compose(text)
    parts = {} if root is None else root.parts
    lines = _changed_lines(parts, athlete, start, exercises)
    lines += _changed_plan(parts.get(RUNS.name), path, runs)
    lines += _changed_language(parts.get(LANGUAGE.name), language)
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

    text = _text_at(path)
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


def write_profile(path: Path, text: Callable[[], str]) -> None:
    """Write the text whole or not at all, for its owner alone, in a folder that is made where it is
    missing; it is made while nobody else changes the profile.

    Raises BefitError where that cannot be.
    """
    with ExitStack() as held:
        with files.or_elsewhere(_(_ELSEWHERE)):
            files.make_folder(str(path.parent), private=True)
            held.enter_context(files.locked(path))
        changed = text()
        with files.or_elsewhere(_(_ELSEWHERE)):
            files.write({path: changed}, force=True, private=True)


def _text_at(path: Path) -> str:
    return files.read(path, MOST_BYTES).decode()


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


def _changed_lines(
    parts: Mapping[str, Node], athlete: Athlete, start: date, exercises: Catalogue
) -> list[Line]:
    """The lines in which a profile for the athlete is another than these, which have no faults.

    What it leaves out stays out as long as the default is meant.
    """
    from befit_cli.runner.profile_change import Line

    lines: list[Line] = []
    for option in ATHLETE:
        known = {option.name: text_of(parts[option.name])} if option.name in parts else {}
        before = read_athlete(known, exercises)
        if say(option, athlete) != say(option, before):
            value = _value_line(option, athlete)
            lines.append(Line(option.name, value, _comment(str(option.comment))))
    begun = None
    if START.name in parts:
        begun = START.read(text_of(parts[START.name]), exercises)
    if begun != start:
        lines.append(Line(START.name, str(start), _comment(str(START.comment))))
    return lines


def _changed_plan(named: Node | None, path: Path, runs: str | None) -> list[Line]:
    """The line of the running plan, where its file is another than the one that is named."""
    from befit_cli.runner.profile_change import Line

    before = running_plan_of(named, path)
    after = None if is_no_file(runs or "") else runs
    if after == (None if before is None else str(before)):
        return []
    value = NONE if after is None else _file_line(after)
    return [Line(RUNS.name, value, _comment(str(RUNS.comment)))]


def _file_line(runs: str) -> str:
    """The file of the running plan as a profile says it; raises UsageError where none can."""
    if fault := no_text(runs):
        raise UsageError(
            _("What {name} says {fault}.", name=f"--{RUNS.name}", fault=fault),
            _("Give the file another name."),
        )
    return json.dumps(runs, ensure_ascii=False)


def _changed_language(said: Node | None, language: Language | None) -> list[Line]:
    """The line of the language, where it is another than the one that is said."""
    from befit_cli.runner.profile_change import Line

    if language in (None, language_of(said)):
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
