"""The evidence befit plans by: each number once, with its rule and its basis, and one definition of
each measure.

"Consensus" means coaching practice without a trial behind it; a named study may be cited to
runners. Sets, repetitions and weeks are counts; rest and holds are seconds; session lengths are
minutes; "days before" are calendar days.
"""
