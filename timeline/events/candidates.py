"""Parsed sentence → the verbs and nouns in it that may report an event.

It must not decide whether they do, nor when it was; attach.py and assemble.py do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress, count, pairwise
from operator import attrgetter

from timeline.events.kinds import Strength, calls_so, only_after, verb_kind
from timeline.events.pairs import paired
from timeline.events.senses import noun_sense
from timeline.events.subjects import subject
from timeline.events.vocabulary import Phrase, Vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.model import Span, Timex

__all__ = ["Candidate", "Strength", "find"]

_TOKEN = attrgetter("token")
_NO_HEADS = frozenset({"today", "due"})
"""What may stand behind an event's noun and is none ("the election due in May")."""
_ADJECTIVES = frozenset({"NOUN", "PART"})
_INSIDE_PHRASE = frozenset({"NOUN", "NAME", "NUM", "POSS", "PART", "ADV", "DET"})


@dataclass(slots=True, eq=False)
class Candidate:
    """A word that may report an event."""

    sentence: int
    """Number of its sentence in the document."""
    token: int
    """Index of the word in the parse."""
    first: int
    """Index of its first token (of a verb group, of a noun of several words)."""
    verb: VerbGroup | None
    """The verb it is, or the verb that carries the noun ("hold talks", "talks began")."""
    noun: bool
    """Is the event named by a noun?"""
    type: str
    """Event type id; "other" for a verb outside the vocabulary."""
    strength: Strength
    """How likely it is an event at all: ``strong`` words, sayings, unknown verbs, states."""
    carried_by: str = ""
    """Base form of the verb that carries a noun; says what becomes of the event."""
    particles: int = 0
    """Tokens after the verb that belong to it ("step down", "pull out of")."""
    timexes: list[Timex] = field(default_factory=list)
    """What dates it, filled by attach.py."""
    modifier: int = -1
    """Token of its own name where several share a noun ("the G7 and NATO summits"), else -1."""
    part: tuple[int, int] | None = None
    """Its own tokens where a list gives each member a date ("Rome in 1952, Bonn in 1955")."""
    list_start: int = -1
    """First token of that list."""
    heads_list: bool = False
    """Are the list's members the subjects ("Rome joined in 1952, Bonn in 1955")?"""
    repeat: int = -1
    """First token of its own date where it happened several times ("in 1998 and 2003")."""
    begins: bool = False
    """Is it the beginning of what the noun names ("the 8-month-old truce")?"""
    echoes: Candidate | None = None
    """The verb that it stands for ("as he is doing today"), else None."""
    reach: tuple[int, int] | None = field(init=False, default=None)
    """The tokens that reach.py found for it, so that it is asked once."""

    @property
    def own_token(self) -> int:
        """A token that no other candidate of the sentence has as its own."""
        if self.part is not None:
            return self.part[0]
        if self.repeat >= 0:
            return self.repeat
        return self.token if self.modifier < 0 else self.modifier

    def span(self, parse: Parse) -> Span:
        """Return the characters of the word, or of the verb with its auxiliaries."""
        return Span(parse.starts[self.first], parse.ends[self.token])


def find(parse: Parse, sentence: int, words: Vocabulary) -> list[Candidate]:
    """Return the candidates of one sentence in text order, each event once."""
    nouns = _nouns(parse, sentence, words)
    out: list[Candidate] = []
    for verb, after in pairwise((*parse.verbs, None)):
        if verb is None or _followed(verb, nouns, parse) is not None:
            continue
        due = _followed(after, nouns, parse) if after and after.form == "infinitive" else None
        carried = due or (_carried(verb, nouns, parse, words) if nouns else None)
        if due is not None and verb.lemma in words.schedule:
            due.carried_by = verb.lemma  # "the truce is expected to be followed by talks"
        if carried is not None:
            carried.verb = verb
        else:
            out.append(_verb(verb, parse, sentence, words))
            if out[-1].strength == "echo":
                out[-1].echoes = next((c for c in out[-2::-1] if c.strength != "echo"), None)
            if verb.passive and len(out) > 1 and out[-2].token == paired(verb, parse):
                del out[-2]  # "was shot and killed": one act
    return sorted([*out, *nouns], key=_TOKEN) if nouns else out


def _followed(verb: VerbGroup, nouns: list[Candidate], parse: Parse) -> Candidate | None:
    """Return the event that the verb only says came next ("was followed by talks")."""
    if verb.lemma != "follow" or parse.lower[verb.head + 1 : verb.head + 2] != ["by"]:
        return None
    later = (n for n in nouns if n.token > verb.head)
    return next((n for n in later if _same_phrase(verb.head + 2, n.token, parse)), None)


def _verb(verb: VerbGroup, parse: Parse, sentence: int, words: Vocabulary) -> Candidate:
    n_particles, type_, strength = verb_kind(verb, parse, words)
    found = Candidate(sentence, verb.head, verb.first, verb, False, type_, strength)
    found.particles = n_particles
    return found


def _nouns(parse: Parse, sentence: int, words: Vocabulary) -> list[Candidate]:
    out: list[Candidate] = []
    tags, lower = parse.tags, parse.lower
    for i in compress(count(), map(words.nouns.__contains__, lower)):
        if tags[i] not in ("NOUN", "NAME"):
            continue
        if i + 1 < len(tags) and tags[i + 1] == "NOUN" and lower[i + 1] not in _NO_HEADS:
            continue  # "attack helicopters", "summit meeting": the head noun comes last
        if lower[i] in words.adjectives and tags[i + 1 : i + 2] == ["NAME"]:
            continue  # "the ruling Centre Party"
        found = next(((p, t) for p, t in words.nouns[lower[i]] if _precedes(p, lower, i)), None)
        if found is not None:
            first = i - len(found[0])
            type_ = noun_sense(i, parse) or found[1]
            for modifier in _shared_by(i, parse) or (-1,):
                noun = Candidate(sentence, i, first, None, True, type_, "strong")
                noun.modifier = modifier
                out.append(noun)
    return out


def _shared_by(i: int, parse: Parse) -> tuple[int, ...]:
    """Return the names that share a plural noun, none unless there are two or more."""
    if not parse.lower[i].endswith("s") or i < 3:
        return ()
    names: list[int] = []
    j = i - 1
    while j >= 0 and parse.tags[j] == "NAME":
        names.append(j)
        j -= 1
        if j >= 1 and (parse.lower[j] == "and" or parse.lower[j] == ","):
            j -= 1
        else:
            break
    closed = len(names) > 1 and parse.lower[names[0] - 1] == "and"
    return tuple(reversed(names)) if closed else ()


def _precedes(before: Phrase, lower: list[str], i: int) -> bool:
    return not before or tuple(lower[max(0, i - len(before)) : i]) == before


def _carried(
    verb: VerbGroup, nouns: list[Candidate], parse: Parse, words: Vocabulary
) -> Candidate | None:
    """Return the noun whose event this verb carries, if it is such a verb and has one."""
    phrase = _with_particle(verb, parse, words) if verb.lemma in words.carrying else None
    unfit = only_after(verb, parse, words) or calls_so(verb, parse, words) or _put_in(verb, parse)
    if phrase is None or unfit:
        return None
    if not verb.passive:
        right = next((n for n in nouns if n.token > verb.head), None)
        start = verb.head + len(phrase.split())
        if right and right.verb is None and _same_phrase(start, right.token, parse):
            right.carried_by = phrase
            return right
    bears = phrase in words.carried and verb.lemma not in words.schedule
    if not (verb.passive or bears) or nouns[0].token >= verb.first:
        return None
    if (
        not verb.passive
        and verb.lemma in words.phase
        and parse.lower[verb.head + 1 :][:1] == ["to"]
    ):
        return None  # "the assembly began to vote": who acts is no event
    found = subject(verb, parse)
    if found is None or found[1] > verb.first:
        return None
    inside = [n for n in nouns if found[0] <= n.token < found[1] and _free(n, verb)]
    if verb.form == "participle" and inside and inside[-1].token == verb.first - 1:
        inside[-1].carried_by = phrase
        return inside[-1]  # "the failure of the conference held in May"
    head = next(iter(inside), None)
    if head is None or _described(found[0], head.first, parse, words):
        return None  # "the leader of the talks was held": the noun only describes another
    head.carried_by = phrase
    return head


def _put_in(verb: VerbGroup, parse: Parse) -> bool:
    """Is it only put in between commas ("The vote, due to be held in May, was cancelled")?"""
    return parse.lower[max(0, verb.first - 2) : verb.first] == [",", "due"]


def _described(first: int, noun: int, parse: Parse, words: Vocabulary) -> bool:
    """Does a noun before the event's own have the verb ("the leader of the talks"), no measure?"""
    measured = parse.lower[noun - 1] == "of" and parse.lower[noun - 2] in words.measures
    return "PREP" in parse.tags[first : noun - 1 if measured else noun]


def _free(noun: Candidate, verb: VerbGroup) -> bool:
    """Has no verb told yet what became of the noun, or only that it was planned?"""
    told = noun.verb
    return told is None or (told.form == "participle" and verb.form == "finite")


def _with_particle(verb: VerbGroup, parse: Parse, words: Vocabulary) -> str | None:
    """Return the verb with its particles where they carry a noun's event ("call off")."""
    after = parse.lower[verb.head + 1 : verb.head + 3]
    for particles in words.carrying[verb.lemma]:
        if tuple(after[: len(particles)]) == particles:
            return " ".join((verb.lemma, *particles))
    return None


def _same_phrase(start: int, end: int, parse: Parse) -> bool:
    """Is everything between a verb and a noun part of the noun's own phrase?

    Commas between its adjectives are ("much-awaited, secret talks").
    """
    for i in range(start, end):
        between = start < i < end - 1 and {*parse.tags[i - 1 : i + 2 : 2]} <= _ADJECTIVES
        if parse.tags[i] not in _INSIDE_PHRASE and not (parse.lower[i] == "," and between):
            return False
    return True
