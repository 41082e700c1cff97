"""What an athlete may do in a stretch, and how well each does as what a wish wants."""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import inf
from operator import attrgetter

from msgspec.structs import replace

from befit_cli.evidence.block import stays_out
from befit_cli.evidence.coverage import LIFT_PATTERNS
from befit_cli.evidence.jumps import most_landings
from befit_cli.evidence.load import can_be_light, dosed_load, weighted
from befit_cli.evidence.warm_up import SHORT_SESSION
from befit_cli.evidence.week import is_hard
from befit_cli.planning import points
from befit_cli.planning.repertoire import (
    Asked,
    Candidate,
    Ladder,
    Repertoire,
    Repertoires,
    Rung,
    Skill,
)
from befit_cli.planning.training import Training, climber, rung_now
from befit_cli.planning.wishes import HEAVY_PURPOSES
from befit_cli.values import Athlete, Form, Level, Load, Need, Pattern, Phase, Pick, Role, Stretch

_SCORE = attrgetter("score")

NOTHING_STAYS: Mapping[str, str] = {}
"""For a session that goes up all ladders where it may."""
_Turn = tuple[Ladder, int]
"""A ladder without what may not stand in a stretch's weeks, and the place of the rung whose turn it
is.
"""


class Climb:
    """How far up their ladders a stretch takes an athlete, on whatever day.

    `days_to_race` counts from the stretch's last day.
    """

    def __init__(
        self,
        athlete: Athlete,
        stretch: Stretch,
        training: Training,
        *,
        repertoires: Repertoires,
        days_to_race: float = inf,
    ) -> None:
        self._climber = climber(athlete, stretch, training)
        self.general = stretch.phase is Phase.GENERAL
        """Whether its phase is the general one."""
        self.training = training
        self.begun = repertoires.begun(training.forms)
        """The ids of the exercises that are trained, or may not stand in every week."""
        self.jumps = repertoires.jumps and most_landings(athlete.level, stretch.place) > 0
        """Whether anything may land."""
        self._race = athlete.race
        self._days_to_race = days_to_race
        self._turns: dict[Ladder, _Turn | None] = {}

    def turn(self, ladder: Ladder, *, stays: str | None = None) -> _Turn | None:
        """The rung whose turn it is, or the one of the form that it `stays` at; None where none may
        stand.
        """
        if stays is not None:
            ladder = self._standing(ladder)
            places = [place for place, rung in enumerate(ladder.rungs) if rung.form.name == stays]
            return (ladder, places[0]) if places else None
        if ladder not in self._turns:
            standing = self._standing(ladder)
            rungs = standing.rungs
            turn = (standing, rung_now(self._climber, ladder.skill, rungs)) if rungs else None
            self._turns[ladder] = turn
        return self._turns[ladder]

    def _standing(self, ladder: Ladder) -> Ladder:
        """The ladder without what may not stand in the stretch's weeks."""
        rungs = [rung for rung in ladder.rungs if rung.always or self._may_do(rung)]
        if len(rungs) == len(ladder.rungs):
            return ladder
        return Ladder.of(ladder.skill, tuple(rungs))

    def _may_do(self, rung: Rung) -> bool:
        form = rung.form
        if form.contacts and not self._may_jump(form):
            return False
        return not (form.race_weeks and stays_out(form.race_weeks, self._race, self._days_to_race))

    def _may_jump(self, form: Form) -> bool:
        """R25: who has hopped in warm-ups needs no landing drill, a beginner apart."""
        drill = form.level is Level.BEGINNER and self._climber.level is not Level.BEGINNER
        return self.jumps and not (drill and self.training.hops)


class Pool:
    """What the athlete may do in a stretch on some days, and how well each does as what a wish
    wants.

    `stays` has under the ids of exercises the forms that they stay at.
    """

    def __init__(
        self,
        athlete: Athlete,
        repertoire: Repertoire,
        climb: Climb,
        *,
        stays: Mapping[str, str] = NOTHING_STAYS,
    ) -> None:
        self._athlete = athlete
        self._climb = climb
        self._stays = stays
        self._repertoire = repertoire
        self._begun = climb.begun.union(stays)
        """The ids of the exercises whose turn goes by more than who the athlete is."""
        # A short session of one week keeps the lifts of the longer ones.
        self._never_high = athlete.minutes < SHORT_SESSION and not climb.training.shorter
        """Whether none of the block's sessions is of high load."""
        self._candidates: dict[tuple[str, Load, bool], tuple[Candidate, ...]] = {}

    def candidates(self, purpose: str, highest: Load, *, light: bool) -> tuple[Candidate, ...]:
        """All exercises for the purpose, best first; ties keep the catalogue's order.

        `light` says whether a form that is a class too hard may be done light.
        """
        key = (purpose, highest, light)
        known = self._candidates.get(key)
        if known is not None:
            return known
        asked = Asked(highest, light, purpose in HEAVY_PURPOSES)
        # What every session may have is the same in each.
        of_all = Asked(Load.HIGH, light=False, heavy=asked.heavy)
        found = []
        for ladder in self._repertoire.by_purpose.get(purpose, ()):
            wanted = of_all if ladder.load.rank <= highest.rank else asked
            if ladder.skill.exercise.id in self._begun:
                candidate = self._again(ladder, purpose, wanted)
            else:
                candidate = self._at_first(ladder, wanted)
            if candidate is not None:
                found.append(candidate)
        found.sort(key=_SCORE, reverse=True)
        candidates = tuple(found)
        self._candidates[key] = candidates
        return candidates

    def has_another(self, pick: Pick, needs: Set[Need]) -> bool:
        """Whether there is another exercise than the pick's that serves all these needs."""
        for whole in self._repertoire.ladders:
            turn = self._turn(whole)
            if turn is None or whole.skill.exercise.id == pick.exercise.id:
                continue
            ladder, place = turn
            if ladder.rungs[place].needs >= needs:
                return True
        return False

    def standing(self, pick: Pick) -> Candidate:
        """What was picked before, as a candidate."""
        for rung in self._repertoire.rungs_of(pick.exercise):
            if rung.form.name == pick.form.name:
                return Candidate(score=0, rung=rung, pick=pick)
        raise AssertionError("what was picked is in the repertoire")

    def before_hard(self, slot: int, id_: str, highest: Load) -> tuple[Form, Form | None] | None:
        """The form of an exercise that a session of at most that load had, where it would go up to
        one whose sets are hard leg sets and those of its own were not (R33); and the form between
        that another session has come to, where it would be the first beyond that.
        """
        known = self._climb.training.forms
        whole = self._repertoire.ladder_of(id_)
        turn = self._turn(whole) if whole else None
        if turn is None:
            return None
        ladder, place = turn
        form = ladder.rungs[place].form
        below = [rung.form for rung in ladder.rungs[:place] if rung.form.name in known]
        own = [one for one in below if slot in known[one.name]]
        if not own or _is_hard(own[-1]) or not _may_carry(highest, form, light=True):
            return None
        between = None
        if form.name not in known and below[-1] is not own[-1]:
            form = between = below[-1]
        return (own[-1], between) if _is_hard(form) else None

    def _turn(self, ladder: Ladder) -> _Turn | None:
        return self._climb.turn(ladder, stays=self._stays.get(ladder.skill.exercise.id))

    def _at_first(self, ladder: Ladder, asked: Asked) -> Candidate | None:
        """What a session has of an exercise that was not trained yet, as most of a catalogue was
        not: it is the same in all stretches of a kind.
        """
        of_kind = (self._climb.general, self._never_high, asked)
        if of_kind not in ladder.at_first:
            ladder.at_first[of_kind] = self._now(ladder, asked)
        return ladder.at_first[of_kind]

    def _again(self, ladder: Ladder, purpose: str, asked: Asked) -> Candidate | None:
        """What a session has of an exercise that was trained."""
        candidate = self._now(ladder, asked)
        if candidate is None or not self._is_done(candidate):
            return candidate
        if _keeps_its_turn(candidate, purpose):
            return candidate
        return replace(candidate, score=candidate.score + points.DONE)

    def _now(self, ladder: Ladder, asked: Asked) -> Candidate | None:
        """The rung whose turn it is, light where that is enough, before an easier one; but of what
        is no main lift an easier one that is hard work for the legs first, for as long as it grows,
        and of a main lift, where no day has more, one that is heavy and not made easy.
        """
        turn = self._turn(ladder)
        if turn is None:
            return None
        main = ladder.skill.exercise.role is Role.MAIN
        rated = self._rated(*turn, asked)
        if rated is not None and asked.light and (self._never_high or not main):
            full = self._rated(*turn, asked._replace(light=False))
            if full is not None and self._is_rather_full(full):
                return rated if self._has_first_weight(rated, full) else full
        return rated

    def _has_first_weight(self, light: Candidate, full: Candidate) -> bool:
        """Whether a beginner has a weight in a light lift, and none in what is done at full effort,
        which leaves them hardly fewer repetitions (R57).
        """
        if self._athlete.level is not Level.BEGINNER or weighted(full.pick.form):
            return False
        return light.pick.heavy and light.pick.form.pattern in LIFT_PATTERNS

    def _is_rather_full(self, full: Candidate) -> bool:
        """Whether what is done at full effort comes before something harder that is light."""
        exercise = full.pick.exercise
        if exercise.role is Role.MAIN and (not full.pick.heavy or full.rung.place < exercise.base):
            return False
        return _is_hard(full.pick.form) and not self._is_done(full)

    def _is_done(self, candidate: Candidate) -> bool:
        return self._climb.training.done(candidate.pick.form.name)

    def _rated(self, ladder: Ladder, place: int, asked: Asked) -> Candidate | None:
        """The rung at that place, for such a session."""
        key = (place, asked)
        if key not in ladder.known:
            ladder.known[key] = _rated(self._athlete, ladder, place, asked)
        return ladder.known[key]


def _keeps_its_turn(candidate: Candidate, purpose: str) -> bool:
    """Whether nothing else does as much for the purpose, though it has nothing left to grow in: a
    lift that works the hamstrings too, a main squat on one leg, and a pull at something.
    """
    is_main = candidate.pick.exercise.role is Role.MAIN
    if purpose in HEAVY_PURPOSES:
        return is_main and Need.HAMSTRING in candidate.rung.needs
    if purpose == Need.ONE_LEG:
        return is_main and candidate.pick.form.pattern is Pattern.SQUAT
    return purpose == Need.PULL and _pulls_something(candidate.pick)


def _pulls_something(pick: Pick) -> bool:
    """Whether there is something to pull at, as the arms alone and the floor are not."""
    return pick.form.pattern is Pattern.PULL and bool(pick.kit)


def _is_hard(form: Form) -> bool:
    return is_hard(form.load, form.pattern)


def _rated(athlete: Athlete, ladder: Ladder, place: int, asked: Asked) -> Candidate | None:
    """The rung at that place for such a session, or the highest below it that the session may
    carry, whatever the athlete has trained.
    """
    skill, rungs = ladder.skill, ladder.rungs
    highest, light, heavy = asked
    while not _may_carry(highest, rungs[place].form, light=light):
        place -= 1
        # An easier jump than the one whose turn it is would be no jump to train by (R25).
        if place < 0 or skill.power:
            return None
    rung = rungs[place]
    pick = _pick(skill, rungs, place, highest, light=light)
    score = _favour(athlete, skill) + _score(skill, rung, pick, heavy=heavy)
    score += points.RELIEF * len(rung.first_line)
    touched = len(rung.rules) - len(rung.first_line)
    score += touched * (points.TOUCHED_HEAVY if rung.form.load is Load.HIGH else points.TOUCHED)
    once = heavy and athlete.level is not Level.BEGINNER and _is_soon_easy(rung)
    return Candidate(score=score, rung=rung, pick=pick, once=once)


def _pick(
    skill: Skill, rungs: tuple[Rung, ...], place: int, highest: Load, *, light: bool, ahead: int = 2
) -> Pick:
    """The rung as a pick, with so many of the harder ones that such a session may have."""
    rung = rungs[place]
    harder = None
    if ahead and place + 1 < len(rungs):
        following = rungs[place + 1]
        if _may_carry(highest, following.form, light=light):
            harder = _pick(skill, rungs, place + 1, highest, light=light, ahead=ahead - 1)
    return Pick(
        exercise=skill.exercise,
        form=rung.form,
        kit=rung.kit,
        heavy=rung.heavy,
        light=rung.form.load.rank > highest.rank,
        harder=harder,
        easier=rungs[place - 1].form if place else None,
        first_line=rung.first_line,
        rules=rung.rules,
    )


def _may_carry(highest: Load, form: Form, *, light: bool) -> bool:
    """Whether a session of at most that load has room for the form; `light` says that it may be
    done light.
    """
    over = form.load.rank - highest.rank
    return over <= 0 or (light and over == 1 and can_be_light(form))


def _is_soon_easy(rung: Rung) -> bool:
    """Whether two legs have no more than the body to carry, and no sore spot asks for that."""
    return not (weighted(rung.form) or rung.form.per_side or rung.rules)


def _favour(athlete: Athlete, skill: Skill) -> int:
    """How well an exercise suits the athlete, whatever it is wanted for."""
    favour = 0
    if skill.exercise.group is athlete.focus:
        favour += points.FOCUS
    if skill.stand_in:
        favour += points.STAND_IN
    if any(skill.exercise.id == instead for _, instead in athlete.swap):
        favour += points.SWAPPED
    return favour


def _score(skill: Skill, rung: Rung, pick: Pick, *, heavy: bool) -> int:
    """How well a form does by itself for what is wanted, be that heavy or not."""
    exercise = skill.exercise
    base = exercise.ladder[exercise.base]
    has_weight = weighted(rung.form)
    # A form with weight in it that is for the same people is no worse than the base.
    as_good = has_weight and rung.form.level is base.level
    eased = rung.place < exercise.base and not as_good
    score = 0
    if heavy:
        if exercise.role is Role.MAIN:
            score += points.MAIN_LIFT
        score += points.LOAD * dosed_load(rung.form.load, light=pick.light).rank
        if eased:
            score += points.EASED_LIFT
        if rung.form.per_side and rung.form.pattern is Pattern.SQUAT:
            score += points.BALANCED
    else:
        score += points.LEVEL * rung.form.level.rank
        if eased:
            score += points.EASED
    if has_weight:
        score += points.WEIGHT
    if exercise.role is Role.MOBILITY:
        score += points.MOBILITY
    return score
