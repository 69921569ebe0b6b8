"""Document → temporal expressions, each with its place in the calendar.

The rules are data (data/lang/xx.time*.toml); here is what they are made of and what they mean.
"""

from timeline.time.resolve import timexes

__all__ = ["timexes"]
