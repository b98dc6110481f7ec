"""What can go wrong where something newer is fetched."""


class RefreshError(Exception):
    """What was fetched cannot be used, or nothing could be fetched; the text says why, without a stop at its end."""
