"""How the parts of a plan are said in words, the same in every view."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from msgspec.structs import replace

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
    Niggle,
    NiggleRule,
    NoteKey,
    Phase,
    Plan,
    Prescription,
    Race,
    Range,
    Run,
    Session,
    Units,
    Value,
    Week,
    in_units,
)

RACES = {
    Race.FIVE_K: "5 km",
    Race.TEN_K: "10 km",
    Race.HALF: "half marathon",
    Race.MARATHON: "marathon",
    Race.NONE: "strength without a race",
}
LOADS = {Load.LOW: "low load", Load.MEDIUM: "medium load", Load.HIGH: "high load"}
RUNS = {Run.HARD: "hard run", Run.LONG: "long run", Run.RACE: "race"}
PHASES = {
    Phase.GENERAL: "general strength",
    Phase.STRENGTH: "building strength",
    Phase.POWER: "strength and power",
    Phase.TAPER: "taper, fewer sets before the race",
}
_PHASES_WITHOUT_HEAVY_LEGS = {
    Phase.STRENGTH: "building strength by repetitions and harder forms",
    Phase.POWER: "power without heavy legs",
}
_DELOAD = "easier week with fewer sets"
_SLOW_S = 5
"""Seconds of a repetition from which nobody would take as many unasked."""
_LOOSE = " ,;:.·-–(/@+|"
"""What says nothing where a text ends behind it."""
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
    date: date
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


def dose(exercise: Prescription, units: Units) -> str:
    """`3 × 8 each side`, or `2 × 20-s hold` where time counts; `3 × 12, 8 s each` where a
    repetition is so slow that it has to be said; `3 × 6 at 18 kg` where its weight is known.
    """
    work = _work(exercise.sets, exercise.reps, exercise.hold_s, per_side=exercise.per_side)
    if exercise.kg is not None:
        work = f"{work} at {weight(exercise.kg, units)}"
    seconds = exercise.seconds_per_rep
    if exercise.hold_s is None and seconds is not None and seconds >= _SLOW_S:
        return f"{work}, {seconds:g} s each"
    return work


def bare_dose(exercise: Prescription, units: Units) -> str:
    """The dose without its weight, for where that stands beside it."""
    return dose(replace(exercise, kg=None), units)


def weight(kg: float, units: Units) -> str:
    """`18 kg`, or `40 lb`."""
    return f"{in_units(kg, units):g} {units}"


def effort(exercise: Prescription) -> str:
    """`stop with 3 left`, and `stop with 4 or more left` where it is light; a hold, a jump or a
    stretch has no repetitions in reserve and ends when it stops looking right.
    """
    if not exercise.light:
        return _effort(exercise.rir)
    if exercise.rir is None:
        return "stop with time to spare"
    return f"stop with {exercise.rir} or more left"


def usual_effort(exercises: Iterable[Prescription]) -> str:
    """The effort of most of those whose repetitions are counted, the first of several; empty where
    none are.
    """
    efforts = Counter(effort(exercise) for exercise in exercises if exercise.rir is not None)
    return max(efforts, key=lambda said: efforts[said], default="")


def other_effort(exercise: Prescription, usual: str) -> str:
    """The effort where it is not the usual one; empty, too, where form alone ends a set."""
    said = effort(exercise)
    return "" if said in (usual, _effort(None)) else said


def effort_line(exercises: Collection[Prescription], usual: str) -> str:
    """`Effort: stop with 3 left unless said, and whenever form slips`: what counts where an
    exercise says no effort of its own.
    """
    if not usual:
        return f"Effort: {_effort(None)}"
    others = any(other_effort(exercise, usual) for exercise in exercises)
    by_form = any(exercise.rir is None for exercise in exercises)
    unless = " unless said" if others else ""
    slips = ", and whenever form slips" if by_form else ""
    return f"Effort: {usual}{unless}{slips}"


def rest(exercise: Prescription) -> str:
    """`75 s`, `2 min`, or `none`."""
    return _rest(exercise.rest_s) or "none"


def pause(exercise: Prescription) -> str:
    """The rest where no heading says that it is one: `rest 75 s`, or `no rest`."""
    return _pause(exercise.rest_s)


def work_line(exercise: Prescription, units: Units) -> str:
    """All of what is to be done, in one line: `3 × 8 each side, stop with 3 left, rest 75 s`."""
    return ", ".join([dose(exercise, units), effort(exercise), pause(exercise)])


def dose_line(dose: Dose, *, per_side: bool) -> str:
    """What the catalogue gives a level, in one line: `2-3 × 8-10 each side, stop with 3 left, rest
    75 s`.
    """
    work = _work(dose.sets, dose.reps, dose.hold, per_side=per_side)
    return ", ".join([work, _effort(dose.rir), _pause(dose.rest)])


def needs(form: Form) -> str:
    """All that a form needs, one of each choice: `bench or box + dumbbell`; `nothing`."""
    return _all_of(form.kit) or "nothing"


def out_of_reach(athlete: Athlete, exercise: Exercise) -> str:
    """What keeps the athlete from the nearest form of an exercise: `needs step or box`, `from
    intermediate on`, or both.
    """
    nearest = min(exercise.ladder, key=lambda form: _distance(athlete, form))
    lacking = _all_of(_lacking(athlete, nearest))
    reasons = []
    if lacking:
        reasons.append(f"needs {lacking}")
    if nearest.level > athlete.level:
        reasons.append(f"from {nearest.level} on")
    # What neither kit nor level keeps away is a beginner's jump.
    return ", ".join(reasons) or f"jumps, from week {BEGINNER_WEEKS_WITHOUT_JUMPS + 1} on"


def niggle_rules(exercise: Exercise, niggle: Niggle) -> Iterator[tuple[NiggleRule, list[str]]]:
    """What a niggle changes about an exercise, and then about forms of it that it changes
    otherwise, each with the names of those forms.
    """
    whole = exercise.niggles.get(niggle)
    if whole is not None:
        yield whole, []
    others: list[tuple[NiggleRule, list[str]]] = []
    for form in exercise.ladder:
        rule = form.niggles.get(niggle)
        if rule is None or rule == whole:
            continue
        for other, forms in others:
            if other == rule:
                forms.append(form.name)
                break
        else:
            others.append((rule, [form.name]))
    yield from others


def rule_words(rule: NiggleRule, catalogue: Catalogue) -> str:
    """What a niggle changes: its note, its dose, and what to do instead, by name; empty where it
    says none of them.
    """
    sentences = []
    if rule.note:
        sentences.append(rule.note)
    dose = _changed_dose(rule)
    if dose:
        sentences.append(f"Do {dose}.")
    if rule.swap:
        do = "Do" if rule.act is Act.AVOID else "Or do"
        swaps = one_of([catalogue.by_id[swap].name for swap in rule.swap])
        sentences.append(f"{do} {swaps} instead.")
    return " ".join(sentences)


def one_of(words: Sequence[str]) -> str:
    """`step, box or bench`."""
    *others, last = words
    if not others:
        return last
    return f"{', '.join(others)} or {last}"


def names(exercise: Prescription) -> tuple[str, str]:
    """The form, and the exercise's name where the form has a word of it but not its noun: `Side
    plank` needs no `Planks`, and a `Dead bug` is no kind of `Russian twists`.
    """
    stems = _stems(exercise.name)
    shared = set(stems) & set(_stems(exercise.form))
    if not shared or stems[-1] in shared:
        return exercise.form, ""
    return exercise.form, exercise.name


def short_name(exercise: Prescription) -> str:
    """The exercise's name, `Squats` for a `Goblet squat`; for what is none, the form: a `Backpack
    row` is no pull-up.
    """
    noun = _stems(exercise.name)[-1:]
    return exercise.name if {*noun} <= {*_stems(exercise.form)} else exercise.form


def count(number: int, thing: str) -> str:
    """`1 session`, `3 sessions`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def weeks_in_words(numbers: Sequence[int]) -> str:
    """`week 3`, `weeks 3 and 4` or `weeks 3 to 5`, of weeks one after the other."""
    first, *others = numbers
    if not others:
        return f"week {first}"
    return f"weeks {first} {'to' if others[1:] else 'and'} {others[-1]}"


def plan_title(plan: Plan) -> str:
    """`Strength for the half marathon`, or `Strength without a race`; with a name `Half marathon
    strength for Ana`, or `Strength for Ana, without a race`.
    """
    race = plan.athlete.race
    name = plain(plan.athlete.name)
    if not name:
        return "Strength without a race" if race is Race.NONE else f"Strength for the {RACES[race]}"
    if race is Race.NONE:
        return f"Strength for {name}, without a race"
    title = RACES[race]
    return f"{title[:1].upper()}{title[1:]} strength for {name}"


def plan_facts(plan: Plan) -> str:
    """`From Mon 23 Nov 2026 · 16 weeks · race on Sun 14 Mar 2027`."""
    facts = [f"From {day_of_year(plan.weeks[0].starts)}", count(len(plan.weeks), "week")]
    race = plan.athlete.race_date
    if race is not None:
        facts.append(f"race on {day_of_year(race)}")
    return " · ".join(facts)


def week_title(week: Week) -> str:
    """`Week 5 of 12 · general strength`; an easier week, the taper, and a phase without the heavy
    work that its name promises say so.
    """
    phase = Phase.TAPER if week.taper else week.phase
    title = PHASES[phase]
    if lacks_heavy_legs(week):
        title = _PHASES_WITHOUT_HEAVY_LEGS.get(phase, title)
    facts = [f"Week {week.number} of {week.of}", title]
    if week.deload:
        facts.append(_DELOAD)
    return " · ".join(facts)


def lacks_heavy_legs(week: Week) -> bool:
    """Whether the week says that its phase goes without heavy legs (R27)."""
    return any(note.key is NoteKey.NO_HEAVY_LEGS for note in week.notes)


def phase_word(week: InBlock) -> str:
    """`strength`, `easier week` or `taper`: where a week stands, in a word or two."""
    if week.taper:
        return "taper"
    if week.deload:
        return "easier week"
    return week.phase.value


def week_facts(week: Week) -> str:
    """`From Mon 23 Nov · 3 sessions · 84 min`."""
    first = f"From {Day.MON.title[:3]} {short_date(week.starts)}"
    sessions = count(len(week.sessions), "session")
    return f"{first} · {sessions} · {week.minutes} min"


def session_title(session: Session) -> str:
    """`Monday 23 November`."""
    return f"{session.day.title} {session.date.day} {_MONTHS[session.date.month - 1]}"


def session_day(session: Session, *, short: bool = False) -> str:
    """`Monday 23 Nov`, or `Mon 23 Nov`."""
    name = session.day.title
    return f"{name[:3] if short else name} {short_date(session.date)}"


def short_date(day: date) -> str:
    """`23 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def week_days(week: Week) -> list[DayWords]:
    """The seven days from Monday on, with their key runs, the race and the strength sessions."""
    return [_day_words(week, day) for day in Day]


def run_words(run: Run, title: str) -> str:
    """`hard run`, `hard run: 5 x 1 km`, or the title alone where it says what run it is."""
    kind = RUNS[run]
    if not title:
        return kind
    return title if kind in title.casefold() else f"{kind}: {title}"


def no_sessions(week: Week) -> str:
    """What a week without strength says."""
    if week.runs.race is not None:
        return "No strength this week: it is race week."
    return "No strength this week."


def no_sessions_title(week: Week) -> str:
    """The same in few words, what matters first."""
    return "No strength this week" if week.runs.race is None else "Race week: no strength"


def day_and_date(day: date) -> str:
    """`Mon 18 Jan`."""
    return f"{list(Day)[day.weekday()].title[:3]} {short_date(day)}"


def day_of_year(day: date) -> str:
    """`Mon 18 Jan 2027`."""
    return f"{day_and_date(day)} {day.year}"


def _day_words(week: Week, day: Day) -> DayWords:
    on = week.starts + timedelta(days=day.rank)
    # On the day of the race the athlete's usual run of that day is not run.
    run = Run.RACE if day is week.runs.race else week.runs.on(day)
    loads = tuple(session.load for session in week.sessions if session.day == day)
    title = plain(week.runs.title(day)) if run else ""
    return DayWords(day, on, f"{day.title[:3]} {on.day}", run, title, loads)


def _distance(athlete: Athlete, form: Form) -> tuple[Level, int, int]:
    """How far the athlete is from a form: levels, then things that are lacking, then how little
    would do for them.
    """
    lacking = _lacking(athlete, form)
    return max(form.level, athlete.level), len(lacking), -sum(map(len, lacking))


def _lacking(athlete: Athlete, form: Form) -> list[tuple[Kit, ...]]:
    """The choices of which the athlete owns nothing."""
    return [choice for choice in form.kit if not set(choice) & set(athlete.every_kit)]


def _changed_dose(rule: NiggleRule) -> str:
    """`2 sets, 5-6 repetitions, 10 s each`, as far as the niggle changes it; empty where it does
    not.
    """
    parts = []
    if rule.sets is not None:
        parts.append("1 set" if rule.sets.high == 1 else f"{rule.sets} sets")
    if rule.hold is not None:
        parts.append(f"{rule.hold}-s holds")
    elif rule.reps is not None:
        parts.append(f"{rule.reps} repetitions")
    if rule.seconds_per_rep is not None:
        parts.append(f"{rule.seconds_per_rep:g} s each")
    return ", ".join(parts)


def _all_of(choices: Iterable[Sequence[str]]) -> str:
    return " + ".join(map(one_of, choices))


def _work(
    sets: int | Range, reps: int | Range | None, hold: int | Range | None, *, per_side: bool
) -> str:
    amount = f"{reps}" if hold is None else f"{hold}-s hold"
    side = " each side" if per_side else ""
    return f"{sets} × {amount}{side}"


def _effort(rir: int | None) -> str:
    return "stop if form slips" if rir is None else f"stop with {rir} left"


def _rest(seconds: int) -> str:
    if seconds == 0:
        return ""
    # A minute is 60 s beside the 45 s and 75 s of its neighbours.
    if seconds > 60 and seconds % 60 == 0:
        return f"{seconds // 60} min"
    return f"{seconds} s"


def _pause(seconds: int) -> str:
    return f"rest {_rest(seconds)}" if seconds else "no rest"


def _hidden(char: str) -> bool:
    from unicodedata import category  # late: few texts have what is not plain

    if char in _BIDI_MARKS or char == _BYTE_ORDER_MARK:
        return True
    return category(char) in ("Cc", "Cs")


def _stems(name: str) -> list[str]:
    """The words without the ends of a plural: `Planks` and `plank` are one then."""
    return [word.rstrip("es") for word in re.findall(r"[\w-]+", name.casefold())]
