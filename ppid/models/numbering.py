"""Numbers without a gap: one series per key and year, taken under a row lock inside the caller's transaction."""

import datetime as dt
import string

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIELDS = frozenset({"seq", "year", "month", "roman", "kind"})


class NumberSeries(models.Model):
    """The last number given in a series. A roll-back gives the number back, so that none is ever missing."""

    key = models.CharField(_("seri"), max_length=40)
    year = models.PositiveSmallIntegerField(_("tahun"))
    last = models.PositiveIntegerField(_("nomor terakhir"), default=0)

    class Meta:
        verbose_name = _("seri nomor")
        verbose_name_plural = _("seri nomor")
        constraints = [models.UniqueConstraint(fields=("key", "year"), name="one_series_per_key_and_year")]

    def __str__(self) -> str:
        return f"{self.key} {self.year}: {self.last}"

    @classmethod
    def take(cls, key: str, year: int) -> int:
        """The next number, 1, 2, 3 … Only inside a transaction: the row stays locked until its end.

        One statement on both databases: the insert of a new year and the step of a known one cannot race.
        """
        if not connection.in_atomic_block:
            raise RuntimeError("a number is taken inside a transaction only")
        table = connection.ops.quote_name(cls._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (key, year, last) VALUES (%s, %s, 1) "  # noqa: S608  (the table's own name)
                f"ON CONFLICT (key, year) DO UPDATE SET last = {table}.last + 1 RETURNING last",
                [key, year],
            )
            return int(cursor.fetchone()[0])


def written(template: str, *, seq: int, day: dt.date, kind: str = "") -> str:
    """The number as the institution writes it, for instance `007/PPID/2026`.

    `template` may hold {seq}, {seq:03d}, {year}, {month}, {roman}, {kind}; anything else raises ValueError.
    """
    check_template(template)
    return template.format(seq=seq, year=day.year, month=f"{day.month:02d}", roman=ROMAN[day.month - 1], kind=kind)


def check_template(template: str) -> None:
    """Raise ValueError (Indonesian) unless `template` can number: known words only, and {seq} among them."""
    try:
        names = [name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name is not None]
        template.format(seq=1, year=2026, month="01", roman="I", kind="X")
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise ValueError(_("Format nomor tidak terbaca: gunakan {seq}, {year}, {month}, {roman}.")) from error
    if not set(names) <= FIELDS or "seq" not in names:
        raise ValueError(_("Format nomor harus memuat {seq} dan hanya {seq}, {year}, {month}, {roman}, {kind}."))
