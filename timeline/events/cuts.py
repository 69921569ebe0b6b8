"""Tokens of a label too long → those of them that end with a phrase, none waiting for what is cut.

It must not choose the tokens; predicates.py does.
"""

from __future__ import annotations

from collections.abc import Set

from timeline.events.phrases import label_words
from timeline.events.vocabulary import vocabulary
from timeline.grammar import Parse, VerbGroup
from timeline.grammar.words import words

__all__ = ["ADJECTIVE", "cut", "without_dated", "without_loose_end"]

_CONTENTS = frozenset({"whether", "that", "if", "how", "what", "who", "why"})
_CUTS = frozenset({"PREP", "COORD", "TO", "SUB", "REL"})
ADJECTIVE = (
    "al", "ic", "ive", "ous", "ful", "less", "ary", "able", "ible", "ed", "ern",
)  # fmt: skip
"""Endings by which an adjective is told from a noun."""


def cut(tokens: list[int], parse: Parse) -> list[int]:
    """Return the tokens up to where a phrase ends, nothing left that leads on to what is cut."""
    described = {v.first for v in parse.verbs if v.form in ("participle", "gerund")}
    for n in range(len(tokens) - 1, 2, -1):
        reduced = tokens[n] in described and parse.tags[tokens[n - 1]] in ("NOUN", "NAME")
        reduced = reduced and not parse.lower[tokens[n - 1]].endswith("est")  # "the strongest set"
        phrase = parse.tags[tokens[n]] in _CUTS and not _inside_row(n, tokens, parse)
        if reduced or phrase:
            return tokens[: _without_lead(n, tokens, parse)]
    return tokens


def _inside_row(n: int, tokens: list[int], parse: Parse) -> bool:
    """Does the "and" join the last of a row, or two adjectives ("peace, | security and order")?"""
    if parse.tags[tokens[n]] != "COORD":
        return False
    before = parse.lower[tokens[n - 1]]
    return before.endswith(ADJECTIVE) or any(parse.lower[i] == "," for i in tokens[:n])


def _without_lead(n: int, tokens: list[int], parse: Parse) -> int:
    """Return where to cut so that no word waits for what is cut ("rules | designed to …")."""
    forms = {v.head for v in parse.verbs if v.form in ("participle", "gerund")}
    forms = {i for i in forms if parse.lower[i] not in vocabulary().nouns}  # "months of fighting"
    infinitive = parse.tags[tokens[n]] == "TO"
    while n > 2:
        last = tokens[n - 1]
        behind = parse.tags[tokens[n - 2]] in ("NOUN", "NAME", "PREP")
        waits = infinitive and parse.lower[last] in label_words().leads_on
        if not (waits or (last in forms and behind) or parse.tags[last] in ("PREP", "DET")):
            break
        n -= 1
    return n


def without_dated(first: int, end: int, parse: Parse, dated: Set[int]) -> int:
    """Return where a noun's phrase ends without a participle whose date a label leaves out.

    "The resolution | adopted on Monday", "the envoy | arrested in May".
    """
    told = [i for i in range(first, end) if i not in dated]
    last = told[-1] if told else first
    alone = any(v.head == last and v.form == "participle" and v.passive for v in parse.verbs)
    return last if alone and last > first and last + 1 in dated else end


def without_loose_end(tokens: list[int], parse: Parse, dated: Set[int]) -> list[int]:
    """Return what a label tells of a clause, without an end that waits for what it leaves out.

    "A protest | scheduled for Friday", "ended | with the envoy saying that …", "freed him | a week
    after …", "cast doubt on claims | that their leader, …".
    """
    end = len(tokens)
    while end > 0:
        whole = end
        while whole > 1 and parse.tags[tokens[whole - 1]] == "PREP":
            whole -= 1  # what stood behind it is a date
        n = _loose_from(tokens[:whole], parse, dated)
        if n >= whole:
            break
        end = n
    return tokens[:end]


def _loose_from(tokens: list[int], parse: Parse, dated: Set[int]) -> int:
    """Return where the loose end begins, the number of tokens where there is none."""
    n, last = len(tokens), tokens[-1]
    verb = next((v for v in parse.verbs if v.head == last and v.form != "finite"), None)
    if verb is not None:
        return _waiting_from(verb, tokens, parse, dated)
    unit = parse.lower[last].removesuffix("s") in label_words().times
    if unit and parse.lower[last + 1 : last + 2] in (["after"], ["before"]):
        return n - 1 - (n > 1 and parse.tags[tokens[n - 2]] in ("DET", "NUM"))
    return _cut_content(tokens, parse)


def _waiting_from(verb: VerbGroup, tokens: list[int], parse: Parse, dated: Set[int]) -> int:
    """Return where words begin that a participle or infinitive at the end leaves waiting."""
    n, last = len(tokens), verb.head
    after = parse.lower[last + 1 : last + 2]
    if verb.form == "infinitive":  # "sends monitors | to determine whether …"
        asks = after and after[0] in _CONTENTS and verb.first in tokens[1:]
        return tokens.index(verb.first) if asks else n
    if verb.passive:
        noun = n > 1 and parse.tags[last - 1] in ("NOUN", "NAME") and tokens[-2] == last - 1
        return n - 1 if noun and not dated.isdisjoint((last + 1, last + 2)) else n
    if verb.lemma not in words("en").reports:
        return n
    return max((i for i in range(n) if parse.lower[tokens[i]] in ("with", "by")), default=n)


def _cut_content(tokens: list[int], parse: Parse) -> int:
    """Return the "that" behind a noun whose clause has lost its verb, else the number of tokens."""
    n = len(tokens)
    opens = [i for i in range(1, n) if parse.lower[tokens[i]] == "that"]
    if not opens or parse.tags[tokens[opens[-1]]] != "SUB":
        return n
    that = opens[-1]
    if parse.tags[tokens[that - 1]] != "NOUN":
        return n
    told = any(v.form == "finite" and v.head in tokens[that:] for v in parse.verbs)
    return n if told else that
