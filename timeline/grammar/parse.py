"""Sentence → tokens with word classes, verb groups and segments; made only when asked for.

It must not know dates or events, and never fails: an odd sentence gets an odd parse.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from timeline.grammar.clauses import govern, segments
from timeline.grammar.verbs import VerbGroup, groups
from timeline.grammar.words import Words, words
from timeline.model import Document, Span, Tense

__all__ = ["Grammar", "Parse"]

_TOKEN = re.compile(
    r"[^\W\d_]+(?:n['’]t)\b"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[A-Z][a-z]{0,4}\.(?=\s+[\w(])"  # "Gen.", "Aug.": a full stop inside a sentence
    r"|\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|s)?"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]+(?:[-&][^\W_]+)*"
    r"|--+|\.\.\.+|``|''|\S"
)
_SPLIT_NOT = re.compile(r"(.+)(n['’]t)$", re.I)


@dataclass(frozen=True, slots=True)
class Parse:
    """The shallow grammar of one sentence; parallel lists, one entry a token."""

    span: Span
    """The sentence."""
    starts: list[int]
    """First character of each token, in the document."""
    ends: list[int]
    """One past its last character."""
    text: list[str]
    """The token as written."""
    lower: list[str]
    """The token in lower case, quotes straight."""
    tags: list[str]
    """Word class: closed classes as in words.py; VERB, PART, NAME, NUM, NOUN, PUNCT."""
    verbs: list[VerbGroup]
    """Verb groups, in order."""
    segment: list[int]
    """Number of the clause-like stretch each token stands in."""

    def token_at(self, offset: int) -> int:
        """Return the index of the token that holds or precedes a character of the document."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def governor(self, span: Span) -> VerbGroup | None:
        """Return the verb group that governs a stretch of the sentence, or None."""
        first = self.token_at(span.start)
        last = self.token_at(max(span.start, span.end - 1))
        return govern(self.verbs, self.segment, self.tags, self.lower, first, last)


class Grammar:
    """The parses of one document, each made on first use and kept."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [s.span.start for s in document.sentences]
        self._parses: dict[int, Parse] = {}
        self._words = words("en")

    def sentence_index(self, offset: int) -> int:
        """Return the number of the sentence that holds or precedes a character."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence(self, index: int) -> Parse:
        """Return the parse of one sentence."""
        if index not in self._parses:
            sentence = self._document.sentences[index]
            self._parses[index] = parse(self._document.text, sentence.span, self._words)
        return self._parses[index]

    def at(self, offset: int) -> Parse:
        """Return the parse of the sentence that holds a character."""
        return self.sentence(self.sentence_index(offset))

    def tense_at(self, span: Span) -> Tense | None:
        """Return the tense of the verb that governs a stretch, None where no verb does."""
        if not self._document.sentences:
            return None
        verb = self.at(span.start).governor(span)
        return None if verb is None else verb.when


def parse(text: str, span: Span, lexicon: Words) -> Parse:
    """Parse one sentence.

    Args:
        text: The whole document.
        span: The sentence in it.
        lexicon: Word tables of its language.
    """
    starts, ends, tokens = _tokens(text, span)
    lower = [t.lower().replace("’", "'") for t in tokens]
    tags = _tags(tokens, lower, lexicon)
    verbs = groups(lower, tags, lexicon)
    return Parse(span, starts, ends, tokens, lower, tags, verbs, segments(lower, tags, verbs))


def _tokens(text: str, span: Span) -> tuple[list[int], list[int], list[str]]:
    starts, ends, tokens = [], [], []
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end, word = match.start(), match.end(), match.group()
        split = _SPLIT_NOT.match(word) if len(word) > 3 and word[-1] in "tT" else None
        if split:
            cut = start + len(split.group(1))
            starts += [start, cut]
            ends += [cut, end]
            tokens += [split.group(1), split.group(2)]
        else:
            starts.append(start)
            ends.append(end)
            tokens.append(word)
    return starts, ends, tokens


def _tags(tokens: list[str], lower: list[str], lexicon: Words) -> list[str]:
    closed, forms = lexicon.closed, lexicon.forms
    shouting = sum(t.isupper() and len(t) > 1 for t in tokens) > 0.6 * len(tokens)
    tags: list[str] = []
    opens = True  # at the start of the sentence or of a quotation in it
    for i, (token, word) in enumerate(zip(tokens, lower, strict=True)):
        capital = token[0].isupper() and not shouting
        if word == "'s":
            tag = "BE" if tags and _takes_is(tags[-1], lower[i - 1]) else "POSS"
        elif word in closed and (opens or not capital or word == "i"):
            tag = closed[word]
            if word == "that" and _is_relative(i, lower, tags, lexicon):
                tag = "REL"
            elif word in lexicon.alone and _stands_alone(i, lower, lexicon):
                tag = "PRON"
        elif word[0].isdigit():
            tag = "NUM"
        elif not any(map(str.isalpha, word)):
            tag = "PUNCT"
        elif _is_adverb(word, capital, opens and tokens[i + 1 : i + 2] == [","], lexicon):
            tag = "ADV"
        elif capital and not (opens and word in forms and not _capital(tokens, i + 1)):
            tag = "NAME"
        elif word in forms or _may_be_verb(word, tags) or _after_relative(i, lower, tags, closed):
            tag = "VERB"
        else:
            tag = "NOUN"
        tags.append(tag)
        opens = tag == "PUNCT" and (opens or word in "\"“”``:'")
    return tags


def _is_relative(i: int, lower: list[str], tags: list[str], lexicon: Words) -> bool:
    """Is "that" the subject of a past tense after a noun ("the parliament that met")?"""
    after = lower[i + 1] if i + 1 < len(lower) else ""
    return tags[-1:] in (["NOUN"], ["NAME"]) and "D" in lexicon.forms.get(after, ("", ""))[0]


def _stands_alone(i: int, lower: list[str], lexicon: Words) -> bool:
    """Does a verb follow the determiner at once ("both met", "many want to")?"""
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if lexicon.closed.get(after) in ("BE", "HAVE", "DO", "MODAL"):
        return lower[i] not in ("that", "this") or i == 0
    flags = lexicon.forms.get(after, ("", ""))[0]
    to_follows = lower[i + 2 : i + 3] == ["to"] and "B" in flags
    return lower[i] not in ("that", "this") and (to_follows or flags in ("D", "DN", "BDN"))


def _is_adverb(word: str, capital: bool, fronted: bool, lexicon: Words) -> bool:
    """Is it an adverb in "-ly", in small letters or fronted ("Surprisingly, …")?"""
    return word.endswith("ly") and (fronted or not capital) and word not in lexicon.nouns_in_ly


def _takes_is(tag: str, word: str) -> bool:
    """Is "'s" after this word "is" ("it's", "that's"), not the possessive ("Putin's")?"""
    return tag in ("PRON", "REL") or word in ("that", "there", "here", "what", "how")


def _capital(tokens: list[str], i: int) -> bool:
    return i < len(tokens) and tokens[i][0].isupper()


def _after_relative(i: int, lower: list[str], tags: list[str], closed: dict[str, str]) -> bool:
    """Is an unknown word the verb of "who"/"which": an object or preposition follows it?"""
    if tags[-1:] != ["REL"] or lower[i - 1] not in ("who", "which") or "-" in lower[i]:
        return False
    return i + 1 < len(lower) and closed.get(lower[i + 1]) in ("DET", "PREP", "TO", "PRON")


def _may_be_verb(word: str, tags: list[str]) -> bool:
    """Can a word outside the lists be a verb: after a modal, a plain "-ed", "-ing" after "be"?"""
    if "-" in word or len(word) < 4:
        return False
    before = next((t for t in reversed(tags) if t not in ("ADV", "NOT")), "")
    if before in ("MODAL", "DO"):
        return True  # "will redeem", "did not gloat"
    return word.endswith("ed") or (word.endswith("ing") and before == "BE")
