"""A saved plan, JSON or Markdown, as a `Plan` or as every fault in it with its place."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from befit_cli.errors import FileFaults
from befit_cli.evidence.block import BLOCK_WEEKS
from befit_cli.evidence.session import MINUTES
from befit_cli.evidence.week import SESSIONS
from befit_cli.language import Language, _, every, message
from befit_cli.recognition import HEAD_BEGINS
from befit_cli.saved.cells import find_form, no_exercise
from befit_cli.saved.entries import (
    ATHLETE_KEYS,
    SCHEMA,
    SCHEMAS,
    AdjustedEntry,
    PlanEntry,
    PlanHead,
    WeekHead,
    WeekOfBlock,
)
from befit_cli.saved.markdown import MOST_CHARACTERS, MOST_ENTRIES, read_body, too_long, too_many
from befit_cli.saved.numbers import RANGES, not_within
from befit_cli.saved.plan import plan_of
from befit_cli.values import (
    Athlete,
    Catalogue,
    Day,
    Plan,
    Range,
    name_fault,
    notes_fault,
    title_fault,
)
from befit_cli.yaml.nodes import (
    Fault,
    Node,
    Place,
    compose,
    converted,
    faults,
    from_data,
    located,
    not_utf8,
    shown,
    walked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_plan(text: bytes, name: str, catalogue: Catalogue) -> Plan:
    """The plan that a file says, whoever wrote it; the end of its name says which format it has,
    else its first character.

    Both formats say what to do; what a form is, JSON says too, and for Markdown the catalogue. Of a
    session's weekday and its date the weekday counts: who moves a session changes that. The date
    and the run of the day follow from it.

    Raises `FileFaults` with every fault: `plan.md:40: sentence`, `plan.json:3:7: sentence` where it
    is no JSON, else `plan.json: week 1, Monday, exercise 3: sentence`.
    """
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise located(name, [not_utf8(error)]) from None
    written = _on_lines(decoded)
    by_content = _from_json if written.lstrip().startswith("{") else _from_markdown
    read = _READERS.get(PurePath(name).suffix.lower(), by_content)
    return read(written, name, catalogue)


def language_of_plan(content: bytes) -> Language:
    """What a saved plan says that its sentences are in, for whoever loads the catalogue that it was
    made from; English where it says nothing, and where it is no plan that can be read.
    """
    text = _on_lines(content.decode("utf-8-sig", errors="replace"))
    said = None
    if text.lstrip().startswith("{"):
        with suppress(msgspec.MsgspecError):
            said = msgspec.json.decode(text, type=_Speaking).language
    elif parts := _head_and_body(text):
        line = _LANGUAGE.search(parts.head)
        said = line and line[1]
    return Language(said) if said in list(Language) else Language.EN


def text_of_plan(content: bytes) -> str | None:
    """What a plan in Markdown that was read says beside its head, on the same lines; None for one
    in JSON.
    """
    parts = _head_and_body(_on_lines(content.decode("utf-8-sig")))
    return parts.body if parts else None


def _on_lines(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


class _Speaking(msgspec.Struct):
    """What a plan in JSON is in, and nothing else of it."""

    language: str = ""


class _Parts(NamedTuple):
    """A plan in Markdown, each of its parts on the lines of the file: empty ones stand for the
    others.
    """

    head: str
    """Who it is for and its weeks, as YAML."""
    body: str


def _head_and_body(text: str) -> _Parts | None:
    """The parts of the text, None where it has no head.

    The head is a comment, which befit writes at the end. befit 0.1 wrote it as front matter; where
    there is a comment, front matter is the runner's own, as editors keep their notes in it.
    """
    front = _FRONT_MATTER.match(text)
    begin = re.search(HEAD_BEGINS, text)
    end = text.find(_HEAD_ENDS, begin.end()) if begin else -1
    if begin is None or end < 0:
        if front is None:
            return None
        return _Parts(front[1], _blank(front[0]) + text[front.end() :])
    above, below = text[: begin.start()], text[end + len(_HEAD_ENDS) :]
    head = _blank(text[: begin.end()]) + text[begin.end() : end]
    return _Parts(head, above + _blank(text[begin.start() : end + len(_HEAD_ENDS)]) + below)


def _blank(text: str) -> str:
    return "\n" * text.count("\n")


def _from_json(text: str, name: str, catalogue: Catalogue) -> Plan:
    try:
        root = from_data(msgspec.json.decode(text))
        # Its keys alone count here; Python makes no number of thousands of digits.
        objects = json.loads(text, object_pairs_hook=_Object, parse_int=str)
    except (msgspec.DecodeError, RecursionError):
        from befit_cli.yaml.slips import json_slip  # late: most files are sound

        place, slip = json_slip(text)
        sentence = _("this is not JSON that befit reads: {slip}", slip=slip)
        raise located(name, [(place, sentence)]) from None
    entry: PlanEntry | None = None
    wrong = _other_schema(root) or list(_keys_twice(objects))
    if not wrong:
        entry, wrong = _checked(root, PlanEntry, catalogue)
    if entry:
        wrong += _session_faults(root, catalogue, older=entry.schema < SCHEMA)
    if entry is None or wrong:
        lines = (f"{name}: {_in_words(root.data, place)}{sentence}" for place, sentence in wrong)
        raise FileFaults(tuple(lines))
    return plan_of(entry, catalogue)


def _from_markdown(text: str, name: str, catalogue: Catalogue) -> Plan:
    parts = _head_and_body(text)
    if parts is None:
        sentence = _(
            "nothing says who the plan is for: one of befit's ends with a comment that does, from "
            "<!-- befit to -->; copy it from the plan as befit wrote it"
        )
        raise located(name, [((1,), sentence)])
    root, wrong = compose(parts.head)
    head: PlanHead | None = None
    if root:
        other_schema = _other_schema(root)
        if other_schema:
            raise located(name, _by_line(other_schema))
        head, wrong_values = _checked(root, PlanHead, catalogue)
        wrong += wrong_values
    # Where the head is faulty the rest is read even so: all faults are told at once.
    athlete = head.athlete if head else Athlete()
    heads = {week.number: week for week in head.weeks} if head else {}
    body = read_body(parts.body, athlete, heads, catalogue)
    if head is None or wrong or body.faults:
        raise located(name, _by_line(wrong) + body.faults)
    return Plan(
        befit=head.befit,
        athlete=head.athlete,
        weeks=body.weeks,
        safety=body.safety,
        older=head.schema < SCHEMA,
        language=head.language,
    )


def _by_line(faults: list[Fault]) -> list[Fault]:
    """The faults without their columns: beside the head they have none either."""
    return [(place[:1], sentence) for place, sentence in faults]


def _in_words(data: Any, path: Place) -> str:
    """`week 1, Monday, exercise 3: `; nothing for the whole."""
    words: list[str] = []
    for key in path:
        data = data[key]
        if isinstance(key, str):
            words.append(key)
        elif words[-1] == "sessions" and isinstance(data, dict) and data.get("day") in list(Day):
            words[-1] = Day(data["day"]).title
        else:
            words[-1] = _entry(words[-1], key + 1)
    return f"{', '.join(words)}: " if words else ""


def _entry(of: str, number: int) -> str:
    """`week 1`: the one of that number among what the key has."""
    if of in _ENTRIES:
        return _(_ENTRIES[of], number=number)
    return f"{of.removesuffix('s')} {number}"


class _Object(dict[str, Any]):
    """An object of JSON that remembers which of its keys stand there twice."""

    keys_twice: list[str]

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.keys_twice = []
        if len(self) < len(pairs):
            times = Counter(key for key, _value in pairs)
            self.keys_twice = [key for key in self if times[key] > 1]


def _keys_twice(data: Any) -> Iterator[Fault]:
    """Keys of which a reader of JSON would take the last and drop the others."""
    for path, value in walked(data):
        if isinstance(value, _Object):
            for key in value.keys_twice:
                yield path, _("the key {name} stands here twice", name=shown(key))


def _checked(
    root: Node, kind: type[_Read], catalogue: Catalogue
) -> tuple[_Read | None, list[Fault]]:
    """The value, None where it has faults."""
    wrong = [*faults(root, kind), *_missing(root)]
    if wrong:
        return None, wrong
    value: _Read = converted(root.data, kind)
    # What the types allow is gone through as data, for its places to be found among the nodes.
    wrong = [
        *_athlete_faults(root.parts["athlete"], value.athlete, catalogue),
        *_week_faults(root.parts["weeks"], value.weeks, catalogue),
    ]
    for path, sentence in _too_much(msgspec.to_builtins(value)):
        wrong.append((root.nearest(*path).place, sentence))
    return (None if wrong else value), wrong


def _other_schema(root: Node) -> list[Fault]:
    """The fault of a plan of a schema that this befit doesn't read; it is told alone, for befit
    cannot know what else is right in such a plan.
    """
    schema = root.parts.get("schema")
    if schema is None or type(schema.data) is not int or schema.data in SCHEMAS:
        return []
    sentence = message("this is schema {schema}, and this befit reads schema {known}")
    if schema.data > max(SCHEMAS):
        sentence = message(
            "this is schema {schema}, and this befit reads schema {known}: update befit"
        )
    known = every(map(str, SCHEMAS))
    return [(schema.place, _(sentence, schema=schema.data, known=known))]


def _missing(root: Node) -> Iterator[Fault]:
    """Keys of an athlete that have a default in Python, for its users' sake: a file says them."""
    athlete = root.parts.get("athlete")
    if athlete is None or not isinstance(athlete.data, dict):
        return
    for name in ATHLETE_KEYS:
        if name not in athlete.parts:
            yield athlete.place, _("missing key '{name}'", name=name)


def _too_much(data: Any) -> Iterator[Fault]:
    """More than any plan has, which would keep check busy for hours; the places are the keys that
    lead there.
    """
    for path, value in walked(data):
        if isinstance(value, str) and len(value) > MOST_CHARACTERS:
            yield path, too_long(len(value))
        elif isinstance(value, tuple) and len(value) > MOST_ENTRIES:
            yield path, too_many(len(value))


def _athlete_faults(node: Node, athlete: Athlete, catalogue: Catalogue) -> Iterator[Fault]:
    """What no athlete can say although each of its values is of the right type."""
    yield from _out_of_range(node, "sessions", athlete.sessions, SESSIONS)
    yield from _out_of_range(node, "minutes", athlete.minutes, MINUTES)
    if fault := name_fault(athlete.name):
        yield node.at("name").place, _("the name {fault}", fault=fault)
    if fault := notes_fault(athlete.notes):
        yield node.at("notes").place, _("this line of notes {fault}", fault=fault)
    if not athlete.days:
        yield node.at("days").place, _("there is no day to train on: name two at least")
    yield from _unknown_exercises(node, athlete.without, athlete.swap, catalogue)


def _out_of_range(node: Node, key: str, number: int | None, allowed: Range) -> Iterator[Fault]:
    sentence = "" if number is None else not_within(number, allowed)
    if sentence:
        yield node.at(key).place, sentence


def _unknown_exercises(
    node: Node,
    without: tuple[str, ...],
    swap: tuple[tuple[str, str], ...],
    catalogue: Catalogue,
) -> Iterator[Fault]:
    for place, id_ in enumerate(without):
        if id_ not in catalogue.by_id:
            yield node.at("without", place).place, no_exercise(id_, catalogue)
    for number, pair in enumerate(swap):
        for place, id_ in enumerate(pair):
            if id_ not in catalogue.by_id:
                yield node.at("swap", number, place).place, no_exercise(id_, catalogue)


def _week_faults(
    node: Node, weeks: tuple[WeekOfBlock, ...], catalogue: Catalogue
) -> Iterator[Fault]:
    """What is wrong in a week although each of its values is of the right type."""
    if not weeks:
        yield node.place, _("a plan has at least one week")
    numbers: set[int] = set()
    for index, week in enumerate(weeks):
        if week.starts.weekday() or not _has_place(week):
            yield (
                node.at(index, "starts").place,
                _("{date} is not the Monday of a week that befit can plan", date=week.starts),
            )
        number = node.at(index, "number").place
        longer = not_within(week.of, BLOCK_WEEKS)
        if longer:
            yield node.at(index, "of").place, _("{fault} weeks", fault=longer)
        elif not 1 <= week.number <= week.of:
            sentence = _(
                "{number:,} is not one of the block's {weeks} weeks",
                number=week.number,
                weeks=week.of,
            )
            yield number, sentence
        if week.number in numbers:
            yield number, _("week {number} stands here twice", number=week.number)
        numbers.add(week.number)
        yield from _waited_faults(node.at(index), week)
        slots = week.slots if isinstance(week, WeekHead) else {}
        for day, slot in slots.items():
            if sentence := not_within(slot, RANGES["slot"]):
                yield node.at(index, "slots", day).place, sentence
        for day, title in week.run_titles.items():
            if fault := title_fault(title):
                yield node.at(index, "run_titles", day).place, _("the title {fault}", fault=fault)
        if week.adjusted is not None:
            yield from _adjusted_faults(node.at(index, "adjusted"), week.adjusted, catalogue)


def _waited_faults(node: Node, week: WeekOfBlock) -> Iterator[Fault]:
    """Weeks for which no block waits: the last has none after it that could have what it had."""
    for place, number in enumerate(week.waited):
        if not 1 <= number < week.of:
            sentence = _(
                "a block of {weeks} weeks cannot have waited for week {number:,}",
                weeks=week.of,
                number=number,
            )
            yield node.at("waited", place).place, sentence


def _adjusted_faults(node: Node, entry: AdjustedEntry, catalogue: Catalogue) -> Iterator[Fault]:
    """What nobody can be in one week."""
    fewest = Range(0, SESSIONS.high)
    yield from _out_of_range(node, "sessions", entry.sessions, fewest)
    yield from _out_of_range(node, "minutes", entry.minutes, MINUTES)
    yield from _unknown_exercises(node, entry.without or (), entry.swap or (), catalogue)


def _has_place(week: WeekOfBlock) -> bool:
    """Whether its block begins and ends on days that a date can be."""
    weeks_before = week.number - 1
    return week.starts <= _LAST_MONDAY and week.starts.toordinal() > 7 * weeks_before


def _session_faults(root: Node, catalogue: Catalogue, *, older: bool) -> Iterator[Fault]:
    """What is wrong in a session although each of its values is of the right type; in an older
    file a form may have a name that the catalogue no longer has.
    """
    for week in root.at("weeks").parts.values():
        for session in week.at("sessions").parts.values():
            yield from _number_faults(session)
            yield from _number_faults(session.at("warm_up"))
            for exercise in session.at("exercises").parts.values():
                yield from _faults_of_exercise(exercise, catalogue, older=older)


def _faults_of_exercise(node: Node, catalogue: Catalogue, *, older: bool) -> Iterator[Fault]:
    values = node.data
    # What an exercise changes with a niggle, rules and views ask the catalogue.
    if not older or values["id"] not in catalogue.by_id:
        try:
            find_form(catalogue, values["id"], values["form"])
        except ValueError as error:
            yield node.place, str(error)
    if (values["reps"] is None) == (values["hold_s"] is None):
        yield node.place, _("an exercise has either reps or hold_s, one of the two")
    yield from _number_faults(node)


def _number_faults(node: Node) -> Iterator[Fault]:
    """The numbers of the entry that no plan may have."""
    for key, allowed in RANGES.items():
        yield from _out_of_range(node, key, node.data.get(key), allowed)


_Read = TypeVar("_Read", PlanEntry, PlanHead)
_READERS = {".json": _from_json, ".md": _from_markdown, ".markdown": _from_markdown}
_ENTRIES = {
    "weeks": message("week {number}"),
    "sessions": message("session {number}"),
    "exercises": message("exercise {number}"),
    "notes": message("note {number}"),
    "steps": message("step {number}"),
}
"""What one of many is called, by their key; of others the key says it."""
_HEAD_ENDS = "\n-->"
# Line by line up to the first that closes it: a --- inside a text of the YAML stands indented.
_FRONT_MATTER = re.compile(r"(---[ \t]*\n(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_LANGUAGE = re.compile(r"^language: *['\"]?(\w+)", re.MULTILINE)
_LAST_MONDAY = date(9998, 12, 28)
"""A block from here still fits what a date can be."""
