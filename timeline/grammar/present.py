"""A base or "-s" form without auxiliary → present tense, or a noun of the same form.

It must not look at auxiliaries; those are read in verbs.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.grammar.nearby import (
    AUX,
    NOMINAL_BEFORE,
    class_after,
    class_before,
    clause_start,
    closes_apposition,
)
from timeline.grammar.words import Words, verb_form

__all__ = ["is_present", "opens_clause", "rival_follows"]

_PARTICLES = frozenset({"up", "down", "out", "off", "back", "away", "over"})
_OPENS_OBJECT = frozenset({"DET", "NAME", "PRON", "TO", "NUM", "SUB"})
_RELATIVES = frozenset({"whose", "what"})
"""Words besides those of the class REL whose clause has a verb of its own."""
_BEFORE_SUBJECT = frozenset({"when", "where", "whose", "whom"})
"""Relative words that are no subject themselves."""
_DESCRIBING = ("-day", "-week", "-nation", "-party", "-way", "-level", "-led", "-backed", "-face")
"""Endings of words that only describe the noun behind them ("face-to-face talks")."""
_VERBAL = AUX | {"VERB", "PART"}
_OPENS_CLAUSE = frozenset({"DET", "NAME"})
_AFTER_VERB = frozenset({"PREP", "PUNCT", "SUB", "NOUN"})


def is_present(
    i: int, before: str, lower: Sequence[str], tags: Sequence[str], lexicon: Words
) -> bool:
    """Tell a present tense from a noun of the same form ("plans", "talks", "attack").

    The clause must have no other verb, unless the form opens_clause.
    """
    if opens_clause(before, i, lower):
        return True
    cut = _before_brackets(i, lower)
    if cut < i:  # "rebels (two groups) sign a pact"
        lower, tags = [*lower[:cut], *lower[i:]], [*tags[:cut], *tags[i:]]
        return cut > 0 and is_present(cut, class_before(tags, cut), lower, tags, lexicon)
    flags, lemma = verb_form(lower[i], lexicon)
    named = before in ("NAME", "NOUN", "NUM")
    singular = "Z" in flags and (named or before in ("PUNCT", "COORD")) and i > 0
    plural = "B" in flags and named and _several(i, lower, tags, lexicon)
    if not (singular or plural) or lower[i - 1].endswith(_DESCRIBING):
        return False
    if lemma not in lexicon.only and before == "NOUN" and _day_follows(i, lower, lexicon):
        return False  # "five hours of formal talks Tuesday with the king"
    if lemma in lexicon.only or _object_follows(i, lower, tags):
        return True
    if singular and lemma in lexicon.reports and _cites(i, lower, tags):
        return True
    if ((singular and before == "NAME") or plural) and _leaves(i, lower):
        return not rival_follows(i, lower, tags, lexicon)
    several = "Z" in lexicon.forms.get(lower[i + 1] if i + 1 < len(lower) else "", ("", ""))[0]
    if (plural or (singular and several)) and _noun_follows(i, lower, tags, lexicon):
        return True
    if singular and _breaks_out(i, lower, tags) and not rival_follows(i, lower, tags, lexicon):
        return True
    closes = singular and before == "PUNCT" and tags[max(0, i - 2)] in ("NUM", "NAME")
    if closes and closes_apposition(i, lower, tags):
        return True  # "The king, 93, resigns."
    return _alone(i, lower, tags, lexicon)


def _day_follows(i: int, lower: Sequence[str], lexicon: Words) -> bool:
    return i + 1 < len(lower) and lower[i + 1] in lexicon.calendar


def _cites(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does "as", a name and a comma make it who is cited ("as reporter Ana Pérez reports, …")?"""
    first = clause_start(i, tags)
    opened = first > 0 and lower[first - 1] == "as" and tags[i - 1] == "NAME"
    return opened and lower[i + 1 : i + 2] == [","] and _VERBAL.isdisjoint(tags[first:i])


def _before_brackets(i: int, lower: Sequence[str]) -> int:
    """Return where the words in brackets right before a token begin, the token where none stand."""
    opened: list[int] = []
    starts: dict[int, int] = {}
    if i and lower[i - 1] == ")":
        for j in range(i):
            if lower[j] == "(":
                opened.append(j)
            elif lower[j] == ")" and opened:
                starts[j] = opened.pop()
    while i - 1 in starts:
        i = starts[i - 1]
    return i


def opens_clause(before: str, i: int, lower: Sequence[str]) -> bool:
    """Is the word before a subject that only a verb can follow ("who talks", "they plan")?"""
    if before == "REL":
        return lower[i - 1] not in _BEFORE_SUBJECT  # "on the day when rebels struck"
    return before == "PRON" and lower[i - 1] != "there"


def _leaves(i: int, lower: Sequence[str]) -> bool:
    """Does a word follow that goes with verbs of leaving only ("walks away", "pulls out of")?"""
    return lower[i + 1 : i + 2] == ["away"] or lower[i + 1 : i + 3] == ["out", "of"]


def _several(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Are there several of the subject before a verb ("envoys", "A and B", "forces loyal to X")?"""
    if lower[i - 1].endswith("s") or "and" in lower[max(0, i - 4) : i]:
        return True
    first = clause_start(i, tags)
    end = next((j for j in range(first, i) if tags[j] in ("PREP", "TO")), first)
    if "and" in lower[first + 1 : end if end > first else i]:
        return True  # "She and Chilean President Ricardo Bravo meet"
    named = [j for j in range(first, end) if tags[j] in ("NOUN", "NAME")]
    return any(lower[j].endswith("s") or lower[j] in lexicon.plural for j in [*named, i - 1])


def _noun_follows(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is the next word, a noun or a verb by its form, the object ("forces open fire")?"""
    if class_after(tags, i) != "VERB" or lower[i + 1] not in lexicon.forms:
        return False
    flags, lemma = lexicon.forms[lower[i + 1]]
    noun = flags in ("B", "Z") and lemma not in lexicon.only
    return noun and not rival_follows(i + 1, lower, tags, lexicon)


def _object_follows(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does an object follow a form that could be a noun ("plans a visit")?"""
    if class_after(tags, i) in _OPENS_OBJECT and not _opens_relative(i + 1, lower, tags):
        return True
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if following in ("“", "``") or (following == '"' and lower[:i].count('"') % 2 == 0):
        return True
    return following in _PARTICLES and class_after(tags, i + 1) in _OPENS_OBJECT


def _breaks_out(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does a particle without an object follow ("Fighting breaks out in the north")?"""
    if lower[i + 1 : i + 2] not in (["out"], ["up"], ["down"], ["off"]):
        return False
    follows = class_after(tags, i + 1) in ("PREP", "PUNCT", "ADV")
    return not lower[i - 1].endswith("s") and follows


def _opens_relative(i: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does a "that" with its verb right behind it stand here ("talks that were held")?"""
    return lower[i : i + 1] == ["that"] and i + 1 < len(tags) and tags[i + 1] in AUX


def _alone(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Could no other word be the clause's verb ("The envoy arrives.", "A and B meet in Oslo")?

    The subject must open the clause: a determiner or a name, so that "peace talks" is none.
    """
    if class_after(tags, i) not in _AFTER_VERB:
        return False
    first = _past_date(clause_start(i, tags), lower, tags, lexicon)
    if tags[first] not in _OPENS_CLAUSE or first >= i:
        return False
    return _VERBAL.isdisjoint(tags[first:i]) and not rival_follows(i, lower, tags, lexicon)


def _past_date(first: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> int:
    """Return where a clause begins behind a month or day that opens it ("In May | Peru leaves")."""
    if tags[first] != "PREP":
        return first
    end = first + 1
    while end < len(tags) and (tags[end] == "NUM" or _is_calendar(end, lower, tags, lexicon)):
        end += 1
    return end if end > first + 1 and end < len(tags) else first


def _is_calendar(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    return lower[i] in lexicon.calendar or (lower[i] == "may" and tags[i] == "NAME")


def rival_follows(i: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Does another word follow that can be the clause's verb, outside relative clauses?"""
    j = i + 1
    while j < len(tags):
        if tags[j] == "REL" or lower[j] in _RELATIVES or _opens_relative(j, lower, tags):
            j = _past_verb(j, tags)
        elif (tags[j] in AUX and tags[j - 1] != "TO") or (
            tags[j] in ("VERB", "PART") and not _is_no_rival(i, j, lower, tags, lexicon)
        ):
            return True
        j += 1
    return False


def _past_verb(j: int, tags: Sequence[str]) -> int:
    """Return the last token of the first verb group behind a relative word."""
    end = next((k for k in range(j + 1, len(tags)) if tags[k] == "PUNCT"), len(tags))
    first = next((k for k in range(j + 1, end) if tags[k] in AUX), None)
    if first is None:
        return next((k for k in range(j + 1, end) if tags[k] == "VERB"), end - 1)
    while first + 1 < end and (tags[first + 1] in AUX or tags[first + 1] in ("ADV", "NOT")):
        first += 1
    return first + 1 if tags[first + 1 : first + 2] == ["VERB"] else first


def _is_no_rival(i: int, j: int, lower: Sequence[str], tags: Sequence[str], lexicon: Words) -> bool:
    """Is a form that looks like a verb a noun here, or does it only describe one, or join ``i``?"""
    before, flags = tags[j - 1], verb_form(lower[j], lexicon)[0]
    if before in NOMINAL_BEFORE or before == "TO":
        return True  # "meet without result", "vote to leave"
    if before == "COORD" and flags == verb_form(lower[i], lexicon)[0]:
        return True  # "calls on him to leave and orders …"
    if flags == "N":
        return True  # "his assets frozen"
    if flags == "G":
        described = before == "NOUN" and class_after(tags, j) in ("DET", "NUM", "NAME", "PRON")
        deed = lower[j] in lexicon.nouns_in_ing or lower[j] in lexicon.alone_in_ing
        return lower[j - 1] == "," or described or deed  # "a bill lifting the ban"
    if "N" in flags and lower[j + 1 : j + 2] == ["by"]:
        return True  # "…, backed by Kenya", "land claimed by Kenya"
    endings = ("s", "ed", "ing")
    compound = before in ("NOUN", "NAME") and not lower[j - 1].endswith("s")
    return (
        compound and flags != "D" and not lower[j].endswith(endings)
    )  # "walks away from the grain deal"
