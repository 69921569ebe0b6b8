"""Compile the words that shape a page, one table per language; it reads no article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import lexicon
from timeline.errors import DataFileError

__all__ = ["FALLBACK", "Words", "alternatives", "fill", "named_parts", "words"]

FALLBACK = "en"
"""Language whose page words serve where a language has none of its own."""
WHERE = ("line", "caption", "top", "lead", "tail")
"""Where boilerplate stands: a line, one under a picture or above the story, a start or an end."""


@dataclass(frozen=True, slots=True)
class Words:
    """What reading needs to know about one language."""

    language: str
    """ISO 639-1 of the file the words come from."""
    months: Mapping[str, int]
    """Month name or abbreviation in lower case, to its number."""
    date: re.Pattern[str]
    """A fully written date: groups ``iso``, ``dmy`` or ``mdy`` with their parts."""
    line: re.Pattern[str]
    """A line that is boilerplate wherever it stands; match the whole line."""
    caption: re.Pattern[str]
    """A line that belongs to a picture, whose date is the picture's; match the whole line."""
    top: re.Pattern[str]
    """A line that is boilerplate above the story; match the whole line."""
    lead: re.Pattern[str]
    """Boilerplate at the start of a paragraph; match it there."""
    tail: re.Pattern[str]
    """Boilerplate at the end of a paragraph; search its last characters."""
    publish: re.Pattern[str]
    """A label before the day of publication."""
    updated: re.Pattern[str]
    """A label before the day of a revision."""
    day_heading: re.Pattern[str]
    """A line that is nothing but a date; match the whole line."""
    entry: re.Pattern[str]
    """A date that opens an entry of a chronology; match the start of the line."""
    chapter: re.Pattern[str]
    """A line that says that a chapter begins; match its start."""
    later: re.Pattern[str]
    """The start of a sentence that tells of a year, its group; match it there."""
    meant: re.Pattern[str]
    """A past that says what was only to come; search it."""
    not_places: frozenset[str]
    """Capital words before a dash that open no dateline."""
    not_seats: frozenset[str]
    """Words of a name that is no place, though a day and a dash follow it."""
    titles: frozenset[str]
    """Words whose full stop never ends a sentence."""
    before_number: frozenset[str]
    """Words whose full stop ends no sentence before a number."""
    abbreviations: frozenset[str]
    """Words whose full stop ends a sentence only before a starter."""
    starters: frozenset[str]
    """Words that open a sentence."""
    domains: frozenset[str]
    """Words that a stop joins to the name before them ("Acme.Com")."""
    ordinals: bool
    """Whether "3." can be an ordinal."""


@cache
def words(language: str) -> Words:
    """Return the page words of a language, of English where it has none.

    Raises:
        DataFileError: data/lang/xx.text.toml lacks a key or holds a broken pattern.
    """
    has_file = (lexicon.DATA / "lang" / f"{language}.text.toml").is_file()
    name = f"lang/{language if has_file else FALLBACK}.text"
    try:
        return _compile(language if has_file else FALLBACK, lexicon.table(name))
    except KeyError as missing:
        raise DataFileError(
            f"data/{name}.toml: key {missing} is missing; see en.text.toml"
        ) from None
    except re.error as problem:
        raise DataFileError(
            f"data/{name}.toml: pattern {problem.pattern!r}: {problem}; write a Python expression"
        ) from None


def alternatives(phrases: Sequence[str]) -> str:
    """Return an expression for any of the phrases, the longest first, spaces as in the text."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


def named_parts(table: Mapping[str, Any]) -> dict[str, str]:
    """Return the expressions that patterns in the data can name, as "{date}"."""
    month = alternatives([name for names in table["months"].values() for name in names])
    return {
        "month": month,
        "weekday": alternatives(table["weekdays"]["words"]),
        "published": alternatives(table["publication"]["publish"]),
        "revised": alternatives(table["publication"]["updated"]),
        "numeric": r"(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)",
        "date": re.sub(r"\?P<\w+>", "?:", _date(month)),
    }


def _compile(language: str, table: Mapping[str, Any]) -> Words:
    months = {
        name.lower(): int(number) for number, names in table["months"].items() for name in names
    }
    parts = named_parts(table)
    by_place: dict[str, list[str]] = {where: [] for where in WHERE}
    for entry in table["boilerplate"]:
        by_place[entry["where"]].append(fill(entry["pattern"], parts))
    sentence = table["sentence"]
    return Words(
        language=language,
        months=months,
        date=re.compile(_date(parts["month"]), re.I),
        line=re.compile("|".join(by_place["line"]), re.I),
        caption=re.compile("|".join(by_place["caption"]), re.I),
        top=re.compile("|".join(by_place["top"]), re.I),
        lead=re.compile("|".join(by_place["lead"]), re.I),
        tail=re.compile(rf"\s+(?:{'|'.join(by_place['tail'])})\s*\Z", re.I),
        publish=re.compile(rf"\b{parts['published']}(?!\w)", re.I),
        updated=re.compile(rf"\b{parts['revised']}(?!\w)", re.I),
        day_heading=re.compile(fill(table["headline"]["day"], parts), re.I),
        entry=re.compile(fill(table["headline"]["entry"], parts), re.I),
        chapter=re.compile(table["scene"]["chapter"], re.I),
        later=re.compile(fill(table["scene"]["later"], parts), re.I | re.S),
        meant=re.compile(table["scene"]["meant"], re.I),
        not_places=frozenset(table["dateline"]["not_places"]),
        not_seats=frozenset(table["dateline"]["not_seats"]),
        titles=frozenset(sentence["titles"]),
        before_number=frozenset(sentence["before_number"]),
        abbreviations=frozenset(sentence["abbreviations"]),
        starters=frozenset(sentence["starters"]),
        domains=frozenset(sentence["domains"]),
        ordinals=bool(sentence["ordinals"]),
    )


def fill(pattern: str, parts: Mapping[str, str]) -> str:
    """Put the named parts ("{date}") into a pattern from the data."""
    return re.sub(r"\{([a-z]+)\}", lambda name: parts[name.group(1)], pattern)


def _date(month: str) -> str:
    """Return the expression of a date that is written in full: day, month and year."""
    year = r"(?:1[5-9]|20|21)\d\d"
    iso = rf"(?P<iso>(?P<y1>{year})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}}))(?!\d)"
    dmy = (
        rf"(?P<dmy>(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?"
        rf"(?P<m2>{month})\b\.?,?[\s-]+(?P<y2>{year}))"
    )
    mdy = (
        rf"(?P<mdy>(?P<m3>{month})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)"
        rf"(?P<y3>{year}))"
    )
    # web pages run on: "June 16, 202110:12 PM", "16 Jun 202116 Jun 2021"
    end = rf"(?:\b|(?=\d{{1,2}}(?::\d\d|\s+{month}\b)))"
    return rf"(?<!\w)(?:{iso}|(?:{dmy}|{mdy}){end})"
