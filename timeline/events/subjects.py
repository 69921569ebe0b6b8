"""Verb group → the noun phrase that is its subject, shared and relative subjects included.

It must not know actors; participants.py maps the phrase to them.
"""

from __future__ import annotations

from timeline.events.noun_phrases import first_phrase
from timeline.events.openings import (
    absolute,
    accused,
    apart,
    contents,
    controlled,
    described,
    explained,
    goes_on,
    inserted,
    saying,
)
from timeline.events.relatives import antecedent, contact, with_place
from timeline.events.speech import speaker_after
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup

__all__ = ["Tokens", "subject"]

Tokens = tuple[int, int]
"""First token and one past the last."""
_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV", "PRON"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_PARTS = frozenset({";", ":"})
"""Marks between clauses that share no subject."""
_ASIDES = frozenset({",", "–", "—", "--", "_"})
"""Marks that open and close an insertion."""
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
_TOGETHER = frozenset({"along", "together", "with", "like", "alongside"})
_TIMES = frozenset({"day", "night", "week", "month", "year", "moment", "hour", "morning"})


def subject(
    verb: VerbGroup, parse: Parse, skip: frozenset[int] = frozenset(), *, depth: int = 0
) -> Tokens | None:
    """Return the tokens of a verb's subject phrase, or None when the sentence has none.

    A relative clause takes its antecedent ("inspectors, who arrived"), a second verb the subject
    of the first ("came and signed"), an infinitive or participle that of its finite verb.
    Tokens in ``skip`` (dates) are no part of it.
    """
    key = verb.head, depth, skip
    if key not in parse.subjects:
        parse.subjects[key] = _subject(verb, parse, skip, depth) if depth <= 4 else None
    return parse.subjects[key]


def _subject(verb: VerbGroup, parse: Parse, skip: frozenset[int], depth: int) -> Tokens | None:
    earlier = [v for v in parse.verbs if v.head < verb.first and v.form == "finite"]
    if verb.form != "finite":
        return _nonfinite(verb, earlier, parse, skip, depth)
    near = _pronoun(verb, parse) or speaker_after(verb, parse, skip)
    near = near or _in_contact(verb, parse) or _past_clause(verb, parse, skip)
    if near is not None:
        return near
    parted = inserted(verb, earlier, parse)
    if parted is None and earlier and not _in_relative(earlier[-1], parse):
        parted = apart(verb, earlier, parse)
    if parted is not None and (whole := first_phrase(*parted, parse, skip)):
        return whole
    low = _region_start(verb, earlier, parse)
    relative = _relative(low, verb, parse, skip)
    if relative is not None:
        told = antecedent(relative, parse, skip)
        return told if parse.lower[relative] == "who" else told and with_place(told, verb, parse)
    low = _time_told(low, verb, parse)
    phrase = first_phrase(low, verb.first, parse, skip) or explained(verb, parse)
    if phrase is not None:
        return phrase
    first_own = parse.segment[verb.first]
    if earlier and parse.tags[first_own] == "COORD":
        return subject(earlier[-1], parse, skip, depth=depth + 1)
    starts = [i for i in range(1, first_own) if parse.tags[i] == "REL"]
    outer = [i for i in starts if parse.lower[i - 1] in _ASIDES]
    if outer and parse.lower[first_own] in _ASIDES:
        start = max([0, *(i + 1 for i in range(outer[-1]) if parse.lower[i] == "that")])
        alone = not any(start <= v.head < outer[-1] for v in earlier)
        whole = first_phrase(start, outer[-1] - 1, parse, skip) if alone else None
        return whole or antecedent(outer[-1], parse)  # "Israel, which had hoped to stay, left"
    main = next((v for v in reversed(earlier) if not _in_relative(v, parse)), None)
    if main is not None:
        return subject(main, parse, skip, depth=depth + 1)
    relatives = (i for i, word in enumerate(parse.lower) if word in _RELATIVES)
    return first_phrase(0, next(relatives), parse, skip) if earlier else None


def _pronoun(verb: VerbGroup, parse: Parse) -> Tokens | None:
    """Return the pronoun right before the verb, if it can be nothing but a subject."""
    i = verb.first - 1
    while i > 0 and parse.tags[i] == "ADV":
        i -= 1
    thing = i > 0 and parse.lower[i] == "it" and parse.tags[i - 1] == "NOUN"
    thing = thing and parse.lower[i - 1] != "what"
    lone = thing or (i >= 0 and parse.lower[i] in _NOMINATIVE)
    lone = lone and parse.lower[i - 1] not in ("and", "or")
    return (i, i + 1) if lone else None


def _in_contact(verb: VerbGroup, parse: Parse) -> Tokens | None:
    """Return the name right behind the object of its verb ("the pact | Kenya signed")."""
    at = contact(verb, parse)
    return (at, verb.first) if at >= 0 else None


def _past_clause(verb: VerbGroup, parse: Parse, skip: frozenset[int]) -> Tokens | None:
    """Return the subject that a whole clause parts from its verb, right behind that clause's own.

    "The man who fled before the bomb exploded was found", "The pact he signed was dropped".
    """
    end = verb.first - 1 - (parse.tags[verb.first - 1 : verb.first] == ["PRON"])
    while end > 0 and end in skip:
        end -= 1  # "the pact that Kenya signed in 1995 | was dropped"
    inner = next((v for v in parse.verbs if v.head == end), None)
    if inner is None or inner.form == "infinitive":
        return None
    before = range(inner.first)
    opened = [i for i in before if parse.tags[i] == "REL" and parse.lower[i] in _RELATIVES]
    opened = opened or _object_relative(inner, parse)
    if not opened:
        own = _pronoun(inner, parse)
        described = own is not None and parse.tags[own[0] - 1] in ("NOUN", "NAME")
        return antecedent(own[0], parse, skip) if own and described else None
    parted = "," in parse.lower[opened[0] : inner.first]
    return None if parted else antecedent(opened[0], parse, skip)


def _object_relative(inner: VerbGroup, parse: Parse) -> list[int]:
    """Return where a clause about the object of its verb begins, in a list, empty if nowhere."""
    at = contact(inner, parse)
    that = parse.segment[inner.first]
    opens = that > 0 and parse.lower[that] in _RELATIVES and parse.tags[that - 1] == "NOUN"
    return [at] if at >= 0 else [that] if opens else []


def _time_told(low: int, verb: VerbGroup, parse: Parse) -> int:
    """Return where the subject begins behind a time it defines ("the day | the king died")."""
    for i in range(low, verb.first - 1):
        opens = parse.tags[i + 1] in ("DET", "NAME") and parse.tags[i] == "NOUN"
        opens = opens and parse.lower[i] in _TIMES
        if opens and _PHRASE.issuperset(parse.tags[i + 1 : verb.first]):
            return i + 1
    return low


def _in_relative(verb: VerbGroup, parse: Parse) -> bool:
    """Does the verb's clause open with "who", "which" or "that"?"""
    first = parse.segment[verb.first]
    while first < verb.first and parse.tags[first] in ("PUNCT", "ADV"):
        first += 1
    return first < verb.first and parse.lower[first] in _RELATIVES


def _nonfinite(
    verb: VerbGroup, earlier: list[VerbGroup], parse: Parse, skip: frozenset[int], depth: int
) -> Tokens | None:
    """Return the subject of an infinitive or participle."""
    own = absolute(verb, parse)
    if own >= 0:
        return first_phrase(own + 1, verb.first, parse, skip)
    before = verb.first - 1
    while before > 0 and (parse.lower[before] == "," or parse.tags[before] == "ADV"):
        before -= 1  # "the elections, also held in May"
    if before > 0 and parse.lower[before] == ")" and "(" in parse.lower[:before]:
        before = max(i for i in range(before) if parse.lower[i] == "(") - 1
    behind_noun = before >= 0 and parse.tags[before] in ("NOUN", "NAME", "NUM")
    if parse.lower[verb.first - 1 : verb.first] == ["due"]:
        return _due(verb, parse, skip, depth)
    if verb.passive and behind_noun:
        told = antecedent(before + 1, parse)  # "the treaty signed in May", "talks, set to resume"
        return told and accused(with_place(told, verb, parse), verb, parse)
    if verb.lemma in vocabulary().phase and behind_noun and before == verb.first - 1:
        return antecedent(verb.first, parse)  # "a truce starting on Monday"
    beside = before == verb.first - 1 and parse.tags[before : before + 1] == ["NOUN"]
    if verb.form == "participle" and beside and before not in skip:
        return antecedent(verb.first, parse)  # "a bridge linking Peru and Chile"
    owner = next((v for v in reversed(parse.verbs) if v.head < verb.first), None)
    if owner is not None and controlled(verb, owner, parse):
        return first_phrase(owner.head + 1, verb.first - 1, parse, skip)
    if owner is not None and (goes_on(verb, owner, parse) or described(verb, owner, parse)):
        return subject(owner, parse, skip, depth=depth + 1)
    if verb.form == "infinitive" and owner is not None:
        told = antecedent(verb.first, parse) if behind_noun else None
        asked = told and told[0] == owner.head + 1 and parse.lower[before] not in contents()
        if told and asked and owner.lemma not in ("promise", "threaten"):
            return told  # "invited the party to return"
        if owner.form == "participle" and owner.passive:
            return subject(owner, parse, skip, depth=depth + 1)
    following = next((v for v in parse.verbs if v.head > verb.head and v.form == "finite"), None)
    finite = earlier[-1] if earlier else following
    return subject(finite, parse, skip, depth=depth + 1) if finite else None


def _due(verb: VerbGroup, parse: Parse, skip: frozenset[int], depth: int) -> Tokens | None:
    """Return what is due ("talks due to resume"); between commas, the subject of what follows."""
    at = verb.first - 1
    if parse.lower[at - 1 : at] != [","]:
        return antecedent(at, parse)
    following = next((v for v in parse.verbs if v.head > verb.head and v.form == "finite"), None)
    parted = following is not None and "," in parse.lower[verb.head : following.first]
    return subject(following, parse, skip, depth=depth + 1) if parted and following else None


def _region_start(verb: VerbGroup, earlier: list[VerbGroup], parse: Parse) -> int:
    """Return the first token after the clause before: what can hold the verb's subject."""
    start = max(earlier[-1].head + 1 if earlier else 0, saying(verb, parse))
    mark = 0
    if not parse.words.isdisjoint(_PARTS):
        mark = max([0, *(i + 1 for i in range(verb.first) if parse.lower[i] in _PARTS)])
    own = parse.segment[verb.first]
    if parse.lower[own] == ")" and "(" in parse.lower[start:own]:
        own = parse.segment[max(0, parse.lower.index("(", start) - 1)]  # "the Union (PDU) had won"
    if start <= mark:
        opened = parse.tags[own] in ("REL", "SUB") or parse.lower[own] == "that"
        return own if opened else mark
    # words behind another verb are its objects, up to the next boundary
    return max(start, own) if parse.segment[start] != own else start


def _relative(low: int, verb: VerbGroup, parse: Parse, skip: frozenset[int]) -> int | None:
    """Return the relative pronoun that is the subject ("who", "which"), if there is one."""
    i = max(parse.segment[verb.first], low)
    while i < verb.first and parse.tags[i] in ("PUNCT", "ADV"):
        i += 1
    if i >= verb.first or parse.lower[i] not in ("who", "which", "that"):
        return None
    between = range(i + 1, verb.first)
    idle = {"ADV", "PUNCT"}
    if any(j in skip for j in between):
        idle |= {"PREP", "SUB"}  # "which since 2018 has heard it"
    if not _TOGETHER.isdisjoint(parse.lower[i + 1 : i + 3]):
        idle |= {"PREP", *_PHRASE}  # "who, along with six others, left"
    return i if all(parse.tags[j] in idle or j in skip for j in between) else None
