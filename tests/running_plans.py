"""Files of running plans for the tests: small ones in tests/data, and those that a test writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from befit_cli.runs.listing import read_listing
from befit_cli.values.running_plan import Listing

FOLDER = Path(__file__).parent / "data" / "running-plans"
MADRID = ZoneInfo("Europe/Madrid")
MONDAY = date(2026, 11, 23)


def listing(content: str | bytes, name: str = "plan", zone: str = "Europe/Madrid") -> Listing:
    """What befit reads in the file."""
    written = content.encode() if isinstance(content, str) else content
    return read_listing(written, name, ZoneInfo(zone))


def days(found: Listing) -> list[tuple[str, str]]:
    """The day or place and the title of each entry."""
    return [(str(entry.day or entry.place), entry.title) for entry in found.entries]


def told(found: Listing) -> list[tuple[str, str]]:
    """Where and why something was not read."""
    return [(unread.where, unread.why) for unread in found.unread]


def event(*lines: str, title: str = "Easy run") -> str:
    """An event of a calendar; what it has of its own stands in the lines."""
    return "\r\n".join(["BEGIN:VEVENT", *lines, f"SUMMARY:{title}", "END:VEVENT", ""])


def calendar(*events: str, program: str = "-//sample//EN") -> str:
    """The events as a calendar."""
    return f"BEGIN:VCALENDAR\r\nPRODID:{program}\r\n{''.join(events)}END:VCALENDAR\r\n"
