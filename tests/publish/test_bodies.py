"""What MkDocs gives back is what was put in its hands."""

from __future__ import annotations

import re

import markdown

from generator.artifact import Artifact
from generator.publish.bodies import Bodies


def test_a_page_comes_back_whole(artifacts: dict[str, Artifact]) -> None:
    """The same HTML as Markdown makes of the whole page, but for line breaks between blocks."""
    bodies = Bodies()
    some = [artifact for path, artifact in artifacts.items() if path.endswith(".md")][::40]
    assert len(some) > 20
    for page in some:
        text = page.data.decode()
        bodies.keep(page.path, text)
        rest = bodies.markdown(page.path)
        assert rest is not None
        front, _, body = rest.removeprefix("---\n").partition("\n---\n")
        assert text.startswith(f"---\n{front}\n---\n")
        whole = markdown.markdown(
            text.removeprefix(f"---\n{front}\n---\n"), extensions=["toc", "tables", "fenced_code"]
        )
        again = bodies.html(page.path, markdown.markdown(body, extensions=["toc", "tables", "fenced_code"]))
        assert _bare(again) == _bare(whole)


def test_a_page_written_by_hand_is_left_alone() -> None:
    bodies = Bodies()
    assert bodies.markdown("a-propos/index.md") is None
    assert bodies.html("a-propos/index.md", "<p>x</p>") == "<p>x</p>"


def _bare(html: str) -> str:
    """Without line breaks, and without the paragraph that Markdown puts around a lone link or script element."""
    return re.sub(r"<p>((?:<link[^>]*>|<script[^>]*></script>|\s)+)</p>", r"\1", html).replace("\n", "")
