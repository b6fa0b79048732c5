"""Places named after what they lie in: said once."""

from __future__ import annotations


def says(place: str, wider: str) -> bool:
    """Whether the name of the place tells the wider one already: « France entière », « Marigot (Haïti) », but neither
    « Fort-de-France » nor « Antigua Guatemala »."""
    return place == wider or place.startswith(f"{wider} ") or f"({wider})" in place


def once(place: str, wider: str) -> tuple[str, ...]:
    """Both names, or the one that tells the other; empty ones are left out."""
    if place and says(wider, place):
        return (wider,)
    if wider and says(place, wider):
        return (place,)
    return tuple(filter(None, (place, wider)))
