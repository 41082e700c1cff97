"""How the parts of a plan are said in words, the same in every view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from befit_cli.evidence.jumps import BEGINNER_WEEKS_WITHOUT_JUMPS
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Dose,
    Exercise,
    Form,
    Kit,
    Level,
    Load,
    NiggleRule,
    Phase,
    Plan,
    Prescription,
    Race,
    Range,
    Run,
    SeasonWeek,
    Session,
    Value,
    Week,
)

RACES = {
    Race.FIVE_K: "5 km",
    Race.TEN_K: "10 km",
    Race.HALF: "half marathon",
    Race.MARATHON: "marathon",
}
LOADS = {Load.LOW: "low load", Load.MEDIUM: "medium load", Load.HIGH: "high load"}
RUNS = {Run.HARD: "hard run", Run.LONG: "long run", Run.RACE: "race"}
PHASES = {
    Phase.GENERAL: "general strength",
    Phase.STRENGTH: "building strength",
    Phase.POWER: "strength and power",
    Phase.TAPER: "taper, fewer sets before the race",
}
_DELOAD = "easier week with fewer sets"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_ANSI = r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]?"
# Text may run right to left by its own letters; marks that reorder its surroundings may not.
_BIDI_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class DayWords(Value, frozen=True):
    """One day of a week: its name, the run on it and the loads of its strength
    sessions.
    """

    day: Day
    name: str
    run: Run | None
    loads: tuple[Load, ...]


def plain(text: str) -> str:
    """The text on one line, without escapes, control characters and marks that reorder it."""
    if text.isprintable():
        return " ".join(text.split())
    visible = (char for char in re.sub(_ANSI, "", text) if char.isspace() or not _hidden(char))
    return " ".join("".join(visible).split())


def dose(exercise: Prescription) -> str:
    """`3 × 8 each side`, or `2 × 20-s hold` where time counts."""
    return _work(exercise.sets, exercise.reps, exercise.hold_s, per_side=exercise.per_side)


def effort(exercise: Prescription) -> str:
    """`stop with 3 left`; a hold, a jump or a stretch has no repetitions in reserve and ends when
    it stops looking right.
    """
    return _effort(exercise.rir)


def rest(exercise: Prescription) -> str:
    """`75 s`, `2 min`, or `none`."""
    return _rest(exercise.rest_s) or "none"


def pause(exercise: Prescription) -> str:
    """The rest where no heading says that it is one: `rest 75 s`, or `no rest`."""
    return _pause(exercise.rest_s)


def dose_line(given: Dose, *, per_side: bool) -> str:
    """What the catalogue gives a level, in one line: `2-3 × 8-10 each side, stop with 3 left, rest
    75 s`.
    """
    return ", ".join(
        [
            _work(given.sets, given.reps, given.hold, per_side=per_side),
            _effort(given.rir),
            _pause(given.rest),
        ]
    )


def needs(form: Form) -> str:
    """All that a form needs, one of each choice: `bench or box + dumbbell`; `nothing`."""
    return _all_of(form.kit) or "nothing"


def out_of_reach(athlete: Athlete, exercise: Exercise) -> str:
    """What keeps the athlete from the nearest form of an exercise: `needs step or box`, `from
    intermediate on`, or both.
    """
    nearest = min(exercise.ladder, key=lambda form: _distance(athlete, form))
    lacking = _all_of(_lacking(athlete, nearest))
    later = nearest.level > athlete.level
    said = [f"needs {lacking}"] * bool(lacking) + [f"from {nearest.level} on"] * later
    return ", ".join(said) or f"jumps, from week {BEGINNER_WEEKS_WITHOUT_JUMPS + 1} on"


def rule_words(rule: NiggleRule, catalogue: Catalogue) -> str:
    """What a niggle changes about an exercise: its note and what to do instead, by name; empty
    where it says neither.
    """
    swaps = one_of([catalogue.by_id[swap].name for swap in rule.swap]) if rule.swap else ""
    instead = f"{'Do' if rule.act is Act.AVOID else 'Or do'} {swaps} instead." if swaps else ""
    return " ".join(filter(None, (rule.note, instead)))


def one_of(words: Sequence[str]) -> str:
    """`step, box or bench`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def names(exercise: Prescription) -> tuple[str, str]:
    """The form, and the exercise's name where the form lacks its noun: `Side plank` needs no
    `Planks`, `Bird dog` a `Superman holds`.
    """
    noun = _stems(exercise.name)[-1:]
    return exercise.form, "" if set(noun) <= set(_stems(exercise.form)) else exercise.name


def count(number: int, thing: str) -> str:
    """`1 session`, `3 sessions`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def plan_title(plan: Plan) -> str:
    """`Strength for the half marathon`."""
    return f"Strength for the {RACES[plan.athlete.race]}"


def plan_facts(plan: Plan) -> str:
    """`From Mon 23 Nov 2026 · 16 weeks · race on Sun 14 Mar 2027`."""
    race = plan.athlete.race_date
    weeks = [f"From {_day_of_year(plan.weeks[0].starts)}", count(len(plan.weeks), "week")]
    return " · ".join(weeks if race is None else [*weeks, f"race on {_day_of_year(race)}"])


def week_title(week: Week) -> str:
    """`Week 5 of 12 · general strength`; an easier week and the taper say so."""
    phase = PHASES[Phase.TAPER if week.taper else week.phase]
    return " · ".join([f"Week {week.number} of {week.of}", phase] + [_DELOAD] * week.deload)


def phase_word(week: Week | SeasonWeek) -> str:
    """`strength`, `easier week` or `taper`: where a week stands, in a word or two."""
    return "taper" if week.taper else "easier week" if week.deload else week.phase.value


def week_facts(week: Week) -> str:
    """`From Mon 23 Nov · 3 sessions · 84 min`."""
    return (
        f"From {Day.MON.title[:3]} {short_date(week.starts)} · "
        f"{count(len(week.sessions), 'session')} · {week.minutes} min"
    )


def session_title(session: Session) -> str:
    """`Monday 23 November`."""
    return f"{session.day.title} {session.date.day} {_MONTHS[session.date.month - 1]}"


def short_date(day: date) -> str:
    """`23 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def week_days(plan: Plan, week: Week) -> list[DayWords]:
    """The seven days from Monday on, with their key runs, the race and the strength sessions."""
    return [_day_words(plan, week, day) for day in Day]


def no_sessions(plan: Plan, week: Week) -> str:
    """What a week without strength says."""
    race = any(day.run is Run.RACE for day in week_days(plan, week))
    return "No strength this week: it is race week." if race else "No strength this week."


def _day_of_year(day: date) -> str:
    return f"{list(Day)[day.weekday()].title[:3]} {short_date(day)} {day.year}"


def _day_words(plan: Plan, week: Week, day: Day) -> DayWords:
    on = week.starts + timedelta(days=day.rank)
    run = Run.RACE if day is week.runs.race else week.runs.on(day)
    return DayWords(
        day,
        f"{day.title[:3]} {on.day}",
        run,
        tuple(session.load for session in week.sessions if session.day == day),
    )


def _distance(athlete: Athlete, form: Form) -> tuple[Level, int, int]:
    """How far the athlete is from a form: levels, then things that are lacking, then how little
    would do for them.
    """
    lacking = _lacking(athlete, form)
    return max(form.level, athlete.level), len(lacking), -sum(map(len, lacking))


def _lacking(athlete: Athlete, form: Form) -> list[tuple[Kit, ...]]:
    return [choice for choice in form.kit if not set(choice) & set(athlete.kit)]


def _all_of(choices: Iterable[Sequence[str]]) -> str:
    return " + ".join(map(one_of, choices))


def _work(
    sets: int | Range, reps: int | Range | None, hold: int | Range | None, *, per_side: bool
) -> str:
    work = f"{sets} × {reps}" if hold is None else f"{sets} × {hold}-s hold"
    return f"{work} each side" if per_side else work


def _effort(rir: int | None) -> str:
    return "stop if form slips" if rir is None else f"stop with {rir} left"


def _rest(seconds: int) -> str:
    whole_minutes = seconds > 60 and seconds % 60 == 0
    return f"{seconds // 60} min" if whole_minutes else f"{seconds} s" if seconds else ""


def _pause(seconds: int) -> str:
    return f"rest {_rest(seconds)}" if seconds else "no rest"


def _hidden(char: str) -> bool:
    from unicodedata import category  # late: few texts have what is not plain

    return char in _BIDI_MARKS or category(char) in ("Cc", "Cs")


def _stems(name: str) -> list[str]:
    return [word.rstrip("es") for word in re.findall(r"[\w-]+", name.casefold())]
