"""Write what a run measured between two marks of a text; what stands around them stays."""

from __future__ import annotations

import re

__all__ = ["between"]


def between(text: str, marks: tuple[str, str], content: str) -> str:
    """Return the text with new content between its marks.

    Args:
        text: The text, with both marks once.
        marks: The lines before and after the content; they stay.
        content: What stands between them from now on.
    """
    before, after = marks
    pattern = re.compile(f"{re.escape(before)}.*?{re.escape(after)}", re.DOTALL)
    return pattern.sub(lambda _: f"{before}\n{content}\n{after}", text)
