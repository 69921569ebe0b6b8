"""One sentence → chunks: known names, titles, pronouns, and runs of capitalised words.

It must not decide what a chunk means; it only finds them, left to right, longest first.
"""

from __future__ import annotations

import re

from timeline.actors.gazetteer import Gazetteer, Phrases, capitals
from timeline.actors.phrases import Entry
from timeline.actors.words import Words

__all__ = ["Chunk", "flatten", "scan"]

_RUN = Entry("W")
_SAME_LENGTH = (
    ("\n", " "), ("\t", " "), ("\u00a0", " "), ("\u2019", "'"), ("\u2018", "'"), ("\u02bc", "'"),
    ("\u2010", "-"), ("\u2011", "-"), ("\u2013", "-"),
)  # fmt: skip
_LONGEST_JOIN = 12
"""Characters of the longest particle between two parts of a name, and more than a space."""
_SYLLABLE = re.compile(r"-([^\W\d_A-Z]{1,6})(?![\w-])")
_LETTERS_BEFORE_QUOTE = frozenset({"O", "D", "L", "N", "M", "T"})


class Chunk:
    """Words of a sentence that may name somebody; offsets into the document."""

    __slots__ = ("end", "entry", "kind", "start")

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start = start
        self.end = end
        self.entry = entry
        self.kind = entry.kind


def flatten(text: str) -> str:
    """Return the text with white space, quotes and hyphens made plain, every offset kept."""
    for odd, plain in _SAME_LENGTH:
        text = text.replace(odd, plain)
    return text


def scan(
    flat: str, start: int, end: int, names: Gazetteer, lexicon: Words
) -> tuple[list[Chunk], list[Chunk]]:
    """Find the chunks of one sentence, and apart from them the nouns for bodies of people.

    Args:
        flat: The document's text from :func:`flatten`.
        start: First character of the sentence.
        end: One past its last.
        names: The compiled names.
        lexicon: Word tables of the language.

    Returns:
        Chunks in text order, not overlapping. Kind W is a run of unknown capitalised words that
        may be one name ("Ana María de la Cruz"). The second list holds kind B ("the police").
    """
    index, skip, joiners = names.index, lexicon.skip, lexicon.joiners
    chunks: list[Chunk] = []
    bodies: list[Chunk] = []
    reached = start
    run: Chunk | None = None  # the last chunk, while it is a run that may go on
    for match in names.word.finditer(flat, start, end):
        at = match.start()
        if at < reached:
            continue
        word = match.group()
        far = at - run.end if run is not None else 0
        near = 2 < far < _LONGEST_JOIN and word[0].isupper()
        if near and run is not None and flat[run.end : at] in joiners:
            run.end = reached = match.end()  # "Khalid bin Sultan": no title here
            continue
        found = index.get(word)
        if found is None and len(word) > 3 and word.isupper():
            found = capitals().get(word)
        known = _longest(found, flat, at, end) if found is not None else None
        if known is not None and known.kind == "B":
            if word[0].islower() or (at == start and flat[known.end : known.end + 2].islower()):
                bodies.append(known)
                continue
            known = None
        if known is not None and run is not None and _is_surname(run, known, flat, names, lexicon):
            run.end = reached = known.end  # "Ricardo Lagos", "Larry King"
        elif known is not None:
            run = None
            chunks.append(known)
            reached = known.end
        elif word not in skip and word[0].isupper():
            if run is None or not 0 < far < 3 or not _joins(flat[run.end : at], flat, run, joiners):
                run = Chunk(at, at, _RUN)
                chunks.append(run)
            run.end = reached = _syllable(flat, run.start, match.end(), end, lexicon)
    return chunks, bodies


def _is_surname(run: Chunk, known: Chunk, flat: str, names: Gazetteer, lexicon: Words) -> bool:
    """Is a place's or a title's word the surname of the given name right before it?"""
    if flat[run.end : known.start] != " ":
        return False
    word, given = flat[known.start : known.end], flat[run.start : run.end].rsplit(" ", 1)[-1]
    if known.kind == "T":
        fits = word in lexicon.lists["names.title_surnames"]
    else:
        fits = known.kind in "PC" or (known.kind == "S" and known.entry.ambiguous)
    return fits and " " not in word and given in names.given


def _syllable(flat: str, start: int, at: int, end: int, lexicon: Words) -> int:
    """Return where a name ends, its small syllable after a hyphen taken in ("Kwon O-kie")."""
    found = _SYLLABLE.match(flat, at, end)
    if found is None or " " not in flat[start:at]:
        return at
    part = found.group(1)
    lists = lexicon.lists
    is_word = part in lists["places.compounds"] or part in lists["names.not_syllables"]
    return at if is_word or part.endswith(("ed", "ing")) else found.end()


def _longest(found: Phrases, flat: str, at: int, end: int) -> Chunk | None:
    """Return the longest known phrase that begins at ``at``, None where none does."""
    exact, longer = found
    for phrase, entry in longer:
        if flat.startswith(phrase, at):
            stop = at + len(phrase)
            if stop <= end and (phrase[-1] == "." or not flat[stop : stop + 1].isalnum()):
                return Chunk(at, stop, entry)
    return Chunk(at, at + exact[0], exact[1]) if exact else None


def _joins(gap: str, flat: str, last: Chunk, joiners: frozenset[str]) -> bool:
    """May this gap continue the name: a space, a full stop after an initial, a quote after "O"?"""
    if gap not in joiners:
        return False
    if gap[0] == ".":
        return last.end - last.start == 1 or not flat[last.end - 2].isalnum()
    if gap == "'":
        return flat[last.end - 1] in _LETTERS_BEFORE_QUOTE and (
            last.end - last.start == 1 or not flat[last.end - 2].isalnum()
        )
    return True
