"""How the parts of a plan are said in words, the same in every view."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from msgspec.structs import replace

from befit_cli.evidence.jumps import BEGINNER_WEEKS_WITHOUT_JUMPS
from befit_cli.language import Language, _, capital, decimal, either, message, plural, spoken
from befit_cli.runner.letters import without_accents
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
    SessionLog,
    Status,
    Units,
    Value,
    Week,
    in_units,
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
    Phase.POWER: message("power without heavy legs"),
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
_SLOW_S = 5
"""Seconds of a repetition from which nobody would take as many unasked."""
_LOOSE = " ,;:.·-–(/@+|"
"""What says nothing where a text ends behind it."""
_SMALL_WORDS = frozenset(
    {"a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "sin", "un", "una", "y"}
)
"""What a name in Spanish has between the words that matter."""
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
        work = _("{work} at {weight}", work=work, weight=weight(exercise.kg, units))
    seconds = exercise.seconds_per_rep
    if exercise.hold_s is None and seconds is not None and seconds >= _SLOW_S:
        return _("{work}, {seconds:g} s each", work=work, seconds=seconds)
    return work


def bare_dose(exercise: Prescription, units: Units) -> str:
    """The dose without its weight, for where that stands beside it."""
    return dose(replace(exercise, kg=None), units)


def weight(kg: float, units: Units) -> str:
    """`18 kg`, or `40 lb`."""
    return f"{weight_number(kg, units)} {units}"


def weight_number(kg: float, units: Units) -> str:
    """The same without its unit, for where that stands beside it."""
    return decimal(in_units(kg, units))


def effort(exercise: Prescription) -> str:
    """`stop with 3 left`, and `stop with 4 or more left` where it is light; a hold, a jump or a
    stretch has no repetitions in reserve and ends when it stops looking right.
    """
    if not exercise.light:
        return _effort(exercise.rir)
    if exercise.rir is None:
        return _("stop with time to spare")
    return _("stop with {reps} or more left", reps=exercise.rir)


def effort_behind(exercise: Prescription) -> str:
    """The same behind a dose: `3 left`, `4 or more left`, `time to spare`."""
    if exercise.rir is None:
        return _("time to spare") if exercise.light else _effort(None)
    if exercise.light:
        return _("{reps} or more left", reps=exercise.rir)
    return left_words(exercise.rir)


def left_words(left: int) -> str:
    """`3 left`: how many repetitions more could have been done."""
    return _("{reps} left", reps=left)


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
        return _("Effort: {effort}", effort=_effort(None))
    others = any(other_effort(exercise, usual) for exercise in exercises)
    by_form = any(exercise.rir is None for exercise in exercises)
    if others and by_form:
        return _("Effort: {effort} unless said, and whenever form slips", effort=usual)
    if others:
        return _("Effort: {effort} unless said", effort=usual)
    if by_form:
        return _("Effort: {effort}, and whenever form slips", effort=usual)
    return _("Effort: {effort}", effort=usual)


def rest(exercise: Prescription) -> str:
    """`75 s`, `2 min`, or `none`."""
    return _rest(exercise.rest_s) or _("none", sense="rest")


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
    return _all_of(form.kit) or _("nothing", sense="kit")


def what_it_needs(form: Form) -> str:
    """The same in a sentence: `needs bench or box + dumbbell`, or `needs nothing`."""
    kit = _all_of(form.kit)
    return _("needs {kit}", kit=kit) if kit else _("needs nothing")


def out_of_reach(athlete: Athlete, exercise: Exercise) -> str:
    """What keeps the athlete from the nearest form of an exercise: `needs step or box`, `from
    intermediate on`, or both.
    """
    nearest = min(exercise.ladder, key=lambda form: _distance(athlete, form))
    lacking = _all_of(_lacking(athlete, nearest))
    reasons = []
    if lacking:
        reasons.append(_("needs {kit}", kit=lacking))
    if nearest.level > athlete.level:
        reasons.append(_("from {level} on", level=term(nearest.level)))
    # What neither kit nor level keeps away is a beginner's jump.
    first = BEGINNER_WEEKS_WITHOUT_JUMPS + 1
    return ", ".join(reasons) or _("jumps, from week {week} on", week=first)


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
        sentences.append(_("Do {dose}.", dose=dose))
    if rule.swap:
        others = either(catalogue.by_id[swap].name for swap in rule.swap)
        if rule.act is Act.AVOID:
            sentences.append(_("Do {others} instead.", others=others))
        else:
            sentences.append(_("Or do {others} instead.", others=others))
    return " ".join(sentences)


def names(exercise: Prescription) -> tuple[str, str]:
    """The form, and the exercise's name where the form has a word of it but not its noun: `Side
    plank` needs no `Planks`, and a `Dead bug` is no kind of `Russian twists`.
    """
    stems = _stems(exercise.name)
    shared = set(stems) & set(_stems(exercise.form))
    if not shared or _noun(stems) in shared:
        return exercise.form, ""
    return exercise.form, exercise.name


def short_name(exercise: Prescription) -> str:
    """The exercise's name, `Squats` for a `Goblet squat`; for what is none, the form: a `Backpack
    row` is no pull-up.
    """
    stems = _stems(exercise.name)
    is_one = not stems or _noun(stems) in _stems(exercise.form)
    return exercise.name if is_one else exercise.form


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
        title = _PHASES_WITHOUT_HEAVY_LEGS.get(phase, title)
    facts = [_("Week {number} of {of}", number=week.number, of=week.of), _(title)]
    if week.deload:
        facts.append(_("easier week with fewer sets"))
    return " · ".join(facts)


def lacks_heavy_legs(week: Week) -> bool:
    """Whether the week says that its phase goes without heavy legs (R27)."""
    return any(note.key is NoteKey.NO_HEAVY_LEGS for note in week.notes)


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


def done_or_skipped(logged: SessionLog) -> str:
    """`done`, or `skipped`."""
    return term(Status.DONE if logged.works else Status.SKIPPED)


def warm_up_title(session: Session) -> str:
    """`Warm-up, 8 min`."""
    return _("Warm-up, {minutes} min", minutes=session.warm_up.minutes)


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
    # On the day of the race the athlete's usual run of that day is not run.
    run = Run.RACE if day is week.runs.race else week.runs.on(day)
    loads = tuple(session.load for session in week.sessions if session.day == day)
    title = plain(week.runs.title(day)) if run else ""
    return DayWords(day, on, capital(f"{day.title[:3]} {on.day}"), run, title, loads)


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
        parts.append(plural(rule.sets.high, "{n} set", "{n} sets", n=rule.sets))
    if rule.hold is not None:
        parts.append(_("{seconds}-s holds", seconds=rule.hold))
    elif rule.reps is not None:
        parts.append(_("{reps} repetitions", reps=rule.reps))
    if rule.seconds_per_rep is not None:
        parts.append(_("{seconds:g} s each", seconds=rule.seconds_per_rep))
    return ", ".join(parts)


def _all_of(choices: Iterable[Sequence[Kit]]) -> str:
    return " + ".join(either(map(term, choice)) for choice in choices)


def _work(
    sets: int | Range, reps: int | Range | None, hold: int | Range | None, *, per_side: bool
) -> str:
    if hold is None:
        if per_side:
            return _("{sets} × {reps} each side", sets=sets, reps=reps)
        return f"{sets} × {reps}"
    if per_side:
        return _("{sets} × {seconds}-s hold each side", sets=sets, seconds=hold)
    return _("{sets} × {seconds}-s hold", sets=sets, seconds=hold)


def _effort(rir: int | None) -> str:
    return _("stop if form slips") if rir is None else _("stop with {reps} left", reps=rir)


def _rest(seconds: int) -> str:
    if seconds == 0:
        return ""
    # A minute is 60 s beside the 45 s and 75 s of its neighbours.
    if seconds > 60 and seconds % 60 == 0:
        return f"{seconds // 60} min"
    return f"{seconds} s"


def _pause(seconds: int) -> str:
    return _("rest {time}", time=_rest(seconds)) if seconds else _("no rest")


def _hidden(char: str) -> bool:
    from unicodedata import category  # late: few texts have what is not plain

    if char in _BIDI_MARKS or char == _BYTE_ORDER_MARK:
        return True
    return category(char) in ("Cc", "Cs")


def _noun(stems: Sequence[str]) -> str:
    """The word that says what it is: in Spanish a name begins with it, in English it ends so."""
    return stems[0 if spoken() is Language.ES else -1]


def _stems(name: str) -> list[str]:
    """The words without the ends of a plural: `Planks` and `plank` are one then."""
    words = re.findall(r"[\w-]+", name.casefold())
    if spoken() is Language.ES:
        # `elevación` loses its accent in the plural
        words = [without_accents(word) for word in words if word not in _SMALL_WORDS]
    return [word.rstrip("es") for word in words]
