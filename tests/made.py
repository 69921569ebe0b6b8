"""A made-up article and what reading it should give: every kind of event the page can meet.

Built by hand, so that tests of table, show, export and page do not hang on the extractor.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from timeline.model import (
    Actor,
    Basis,
    DctFinding,
    Document,
    Event,
    Extraction,
    Grain,
    Interval,
    Mention,
    Sentence,
    Span,
    Status,
    Timex,
)

DCT = date(2021, 12, 7)
TITLE = "Two presidents and a border"
PARAGRAPHS = (
    "Published 7 December 2021",
    "On Tuesday Vladimir Putin and Joe Biden will speak by video about Ukraine. "
    "Both sides expect little. A meeting in person may follow in early 2022.",
    "Russia moved tens of thousands of troops to the frontier in the spring. "
    "Kyiv protested. In November the build-up began again & NATO took note.",
    "In June the two presidents met in Geneva. The Geneva summit lasted four hours. "
    "It came months after the extension of New START. Ambassadors returned in mid-July.",
    "NATO promised Ukraine membership in 2008. Since April 2014 a war has smouldered in the "
    "Donbas. Until October 2021 Russia kept a mission at NATO headquarters.",
    "From 9 to 10 November a border exercise was held. A drill planned for 3 December was "
    "cancelled. If troops cross the line, the West would impose sanctions in 2022. "
    "Around 20 November the intelligence was shared. Moscow denied on 30 November that it "
    "had plans to attack; =SUM(1) was scrawled, oddly, on the wall.",
    "Ministers are to meet again in Stockholm next week. "
    "Earlier the two leaders exchanged letters. One day Ukraine might join the alliance.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))

RUSSIA = Actor("RUS", "Russia", "state", "RUS")
USA = Actor("USA", "United States", "state", "USA")
UKRAINE = Actor("UKR", "Ukraine", "state", "UKR")
NATO = Actor("nato", "NATO", "organisation", None)
PUTIN = Actor("vladimir-putin", "Vladimir Putin", "person", "RUS")
BIDEN = Actor("joe-biden", "Joe Biden", "person", "USA")
WEST = Actor("west", "the West", "bloc", None)


def span(words: str) -> Span:
    """Return where the words first stand in the made-up text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def sentences() -> tuple[Sentence, ...]:
    """Cut the made-up text at full stops; good enough for text made to be cut so."""
    found = [Sentence(Span(0, len(TITLE)), "title", 1)]
    at = len(TITLE) + 2
    for number, paragraph in enumerate(PARAGRAPHS, start=2):
        kind = "boilerplate" if number == 2 else "body"
        start = at
        for piece in paragraph.split(". "):
            end = start + len(piece) + (0 if piece.endswith(".") or number == 2 else 1)
            found.append(Sentence(Span(start, min(end, at + len(paragraph))), kind, number))
            start = end + 1
        at += len(paragraph) + 2
    return tuple(found)


SENTENCES = sentences()


def sentence_of(words: str) -> Span:
    """Return the sentence in which the words first stand."""
    place = span(words)
    return next(s.span for s in SENTENCES if s.span.start <= place.start < s.span.end)


def timex(
    words: str,
    start: date | None,
    end: date | None,
    grain: Grain,
    edtf: str,
    *,
    mod: Any = None,
    basis: Basis = "dct",
    why: str = "",
) -> Timex:
    """Make a resolved temporal expression standing at the words."""
    return Timex(
        span(words), "DATE", edtf, mod, Interval(start, end, grain), edtf, basis, "made", why
    )  # fmt: skip


def event(
    event_id: str,
    label: str,
    type_: str,
    status: Status,
    when: Timex | None,
    actors: Sequence[Actor],
    *told: str,
    said: Timex | None = None,
    place: str = "",
    importance: int = 50,
    notes: tuple[str, ...] = (),
) -> Event:
    """Make an event whose evidence is the sentence of each of the told words."""
    ids = tuple(actor.actor_id for actor in actors)
    return Event(
        event_id, label, type_, status, when, said, tuple(actors), ids[:1], ids[1:],
        span(told[0]), tuple(sentence_of(words) for words in told), place, importance, notes,
    )  # fmt: skip


def day(year: int, month: int, number: int) -> tuple[date, date]:
    """Return the half-open day."""
    first = date(year, month, number)
    return first, first + timedelta(days=1)


def made_events() -> tuple[Event, ...]:
    """Return one dated event of every kind, sorted as the pipeline sorts them."""
    said = timex("June", date(2021, 6, 1), date(2021, 7, 1), "month", "2021-06")
    geneva = timex(
        "Geneva summit", *day(2021, 6, 16), "day", "2021-06-16", basis="reference",
        why="“In June” is June 2021; the Geneva summit was on 16 June 2021",
    )  # fmt: skip
    found = (
        event("e-nato08", "NATO promise of membership to Ukraine", "statement", "past",
              timex("2008", date(2008, 1, 1), date(2009, 1, 1), "year", "2008",
                    basis="explicit", why="“2008” is the year 2008"),
              (NATO, UKRAINE), "NATO promised", importance=60),
        event("e-donbas", "War in the Donbas", "attack", "ongoing",
              timex("Since April 2014", date(2014, 4, 1), None, "month", "2014-04/..",
                    basis="explicit", why="“Since April 2014” begins in April 2014"),
              (UKRAINE,), "a war has smouldered", place="Donbas"),
        event("e-newstart", "Extension of New START", "extension", "past",
              timex("extension of New START", *day(2021, 2, 3), "day", "2021-02-03",
                    basis="reference", why="known: New START was extended on 3 February 2021"),
              (USA, RUSSIA), "extension of New START", importance=80),
        event("e-spring", "Russian troop build-up at the frontier", "deployment", "past",
              timex("the spring", date(2021, 3, 1), date(2021, 6, 1), "season", "2021-21",
                    why="“the spring” before 7 December 2021 is spring 2021"),
              (RUSSIA, UKRAINE), "in the spring", importance=90),
        event("e-geneva", "Biden–Putin summit in Geneva", "meeting", "past", geneva,
              (BIDEN, PUTIN), "In June the two", "lasted four hours", said=said, place="Geneva",
              importance=95),
        event("e-july", "Return of the ambassadors", "concession", "past",
              timex("mid-July", date(2021, 7, 11), date(2021, 7, 21), "month", "2021-07",
                    mod="MID", why="“mid-July” is the middle ten days of July 2021"),
              (), "Ambassadors returned"),
        event("e-mission", "Russian mission at NATO headquarters", "cooperation", "past",
              timex("Until October 2021", None, date(2021, 11, 1), "month", "../2021-10",
                    basis="explicit", why="“Until October 2021” ends in October 2021"),
              (RUSSIA, NATO), "kept a mission"),
        event("e-november", "Second troop build-up", "deployment", "past",
              timex("November", date(2021, 11, 1), date(2021, 12, 1), "month", "2021-11",
                    why="“November” before 7 December 2021 is November 2021"),
              (RUSSIA, NATO), "In November the build-up", importance=85),
        event("e-drill", "Border exercise", "deployment", "past",
              timex("9 to 10 November", date(2021, 11, 9), date(2021, 11, 11), "span",
                    "2021-11-09/2021-11-10", why="two days of November 2021"),
              (UKRAINE,), "a border exercise"),
        event("e-shared", "Sharing of intelligence", "cooperation", "past",
              timex("Around 20 November", date(2021, 11, 18), date(2021, 11, 23), "day",
                    "2021-11-20~", mod="APPROX", why="“Around 20 November”: two days either side"),
              (USA, NATO), "intelligence was shared", notes=("The day is approximate.",)),
        event("e-denied", "Plan to attack; =SUM(1)", "statement", "denied",
              timex("30 November", *day(2021, 11, 30), "day", "2021-11-30"),
              (RUSSIA,), "Moscow denied"),
        event("e-cancelled", "Drill", "deployment", "cancelled",
              timex("3 December", *day(2021, 12, 3), "day", "2021-12-03"),
              (NATO,), "A drill planned"),
        event("e-call", "Biden–Putin video call", "call", "planned",
              timex("On Tuesday", *day(2021, 12, 7), "day", "2021-12-07",
                    why="“On Tuesday” in an article of Tuesday 7 December 2021 is that day"),
              (PUTIN, BIDEN, UKRAINE), "will speak by video", importance=100),
        event("e-ministers", "Meeting of ministers in Stockholm", "meeting", "planned",
              timex("next week", date(2021, 12, 13), date(2021, 12, 20), "week",
                    "2021-12-13/2021-12-19", why="the week after 7 December 2021"),
              (), "Ministers are to meet", place="Stockholm"),
        event("e-sanctions", "Western sanctions on Russia", "sanction", "hypothetical",
              timex("in 2022", date(2022, 1, 1), date(2023, 1, 1), "year", "2022",
                    basis="explicit"),
              (WEST, RUSSIA), "If troops cross"),
        event("e-meeting", "Meeting in person", "meeting", "planned",
              timex("early 2022", date(2022, 1, 1), date(2022, 5, 1), "year", "2022",
                    mod="START", basis="explicit", why="“early 2022” is its first four months"),
              (PUTIN, BIDEN), "A meeting in person", importance=70),
    )  # fmt: skip
    return tuple(sorted(found, key=_order))


def _order(one: Event) -> tuple[date, str]:
    interval = one.timex.interval if one.timex else None
    day_ = (interval.start or interval.end) if interval else None
    return (day_ or date.max, one.event_id)


def made_undated() -> tuple[Event, ...]:
    """Return two events that nothing dates."""
    return (
        event("e-letters", "Exchange of letters", "statement", "past", None,
              (PUTIN, BIDEN), "exchanged letters"),
        event("e-join", "Ukrainian accession to the alliance", "agreement", "hypothetical",
              None, (UKRAINE, NATO), "One day Ukraine"),
    )  # fmt: skip


def made_mentions() -> tuple[Mention, ...]:
    """Return every place where an actor is named by name."""
    names = {"Vladimir Putin": PUTIN, "Joe Biden": BIDEN, "Russia": RUSSIA, "Ukraine": UKRAINE,
             "NATO": NATO, "the West": WEST, "Moscow": RUSSIA, "Kyiv": UKRAINE}  # fmt: skip
    found = []
    for name, actor in names.items():
        at = TEXT.find(name)
        while at >= 0:
            place = Span(at, at + len(name))
            found.append(Mention(place, actor, "name", place))
            at = TEXT.find(name, at + 1)
    return tuple(sorted(found, key=lambda mention: mention.span))


def extraction(
    events: Sequence[Event] | None = None, undated: Sequence[Event] | None = None
) -> Extraction:
    """Return the whole made-up result, or one with other events."""
    dated = made_events() if events is None else tuple(events)
    document = Document(TEXT, TITLE, "made", "en", SENTENCES)
    timexes = tuple(e.timex for e in dated if e.timex)
    return Extraction(
        document,
        DctFinding(DCT, "found: publish line", span("7 December 2021")),
        tuple(sorted(timexes, key=lambda t: t.span)),
        made_mentions(),
        dated,
        made_undated() if undated is None else tuple(undated),
    )
