"""What a verb with its auxiliaries says: tense, aspect, voice, modality, negation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.model import Tense

__all__ = ["Form", "VerbGroup"]

Form = Literal["finite", "infinitive", "participle", "gerund"]


@dataclass(slots=True, eq=False)
class VerbGroup:
    """A verb with its auxiliaries ("is not scheduled to meet")."""

    first: int
    """Index of its first token."""
    head: int
    """Index of the token that carries the meaning."""
    lemma: str
    """Base form of the head."""
    form: Form
    """``participle`` covers "-ing" and "-ed" clauses without a subject of their own."""
    tense: Tense
    """Tense of the group; of an infinitive or participle, what its clause suggests."""
    passive: bool = False
    """Does its subject undergo the action?"""
    perfect: bool = False
    """Has it a form of "have"?"""
    progressive: bool = False
    """Is it "be" and "-ing"?"""
    negated: bool = False
    """Is it denied by "not" or "never"?"""
    modal: str = ""
    """The modal verb other than will/shall ("could"), else empty."""
    plan: bool = False
    """An arranged future: "is due to", "was set to", "is to", or after a verb of intention."""
    intended_by: int = -1
    """Head token of the verb of intention it hangs on ("agreed to meet"), else -1."""

    @property
    def when(self) -> Tense:
        """The tense for placing a date: a plan points forward, else the tense itself."""
        return "future" if self.plan or self.tense == "future" else self.tense
