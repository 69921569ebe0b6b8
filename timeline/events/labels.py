"""Event → the one line a historian would write for it, from the text's own words.

A good label: who, act, object, place; historical present ("North Korea expels UN inspectors"),
"to meet" for a plan; no date (the timeline shows it), no leading conjunction, no pronoun, no
reporting frame, at most 90 characters, cut only at a phrase's end. It must not add a fact.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.participants import Participants
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.words import inflections, words
from timeline.model import Actor, Span, Status, Timex

__all__ = ["label"]

MAX_CHARS = 90
_PHRASE = frozenset({"DET", "NOUN", "NAME", "NUM", "POSS", "PART", "ADV"})
_JOINS = frozenset({"of", "between", "with", "on", "in", "against", "over", "to", "for", "at", "by",
                    "from", "into", "about", "near", "and"})  # fmt: skip
_DANGLING = frozenset({"PREP", "DET", "COORD", "TO", "SUB", "REL", "POSS", "MODAL", "BE", "HAVE"})
_BEFORE_DATES = frozenset(
    [
        "on",
        "in",
        "at",
        "since",
        "until",
        "by",
        "from",
        "during",
        "late",
        "early",
        "this",
        "the",
        "before",
        "after",
    ]
)
_PAIRED = frozenset({"meeting", "call", "talks", "visit"})
_OPENERS = frozenset({"(", ")", '"', "“", "”", "``", "''", "--", "—", ";", ":", "–", "_"})


def label(
    candidate: Candidate,
    parse: Parse,
    people: Participants,
    timexes: Sequence[Timex],
    *,
    status: Status,
) -> str:
    """Return the label of one event; empty when its words make none.

    Args:
        candidate: The event's word.
        parse: Its sentence.
        people: Its actors.
        timexes: Every timex of the sentence; their words are left out.
        status: A plan is told as one.
    """
    dated = _dated(parse, timexes)
    if candidate.noun:
        return _noun_label(candidate, parse, people, dated)
    verb = candidate.verb
    return _verb_label(verb, parse, people, dated, status) if verb else ""


def _dated(parse: Parse, timexes: Sequence[Timex]) -> set[int]:
    """Return the tokens that belong to dates, with the preposition or determiner before them."""
    out: set[int] = set()
    for timex in timexes:
        first = parse.token_at(timex.span.start)
        out.update(range(first, parse.token_at(timex.span.end - 1) + 1))
        while first > 0 and parse.lower[first - 1] in _BEFORE_DATES:
            first -= 1
            out.add(first)
    return out


def _name(actor: Actor) -> str:
    """Return the short name of an actor: a person's last name, as later mentions use it."""
    return actor.label.split()[-1] if actor.kind == "person" else actor.label


def _listed(actors: Sequence[Actor]) -> str:
    names = [_name(a) for a in _lead(actors)][:4]
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def _lead(actors: Sequence[Actor]) -> list[Actor]:
    """Leave out the states whose own people act ("US President Biden" is Biden)."""
    countries = {a.country for a in actors if a.kind == "person"}
    lead = [a for a in actors if a.kind == "person" or a.actor_id not in countries]
    return lead or list(actors)


def _verb_label(
    verb: VerbGroup, parse: Parse, people: Participants, dated: set[int], status: Status
) -> str:
    who = _subject(parse, people, dated)
    act = _act(verb, parse, status, plural=_is_plural(who))
    rest = _rest(verb.head + 1, parse, dated)
    if not who and not (rest and verb.passive):
        who = _listed(people.initiators)
    if not who:
        return ""
    return _finish(" ".join(part for part in (who, act, rest) if part))


def _subject(parse: Parse, people: Participants, dated: set[int]) -> str:
    """Return the subject: names where it is names, else the text's own noun phrase."""
    if people.subject is None:
        return ""
    first, end = people.subject
    named = [m for m in people.heads if m.role in ("name", "pronoun", "capital", "office")]
    covered = {
        i
        for m in named
        for i in range(parse.token_at(m.span.start), parse.token_at(m.span.end - 1) + 1)
    }
    loose = [i for i in range(first, end) if i not in covered and i not in dated]
    ends_in_name = (end - 1) in covered or not loose
    if named and (ends_in_name or parse.tags[first] == "PRON") and not _headed(loose, parse):
        return _listed([m.actor for m in named])
    if any(parse.tags[i] == "PRON" for i in range(first, end)):
        return ""
    return _text(range(first, end), parse, dated)


def _headed(loose: Sequence[int], parse: Parse) -> bool:
    """Do words beside the names head the phrase ("leader of a UN team")?"""
    return any(parse.tags[i] in ("NOUN", "NAME", "NUM") for i in loose)


def _is_plural(who: str) -> bool:
    return " and " in who or (who[-1:] == "s" and who[-2:] not in ("ss", "us", "is", "es"))


def _act(verb: VerbGroup, parse: Parse, status: Status, *, plural: bool) -> str:
    """Return the verb in the historical present, as a plan, or as a passive participle."""
    if verb.passive:
        return parse.lower[verb.head]
    forms = dict(_all_forms(verb.lemma))
    if verb.negated:
        return f"{'do' if plural else 'does'} not {verb.lemma}"
    if status in ("planned", "hypothetical"):
        return f"{'may' if status == 'hypothetical' else 'to'} {verb.lemma}"
    return verb.lemma if plural else forms.get("Z", verb.lemma)


def _all_forms(lemma: str) -> list[tuple[str, str]]:
    known = words("en").forms
    for flag, form in inflections(lemma):
        if flag == "Z" and "Z" in known.get(form, ("", ""))[0]:
            return [("Z", form)]
    return list(inflections(lemma))


def _rest(start: int, parse: Parse, dated: set[int]) -> str:
    """Return what follows the verb, up to the end of its phrase."""
    tokens: list[int] = []
    for i in range(start, len(parse.tags)):
        if parse.lower[i] in _OPENERS and tokens and parse.lower[i] not in ('"', "“", "”"):
            break
        if parse.tags[i] in ("REL", "SUB") or (parse.lower[i] == "," and not _in_list(i, parse)):
            break
        if parse.segment[i] != parse.segment[start - 1] and parse.tags[i] == "COORD":
            break
        if i in dated or parse.text[i] == ".":
            if tokens and i in dated:
                break
            continue
        tokens.append(i)
        if parse.ends[i] - parse.starts[tokens[0]] > MAX_CHARS - 25:
            break
    return _text(tokens, parse, dated)


def _in_list(i: int, parse: Parse) -> bool:
    """Is this comma between the names of a list ("Poland, Hungary and …")?"""
    around = parse.tags[max(0, i - 1) : i] + parse.tags[i + 1 : i + 2]
    return around == ["NAME", "NAME"]


def _noun_label(candidate: Candidate, parse: Parse, people: Participants, dated: set[int]) -> str:
    first = candidate.first
    while first > 0 and first - 1 not in dated and parse.tags[first - 1] in (
        "NOUN", "NAME", "NUM", "POSS", "PART",
    ):  # fmt: skip
        first -= 1
    end = _phrase_end(candidate.token + 1, parse, dated)
    text = _text(range(first, end), parse, dated)
    persons = [a for a in people.all if a.kind == "person"]
    pair = _lead(people.all)[:2]
    if (
        candidate.type in _PAIRED
        and len(persons) == 2
        and not any(_name(p) in text for p in persons)
    ):
        return _finish("–".join(_name(p) for p in persons) + " " + _decapitalised(text))
    if candidate.verb is not None and people.initiators and not any(_name(a) in text for a in pair):
        return _finish(f"{_listed(people.initiators)}: {_decapitalised(text)}")
    return _finish(text)


def _phrase_end(i: int, parse: Parse, dated: set[int]) -> int:
    """Return the token after the noun's own phrase and the prepositional phrases on it."""
    here = parse.segment[i - 1]
    while i < len(parse.tags) and i not in dated:
        joined = parse.tags[i] in _PHRASE or parse.lower[i] in _JOINS
        if not joined or (parse.segment[i] != here and parse.lower[i] != "and"):
            break
        if any(v.first == i and v.form != "gerund" for v in parse.verbs):
            break
        i += 1
    return i


def _text(tokens: Sequence[int] | range, parse: Parse, dated: set[int]) -> str:
    """Join tokens as they stood, without the words of dates and without loose ends."""
    keep = [i for i in tokens if i not in dated]
    while keep and (parse.tags[keep[-1]] in _DANGLING or parse.lower[keep[-1]] in _OPENERS):
        keep.pop()
    while keep and (parse.tags[keep[0]] in ("COORD", "POSS") or parse.lower[keep[0]] in (",", ":")):
        keep.pop(0)
    if keep and parse.lower[keep[0]] in ("the", "a", "an"):
        keep.pop(0)
    out = ""
    for n, i in enumerate(keep):
        glued = n == 0 or parse.starts[i] == parse.ends[keep[n - 1]]
        out += ("" if glued else " ") + parse.text[i]
    return out.strip(" ,;:")


def _decapitalised(text: str) -> str:
    """Lower the first letter of a common word; leave names and acronyms as they are."""
    head = text.split(" ", 1)[0].lower()
    return text[:1].lower() + text[1:] if head in words("en").forms else text


def _finish(text: str) -> str:
    text = " ".join(text.split()).rstrip(" .,;:-–")
    if len(text) > MAX_CHARS:
        cut = text[: MAX_CHARS + 1].rsplit(" ", 1)[0]
        text = cut.rstrip(" .,;:-–")
    return text[:1].upper() + text[1:]


def span_of(candidate: Candidate, parse: Parse) -> Span:
    """Return the characters of an event's word."""
    return Span(parse.starts[candidate.first], parse.ends[candidate.token])
