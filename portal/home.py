"""The home page: what is public, how the service does, what is new. Every number on it is counted when it is shown."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HomeScreen:
    on: dt.date


def home_screen(*, on: dt.date) -> HomeScreen:
    return HomeScreen(on=on)
