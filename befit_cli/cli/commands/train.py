"""Train: the session at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from befit_cli.cli import options as take
from befit_cli.cli.commands.plan import OTHERWISE, say_where_from
from befit_cli.cli.consoles import console, say
from befit_cli.cli.environment import today as this_day
from befit_cli.cli.program import command
from befit_cli.runner.options import CATALOGUE, RUNS, START, WEEKS
from befit_cli.runner.words import OF_ATHLETE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from befit_cli.cli.options import Options
    from befit_cli.runner.request import Request
    from befit_cli.values import Season, Session, Week

_SHOWN = 2
"""The session that is shown, and the one after it."""


@command(
    "Train",
    f"Show one session: today's, else the next.\n\n{OTHERWISE}",
    "befit today",
    "befit today thu",
    takes=(take.DAY, *OF_ATHLETE, RUNS, START, WEEKS, CATALOGUE, take.PROFILE),
)
def today(options: Options) -> None:
    from itertools import islice

    from befit_cli.cli.request import request_of
    from befit_cli.runner.kinds import Saying
    from befit_cli.runner.near_days import read_day
    from befit_cli.runner.request import read_block
    from befit_cli.views import today as view

    request = request_of(options)
    now = this_day()
    day = now
    if options.day is not None:
        day = read_day(Saying(options.day, take.DAY.value, request.catalogue), now)
    season, told = read_block(options.words, request, now)
    asked = options.day is not None
    ahead = _sessions(request, season, day)
    # What is done is shown to who asks for its day.
    left = (pair for pair in ahead if asked or pair[1].done is None)
    sessions = tuple(islice(left, _SHOWN))
    is_done = any(logged.date == day and logged.works for logged in request.history.sessions)
    shown = view.Ahead(day, now, request.athlete, season.race_day, sessions, is_done=is_done)
    view.show(shown, console())
    for remark in told:
        say(remark)
    say_where_from(request, options.profile, why=False)


def _sessions(request: Request, season: Season, day: date) -> Iterator[tuple[Week, Session]]:
    """The sessions from that day on, each with its week; a week is planned when it is asked for."""
    from befit_cli.cli.request import make_plan

    for when in season:
        # of a week before it, none is asked for
        if (day - when.starts).days >= 7:
            continue
        (week,) = make_plan(request, (when,)).weeks
        for session in week.sessions:
            if session.date >= day:
                yield week, session
