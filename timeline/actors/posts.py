"""Whose post somebody holds: the state that a title leaves open, and whom office holders act for.

It must not find people; it reads what the register knows of them.
"""

from __future__ import annotations

from timeline.actors.context import is_place
from timeline.actors.drafts import Draft
from timeline.actors.gazetteer import Gazetteer
from timeline.actors.home import opened_in
from timeline.actors.known import Known
from timeline.actors.line import Line
from timeline.actors.people_data import holder
from timeline.actors.register import Register
from timeline.actors.states import pick_state
from timeline.actors.words import Title
from timeline.model import Actor

__all__ = ["served", "settle"]

_FAR = 12
"""Characters before a title in which the body may stand whose it is ("army spokesman")."""
_CROWNED = frozenset({"monarch", "crown prince"})
_EVERYWHERE = frozenset({"president", "prime minister", "foreign minister", "defence minister",
                         "finance minister", "vice president", "leader"})  # fmt: skip


def settle(line: Line, draft: Draft, key: str) -> None:
    """Give "Foreign Minister Ana Pérez" the state where the story plays, if nothing says whose."""
    title, known = draft.title, line.register.known[key]
    if title is None or draft.of or known.country or known.person or known.actor:
        return
    if title.office or title.head == "minister" or _of_government(line, draft):
        places = [opened_in(line), _told_of(line), *line.homes]
        state = next((s for s in places if s and _can_have(line, s, title, known)), "")
        known.country = line.register.country(state) if state else None


def _told_of(line: Line) -> str:
    """Return the state that opens the sentence ("Kenya left the pact under President Okello")."""
    if not line.chunks or line.kinds[0] not in ("S", "C") or is_place(line, 0):
        return ""
    opens = line.flat[line.start : line.chunks[0].start] in ("", "The ")
    owns = line.after(0, 2).startswith("'")
    return pick_state(line, line.chunks[0].entry.ids) if opens and not owns else ""


def _of_government(line: Line, draft: Draft) -> bool:
    """Is it an officer or spokesman of the army, police or government that nobody names?"""
    before = line.flat[max(line.start, draft.start - _FAR) : draft.head_start]
    after = line.flat[draft.head_end : min(line.end, draft.head_end + 2 * _FAR)]
    words = [w.removesuffix("'s") for w in before.lower().split() + after.split()[:4]]
    return not line.lexicon.lists["bodies.official"].isdisjoint(words)


def _can_have(line: Line, state: str, title: Title, known: Known) -> bool:
    """Has a state such an office, and is nobody else known to hold it?"""
    if title.head == "minister" and state in line.lexicon.lists["places.no_minister"]:
        return False
    day, office = line.register.dct, title.office
    if day is None or not office:
        return True
    if office in _CROWNED and holder(state, "monarch", day) is None:
        return False
    if office not in _CROWNED | _EVERYWHERE and holder(state, office, day) is None:
        return False  # few states have a chancellor or an ayatollah
    held = holder(state, office, day)
    return held is None or held.name == known.label


def served(register: Register, names: Gazetteer) -> dict[str, tuple[Actor, ...]]:
    """Return by actor id the states and organisations that persons of the text act for."""
    out: dict[str, tuple[Actor, ...]] = {}
    for key, known in register.known.items():
        if known.kind == "person" and (known.serves or (known.person and not known.past)):
            ids = [of for of in _acts_for(known, register) if of and of != key]
            out[register.actor(key).actor_id] = tuple(
                register.state(of) if of in names.states else register.organisation(of)
                for of in ids
            )
    return out


def _acts_for(known: Known, register: Register) -> list[str]:
    """Return whom the text says somebody acts for, else the data on the article's date."""
    if known.serves:
        return list(dict.fromkeys(of or known.country or "" for of in known.serves))
    terms = known.person.terms if known.person else ()
    day = register.dct
    now = [t.of for t in terms if day and t.covers(day)]
    return list(dict.fromkeys(now)) or [known.country or ""]
