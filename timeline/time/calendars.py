"""Days that other calendars than the civil one fix: Easter, the Hebrew, Persian, Islamic year.

The rules are those of Reingold and Dershowitz, Calendrical Calculations, but where another source
is named; it must not know which feast falls on which day.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["easter", "hebrew_new_year", "hebrew_winter", "lunar", "nowruz", "orthodox_easter"]


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Gauss, in the form of Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day_ = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day_ + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches: Julian (Meeus), said in our calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day_ = divmod(d + e + 114, 31)
    return date(year, month, day_ + 1) + timedelta(days=year // 100 - year // 400 - 2)


_HIJRA = 227_014
"""Days before the first of the year 1 of the Hijra, 16 July 622 of the Julian calendar."""


def lunar(year: int, month: int, day_: int = 1) -> date | None:
    """Return the first such day of the Islamic calendar in a year; None where there is none.

    By the arithmetical calendar of thirty years with eleven leap days. The new moon that is seen
    differs by a day or two.
    """
    islamic = int((year - 622) * 33 / 32) - 1
    for there in range(max(islamic, 1), islamic + 4):
        days = (there - 1) * 354 + (3 + 11 * there) // 30 + 29 * (month - 1) + month // 2 + day_
        if 0 < _HIJRA + days <= date.max.toordinal():
            found = date.fromordinal(_HIJRA + days)
            if found.year == year:
                return found
    return None


_HEBREW_EPOCH = -1_373_427
"""Day number of the first of Tishri of the Hebrew year 1."""
_PARTS = 25_920
"""Parts of a day in which the Hebrew calendar counts."""


def _elapsed(year: int) -> int:
    """Return the days to the mean new moon of a Hebrew year, moved off the days it must not be."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // _PARTS
    return days + (3 * (days + 1) % 7 < 3)


def hebrew_new_year(year: int) -> date:
    """Return the first of Tishri (Rosh Hashanah) that falls into a civil year."""
    there = year + 3761
    before, here, after = (_elapsed(there + n) for n in (-1, 0, 1))
    delay = 2 if after - here == 356 else int(here - before == 382)
    return date.fromordinal(_HEBREW_EPOCH + here + delay)


_LONG_YEARS = (355, 385)
"""Days of the Hebrew years whose second month has 30."""


def hebrew_winter(year: int) -> date:
    """Return the 25th of Kislev that falls into a civil year."""
    first = hebrew_new_year(year)
    is_long = (hebrew_new_year(year + 1) - first).days in _LONG_YEARS
    return first + timedelta(days=83 + is_long)


_PERSIAN_EPOCH = 226_895
"""Day number from which the first of Farvardin of the Persian year 1 is counted."""


def nowruz(year: int) -> date:
    """Return the first of Farvardin of a civil year, by the cycle of 33 years with 8 leap days.

    It agrees with the Persian calendar of ICU from 1900 to 2100.
    """
    there = year - 621
    return date.fromordinal(_PERSIAN_EPOCH + 365 * (there - 1) + (8 * there + 21) // 33)
