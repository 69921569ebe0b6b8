"""The words that may report an event: what the data file gives, and what a sentence makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

import pytest
from marked import events, parse, rows

from timeline.errors import DataFileError
from timeline.events import candidates, vocabulary
from timeline.events.candidates import Candidate
from timeline.grammar import Parse
from timeline.grammar.words import words
from timeline.lexicon import table

DATA = table("lang/en.events")
TYPES = table("event_types")
KNOWN = vocabulary.vocabulary()


def found(sentence: str) -> list[str]:
    parsed = parse(sentence)
    return [_said(c, parsed) for c in candidates.find(parsed, 0, KNOWN)]


def _said(candidate: Candidate, parsed: Parse) -> str:
    ending = " ".join(parsed.text[candidate.token : candidate.token + 1 + candidate.particles])
    carried = f" by {candidate.carried_by}" if candidate.carried_by else ""
    return f"{ending}: {candidate.type} {candidate.strength}{carried}"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The army attacked the port.", ["attacked: attack strong"]),
        ("The army bombed the port and seized the town.",
         ["bombed: attack strong", "seized: attack strong"]),
        ("The two sides held talks.", ["talks: talks strong by hold"]),
        ("The two sides signed a treaty.", ["treaty: agreement strong by sign"]),
        ("Talks began in Oslo.", ["Talks: talks strong by begin"]),
        ("The talks were cancelled.", ["talks: talks strong by cancel"]),
        ("A summit is scheduled for May.", ["summit: meeting strong by schedule"]),
        ("Kenya called off the talks.", ["talks: talks strong by call off"]),
        ("Kenya called for talks.", ["called for: demand strong", "talks: talks strong"]),
        ("The king stepped down.", ["stepped down: office strong"]),
        ("The king stepped out.", ["stepped: other weak"]),
        ("Kenya pulled out of the league.", ["pulled out: withdrawal strong"]),
        ("Police shot down a plane.", ["shot down: attack strong"]),
        ("Police shot a man.", ["shot: attack strong"]),
        ("He announced a plan.", ["announced: statement strong"]),
        ("The figures tell a story.", ["tell: statement report"]),
        ("The king is ill.", ["is: other state"]),
        ("The king knows the queen.", ["knows: other state"]),
        ("The attack helicopters landed.", ["landed: visit strong"]),
        ("The phone call ended.", ["call: call strong by end"]),
        ("The news conference ended.", ["conference: statement strong by end"]),
        ("The press was angry.", ["was: other state"]),
        ("Ann Lee became president.", ["became: office strong"]),
        ("Kenya became more cautious.", ["became: other weak"]),
        ("The kidnappings went on.", ["kidnappings: coercion strong", "went: other weak"]),
        ("Kenya attacked, as it had done before.",
         ["attacked: attack strong", "done: other echo"]),
        ("The G7 and NATO summits opened.",
         ["summits: meeting strong by open", "summits: meeting strong"]),
        ("The two armies exchanged fire.", ["exchanged: attack strong"]),
        ("The two sides exchanged letters.", ["exchanged: other weak"]),
        ("An exchange of fire took place.", ["fire: attack strong by take place"]),
        ("Kenya tightened security.", ["tightened: deployment strong"]),
        ("Kenya tightened sanctions.",
         ["tightened: sanction strong", "sanctions: sanction strong"]),
        ("Kenya blocked a corridor.", ["blocked: coercion strong"]),
        ("Kenya blocked a bill.", ["blocked: rejection strong"]),
        ("Villagers blocked a road.", ["blocked: protest strong"]),
        ("A riot broke out.", ["riot: protest strong", "broke out: protest strong"]),
        ("A cold morning.", []),
        ("The elections were free.", ["elections: election strong", "were: other state"]),
        ("The border was open.", ["was: other state"]),
    ],
    ids=str,
)  # fmt: skip
def test_find_gives_each_word_that_may_be_an_event(sentence: str, expected: list[str]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "words_"),
    [
        ("The army has attacked the port.", "has attacked"),
        ("They will not attack.", "will not attack"),
        ("The news conference ended.", "news conference"),
        ("They attacked.", "attacked"),
    ],
    ids=str,
)
def test_the_span_of_a_candidate_is_the_verb_group_or_the_noun(sentence: str, words_: str) -> None:
    parsed = parse(sentence)
    (candidate, *_) = candidates.find(parsed, 0, KNOWN)

    span = candidate.span(parsed)

    assert sentence[span.start : span.end] == words_


def test_candidates_of_a_sentence_have_each_a_token_of_their_own() -> None:
    parsed = parse("The G7 and NATO summits opened and Kenya attacked.")

    own = [c.own_token for c in candidates.find(parsed, 0, KNOWN)]

    assert len(own) == len(set(own)) == 3


def test_an_echo_stands_for_the_verb_before() -> None:
    parsed = parse("Kenya attacked, as it had done before.")

    attacked, done = candidates.find(parsed, 0, KNOWN)

    assert done.echoes is attacked


def entries(part: str) -> Iterator[tuple[str, str]]:
    for type_, listed in DATA[part].items():
        for entry in listed.replace("\n", " ").split("|"):
            yield type_, " ".join(entry.split())


def test_every_type_has_a_word() -> None:
    told = {type_ for part in ("verbs", "nouns") for type_, _ in entries(part)}

    assert told == TYPES.keys() - {"other"}


def test_no_entry_is_empty() -> None:
    assert [e for part in ("verbs", "nouns") for e in entries(part) if not e[1]] == []


def test_every_verb_of_an_event_is_known_to_the_grammar() -> None:
    """A verb that the grammar cannot inflect is found in its base form only."""
    heads = {entry.split()[0] for _, entry in entries("verbs")}

    assert sorted(h for h in heads - {"found", "wound"} if h not in words().forms) == []


@pytest.mark.parametrize(
    ("noun", "type_"),
    [("summit", "meeting"), ("summits", "meeting"), ("treaty", "agreement"),
     ("treaties", "agreement"), ("crises", "state_change"), ("crisis", "state_change"),
     ("talks", "talks"), ("kidnappings", "coercion"), ("coups", "attack"),
     ("embargoes", "sanction"),
     ("speeches", "statement"), ("agencies", None), ("talkses", None)],
    ids=str,
)  # fmt: skip
def test_nouns_are_known_in_singular_and_plural(noun: str, type_: str | None) -> None:
    assert [t for before, t in KNOWN.nouns.get(noun, ()) if not before][:1] == (
        [type_] if type_ else []
    )


def test_longer_phrases_come_first() -> None:
    for listed in (*KNOWN.verbs.values(), *KNOWN.nouns.values()):
        lengths = [len(phrase) for phrase, _ in listed]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_an_unknown_type_is_named(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {**DATA, part: {**DATA[part], "quarrel": "bicker"}}

    def tables(name: str) -> Any:
        return MappingProxyType(wrong) if name == "lang/en.events" else table(name)

    monkeypatch.setattr(vocabulary, "table", tables)
    with pytest.raises(DataFileError) as caught:
        vocabulary.vocabulary.__wrapped__("en")

    message = str(caught.value)
    assert message.startswith(f"data/lang/en.events.toml: [{part}] has the unknown type 'quarrel'")
    assert "choose one of: meeting, call" in message


def test_an_unknown_type_of_a_sense_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"leave": {"object": {"quarrel": "league"}}}

    def tables(name: str) -> Any:
        return MappingProxyType(wrong) if name == "lang/en.events.senses" else table(name)

    monkeypatch.setattr(vocabulary, "table", tables)
    with pytest.raises(DataFileError, match=r"\[leave\.object\] has the unknown type 'quarrel'"):
        vocabulary.vocabulary.__wrapped__("en")


def test_every_word_of_several_senses_is_listed() -> None:
    listed = {entry for part in ("verbs", "nouns") for _, entry in entries(part)}
    known = listed | words().forms.keys()  # a verb without an event type of its own may have some

    senses = {word for heading in table("lang/en.events.senses") for word in heading.split("|")}
    assert sorted(senses - known) == []


def test_a_language_without_event_words_names_the_file() -> None:
    with pytest.raises(DataFileError, match=r"data/lang/xx\.events\.toml: no such file"):
        vocabulary.vocabulary("xx")


@pytest.mark.parametrize(("sentence", "type_"), rows("events_types"))
def test_an_event_has_the_type_that_a_reader_would_give_it(sentence: str, type_: str) -> None:
    assert [e.type for e in events(sentence)] == [type_]


def test_no_word_is_listed_under_two_types() -> None:
    listed = [(part, entry) for part in ("verbs", "nouns") for _, entry in entries(part)]

    assert sorted({entry for entry in listed if listed.count(entry) > 1}) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya ruled Uganda in 1998.",
        "Ann Okoth founded a venture called Orion in Oslo.",
        "The legion numbered 30,000 men in 1917.",
        "Historians mark 1911 as the end of the war.",
    ],
)
def test_what_tells_of_no_change_is_no_event(sentence: str) -> None:
    told = ("rules", "is called", "number", "mark")

    assert [e.label for e in events(sentence) if any(w in e.label.lower() for w in told)] == []


def test_what_nobody_in_particular_did_is_no_event() -> None:
    assert events("Kenya helps those who have fought for freedom.") == []
