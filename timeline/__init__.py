"""Read an article into dated events; see pipeline.extract."""
