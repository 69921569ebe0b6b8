"""What follows a verb → the words of it that a label can tell.

It must not choose the verb, nor put words in order; labels.py and phrases.py do.
"""

from __future__ import annotations

from collections.abc import Set

from timeline.events.cuts import ADJECTIVE, cut, without_loose_end
from timeline.events.phrases import BREAKS, label_words
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.objects import has_object_before
from timeline.grammar.words import words

__all__ = ["predicate", "shared_object"]

_NEW_CLAUSE = frozenset({"COORD", "VERB", "BE", "HAVE", "MODAL", "DO"})
"""What opens a clause of its own in another segment."""
_GOES_ON = frozenset({"NOUN", "NAME", "PREP", "PART", "ADV", "NUM", "POSS"})
"""Classes of words that end no clause."""
_CLAUSES = frozenset({"REL", "SUB"})
_CONTENT = frozenset({"that", "whether", "if", "lest", "so", "as"})
"""What opens no clause, or one that is an object, not a circumstance."""
_OWN_SUBJECT = frozenset({"PRON", "REL", "SUB"})
"""What can open a clause with a subject of its own."""
_BEFORE = frozenset({"before", "after", "since", "until"})
_MODIFIES = frozenset({"NOUN", "PART", "NUM", "ADV"})
_LONG_SUBJECT = 45
"""Characters from which on a subject in what is said loses what only describes it."""
_DASHES = frozenset({"_", "--", "—", "–"})
_ASIDE = 12
"""Tokens that an insertion between commas or in brackets can have."""
_OBJECT = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART"})


def predicate(
    start: int, parse: Parse, dated: Set[int], *, limit: int, tells: bool = False
) -> list[int]:
    """Return the tokens after a verb up to the end of its clause, at most ``limit`` characters.

    A longer clause is cut before a preposition or conjunction, never inside a phrase. Where the
    verb ``tells`` somebody something, "that" behind its object opens what is told.
    """
    return without_loose_end(_predicate(start, parse, dated, limit, tells=tells), parse, dated)


def _predicate(start: int, parse: Parse, dated: Set[int], limit: int, *, tells: bool) -> list[int]:
    """Return them with what waits at their end for words that a label leaves out."""
    own = parse.segment[start - 1]
    parts = {v.first for v in parse.verbs if v.form in ("participle", "gerund")}
    out: list[int] = []
    length = 0
    lower, tags, segment = parse.lower, parse.tags, parse.segment
    modifiers = _long_modifiers(start, parse)
    end = _main_verb_after(start, parse)
    i = start - 1
    while (i := i + 1) < end:
        if i in modifiers:
            continue
        word, tag = lower[i], tags[i]
        if word == "," and i - 1 in dated | {out[-1] if out else -1} and _at_content(out, parse):
            continue  # "stressed that on Monday, talks had failed"
        if tag not in _GOES_ON:
            past = _past_aside(i, start, parse)
            if past is not None:
                i = past - 1
                continue
            if _ends(i, start, parse) or (tag == "COORD" and i + 1 in parts):
                break  # "toured the capital and meeting …": another act
            if tag == "COORD" and (not out or (not tells and _opens_clause(i, start, parse))):
                break
        if segment[i] != own and not _joins_adjectives(i, parse):
            described = word == "that" and not tells and _has_noun(out, parse)
            if described or (segment[i] != segment[i - 1] and tag in _NEW_CLAUSE):
                break
        if word == "there" and i - 1 in dated:
            break  # "stalled in March 1981 | there was …"
        if i in dated or word == ".":
            continue
        length += len(word) + 1
        if length > limit:
            return cut(out, parse)
        out.append(i)
    return out


def _at_content(out: list[int], parse: Parse) -> bool:
    """Is nothing told yet of what is said but its "that" and a date?"""
    return bool(out) and parse.lower[out[-1]] == "that" and parse.tags[out[-1]] == "SUB"


def _main_verb_after(start: int, parse: Parse) -> int:
    """Return where the main verb follows a participle that describes its subject.

    "The figures published in May | showed a fall", else the sentence's end.
    """
    head = next((v for v in reversed(parse.verbs) if v.head < start), None)
    main = next((v for v in parse.verbs if v.first >= start and v.form == "finite"), None)
    if head is not None and head.form == "gerund":  # "men suspected of blowing up a train | fled"
        head = next((v for v in reversed(parse.verbs) if v.head < head.first), None)
    if head is None or main is None:
        return len(parse.tags)
    about = has_object_before(head.first, parse.lower, parse.tags, words("en"))
    if not about and (head.form != "participle" or not head.passive):
        return len(parse.tags)
    between = parse.tags[start : main.first]
    clause = not _OWN_SUBJECT.isdisjoint(between) or "that" in parse.lower[start : main.first]
    return len(parse.tags) if clause else main.first


def _long_modifiers(start: int, parse: Parse) -> range:
    """Return the tokens that part a long subject of what is said from its verb.

    "confirmed that the skull | dug up beside a canal in Lima | belonged to a judge".
    """
    head = next((v for v in reversed(parse.verbs) if v.head < start), None)
    if head is None or head.lemma not in words("en").reports:
        return range(0)
    verb = next((v for v in parse.verbs if v.first > start and v.form == "finite"), None)
    if verb is None or parse.ends[verb.first - 1] - parse.starts[start] < _LONG_SUBJECT:
        return range(0)
    stretch = range(start + 1, verb.first)
    if any(parse.lower[i] in BREAKS or parse.lower[i] in (",", "and") for i in stretch):
        return range(0)
    described = {v.first for v in parse.verbs if v.form == "participle"}
    first = next((i for i in stretch if i in described and parse.tags[i - 1] == "NOUN"), None)
    return range(first, verb.first) if first else range(0)


def _ends(i: int, start: int, parse: Parse) -> bool:
    """Does the clause end here, or what a label tells of it?"""
    word = parse.lower[i]
    if word in BREAKS:
        return True
    if word == ",":
        return not (_in_list(i, parse) or _joins_adjectives(i, parse))
    return _circumstance(i, start, parse)


def _circumstance(i: int, start: int, parse: Parse) -> bool:
    """Does a clause begin that only tells why, when or which?"""
    tag, word = parse.tags[i], parse.lower[i]
    if word == "that" or tag not in _CLAUSES:
        return False
    if i > start:
        return not (tag == "REL" and _infinitive_after(i, start, parse) is not None)
    stands = word in _BEFORE and parse.segment[i] == parse.segment[i - 1]
    acts = any(v.first == i + 1 for v in parse.verbs)
    stands = stands and not acts  # "appeared before a court": no clause opens
    return tag == "SUB" and word not in _CONTENT and not stands


def _opens_clause(i: int, start: int, parse: Parse) -> bool:
    """Has what follows an "and" a subject and a verb of its own, far apart though they be?"""
    ends = ("PUNCT", "SUB", "REL", "COORD")
    after = range(i + 1, len(parse.tags))
    stops = (j for j in after if parse.tags[j] in ends or parse.lower[j] == "that")
    end = next(stops, len(parse.tags))
    if not any(i < v.first < end and v.form == "finite" for v in parse.verbs):
        return False
    head = next((v for v in reversed(parse.verbs) if v.head < start), None)
    said = parse.tags[start] == "SUB" or (head and head.lemma in words("en").reports)
    return not said and not any(v.form == "finite" and start <= v.head < i for v in parse.verbs)


def _past_aside(i: int, start: int, parse: Parse) -> int | None:
    """Return the token after brackets, or after an insertion before an infinitive.

    "finds 1,300 pounds (600 kgs) of explosives", "asked Kenya, its neighbour, to leave".
    """
    word, near = parse.lower[i], slice(i + 1, i + _ASIDE)
    if word in _DASHES and i > start and word in parse.lower[near]:
        end = parse.lower.index(word, i + 1)
        on = any(v.first == end + 1 and v.form == "finite" for v in parse.verbs)
        return end + 1 if on else None  # "said the team – the third – had left"
    if word == "(" and ")" in parse.lower[near]:
        return parse.lower.index(")", i) + 1
    if word != "," or i == start or "," not in parse.lower[near] or not _intends(start, parse):
        return None
    end = parse.lower.index(",", i + 1)
    verbless = not any(i < v.first < end for v in parse.verbs)
    to = parse.tags[end + 1 : end + 2] == ["TO"] and any(v.first == end + 1 for v in parse.verbs)
    return end + 1 if verbless and to else None


def _intends(start: int, parse: Parse) -> bool:
    """Does the verb before want somebody to do something ("urge", "call for")?"""
    head = next((v for v in reversed(parse.verbs) if v.head < start), None)
    return head is not None and head.lemma in words("en").intends


def _infinitive_after(i: int, start: int, parse: Parse) -> int | None:
    """Return the infinitive that a relative clause parts from its verb ("urged all who … to …")."""
    if not _intends(start, parse):
        return None
    after = [v for v in parse.verbs if v.first > i]
    parted = len(after) > 1 and after[0].form == "finite" and after[1].form == "infinitive"
    between = parse.lower[i : after[1].first] if parted else [","]
    return after[1].first if parted and "," not in between else None


def _joins_adjectives(i: int, parse: Parse) -> bool:
    """Does a comma or an "and" stand between the adjectives of one noun ("a small, old shop")?"""
    if parse.lower[i] == "and" and parse.lower[i - 1] == ",":
        return _joins_adjectives(i - 1, parse)
    if parse.lower[i] != "," or parse.tags[i - 1] not in ("NOUN", "PART"):
        return False
    before, opens = parse.lower[i - 1], parse.tags[i - 2] in ("DET", "PREP", "PUNCT", "ADV", "VERB")
    if not opens:
        return False  # "the new president, head of …"
    if before not in label_words().adjectives and not before.endswith(ADJECTIVE):
        return False
    end = i + 1 + (parse.lower[i + 1 : i + 2] == ["and"])
    first = end
    while end < len(parse.tags) and (
        parse.tags[end] in _MODIFIES or _joins_adjectives_at(end, first, parse)
    ):
        end += 1
    verb = any(v.first == end and v.form == "finite" for v in parse.verbs)
    return "NOUN" in parse.tags[first:end] and not verb


def _joins_adjectives_at(i: int, first: int, parse: Parse) -> bool:
    """Is it a further comma of the same row of adjectives?"""
    return i > first and parse.lower[i] == "," and _joins_adjectives(i, parse)


def _has_noun(tokens: list[int], parse: Parse) -> bool:
    """Is there an object already, so that "that" only describes it?"""
    return any(parse.tags[i] in ("NOUN", "NAME") for i in tokens)


def _in_list(i: int, parse: Parse) -> bool:
    """Is this comma between the names or deeds of a list ("Poland, Hungary and …")?"""
    around = parse.tags[max(0, i - 1) : i] + parse.tags[i + 1 : i + 2]
    deeds = parse.lower[i + 2 : i + 3] == ["and"] and any(
        v.head == i - 1 and v.form == "infinitive" for v in parse.verbs
    )  # "to observe, uphold and defend it"
    return deeds or (around == ["NAME", "NAME"] and "and" in parse.lower[i + 1 : i + 8])


def shared_object(verb: VerbGroup, parse: Parse, dated: Set[int], *, room: int) -> list[int]:
    """Return the object that a second verb tells for both ("toppled and arrested the king")."""
    joint = verb.head + 1
    second = next((v for v in parse.verbs if v.first == joint + 1), None)
    if second is None or parse.lower[joint] != "and" or second.passive or verb.passive:
        return []
    tokens = predicate(second.head + 1, parse, dated, limit=room)
    return tokens if tokens and parse.tags[tokens[0]] in _OBJECT else []
