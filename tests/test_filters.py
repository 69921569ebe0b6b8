"""The filters: what they show, what they hide, and that they say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import made
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.table import filters, frame
from timeline.table.filters import Filters

DATED = frame.from_extraction(made.extraction())
LABELS = frame.actor_labels(DATED)


def shown(chosen: Filters) -> set[str]:
    return set(filters.apply(DATED, chosen)["event_id"])


def test_no_filter_shows_everything():
    pd.testing.assert_frame_equal(filters.apply(DATED, Filters()), DATED)


def test_any_of_two_actors_is_enough():
    both = shown(Filters(actors=("RUS", "nato")))

    assert both == shown(Filters(actors=("RUS",))) | shown(Filters(actors=("nato",)))


def test_all_of_two_actors_must_take_part():
    both = shown(Filters(actors=("RUS", "nato"), match="all"))

    assert both == {"e-mission", "e-november"}


def test_a_state_shows_what_its_people_did_and_a_person_only_his_own():
    assert "e-geneva" in shown(Filters(actors=("RUS",)))
    assert shown(Filters(actors=("vladimir-putin",))) == {"e-geneva", "e-call", "e-meeting"}


def test_words_must_all_occur_somewhere_in_the_event():
    assert shown(Filters(words="geneva FOUR")) == set()
    assert shown(Filters(words="putin Geneva")) == {"e-geneva"}
    assert shown(Filters(words="united states intelligence")) == {"e-shared"}


@pytest.mark.parametrize(
    ("first", "last", "inside", "outside"),
    [
        (date(2021, 6, 16), date(2021, 6, 16), "e-geneva", "e-newstart"),
        (date(2021, 11, 30), None, "e-november", "e-drill"),
        (None, date(2021, 3, 1), "e-spring", "e-geneva"),
        (None, date(2000, 1, 1), "e-mission", "e-nato08"),
        (date(2030, 1, 1), None, "e-donbas", "e-sanctions"),
    ],
    ids=["one day", "last day of a month", "first day of a season", "open start", "open end"],
)
def test_time_shows_what_touches_it(first, last, inside, outside):
    found = shown(Filters(first=first, last=last))

    assert inside in found
    assert outside not in found


def test_the_day_after_a_month_does_not_touch_it():
    assert "e-november" not in shown(Filters(first=date(2021, 12, 1)))


def test_time_never_shows_an_undated_event():
    undated = frame.undated(made.extraction())

    assert filters.apply(undated, Filters(first=date(1900, 1, 1))).empty
    assert len(filters.apply(undated, Filters(actors=("UKR",)))) == 1


def test_counts_are_those_of_the_other_filters_and_keep_what_has_none_left():
    counted = filters.counts(DATED, Filters(actors=("RUS",), statuses=("planned",)), of="parties")

    assert counted == {"RUS": 2, "UKR": 1, "USA": 2, "nato": 0, "west": 0}


def test_counts_under_all_say_how_many_have_the_chosen_ones_too():
    counted = filters.counts(DATED, Filters(actors=("RUS",), match="all"), of="parties")

    assert counted["nato"] == 2


def test_filters_say_themselves():
    chosen = Filters(
        ("RUS", "nato"), "all", ("call",), ("planned", "past"), "gas  pipe",
        date(2021, 1, 1), date(2021, 12, 31),
    )  # fmt: skip

    assert list(filters.said(chosen, LABELS).values()) == [
        "with Russia and NATO", "of type call", "planned or past", "mentioning “gas pipe”",
        "from 1 January 2021 on", "up to 31 December 2021",
    ]  # fmt: skip


def test_shown_and_hidden_add_up_in_the_sentence():
    chosen = Filters(actors=("RUS",))
    sentence = filters.in_words(len(shown(chosen)), len(DATED), filters.said(chosen, LABELS))

    assert sentence == "Showing 9 of 16 dated events: with Russia. 7 events hidden by filters."
    assert filters.in_words(16, 16, {}) == "All 16 dated events shown."
    assert filters.in_words(1, 1, {}) == "The one dated event is shown."
    assert filters.in_words(0, 0, {}) == "There are no dated events."


def test_easings_offer_the_way_that_shows_most_first_and_none_that_shows_nothing():
    chosen = Filters(actors=("west", "UKR"), match="all", statuses=("hypothetical",))
    ways = filters.easings(DATED, chosen, LABELS)

    assert [(words, n) for words, _, n in ways] == [("Ukraine", 1)]
    assert filters.easings(DATED, Filters(words="zzz", statuses=("planned",)), LABELS)[0][2] == 3


CHOICES = st.builds(
    Filters,
    actors=st.lists(st.sampled_from(sorted(LABELS)), max_size=3).map(tuple),
    match=st.sampled_from(["any", "all"]),
    types=st.lists(st.sampled_from(["call", "meeting", "statement"]), max_size=2).map(tuple),
    statuses=st.lists(st.sampled_from(["past", "planned"]), max_size=2).map(tuple),
    words=st.sampled_from(["", "putin", "the"]),
    first=st.none() | st.dates(date(2007, 1, 1), date(2023, 1, 1)),
    last=st.none() | st.dates(date(2007, 1, 1), date(2023, 1, 1)),
)


@given(CHOICES)
def test_filters_only_narrow_and_doing_it_twice_changes_nothing(chosen: Filters):
    once = filters.apply(DATED, chosen)

    pd.testing.assert_frame_equal(filters.apply(once, chosen), once)
    assert set(once["event_id"]) <= set(DATED["event_id"])
    assert shown(chosen) <= shown(replace(chosen, types=()))
    assert shown(chosen) <= shown(replace(chosen, first=None, last=None))
