"""A verb → the event type it has here, and how likely it tells of an event at all.

It must not know dates or actors, nor the nouns that a verb carries; candidates.py does.
"""

from __future__ import annotations

from typing import Literal

from timeline.events.senses import verb_sense
from timeline.events.speech import QUOTES
from timeline.events.vocabulary import Phrase, Vocabulary
from timeline.grammar import Parse, VerbGroup

__all__ = ["Strength", "only_after", "verb_kind"]

Strength = Literal["strong", "report", "weak", "state", "echo"]
_QUALITIES = (
    ["more"], ["less"], ["so"], ["too"], ["very"], ["increasingly"], ["clear"], ["even"],
)  # fmt: skip
_ATTEMPTS = frozenset({"attempt", "try"})
_OBJECT = frozenset({"DET", "NUM", "NAME", "NOUN"})
_NAMED = frozenset({"NOUN", "NAME", "NUM", "POSS", "PART"})
_INSIDE_PHRASE = frozenset({"NOUN", "NAME", "NUM", "POSS", "PART", "ADV", "DET"})


def verb_kind(verb: VerbGroup, parse: Parse, words: Vocabulary) -> tuple[int, str, Strength]:
    """Return how many particles the text gives a verb, its event type, and its strength."""
    particles, type_ = _entry(verb, parse, words)
    phrase = " ".join((verb.lemma, *particles)) if particles else verb.lemma
    sense = verb_sense(verb, phrase, parse)
    strength: Strength = "strong"
    tried = _tried(verb, parse, words)
    if tried:
        return 0, tried, "strong"
    if verb.lemma == "do" and _echoing(verb, parse):
        strength = "echo"
    elif calls_so(verb, parse, words):
        strength, type_ = "weak", "statement"  # an opinion, unless it has a day
    elif phrase in words.orders and _with_infinitive(verb, parse):
        type_ = "demand"
    elif phrase in words.plain:
        strength, type_ = "report", "statement"
    elif sense == "state" or _is_state(verb, phrase, sense, parse, words):
        strength = "state"
    elif not (sense or type_) or _becomes_so(verb, parse):
        strength, type_ = "weak", ""
    else:
        type_ = sense or _begun(verb, parse, words) or type_
    return len(particles), type_ or "other", strength


def _tried(verb: VerbGroup, parse: Parse, words: Vocabulary) -> str:
    """Return the type of what was tried ("attempted to seize the port"), if it is an event."""
    if verb.lemma not in _ATTEMPTS or verb.tense != "past" or verb.form != "finite":
        return ""
    meant = next((v for v in parse.verbs if v.intended_by == verb.head), None)
    return _entry(meant, parse, words)[1] if meant is not None else ""


def _begun(verb: VerbGroup, parse: Parse, words: Vocabulary) -> str:
    """Return the type of what only begins or goes on ("began to withdraw"), "" where none is."""
    if verb.lemma not in words.phase or parse.lower[verb.head + 1 : verb.head + 2] != ["to"]:
        return ""
    act = next((v for v in parse.verbs if v.first == verb.head + 1), None)
    return verb_sense(act, act.lemma, parse) or _entry(act, parse, words)[1] if act else ""


def _is_state(
    verb: VerbGroup, phrase: str, sense: str | None, parse: Parse, words: Vocabulary
) -> bool:
    """Does the verb tell of no change, or only how something is called?"""
    lasting = phrase in words.state and not sense
    placed = phrase == "come" and verb.tense == "present"  # "The visit comes a day after …"
    placed = placed or only_after(verb, parse, words)
    return lasting or placed or (verb.lemma in words.naming and _names(verb, parse))


def only_after(verb: VerbGroup, parse: Parse, words: Vocabulary) -> bool:
    """Does it only tell what an act came after ("The talks followed the attack")?"""
    end = verb.head + 1
    if verb.lemma != "follow" or verb.passive or _OBJECT.isdisjoint(parse.tags[end : end + 1]):
        return False
    while end < len(parse.tags) and parse.tags[end] in _INSIDE_PHRASE:
        end += 1
    low = parse.segment[verb.first]
    of = next((i for i in range(low, verb.first) if parse.tags[i] == "PREP"), verb.first)
    near = (*parse.lower[low:of], *parse.lower[verb.head + 1 : end])
    return any(not before for word in near for before, _ in words.nouns.get(word, ()))


def _becomes_so(verb: VerbGroup, parse: Parse) -> bool:
    """Is it "become" with a quality ("became more cautious"), not an office or a membership?"""
    return verb.lemma == "become" and parse.lower[verb.head + 1 : verb.head + 2] in _QUALITIES


def _names(verb: VerbGroup, parse: Parse) -> bool:
    """Does it only say how something is called ("a venture called Orion")?"""
    after = verb.head + 1
    quoted = parse.lower[after : after + 1] in (["“"], ['"'], ["``"], ["‘"])
    return verb.passive and (quoted or parse.tags[after : after + 1] == ["NAME"])


def calls_so(verb: VerbGroup, parse: Parse, words: Vocabulary) -> bool:
    """Does it say what somebody calls something ("called the vote a coup"), not "called a vote"?"""
    if verb.lemma not in words.naming or verb.passive or not verb.head + 2 < len(parse.tags):
        return False
    end = verb.head + 1 + (parse.tags[verb.head + 1] in ("DET", "PRON"))
    while end < len(parse.tags) and parse.tags[end] in _NAMED:
        end += 1
    named = end > verb.head + 1 and (end > verb.head + 2 or parse.tags[end - 1] != "DET")
    if not named or end == len(parse.tags):
        return False
    return parse.lower[end] in ("a", "an") or parse.lower[end] in QUOTES


def _echoing(verb: VerbGroup, parse: Parse) -> bool:
    """Does "do" stand for an earlier verb ("just as he is doing today", "as it did in 2014")?"""
    first = parse.segment[verb.first]
    return any(parse.lower[i] in ("as", "like") for i in range(first, verb.first))


def _with_infinitive(verb: VerbGroup, parse: Parse) -> bool:
    """Does an object with an infinitive follow ("asked Kenya to leave")?"""
    following = next((v for v in parse.verbs if v.head > verb.head), None)
    if following is None or following.form != "infinitive" or following.first == verb.head + 1:
        return False
    return all(parse.tags[i] in _INSIDE_PHRASE for i in range(verb.head + 1, following.first)) or (
        parse.tags[verb.head + 1] == "PRON" and following.first == verb.head + 2
    )


def _entry(verb: VerbGroup, parse: Parse, words: Vocabulary) -> tuple[Phrase, str]:
    """Return the particles that the text gives the verb, and the event type of both."""
    entries = words.verbs.get(verb.lemma)
    if entries is None:
        return (), ""
    after = tuple(parse.lower[verb.head + 1 : verb.head + 4])
    for entry in entries:
        if after[: len(entry[0])] == entry[0] and not (verb.passive and entry[0] == ("on",)):
            return entry
    return (), ""
