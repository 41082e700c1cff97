"""A plan on its way out: the format that was asked for, and one file or many."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from befit_cli import files
from befit_cli.cli.consoles import say, watched, write
from befit_cli.cli.environment import usual_separator
from befit_cli.cli.options import SEPARATOR, named_format
from befit_cli.errors import BefitError, UsageError, did_you_mean
from befit_cli.language import _, every, plural
from befit_cli.recognition import BEFIT_TABLES
from befit_cli.runner.alone import NONE
from befit_cli.runner.clock import read_clock
from befit_cli.runner.kinds import is_none
from befit_cli.runner.numbers import IN_MINUTES, read_number
from befit_cli.runner.options import AT, MINUTES_AHEAD, REMIND, TZ
from befit_cli.values import Day, Separator
from befit_cli.views import FORMATS, render

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from datetime import date, time

    from befit_cli.cli.options import Options
    from befit_cli.values import Catalogue, Plan

STDOUT = "-"
_MARKS = (b"befit", *[table.encode() for table in BEFIT_TABLES], b".FIT")
"""What befit's files have in them: its name, but for the table and the workout."""
_TABLE = "csv"
_SEPARATORS = {
    **{word.value: word for word in Separator},
    **{word.sign: word for word in Separator},
    "coma": Separator.COMMA,
    "punto y coma": Separator.SEMICOLON,
    "tabulador": Separator.TAB,
}
_NAMED = 3
"""Files that are told by name."""


class Export(Struct, frozen=True):
    """One of `FORMATS`, where the plan goes in it, and what its content has beside the plan."""

    format: str
    target: str
    at: time | None = None
    remind: int | None = None
    today: date | None = None
    separator: Separator = Separator.COMMA

    def content(self, plan: Plan, catalogue: Catalogue) -> str | bytes:
        """What stdout gets; raises UsageError where the plan takes more than one file."""
        parts = self._parts(plan)
        if len(parts) > 1:
            suffix = FORMATS[self.format].suffix
            raise UsageError(
                _(
                    "{format} is one file a session, here {count}.",
                    format=self.format,
                    count=len(parts),
                ),
                _("Say -o folder/ or -o plan{suffix}.", suffix=suffix),
            )
        return self._render(parts[0][1], catalogue)

    def contents(self, plan: Plan, catalogue: Catalogue) -> Iterator[tuple[Path, str | bytes]]:
        """Every file and what it gets, each made when it is asked for: it may take a while."""
        for path, part in self._parts(plan):
            yield path, self._render(part, catalogue)

    def _render(self, plan: Plan, catalogue: Catalogue) -> str | bytes:
        return render(
            plan,
            self.format,
            catalogue=catalogue,
            at=self.at,
            remind=self.remind,
            today=self.today,
            separator=self.separator,
        )

    def leftovers(self, plan: Plan, written: Container[Path]) -> list[Path]:
        """The files of an earlier plan that would be taken for a part of this one: of weeks that
        its block does not have, and of days that have no session.

        A week of the block that is not in this plan is none: who writes one week keeps the others.
        """
        from befit_cli.evidence.block import BLOCK_WEEKS

        numbers: list[int | None] = [None]
        if self._is_numbered(plan):
            planned = {week.number for week in plan.weeks}
            last = max(week.of for week in plan.weeks)
            numbers = [
                number
                for number in range(1, BLOCK_WEEKS.high + 1)
                if number in planned or number > last
            ]
        days: list[Day | None] = [*Day] if FORMATS[self.format].single_sessions else [None]
        found: list[Path] = []
        for number in numbers:
            for day in days:
                path = _named(self._base(), number, day)
                if path not in written and path != self._base() and _is_by_befit(path):
                    found.append(path)
        return found

    def _base(self) -> Path:
        """What the names of all files are made from."""
        path = Path(self.target)
        if files.is_folder(self.target):
            path /= f"week{FORMATS[self.format].suffix}"
        return path

    def _is_numbered(self, plan: Plan) -> bool:
        """Whether the numbers of the weeks are in the names."""
        # sessions of several weeks share their days
        several = FORMATS[self.format].single_sessions and len(plan.weeks) > 1
        return several or files.is_folder(self.target)

    def _parts(self, plan: Plan) -> list[tuple[Path, Plan]]:
        """The files and their parts of the plan: in a folder one for each week, in a format of
        single sessions one for each session.
        """
        row = FORMATS[self.format]
        path = self._base()
        parts = [(path, plan)]
        if self._is_numbered(plan):
            # Late, for one file needs none of planning.
            from befit_cli.planning.notes import with_effort

            parts = []
            for week in plan.weeks:
                alone = with_effort(replace(plan, weeks=(week,)))
                parts.append((_named(path, week.number), alone))
        if not row.single_sessions:
            return parts
        sessions: list[tuple[Path, Plan]] = []
        for path, part in parts:
            sessions += _sessions(path, part)
        if not sessions:
            raise BefitError(
                _("There is no session here to write as {format}.", format=self.format),
                _("Ask for another week with --week."),
            )
        return sessions


def read_export(options: Options, kept: Mapping[str, Any], today: date) -> Export | None:
    """The format by its name, else by the suffix of the output, and Markdown in a folder; None for
    the terminal view. `today` is the day on which it is written.

    `kept` is what the profile says: its time and its reminder count where the format has a place
    for them. Raises UsageError for a name or a suffix that no format has, for an output without a
    name, for what is no time, for a time or a reminder of the options that the format has no place
    for, and for a reminder of sessions without a time.
    """
    name = _format_of_plan(options)
    timed = [format for format, row in FORMATS.items() if row.times]
    at, zone, remind = options.at, options.tz, options.remind
    if name in timed:
        at = kept.get(AT.name) if at is None else at
        # who says that there is no time unsays what else the profile says of it
        if at is None or not is_none(at):
            remind = kept.get(REMIND.name) if remind is None else remind
        if at is not None and not is_none(at):
            zone = kept.get(TZ.name) if zone is None else zone
    clock = read_clock(at, zone, os.environ.get("TZ"))
    minutes = _read_reminder(remind)
    if name not in timed:
        _refuse_times({AT.name: clock, REMIND.name: minutes}, timed)
    elif minutes is not None and clock is None:
        raise UsageError(
            _(
                "{option} counts back from when a session starts, and there is no time.",
                option=f"--{REMIND.name}",
            ),
            _(
                "Say {time} HH:MM too, or {reminder}.",
                time=f"--{AT.name}",
                reminder=f"--{REMIND.name} {NONE}",
            ),
        )
    separator = read_separator(options, name)
    if name is None:
        return None
    return Export(name, options.output or STDOUT, clock, minutes, today, separator)


def read_separator(options: Options, format: str | None) -> Separator:
    """What stands between the cells of a table: what is said, else what the machine's locale is
    used to. Raises UsageError for a word that is none, and where the format is no table.
    """
    said = options.words.get(SEPARATOR.name)
    option = f"--{SEPARATOR.name}"
    if format != _TABLE:
        if said is not None:
            raise UsageError(
                _("{option} is for a spreadsheet, and this output is none.", option=option),
                _("Say {format} too, or leave {option} out.", format=f"-f {_TABLE}", option=option),
            )
        return Separator.COMMA
    if said is None:
        return usual_separator()
    if said.casefold() not in _SEPARATORS:
        raise UsageError(
            _(
                "'{word}' is not a separator{nearest}",
                word=said,
                nearest=did_you_mean(said, Separator) or ".",
            ),
            _("Say {words}.", words=", ".join(Separator)),
        )
    return _SEPARATORS[said.casefold()]


def send(plan: Plan, export: Export, catalogue: Catalogue, *, force: bool) -> None:
    """Write the plan where it is to go, and say where it is; raises BefitError, with nothing
    written, where a file is there already and `force` is not given.
    """
    if export.target == STDOUT:
        write(export.content(plan, catalogue))
        return
    # all of it is made before the first file is: what fails on the way leaves none
    contents = dict(watched(export.contents(plan, catalogue), len(plan.weeks)))
    leftovers = export.leftovers(plan, contents)
    files.write(contents, force=force)
    say(_("Written to {path}.", path=_names(list(contents), export.target)))
    if not leftovers:
        return
    # all of them: what may be removed is worth more words than what was written
    names = every(map(str, leftovers))
    if force:
        files.remove(leftovers)
        say(_("Removed what an earlier plan left: {names}.", names=names))
    else:
        told = plural(
            len(leftovers),
            "{names} is from an earlier plan; --force removes it.",
            "{names} are from an earlier plan; --force removes them.",
            names=names,
        )
        say(told)


def read_format(options: Options, of: str, endings: Mapping[str, str]) -> str | None:
    """The format of one file, of those that have these endings: by its name, else by the ending of
    the output; None for the terminal view. Raises UsageError for what nothing of the kind `of` has.
    """
    _refuse_no_name(options.output)
    named = named_format(options.format, of, endings)
    return named or _format_by_ending(options.output, endings)


def send_one(
    content: str | bytes, output: str | None, *, force: bool, private: bool = False
) -> None:
    """Write the one file, a private one for its owner alone, and say where it is, or to stdout
    where none is named; raises BefitError where the file is there already and `force` is not given.
    """
    if output is None or output == STDOUT:
        write(content)
        return
    path = Path(output)
    files.write({path: content}, force=force, private=private)
    say(_("Written to {path}.", path=path))


def _refuse_no_name(output: str | None) -> None:
    if output is not None and not output.strip():
        raise UsageError(_("-o names no file."), _("Give one, or say - for stdout."))


def _names(paths: list[Path], target: str) -> str:
    """The files by name, or how many there are, in the folder that was named if one was."""
    if len(paths) <= _NAMED:
        return ", ".join(map(str, paths))
    first, *_others, last = paths
    number = len(paths)
    if files.is_folder(target):
        # in a slash, so that a folder such as .. doesn't run into the sentence's end
        folder = f"{target.rstrip('/')}/"
        return _(
            "{folder}: {number} files, {first} to {last}",
            folder=folder,
            number=number,
            first=first.name,
            last=last.name,
        )
    return _("{number} files, {first} to {last}", number=number, first=first, last=last)


def _read_reminder(said: object) -> int | None:
    """How many minutes before a session it comes; None for no reminder."""
    if said is None or is_none(said):
        return None
    return read_number(f"--{REMIND.name}", str(said), MINUTES_AHEAD, IN_MINUTES)


def _refuse_times(said: Mapping[str, object], timed: list[str]) -> None:
    """Raise UsageError for the first of the options, by their names, that is said."""
    for name, value in said.items():
        if value is not None:
            option = f"--{name}"
            formats = ", ".join([f"-f {format}" for format in timed])
            raise UsageError(
                _(
                    "{option} is for a calendar, and this output has no times of day.",
                    option=option,
                ),
                _("Say {format} too, or leave {option} out.", format=formats, option=option),
            )


def _format_of_plan(options: Options) -> str | None:
    """One of `FORMATS`; None for the terminal view."""
    output = options.output
    _refuse_no_name(output)
    # who names a format may call the file what they like
    if options.format is not None:
        return _format_named(options.format)
    if output is not None and output != STDOUT and files.is_folder(output):
        return "md"
    return _format_by_ending(output, {name: row.suffix for name, row in FORMATS.items()})


def _format_by_ending(output: str | None, endings: Mapping[str, str]) -> str | None:
    """The format whose files end as the output does, in any case; None where it is stdout."""
    if output is None or output == STDOUT:
        return None
    suffix = Path(output).suffix
    for name, ending in endings.items():
        if ending == suffix.lower():
            return name
    raise UsageError(
        _("No format has files that end in '{suffix}': {output}.", suffix=suffix, output=output),
        _("End the name in {endings}, or say -f NAME.", endings=", ".join(endings.values())),
    )


def _format_named(format: str) -> str:
    name = format.lower()
    if name not in FORMATS:
        formats = ", ".join(FORMATS)
        nearest = did_you_mean(name, FORMATS) or "."
        raise UsageError(
            _(
                "'{format}' is not a format; the formats are {formats}{nearest}",
                format=format,
                formats=formats,
                nearest=nearest,
            )
        )
    return name


def _sessions(path: Path, plan: Plan) -> Iterator[tuple[Path, Plan]]:
    for week in plan.weeks:
        for session in week.sessions:
            alone = replace(week, sessions=(session,))
            yield _named(path, day=session.day), replace(plan, weeks=(alone,))


def _named(path: Path, number: int | None = None, day: Day | None = None) -> Path:
    """`week-03-tue.fit`, of `week.fit`."""
    stem = path.stem
    if number is not None:
        stem += f"-{number:02}"
    if day is not None:
        stem += f"-{day}"
    return path.with_stem(stem)


def _is_by_befit(path: Path) -> bool:
    """Whether there is such a file, and it looks as befit writes it: somebody may have a
    `week-11.md` of their own.
    """
    if not os.path.isfile(path):
        return False
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return any(mark in content for mark in _MARKS)
