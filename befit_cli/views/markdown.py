"""A plan as Markdown: it reads well on GitHub, in Obsidian and in a pager, and holds enough to be
read back.

The headings and tables say what to do, and a comment at the end who the plan is for and which weeks
it has. Text from the plan always goes through `escape`, so whatever Markdown there is comes from
befit: a catalogue or a person's note may hold anything, and a bar in it would shift a row's cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from befit_cli.language import Language, _, capital
from befit_cli.saved.cells import BELOW, NEXT_IN_TAPER, find_form
from befit_cli.saved.entries import SCHEMA
from befit_cli.saved.plan import adjusted
from befit_cli.values import (
    Athlete,
    Catalogue,
    Note,
    Plan,
    Prescription,
    Runs,
    Session,
    Units,
    Week,
    usual_runs,
)
from befit_cli.views import lifts, prescription, sentences
from befit_cli.views import words as wording
from befit_cli.views.content import Content
from befit_cli.views.terms import term
from befit_cli.views.work import work_rows
from befit_cli.yaml.data import line_of, text_of

# Obsidian marks with == and comments with %%; alone both are plain characters.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#$^]|=(?==)|%(?=%)")
# What begins a list where it begins a line.
_BLOCK_START = re.compile(r"^(?=[-+])|^(\d+)(?=[.)])")
_RULE_ID = re.compile(r"R[0-9]+[a-z]?")
_TITLE_CHARACTERS = 30
"""The most of a run's title beside six other days; the reasons have all of it."""
_WEEK_KEYS = ("number", "of", "starts", "phase", "deload", "taper")


def render(content: Content) -> str:
    """The whole plan: every week, notes and the safety text in full, and its head."""
    parts = filter(None, _parts(content))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line, in a paragraph as in a table's
    cell.
    """
    # Plain goes first: an escape for terminals may have a mark of Markdown's in it, and plain would
    # no longer know it with a backslash inside.
    plain = wording.plain(text)
    inside = _SPECIAL.sub(r"\\\g<0>", plain)
    return _BLOCK_START.sub(r"\1\\", inside)


def _parts(content: Content) -> Iterator[str]:
    """What stands in the file with an empty line between; a part may have nothing to say."""
    plan = content.plan
    yield f"# {escape(wording.plan_title(plan))}"
    if plan.athlete.notes:
        yield f"*{escape(plan.athlete.notes)}*"
    if len(plan.weeks) > 1:
        yield wording.plan_facts(plan)
        yield from _main_lifts(plan)
    for week in plan.weeks:
        yield from _week(week, content)
    yield f"## {_('Safety')}"
    yield _list(sentences.safety_lines(plan))
    why = _("befit reads the plan back by what stands here: leave it in.")
    yield f"<!-- {why}\n{_head(plan)}-->"


def _head(plan: Plan) -> str:
    """What headings and tables can't hold, or say less exactly."""
    athlete = msgspec.to_builtins(plan.athlete, builtin_types=(date,))
    if not plan.athlete.kit_by_day:
        del athlete["kit_by_day"]
    if plan.athlete.units is Units.KG:
        del athlete["units"]
    if not plan.athlete.notes:
        del athlete["notes"]
    head: dict[str, Any] = {"befit": plan.befit, "schema": SCHEMA}
    if plan.language is not Language.EN:
        head["language"] = plan.language.value
    facts = text_of(head | {"athlete": athlete})
    weeks = [f"- {line_of(_week_head(plan.athlete, week))}\n" for week in plan.weeks]
    whole = f"{facts}weeks:\n{''.join(weeks)}"
    # It would end the comment; YAML has it in double quotes, where it may stand as an escape.
    return whole.replace(">", "\\x3E")


def _main_lifts(plan: Plan) -> Iterator[str]:
    """How the doses of the main lifts move: for each stretch lifts down and weeks across."""
    lifted = lifts.lifted(plan)
    if lifted:
        yield f"## {_('Main lifts')}"
    for stretch in lifted:
        titles = [" · ".join(lifts.stretch_facts(stretch))]
        for week in stretch:
            name = _("Week {number}", number=week.number)
            titles.append(", ".join(filter(None, [name, lifts.ease(week)])))
        rows = []
        for form in lifts.forms(stretch):
            rows.append([escape(form), *lifts.row(stretch, form)])
        yield _table(titles, rows)


def _week_head(athlete: Athlete, week: Week) -> dict[str, Any]:
    head = {key: getattr(week, key) for key in _WEEK_KEYS}
    slots: dict[str, int] = {}
    for session in week.sessions:
        slots.setdefault(session.day.value, session.slot)
    return head | {"phase": week.phase.value, "slots": slots} | _otherwise(athlete, week)


def _otherwise(athlete: Athlete, week: Week) -> dict[str, Any]:
    """The runs and the runner of the week, where they are not as always, and for which weeks its
    block waited.
    """
    own: dict[str, Any] = {}
    if replace(week.runs, titles=()) != usual_runs(athlete, week.starts):
        own["runs"] = _runs(week.runs)
    if week.runs.titles:
        own["run_titles"] = dict(week.runs.titles)
    for name in ("runs_before", "runs_after"):
        runs = getattr(week, name)
        if runs is not None:
            own[name] = _runs(runs)
    if changed := adjusted(week.runner, athlete):
        own["adjusted"] = changed
    if week.waited:
        own["waited"] = week.waited
    plain: dict[str, Any] = msgspec.to_builtins(own)
    return plain


def _runs(runs: Runs) -> dict[str, Any]:
    """The days of a week's key runs; what they are called stands beside them, once; most weeks
    have no tune-up race, and say nothing of it.
    """
    fields = asdict(runs)
    del fields["titles"]
    if not runs.tune_ups:
        del fields["tune_ups"]
    return fields


def _week(week: Week, content: Content) -> Iterator[str]:
    yield f"## {wording.week_title(week)}"
    yield wording.week_facts(week)
    for line in sentences.niggle_lines(week):
        yield escape(line)
    yield _strip(week)
    if not week.sessions:
        yield wording.no_sessions(week)
    for session in week.sessions:
        yield from _session(week, session, content)
    if week.notes:
        yield f"### {_('Notes')}"
        yield "\n".join(_note(note) for note in week.notes)


def _note(note: Note) -> str:
    text = escape(sentences.note_text(note))
    # A comment keeps the rule out of the runner's way, and is no place for what a file may say
    # there instead; and one without a text before it would be a block of its own.
    if text and _RULE_ID.fullmatch(note.rule):
        return f"- {text} <!-- {note.rule} -->"
    return f"- **{escape(note.rule)}** {text}"


def _strip(week: Week) -> str:
    titles = [""]
    runs = [_("Run")]
    strength = [_("Strength")]
    for day in wording.week_days(week):
        titles.append(day.name)
        runs.append(_run(day))
        strength.append(", ".join(map(term, day.loads)))
    return _table(titles, [runs, strength])


def _run(day: wording.DayWords) -> str:
    """`hard`, or `hard: 5 x 1 km`; with the kind in front, no title is read as a dose."""
    kind = term(day.run) if day.run else ""
    if not day.title:
        return kind
    return f"{kind}: {escape(wording.shortened(day.title, _has_room))}"


def _has_room(title: str) -> bool:
    return len(title) <= _TITLE_CHARACTERS


def _session(week: Week, session: Session, content: Content) -> Iterator[str]:
    units = content.plan.athlete.units
    facts = [
        capital(wording.session_title(session)),
        wording.load_words(session.load),
        f"{session.minutes} min",
    ]
    if session.with_run:
        facts.append(wording.run_too(session.with_run))
    yield f"### {' · '.join(facts)}"
    yield _box(session, content)
    yield escape(sentences.why(session))
    yield f"**{wording.warm_up_title(session)}**"
    steps = []
    for number, step in enumerate(sentences.warm_up_steps(session), 1):
        steps.append(f"{number}. {escape(step)}")
    yield "\n".join(steps)
    usual = _usual_effort(session.exercises)
    yield _effort_line(session.exercises, usual)
    yield _exercises(session, usual, units, content.catalogue)
    titles = BELOW | {"next": NEXT_IN_TAPER} if week.taper else BELOW
    for key, title in titles.items():
        items = []
        for exercise in session.exercises:
            if text := wording.plain(_BELOW[key](exercise)):
                items.append(f"- {escape(exercise.form)}: {escape(text)}")
        if items:
            yield f"**{_(title)}**\n\n" + "\n".join(items)


def _box(session: Session, content: Content) -> str:
    """A box to tick, which is ticked where something was done, with what was done that is not
    planned below; what was otherwise stands in its row.
    """
    logged = session.done
    if logged is None or not logged.works:
        outcome = wording.outcome(session, content.today)
        return f"- [ ] {capital(outcome) or _('Done', sense='session')}"
    units = content.plan.athlete.units
    planned = {exercise.id for exercise in session.exercises}
    more = {id_: works for id_, works in logged.did.items() if id_ not in planned}
    rows = work_rows(replace(logged, did=more), units, content.catalogue)
    told = "; ".join(f"{row.name}: {row.did}" for row in rows)
    return f"- [x] {_('Done: {more}', more=escape(told)) if told else _('Done', sense='session')}"


def _usual_effort(exercises: tuple[Prescription, ...]) -> str:
    """The effort that most exercises have; of as many the first."""
    # A row that says none is read back as having this one: so a hold's counts here, too.
    return Counter(map(prescription.effort, exercises)).most_common(1)[0][0]


def _effort_line(exercises: tuple[Prescription, ...], usual: str) -> str:
    all_have_it = all(prescription.effort(exercise) == usual for exercise in exercises)
    if all_have_it:
        return _("Effort: {effort}.", effort=usual)
    return _("Effort: {effort}, unless the row says otherwise.", effort=usual)


def _exercises(session: Session, usual: str, units: Units, catalogue: Catalogue) -> str:
    """A row for each exercise, with room for what was done; ids only where a name is not enough."""
    titles = [_("Exercise"), _("Dose"), _("Rest"), _("Cue"), _("Did")]
    rows = []
    for exercise in session.exercises:
        dose = prescription.dose(exercise, units)
        effort = prescription.effort(exercise)
        if effort != usual:
            dose = f"{dose}, {prescription.effort_behind(exercise)}"
        # The words of befit's own need no escape: they have no mark in them.
        row = [_names(exercise), dose, prescription.rest(exercise), escape(exercise.cue)]
        rows.append([*row, escape(_did(session, exercise, units, catalogue))])
    if not all(_known_by_name(exercise, catalogue) for exercise in session.exercises):
        titles.append(_("Id"))
        for row, exercise in zip(rows, session.exercises, strict=True):
            row.append(escape(exercise.id))
    return _table(titles, rows)


def _did(session: Session, exercise: Prescription, units: Units, catalogue: Catalogue) -> str:
    """What was done of the exercise, where it was otherwise than planned; a dash for nothing."""
    logged = session.done
    if logged is None or not logged.works:
        return ""
    if exercise.id not in logged.did:
        return "–"
    works = {exercise.id: logged.did[exercise.id]}
    rows = work_rows(replace(logged, did=works), units, catalogue, session.exercises)
    if all(row.as_asked for row in rows):
        return ""
    told = [row.did if row.name == exercise.form else f"{row.name}: {row.did}" for row in rows]
    return "; ".join(told)


def _known_by_name(exercise: Prescription, catalogue: Catalogue) -> bool:
    """Whether the name in the table is that form's alone, so that it is found again by it."""
    name = wording.plain(" ".join(prescription.names(exercise)))
    try:
        found, form = find_form(catalogue, None, name)
    except ValueError:
        return False
    return (found.id, form.name) == (exercise.id, exercise.form)


def _names(exercise: Prescription) -> str:
    form, name = map(escape, prescription.names(exercise))
    return f"{form} *{name}*" if name else form


_BELOW: dict[str, Callable[[Prescription], str]] = {
    "mind": lambda exercise: exercise.niggle_note or "",
    "why": sentences.adapted,
    "next": sentences.progress,
}
"""What stands below the table, by the keys of `BELOW`."""


def _table(titles: list[str], rows: Iterable[Iterable[str]]) -> str:
    lines = []
    for cells in (titles, ["---"] * len(titles), *rows):
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {escape(item)}" for item in items)
