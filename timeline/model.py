"""The frozen records that travel between stages; they hold facts and compute nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

__all__ = [
    "GRAINS",
    "STATUSES",
    "Actor",
    "Basis",
    "DctFinding",
    "Document",
    "Event",
    "Extraction",
    "Grain",
    "Interval",
    "Mention",
    "Reference",
    "Sentence",
    "SentenceKind",
    "Span",
    "Status",
    "Tense",
    "Timex",
]

Grain = Literal[
    "day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "span"
]
"""How finely a date was said; ``span`` is a stretch with two ends of its own ("3-9 May")."""
GRAINS: tuple[Grain, ...] = (
    "day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "span",
)  # fmt: skip
Basis = Literal["explicit", "dct", "previous", "reference", "heading", "user"]
"""What a date hangs on: itself, the article's date, an earlier date, a named event, a heading."""
Status = Literal["past", "ongoing", "planned", "hypothetical", "cancelled", "denied"]
STATUSES: tuple[Status, ...] = (
    "past", "ongoing", "planned", "hypothetical", "cancelled", "denied",
)  # fmt: skip
SentenceKind = Literal["body", "title", "heading", "boilerplate"]
Tense = Literal["past", "present", "future"]


_Class = TypeVar("_Class")
if TYPE_CHECKING:
    from typing import dataclass_transform

    @dataclass_transform(frozen_default=True)
    def record(cls: type[_Class]) -> type[_Class]:
        """Make a frozen dataclass; mypy guards it, as a guard at run time triples its cost."""
else:
    record = dataclass(slots=True, unsafe_hash=True)


class Span(NamedTuple):
    """A stretch of ``Document.text``: character offsets, end excluded."""

    start: int
    """First character."""
    end: int
    """One past the last character."""


@record
class Sentence:
    """One sentence or line of a document, without surrounding white space."""

    span: Span
    """Where it stands."""
    kind: SentenceKind
    """``body``, ``title``, ``heading`` or ``boilerplate`` (credits, publication lines, prompts)."""
    paragraph: int
    """Number of its paragraph, from 1, in text order."""


@record
class Document:
    """A text as it came in, and what reading told about its shape."""

    text: str
    """The text, never altered: every offset in the project points into it."""
    title: str
    """The title in one line; empty when none was given or found."""
    source: str
    """Where the text came from (file name, address, sample id); may be empty."""
    language: str
    """ISO 639-1."""
    sentences: tuple[Sentence, ...]
    """Every sentence, heading and line of boilerplate, in text order, not overlapping."""


@record
class DctFinding:
    """The document creation time and how it is known."""

    day: date | None
    """Whole day in the publisher's zone; None when unknown."""
    basis: str
    """``given``, ``found: publish line``, ``found: dateline`` …, or ``unknown``."""
    span: Span | None
    """The words it was found in; None when it was given or is unknown."""


@record
class Interval:
    """Whole days, start included, end **excluded**; a missing end is open."""

    start: date | None
    """First day; None when open."""
    end: date | None
    """The day after the last; None when open."""
    grain: Grain
    """How finely it was said."""


@record
class Timex:
    """A temporal expression, named by TIMEX3's own attributes, with its place in the calendar."""

    span: Span
    """The words."""
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    """TIMEX3 type."""
    value: str
    """TIMEX3 value: ``2021-06-16``, ``2021-SP``, ``P6M``, ``PAST_REF`` …"""
    mod: Literal["START", "MID", "END", "APPROX"] | None
    """What narrows or blurs the value ("early", "about")."""
    interval: Interval | None
    """The days it stands for; None when it names no place in the calendar."""
    edtf: str | None
    """EDTF of those days; None with them."""
    basis: Basis
    """What it hangs on."""
    rule: str
    """Readable name of the rule that found it."""
    why: str
    """The derivation in one line a reader understands: words, anchor, arithmetic."""


@record
class Actor:
    """Who acts or is acted upon."""

    actor_id: str
    """Stable id: ISO alpha-3, an organisation's id, or a slug of a person's name."""
    label: str
    """The name shown."""
    kind: Literal["person", "state", "organisation", "bloc", "group"]
    """What it is."""
    country: str | None
    """ISO 3166-1 alpha-3 of the state it is or belongs to, where known."""
    surname: str = ""
    """What later mentions call a person ("Xi"); empty where it is the last word of the label."""


@record
class Mention:
    """The words by which a text names an actor."""

    span: Span
    """The words, office and title included ("Russian President Vladimir Putin")."""
    actor: Actor
    """Whom they name."""
    role: Literal["name", "office", "pronoun", "adjective", "capital", "place", "source"]
    """How they name it; ``place`` and ``source`` mentions take no part in events."""
    head: Span
    """The naming words alone ("Putin"), inside ``span``."""
    takes_part: bool = True
    """Is its state one of the two sides of what the sentence mainly tells, not background?"""
    acts_for: tuple[Actor, ...] = ()
    """States and organisations that the person holds a post of, as far as the text tells."""


@record
class Reference:
    """A mention of an event that data/reference_events.toml knows."""

    span: Span
    """The words that name it ("the Geneva summit")."""
    event_id: str
    """Its id there."""
    label: str
    """Its label there."""
    type: str
    """Its event type there."""
    edtf: str
    """Its date there."""
    interval: Interval
    """The same, as days."""
    actors: tuple[Actor, ...]
    """Its lead actors there."""
    source: str
    """Address where it can be checked."""


@record
class Event:
    """Something that happened, is happening, or is said to be going to happen."""

    event_id: str
    """Stable across runs: a digest of source, evidence offsets and type."""
    label: str
    """One line a historian would write; no date in it."""
    type: str
    """Id in data/event_types.toml."""
    status: Status
    """As seen from the document creation time."""
    timex: Timex | None
    """What dates it, by the words of its span; None when undated; before Christ without days."""
    said: Timex | None
    """What the text alone says, where ``timex`` comes from a reference event; else None."""
    actors: tuple[Actor, ...]
    """All who take part, in order of importance, each once."""
    initiators: tuple[str, ...]
    """Ids of the actors who act, where the sentence tells."""
    targets: tuple[str, ...]
    """Ids of the actors acted upon, where the sentence tells."""
    trigger: Span
    """The word that reports it."""
    evidence: tuple[Span, ...]
    """Its sentences; the first carries the date."""
    place: str
    """Where, in the text's own word; empty when not told."""
    importance: int
    """Rank weight from 0 to 100: see events/importance; for choosing what to show, no certainty."""
    notes: tuple[str, ...]
    """Sentences for the reader: conflicts of dates, assumptions made."""
    told_by: Literal["verb", "noun", "name"] = "verb"
    """What reports it: a verb, a noun ("Tuesday's call"), or the name of a known event."""


@record
class Extraction:
    """All that one document gave."""

    document: Document
    dct: DctFinding
    timexes: tuple[Timex, ...]
    """Every temporal expression, in text order."""
    mentions: tuple[Mention, ...]
    """Every actor mention, in text order."""
    events: tuple[Event, ...]
    """Dated events, by start, then id; an open start sorts by its end."""
    undated: tuple[Event, ...]
    """Events that nothing dates, or a year before Christ, in text order."""
