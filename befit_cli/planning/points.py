"""What each kind of point of a choice is worth: an exercise is chosen by their sum.

They stand here in one place, because they mean something only beside each other.
"""

# Points of an exercise for an athlete, whatever it is wanted for.

RELIEF = 40
"""For each niggle that it is first-line work for. More than for a main lift with its weight: what
helps comes before what is heavy.
"""
TOUCHED = -10
"""For each niggle that changes it in another way: another exercise is rather taken, but a main lift
still goes before an accessory of the same load.
"""
TOUCHED_HEAVY = -25
"""For each of those where the form is of high load: a sore spot has rather an easier lift."""
FOCUS = 25
"""For the group that the athlete wants more of. Less than for a main lift, so the lifts stay."""
STAND_IN = 8
"""For what a niggle would rather have than what it bars: enough between two that are alike."""
SWAPPED = 100
"""For what the athlete would rather have: more than all else together (97), relief apart."""

# Points of a form for what it is wanted for. Heavy wants, knee and hip, are what the main lifts are
# for.

MAIN_LIFT = 30
"""For a main lift where the want is heavy. More than for any load and weight (25): no accessory
takes its place by being heavier.
"""
LOAD = 10
"""For each step of load above low, where the want is heavy: heavy days are few, so they are used.
"""
EASED_LIFT = -40
"""For a form below the base of its ladder where the want is heavy. More than a main lift with its
weight: rather another exercise whole than a lift made easy.
"""
EASED = -15
"""The same for any other want. More than for level and weight together (11)."""
BALANCED = -20
"""For a squat on one leg where the want is heavy: balance ends it before strength does."""
WEIGHT = 5
"""Where weight can be added, for it can go on growing."""
LEVEL = 3
"""For each step of level above beginner, where the want is not heavy: accessories have no load to
tell the harder form by. Even two steps are less than a repetition costs.
"""
MOBILITY = -25
"""For mobility work: it fills a want only where no strength work does."""
DONE = -12
"""For a form that has nothing left to grow in (R29, R31): another exercise rather takes its turn,
but where the want is heavy not that of a main lift that works the hamstrings: a thrust leaves them;
and where it is to pull, not that of a pull at something: a superman is much less of one.
"""
ALSO = 4
"""For each other need that the week lacks so far and the form serves as well; a main lift is chosen
for itself.
"""
BEFORE = 9
"""For what the session had in the last stretch: it goes on. More than for once more in the week,
less than a form that has nothing left to grow in loses.
"""
STANDS_STILL = -20
"""For what would be the same for too long (R29), beside having nothing left to grow in: even an
easier accessory takes its turn, and of the lifts one that is none of the main ones.
"""
AGAIN = (0, -8, -40)
"""For what the week has not yet, has once, and has twice or more. A lift may stand twice: a main
lift is worth more than that beside an accessory. It stands in every session of three only where
nothing else does its work.
"""
