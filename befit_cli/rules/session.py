"""What a session must obey by itself: its size, order, landings, minutes and warm-up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from befit_cli.evidence.coverage import LEG_MUSCLES, MUSCLE_SETS_MAX
from befit_cli.evidence.jumps import (
    BEGINNER_WEEKS_WITHOUT_JUMPS,
    LANDINGS_MAX,
    bars_jumps,
    landings,
    most_landings,
)
from befit_cli.evidence.load import with_weight
from befit_cli.evidence.session import (
    EXERCISES,
    LONG_SESSION,
    LONG_SESSION_SETS_MAX,
    MINUTES,
    MINUTES_USED,
    SESSION_SETS_MAX,
    SESSION_SETS_MIN,
    SESSION_SETS_MIN_FROM,
    may_share_family,
    most_sets,
    order,
)
from befit_cli.evidence.warm_up import (
    EASY_SETS,
    FULL_WARM_UP,
    LIGHTER_SETS,
    LONG_STRETCH_S,
    ROCKS,
    SHORT_SESSION,
    SHORT_WARM_UP,
    TIGHT_WARM_UP,
    USUAL_WARM_UP,
    WARM_UP_PARTS,
    barred,
    warm_up_minutes,
)
from befit_cli.rules.case import (
    WHOLE,
    Case,
    at,
    number_of_exercises,
    number_of_sets,
    on,
    tunes_up,
    with_jumps,
)
from befit_cli.rules.rule import ACSM_2009, CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    OWN_WORDS,
    Athlete,
    Level,
    Load,
    Phrase,
    Prescription,
    Range,
    Session,
    WarmUpKey,
    WarmUpStep,
    phrase,
    verbatim,
)


@Rule(
    "R05",
    Kind.SHOULD,
    text=phrase(
        "{least} to {most} exercises in a session of a build week, at most {most_sets} sets "
        "({long_sets} where {long} minutes or more were asked for), and at least {least_sets} "
        "where {minutes} minutes or more were and no tune-up race is near",
        least=EXERCISES.low,
        most=EXERCISES.high,
        most_sets=SESSION_SETS_MAX,
        long_sets=LONG_SESSION_SETS_MAX,
        long=LONG_SESSION,
        least_sets=SESSION_SETS_MIN,
        minutes=SESSION_SETS_MIN_FROM,
    ),
    basis=CONSENSUS,
    advice=phrase("A session is smaller or larger than usual."),
).of_week
def size(case: Case) -> Breaches:
    # An eased week may have less, and never more; in under half an hour the fewest sets don't fit.
    build = case.week.build
    minutes = case.athlete.minutes
    has_time = minutes >= SESSION_SETS_MIN_FROM
    exercises = Range(EXERCISES.low if build else 1, EXERCISES.high)
    for session in case.week.sessions:
        full = has_time and not _is_eased(case, session)
        sets = Range(SESSION_SETS_MIN if full else 1, most_sets(minutes))
        number = len(session.exercises)
        if not exercises.low <= number <= exercises.high:
            yield Breach(
                on(session.day),
                number_of_exercises(number),
                phrase("{range}", range=exercises),
            )
        if not sets.low <= session.sets <= sets.high:
            yield Breach(
                on(session.day),
                number_of_sets(session.sets),
                phrase("{range}", range=sets),
            )


@Rule(
    "R06",
    Kind.MUST,
    text=phrase(
        "order in a session: power; squats, lunges and hinges; calves; other accessories; then "
        "prehab, core and mobility in any order"
    ),
    basis=phrase("{study} (multi-joint first)", study=ACSM_2009),
    advice=phrase("Do the quick and heavy work first, while you are fresh: move it up."),
    new=True,
).of_week
def in_order(case: Case) -> Breaches:
    for session in case.week.sessions:
        for first, second in pairwise(session.exercises):
            if order(first.role, first.pattern) > order(second.role, second.pattern):
                yield Breach(
                    on(session.day),
                    phrase("{first} before {second}", first=first.form, second=second.form),
                    phrase("{second} before {first}", first=first.form, second=second.form),
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
        "landings in a session, warm-up included: beginner none in weeks 1 to {weeks}, then at "
        "most {beginner}; intermediate {intermediate}; advanced {advanced}",
        weeks=BEGINNER_WEEKS_WITHOUT_JUMPS,
        beginner=LANDINGS_MAX[Level.BEGINNER],
        intermediate=LANDINGS_MAX[Level.INTERMEDIATE],
        advanced=LANDINGS_MAX[Level.ADVANCED],
    ),
    basis=phrase("NSCA-style caps, lowered because running is jumping; consensus"),
    advice=phrase(
        "These are more landings than your legs are ready for: take out sets or repetitions, or "
        "leave jumps for later."
    ),
).of_week
def too_many_landings(case: Case) -> Breaches:
    most = most_landings(case.athlete.level, case.week.place)
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
    text=phrase("no jumps or hops with a niggle that bars them"),
    basis=CONSENSUS,
    advice=phrase(
        "Jumps would bother the sore spot that you named: do something without landings until it "
        "has settled."
    ),
).of_week
def barred_jumps(case: Case) -> Breaches:
    jumping = with_jumps(case.sessions)
    hopping = [session for session in case.week.sessions if session.warm_up.contacts]
    for niggle in case.athlete.niggles:
        if not (jumping or hopping) or not bars_jumps(case.catalogue, niggle):
            continue
        for session in jumping:
            yield Breach(
                on(session.day),
                phrase("jumps with the niggle {niggle}", niggle=niggle),
                phrase("no jumps"),
            )
        for session in hopping:
            yield Breach(
                on(session.day),
                phrase("hops with the niggle {niggle}", niggle=niggle),
                phrase("no hops"),
            )


@Rule(
    "R45",
    Kind.MUST,
    text=phrase(
        "a session takes at most the minutes asked for, {least} to {most}",
        least=MINUTES.low,
        most=MINUTES.high,
    ),
    basis=phrase("what runners ask for; consensus"),
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
                # By the first edition's estimate (R46) it may have fitted.
                new=session.minutes <= most,
            )


@Rule(
    "R45b",
    Kind.SHOULD,
    text=phrase(
        "a session of a build week after the ramp takes at least {percent:.0f} % of the minutes "
        "asked for, unless it, or the week's sets of a leg muscle, is full, or a tune-up race is "
        "near",
        percent=100 * MINUTES_USED,
    ),
    basis=CONSENSUS,
    advice=phrase(
        "A session is shorter than you asked for: add a set of what you like, or keep the time for "
        "yourself."
    ),
).of_week
def minutes_used(case: Case) -> Breaches:
    # An eased week is meant to be shorter, and what a full week leaves is enough.
    if case.ramp or _week_is_full(case):
        return
    minutes = case.athlete.minutes
    for session, _, _, taken in case.sessions:
        if _is_eased(case, session):
            continue
        if taken < MINUTES_USED * minutes and not _is_full(session, minutes):
            yield Breach(
                on(session.day),
                phrase("{minutes} min", minutes=taken),
                phrase(
                    "at least {share:.0%} of {minutes} min", share=MINUTES_USED, minutes=minutes
                ),
            )


def _is_eased(case: Case, session: Session) -> bool:
    """Whether the session is of an easier week, or soon before a tune-up race."""
    return not case.week.build or tunes_up(case.week, session.day)


def _week_is_full(case: Case) -> bool:
    """Whether a leg muscle has as many sets as it may have in a week (R04)."""
    most = MUSCLE_SETS_MAX[case.athlete.level]
    return any(case.counts.get(muscle, 0) + 1 > most for muscle in LEG_MUSCLES)


def _is_full(session: Session, minutes: int) -> bool:
    """Whether a session has as many sets or exercises as it may have (R05)."""
    return session.sets >= most_sets(minutes) or len(session.exercises) >= EXERCISES.high


@Rule(
    "R46",
    Kind.MUST,
    text=phrase(
        "a session's minutes are the time estimate, rounded up; in a file that somebody changed "
        "the new minutes are told, and R45 decides"
    ),
    basis=phrase(
        "{study} (1-2 s up, 1-2 s down); set-up and change of sides consensus", study=ACSM_2009
    ),
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
                should=True,
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
        "a warm-up made for this session: raise, mobilise with knee-to-wall rocks, then the first "
        "lift itself (with weight two lighter sets, one where under {minutes} minutes were asked "
        "for; without weight an easier form); no long static stretch, and nothing that a niggle or "
        "an exclusion bars. It takes {usual} minutes, {tight} where {minutes} were asked for, "
        "{short} under that and then without high load, {full} before high load or jumps",
        usual=USUAL_WARM_UP,
        tight=TIGHT_WARM_UP,
        short=SHORT_WARM_UP,
        full=FULL_WARM_UP,
        minutes=SHORT_SESSION,
    ),
    basis=phrase(
        "Jeffreys' RAMP warm-up; Iversen 2021 (specific to the exercise); minutes consensus"
    ),
    advice=phrase(
        "Start warm: raise the pulse, loosen the joints, rehearse the first exercise, and leave "
        "out what bothers a sore spot."
    ),
    new=True,
).of_week
def warm_up(case: Case) -> Breaches:
    asked = case.athlete.minutes
    for session, load, jumps, _ in case.sessions:
        # Only too little is wrong: a longer warm-up is welcome.
        least = warm_up_minutes(asked, load, jumps=jumps)
        if session.warm_up.minutes < least:
            yield Breach(
                on(session.day),
                phrase("{minutes} min of warm-up", minutes=session.warm_up.minutes),
                phrase("{least} min or more", least=least),
            )
        if asked < SHORT_SESSION and load is Load.HIGH:
            yield Breach(
                on(session.day),
                phrase("high load after a warm-up of a session of {minutes} min", minutes=asked),
                phrase("high load in sessions of {least} min or more", least=SHORT_SESSION),
            )
        for found, allowed in _wrong_parts(case.athlete, session):
            yield Breach(on(session.day), found, allowed)


def _wrong_parts(athlete: Athlete, session: Session) -> Iterator[tuple[Phrase, Phrase]]:
    """What is wrong about the parts of the session's warm-up, and what they should be."""
    steps = session.warm_up.steps
    if len(steps) < WARM_UP_PARTS:
        yield (
            phrase("{steps} steps of warm-up", steps=len(steps)),
            phrase("raise, mobilise and the first lift itself"),
        )
    for step in steps:
        if _is_long_stretch(step):
            yield (
                verbatim(step.facts[OWN_WORDS]),
                phrase("no stretch of {seconds} s or more", seconds=LONG_STRETCH_S),
            )
        for movement in barred(step, athlete.niggles, athlete.without):
            yield (
                phrase("a {movement} in the warm-up", movement=movement),
                phrase("nothing that a niggle or an exclusion bars"),
            )
    keys = {step.key for step in steps}
    # A warm-up in a person's own words may say rocks and easy sets in any words.
    if not keys or WarmUpKey.OWN in keys or not session.exercises:
        return
    if keys.isdisjoint(ROCKS):
        yield phrase("a warm-up without knee-to-wall rocks"), phrase("knee-to-wall rocks")
    first = session.exercises[0]
    if not with_weight(first.kit):
        if keys.isdisjoint(EASY_SETS):
            yield phrase("no easier form of {form} first", form=first.form), phrase("an easy set")
        return
    lighter = max([LIGHTER_SETS.get(key, 0) for key in keys])
    least = 1 if athlete.minutes < SHORT_SESSION else 2
    if lighter < least:
        yield (
            phrase("{sets} lighter sets of {form}", sets=lighter, form=first.form),
            phrase("{least} or more", least=least),
        )


def _is_long_stretch(step: WarmUpStep) -> bool:
    seconds = step.facts.get("seconds", 0)
    # A static stretch says no time, and counts as long.
    return seconds is None or seconds >= LONG_STRETCH_S
