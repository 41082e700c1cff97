"""Words -> what was done, or one sentence about what can't be told."""

import re
import time
from contextlib import suppress

import pytest
from done_session import (
    AS_PLANNED,
    OTHER_SESSION,
    SESSION,
    differing,
    done,
    in_spanish,
    planned,
    session_of,
)
from hypothesis import assume, example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_plan import exercise
from strategies import CATALOGUE, IN_SPANISH, a_form, an_exercise, drawn, times

from befit_cli.errors import UsageError
from befit_cli.language import Language, speaking
from befit_cli.log.done_words import read_done
from befit_cli.log.told_work import as_planned
from befit_cli.values import Asked, Catalogue, Prescription, Session, Units, Work
from befit_cli.views.work import work_words

ALL_SKIPPED = "; ".join(f"{each.id} skipped" for each in SESSION.exercises)
ALL_BUT_SQUATS_SKIPPED = "; ".join(f"{each.id} skipped" for each in SESSION.exercises[1:])
TABLE = {
    # nothing differed
    "": AS_PLANNED,
    "ok": AS_PLANNED,
    "done": AS_PLANNED,
    "as planned": AS_PLANNED,
    "all as planned": AS_PLANNED,
    "squat, rdl": AS_PLANNED,
    "squats x, clams done": AS_PLANNED,
    "hecho": AS_PLANNED,
    "skip": ALL_SKIPPED,
    "rest skip": ALL_SKIPPED,
    "omitir": ALL_SKIPPED,
    "only squats": ALL_BUT_SQUATS_SKIPPED,
    "squats only": ALL_BUT_SQUATS_SKIPPED,
    "squats both legs only": ALL_BUT_SQUATS_SKIPPED,
    "only squats, rest skip": ALL_BUT_SQUATS_SKIPPED,
    "i did just the squats 3x9": f"squats 9,9,9; {ALL_BUT_SQUATS_SKIPPED}",
    "squats only 2 sets": "squats 8,8",
    # the line of the manual
    "squat 8,8,10 16kg 3left, rdl +2, clams skip": (
        "squats 8,8,10 16kg r3; romanian-deadlifts 8,8,10 20kg; clamshells skipped"
    ),
    # names
    "squats 3x9": "squats 9,9,9",
    "goblet 3x9": "squats 9,9,9",
    "goblet squat 3x9": "squats 9,9,9",
    "Goblet Squats: 3x9": "squats 9,9,9",
    "split squat 2x9": "bulgarian-split-squats 9,9",
    "bulgarian 2x9": "bulgarian-split-squats 9,9",
    "rfess 2x9": "bulgarian-split-squats 9,9",
    "calf 3x12": "calf-raises 12,12,12",
    "calf raises 3x12": "calf-raises 12,12,12",
    "single-leg calf raise on a step 3x12": "calf-raises 12,12,12",
    "clam 2x20": "clamshells 20,20",
    "plank 2x30s": "planks 30s,30s",
    "side plank 2x30s": "planks [Side plank] 30s,30s",
    "plancha copenhague con silla 2x30s": "planks [Side plank, inner knee on a chair] 30s,30s",
    "almeja pequeña, pies en la pared 2x9": "clamshells [Small clamshell, feet on the wall] 9,9",
    "sentadilla goblet 3x9, almejas 2x9": "squats 9,9,9; clamshells 9,9",
    "Sentadilla 3x9; Peso Muerto Rumano 9 9 9": "squats 9,9,9; romanian-deadlifts 9,9,9 20kg",
    "side plank, inner knee on a chair 2x30s": "planks [Side plank, inner knee on a chair] 30s,30s",
    "push-up 2x8": "planks [Push-up] 8,8",
    "plank 2x20s, side plank 2x15s": "planks 20s,20s and [Side plank] 15s,15s",
    "barbell squat 5,5,5 60kg": "squats [Barbell squat] 5,5,5 60kg",
    "barbell squat 60kg": "squats [Barbell squat] 8,8,8 60kg",
    "lunges 3x8": "lunges [?] 8,8,8",
    "walking lunge with weights 2x10 2x8kg": "lunges [Walking lunge with weights] 10,10 8kg",
    "squat 3x9, lun 3x8": "squats 9,9,9; lunges [?] 8,8,8",
    "squat skip, lunges 3x8": "squats skipped; lunges [?] 8,8,8",
    "I did the squats 3x9": "squats 9,9,9",
    # sets
    "squat 8,8,7": "squats 8,8,7",
    "squat 8/8/7": "squats 8,8,7",
    "squat 8-8-7": "squats 8,8,7",
    "squat 8 8 7": "squats 8,8,7",
    "squat 8, 8, 10 16 kg": "squats 8,8,10 16kg",
    "squat 8,8": "squats 8,8",
    "squat 10": "squats 10,10,10",
    "squat 10 reps": "squats 10,10,10",
    "squat 1x10": "squats 10",
    "squat 8,8,0": "squats 8,8,0",
    "squat 3x9": "squats 9,9,9",
    "squat 3 x 9": "squats 9,9,9",
    "squat 3×9": "squats 9,9,9",
    "squat @3x9": "squats 9,9,9",
    "squat 3 sets of 9": "squats 9,9,9",
    "squat 3 series de 9": "squats 9,9,9",
    "squat 3 sets of 9 reps": "squats 9,9,9",
    "squat 2x8, 1x6": "squats 8,8,6",
    "squat 10, 2x8": "squats 10,8,8",
    "squat 2 sets": "squats 8,8",
    "squat two sets": "squats 8,8",
    "squat 2/3 sets": "squats 8,8",
    "did 2 of 3 squats": "squats 8,8",
    "squat 8+8+7": "squats 8,8,7",
    "squat 2 sets 9 reps": "squats 9,9",
    "squat only 2 sets": "squats 8,8",
    "squat 2 of 3 sets": "squats 8,8",
    "squat 3 sets 9,9,9": "squats 9,9,9",
    "rdl 22.5kg": "romanian-deadlifts 8,8,8 22.5kg",
    "squat 8,9,10 +1 set": "squats 8,9,10,10",
    "skip clams squat 3x9": "squats 9,9,9; clamshells skipped",
    "squat +1 set": "squats 8,8,8,8",
    "squat 1 set more": "squats 8,8,8,8",
    "squat +2": "squats 8,8,10",
    "squat + 2": "squats 8,8,10",
    "squat 2 more": "squats 8,8,10",
    "squat 2less": "squats 8,8,6",
    "squat 2 menos": "squats 8,8,6",
    "squat -2": "squats 8,8,6",
    "squat 3x9 +1": "squats 9,9,10",
    "3x9 squat": "squats 9,9,9",
    "3x9 squat, 2x20 clams": "squats 9,9,9; clamshells 20,20",
    "squat 8,8,10 16kg rdl +2 clams skip": (
        "squats 8,8,10 16kg; romanian-deadlifts 8,8,10 20kg; clamshells skipped"
    ),
    "squat 3x9; rdl 3x9": "squats 9,9,9; romanian-deadlifts 9,9,9 20kg",
    "squat 3x9,rdl 3x9": "squats 9,9,9; romanian-deadlifts 9,9,9 20kg",
    "squat and clams 2x9": "squats 9,9; clamshells 9,9",
    "squat 3x9 and clams 2x9": "squats 9,9,9; clamshells 9,9",
    "squat y clams 2x9": "squats 9,9; clamshells 9,9",
    "calf 3x12 per side": "calf-raises 12,12,12",
    "calf 12,12,12 each leg": "calf-raises 12,12,12",
    # holds
    "plank 3x45s": "planks 45s,45s,45s",
    "plank 45s,40s": "planks 45s,40s",
    "plank 45s": "planks 45s,45s",
    "plank 45,40s": "planks 45s,40s",
    "plank 45,40": "planks 45s,40s",
    "plank 45 seg": "planks 45s,45s",
    "plank 1min": "planks 60s,60s",
    "plank 1:30, 1:00": "planks 90s,60s",
    "plank 1 min 30 s": "planks 90s,90s",
    "plank +5s": "planks 20s,25s",
    "plank 30s left 25s right": "planks 25s,25s other 30,30",
    # weights
    "squat 16kg": "squats 8,8,8 16kg",
    "squat 16 kg": "squats 8,8,8 16kg",
    "squat kg 16": "squats 8,8,8 16kg",
    "squat with 16kg": "squats 8,8,8 16kg",
    "squat @ 16kg": "squats 8,8,8 16kg",
    "squat 22,5kg": "squats 8,8,8 22.5kg",
    "squat 22,5 kg": "squats 8,8,8 22.5kg",
    "squat 22.5kg": "squats 8,8,8 22.5kg",
    "squat 35lb": "squats 8,8,8 15.88kg",
    "squat 35 lbs": "squats 8,8,8 15.88kg",
    "squat 16 kilos": "squats 8,8,8 16kg",
    "squat 2x16kg": "squats 8,8,8 16kg",
    "squat 2 x 16 kg dumbbells": "squats 8,8,8 16kg",
    "squat 3x9x16kg": "squats 9,9,9 16kg",
    "squat 3x9x16": "squats 9,9,9 16kg",
    "squat 3x9@16kg": "squats 9,9,9 16kg",
    "squat 60kg x 5 x 3": "squats 5,5,5 60kg",
    "squat 60kgx5 65kgx5 70kgx3": "squats 5,5,3 60,65,70kg",
    "squat 8x16kg 6x18kg": "squats 8,6 16,18kg",
    "squat 3x9 16kg,18kg,20kg": "squats 9,9,9 16,18,20kg",
    "rdl +2,5kg": "romanian-deadlifts 8,8,8 22.5kg",
    "barbell rdl 3x8": "romanian-deadlifts [Barbell Romanian deadlift] 8,8,8",
    "barbell romanian deadlift 3x8": "romanian-deadlifts [Barbell Romanian deadlift] 8,8,8",
    "banded clams 2x9": "clamshells 9,9",
    "dumbbell rdl 3x9": "romanian-deadlifts 9,9,9 20kg",
    "rdl bw": "romanian-deadlifts 8,8,8",
    "rdl bodyweight": "romanian-deadlifts 8,8,8",
    "rdl sin peso": "romanian-deadlifts 8,8,8",
    # reserve and pain
    "squat 3left": "squats 8,8,8 r3",
    "squat 3 left": "squats 8,8,8 r3",
    "squat 8,8,10 3 left": "squats 8,8,10 r3",
    "squat 8,8,10 left 3": "squats 8,8,10 r3",
    "squat 3left, 8, 8, 10": "squats 8,8,10 r3",
    "squat r3": "squats 8,8,8 r3",
    "squat rir3": "squats 8,8,8 r3",
    "squat 8,8,8 rir 2": "squats 8,8,8 r2",
    "squat 2 rir": "squats 8,8,8 r2",
    "squat 9 r3 9 r2 8 r1": "squats 9,9,8 r1",
    "squat rpe8": "squats 8,8,8 r2",
    "squat rpe 7.5": "squats 8,8,8 r2",
    "squat rpe 7,5": "squats 8,8,8 r2",
    "squat quedan3": "squats 8,8,8 r3",
    "squat quedan 3": "squats 8,8,8 r3",
    "squat 2 in the tank": "squats 8,8,8 r2",
    "squat 3 reps in reserve": "squats 8,8,8 r3",
    "squat 8,8,6 to failure": "squats 8,8,6 r0",
    "squat pain4": "squats 8,8,8 pain4",
    "squat 8,8 pain 4": "squats 8,8 pain4",
    "squat 8,8,9, 4 pain": "squats 8,8,9 pain4",
    "squat pain 4/10": "squats 8,8,8 pain4",
    "squat dolor 4": "squats 8,8,8 pain4",
    "squat no pain": "squats 8,8,8 pain0",
    # sides
    "calf 8 left 7 right": "calf-raises 7,7,7 other 8,8,8",
    "calf 8 izq 7 der": "calf-raises 7,7,7 other 8,8,8",
    "calf 10,10,8 left 10,10,10 right": "calf-raises 10,10,8 other 10,10,10",
    "calf 8 left, 7 right": "calf-raises 7,7,7 other 8,8,8",
    "calf left 8 right 7": "calf-raises 7,7,7 other 8,8,8",
    "calf l8 r7": "calf-raises 7,7,7 other 8,8,8",
    "calf 7 right 8 left": "calf-raises 7,7,7 other 8,8,8",
    "calf 3x10 left 3x8 right": "calf-raises 8,8,8 other 10,10,10",
    "calf 8 left 7 right 3 left": "calf-raises 7,7,7 other 8,8,8 r3",
    "calf 8 left 8 right": "calf-raises 8,8,8",
    # skipped
    "squat skip": "squats skipped",
    "skip squat": "squats skipped",
    "squat, skip": "squats skipped",
    "squat skipped": "squats skipped",
    "didn't do clams": "clamshells skipped",
    "no clams": "clamshells skipped",
    "clams omitir": "clamshells skipped",
    "clams and squat skip": "squats skipped; clamshells skipped",
    "everything but clams": "clamshells skipped",
    "all done except clams": "clamshells skipped",
    "squat 8,8,9 but not clams": "squats 8,8,9; clamshells skipped",
    "todo menos clams": "clamshells skipped",
    "squat, rdl, rest skip": (
        "calf-raises skipped; clamshells skipped; bulgarian-split-squats skipped; planks skipped"
    ),
    "squat, rdl, calf, clams, split squat, resto omitir": "planks skipped",
    "squat, rdl, calf, clams, split squat, skip the rest": "planks skipped",
    "squat 9,9,9, rest done": "squats 9,9,9",
    "clams skip, all 2left": (
        "squats 8,8,8 r2; romanian-deadlifts 8,8,8 20kg r2; calf-raises 10,10,10 r2; "
        "clamshells skipped; bulgarian-split-squats 8,8 r2; planks 20s,20s r2"
    ),
}


@pytest.mark.parametrize("words", TABLE, ids=lambda words: words or "no word")
def test_words_give_what_differed(words: str):
    assert differing(words) == TABLE[words]


SPANISH_TABLE = {
    # nothing differed
    "todo": AS_PLANNED,
    "todo hecho": AS_PLANNED,
    "listo": AS_PLANNED,
    "como estaba planeado": AS_PLANNED,
    "como estaba previsto": AS_PLANNED,
    "según lo previsto": AS_PLANNED,
    "según el plan": AS_PLANNED,
    "todo bien": AS_PLANNED,
    "todo como estaba": AS_PLANNED,
    "lo hice todo": AS_PLANNED,
    "completado": AS_PLANNED,
    "sentadillas sí": AS_PLANNED,
    # the line that a refusal shows
    "sentadillas 8,8,10 16kg quedan 3": "squats 8,8,10 16kg r3",
    # names
    "sentadilla goblet 3x9": "squats 9,9,9",
    "hice sentadillas 3x9": "squats 9,9,9",
    "peso muerto rumano 3x9": "romanian-deadlifts 9,9,9 20kg",
    "pantorrillas 12,12,12 cada lado": "calf-raises 12,12,12",
    "almejas 2x20": "clamshells 20,20",
    "sentadillas y almejas 2x9": "squats 9,9; clamshells 9,9",
    "búlgara 2x9": "bulgarian-split-squats 9,9",
    "plancha 30 seg cada una": "planks 30s,30s",
    "plancha 1 minuto": "planks 60s,60s",
    # sets and weights
    "sentadillas 2 series de 9": "squats 9,9",
    "sentadillas 2 series menos": "squats 8",
    "rumano 1 serie más": "romanian-deadlifts 8,8,8,8 20kg",
    "rumano más 2": "romanian-deadlifts 8,8,10 20kg",
    "rumano menos 2": "romanian-deadlifts 8,8,6 20kg",
    "rumano una más": "romanian-deadlifts 8,8,9 20kg",
    "rumano 2,5 kg menos": "romanian-deadlifts 8,8,8 17.5kg",
    "sentadillas 3x9 a 16 kilos": "squats 9,9,9 16kg",
    # reserve and pain
    "sentadillas 3 en reserva": "squats 8,8,8 r3",
    "sentadillas deja 3": "squats 8,8,8 r3",
    "sentadillas dejé 3": "squats 8,8,8 r3",
    "sentadillas me quedaban 3": "squats 8,8,8 r3",
    "sentadillas reserva 3": "squats 8,8,8 r3",
    "sentadillas 3 en la recámara": "squats 8,8,8 r3",
    "sentadillas hasta el fallo": "squats 8,8,8 r0",
    "sentadillas me dolió 4": "squats 8,8,8 pain4",
    "sentadillas molestia 4": "squats 8,8,8 pain4",
    "sentadillas 4 de dolor": "squats 8,8,8 pain4",
    "sentadillas sin molestias": "squats 8,8,8 pain0",
    # sides
    "pantorrilla 8 con la izquierda y 7 con la derecha": "calf-raises 7,7,7 other 8,8,8",
    "pantorrilla 7 un lado y 8 el otro": "calf-raises 7,7,7 other 8,8,8",
    "pantorrilla 7 con una pierna, 8 con la otra": "calf-raises 7,7,7 other 8,8,8",
    "pantorrilla pierna izquierda 8 pierna derecha 7": "calf-raises 7,7,7 other 8,8,8",
    # skipped
    "salta almejas": "clamshells skipped",
    "saltar almejas": "clamshells skipped",
    "me salté las almejas": "clamshells skipped",
    "almejas saltadas": "clamshells skipped",
    "almejas ninguna": "clamshells skipped",
    "no hice las almejas": "clamshells skipped",
    "todo menos las almejas": "clamshells skipped",
    "sin almejas": "clamshells skipped",
    "omito almejas": "clamshells skipped",
    "solo la sentadilla": ALL_BUT_SQUATS_SKIPPED,
    "hice sólo las sentadillas 9": f"squats 9,9,9; {ALL_BUT_SQUATS_SKIPPED}",
    "solo 2 series de sentadillas": "squats 8,8",
    "todo hecho excepto plancha": "planks skipped",
    "nada": ALL_SKIPPED,
    "sentadillas, rumano, todo lo demás no": (
        "calf-raises skipped; clamshells skipped; bulgarian-split-squats skipped; planks skipped"
    ),
}


@pytest.mark.parametrize(
    ("session", "catalogue"),
    [
        pytest.param(SESSION, CATALOGUE, id="of a plan in English"),
        pytest.param(in_spanish(SESSION), IN_SPANISH, id="of a plan in Spanish"),
    ],
)
@pytest.mark.parametrize("words", SPANISH_TABLE)
def test_words_in_spanish_give_what_differed(words: str, session: Session, catalogue: Catalogue):
    assert differing(words, session, catalogue=catalogue) == SPANISH_TABLE[words]


OTHER_TABLE = {
    "deads 2x8 40kg": "deadlifts 8,8 40kg",
    "deadlift 8,8 40kg r2": "deadlifts 8,8 40kg r2",
    "Deadlifts 2x10@40kg RPE 8": "deadlifts 10,10 40kg r2",
    "dead 40kg": "deadlifts 8,8 40kg",
    "bulgarians 10,9 12kg backpack": "bulgarian-split-squats 10,9 12kg",
    "bulgarian 10/9 left 8/8 right": "bulgarian-split-squats 8,8 other 10,9",
    "push ups 12": "planks 12",
    "pushups 12": "planks 12",
    "pushup 12 2 left": "planks 12 r2",
    "push-ups 3x10": "planks 10,10,10",
    "press ups 10": "planks 10",
    "hydrants 2x15": "fire-hydrants 15,15",
    "fire hydrants 15, 15": "fire-hydrants 15,15",
    "crunches 20, 18": "bicycle-crunches 20,18",
    "bicycle 20/18": "bicycle-crunches 20,18",
    "short foot 30s": "toe-curls 30s",
    "toes 30s": "toe-curls 30s",
    "calves 2x12 20kg": "calf-raises 12,12 20kg",
    "calf 12,12 20kg each side": "calf-raises 12,12 20kg",
    "deadlift 2x8 40kg, calves 2x12 20kg, rest as planned": "deadlifts 8,8 40kg; calf-raises 12,12 20kg",
    "deadlift 2x8x40, push-up 12, the rest ok": "deadlifts 8,8 40kg; planks 12",
    "deadlift 2x8 40 kilos quedan 2, hydrants omitir, resto omitir": "bulgarian-split-squats skipped; deadlifts 8,8 40kg r2; calf-raises skipped; fire-hydrants skipped; bicycle-crunches skipped; toe-curls skipped; planks skipped",
    "deadlift 88lb": "deadlifts 8,8 39.92kg",
    "deadlift 8@40kg, 8@42.5kg": "deadlifts 8,8 40,42.5kg",
    "deadlift 40kg 8, 42,5kg 6": "deadlifts 8,6 40,42.5kg",
    "deadlift 8 reps 40kg, 6 reps 45kg": "deadlifts 8,6 40,45kg",
    "push up one more": "planks 9",
    "push up +1": "planks 9",
    "crunch 2 less": "bicycle-crunches 8,6",
    "skip toes and hydrants": "fire-hydrants skipped; toe-curls skipped",
    "no toe curls, no hydrants": "fire-hydrants skipped; toe-curls skipped",
    "didn't do the crunches": "bicycle-crunches skipped",
    "crunches didn't do": "bicycle-crunches skipped",
    "bulgarian pain 3, deadlift 2x8": "bulgarian-split-squats 8,8 pain3",
    "all but toes": "toe-curls skipped",
    "everything": "as planned",
    "plank 30s": "planks [Plank] 30s",
    "plank 1x30s, push-up 8": "planks [Plank] 30s and 8",
    "pull-ups 5,4,3": "pull-ups [Pull-up] 5,4,3",
    "wall sit 2x45s": "wall-sits [Wall sit] 45s,45s",
    "wall sits 60": "wall-sits [Wall sit] 60s",
    "lat pulldown 3x10 35kg": "pull-ups [Lat pulldown] 10,10,10 35kg",
    "deadlift 8 8 8 40 kg 2 rir": "deadlifts 8,8,8 40kg r2",
    "2x8 deadlift 40kg, 12 push-ups": "deadlifts 8,8 40kg; planks 12",
    "20 crunches": "bicycle-crunches 20,20",
    "deadlift, push-up 12; crunch 20 20": "bicycle-crunches 20,20; planks 12",
    "hydrants x, toes x, crunches skip": "bicycle-crunches skipped",
    "deadlift 8,8 with 40kg and 2 left, push-up 10 to failure": "deadlifts 8,8 40kg r2; planks 10 r0",
    "peso muerto 2x9": "deadlifts 9,9",
    "hidrante 2x9, arrugar la toalla 2x9": ("fire-hydrants 9,9; toe-curls [Towel toe curl] 9,9"),
    "elevación de talones 2x12": "heel-raises [?] 12,12",
    "flexiones 1x9": "planks 9",
    "desplantes 2x9": "lunges [?] 9,9",
    "gemelos 2x12": "calf-raises 12,12",
    "remos 2x12": "pull-ups [?] 12,12",
    "estocadas 2x12": "lunges [?] 12,12",
    "push-ups 1x80": "planks 80",
    "80 reps push-ups": "planks 80",
    "push-ups 30": "planks 30",
    "push-ups 8,80": "planks 8,80",
    "plancha 30s": "planks [Plank] 30s",
    "planks 12": "planks 12",
}


@pytest.mark.parametrize("words", OTHER_TABLE)
def test_words_of_another_session_give_what_differed(words: str):
    assert differing(words, OTHER_SESSION) == OTHER_TABLE[words]


def test_without_weight_there_is_none():
    assert done("rdl bw")["romanian-deadlifts"][0].kg == ()


def test_a_weight_without_its_unit_is_in_the_runners():
    assert differing("squat 3x9x35", units=Units.LB) == "squats 9,9,9 15.88kg"
    assert differing("squat 3x9x35kg", units=Units.LB) == "squats 9,9,9 35kg"


def test_as_planned_is_written_out_with_what_was_asked():
    assert done("")["romanian-deadlifts"] == (
        Work(
            form="Romanian deadlift",
            asked=Asked(sets=3, reps=8, left=3, kg=20.0),
            reps=(8, 8, 8),
            kg=(20.0,),
        ),
    )
    assert done("")["planks"] == (
        Work(form="Plank", asked=Asked(sets=2, hold_s=20, left=3), hold_s=(20, 20)),
    )


def test_who_says_nothing_did_what_befit_takes_for_done_without_reading_a_word():
    assert as_planned(SESSION) == done("")


def test_what_was_not_planned_was_not_asked():
    assert done("lunges 3x8")["lunges"] == (Work(form="", reps=(8, 8, 8)),)
    assert done("barbell squat 3x5")["squats"] == (Work(form="Barbell squat", reps=(5, 5, 5)),)


def test_the_session_comes_in_its_order_and_then_what_was_not_planned():
    ids = [each.id for each in SESSION.exercises]
    assert list(done("lunges 3x8, plank 45s, squat skip")) == [*ids, "lunges"]


NAMED = (
    planned("jump-squats", "Light-dumbbell jump squat", 2, 5),
    planned("lunges", "Split squat with a hand on support", 2, 8),
    planned("planks", "Push-up, hands raised", 2, 8),
    planned("glute-bridges", "Weighted glute bridge", 2, 8),
    planned("pull-ups", "One-arm row", 2, 8),
)


@pytest.mark.parametrize(
    ("words", "id_", "form"),
    [
        pytest.param("split squat", "lunges", NAMED[1].form, id="the session's before all others"),
        pytest.param("push-up", "planks", NAMED[2].form, id="the planned form by a part of it"),
        pytest.param("push-up, hands raised", "planks", NAMED[2].form, id="a form with a comma"),
        pytest.param("jump squat", "jump-squats", NAMED[0].form, id="the exercise"),
        pytest.param("single-leg bridge", "glute-bridges", "Single-leg bridge", id="another form"),
        pytest.param("nordic curl", "glute-bridges", NAMED[3].form, id="another word for it"),
        pytest.param("goblet squat", "squats", "Goblet squat", id="a form that was not planned"),
        pytest.param("rdl", "romanian-deadlifts", "", id="an exercise that was not planned"),
        pytest.param("calf", "calf-raises", "", id="the beginning of its own name"),
        pytest.param("one-arm", "pull-ups", NAMED[4].form, id="the beginning, which is no side"),
    ],
)
def test_a_name_is_the_sessions_before_it_is_another(words: str, id_: str, form: str):
    works = done(f"{words} 1x9", session_of(*NAMED))[id_]
    assert [(work.form, work.reps) for work in works] == [(form, (9,))]


PART_NAMED = (
    planned("heel-raises", "Bent-knee single-leg heel raise", 3, 12),
    planned("bulgarian-split-squats", "Backpack split squat", 2, 8),
    planned("glute-bridges", "Weighted glute bridge", 2, 8),
    planned("planks", "Plank", 2, 20),
)


@pytest.mark.parametrize(
    ("word", "id_", "form"),
    [
        pytest.param("calf", "heel-raises", PART_NAMED[0].form, id="of another's own name"),
        pytest.param("heel", "heel-raises", PART_NAMED[0].form, id="of its own name"),
        pytest.param("nordic", "glute-bridges", "Nordic lowering", id="of one form alone"),
    ],
)
def test_a_word_of_a_name_is_what_was_planned_before_the_form_that_has_it(
    word: str, id_: str, form: str
):
    [work] = done(f"{word} 3x9", session_of(*PART_NAMED))[id_]
    assert work.form == form


def test_a_word_of_another_exercises_name_is_no_form_that_moves_otherwise():
    with pytest.raises(UsageError, match=r"'foot' could be Toe curls .*, Resistance band foot pul"):
        done("foot 2 sets", session_of(*PART_NAMED))
    both = session_of(*PART_NAMED, planned("toe-curls", "Standing short-foot hold", 1, 15))
    [work] = done("foot 2 sets", both)["toe-curls"]
    assert len(work.hold_s) == 2


@pytest.mark.of_a_kind(60)
@pytest.mark.parametrize("words", [*TABLE, *OTHER_TABLE])
def test_the_same_words_tell_the_same_of_a_plan_in_spanish(words: str):
    session = SESSION if words in TABLE else OTHER_SESSION
    told = read_done([words], in_spanish(session), IN_SPANISH, Units.KG)
    in_english = {}
    for id_, works in told.items():
        names = [CATALOGUE.form_name(id_, work.form) for work in works]
        in_english[id_] = tuple(
            [replace(work, form=name) for work, name in zip(works, names, strict=True)]
        )
    assert in_english == read_done([words], session, CATALOGUE, Units.KG)


def test_a_name_may_have_numbers():
    ninety = an_exercise(a_form("Hip switch"), id="hip-switches", name="90/90")
    catalogue = Catalogue((*CATALOGUE.exercises, ninety))
    found = read_done(["90/90", "3x8"], SESSION, catalogue, Units.KG)
    assert found["hip-switches"][0].reps == (8, 8, 8)


def test_a_session_of_one_exercise_needs_no_name():
    session = session_of(SESSION.exercises[0])
    assert done("3x9", session)["squats"][0].reps == (9, 9, 9)


def test_a_plan_of_another_catalogue_may_have_exercises_that_this_one_has_not():
    swings = exercise("swings", "Swings", "Heavy swing", "", "", sets=2, reps=9)
    assert done("swing 9,8", session_of(swings))["swings"][0].reps == (9, 8)


REFUSED = {
    "sqat 3x8": "'sqat' means nothing here; did you mean 'squats'?",
    "burpees 3x10": "'burpees' means nothing here.",
    "squat nan": "'nan' means nothing here.",
    "squat 1e9": "'1e9' is no number that befit can read.",
    "squat 8.5": "'8.5' is no number that befit can read.",
    "squat 3x": "'3x' is no number that befit can read.",
    ",,,": "',,,' means nothing here.",
    "the": "'the' means nothing here.",
    "sentadillas fácil": "'fácil' means nothing here.",
    "only": "'only' can't be said of all the rest.",
    "only squats, rest ok": "'only' and the rest can't both have been done.",
    "squats 3x8 only": "'only' of which exercise?",
    "squ 3x8": "'squ' could be Goblet squat (squats) or Backpack split squat (bulgarian-split-squats): say which.",
    "hydrant rdl 3x8": "'hydrant rdl' could be one exercise or two.",
    "hydrant rdl clams": "'hydrant rdl' could be one exercise or two.",
    "hop 3x8": "'hop' means nothing here.",
    "barbell 3x8": "'barbell' means nothing here.",
    "barbell burpees 3x8": "'barbell' means nothing here.",
    "sq 3x8": "'sq' means nothing here.",
    "press 3x8": "'press' could be Leg presses (leg-presses), Plank (planks) or Russian twists (russian-twists): say which.",
    "squat 8" + ",8" * 20: "21 sets can't be: write 1 to 20.",
    "side 2x20s": "'side' could be Side plank or Side plank, inner knee on a chair: say which.",
    "squat 900": "900 repetitions in a set can't be: write 0 to 500.",
    "squat 1000000000": "So many repetitions in a set can't be: write 0 to 500.",
    "squat -20": "-12 repetitions in a set can't be: write 0 to 500.",
    "plank 900s": "900 seconds in a set can't be: write 0 to 600.",
    "squat 25x8": "25 sets can't be: write 1 to 20.",
    "squat 0 sets": "0 sets can't be: write 1 to 20.",
    "squat +99 sets": "102 sets can't be: write 1 to 20.",
    "squat 2000kg": "2000 kg can't be: write 0 to 500.",
    "squat 30left": "30 repetitions left can't be: write 0 to 20.",
    "squat pain11": "11 for pain can't be: write 0 to 10.",
    "squat rpe11": "11 for effort can't be: write 0 to 10.",
    "squat 3x8 16": "'16' behind the sets could be one more or a weight.",
    "squat 8,8,10 16": "'16' behind the sets could be one more or a weight.",
    "squat 3x8 @ 60": "'@ 60' could be a weight, an effort or repetitions.",
    "squat 8,8,16kg": "'8,8,16kg' could be one weight, or sets and a weight.",
    "squat 8-10": "'8-10' could be two sets or one that you didn't count.",
    "squat 3x16kg": "'3x16kg' of Goblet squat could be sets or repetitions.",
    "squat 8 left 3": "'8 left 3' could be a side, or repetitions left.",
    "squat 8 right": "'right' lacks its numbers.",
    "squat 45s": "Goblet squat is counted in repetitions, and '45s' is not.",
    "squat 1:30": "Goblet squat is counted in repetitions, and '1:30' is not.",
    "plank 3x8 reps": "Plank is counted in seconds, and '3x8 reps' is not.",
    "calf 8,8 left 7,7,7 right": "Single-leg calf raise on a step has 2 sets on the left and 3 on the right.",
    "calf 3x9 8 left 7 right": "Single-leg calf raise on a step has two sides, and '3x9' is of neither.",
    "squat 16kg,18kg": "Goblet squat has 2 weights and 3 sets.",
    "squat 16kg skip": "Goblet squat can't be skipped and have '16kg'.",
    "squat 2 sets 8,8,8": "Goblet squat can't have 2 sets and 3.",
    "squat bw 16kg": "Goblet squat can't be with a weight and without.",
    "squat +2kg": "'+2kg' of Goblet squat: befit doesn't know from what.",
    "squat 3x8 skip": "Goblet squat can't be skipped and have '3x8'.",
    "lunges": "This session has no Lunges, so befit can't tell what you did of it.",
    "squat 80": "'80' of Goblet squat could be repetitions or a weight.",
    "lunges skip": "This session has no Lunges: there is nothing to skip.",
    "squat 3x8, 3x10 rdl": "'3x10' stands between two exercises and could be of either.",
    "3x8": "'3x8' of which exercise?",
    "rest 3x8": "'3x8' can't be said of all the rest.",
    "squat knee pain 4": "'knee pain 4' could be of the joint or of an exercise.",
    "squat rodilla dolor 4": "'rodilla dolor 4' could be of the joint or of an exercise.",
    "squat dolor de rodilla 4": "'dolor de rodilla 4' could be of the joint or of an exercise.",
    "squat con mochila 10kg": "'mochila' means nothing here.",
    "squat " * 600: "That is more than befit reads of one session, 3000 letters.",
}


@pytest.mark.parametrize("words", REFUSED, ids=lambda words: words[:40].strip())
def test_what_cannot_be_told_is_refused_and_what_to_write_said(words: str):
    with pytest.raises(UsageError) as refused:
        done(words)
    assert refused.value.message == REFUSED[words]
    assert refused.value.hint.endswith("Nothing was logged.")


def test_a_word_that_means_nothing_tells_the_exercises_of_the_session():
    with pytest.raises(UsageError) as refused:
        done("burpees 3x10")
    for each in SESSION.exercises:
        assert f"{each.form} ({each.id})" in refused.value.hint


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        pytest.param("squat 3x8 easy", "How hard it was is how many more you", id="easy"),
        pytest.param("squat muy pesado", "How hard it was is how many more you", id="in Spanish"),
        pytest.param("squat 3x8, sore knee", "Where it hurt goes in --pain knee=4", id="sore"),
        pytest.param(
            "squat 3x8, duele la rodilla", "Where it hurt goes in --pain knee=4", id="duele"
        ),
        pytest.param("squat, me dolió el talón", "Where it hurt goes in --pain", id="me dolió"),
        pytest.param("thu", "Say one day at a time, befit done tue; befit done all", id="a day"),
        pytest.param("mon", "Say one day at a time", id="a day that begins monster walks"),
    ],
)
def test_a_word_for_what_has_a_sign_of_its_own_is_told_that(words: str, hint: str):
    with pytest.raises(UsageError) as refused:
        done(words)
    assert refused.value.hint.startswith(hint)


def test_the_first_letters_of_a_planned_exercise_are_no_day():
    session = session_of(planned("lunges", "Reverse lunge", 2, 8))
    [work] = done("lun 2x9", session)["lunges"]
    assert work.reps == (9, 9)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("knee 4", "'knee' could be where it hurt, or Kneeling push-up", id="knee"),
        pytest.param("knee", "'knee' could be where it hurt, or Kneeling push-up", id="alone"),
        pytest.param("knee 4/10", "'knee' could be where it hurt, or Kneeling push-up", id="of 10"),
        pytest.param("knee 4, squat 3x8", "'knee' could be where it hurt, or Kne", id="first"),
        pytest.param("hamstring 5", "'hamstring' could be where it hurt, or Gl", id="not planned"),
        pytest.param("ankle 4", "'ankle' could be of the joint or of an", id="of two exercises"),
        pytest.param("rodilla 4", "'rodilla' could be of the joint or of an", id="in Spanish"),
    ],
)
def test_a_joint_is_no_beginning_of_an_exercise(words: str, sentence: str):
    with pytest.raises(UsageError) as refused:
        done(words, session_of(planned("planks", "Kneeling push-up", 2, 8)))
    assert refused.value.message.startswith(sentence)
    assert "--pain" in refused.value.hint


@pytest.mark.parametrize(
    ("words", "id_", "reps"),
    [
        pytest.param("calf 3x15", "heel-raises", (15, 15, 15), id="calf"),
        pytest.param("calves 3x15", "heel-raises", (15, 15, 15), id="calves"),
        pytest.param("knee raise 2x8", "heel-raises", (8, 8), id="a word behind it"),
        pytest.param("hamstring 3x8", "glute-bridges", (8, 8, 8), id="not planned"),
        pytest.param("shin 3x8", "band-foot-pulls", (8, 8, 8), id="shin"),
        pytest.param("hamstring 8,8", "glute-bridges", (8, 8), id="a list"),
        pytest.param("hamstring 8, 8", "glute-bridges", (8, 8), id="a list with blanks"),
        pytest.param("knee 12", "heel-raises", (12, 12, 12), id="more than any pain"),
    ],
)
def test_a_joint_with_a_dose_is_the_exercise(words: str, id_: str, reps: tuple[int, ...]):
    session = session_of(planned("heel-raises", "Bent-knee single-leg heel raise", 3, 12))
    [work] = done(words, session)[id_]
    assert work.reps == reps


def test_a_squat_where_only_jump_squats_are_planned_could_be_either():
    with pytest.raises(UsageError, match=r"jump-squats for the first; .* such as bodyweight squat"):
        done("squats 3x8", session_of(NAMED[0]))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session of any exercises, each in any of its forms."""
    ids = draw(
        st.lists(st.sampled_from(list(CATALOGUE.by_id)), min_size=1, max_size=7, unique=True)
    )
    forms = [draw(st.sampled_from(CATALOGUE.by_id[id_].ladder)) for id_ in ids]
    # two may begin with one drill, whose name is then of either
    assume(len({form.name for form in forms}) == len(forms))
    return session_of(
        *[planned(id_, form.name, 2, 8) for id_, form in zip(ids, forms, strict=True)]
    )


@drawn
@given(session=sessions())
def test_an_exercise_of_any_session_is_known_by_its_id_its_name_and_its_form(session: Session):
    for each in session.exercises:
        for name in (each.id, each.name, each.form, each.form.upper()):
            work = Work(form=each.form, asked=each.asked, **{_numbers(each): (9,)})
            assert done(f"{name} 1x9", session)[each.id] == (work,)


def _numbers(each: Prescription) -> str:
    return "reps" if each.hold_s is None else "hold_s"


@st.composite
def works(draw: st.DrawFn) -> tuple[str, Work]:
    """What was done of an exercise of the session, under its id."""
    asked = draw(st.sampled_from(SESSION.exercises))
    sets = draw(st.integers(1, 6))
    one = st.integers(0, 60)
    numbers = draw(st.lists(one, min_size=sets, max_size=sets))
    other = draw(st.none() | st.lists(one, min_size=sets, max_size=sets))
    weight = st.integers(1, 10_000).map(lambda hundredths: hundredths / 100)
    kg = draw(st.lists(weight, min_size=sets, max_size=sets) | st.lists(weight, max_size=1))
    sides = (numbers, numbers if other is None else other)
    weaker, stronger = sorted(map(tuple, sides), key=sum)
    held = asked.hold_s is not None
    return asked.id, Work(
        form=asked.form,
        asked=asked.asked,
        reps=() if held else weaker,
        hold_s=weaker if held else (),
        other_side=() if weaker == stronger else stronger,
        kg=tuple(kg[:1] if len(set(kg)) == 1 else kg),
        left=draw(st.none() | st.integers(0, 10)),
        pain=draw(st.none() | st.integers(0, 10)),
    )


def in_words(work: Work, draw: st.DataObject) -> str:
    """The work as somebody might write it."""

    def one_of(*ways: str) -> str:
        return draw.draw(st.sampled_from(ways))

    numbers = work.reps or work.hold_s
    between = one_of(",", "/", ", ")
    seconds = one_of("s", " s", "seg") if work.hold_s else one_of("", " reps")
    said = between.join(map(str, numbers))
    if len(numbers) == 1:
        said = f"1x{numbers[0]}"
    if work.other_side:
        other = between.join(map(str, work.other_side))
        said = f"1 set {numbers[0]}" if len(numbers) == 1 else said.replace(", ", ",")
        said += f" {one_of('left', 'izq')} {other.replace(', ', ',')} {one_of('right', 'der')}"
    elif between != ", ":
        said += seconds
    weights = one_of(",", " ").join(f"{kg:g}kg" for kg in work.kg) or "bw"
    left = "" if work.left is None else one_of(f"{work.left}left", f"r{work.left}")
    pain = "" if work.pain is None else one_of(f"pain{work.pain}", f"pain {work.pain}/10")
    return " ".join([said, one_of("", "@ ", "with ") + weights, left, pain])


@drawn
@given(done_of=works(), draw=st.data())
def test_what_was_done_reads_back_from_its_words(done_of: tuple[str, Work], draw: st.DataObject):
    id_, work = done_of
    assert done(f"{id_} {in_words(work, draw)}")[id_] == (work,)


@drawn
@given(done_of=works(), language=st.sampled_from(Language))
@example(
    done_of=(
        "squats",
        Work(form="Goblet squat", asked=SESSION.exercises[0].asked, reps=(7,), other_side=(8,)),
    ),
    language=Language.EN,
)
@example(
    done_of=(
        "squats",
        Work(form="Goblet squat", asked=SESSION.exercises[0].asked, reps=(8, 8, 8), kg=(15.88,)),
    ),
    language=Language.ES,
)
def test_what_was_done_reads_back_as_it_is_shown(done_of: tuple[str, Work], language: Language):
    id_, work = done_of
    with speaking(language):
        shown = work_words(work, Units.KG)
    assert done(f"{id_}: {shown}")[id_] == (work,)


PIECES = [*re.findall(r"\w+|\W", " ".join(TABLE)), "(", "=", "é", "¼", "9" * 20]


@times(4)
@given(st.lists(st.sampled_from(sorted(set(PIECES))), max_size=40).map("".join) | st.text())
def test_any_words_are_read_or_refused_with_what_to_write(words: str):
    try:
        found = list(done(words))
    except UsageError as refused:
        found = [refused.message, refused.hint]
    assert all(found)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("squat " * 10_000, id="ten thousand words"),
        pytest.param("," * 10_000, id="commas"),
        pytest.param("squat " + "8," * 1490, id="a long list"),
        pytest.param("squat " + "8 " * 1490, id="a long row"),
        pytest.param("squat " + "1" * 2900, id="a long number"),
        pytest.param("rdl clams plank goblet " * 130, id="many names"),
        pytest.param("squat " + "8/" * 1400 + " left", id="a side without an end"),
    ],
)
def test_no_words_keep_it_long(words: str):
    began = time.monotonic()
    with suppress(UsageError):
        done(words)
    assert time.monotonic() - began < 3
