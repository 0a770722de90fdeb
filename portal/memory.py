"""What a server does with its memory once it stands."""

import gc


def set_aside() -> None:
    """Leaves what has been loaded so far out of every later search for garbage: it lives as long as the process, and
    one search through all of it takes longer than a letter."""
    gc.collect()
    gc.freeze()
