"""What an editor may put on a page. Few, plain parts; each has its template in templates/portal/blocks/."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

# No headings, images or embeds inside running text: headings are blocks of their own, so that their order stays right.
TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
CELL_FEATURES = ["bold", "italic", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Judul bagian"), max_length=150)
    level = blocks.ChoiceBlock(
        label=_("Tingkat"), choices=[("h2", _("Bagian")), ("h3", _("Anak bagian"))], default="h2"
    )

    class Meta:
        icon = "title"
        label = _("Judul bagian")
        template = "portal/blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Paragraf")
        template = "portal/blocks/paragraph.html"


class StepsBlock(blocks.StructBlock):
    """A list whose items may carry links; numbered where the order matters."""

    numbered = blocks.BooleanBlock(label=_("Bernomor"), required=False, default=True)
    items = blocks.ListBlock(blocks.RichTextBlock(features=CELL_FEATURES, label=_("Butir")), label=_("Butir"))

    class Meta:
        icon = "list-ol"
        label = _("Daftar")
        template = "portal/blocks/steps.html"


class DataTableBlock(TypedTableBlock):
    """Text and number columns under a caption; numbers are set to the right."""

    def __init__(self, **options: Any) -> None:
        columns = [
            ("text", blocks.CharBlock(label=_("Teks"), required=False)),
            ("number", blocks.DecimalBlock(label=_("Angka"), required=False)),
            ("rich_text", blocks.RichTextBlock(label=_("Teks bertautan"), features=CELL_FEATURES, required=False)),
        ]
        super().__init__(columns, **options)

    class Meta:
        icon = "table"
        label = _("Tabel")
        template = "portal/blocks/table.html"


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Berkas"))
    text = blocks.CharBlock(label=_("Keterangan"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("Tautan berkas")
        template = "portal/blocks/file.html"


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Judul"), required=False, max_length=150)
    text = blocks.RichTextBlock(label=_("Isi"), features=CELL_FEATURES)
    tone = blocks.ChoiceBlock(
        label=_("Nada"), choices=[("plain", _("Keterangan")), ("right", _("Hak Anda"))], default="plain"
    )

    class Meta:
        icon = "info-circle"
        label = _("Kotak perhatian")
        template = "portal/blocks/callout.html"


class FactsBlock(blocks.StructBlock):
    """Facts kept in the settings of the body, so that they are written down once."""

    what = blocks.ChoiceBlock(
        label=_("Fakta"),
        choices=[
            ("contact", _("Alamat, kontak dan jam layanan")),
            ("fee", _("Standar biaya dan cara membayar")),
            ("commission", _("Komisi Informasi yang berwenang")),
        ],
    )

    class Meta:
        icon = "home"
        label = _("Data badan publik")
        template = "portal/blocks/facts.html"


class BodyBlock(blocks.StreamBlock):
    """The body of every page that editors write."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    steps = StepsBlock()
    table = DataTableBlock()
    file = FileBlock()
    callout = CalloutBlock()
    image = ImageBlock(label=_("Gambar"), template="portal/blocks/image.html")
    facts = FactsBlock()


class LinkBlock(blocks.StructBlock):
    """A link of the foot: a path of this site or a whole address."""

    text = blocks.CharBlock(label=_("Teks"), max_length=80)
    href = blocks.CharBlock(
        label=_("Alamat"), max_length=300, help_text=_("Misalnya /regulasi/ atau https://lapor.go.id")
    )

    class Meta:
        icon = "link"
        label = _("Tautan")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["href"].startswith(("/", "https://", "http://", "mailto:")):
            raise blocks.StructBlockValidationError(
                {"href": ValidationError(_("Alamat dimulai dengan /, https:// atau mailto:. Perbaiki alamatnya."))}
            )
        return cleaned
