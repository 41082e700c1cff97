"""The rules of a good plan: each with its kind, its text and what it rests on."""

from __future__ import annotations

from befit_cli.values import Value


class Rule(Value, frozen=True):
    """One rule: `kind` is must, should or note; `basis` a study, or consensus."""

    id: str
    kind: str
    text: str
    basis: str


ACSM_2009 = "ACSM 2009 position stand on resistance training"
CONSENSUS = "consensus"

RULES = (
    Rule(
        "R01",
        "must",
        "2 or 3 sessions in a build week, 2 by default; taper weeks may have fewer",
        "Blagrove 2018 (Sports Med 48:1117); " + ACSM_2009,
    ),
    Rule(
        "R03",
        "must",
        "every week has a knee-dominant, a hip-dominant, a calf, a one-leg, a lateral hip, a "
        "core and a pulling exercise, and so legs, "
        "hips, core and arms; a should under 60 minutes a week, with a niggle or with something "
        "excluded; not asked in a taper",
        "Iversen 2021 (Sports Med 51:2079) for press, pull and push; the rest consensus",
    ),
    Rule(
        "R04",
        "should",
        "weekly sets per leg muscle in build weeks: at least 4, at most 16 (beginner 12); a "
        "primary muscle counts 1, a secondary one 0.5",
        "Iversen 2021; counting after Pelland 2025; ceilings consensus",
    ),
    Rule(
        "R05",
        "should",
        "3 to 7 exercises in a session of a build week, at most 18 sets, and at least 8 where 30 "
        "minutes or more were asked for",
        CONSENSUS,
    ),
    Rule(
        "R06",
        "must",
        "order in a session: power, main, accessory, then prehab, core and mobility in any order",
        ACSM_2009 + " (large before small, multi-joint first)",
    ),
    Rule(
        "R07",
        "must",
        "no exercise twice in a session, and at most one of a family (prehab and mobility apart)",
        CONSENSUS,
    ),
    Rule(
        "R10",
        "must",
        "two sessions of medium or high load are at least 2 days apart",
        ACSM_2009 + " (non-consecutive days)",
    ),
    Rule(
        "R11",
        "must",
        "no high-load session on the day before a hard run or the long run",
        "Doma & Deakin 2013: next-day time to exhaustion fell 18 % when the run came first and "
        "29 % when strength came first",
    ),
    Rule(
        "R12",
        "should",
        "no high-load session within 2 days before a hard or long run, for a beginner or in the "
        "first 2 weeks of a block",
        CONSENSUS,
    ),
    Rule(
        "R13",
        "must",
        "strength on a hard-run day says: run first, strength at least 3 hours later, better 6",
        "Schumann 2022 (Sports Med 52:601); Robineau 2016 (JSCR 30:672)",
    ),
    Rule("R14", "must", "no medium or high load on the day of the long run", CONSENSUS),
    Rule(
        "R15",
        "must",
        "no high load on the day after the long run; a should for 5k and 10k",
        CONSENSUS,
    ),
    Rule(
        "R16",
        "should",
        "at least one day a week with neither strength nor a hard or long run",
        CONSENSUS,
    ),
    Rule("R18", "must", "at most 2 high-load sessions a week; a third is medium or low", CONSENSUS),
    Rule(
        "R20",
        "must",
        "jump landings in a session: beginner none in weeks 1 to 4, then at most 40; "
        "intermediate 80; advanced 100",
        "caps in the manner of the NSCA, lowered because running is jumping; consensus",
    ),
    Rule("R21", "must", "at most 2 sessions with jumps a week, at least 2 days apart", CONSENSUS),
    Rule("R22", "must", "no jumps with a niggle that bars them", CONSENSUS),
    Rule(
        "R23",
        "should",
        "jumps' share of leg sets, when they are in: 5k 20-25 %, 10k 15-20 %, half 10-15 %, "
        "marathon 5-10 %",
        "consensus: no trial compares race distances",
    ),
    Rule(
        "R30",
        "must",
        "the plan says how to add load: two repetitions over the target in the last set, two "
        "sessions running, then 2-10 % "
        "more or the next form",
        ACSM_2009,
    ),
    Rule(
        "R32",
        "must",
        "between deloads, in one phase: sessions keep their days, main exercises their day and "
        "form; at most one of sets, repetitions (or "
        "hold) and form changes from week to week, never backwards; each main exercise progresses",
        CONSENSUS,
    ),
    Rule("R33", "should", "hard leg sets grow by at most 20 % or 2 sets a week", CONSENSUS),
    Rule(
        "R34",
        "must",
        "after 3 build weeks (at least 2, at most 5) comes a deload or the taper; a deload has "
        "50-70 % of the sets of the week before",
        "Rogerson 2024 (Sports Med Open 10:26): every 5.6 weeks on average; depth consensus",
    ),
    Rule(
        "R35",
        "must",
        "a block of 2 weeks or more ends in a taper: 5k and 10k one week, half and marathon two, "
        "one more when the race is from Monday to "
        "Thursday; at most 59 % of the last build week's sets, the first of two at least 40 %",
        "Bosquet 2007 (MSSE 39:1358); Wang 2023 (PLoS ONE 18:e0282838), by analogy",
    ),
    Rule(
        "R36",
        "must",
        "last high-load session before the race: 5k 5 days or more, 10k 6, half 8, marathon 10",
        CONSENSUS,
    ),
    Rule(
        "R37",
        "must",
        "last jumps before the race: 5k and 10k 4 days or more, half 7, marathon 10",
        CONSENSUS,
    ),
    Rule(
        "R38",
        "must",
        "last strength before the race: 5k and 10k 2 days or more, half and marathon 3; medium "
        "load before a marathon 5",
        CONSENSUS,
    ),
    Rule(
        "R40",
        "note",
        "under 6 build weeks little can be expected; 10 or more is what the studies used",
        "Eihara 2022 (Sports Med Open 8:138); Blagrove 2018 (Sports Med 48:1117)",
    ),
    Rule(
        "R45",
        "must",
        "a session takes at most the minutes asked for, 15 to 60",
        "what runners ask for; consensus",
    ),
    Rule("R45b", "should", "a session takes at least 80 % of the minutes asked for", CONSENSUS),
    Rule(
        "R46",
        "must",
        "a session's minutes are the time estimate, rounded up",
        ACSM_2009 + " (1-2 s up, 1-2 s down)",
    ),
    Rule(
        "R47",
        "must",
        "a warm-up that raises, activates, mobilises and potentiates, without long static "
        "stretches: 5 minutes, 8 before high load or "
        "jumps, 3 where under 20 minutes were asked for",
        "Jeffreys' RAMP warm-up",
    ),
    Rule(
        "R56",
        "must",
        "no form above the athlete's level; level is lifting history: under 6 months, more, over "
        "2 years",
        ACSM_2009,
    ),
    Rule(
        "R57",
        "must",
        "repetitions in reserve: beginner at least 3, others at least 1; never to failure",
        "ACSM 2026 (failure not needed); consensus",
    ),
    Rule(
        "R58", "must", "nothing that the athlete's kit lacks, nothing that they excluded", CONSENSUS
    ),
    Rule(
        "R59",
        "must",
        "with a niggle: nothing marked avoid, what is marked modify carries its note, and at "
        "least one first-line exercise is in the week",
        "per niggle: Collins 2018 (BJSM 52:1170), Powers 2014, Rathleff 2015, Chimenti 2024, Cai "
        "2017, Goom 2016; the rest consensus",
    ),
    Rule(
        "R60",
        "must",
        "with a bone-stress niggle befit plans nothing and sends to a clinician",
        CONSENSUS,
    ),
    Rule("R61", "must", "the plan says what to do at which pain", CONSENSUS),
    Rule("R62", "must", "the plan says when to stop and get help at once", CONSENSUS),
    Rule("R63", "must", "the plan says when to see a clinician", CONSENSUS),
    Rule(
        "R64",
        "must",
        "the plan says who needs clearance first, and that it is education",
        CONSENSUS,
    ),
    Rule(
        "R65",
        "must",
        "the plan promises no fewer injuries, and of its effect only what was shown",
        "Wu 2024: nine trials, 1,904 runners; Taddei 2020 (n = 118); Blagrove 2018 (Sports Med "
        "48:1117)",
    ),
)
RULE_BY_ID = {rule.id: rule for rule in RULES}

SAFETY = {
    "R61": "Pain 0-3 of 10: go on. 4-5: do less. Over 5, or sharp, or worse from day to day: stop.",
    "R62": "Stop now and get help: chest pain or pressure, unusual breathlessness, faintness, "
    "sudden weakness, severe headache.",
    "R63": "See a clinician: pain on one point of a bone, pain at night or at rest, a limp, a "
    "joint that locks or gives way, numbness, "
    "or no better in 2-3 weeks.",
    "R64": "Pregnant, under 18, or with a heart, kidney or metabolic condition: get clearance "
    "first. "
    "This plan is education, not medical advice.",
    "R65": "Strength work is no shield: nine trials with 1,904 runners show no fewer injuries "
    "overall (Wu 2024); foot training is the "
    "exception (Taddei 2020, n = 118). Two or three sessions a week for 6-20 weeks improve "
    "running economy by 2-8 % (Blagrove 2018).",
}
"""R61 to R65: what every plan says, the most urgent first."""
