"""Events as rows: the frame, its columns, and fewer of its rows."""
