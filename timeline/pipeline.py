"""The stages in order, one line each."""

from __future__ import annotations

from datetime import date

from timeline import actors, read, time
from timeline.events import arrange, assemble, merge, reference
from timeline.grammar import Grammar
from timeline.model import DctFinding, Document, Extraction

__all__ = ["extract", "extract_document"]


def extract(
    text: str,
    *,
    dct: date | None = None,
    title: str = "",
    source: str = "",
    language: str = "en",
) -> Extraction:
    """Read one article into dated and undated events.

    Args:
        text: The article as it came in; offsets of all results point into it.
        dct: The day it was published; None looks for it in the text. It is never the clock's.
        title: Its title, where it is not the first line of the text.
        source: Where it came from; part of the events' ids.
        language: ISO 639-1.

    Returns:
        All that was found. Finding nothing is no error: the lists are empty then.
    """
    document = read.read(text, title=title, source=source, language=language)
    return extract_document(document, dct=dct)


def extract_document(document: Document, *, dct: date | None = None) -> Extraction:
    """Read one document into dated and undated events; see extract."""
    finding = DctFinding(dct, "given", None) if dct else read.find_dct(document)
    grammar = Grammar(document)
    mentions = actors.find(document, dct=finding.day)
    references = reference.find(document, dct=finding.day, mentions=mentions)
    timexes = time.timexes(
        document, dct=finding.day, references=references, tense_at=grammar.tense_at
    )
    told = assemble.assemble(document, timexes, mentions, references, grammar, dct=finding.day)
    dated, undated = arrange.arrange(merge.merge(told), dct=finding.day)
    return Extraction(document, finding, timexes, mentions, dated, undated)
