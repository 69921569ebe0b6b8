"""The word that a date stands by → the word of the same sentence that it is the date of.

"Refused to sign on Friday" tells of a refusal, "speaking in Oslo on Monday, the king rejected …"
of a rejection, "discussed it in talks on Tuesday" of one act. It must not look at other sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events.ahead import to_come
from timeline.events.candidates import Candidate
from timeline.events.hold import hold
from timeline.events.observed import observed
from timeline.events.scope import decides
from timeline.events.status import is_main
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.model import Timex

__all__ = ["done_at", "happened", "is_scene", "led_by", "one_act", "only_given"]

_CALLED = frozenset({"call", "convene", "arrange"})
_SPOKEN = frozenset(
    {"statement", "demand", "proposal", "accusation", "rejection", "support", "threat"}
)
_NOUN_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV"})
_OCCASIONS = frozenset({"meeting", "talks", "call", "statement", "visit", "vote"})
_ENCOUNTERS = frozenset({"meeting", "talks", "call"})
_LEADS = frozenset({"since", "after", "before", "until"})
"""Words that open clauses, too."""
_APART = frozenset({"after", "before", "since", "by", "without", "for", "than"})
"""What before a participle tells of another time or a means."""


def happened(
    owner: Candidate | None,
    timex: Timex,
    candidates: Sequence[Candidate],
    parse: Parse,
    dct: date | None,
) -> Candidate | None:
    """Return the word whose event the date of another word is, mostly that word itself."""
    owner = observed(owner, candidates, parse)
    owner = _realised(_said(owner, candidates, parse), timex, candidates, parse, dct)
    owner = _ahead(owner, timex, candidates, parse, dct)
    return _second(owner, timex, candidates, parse)


def _ahead(
    owner: Candidate | None,
    timex: Timex,
    candidates: Sequence[Candidate],
    parse: Parse,
    dct: date | None,
) -> Candidate | None:
    """Give a day to come to the noun for which somebody called ("called a vote for 3 May")."""
    verb = owner.verb if owner else None
    if owner is None or verb is None or not to_come(timex, parse, dct):
        return owner
    if verb.form != "finite" or verb.tense != "past" or verb.plan or verb.modal or verb.negated:
        return owner
    at = parse.token_at(timex.span.start)
    here = parse.segment[at]
    near = [c for c in candidates if c.noun and c.token < at and parse.segment[c.token] == here]
    noun = near[-1] if near else None
    known = vocabulary()
    if noun is None or noun.carried_by in known.schedule | known.cancel:
        return owner
    if owner.noun and (noun is not owner or noun.carried_by not in _CALLED):
        return owner
    if noun.token > verb.head or owner.noun or parse.lower[at - 1] == "for":
        noun.verb, noun.carried_by = None, ""
        return noun
    return owner


def _said(
    owner: Candidate | None, candidates: Sequence[Candidate], parse: Parse
) -> Candidate | None:
    """Move a date from the speaking to what was said ("Speaking on Monday, he rejected …")."""
    verb = owner.verb if owner else None
    if owner is None or verb is None or owner.noun or verb.lemma not in vocabulary().speaking:
        return owner
    present = parse.lower[verb.head].endswith("ing") and verb.form in ("participle", "gerund")
    if not present or (verb.first and parse.lower[verb.first - 1] in _APART):
        return owner
    told = [c for c in candidates if _tells(c, parse) and not c.timexes]
    later = [c for c in told if c.token > owner.token]
    earlier = [c for c in told if c.token < owner.token]
    return (later[:1] or earlier[-1:] or [owner])[0]


def done_at(
    noun: Candidate,
    timex: Timex,
    candidates: Sequence[Candidate],
    parse: Parse,
    dct: date | None,
) -> list[Candidate]:
    """Return what was done or said at an occasion that has the date.

    "They signed it at a summit on Monday"; "Speaking at a summit, he said …"; "agreed in talks to".
    """
    here = parse.segment[noun.token]
    before = [c for c in candidates if c.token < noun.token and parse.segment[c.token] == here]
    done = next((c for c in reversed(before) if c.verb), None)
    done = _realised(done, timex, candidates, parse, dct)
    said = _said(done, candidates, parse)
    if done is None or said is not done:
        return [said] if said is not None else []
    lead = noun.noun and led_by(parse, noun)
    occasion = lead in ("at", "during") or (lead == "in" and noun.type in _OCCASIONS)
    told = done.strength in ("strong", "report") or decides(done, candidates)
    finite = done.verb is not None and done.verb.form == "finite"
    return [done] if occasion and told and finite and not done.timexes else []


def is_scene(noun: Candidate, act: Candidate) -> bool:
    """Is an encounter only where something was done, so that the act's label tells of it?

    "They signed it at a summit on Monday". Not "At a summit on Monday they signed it", nor what
    was said there: those labels leave the summit out.
    """
    if noun.type == "statement":
        return act.token < noun.token
    return noun.type in _ENCOUNTERS and act.strength != "report" and act.token < noun.token


def only_given(noun: Candidate) -> bool:
    """Does a participle behind a speech only say that there was one ("a speech delivered in …")?"""
    verb = noun.verb
    reduced = verb is not None and verb.form == "participle" and verb.first > noun.token
    return reduced and noun.type == "statement"


def led_by(parse: Parse, noun: Candidate) -> str:
    """Return the preposition before the noun's phrase, or an empty string."""
    i = noun.first - 1
    while i >= 0 and parse.tags[i] in _NOUN_PHRASE:
        i -= 1
    owned = parse.lower[i + 1] in ("its", "their", "his", "her")  # whose, a label could not tell
    owned = owned and parse.lower[i] != "since"
    leads = i >= 0 and (parse.tags[i] == "PREP" or (parse.lower[i] in _LEADS and not owned))
    return parse.lower[i] if leads else ""


def _tells(candidate: Candidate, parse: Parse) -> bool:
    """Is it the main verb of a saying, or of what is done by words?"""
    verb = candidate.verb
    if verb is None or candidate.noun or verb.form != "finite" or not is_main(candidate, parse):
        return False
    return candidate.strength == "report" or candidate.type in _SPOKEN


def one_act(noun: Candidate, verb: Candidate) -> bool:
    """Do they tell one encounter ("discussed it in talks", "met at a summit")?"""
    meet = verb.type in _ENCOUNTERS and verb.strength == "strong" and not verb.noun
    return meet and noun.type in _ENCOUNTERS and noun.verb is None


def _begun(owner: Candidate | None, candidates: Sequence[Candidate]) -> Candidate | None:
    """Move a date from an act to its beginning or end, told right before ("began to build")."""
    verb = owner.verb if owner else None
    if owner is None or verb is None or owner.noun or verb.form == "finite":
        return owner
    phase = (c for c in candidates if c.verb and c.verb.lemma in vocabulary().phase and not c.noun)
    return next((c for c in phase if c.token == verb.first - 1), owner)


def _realised(
    owner: Candidate | None,
    timex: Timex,
    candidates: Sequence[Candidate],
    parse: Parse,
    dct: date | None,
) -> Candidate | None:
    """Move a past date from what was intended to the intending ("invited X to rejoin in May")."""
    owner = _begun(owner, candidates)
    if owner and owner.strength == "state" and owner.verb and owner.verb.form == "infinitive":
        # "was expanded to include X in May": the expanding is what happened
        earlier = [c for c in candidates if c.token < owner.token and c.strength == "strong"]
        owner = earlier[-1] if earlier and not earlier[-1].noun else owner
    if owner and owner.verb and owner.verb.form == "infinitive":
        before = [c for c in candidates if c.token < owner.token and c.verb and not c.noun]
        if before and before[-1].verb and before[-1].verb.lemma in vocabulary().refuse:
            return before[-1]  # "refused to sign on Friday": the refusing is what happened
        begun = timex.interval is not None and not (dct and (timex.interval.start or dct) > dct)
        purpose = begun and _is_purpose(owner.verb, parse)
        if purpose and before and _acts(before[-1], owner, parse):
            return before[-1]  # "sent troops to seize the port on Friday"
        if purpose and (held := hold(owner, parse)) and held.sense == "supposed":
            return None  # "in an effort to end it before May, the king …"
    verb = owner.verb if owner else None
    end = timex.interval.end if timex.interval else None
    if verb is None or verb.intended_by < 0:
        return owner
    if verb.plan and (dct is None or end is None or end > dct):
        return owner
    return next((c for c in candidates if c.token == verb.intended_by), owner)


def _is_purpose(verb: VerbGroup, parse: Parse) -> bool:
    """Does an infinitive behind a noun only say what for ("sent troops to seize the port")?"""
    behind = parse.tags[verb.first - 1 : verb.first] in (["NOUN"], ["NAME"], ["NUM"])
    return behind and not verb.plan and verb.intended_by < 0


def _acts(candidate: Candidate, owner: Candidate, parse: Parse) -> bool:
    """Does the verb tell an act in the same clause?"""
    finite = candidate.verb is not None and candidate.verb.form == "finite"
    near = parse.segment[candidate.token] == parse.segment[owner.token]
    return finite and near and candidate.strength == "strong"


def _second(
    owner: Candidate | None, timex: Timex, candidates: Sequence[Candidate], parse: Parse
) -> Candidate | None:
    """Give a verb's second date to the noun before it ("On Monday it answered Friday's raid")."""
    if owner is None or owner.noun or not owner.timexes:
        return owner
    first = parse.token_at(timex.span.start)
    if _of_deed(owner, first, parse):
        return None
    if not all(_disjoint(timex, other) for other in owner.timexes):
        return owner
    nouns = [c for c in candidates if c.noun and not c.verb and owner.token < c.token < first]
    return nouns[-1] if nouns and not nouns[-1].timexes else owner


def _of_deed(owner: Candidate, first: int, parse: Parse) -> bool:
    """Is a verb's second date that of a deed told behind it ("condemned the killing of … on …")?

    The date that opens the sentence is the verb's ("Earlier this month Kenya condemned …").
    """
    opened = [parse.token_at(t.span.start) for t in owner.timexes]
    fronted = owner.verb is not None and min(opened) < owner.verb.first
    between = range(owner.token + 1, first - 1)
    deeds = [i for i in between if parse.tags[i] == "NOUN" and parse.lower[i].endswith("ing")]
    return fronted and any(parse.lower[i + 1] == "of" for i in deeds)


def _disjoint(one: Timex, other: Timex) -> bool:
    """Have two dates no day in common?"""
    a, b = one.interval, other.interval
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.end <= b.start or b.end <= a.start
