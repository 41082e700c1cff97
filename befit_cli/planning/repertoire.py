"""What an athlete may do: which exercises, and which rungs of their ladders."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cached_property
from typing import NamedTuple

from msgspec import field

from befit_cli.errors import BefitError
from befit_cli.evidence.ability import can_do_form, kit_for, left_out, suits
from befit_cli.evidence.coverage import served, straight_on_one_leg
from befit_cli.evidence.jumps import bars_jumps
from befit_cli.evidence.load import heavy, with_weight
from befit_cli.evidence.niggle_changes import barred_by_niggles
from befit_cli.evidence.niggles import CLINICIAN, REFUSED, asks_for, of_tendon
from befit_cli.evidence.week import highest
from befit_cli.language import _
from befit_cli.values import (
    Act,
    Athlete,
    Catalogue,
    Day,
    Exercise,
    Form,
    Group,
    Kit,
    Load,
    Need,
    Niggle,
    NiggleRule,
    Pattern,
    Pick,
    Role,
    Value,
)

STRAIGHT_CALF = "calf, straight knee"
STRAIGHT_WEIGHTED_CALF = "calf, straight knee, weighted"
"""R08: calf work with a straight knee, on one leg."""
WEIGHTED_CALF = "calf, weighted"
"""R08: calf work with weight, whatever the knee and on however many legs."""
TENDON = "calf work for a sore tendon"
"""R59: in every session; of two sore tendons a session helps one, for it has one such exercise."""
JUMPS = "jumps"
FAST_WORK = "fast work"
"""What comes before other work in the power phase, and what does where nobody may jump."""


def relief_purpose(niggle: Niggle) -> str:
    """First-line work for a niggle (R59)."""
    return f"relief {niggle}"


def group_purpose(group: Group) -> str:
    """Work of a group of the BeFit list."""
    return f"group {group}"


class Rung(Value, frozen=True, kw_only=True, eq=False):
    """A form of a ladder that an athlete may do."""

    place: int
    """Its place in the ladder, from 0; what the athlete may not do counts."""
    form: Form
    kit: tuple[Kit, ...]
    """What it uses of the kit owned."""
    heavy: bool
    """Whether that makes it heavy work."""
    always: bool
    """Whether it may stand in every week."""
    needs: frozenset[Need]
    """What it serves of the week's needs (R03)."""
    purposes: frozenset[str]
    """What it can be in a week for: needs (R03), patterns, and those above."""
    rules: tuple[NiggleRule, ...] = ()
    """What their niggles change about it."""
    first_line: tuple[Niggle, ...] = ()
    """Their niggles that it is first-line work for (R59)."""


class Skill(Value, frozen=True, kw_only=True):
    """An exercise that an athlete may do."""

    exercise: Exercise
    rungs: tuple[Rung, ...]
    """Their rungs of its ladder, easiest first; at least one."""
    stand_in: bool
    """Whether it is what a niggle or the athlete would rather have than what they leave out."""

    @property
    def power(self) -> bool:
        """Whether it is for jumps, or for what comes before them."""
        return self.exercise.role is Role.POWER


class Candidate(Value, frozen=True, kw_only=True):
    """An exercise for a purpose, as a session of some load has it."""

    score: int
    """How well it does by itself; higher is better."""
    rung: Rung
    pick: Pick
    once: bool = False
    """Whether another lift does a week's next session more good than this one again."""


class Asked(NamedTuple):
    """What a session asks of an exercise."""

    highest: Load
    """The most load that it may have there."""
    light: bool
    """Whether a form that is a class too hard may be done light."""
    heavy: bool
    """Whether it is wanted for a purpose that asks for heavy work."""


class Ladder(Value, frozen=True, eq=False):
    """The rungs of an exercise that serve some purpose, easiest first."""

    skill: Skill
    rungs: tuple[Rung, ...]
    load: Load
    """The highest of their loads."""
    known: dict[tuple[int, Asked], Candidate | None] = field(default_factory=dict)
    """What sessions may have of it, as far as somebody has asked, under the place of the rung: the
    same in all stretches.
    """
    at_first: dict[tuple[bool, bool, Asked], Candidate | None] = field(default_factory=dict)
    """The same as long as none of it was trained, under whether the phase is the general one, and
    whether no session of the block is of high load.
    """

    @staticmethod
    def of(skill: Skill, rungs: tuple[Rung, ...]) -> Ladder:
        """The ladder of some rungs of an exercise."""
        return Ladder(skill, rungs, highest([rung.form.load for rung in rungs]))


class Repertoire(Value, frozen=True, kw_only=True):
    """All that an athlete may do of a catalogue."""

    ladders: tuple[Ladder, ...]
    """Those of all exercises, whole, in the catalogue's order."""
    by_purpose: dict[str, list[Ladder]]
    """The exercises that have rungs for a purpose, in the catalogue's order."""

    def rungs_of(self, exercise: Exercise) -> tuple[Rung, ...]:
        """What they may do of the exercise; nothing where they may not do it at all."""
        ladder = self.ladder_of(exercise.id)
        return ladder.rungs if ladder else ()

    def ladder_of(self, id_: str) -> Ladder | None:
        """The whole ladder of the exercise with that id; None where they may do none of it."""
        for ladder in self.ladders:
            if ladder.skill.exercise.id == id_:
                return ladder
        return None


_Ladders = tuple[Ladder, list[tuple[str, Ladder]]]
"""The whole ladder of an exercise, and for each purpose that it serves the ladder of its rungs."""


class _Made:
    """The parts of an athlete's repertoires: what another kit, or a sore spot, leaves as it is, is
    made and rated once.
    """

    def __init__(self) -> None:
        self._rungs: dict[Hashable, tuple[Rung, ...]] = {}
        self._each: dict[Hashable, Rung] = {}
        self._ladders: dict[Hashable, _Ladders] = {}

    def rungs(self, athlete: Athlete, exercise: Exercise) -> tuple[Rung, ...]:
        """As `possible_rungs` has them."""
        kit = exercise.every_kit.intersection(athlete.kit)
        niggles = exercise.every_niggle.intersection(athlete.niggles)
        sore_tendon = bool(niggles) and of_tendon(athlete.niggles)
        key = (exercise.id, athlete.level, kit, niggles, sore_tendon)
        if key not in self._rungs:
            sore = tuple(sorted(niggles))
            possible = []
            for place, form in enumerate(exercise.ladder):
                used = kit_for(form, athlete.level, athlete.kit)
                if used is None or not suits(form, sore):
                    continue
                its = (exercise.id, place, used, sore, sore_tendon)
                if its not in self._each:
                    self._each[its] = _rung(exercise, place, used, sore, sore_tendon=sore_tendon)
                possible.append(self._each[its])
            self._rungs[key] = tuple(possible)
        return self._rungs[key]

    def ladders(self, exercise: Exercise, rungs: tuple[Rung, ...], *, stand_in: bool) -> _Ladders:
        """Of these rungs the whole ladder, and the one for each purpose."""
        key = (exercise.id, stand_in, rungs)
        ladders = self._ladders.get(key)
        if ladders is None:
            whole = Ladder.of(Skill(exercise=exercise, rungs=rungs, stand_in=stand_in), rungs)
            ladders = self._ladders[key] = whole, _by_purpose(whole)
        return ladders


def repertoire(athlete: Athlete, catalogue: Catalogue, *, made: _Made | None = None) -> Repertoire:
    """What the athlete may do, by level, kit, niggles and wishes."""
    made = made or _Made()
    not_wanted = left_out(athlete)
    stand_ins = {instead for _away, instead in athlete.swap}
    for exercise in catalogue.exercises:
        for niggle in athlete.niggles:
            rule = exercise.niggles.get(niggle)
            if rule is not None and rule.act is Act.AVOID:
                stand_ins.update(rule.swap)
    ladders = []
    by_purpose: dict[str, list[Ladder]] = {}
    for exercise in catalogue.exercises:
        if exercise.id in not_wanted:
            continue
        rungs = made.rungs(athlete, exercise)
        if not rungs:
            continue
        whole, parts = made.ladders(exercise, rungs, stand_in=exercise.id in stand_ins)
        ladders.append(whole)
        for purpose, ladder in parts:
            by_purpose.setdefault(purpose, []).append(ladder)
    return Repertoire(ladders=tuple(ladders), by_purpose=by_purpose)


def _by_purpose(whole: Ladder) -> list[tuple[str, Ladder]]:
    """Each purpose that rungs of a ladder serve, and the ladder of those."""
    of_all = frozenset.intersection(*[rung.purposes for rung in whole.rungs])
    of_some: dict[str, list[Rung]] = {}
    for rung in whole.rungs:
        for purpose in rung.purposes - of_all:
            of_some.setdefault(purpose, []).append(rung)
    parts = [(purpose, whole) for purpose in of_all]
    parts += [(purpose, Ladder.of(whole.skill, tuple(rungs))) for purpose, rungs in of_some.items()]
    return parts


def _most_load(athlete: Athlete, catalogue: Catalogue, *, jumps: bool) -> Load:
    """The highest load among the forms for legs and hips that the athlete may do, and `jumps`
    where they are asked for.
    """
    most = Load.LOW
    for exercise in catalogue.exercises:
        lands = jumps and exercise.role is Role.POWER
        for form in exercise.ladder:
            # Few have more load than what was found, and only those are asked for their kit.
            if form.load.rank <= most.rank:
                continue
            if not (form.pattern in _LOADED_PATTERNS or (lands and form.contacts)):
                continue
            if can_do_form(athlete, exercise, form):
                most = form.load
    return most


class Repertoires:
    """What an athlete may do on each day of the week, by the kit that is there."""

    def __init__(
        self, athlete: Athlete, catalogue: Catalogue, *, made: _Made | None = None
    ) -> None:
        self._athlete = athlete
        self._catalogue = catalogue
        self._made = made or _Made()
        self._by_kit: dict[tuple[Kit, ...], Repertoire] = {}
        self._loads: dict[tuple[tuple[Kit, ...], bool], Load] = {}
        self._others: dict[Athlete, Repertoires] = {}

    def of(self, runner: Athlete) -> Repertoires:
        """What the athlete may do as they are in some weeks, or without their sore spots."""
        if runner not in self._others:
            made = self._made if _rated_by(runner) == _rated_by(self._athlete) else None
            self._others[runner] = Repertoires(runner, self._catalogue, made=made)
        return self._others[runner]

    @cached_property
    def barred(self) -> dict[Niggle, tuple[str, ...]]:
        """Under each of their niggles the names of the exercises that it leaves out."""
        return barred_by_niggles(self._athlete, self._catalogue)

    @cached_property
    def jumps(self) -> bool:
        """False with a niggle that bars them all (R22)."""
        return not any(bars_jumps(self._catalogue, niggle) for niggle in self._athlete.niggles)

    def begun(self, forms: Iterable[str]) -> frozenset[str]:
        """The ids of the exercises that a session may have otherwise than who never trained: those
        that have one of the forms, and those with forms that may not stand in every week.
        """
        of_forms = [self._catalogue.with_form.get(name, ()) for name in forms]
        return self._unsteady.union(*of_forms)

    @cached_property
    def _unsteady(self) -> frozenset[str]:
        """The ids of the exercises with forms that may not stand in every week, and of those for
        jumps, whose turn goes by the hops before them (R25).
        """
        return frozenset(
            [
                exercise.id
                for exercise in self._catalogue.exercises
                if exercise.role is Role.POWER
                or any(not _stands_always(form) for form in exercise.ladder)
            ]
        )

    def most_load(self, day: Day, *, jumps: bool) -> Load:
        """The highest load among the forms for legs and hips that they may do on that day; `jumps`
        says whether those count.
        """
        athlete = self._athlete.on(day)
        key = athlete.kit, jumps
        if key not in self._loads:
            lands = jumps and self.jumps
            self._loads[key] = _most_load(athlete, self._catalogue, jumps=lands)
        return self._loads[key]

    def on(self, day: Day) -> Repertoire:
        """What they may do on that day."""
        athlete = self._athlete.on(day)
        if athlete.kit not in self._by_kit:
            self._by_kit[athlete.kit] = repertoire(athlete, self._catalogue, made=self._made)
        return self._by_kit[athlete.kit]


def _rated_by(athlete: Athlete) -> Hashable:
    """All of an athlete by which a ladder does well or badly, beside its rungs."""
    return athlete.level, athlete.focus, athlete.swap


def possible_rungs(athlete: Athlete, exercise: Exercise) -> tuple[Rung, ...]:
    """The rungs of the exercise's ladder that the athlete's level, kit and niggles allow, easiest
    first.
    """
    return _Made().rungs(athlete, exercise)


def _rung(
    exercise: Exercise,
    place: int,
    kit: tuple[Kit, ...],
    niggles: tuple[Niggle, ...],
    *,
    sore_tendon: bool,
) -> Rung:
    form = exercise.ladder[place]
    rules = []
    first_line = []
    for niggle in niggles:
        rule = form.niggles.get(niggle)
        if rule is None:
            continue
        rules.append(rule)
        if rule.act is Act.FIRST_LINE:
            first_line.append(niggle)
    needs = served(form)
    return Rung(
        place=place,
        form=form,
        kit=kit,
        heavy=heavy(kit),
        always=_stands_always(form),
        needs=needs,
        purposes=_purposes(exercise, form, needs, kit, first_line, sore_tendon=sore_tendon),
        rules=tuple(rules),
        first_line=tuple(first_line),
    )


def _stands_always(form: Form) -> bool:
    """Whether it may stand in every week: it neither lands, nor stays out before a race."""
    return not (form.contacts or form.race_weeks)


def _purposes(
    exercise: Exercise,
    form: Form,
    needs: frozenset[Need],
    kit: tuple[Kit, ...],
    first_line: list[Niggle],
    *,
    sore_tendon: bool,
) -> frozenset[str]:
    purposes: list[str] = []
    for niggle in first_line:
        if asks_for(niggle, form.pattern, sore_tendon=sore_tendon):
            purposes.append(relief_purpose(niggle))
    if exercise.role is Role.POWER:
        # Jumps serve no other need of a week: they come on top.
        purposes.append(JUMPS if form.contacts else FAST_WORK)
        return frozenset(purposes)
    purposes += [*needs, form.pattern, group_purpose(exercise.group)]
    if form.pattern is Pattern.CALF:
        if of_tendon(first_line):
            purposes.append(TENDON)
        has_weight = with_weight(kit)
        if has_weight:
            purposes.append(WEIGHTED_CALF)
        if straight_on_one_leg(form):
            purposes.append(STRAIGHT_CALF)
            if has_weight:
                purposes.append(STRAIGHT_WEIGHTED_CALF)
    return frozenset(purposes)


_LOADED_PATTERNS = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE, Pattern.CALF})
"""The patterns whose forms make a session loaded."""


def refuse(athlete: Athlete) -> None:
    """Raises BefitError for an athlete who needs a clinician before any exercise (R60)."""
    if REFUSED.intersection(athlete.niggles):
        raise BefitError(_(CLINICIAN))


def possible_forms(athlete: Athlete, exercise: Exercise) -> tuple[Form, ...]:
    """The forms that the athlete's level and kit allow, easiest first."""
    return tuple(
        form for form in exercise.ladder if kit_for(form, athlete.level, athlete.kit) is not None
    )


def patterns(exercise: Exercise) -> tuple[Pattern, ...]:
    """How the forms of the exercise move, the base form first."""
    base = exercise.ladder[exercise.base]
    return tuple(dict.fromkeys(form.pattern for form in (base, *exercise.ladder)))
