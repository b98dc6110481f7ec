"""Draws charts as PNG. Pillow is loaded with it, so it is imported where a picture is wanted, and not before."""
