"""The files of a roster: a plan for each runner in a folder, or a profile for each row."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from msgspec.structs import replace

from befit_cli import files
from befit_cli.cli.consoles import say, some_of
from befit_cli.cli.environment import today
from befit_cli.cli.options import named_format
from befit_cli.cli.output import STDOUT, read_export
from befit_cli.cli.request import whole_request
from befit_cli.cli.roster_plans import faults_of, planned
from befit_cli.errors import BefitError, FileFaults, UsageError
from befit_cli.language import _, message, plural
from befit_cli.roster.members import PROFILES, read_members
from befit_cli.roster.rows import Row, picked, sorted_rows
from befit_cli.runner.request import read_block, with_profile
from befit_cli.runner.written_profile import said_profile
from befit_cli.views import FORMATS, roster_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from befit_cli.cli.options import Options
    from befit_cli.cli.output import Export
    from befit_cli.roster.members import Member
    from befit_cli.roster.rows import Picks

IN_A_FOLDER = "html"
"""What becomes of a plan in a folder where nobody says it: what is handed out."""
FIRST_PAGE = "index.html"
_BY_BEFIT = b'<meta name="generator" content="befit '
_SUFFIXES = "|".join([re.escape(format.suffix) for format in FORMATS.values()])
_LINK = re.compile(rf'href="([^"/\\\\]+(?:{_SUFFIXES}))"')
"""A link to a file beside the page, of a kind that befit writes."""
_MOST_BYTES = 100_000_000
"""Of a first page: each of five thousand runners has a link to each session of a long block."""
_LONGEST_NAME = 255
"""Bytes that the name of a file has at most, nearly everywhere."""


class Made(NamedTuple):
    """A runner's row, and what is to be written for them."""

    row: Row
    contents: list[tuple[Path, str | bytes]]


def write_folder(
    members: Iterable[Member], folder: Path, picks: Picks, column: str, options: Options
) -> list[Row]:
    """Write the files of each runner in the folder, and its first page; what an earlier roster left
    there of nobody any more is removed. Returns the rows by that column.
    """
    format = named_format(options.format, message("a plan"), FORMATS) or IN_A_FOLDER
    # what is wrong with the output is told once, and before anything is planned
    export_to(folder / FIRST_PAGE, format, {}, options)
    before = _linked(folder / FIRST_PAGE)
    rows: list[Row] = []
    keys: list[str] = []
    written: set[str] = set()

    def contents() -> Iterator[tuple[Path, str | bytes]]:
        for member in members:
            keys.append(member.key)
            row, made = _made(member, folder, format, options)
            if not picked([row], picks):
                continue
            # whose profile has a fault today keeps what they had
            kept = tuple([name for name in before if _is_of(name, [member.key])])
            rows.append(row if made else replace(row, files=kept))
            written.update(row.files)
            yield from made
        rows[:] = sorted_rows(rows, column)
        yield folder / FIRST_PAGE, roster_page.render(rows, today())

    files.write_each(contents(), force=options.force, private=True)
    count = plural(len(written), "{n} file", "{n} files")
    say(_("Written to {folder}/: {page} and {files}.", folder=folder, page=FIRST_PAGE, files=count))
    anew = [row.key for row in rows if row.standing is not None]
    left = []
    for name in before:
        if name not in written and (_is_of(name, anew) or not _is_of(name, keys)):
            left.append(folder / name)
    files.remove(left)
    if left:
        names = some_of([str(path) for path in left])
        say(_("Removed what an earlier roster left: {names}.", names=names))
    return rows


def export_to(path: Path, format: str, kept: Mapping[str, Any], options: Options) -> Export:
    """How a plan is written there; raises UsageError for what does not go together."""
    wanted = replace(options, format=format, output=str(path))
    export = read_export(wanted, kept, today())
    assert export is not None  # it has a format
    return export


def _made(member: Member, folder: Path, format: str, options: Options) -> Made:
    """The files that the runner gets; none where there is no plan for them, or no place for one."""
    found = planned(member)
    if isinstance(found, Row):
        return Made(found, [])
    path = folder / f"{member.key}{FORMATS[format].suffix}"
    try:
        plan = found.plan(options)
        export = export_to(path, format, found.request.words, options)
        made = list(export.contents(plan, found.request.catalogue))
        for file in (path, *[file for file, _content in made]):
            _refuse_name(file)
    except BefitError as error:
        return Made(replace(found.row, standing=None, faults=faults_of(member, error)), [])
    return Made(replace(found.row, files=tuple([file.name for file, _content in made])), made)


def _refuse_name(file: Path) -> None:
    """Raise BefitError where a runner's file cannot be called that."""
    if file.name.casefold() == FIRST_PAGE:
        raise BefitError(_("{page} is the first page: call them otherwise.", page=FIRST_PAGE))
    if len(os.fsencode(file.name)) > _LONGEST_NAME:
        raise BefitError(_("{name} is too long for the name of a file.", name=file.name))
    if os.path.isdir(file):
        raise BefitError(_("{path} is there and is no file.", path=file))


def _linked(first_page: Path) -> list[str]:
    """The files beside it that an earlier first page of befit's links to, and that are still there;
    none of a page that somebody else wrote.
    """
    if not os.path.isfile(first_page):
        return []
    content = files.read(first_page, _MOST_BYTES)
    if _BY_BEFIT not in content:
        return []
    names = [unquote(name) for name in _LINK.findall(content.decode(errors="replace"))]
    return [
        name
        for name in dict.fromkeys(names)
        if Path(name).name == name and (first_page.parent / name).is_file()
    ]


def _is_of(name: str, keys: Iterable[str]) -> bool:
    """Whether the file is one of somebody's with these names: `ana.html`, or `ana-tue.fit`."""
    stem = Path(name).stem
    return any(stem == key or stem.startswith(f"{key}-") for key in keys)


def make_profiles(file: Path, options: Options) -> None:
    """Write a profile for each runner of the file into the folder that the options name; raises
    FileFaults with every fault of all of them, and nothing is written.
    """
    if options.output in (None, "", STDOUT):
        raise UsageError(_("-o names no folder for the profiles."), _("Say -o team/ too."))
    if options.roster or options.only or options.sort or options.format or options.block:
        raise UsageError(
            _("--import makes profiles and plans nothing."),
            _("Say --import FILE and -o team/ alone; then befit roster team/."),
        )
    folder = Path(options.output or "")
    profiles: dict[Path, str] = {}
    faults: list[str] = []
    for member in read_members(file, options.catalogue):
        try:
            known, exercises = member.read()
            request = whole_request(with_profile({}, known, exercises), None, {})
            start = read_block({}, request, today()).season.starts
        except BefitError as error:
            faults += faults_of(member, error)
            continue
        path = folder / f"{member.key}{PROFILES[0]}"
        profiles[path] = said_profile(path, known, request.athlete, start)
    if faults:
        raise FileFaults(tuple(faults))
    files.write(profiles, force=options.force, private=True)
    say(
        _(
            "Written to {folder}/: {number} profiles. befit roster {folder} shows them.",
            folder=folder,
            number=len(profiles),
        )
    )
