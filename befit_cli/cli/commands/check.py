"""Look closer: what a changed plan or a catalogue breaks, and what each rule rests on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

from befit_cli import files
from befit_cli.cli.consoles import console, say, some_of, tell_lines
from befit_cli.cli.options import CHECKED, MADE_FROM, NO_PAGER, RULE
from befit_cli.cli.program import command, tell
from befit_cli.cli.request import made_from, running_plan
from befit_cli.cli.streams import OutputError
from befit_cli.errors import BefitError, FileFaults, UsageError
from befit_cli.files import reason_of
from befit_cli.language import _, message, plural
from befit_cli.runner.request import read_request, with_profile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from befit_cli.cli.options import Options
    from befit_cli.cli.request import Exercises

_THEME = message("Look closer")
_PLANS = (".md", ".markdown", ".json")
_YAML = (".yaml", ".yml")


@command(
    _THEME,
    message("Check plans you changed, your profile, log or catalogue."),
    "befit check plan.md",
    "befit check weeks/",
    "befit check my.yaml",
    takes=(CHECKED, MADE_FROM),
)
def check(options: Options) -> None:
    paths = _all_files(options.files or [])
    plans = [path for path in paths if not _is_yaml(path)]
    made_of = made_from(options) if plans else None
    wrong: list[Path] = []
    for path in paths:
        try:
            in_order = _in_order(path, made_of, several=len(paths) > 1)
        except OutputError:
            raise
        except BefitError as error:
            # the other files are judged, too
            tell(error)
            in_order = False
        if not in_order:
            wrong.append(path)
    if len(paths) > 1:
        told = _("{number} files: all in order.", number=len(paths))
        if wrong:
            names = ", ".join(map(str, wrong))
            told = _("{number} files: to put right in {names}.", number=len(paths), names=names)
        tell_lines(told)
    if wrong:
        raise typer.Exit(1)


_SAFETY = ("safety", "seguridad")


@command(
    _THEME,
    message("Show the rules of every plan, and what each rests on."),
    "befit rules R11",
    "befit rules safety",
    takes=(RULE, NO_PAGER),
)
def rules(options: Options) -> None:
    from befit_cli.cli.pager import paged
    from befit_cli.errors import did_you_mean
    from befit_cli.rules import RULE_BY_ID
    from befit_cli.views import rules as view

    word = options.id
    by_word = {_bare(id_): rule for id_, rule in RULE_BY_ID.items()}
    if word is None:
        with paged(wanted=options.pager) as screen:
            view.show_all(screen)
    elif word.lower() in _SAFETY:
        view.show_safety(console())
    elif _bare(word) in by_word:
        view.show_one(by_word[_bare(word)], console())
    else:
        raise UsageError(
            _(
                "There is no rule '{word}'{nearest}",
                word=word,
                nearest=did_you_mean(word, RULE_BY_ID) or ".",
            ),
            _("befit rules lists them all."),
        )


def _all_files(paths: Iterable[Path]) -> list[Path]:
    """The files that are named, and of each folder those that check reads; says which it leaves
    out. Raises BefitError for a folder that has none.
    """
    every: list[Path] = []
    for path in paths:
        if not os.path.isdir(path):
            every.append(path)
            continue
        try:
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        except OSError as error:
            raise BefitError(
                _("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)),
                _("Give a folder that you may read."),
            ) from error
        inside = [path / name for name in names if _is_read(path / name)]
        if not inside:
            raise BefitError(
                _("{path} has no plan (.md or .json) and no catalogue (.yaml) in it.", path=path),
                _("Give the folder that has some."),
            )
        others = [name for name in names if path / name not in inside]
        if others:
            say(
                _(
                    "In {path} check reads .md, .json and .yaml, and not {names}.",
                    path=path,
                    names=some_of(others),
                )
            )
        every += inside
    return every


def _is_read(path: Path) -> bool:
    return path.suffix.lower() in (*_PLANS, *_YAML) and not os.path.isdir(path)


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in _YAML


def _in_order(path: Path, made_of: Exercises | None, *, several: bool) -> bool:
    """Judge the file, and show what was found; returns whether nothing must be put right."""
    if made_of is None or _is_yaml(path):
        _check_yaml(path)
        return True
    from befit_cli.cli.request import saved_plan
    from befit_cli.rules.check import check_plan
    from befit_cli.views import findings

    # nothing broken is an answer, too: the view says so
    broken = check_plan(*saved_plan(path, made_of))
    if several and broken:
        # the view says its name at the end
        tell_lines(f"{path}:")
    findings.show(broken, str(path), console())
    if several and broken:
        typer.echo()
    return not any(finding.must for finding in broken)


def _check_yaml(file: Path) -> None:
    from befit_cli.log.log_file import is_log
    from befit_cli.roster.members import is_roster
    from befit_cli.runner.profile import is_profile
    from befit_cli.yaml.outline import MOST_BYTES, outline_of

    outline = outline_of(files.beginning(file, MOST_BYTES))
    if is_log(outline):
        _check_log(file)
    elif is_roster(outline):
        _check_roster(file)
    elif is_profile(outline):
        _check_profile(file)
    else:
        _check_catalogue(file)


def _check_log(file: Path) -> None:
    from befit_cli.log.log_file import load_log

    load_log(file)
    tell_lines(_("{file}: a log, no faults.", file=file))


def _check_profile(file: Path) -> None:
    """Read the profile, its exercises and its running plan, each of which tells its own faults."""
    running_plan(read_request({}, None, file))
    tell_lines(_("{file}: a profile, no faults.", file=file))


def _check_roster(file: Path) -> None:
    """Read the profile of each of its runners likewise."""
    from befit_cli.cli.roster_plans import faults_of
    from befit_cli.roster.members import read_members

    members = read_members(file, None)
    faults: list[str] = []
    for member in members:
        try:
            running_plan(with_profile({}, *member.read()))
        except BefitError as error:
            faults += faults_of(member, error)
    if faults:
        raise FileFaults(tuple(faults))
    tell_lines(
        plural(
            len(members),
            "{file}: a roster of {n} runner, no faults.",
            "{file}: a roster of {n} runners, no faults.",
            file=file,
        )
    )


def _check_catalogue(file: Path) -> None:
    from befit_cli.catalogue.load import load_catalogue
    from befit_cli.catalogue.translation import catalogue_of_words
    from befit_cli.views import coverage

    translated = catalogue_of_words(file)
    catalogue = load_catalogue(translated or file)
    if translated:
        tell_lines(
            _("{file}: the words for {catalogue}, no faults.", file=file, catalogue=translated.name)
        )
        return
    tell_lines(
        plural(
            len(catalogue.exercises),
            "{file}: {n} exercise, no faults.",
            "{file}: {n} exercises, no faults.",
            file=file,
        )
    )
    coverage.show(catalogue, console())


def _bare(id_: str) -> str:
    """What is left of a rule's name where people shorten it: `R45b`, `r45B` and `45b` are one."""
    return id_.strip().upper().removeprefix("R").lstrip("0")
