"""Verb groups, tenses, clauses and governors of single sentences; word tables of the data file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from marked import document, marked, parse, rows

from timeline.errors import DataFileError
from timeline.grammar import Grammar, VerbGroup
from timeline.grammar.words import inflections, words
from timeline.lexicon import table
from timeline.model import Span

FLAGS = ("passive", "perfect", "progressive", "negated", "plan")
DATA = table("lang/en.grammar")["verbs"]
IRREGULAR = tuple(tuple(line.split()) for line in DATA["irregular"].strip().splitlines())
REGULAR = tuple(DATA["regular"].split())
SHARED = {"lay": {"lie", "lay"}, "found": {"find", "found"}, "wound": {"wind", "wound"}}
"""Forms of two verbs: the one listed first has them."""
SAME = {"fulfill": "fulfil", "cancelled": "cancel", "travelled": "travel"}
"""Entries that are another spelling or a form of a verb listed too."""


def described(verb: VerbGroup, sentence: str) -> str:
    """A verb group as the table writes it: base form, form, tense, and what is special."""
    said = [verb.lemma, verb.form, verb.tense, *(f for f in FLAGS if getattr(verb, f))]
    said += [f"modal={verb.modal}"] if verb.modal else []
    said += [f"by={parse(sentence).lower[verb.intended_by]}"] if verb.intended_by >= 0 else []
    return " ".join(said)


@pytest.mark.parametrize(("sentence", "verbs"), rows("grammar"))
def test_groups_are_exactly_the_verbs_of_the_sentence(sentence: str, verbs: str) -> None:
    assert "; ".join(described(v, sentence) for v in parse(sentence).verbs) == verbs


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The envoy arrived.", "past"),
        ("The envoy is here.", "present"),
        ("The envoy will arrive.", "future"),
        ("The envoy would arrive.", "future"),
        ("The envoy is to arrive.", "future"),
        ("The envoy was to arrive.", "future"),
        ("The envoy was due to arrive.", "future"),
    ],
    ids=str,
)
def test_when_says_where_a_plan_points(sentence: str, when: str) -> None:
    assert parse(sentence).verbs[-1].when == when


@pytest.mark.parametrize(
    ("sentence", "is_verb"),
    [
        ("The [talks] failed.", False),
        ("The envoy [talks] to rebels.", True),
        ("Oslo [plans] a fair.", True),
        ("Their [plans] failed.", False),
        ("The [attack] failed.", False),
        ("Rebels [attack] the port.", True),
        ("The army [attacks] the port.", True),
        ("Two [attacks] followed.", False),
        ("They held a [vote] in Oslo.", False),
        ("They [vote] in May.", True),
        ("The two sides will [vote].", True),
        ("His [visit] ended.", False),
        ("The [summit] meeting ended.", False),
        ("The group, [founded] in Oslo, grew.", False),
        ("The [united] front broke.", False),
        ("The peace [meeting] ended.", False),
        ("They are [meeting] now.", True),
        ("In [spring] he left.", False),
        ("The foreign-[backed] group left.", False),
    ],
    ids=str,
)
def test_a_form_is_a_verb_only_where_it_stands_as_one(sentence: str, is_verb: bool) -> None:
    made = marked(sentence)
    parsed = parse(made.text)
    word = sentence[sentence.index("[") + 1 : sentence.index("]")]
    token = next(i for i, t in enumerate(parsed.text) if t.endswith(word))

    assert (parsed.tags[token] == "VERB") == is_verb
    assert any(v.head == token and v.form == "finite" for v in parsed.verbs) == (
        is_verb and not sentence.startswith("In")
    )


@pytest.mark.parametrize(
    ("sentence", "tag"),
    [
        ("The king's visit ended.", "POSS"),
        ("Oslo’s mayor left.", "POSS"),
        ("Tuesday's call ended.", "POSS"),
        ("It's over.", "BE"),
        ("He's leaving.", "BE"),
        ("That's true.", "BE"),
        ("There’s hope.", "BE"),
        ("Who's next?", "BE"),
    ],
    ids=str,
)
def test_apostrophe_s_is_a_possessive_or_is(sentence: str, tag: str) -> None:
    parsed = parse(sentence)

    assert parsed.tags[parsed.lower.index("'s")] == tag


@pytest.mark.parametrize(
    ("sentence", "first", "second", "together"),
    [
        ("The king met the queen on Monday.", "met", "Monday", True),
        ("The king met the queen and the mayor.", "met", "mayor", True),
        ("The king met the queen and the mayor left.", "met", "mayor", False),
        ("The king left after June.", "left", "June", True),
        ("The king left after he spoke.", "left", "spoke", False),
        ("The king left because it rained.", "left", "rained", False),
        ("The king, who was ill, left.", "was", "left", False),
        ("On Monday, the king left.", "Monday", "left", False),
        ("The king left; the mayor stayed.", "left", "stayed", False),
        ("The king said that the war was over.", "said", "was", False),
        ("The king (a poet) wrote it.", "poet", "wrote", False),
        ("The king left in May but returned.", "left", "returned", False),
    ],
    ids=str,
)
def test_segments_part_clauses_and_keep_phrases(
    sentence: str, first: str, second: str, together: bool
) -> None:
    parsed = parse(sentence)
    one, other = (parsed.segment[parsed.text.index(word)] for word in (first, second))

    assert (one == other) == together


@pytest.mark.parametrize(
    "sentence",
    [
        "On {Monday}, the king [arrived].",
        "On {Monday} the king [arrived].",
        "In {June}, after months of rain, the king [arrived].",
        "In {June}, the king, who is ill, [arrived].",
        "The king [arrived] on {Monday}.",
        "The king [arrived] in Oslo, on {Monday}, to rest.",
        "The king said the queen [arrived] on {Monday}.",
        "The king [said] on {Monday} that she arrived.",
        "The king, who [arrived] on {Monday}, rested.",
        "The king slept and the queen [arrived] on {Monday}.",
        "The king will [arrive] on {Monday}, and rest.",
        "The king hopes to [arrive] on {Monday}.",
    ],
    ids=str,
)
def test_governor_is_the_verb_of_the_place(sentence: str) -> None:
    made = marked(sentence)
    parsed = parse(made.text)

    verb = parsed.governor(made.timexes[0].span)

    assert verb is not None
    assert (made.owners[0][0], parsed.text[verb.head]) == made.owners[0]


@pytest.mark.parametrize("sentence", ["A cold morning in Oslo", "12 345", "“ ”", "…"], ids=str)
def test_governor_of_a_sentence_without_verb_is_none(sentence: str) -> None:
    parsed = parse(sentence)

    assert parsed.verbs == []
    assert parsed.governor(Span(0, len(sentence))) is None


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The king arrived on {Monday}.", "past"),
        ("The king will arrive on {Monday}.", "future"),
        ("The king is due to arrive on {Monday}.", "future"),
        ("The king hopes to arrive on {Monday}.", "future"),
        ("The king is in Oslo on {Monday}.", "present"),
        ("A {Monday} in Oslo", None),
    ],
    ids=str,
)
def test_tense_at_is_that_of_the_governing_verb(sentence: str, tense: str | None) -> None:
    made = marked(sentence)

    assert Grammar(document(made.text)).tense_at(made.timexes[0].span) == tense


def test_tense_at_finds_the_sentence_of_the_place() -> None:
    made = document("The king left.", "The queen will arrive.")
    grammar = Grammar(made)

    tenses = [grammar.tense_at(Span(made.text.index(w), made.text.index(w) + 4)) for w in
              ("king", "queen")]  # fmt: skip

    assert tenses == ["past", "future"]


def test_tense_at_is_none_in_a_document_without_sentences() -> None:
    assert Grammar(document()).tense_at(Span(0, 0)) is None


@pytest.mark.parametrize("sentence", ["The U.S. envoy, aged 41, didn't say: “No!” — 3.5%…", "'s"])
def test_tokens_stand_where_they_say(sentence: str) -> None:
    parsed = parse(sentence)

    pieces = [sentence[a:b] for a, b in zip(parsed.starts, parsed.ends, strict=True)]

    assert pieces == parsed.text
    assert "".join(pieces) == sentence.replace(" ", "")
    assert len(parsed.tags) == len(parsed.lower) == len(parsed.segment) == len(parsed.text)


def bases() -> Iterator[tuple[str, str, str, bool]]:
    for base, past, participle in IRREGULAR:
        yield base, past, participle, False
    for entry in REGULAR:
        yield entry.rstrip("+"), "", "", entry.endswith("+")


@pytest.mark.parametrize("verb", list(bases()), ids=lambda verb: verb[0])
def test_every_form_of_a_verb_leads_back_to_it(verb: tuple[str, str, str, bool]) -> None:
    base, past, participle, doubles = verb
    known = words("en")
    for flag, form in inflections(base, past, participle, doubles=doubles):
        if form in DATA["never"].split():
            continue
        flags, lemma = known.forms[form]
        assert flag in flags, form
        assert lemma in SHARED.get(form, {base, SAME.get(base)}), form


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("travelled", "travel"), ("travelling", "travel"), ("met", "meet"), ("vetoes", "veto"),
        ("vetoed", "veto"), ("ratifies", "ratify"), ("ratified", "ratify"), ("signed", "sign"),
        ("ordering", "order"), ("opening", "open"), ("admitting", "admit"), ("setting", "set"),
        ("meeting", "meet"), ("seeing", "see"), ("agreeing", "agree"), ("dying", "die"),
        ("fleeing", "flee"), ("begun", "begin"), ("withdrew", "withdraw"), ("overran", "overrun"),
        ("stays", "stay"), ("crosses", "cross"), ("imposing", "impose"), ("hitting", "hit"),
        ("labelled", "label"), ("signalled", "signal"), ("freed", "free"),
        ("cancelled", "cancel"), ("cancelling", "cancel"),
        ("quitting", "quit"),
        ("fuelled", "fuel"),
    ],
    ids=str,
)  # fmt: skip
def test_forms_are_spelt_as_english_spells_them(form: str, base: str) -> None:
    flags, lemma = words("en").forms.get(form, ("", ""))

    assert (lemma, bool(set(flags) - {"B"}) or form == base) == (base, True)


def test_words_of_a_language_without_grammar_names_the_file() -> None:
    with pytest.raises(DataFileError, match=r"data/lang/xx\.grammar\.toml: no such file"):
        words("xx")
