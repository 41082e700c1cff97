"""What every plan says to keep its reader safe, and that none promises too much.

R61 to R65 have a line that stands in every plan; `left_out` asks for each of them.
"""

from __future__ import annotations

import re

from befit_cli.evidence.niggles import REFUSED
from befit_cli.rules.case import WHOLE, Case, at, on
from befit_cli.rules.rule import CONSENSUS, Breach, Breaches, Kind, Rule
from befit_cli.values import Plan, phrase, verbatim

# "Does not prevent injuries" is what was shown, so a denial right before the word is none of these.
_PROMISE = re.compile(
    r"(?<!not )(?<!n't )(?<!cannot )(?<!never )\bprevents?\b[^.]*\binjur|\binjury[- ]proof",
    re.IGNORECASE,
)
_NO_PROMISE = phrase("no promise of fewer injuries")


def left_out(rule: Rule, plan: Plan) -> Breaches:
    """The rule's line, where the plan does not say it to the letter."""
    if rule.line and rule.line not in plan.safety:
        yield Breach(WHOLE, phrase("left out"), verbatim(rule.line))


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
    line="Pain 0-3 of 10: go on. 4-5: do less. Over 5, or sharp, or worse from day to day: stop.",
).register()

Rule(
    "R62",
    Kind.MUST,
    text=phrase("the plan says when to stop and get help at once"),
    basis=CONSENSUS,
    advice=phrase("A plan says when to stop and get help: put the sentence back."),
    line="Stop now and get help: chest pain or pressure, unusual breathlessness, faintness, sudden "
    "weakness, severe headache.",
).register()

Rule(
    "R63",
    Kind.MUST,
    text=phrase("the plan says when to see a clinician"),
    basis=CONSENSUS,
    advice=phrase("A plan says when to see a clinician: put the sentence back."),
    line="See a clinician: pain on one point of a bone, pain at night or at rest, a limp, a joint "
    "that locks or gives way, numbness, or no better in 2-3 weeks.",
).register()

Rule(
    "R64",
    Kind.MUST,
    text=phrase("the plan says who needs clearance first, and that it is education"),
    basis=CONSENSUS,
    advice=phrase("A plan says who should ask a doctor first: put the sentence back."),
    line="Pregnant, under 18, or with a heart, kidney or metabolic condition: get clearance first. "
    "This plan is education, not medical advice.",
).register()


@Rule(
    "R65",
    Kind.MUST,
    text=phrase("the plan promises no fewer injuries, and of its effect only what was shown"),
    basis="Wu 2024: nine trials, 1,904 runners; Taddei 2020 (n = 118); Blagrove 2018 (Sports Med "
    "48:1117)",
    advice=phrase(
        "No study shows that strength work keeps injuries away: say only what was shown."
    ),
    line="Strength work is no shield: nine trials with 1,904 runners show no fewer injuries "
    "overall (Wu 2024); foot training is the exception (Taddei 2020, n = 118). Two or three "
    "sessions a week for 6-20 weeks improve running economy by 2-8 % (Blagrove 2018).",
).of_week
def promises(case: Case) -> Breaches:
    # All words of a plan that may come from somebody else; the safety lines are befit's own.
    for note in case.week.notes:
        if _promises(note.text):
            yield Breach(WHOLE, verbatim(note.text), _NO_PROMISE)
    for session in case.week.sessions:
        if _promises(session.why):
            yield Breach(on(session.day), verbatim(session.why), _NO_PROMISE)
    for session, exercise in case.exercises:
        for text in (exercise.cue, exercise.progress, exercise.niggle_note or ""):
            if _promises(text):
                yield Breach(at(session, exercise), verbatim(text), _NO_PROMISE)


def _promises(text: str) -> bool:
    # The plain word first: few texts have it, and the pattern is slow.
    return "injur" in text.lower() and _PROMISE.search(text) is not None
