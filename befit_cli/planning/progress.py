"""What was done -> what comes: the sessions of a week as the log changes them (R70 to R78).

Each session is planned from what was known on its morning. For one that is still to come that is
today, and the sessions before it count as if they were done: so a gap is told at the first of them,
and not at all that follow; days off that are to come are a gap as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from math import inf

from msgspec.structs import replace

from befit_cli.evidence.joints import niggles_at
from befit_cli.evidence.progress import (
    AFTER_ILLNESS,
    EASED_WEEK_FROM,
    comes_back,
    is_less_for_pain,
    left_out_forms,
    takes_away,
)
from befit_cli.planning.adapted_session import AdaptedSession, Boldness
from befit_cli.planning.deload import no_more_than
from befit_cli.planning.draft import Draft, Drafts, Line, week_lines, week_sets
from befit_cli.planning.morning import Morning
from befit_cli.planning.record import Log, of_form
from befit_cli.planning.restart import restart_before
from befit_cli.planning.task import Task, must_cover
from befit_cli.planning.weeks_back import first_back, restarted
from befit_cli.values import (
    Athlete,
    Facts,
    Load,
    Note,
    NoteKey,
    Scope,
    SeasonWeek,
    monday_of,
)


class Progress:
    """The weeks of a block as the log changes them, one after the other."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._ahead: dict[date, frozenset[str]] = {}
        """The days that are taken to be done, each with the ids of what is usual work then."""
        self._asks: int | None = None
        self._tells: int | None = None
        self._most = inf
        """The sets of a session of the last week that was looked at, in the mean, where the log
        took work out of it.
        """
        self._had: dict[int, dict[str, Line]] = {}
        """Under their numbers the forms that the weeks have of which sessions are still to come,
        each with its most work.
        """
        self._back = 0
        """The days without training for which the last session that was looked at was of a first
        week back; 0 for none.
        """

    def looks_at(self, when: SeasonWeek) -> bool:
        """Whether other weeks need to know what the log makes of the week: those that follow it, or
        an easier one that is next.
        """
        leads = when.number < when.of and not when.season[when.number].build
        return leads or self.begins(when)

    def was_done(self, days: Sequence[date]) -> bool:
        """Whether something was done in the week of these days, or is still to come on one of them;
        true where nobody knows.
        """
        monday = monday_of(days[0])
        following = monday + timedelta(weeks=1)
        if any(self._is_to_come(day) for day in days) or not self._log.counts(following):
            return True
        return any(monday <= day for day in self._log.trained(following))

    def tells_days_without(self, last: date, day: date) -> bool:
        """Whether the log tells how many days without training there are before a session: by what
        was done up to the `last` one before it, or is taken to be.
        """
        # One that is still to come is taken to be done where the log is kept.
        known = self._log.today + timedelta(weeks=1) if self._is_to_come(last) else day
        return last < day and self._log.counts(known) and bool(self._log.trained(known))

    def begins(self, when: SeasonWeek) -> bool:
        """Whether sessions of the week are still to come: those that follow count them as done."""
        return when.starts + timedelta(days=6) >= self._log.today

    def versions(
        self, task: Task, drafts: Drafts, when: SeasonWeek
    ) -> Iterator[tuple[Drafts, tuple[Note, ...]]]:
        """The week's sessions as the log has them, with what it says beside them; then without
        new forms, and then with no more than the weights.
        """
        drafts, mornings, back = self._begun(task, drafts, when)
        for bold in Boldness:
            adapted = []
            left_out: dict[str, date] = {}
            new: set[str] = set()
            offers = often = False
            for draft, morning in zip(drafts, mornings, strict=True):
                if morning is None:
                    adapted.append(draft)
                    continue
                session = AdaptedSession(draft, morning, bold, new)
                adapted.append(session.adapted())
                left_out |= session.left_out
                offers |= session.offers_niggle
                often |= session.hurts_often
            notes = _left_out_notes(left_out, offers=offers, often=often)
            sore = self._sore_note(task.athlete, mornings, when)
            self._remember(adapted, left_out, when)
            yield adapted, (*back, *notes, *sore, *self._unknown_note(mornings, when))

    def what_grows(
        self, notes: Iterable[Note], drafts: Drafts, more: Iterable[Note], when: SeasonWeek
    ) -> Iterator[Note]:
        """The notes, none of which says how much heavier an exercise begins that says its weight,
        or that is less, left out or another form by the log; and nothing of it to who has just come
        back. What the stretch before had, and the runner left undone, begins with a new weight.
        """
        lines = list(week_lines(drafts))
        back = not lines or any(comes_back(line.adapted) for line in lines)
        known = set(left_out_forms(more))
        ids = {}
        for line in lines:
            ids[line.pick.form.name] = line.pick.exercise.id
            if is_less_for_pain(line.adapted) or line.kg is not None:
                known.add(line.pick.form.name)
        for line in lines:
            if line.adapted is not None:
                ladder = {form.name for form in line.pick.exercise.ladder}
                known |= ladder.difference(ids)
        for note in notes:
            if note.key is not NoteKey.HEAVIER:
                yield note
                continue
            if back:
                continue
            since, until = _weeks_before(when, note.facts["week"])
            lacks = partial(self._log.lacks, since=since, until=until)
            forms = [form for form in note.facts["forms"] if form not in known]
            undone = [form for form in forms if form in ids and lacks(ids[form], form)]
            done = [form for form in forms if form not in undone]
            if done:
                yield replace(note, facts={**note.facts, "forms": done})
            if undone:
                yield replace(note, key=NoteKey.NOT_DONE, facts={"forms": undone})

    def pass_by(self, task: Task, drafts: Drafts, when: SeasonWeek) -> None:
        """Take the sessions of a week that nobody asks for to be done."""
        adapted = []
        left_out: dict[str, date] = {}
        new: set[str] = set()
        drafts, mornings, _back = self._begun(task, drafts, when)
        for draft, morning in zip(drafts, mornings, strict=True):
            if morning is not None:
                session = AdaptedSession(draft, morning, Boldness.FORMS, new)
                adapted.append(session.adapted())
                left_out |= session.left_out
        self._remember(adapted, left_out, when)

    def _begun(
        self, task: Task, drafts: Drafts, when: SeasonWeek
    ) -> tuple[Drafts, list[Morning | None], tuple[Note, ...]]:
        """The week as it begins by the log, the mornings of its sessions, None for one that has
        nothing, and what the first weeks back say.
        """
        drafts = self._eased(task, drafts, when)
        mornings = [self._morning(task, draft, when) if draft.lines else None for draft in drafts]
        drafts, back = first_back(drafts, mornings)
        drafts, waiting = restarted(drafts, mornings)
        return drafts, mornings, (*back, *waiting)

    def had_before(self, lines: Collection[Line], when: SeasonWeek) -> set[str] | None:
        """The forms that the weeks of the stretch before that one have: of one that is past and not
        asked for, those of the lines that were done in it. None where nobody knows.
        """
        if not self._log.counts(when.stretch_begins):
            return None
        had: set[str] = set()
        for number in range(when.stretch.first, when.number):
            if number in self._had:
                had.update(self._had[number])
            else:
                had |= self._done_in(lines, when.starts - timedelta(weeks=when.number - number))
        return had

    def _done_in(self, lines: Iterable[Line], monday: date) -> set[str]:
        """The forms of the lines that were done in that week."""
        found = set()
        for line in lines:
            form = line.pick.form.name
            done = self._log.done(line.pick.exercise.id, monday + timedelta(weeks=1))
            if any(each.session.date >= monday for each in of_form(done, form)):
                found.add(form)
        return found

    def _remember(self, adapted: Drafts, left_out: Collection[str], when: SeasonWeek) -> None:
        """Remember which forms the week has, and how many sets a session, where the log took work
        out of it.
        """
        by_work = sorted(week_lines(adapted), key=lambda line: (line.sets, line.at))
        self._had[when.number] = {line.pick.form.name: line for line in by_work}
        sets = week_sets(adapted)
        less = bool(left_out) or any(takes_away(line.adapted) for line in week_lines(adapted))
        self._most = sets / _sessions(adapted) if less and sets else inf

    def _eased(self, task: Task, drafts: Drafts, when: SeasonWeek) -> Drafts:
        """The week; an easier one with no more sets a session than what the log left of the week
        before it: who comes back does no more in the week after it, and a session that an illness
        took from that makes none of this one shorter.
        """
        if when.build:
            return drafts
        most = self._most * max(1, _sessions(drafts))
        return no_more_than(drafts, most, when, covers=must_cover(task.athlete))

    def _unknown_note(
        self, mornings: Sequence[Morning | None], when: SeasonWeek
    ) -> tuple[Note, ...]:
        """What asks for the log where nothing came for weeks: the first week to come says it."""
        today = self._log.today
        days = [one.day for one in mornings if one and not one.counts and one.day >= today]
        since = self._log.last_entry(days[0]) if days else None
        if since is None or since > today or self._asks not in (None, when.number):
            return ()
        self._asks = when.number
        facts = {"since": since.isoformat()}
        return (Note(rule="R78", key=NoteKey.NOTHING_LOGGED, scope=Scope.PLAN, facts=facts),)

    def _sore_note(
        self, athlete: Athlete, mornings: Sequence[Morning | None], when: SeasonWeek
    ) -> tuple[Note, ...]:
        """R63: what has hurt for weeks: the first week to come says it, and offers a niggle to who
        has said none that is marked there.
        """
        to_come = any(one is not None and self._is_to_come(one.day) for one in mornings)
        if not to_come or self._tells not in (None, when.number):
            return ()
        sore, joints = self._log.sore(), self._log.sore_joints()
        if not (sore or joints):
            return ()
        self._tells = when.number
        marked = {niggle for joint in joints for niggle in niggles_at(joint)}
        for _, form in sore:
            marked.update(form.niggles if form is not None else ())
        facts: Facts = {
            "exercises": [exercise.name for exercise, _ in sore],
            "offers": marked.isdisjoint(athlete.niggles),
        }
        if joints:
            facts["joints"] = joints
        return (Note(rule="R63", key=NoteKey.SORE, scope=Scope.WEEK, facts=facts),)

    def _morning(self, task: Task, draft: Draft, when: SeasonWeek) -> Morning:
        log, day = self._log, _day(draft, when)
        counts = log.counts(next(iter(self._ahead), day))
        ahead = dict(self._ahead)
        most, step = self._after_illness(day)
        gap = log.gap(day, ahead)
        if not when.build:
            # An easier week that comes next is as light as the first week back.
            gap = gap or self._back
        self._back = gap if gap >= EASED_WEEK_FROM else 0
        came_back = log.came_back(day, ahead)
        restart = restart_before(log, day, ahead, when) if counts else None
        waits = bool(self._back) or (restart is not None and restart.is_on)
        self._pass(draft, day, most, jumps=not waits)
        return Morning(
            task=task,
            when=when,
            log=log,
            day=day,
            counts=counts,
            gap=gap,
            came_back=came_back and came_back.day,
            restart=restart,
            most=most,
            step=step,
            ahead=ahead,
            lines_ahead=self._lines_ahead(when),
        )

    def _lines_ahead(self, when: SeasonWeek) -> dict[date, dict[str, Line]]:
        """Under the Mondays of the weeks before that one which build, and are not over, what they
        have of each form.
        """
        weeks = [week for week in when.season if week.number < when.number and week.build]
        return {
            week.starts: self._had[week.number]
            for week in weeks
            if week.number in self._had and self.begins(week)
        }

    def _pass(self, draft: Draft, day: date, most: Load | None, *, jumps: bool) -> None:
        """Take what is to come that day to be done; what is more than the `most` load is light, and
        `jumps` may wait.
        """
        if not self._is_to_come(day):
            return
        usual = [
            line.pick.exercise.id
            for line in draft.lines
            if not line.light
            and (most is None or line.pick.form.load <= most)
            and (jumps or not line.pick.form.contacts)
        ]
        self._ahead[day] = frozenset(usual)

    def _is_to_come(self, day: date) -> bool:
        """Whether the session of a day is still to be done."""
        log = self._log
        return day > log.today or (day == log.today and not log.is_done(day))

    def _after_illness(self, day: date) -> tuple[Load | None, int]:
        over = self._log.illness_over(day)
        if over is None:
            return None, 0
        days = [*self._log.trained(day), *self._ahead]
        step = len([trained for trained in days if trained > over])
        if step >= len(AFTER_ILLNESS):
            return None, 0
        return AFTER_ILLNESS[step], step + 1


def _sessions(week: Drafts) -> int:
    """How many sessions of the week have something to do."""
    return sum(bool(draft.lines) for draft in week)


def _day(draft: Draft, when: SeasonWeek) -> date:
    return when.starts + timedelta(days=draft.slot.day.rank)


def _weeks_before(when: SeasonWeek, last: int) -> tuple[date, date]:
    """The Monday on which the stretch of the week of that number begins, and the one after that
    week.
    """
    season = when.season
    first = season[last - 1].stretch.first
    return season[first - 1].starts, season[last - 1].starts + timedelta(weeks=1)


def _left_out_notes(left_out: Mapping[str, date], *, offers: bool, often: bool) -> Iterator[Note]:
    """R70: what is left out, and from which days on it is back; `offers` says that the runner could
    say a niggle that they have not said, and `often` that some of it hurt too much many times.
    """
    if not left_out:
        return
    facts: Facts = {"forms": list(left_out), "offers": offers, "often": often}
    yield Note(rule="R70", key=NoteKey.LEFT_OUT, scope=Scope.WEEK, facts=facts)
    for day in sorted(set(left_out.values())):
        forms = [form for form, back in left_out.items() if back == day]
        facts = {"since": day.isoformat(), "forms": forms}
        yield Note(rule="R70", key=NoteKey.COMES_BACK, scope=Scope.WEEK, facts=facts)
