"""Train: the session at hand, shown or guided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.cli import options as take
from befit_cli.cli.commands.plan import say_where_from
from befit_cli.cli.consoles import console, say
from befit_cli.cli.environment import log_to_write, profile_in_use, this_moment
from befit_cli.cli.environment import today as this_day
from befit_cli.cli.program import command
from befit_cli.errors import BefitError
from befit_cli.language import _, message
from befit_cli.runner.options import CATALOGUE, RUNS, START, WEEKS
from befit_cli.runner.words import OF_ATHLETE
from befit_cli.values import Day, Value, phrase

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from rich.console import Console

    from befit_cli.cli.options import Options
    from befit_cli.log.guide_state import State
    from befit_cli.log.journal import Begun, Head, Journal
    from befit_cli.runner.request import Request
    from befit_cli.values import Catalogue, Season, Session
    from befit_cli.views.today import Ahead

_THEME = message("Train")
_SHOWN = 2
"""The session that is shown, and the one after it."""
_TAKES = (*OF_ATHLETE, RUNS, START, WEEKS, CATALOGUE, take.PROFILE)


@command(
    _THEME,
    message(
        "Show one session: today's, else the next.\n\n"
        "What you leave out comes from your profile, else from the defaults."
    ),
    "befit today",
    "befit today thu",
    "befit today --qr",
    takes=(take.DAY, *_TAKES, take.QR),
)
def today(options: Options) -> None:
    _show(_look(options), options)


@command(
    _THEME,
    message(
        "Train with befit: today's session, set by set.\n\n"
        "Rests and holds are counted down, what you did goes to your log, and whatever stops it, "
        "befit go goes on at that set."
    ),
    "befit go",
    "befit go thu",
    takes=(replace(take.DAY, usual=phrase("today")), *_TAKES, take.QUIET),
)
def go(options: Options) -> None:
    from befit_cli.cli.guided import terminal
    from befit_cli.log.journal import Begun, journal_in
    from befit_cli.runner.beside import journal_beside

    screen = terminal()
    profile_in_use(options.profile)  # before a place is made beside it
    log = log_to_write(options.profile)
    with journal_in(journal_beside(log)) as journal:
        begun = _still_open(journal, log, options)
        if begun is None:
            look = _look(options)
            _refuse_what_is_done(look)
            if look.session is None:
                _show(look, options)
                _tell_way_on(look)
                return
            begun = Begun(head=_head(look), lines=())
            journal.begin(begun.head)
        _train(begun, journal, log, screen, bell=not options.quiet)


class _Look(Value, frozen=True):
    """What is ahead of a runner from the day that they ask for."""

    request: Request
    told: tuple[str, ...]
    """What is to be told of their block."""
    ahead: Ahead

    @property
    def session(self) -> Session | None:
        """The session of that day; None where it has none."""
        first = [session for _week, session in self.ahead.sessions[:1]]
        return first[0] if first and first[0].date == self.ahead.day else None


def _look(options: Options) -> _Look:
    from itertools import islice

    from befit_cli.cli.request import request_of, sessions_from
    from befit_cli.runner.request import read_block
    from befit_cli.views.today import Ahead

    request = request_of(options)
    now = this_day()
    season, told = read_block(options.words, request, now)
    day = _day(options, request.catalogue, season)
    asked = bool(options.day)
    from_then = sessions_from(request, season, day)
    # What is done is shown to who asks for its day.
    left = (pair for pair in from_then if asked or pair[1].done is None)
    sessions = tuple(islice(left, _SHOWN))
    is_done = any(logged.date == day and logged.works for logged in request.history.sessions)
    ahead = Ahead(
        day, now, request.athlete, request.catalogue, season.race_day, sessions, is_done=is_done
    )
    return _Look(request, tuple(told), ahead)


def _day(options: Options, catalogue: Catalogue, season: Season | None = None) -> date:
    """The day that is asked for; raises UsageError where it is none."""
    from befit_cli.runner.kinds import Saying
    from befit_cli.runner.near_days import read_day

    now = this_day()
    if not options.day:
        return now
    # `day after tomorrow` needs no quotes
    return read_day(Saying(" ".join(options.day), _(take.DAY.value), catalogue), now, season)


def _show(look: _Look, options: Options) -> None:
    session = look.ahead.first if options.qr else None
    if session is None:
        from befit_cli.views import today as view

        view.show(look.ahead, console())
    else:
        from befit_cli.views import qr

        qr.show(session, look.ahead.athlete.units, console())
        say(_("Point your phone's camera at it: it has the session as text."))
    for remark in look.told:
        say(remark)
    say_where_from(look.request, options.profile, why=False)


def _refuse_what_is_done(look: _Look) -> None:
    """Raise BefitError where the session of that day is logged already: begun again, it would count
    instead.
    """
    from befit_cli.views.words import session_day

    if look.session is not None and look.session.done is not None:
        raise BefitError(
            _("The session of {day} is logged already.", day=session_day(look.session)),
            _("befit done says what was otherwise, and befit done --undo takes it back."),
        )


def _tell_way_on(look: _Look) -> None:
    """How the session that comes next can be done before its day."""
    for _week, session in look.ahead.sessions[:1]:
        near = 0 < (session.date - look.ahead.today).days < len(Day)
        day = session.day if near else session.date
        say(_("befit go {day} does it now.", day=day))


def _head(look: _Look) -> Head:
    from befit_cli.log.journal import Head
    from befit_cli.log.standing import place_of

    week, session = look.ahead.sessions[0]
    return Head(
        plan=place_of(week, session.slot),
        date=look.ahead.today,
        at=this_moment(),
        session=session,
        units=look.ahead.athlete.units,
    )


def _still_open(journal: Journal, log: Path, options: Options) -> Begun | None:
    """The session that was begun and goes on; None where there is none. Who left it long ago, or
    asks for another, is asked what becomes of it.
    """
    from befit_cli.cli.guided import Left, what_becomes_of
    from befit_cli.cli.request import runner_of

    begun = journal.read()
    if begun is None or not begun.anything:
        return None
    exercises = runner_of(options).catalogue
    stale = begun.head.stale(this_moment())
    if not stale and (not options.day or _day(options, exercises) == begun.head.session.date):
        return begun
    left = what_becomes_of(begun, console(), usual=Left.KEEP if stale else Left.GO_ON)
    if left is Left.GO_ON:
        return begun
    if left is Left.KEEP:
        _write_down(begun, begun.state(0.0), 0.0, log)
    journal.remove()
    return None


def _train(begun: Begun, journal: Journal, log: Path, screen: Console, *, bell: bool) -> None:
    from time import monotonic

    from befit_cli.cli.guided import guide
    from befit_cli.log.guide_state import Stage

    state = begun.state(monotonic())
    try:
        state = guide(state, journal, screen, bell=bell)
    except KeyboardInterrupt:
        _tell_what_is_kept(journal)
        raise
    if state.stage is Stage.OVER and state.anything:
        _write_down(begun, state, monotonic(), log)
        journal.remove()
    else:
        _tell_what_is_kept(journal)


def _write_down(begun: Begun, state: State, now: float, log: Path) -> None:
    """What was done goes to the log, and is told."""
    from befit_cli.log.guide_state import entry
    from befit_cli.log.log_file import append
    from befit_cli.views.guide import summary
    from befit_cli.views.pen import Pen

    done = entry(state, now, begun.head.plan, begun.head.date)
    append(log, done)
    pen = Pen.of(console())
    pen.console.print(summary(pen, state, done), width=pen.width)
    say(_("Written to {path}. befit done --undo takes it back.", path=log))


def _tell_what_is_kept(journal: Journal) -> None:
    """Where a session that has not ended goes on; where nothing was done, it never was."""
    from befit_cli.views.guide import going_on

    begun = journal.read()
    if begun is None or not begun.anything:
        journal.remove()
        say(_("Nothing was done, so nothing is written."))
    else:
        place = going_on(begun.state(0.0))
        say(_("Kept for later: befit go goes on with {place}.", place=place))
