"""What befit leaves out of a running plan, and what is no running plan, told in Spanish."""

from __future__ import annotations

import json
from typing import Any

import pytest
from running_plans import calendar, event, listing, told

from befit_cli.errors import BefitError
from befit_cli.language import Language, speaking

LEFT_OUT = {
    "a birthday": (
        calendar(event("DTSTART:20261123", "RRULE:FREQ=YEARLY", title="Ana")),
        ("evento 1", "'Ana' se repite cada año, y ningún entrenamiento lo hace"),
    ),
    "a run that is done": (
        calendar(event("DTSTART:20261123", "STATUS:COMPLETED", title="Rodaje")),
        ("evento 1", "'Rodaje' ya está hecho"),
    ),
    "an event without a title": (
        calendar(event("DTSTART:never", title="")),
        ("evento 1", "un evento sin título no tiene un día que befit pueda leer"),
    ),
    "a short week": (
        json.dumps({"schedule": [{"workouts": ["Rodaje"]}]}),
        ("línea 1", "una semana de 1 entrenamiento y no de 7: befit los cuenta desde el lunes"),
    ),
    "a day that there is not": (
        "fecha,título\n2026-11-23,Rodaje\npronto,Series\n",
        ("línea 3", "'pronto' no es una fecha que befit pueda leer"),
    ),
}


@pytest.mark.parametrize(("content", "why"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_left_out_is_told_in_spanish(content: str, why: Any) -> None:
    with speaking(Language.ES):
        assert told(listing(content)) == [why]


GIVE_ONE = "Usa tu plan para correr en .ics, .yaml, .json o .csv."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param("", f"plan está vacío. {GIVE_ONE}", id="nothing"),
        pytest.param(
            "%PDF-1.7", f"plan es un PDF y no un plan para correr. {GIVE_ONE}", id="a PDF"
        ),
        pytest.param(
            "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            "plan es un calendario sin ningún evento. Expórtalo otra vez, con tu plan para correr.",
            id="an empty calendar",
        ),
        pytest.param(
            "x\n" * 2_001,
            "plan tiene más de 2000 filas, y befit lee 2000 como mucho. Usa solo el plan para "
            "correr.",
            id="no comma in a number of thousands",
        ),
    ],
)
def test_what_is_no_running_plan_is_told_in_spanish(content: str, sentence: str) -> None:
    with speaking(Language.ES), pytest.raises(BefitError) as refused:
        listing(content)
    assert str(refused.value) == sentence
