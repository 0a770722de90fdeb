"""The screens of a request in their order: one table draws the stepper and finds the screen before and after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ppid.citizen import forms

Text = str | Promise


Answers = Mapping[str, str]


def _always(answers: Answers) -> bool:
    return True


def proxied(answers: Answers) -> bool:
    """Whether somebody writes for the applicant, with a power of attorney."""
    return answers.get("represented") == forms.YES


@dataclass(frozen=True, slots=True)
class Step:
    """One screen. `part` is the heading of the stepper it belongs to; `form` is None where nothing is typed.

    `applies` says of the answers so far whether this person comes by it at all.
    """

    slug: str
    part: str
    title: Text
    lead: Text
    form: type[forms.StepForm] | None
    template: str = "ppid/citizen/step.html"
    privacy: Text = ""
    applies: Callable[[Answers], bool] = _always


PARTS: dict[str, Text] = {
    "ask": _("Pertanyaan"),
    "way": _("Cara menerima"),
    "who": _("Identitas"),
    "reach": _("Kontak"),
    "review": _("Periksa"),
}

STEPS: tuple[Step, ...] = (
    Step(
        "tanya",
        "ask",
        _("Apa yang ingin Anda ketahui?"),
        _("Tulis dengan kata-kata Anda sendiri. Tidak perlu akun, dan tidak perlu bahasa resmi."),
        forms.QuestionForm,
        privacy=_(
            "Pokok permintaan dapat dimuat dalam daftar layanan yang terbuka, dengan kata-kata petugas dan tanpa nama. "
            "Tulisan Anda sendiri dan tujuan penggunaannya tidak diumumkan."
        ),
    ),
    Step(
        "cara",
        "way",
        _("Bagaimana Anda ingin menerimanya?"),
        _("Boleh dikosongkan; petugas akan menyesuaikan."),
        forms.WayForm,
        privacy=_("Kebutuhan khusus disimpan tersandi, tidak diumumkan, dan hanya dilihat petugas yang menanganinya."),
    ),
    Step(
        "pemohon",
        "who",
        _("Atas nama siapa?"),
        _("Pilihan ini menentukan surat apa yang perlu dilampirkan."),
        forms.KindForm,
    ),
    Step(
        "identitas",
        "who",
        _("Siapa pemohonnya?"),
        _("Hanya nama yang harus diisi. Bila yang lain kosong, permohonan tetap didaftar."),
        forms.IdentityForm,
        privacy=_(
            "Nama, NIK, dan pekerjaan tidak diumumkan dan tidak dapat dicari. Hanya petugas yang menangani permohonan "
            "melihatnya. Layar petugas menampilkan paling banyak empat angka terakhir NIK."
        ),
    ),
    Step(
        "kuasa",
        "who",
        _("Siapa kuasanya?"),
        _("Boleh dikosongkan. Surat kuasa khusus bermeterai dapat dilampirkan sekarang atau menyusul."),
        forms.ProxyForm,
        privacy=_("Nama dan kontak kuasa tidak diumumkan dan tidak dapat dicari."),
        applies=proxied,
    ),
    Step(
        "kontak",
        "reach",
        _("Bagaimana kami menghubungi Anda?"),
        _("Isi sedikitnya satu. Dengan e-mail, surat jawaban dapat Anda buka sendiri di situs ini."),
        forms.ContactForm,
        privacy=_("Kontak Anda tidak diumumkan. Kami memakainya hanya untuk permohonan ini."),
    ),
    Step(
        "berkas",
        "reach",
        _("Ada berkas yang ingin dilampirkan?"),
        _("Boleh dilewati. Berkas dapat diserahkan kemudian bila petugas memintanya."),
        forms.PaperForm,
        template="ppid/citizen/papers.html",
        privacy=_("Berkas disimpan terpisah, tidak diumumkan, dan setiap pembacaannya dicatat."),
    ),
    Step(
        "periksa",
        "review",
        _("Periksa, lalu kirim"),
        _("Sesudah dikirim, Anda langsung mendapat nomor, kode lacak, dan tanggal jawaban."),
        None,
        template="ppid/citizen/review.html",
    ),
)

BY_SLUG = {step.slug: step for step in STEPS}
FIRST, REVIEW = STEPS[0], STEPS[-1]


@dataclass(frozen=True, slots=True)
class Part:
    """One mark of the stepper; `state` is `done`, `current` or `todo`."""

    label: Text
    state: str


def stepper(step: Step) -> tuple[Part, ...]:
    keys = list(PARTS)
    here = keys.index(step.part)
    return tuple(
        Part(label, "done" if place < here else "current" if place == here else "todo")
        for place, label in enumerate(PARTS.values())
    )


def after(step: Step, answers: Answers) -> Step:
    """The next screen that applies to these answers; the review is the last."""
    later = (other for other in STEPS[STEPS.index(step) + 1 :] if other.applies(answers))
    return next(later, REVIEW)


def before(step: Step, answers: Answers) -> Step | None:
    """The screen before that applies to these answers; None before the first."""
    earlier = (other for other in reversed(STEPS[: STEPS.index(step)]) if other.applies(answers))
    return next(earlier, None)


def address(step: Step) -> str:
    return reverse("request_new") if step is FIRST else reverse("request_step", args=[step.slug])


def form_for(step: Step, answers: dict[str, str], **arguments: Any) -> forms.StepForm:
    """The form of a screen, with what the answers so far say about it (the kind of applicant, the hidden field)."""
    if step.form is None:
        raise ValueError(f"{step.slug} has no form")
    if step.form is forms.IdentityForm:
        arguments["kind"] = answers.get("kind", "person")
    if step.form is forms.ContactForm:
        ways = ("proxy_email", "proxy_phone", "proxy_address")
        arguments["reached"] = proxied(answers) and any(answers.get(name, "").strip() for name in ways)
    return step.form(initial=answers, **arguments)


def checked(answers: dict[str, str]) -> tuple[dict[str, str], tuple[tuple[Step, forms.StepForm], ...]]:
    """The clean answers of all screens, and the screens that still stop the sending with their bound forms."""
    clean: dict[str, str] = {}
    wrong = []
    answers = {"kind": "person", **{name: value for name, value in answers.items() if value}}
    for step in STEPS:
        if step.form is None or step.form is forms.PaperForm or not step.applies(answers):
            continue
        form = form_for(step, answers, data=answers)
        if not form.is_valid():
            wrong.append((step, form))
        clean.update({name: value for name, value in form.cleaned_data.items() if isinstance(value, str)})
    clean.pop("website", None)
    return clean, tuple(wrong)
