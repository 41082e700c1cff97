"""How much of a week is jumps and low hops, and how they grow from week to week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from befit_cli.evidence.ability import can_do_form, forms_for
from befit_cli.evidence.block import JUMP_DAYS
from befit_cli.evidence.jumps import (
    HOP_SESSIONS,
    HOPS,
    HOPS_FROM,
    HOPS_MINUTES,
    HOPS_STEP,
    JUMP_SETS_MIN,
    JUMP_SHARE,
    bars_jumps,
    first_jump,
    jump_sets,
    leg_sets,
    may_hop,
    most_hops,
    most_landings,
    wants_no_jumps,
)
from befit_cli.evidence.progress import eased_by_log, takes_away
from befit_cli.evidence.session import MINUTES
from befit_cli.evidence.week import trains_otherwise
from befit_cli.rules.case import (
    WHOLE,
    Case,
    at,
    equipped,
    exercises,
    has_less_than_usual,
    in_week,
    on,
    stands_apart,
)
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Form,
    Level,
    Load,
    NoteKey,
    Phase,
    Phrase,
    Plan,
    Prescription,
    Race,
    Range,
    Session,
    Week,
    phrase,
    verbatim,
)


@Rule(
    "R21b",
    Kind.SHOULD,
    text=phrase(
        "no jumps or hops on the day before a hard run, nor before a half or a marathon on the day "
        "after the long run, where another session of the week may have them"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Jumps want fresh legs and leave them tired: give them to a session that is neither after "
        "the long run nor before a hard one."
    ),
    new=True,
).of_week
def jumps_on_fresh_legs(case: Case) -> Breaches:
    tired = {session.day for session in case.week.sessions if _has_tired_legs(case, session.day)}
    others = [measured for measured in case.sessions if measured.session.day not in tired]
    jumping = any(_may_jump_in(case, session, load) for session, load, *_ in others)
    hopping = any(_may_hop_in(case, session, load) for session, load, *_ in others)
    for measured in case.sessions:
        day = measured.session.day
        if day not in tired:
            continue
        if measured.jumps and jumping:
            yield Breach(on(day), phrase("jumps beside a key run"), phrase("on another day"))
        elif measured.session.warm_up.contacts and hopping:
            yield Breach(on(day), phrase("hops beside a key run"), phrase("on another day"))


def _has_tired_legs(case: Case, day: Day) -> bool:
    week = case.week
    return wants_no_jumps(case.athlete.race, week.runs, day, week.runs_before, week.runs_after)


def _may_jump_in(case: Case, session: Session, load: Load) -> bool:
    """Whether the session may have jumps: by its load, its day's kit and the race."""
    if load is Load.LOW or has_less_than_usual(session) or not _far_enough_to_jump(case, session):
        return False
    return _can_jump(case.athlete.on(session.day), case.catalogue)


def _may_hop_in(case: Case, session: Session, load: Load) -> bool:
    """Whether its warm-up may end with hops."""
    if has_less_than_usual(session) or not _far_enough_to_jump(case, session):
        return False
    return may_hop(case.athlete.minutes, load)


def _percent(race: Race) -> Range:
    low, high = JUMP_SHARE[race]
    return Range(round(100 * low), round(100 * high))


@Rule(
    "R23",
    Kind.SHOULD,
    text=phrase(
        "jumps' share of leg sets in a power week, to the nearest set and at least {least} sets: "
        "5k {five_k} %, 10k {ten_k} %, half and without a race {half} %, marathon {marathon} %; "
        "a beginner's landing drills count",
        least=JUMP_SETS_MIN,
        five_k=_percent(Race.FIVE_K),
        ten_k=_percent(Race.TEN_K),
        half=_percent(Race.HALF),
        marathon=_percent(Race.MARATHON),
    ),
    basis=phrase("consensus: no trial compares race distances"),
    advice=phrase("Fewer jumps than a power week usually has: the lifts will do the rest."),
).of_week
def share_of_jumps(case: Case) -> Breaches:
    # An eased week has too few sets for shares to mean anything.
    if eased_by_log(case.week) or not case.week.build or case.week.phase is not Phase.POWER:
        return
    legs, jumps = leg_sets([(exercise, exercise.sets) for _, exercise in case.exercises])
    wanted = jump_sets(case.athlete.race, legs)
    if not wanted.low <= jumps <= wanted.high and _may_jump(case):
        yield Breach(
            phrase("jumps"),
            phrase("{jumps} of {legs} leg sets", jumps=jumps, legs=legs),
            phrase("{range}", range=wanted),
            advice=_on_share(case.athlete, jumps, wanted),
        )


def _on_share(athlete: Athlete, jumps: int, wanted: Range) -> Phrase | None:
    """What to do about more jumps than that, or about none."""
    if jumps > wanted.high:
        return phrase(
            "More jumps than a power week usually has: leave a set out where your legs are tired."
        )
    if not jumps and athlete.minutes < MINUTES.high:
        return phrase("No jumps in a power week: longer sessions would have room for some.")
    return None


def _may_jump(case: Case) -> bool:
    """Whether nothing keeps the athlete from jumps in this week: level, kit, wishes, niggles and
    the race.
    """
    athlete = equipped(case)
    if not most_landings(athlete.level, case.week.place) or _bars_jumps(case):
        return False
    if not any(_far_enough_to_jump(case, session) for session in case.week.sessions):
        return False
    return _can_jump(athlete, case.catalogue)


def _can_jump(athlete: Athlete, catalogue: Catalogue) -> bool:
    """Whether there is something with landings that the athlete can do."""
    for exercise in catalogue.exercises:
        for form in exercise.ladder:
            if form.contacts and can_do_form(athlete, exercise, form):
                return True
    return False


def _bars_jumps(case: Case) -> bool:
    return any(bars_jumps(case.catalogue, niggle) for niggle in case.athlete.niggles)


def _far_enough_to_jump(case: Case, session: Session) -> bool:
    return case.days_left(session.day) >= JUMP_DAYS[case.athlete.race]


R24 = Rule(
    "R24",
    Kind.SHOULD,
    text=phrase(
        "from week {week} (beginner {beginner}) to the taper the warm-up of {sessions} sessions a "
        "week ends with low two-foot hops, {first} at first, {step} more each week to {most}: in "
        "sessions of medium or high load, where {minutes} minutes or more were asked for, and "
        "after ten painless raises on one leg",
        week=HOPS_FROM[Level.INTERMEDIATE],
        beginner=HOPS_FROM[Level.BEGINNER],
        sessions=HOP_SESSIONS,
        first=HOPS.low,
        step=HOPS_STEP,
        most=HOPS.high,
        minutes=HOPS_MINUTES,
    ),
    basis=phrase(
        "Engeroff 2023 (n = 34, 5 minutes a day for 6 weeks: better economy at 12 and 14 km/h, "
        "not at 10); Beattie 2017; so small a dose consensus"
    ),
    advice=phrase(
        "Low hops make calves and tendons springy, a few at a time: end one or two warm-ups a week "
        "with them."
    ),
    new=True,
)


@R24.of_week
def low_hops(case: Case) -> Breaches:
    hopping = [measured for measured in case.sessions if measured.session.warm_up.contacts]
    most = 0 if case.week.taper else most_hops(case.athlete.level, case.week.place)
    for session, load, *_ in hopping:
        hops = session.warm_up.contacts
        may = Range(HOPS.low, most if may_hop(case.athlete.minutes, load) else 0)
        if not may.low <= hops <= may.high:
            yield Breach(
                on(session.day),
                phrase("{hops} low hops", hops=hops),
                phrase("{range}", range=may) if may.low <= may.high else phrase("none"),
            )
    if len(hopping) > HOP_SESSIONS.high:
        yield Breach(
            WHOLE,
            phrase("low hops in {sessions} sessions", sessions=len(hopping)),
            phrase("{range}", range=HOP_SESSIONS),
        )
    # What is missing is told of build weeks: an easier one may go without.
    if case.week.build and most and not hopping and _wants_hops(case):
        yield Breach(
            WHOLE,
            phrase("no low hops in a warm-up"),
            phrase("in {sessions} sessions", sessions=HOP_SESSIONS),
        )


def _wants_hops(case: Case) -> bool:
    """Whether the week has a session that may have hops."""
    # What the log made less may have none for pain.
    if _bars_jumps(case) or eased_by_log(case.week):
        return False
    return any(_may_hop_in(case, session, load) for session, load, *_ in case.sessions)


@R24.of_block
def growing_hops(plan: Plan, _: Catalogue) -> Breaches:
    for before, after in pairwise([week for week in plan.weeks if week.build]):
        then, now = _most_hops(before), _most_hops(after)
        wanted = min(then + HOPS_STEP, HOPS.high)
        if now == HOPS.low and _was_eased(plan, before, after):
            continue
        if then and now and now != wanted:
            yield Breach(
                in_week(after.number),
                phrase("{now} low hops after {then}", now=now, then=then),
                phrase("{wanted}", wanted=wanted),
            )


def _was_eased(plan: Plan, before: Week, after: Week) -> bool:
    """Whether the log took work out of a week from one to the other: then hops may begin anew
    (R74).
    """
    between = [week for week in plan.weeks if before.number <= week.number <= after.number]
    return any(map(eased_by_log, between))


def _most_hops(week: Week) -> int:
    """The hops of the session of that week that has most."""
    return max([session.warm_up.contacts for session in week.sessions], default=0)


@Rule(
    "R25",
    Kind.MUST,
    text=phrase(
        "the first jumps of a block are the lowest rung above the hops that the level allows (a "
        "landing drill only where no hops came before), then at most one rung a stretch; a rung "
        "with a prerequisite says it on the plan"
    ),
    basis=CONSENSUS,
    advice=phrase(
        "Landings are learned from the ground up: begin with the easiest jump, and take one rung "
        "at a time."
    ),
    new=True,
).of_block
def rung_by_rung(plan: Plan, catalogue: Catalogue) -> Breaches:
    yield from _climbs_too_fast(plan, catalogue)
    yield from _unsaid_prerequisites(plan, catalogue)


def _climbs_too_fast(plan: Plan, catalogue: Catalogue) -> Breaches:
    # Without its first weeks nobody knows what came before.
    if plan.weeks[0].number != 1:
        return
    # The place of a rung, from 0; below it none was reached.
    highest = -1
    hopped = False
    may_have_hopped = False
    for stretch in plan.stretches:
        reached = highest
        told: set[str] = set()
        usual = [week for week in stretch if not trains_otherwise(week.runner, plan.athlete)]
        for week, session, jump in _jumps(usual):
            rungs = _rungs(plan.athlete.on(session.day), catalogue, jump)
            names = [form.name for form in rungs]
            if jump.form not in names or jump.form in told:
                continue
            place = names.index(jump.form)
            if takes_away(jump.adapted):
                # What is less by the log was planned as it is, or a rung above.
                reached = max(place + 1, reached)
                continue
            first = first_jump(rungs, hopped=hopped)
            most = first_jump(rungs, hopped=may_have_hopped)
            wanted = most if highest < 0 else highest + 1
            if place > wanted or (highest < 0 and place < first):
                told.add(jump.form)
                yield Breach(
                    in_week(week.number, at(session, jump)),
                    verbatim(jump.form),
                    phrase("{form} first", form=names[wanted]),
                )
            reached = max(place, reached)
        highest = reached
        hopped = hopped or any(map(_hops, usual))
        # Of what a week had no room for nobody knows.
        apart = any(stands_apart(plan.athlete, week) for week in stretch)
        may_have_hopped = may_have_hopped or hopped or apart


def _jumps(weeks: Iterable[Week]) -> Iterator[tuple[Week, Session, Prescription]]:
    """What has landings in those of the weeks that build."""
    for week in weeks:
        for session, exercise in exercises(week):
            if week.build and exercise.contacts:
                yield week, session, exercise


def _rungs(athlete: Athlete, catalogue: Catalogue, jump: Prescription) -> list[Form]:
    """The forms with landings that the athlete can do of this exercise, easiest first."""
    known = catalogue.by_id.get(jump.id)
    return [form for form in forms_for(athlete, known) if form.contacts] if known else []


def _hops(week: Week) -> bool:
    return any(session.warm_up.contacts for session in week.sessions)


def _unsaid_prerequisites(plan: Plan, catalogue: Catalogue) -> Breaches:
    said = {
        note.facts.get("form")
        for week in plan.weeks
        for note in week.notes
        if note.key is NoteKey.PREREQUISITE
    }
    for week, session, jump in _jumps(plan.weeks):
        form = catalogue.form(jump.id, jump.form)
        if form is not None and form.prerequisite and form.name not in said:
            said.add(form.name)
            yield Breach(
                in_week(week.number, at(session, jump)),
                phrase("does not say what {form} asks for", form=form.name),
                verbatim(form.prerequisite),
            )
