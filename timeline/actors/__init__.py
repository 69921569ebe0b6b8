"""Document → every mention of a person, state or organisation, linked to its actor.

It must not know what happened or when: who acts on whom is the events stage's question.
"""

from timeline.actors.find import find
from timeline.actors.sides import sides

__all__ = ["find", "sides"]
