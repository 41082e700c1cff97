"""What every plan says to keep its reader safe, and that none promises too much or too little.

R61 to R65 have a sentence that stands in every plan; `left_out` asks for each of them.
"""

from __future__ import annotations

import re
from typing import TypeGuard

from befit_cli.evidence.niggles import REFUSED
from befit_cli.evidence.safety import SAFETY
from befit_cli.rules.case import WHOLE, Case, at, on
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import OWN_WORDS, Phrase, Plan, SafetyLine, phrase, verbatim

_OVERCLAIMS = (
    # "Does not prevent injuries" is what was shown: a denial right before the word makes it none.
    r"(?<!not )(?<!n't )(?<!cannot )(?<!never )\bprevents?\b[^.]*\binjur|\binjury[- ]proof"
    r"|(?<!no )(?<!nunca )\b(?:previenen?|prevenir|evitan?|evitar)\b[^.]*\blesi[oó]n"
    r"|\ba\s+prueba\s+de\s+lesiones\b"
    # Two trials did find fewer, so that no study shows it is as wrong as a promise.
    r"|\bno (?:study|trial)s?\b[^.]*\binjur|\bning[uú]n (?:estudio|ensayo)\b[^.]*\blesi[oó]n"
)
_NO_PROMISE = phrase("what the trials show of injuries, neither more nor less")


def left_out(rule: Rule, plan: Plan) -> Breaches:
    """The rule's sentence, where it has one and the plan does not say it to the letter."""
    if rule.id in SAFETY and SafetyLine(rule=rule.id) not in plan.safety:
        yield Breach(WHOLE, phrase("left out"), Phrase(SAFETY[rule.id], {}))


@Rule(
    "R60",
    Kind.MUST,
    text=phrase("with a bone-stress niggle befit plans nothing and sends to a clinician"),
    basis=CONSENSUS,
    advice=phrase(
        "Pain on a bone comes before any plan: see a doctor or physiotherapist first.",
    ),
).of_week
def refused(case: Case) -> Breaches:
    for niggle in case.athlete.niggles:
        if niggle in REFUSED:
            yield Breach(
                WHOLE,
                phrase("a plan with the niggle {niggle}", niggle=niggle),
                phrase("a clinician first"),
            )


Rule(
    "R61",
    Kind.MUST,
    text=phrase("the plan says what to do at which pain"),
    basis=CONSENSUS,
    advice=phrase("A plan says which pain is fine and which is not: put the sentence back."),
).register()

Rule(
    "R62",
    Kind.MUST,
    text=phrase("the plan says when to stop and get help at once"),
    basis=CONSENSUS,
    advice=phrase("A plan says when to stop and get help: put the sentence back."),
).register()

Rule(
    "R63",
    Kind.MUST,
    text=phrase("the plan says when to see a clinician"),
    basis=CONSENSUS,
    advice=phrase("A plan says when to see a clinician: put the sentence back."),
).register()

Rule(
    "R64",
    Kind.MUST,
    text=phrase("the plan says who needs clearance first, and that it is education"),
    basis=CONSENSUS,
    advice=phrase("A plan says who should ask a doctor first: put the sentence back."),
).register()


@Rule(
    "R65",
    Kind.MUST,
    text=phrase(
        "the plan promises no fewer injuries, does not say that no study shows them, and claims of "
        "its effect only what was shown"
    ),
    basis=phrase(
        "Wu 2024: nine trials, 1,904 runners; Leppanen 2024 (BJSM 58:722); Taddei 2020 (n = "
        "118); Blagrove 2018 (Sports Med 48:1117)"
    ),
    advice=phrase(
        "Nine trials together show no fewer injuries, and two others found fewer: say only what "
        "was shown."
    ),
).of_week
def promises(case: Case) -> Breaches:
    # All words of a plan that are the catalogue's or a person's: befit's own promise nothing.
    for note in case.week.notes:
        text = note.facts.get(OWN_WORDS)
        if _overclaims(text):
            yield Breach(WHOLE, verbatim(text), _NO_PROMISE)
    for session in case.week.sessions:
        for reason in session.reasons:
            text = reason.facts.get(OWN_WORDS)
            if _overclaims(text):
                yield Breach(on(session.day), verbatim(text), _NO_PROMISE)
    for session, exercise in case.exercises:
        own = exercise.next.text if exercise.next else None
        for text in (exercise.cue, own, exercise.niggle_note):
            if _overclaims(text):
                yield Breach(at(session, exercise), verbatim(text), _NO_PROMISE)


def _overclaims(text: str | None) -> TypeGuard[str]:
    if not text:
        return False
    # The plain word first: few texts have it, and the pattern is slow.
    plain = text.lower()
    if "injur" not in plain and "lesi" not in plain:
        return False
    return re.search(_OVERCLAIMS, text, re.IGNORECASE) is not None
