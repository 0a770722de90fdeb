"""Paying, choosing a copy, and seeing something at the office, as tests do it."""

import datetime as dt

from ppid.actions import copies, payments, viewings
from ppid.law.copies import CopyWish
from ppid.law.filing import AccessWay, CopyForm, DeliveryWay
from ppid.law.viewing import Minutes, Slot
from tests.factories import TODAY, moment, part

ONE = dt.timedelta(1)
# Ten sheets of 500 by post at 18.000: Rp 23.000. Also to be had as a file, which costs nothing.
PRICED = part(
    material="Cetakan.", forms=(CopyForm.HARD, CopyForm.SOFT), delivery_way=DeliveryWay.POST, sheets=10,
    fee_per_sheet=500, delivery_fee=18_000, days=3,
)  # fmt: skip
SEEN = part(
    material="Contoh uji.", forms=(CopyForm.HARD,), access_way=AccessWay.VIEW, delivery_way=None, days=5
)  # fmt: skip
MORNING = Slot(TODAY + ONE, dt.time(9), dt.time(11))
LATER = Slot(TODAY + 2 * ONE, dt.time(13), dt.time(14, 30))


def said(user, on, hour=16):
    return {"acting_user": user, "on": on, "at": moment(on, hour)}


def pay(case, user, amount=23_000, *, on=TODAY + ONE, paid_on=None, how="cash", **more):
    return payments.record_payment(
        case=case, paid_on=paid_on or on, amount=amount, how=how, **said(user, on), **more
    )  # fmt: skip


def wish(**fields):
    wanted = {
        "form": CopyForm.HARD, "way": DeliveryWay.POST, "sheets": 10, "recipient": "Budi Contoh",
        "address": "Jalan Contoh 1, Tirta 45323",
    }  # fmt: skip
    return CopyWish(**{**wanted, **fields})


def fill(case, user=None, number=1, *, on=TODAY, **fields):
    return copies.fill_copy_form(case=case, part=number, wish=wish(**fields), **said(user, on))


def offer(case, user, number=1, *, slots=(MORNING, LATER), on=TODAY, place="Ruang baca PPID"):
    return viewings.offer(case=case, part=number, slots=slots, place=place, **said(user, on))


def choose(case, user=None, number=1, *, slot=0, on=TODAY):
    return viewings.choose(case=case, part=number, slot=slot, **said(user, on, 17))


def minutes(**fields):
    wanted = {
        "day": TODAY + ONE, "starts": dt.time(9), "ends": dt.time(10, 30), "place": "Ruang baca PPID",
        "shown": "Contoh uji aspal nomor 1 sampai 4.", "visitor": "Budi Contoh", "officer": "Sari Contoh",
    }  # fmt: skip
    return Minutes(**{**wanted, **fields})


def hold(case, user, number=1, *, on=TODAY + ONE, **fields):
    return viewings.record_minutes(case=case, part=number, minutes=minutes(**fields), **said(user, on))
