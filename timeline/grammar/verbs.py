"""Tagged words → verb groups with tense, aspect, voice, modality and negation.

It must not decide which words belong to which clause; that is clauses.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.grammar.auxiliaries import (
    FUTURE,
    Auxiliaries,
    leads_to_act,
    opens_infinitive,
    resumed,
)
from timeline.grammar.forms import bare_verb
from timeline.grammar.group import VerbGroup
from timeline.grammar.nearby import AUX
from timeline.grammar.sharing import shares_be, shares_have
from timeline.grammar.words import Words, verb_form

__all__ = ["VerbGroup", "groups"]

_HEEDED = AUX | {"TO", "NOT", "ADV", "PRON", "VERB"}
"""Classes of words that can belong to a verb group; any other word ends it."""
_IDLE = frozenset({"ADV", "PRON", "NOUN", "PREP", "PART", "NAME", "DET"})
"""Classes of words that open no group."""
_REACH = 8
"""Tokens between a verb of intention and the infinitive that hangs on it."""


def groups(lower: Sequence[str], tags: list[str], lexicon: Words) -> list[VerbGroup]:
    """Return the verb groups of one sentence, in order, and retag words that are no verbs.

    ``tags`` is corrected in place: a VERB that turns out to be a noun or an adjective becomes
    NOUN, a participle without auxiliary becomes PART.
    """
    found: list[VerbGroup] = []
    state: Auxiliaries | None = None  # None while no group is open
    last = -1
    heeded = [i for i, tag in enumerate(tags) if tag in _HEEDED]
    if not lexicon.planned.isdisjoint(lower):
        heeded = sorted({*heeded, *(i for i, w in enumerate(lower) if w in lexicon.planned)})
    for i in heeded:
        if i <= last:
            continue  # inside "had, last week, left"
        if state is not None and i > last + 1:
            last = resumed(last + 1, lower, tags) - 1
            if i <= last:
                continue
        if state is not None and i > last + 1:
            _closed(state, found)
            state = None
        last = i
        if state is None and tags[i] == "VERB":
            _bare(i, lower, tags, lexicon, found)
        elif state is not None or tags[i] not in _IDLE:
            state = _read(i, state or Auxiliaries(), lower, tags, lexicon, found)
    _closed(state, found)
    return found


def _bare(
    i: int,
    lower: Sequence[str],
    tags: list[str],
    lexicon: Words,
    found: list[VerbGroup],
    *,
    negated: bool = False,
) -> None:
    """Take in a verb without auxiliary ("never signed"), if it is a verb at all."""
    group = bare_verb(i, lower, tags, lexicon, found)
    if group is None:
        return
    group.negated = negated
    group.perfect = bool(found) and shares_have(group, found[-1], tags)
    if found and shares_be(group, found[-1], lower, tags, lexicon):
        last = found[-1]
        tags[i] = "PART" if last.form == "participle" else tags[i]
        group.passive, group.perfect = True, last.perfect
        group.tense, group.form = last.tense, last.form
    found.append(group)


def _read(
    i: int,
    state: Auxiliaries,
    lower: Sequence[str],
    tags: list[str],
    lexicon: Words,
    found: list[VerbGroup],
) -> Auxiliaries | None:
    """Take in one word that can belong to a verb group; return what is known after it."""
    word, tag = lower[i], tags[i]
    if tag in AUX or (tag == "TO" and opens_infinitive(i, lower, tags, lexicon)):
        return _auxiliary(state, i, word, tag, found)
    if tag == "NOT":
        state.negated = True
        return state
    if tag == "ADV" or (tag == "PRON" and _inverted(state, i, tags)):
        return state
    if state.be and word in lexicon.planned and leads_to_act(i + 1, lower, tags, lexicon):
        state.planned = True
        tags[i] = "ADV"
        return state
    if tag != "VERB":
        _closed(state, found)
        return None
    if state.be and state.to < 0 and _is_quality(word, lexicon):
        tags[i] = "NOUN"  # "the border was open"
        found.append(_copula(state))
        return None
    if state.first >= 0:
        found.append(_with_auxiliaries(state, i, lower, found, lexicon))
        return None
    _bare(i, lower, tags, lexicon, found, negated=state.negated)
    return None


def _closed(state: Auxiliaries | None, found: list[VerbGroup]) -> None:
    """End the group that is open, if one is."""
    if state is not None and state.stands_alone:
        found.append(_copula(state))


def _is_quality(word: str, lexicon: Words) -> bool:
    """Is it no form that follows "be" as a verb, so that it is an adjective ("close")?"""
    flags = verb_form(word, lexicon)[0]
    return "G" not in flags and "N" not in flags


def _inverted(state: Auxiliaries, i: int, tags: Sequence[str]) -> bool:
    """Is it the subject after its auxiliary ("only then will he open …")?"""
    return state.first == i - 1 and tags[i + 1 : i + 2] in (["VERB"], ["BE"], ["HAVE"])


def _auxiliary(
    state: Auxiliaries, i: int, word: str, tag: str, found: list[VerbGroup]
) -> Auxiliaries:
    if tag == "TO" and state.be:
        state.planned = True  # "is to meet"
    if tag == "TO" and state.have and not state.be:
        state = _obliged(state)
    if tag == "MODAL" or (tag == "TO" and state.first < 0):
        if state.stands_alone:
            found.append(_copula(state))
        state = Auxiliaries(negated=state.negated if tag == "TO" else False)
    if state.first < 0:
        state.first = i
    if tag == "MODAL":
        state.modal = word
    elif tag == "BE":
        state.be = state.be or word
        state.to_be = state.to_be or state.to >= 0
    elif tag == "HAVE":
        state.have = word
    elif tag == "DO":
        state.do = word
    else:
        state.to = i
    return state


def _obliged(state: Auxiliaries) -> Auxiliaries:
    """Read "has to sign" as what is still to come, "had to sign" as what was done."""
    past = state.have == "had"
    return replace(
        state, have="", be="" if past else "is", do="did" if past else "", planned=not past
    )


def _with_auxiliaries(
    state: Auxiliaries, i: int, lower: Sequence[str], found: Sequence[VerbGroup], lexicon: Words
) -> VerbGroup:
    flags, lemma = verb_form(lower[i], lexicon)
    infinitive = lower[state.first] == "to" and not state.have and not state.modal
    governor = found[-1] if infinitive and found and state.to - found[-1].head <= _REACH else None
    intended = governor is not None and (
        governor.lemma in lexicon.intends
        or (governor.form == "participle" and lower[governor.head] in lexicon.planned)
    )  # "hopes to meet", "talks set to resume"
    tried = governor is not None and governor.lemma in lexicon.attempts and not governor.plan
    tried = tried and governor is not None and governor.tense == "past"
    progressive = bool(state.be) and "G" in flags
    done = lower[state.first] == "having"  # "having lured them away", "listed as having"
    return VerbGroup(
        first=state.first,
        head=i,
        lemma=lemma,
        form="infinitive" if infinitive else "participle" if done else "finite",
        tense=governor.tense if governor else state.tense(),
        passive=state.binds and not progressive and "N" in flags,
        perfect=bool(state.have),
        progressive=progressive,
        negated=state.negated,
        modal="" if state.modal in FUTURE else state.modal,
        plan=state.planned or (intended and not tried) or lower[state.first - 1] == "due",
        intended_by=governor.head if governor and intended else -1,
    )


def _copula(state: Auxiliaries) -> VerbGroup:
    """Close a group whose last word is "be" or "have" itself ("is a member", "had reports")."""
    tense = state.tense()
    if state.have and not state.be and not state.modal:
        tense = "past" if state.have == "had" else "present"
    return VerbGroup(
        first=max(state.first, 0),
        head=max(state.first, 0),
        lemma="be" if state.be else "have" if state.have else "do",
        form="infinitive" if state.to >= 0 and not state.modal else "finite",
        tense=tense,
        perfect=bool(state.have and state.be),
        negated=state.negated,
        modal="" if state.modal in FUTURE else state.modal,
        plan=state.planned,
    )
