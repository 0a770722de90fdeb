"""What was written, for a last look, and the law's value made of it."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as spoken
from django.utils.translation import gettext_lazy as _

from ppid.citizen import forms, screens, steps
from ppid.citizen.promise import due_of_today
from ppid.law.applicant_papers import missing
from ppid.law.filing import AccessWay, ApplicantKind, CopyForm, DeliveryWay, Filing
from ppid.queries import drafts as written_drafts
from ppid.queries.drafts import Written

NOT_FILLED = _("(belum diisi)")


class NotYet(Exception):
    """The answers cannot be sent as they are; the review page says what lacks."""


def read_filing(answers: Mapping[str, str]) -> Filing:
    """The law's value of the answers, an open choice as None. Raises NotYet."""
    clean, wrong = steps.checked(dict(answers))
    if wrong:
        raise NotYet
    texts = {
        name: clean.get(name, "")
        for name in (
            "name", "details", "identity", "address", "phone", "email", "occupation", "purpose", "special_needs",
            "proxy_name", "proxy_phone", "proxy_email", "proxy_address",
        )
    }  # fmt: skip
    return Filing(
        kind=ApplicantKind(clean.get("kind") or ApplicantKind.PERSON),
        access_way=AccessWay(clean["access_way"]) if clean.get("access_way") else None,
        copy_form=CopyForm(clean["copy_form"]) if clean.get("copy_form") else None,
        delivery_way=DeliveryWay(clean["delivery_way"]) if clean.get("delivery_way") else None,
        foreign=clean.get("foreign") == forms.YES,
        **texts,
    )


def review_screen(draft: Written, *, at: dt.datetime) -> screens.ReviewScreen:
    """Everything written, what still stops the sending (with the screen that mends it), and what is odd."""
    answers = dict(draft.answers)
    clean, wrong = steps.checked(answers)
    papers = written_drafts.papers(draft.token)
    previous = steps.before(steps.REVIEW, answers)
    lacking = missing(
        answers.get("kind") or ApplicantKind.PERSON,
        held=[paper.role for paper in papers],
        proxy=steps.proxied(answers),
    )
    return screens.ReviewScreen(
        step=steps.REVIEW,
        steps=steps.stepper(steps.REVIEW),
        token=draft.token,
        groups=tuple(_groups(answers, papers)),
        gaps=tuple(_gaps(wrong)),
        doubts=() if wrong else forms.doubts(clean, tuple(spoken(paper.label) for paper in lacking)),
        back=steps.address(previous) if previous else "",
        due=due_of_today(at),
    )


def mend(step: steps.Step) -> str:
    """The address of a screen from which the way leads back to the review."""
    return f"{steps.address(step)}?kembali={steps.REVIEW.slug}"


def _gaps(wrong: tuple[tuple[steps.Step, forms.StepForm], ...]) -> Iterator[screens.Gap]:
    for step, form in wrong:
        for name, errors in form.errors.items():
            anchor = f"#{form[name].auto_id}" if name in form.fields else ""
            yield screens.Gap(text=" ".join(str(error) for error in errors), href=mend(step) + anchor)


def _groups(answers: dict[str, str], papers: tuple[written_drafts.Paper, ...]) -> Iterator[screens.Group]:
    for step in steps.STEPS:
        if step.form is None or not step.applies(answers):
            continue
        if step.form is forms.PaperForm:
            words = "\n".join(f"{paper.role_words}: {paper.name}" for paper in papers) or _("(tidak ada)")
            yield screens.Group(_("Berkas"), mend(step), (screens.Line(_("Lampiran"), words),))
            continue
        form = steps.form_for(step, answers)
        lines = tuple(
            screens.Line(field.label or "", _spoken(field.field, answers.get(name, "")))
            for name, field in ((field.name, field) for field in form)
            if name != "website"
        )
        yield screens.Group(HEADINGS[step.slug], mend(step), lines)


def _spoken(field: object, value: str) -> steps.Text:
    if not value.strip():
        return NOT_FILLED
    return dict(getattr(field, "choices", ())).get(value, value)


HEADINGS: dict[str, steps.Text] = {
    "tanya": _("Pertanyaan"),
    "cara": _("Cara menerima"),
    "pemohon": _("Atas nama"),
    "identitas": _("Identitas pemohon"),
    "kuasa": _("Kuasa"),
    "kontak": _("Kontak"),
}
