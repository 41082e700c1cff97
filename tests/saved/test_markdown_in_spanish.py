"""A plan in Markdown in Spanish is read as the same one in English is, by a befit that speaks either,
and made from a catalogue in either.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from strategies import CATALOGUE, IN_SPANISH
from written_plan import edited, faults_of, read

from befit_cli import views
from befit_cli.language import Language, speaking
from befit_cli.saved.plan_file import language_of_plan, read_plan
from befit_cli.values import Reason, ReasonKey

HEAD = """\
befit: 0.1.0
schema: 2
language: {language}
athlete:
  race: half
  sessions: 2
  level: beginner
  kit: []
  minutes: 30
  long_run: sun
  hard_runs: [wed]
  days: [mon, tue, wed, thu, fri, sat, sun]
  focus: null
  niggles: []
  without: []
  race_date: null
weeks:
- {{number: 1, of: 12, starts: 2026-11-23, phase: general, deload: false, taper: false}}
-->
"""
ENGLISH_TEXT = f"""\
# Strength for the half marathon

## Week 1 of 12 · general strength

### Monday 23 November · low load · 25 min

- [ ] Done

Monday, the day after your long run: the legs are still recovering, so nothing heavy.

**Warm-up, 3 min**

1. one easy set of the first exercise

Effort: stop with 3 left, unless the row says otherwise.

| Exercise | Dose | Rest | Cue | Did |
| --- | --- | --- | --- | --- |
| Bodyweight squat | 2 × 8, 4 or more left | 75 s |  |  |
| Reverse lunge | 2 × 8 each side, time to spare | 1.5 min |  |  |
| Plank | 2 × 20-s hold, stop if form slips | none |  |  |

**Mind**

- Reverse lunge: Cuidado.

**Changed by your log**

- Plank: You came to this number by your log.

**When it gets easy**

- Bodyweight squat: At 10 in the last set, twice in a row: one repetition more.

### Notes

- The race is too near to begin with strength: rest, run easily, and begin after the race. <!-- R39 -->

## Safety

- Pain 0-3 of 10: go on. 4-5: do less. Over 5, or sharp, or worse from day to day: stop.

<!-- befit reads the plan back by what stands here: leave it in.
{HEAD.format(language="en")}"""
TEXT = f"""\
# Fuerza para la media maratón

## Semana 1 de 12 · fuerza general

### Lunes 23 de noviembre · carga baja · 25 min

- [ ] Hecha

El lunes, el día después de tu tirada larga: las piernas aún se están recuperando, así que nada pesado.

**Calentamiento, 3 min**

1. una serie suave del primer ejercicio

Esfuerzo: deja 3 en reserva, salvo que la fila diga otra cosa.

| Ejercicio | Dosis | Descanso | Clave | Hice |
| --- | --- | --- | --- | --- |
| Sentadilla sin peso | 2 × 8, 4 o más en reserva | 75 s |  |  |
| Zancada atrás | 2 × 8 por lado, tiempo de sobra | 1,5 min |  |  |
| Plancha | 2 × 20 s, para si pierdes la técnica | ninguno |  |  |

**Ten en cuenta**

- Zancada atrás: Cuidado.

**Cambiado por tu registro**

- Plancha: Llegaste a este número según tu registro.

**Cuando resulte fácil**

- Sentadilla sin peso: Con 10 en la última serie, dos veces seguidas: una repetición más.

### Notas

- La carrera está demasiado cerca para empezar con la fuerza: descansa, corre suave y empieza después de la carrera. <!-- R39 -->

## Seguridad

- Dolor de 0-3 sobre 10: sigue. De 4-5: haz menos. De más de 5, o punzante, o cada día peor: detente.

<!-- befit lee el plan por lo que hay aquí: no lo quites.
{HEAD.format(language="es")}"""


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    """What befit speaks while it reads."""
    with speaking(request.param):
        yield request.param


def test_it_is_the_plan_that_the_english_one_is(language: Language) -> None:
    assert read(TEXT).weeks == read(ENGLISH_TEXT).weeks
    assert read(TEXT).safety == read(ENGLISH_TEXT).safety


def test_the_plan_says_what_it_is_in() -> None:
    assert read(TEXT).language is Language.ES
    assert read(ENGLISH_TEXT.replace("language: en\n", "")).language is Language.EN


def test_from_a_catalogue_in_its_language_its_exercises_keep_their_names() -> None:
    plan = read_plan(TEXT.encode(), "plan.md", IN_SPANISH)
    names = [exercise.form for exercise in plan.weeks[0].sessions[0].exercises]
    assert names == ["Sentadilla sin peso", "Zancada atrás", "Plancha"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Lunes 23 de noviembre", "LUNES", id="a day without its date"),
        pytest.param("Lunes 23 de noviembre", "lun 23 nov", id="a day by three letters"),
        pytest.param("Lunes 23 de noviembre", "Monday 23 November", id="a day in English"),
        pytest.param("carga baja", "baja", id="a load alone"),
        pytest.param("| Ejercicio | Dosis |", "| exercise | DOSIS |", id="columns of both"),
        pytest.param("2 × 8, 4 o más", "2 series de 8, 4 o más", id="sets of repetitions"),
        pytest.param("2 × 8, 4 o más", "2x8 repeticiones, 4 o más", id="repetitions in words"),
        pytest.param("2 × 8 por lado", "2 × 8 cada pierna", id="each leg"),
        pytest.param("2 × 20 s", "2 × 20 segundos", id="seconds in words"),
        pytest.param("4 o más en reserva", "deja 4 o más", id="an effort that begins with leaving"),
        pytest.param("para si pierdes la técnica", "stop if form slips", id="an effort in English"),
        pytest.param("para si pierdes", "detente si se rompe", id="an effort in other words"),
        pytest.param("tiempo de sobra", "para con tiempo de sobra", id="a whole effort"),
        pytest.param("| ninguno |", "| sin descanso |", id="no rest"),
        pytest.param("1,5 min", "90 seg", id="rest in seconds"),
        pytest.param(
            "deja 3 en reserva, salvo", "deja 3 repeticiones, salvo", id="the usual effort"
        ),
        pytest.param("## Seguridad", "## Safety", id="a heading in English"),
        pytest.param("- [ ] Hecha\n\nEl", "- [x] Hecho\n\nEl", id="ticked"),
        pytest.param("- [ ] Hecha\n\nEl", "- [ ] Perdida (lesión)\n\nEl", id="missed"),
    ],
)
def test_another_way_to_write_the_same(old: str, new: str) -> None:
    assert read(edited(TEXT, old, new)) == read(TEXT)


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        ("Martes", 1),
        ("Miércoles", 2),
        ("miercoles", 2),
        ("mié", 2),
        ("Jueves", 3),
        ("Viernes", 4),
        ("Sábado", 5),
        ("sabado", 5),
        ("Domingo", 6),
    ],
)
def test_a_session_is_moved_by_its_day(day: str, weekday: int) -> None:
    (session,) = read(edited(TEXT, "Lunes 23", f"{day} 23")).weeks[0].sessions
    assert session.date.weekday() == weekday


def test_words_of_ones_own_stay_beside_befits() -> None:
    text = edited(TEXT, "así que nada pesado.", "así que nada pesado. ¡Qué bien fue!")
    (session,) = read(text).weeks[0].sessions
    own = Reason(ReasonKey.OWN, {"text": "¡Qué bien fue!"})
    assert [reason.key for reason in session.reasons] == [ReasonKey.AFTER_LONG_RUN, own.key]
    assert session.reasons[1] == own


def test_a_box_without_its_bullet_is_no_reason_for_the_day() -> None:
    reason = next(line for line in TEXT.splitlines() if line.startswith("El lunes"))
    (session,) = read(edited(TEXT, reason, "Me viene bien.\n\n[x] Hecha")).weeks[0].sessions
    assert session.reasons == (Reason(ReasonKey.OWN, {"text": "Me viene bien."}),)


def test_a_spanish_befit_tells_what_is_wrong_in_spanish() -> None:
    line = TEXT.splitlines().index("### Lunes 23 de noviembre · carga baja · 25 min") + 1
    with speaking(Language.ES):
        told = faults_of(edited(TEXT, "Lunes 23", "Lnues 23"))
    assert told == [
        f"{line}: 'Lnues 23 de noviembre · carga baja · 25 …' no es ni una sesión, que "
        "empieza por su día de la semana, ni las notas; ¿quizá querías decir 'lunes'?",
    ]


def test_a_language_that_befit_does_not_speak_is_told() -> None:
    (told,) = faults_of(edited(TEXT, "language: es", "language: fr"))
    assert told.endswith("'fr' is not a language; the languages are en, es")


@pytest.mark.parametrize("format", ["md", "json"])
@pytest.mark.parametrize("said", Language)
def test_what_a_plan_is_in_is_known_before_it_is_read(format: str, said: Language) -> None:
    plan = read(TEXT.replace("language: es", f"language: {said}"))
    rendered = views.render(plan, format, catalogue=CATALOGUE)
    assert isinstance(rendered, str)
    assert language_of_plan(rendered.encode()) is said


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"{", id="no JSON"),
        pytest.param(b'{"language": 3}', id="a number"),
        pytest.param(b'{"language": "fr"}', id="a language that befit does not speak"),
        pytest.param(b"# A plan\n\nlanguage: es\n", id="no head"),
    ],
)
def test_english_is_what_everything_else_is_in(content: bytes) -> None:
    assert language_of_plan(content) is Language.EN
