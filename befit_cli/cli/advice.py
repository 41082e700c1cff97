"""What a runner can do about what the planner refuses: the option that changes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from befit_cli.errors import Cause
from befit_cli.evidence.week import SESSIONS

if TYPE_CHECKING:
    from befit_cli.errors import BefitError


def advice_on(error: BefitError) -> str:
    """The sentence for what caused the error; empty where nothing is known of it."""
    return "" if error.cause is None else ADVICE[error.cause](**error.facts)


def _race_is_over() -> str:
    return "Give the date of your next race with --race-date."


def _race_is_far(begin: date) -> str:
    return f"Start it on {begin} (--start {begin}), or plan without --race-date until then."


def _date_without_race() -> str:
    return "Say the race with --race, or leave --race-date out."


def _too_few_days(free: int) -> str:
    # one session is none of the answers that --sessions takes
    fewer = f", or ask for fewer sessions with --sessions {free}" if free >= SESSIONS.low else ""
    return f"Free another day with --days{fewer}."


def _nothing_left() -> str:
    return "Look again at --level, --kit, --without and --days, or at the catalogue."


ADVICE: dict[Cause, Callable[..., str]] = {
    Cause.RACE_IS_OVER: _race_is_over,
    Cause.RACE_IS_FAR: _race_is_far,
    Cause.DATE_WITHOUT_RACE: _date_without_race,
    Cause.TOO_FEW_DAYS: _too_few_days,
    Cause.NOTHING_LEFT: _nothing_left,
}
"""Each takes the facts of its cause."""
