"""Terminal and pipe: the same timeline as on the page, as text."""
