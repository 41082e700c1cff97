"""What every plan says, the most urgent first."""

from __future__ import annotations

SAFETY = {
    "R61": (
        "Pain 0-3 of 10: go on. 4-5: do less. Over 5, or sharp, or worse from day to day: stop."
    ),
    "R62": (
        "Stop now and get help: chest pain or pressure, unusual breathlessness, faintness, sudden "
        "weakness, severe headache."
    ),
    "R63": (
        "See a clinician: pain on one point of a bone, pain at night or at rest, a limp, a joint "
        "that locks or gives way, numbness, or no better in 2-3 weeks."
    ),
    "R64": (
        "Pregnant, under 18, or with a heart, kidney or metabolic condition: get clearance first. "
        "This plan is education, not medical advice."
    ),
    "R65": (
        "Strength work is no shield: nine trials with 1,904 runners show no fewer injuries overall "
        "(Wu 2024); foot training is the exception (Taddei 2020, n = 118). Two or three sessions a "
        "week for 6-20 weeks improve running economy by 2-8 % (Blagrove 2018)."
    ),
}
"""The sentences of R61 to R65, each under its rule."""
