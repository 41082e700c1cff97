"""What a runner can do about what the planner refuses: the option that changes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from befit_cli.errors import Cause
from befit_cli.evidence.week import SESSIONS
from befit_cli.language import _

if TYPE_CHECKING:
    from befit_cli.errors import BefitError


def advice_on(error: BefitError) -> str:
    """The sentence for what caused the error; empty where nothing is known of it."""
    return "" if error.cause is None else ADVICE[error.cause](**error.facts)


def _race_is_over() -> str:
    return _("Give the date of your next race with --race-date.")


def _race_is_far(begin: date) -> str:
    return _(
        "Start it on {begin} (--start {begin}), or plan without --race-date until then.",
        begin=begin,
    )


def _date_without_race() -> str:
    return _("Say the race with --race, or leave --race-date out.")


def _too_few_days(free: int) -> str:
    # one session is none of the answers that --sessions takes
    if free < SESSIONS.low:
        return _("Free another day with --days.")
    return _(
        "Free another day with --days, or ask for fewer sessions with --sessions {free}.",
        free=free,
    )


def _nothing_left() -> str:
    return _("Look again at --level, --kit, --without and --days, or at the catalogue.")


ADVICE: dict[Cause, Callable[..., str]] = {
    Cause.RACE_IS_OVER: _race_is_over,
    Cause.RACE_IS_FAR: _race_is_far,
    Cause.DATE_WITHOUT_RACE: _date_without_race,
    Cause.TOO_FEW_DAYS: _too_few_days,
    Cause.NOTHING_LEFT: _nothing_left,
}
"""Each takes the facts of its cause."""
