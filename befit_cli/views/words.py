"""How a plan, its weeks, its sessions and their days are said in words, the same in every view."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Protocol

from befit_cli.evidence.load import has_heavy_legs
from befit_cli.language import _, capital, message, plural
from befit_cli.log.standing import status_of
from befit_cli.values import (
    Date,
    Day,
    Load,
    Off,
    Phase,
    Plan,
    Race,
    Role,
    Run,
    Session,
    Status,
    Value,
    Week,
)
from befit_cli.views.terms import term

RACES = {
    Race.FIVE_K: message("5 km"),
    Race.TEN_K: message("10 km"),
    Race.HALF: message("half marathon"),
    Race.MARATHON: message("marathon"),
    Race.NONE: message("strength without a race"),
}
LOADS = {
    Load.LOW: message("low load"),
    Load.MEDIUM: message("medium load"),
    Load.HIGH: message("high load"),
}
RUNS = {
    Run.HARD: message("hard run", sense="day"),
    Run.LONG: message("long run", sense="day"),
    Run.RACE: message("race", sense="day"),
}
_RUNS_TOO = {
    Run.HARD: message("hard run too"),
    Run.LONG: message("long run too"),
    Run.RACE: message("race too"),
}
PHASES = {
    Phase.GENERAL: message("general strength"),
    Phase.STRENGTH: message("building strength"),
    Phase.POWER: message("strength and power"),
    Phase.TAPER: message("taper, fewer sets before the race"),
}
_PHASES_WITHOUT_HEAVY_LEGS = {
    Phase.STRENGTH: message("building strength by repetitions and harder forms"),
    Phase.POWER: message("power without heavy leg work"),
}
_TITLES = {
    Race.FIVE_K: message("Strength for the 5 km"),
    Race.TEN_K: message("Strength for the 10 km"),
    Race.HALF: message("Strength for the half marathon"),
    Race.MARATHON: message("Strength for the marathon"),
    Race.NONE: message("Strength without a race"),
}
_TITLES_OF_SOMEBODY = {
    Race.FIVE_K: message("5 km strength for {name}"),
    Race.TEN_K: message("10 km strength for {name}"),
    Race.HALF: message("Half marathon strength for {name}"),
    Race.MARATHON: message("Marathon strength for {name}"),
    Race.NONE: message("Strength for {name}, without a race"),
}
_LOOSE = " ,;:.·-–(/@+|"
"""What says nothing where a text ends behind it."""
_DATES = (
    message("{day} January"),
    message("{day} February"),
    message("{day} March"),
    message("{day} April"),
    message("{day} May"),
    message("{day} June"),
    message("{day} July"),
    message("{day} August"),
    message("{day} September"),
    message("{day} October"),
    message("{day} November"),
    message("{day} December"),
)
_SHORT_DATES = (
    message("{day} Jan", sense="short"),
    message("{day} Feb", sense="short"),
    message("{day} Mar", sense="short"),
    message("{day} Apr", sense="short"),
    message("{day} May", sense="short"),
    message("{day} Jun", sense="short"),
    message("{day} Jul", sense="short"),
    message("{day} Aug", sense="short"),
    message("{day} Sep", sense="short"),
    message("{day} Oct", sense="short"),
    message("{day} Nov", sense="short"),
    message("{day} Dec", sense="short"),
)

# An escape for a terminal: with parameters, with a text up to its end, or of one sign.
_ANSI = r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]?"
# Text may run right to left by its own letters; marks that reorder its surroundings may not.
_BIDI_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Readers and writers take it for how a file is encoded, and leave it out where it comes first.
_BYTE_ORDER_MARK = "\ufeff"


class InBlock(Protocol):
    """What knows where in its block it stands: a week, planned or not."""

    @property
    def phase(self) -> Phase: ...
    @property
    def deload(self) -> bool: ...
    @property
    def taper(self) -> bool: ...


class DayWords(Value, frozen=True):
    """One day of a week."""

    day: Day
    date: Date
    name: str
    """`Mon 23`."""
    run: Run | None
    """Its key run; on race day the race."""
    title: str
    """What the running plan calls that run; empty where nobody says it."""
    loads: tuple[Load, ...]
    """Those of its strength sessions; empty for a day without."""


def plain(text: str) -> str:
    """The text on one line, without escapes, control characters, and marks that reorder it or tell
    how a file is encoded.
    """
    # Nearly every text is printable, and of such a text nothing has to go.
    if not text.isprintable():
        # Escapes go whole and first: without their first character the rest would be letters.
        without_escapes = re.sub(_ANSI, "", text)
        text = "".join(char for char in without_escapes if char.isspace() or not _hidden(char))
    return " ".join(text.split())


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """As many of the text's words as fit, with `…` where some do not; of a first word that does not
    fit either, its beginning.
    """
    if fits(text):
        return text
    words = text.split()
    beginnings = [" ".join(words[:number]) for number in range(len(words) - 1, 0, -1)]
    first = "".join(words[:1])
    letters = [first[:number] for number in range(len(first) - 1, 0, -1)]
    for beginning in (*beginnings, *letters):
        short = f"{beginning.rstrip(_LOOSE)}…"
        if fits(short):
            return short
    return "…"


def weeks_in_words(numbers: Sequence[int]) -> str:
    """`week 3`, `weeks 3 and 4` or `weeks 3 to 5`, of weeks one after the other."""
    first, *others = numbers
    if not others:
        return _("week {number}", number=first)
    if len(others) == 1:
        return _("weeks {first} and {last}", first=first, last=others[0])
    return _("weeks {first} to {last}", first=first, last=others[-1])


def plan_title(plan: Plan) -> str:
    """`Strength for the half marathon`, or `Strength without a race`; with a name `Half marathon
    strength for Ana`, or `Strength for Ana, without a race`.
    """
    race = plan.athlete.race
    name = plain(plan.athlete.name)
    return _(_TITLES_OF_SOMEBODY[race], name=name) if name else _(_TITLES[race])


def plan_facts(plan: Plan) -> str:
    """`From Mon 23 Nov 2026 · 16 weeks · race on Sun 14 Mar 2027`."""
    facts = [
        _("From {day}", day=day_of_year(plan.weeks[0].starts)),
        plural(len(plan.weeks), "{n} week", "{n} weeks"),
    ]
    race = plan.athlete.race_date
    if race is not None:
        facts.append(_("race on {day}", day=day_of_year(race)))
    return " · ".join(facts)


def week_title(week: Week) -> str:
    """`Week 5 of 12 · general strength`; an easier week, the taper, and a phase without the heavy
    work that its name promises say so.
    """
    phase = Phase.TAPER if week.taper else week.phase
    title = PHASES[phase]
    if lacks_heavy_legs(week):
        # Without jumps and fast work, too, a power phase is as one that builds strength.
        fast = phase is not Phase.POWER or _has_power(week)
        title = _PHASES_WITHOUT_HEAVY_LEGS.get(phase if fast else Phase.STRENGTH, title)
    facts = [_("Week {number} of {of}", number=week.number, of=week.of), _(title)]
    if week.deload:
        facts.append(_("easier week with fewer sets"))
    return " · ".join(facts)


def _has_power(week: Week) -> bool:
    """Whether a session of the week has jumps or other fast work."""
    return any(one.role is Role.POWER for session in week.sessions for one in session.exercises)


def lacks_heavy_legs(week: Week) -> bool:
    """Whether its phase goes without heavy work for the legs (R27); a week that builds tells only
    where its runner has it as always.
    """
    as_always = week.runner is None and bool(week.sessions)
    if week.taper or not (week.deload or as_always):
        return False
    return week.phase in _PHASES_WITHOUT_HEAVY_LEGS and not has_heavy_legs(week)


def phase_word(week: InBlock) -> str:
    """`strength`, `easier week` or `taper`: where a week stands, in a word or two."""
    if week.taper:
        return _("taper")
    if week.deload:
        return _("easier week")
    return term(week.phase)


def week_facts(week: Week) -> str:
    """`From Mon 23 Nov · 3 sessions · 84 min`."""
    first = _("From {day}", day=day_and_date(week.starts))
    sessions = plural(len(week.sessions), "{n} session", "{n} sessions")
    return f"{first} · {sessions} · {week.minutes} min"


def week_line(week: Week) -> str:
    """The title and the facts of a week in one line."""
    return f"{week_title(week)} · {week_facts(week)}"


def session_title(session: Session) -> str:
    """`Monday 23 November`."""
    day = session.date
    return f"{session.day.title} {_(_DATES[day.month - 1], day=day.day)}"


def session_day(session: Session, *, short: bool = False) -> str:
    """`Monday 23 Nov`, or `Mon 23 Nov`."""
    name = session.day.title
    return f"{name[:3] if short else name} {short_date(session.date)}"


def short_date(day: date) -> str:
    """`23 Nov`."""
    return _(_SHORT_DATES[day.month - 1], sense="short", day=day.day)


def load_words(load: Load) -> str:
    """`high load`."""
    return _(LOADS[load])


def run_kind(run: Run) -> str:
    """`hard run`."""
    return _(RUNS[run], sense="day")


def run_too(run: Run) -> str:
    """`hard run too`: what else a day has."""
    return _(_RUNS_TOO[run])


def week_days(week: Week) -> list[DayWords]:
    """The seven days from Monday on, with their key runs, the race and the strength sessions."""
    return [_day_words(week, day) for day in Day]


def run_words(run: Run, title: str) -> str:
    """`hard run`, `hard run: 5 x 1 km`, or the title alone where it says what run it is."""
    kind = run_kind(run)
    if not title:
        return kind
    return title if kind in title.casefold() else f"{kind}: {title}"


def outcome(session: Session, today: date | None) -> str:
    """`done`, `skipped` or `missed (ill)`; empty for what is ahead, and for what is past without a
    word of it.
    """
    status = status_of(session, today)
    if status is Status.MISSED and session.off is not None:
        return missed(session.off)
    return term(status) if status in (Status.DONE, Status.SKIPPED) else ""


def missed(off: Off) -> str:
    """`missed (ill)`."""
    return _("missed ({reason})", reason=term(off))


def warm_up_title(session: Session) -> str:
    """`Warm-up, 8 min`."""
    return _("Warm-up, {minutes} min", minutes=session.warm_up.minutes)


def next_title(week: Week) -> str:
    """`Next:`, before how an exercise goes on; in a taper nothing grows before the race (R35)."""
    return _("After the race:") if week.taper else _("Next:")


def no_sessions(week: Week) -> str:
    """What a week without strength says."""
    if week.runs.race is not None:
        return _("No strength this week: it is race week.")
    return _("No strength this week.")


def no_sessions_title(week: Week) -> str:
    """The same in few words, what matters first."""
    if week.runs.race is None:
        return _("No strength this week")
    return _("Race week: no strength")


def day_and_date(day: date) -> str:
    """`Mon 18 Jan`."""
    return f"{Day.of(day).title[:3]} {short_date(day)}"


def day_of_year(day: date) -> str:
    """`Mon 18 Jan 2027`."""
    return f"{day_and_date(day)} {day.year}"


def _day_words(week: Week, day: Day) -> DayWords:
    on = week.starts + timedelta(days=day.rank)
    racing = day is week.race_day or day in week.runs.tune_ups
    run = Run.RACE if racing else week.expected_runs.on(day)
    loads = tuple(session.load for session in week.sessions if session.day == day)
    title = plain(week.runs.title(day)) if run else ""
    return DayWords(day, on, capital(f"{day.title[:3]} {on.day}"), run, title, loads)


def _hidden(char: str) -> bool:
    from unicodedata import category  # late: few texts have what is not plain

    if char in _BIDI_MARKS or char == _BYTE_ORDER_MARK:
        return True
    return category(char) in ("Cc", "Cs")
