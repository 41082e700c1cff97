"""What hurt in the sessions of a log, and whether it still asks for less (R70 and R71)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from befit_cli.evidence.joints import niggles_at
from befit_cli.evidence.progress import (
    LEFT_OUT_DAYS,
    LEFT_OUT_TIMES,
    LOGGED_WITHIN_DAYS,
    PAIN_EASED,
    PAIN_GOES_ON_TO,
    PAIN_STOPS_ABOVE,
    SORE_DAYS,
    loads,
)
from befit_cli.values import Catalogue, Form, Load, SessionLog


class Pain(NamedTuple):
    """What hurt in one session."""

    day: date
    pain: int
    worse: bool
    """Whether it was worse the next morning."""
    done: bool
    """Whether an exercise itself was done, and not only what loads the same joint."""

    @property
    def bad(self) -> bool:
        """Whether it asks for less (R71)."""
        return self.worse or self.pain > PAIN_GOES_ON_TO

    @property
    def stops(self) -> bool:
        """Whether it asks to leave the exercise out (R70)."""
        return self.worse or self.pain > PAIN_STOPS_ABOVE


class Pains:
    """What hurt in the sessions of a log, which come by date: of a form, an exercise or a joint;
    and how little, 0 where nobody says it, whenever it was tried.
    """

    def __init__(
        self,
        sessions: Iterable[SessionLog],
        catalogue: Catalogue,
        hurt_before: Collection[str] = (),
    ) -> None:
        self._sessions = tuple(sessions)
        self._catalogue = catalogue
        self._hurt_before = hurt_before
        self._of_forms: dict[tuple[str, str], list[Pain]] = {}

    def of_form(self, id_: str, form: Form) -> list[Pain]:
        """What hurt at a form of the exercise, by itself or as a joint that it loads."""
        key = id_, form.name
        if key not in self._of_forms:
            self._of_forms[key] = self._all_of_form(id_, form)
        return self._of_forms[key]

    def of_exercise(self, id_: str) -> list[Pain]:
        """What hurt at the exercise by itself, whichever form of it was done."""
        pains = []
        for session in self._sessions:
            if works := session.did.get(id_):
                pain = max([work.pain or 0 for work in works])
                worse = session.worse_next_morning and pain > 0
                pains.append(Pain(session.date, pain, worse, done=True))
        return pains

    def of_joint(self, joint: str) -> list[Pain]:
        """What hurt at the joint, whatever loaded it."""
        pains = []
        for session in self._sessions:
            pain = session.pain.get(joint, 0)
            felt = Pain(session.date, pain, session.worse_next_morning and pain > 0, done=False)
            if felt.bad or self._loaded(session, joint):
                pains.append(felt)
        return pains

    def of_nothing_named(self) -> list[Pain]:
        """What was worse the next morning where nobody says what hurt: then all may have that was
        more than low load.
        """
        pains = []
        for session in self._sessions:
            worse = session.worse_next_morning and not _hurts(session)
            if worse or self._is_more_than_low(session):
                pains.append(Pain(session.date, 0, worse, done=False))
        return pains

    def _all_of_form(self, id_: str, form: Form) -> list[Pain]:
        pains = []
        hurt_joints = {joint for joint in self._hurt_before if _loads(form, joint)}
        for session in self._sessions:
            works = session.did.get(id_, ())
            joints = {joint for joint in session.pain if _loads(form, joint)}
            # 1. What hurt: the exercise itself, and each joint that it loads.
            felt = [work.pain for work in works if work.pain is not None]
            felt += [session.pain[joint] for joint in joints]
            pain = max(felt, default=0)
            # 2. What was worse the next morning was what hurt; where nobody says what did, it may
            #    have been all that is more than low load.
            worse = session.worse_next_morning and (
                pain > 0 or (form.load is not Load.LOW and not _hurts(session))
            )
            told = Pain(session.date, pain, worse, done=bool(works))
            # 3. It tells of the form where the exercise was done, or something else that loads a
            #    joint that hurt before; of a joint that hurts now, only where it was bad: that it
            #    was fine without being loaded says nothing.
            loaded = any(self._loaded(session, joint) for joint in hurt_joints)
            if works or loaded or (felt and told.bad):
                pains.append(told)
            hurt_joints |= joints
        return pains

    def _loaded(self, session: SessionLog, joint: str) -> bool:
        """Whether something was done in the session that the catalogue marks for the joint."""
        for id_, works in session.did.items():
            exercise = self._catalogue.by_id.get(id_)
            names = {work.form for work in works if work.sets}
            for form in exercise.ladder if exercise is not None else ():
                if form.name in names and _loads(form, joint):
                    return True
        return False

    def _is_more_than_low(self, session: SessionLog) -> bool:
        """Whether something was done in the session that is of more than low load, or of which
        nobody knows.
        """
        for id_, works in session.did.items():
            for work in works:
                form = self._catalogue.form(id_, work.form)
                if form is None or form.load is not Load.LOW:
                    return True
        return False


def back_from(pains: Sequence[Pain], day: date) -> date | None:
    """R70: the first day on which what hurt too much, and is left out that day, comes back; None
    where it is not left out. Only the exercise itself, done again with less pain, brings it back
    sooner.
    """
    for pain in reversed(pains):
        if pain.stops and (day - pain.day).days <= LEFT_OUT_DAYS:
            return pain.day + timedelta(days=LEFT_OUT_DAYS + 1)
        if pain.done:
            return None
    return None


def stops_often(pains: Sequence[Pain], day: date) -> bool:
    """R63: whether it hurt so much that it was left out, again and again in the four weeks before
    that day.
    """
    since = day - timedelta(days=LOGGED_WITHIN_DAYS)
    return sum(pain.stops and pain.day >= since for pain in pains) >= LEFT_OUT_TIMES


def eased_for(pains: Sequence[Pain]) -> Pain | None:
    """R71: the pain for which an exercise is done with less, None where it was little often enough
    since, or never bad.
    """
    return next((pain for pain in reversed(pains[-PAIN_EASED:]) if pain.bad), None)


def is_sore(pains: Sequence[Pain], day: date) -> bool:
    """R63: whether it has hurt over 3 each time for weeks, up to that day; what nobody tried for
    four weeks says nothing.
    """
    days = [day]
    for pain in reversed(pains):
        if pain.pain <= PAIN_GOES_ON_TO or (days[-1] - pain.day).days > LOGGED_WITHIN_DAYS:
            break
        days.append(pain.day)
    hurt = days[1:]
    return bool(hurt) and (hurt[0] - hurt[-1]).days >= SORE_DAYS


def _loads(form: Form, joint: str) -> bool:
    """Whether the catalogue marks the form for a niggle of the joint, and not only as its help."""
    rules = [form.niggles.get(niggle) for niggle in niggles_at(joint)]
    return any(rule is not None and loads(rule.act, form.pattern) for rule in rules)


def _hurts(session: SessionLog) -> bool:
    """Whether anything is said to have hurt in a session."""
    pains = [work.pain or 0 for works in session.did.values() for work in works]
    return any([*pains, *session.pain.values()])
