"""Give every temporal expression of a document its value and its place in the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from timeline.errors import ResolveError
from timeline.model import Document, Reference, Span, Tense, Timex
from timeline.time import (
    amounts,
    clock,
    counted,
    dates,
    decades,
    explicit,
    feasts,
    from_date,
    halves,
    history,
    join,
    relative,
    reported,
    within,
)
from timeline.time.edtf import edtf
from timeline.time.find import Found, find
from timeline.time.hang import hang
from timeline.time.rules import rulebook
from timeline.time.setting import LOOK_AHEAD, Reading, Setting
from timeline.time.shape import Shape
from timeline.time.tense import SentenceTense

__all__ = ["OPERATORS", "timexes"]

Operator = Callable[[Found, Setting], Reading | None]
OPERATORS: Mapping[str, Operator] = {
    "date": explicit.dated,
    "week_of": explicit.week_of,
    "day_of_month": explicit.day_of_month,
    "figures": explicit.figures,
    "foreign": dates.foreign,
    "bare_year": dates.bare_year,
    "quarter": reported.quarter,
    "half": halves.half,
    "half_of": halves.half_of,
    "split_year": halves.split_year,
    "season": explicit.season,
    "decade": decades.decade,
    "century": decades.century,
    "holiday": feasts.holiday,
    "named_day": feasts.named_day,
    "today": relative.today,
    "named": relative.named,
    "weekday": relative.weekday,
    "some_weekday": relative.some_weekday,
    "weekday_of_week": relative.weekday_of_week,
    "shift": counted.shift,
    "ago_on": relative.ago_on,
    "named_ago": relative.named_ago,
    "neighbour": counted.neighbour,
    "same": counted.same,
    "then": counted.then,
    "unit_end": relative.unit_end,
    "year_before": reported.year_before,
    "period_of": reported.period_of,
    "refer": relative.refer,
    "duration": amounts.duration,
    "within": within.within,
    "set": amounts.repeated,
    "clock": clock.clock,
    "daypart": clock.daypart,
    "night_between": clock.night_between,
}
"""The closed list of operators a rule can name (and ``skip``: the words are no time)."""


def timexes(
    document: Document,
    *,
    dct: date | None,
    references: Sequence[Reference] = (),
    tense_at: Callable[[Span], Tense | None] | None = None,
) -> tuple[Timex, ...]:
    """Return every temporal expression of a document, in text order.

    Args:
        document: Its sentences tell what is a heading and what boilerplate; boilerplate is
            tagged too, but nothing hangs on it.
        dct: Document creation time, whole day, publisher's zone; None when unknown, and then
            what would hang on it keeps ``interval=None``.
        references: Mentions of events whose date is known; "six months after the summit"
            hangs on them.
        tense_at: The tense of the verb that governs a place; asked only where it decides.
            Without it a light reading of the sentence is used.

    Returns:
        One Timex per expression, none overlapping. Intervals count whole days, end excluded;
        never finer than the words. No two calls with the same arguments differ.

    Raises:
        ResolveError: A rule names an operator that does not exist.
    """
    shape = Shape(document)
    language = document.language.partition("-")[0].lower()  # "en-GB" is English
    found = find(document.text, rulebook(language), shape.line_starts)
    shape.mark_entries(found)
    setting = Setting(
        dct=dct,
        tells_history=history.is_history(found, len(document.text), dct),
        is_antiquity=history.is_antiquity(found),
        tense_at=tense_at or SentenceTense(document).at,
        language=language,
    )
    drafts = _read(found, setting, shape)
    from_date.count(drafts)
    join.join(drafts, dct)
    hang(drafts, references, document.text)
    return tuple(_timex(draft) for draft in drafts if draft.reading.value)


def _read(found: list[Found], setting: Setting, shape: Shape) -> list[join.Draft]:
    drafts: list[join.Draft] = []
    for n, expression in enumerate(found):
        setting.preceding = found[n - 1] if n else None
        setting.upcoming = found[n + 1 : n + 1 + LOOK_AHEAD]
        setting.sentence = shape.number(expression.start)
        setting.runs_on = shape.next_entry(setting.sentence, expression) and bool(setting.story)
        setting.is_entry = setting.runs_on or shape.in_entry(setting.sentence)
        operator = OPERATORS.get(expression.rule.op)
        if operator is None:
            raise ResolveError(
                f"rule {expression.rule.name!r}: unknown op {expression.rule.op!r}; "
                f"choose one of: skip, {', '.join(OPERATORS)}"
            )
        reading = operator(expression, setting)
        if reading is None:
            continue
        kind = shape.kind(setting.sentence)
        if kind != "boilerplate":
            if reading.interval is not None and reading.type in ("DATE", "TIME"):
                opened = shape.open_entry(setting.sentence, expression)
                setting.entry = reading.interval if opened else setting.entry
            setting.note(
                reading,
                opens=shape.opens(setting.sentence, expression.start)
                and expression.before() not in expression.book.tables["noun_link"],
                ends_range=expression.before() in expression.book.tables["range_link"],
                in_heading=kind == "heading",
            )
        drafts.append(join.Draft(expression, reading))
    return drafts


def _timex(draft: join.Draft) -> Timex:
    reading = draft.reading
    place = edtf(reading.interval) if reading.interval is not None else None
    return Timex(
        span=Span(draft.start, draft.end),
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        interval=reading.interval,
        edtf=place,
        basis=reading.basis,
        rule=draft.found.rule.name,
        why=f"'{draft.words}': {reading.why} → {place or reading.value}",
    )
