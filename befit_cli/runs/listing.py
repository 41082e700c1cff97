"""The bytes of a file -> what it has on each day, whichever format it is in."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from befit_cli.errors import BefitError
from befit_cli.language import _, message
from befit_cli.recognition import BEFIT_TABLES, HEAD_BEGINS, foreign_kind
from befit_cli.runner.decoding import decoded

if TYPE_CHECKING:
    from datetime import tzinfo

    from befit_cli.values.running_plan import Listing

MOST_BYTES = 5_000_000
"""Beyond any running plan: a calendar of years, with everything else that is in it."""

_GIVE_ONE = message("Give your running plan as .ics, .yaml, .json or .csv.")
_HEAD_CHARACTERS = 2_000
_BEFIT_PLAN = re.compile(r"---\r?\n(?:.*\n)*?befit:|\{[^{]*\"befit\"\s*:")
_CALENDAR = re.compile(r"^BEGIN:V(?:CALENDAR|EVENT)\b", re.IGNORECASE | re.MULTILINE)
_SCHEDULE = re.compile(r"^schedule\s*:|\"schedule\"\s*:", re.MULTILINE)
_CALENDAR_ENDINGS = (".ics", ".ical", ".ifb")
_SCHEDULE_ENDINGS = (".yaml", ".yml", ".json")


def read_listing(content: bytes, file: str, zone: tzinfo | None) -> Listing:
    """What the file has on each day, by what it is and then by how its name ends. A time in UTC, or
    in a zone that it names, is read in `zone`.

    Raises BefitError for what is no running plan.
    """
    if len(content) > MOST_BYTES:
        raise BefitError(
            _(
                "{file} is over {most} MB, and befit reads running plans of {most} MB at most.",
                file=file,
                most=MOST_BYTES // 1_000_000,
            ),
            _("Export the running plan alone."),
        )
    kind = foreign_kind(content)
    if kind:
        raise _no_plan(file, kind)
    text = decoded(content)
    if not text.strip():
        raise BefitError(_("{file} is empty.", file=file), _(_GIVE_ONE))
    if "\0" in text:
        raise BefitError(_("{file} is not a text, and no running plan.", file=file), _(_GIVE_ONE))
    ending = PurePath(file).suffix.lower()
    head = text[:_HEAD_CHARACTERS].lstrip()
    # Each format is imported where a file has it: they bring libraries with them.
    if ending in _CALENDAR_ENDINGS or _CALENDAR.search(head):
        from befit_cli.runs.calendar import read_calendar

        return read_calendar(content, file, zone)
    is_plan = _BEFIT_PLAN.match(head) or re.search(HEAD_BEGINS, text)
    if head.lower().startswith(BEFIT_TABLES) or is_plan:
        raise _no_plan(file, _("a strength plan that befit wrote"))
    if ending in _SCHEDULE_ENDINGS or head.startswith("{") or _SCHEDULE.search(text):
        from befit_cli.runs.schedule import read_schedule

        return read_schedule(text, file)
    from befit_cli.runs.table import read_table

    return read_table(text, file, zone)


def _no_plan(file: str, kind: str) -> BefitError:
    return BefitError(
        _("{file} is {kind}, and no running plan.", file=file, kind=kind), _(_GIVE_ONE)
    )
