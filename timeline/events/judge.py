"""What may be an event and what may not: the verdicts on single candidates.

It must not make the event; records.py does.
"""

from __future__ import annotations

from timeline.events.arrange import WEIGHTY
from timeline.events.candidates import Candidate
from timeline.events.hold import hold
from timeline.events.nominal import own_phrase
from timeline.events.participants import Participants
from timeline.events.postponed import is_put_off
from timeline.events.scene import Scene
from timeline.events.status import claimed, not_until
from timeline.events.subjects import subject
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.model import Event

__all__ = ["is_event", "is_named", "lasts", "says", "spoken", "tells"]

_ANYBODY = (["those"], ["anyone"], ["everyone"], ["anybody"], ["everybody"])
"""Subjects that name nobody ("those who have fought for freedom")."""


def is_event(candidate: Candidate, scene: Scene) -> bool:
    """Is the word an event here: dated, or an event word told as a fact or a plan?"""
    if candidate.strength == "state" or (candidate.strength == "echo" and not candidate.echoes):
        return False
    verb = candidate.verb
    if verb is not None and verb.intended_by >= 0 and not verb.plan:
        return False  # "tried to seize the port": trying is all that is said
    if not candidate.timexes:
        if candidate.strength != "strong" or verb is None or verb.form != "finite":
            return False
        told = verb.when == "past" or (scene.in_entry and verb.when == "present")
        if not (told or verb.plan or verb.progressive or _will(verb, scene.parse)):
            return False
    if verb is not None and not candidate.noun and _called_off(verb, scene.parse):
        return False
    if verb is not None and _says_nothing(verb, scene.parse):
        return False
    if claimed(candidate, scene.parse) or _absent(candidate, scene.parse):
        return False
    return bool(candidate.timexes) or verb is None or not _done_by_dated(verb, scene)


def _will(verb: VerbGroup, parse: Parse) -> bool:
    """Is it told as coming, without a "would" or an "if"?"""
    coming = verb.when == "future" and verb.modal in ("", "will")
    return coming and parse.words.isdisjoint(("if", "unless", "whether"))


def _done_by_dated(verb: VerbGroup, scene: Scene) -> bool:
    """Is its subject an event that has the date ("The strike on Monday failed"): one event?

    What is put off to a day is dated by that day, and the putting off is an event besides.
    """
    dated = [
        c.token
        for c in scene.candidates
        if c.noun and c.timexes and c.token < verb.first and not is_put_off(c)
    ]
    found = subject(verb, scene.parse, scene.dated) if dated else None
    return found is not None and any(found[0] <= token < found[1] for token in dated)


def _absent(candidate: Candidate, parse: Parse) -> bool:
    """Is it a noun for what there was not ("without a ceasefire")?"""
    if not candidate.noun or not candidate.timexes:
        return False
    first = own_phrase(candidate, parse)[0]
    if parse.lower[first] == "no" and "there" in parse.lower[max(0, first - 3) : first]:
        return True  # "there was no attack"
    held = hold(candidate, parse)
    return held is not None and held.sense == "undone" and held.end <= candidate.first


def tells(candidate: Candidate, event: Event, scene: Scene) -> bool:
    """Does an undated mention say who: an actor, or at least a subject of a weighty event?"""
    if event.actors:
        return True
    found = subject(candidate.verb, scene.parse, scene.dated) if candidate.verb else None
    named = event.label[:1].isupper() and " " in event.label
    if found is None or scene.parse.lower[found[0] : found[1]] in _ANYBODY:
        return False
    return candidate.type in WEIGHTY and named


def lasts(scene: Scene) -> bool:
    """Does the sentence tell how long something lasted, so that it is no one day's event?"""
    return any(t.type == "DURATION" and t.interval is None for t in scene.timexes)


def _called_off(verb: VerbGroup, parse: Parse) -> bool:
    """Does it say that something is not going to happen ("will not leave")?"""
    return verb.negated and verb.when != "past" and not not_until(parse, verb.head)


def _says_nothing(verb: VerbGroup, parse: Parse) -> bool:
    """Does it only tell that somebody gave reporters no answer ("declined to comment")?"""
    known = vocabulary()
    leads = parse.lower[verb.head + 1 : verb.head + 2]
    if verb.lemma not in known.refuse or leads != ["to"] or verb.form != "finite":
        return False
    following = next((v for v in parse.verbs if v.head > verb.head), None)
    return following is not None and following.lemma in known.silence


def says(verb: VerbGroup | None, parse: Parse) -> bool:
    """Has a plain saying a content: a clause, an infinitive, a quotation, or words before it?"""
    if verb is None or not {"“", "”", '"', "``", "''"}.isdisjoint(parse.words):
        return True
    behind = any(v.head > verb.head for v in parse.verbs)
    before = parse.lower[: verb.first].count(",") > 0 or verb.passive
    return verb.lemma != "describe" and (behind or before)


def spoken(people: Participants, parse: Parse, words: Vocabulary) -> bool:
    """Has a saying a speaker: a named actor or a noun for one, not "the figures"?"""
    if people.subject is None:
        return bool(people.all)
    if people.heads and all(m.role == "source" for m in people.heads):
        return not any(v.head > people.subject[1] + 1 for v in parse.verbs)  # "…, the agency said"
    return bool(people.heads) or any(
        parse.lower[i] in words.speakers for i in range(*people.subject)
    )


def is_named(candidate: Candidate, scene: Scene) -> bool:
    """Is the word part of a named event's name, and not dated by itself?"""
    if candidate.timexes or not scene.references:
        return False
    span = candidate.span(scene.parse)
    return any(
        r.span.start <= span.start < r.span.end or span.start <= r.span.start < span.end
        for r in scene.references
    )
