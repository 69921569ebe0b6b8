"""Dates that stand in a clause and date no verb of it: those of things, members and names.

It must not choose a word for a date; attach.py does.
"""

from __future__ import annotations

from datetime import date

from timeline.events.ahead import to_come
from timeline.events.candidates import Candidate
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.words import words
from timeline.model import Timex

__all__ = [
    "compared",
    "contradicts",
    "goes_on_behind",
    "of_object",
    "of_record",
    "of_thing",
    "punished",
]

_PERIODS = frozenset({"quarter", "half", "year", "month", "week", "period", "season", "term"})
_MEMBERS = frozenset({"including", "excluding", "except", "like", "unlike"})
_TIME_PREPOSITIONS = frozenset({"on", "in", "at", "during", "until", "till", "by", "since", "from"})
_LIMITS = frozenset({"later", "earlier", "sooner", "rather", "other", "more", "less"})
_AGAINST = frozenset({"against", "versus", "from"})
_FAR = 14
"""Tokens between a word of rank and the "since" that goes with it."""
_TARGETS = frozenset({"to", "until", "till", "through", "beyond"})
"""What leads to the day that something was moved to."""
_NAMED = frozenset({"called", "named", "dubbed", "titled", "entitled", "code-named", "codenamed"})
_PUNISHING = frozenset({"ruling", "coercion", "sanction"})
_COVERED = frozenset({"quarter", "half", "year"})
"""Grains of the periods that budgets and figures are for."""
_REACTIONS = frozenset({"accusation", "support", "rejection", "statement", "demand"})
_NAMING = frozenset({"NOUN", "NAME"})
_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "ADV", "PREP", "COORD"})


def of_thing(parse: Parse, first: int, last: int) -> bool:
    """Does the date describe a thing or a name ("the 1998 film", "a minister in 1998 and …")?"""
    return (
        _before_thing(parse, first, last)
        or _ends_period(parse, first)
        or _of_measure(parse, first)
        or _due(parse, first)
        or _of_member(parse, first)
        or _in_apposition(parse, first, last)
        or _in_name(parse, first)
    )


def _ends_period(parse: Parse, first: int) -> bool:
    """Is it the day a period ended ("for the quarter ended 30 June"), part of another date?"""
    ended = first > 1 and parse.lower[first - 1] in ("ended", "ending")
    return ended and parse.lower[first - 2].removesuffix("s") in _PERIODS


def _before_thing(parse: Parse, first: int, last: int) -> bool:
    """Does it stand between "the" and a noun, or, with "'s", before the noun of an object?"""
    after = parse.tags[last + 1 : last + 3]
    if first and parse.tags[first - 1] == "DET" and after[:1] in (["NOUN"], ["PART"]):
        return parse.lower[first - 1] not in ("this", "that", "these", "those")
    if after not in (["POSS", "NOUN"], ["POSS", "PART"]):
        return False
    own = parse.segment[first]
    return any(v.head < first and parse.segment[v.head] == own for v in parse.verbs)


def _of_member(parse: Parse, first: int) -> bool:
    """Does "including" lead up to the word before it, with no verb between?"""
    if _MEMBERS.isdisjoint(parse.words):
        return False
    for i in range(first - 1, max(-1, first - 12), -1):
        if parse.lower[i] in _MEMBERS and i + 1 < first - 1:
            return True
        if parse.tags[i] not in _PHRASE:
            return False
    return False


def _in_apposition(parse: Parse, first: int, last: int) -> bool:
    """Does it stand in words between two commas that describe the name before them?"""
    start = parse.segment[first]
    end = last + 1
    while end < len(parse.tags) and parse.segment[end] == parse.segment[first]:
        end += 1
    if start == 0 or parse.lower[start] != "," or parse.lower[end : end + 1] != [","]:
        return False
    described = parse.tags[start - 1] in ("NAME", "NOUN")
    described &= parse.tags[start + 1] == "DET" or parse.lower[start + 1] == "worth"
    verbless = not any(start < v.head < end for v in parse.verbs)
    fronted = parse.tags[0] in ("PREP", "SUB")
    return described and verbless and not fronted and parse.lower[first - 1] in _TIME_PREPOSITIONS


def _in_name(parse: Parse, first: int) -> bool:
    """Is it the end of a name that is said to be one ("a firm called Polar 1980")?"""
    i = first
    while i > 0 and parse.tags[i - 1] == "NAME":
        i -= 1
    return 0 < i < first and parse.tags[first] == "NUM" and parse.lower[i - 1] in _NAMED


def _of_measure(parse: Parse, first: int) -> bool:
    """Is the date what the act is measured by ("more than in 2014", "against six in 2014")?"""
    i = first - 1
    while i > 0 and (parse.lower[i] in _TIME_PREPOSITIONS or parse.tags[i] == "DET"):
        i -= 1
    if i < 1:
        return False
    if parse.lower[i] == "than":
        return parse.lower[i - 1] not in _LIMITS
    spelled = parse.lower[i] in _AGAINST and i + 2 < first and parse.tags[i + 1] == "DET"
    return spelled or (parse.tags[i] == "NUM" and parse.lower[i - 1] in _AGAINST)


def _due(parse: Parse, first: int) -> bool:
    """Does it say when a debt is to be paid ("bonds due 2025"), not that an event is due?"""
    if first < 2 or parse.lower[first - 1] != "due" or parse.tags[first - 2] not in _NAMING:
        return False
    return parse.lower[first - 2] not in vocabulary().nouns


def of_record(parse: Parse, first: int) -> bool:
    """Does "since" lead to the last event of its kind before ("the first visit since 1998")?"""
    if "since" not in parse.words:
        return False
    at = first if parse.lower[first] == "since" else first - 1
    if at < 2 or parse.lower[at] != "since":
        return False
    for i in range(at - 1, max(0, at - _FAR), -1):
        if parse.lower[i] in (";", "since"):
            return False
        if parse.lower[i] in vocabulary().records and parse.tags[i - 1] in ("DET", "POSS"):
            return True
    return False


def of_object(parse: Parse, owner: Candidate, timex: Timex) -> bool:
    """Is it the day of what an act is about, not of the act ("extended it to May")?"""
    return (
        _reacted(parse, owner, timex)
        or _moved_to(parse, owner, timex)
        or _covered(parse, owner, timex)
    )


def _reacted(parse: Parse, owner: Candidate, timex: Timex) -> bool:
    """Is it the day of what somebody then praised or blamed ("Tuesday's launch was condemned")?"""
    after = parse.token_at(timex.span.end - 1) + 1
    owned = parse.tags[after : after + 2] in (["POSS", "NOUN"], ["POSS", "PART"])
    return owned and not owner.noun and owner.token > after and owner.type in _REACTIONS


def _moved_to(parse: Parse, owner: Candidate, timex: Timex) -> bool:
    """Is it only the day that something was put off or prolonged to ("extended it to May")?"""
    put_off = {owner.carried_by, owner.verb.lemma if owner.verb else ""} & vocabulary().cancel
    if owner.verb is None or not (owner.type == "extension" or put_off):
        return False
    first = parse.token_at(timex.span.start)
    return parse.lower[first] in _TARGETS or parse.lower[max(0, first - 1)] in _TARGETS


def _covered(parse: Parse, owner: Candidate, timex: Timex) -> bool:
    """Is it the period that an object is for ("passed the budget for 2010")?"""
    interval, verb = timex.interval, owner.verb
    if owner.noun or verb is None or interval is None or interval.grain not in _COVERED:
        return False
    first = parse.token_at(timex.span.start)
    first -= parse.tags[first - 1] == "DET"
    told = owner.strength in ("strong", "report") and owner.type != "economy"
    known = vocabulary()
    return (
        told
        and verb.head < first - 2
        and parse.lower[first - 1] == "for"
        and parse.tags[first - 2] == "NOUN"
        and parse.lower[first - 2] not in known.nouns
        and verb.lemma not in known.schedule
    )


def contradicts(parse: Parse, owner: Candidate, timex: Timex, dct: date | None) -> bool:
    """Can the verb's tense not go with the date?

    A day after the article's, counted from it, with a verb of the past: "Two days later the army
    attacked" is two days after what the text has not told. "Praised steps to peace by the end of
    the year": it is the steps' last day. And a time long over with what still goes on ("has been
    growing after shrinking in 1998").
    """
    verb = owner.verb
    if verb is not None and not owner.noun and _goes_on(parse, verb, timex, dct):
        return True
    if verb is None or owner.noun or not to_come(timex, parse, dct):
        return False
    first = parse.token_at(timex.span.start)
    told = verb.form == "finite" and verb.tense == "past" and not verb.plan and not verb.modal
    leads = parse.tags[first - 1 : first] == ["PREP"] and parse.lower[first - 1] != "by"
    return told and timex.basis == "dct" and not leads


def _goes_on(parse: Parse, verb: VerbGroup, timex: Timex, dct: date | None) -> bool:
    """Has what began been going on until now, when the time named was over before?"""
    end = timex.interval.end if timex.interval else None
    lasting = verb.perfect and verb.progressive and parse.lower[verb.first] in ("has", "have")
    lasting = lasting and parse.lower[parse.token_at(timex.span.start) - 1] != "since"
    return lasting and end is not None and dct is not None and end <= dct


def compared(parse: Parse, timex: Timex) -> bool:
    """Is the date only what a figure is measured from ("down two billion from 1996")?

    Or the day on which something is not to be ("on Friday, instead of Monday").
    """
    first = parse.token_at(timex.span.start)
    if parse.lower[max(0, first - 2) : first] in (["instead", "of"], ["rather", "than"]):
        return True
    if parse.lower[first - 1 : first] != ["from"]:
        return False
    last = parse.token_at(timex.span.end - 1)
    measured = any(tag == "NUM" for tag in parse.tags[max(0, first - 5) : max(0, first - 1)])
    onward = parse.lower[last + 1 : last + 2] in (["to"], ["until"], ["through"], ["on"], ["–"])
    return measured and not onward


def goes_on_behind(parse: Parse, first: int) -> bool:
    """Does the noun right before a date go on behind it ("an attack 19 April | on the port")?"""
    end = first
    while end < len(parse.tags) and parse.tags[end] in ("NAME", "NUM"):
        end += 1
    goes_on = parse.lower[end : end + 1] in (["on"], ["against"], ["by"], ["between"])
    return goes_on and words("en").calendar.isdisjoint(parse.lower[end + 1 : end + 2])


def punished(parse: Parse, verb: Candidate, deed: Candidate, date_at: int) -> bool:
    """Does the date go with a deed somebody is punished or blamed for ("a raid this month")?"""
    certain = parse.lower[deed.first - 1] in ("the", "his", "her", "their", "its")
    beside = verb.type == "accusation" and date_at == deed.token + 1
    return beside or (certain and verb.type in _PUNISHING and parse.lower[date_at - 1] == "in")
