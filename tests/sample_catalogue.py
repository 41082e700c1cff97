"""Texts of catalogues: befit's own, a small one that says all there is to say, one that extends
befit's, and changes to draw.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from befit_cli.yaml.data import LOADER

BUNDLED = (Path(__file__).parents[1] / "exercises.yaml").read_text(encoding="utf-8")
GOOD = """\
exercises:
- id: squats
  name: Squats
  aliases: [air squat]
  group: knee
  pattern: squat
  family: squat
  role: main
  seconds_per_rep: 3.5
  muscles: {primary: [quadriceps], secondary: [hamstrings]}
  why: Strong thighs
  cues: [Chest up, Push the floor away]
  prerequisite: None yet
  dose:
    beginner: {sets: 2-3, reps: 10-12, rest: 75, rir: 3}
    intermediate: {sets: 3, reps: 8, rest: 90}
    advanced: {sets: 4, reps: 6, rest: 120}
  ladder:
  - {name: Sit-to-stand, level: beginner, kit: [], load: medium}
  - {name: Goblet, level: beginner, kit: [dumbbell | kettlebell, bench], load: high, cues: [Hug it]}
  - name: Split jump
    level: intermediate
    kit: []
    load: high
    contacts: 2
    pattern: plyometric
    family: jump
    per_side: true
    seconds_per_rep: 2
    muscles: {primary: [calves]}
    garmin: plyo/dumbbell_split_jump
    dose:
      advanced: {sets: 5, reps: 4, rest: 60}
  niggles:
    itb: {act: modify, note: Less depth, swap: [planks]}
  garmin: squat/squat
- id: planks
  name: Planks
  group: core
  pattern: core-anti-extension
  family: plank
  role: core
  muscles: {primary: [core]}
  why: A steady trunk
  cues: [Breathe]
  dose:
    beginner: {sets: 2, hold: 20-30, rest: 45}
    intermediate: {sets: 2, hold: 40, rest: 45}
    advanced: {sets: 3, hold: 60, rest: 45}
  ladder:
  - {name: Plank, level: beginner, kit: [], load: low}
"""
RAISES = """\
exercises:
- id: raises
  name: Raises
  group: foot
  pattern: calf
  family: calf
  role: accessory
  knee: bent
  serves: [calf, lateral hip]
  alternates: true
  seconds_per_rep: 4
  muscles: {primary: [soleus]}
  why: Calves
  cues: [Up]
  prerequisite: Ten raises
  dose:
    beginner: {sets: 2, reps: 8-15, rest: 45}
    intermediate: {sets: 3, reps: 8-15, rest: 60}
    advanced: {sets: 3, reps: 8-15, rest: 60}
  ladder:
  - {name: Raise, level: beginner, kit: [], load: low}
  - name: Raise on a sock
    setup: Stand on a rolled-up sock and lift the heels.
    level: beginner
    kit: []
    load: low
    knee: straight
    serves: []
    alternates: false
    prerequisite: Twelve slow ones
    only_for: [plantar]
    race_weeks: 3
    niggles:
      plantar: {act: first-line, sets: 2-3, reps: 8-12, seconds_per_rep: 8}
      shin: {act: avoid, swap: [steps]}
  - name: Raise and stay
    level: beginner
    kit: []
    load: low
    dose:
      beginner: {sets: 2, hold: 20-30, rest: 45}
      intermediate: {sets: 2, hold: 20-30, rest: 45}
      advanced: {sets: 2, hold: 20-30, rest: 45}
    niggles:
      low-back: {act: modify, reps: 5-6, seconds_per_rep: 10}
  niggles:
    plantar: {act: modify, note: Slowly}
    achilles: {act: first-line, hold: 30-45}
- id: steps
  name: Steps
  group: knee
  pattern: lunge
  family: step
  role: accessory
  seconds_per_rep: 4
  muscles: {primary: [quadriceps]}
  why: Stairs
  cues: [Up]
  dose:
    beginner: {sets: 2, reps: 8-15, rest: 45}
    intermediate: {sets: 3, reps: 8-15, rest: 60}
    advanced: {sets: 3, reps: 8-15, rest: 60}
  ladder:
  - {name: Step, level: beginner, kit: [step], load: low}
"""
"""What the forms of an exercise may say beside what is in `GOOD`."""
TEN_LINES = """\
extends: befit
without: [box-jumps]
exercises:
- id: squats
  cues: [Sit down between your heels, Stand up tall]
- id: calf-raises
  dose:
    beginner: {sets: 3, reps: 12, rest: 45, rir: 3}
    intermediate: {sets: 3, reps: 12, rest: 45, rir: 2}
    advanced: {sets: 4, reps: 10, rest: 60, rir: 1}
"""
WALL_SLIDES = """\
- id: wall-slides
  name: Wall slides
  group: core
  pattern: pull
  family: wall-slide
  role: accessory
  seconds_per_rep: 4
  muscles: {primary: [lower-trapezius]}
  why: Shoulders that stay down at mile twenty
  cues: [Slide up slowly]
  dose:
    beginner: {sets: 2, reps: 8, rest: 45, rir: 3}
    intermediate: {sets: 2, reps: 10, rest: 45, rir: 2}
    advanced: {sets: 3, reps: 10, rest: 45, rir: 2}
  ladder: [{name: Wall slide, level: beginner, kit: [], load: low}]
"""

texts = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ["2-3", "squats", "modify", "band | box", "on", "x" * 201]
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = scalars | st.lists(scalars, max_size=3) | st.dictionaries(texts, scalars, max_size=3)

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def dumped(data: object) -> str:
    """The data as YAML."""
    return yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False)


EXERCISES = yaml.load(BUNDLED, Loader=LOADER)["exercises"]  # noqa: S506  # a safe one, with the C part or without


@st.composite
def changed_data(draw: st.DrawFn) -> Any:
    """An exercise of the bundled catalogue with a part deleted, renamed or replaced, at a drawn
    place.
    """
    data = {"exercises": [deepcopy(draw(st.sampled_from(EXERCISES)))]}
    inner: Any = data
    while True:
        key = draw(st.sampled_from(list(inner) if isinstance(inner, dict) else range(len(inner))))
        if not (isinstance(inner[key], dict | list) and inner[key]) or draw(st.integers(0, 4)) == 0:
            break
        inner = inner[key]
    match draw(st.sampled_from(["delete", "rename", "replace"])):
        case "rename" if isinstance(inner, dict):
            inner[draw(texts)] = inner.pop(key)
        case "replace":
            inner[key] = draw(values)
        case _:
            del inner[key]
    return data
