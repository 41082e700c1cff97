"""Forms that befit's exercises had under another name, or of another exercise: an older plan has
them, and is read as what they are now.
"""

from __future__ import annotations

FORMER_FORMS: dict[tuple[str, str], tuple[str, str]] = {
    ("lunges", "Reverse lunge off a step"): ("lunges", "Reverse lunge"),
    ("lunges", "Weighted reverse lunge off a step"): ("lunges", "Weighted reverse lunge"),
    ("step-ups", "Loaded knee-height step-up"): ("step-ups", "Weighted knee-height step-up"),
    ("leg-presses", "Sit-to-stand, no machine"): ("leg-presses", "Slow sit-to-stand"),
    ("toe-curls", "Seated toe curl, no towel"): ("toe-curls", "Seated toe curl"),
    ("heel-raises", "Two-leg heel raise, hand on wall"): ("calf-raises", "Two-leg heel raise"),
    ("heel-raises", "Two-leg heel raise"): ("calf-raises", "Two-leg heel raise"),
    ("heel-raises", "Single-leg heel raise"): (
        "calf-raises",
        "Single-leg calf raise on the floor",
    ),
    ("heel-raises", "Slow heel raise, towel under toes"): (
        "heel-raises",
        "Slow one-leg heel raise, sock under toes",
    ),
    ("hip-thrusts", "Floor glute bridge"): ("hip-thrusts", "Slow glute bridge, held at the top"),
    ("pistol-squats", "Split squat"): ("lunges", "Split squat with a hand on support"),
    ("pistol-squats", "Single-leg sit to a high box"): (
        "pistol-squats",
        "Single-leg sit to a chair or box",
    ),
    ("jump-squats", "Low two-foot pogo hops"): ("jump-squats", "Snap-down landing drill"),
    ("calf-raises", "Single-leg calf raise"): ("calf-raises", "Single-leg calf raise on a step"),
    ("calf-raises", "Seated calf raise, weight on knees"): (
        "heel-raises",
        "Seated heel raise, weight on the knees",
    ),
    ("calf-raises", "Seated calf raise on a machine"): (
        "heel-raises",
        "Seated calf raise on a machine",
    ),
    ("planks", "Push-up from a plank"): ("planks", "Push-up"),
    ("bicycle-crunches", "Dead bug"): ("russian-twists", "Dead bug"),
    ("deadlifts", "Kettlebell or dumbbell deadlift"): (
        "deadlifts",
        "Weighted deadlift from the floor",
    ),
    ("box-jumps", "Jump to a low step"): ("box-jumps", "Low box jump"),
    ("single-leg-deadlifts", "Single-leg hinge, hand on support"): (
        "single-leg-deadlifts",
        "Single-leg deadlift with a chair",
    ),
    ("single-leg-deadlifts", "Single-leg deadlift, opposite hand"): (
        "single-leg-deadlifts",
        "Weighted single-leg deadlift",
    ),
    ("pull-ups", "Band row or pulldown"): ("pull-ups", "Band row"),
}
"""The exercise's id and the form's name then, and both now."""
