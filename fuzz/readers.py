"""Coverage-guided fuzzing of everything that befit reads: only a value or a BefitError may come
out.

    pip install atheris
    python fuzz/readers.py catalogue -max_total_time=150 -report_slow_units=1

The readers are the rows of the table below; what follows goes to libFuzzer, such as a folder to
keep what it finds. It begins with sound files. A file that breaks a reader is left in the working
folder, as is one that takes over a second, and is a test before it is mended. Of two lengths one
is read in English and one in Spanish.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import atheris

TESTS = Path(__file__).parents[1] / "tests"
sys.path += [str(TESTS), str(TESTS / "log")]
LIBRARIES = ["markdown_it", "yaml", "icalendar", "recurring_ical_events", "dateutil", "ruamel"]

with atheris.instrument_imports(include=["befit_cli", *LIBRARIES]):
    from done_session import SESSION as ASKED
    from done_session import in_spanish
    from drawn_log import AWAY, SESSION
    from msgspec.structs import replace
    from rich.console import Console
    from sample_catalogue import GOOD, RAISES, TEN_LINES, WALL_SLIDES
    from sample_roster import ROWS
    from shown_work import left_out
    from test_done_words import SPANISH_TABLE, TABLE

    from befit_cli import Athlete, check_plan, load_catalogue
    from befit_cli.catalogue.reader import parse_catalogue
    from befit_cli.catalogue.translation import read_translated
    from befit_cli.errors import BefitError
    from befit_cli.language import Language, speaking
    from befit_cli.log.app_table import read_app_table
    from befit_cli.log.done_words import named_in, read_done
    from befit_cli.log.entries import item_of
    from befit_cli.log.imports import new_sessions, read_import
    from befit_cli.log.log_file import append, read_log, undo
    from befit_cli.log.pain_words import read_pain
    from befit_cli.log.ticked_plan import read_ticked_plan
    from befit_cli.planning.planner import make_plan
    from befit_cli.planning.season import plan_season
    from befit_cli.roster.members import read_members
    from befit_cli.roster.rows import COLUMNS, picked, read_picks, sorted_rows
    from befit_cli.runner.adjustments import ADJUSTED, in_words, read_adjusted
    from befit_cli.runner.corrections import corrections_of
    from befit_cli.runner.dates import read_date
    from befit_cli.runner.days import read_days
    from befit_cli.runner.decoding import decoded
    from befit_cli.runner.kinds import Saying
    from befit_cli.runner.near_days import day_first, near_week, read_day, read_day_gone
    from befit_cli.runner.options import CATALOGUE as OWN_CATALOGUE
    from befit_cli.runner.options import RUNS_AS
    from befit_cli.runner.profile import NAMES, load_profile
    from befit_cli.runner.time_off import read_time_off
    from befit_cli.runner.vocabulary import (
        DAYS_AHEAD,
        DAYS_GONE,
        DAYS_TOGETHER,
        MONTHS,
        OFF_WORDS,
        WEEKS_NEAR,
    )
    from befit_cli.runner.weights import WEIGHTS, weights_of
    from befit_cli.runner.words import read_athlete
    from befit_cli.runner.written_dates import read_dates
    from befit_cli.runner.written_profile import (
        adjusted_profile,
        corrected_profile,
        named_profile,
        profile_text,
        said_profile,
    )
    from befit_cli.runs.listing import read_listing
    from befit_cli.runs.running_plan import read_running_plan
    from befit_cli.runs.text import unfolded
    from befit_cli.saved.plan_file import read_plan
    from befit_cli.values import Catalogue, Day, History, Niggle, Session, SessionLog, Units
    from befit_cli.values.running_plan import Entry
    from befit_cli.views import imported as imported_view
    from befit_cli.views import render, runs_json
    from befit_cli.views import runs as runs_view
    from befit_cli.views.exercise_file import svg
    from befit_cli.views.work import work_words

MONDAY = date(2027, 1, 4)
TODAY = date(2026, 11, 26)
CATALOGUE = load_catalogue()
IN_SPANISH = load_catalogue(language=Language.ES)
FOLDER = Path(mkdtemp(prefix="befit-fuzz-"))
CONSOLE = Console(quiet=True, width=40)
TICKED = re.compile(r"^### .*\n\n- \[x\] Done$", re.MULTILINE)
"""The heading of a session, and its box."""
BETWEEN = "\n%%\n"
"""What stands between a catalogue and its Spanish words, which are two files."""


def main() -> None:
    name, *options = sys.argv[1:]
    seeds, read = READERS[name]
    contents = [seed.encode() if isinstance(seed, str) else seed for seed in seeds()]
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    for number, content in enumerate(contents):
        (corpus / str(number)).write_bytes(content)
    words = sorted(set(re.findall(rb"\w+|[^\w\s]+", b"\n".join(contents))))
    dictionary = file("words", "".join(map(quoted, words)).encode())
    arguments = [sys.argv[0], f"-dict={dictionary}", *options, str(corpus)]
    atheris.Setup(arguments, partial(only_befit_errors, read))
    atheris.Fuzz()


def quoted(word: bytes) -> str:
    """The word as libFuzzer reads it in a dictionary."""
    letters = "".join(f"\\x{byte:02x}" for byte in word)
    return f'"{letters}"\n'


def only_befit_errors(read: Callable[[bytes], None], content: bytes) -> None:
    with suppress(BefitError), speaking(list(Language)[len(content) % 2]):
        read(content)


@contextmanager
def nothing_refused() -> Iterator[None]:
    """What befit wrote it reads: within, a BefitError is a finding."""
    try:
        yield
    except BefitError as error:
        raise AssertionError(str(error)) from error


def file(name: str, content: bytes) -> Path:
    path = FOLDER / name
    path.write_bytes(content)
    return path


def samples(folder: str, ending: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((TESTS / "data" / folder).glob(f"*{ending}"))]


def catalogues() -> list[str]:
    drawn = GOOD.replace("Sit-to-stand,", "Sit-to-stand, figure: sit-to-stand,")
    extended = f"extends: befit\nwithout: [pull-ups]\nexercises:\n{WALL_SLIDES}"
    return [GOOD, RAISES, drawn, TEN_LINES, extended]


def read_a_catalogue(content: bytes) -> None:
    """What has a figure can be drawn."""
    for exercise in parse_catalogue(content, "my.yaml").exercises:
        if exercise != CATALOGUE.by_id.get(exercise.id):
            for form in exercise.ladder:
                with suppress(BefitError):
                    svg(form)


def translations() -> list[str]:
    words = (
        "squats:\n  name: Sentadillas\n  cues: [Pecho arriba, Empuja el suelo]\n"
        "  niggles: {itb: Menos profunda}\n  forms:\n    Goblet: {name: Copa, cues: [Abraza]}\n"
    )
    befits = "squats: {why: Mi cuesta}\nwall-slides: {name: Deslizamientos}\n"
    return [
        f"{GOOD}{BETWEEN}{words}",
        f"extends: befit\nexercises:\n{WALL_SLIDES}{BETWEEN}{befits}",
    ]


def read_a_translation(content: bytes) -> None:
    """An exercise and each of its forms have the same names in both languages."""
    own, _, words = content.partition(BETWEEN.encode())
    path = file("my.yaml", own)
    file("my.es.yaml", words)
    exercises = [read_translated(path, language).exercises for language in Language]
    for one, other in zip(*exercises, strict=True):
        assert (one.id, set(one.names)) == (other.id, set(other.names))
        forms = [[set(form.names) for form in exercise.ladder] for exercise in (one, other)]
        assert forms[0] == forms[1]


def profiles() -> list[str]:
    athlete = Athlete(
        hard_runs=(Day.TUE, Day.THU),
        niggles=(Niggle.ITB,),
        without=("squats",),
        race_date=date(2027, 4, 18),
    )
    return [
        profile_text(Athlete(), MONDAY),
        profile_text(athlete, MONDAY),
        "hard: [tue, thu]\nkit:\n- band\n- box\n",
        "name: Ana\nlanguage: es\nkit: home; mon=gym\nweeks: 12\nat: 18:30\ntz: Europe/Berlin\n",
    ]


def read_a_profile(content: bytes) -> None:
    """The athlete can be written and read again."""
    path = file("profile.yaml", content)
    said, catalogue = load_profile(path, None)
    athlete = read_athlete(said, catalogue)
    path.write_text(profile_text(athlete, MONDAY, said.get(OWN_CATALOGUE.name)), encoding="utf-8")
    with nothing_refused():
        assert read_athlete(*load_profile(path, None)) == athlete


def adjusted_profiles() -> list[str]:
    week = "  2026-12-07: {hard: wed, kit: none, off: 'tue, fri', since: wed}  # mine\n"
    return [
        f"race: half\nstart: 2026-11-23\nadjusted:\n{week}  2027-01-05:\n    minutes: 15\n",
        f"adjusted:\n{week}runs-as: {{Steady: hard, 2026-12-03: easy}}\n",
        "names: {Leg Press: none, Squat (Barbell): squats}\nunits: lb\nnotes: Slow, please\n",
        "weights:\n  dumbbell: 4-24 by 2\n  barbell: {bar: 20, plates: [20, 10, 2.5]}\n",
    ]


def read_an_adjusted_profile(content: bytes) -> None:
    """What a week, a run and a name are given is read back, and all else stays."""
    path = file("profile.yaml", content)
    said, catalogue = load_profile(path, None)
    athlete = read_athlete(said, catalogue)
    weeks = said.get(ADJUSTED, {})
    read_adjusted(weeks, said, athlete, catalogue, lambda: athlete.days)
    corrections = corrections_of(said.get(RUNS_AS))
    weights_of(said.get(WEIGHTS), athlete.units)
    for own in weeks.values():
        words = in_words(own, catalogue)
        assert in_words(words, catalogue) == words
    week = {MONDAY: {"hard": "wed", "minutes": "15"}}
    names = {"Leg Press": "squats", "none": "none"}
    path.write_bytes(adjusted_profile(path, week).encode())
    path.write_bytes(named_profile(path, names).encode())
    path.write_bytes(corrected_profile(path, corrections).encode())
    with nothing_refused():
        again, _ = load_profile(path, None)
    # befit writes the kind of a run in its own word
    assert corrections_of(again.pop(RUNS_AS, None)) == corrections
    said.pop(RUNS_AS, None)
    assert again == {**said, ADJUSTED: weeks | week, NAMES: said.get(NAMES, {}) | names}


def rosters() -> list[bytes]:
    return [
        *samples("", "club.csv"),
        b"nombre;carrera;fuerte\r\nAna;half;tue,thu\r\nBen;5k;\r\n",
        b"name\trace\tkit\tweeks\nAna\t10k\thome; mon=gym\t12\n",
    ]


def lists() -> list[str]:
    ana = "  - name: Ana P\u00e9rez\n    adjusted: {2026-12-07: {off: tue}}\n"
    return [f"defaults: {{race: half, kit: gym}}\nathletes:\n{ana}  - {{name: Ben, race: 5k}}\n"]


def read_a_roster(content: bytes, name: str) -> None:
    """Of each runner a profile can be written that says the same."""
    for member in read_members(file(name, content), None):
        with suppress(BefitError):
            said, catalogue = member.read()
            athlete = read_athlete(said, catalogue)
            own = FOLDER / "own.yaml"
            own.write_text(said_profile(own, said, athlete, MONDAY), encoding="utf-8")
            with nothing_refused():
                assert read_athlete(*load_profile(own, None)) == athlete


def picks() -> list[str]:
    return ["race=half", "needs=dolor", "semana=5", "file=team/", "phase=easier week", "pain"]


def read_a_pick(content: bytes) -> None:
    """Whose cell says that word is picked, and nobody gets lost where they are sorted."""
    (pick,) = read_picks([content.decode(errors="surrogateescape")])
    column, word = pick
    found = picked(ROWS, [pick])
    assert len(sorted_rows(ROWS, column)) == len(ROWS)
    for row in ROWS:
        cell = COLUMNS[column](row)
        if cell is not None and str(cell).casefold() == word:
            assert row in found


def logs() -> list[str]:
    return [
        f"{item_of(SESSION)}{item_of(AWAY)}",
        "# mine\n- date: 2026-11-24\n  did: {rows: [{reps: 8, kg: [16]}, {hold: 20}]}\n",
    ]


def read_a_log(content: bytes) -> None:
    can_be_taken_back(SESSION, content)


def can_be_taken_back(entry: SessionLog, before: bytes = b"") -> None:
    """What is added to a log is read from it, and taken out again."""
    log = file("log.yaml", before)
    append(log, entry)
    assert undo(log) == entry


def things_done() -> list[str]:
    return [
        *list(TABLE)[::9],
        *list(SPANISH_TABLE)[::9],
        "squat 8,8,10 16kg 3left, rdl +2, clams skip",
        "mi\u00e9rcoles sentadilla goblet 3x8x16kg quedan3; plancha 3x45s dolor 4, resto omitir",
        "25 nov only squats 3x9 @ 35lb rpe8 but not planks",
        "bulgarian 8 left 7 right, calf 8/8/7 22,5kg bw r3 2less ok",
        "8/7 squat",
    ]


def read_what_was_done(content: bytes, asked: Session, catalogue: Catalogue) -> None:
    """All of the session is told; it can be logged, shown, read from what is shown, and undone."""
    words = content.decode(errors="surrogateescape").split()
    day, behind = day_first(words, "DAY", catalogue, TODAY, date(2026, 11, 2))
    assert words[len(words) - len(behind) :] == behind
    did = read_done(behind, asked, catalogue, Units.KG)
    assert did.keys() >= {each.id for each in asked.exercises}
    assert did.keys() >= named_in(behind, asked, catalogue, Units.KG)
    entry = SessionLog(date=day or TODAY, did=did)
    with nothing_refused():
        assert read_log(item_of(entry), "log.yaml") == History(sessions=(entry,))
    shown = {}
    for each in asked.exercises:
        if [work.form for work in did[each.id]] == [each.form]:
            shown[each.id] = work_words(did[each.id][0], Units.KG)
    told = "; ".join(f"{id_}: {work}" for id_, work in shown.items())
    with nothing_refused():
        again = read_done([told], asked, catalogue, Units.KG)
    assert {id_: again[id_] for id_ in shown} == {id_: did[id_] for id_ in shown}


def read_an_import(content: bytes) -> None:
    """Each set is logged or told; what is logged is read back, and new only once."""
    known = {"file": "log.csv", "today": TODAY, "zone": UTC}
    found = read_import(
        content,
        catalogue=CATALOGUE,
        units=Units.KG,
        file_units=Units.KG,
        names={"Cossack": "none", "Lunge": "lunges"},
        **known,
    )
    new = new_sessions(found.sessions, History())
    imported_view.show(found, new, CATALOGUE, CONSOLE)
    with nothing_refused():
        assert read_log("".join(map(item_of, new)), "log.yaml") == History(sessions=new)
    assert not new_sessions(found.sessions, History(sessions=found.sessions))
    if found.source != "befit":
        table = read_app_table(decoded(content), units=Units.KG, **known)
        told = {*found.names, *found.not_ours, *[each.name for each in found.unknown]}
        sets = [each for day in table.sessions for each in day.exercises if each.name in told]
        assert sets == [each for day in table.sessions for each in day.exercises]
        logged = sum(session.sets for session in found.sessions)
        assert logged == sum(len(each.sets) for each in sets if each.name in found.names)


def read_ticks(content: bytes) -> None:
    """Each session whose box is ticked is logged or told, and what is logged can be undone."""
    found = read_ticked_plan(content, "plan.md", CATALOGUE, today=TODAY, units=Units.KG)
    with nothing_refused():
        for session in found.sessions:
            can_be_taken_back(session)
    boxes = TICKED.findall(decoded(content))
    assert len(boxes) <= len(found.sessions) + len(found.unread)


def read_runs(content: bytes, name: str) -> None:
    """No event gets lost; what was read is shown, and read again from a table or a schedule."""
    listing = read_listing(content, name, UTC)
    if name.endswith(".ics") and not re.search(rb"RRULE|RDATE|RECURRENCE-ID", content, re.I):
        lines = re.split(r"[\r\n]+", unfolded(content).upper())
        events = sum(line.rstrip() == "BEGIN:VEVENT" for line in lines)
        assert events <= len(listing.entries) + len(listing.unread)
    plan = read_running_plan(content, name, UTC)
    runs_view.show(plan, name, CONSOLE)
    runs_json.render(plan)
    if len(listing.entries) < 2_000:
        written = as_a_file(listing.entries)
        with nothing_refused():
            again = read_listing(written.encode(), "plan", UTC).entries
        assert sorted(days(again)) == sorted(days(listing.entries))


def days(entries: Iterable[Entry]) -> list[tuple[date | int, str]]:
    """Each entry that says something, on its day."""
    return [(entry.day or entry.place, entry.title) for entry in entries if entry.title]


def as_a_file(entries: Sequence[Entry]) -> str:
    """A table of their dates and titles; where they have no dates, a schedule."""
    if entries[0].day is not None:
        table = io.StringIO()
        rows = [(str(entry.day), entry.title) for entry in entries]
        csv.writer(table).writerows([("date", "title"), *rows])
        return table.getvalue()
    last = max(entry.place for entry in entries)
    workouts: list[list[str]] = [[] for _ in range(last // 7 * 7 + 7)]
    for entry in entries:
        workouts[entry.place].append(entry.title)
    weeks = [{"workouts": workouts[at : at + 7]} for at in range(0, len(workouts), 7)]
    return json.dumps({"schedule": weeks})


def near_days() -> list[str]:
    return [
        *(*DAYS_AHEAD, *DAYS_GONE, *DAYS_TOGETHER, *WEEKS_NEAR, *OFF_WORDS, *MONTHS),
        *("today", "pasado ma\u00f1ana", "el viernes", "next week", "18 de abril de 2027"),
        *("Sunday, April 18th, 2027", "18/04/2027", "mon..fri", "lun a vie", "weekends"),
        *("away fri..sun", "ill", "de viaje 2026-12-01..2026-12-09", "none", "hurt sat.."),
        *("knee=4,calf=2", "rodilla 4/10", "8:30 24 Nov. 2026", "2026-11-24T08:00:00Z"),
    ]


def read_near_days(content: bytes) -> None:
    """What is understood can be said again, in befit's own words."""
    text = content.decode(errors="surrogateescape")
    for said in (a_week, a_day, a_day_gone, a_date, weekdays, time_off, pain, a_cell):
        with suppress(BefitError):
            said(text)


def a_week(text: str) -> None:
    assert near_week(text, TODAY) is None or near_week(text, TODAY).weekday() == 0


def a_day(text: str) -> None:
    day = read_day(Saying(text, "DAY", CATALOGUE), TODAY)
    assert read_day(Saying(str(day), "DAY", CATALOGUE), TODAY) == day


def a_day_gone(text: str) -> None:
    day = read_day_gone(Saying(text, "DAY", CATALOGUE), TODAY)
    assert day is None or read_day_gone(Saying(str(day), "DAY", CATALOGUE), TODAY) == day


def a_date(text: str) -> None:
    day = read_date("DAY", text)
    with nothing_refused():
        assert read_date("DAY", str(day)) == day


def weekdays(text: str) -> None:
    found = read_days(text)
    with nothing_refused():
        assert read_days(", ".join(found)) == found


def time_off(text: str) -> None:
    off = read_time_off(text.split(), TODAY, CATALOGUE)
    last = off.last if off.last < date.max else ""
    with nothing_refused():
        again = read_time_off([f"{off.why or 'none'} {off.first}..{last}"], TODAY, CATALOGUE)
    assert again[:3] == off[:3]
    if off.logged is not None:
        assert read_log(item_of(off.logged), "log.yaml") == History(away=(off.logged,))


def pain(text: str) -> None:
    pains = read_pain(text)
    with nothing_refused():
        assert read_pain(",".join(f"{where}={much}" for where, much in pains.items())) == pains


def a_cell(text: str) -> None:
    (day,) = read_dates([("line 1", text)], "plan.csv", UTC)
    assert day is None or read_dates([("line 1", str(day))], "plan.csv", UTC) == [day]


def plans(format: str, catalogue: Catalogue = CATALOGUE) -> list[str]:
    athlete = Athlete(minutes=15, niggles=(Niggle.ITB,))
    season = plan_season(athlete, MONDAY)
    texts = []
    for week in (season[0], season[-1]):
        plan = make_plan(athlete, catalogue, (week,))
        if catalogue is IN_SPANISH:
            plan = replace(plan, language=Language.ES)
        texts.append(str(render(plan, format, catalogue=catalogue)))
    return texts


def read_a_plan(content: bytes, name: str, catalogue: Catalogue) -> None:
    """What is read can be asked every rule, and written and read again."""
    plan = read_plan(content, name, catalogue)
    if name.endswith(".md"):
        assert not left_out(content.decode("utf-8-sig"), plan)
    check_plan(plan, catalogue)
    written = str(render(plan, "json", catalogue=catalogue))
    with nothing_refused():
        assert read_plan(written.encode(), "plan.json", catalogue) == plan


RUNS = "running-plans"
READERS: dict[str, tuple[Callable[[], Sequence[str | bytes]], Callable[[bytes], None]]] = {
    "catalogue": (catalogues, read_a_catalogue),
    "catalogue.es": (translations, read_a_translation),
    "profile": (profiles, read_a_profile),
    "adjusted": (adjusted_profiles, read_an_adjusted_profile),
    "roster.csv": (rosters, partial(read_a_roster, name="roster.csv")),
    "roster.yaml": (lists, partial(read_a_roster, name="roster.yaml")),
    "picks": (picks, read_a_pick),
    "log": (logs, read_a_log),
    "done": (things_done, partial(read_what_was_done, asked=ASKED, catalogue=CATALOGUE)),
    "done.es": (
        things_done,
        partial(read_what_was_done, asked=in_spanish(ASKED), catalogue=IN_SPANISH),
    ),
    "import": (partial(samples, "logs", ".csv"), read_an_import),
    "ticks": (partial(samples, "logs", ".md"), read_ticks),
    "runs.ics": (partial(samples, RUNS, ".ics"), partial(read_runs, name="plan.ics")),
    "runs.csv": (partial(samples, RUNS, ".csv"), partial(read_runs, name="plan.csv")),
    "runs.yaml": (partial(samples, RUNS, ".yaml"), partial(read_runs, name="plan.yaml")),
    "days": (near_days, read_near_days),
    "plan.md": (
        partial(plans, "md"),
        partial(read_a_plan, name="plan.md", catalogue=CATALOGUE),
    ),
    "plan.es.md": (
        partial(plans, "md", IN_SPANISH),
        partial(read_a_plan, name="plan.md", catalogue=IN_SPANISH),
    ),
    "plan.json": (
        partial(plans, "json"),
        partial(read_a_plan, name="plan.json", catalogue=CATALOGUE),
    ),
}
"""By name, sound files to begin with and what reads one."""

if __name__ == "__main__":
    main()
