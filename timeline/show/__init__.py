"""Rows as a picture."""
