"""Train: what was done, said by its runner."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from befit_cli.cli import options as take
from befit_cli.cli.commands.adjust import WHY_OFF
from befit_cli.cli.commands.log import KEPT, NOTHING_YET, THEME
from befit_cli.cli.consoles import say
from befit_cli.cli.environment import today
from befit_cli.cli.program import command
from befit_cli.cli.request import Runner, known_block, known_runner, sessions_of
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message, plural
from befit_cli.values import Day
from befit_cli.values.athlete import no_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from befit_cli.cli.options import Options
    from befit_cli.values import Season, Session, SessionLog, Week

_ALL = ("all", "todo")
_WORSE = ("worse", "peor")
_OTHERWISE = message("Say the day and what was otherwise: befit done tue squat 8,8,10.")
_BESIDE = message(
    "What you did beside your plan you may say with its sets: befit done sat squat 3x8."
)
_STILL_OPEN = message(
    "What you began with befit go is still open: befit go goes on with it, and ends it."
)


@command(
    THEME,
    message(
        "Log a session: as planned, or what you did otherwise.\n\n"
        "Without a day it is today's session, else the last one before it. What you say nothing of "
        "was as planned; rest skip says that it was not done."
    ),
    "befit done",
    "befit done tue squat 8,8,10 16kg 3left, rdl +2, clams skip",
    "befit done --pain knee=4",
    "befit done all",
    takes=(take.DID, take.PAIN, take.NEXT_MORNING, take.NOTE, take.UNDO, take.PROFILE),
)
def done(options: Options) -> None:
    runner = known_runner(options.profile, KEPT, also_over=True)
    morning = options.words.get(take.NEXT_MORNING.name)
    _refuse_beside_the_last(options, morning)
    if options.undo:
        _undo(runner)
    elif morning is not None:
        _tell_of_the_morning(runner, morning)
    elif [word.lower() for word in options.did or ()] in ([word] for word in _ALL):
        _log_all(runner, options)
    else:
        _log_one(runner, options)


def _refuse_beside_the_last(options: Options, morning: str | None) -> None:
    """Raise UsageError where more is said beside what is about the last entry, whatever its day."""
    more = options.did or options.pain is not None or options.note is not None
    if options.undo and (more or morning is not None):
        raise UsageError(
            _("--undo takes back what was logged last, and nothing else."),
            _("Say befit done --undo alone."),
        )
    if morning is not None and more:
        raise UsageError(
            _("--next-morning is about the last session, and nothing else."),
            _("Say befit done --next-morning worse alone, and the rest before it."),
        )


def _undo(runner: Runner) -> None:
    from befit_cli.log.log_file import load_log, undo
    from befit_cli.values import SessionLog

    entry = undo(runner.log)
    if entry is None:
        raise BefitError(
            _("Nothing is logged that could be taken back."), _("befit log shows what is.")
        )
    if isinstance(entry, SessionLog):
        left = load_log(runner.log).sessions
        again = entry.plan is not None and any(each.plan == entry.plan for each in left)
        before = _("What you logged before of that session counts again.") if again else ""
        told = _("Taken back: what you did on {day}.", day=_day(entry.date))
        say(f"{told} {before}".rstrip())
    else:
        kept = _("Days that your profile has off stay so: befit off none has them free.")
        told = _("Taken back: {why} from {day}.", why=_(WHY_OFF[entry.why]), day=_day(entry.first))
        say(f"{told} {kept}")


def _tell_of_the_morning(runner: Runner, how: str) -> None:
    from befit_cli.log.log_file import add_worse_next_morning

    if how.strip().lower() not in _WORSE:
        raise UsageError(
            _("--next-morning '{how}' is not worse.", how=how),
            _("Say worse; where it was not, there is nothing to log."),
        )
    session = add_worse_next_morning(runner.log)
    if session is None:
        raise BefitError(_(NOTHING_YET))
    day = _day(session.date)
    say(_("Noted with your session on {day}: worse the next morning.", day=day))


def _log_all(runner: Runner, options: Options) -> None:
    """Log every session up to today that is not logged, as planned."""
    from befit_cli.log.log_file import append

    missing: list[SessionLog] = []
    for monday in [when.starts for when in runner.season if when.starts <= today()]:
        # Anew each time: once a week that waited is logged the block is another, and ends earlier.
        when = runner.season.week_of(monday)
        if when is None:
            break
        of_week = []
        for week, session in sessions_of(runner.request, when):
            if session.done is None and session.date <= today():
                of_week.append(_entry(runner, options, week, session, ()))
        missing += of_week
        if when.waits and of_week:
            # Then the block did not wait for it, and the weeks after it were others.
            runner = _after(runner, of_week)
    if not missing:
        raise BefitError(_("Every session up to today is logged."))
    append(runner.log, *missing)
    for entry in missing:
        _tell(entry, runner)
    told = plural(
        len(missing),
        "Written to {path}. befit done --undo takes it back.",
        "Written to {path}. befit done --undo takes back the last of them.",
        path=runner.log,
    )
    say("", told)


def _after(runner: Runner, entries: Sequence[SessionLog]) -> Runner:
    """The runner once these entries are logged."""
    sessions = (*runner.request.history.sessions, *entries)
    history = replace(runner.request.history, sessions=sessions)
    request = replace(runner.request, history=history)
    return replace(runner, request=request, season=known_block(request, also_over=True))


def _log_one(runner: Runner, options: Options) -> None:
    from befit_cli.log.log_file import append
    from befit_cli.runner.beside import journal_beside

    day, words = _day_and_words(runner, options.did or ())
    week, session = _session(runner, options, day, words)
    if day is not None and week is not None and session.done is None:
        session = replace(session, done=_of_no_plan(runner, day))
    try:
        entry = _entry(runner, options, week, session, words)
    except UsageError as error:
        if day is not None or session.date == today():
            raise
        of = _(
            "It was about the session of {day}; of another say the day first.",
            day=_day(session.date),
        )
        raise UsageError(error.message, f"{error.hint} {of}") from None
    if not entry.did:
        raise _no_session(session.date)
    if session.date > today() and not entry.works:
        raise BefitError(
            _(
                "There was no session to skip; the next is that of {day}.",
                day=_day(session.date),
            ),
            _("befit off away fri..sun takes days off."),
        )
    if day is not None and session.done is None:
        entry = replace(entry, date=min(day, today()))
    append(runner.log, entry)
    _tell(entry, runner, session)
    written = _("Written to {path}. befit done --undo takes it back.", path=runner.log)
    say("", written)
    if journal_beside(runner.log).exists():
        say(_(_STILL_OPEN))


def _day_and_words(runner: Runner, words: Sequence[str]) -> tuple[date | None, Sequence[str]]:
    """The day that the words begin with, None where they begin with none; and those after it."""
    from befit_cli.runner.near_days import day_first

    # words that somebody put in quotes are the same words
    single = " ".join(words).split()
    return day_first(
        single, _(take.DID.value), runner.request.catalogue, today(), since=runner.season.starts
    )


def _session(
    runner: Runner, options: Options, day: date | None, words: Sequence[str]
) -> tuple[Week | None, Session]:
    """The session that is meant: that of the day, or that was done on it, else one of its week that
    is not logged, done on another day than its own; without a day today's, else the last before it.
    What only hurts, or is noted, is told of the last one. Where none is left and words say what was
    done, it was of no week's plan. Raises BefitError where there is none.
    """
    from befit_cli.log.standing import unplanned

    beside = options.pain is not None or options.note is not None
    said = beside or bool(words)
    if day is None:
        return _last_session(runner, told_of=said, whichever=beside and not words)
    season = runner.season
    when = season.week_of(day)
    if when is None:
        raise _in_no_week(day, season)
    of_week = sessions_of(runner.request, when)
    open_ones = [(week, session) for week, session in of_week if session.done is None]
    logged = [(week, session) for week, session in of_week if session.done is not None]
    for week, session in open_ones:
        if session.date == day:
            return week, session
    if day > today():
        # The name of a day before the block: it meant that one, as there is none to do ahead.
        raise _in_no_week(day - timedelta(weeks=1), season)
    for week, session in logged:
        if session.done is not None and day in (session.done.date, session.date):
            if not said:
                raise BefitError(_("{day} is logged already.", day=_day(day)), _(_OTHERWISE))
            return week, session
    before = [(week, session) for week, session in open_ones if session.date < day]
    if open_ones:
        return before[-1] if before else open_ones[0]
    if words:
        return None, unplanned(day)
    raise _no_session(day)


def _in_no_week(day: date, season: Season) -> BefitError:
    return BefitError(
        _(
            "{day} is in no week of your block: it goes from {first} to {last}.",
            day=_day(day),
            first=season.starts,
            last=season.race_day,
        )
    )


def _no_session(day: date) -> BefitError:
    return BefitError(
        _("There is no session on {day}, and none of that week is left to log.", day=_day(day)),
        _(_BESIDE),
    )


def _last_session(runner: Runner, *, told_of: bool, whichever: bool) -> tuple[Week, Session]:
    """Today's session, else the last before it. One that is logged counts where something is
    `told_of` it today, or of `whichever` session is the last. Raises BefitError where it is logged,
    and says which before it is not: nobody logs that without its day.
    """
    last: date | None = None
    for when in reversed([when for when in runner.season if when.starts <= today()]):
        for week, session in reversed(sessions_of(runner.request, when)):
            if session.date > today():
                continue
            if last is None:
                again = whichever or (told_of and session.date == today())
                if session.done is None or again:
                    return week, session
                last = session.date
            elif session.done is None:
                raise BefitError(
                    _("{day} is logged already.", day=_day(last)),
                    _(
                        "The session of {day} is not: befit done {word} logs it.",
                        day=_day(session.date),
                        word=_word_for(session.date),
                    ),
                )
    if last is None:
        raise BefitError(
            _("Your block has had no session yet."),
            _("befit today shows the first; if you did it already, say befit done today."),
        )
    raise BefitError(_("Every session up to today is logged."), _(_OTHERWISE))


def _word_for(day: date) -> str:
    """What to type for a day that is over: its name within the last week, else its date."""
    return Day.of(day).value if (today() - day).days < len(Day) else str(day)


def _of_no_plan(runner: Runner, day: date) -> SessionLog | None:
    """What was logged on that day for no plan's session, such as what another app says."""
    # Of several the last, as everywhere: what is logged again is what counts.
    for logged in reversed(runner.request.history.sessions):
        if logged.date == day and logged.plan is None:
            return logged
    return None


def _entry(
    runner: Runner, options: Options, week: Week | None, session: Session, words: Sequence[str]
) -> SessionLog:
    """What is logged of the session: what the words say, and of what they don't what was logged
    before, else what was planned.
    """
    from befit_cli.log.standing import place_of
    from befit_cli.log.told_work import as_planned
    from befit_cli.values import SessionLog

    entry = SessionLog(
        date=session.date,
        plan=None if week is None else place_of(week, session.slot),
        minutes=None if words else session.minutes,
        did=as_planned(session),
        note=_note(options.note or ""),
    )
    if options.pain is not None:
        from befit_cli.log.pain_words import read_pain

        entry = replace(entry, pain=read_pain(options.pain))
    if not words and session.done is None:
        return entry
    from befit_cli.log.done_words import named_in, read_done
    from befit_cli.log.second_entry import changed

    known = (session, runner.request.catalogue, runner.request.athlete.units)
    entry = replace(entry, did=read_done(words, *known))
    if session.done is None:
        return entry
    return changed(session.done, entry, named_in(words, *known))


def _note(said: str) -> str:
    """What is said, on one line; raises UsageError where no log can keep it."""
    from befit_cli.log.told import Unclear

    if fault := no_text(said):
        raise Unclear(
            _("What {name} says {fault}.", name=f"--{take.NOTE.name}", fault=fault),
            _("Write a line, such as Slow calves."),
        )
    return " ".join(said.split())


def _tell(entry: SessionLog, runner: Runner, session: Session | None = None) -> None:
    """What was logged, in a line; what was otherwise than asked in a line each."""
    from befit_cli.views.work import summary, work_rows

    day, done = _day(entry.date), summary(entry)
    if session is None or session.date == entry.date:
        say(f"{day}: {done}.")
    else:
        of = _day(session.date)
        say(_("{day}, the session of {of}: {done}.", day=day, of=of, done=done))
    if session is not None and entry.plan is None:
        say(_("Nothing was left to do of that week's plan, so it is logged beside it."))
    planned = () if session is None else session.exercises
    request = runner.request
    for row in work_rows(entry, request.athlete.units, request.catalogue, planned):
        if entry.works and not row.as_asked:
            say(f"  {row.name}: {row.did}")


def _day(day: date) -> str:
    from befit_cli.views.words import day_of_year

    return day_of_year(day)
