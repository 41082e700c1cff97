"""A session as the log changes it: of each line the version that it has room for (R70 to R77)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum, auto

from msgspec.structs import replace

from befit_cli.evidence.dose import GROWS_A_WEEK
from befit_cli.evidence.progress import AGAIN_DAYS
from befit_cli.planning.after_pain import less_for_pain, on_after
from befit_cli.planning.autoregulation import changed, with_form
from befit_cli.planning.coming_back import (
    after_gap,
    after_illness,
    as_easy_as_had,
    before_week,
    in_known_form,
    is_new_in_restart,
    jumps_begun,
    new_in_restart,
    on_after_gap,
    on_from_new,
    own_gap,
    rung_of_its_turn,
)
from befit_cli.planning.draft import Draft, Line, clash
from befit_cli.planning.forms import form_before
from befit_cli.planning.morning import Morning, because
from befit_cli.planning.next_weight import with_kg
from befit_cli.planning.pain import back_from, eased_for, stops_often
from befit_cli.planning.record import Done
from befit_cli.values import AdaptedKey


class Boldness(Enum):
    """How much of the log a week takes up, the most first."""

    FORMS = auto()
    DOSES = auto()
    WEIGHTS = auto()


class AdaptedSession:
    """One session while the log changes it."""

    def __init__(self, draft: Draft, morning: Morning, bold: Boldness, new: set[str]) -> None:
        """`new` are the names of the lifts that sessions before it in the week began with."""
        self._planned = draft
        self._morning = morning
        self._bold = bold
        self._new = new
        self.left_out: dict[str, date] = {}
        """The forms that are left out, and the days from which on they are back."""
        self.hurts_often = False
        """Whether one of them hurt so many times."""
        self.offers_niggle = False
        """Whether one of them is none that a niggle of the runner is marked for."""

    def adapted(self) -> Draft:
        """The session as it is to be done."""
        morning = self._morning
        draft = replace(self._planned)
        for line in self._planned.lines:
            versions = self._versions(line)
            if not versions:
                draft.remove(line)
            self._exchange(draft, line, versions)
        if morning.log.hurts_to_land(morning.day):
            draft.most_hops = 0
        # An illness is known on the days after it, whatever is logged until then.
        if morning.most is not None and morning.log.counts(morning.day):
            after_illness(morning, draft, morning.most)
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
        morning, form = self._morning, line.pick.form
        pains = morning.log.pains(line.pick.exercise.id, form, morning.day)
        back = back_from(pains, morning.day)
        if back is not None:
            self.left_out[form.name] = self._back_from(line) or back
            self.offers_niggle |= not line.pick.rules
            self.hurts_often |= stops_often(pains, morning.day)
            return ()
        every = morning.done(line)
        hurt = eased_for(pains)
        if hurt is not None:
            return less_for_pain(morning, line, every, pains, hurt)
        versions = self._usual(line, every if morning.counts else [])
        last_bad = next((pain for pain in reversed(pains) if pain.bad), None)
        if last_bad is None:
            return versions
        return tuple([on_after(morning, version, every, last_bad) for version in versions])

    def _back_from(self, line: Line) -> date | None:
        """From which day on what is left out is back, by all that is known today of its week."""
        morning, pick = self._morning, line.pick
        sunday = morning.when.starts + timedelta(days=6)
        known = min(sunday, morning.log.today) + timedelta(days=1)
        return back_from(morning.log.pains(pick.exercise.id, pick.form, known), sunday)

    def _usual(self, planned: Line, done: list[Done]) -> tuple[Line, ...]:
        """The same of what does not hurt; a lift that is new so soon after weeks without comes in
        one session of its first week, and lightly.
        """
        morning = self._morning
        line = known = jumps_begun(morning, rung_of_its_turn(morning, planned, done), done)
        if self._bold is Boldness.FORMS:
            known = in_known_form(morning, line, done)
        if known is line and is_new_in_restart(morning, line, done):
            return self._new_in_restart(line, done)
        versions = self._by_days(known, done)
        if known.pick is not planned.pick:
            # The form that was done last may take longer than the one that is planned.
            versions = (*versions, *_fewer_sets(versions[0]))
        return tuple(
            [
                as_easy_as_had(morning, on_from_new(morning, version, done), done)
                for version in versions
            ]
        )

    def _new_in_restart(self, line: Line, done: list[Done]) -> tuple[Line, ...]:
        """The lift, lightly; in the week's other sessions in its known form, where it has one."""
        form = line.pick.form.name
        if form not in self._new:
            self._new.add(form)
            return new_in_restart(self._morning, line)
        known = form_before(self._morning, line, before_week(self._morning, done))
        if known is None:
            return ()
        versions = self._by_days(known, done)
        return (*versions, *_fewer_sets(versions[0]))

    def _by_days(self, line: Line, done: list[Done]) -> tuple[Line, ...]:
        """The line by the days without training, or by what was done of it."""
        morning = self._morning
        new_forms = self._bold is Boldness.FORMS
        if morning.counts and morning.gap >= AGAIN_DAYS.low:
            back = with_form(morning, line, done, new_forms=new_forms)
            less = after_gap(morning, line, done)
            return after_gap(morning, back, done), less, replace(less, at=line.at)
        if not done:
            return (line,)
        gap = own_gap(morning, line, done)
        if gap is None:
            return self._by_log(line, done, new_forms=new_forms)
        versions = self._by_log(line, done, new_forms=new_forms and gap.since > 0)
        return tuple([on_after_gap(morning, version, done, gap) for version in versions])

    def _by_log(self, line: Line, done: list[Done], *, new_forms: bool) -> tuple[Line, ...]:
        """The line as what was done of it asks for."""
        morning = self._morning
        known = with_kg(morning, line, done)
        if self._bold is Boldness.WEIGHTS:
            return (known,)
        as_planned = changed(morning, known, done)
        reached = with_form(morning, line, done, new_forms=new_forms)
        if reached is line:
            return (*_down_to(as_planned, known.at), known)
        other = changed(morning, with_kg(morning, reached, done), done)
        return (*_shorter(other), *_down_to(as_planned, known.at), known)


def _fewer_sets(line: Line) -> list[Line]:
    """The line with ever fewer sets."""
    return [replace(line, sets=sets) for sets in range(line.sets - 1, 0, -1)]


def _down_to(line: Line, least: int) -> Iterator[Line]:
    """The line, and the same with ever fewer repetitions, but more than `least`."""
    yield line
    why = line.adapted
    if why is not None and why.key is AdaptedKey.MORE_REPS:
        why = because(AdaptedKey.REPS_STAY)
    for at in range(line.at - line.unit, least, -line.unit):
        yield replace(line, at=at, adapted=why)


def _shorter(line: Line) -> Iterator[Line]:
    """The line in another form, and the same a little shorter, and then with ever fewer sets."""
    begins = line.adapted is not None and line.adapted.key is AdaptedKey.HARDER_FORM
    fewest = line.sets if begins else 1
    least = max(line.work.low, line.at - GROWS_A_WEEK * line.unit)
    for sets in range(line.sets, fewest - 1, -1):
        yield from _down_to(replace(line, sets=sets), least - 1)
