"""The list's filters: they live in the address, and a wrong word there narrows nothing."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ppid.access import Roles
from ppid.models import Case, Unit
from ppid.queries.desk import DeskFilter, Waiting
from ppid.queries.marks import Mark
from ppid.queries.standing import Word

MAIN = "utama"
ALL = "semua"
HELD = "ditahan"
STATES = (
    ("", _("Semua yang terbuka")),
    (Word.LATE, _("Terlambat")),
    (Word.DUE_TODAY, _("Hari terakhir")),
    (Word.SOON, _("Segera jatuh tempo")),
    (Word.RUNNING, _("Berjalan")),
    (Word.UNDATED, _("Tanggal menunggu SKB")),
    (Waiting.SIGNATURE, _("Konsep menunggu tanda tangan")),
    (Waiting.SENDING, _("Surat menunggu disampaikan")),
    (Waiting.SUPERIOR, _("Penolakan menunggu atasan")),
    (HELD, _("Ditahan")),
    (Waiting.MAIL, _("Surel tidak sampai")),
    (Waiting.DESK_DATE, _("Tanggal internal jatuh tempo")),
    (Waiting.SUBJECT, _("Ringkasan untuk umum menunggu persetujuan")),
    (Word.ANSWERED, _("Dijawab")),
    (Word.ANSWERED_LATE, _("Dijawab terlambat")),
    (Word.WITHDRAWN, _("Dicabut")),
    (Word.HANDED_OVER, _("Diserahkan sebagai aduan")),
    (Word.CLOSED, _("Ditutup dengan catatan")),
    (ALL, _("Semua, termasuk yang selesai")),
)


MARKS = (
    ("", _("Semua tanda")),
    (Mark.COMPLETED, _("Dilengkapi pemohon")),
    (Mark.INCOMPLETE, _("Menunggu dilengkapi")),
    (Mark.NOT_COMPLETED, _("Tidak dilengkapi")),
    (Mark.PARTLY_WITHDRAWN, _("Dicabut sebagian")),
    (Mark.ENDED, _("Pemohon meninggal atau bubar")),
    (Mark.REPEATED, _("Berulang")),
    (Mark.ANNOYING, _("Mengganggu")),
)


class FilterForm(forms.Form):
    """`q` looks in number, name and what is asked."""

    q = forms.CharField(label=_("Cari nomor, nama, atau isi"), required=False, max_length=100)
    keadaan = forms.ChoiceField(label=_("Keadaan"), choices=STATES, required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    saluran = forms.ChoiceField(
        label=_("Saluran"), required=False, choices=[("", _("Semua saluran")), *Case.Channel.choices]
    )

    tanda = forms.ChoiceField(label=_("Tanda"), required=False, choices=MARKS)

    def __init__(self, data: QueryDict, roles: Roles) -> None:
        super().__init__(data)
        # The address is not a place where a finder types by hand; what it holds and we do not know is left out.
        units = Unit.objects.filter(active=True).values_list("pk", "name", "kind").order_by("name")
        if not roles.sees_all:
            units = units.filter(pk__in=roles.units)
        own = [(str(pk), name) for pk, name, kind in units if kind != Unit.Kind.MAIN]
        first = [("", _("Semua unit"))]
        if roles.sees_all:
            first.append((MAIN, _("PPID utama")))
        self.fields["unit"].choices = [*first, *own]  # type: ignore[attr-defined]

    def wanted(self) -> DeskFilter:
        self.is_valid()
        typed = self.cleaned_data
        state, unit = typed.get("keadaan", ""), typed.get("unit", "")
        return DeskFilter(
            words=(Word(state),) if state in set(Word) else (),
            waiting=Waiting(state) if state in set(Waiting) else None,
            everything=state in {ALL, Waiting.SUBJECT},
            held=state == HELD,
            unit=int(unit) if unit and unit != MAIN else None,
            main_unit=unit == MAIN,
            channel=typed.get("saluran", ""),
            text=typed.get("q", ""),
            mark=Mark(typed["tanda"]) if typed.get("tanda") else None,
        )

    @property
    def narrowed(self) -> bool:
        return any(self.cleaned_data.values())
