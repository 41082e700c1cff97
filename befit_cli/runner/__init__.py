"""What a runner says -> the athlete, the catalogue and the season."""
