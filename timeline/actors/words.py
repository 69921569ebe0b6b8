"""The word tables of actor finding, compiled once from data/lang/xx.actors.toml.

It must not look at a text: which words *can* be a title is decided here, which *are* elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.actors.people_data import plain
from timeline.lexicon import table

__all__ = ["Title", "Words", "words"]


@dataclass(frozen=True, slots=True)
class Title:
    """A word or phrase that stands before or after a person's name."""

    phrase: str
    """As the data writes it, lower case."""
    office: str
    """Office as data/offices.toml spells it; empty for any other title."""
    kind: str
    """``office``, ``post``, ``rank`` or ``honorific``."""
    gender: str
    """``m``, ``f`` or empty when the title does not tell."""
    plural: bool
    """"Presidents": introduces several people."""
    royal: bool
    """True where later mentions use title and first name ("King Hussein")."""

    @property
    def head(self) -> str:
        """The last word ("minister"), without a full stop."""
        return self.phrase.rstrip(".").rsplit(" ", 1)[-1]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the actor stage knows about one language."""

    titles: dict[str, Title]
    """Lower-case phrase to title."""
    past: frozenset[str]
    """Words that end an office ("former")."""
    modifiers: frozenset[str]
    """Words that may stand between a nationality and a title."""
    before_title: frozenset[str]
    """The same, and "Ministry", "army": what may stand between a nationality and a title."""
    lists: dict[str, frozenset[str]]
    """Every other word list, by ``section.key``."""
    male_names: frozenset[str]
    female_names: frozenset[str]
    """Given names in lower case, without accents."""
    joiners: frozenset[str]
    """Gaps that may stand between two capitalised words of one name."""
    states_of: dict[str, str]
    """Title phrase to the only state that has it."""
    kept_particles: tuple[str, ...]
    """Particles a surname keeps ("bin "), longest first."""
    skip: frozenset[str]
    """Capitalised spellings of words that open sentences: no names."""
    lower_names: tuple[str, ...]


@cache
def words(language: str = "en") -> Words:
    """Compile the word tables of one language.

    Raises:
        DataFileError: The language has no actor words.
    """
    data = table(f"lang/{language}.actors")
    lists = {
        f"{section}.{key}": frozenset(value.split() if isinstance(value, str) else value)
        for section, entries in data.items()
        for key, value in entries.items()
    }
    starters = lists["starters.words"]
    titles = _titles(data, lists)
    return Words(
        titles=titles,
        past=lists["modifiers.past"],
        modifiers=lists["modifiers.past"] | lists["modifiers.other"],
        before_title=lists["modifiers.past"] | lists["modifiers.other"] | lists["government.nouns"],
        lists=lists,
        male_names=frozenset(map(plain, lists["names.given_male"])),
        female_names=frozenset(map(plain, lists["names.given_female"])),
        joiners=_joiners(data["names"], lists["names.particles"]),
        states_of=dict(data["states_of"]),
        kept_particles=tuple(sorted(lists["names.kept_particles"], key=len, reverse=True)),
        skip=frozenset(w.capitalize() for w in starters) | lists["starters.calendar"],
        lower_names=tuple(data["lower"]["names"]),
    )


def _titles(data: Any, lists: dict[str, frozenset[str]]) -> dict[str, Title]:
    kinds = [
        ("post", [*lists["titles.post"], *data["titles"]["phrases"]]),
        ("rank", [*lists["titles.rank"], *data["titles"]["short"]]),
        ("honorific", [*lists["titles.honorific"], *data["titles"]["honorific_short"]]),
    ]
    out = {
        phrase: _title(phrase.lower(), "", kind, lists)
        for kind, phrases in kinds
        for phrase in phrases
    }
    for office, phrases in data["offices"].items():
        out.update({p: _title(p, office, "office", lists) for p in phrases})
    for title in list(out.values()):
        many = _plural(title.phrase)
        if not lists["titles.plural"].isdisjoint(many.split()):
            out[many] = Title(many, title.office, title.kind, title.gender, True, False)
    return out


def _plural(phrase: str) -> str:
    """Return the plural of a title: of its head, which stands before "of" or "general"."""
    words = phrase.split(" ")
    at = (
        next((i for i, w in enumerate(words) if w in ("of", "for", "general", "in")), len(words))
        - 1
    )
    head = words[at]
    if head.endswith("man"):
        words[at] = head[:-3] + "men"
    else:
        words[at] = head[:-1] + "ies" if head.endswith("ry") else head + "s"
    return " ".join(words)


def _title(phrase: str, office: str, kind: str, lists: dict[str, frozenset[str]]) -> Title:
    last = phrase.rstrip(".").split()[-1]
    gender = "m" if last in lists["titles.male"] else "f" if last in lists["titles.female"] else ""
    return Title(phrase, office, kind, gender, False, last in lists["titles.royal"])


def _joiners(names: Any, particles: frozenset[str]) -> frozenset[str]:
    """Return every gap within a name: a space, a hyphen, a particle between spaces."""
    return (
        frozenset({" ", "-", ". ", ".", "'"}) | {f" {p} " for p in particles} | {*names["joiners"]}
    )
