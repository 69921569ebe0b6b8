"""Words around an event's word → what keeps the sentence from telling it as a fact.

"Almost attacked", "is said to have attacked", "fears of an attack", "plans to attack were
dropped". It must not decide the status alone: tense, modals and "not" are status.py's.
"""

from __future__ import annotations

from timeline.events.candidates import Candidate
from timeline.events.hold_nouns import BEFORE_NOUN, FAR, Hold, held_by_noun
from timeline.events.hold_words import HoldWords, hold_words
from timeline.events.relatives import about_object
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup

__all__ = ["Hold", "hold"]

_LEADS_TO_NOUN = frozenset({"of", "for", "about"})
_SURE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_APART = frozenset({"COORD", "PUNCT", "REL", "SUB"})
_BETWEEN = BEFORE_NOUN | {"PREP", "PUNCT", "COORD", "PRON"}
"""Classes of what may stand between a claim and its content."""
_OF_THE = frozenset({"planned", "cancelled"})
"""Senses that a noun gives to what its "the" makes sure of ("the cancellation of the visit")."""
_OBJECT = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS"})
_CLAIMED = 14
"""Tokens between a claim and its content, in which it may be said who claims it."""
_DEEP = 3
"""Acts that "and" joins under one verb ("accused of bombing, burning and looting")."""


def hold(candidate: Candidate, parse: Parse) -> Hold | None:
    """Return what holds an event back from being a fact, or None."""
    known = hold_words()
    verb = candidate.verb
    if candidate.noun and (verb is None or verb.head > candidate.token or verb.lemma == "be"):
        return _of_noun(candidate, parse, known)
    if candidate.noun and candidate.carried_by in vocabulary().schedule:
        return _of_noun(candidate, parse, known)
    return _of_verb(verb, parse, known, _DEEP) if verb is not None else None


def _of_noun(candidate: Candidate, parse: Parse, known: HoldWords) -> Hold | None:
    first = candidate.first
    while first > 0 and parse.tags[first - 1] in BEFORE_NOUN:
        first -= 1
        sense = known.adjectives.get(parse.lower[first])
        if sense is not None:
            return Hold(sense, first, first + 1)
    sure = parse.lower[first] in _SURE
    return _before(first, parse, known, sure=sure) or _wished(first, parse, known)


def _wished(first: int, parse: Parse, known: HoldWords) -> Hold | None:
    """Return the verb by which somebody only wants what the noun names ("called for elections")."""
    verb = next((v for v in reversed(parse.verbs) if v.head < first), None)
    if verb is None or verb.passive or verb.negated:
        return None
    sense = known.objects.get(" ".join((verb.lemma, *parse.lower[verb.head + 1 : first])))
    return Hold(sense, verb.first, first) if sense else None


def _of_verb(verb: VerbGroup, parse: Parse, known: HoldWords, depth: int) -> Hold | None:
    beside = _beside(verb, parse, known)
    if beside is not None:
        return beside
    before = _last_before(verb, parse)
    if before is not None and verb.intended_by == before.head and depth:
        return _of_verb(before, parse, known, depth - 1)  # "feared that Kenya plans to attack"
    if verb.form == "finite" and parse.lower[verb.first] != "to":
        return _clause(verb, before, parse, known)
    if verb.first == 0:
        return None
    held = _before(verb.first, parse, known, sure=False)
    if held is not None or before is None:
        return held
    if before.form == "gerund" and verb.first == before.head + 1 and depth:
        return _of_verb(before, parse, known, depth - 1)  # "accused of starting to build"
    joined = parse.lower[verb.first - 1] in ("and", "or", ",") and before.form == verb.form
    if joined and depth and before.form != "finite":
        return _of_verb(before, parse, known, depth - 1)
    return _governed(verb, before, parse, known)


def _beside(verb: VerbGroup, parse: Parse, known: HoldWords) -> Hold | None:
    """Return an adverb in the verb group, right before it, or opening its clause."""
    low = verb.first
    while low > 0 and parse.tags[low - 1] == "ADV":
        low -= 1
    opening = parse.segment[verb.first]
    while opening < low and parse.tags[opening] in ("PUNCT", "COORD"):
        opening += 1
    if parse.tags[opening] == "ADV" and opening < low:
        sense = known.adverbs.get(parse.lower[opening])
        if sense not in (None, "undone"):
            return Hold(str(sense), opening, opening + 1, parse.lower[opening])
    for i in range(low, verb.head):
        sense = known.adverbs.get(parse.lower[i])
        if sense is not None and not (sense == "undone" and verb.lemma in known.sized):
            return Hold(sense, i, i + 1, parse.lower[i])
    return None


def _last_before(verb: VerbGroup, parse: Parse) -> VerbGroup | None:
    last = None
    for other in parse.verbs:
        if other.head >= verb.first:
            break
        last = other
    return last


def _clause(
    verb: VerbGroup, before: VerbGroup | None, parse: Parse, known: HoldWords
) -> Hold | None:
    """Return the noun or verb whose content the clause is ("claims that …", "feared that …")."""
    first = _clause_start(verb, before, parse)
    if parse.lower[first] == "that" and first and not about_object(verb, parse):
        noun = held_by_noun(first - 1, parse, known) or _content_of(first, parse, known)
        if noun is not None:
            return noun
    alleged = _unopened(verb, parse, known)
    if alleged is not None or before is None:
        return alleged
    if verb.perfect and parse.tags[verb.first - 1] == "COORD":
        told = _clause(before, _last_before(before, parse), parse, known)
        if told is not None:
            return told  # "denied claims that he had met rebels and had paid them"
    bare = verb.first == verb.head and verb.tense == "present" and parse.lower[verb.head]
    asked = known.wanted if bare == verb.lemma else {}  # "demanded that they leave"
    sense = known.clauses.get(before.lemma) or asked.get(before.lemma)
    if sense is None:
        return None
    between = range(before.head + 1, verb.first)
    if any(parse.tags[i] in _APART and parse.lower[i] != "that" for i in between):
        return None
    return Hold(sense, before.first, before.head + 1, known.tells.get(sense, ""))


def _unopened(verb: VerbGroup, parse: Parse, known: HoldWords) -> Hold | None:
    """Return the noun whose content a clause without "that" is ("denied claims he met rebels").

    Not "the claim he made in May", where the noun is what the verb is done to.
    """
    noun, after = verb.first - 2, parse.tags[verb.head + 1 : verb.head + 2]
    whole = noun >= 0 and parse.tags[noun + 1] == "PRON" and after[0:1] and after[0] in _OBJECT
    held = held_by_noun(noun, parse, known) if whole else None
    return held if held and held.sense in ("alleged", "undone") else None


def _content_of(that: int, parse: Parse, known: HoldWords) -> Hold | None:
    """Return the noun whose content a clause is, behind who said it and when.

    "Denied accusations by her rival, Ana Mora, that she had joined the party".
    """
    last = that - 1 - (parse.lower[that - 1] == ",")
    if parse.tags[that] == "REL" or last < 1:
        return None  # "a report on the crash that killed six"
    said_by = parse.tags[last] == "NAME"
    for i in range(last, max(0, that - _CLAIMED), -1):
        if parse.tags[i] not in _BETWEEN:
            return None
        held = held_by_noun(i, parse, known) if parse.tags[i + 1] in ("PREP", "PART") else None
        if held is not None:
            return held if said_by else None  # "a report on the deal that Kenya signed"
        said_by |= parse.lower[i] == "by"
    return None


def _clause_start(verb: VerbGroup, before: VerbGroup | None, parse: Parse) -> int:
    """Return where a verb's clause begins, past what commas put in behind its subject.

    "Claims that the rebels' leader, Ivan Bron, had been killed".
    """
    first = parse.segment[verb.first]
    low = before.head if before is not None else 0
    inside = parse.lower[low:first]
    if parse.lower[first] != "," or inside.count(",") != 1 or "that" not in inside:
        return first
    return low + inside.index("that")


def _before(first: int, parse: Parse, known: HoldWords, *, sure: bool) -> Hold | None:
    """Return the preposition or noun that leads up to a noun's phrase, an "-ing" or a "to"."""
    for n in (4, 3, 2, 1):
        sense = known.prepositions.get(tuple(parse.lower[max(0, first - n) : first]))
        if sense is not None and not sure:
            return Hold(sense, first - n, first)
    if first and parse.lower[first] == "to":
        return held_by_noun(first - 1, parse, known)
    if first > 1 and parse.lower[first - 1] in _LEADS_TO_NOUN:
        lead = _first_of_row(first - 1, parse)
        found = held_by_noun(lead - 1, parse, known)
        return found if not sure or (found and found.sense in _OF_THE) else None
    return None


def _first_of_row(lead: int, parse: Parse) -> int:
    """Return the first "of" of a row ("charges | of kidnapping and of murdering")."""
    if parse.lower[lead - 1] not in ("and", "or"):
        return lead
    before = range(max(1, lead - FAR), lead - 1)
    return next((i for i in reversed(before) if parse.lower[i] == parse.lower[lead]), lead)


def _governed(verb: VerbGroup, before: VerbGroup, parse: Parse, known: HoldWords) -> Hold | None:
    """Return the verb before an "-ing" or infinitive that makes it no fact."""
    end = before.head + 1
    if parse.lower[verb.first] == "to":
        sense = known.clauses.get(before.lemma) if not before.passive else None
        sense = known.passives.get(before.lemma) if before.passive else sense
        if sense is None or not verb.perfect or verb.first != end:
            return None
        return Hold(sense, before.first, end, known.tells.get(sense, ""))
    for middle, sense in known.verbs.get(before.lemma, ()):
        follows = tuple(parse.lower[end : end + len(middle)]) == middle
        leads = parse.lower[verb.first - 1 : verb.first] == list(middle[-1:])
        if (follows and end + len(middle) == verb.first) or (
            len(middle) == 1 and leads and verb.first - end <= FAR
        ):
            open_ = before.negated and sense == "undone"  # "has not ruled out sending"
            sense = "supposed" if open_ else sense
            return Hold(sense, before.first, verb.first, known.tells.get(sense, ""))
    return None
