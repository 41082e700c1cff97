"""What a session must obey by itself: its size, order, minutes and warm-up, and whether each
exercise suits the athlete.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from befit_cli.evidence.ability import can_do
from befit_cli.evidence.dose import RIR_MIN
from befit_cli.evidence.jumps import (
    BEGINNER_WEEKS_WITHOUT_JUMPS,
    LANDINGS_MAX,
    bars_jumps,
    landings,
    most_landings,
)
from befit_cli.evidence.load import LOAD_STEP
from befit_cli.evidence.session import (
    EXERCISES,
    MINUTES,
    MINUTES_USED,
    ORDER,
    SESSION_SETS_MAX,
    SESSION_SETS_MIN,
    SESSION_SETS_MIN_FROM,
    may_share_family,
)
from befit_cli.evidence.warm_up import (
    FULL_WARM_UP,
    LONG_STRETCH_S,
    RAMP_STEPS,
    SHORT_SESSION,
    SHORT_WARM_UP,
    USUAL_WARM_UP,
    warm_up_minutes,
)
from befit_cli.rules.case import WHOLE, Case, at, on, with_jumps
from befit_cli.rules.rule import ACSM_2009, CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    OWN_WORDS,
    Act,
    Level,
    Niggle,
    NiggleRule,
    NoteKey,
    Phrase,
    Prescription,
    Range,
    Role,
    WarmUpStep,
    phrase,
    verbatim,
)

_ADDING_LOAD = frozenset({NoteKey.ADD_LOAD, NoteKey.KEEP_LOAD})


@Rule(
    "R05",
    Kind.SHOULD,
    text=phrase(
        "{least} to {most} exercises in a session of a build week, at most {most_sets} sets, and "
        "at least {least_sets} where {minutes} minutes or more were asked for",
        least=EXERCISES.low,
        most=EXERCISES.high,
        most_sets=SESSION_SETS_MAX,
        least_sets=SESSION_SETS_MIN,
        minutes=SESSION_SETS_MIN_FROM,
    ),
    basis=CONSENSUS,
    advice=phrase("A session is smaller or larger than usual."),
).of_week
def size(case: Case) -> Breaches:
    # An eased week may have less, and never more; in under half an hour the fewest sets don't fit.
    build = case.week.build
    has_time = case.athlete.minutes >= SESSION_SETS_MIN_FROM
    exercises = Range(EXERCISES.low if build else 1, EXERCISES.high)
    sets = Range(SESSION_SETS_MIN if build and has_time else 1, SESSION_SETS_MAX)
    for session in case.week.sessions:
        number = len(session.exercises)
        if not exercises.low <= number <= exercises.high:
            yield Breach(
                on(session.day),
                phrase("{exercises} exercises", exercises=number),
                phrase("{range}", range=exercises),
            )
        if not sets.low <= session.sets <= sets.high:
            yield Breach(
                on(session.day),
                phrase("{sets} sets", sets=session.sets),
                phrase("{range}", range=sets),
            )


@Rule(
    "R06",
    Kind.MUST,
    text=phrase(
        "order in a session: power, main, accessory, then prehab, core and mobility in any order"
    ),
    basis=f"{ACSM_2009} (large before small, multi-joint first)",
    advice=phrase("Do the quick and heavy work first, while you are fresh: move it up."),
).of_week
def order(case: Case) -> Breaches:
    for session in case.week.sessions:
        for first, second in pairwise(session.exercises):
            if ORDER[first.role] > ORDER[second.role]:
                yield Breach(
                    on(session.day),
                    phrase("{first} before {second}", first=first.form, second=second.form),
                    phrase("{first} before {second}", first=second.role, second=first.role),
                )


@Rule(
    "R07",
    Kind.MUST,
    text=phrase(
        "no exercise twice in a session, and at most one of a family (prehab and mobility apart)"
    ),
    basis=CONSENSUS,
    advice=phrase("Two exercises of a session do the same job: swap one for something else."),
).of_week
def families(case: Case) -> Breaches:
    for session in case.week.sessions:
        for first, second in combinations(session.exercises, 2):
            if first.id == second.id:
                yield Breach(
                    on(session.day),
                    phrase("{exercise} twice", exercise=first.name),
                    phrase("once"),
                )
            elif first.family == second.family and not may_share_family(first.role, second.role):
                yield Breach(
                    on(session.day),
                    phrase("{first} and {second}", first=first.form, second=second.form),
                    phrase("one of the family {family}", family=first.family),
                )


@Rule(
    "R20",
    Kind.MUST,
    text=phrase(
        "jump landings in a session: beginner none in weeks 1 to {weeks}, then at most "
        "{beginner}; intermediate {intermediate}; advanced {advanced}",
        weeks=BEGINNER_WEEKS_WITHOUT_JUMPS,
        beginner=LANDINGS_MAX[Level.BEGINNER],
        intermediate=LANDINGS_MAX[Level.INTERMEDIATE],
        advanced=LANDINGS_MAX[Level.ADVANCED],
    ),
    basis="caps in the manner of the NSCA, lowered because running is jumping; consensus",
    advice=phrase(
        "These are more landings than your legs are ready for: take out sets or repetitions, or "
        "leave jumps for later."
    ),
).of_week
def too_many_landings(case: Case) -> Breaches:
    most = most_landings(case.athlete.level, case.week.number)
    for session in case.week.sessions:
        number = landings(session)
        if number > most:
            yield Breach(
                on(session.day),
                phrase("{landings} landings", landings=number),
                phrase("at most {most}", most=most) if most else phrase("none yet"),
            )


@Rule(
    "R22",
    Kind.MUST,
    text=phrase("no jumps with a niggle that bars them"),
    basis=CONSENSUS,
    advice=phrase(
        "Jumps would bother the sore spot that you named: do something without landings until it "
        "has settled."
    ),
).of_week
def barred_jumps(case: Case) -> Breaches:
    for niggle in case.athlete.niggles:
        if bars_jumps(case.catalogue, niggle):
            for session in with_jumps(case.sessions):
                yield Breach(
                    on(session.day),
                    phrase("jumps with the niggle {niggle}", niggle=niggle),
                    phrase("no jumps"),
                )


@Rule(
    "R30",
    Kind.MUST,
    text=phrase(
        "the plan says how to add load: two repetitions over the target in the last set, two "
        "sessions running, then {step} more or the next form",
        step=LOAD_STEP,
    ),
    basis=ACSM_2009,
    advice=phrase("Without a way to add load you stop improving: say when to add, and how much."),
).of_week
def adding_load(case: Case) -> Breaches:
    # The week says how much and when; an exercise says what is next for it, in whatever words.
    if not any(note.key in _ADDING_LOAD for note in case.week.notes):
        yield Breach(
            WHOLE,
            phrase("does not say how to add load"),
            phrase("when to add, and how much: {step}", step=LOAD_STEP),
        )
    for session, exercise in case.exercises:
        if exercise.next is None:
            yield Breach(
                at(session, exercise),
                phrase("does not say how to go on"),
                phrase("when and what to add"),
            )


@Rule(
    "R45",
    Kind.MUST,
    text=phrase(
        "a session takes at most the minutes asked for, {least} to {most}",
        least=MINUTES.low,
        most=MINUTES.high,
    ),
    basis="what runners ask for; consensus",
    advice=phrase(
        "The session takes longer than the time you have: take out a set or an exercise."
    ),
).of_week
def minutes(case: Case) -> Breaches:
    most = case.athlete.minutes
    if not MINUTES.low <= most <= MINUTES.high:
        yield Breach(
            WHOLE,
            phrase("{minutes} min asked for", minutes=most),
            phrase("{range} min", range=MINUTES),
        )
    # What a session takes counts, and not what it says: R46 tells where those differ.
    for session, _, _, taken in case.sessions:
        if taken > most:
            yield Breach(
                on(session.day),
                phrase("{minutes} min", minutes=taken),
                phrase("at most {most} min", most=most),
            )


@Rule(
    "R45b",
    Kind.SHOULD,
    text=phrase(
        "a session of a build week takes at least {percent:.0f} % of the minutes asked for",
        percent=100 * MINUTES_USED,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "A session is shorter than you asked for: the week already holds the sets that a runner's "
        "week should."
    ),
).of_week
def minutes_used(case: Case) -> Breaches:
    # An eased week is meant to be shorter.
    if not case.week.build:
        return
    minutes = case.athlete.minutes
    for session, _, _, taken in case.sessions:
        if taken < MINUTES_USED * minutes:
            yield Breach(
                on(session.day),
                phrase("{minutes} min", minutes=taken),
                phrase(
                    "at least {share:.0%} of {minutes} min", share=MINUTES_USED, minutes=minutes
                ),
            )


@Rule(
    "R46",
    Kind.MUST,
    text=phrase("a session's minutes are the time estimate, rounded up"),
    basis=f"{ACSM_2009} (1-2 s up, 1-2 s down)",
    advice=phrase("The minutes do not match the work in the session: correct them, or the work."),
).of_week
def time_estimate(case: Case) -> Breaches:
    # The estimate must know what to count, and how long one of it takes.
    for session, exercise in case.exercises:
        wrong = _wrong_dose(exercise)
        if wrong is not None:
            yield Breach(at(session, exercise), *wrong)
    for session, _, _, taken in case.sessions:
        if session.minutes != taken:
            yield Breach(
                on(session.day),
                phrase("says {minutes} min", minutes=session.minutes),
                phrase("{minutes} min by the estimate", minutes=taken),
            )


def _wrong_dose(exercise: Prescription) -> tuple[Phrase, Phrase] | None:
    """What is wrong about how the dose counts, and what it should say."""
    if exercise.reps is None and exercise.hold_s is None:
        return phrase("neither repetitions nor a hold"), phrase("repetitions or a hold")
    if exercise.reps is not None and exercise.hold_s is not None:
        return phrase("both repetitions and a hold"), phrase("repetitions or a hold")
    if exercise.reps is not None and exercise.seconds_per_rep is None:
        return phrase("does not say how long a repetition takes"), phrase("seconds")
    return None


@Rule(
    "R47",
    Kind.MUST,
    text=phrase(
        "a warm-up that raises, activates, mobilises and potentiates, without long static "
        "stretches: {usual} minutes, {full} before high load or jumps, {short} where under "
        "{minutes} minutes were asked for",
        usual=USUAL_WARM_UP,
        full=FULL_WARM_UP,
        short=SHORT_WARM_UP,
        minutes=SHORT_SESSION,
    ),
    basis="Jeffreys' RAMP warm-up",
    advice=phrase(
        "Start warm: a few minutes that raise the pulse, wake the hips, loosen the joints and "
        "rehearse the first exercise."
    ),
).of_week
def warm_up(case: Case) -> Breaches:
    # Only too little is wrong: a longer warm-up is welcome.
    for session, load, jumps, _ in case.sessions:
        minutes, steps = session.warm_up.minutes, session.warm_up.steps
        least = warm_up_minutes(case.athlete.minutes, load, jumps=jumps)
        if minutes < least:
            yield Breach(
                on(session.day),
                phrase("{minutes} min of warm-up", minutes=minutes),
                phrase("{least} min or more", least=least),
            )
        if len(steps) < RAMP_STEPS:
            yield Breach(
                on(session.day),
                phrase("{steps} steps of warm-up", steps=len(steps)),
                phrase("raise, activate, mobilise and potentiate"),
            )
        for step in steps:
            if _is_long_stretch(step):
                yield Breach(
                    on(session.day),
                    verbatim(step.facts[OWN_WORDS]),
                    phrase("no stretch of {seconds} s or more", seconds=LONG_STRETCH_S),
                )


def _is_long_stretch(step: WarmUpStep) -> bool:
    seconds = step.facts.get("seconds", 0)
    # A static stretch says no time, and counts as long.
    return seconds is None or seconds >= LONG_STRETCH_S


@Rule(
    "R56",
    Kind.MUST,
    text=phrase(
        "no form above the athlete's level; level is lifting history: under 6 months, more, over "
        "2 years"
    ),
    basis=ACSM_2009,
    advice=phrase(
        "This form asks for more lifting experience than you have: take an easier one of the same "
        "exercise for now."
    ),
).of_week
def level(case: Case) -> Breaches:
    most = case.athlete.level
    for session, exercise in case.exercises:
        if exercise.level > most:
            yield Breach(
                at(session, exercise),
                phrase("{form} is {level}", form=exercise.form, level=exercise.level),
                phrase("{level}", level=most),
            )


@Rule(
    "R57",
    Kind.MUST,
    text=phrase(
        "repetitions in reserve: beginner at least {beginner}, others at least {others}; never to "
        "failure",
        beginner=RIR_MIN[Level.BEGINNER],
        others=RIR_MIN[Level.INTERMEDIATE],
    ),
    basis="ACSM 2026 (failure not needed); consensus",
    advice=phrase("Stop earlier: keep a few good repetitions in hand, and never train to failure."),
).of_week
def reserve(case: Case) -> Breaches:
    least = RIR_MIN[case.athlete.level]
    enough = phrase("{least} or more", least=least)
    for session, exercise in case.exercises:
        if exercise.rir is None:
            if _has_reserve(exercise):
                yield Breach(
                    at(session, exercise), phrase("no repetitions in reserve said"), enough
                )
        # A dose that needs none may still name one, and then it counts.
        elif exercise.rir < least:
            yield Breach(
                at(session, exercise), phrase("{reserve} in reserve", reserve=exercise.rir), enough
            )


def _has_reserve(exercise: Prescription) -> bool:
    """Holds, jumps and mobility have no repetitions to keep in reserve."""
    if exercise.reps is None or exercise.hold_s is not None:
        return False
    return not exercise.contacts and exercise.role not in {Role.POWER, Role.MOBILITY}


@Rule(
    "R58",
    Kind.MUST,
    text=phrase("nothing that the athlete's kit lacks, nothing that they excluded"),
    basis=CONSENSUS,
    advice=phrase("You cannot or do not want to do this one: take another exercise or form."),
).of_week
def kit_and_wishes(case: Case) -> Breaches:
    kit = case.athlete.kit
    owned = verbatim(", ".join(kit)) if kit else phrase("no kit")
    for session, exercise in case.exercises:
        for thing in exercise.kit:
            if thing not in kit:
                yield Breach(at(session, exercise), phrase("needs a {thing}", thing=thing), owned)
        if exercise.id in case.athlete.without:
            yield Breach(on(session.day), verbatim(exercise.name), phrase("it was excluded"))


@Rule(
    "R59",
    Kind.MUST,
    text=phrase(
        "with a niggle: nothing marked avoid, what is marked modify carries its note, and at "
        "least one first-line exercise is in the week, where it is no taper"
    ),
    basis="per niggle: Collins 2018 (BJSM 52:1170), Powers 2014, Rathleff 2015, Chimenti 2024, Cai "
    "2017, Goom 2016; the rest consensus",
    advice=phrase(
        "With the sore spot that you named, some exercises are better left out or changed, and "
        "some help first."
    ),
).of_week
def niggles(case: Case) -> Breaches:
    # The catalogue's word counts, and not the plan's: a plan may come from anywhere.
    for niggle in case.athlete.niggles:
        rules = {
            exercise.id: exercise.niggles[niggle]
            for exercise in case.catalogue.exercises
            if niggle in exercise.niggles
        }
        yield from _first_line(case, niggle, rules)
        for session, exercise in case.exercises:
            rule = rules.get(exercise.id)
            wrong = None if rule is None else _unheeded(exercise, niggle, rule)
            if wrong is not None:
                yield Breach(at(session, exercise), *wrong)


def _first_line(case: Case, niggle: Niggle, rules: dict[str, NiggleRule]) -> Breaches:
    # Near the race R36 to R38 win, and they may leave none of it.
    if case.week.taper or not case.week.sessions:
        return
    # What the athlete cannot or will not do cannot be asked for.
    helpful = [
        id_
        for id_, rule in rules.items()
        if rule.act is Act.FIRST_LINE and can_do(case.athlete, case.catalogue.by_id[id_])
    ]
    planned = {exercise.id for _, exercise in case.exercises}
    if helpful and planned.isdisjoint(helpful):
        yield Breach(
            WHOLE,
            phrase("none of the first exercises for the niggle {niggle}", niggle=niggle),
            _one_of(helpful),
        )


def _unheeded(
    exercise: Prescription, niggle: Niggle, rule: NiggleRule
) -> tuple[Phrase, Phrase] | None:
    """What the exercise does against the niggle's rule, and what the rule would have."""
    if rule.act is Act.AVOID:
        return (
            phrase("{exercise} with the niggle {niggle}", exercise=exercise.name, niggle=niggle),
            _one_of(rule.swap) if rule.swap else phrase("another exercise"),
        )
    if rule.act is Act.MODIFY and rule.note and not _says(exercise.niggle_note, rule.note):
        return phrase("no note for the niggle {niggle}", niggle=niggle), verbatim(rule.note)
    return None


def _says(note: str | None, wanted: str) -> bool:
    """Whether the note has the wanted one in it; how many spaces there are is no matter, for
    Markdown keeps one.
    """
    return " ".join(wanted.split()) in " ".join((note or "").split())


def _one_of(ids: Sequence[str]) -> Phrase:
    """`squats or lunges or step-ups`."""
    first, *others = ids
    if not others:
        return verbatim(first)
    return phrase("{first} or {others}", first=first, others=_one_of(others))
