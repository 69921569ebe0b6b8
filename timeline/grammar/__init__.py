"""Document → shallow grammar of its sentences: words, verb groups, clauses.

It answers two questions the other stages ask: which verb governs this place, and in what tense.
It must not know what an event or a date is.
"""

from timeline.grammar.group import VerbGroup
from timeline.grammar.parse import Grammar, Parse

__all__ = ["Grammar", "Parse", "VerbGroup"]
