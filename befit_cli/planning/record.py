"""What the log says of an exercise on the morning of a session."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple, TypeVar

from befit_cli.evidence.dose import HOLD_STEP_S, OTHER_REPS
from befit_cli.evidence.joints import niggles_at
from befit_cli.evidence.load import LIGHT_RIR, LIGHT_SETS, can_be_light
from befit_cli.evidence.progress import (
    AGAIN_DAYS,
    DOWN,
    EASED_DAYS,
    EASED_WEEK_DAYS,
    EASED_WEEK_FROM,
    LIGHT_WEIGHT,
    LOGGED_WITHIN_DAYS,
    MOST_LEFT,
    OVER,
    OVER_SESSIONS,
    REMEMBERED_DAYS,
    RESTART_WEEK_DAYS,
    UP,
    Sign,
)
from befit_cli.planning.draft import Line
from befit_cli.planning.pain import Pain, Pains, eased_for, is_sore
from befit_cli.values import (
    SAME_KG,
    Catalogue,
    Exercise,
    Form,
    History,
    Off,
    Pattern,
    Season,
    SessionLog,
    TimeAway,
    Weights,
    Work,
    monday_of,
)

_DAYS_OF_A_WEEK = 8
"""More days than a week has: no gap before them eases anything."""


class Done(NamedTuple):
    """A form of an exercise as it was done in one session."""

    session: SessionLog
    work: Work
    light: bool
    """Whether it was light work."""
    eased: bool
    """Whether its week was one of a block's easier ones: then it says nothing of what comes."""
    kg: float | None
    """What was lifted in the last set."""
    sign: Sign | None
    """How it went beside what was asked; None where it went as asked, or nobody knows."""


class Return(NamedTuple):
    """A session after days without training."""

    day: date
    days: int
    """How many they were."""


def _sign(work: Work, kg: float | None) -> Sign | None:
    asked = work.asked
    if asked is None:
        return None
    more = 0.0
    if asked.reps is not None and work.reps:
        more = work.reps[-1] - asked.reps
    elif asked.hold_s is not None and work.hold_s:
        more = (work.hold_s[-1] - asked.hold_s) / HOLD_STEP_S
    left = 0
    if work.left is not None and asked.left is not None:
        left = min(work.left, MOST_LEFT) - asked.left
    if asked.kg is not None and kg is not None and kg < asked.kg - SAME_KG:
        # With less weight than asked nobody can tell.
        return None
    if more >= OVER and left > -OVER and work.sets >= asked.sets:
        return Sign.OVER
    if more <= -OVER:
        return Sign.UNDER
    if left >= OVER:
        return Sign.MORE_LEFT
    return Sign.LESS_LEFT if left <= -OVER and more < OVER else None


class Log:
    """A runner's log beside the block that they are in."""

    def __init__(
        self,
        history: History,
        weights: Weights,
        today: date,
        season: Season,
        catalogue: Catalogue,
    ) -> None:
        self.history = history
        self.weights = weights
        self._catalogue = catalogue
        self.today = today
        self._season = season
        self._eased = {when.number for when in season if when.ramp or not when.build}
        sessions = sorted(history.sessions, key=lambda session: session.date)
        # What is asked of a session of the block is as old as what it remembers, and what that
        # remembered.
        oldest = season.starts - timedelta(days=2 * REMEMBERED_DAYS)
        older = bisect_left(sessions, oldest, key=lambda session: session.date)
        self._sessions = sessions[older:]
        hurt_before = {joint for session in sessions[:older] for joint in session.pain}
        self._entered = [session.date for session in sessions]
        trained = [session for session in sessions if any(session.did.values())]
        self._days = sorted({session.date for session in trained})
        self._pains = Pains(self._sessions, catalogue, hurt_before)
        self._were_eased: dict[tuple[str, str, date], bool] = {}
        self._by_exercise = self._remember(trained)

    def _remember(self, trained: Iterable[SessionLog]) -> dict[str, list[Done]]:
        """Under its id all of an exercise that a session of the block may remember."""
        by_exercise: dict[str, list[Done]] = {}
        usual: dict[tuple[str, str], float] = {}
        oldest = self._season.starts - timedelta(days=REMEMBERED_DAYS)
        for session in trained:
            eased = self._is_eased(session)
            kept = session.date >= oldest
            for id_, works in session.did.items():
                for work in works:
                    # Of what is older nothing tells but its weight.
                    if not (work.reps or work.hold_s) or not (kept or work.kg):
                        continue
                    kg = work.kg[-1] if work.kg else None
                    light = _is_light(work, usual.get((id_, work.form)))
                    light = light and self._may_be_light(id_, work)
                    if kept:
                        done = Done(session, work, light, eased, kg, _sign(work, kg))
                        by_exercise.setdefault(id_, []).append(done)
                    if kg is not None and not (light or eased):
                        usual[id_, work.form] = kg
        return by_exercise

    def done(self, id_: str, day: date) -> list[Done]:
        """All of an exercise before that day, in the order in which it was done."""
        every = self._by_exercise.get(id_, [])
        return _remembered(every, day, lambda done: done.session.date)

    def trained(self, day: date) -> list[date]:
        """The days before that day on which something was done."""
        return self._days[: bisect_left(self._days, day)]

    def lacks(self, id_: str, form: str, *, since: date, until: date) -> bool:
        """Whether nothing of a form was done from one day on, though the log was kept up to another
        that is past.
        """
        if until > self.today or not self.counts(until):
            return False
        done = of_form(self._by_exercise.get(id_, []), form)
        return all(each.session.date < since for each in done)

    def is_done(self, day: date) -> bool:
        """Whether something was done on that day."""
        return day in self._days

    def counts(self, day: date) -> bool:
        """Whether an entry came in the four weeks before that day, so that what is not logged was
        not done.
        """
        return _is_kept(self._entered, self.history.away, day)

    def last_entry(self, day: date) -> date | None:
        """The day of the last entry before that day; None where there is none."""
        dates = [session.date for session in self.history.sessions if session.date < day]
        for away in self.history.away:
            if away.first < day:
                dates.append(away.first if away.last is None else min(away.last, day))
        return max(dates, default=None)

    def pains(self, id_: str, form: Form, day: date) -> list[Pain]:
        """What hurt at an exercise before that day, by itself or as a joint that it loads; and how
        little, 0 where nobody says it, in sessions that had it or loaded that joint.
        """
        return _remembered(self._pains.of_form(id_, form), day, lambda pain: pain.day)

    def sore(self) -> list[tuple[Exercise, Form | None]]:
        """R63: the exercises that have hurt for weeks, as it is known today, each with the form
        that was done last; None for one that nobody knows.
        """
        tomorrow = self.today + timedelta(days=1)
        sore = []
        for exercise in self._catalogue.exercises:
            every = self._pains.of_exercise(exercise.id)
            if is_sore(_remembered(every, tomorrow, lambda pain: pain.day), self.today):
                done = self.done(exercise.id, tomorrow)
                name = done[-1].work.form if done else ""
                sore.append((exercise, self._catalogue.form(exercise.id, name)))
        return sore

    def sore_joints(self) -> list[str]:
        """R63: the joints that have hurt for weeks, as it is known today, whatever loaded them."""
        tomorrow = self.today + timedelta(days=1)
        sore = []
        for joint in sorted({joint for session in self._sessions for joint in session.pain}):
            every = _remembered(self._pains.of_joint(joint), tomorrow, lambda pain: pain.day)
            if niggles_at(joint) and is_sore(every, self.today):
                sore.append(joint)
        return sore

    def hurts_to_land(self, day: date) -> bool:
        """R24: whether something hurts so that day that landings are less for it: what lands or
        calf work, which each landing is too, by itself or as a joint that it loads.
        """
        for exercise in self._catalogue.exercises:
            for form in exercise.ladder:
                lands = form.contacts > 0 or form.pattern is Pattern.CALF
                if lands and eased_for(self.pains(exercise.id, form, day)) is not None:
                    return True
        return False

    def _may_be_light(self, id_: str, work: Work) -> bool:
        """Whether there is a light version of the form; of one that nobody knows there may be."""
        form = self._catalogue.form(id_, work.form)
        return form is None or can_be_light(form)

    def illness_over(self, day: date) -> date | None:
        """The last day of the last illness that was over before that day; None without one."""
        ends = []
        for away in self.history.away:
            last = away.last or away.first
            if away.why is Off.ILL and last < day:
                ends.append(last)
        return max(ends, default=None)

    def was_eased(self, id_: str, form: Form, done: Done) -> bool:
        """Whether what was done then was less for pain, or after days without training."""
        day = done.session.date
        key = id_, form.name, day
        known = self._were_eased.get(key)
        if known is None:
            hurt = eased_for(self.pains(id_, form, day)) is not None
            known = self._were_eased[key] = hurt or self.came_back_to(done)
        return known

    def came_back_to(self, done: Done) -> bool:
        """Whether what was done then was less after days without training (R73, R74)."""
        return self.gap(done.session.date) >= EASED_DAYS.low

    def gap(self, day: date, ahead: Iterable[date] = ()) -> int:
        """How many days without training ease the session of a day: those before it, or those
        before a session of the week before it, where they were many; 0 for none. What is `ahead`
        before it is taken to be done.
        """
        dates = [*self.days(day, ahead)[-_DAYS_OF_A_WEEK:], day]
        # The last gap has the say.
        for after, before in pairwise(reversed(dates)):
            days = (after - before).days
            eases = after == day or (day - after).days < _eased_for(days)
            if eases and days >= AGAIN_DAYS.low:
                return days
        return 0

    def came_back(
        self, day: date, ahead: Iterable[date] = (), least: int = EASED_DAYS.low
    ) -> Return | None:
        """The last time up to that day that something was done after `least` days without training
        or more, as many as ease it (R73); None where there is none. What is `ahead` before it is
        taken to be done.
        """
        dates = [*self.days(day, ahead), day]
        for after, before in pairwise(reversed(dates)):
            days = (after - before).days
            if days >= least:
                return Return(after, days)
        return None

    def days(self, day: date, ahead: Iterable[date]) -> list[date]:
        """The days before that one on which something was done, and from the first on that is
        `ahead` those that are.
        """
        before = [other for other in ahead if other < day]
        return [*self.trained(min([*before, day])), *before]

    def _is_eased(self, session: SessionLog) -> bool:
        plan = session.plan
        return plan is not None and plan.began == self._season.starts and plan.week in self._eased


def _is_kept(entered: Sequence[date], away: Iterable[TimeAway], day: date) -> bool:
    """Whether an entry came in the four weeks before that day: a session, whose days `entered` has
    in their order, or time away.
    """
    first = day - timedelta(days=LOGGED_WITHIN_DAYS)
    if bisect_left(entered, first) < bisect_left(entered, day):
        return True
    return any(time.first < day and (time.last is None or time.last >= first) for time in away)


def missed_weeks(history: History, began: date, today: date) -> frozenset[date]:
    """R78: the Mondays of the weeks that are over and in which nothing was done, of a block whose
    first Monday was `began`; from the week of its first entry on.

    Each week is judged by what was known on its last evening, and by what was logged for it later:
    so a block that went on without a log does not wait once there is one again.
    """
    entries = [session.date for session in history.sessions if session.date >= began]
    for away in history.away:
        if away.last is None or away.last >= began:
            entries.append(max(away.first, began))
    trained = [session for session in history.sessions if session.works]
    done = {monday_of(session.date) for session in trained}
    # What was done on a day of another week is that of its own all the same.
    places = [session.plan for session in trained if session.plan is not None]
    numbers = {place.week for place in places if place.began == began}
    entered = sorted([session.date for session in history.sessions])
    missed = set()
    monday = monday_of(min(entries, default=today))
    while (over := monday + timedelta(weeks=1)) <= today:
        number = (over - began).days // 7
        if monday not in done and number not in numbers and _is_kept(entered, history.away, over):
            missed.add(monday)
        monday = over
    return frozenset(missed)


def _eased_for(days: int) -> int:
    """For how many days so many without training make sessions less; 0 for the first alone."""
    if days > EASED_DAYS.high:
        return RESTART_WEEK_DAYS
    return EASED_WEEK_DAYS if days >= EASED_WEEK_FROM else 0


_One = TypeVar("_One")


def _remembered(every: list[_One], day: date, on: Callable[[_One], date]) -> list[_One]:
    """Those of the half year before a day."""
    first = bisect_left(every, day - timedelta(days=REMEMBERED_DAYS), key=on)
    return every[first : bisect_left(every, day, key=on)]


def _is_light(work: Work, usual_kg: float | None) -> bool:
    """Whether work was light, beside the weight that its form usually has: a log says how much was
    asked, and heavy work that begins a stretch asks as little.
    """
    asked = work.asked
    if asked is None or asked.left is None or asked.left < LIGHT_RIR or asked.sets > LIGHT_SETS:
        return False
    if not work.kg:
        return asked.hold_s is not None or (asked.reps or 0) >= OTHER_REPS.low
    return usual_kg is not None and work.kg[-1] <= (1 + LIGHT_WEIGHT) / 2 * usual_kg


def of_form(done: Sequence[Done], form: str) -> list[Done]:
    """What was done of that form: what names none was the one that was planned."""
    return [each for each in done if each.work.form in (form, "")]


def asked_amount(done: Done, line: Line) -> int | None:
    """The repetitions, or seconds, that were asked of the line's form; None where nobody knows."""
    asked = done.work.asked
    if asked is None:
        return None
    return asked.hold_s if line.holds else asked.reps


def amount_done(done: Done, line: Line) -> int | None:
    """Those that were done, the fewest of a set; where none were, those asked; None for neither."""
    asked = asked_amount(done, line)
    return min(done.work.hold_s if line.holds else done.work.reps, default=asked or 0) or None


def last_kg(done: Sequence[Done]) -> float | None:
    """What was lifted last."""
    return next((each.kg for each in reversed(done) if each.kg), None)


def is_at(done: Done, kg: float) -> bool:
    """Whether that weight was lifted."""
    return done.kg is not None and abs(done.kg - kg) <= SAME_KG


def telling(done: Sequence[Done]) -> list[Done]:
    """What says something of what comes: neither light nor of an easier week."""
    return [each for each in done if not (each.light or each.eased)]


def last_telling(done: Sequence[Done]) -> Done | None:
    """The last that says something of what comes; None where nothing does."""
    return next(reversed(telling(done)), None)


def streak(done: Sequence[Done], form: str) -> Sign | None:
    """R76 and R77: what the last sessions of an exercise have in common, where all were that form
    with one weight; None where they have nothing.
    """
    last = telling(done)[-OVER_SESSIONS:]
    if len(of_form(last, form)) < OVER_SESSIONS:
        return None
    return _common(*last)


def last_move(done: Sequence[Done], form: str) -> Sign | None:
    """R76 and R77: what the last two sessions running with that form have in common that have
    anything; None where none have.
    """
    named = [each for each in telling(done) if each.work.form == form]
    for after, before in pairwise(reversed(named)):
        sign = _common(before, after)
        if sign is not None:
            return sign
    return None


def went_over(same: Sequence[Done]) -> bool:
    """R76: whether two sessions running asked for more at the weight that was lifted last."""
    for before, after in pairwise(reversed(telling(same))):
        if not _same_weight(before, after):
            return False
        if _common(after, before) in UP:
            return True
    return False


def had_less(same: Sequence[Done]) -> bool:
    """R77: whether two sessions running ever asked for less."""
    return any(_common(before, after) in DOWN for before, after in pairwise(telling(same)))


def _common(before: Done, after: Done) -> Sign | None:
    first, sign = before.sign, after.sign
    if first is None or sign is None or not _same_weight(before, after):
        return None
    return sign if (first in UP) == (sign in UP) else None


def _same_weight(before: Done, after: Done) -> bool:
    if before.kg is None or after.kg is None:
        return before.kg is after.kg
    return abs(before.kg - after.kg) <= SAME_KG
