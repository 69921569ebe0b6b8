"""The reference events are complete, dated by the calendar, sourced and in order."""

import re
import tomllib
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent.parent / "data"
REFERENCE = tomllib.loads((DATA / "reference_events.toml").read_text(encoding="utf-8"))
EVENTS: list[dict[str, Any]] = REFERENCE["event"]
TREATIES: list[dict[str, Any]] = REFERENCE["treaty"]
TYPES = set(tomllib.loads((DATA / "event_types.toml").read_text(encoding="utf-8")))

ACTS = {
    "adoption",
    "opening_for_signature",
    "signing",
    "ratification",
    "entry_into_force",
    "extension",
    "suspension",
    "withdrawal",
    "expiry",
}
TREATY_KEYS = {"id", "label", "names", "actors"}
EVENT_KEYS = {"id", "label", "edtf", "type", "actors", "source"}
EVENT_OPTIONS = {"names", "place", "treaty", "act"}

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
POINT = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?")
SOURCE = re.compile(r"https://[\w.-]+\.[a-z]{2,}(:\d+)?(/\S*)?")
SPECIFIC_NAME = 6  # letters; a shorter name must be an acronym such as NPT, PTBT, COP26
MOST_ACTORS = 8
FEWEST_EVENTS = 150
EARLIEST = date(1945, 1, 1)

each_event = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.get("id", "no id"))
each_treaty = pytest.mark.parametrize(
    "treaty", TREATIES, ids=lambda treaty: treaty.get("id", "no id")
)
each_entry = pytest.mark.parametrize(
    "entry", [*TREATIES, *EVENTS], ids=lambda entry: entry.get("id", "no id")
)


def first_and_last_day(point: str) -> tuple[date, date] | None:
    """Give the days a year, month or day covers; nothing if it is none of these."""
    found = POINT.fullmatch(point)
    if not found:
        return None
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    following = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return first, following - timedelta(days=1)


def span_of(edtf: str) -> tuple[date, date] | None:
    """Give the first and last day of an EDTF point or interval; nothing if it is neither."""
    points = [first_and_last_day(point) for point in edtf.split("/")]
    if len(points) > 2 or None in points:
        return None
    spans = [span for span in points if span]
    return spans[0][0], spans[-1][1]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2021-06-16", (date(2021, 6, 16), date(2021, 6, 16))),
        ("1975-08", (date(1975, 8, 1), date(1975, 8, 31))),
        ("1991-12", (date(1991, 12, 1), date(1991, 12, 31))),
        ("1955", (date(1955, 1, 1), date(1955, 12, 31))),
        ("1978-09-05/1978-09-17", (date(1978, 9, 5), date(1978, 9, 17))),
        ("2021-02-30", None),
        ("2021-13", None),
        ("2021-6-16", None),
        ("16 June 2021", None),
        ("2021-06-16/", None),
        ("2021/2022/2023", None),
    ],
)
def test_span_of_accepts_only_real_dates(edtf: str, expected: tuple[date, date] | None) -> None:
    assert span_of(edtf) == expected


def test_reference_events_has_no_other_tables() -> None:
    assert set(REFERENCE) == {"treaty", "event"}


def test_reference_events_are_many() -> None:
    assert len(EVENTS) >= FEWEST_EVENTS


@each_event
def test_reference_event_has_exactly_the_described_keys(event: dict[str, Any]) -> None:
    missing, unknown = EVENT_KEYS - set(event), set(event) - EVENT_KEYS - EVENT_OPTIONS

    assert not missing, f"event {event.get('id')!r}: missing {sorted(missing)}"
    assert not unknown, f"event {event['id']!r}: unknown key {sorted(unknown)}"


@each_treaty
def test_treaty_has_exactly_the_described_keys(treaty: dict[str, Any]) -> None:
    assert set(treaty) == TREATY_KEYS, f"treaty {treaty.get('id')!r}: keys {sorted(treaty)}"


@pytest.mark.parametrize("entries", [TREATIES, EVENTS], ids=["treaties", "events"])
def test_ids_are_unique(entries: list[dict[str, Any]]) -> None:
    twice = [name for name, count in Counter(entry["id"] for entry in entries).items() if count > 1]

    assert not twice, f"used more than once: {twice}"


@each_entry
def test_id_is_kebab_case(entry: dict[str, Any]) -> None:
    assert KEBAB.fullmatch(entry["id"]), f"{entry['id']!r}: use a-z, 0-9 and single hyphens"


@each_entry
def test_label_is_one_line_without_a_date(entry: dict[str, Any]) -> None:
    label = entry["label"]

    assert label == label.strip() != "", f"{entry['id']!r}: label {label!r}"
    assert "\n" not in label, f"{entry['id']!r}: label has several lines"
    assert entry.get("edtf", "no date")[:4] not in label, (
        f"event {entry['id']!r}: label {label!r} repeats the date"
    )


@each_event
def test_event_type_is_known(event: dict[str, Any]) -> None:
    assert event["type"] in TYPES, (
        f"event {event['id']!r}: unknown type {event['type']!r}; choose one of {sorted(TYPES)}"
    )


@each_event
def test_event_date_is_real_and_not_before_1945(event: dict[str, Any]) -> None:
    span = span_of(event["edtf"])

    assert span, f"event {event['id']!r}: {event['edtf']!r} is no day, month, year or interval"
    assert EARLIEST <= span[0] <= span[1], (
        f"event {event['id']!r}: {event['edtf']!r} is out of order"
    )


def test_events_are_sorted_by_first_day_then_id() -> None:
    keys = [(event["edtf"].split("/")[0], event["id"]) for event in EVENTS]
    misplaced = [later[1] for earlier, later in pairwise(keys) if earlier > later]

    assert not misplaced, f"not at their place by date: {misplaced}"


def test_treaties_are_sorted_by_id() -> None:
    ids = [treaty["id"] for treaty in TREATIES]

    assert ids == sorted(ids)


@each_event
def test_event_source_is_a_secure_address(event: dict[str, Any]) -> None:
    assert SOURCE.fullmatch(event["source"]), f"event {event['id']!r}: source {event['source']!r}"


@each_entry
def test_actors_are_few_and_different(entry: dict[str, Any]) -> None:
    actors = entry["actors"]

    assert 1 <= len(actors) <= MOST_ACTORS, f"{entry['id']!r}: {len(actors)} actors"
    assert len(set(actors)) == len(actors), f"{entry['id']!r}: an actor stands twice in {actors}"
    assert all(actor == actor.strip() != "" for actor in actors), f"{entry['id']!r}: {actors}"


@each_event
def test_event_can_be_named(event: dict[str, Any]) -> None:
    assert event.get("names") or "treaty" in event, (
        f"event {event['id']!r}: give names, or the treaty and act it can be named by"
    )


@each_event
def test_treaty_and_act_go_together_and_exist(event: dict[str, Any]) -> None:
    assert ("treaty" in event) == ("act" in event), (
        f"event {event['id']!r}: treaty and act need each other"
    )
    if "treaty" in event:
        known = {treaty["id"] for treaty in TREATIES}
        assert event["treaty"] in known, (
            f"event {event['id']!r}: no treaty {event['treaty']!r} in this file"
        )
        assert event["act"] in ACTS, (
            f"event {event['id']!r}: unknown act {event['act']!r}; choose one of {sorted(ACTS)}"
        )


@each_treaty
def test_treaty_has_an_event(treaty: dict[str, Any]) -> None:
    assert any(event.get("treaty") == treaty["id"] for event in EVENTS), (
        f"treaty {treaty['id']!r}: nothing ever happened to it; add an event or remove it"
    )


@each_entry
def test_names_are_specific_and_different(entry: dict[str, Any]) -> None:
    names = entry.get("names", ["none needed"])

    assert names, f"{entry['id']!r}: leave names out rather than empty"
    folded = [name.casefold() for name in names]
    assert len(set(folded)) == len(folded), f"{entry['id']!r}: a name stands twice in {names}"
    for name in names:
        assert name == " ".join(name.split()), f"{entry['id']!r}: stray space in {name!r}"
        assert len(name) >= SPECIFIC_NAME or name.isupper(), (
            f"{entry['id']!r}: {name!r} is too short to mean one thing"
        )
        # The matcher folds the text to these characters, not the data.
        assert not set(name) & set("’‘“”–—"), (
            f"{entry['id']!r}: write {name!r} with straight quotes and hyphens"
        )


def test_a_name_is_not_shared_by_two_treaties() -> None:
    owners: dict[str, list[str]] = {}
    for treaty in TREATIES:
        for name in treaty["names"]:
            owners.setdefault(name.casefold(), []).append(treaty["id"])
    shared = {name: ids for name, ids in owners.items() if len(ids) > 1}

    assert not shared, f"would date one treaty by another's events: {shared}"


def test_events_that_share_a_name_differ_in_date() -> None:
    owners: dict[str, list[tuple[str, str]]] = {}
    for event in EVENTS:
        for name in event.get("names", ()):
            owners.setdefault(name.casefold(), []).append((event["edtf"], event["id"]))
    same = {name: ids for name, ids in owners.items() if len({edtf for edtf, _ in ids}) < len(ids)}

    assert not same, f"one event entered twice? {same}"
