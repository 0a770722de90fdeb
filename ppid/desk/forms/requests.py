"""The short forms of the moves that write no letter."""

from ppid.desk.forms.base import MoveForm


class ConfirmForm(MoveForm):
    """A move that needs no words, only a yes."""
