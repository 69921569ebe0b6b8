"""Relative clause or participle → the noun that it describes.

It must not decide whether that noun is the verb's subject; subjects.py does.
"""

from __future__ import annotations

from timeline.events.noun_phrases import list_start, trim
from timeline.events.openings import owns
from timeline.events.phrases import label_words
from timeline.events.plurals import is_plural
from timeline.events.quantities import with_quantity
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.objects import contact_at, has_object_before, lacks_object
from timeline.grammar.words import words

__all__ = ["about_object", "antecedent", "contact", "fronted_object", "with_place"]

Tokens = tuple[int, int]
"""First token and one past the last."""
_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV", "PRON"})
_OBJECT_RELATIVES = frozenset({"whom", "which", "that"})
_WHERE = frozenset({"in", "on", "at", "near", "against", "outside"})
_THINGS = frozenset({"which", "that"})
_SINGULAR = (["has"], ["is"], ["was"])
_MADE = tuple(["was", made] for made in ("established", "founded", "created", "formed", "launched"))
"""What befalls a body, not what is said of it ("the session of the council, which was founded")."""


def antecedent(relative: int, parse: Parse, skip: frozenset[int] = frozenset()) -> Tokens | None:
    """Return the noun phrase right before a relative clause or a participle."""
    if _asks(relative, parse):
        return None
    i, passed, joins = relative - 1, ("both", "all"), ("of", "and")
    while i >= 0 and (i in skip or parse.tags[i] in ("PUNCT", "PREP") or parse.lower[i] in passed):
        closes = parse.lower[i] == ")"  # "the court (ICJ), which …"
        i = max([0, *(j for j in range(i) if parse.lower[j] == "(")] if closes else [i]) - 1
    end = i + 1
    verbs = {v.head for v in parse.verbs if v.form == "participle" and not v.passive}
    while i >= 0 and (parse.tags[i] in _PHRASE or parse.lower[i] in joins or owns(i, parse)):
        if parse.lower[i] == "that" or i in skip or (i in verbs and i + 1 < end):
            break
        i = list_start(i, end, parse) - 1
    start = with_quantity(trim(i + 1, end, parse), parse)
    start = _agreeing(_nearer(start, end, relative, parse), end, relative, parse)
    return (start, end) if start < end else None


def _agreeing(start: int, end: int, relative: int, parse: Parse) -> int:
    """Return where a noun in the singular begins that "has" or "is" needs.

    "A row over fishing rights that has soured ties": the row has.
    """
    leads = start - 1
    alone = parse.lower[relative + 1 : relative + 2] in _SINGULAR and parse.tags[end - 1] == "NOUN"
    if not alone or leads < 1 or parse.tags[leads] != "PREP" or not is_plural(parse.text[end - 1]):
        return start
    first = leads
    while first > 0 and parse.tags[first - 1] in _PHRASE and parse.tags[first - 1] != "PRON":
        first -= 1
    before = trim(first, leads, parse)
    named = before < leads and parse.tags[leads - 1] in ("NOUN", "NAME")
    return before if named and not is_plural(parse.text[leads - 1]) else start


def _asks(relative: int, parse: Parse) -> bool:
    """Does "who" open a question, not a clause about a noun ("it is not clear who did it")?"""
    i = relative - 2
    while i > 0 and parse.tags[i] in ("ADV", "NOT"):
        i -= 1
    named = parse.lower[relative : relative + 1] == ["who"] and parse.tags[relative - 1] == "NOUN"
    return named and i >= 0 and parse.tags[i] == "BE"


def _nearer(start: int, end: int, relative: int, parse: Parse) -> int:
    """Return where the noun begins that a clause without a comma is about.

    Behind "of" it is the one with an article "a" ("the head of | a party that won"), and the one of
    which only an edge is named ("the wake of | the raid that …").
    """
    of = next((i for i in range(end - 2, start, -1) if parse.lower[i] == "of"), None)
    if of is None or parse.lower[relative] not in _THINGS:
        return start
    if parse.lower[relative - 1] == ",":
        body = parse.lower[of + 1] == "the" and parse.tags[end - 1] == "NAME"
        return of + 1 if body and parse.lower[relative + 1 : relative + 3] in _MADE else start
    is_edge = parse.lower[of - 1] in label_words().edges
    return of + 1 if is_edge or parse.lower[of + 1] in ("a", "an") else start


def with_place(found: Tokens, verb: VerbGroup, parse: Parse) -> Tokens:
    """Return the noun with the place behind it, where no place can be meant ("talks in | Oslo").

    What begins, ends or is scheduled is the event, not where it is; and a name alone is told
    apart by no participle ("a resolution on | Peru approved on Monday").
    """
    known = vocabulary()
    if verb.lemma in known.deeds:
        return _deed(found, parse)
    act = next((v for v in parse.verbs if v.first == verb.head + 1), verb)  # "set to | begin"
    happens = known.phase | {verb.lemma, "hold"}
    event = verb.lemma in known.phase | known.schedule and act.lemma in happens
    reduced = verb.form == "participle" and verb.passive and parse.lower[verb.first - 1] != ","
    if not event and not reduced:
        return found
    first, end = found
    while first > 1 and {"NAME", "COORD"}.issuperset(parse.tags[first : found[1]]):
        wider = antecedent(first - 1, parse) if parse.tags[first - 1] == "PREP" else None
        if wider is None or wider[1] != first - 1:
            break
        if wider[1] > 1 and parse.tags[wider[1] - 1] != "NOUN":
            break  # a sentence's first word has a capital in any case
        first = wider[0]
    return first, end


def _past_edge(start: int, end: int, parse: Parse) -> int:
    """Return where the noun begins of which only an edge is named ("the wake of | the raid")."""
    edges = label_words().edges
    ofs = (i for i in range(end - 2, start, -1) if parse.lower[i] == "of")
    return next((i + 1 for i in ofs if parse.lower[i - 1] in edges), start)


def _deed(found: Tokens, parse: Parse) -> Tokens:
    """Return the event before a place ("the raid on a base in | Lima, which killed ten")."""
    first, events = found[0], vocabulary().nouns
    while first > 1 and parse.lower[first - 1] in _WHERE:
        wider = antecedent(first - 1, parse)
        if wider is None or wider[1] != first - 1:
            break
        first = wider[0]
        if parse.lower[wider[1] - 1] in events:
            return _past_edge(first, wider[1], parse), found[1]
    return found


def fronted_object(verb: VerbGroup, parse: Parse) -> tuple[str, Tokens] | None:
    """Return the preposition and antecedent of a relative object ("with whom the king met")."""
    at = contact(verb, parse)
    if at >= 0:
        found = antecedent(at, parse)
        return ("", found) if found else None
    if parse.words.isdisjoint(_OBJECT_RELATIVES):
        return None
    first = parse.segment[verb.first]
    heads = {v.first for v in parse.verbs}
    for i in range(first, verb.first):
        if i + 1 in heads and i + 1 < verb.first:
            return None  # "a case that has ended the trial of men | accused of …"
        if parse.lower[i] in _OBJECT_RELATIVES and parse.tags[i] in ("REL", "DET"):
            if i + 1 < verb.first and parse.tags[i + 1] not in ("NOUN",):
                found = antecedent(i, parse)
                before = parse.lower[i - 1] if i and parse.tags[i - 1] == "PREP" else ""
                return (before, found) if found else None
            return None
        if parse.tags[i] not in ("PUNCT", "PREP"):
            return None
    return None


def contact(verb: VerbGroup, parse: Parse) -> int:
    """Return where a subject begins right behind its verb's object ("the pact | Kenya signed")."""
    if verb.form != "finite" or verb.passive:
        return -1
    return contact_at(verb.first, parse.lower, parse.tags, words("en"))


def about_object(verb: VerbGroup, parse: Parse) -> bool:
    """Is what a "that" follows the verb's object ("the plan that Kenya rejected"), no content?"""
    at, lower, tags, known = verb.first, parse.lower, parse.tags, words("en")
    return lacks_object(at, lower, tags, known) and has_object_before(at, lower, tags, known)
