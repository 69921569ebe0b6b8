"""An event's verb → the line that tells it: who, act, object, place.

It must not choose what becomes of a noun's event; labels.py does.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.acts import headless, hedged, undergone
from timeline.events.candidates import Candidate
from timeline.events.hold import Hold
from timeline.events.long_subjects import shortened
from timeline.events.naming import listed, object_names, pronoun_names, subject_name
from timeline.events.participants import Participants
from timeline.events.phrases import clean, label_words, noun_phrase, quoted
from timeline.events.predicates import predicate, shared_object
from timeline.events.scene import Scene
from timeline.events.speech import QUOTES, content_at
from timeline.events.subjects import subject as subject_of
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.words import words
from timeline.model import Status

__all__ = ["MAX_CHARS", "deadline_label", "finish", "verb_label"]

MAX_CHARS = 90
_ROOM_FOR_CLAUSE = 40
"""Characters that a subject's relative clause may take."""
_NOBODY = ("any ", "anyone", "anybody", "anything")
_OBJECT = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART"})


def verb_label(
    candidate: Candidate,
    verb: VerbGroup,
    scene: Scene,
    people: Participants,
    status: Status,
    held: Hold | None,
) -> str:
    """Return the label of an event told by a verb; empty when nothing can be said of it."""
    if held and not held.tells and _inside(held, people):
        return _held_label(held, verb, scene)
    who = shortened(_who(candidate, verb, scene, people), scene, people)
    if who.lower().startswith(_NOBODY):
        return ""  # "it did not appear that anyone was hurt"
    start = _past_particles(candidate, verb, scene)
    particles = scene.parse.lower[verb.head + 1 : start]
    act = " ".join((hedged(verb, scene, status, held, who), *particles))
    if people.subject and people.subject[0] > verb.head and verb.form == "finite":
        return _reported(f"{who} {act}", verb, scene, people)
    room, start = max(20, MAX_CHARS - len(who) - len(act) - 2), content_at(verb, start, scene.parse)
    tells = verb.lemma in label_words().tellers
    tokens = predicate(start, scene.parse, scene.dated, limit=room, tells=tells)
    tokens = tokens or shared_object(verb, scene.parse, scene.dated, room=room)
    named = pronoun_names(tokens, scene, who)
    rest = clean(tokens, scene.parse, scene.dated, named, opens=not who)
    if _said_before(verb, tokens, scene, people):
        return _reported(f"{who} {act} {rest if tells else ''}".rstrip(), verb, scene, people)
    if who and (content := _content_cut(start, verb, tokens, scene, rest)):
        return _said(f"{who} {act}", range(start, content.start - 1), content, scene)
    if not rest or scene.parse.tags[tokens[0]] == "PREP":
        rest = f"{_relative_object(people, scene)} {rest}".strip()
    if not who and not rest and people.subject:  # "the rest are to follow": better than "Follow"
        who = clean(range(*people.subject), scene.parse, scene.dated)
        act = hedged(verb, scene, status, held, who) if who else act
    if who:
        return finish(f"{who} {act} {rest}")
    unsaid = verb.passive and candidate.strength == "weak"  # "the town fell, followed by another"
    if unsaid or not rest or _says_little(candidate, tokens, scene.parse):
        return ""  # "Happen" alone says nothing
    done = not held and undergone(verb, tokens, scene, status, particles)
    return finish(done or f"{headless(act, verb, scene)} {rest}")


def _said(frame: str, heard: range, content: range, scene: Scene) -> str:
    """Tell who said it, who heard it and what was said, as far as a label has room."""
    heard_by = clean(heard, scene.parse, scene.dated, object_names(scene, frame), opens=False)
    frame = f"{frame} {heard_by}".rstrip()
    return finish(f"{frame}: {quoted(content, scene.parse, room=MAX_CHARS - len(frame) - 1)}")


def _says_little(candidate: Candidate, tokens: Sequence[int], parse: Parse) -> bool:
    """Is what follows a verb without a subject too little ("Starts firing", "Moves slowly")?

    Of what nothing dates, a place is too little, too ("Begins in the north").
    """
    if not tokens:
        return False
    vague = parse.lower[tokens[0]].endswith("ing") or parse.lower[tokens[0]] == "place"
    vague = vague or all(parse.tags[i] == "ADV" for i in tokens)
    return vague or (not candidate.timexes and parse.tags[tokens[0]] == "PREP")


def _relative_object(people: Participants, scene: Scene) -> str:
    """Return the object before a relative clause ("land that it seized in the war"), if any."""
    if people.object_phrase is None:
        return ""
    object_ = clean(range(*people.object_phrase), scene.parse, scene.dated, opens=False)
    return f"{people.object_preposition} {object_}".strip()


def _held_label(held: Hold, verb: VerbGroup, scene: Scene) -> str:
    """Tell a subject that holds its own event back as it stands ("Plans to hold a summit")."""
    tokens = predicate(verb.head + 1, scene.parse, scene.dated, limit=MAX_CHARS)
    return finish(clean([*range(held.first, verb.head + 1), *tokens], scene.parse, scene.dated))


def _content_cut(
    start: int, verb: VerbGroup, tokens: Sequence[int], scene: Scene, rest: str
) -> range:
    """Return the words of what is said, where a label has no room up to their verb, else none.

    "announced that the army and several armed groups in the north had …": cut before its verb it
    would announce the army.
    """
    parse, tells = scene.parse, label_words().tellers
    if verb.lemma in tells:  # "told reporters that the parties to the talks had …"
        after = {"DET", "PRON", "NAME", "NUM"}
        heard = (i for i in tokens if parse.lower[i] == "that" and i > start)
        start = next((i for i in heard if {*parse.tags[i + 1 : i + 2]} & after), start)
    opens = start + (parse.lower[start : start + 1] == ["that"])
    if opens == start and verb.lemma not in words("en").reports - tells:
        return range(0)
    told = next((v for v in parse.verbs if v.head >= opens and v.form == "finite"), None)
    inside = told is not None and told.head in tokens[: len(tokens) - (told.lemma == "have")]
    if told is None or (inside and rest) or verb.passive:
        return range(0)
    found = subject_of(told, parse, scene.dated)
    if found is None or found[0] not in (opens, opens + 1) or found[1] > told.first:
        return range(0)
    return range(opens, len(parse.tags))


def _said_before(
    verb: VerbGroup, tokens: Sequence[int], scene: Scene, people: Participants
) -> bool:
    """Does what is said stand before its frame ("Talks failed, he told a briefing")?"""
    parse, known = scene.parse, label_words()
    itself = verb.passive and people.subject and parse.tags[people.subject[0]] != "PRON"
    if verb.lemma not in known.told | known.tellers or itself:
        return False  # "A truce was announced": the truce is what was said
    if not tokens:
        return verb.lemma in known.told
    first = people.subject[0] if people.subject else verb.first
    content = any(v.first in tokens for v in parse.verbs) or "TO" in _tags(tokens, scene)
    fronted = first > 1 and parse.lower[first - 1] in (",", *QUOTES)
    told = next((v for v in parse.verbs if v.form == "finite" and v.head < first), None)
    if told is None or content or not fronted or parse.tags[parse.segment[told.first]] == "SUB":
        return False
    return verb.lemma in known.tellers or parse.tags[tokens[0]] == "PREP"


def _tags(tokens: Sequence[int], scene: Scene) -> list[str]:
    return [scene.parse.tags[i] for i in tokens]


def _past_particles(candidate: Candidate, verb: VerbGroup, scene: Scene) -> int:
    """Return the token after a verb and its particles; those of a date are none of its own."""
    carried = candidate.carried_by.split()[1:]
    start = verb.head + 1 + candidate.particles
    start += len(carried) if scene.parse.lower[start : start + len(carried)] == carried else 0
    called_on = scene.dated.isdisjoint(range(verb.head + 1, start))
    return start if called_on else verb.head + 1  # "called on Monday for …"


def _who(candidate: Candidate, verb: VerbGroup, scene: Scene, people: Participants) -> str:
    """Return the label's subject: the sentence's own, the carried noun, or the known actors."""
    who = subject_name(scene, people)
    if not who and candidate.noun and candidate.token < verb.first:
        tokens = noun_phrase(candidate.first, candidate.token, scene.parse, scene.dated)
        who = clean(tokens, scene.parse, scene.dated)
    if who and people.subject:
        who += _relative(people.subject[1], verb, scene)
    unknown = people.subject and scene.parse.tags[people.subject[0]] == "PRON" and not people.heads
    if who or (unknown and verb.passive):
        return who  # "They were extended after the envoy left": not the envoy
    return listed(people.targets if verb.passive else people.initiators)


def _relative(end: int, main: VerbGroup, scene: Scene) -> str:
    """Return the verb and object of a relative clause that alone says who a "man" is."""
    parse = scene.parse
    if parse.tags[end : end + 1] != ["REL"] or parse.lower[end - 1] not in label_words().vague:
        return ""
    verb = next((v for v in parse.verbs if v.first == end + 1), None)
    if verb is None or verb is main:
        return ""
    stop = verb.head + 1
    while stop < len(parse.tags) and parse.tags[stop] in _OBJECT and stop not in scene.dated:
        stop += 1
    told = clean(range(end, stop), parse, scene.dated, opens=False)
    return f" {told}" if len(told) < _ROOM_FOR_CLAUSE else ""


def _inside(held: Hold, people: Participants) -> bool:
    """Is the noun that holds it back the subject itself ("Plans to hold a summit were …")?"""
    first, end = people.subject or (0, 0)
    return first <= held.first < end


def deadline_label(verb: VerbGroup, scene: Scene) -> str:
    """Tell the end of somebody's time for something, which is not that they will do it.

    Who has the time is the subject of "has 14 days" and the object of "gave Kenya 14 days".
    """
    parse, end = scene.parse, verb.first
    lengths = [t.span for t in scene.timexes if parse.token_at(t.span.end - 1) == end - 1]
    first = parse.token_at(lengths[-1].start) if lengths else end
    giver = next(v for v in reversed(parse.verbs) if v.head < first and v.form == "finite")
    between = [i for i in range(giver.head + 1, first) if parse.tags[i] not in ("ADV", "SUB")]
    own = subject_of(giver, parse, scene.dated)
    tokens = between or (list(range(*own)) if own else [])
    named = [] if any(parse.tags[i] == "PRON" for i in tokens) else tokens
    who = clean(named, parse, scene.dated)
    rest = clean(predicate(verb.head + 1, parse, scene.dated, limit=MAX_CHARS), parse, scene.dated)
    lead = f"Deadline for {who} to" if who else "Deadline to"
    return finish(f"{lead} {verb.lemma} {rest}")


def _reported(frame: str, verb: VerbGroup, scene: Scene, people: Participants) -> str:
    """Tell what was said before its frame ("Iran fired first, a report said")."""
    parse, subject = scene.parse, people.subject
    end = min(verb.first, subject[0] if subject else verb.first)
    tokens = [i for i in range(end) if i not in scene.dated or parse.lower[0] in QUOTES]
    after = max(verb.head, subject[1] - 1 if subject else 0) + 1
    opened = next((i for i in range(after, len(parse.tags)) if parse.lower[i] in QUOTES), None)
    if opened is not None and opened + 1 < len(parse.tags):  # "“Kenya,” he said, “will attack.”"
        while tokens and parse.tags[tokens[-1]] == "PUNCT":
            tokens.pop()
        tokens += range(opened + 1, len(parse.tags))
    said = quoted(tokens, parse, room=MAX_CHARS - len(frame) - 2)
    return finish(f"{frame}: {said}") if said else ""


def finish(text: str) -> str:
    """Return a label in one line, a capital at its head, no mark at its ends, cut at a word."""
    text = " ".join(text.split()).lstrip(" .,;:-–").rstrip(" .,;:-–")
    if len(text) > MAX_CHARS:
        text = text[: MAX_CHARS + 1].rsplit(" ", 1)[0].rstrip(" .,;:-–")
    return text[:1].upper() + text[1:]
