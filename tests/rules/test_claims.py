"""R65: a plan promises no fewer injuries, and does not say that no study found fewer."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from own_words import own_note
from sample_plan import sample_plan
from strategies import CATALOGUE

from befit_cli.evidence.safety import SAFETY
from befit_cli.language import Language, _, speaking
from befit_cli.rules.check import check_week
from befit_cli.values import Athlete

WEEK = sample_plan().weeks[0]
with speaking(Language.ES):
    IN_SPANISH = _(SAFETY["R65"])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("This prevents every injury.", True, id="a promise"),
        pytest.param("Makes you injury-proof.", True, id="another"),
        pytest.param("No study shows fewer injuries.", True, id="too little said"),
        pytest.param("There are no trials that found fewer injuries.", True, id="likewise"),
        pytest.param("It does not prevent injuries.", False, id="no promise"),
        pytest.param("Nine trials show no fewer injuries overall.", False, id="what was shown"),
        pytest.param("No study lasted a year. Injuries heal.", False, id="two sentences"),
        pytest.param(SAFETY["R65"], False, id="befit's own sentence"),
        pytest.param(IN_SPANISH, False, id="befit's own sentence in Spanish"),
        pytest.param("Esto previene todas las lesiones.", True, id="a promise in Spanish"),
        pytest.param("Para evitar una lesión de rodilla.", True, id="another in Spanish"),
        pytest.param("Te hace a prueba de lesiones.", True, id="a third in Spanish"),
        pytest.param("Ningún estudio muestra menos lesiones.", True, id="too little in Spanish"),
        pytest.param("No previene las lesiones.", False, id="no promise in Spanish"),
        pytest.param("Nunca evita lesiones.", False, id="another in Spanish that is none"),
        pytest.param("Evita el dolor. Las lesiones curan.", False, id="two sentences in Spanish"),
    ],
)
def test_a_claim_is_judged_by_what_it_says(text: str, wrong: bool) -> None:
    week = replace(WEEK, notes=(own_note("R16", text),))
    findings = check_week(Athlete(), week, CATALOGUE)
    assert ("R65" in {finding.rule for finding in findings}) == wrong
