"""Your week, otherwise: one week alone, and time away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from befit_cli.cli import options as take
from befit_cli.cli.commands.plan import plan_weeks
from befit_cli.cli.consoles import say, write
from befit_cli.cli.environment import own_catalogue, today
from befit_cli.cli.options import Options
from befit_cli.cli.program import command
from befit_cli.cli.request import Runner, known_block, known_runner, make_plan
from befit_cli.errors import BefitError, UsageError
from befit_cli.language import _, message
from befit_cli.runner.alone import NONE
from befit_cli.runner.options import CATALOGUE, OF_ONE_WEEK, OFF, SINCE
from befit_cli.values import Day, Off

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from befit_cli.runner.time_off import TimeOff
    from befit_cli.values import SeasonWeek, Week

_OfWeek: TypeAlias = Mapping[str, str]
"""What one week has otherwise, in the words of a profile."""
_Change: TypeAlias = Callable[[_OfWeek], _OfWeek]
"""What a week had, to what it has then."""
_THEME = message("Your week")
_KEPT = message("Say befit init first: what one week has is kept there.")
WHY_OFF = {Off.AWAY: message("away"), Off.ILL: message("ill"), Off.HURT: message("hurt")}
"""Why somebody does not train, in words."""
_BACK = message("Back earlier? befit off none.")
_BACK_SOME_DAY = message("It lasts until you say befit off none.")
_ILL = message(
    "Wait for a day without fever, and begin lightly. With fever or anything in the chest, see a "
    "clinician first."
)
_HURT = message(
    "You are ready when walking and stairs are painless, or hurt 0-2 of 10 at most. With pain on "
    "one point of a bone, at night or at rest, see a clinician first."
)
_READY = {Off.ILL: _ILL, Off.HURT: _HURT}
"""When to train again."""
_GENTLY = message(
    "After a week or more without strength, begin gently again: befit plan --start today shows "
    "how, and start: {today} in your profile keeps it."
)
_STILL_SORE = message(
    "Still sore after that? Say it for the next week, too: --week next; or for good with befit "
    "init --niggle."
)


@command(
    _THEME,
    message(
        "Change one week alone: its runs, days, kit or minutes.\n\n"
        "No other week changes. Without an option it tells which weeks are otherwise."
    ),
    "befit adjust --hard wed --kit none",
    "befit adjust --week 6 --off tue,wed",
    "befit adjust --week 6 --clear",
    takes=(take.WHICH_WEEK, *take.FOR_ONE_WEEK, take.CLEAR, take.PROFILE),
)
def adjust(options: Options) -> None:
    from befit_cli.runner.adjustments import in_words
    from befit_cli.runner.which_week import week_meant
    from befit_cli.runner.words import spoken

    runner = known_runner(options.profile, _KEPT)
    names = {option.name for option in OF_ONE_WEEK}
    given = {name: value for name, value in spoken(options.words).items() if name in names}
    which = options.words.get(take.WHICH_WEEK.name)
    if options.clear and given:
        raise UsageError(
            _(
                "{clear} has the week as always, and {option} does not.",
                clear=f"--{take.CLEAR.name}",
                option=f"--{next(iter(given))}",
            ),
            _("Say one of them."),
        )
    if not (options.clear or given or which):
        nothing = _("Every week is as always; befit adjust --hard wed changes this one.")
        _tell_all(runner, names, nothing)
        return
    when = week_meant(runner.season, which, today())
    if (today() - when.starts).days >= len(Day):
        raise BefitError(_("Week {number} is over, and stays as it was.", number=when.number))
    said = in_words(given, runner.request.catalogue)

    def changed(before: _OfWeek) -> _OfWeek:
        return {} if options.clear else _worth_keeping({**before, **said, **_since(when, before)})

    before = runner.adjusted.get(when.starts, {})
    after = changed(before)
    told = _week_words(when, after)
    if after == before:
        say(told, "")
    else:
        undo = _("befit adjust --week {number} --clear undoes it.", number=when.number)
        if "niggle" in given and after:
            undo = f"{undo} {_(_STILL_SORE)}"
        _write(runner, {when.starts: changed}, told, undo if after else "")
    _show(runner, when)


def _since(when: SeasonWeek, before: _OfWeek) -> dict[str, str]:
    """From which day on a week that has begun is otherwise: what is over stays."""
    gone = (today() - when.starts).days
    if SINCE.name in before or not 0 < gone < len(Day):
        return {}
    return {SINCE.name: Day.of(today()).value}


def _worth_keeping(own: _OfWeek) -> _OfWeek:
    """What one week has, without what says nothing: that no day of it is off, or since when nothing
    is otherwise.
    """
    kept = {name: said for name, said in own.items() if (name, said) != (OFF.name, NONE)}
    return {} if kept.keys() == {SINCE.name} else kept


def _write(runner: Runner, weeks: Mapping[date, _Change], told: str, back: str) -> None:
    """Change what these weeks have, and tell it, with the way back; raises BefitError, with nothing
    written, for what cannot be planned.
    """
    from befit_cli.runner.adjustments import ADJUSTED
    from befit_cli.runner.profile import adjusted_now
    from befit_cli.runner.written_profile import adjusted_profile, write_profile

    def after(adjusted: Mapping[date, _OfWeek]) -> dict[date, _OfWeek]:
        return {day: change(adjusted.get(day, {})) for day, change in weeks.items()}

    adjusted = {**runner.adjusted, **after(runner.adjusted)}
    words = {**runner.request.words, ADJUSTED: {day: own for day, own in adjusted.items() if own}}
    request = replace(runner.request, words=words)
    season = known_block(request)
    numbers = {when.number for when in season if when.starts in weeks}
    around = [when for when in season if numbers & {when.number + place for place in (-1, 0, 1)}]
    plan = make_plan(request, around)
    # Of what another befit wrote meanwhile for the same week all stays that is not said here.
    write_profile(
        runner.path, lambda: adjusted_profile(runner.path, after(adjusted_now(runner.path)))
    )
    written = _("Written to {path}.", path=runner.path)
    say(f"{told} {written} {back}".rstrip(), "")
    for week in plan.weeks:
        if week.number not in numbers:
            _tell_if_it_changes(week)


def _tell_if_it_changes(week: Week) -> None:
    """A session of another week that has to give way is told."""
    from befit_cli.values import NoteKey
    from befit_cli.views.sentences import note_text

    for note in week.notes:
        if note.key is NoteKey.OTHERWISE and note.facts["beside"]:
            told = _(
                "Week {number} changes, too. There it says: {note}",
                number=week.number,
                note=note_text(note),
            )
            say(told, "")


def _tell_all(
    runner: Runner, names: Collection[str], nothing: str, also: Sequence[str] = ()
) -> None:
    """What of these names the weeks of the block have otherwise, and what else there is to tell, or
    that there is nothing.
    """
    lines = [f"{told}\n" for told in also]
    for when in runner.season:
        own = runner.adjusted.get(when.starts, {})
        told = {name: said for name, said in own.items() if name in names}
        if told:
            lines.append(f"{_week_words(when, told)}\n")
    write("".join(lines) or f"{nothing}\n")


def _week_words(when: SeasonWeek, own: Mapping[str, str]) -> str:
    """`Week 6, from 4 Jan: kit none; hard wed.`"""
    from befit_cli.runner.offered import told_each
    from befit_cli.views.words import short_date

    parts = [f"{name} {told_each(said)}" for name, said in own.items() if name != SINCE.name]
    return _(
        "Week {number}, from {date}: {words}.",
        number=when.number,
        date=short_date(when.starts),
        words="; ".join(parts) if own else _("as always"),
    )


def _show(runner: Runner, when: SeasonWeek) -> None:
    own = own_catalogue()
    plan_weeks(
        Options(
            words={CATALOGUE.name: own}, catalogue=own, week=str(when.number), profile=runner.path
        ),
        whole=False,
    )


@command(
    _THEME,
    message(
        "Take days off: away, ill or hurt, and back again.\n\n"
        "Those days are not free for strength; all else of your plan stays. Without days it is "
        "until you say none, which takes back what is still ahead."
    ),
    "befit off away fri..sun",
    "befit off ill",
    "befit off none",
    takes=(take.TIME_OFF, take.PROFILE),
)
def off(options: Options) -> None:
    from befit_cli.evidence.progress import LOGGED_WITHIN_DAYS
    from befit_cli.runner.time_off import read_time_off, still_off

    runner = known_runner(options.profile, _KEPT)
    if not options.time:
        nothing = _("No day is off; befit off away fri..sun takes days off.")
        _tell_all(runner, {OFF.name}, nothing, still_off(runner.request.history, today()))
        return
    time_off = read_time_off(options.time, today(), runner.request.catalogue, runner.season)
    # of days before the block the log alone knows; what was over long before changes nothing
    before = min(runner.season.starts, today()) - timedelta(days=LOGGED_WITHIN_DAYS)
    if time_off.last < before or runner.season.race_day < time_off.first:
        raise UsageError(
            _(
                "No day of that is in your block: it goes from {first} to {last}.",
                first=runner.season.starts,
                last=runner.season.race_day,
            )
        )
    # What is over stays as it was in the profile; the log knows of it.
    weeks = _with(runner, time_off.from_day(today()))
    back = _way_back(runner, time_off)
    if weeks:
        _write(runner, weeks, _told(time_off), back)
    if not (_log(runner, time_off) or weeks):
        say(_("Nothing changes: that is so already."))
        return
    if not weeks:
        say(f"{_told(time_off)}{_written(runner, time_off)} {back}".rstrip(), "")
    _show(runner, _first_changed(runner, weeks))


def _way_back(runner: Runner, time_off: TimeOff) -> str:
    """How to train again; empty where nobody needs to be told."""
    if time_off.why is None:
        # Where the log tells what was done, the plan begins gently by itself (R72 to R75).
        return "" if runner.request.history.sessions else _(_GENTLY, today=today())
    if time_off.last < today():
        return ""
    back = _(_BACK) if time_off.said_last else _(_BACK_SOME_DAY)
    ready = _READY.get(time_off.why)
    return back if ready is None else f"{_(ready)} {back}"


def _written(runner: Runner, time_off: TimeOff) -> str:
    """Where days off are that no week has; empty where there are none."""
    if time_off.logged is None:
        return ""
    return " " + _("Written to {path}. befit done --undo takes it back.", path=runner.log)


def _log(runner: Runner, time_off: TimeOff) -> bool:
    """Log days off, or that those which are logged are over; returns whether the log says anything
    else now.
    """
    from befit_cli.log.log_file import append, end_time_away

    away = time_off.logged
    if away is None:
        return bool(end_time_away(runner.log, time_off.first - timedelta(days=1)))
    if away in runner.request.history.away:
        return False
    append(runner.log, away)
    return True


def _first_changed(runner: Runner, weeks: Collection[date]) -> SeasonWeek:
    """The first of the weeks that are other now, else the one that is on."""
    from befit_cli.runner.beginning import week_on
    from befit_cli.runner.request import pick_week

    for when in runner.season:
        if when.starts in weeks:
            return when
    return pick_week(runner.season, week_on(runner.season, today()))


def _with(runner: Runner, time_off: TimeOff) -> dict[date, _Change]:
    """How the time off changes the weeks that it does, by their Mondays."""
    weeks: dict[date, _Change] = {}
    for when in runner.season:
        change = partial(_with_days_off, runner, time_off, when)
        before = runner.adjusted.get(when.starts, {})
        if change(before) != before:
            weeks[when.starts] = change
    return weeks


def _with_days_off(runner: Runner, time_off: TimeOff, when: SeasonWeek, before: _OfWeek) -> _OfWeek:
    """What the week has with the time off; what it had before, where no day of it changes."""
    off_before = OFF.read(before.get(OFF.name, NONE), runner.request.catalogue)
    days = time_off.days_in(when.starts, off_before)
    if days == off_before:
        return before
    return _worth_keeping({**before, OFF.name: OFF.kind.say(days), **_since(when, before)})


def _told(time_off: TimeOff) -> str:
    """`Off (away) from Sat 5 Dec 2026 to Wed 9 Dec 2026.`"""
    from befit_cli.views.words import day_of_year

    what = _("Free again")
    if time_off.why is not None:
        what = _("Off ({why})", why=_(WHY_OFF[time_off.why]))
    first, last = day_of_year(time_off.first), day_of_year(time_off.last)
    if time_off.first == time_off.last:
        return _("{what} on {day}.", what=what, day=first)
    if not time_off.said_last:
        return _("{what} from {first} on.", what=what, first=first)
    return _("{what} from {first} to {last}.", what=what, first=first, last=last)
