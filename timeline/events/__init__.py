"""Document + timexes + mentions → events: what happened, when, between whom."""
