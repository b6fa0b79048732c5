"""What a browser may do with a page, said in its head: Content-Security-Policy (W3C, CSP level 3, the meta element).

Scripts, styles, pictures and data come from the site alone, and nothing that stands in a page's text ever runs. What
only a host can say in headers (``frame-ancestors``) is in MAINTAINING.md.
"""

from __future__ import annotations

from urllib.parse import urlsplit

_SITE = "'self'"


def policy(html: str = "", tiles: str = "") -> str:
    """The policy of a page, by its HTML: only one with a map may show pictures of the host of ``tiles``.

    ``tiles`` is an address with holes, as Leaflet reads it: ``https://{s}.example.org/{z}/{x}/{y}.png``.
    """
    # Leaflet puts a picture of one pixel, written into its script, in the place of a tile that is no longer needed.
    pictures = [_SITE, _host(tiles), "data:"] if tiles and "data-stage" in html else [_SITE]
    rules = {
        "default-src": ["'none'"],
        "script-src": [_SITE],
        "style-src": [_SITE],
        "img-src": pictures,
        "connect-src": [_SITE],
        "worker-src": [_SITE],
        "base-uri": ["'none'"],
        "form-action": [_SITE],
    }
    return "; ".join(" ".join((name, *values)) for name, values in rules.items())


def _host(tiles: str) -> str:
    """Where tiles come from; a hole in the host's name stands for any."""
    address = urlsplit(tiles)
    return f"{address.scheme}://{address.netloc.replace('{s}', '*')}"
