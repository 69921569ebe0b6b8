"""Who acts, who is acted upon and where: tables/events_participants.tsv, and subjects by phrase."""

from __future__ import annotations

import pytest
from marked import events, marked, parse, rows

from timeline.events.represent import titled, with_states
from timeline.events.subjects import subject
from timeline.model import Actor, Mention, Span

BIDEN = Actor("joe-biden", "Joe Biden", "person", "USA")
USA = Actor("USA", "United States", "state", "USA")
PEREZ = Actor("ana-perez", "Ana Pérez", "person", "CHL")
CHILE = Actor("CHL", "Chile", "state", "CHL")
EXPERT = Actor("jo-lee", "Jo Lee", "person", "USA")


@pytest.mark.parametrize(
    ("sentence", "initiators", "targets", "place"), rows("events_participants")
)
def test_participants_are_those_of_the_clause(
    sentence: str, initiators: str, targets: str, place: str
) -> None:
    told = [e for e in events(sentence) if e.timex]

    assert [(" ".join(e.initiators), " ".join(e.targets), e.place) for e in told] == [
        (initiators, targets, place)
    ]


def test_two_clauses_have_each_their_own_actors() -> None:
    told = events("Kenya attacked Uganda in 1998 and Chile invaded Peru in 2001.")

    assert [[a.actor_id for a in e.actors] for e in told] == [["KEN", "UGA"], ["CHL", "PER"]]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The envoy [arrived].", "The envoy"),
        ("{Yesterday}, the old envoy [arrived].", "the old envoy"),
        ("In Oslo, the envoy [arrived].", "the envoy"),
        ("After months of rain and war, the envoy [left].", "the envoy"),
        ("But the king [left].", "the king"),
        ("Surprisingly, the king [left].", "the king"),
        ("On {Monday}, talks [resumed].", "talks"),
        ("The king of Norway [arrived].", "The king of Norway"),
        ("The king, the queen and the mayor [arrived].", "The king, the queen and the mayor"),
        ("Two of the ships [sank].", "Two of the ships"),
        ("The envoy, who [arrived] early, slept.", "The envoy"),
        ("The envoy, who arrived early, [slept].", "The envoy"),
        ("The deal, which the king [praised], is dead.", "the king"),
        ("The envoy, a Norwegian, [left].", "The envoy"),
        ("The envoy slept and [ate].", "The envoy"),
        ("The king slept and the queen [left].", "the queen"),
        ("When the king [left], the queen slept.", "the king"),
        ("When the king left, the queen [slept].", "the queen"),
        ("The mayor said the king [left].", "the king"),
        ("The mayor said that the king [left].", "the king"),
        ("“We left,” the king [said].", "the king"),
        ("The envoy came to [sign] it.", "The envoy"),
        ("The envoy hopes to [travel].", "The envoy"),
        ("They invited the rebels to [return].", "the rebels"),
        ("The rebels promised the king to [leave].", "The rebels"),
        ("The treaty [signed] in Oslo is dead.", "The treaty"),
        ("The treaty, [signed] in Oslo, is dead.", "The treaty"),
        ("Arriving late, the envoy [slept].", "the envoy"),
        ("[Arriving] late, the envoy slept.", "the envoy"),
        ("The king, having [signed] it, left.", "The king"),
        ("It [rained].", "It"),
        ("Both [left].", "Both"),
        pytest.param(
            "In Oslo on {Monday} the envoy [arrived].", "the envoy",
            marks=pytest.mark.xfail(reason="a fronted phrase without comma hides the subject"),
        ),
        ("The envoy, the king [said], slept.", "the king"),
        ("The envoy, the king said, [slept].", "The envoy"),
        ("A day after the raid, the envoy [left].", "the envoy"),
    ],
    ids=str,
)  # fmt: skip
def test_subject_is_the_phrase_that_acts(sentence: str, phrase: str) -> None:
    made = marked(sentence)
    parsed = parse(made.text)
    word = sentence[sentence.index("[") + 1 : sentence.index("]")]
    verb = next(v for v in parsed.verbs if parsed.text[v.head] == word)
    dated = {
        i
        for t in made.timexes
        for i in range(parsed.token_at(t.span.start), parsed.token_at(t.span.end - 1) + 1)
    }

    found = subject(verb, parsed, frozenset(dated))

    assert found is not None
    assert made.text[parsed.starts[found[0]] : parsed.ends[found[1] - 1]] == phrase


def test_an_office_holder_brings_the_state() -> None:
    assert with_states([BIDEN]) == (BIDEN, USA)


def test_a_state_is_not_brought_twice() -> None:
    assert with_states([USA, BIDEN]) == (USA, BIDEN)


def test_a_person_without_office_brings_no_state() -> None:
    assert with_states([EXPERT]) == (EXPERT,)


def test_a_person_with_an_office_in_the_text_brings_the_state() -> None:
    assert with_states([PEREZ], {"ana-perez"}) == (PEREZ, CHILE)


@pytest.mark.parametrize(
    ("words", "is_titled"),
    [
        ("Foreign Minister Ana Pérez", True),
        ("President Ana Pérez", True),
        ("former President Ana Pérez", False),
        ("poet Ana Pérez", False),
        ("Ana Pérez", False),
    ],
    ids=str,
)
def test_titled_are_the_persons_with_an_office(words: str, is_titled: bool) -> None:
    head = Span(words.index("Ana"), len(words))
    mention = Mention(Span(0, len(words)), PEREZ, "name", head)

    assert titled([mention], words) == ({"ana-perez"} if is_titled else frozenset())


@pytest.mark.xfail(reason="a verb joined after a that-clause takes the subject of that clause")
def test_a_verb_after_a_that_clause_goes_on_with_the_first_subject() -> None:
    told = events("On Monday the Kenyan army said that the war was over and attacked Uganda.")

    assert [e.initiators for e in told if e.type == "attack"] == [("KEN",)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(s, id=s, marks=pytest.mark.xfail(reason="who stays out is taken for a party"))
        for s in (
            "Kenya, but not Uganda, signed the treaty in 1998.",
            "Unlike Uganda, Kenya signed the treaty in 1998.",
            "Kenya signed the treaty without Uganda in 1998.",
            "Except for Uganda, all countries signed the treaty in 1998.",
            "According to Uganda, Kenya signed the treaty in 1998.",
        )
    ],
)
def test_who_is_said_to_stay_out_takes_no_part(sentence: str) -> None:
    (event,) = events(sentence)

    assert "UGA" not in [actor.actor_id for actor in event.actors]


@pytest.mark.xfail(reason="an office is given to its holder on the article's day, not the event's")
def test_an_office_long_ago_is_not_given_to_who_holds_it_today() -> None:
    (event,) = events("Kenya's president visited Uganda in 1998.")

    assert "uhuru-kenyatta" not in [actor.actor_id for actor in event.actors]


def test_who_is_attacked_does_not_kill() -> None:
    told = events("Monday's attack on Kenya killed nine people.")

    assert [e.label for e in told if "KEN" in e.initiators] == []
