"""What was done -> what comes: the sessions of a week as the log changes them (R70 to R78).

Each session is planned from what was known on its morning. For one that is still to come that is
today, and the sessions before it count as if they were done: so a gap is told at the first of them,
and not at all that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from enum import Enum, auto
from itertools import islice
from math import ceil
from typing import NamedTuple

from msgspec.structs import replace

from befit_cli.evidence.block import DELOAD_RIR
from befit_cli.evidence.coverage import served
from befit_cli.evidence.dose import HOLD_STEP_S, most_work
from befit_cli.evidence.load import LIGHT_SETS, with_weight
from befit_cli.evidence.progress import (
    ADAPTED_BY,
    AFTER_ILLNESS,
    AGAIN_DAYS,
    AGAIN_REPS,
    AGAIN_RIR,
    AGAIN_SETS,
    AGAIN_SHARE,
    EASED_DAYS,
    EASED_SETS,
    EASED_SHARE,
    EASED_WEEK_FROM,
    EASED_WEEK_SHARE,
    LESS,
    LIGHT_WEIGHT,
    MOST_LEFT,
    OVER,
    OVER_SESSIONS,
    REPS_AT_ONE_WEIGHT,
    UP,
    WEIGHT_RISE_MAX,
    WEIGHT_RISE_MIN,
    Sign,
    best_estimate,
    estimated_max,
    reps_at,
    rises,
    weight_for,
)
from befit_cli.planning.dosing import at_step, dosed_line
from befit_cli.planning.draft import Draft, Drafts, Line, clash
from befit_cli.planning.easing import light_line
from befit_cli.planning.fullest_week import Task
from befit_cli.planning.pain import Pain, back_from, eased_for
from befit_cli.planning.record import (
    Done,
    Log,
    had_less,
    last_move,
    of_form,
    streak,
    telling,
    went_over,
)
from befit_cli.planning.repertoire import Rung
from befit_cli.values import (
    SAME_KG,
    Adapted,
    AdaptedKey,
    Facts,
    Load,
    Note,
    NoteKey,
    Owned,
    Pattern,
    Pick,
    Scope,
    SeasonWeek,
)


class Boldness(Enum):
    """How much of the log a week takes up, the most first."""

    FORMS = auto()
    DOSES = auto()
    WEIGHTS = auto()


class Morning(NamedTuple):
    """What is known on the morning of a session."""

    day: date
    counts: bool
    """Whether the log is kept, so that R72 to R78 count."""
    gap: int
    """Days without training before it, for which it is less; 0 where it is as planned."""
    most: Load | None
    """The most load so soon after an illness (R75); None for as much as planned."""
    step: int
    """Which session after that illness it is, from 1."""


class Progress:
    """The weeks of a block as the log changes them, one after the other."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._ahead: list[date] = []
        self._asks: int | None = None

    def begins(self, when: SeasonWeek) -> bool:
        """Whether sessions of the week are still to come: those that follow count them as done."""
        return when.starts + timedelta(days=6) >= self._log.today

    def versions(
        self, task: Task, drafts: Drafts, when: SeasonWeek
    ) -> Iterator[tuple[Drafts, tuple[Note, ...]]]:
        """The week's sessions as the log has them, with what it says beside them; then without
        new forms, and then with no more than the weights.
        """
        mornings = [self._morning(_day(draft, when)) if draft.lines else None for draft in drafts]
        for bold in Boldness:
            adapted = []
            left_out: dict[str, date] = {}
            offers = False
            for draft, morning in zip(drafts, mornings, strict=True):
                if morning is None:
                    adapted.append(draft)
                    continue
                session = _Session(task, draft, when, self._log, morning, bold)
                adapted.append(session.adapted())
                left_out |= session.left_out
                offers |= session.offers_niggle
            notes = _left_out_notes(left_out, offers=offers)
            yield adapted, (*notes, *self._unknown_note(mornings, when))

    def pass_by(self, drafts: Drafts, when: SeasonWeek) -> None:
        """Take the sessions of a week that nobody asks for to be done."""
        for draft in drafts:
            if draft.lines:
                self._morning(_day(draft, when))

    def _unknown_note(
        self, mornings: Sequence[Morning | None], when: SeasonWeek
    ) -> tuple[Note, ...]:
        """What asks for the log where nothing came for weeks: the first week to come says it."""
        today = self._log.today
        days = [one.day for one in mornings if one and not one.counts and one.day >= today]
        since = self._log.last_entry(days[0]) if days else None
        if since is None or self._asks not in (None, when.number):
            return ()
        self._asks = when.number
        facts = {"since": since.isoformat()}
        return (Note(rule="R78", key=NoteKey.NOTHING_LOGGED, scope=Scope.PLAN, facts=facts),)

    def _morning(self, day: date) -> Morning:
        log = self._log
        # What is not known yet is taken to be done; so the first that is to come tells the gap.
        ahead = len(self._ahead)
        if day > log.today or (day == log.today and not log.is_done(day)):
            self._ahead.append(day)
        first = self._ahead[0] if ahead else day
        most, step = self._after_illness(day, ahead)
        return Morning(day, log.counts(first), log.gap(day, first), most, step)

    def _after_illness(self, day: date, ahead: int) -> tuple[Load | None, int]:
        over = self._log.illness_over(day)
        if over is None:
            return None, 0
        since = [trained for trained in self._log.trained(day) if trained > over]
        step = len(since) + ahead
        if step >= len(AFTER_ILLNESS):
            return None, 0
        return AFTER_ILLNESS[step], step + 1


def _day(draft: Draft, when: SeasonWeek) -> date:
    return when.starts + timedelta(days=draft.slot.day.rank)


def _left_out_notes(left_out: Mapping[str, date], *, offers: bool) -> Iterator[Note]:
    """R70: what is left out, and from which days on it is back; `offers` says that the runner could
    say a niggle that they have not said.
    """
    if not left_out:
        return
    facts: Facts = {"forms": list(left_out), "offers": offers}
    yield Note(rule="R70", key=NoteKey.LEFT_OUT, scope=Scope.WEEK, facts=facts)
    for day in sorted(set(left_out.values())):
        forms = [form for form, back in left_out.items() if back == day]
        facts = {"since": day.isoformat(), "forms": forms}
        yield Note(rule="R70", key=NoteKey.COMES_BACK, scope=Scope.WEEK, facts=facts)


class _Session:
    """One session while the log changes it."""

    def __init__(
        self,
        task: Task,
        draft: Draft,
        when: SeasonWeek,
        log: Log,
        morning: Morning,
        bold: Boldness,
    ) -> None:
        self._task = task
        self._planned = draft
        self._when = when
        self._log = log
        self._morning = morning
        self._bold = bold
        self.left_out: dict[str, date] = {}
        """The forms that are left out, and the days from which on they are back."""
        self.offers_niggle = False
        """Whether one of them is none that a niggle of the runner is marked for."""

    def adapted(self) -> Draft:
        """The session as it is to be done."""
        draft = replace(self._planned)
        for line in self._planned.lines:
            versions = self._versions(line)
            if not versions:
                draft.remove(line)
            self._exchange(draft, line, versions)
        if self._log.hurts_to_land(self._morning.day):
            draft.may_hop = False
        if self._morning.counts and self._morning.most is not None:
            self._after_illness(draft, self._morning.most)
        return draft

    def _exchange(self, draft: Draft, line: Line, versions: Sequence[Line]) -> None:
        """Put the first version in its place for which the session has the minutes and the load."""
        before = draft.lines
        for version in versions:
            others = [other for other in before if other is not line]
            if any(clash(version.pick, other.pick) for other in others):
                continue
            draft.exchange(line, version)
            if draft.minutes <= draft.limit and draft.load <= self._planned.load:
                return
            draft.lines = before

    def _versions(self, line: Line) -> tuple[Line, ...]:
        """The line as the log has it, and what is done where that finds no room; none where it is
        left out.
        """
        form, id_ = line.pick.form, line.pick.exercise.id
        day = self._morning.day
        pains = self._log.pains(id_, form, day)
        back = back_from(pains, day)
        if back is not None:
            self.left_out[form.name] = back
            self.offers_niggle |= not line.pick.rules
            return ()
        every = self._log.done(id_, day)
        hurt = eased_for(pains)
        if hurt is not None:
            return self._less_for_pain(line, every, pains, hurt)
        versions = self._usual(line, every if self._morning.counts else [])
        last_bad = next((pain for pain in reversed(pains) if pain.bad), None)
        if last_bad is None:
            return versions
        return tuple([self._on_after(version, every, last_bad) for version in versions])

    def _usual(self, line: Line, done: list[Done]) -> tuple[Line, ...]:
        """The same of what does not hurt."""
        if self._morning.counts and self._morning.gap >= AGAIN_DAYS.low:
            back = self._with_form(line, done)
            less = self._after_gap(line, done)
            return self._after_gap(back, done), less, replace(less, at=line.at)
        if not done:
            return (line,)
        known = self._with_kg(line, done)
        if self._bold is Boldness.WEIGHTS:
            return (known,)
        as_planned = self._changed(known, done)
        reached = self._with_form(line, done)
        if reached is line:
            return (*_down_to(as_planned, known.at), known)
        other = self._changed(self._with_kg(reached, done), done)
        return (*_shorter(other), *_down_to(as_planned, known.at), known)

    # R71

    def _less_for_pain(
        self, line: Line, done: list[Done], pains: list[Pain], hurt: Pain
    ) -> tuple[Line, ...]:
        why = _why(AdaptedKey.LESS_FOR_PAIN, pain=hurt.pain)
        if hurt.worse:
            why = _why(AdaptedKey.LESS_AFTER_WORSE)
        same = of_form(done, line.pick.form.name)
        bad = {pain.day for pain in pains if pain.bad}
        fewer = replace(line, sets=max(1, line.sets - 1), adapted=why)
        fewer = self._no_more_than_hurt(fewer, same, bad)
        lifted = _last_kg(same)
        owned = self._owned(line)
        if lifted is not None and owned is not None:
            # What was done since it hurt was with less already.
            share = LESS if same[-1].session.date <= max(bad) else 1.0
            kg = owned.at_most(share * lifted, lifted)
            if kg is not None:
                return (replace(fewer, kg=kg),)
        easier = self._easier(fewer, done, _is_like)
        if easier is None:
            return (fewer,)
        at = easier.at
        if easier.holds == line.holds:
            at = min(at, max(fewer.at, easier.work.low))
        easier = replace(easier, at=at, adapted=why)
        # It may be what hurt, where the plan has gone on to another form since.
        of_easier = of_form(done, easier.pick.form.name)
        return self._no_more_than_hurt(easier, of_easier, bad), fewer

    def _no_more_than_hurt(self, line: Line, same: list[Done], bad: Set[date]) -> Line:
        """No more of the line than was done of its form when it last hurt, and when it did not."""
        hurting = [each for each in same if each.session.date in bad]
        tolerated = [each for each in same if each.session.date not in bad]
        for each in (*hurting[-1:], *tolerated[-1:]):
            line = self._capped(line, each)
            asked = each.work.asked
            if asked is not None and line.rir is not None:
                line = replace(line, rir=max(line.rir, asked.left or 0))
        return line

    def _capped(self, line: Line, done: Done, *, more_sets: int = 0, more: int = 0) -> Line:
        """The line with no more than so many sets, repetitions or seconds over what was done; no
        fewer than its dose begins with.
        """
        sets = min(line.sets, done.work.sets + more_sets)
        amount = _amount(done, line)
        at = line.at
        if amount is not None:
            at = min(at, max(amount + more, min(at, self._begun(line).work.low)))
        return replace(line, sets=sets, at=at)

    def _on_after(self, line: Line, done: list[Done], hurt: Pain) -> Line:
        """What hurt once, and has eased: first as it was then, and from there a step more each
        time, up to what is planned. A form that is new comes after the one below it was done once.
        """
        since = telling([each for each in done if each.session.date > hurt.day])
        before = [each for each in done if each.session.date <= hurt.day]
        same = of_form(before or done, line.pick.form.name)
        if same:
            less = self._stepped(line, same, of_form(since, line.pick.form.name))
        else:
            below = self._easier(line, done, _is_like)
            if not done or below is None or of_form(since, below.pick.form.name):
                return line
            same = of_form(done, below.pick.form.name)
            less = self._stepped(self._with_kg(below, done), same, []) if same else below
        if _same_dose(less, line):
            return line
        return replace(less, adapted=_why(AdaptedKey.ON_AFTER_PAIN))

    def _stepped(self, line: Line, same: list[Done], since: list[Done]) -> Line:
        """The line as it was done last of its form, or a set or a step more than `since`."""
        then = same[-1]
        if line.pick.heavy:
            # Its repetitions are the phase's own: it is the weight that goes on from there.
            lifted = _last_kg(same)
            if since or line.kg is None or lifted is None:
                return line
            return replace(line, kg=min(line.kg, lifted))
        if not since:
            return self._capped(line, then)
        if self._sleeps(line):
            return self._capped(line, since[-1])
        if since[-1].work.sets < line.sets:
            return self._capped(line, since[-1], more_sets=1)
        return self._capped(line, since[-1], more=max(line.step, _GROWS_A_WEEK * _unit(line)))

    def _no_more(self, line: Line, same: list[Done]) -> int:
        """What the line asks, but no more than was asked of its form last."""
        last = telling(same)[-1:]
        amount = _asked_amount(last[0], line) if last else None
        if amount is None or line.pick.rules or line.light:
            return line.at
        return min(line.at, max(amount, self._begun(line).work.low))

    # R72 to R74

    def _after_gap(self, line: Line, done: list[Done]) -> Line:
        gap = self._morning.gap
        same = of_form(done, line.pick.form.name)
        if gap <= AGAIN_DAYS.high:
            return self._again(line, same, gap)
        if gap <= EASED_DAYS.high:
            share = EASED_WEEK_SHARE if gap >= EASED_WEEK_FROM else EASED_SHARE
            return replace(
                line,
                sets=ceil(line.sets * EASED_SETS),
                at=self._no_more(line, same),
                kg=self._share(line, same, share),
                adapted=_why(AdaptedKey.EASED_IN, days=gap, percent=round(100 * share)),
            )
        return self._begun_again(line, same, gap)

    def _again(self, line: Line, same: list[Done], gap: int) -> Line:
        last = telling(same)[-1:]
        if not last or line.light or last[0].work.asked is None:
            return replace(line, kg=self._kg(line, same))
        asked = last[0].work.asked
        amount = asked.hold_s if line.holds else asked.reps
        sets = min(line.sets, asked.sets)
        at = min(line.at, amount or line.at)
        # Not fewer than the week would ask of anybody.
        at = line.at if line.pick.rules else max(at, min(line.at, line.work.low))
        again = replace(line, sets=sets, at=at, kg=last[0].kg or None)
        if (again.sets, again.at) == (line.sets, line.at):
            return again
        return replace(again, adapted=_why(AdaptedKey.AGAIN, days=gap))

    def _begun_again(self, line: Line, same: list[Done], gap: int) -> Line:
        percent = round(100 * AGAIN_SHARE)
        why = _why(AdaptedKey.FROM_THE_BEGINNING, days=gap, percent=percent)
        return replace(
            line,
            sets=min(line.sets, AGAIN_SETS),
            at=self._least(line),
            rir=None if line.rir is None else max(line.rir, AGAIN_RIR),
            kg=self._share(line, same, AGAIN_SHARE),
            adapted=why,
        )

    def _least(self, line: Line) -> int:
        """R74: what the line asks at a new beginning."""
        if line.pick.rules or line.pick.form.contacts:
            return line.at
        if line.holds:
            return min(line.at, max(1, int(AGAIN_SHARE * line.at) // HOLD_STEP_S) * HOLD_STEP_S)
        if line.pick.heavy and line.main:
            return max(line.at, AGAIN_REPS)
        return max(min(line.at, line.work.low, AGAIN_REPS), int(AGAIN_SHARE * line.at))

    def _share(self, line: Line, same: list[Done], share: float) -> float | None:
        """So much of the weight that was lifted last, of what is owned."""
        owned = self._owned(line)
        full = _last_kg(telling(same))
        if owned is None or full is None:
            return self._kg(line, same)
        share = min(share, LIGHT_WEIGHT) if line.light else share
        return owned.at_most(share * full, full)

    # R75

    def _after_illness(self, draft: Draft, most: Load) -> None:
        """Make the session no more than that load: first light lifts, then fewer of them."""
        why = _why(AdaptedKey.AFTER_ILLNESS, session=self._morning.step, load=most.value)
        for line in draft.lines:
            if line.pick.form.contacts:
                draft.remove(line)
                continue
            light = light_line(line) if line.pick.form.load > most else None
            if light is not None:
                sets = 1 if most is Load.LOW else light.sets
                same = of_form(
                    self._log.done(line.pick.exercise.id, self._morning.day), line.pick.form.name
                )
                kg = self._share(light, same, LIGHT_WEIGHT)
                draft.exchange(line, replace(light, sets=sets, kg=kg, adapted=why))
            elif line.light and line.pick.form.load > most:
                draft.exchange(line, replace(line, sets=min(line.sets, LIGHT_SETS), adapted=why))
        while draft.lines and draft.load > most:
            heaviest = max(draft.lines, key=lambda line: (line.pick.form.load, not line.main))
            draft.remove(heaviest)

    # R76 and R77

    def _changed(self, line: Line, done: list[Done]) -> Line:
        """The line with the weight or the repetitions that the log has come to."""
        same = of_form(done, line.pick.form.name)
        line = self._begun_anew(line, same)
        if self._sleeps(line):
            return line
        # What went well with less, for pain or after weeks without, says nothing of more; and the
        # first session after it is as it was before.
        sign = None
        if not self._was_eased(line, done[-1]):
            sign = streak(self._last_usual(line, done), line.pick.form.name)
        if sign is None:
            return self._longer(line, same, sign)
        if sign in UP:
            return self._more(line, same, sign)
        return self._fewer(line, same, sign)

    def _last_usual(self, line: Line, done: list[Done]) -> list[Done]:
        """The last sessions that say something of what comes, and were not made less."""
        usual = (each for each in reversed(telling(done)) if not self._was_eased(line, each))
        return list(islice(usual, OVER_SESSIONS))[::-1]

    def _begun_anew(self, line: Line, same: list[Done]) -> Line:
        """After a step of weight the repetitions begin anew, where no phase says their number; and
        after less, for pain or for they were too many, they go on from there.
        """
        last = telling(same)[-1:]
        amount = _asked_amount(last[0], line) if last else None
        if amount is None or line.pick.rules:
            return line
        weighted = line.kg is not None and _is_at(last[0], line.kg)
        eased = self._was_eased(line, last[0])
        less = weighted or (line.kg is None and had_less(same))
        if not (eased or (less and not line.pick.heavy)):
            return line
        stays = last[0].sign in _TOO_MUCH or self._sleeps(line)
        more = line.step if eased else _GROWS_A_WEEK * _unit(line)
        at = amount if stays else amount + more
        if at >= line.at:
            return line
        key = AdaptedKey.WEIGHT_STAYS if weighted else AdaptedKey.REPS_STAY
        return replace(line, at=at, adapted=line.adapted or _why(key))

    def _sleeps(self, line: Line) -> bool:
        """Whether the week, or the line, is an easier one, or the runner has just come back."""
        when = self._when
        morning = self._morning
        back = morning.gap >= AGAIN_DAYS.low or morning.most is not None
        return line.light or when.ramp or not when.build or back

    def _with_form(self, line: Line, done: list[Done]) -> Line:
        """The line in the form that the log has come to: the one above what was mastered in it, the
        one below what was too much.
        """
        if line.light or self._when.ramp or line.pick.form.contacts:
            return line
        seen = {line.pick.form.name}
        while True:
            following = None
            key = AdaptedKey.HARDER_FORM
            sign = self._last_move(line, done)
            if sign in UP:
                following = self._harder(line, done)
            elif sign is not None:
                following = self._easier(line, done, _is_as_good)
                key = AdaptedKey.EASIER_FORM
            elif all(each.work.form != line.pick.form.name for each in done):
                following = self._too_much_already(line, done)
            if following is None or following.pick.form.name in seen:
                return line
            known = any(each.work.form == following.pick.form.name for each in done)
            if not known and (self._sleeps(line) or self._bold is Boldness.DOSES):
                return line
            why = _why(AdaptedKey.FORM_STAYS)
            if sign is not None and not known:
                why = _why(key, sign=sign.value)
            seen.add(following.pick.form.name)
            line = replace(following, adapted=why)

    def _too_much_already(self, line: Line, done: list[Done]) -> Line | None:
        """The form below one that is new, where that was too much the last two times."""
        below = self._easier(line, done, _is_as_good)
        if below is None:
            return None
        sign = streak(of_form(done, below.pick.form.name), below.pick.form.name)
        return None if sign is None or sign in UP else below

    def _last_move(self, line: Line, done: list[Done]) -> Sign | None:
        """What the last two sessions with the form said, where they ask for another form."""
        form = line.pick.form.name
        sign = last_move(done, form)
        if sign is None:
            return None
        same = of_form(done, form)
        if self._owned(line) is None or _last_kg(same) is None:
            return sign
        # With weight it is the weight that moves, until there is none that would do.
        return sign if self._weight_is_spent(line, same, sign) else None

    def _weight_is_spent(self, line: Line, same: list[Done], sign: Sign) -> bool:
        owned, last = self._owned(line), telling(same)[-1]
        assert owned is not None
        lifted = last.kg
        if lifted is None or last.work.asked is None:
            return False
        if sign not in UP:
            return owned.at_most(LESS * lifted, lifted) is None
        if last.sign not in UP:
            return False
        above = owned.above(lifted)
        if above is not None and (rises(above, lifted) or self._reached(line, last, above)):
            return False
        return (last.work.asked.reps or 0) >= self._top(line)

    def _more(self, line: Line, same: list[Done], sign: Sign) -> Line:
        last = telling(same)[-1]
        owned = self._owned(line)
        lifted = last.kg
        if owned is None or lifted is None:
            return self._longer(line, same, sign)
        wanted = owned.above(lifted)
        while wanted is not None and wanted < lifted * (1 + WEIGHT_RISE_MIN):
            wanted = owned.above(wanted)
        if wanted is not None and rises(wanted, lifted):
            return replace(line, kg=wanted, adapted=_why(AdaptedKey.HEAVIER, sign=sign.value))
        if wanted is not None and (reps := self._reached(line, last, wanted)):
            at = min(line.at, reps)
            why = _why(AdaptedKey.HEAVIER, sign=sign.value)
            rir = self._left_at(line, last, wanted, at)
            return replace(line, at=at, rir=rir, kg=wanted, adapted=why)
        return self._longer(line, same, sign)

    def _reached(self, line: Line, last: Done, kg: float) -> int:
        """The repetitions that the estimate gives at a weight; 0 for fewer than the range has."""
        most = _estimate(last)
        if most is None or line.holds:
            return 0
        left = self._least_left(line)
        least = min(line.work.low, self._begun(line).work.low)
        reps = line.at
        while reps >= least and weight_for(most, reps, left) < kg - SAME_KG:
            reps -= 1
        return reps if reps >= least else 0

    def _begun(self, line: Line) -> Line:
        """The line as its form begins."""
        stretch = self._when.stretch
        return dosed_line(self._task.athlete, line.pick, stretch, ramp=0, reached=None)

    def _least_left(self, line: Line) -> int:
        """The repetitions in reserve that the stretch ends with: what one weight for all of it
        keeps back at first is there for the heavier one.
        """
        if line.rir is None:
            return 0
        begun = self._begun(line)
        return line.rir if begun.rir is None else min(line.rir, begun.rir)

    def _left_at(self, line: Line, last: Done, kg: float, reps: int) -> int | None:
        """What the estimate leaves at a weight after so many repetitions, as far as was asked."""
        most = _estimate(last)
        if line.rir is None or most is None:
            return line.rir
        left = int(reps_at(most, kg) + _ROUNDING) - reps
        return max(self._least_left(line), min(line.rir, left))

    def _longer(self, line: Line, same: list[Done], sign: Sign | None) -> Line:
        """A repetition more than the last time, or a step of seconds, as far as it goes; what came
        to it before stays.
        """
        last = telling(same)[-1:]
        amount = _asked_amount(last[0], line) if last else None
        # How much a niggle allows is its own to say.
        if amount is None or line.pick.rules or not went_over(same):
            return line
        if line.kg is not None and not _is_at(last[0], line.kg):
            return line
        most = max(line.at, self._top(line))
        at = min(most, amount if sign is None else amount + _unit(line))
        if at <= line.at:
            return line
        why = _why(AdaptedKey.REPS_STAY)
        if sign is not None and at > amount:
            why = _why(AdaptedKey.MORE_REPS, sign=sign.value)
        elif line.adapted is not None:
            why = line.adapted
        return replace(line, at=at, adapted=why)

    def _top(self, line: Line) -> int:
        if line.pick.heavy:
            return REPS_AT_ONE_WEIGHT
        return most_work(line.pick.form.pattern, holds=line.holds)

    def _fewer(self, line: Line, same: list[Done], sign: Sign) -> Line:
        last = telling(same)[-1]
        owned = self._owned(line)
        if owned is not None and last.kg is not None:
            kg = owned.at_most(LESS * last.kg, last.kg)
            if kg is not None:
                return replace(line, kg=kg, adapted=_why(AdaptedKey.LIGHTER, sign=sign.value))
        amount = _asked_amount(last, line)
        begins = line.adapted is not None and line.adapted.key is AdaptedKey.EASIER_FORM
        if amount is None or begins or line.pick.rules:
            return line
        # Where there is no form below, fewer repetitions, as far as the dose goes down.
        at = max(amount - OVER * _unit(line), self._begun(line).work.low)
        if at >= min(line.at, amount):
            return line
        return replace(line, at=at, adapted=_why(AdaptedKey.FEWER_REPS, sign=sign.value))

    # Weights

    def _owned(self, line: Line) -> Owned | None:
        return self._log.weights.of(line.pick.kit)

    def _with_kg(self, line: Line, done: list[Done]) -> Line:
        return replace(line, kg=self._kg(line, of_form(done, line.pick.form.name)))

    def _kg(self, line: Line, same: list[Done]) -> float | None:
        """The weight for what the line asks, by what was lifted of its form; None where nothing
        was.
        """
        owned = self._owned(line)
        lifted = [each for each in same if each.kg]
        if owned is None or not lifted:
            return None
        full = telling(lifted)
        if not full:
            # What was done in easy weeks alone says little of the full weight.
            return owned.at_most(lifted[-1].kg or 0.0, lifted[-1].kg or 0.0)
        usual = (each for each in reversed(full) if not self._was_eased(line, each))
        base = next(usual, full[-1])
        kg = base.kg or 0.0
        if self._when.build:
            kg = _converted(base, line)
            if not line.pick.heavy:
                kg = max(kg, base.kg or 0.0)
            if kg < (base.kg or 0.0) and self._reached(line, base, base.kg or 0.0) == line.at:
                # What went well enough needs no less weight.
                kg = base.kg or 0.0
        highest = full[-1].kg or kg
        step = owned.above(highest)
        most = max(highest * (1 + WEIGHT_RISE_MAX), highest if step is None else step)
        kg = min(kg, most)
        if line.light:
            kg *= LIGHT_WEIGHT
        return owned.at_most(kg, highest)

    def _was_eased(self, line: Line, done: Done) -> bool:
        return self._log.was_eased(line.pick.exercise.id, line.pick.form, done)

    # Forms

    def _harder(self, line: Line, done: list[Done]) -> Line | None:
        """The next form of the line's exercise, as it begins or as far as it has come."""
        pick = line.pick.harder
        # What a niggle changes is not made harder beside that.
        if pick is None or line.pick.rules or pick.rules:
            return None
        return self._dosed(pick, line, done)

    def _easier(
        self, line: Line, done: list[Done], is_like: Callable[[Rung, Line], bool]
    ) -> Line | None:
        """The form below that is so much like it; None where there is none."""
        below: Rung | None = None
        for skill in self._task.skills.on(self._planned.slot.day).skills:
            if skill.exercise.id != line.pick.exercise.id:
                continue
            for rung in skill.rungs:
                if rung.form.name == line.pick.form.name:
                    break
                if is_like(rung, line):
                    below = rung
        if below is None:
            return None
        pick = Pick(
            exercise=line.pick.exercise,
            form=below.form,
            kit=below.kit,
            heavy=below.heavy,
            harder=line.pick,
            first_line=below.first_line,
            rules=below.rules,
        )
        return self._dosed(pick, line, done)

    def _dosed(self, pick: Pick, line: Line, done: list[Done]) -> Line:
        """Another form in the place of a line: as many sets, and from what was asked of it last, or
        from its own beginning, a step a week.
        """
        stretch = self._when.stretch
        dosed = dosed_line(self._task.athlete, pick, stretch, ramp=0, reached=None)
        first = [each for each in done if each.work.form == pick.form.name][:1]
        same = telling(of_form(done, pick.form.name))
        # In an easier week nothing grows.
        day = same[-1].session.date if same and self._sleeps(line) else self._morning.day
        weeks = (day - first[0].session.date).days // 7 if first else 0
        begun = self._on_from(at_step(dosed, min(weeks, stretch.steps - 1), ramp=0), same)
        if line.light:
            begun = light_line(begun) or begun
        rir = begun.rir
        if rir is not None:
            rir = max(rir + DELOAD_RIR * self._when.deload, line.rir or 0)
        return replace(begun, sets=line.sets, rest_s=max(begun.rest_s, line.rest_s), rir=rir)

    def _on_from(self, line: Line, same: list[Done]) -> Line:
        """The line, which no phase doses, a step above what was asked of its form last."""
        amount = _asked_amount(same[-1], line) if same else None
        if amount is None or line.pick.heavy or line.pick.rules:
            return line
        last = same[-1]
        this_week = last.session.date >= self._when.starts
        stays = this_week or last.sign in _TOO_MUCH or self._sleeps(line)
        at = amount if stays else min(amount + line.step, max(amount, line.work.high))
        return replace(line, at=max(at, line.work.low))


def _down_to(line: Line, least: int) -> Iterator[Line]:
    """The line, and the same with ever fewer repetitions, but more than `least`."""
    yield line
    why = line.adapted
    if why is not None and why.key is AdaptedKey.MORE_REPS:
        why = _why(AdaptedKey.REPS_STAY)
    for at in range(line.at - _unit(line), least, -_unit(line)):
        yield replace(line, at=at, adapted=why)


def _shorter(line: Line) -> Iterator[Line]:
    """The line in another form, and the same a little shorter, and then with ever fewer sets."""
    begins = line.adapted is not None and line.adapted.key is AdaptedKey.HARDER_FORM
    fewest = line.sets if begins else 1
    least = max(line.work.low, line.at - _GROWS_A_WEEK * _unit(line))
    for sets in range(line.sets, fewest - 1, -1):
        yield from _down_to(replace(line, sets=sets), least - 1)


def _unit(line: Line) -> int:
    """A repetition, or the seconds that a hold grows by."""
    return HOLD_STEP_S if line.holds else 1


def _asked_amount(done: Done, line: Line) -> int | None:
    """The repetitions, or seconds, that were asked of the line's form; None where nobody knows."""
    asked = done.work.asked
    if asked is None:
        return None
    return asked.hold_s if line.holds else asked.reps


def _amount(done: Done, line: Line) -> int | None:
    """Those that were done, the fewest of a set; where none were, those asked; None for neither."""
    asked = _asked_amount(done, line)
    return min(done.work.hold_s if line.holds else done.work.reps, default=asked or 0) or None


def _same_dose(one: Line, other: Line) -> bool:
    """Whether they are the same form with the same sets, amount and weight."""
    same_form = one.pick.form.name == other.pick.form.name
    return same_form and (one.sets, one.at, one.kg) == (other.sets, other.at, other.kg)


def _is_like(rung: Rung, line: Line) -> bool:
    """Whether an easier form does the same job."""
    form = line.pick.form
    return rung.form.pattern is form.pattern and rung.form.knee is form.knee


def _is_as_good(rung: Rung, line: Line) -> bool:
    """Whether it serves all that a week may have the line for, too (R03, R08)."""
    form = line.pick.form
    sides = rung.form.per_side or not form.per_side
    weight = with_weight(rung.kit) or not with_weight(line.pick.kit)
    of_calves = form.pattern is not Pattern.CALF or (sides and weight)
    return _is_like(rung, line) and rung.needs >= served(form) and of_calves


def _is_at(done: Done, kg: float) -> bool:
    return done.kg is not None and abs(done.kg - kg) <= SAME_KG


def _why(key: AdaptedKey, **facts: object) -> Adapted:
    return Adapted(rule=ADAPTED_BY[key], key=key, facts=facts)


def _last_kg(done: list[Done]) -> float | None:
    """What was lifted last."""
    return next((each.kg for each in reversed(done) if each.kg), None)


def _estimate(done: Done) -> float | None:
    """The weight that could have been lifted once; None where nothing was lifted. Where nobody said
    how many repetitions were left, it was as many as asked.
    """
    asked, left = done.work.asked, done.work.left
    if left is None and asked is not None:
        left = asked.left
    return best_estimate(done.work, left or 0)


def _converted(base: Done, line: Line) -> float:
    """The weight that is to the line's repetitions what was lifted to those that were asked."""
    kg = base.kg or 0.0
    asked = base.work.asked
    if line.holds:
        return kg
    reps = asked.reps if asked is not None else (base.work.reps or (None,))[-1]
    if reps is None:
        return kg
    left = asked.left if asked is not None else base.work.left
    wanted = line.rir or 0
    had = reps + min(left if left is not None else wanted, MOST_LEFT)
    # A repetition or two more a week at one weight is how it grows.
    if 0 <= line.at + wanted - had <= _GROWS_A_WEEK:
        return kg
    return weight_for(estimated_max(kg, had, 0), line.at, wanted)


_TOO_MUCH = frozenset({Sign.UNDER, Sign.LESS_LEFT})
_GROWS_A_WEEK = 2
_ROUNDING = 0.1
"""Of a repetition: weights are rounded."""
