"""The forms of the desk: one for each move, by theme."""
