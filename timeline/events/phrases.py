"""Tokens of a sentence → phrases as they stood, without dates and loose ends.

It must not choose what a label tells; labels.py does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from timeline.events.openings import owns
from timeline.events.quantities import quantity, with_quantity
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse
from timeline.lexicon import table

__all__ = [
    "BREAKS",
    "LabelWords",
    "clean",
    "label_words",
    "noun_phrase",
    "quoted",
]

_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV"})
_NOUN_LEFT = frozenset({"NOUN", "NAME", "NUM", "POSS", "PART"})
_DANGLING = frozenset(
    {"PREP", "DET", "COORD", "TO", "SUB", "REL", "POSS", "MODAL", "BE", "HAVE", "DO", "PRON"}
)
_HEADLESS = frozenset({"the", "a", "an", "that", "its", "his", "her", "their", "our", "my"})
"""What a label does not begin with."""
_MARKS, _LOOSE = (",", ":"), (",", ":", "of")
"""What opens no phrase, and no label."""
_STANDING = frozenset({"over", "in", "through", "along", "around", "across"})
"""Prepositions that can end a clause behind its verb."""
_GLUED = ",;:."  # marks without a space before them
_AFTER_GAP = frozenset({"VERB", "PREP", "TO", "PUNCT", "BE", "HAVE", "MODAL", "COORD"})
"""What cannot follow an article."""
_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
BREAKS = frozenset({"(", ")", "--", "—", ";", ":", "–", "_"})


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Words that labels leave out or agree with."""

    before_date: frozenset[str]
    fillers: frozenset[str]
    plural: frozenset[str]
    singular: frozenset[str]
    joins: frozenset[str]
    told: frozenset[str]
    tellers: frozenset[str]
    """Verbs with a person and a "that" ("told parliament that …")."""
    counts: frozenset[str]
    """Numbers that can end a label ("kills nine")."""
    quantities: frozenset[str]
    """Words that say how exact a number is; see quantities.py."""
    a_counts: frozenset[str]
    """Nouns before which a label keeps its "a" ("a dozen rockets")."""
    modals: frozenset[str]
    """Modal verbs that a label keeps."""
    particles: frozenset[str]
    """Words that end a verb phrase as part of the verb ("call off", "step down")."""
    things: frozenset[str]
    """Nouns that an "it" in the next sentence can stand for."""
    offers: frozenset[str]
    """Nouns besides for which an "it" later in the sentence stands, where it undergoes the act."""
    active: frozenset[str]
    """Verbs whose object undergoes nothing ("left Oslo")."""
    bodies: frozenset[str]
    """Nouns for bodies that act, whose pronoun is "it" ("the ministry said it …")."""
    vague: frozenset[str]
    """Nouns that say nothing without their relative clause ("the man who …")."""
    adjectives: frozenset[str]
    """Plain adjectives that no ending tells ("a small, old shop")."""
    leads_on: frozenset[str]
    """Words that before an infinitive say nothing without it ("likely to")."""
    times: frozenset[str]
    """Units that tell how long before or after ("a week after")."""
    edges: frozenset[str]
    """Nouns for a time or place at something, which do nothing themselves ("the wake of")."""
    anaphors: frozenset[str]
    """Words that point back and name nothing ("the other")."""


@cache
def label_words(language: str = "en") -> LabelWords:
    """Return the label words of one language."""
    data = table(f"lang/{language}.events")["label"]
    lists = {key: text.split("|" if "|" in text else None) for key, text in data.items()}
    return LabelWords(**{key: frozenset(map(str.strip, words)) for key, words in lists.items()})


def clean(
    tokens: Sequence[int] | range,
    parse: Parse,
    dated: Set[int],
    names: Mapping[int, str] = MappingProxyType({}),
    *,
    opens: bool = True,
) -> str:
    """Join tokens as they stood, without dates, filler words, unpaired quotes and loose ends.

    Tokens in ``names`` are pronouns: the name stands for them. A phrase that ``opens`` a label
    loses its article, as in a headline.
    """
    fillers, lower, tags = label_words().fillers, parse.lower, parse.tags
    keep = [i for i in tokens if i not in dated and lower[i] not in fillers]
    if not _QUOTES.isdisjoint(parse.words):
        quotes = {i for i in keep if lower[i] in _QUOTES and not _spells(i, parse)}
        keep = [i for i in keep if len(quotes) % 2 == 0 or i not in quotes]
    keep = _without_brackets(_closed_up(keep, parse), parse)
    while keep and keep[-1] not in names and _dangles(keep[-1], parse, dated):
        keep.pop()
    loose = _LOOSE if opens else _MARKS
    while keep and (tags[keep[0]] in ("COORD", "POSS") or lower[keep[0]] in loose):
        keep.pop(0)
    if keep and keep[0] not in names and _needless(keep[0], parse, opens=opens):
        keep.pop(0)
    out: list[str] = []
    reached = -1
    for i in keep:
        word = names.get(i) or (lower[i] if tags[i] == "DET" else parse.text[i])
        apart = out and parse.starts[i] != reached and word[0] not in _GLUED
        out.append(f" {word}" if apart else word)
        reached = parse.ends[i]
    return "".join(out).strip(" ,;:")


def _closed_up(tokens: list[int], parse: Parse) -> list[int]:
    """Leave out an article whose noun was a date ("income for the | quarter | fell")."""
    loose: set[int] = set()
    for i, after in pairwise(tokens):
        if after != i + 1 and parse.tags[i] == "DET" and parse.tags[after] in _AFTER_GAP:
            loose |= {i, i - 1} if parse.tags[i - 1] == "PREP" else {i}
    return [i for i in tokens if i not in loose] if loose else tokens


def _without_brackets(tokens: list[int], parse: Parse) -> list[int]:
    """Leave out brackets at a phrase's end ("the Union of Peru (UP)")."""
    marks = [n for n, i in enumerate(tokens) if parse.lower[i] == "("]
    closed = marks and marks[-1] and parse.lower[tokens[-1]] == ")"
    return tokens[: marks[-1]] if closed else tokens


def _spells(i: int, parse: Parse) -> bool:
    """Is it an apostrophe: a plural owner's, or one inside a word ("coup d’état")?"""
    if parse.lower[i] not in ("'", "‘"):
        return False
    inside = 0 < i < len(parse.ends) - 1 and parse.ends[i - 1] == parse.starts[i]
    return owns(i, parse) or (inside and parse.ends[i] == parse.starts[i + 1])


def _needless(i: int, parse: Parse, *, opens: bool) -> bool:
    """Does a label do without the word at its beginning, as a headline does without articles?"""
    counted = parse.lower[i] in ("a", "an") and parse.lower[i + 1 : i + 2]
    if counted and (counted[0] in label_words().a_counts or quantity(i, parse)):
        return False
    return parse.lower[i] in (_HEADLESS if opens else {"that"})


def _dangles(i: int, parse: Parse, dated: Set[int]) -> bool:
    words, word = label_words(), parse.lower[i]
    ends = i + 1 in dated or not _leads_on(i, parse)
    if word in words.counts or (word in words.particles and ends):
        return False  # "kills nine", "calls off"
    after = (parse.tags[i + 1 : i + 2] or ["PUNCT"])[0]
    ended = after == "PUNCT" or parse.lower[i + 1 : i + 2] == ["on"]
    ended = ended or (after == "COORD" and parse.tags[i - 1] == "BE")
    if ended and word in _STANDING and parse.tags[i - 1] in ("VERB", "PART", "BE"):
        return False  # "the war was over", "was sworn in on Tuesday"
    if word == "even":
        return not parse.lower[i - 1].startswith(("break", "broke"))
    return parse.tags[i] in _DANGLING or word in BREAKS or word == ","


def _leads_on(i: int, parse: Parse) -> bool:
    """Does a noun phrase follow, so that the word is a preposition, not a particle?"""
    return parse.tags[i + 1 : i + 2] in (["DET"], ["NAME"], ["NOUN"], ["NUM"], ["PREP"], ["TO"])


def quoted(tokens: Sequence[int], parse: Parse, *, room: int) -> str:
    """Join the words somebody said as they stood; what is left out at the end leaves "…".

    Words in quotation marks keep them, so that a "we" in them is the speaker's.
    """
    opened = bool(tokens) and parse.lower[tokens[0]] in _QUOTES
    inner = [i for i in tokens if parse.lower[i] not in _QUOTES]
    text = clean(inner, parse, frozenset(), opens=not opened)
    text = text.rstrip(".")
    if len(text) > room - 4:
        text = text[: max(0, room - 4)].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    left, right = ("“", "”") if opened else ("", "")
    return f"{left}{text}{right}" if text else ""


def noun_phrase(first: int, last: int, parse: Parse, dated: Set[int]) -> list[int]:
    """Return the tokens of a noun's phrase: words before it, prepositional phrases after it."""
    while first > 0 and first - 1 not in dated:
        quote = parse.lower[first - 1] in _QUOTES
        if (parse.tags[first - 1] not in _NOUN_LEFT and not quote) or _says(first - 1, parse):
            break
        first -= 1
    counted = first > 0 and parse.lower[first - 1] in label_words().counts
    if counted and parse.tags[first - 1] in ("DET", "NUM") and first - 1 not in dated:
        first = with_quantity(first - 1, parse)  # "three explosions", "at least two clashes"
    here = parse.segment[last]
    joins = label_words().joins
    verbs = {v.first for v in parse.verbs if v.form != "gerund"}
    end = last + 1
    while end < len(parse.tags) and end not in verbs:
        joined = parse.tags[end] in _PHRASE or parse.lower[end] in joins or end in dated
        apart = parse.segment[end] != here and parse.lower[end] != "and"
        if not joined or apart or parse.lower[end] == "that" or _opens_phrase(end, parse):
            break
        end += 1
    return [i for i in range(first, end) if i not in dated]


def _opens_phrase(i: int, parse: Parse) -> bool:
    """Does an article right behind a noun open another phrase ("a vote | the king says …")?"""
    return parse.tags[i] == "DET" and parse.tags[i - 1] in ("NOUN", "NAME")


def _says(i: int, parse: Parse) -> bool:
    """Is it the "saying" of a clause, which describes no noun ("…, saying talks would resume")?"""
    verb = next((v for v in parse.verbs if v.head == i), None)
    return verb is not None and verb.lemma in vocabulary().report and not verb.passive
