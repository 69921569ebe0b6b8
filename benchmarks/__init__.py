"""Measurements, each beside a peer in the same run: trust the ratios, not the seconds."""
