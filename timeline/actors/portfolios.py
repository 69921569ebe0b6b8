"""Where in a run of capitals a post ends and the name begins: "Minister of Culture Ana Pérez".

It must not know whose post it is; titles.py does.
"""

from __future__ import annotations

from timeline.actors.scan import Chunk
from timeline.actors.words import Title, Words

__all__ = ["OF_POST", "in_charge", "is_portfolio", "parted"]

OF_POST = frozenset({" of ", " of the ", " for ", " for the "})
_IN_CHARGE = frozenset({"minister", "secretary", "commissioner", "undersecretary", "chief"})
_AND = frozenset({" and ", " & ", ", "})


def parted(chunks: list[Chunk], flat: str, lexicon: Words, given: frozenset[str]) -> list[Chunk]:
    """Return the chunks, those in two that hold what a title is of and then a name.

    A city whose name is a given name ("Victoria Okello") is made one with the surname behind it.
    """
    out: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "W" and out and _is_given(out, chunk, flat, given):
            chunk = Chunk(out.pop().start, chunk.end, chunk.entry)
        if chunk.kind == "W" and out and out[-1].kind in "TW":
            at = _post_end(chunk, out, flat, lexicon)
            if at > chunk.start:
                out.append(Chunk(chunk.start, at, chunk.entry))
                chunk = Chunk(at + 1, chunk.end, chunk.entry)
        out.append(chunk)
    return out


def _is_given(before: list[Chunk], run: Chunk, flat: str, given: frozenset[str]) -> bool:
    """Is a city's word the given name of the run of capitals behind it?

    So it is between a title and a name ("Prime Minister Sydney Okello"), whatever the city.
    """
    place = before[-1]
    titled = len(before) > 1 and before[-2].kind == "T" and place.kind in "PC"
    titled = (
        titled and flat[before[-2].end : place.start] == " " and flat[before[-2].start].isupper()
    )
    named = place.kind in "PC" and (titled or flat[place.start : place.end] in given)
    return named and flat[place.end : run.start] == " "


def in_charge(title: Title | None) -> bool:
    """Is it a title of somebody in charge of something ("minister", "secretary")?"""
    return title is not None and not _IN_CHARGE.isdisjoint(title.phrase.split())


def is_portfolio(text: str, lexicon: Words) -> bool:
    """Are these words what a minister is in charge of ("Culture", "Foreign Trade")?"""
    portfolios = lexicon.lists["titles.portfolios"]
    return all(word.lower() in portfolios for word in text.split(" "))


def _post_end(chunk: Chunk, before: list[Chunk], flat: str, lexicon: Words) -> int:
    """Return where the words for the post end inside a run; its start where it holds none."""
    last, gap = before[-1], flat[before[-1].end : chunk.start]
    words = flat[chunk.start : chunk.end].split(" ")
    portfolios = lexicon.lists["titles.portfolios"]
    n = next((i for i, w in enumerate(words) if w.lower() not in portfolios), len(words))
    opens = in_charge(last.entry.title) and (gap in OF_POST or gap in _AND)
    goes_on = (
        last.kind == "W" and gap in _AND and is_portfolio(flat[last.start : last.end], lexicon)
    )
    if 0 < n < len(words) and (opens or goes_on):
        return chunk.start + len(" ".join(words[:n]))
    if last.kind != "T" or gap not in OF_POST:
        return chunk.start
    institutions = lexicon.lists["names.institution"]
    n = max((i + 1 for i, w in enumerate(words[:-2]) if w in institutions), default=0)
    return chunk.start + len(" ".join(words[:n])) if n > 1 else chunk.start
