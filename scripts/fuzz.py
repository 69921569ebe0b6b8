"""Throw texts at the reading of times until something breaks: `make fuzz`, or

    python -m scripts.fuzz --seconds 600

It needs atheris, which is no requirement of the project: install it beside, in an environment of
its own. Half of every text is words that rules know, in any order, half is anything at all.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from timeline.errors import EdtfError
from timeline.model import Document, Sentence, SentenceKind, Span, Tense, Timex
from timeline.time import timexes
from timeline.time.edtf import read
from timeline.time.rules import rulebook

LANGUAGES = ("en", "en-GB", "de", "fr", "ar", "")
TENSES: tuple[Tense | None, ...] = ("past", "present", "future", None)
LAST_DCT = date(9998, 12, 31).toordinal()
MARKS = (" ", " ", " ", " ", ", ", ". ", "-", "–", "/", ":", ".", "'", "’s ",
         "\n", "\n\n", "(", ")", "%", "$")  # fmt: skip
FIGURES = ("1", "9", "31", "32", "00", "05", "1st", "23rd", "89", "365", "999", "1000", "1499",
           "1914", "2021", "2199", "9998", "9999", "10000", "1,500", "2.5", "1990s", "0000",
           "99999999999999999999", "٣", "²")  # fmt: skip


def words() -> list[str]:
    """Return what the English rules know, in the spellings they know it in, and figures."""
    known = {word for table in rulebook("en").tables.values() for word in table}
    return sorted(known | {word.capitalize() for word in known} | set(FIGURES))


def problem(text: str, found: Sequence[Timex]) -> str:
    """Return what is wrong with the times of a text, or nothing."""
    for timex in found:
        if not 0 <= timex.span.start < timex.span.end <= len(text):
            return f"outside the text: {timex}"
        if text[timex.span.start : timex.span.end].strip() == "":
            return f"no words: {timex}"
        place = timex.interval
        if place and place.start and place.end and place.start >= place.end:
            return f"ends before it begins: {timex}"
        if timex.edtf is not None:
            try:
                read(timex.edtf)
            except EdtfError as error:
                return f"not EDTF: {timex}: {error}"
    if any(one.span.end > next_.span.start for one, next_ in pairwise(found)):
        return "two that overlap"
    return ""


def document(text: str, language: str, ends: Sequence[int]) -> Document:
    """Return a text as a document whose sentences end at given places, or that has none."""
    cuts = sorted({0, len(text), *(end % (len(text) + 1) for end in ends)})
    kinds: tuple[SentenceKind, ...] = ("body", "heading", "title", "boilerplate")
    parts = tuple(
        Sentence(Span(a, b), kinds[(b - a) % 4 if ends else 0], n)
        for n, (a, b) in enumerate(pairwise(cuts))
    )
    return Document(text, "", "", language, parts if len(ends) != 1 else ())


def main() -> None:
    """Fuzz for so many seconds; a text that breaks something ends it and is written down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    try:
        import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        sys.exit("scripts/fuzz: atheris is missing; install it into an environment of its own")
    known = words()

    def one(data: bytes) -> None:
        said = atheris.FuzzedDataProvider(data)
        pieces = []
        for _ in range(said.ConsumeIntInRange(1, 24)):
            if said.ConsumeIntInRange(0, 5):
                pieces += [said.PickValueInList(known), said.PickValueInList(list(MARKS))]
            else:
                pieces.append(said.ConsumeUnicodeNoSurrogates(12))
        text = "".join(pieces)
        day = said.ConsumeIntInRange(1, LAST_DCT)
        ends = said.ConsumeIntListInRange(said.ConsumeIntInRange(0, 4), 0, 400)
        tense = said.PickValueInList(list(TENSES))
        told = document(text, said.PickValueInList(list(LANGUAGES)), ends)
        dct = date.fromordinal(day) if said.ConsumeIntInRange(0, 7) else None
        tense_at = (lambda _: tense) if said.ConsumeBool() else None
        where = f"text {text!r}, dct {dct}, language {told.language!r}, sentences {told.sentences}"
        try:
            wrong = problem(text, timexes(told, dct=dct, tense_at=tense_at))
        except Exception as error:
            raise AssertionError(where) from error
        if wrong:
            raise AssertionError(f"{wrong}\n{where}")

    atheris.instrument_all()
    limits = [f"-max_total_time={options.seconds}", "-max_len=600", "-timeout=20"]
    limits.append(f"-artifact_prefix={tempfile.gettempdir()}/")
    atheris.Setup([sys.argv[0], *limits], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
