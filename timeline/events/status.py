"""How real the words say an event is: past, ongoing, planned, hypothetical, cancelled, denied.

Seen from the document creation time; it must not move a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from timeline.events.ahead import is_future, same_day_or_later
from timeline.events.candidates import Candidate
from timeline.events.hold import Hold
from timeline.events.subjects import subject
from timeline.events.vocabulary import Vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.model import Status, Timex

__all__ = ["claimed", "in_line", "is_main", "not_until", "status", "to_nothing"]


def status(
    candidate: Candidate,
    parse: Parse,
    timex: Timex | None,
    words: Vocabulary,
    *,
    dct: date | None,
    held: Hold | None = None,
    reported: bool = False,
) -> Status:
    """Return the status of one event, from tense, modality, negation and the words around it.

    ``reported`` says that the sentence before tells what somebody said, and this may go on.
    """
    verb = candidate.verb
    future = is_future(timex, dct)
    if candidate.carried_by in words.cancel or (verb and verb.lemma in words.cancel):
        return "cancelled"
    if _content_of_denial(candidate, parse, words):
        return "denied"
    dated = timex is not None and not future and parse.text[-1:] != ["?"]
    standing = verb is None and dated  # "if the 1994 treaty fails"
    if _supposed(candidate, parse, words) and not standing:
        return "hypothetical"
    if held is not None and not (verb and verb.negated):
        return _HELD[held.sense]
    if verb is None:
        ahead = future or (same_day_or_later(timex, dct) and _expected(candidate, parse, timex))
        return "planned" if ahead else "past"
    refused = verb.negated or to_nothing(parse, verb.head) or _of_nobody(candidate, parse)
    if refused and not not_until(parse, verb.head):
        return "denied"
    later = same_day_or_later(timex, dct)
    would = _conditional(verb, parse, words, ahead=not timex or later, reported=reported)
    if verb.modal in words.modals or would:
        return "hypothetical"
    intended = verb.plan and verb.tense == "past" and verb.form == "finite"
    if intended or (timex is None and _scheduled(candidate, words)):
        return "planned"  # "was to sign in May", "expected talks": whether they did is not said
    if future or (later and (verb.when == "future" or _scheduled(candidate, words))):
        return "planned"
    if (timex is None or dct is None) and verb.when == "future":
        return "planned"
    return "ongoing" if _goes_on(verb, parse) or _runs_until(timex, verb, parse, dct) else "past"


def _goes_on(verb: VerbGroup, parse: Parse) -> bool:
    """Is it still being done ("is shelling", "has been shelling")?"""
    lasting = verb.perfect and parse.lower[verb.first] in ("has", "have", "'ve", "'s")
    return verb.progressive and (verb.tense == "present" or lasting)


def _runs_until(timex: Timex | None, verb: VerbGroup, parse: Parse, dct: date | None) -> bool:
    """Does it go on until a day to come ("The mandate runs until May")?"""
    interval = timex.interval if timex else None
    if timex is None or interval is None or interval.start or not dct or not interval.end:
        return False
    at = parse.token_at(timex.span.start)
    until = parse.lower[max(0, at - 1)] in _UNTIL or parse.lower[at] in _UNTIL
    return until and verb.when == "present" and interval.end > dct


def _conditional(
    verb: VerbGroup, parse: Parse, words: Vocabulary, *, ahead: bool, reported: bool
) -> bool:
    """Is it what would be or would have been, not somebody's plan?

    "He said they would meet" tells of a plan, and so does the sentence after it ("On Tuesday they
    would go on to Oslo"), unless under a condition.
    """
    if verb.modal != "would" or verb.perfect:
        return verb.modal == "would"
    told = any(v.lemma in words.report or v.lemma in words.plain for v in parse.verbs)
    return ahead and not told and not (reported and _CONDITIONS.isdisjoint(parse.words))


def _expected(noun: Candidate, parse: Parse, timex: Timex | None) -> bool:
    """Is the noun's event still to come, though its month or week has begun?

    "Is to be followed by talks this month", "talks later this month"; not "will publish the results
    of the vote this week".
    """
    if timex is not None and parse.span.start <= timex.span.start < parse.span.end:
        i = parse.token_at(timex.span.start)
        if "later" in parse.lower[max(0, i - 1) : i + 1] and "this" in parse.lower[i : i + 4]:
            return True
        if "by" in parse.lower[max(0, i - 1) : i + 1]:
            return True  # "the implementation of a truce by the end of the year"
    if parse.lower[noun.token + 1 : noun.token + 2] == ["due"]:
        return True
    first = noun.first
    while first > 0 and parse.tags[first - 1] in _NOUN_PHRASE:
        first -= 1
    last = next((v for v in reversed(parse.verbs) if v.head < first), None)
    if noun.type == "election" and last and last.form == "infinitive" and last.plan:
        return True  # "urged her to run in this year's election"
    before = [v for v in parse.verbs if v.head < first and v.form == "finite"][-1:]
    own = bool(before) and parse.segment[before[0].head] == parse.segment[noun.token]
    return own and before[0].when == "future" and parse.lower[first - 1] not in ("of", "in", "over")


def _scheduled(candidate: Candidate, words: Vocabulary) -> bool:
    return candidate.noun and candidate.carried_by in words.schedule


def not_until(parse: Parse, head: int) -> bool:
    """Is it "not … until June", which says that it will be in June?"""
    return not _UNTIL.isdisjoint(parse.lower[head + 1 : head + 8])


def to_nothing(parse: Parse, head: int) -> bool:
    """Is a verb's object "no treaty", "nothing", "nobody"?"""
    first = head + 2 if parse.tags[head + 1 : head + 2] == ["PREP"] else head + 1
    if parse.lower[first + 1 : first + 2] and parse.lower[first + 1] in _AT_LEAST:
        return False  # "killed no fewer than nine", "left no later than Monday"
    return parse.lower[first : first + 1] in (["no"], ["nothing"], ["nobody"], ["neither"])


def _of_nobody(candidate: Candidate, parse: Parse) -> bool:
    """Is the subject "no treaty", "neither side", "nobody"?"""
    if _NOBODY.isdisjoint(parse.words):
        return False
    found = subject(candidate.verb, parse) if candidate.verb else None
    if found is not None and parse.lower[found[0] + 1] in _AT_LEAST:
        return False  # "No fewer than nine were killed"
    return found is not None and parse.lower[found[0]] in _NOBODY


def _content_of_denial(candidate: Candidate, parse: Parse, words: Vocabulary) -> bool:
    """Is it what somebody denies ("denied that it had sold the ship", "denied having sold it")?"""
    verb = candidate.verb
    earlier = [v for v in parse.verbs if verb and v.head < verb.first]
    if verb is None or not earlier or earlier[-1].lemma not in words.deny:
        return False
    first = parse.segment[verb.first]
    return parse.lower[first] == "that" or verb.form != "finite"


def _supposed(candidate: Candidate, parse: Parse, words: Vocabulary) -> bool:
    """Does the clause open with "if" or its like, or ask?"""
    if parse.text[-1:] == ["?"]:
        return True
    if parse.lower[1:2] == ["that"] and parse.lower[0] in words.suppose:
        return True  # "Imagine that …"
    first = parse.segment[candidate.token]
    if parse.lower[first] == ")":  # "was not known whether | the union (PDU) met"
        first = max([0, *(v.head + 1 for v in parse.verbs if v.head < candidate.first)])
    if parse.lower[first] in ("had", "were", "should") and parse.tags[first + 1 : first + 2] in (
        ["PRON"],
        ["NAME"],
    ):
        return True  # "Had he left, …"
    return not words.suppose.isdisjoint(parse.lower[first : min(first + 3, candidate.token)])


def in_line(candidate: Candidate, parse: Parse) -> bool:
    """Is it told in the story's line: a plain past main clause, outside quotations?"""
    verb = candidate.verb
    if verb is None or verb.form != "finite" or verb.tense != "past" or verb.perfect:
        return False
    return is_main(candidate, parse)


def is_main(candidate: Candidate, parse: Parse) -> bool:
    """Is it told in a main clause, outside quotations?"""
    first = candidate.verb.first if candidate.verb else candidate.first
    return not _quoted(first, parse) and not _subordinate(first, parse)


def claimed(candidate: Candidate, parse: Parse) -> bool:
    """Is it what a quoted speaker says of themselves ("We were pushed out …")?"""
    verb = candidate.verb
    if verb is None or not _quoted(verb.first, parse):
        return False
    first = parse.segment[verb.first]
    return any(word in _SPEAKER for word in parse.lower[first : verb.first])


def _quoted(token: int, parse: Parse) -> bool:
    if _QUOTES.isdisjoint(parse.words):
        return False
    return sum(word in _QUOTES for word in parse.lower[:token]) % 2 == 1


def _subordinate(token: int, parse: Parse) -> bool:
    i = parse.segment[token]
    while i < token and parse.tags[i] == "PUNCT":
        i += 1
    return parse.tags[i] in ("SUB", "REL") or parse.lower[i] in ("that", "which", "who")


_HELD: Mapping[str, Status] = {
    "alleged": "hypothetical",
    "reported": "hypothetical",
    "supposed": "hypothetical",
    "undone": "denied",
    "planned": "planned",
    "cancelled": "cancelled",
}
_CONDITIONS = frozenset({"if", "unless", "were", "could", "might", "provided", "otherwise"})
_NOUN_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV"})
_UNTIL = frozenset({"until", "till", "before"})
_NOBODY = frozenset({"no", "neither", "none", "nobody"})
_AT_LEAST = frozenset({"fewer", "less", "later", "sooner", "longer", "more", "earlier"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_SPEAKER = frozenset({"i", "we", "you", "my", "our", "your", "us", "me"})
