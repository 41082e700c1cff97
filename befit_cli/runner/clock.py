"""The time of day that sessions start, and the time zone it is in."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from datetime import time, tzinfo

from befit_cli.errors import UsageError, did_you_mean
from befit_cli.language import _, message
from befit_cli.runner.alone import means_none

_TIME = r"([0-9]{1,2})(?:[:h]([0-5][0-9])|\.([0-5][0-9]?))? ?(h|[ap]\.? ?m\.?)?"
"""`18:30`, `18.30 h`, `18h30`, `6:30 pm`, `7pm`; YAML makes `18.3` of `18.30`."""
_NOON = 12
_NO_PLACE = frozenset({"Factory", "localtime"})
"""In the list of zones, and nowhere on earth: what a machine has that was never told its zone, and
a link to its own.
"""
_UTC = "UTC"
_ZULU = "z"
"""How ISO 8601 writes UTC."""
_ZONE_NAME = r"(?:[A-Za-z]{3,}|<[-+A-Za-z0-9]{3,}>)"
_OFFSET = r"[-+]?[0-9]{1,2}(?::[0-5][0-9]){0,2}"
_POSIX_ZONE = rf"{_ZONE_NAME}{_OFFSET}(?:{_ZONE_NAME}(?:{_OFFSET})?(?:,.+)?)?"
"""A zone told by its hours, as the variable TZ may have it: `CET-1CEST,M3.5.0,M10.5.0/3`."""
_AS_IN = message("Write it as in Europe/Berlin.")


def read_clock(at: str | None, zone: str | None, machine: str | None = None) -> time | None:
    """The time of day that --at says, in the zone that --tz names, else in none, which means the
    machine's; None where no time is said, or `none`.

    `machine` is what the environment says of the machine's zone with TZ, if anything. Raises
    UsageError for what is no time or no zone, for a zone without a time, and where a time is the
    machine's and TZ is no zone: a system takes that for UTC and says nothing.
    """
    clock = None if at is None else read_time("--at", at)
    if clock is None:
        if zone is not None:
            raise UsageError(
                _("--tz says where the time is, and there is none."), _("Say --at HH:MM too.")
            )
        return None
    tzinfo = None if zone is None else read_zone("--tz", zone)
    if tzinfo is None:
        _refuse_unless_zone(machine)
    return clock.replace(tzinfo=tzinfo)


def read_time(name: str, text: str) -> time | None:
    """The time of day as people write it, None for `none`; raises UsageError, naming the option,
    for anything else, and for a number alone.
    """
    word = text.strip()
    if means_none(word):
        return None
    clock = re.fullmatch(_TIME, word.lower())
    hour = _hour(int(clock[1]), clock[4] or "") if clock and any(clock.groups()[1:]) else None
    if clock is None or hour is None:
        raise UsageError(
            _("{name} '{text}' is not a time.", name=name, text=text),
            _("Write it as HH:MM, for example 18:30."),
        )
    return time(hour, int(clock[2] or (clock[3] or "0").ljust(2, "0")))


def _hour(said: int, half: str) -> int | None:
    """The hour of the day, where `half` may say of which half of it; None where it has no such."""
    if half[:1] not in ("a", "p"):
        return said if said < 2 * _NOON else None
    if not 1 <= said <= _NOON:
        return None
    return said % _NOON + (_NOON if half[0] == "p" else 0)


def read_zone(name: str, text: str) -> tzinfo | None:
    """The zone of that name, None for `none`, which means the machine's; raises UsageError, naming
    the option, for anything else.
    """
    from zoneinfo import ZoneInfo

    word = text.strip()
    if means_none(word):
        return None
    # A system has more files beside its zones, which Python reads as well: rules for others, and
    # every zone once more with leap seconds. So the list counts, and not what can be read.
    zones = {known.lower(): known for known in time_zones()}
    if not zones:
        raise UsageError(
            _(
                "{name} '{text}' cannot be looked up: this machine has no list of time zones.",
                name=name,
                text=text,
            ),
            _("Run pip install tzdata, or leave {name} out.", name=name),
        )
    key = _UTC if word.lower() == _ZULU else zones.get(word.lower())
    if key is None:
        nearest = _nearest(word, zones.values())
        raise UsageError(
            _("{name} '{text}' is not a time zone{nearest}", name=name, text=text, nearest=nearest),
            _(_AS_IN),
        )
    return ZoneInfo(key)


def time_zones() -> list[str]:
    """The names of the zones there are; none on a machine that has no list of them."""
    from zoneinfo import available_timezones

    return sorted(available_timezones() - _NO_PLACE)


def _nearest(name: str, zones: Collection[str]) -> str:
    """`; did you mean 'Europe/Berlin'?`, for a slip and for the city alone.

    An abbreviation is near to others by its letters and far by its hours: CEST is not EST. Nor is
    GMT+2 guessed at: Etc/GMT+2 lies two hours west, by a custom of its own.
    """
    if "/" in name:
        return did_you_mean(name, zones) or "."
    city = name.lower().replace(" ", "_")
    for zone in zones:
        if zone.lower().endswith(f"/{city}") and not zone.startswith("Etc/"):
            return _("; did you mean '{word}'?", word=zone)
    return "."


def _refuse_unless_zone(machine: str | None) -> None:
    """Raise UsageError where TZ is set and means nothing; what it may be, POSIX says."""
    name = (machine or "").removeprefix(":")
    if not name or re.fullmatch(_POSIX_ZONE, name):
        return
    if os.path.isabs(name) and os.path.isfile(name):
        return
    zones = time_zones()
    if name in zones or not zones:
        return
    raise UsageError(
        _(
            "TZ is set to '{zone}', which is not a time zone, so --at has no zone.",
            zone=machine,
        ),
        _("Say --tz too, as in Europe/Berlin, or set TZ right."),
    )
