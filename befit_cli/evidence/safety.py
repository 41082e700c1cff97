"""What every plan says, the most urgent first."""

from __future__ import annotations

from befit_cli.language import message

SAFETY = {
    "R61": message(
        "Pain 0-3 of 10: go on. 4-5: do less. Over 5, or sharp, or worse from day to day: stop."
    ),
    "R62": message(
        "Stop now and get help: chest pain or pressure, unusual breathlessness, faintness, sudden "
        "weakness, severe headache."
    ),
    "R63": message(
        "See a clinician: pain on one point of a bone, pain at night or at rest, a limp, a joint "
        "that locks or gives way, numbness, or no better in 2-3 weeks."
    ),
    "R64": message(
        "Pregnant, under 18, or with a heart, kidney or metabolic condition: get clearance first. "
        "This plan is education, not medical advice."
    ),
    "R65": message(
        "Expect no protection from injury: nine trials with 1,904 runners show no fewer injuries "
        "overall (Wu 2024). Supervised programmes did better, and befit is not supervised; one "
        "hip-and-core trial (Leppanen 2024) and one foot trial (Taddei 2020, n = 118) found fewer, "
        "another foot programme more. Heavy, explosive or jump training two or three times a week "
        "for 6-20 weeks improved running economy by about 2-8 % in most trials, not all "
        "(Blagrove 2018)."
    ),
}
"""The sentences of R61 to R65, each under its rule; `_` says them."""
NOT_TESTED = message(
    " These weeks have no such work: bodyweight work alone is not what they tested."
)
"""What R65 adds where a plan has neither heavy leg work nor jumps."""
NOT_ALL_TESTED = message(
    " Some of these runners have no such work: bodyweight work alone is not what they tested."
)
"""What R65 adds for several plans, some of which have neither."""
EARLIER = {
    "R65": (
        "Strength work is no shield: nine trials with 1,904 runners show no fewer injuries overall "
        "(Wu 2024); foot training is the exception (Taddei 2020, n = 118). Two or three sessions a "
        "week for 6-20 weeks improve running economy by 2-8 % (Blagrove 2018)."
    ),
}
"""What befit 0.1 said, and said wrongly: a plan of that time is read for today's sentence."""
