"""What an athlete has reached in a block, and how far up its ladders that takes them (R31)."""

from __future__ import annotations

from collections.abc import Sequence

from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.jumps import most_landings
from befit_cli.evidence.load import with_weight
from befit_cli.planning.repertoire import Rung, Skill, possible_rungs
from befit_cli.planning.stretch_dose import sore_tendon
from befit_cli.values import Athlete, Exercise, Form, Kit, Level, Pattern, Phase, Stretch, Value


class Reached(Value, frozen=True, kw_only=True):
    """The most of a form that the last stretch with it had."""

    sets: int
    amount: int
    """Repetitions, or seconds of a hold."""
    at_top: bool
    """Whether neither can grow any more."""


class Training(Value, frozen=True, kw_only=True):
    """What a block has had up to a stretch."""

    forms: dict[str, dict[int, Reached]]
    """Under a form's name, what each session's slot reached in the last stretch that had it."""
    exercises: frozenset[tuple[int, str]] = frozenset()
    """The sessions' slots and the ids of the exercises that the last stretch had in them."""
    hops: bool = False
    """Whether the warm-ups had hops (R24)."""
    shorter: bool = False
    """Whether it is asked for a week with less time than the block's, which may hold less."""

    def reached(self, slot: int, form: str) -> Reached | None:
        """What the slot last had of the form, else the least that another slot had; None where it
        is new.
        """
        works = self.forms.get(form, {})
        if slot in works:
            return works[slot]
        return min(works.values(), key=lambda work: work.sets * work.amount, default=None)

    def done(self, form: str) -> bool:
        """Whether the form has nothing left to grow in, in any session where it last stood."""
        works = self.forms.get(form)
        return works is not None and any(work.at_top for work in works.values())


UNTRAINED = Training(forms={})


class Climber(Value, frozen=True, kw_only=True):
    """What decides how far up a ladder an athlete goes in a stretch."""

    level: Level
    phase: Phase
    training: Training


def climber(athlete: Athlete, stretch: Stretch, training: Training) -> Climber:
    """The athlete in that stretch, after what they have trained."""
    return Climber(level=athlete.level, phase=stretch.phase, training=training)


def first_form(athlete: Athlete, exercise: Exercise) -> Form | None:
    """The form that a block begins with on a day that may carry any load; None where the athlete
    may do none of them yet.
    """
    lands = most_landings(athlete.level, week=1) > 0
    rungs = [rung for rung in possible_rungs(athlete, exercise) if lands or not rung.form.contacts]
    if not rungs:
        return None
    start = Climber(level=athlete.level, phase=Phase.GENERAL, training=UNTRAINED)
    skill = Skill(exercise=exercise, rungs=tuple(rungs), stand_in=False)
    return rungs[rung_now(start, skill, rungs)].form


def rung_now(climber: Climber, skill: Skill, rungs: Sequence[Rung]) -> int:
    """The place among `rungs`, some of the exercise's that serve one purpose, of the one to do.

    Work that comes heavier takes the highest rung that is heavy, and in the general phase one below
    it, a beginner what their ladder has come to. All other work climbs: from the base on, a rung
    for each level, and the next one once a rung has nothing left to grow in. Either goes no further
    up than `_within_reach`.
    """
    if len(rungs) == 1:
        return 0
    if skill.power:
        return _jump_now(climber, rungs)
    if [rung for rung in rungs if rung.first_line]:
        # A sore spot takes its ladder rung by rung.
        return _climbed(climber, skill, rungs)
    near = _within_reach(climber.training, rungs)
    climbed = _climbed(climber, skill, near)
    heavy_places = [place for place, rung in enumerate(near) if rung.heavy]
    if heavy_places and len(near) < len(rungs):
        return max(climbed, heavy_places[-1])
    if climber.phase is not Phase.GENERAL:
        if heavy_places:
            return heavy_places[-1]
        # A backpack makes no lift heavy, and more of it all the same.
        packed = [place for place, rung in enumerate(near) if _is_packed_lift(rung)]
        return max([climbed, *packed[:1]])
    if not heavy_places or climber.level is Level.BEGINNER:
        return climbed
    below = heavy_places[-2] if len(heavy_places) > 1 else heavy_places[-1] - 1
    return max(climbed, below)


def _within_reach(training: Training, rungs: Sequence[Rung]) -> Sequence[Rung]:
    """The rungs without the heavy ones at the top that come too early (R31): what asks for
    something first comes after the rung below it where that does so, too, as weight on a pull-up
    comes after pull-ups; else after any of its ladder.
    """
    known = [rung.form.name in training.forms for rung in rungs]
    end = len(rungs)
    while end > 1 and rungs[end - 1].heavy and rungs[end - 1].form.prerequisite:
        ready = known[end - 2] if rungs[end - 2].form.prerequisite else any(known)
        if ready or known[end - 1]:
            break
        end -= 1
    return rungs[:end]


def _is_packed_lift(rung: Rung) -> bool:
    return Kit.BACKPACK in rung.kit and rung.form.pattern in LIFT_PATTERNS


def _climbed(climber: Climber, skill: Skill, rungs: Sequence[Rung]) -> int:
    """How far up the athlete has come without weight that grows."""
    training = climber.training
    known = [place for place, rung in enumerate(rungs) if rung.form.name in training.forms]
    if known:
        hardest = known[-1]
        form = rungs[hardest].form
        # What eases a sore knee in is left after a stretch; a tendon needs its time.
        eases = bool(form.only_for) and form.pattern is not Pattern.CALF
        more = eases or training.done(form.name)
        return min(hardest + more, len(rungs) - 1)
    # What is meant for a sore spot begins with the easiest.
    meant = [place for place, rung in enumerate(rungs) if rung.form.only_for]
    if meant:
        return meant[0]
    upto_base = [rung for rung in rungs if rung.place <= skill.exercise.base]
    if upto_base:
        start = len(upto_base) - 1
        base = skill.exercise.ladder[skill.exercise.base]
        if upto_base[-1].place < skill.exercise.base and start + 1 < len(rungs):
            # Without the base, the next form that asks for no more experience is nearer to it.
            start += rungs[start + 1].form.level.rank <= base.level.rank
        place = min(start + climber.level.rank, len(rungs) - 1)
        rung = rungs[place]
        if not sore_tendon(rung):
            return place
        # A sore tendon that has no heavy work to begin with shows without weight what it takes; a
        # backpack that is there, too, keeps nobody from heavy work.
        heavy_places = [at for at in range(place, len(rungs)) if rungs[at].heavy]
        return heavy_places[0] if heavy_places and with_weight(rung.kit) else start
    # A branch of the ladder above its base: what the level below comes to, or the easiest there is.
    below = [rung for rung in rungs if rung.form.level < climber.level]
    return max(0, len(below) - 1)


def _jump_now(climber: Climber, rungs: Sequence[Rung]) -> int:
    """R25: the first jumps are the lowest that are more than what came before, hops or nothing;
    then a rung a stretch.
    """
    known = [place for place, rung in enumerate(rungs) if rung.form.name in climber.training.forms]
    if known:
        return min(known[-1] + 1, len(rungs) - 1)
    if climber.training.hops:
        # Landing drills are what a beginner's forms are.
        for place, rung in enumerate(rungs):
            if rung.form.level > Level.BEGINNER:
                return place
    return 0
