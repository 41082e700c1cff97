"""A roster on its way from profiles to a table, to sheets for all, and to a folder: one runner
after the other, so that a thousand take no more room than one.
"""

from __future__ import annotations

import gc
import os
import signal
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli import files
from befit_cli.cli.consoles import console, say, some_of, watched
from befit_cli.cli.environment import roster_folder, roster_in_use, today
from befit_cli.cli.output import STDOUT, read_format, read_separator, send_one
from befit_cli.cli.roster_folder import IN_A_FOLDER, export_to, write_folder
from befit_cli.cli.roster_plans import Planned, faults_of, planned
from befit_cli.errors import BefitError, FileFaults, UsageError
from befit_cli.language import _, message
from befit_cli.roster.members import Member, read_members
from befit_cli.roster.rows import Picks, Row, picked, read_column, read_picks, sorted_rows
from befit_cli.runner.options import START
from befit_cli.runner.which_week import read_week
from befit_cli.values import Separator, monday_of
from befit_cli.views import FORMATS
from befit_cli.views import roster as view
from befit_cli.views.content import Content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from befit_cli.cli.options import Options

_TABLES = {"json": ".json", "csv": ".csv"}
_SHEETS = {"html": ".html", "pdf": ".pdf"}
"""What one file for all can be, each with how its name ends: the table, or a sheet for each."""


def plan_all(options: Options) -> None:
    """Plan for everybody, and show the table or write what is asked for; raises BefitError at the
    end, when all others are done, where there is no plan for somebody.
    """
    # most commands end before there is garbage worth collecting; this one plans for thousands
    gc.enable()
    _stop_cleanly()
    _refuse_what_is_no_week(options)
    picks = read_picks(options.only or ())
    column = read_column(options.sort or "needs")
    output = options.output
    _refuse_the_roster_itself(options)
    if output is not None and _is_folder(output, options.format):
        rows = write_folder(_members(options), Path(output), picks, column, options)
    else:
        _refuse_one_file(output, options.format)
        format = read_format(options, message("a roster"), {**_TABLES, **_SHEETS})
        separator = read_separator(options, format)
        # no one file has times of day
        export_to(Path(STDOUT), IN_A_FOLDER, {}, replace(options, words={}))
        if format in _SHEETS:
            rows = _write_sheets(picks, format, options)
        else:
            _refuse_weeks(options)
            rows = sorted_rows(picked(map(_row, map(planned, _members(options))), picks), column)
            _show_table(rows, format, separator, options)
    _tell(rows)


def _is_folder(output: str, format: str | None) -> bool:
    """Whether a file for each runner goes there: in a folder, be it there or not."""
    if output in ("", STDOUT):
        return False
    for_each = format is None or format.lower() not in {**_TABLES, **_SHEETS}
    return files.is_folder(output) or (not Path(output).suffix and for_each)


def _refuse_one_file(output: str | None, format: str | None) -> None:
    """Raise UsageError for a file whose ending says what only each runner can have, such as a
    calendar.
    """
    ending = Path(output or "").suffix[1:].lower()
    if format is None and ending in FORMATS and ending not in {**_TABLES, **_SHEETS}:
        raise UsageError(
            _("{output} can't have all runners in one file.", output=output),
            _("Say -o out/ -f {format}, and each has their own.", format=ending),
        )


def _stop_cleanly() -> None:
    """Let a closed terminal and whoever ends the process do what Ctrl-C does: what was staged goes,
    and what was there stays.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.default_int_handler)


def _refuse_what_is_no_week(options: Options) -> None:
    if options.week is not None and options.block:
        raise UsageError(_("--week and --block do not go together."), _("Say one of them."))
    which = None if options.week is None else read_week(options.week, today())
    if isinstance(which, int) and which < 1:
        raise UsageError(_("--week {number} is no week of a block.", number=which))


def _refuse_the_roster_itself(options: Options) -> None:
    """Raise UsageError where what is written would come among the profiles, or in their place: a
    calendar there would be taken for somebody's running plan.
    """
    if options.output in (None, "", STDOUT):
        return
    roster = os.path.realpath(roster_in_use(options.roster))
    read_from = [roster]
    if os.path.isfile(roster):
        read_from.append(os.path.dirname(roster))  # where logs and running plans lie beside it
    if os.path.realpath(options.output or "") in read_from:
        raise UsageError(
            _("{path} is where the roster is read from.", path=options.output),
            _("Give another name with -o, such as -o out/."),
        )


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
        roster = roster_in_use(options.roster)
        view.show(
            rows,
            console(),
            today(),
            roster=quote(str(roster)),
            profile=_profile_of_one(rows, roster),
        )
    else:
        send_one(
            _rendered(rows, format, separator), options.output, force=options.force, private=True
        )


def _profile_of_one(rows: list[Row], roster: Path) -> str | None:
    """What `--profile` takes of a runner: in the folder that BEFIT_ROSTER names anybody's name, in
    another the file of the first who has a plan; None for a file of all, which has no profiles.
    """
    if not os.path.isdir(roster):
        return None
    known = roster_folder()
    if known is not None and os.path.realpath(known) == os.path.realpath(roster):
        return _("NAME")
    return next((quote(row.place) for row in rows if row.standing is not None), None)


def _write_sheets(picks: Picks, format: str, options: Options) -> list[Row]:
    """Write one file with the plans of all runners, by name."""
    render = _sheets_as(format)
    rows: list[Row] = []
    sheets: list[tuple[str, str, Content]] = []
    for member in _members(options):
        found = planned(member)
        row = _row(found)
        if not picked([row], picks):
            continue
        if isinstance(found, Planned):
            try:
                plan = found.plan(options)
            except BefitError as error:
                row = replace(row, standing=None, faults=faults_of(member, error))
            else:
                sheets.append((row.key, row.name, Content(plan, found.request.catalogue)))
        rows.append(row)
    if not rows:
        say(_("Nobody is picked, so nothing is written."))
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


def _row(found: Planned | Row) -> Row:
    return found if isinstance(found, Row) else found.row


def _tell(rows: list[Row]) -> None:
    """Say who has no beginning; raise BefitError where somebody has no plan."""
    if without := [row.name for row in rows if not row.has_start]:
        monday = monday_of(today())
        say(
            _(
                "{names}: nothing says when their block began, so it begins anew each week. "
                "{key}: {monday} in a profile says it, or a column {key} in a table.",
                names=some_of(without),
                key=START.name,
                monday=monday,
            )
        )
    # what is wrong with what all have is told once
    if faults := dict.fromkeys([fault for row in rows for fault in row.faults]):
        raise FileFaults(tuple(faults))
