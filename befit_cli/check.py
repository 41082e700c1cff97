"""A plan -> findings: every rule of guidelines.py that a plan can show, asked of any plan, whoever made it.

One function per rule yields what it found as (where, found, allowed); the table at the end says which rule each one asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations

from msgspec import Struct

from befit_cli.guidelines import (
    APART,
    BEGINNER_WEEKS_WITHOUT_JUMPS,
    CAUTIOUS_DAYS,
    CAUTIOUS_WEEKS,
    COVERAGE,
    COVERAGE_MINUTES,
    EXERCISES,
    FAMILY_FREE,
    HIGH_LOAD_DAYS,
    HIGH_SESSIONS_MAX,
    JUMP_DAYS,
    JUMP_SESSIONS_MAX,
    JUMP_SHARE,
    LANDINGS_MAX,
    LEG_MUSCLES,
    LEG_PATTERNS,
    MEDIUM_LOAD_DAYS,
    MINUTES_USED,
    MUSCLE_SETS_MAX,
    MUSCLE_SETS_MIN,
    ORDER,
    REFUSED,
    REST_AFTER_LONG_RUN,
    RIR_MIN,
    RULE_BY_ID,
    RUN_FIRST,
    SAFETY,
    SESSION_SETS_MAX,
    SESSION_SETS_MIN,
    SESSION_SETS_MIN_FROM,
    SESSIONS,
    STRENGTH_DAYS,
    coverage,
    muscle_sets,
    session_minutes,
    warm_up_minutes,
)
from befit_cli.model import Act, Athlete, Catalogue, Day, Finding, Level, Load, Plan, Session, Week


class Asked(Struct, frozen=True):
    """What a rule is asked about: one week of an athlete's plan, and the catalogue it was made from."""

    athlete: Athlete
    week: Week
    catalogue: Catalogue


Found = Iterator[tuple[str, str, str]]
"""Where, what was found, and what is allowed."""


def check_plan(plan: Plan, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of a plan, week by week; the place names the week where there are several."""
    findings = []
    for week in plan.weeks:
        for finding in check_week(plan.athlete, week, catalogue):
            place = f"week {week.number} {finding.where}".rstrip() if len(plan.weeks) > 1 else finding.where
            findings.append(Finding(**{**{name: getattr(finding, name) for name in finding.__struct_fields__}, "where": place}))
    for rule, text in SAFETY.items():
        if text not in plan.safety:
            findings.append(_finding(rule, ("", "left out", f"to say: {text}"), must=True))
    return tuple(findings)


def check_week(athlete: Athlete, week: Week, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Every finding of one week, in the order of the rules; `must` before `should` is for the reader of the findings to sort."""
    asked = Asked(athlete, week, catalogue)
    return tuple(_finding(rule, found, must=_must(rule, asked)) for rule, ask in CHECKS.items() for found in ask(asked))


def _finding(rule: str, found: tuple[str, str, str], *, must: bool) -> Finding:
    where, what, allowed = found
    return Finding(rule=rule, must=must, where=where, found=what, allowed=allowed, text=TEXTS.get(rule, ""))


def _must(rule: str, asked: Asked) -> bool:
    """Two rules are a must only for some athletes."""
    athlete = asked.athlete
    if rule == "R03":
        return athlete.sessions * athlete.minutes >= COVERAGE_MINUTES and not athlete.niggles and not athlete.without
    if rule == "R15":
        return athlete.race in REST_AFTER_LONG_RUN
    return RULE_BY_ID[rule].kind == "must"


def _load(session: Session) -> Load:
    """The load that the forms give the session, whatever it says of itself."""
    return max((exercise.load for exercise in session.exercises), default=Load.LOW, key=lambda load: load.rank)


def _of(week: Week, *loads: Load) -> list[Session]:
    return [session for session in week.sessions if _load(session) in loads]


def _landings(session: Session) -> int:
    sides = {True: 2, False: 1}
    return sum(exercise.sets * (exercise.reps or 0) * exercise.contacts * sides[exercise.per_side] for exercise in session.exercises)


def _key_runs(athlete: Athlete) -> list[Day]:
    return [day for day in Day if athlete.run_on(day)]


def _sessions(asked: Asked) -> Found:
    if asked.week.build and not SESSIONS.low <= len(asked.week.sessions) <= SESSIONS.high:
        yield "", f"{len(asked.week.sessions)} sessions", str(SESSIONS)


def _coverage(asked: Asked) -> Found:
    if asked.week.taper:
        return
    exercises = [exercise for session in asked.week.sessions for exercise in session.exercises]
    covered = frozenset().union(*(coverage(exercise.pattern, per_side=exercise.per_side) for exercise in exercises))
    for need in COVERAGE:
        if need.name not in covered:
            yield "", f"no {need.name} exercise", "one a week"


def _muscle_sets(asked: Asked) -> Found:
    if not asked.week.build:
        return
    total = dict.fromkeys(LEG_MUSCLES, 0.0)
    for session in asked.week.sessions:
        for exercise in session.exercises:
            for muscle, sets in muscle_sets(exercise.muscles, exercise.sets).items():
                total[muscle] += sets
    most = MUSCLE_SETS_MAX[asked.athlete.level]
    for muscle, sets in total.items():
        if not MUSCLE_SETS_MIN <= sets <= most:
            yield muscle, f"{sets:g} sets", f"{MUSCLE_SETS_MIN}-{most}"


def _size(asked: Asked) -> Found:
    if not asked.week.build:
        return
    least = SESSION_SETS_MIN if asked.athlete.minutes >= SESSION_SETS_MIN_FROM else 0
    for session in asked.week.sessions:
        if not EXERCISES.low <= len(session.exercises) <= EXERCISES.high:
            yield session.day.title, f"{len(session.exercises)} exercises", str(EXERCISES)
        if not least <= session.sets <= SESSION_SETS_MAX:
            yield session.day.title, f"{session.sets} sets", f"{least}-{SESSION_SETS_MAX}"


def _order(asked: Asked) -> Found:
    for session in asked.week.sessions:
        for first, second in zip(session.exercises, session.exercises[1:], strict=False):
            if ORDER[first.role] > ORDER[second.role]:
                yield session.day.title, f"{first.form} before {second.form}", f"{second.role} before {first.role}"


def _families(asked: Asked) -> Found:
    for session in asked.week.sessions:
        for first, second in combinations(session.exercises, 2):
            if first.id == second.id:
                yield session.day.title, f"{first.name} twice", "once"
            elif first.family == second.family and not {first.role, second.role} <= FAMILY_FREE:
                yield session.day.title, f"{first.form} and {second.form}", f"one of the family {first.family}"


def _apart(asked: Asked) -> Found:
    for first, second in combinations(_of(asked.week, Load.MEDIUM, Load.HIGH), 2):
        if first.day.apart(second.day) < APART:
            yield f"{first.day.title} and {second.day.title}", f"{first.day.apart(second.day)} apart", f"{APART} days"


def _before_key_run(asked: Asked) -> Found:
    yield from _high_before(asked, 1)


def _cautious(asked: Asked) -> Found:
    if asked.athlete.level is Level.BEGINNER or asked.week.number <= CAUTIOUS_WEEKS:
        yield from _high_before(asked, CAUTIOUS_DAYS)


def _high_before(asked: Asked, days: int) -> Found:
    for session in _of(asked.week, Load.HIGH):
        for run in _key_runs(asked.athlete):
            if 1 <= session.day.until(run) <= days:
                yield session.day.title, f"high load {session.day.until(run)} days before {run.title}", f"more than {days}"


def _run_first(asked: Asked) -> Found:
    for session in asked.week.sessions:
        if asked.athlete.run_on(session.day) == "hard" and RUN_FIRST not in session.why:
            yield session.day.title, "does not say so", RUN_FIRST


def _on_long_run(asked: Asked) -> Found:
    for session in _of(asked.week, Load.MEDIUM, Load.HIGH):
        if session.day == asked.athlete.long_run:
            yield session.day.title, f"{_load(session)} load on the long run's day", "low"


def _after_long_run(asked: Asked) -> Found:
    for session in _of(asked.week, Load.HIGH):
        if asked.athlete.long_run is not None and asked.athlete.long_run.until(session.day) == 1:
            yield session.day.title, "high load the day after the long run", "medium"


def _day_off(asked: Asked) -> Found:
    busy = {session.day for session in asked.week.sessions} | set(_key_runs(asked.athlete))
    if busy == set(Day):
        yield "", "none", "one day"


def _high_sessions(asked: Asked) -> Found:
    high = _of(asked.week, Load.HIGH)
    if len(high) > HIGH_SESSIONS_MAX:
        yield "", f"{len(high)} sessions of high load", str(HIGH_SESSIONS_MAX)


def _most_landings(asked: Asked) -> Found:
    novice = asked.athlete.level is Level.BEGINNER and asked.week.number <= BEGINNER_WEEKS_WITHOUT_JUMPS
    most = 0 if novice else LANDINGS_MAX[asked.athlete.level]
    for session in asked.week.sessions:
        if _landings(session) > most:
            yield session.day.title, f"{_landings(session)} landings", f"at most {most}"


def _jump_sessions(asked: Asked) -> Found:
    jumps = [session for session in asked.week.sessions if _landings(session)]
    if len(jumps) > JUMP_SESSIONS_MAX:
        yield "", f"{len(jumps)} sessions with jumps", str(JUMP_SESSIONS_MAX)
    for first, second in combinations(jumps, 2):
        if first.day.apart(second.day) < APART:
            yield f"{first.day.title} and {second.day.title}", f"{first.day.apart(second.day)} apart", f"{APART} days"


def _barred_jumps(asked: Asked) -> Found:
    barring = {
        niggle for exercise in asked.catalogue.exercises if any(form.contacts for form in exercise.ladder) for niggle in exercise.niggles
    }
    for session in asked.week.sessions:
        if _landings(session) and barring.intersection(asked.athlete.niggles):
            yield session.day.title, f"{_landings(session)} landings", "none with this niggle"


def _jump_share(asked: Asked) -> Found:
    legs = [exercise for session in asked.week.sessions for exercise in session.exercises if exercise.pattern in LEG_PATTERNS]
    jumps = sum(exercise.sets for exercise in legs if exercise.contacts)
    if asked.week.build and jumps:
        share = jumps / sum(exercise.sets for exercise in legs)
        low, high = JUMP_SHARE[asked.athlete.race]
        if not low <= share <= high:
            yield "jumps", f"{share:.0%} of the leg sets", f"{low:.0%} to {high:.0%}"


def _add_load(asked: Asked) -> Found:
    if all(note.rule != "R30" for note in asked.week.notes):
        yield "", "not said", "a note"
    for session in asked.week.sessions:
        for exercise in session.exercises:
            if not exercise.progress:
                yield f"{session.day.title}, {exercise.name}", "no progress", "how to go on"


def _race_day(asked: Asked) -> date:
    """The race's, or the Sunday that a block without one ends on."""
    return asked.athlete.race_date or asked.week.starts + timedelta(weeks=asked.week.of - asked.week.number + 1, days=-1)


def _days_left(asked: Asked, session: Session) -> int:
    return (_race_day(asked) - session.date).days


def _last_high(asked: Asked) -> Found:
    yield from _too_late(asked, _of(asked.week, Load.HIGH), HIGH_LOAD_DAYS[asked.athlete.race])


def _last_jumps(asked: Asked) -> Found:
    yield from _too_late(asked, [session for session in asked.week.sessions if _landings(session)], JUMP_DAYS[asked.athlete.race])


def _last_strength(asked: Asked) -> Found:
    yield from _too_late(asked, asked.week.sessions, STRENGTH_DAYS[asked.athlete.race])
    yield from _too_late(asked, _of(asked.week, Load.MEDIUM, Load.HIGH), MEDIUM_LOAD_DAYS[asked.athlete.race])


def _too_late(asked: Asked, sessions: list[Session] | tuple[Session, ...], days: int) -> Found:
    for session in sessions:
        if _days_left(asked, session) < days:
            yield session.day.title, f"{_days_left(asked, session)} days before the race", f"{days} or more"


def _minutes(asked: Asked) -> Found:
    for session in asked.week.sessions:
        if session.minutes > asked.athlete.minutes:
            yield session.day.title, f"{session.minutes} min", f"at most {asked.athlete.minutes}"


def _minutes_used(asked: Asked) -> Found:
    for session in asked.week.sessions:
        if asked.week.build and session.minutes < MINUTES_USED * asked.athlete.minutes:
            yield session.day.title, f"{session.minutes} min", f"at least {MINUTES_USED:.0%} of {asked.athlete.minutes}"


def _estimate(asked: Asked) -> Found:
    for session in asked.week.sessions:
        minutes = session_minutes(session.warm_up.minutes, session.exercises)
        if session.minutes != minutes:
            yield session.day.title, f"{session.minutes} min", f"{minutes} by the estimate"


def _warm_up(asked: Asked) -> Found:
    for session in asked.week.sessions:
        least = warm_up_minutes(asked.athlete.minutes, _load(session), jumps=bool(_landings(session)))
        if session.warm_up.minutes < least or not session.warm_up.steps:
            yield session.day.title, f"{session.warm_up.minutes} min of warm-up", f"{least} min, with its steps"


def _level(asked: Asked) -> Found:
    for session in asked.week.sessions:
        for exercise in session.exercises:
            if exercise.level.rank > asked.athlete.level.rank:
                yield f"{session.day.title}, {exercise.name}", f"{exercise.form} is {exercise.level}", asked.athlete.level


def _reserve(asked: Asked) -> Found:
    least = RIR_MIN[asked.athlete.level]
    for session in asked.week.sessions:
        for exercise in session.exercises:
            if exercise.rir is not None and exercise.rir < least:
                yield f"{session.day.title}, {exercise.name}", f"{exercise.rir} in reserve", f"at least {least}"


def _kit(asked: Asked) -> Found:
    for session in asked.week.sessions:
        for exercise in session.exercises:
            for thing in exercise.kit:
                if thing not in asked.athlete.kit:
                    yield f"{session.day.title}, {exercise.name}", f"needs a {thing}", ", ".join(asked.athlete.kit) or "no kit"
            if exercise.id in asked.athlete.without:
                yield session.day.title, exercise.name, "it was excluded"


def _niggles(asked: Asked) -> Found:
    planned = {exercise.id for session in asked.week.sessions for exercise in session.exercises}
    for niggle in asked.athlete.niggles:
        acts = {exercise.id: exercise.niggles[niggle] for exercise in asked.catalogue.exercises if niggle in exercise.niggles}
        first_line = {id_ for id_, rule in acts.items() if rule.act is Act.FIRST_LINE}
        if first_line and not first_line & planned and not asked.week.taper:
            yield "", f"nothing of the first-line work for {niggle}", " or ".join(sorted(first_line))
        for session in asked.week.sessions:
            for exercise in session.exercises:
                rule = acts.get(exercise.id)
                if rule is not None and rule.act is Act.AVOID:
                    yield session.day.title, f"{exercise.name} with {niggle}", "to avoid"
                elif rule is not None and rule.act is Act.MODIFY and (rule.note or "") not in (exercise.niggle_note or ""):
                    yield f"{session.day.title}, {exercise.name}", f"no note for {niggle}", rule.note or ""


def _refused(asked: Asked) -> Found:
    for niggle in REFUSED.intersection(asked.athlete.niggles):
        yield "", f"a plan with {niggle}", "see a clinician first"


CHECKS: dict[str, Callable[[Asked], Found]] = {
    "R01": _sessions,
    "R03": _coverage,
    "R04": _muscle_sets,
    "R05": _size,
    "R06": _order,
    "R07": _families,
    "R10": _apart,
    "R11": _before_key_run,
    "R12": _cautious,
    "R13": _run_first,
    "R14": _on_long_run,
    "R15": _after_long_run,
    "R16": _day_off,
    "R18": _high_sessions,
    "R20": _most_landings,
    "R21": _jump_sessions,
    "R22": _barred_jumps,
    "R23": _jump_share,
    "R30": _add_load,
    "R36": _last_high,
    "R37": _last_jumps,
    "R38": _last_strength,
    "R45": _minutes,
    "R45b": _minutes_used,
    "R46": _estimate,
    "R47": _warm_up,
    "R56": _level,
    "R57": _reserve,
    "R58": _kit,
    "R59": _niggles,
    "R60": _refused,
}
"""What asks each rule of a week. R61 to R65 are asked of the whole plan."""

TEXTS = {
    "R03": "Not everything that a week should train found a place.",
    "R04": "The weekly sets of a leg muscle are outside what is known to work.",
    "R05": "A session is smaller or larger than usual.",
    "R12": "High load stands close to a hard or long run: go by feel, and run easy if the legs are tired.",
    "R15": "High load stands on the day after the long run.",
    "R16": "There is no day without strength or a hard or long run: take one whenever you need it.",
    "R23": "Jumps have another share of the leg work than usual for this race.",
    "R45b": "A session is shorter than you asked for: the week already holds the sets that a runner's week should.",
}
"""What an unmet `should` means for the runner."""
