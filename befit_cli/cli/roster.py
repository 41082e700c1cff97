"""A roster on its way from profiles to a table and to files: one runner after the other, so that a
thousand take no more room than one.
"""

from __future__ import annotations

import gc
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from msgspec.structs import replace

from befit_cli import files
from befit_cli.cli.consoles import console, say, watched
from befit_cli.cli.environment import roster_in_use, today
from befit_cli.cli.options import named_format
from befit_cli.cli.output import STDOUT, read_export, read_format, read_separator, send_one
from befit_cli.cli.request import make_plan, whole_request
from befit_cli.errors import BefitError, FileFaults, UsageError
from befit_cli.language import _, message
from befit_cli.planning.notes import with_effort
from befit_cli.roster.members import PROFILES, Member, read_members
from befit_cli.roster.rows import Picks, Row, picked, read_column, read_picks, sorted_rows
from befit_cli.roster.standing import looked_at, standing
from befit_cli.runner.adjustments import ADJUSTED
from befit_cli.runner.options import LANGUAGE, SINCE, START
from befit_cli.runner.profile import said_profile
from befit_cli.runner.request import pick_week, read_block, with_profile
from befit_cli.values import Separator, monday_of
from befit_cli.views import FORMATS, roster_page
from befit_cli.views import roster as view
from befit_cli.views.content import Content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from befit_cli.cli.options import Options
    from befit_cli.cli.output import Export
    from befit_cli.runner.request import Request
    from befit_cli.values import Plan, Season

_FIRST_PAGE = "index.html"
_LINK = re.compile(rb'href="([^"#/\\]+)"')
_IN_A_FOLDER = "html"
"""What becomes of a plan in a folder where nobody says it: what is handed out."""
_TABLES = {"json": ".json", "csv": ".csv"}
_SHEETS = {"html": ".html", "pdf": ".pdf"}
"""What one file for all can be, each with how its name ends: the table, or a sheet for each."""
_NAMED = 6
"""Runners that are told by name."""


class Planned(NamedTuple):
    """A runner of a roster with their plan."""

    row: Row
    request: Request
    season: Season
    week: Plan
    """The plan of the week that is on."""

    def plan(self, options: Options) -> Plan:
        """The week that the options ask for, or the whole block, or else the week that is on;
        raises UsageError where the block has no such week.
        """
        if options.block:
            return make_plan(self.request, self.season)
        if options.week is None:
            return self.week
        return make_plan(self.request, (pick_week(self.season, options.week),))


def plan_all(options: Options) -> None:
    """Plan for everybody, and show the table or write what is asked for; raises BefitError at the
    end, when all others are done, where there is no plan for somebody.
    """
    # most commands end before there is garbage worth collecting; this one plans for thousands
    gc.enable()
    picks = read_picks(options.only or ())
    column = read_column(options.sort or "needs")
    output = options.output
    if output is not None and _is_folder(output, options.format):
        rows = _write_folder(Path(output), picks, options)
    else:
        format = read_format(options, message("a roster"), {**_TABLES, **_SHEETS})
        separator = read_separator(options, format)
        # no one file has times of day
        _export(Path(STDOUT), _IN_A_FOLDER, {}, replace(options, words={}))
        if format in _SHEETS:
            rows = _write_sheets(picks, format, options)
        else:
            _refuse_weeks(options)
            rows = sorted_rows(picked(map(_row, _members(options)), picks), column)
            _show_table(rows, format, separator, options)
    _tell(rows)


def _is_folder(output: str, format: str | None) -> bool:
    """Whether a file for each runner goes there: in a folder, be it there or not."""
    if output == STDOUT:
        return False
    return files.is_folder(output) or (not Path(output).suffix and format is None)


def _refuse_weeks(options: Options) -> None:
    """Raise UsageError where other weeks are asked for than the one that a table has."""
    if options.week is not None or options.block:
        said = "block" if options.block else "week"
        raise UsageError(
            _(
                "{option} says what is written for each runner, and the table has the week that "
                "is on.",
                option=f"--{said}",
            ),
            _("Say -o out/ or -f html too."),
        )


def _show_table(
    rows: list[Row], format: str | None, separator: Separator, options: Options
) -> None:
    if format is None:
        view.show(rows, console(), today())
    else:
        send_one(
            _rendered(rows, format, separator), options.output, force=options.force, private=True
        )


def _write_sheets(picks: Picks, format: str, options: Options) -> list[Row]:
    """Write one file with the plans of all runners, by name."""
    render = _sheets_as(format)
    rows: list[Row] = []
    sheets: list[tuple[str, str, Content]] = []
    for member in _members(options):
        found = planned(member)
        row = found if isinstance(found, Row) else found.row
        if not picked([row], picks):
            continue
        if isinstance(found, Planned):
            try:
                plan = found.plan(options)
            except BefitError as error:
                row = replace(row, standing=None, fault=_fault(member, error))
            else:
                sheets.append((row.key, row.name, Content(plan, found.request.catalogue)))
        rows.append(row)
    if sheets:
        sheets.sort(key=lambda sheet: sheet[1].casefold())
        send_one(render(sheets), options.output, force=options.force, private=True)
    return rows


def _sheets_as(format: str) -> Callable[[Iterable[tuple[str, str, Content]]], str | bytes]:
    """What makes one file of the sheets; raises BefitError where what it needs is not installed."""
    if format == "pdf":
        from befit_cli.views import pdf

        return pdf.render_all
    from befit_cli.views import html

    return html.render_all


def _rendered(rows: list[Row], format: str, separator: Separator) -> str | bytes:
    if format == "json":
        from befit_cli.views import roster_json

        return roster_json.render(rows)
    from befit_cli.views import roster_csv

    return roster_csv.render(rows, separator)


def _members(options: Options) -> Iterator[Member]:
    """The runners, one after the other, with a bar where they are many."""
    members = read_members(roster_in_use(options.roster), options.catalogue)
    return watched(iter(members), len(members))


def _write_folder(folder: Path, picks: Picks, options: Options) -> list[Row]:
    """Write the files of each runner in the folder, and its first page; what an earlier roster left
    there is removed.
    """
    format = named_format(options.format, message("a plan"), FORMATS) or _IN_A_FOLDER
    # what is wrong with the output is told once, and before anything is planned
    _export(folder, format, {}, options)
    first_page = folder / _FIRST_PAGE
    before = _linked(first_page)
    column = read_column(options.sort or "needs")
    rows: list[Row] = []

    def contents() -> Iterator[tuple[Path, str | bytes]]:
        for member in _members(options):
            row, made = _files(member, folder, format, options)
            if picked([row], picks):
                rows.append(row)
                yield from made
        rows[:] = sorted_rows(rows, column)
        yield first_page, roster_page.render(rows, today())

    files.write_each(contents(), force=options.force, private=True)
    written = {name for row in rows for name in row.files}
    say(
        _(
            "Written to {folder}/: {page} and {number} files.",
            folder=folder,
            page=_FIRST_PAGE,
            number=len(written),
        )
    )
    # whose profile has a fault today keeps what they had
    kept = [row.key for row in rows if row.standing is None]
    left = [folder / name for name in before if name not in written and not _is_of(name, kept)]
    files.remove(left)
    if left:
        say(_("Removed what an earlier roster left: {names}.", names=", ".join(map(str, left))))
    return rows


def _files(
    member: Member, folder: Path, format: str, options: Options
) -> tuple[Row, list[tuple[Path, str | bytes]]]:
    """The runner's row with the names of their files, and these; none where there is no plan."""
    found = planned(member)
    if isinstance(found, Row):
        return found, []
    path = folder / f"{member.key}{FORMATS[format].suffix}"
    try:
        plan = found.plan(options)
        export = _export(path, format, found.request.words, options)
        made = list(export.contents(plan, found.request.catalogue))
    except BefitError as error:
        return replace(found.row, standing=None, fault=_fault(member, error)), []
    return replace(found.row, files=tuple([file.name for file, _ in made])), made


def _export(path: Path, format: str, kept: Mapping[str, Any], options: Options) -> Export:
    """How a plan is written there; raises UsageError for what does not go together."""
    wanted = replace(options, format=format, output=str(path))
    export = read_export(wanted, kept, today())
    assert export is not None  # it has a format
    return export


def _linked(first_page: Path) -> list[str]:
    """The files beside it that an earlier first page links to, and that are still there."""
    if not first_page.is_file():
        return []
    names = [unquote(name.decode()) for name in _LINK.findall(files.read(first_page))]
    return [name for name in dict.fromkeys(names) if first_page.with_name(name).is_file()]


def _is_of(name: str, keys: Iterable[str]) -> bool:
    """Whether the file is one of somebody's with these names: `ana.html`, or `ana-tue.fit`."""
    stem = Path(name).stem
    return any(stem == key or stem.startswith(f"{key}-") for key in keys)


def _row(member: Member) -> Row:
    found = planned(member)
    return found if isinstance(found, Row) else found.row


def planned(member: Member) -> Planned | Row:
    """The runner with their plan; the row alone that says why, where there can be none."""
    row = Row(key=member.key, name=member.key, place=member.place)
    try:
        known, exercises = member.read()
        request = whole_request(with_profile({}, known, exercises), member.log, {})
        if said := known.get(LANGUAGE.name):
            request = request._replace(language=LANGUAGE.read(said, exercises))
        row = replace(row, name=request.athlete.name or member.key, has_start=START.name in known)
        season = read_block({}, request, today(), also_over=True).season
        if season.race_day < today():
            return replace(row, over=season.race_day)
        made = make_plan(request, looked_at(season, request.history, today()))
    except BefitError as error:
        return replace(row, fault=_fault(member, error))
    week = with_effort(replace(made, weeks=made.weeks[-1:]))
    own = known.get(ADJUSTED, {}).get(week.weeks[0].starts, {})
    adjusted = {name: said for name, said in own.items() if name != SINCE.name}
    stands = standing(request.athlete, made.weeks, request.history, today(), adjusted)
    return Planned(replace(row, standing=stands), request, season, week)


def _fault(member: Member, error: BefitError) -> str:
    """What is wrong, and in whose profile; what befit would advise the runner to say on the command
    line is not for their coach to say.
    """
    # the faults of a file have their place already
    return str(error) if isinstance(error, FileFaults) else f"{member.place}: {error.message}"


def _tell(rows: list[Row]) -> None:
    """Say who has no beginning; raise BefitError where somebody has no plan."""
    if without := [row.name for row in rows if not row.has_start]:
        monday = monday_of(today())
        say(
            _(
                "{names}: nothing says when their block began, so it begins anew each week. "
                "{key}: {monday} in a profile says it, or a column {key} in a table.",
                names=_names(without),
                key=START.name,
                monday=monday,
            )
        )
    if faults := [row.fault for row in rows if row.fault]:
        raise FileFaults(tuple(faults))


def _names(names: list[str]) -> str:
    some = ", ".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return some
    return _("{names} and {number} more", names=some, number=len(names) - _NAMED)


def make_folder(file: Path, options: Options) -> None:
    """Write a profile for each runner of the file into the folder that the options name; raises
    FileFaults with every fault of all of them, and nothing is written.
    """
    if options.output is None or options.output == STDOUT:
        raise UsageError(_("-o names no folder for the profiles."), _("Say -o team/ too."))
    folder = Path(options.output)
    profiles: dict[Path, str] = {}
    faults: list[str] = []
    for member in read_members(file, options.catalogue):
        try:
            known, exercises = member.read()
            request = whole_request(with_profile({}, known, exercises), None, {})
            start = read_block({}, request, today()).season.starts
        except BefitError as error:
            faults.append(_fault(member, error))
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
