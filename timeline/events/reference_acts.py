"""Read what a text says happened to a treaty: "signing of X", "X was extended", "left X"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import lexicon

__all__ = ["Act", "Wording", "wording"]

BEFORE = 110
"""Characters before a treaty's name in which the words of an act are looked for."""
AFTER = 140
"""Characters after it: a long name in brackets may come between."""
UNDONE_REACH = 3
"""Words before the act that can undo it ("has not yet signed")."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a treaty, in its place."""

    start: int
    """First character, treaty and act together."""
    end: int
    """One past the last."""
    acts: tuple[str, ...]
    """Acts it can be, the likeliest first."""
    needs_doer: bool
    """Whether an actor of the event must be named in the sentence."""
    one_sided: bool
    """Whether it is one party's own act."""


@dataclass(frozen=True, slots=True)
class _Form:
    """The words of one act, as expressions."""

    acts: tuple[str, ...]
    one_sided: bool
    nouns: re.Pattern[str]
    verbs: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language speaks of reference events."""

    coming: frozenset[str]
    """Words by which a sentence speaks of what is to come."""
    undone: frozenset[str]
    """Words by which an act is told as not done, or not yet."""
    some: re.Pattern[str]
    """The words before a name by which it means any of its kind."""
    place: re.Pattern[str]
    """The words before a place that stands for an event there; search at its start."""
    sites: frozenset[str]
    """Those of them that often mean the place itself."""
    gathering: re.Pattern[str]
    """A word for an event at which people meet, as a place can stand for."""
    relative_years: Mapping[str, int]
    """Phrases for a year, to years from the article's own."""
    forms: tuple[_Form, ...]
    """The acts."""

    def act(self, folded: str, start: int, end: int, first: int, last: int) -> Act | None:
        """Return the act that the words around a treaty's name tell, or None.

        Args:
            folded: The text, folded.
            start: Where the name starts.
            end: Where it ends.
            first: Where its sentence starts.
            last: Where that ends.
        """
        found: list[Act] = []
        for form in self.forms:
            for pattern, by_noun in ((form.nouns, True), (form.verbs, False)):
                before = pattern.search(folded, max(first, start - BEFORE), start)
                if before and not self.is_undone(folded, first, before.start()):
                    needs_doer = form.one_sided or not by_noun
                    found.append(Act(before.start(), end, form.acts, needs_doer, form.one_sided))
            after = form.after.match(folded, end, min(last, end + AFTER))
            if after and not self.is_undone(folded, first, start):
                found.append(Act(start, after.end(), form.acts, form.one_sided, form.one_sided))
        return min(found, key=lambda act: (act.start - act.end, act.needs_doer), default=None)

    def is_undone(self, folded: str, first: int, at: int, *, reach: int = UNDONE_REACH) -> bool:
        """Say whether the words before an offset tell what follows as not done."""
        words = re.findall(r"[\w']+", folded[max(first, at - 60) : at])[-reach:]
        return any(word in self.undone for word in words)


@cache
def wording(language: str) -> Wording:
    """Return the wording of a language, of English where it has none."""
    has_file = (lexicon.DATA / "lang" / f"{language}.reference.toml").is_file()
    table = lexicon.table(f"lang/{language if has_file else 'en'}.reference")
    places = _any(table["place_after"])
    return Wording(
        coming=frozenset(table["coming"]),
        undone=frozenset(table["undone"]),
        some=re.compile(
            rf"(?<!\w)(?:{_any(table['some'])}|{_any(table['wished'])}(?:\s+\w+){{0,2}}\s+an?)\s+\Z"
        ),
        place=re.compile(rf"(?<!\w){places}\s+\Z"),
        sites=frozenset(table["place_sites"]),
        gathering=re.compile(rf"(?<!\w){_any(table['gatherings'])}(?!\w)"),
        relative_years=dict(table["relative_years"]),
        forms=tuple(_form(entry, table) for entry in table["act"]),
    )


def _form(entry: Mapping[str, Any], table: Mapping[str, Any]) -> _Form:
    between = rf"(?:\s+(?:{_any(table['between'])}|(?:1[89]|20)\d\d))*+\s+['\"]?\Z"
    gerunds = [f"{before} {verb}" for before in table["gerund_after"] for verb in entry["gerunds"]]
    head = rf"(?:\s+{_any(table['heads'])})?(?:'s)?(?:\s*\([^()]{{2,80}}\))?['\"]?"
    link = r",?\s+(?:which\s+|that\s+)?"
    return _Form(
        acts=tuple(entry["acts"]),
        one_sided=entry["one_sided"],
        nouns=re.compile(rf"(?<!\w){_any(entry['nouns'])}{between}"),
        verbs=re.compile(rf"(?<![\w-]){_any([*entry['verbs'], *gerunds])}{between}"),
        after=re.compile(rf"{head}{link}{_any(entry['after'])}(?!\w)"),
    )


def _any(phrases: Sequence[str]) -> str:
    """Return an expression for any of the phrases; "*" is up to four words."""
    if not phrases:
        return r"(?!)"
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    parts = (
        re.escape(phrase).replace(r"\ \*", r"(?:\s+[\w.'-]+){1,4}?").replace(r"\ ", r"\s+")
        for phrase in ordered
    )
    return f"(?:{'|'.join(parts)})"
