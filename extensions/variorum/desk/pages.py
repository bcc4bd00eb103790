"""Pages of the desk's own, in the frame of the site's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from variorum import links
from variorum.desk.news import News
from variorum.desk.site import Site
from variorum.docnames import story_home
from variorum.edition import Story
from variorum.model import Finding
from variorum.pages.kinds import place


def framed(site: Site, story: str, title: str, inside: Iterable[str]) -> str:
    """A page like those of a story, with other contents; raises :exc:`OSError`."""
    name = f"{story_home(story)}{place('sources')}.html"
    with links.opened(links.below(site.served, name)) as file:
        html = file.read().decode()
    head, _, rest = html.partition("<main")
    opened, _, after = rest.partition(">")
    _old, _, foot = after.partition("</main>")
    own = "".join((f"<h1>{escape(title)}</h1>", *inside))
    return f"{head}<main{opened}><section>{own}</section></main>{foot}"


def news_address(story: Story) -> str:
    """Where it stands: beside the story's other pages, whose styles it has."""
    return f"{story_home(story.key)}-new.html"


def news_page(site: Site, story: Story) -> str:
    """What is new in a story since the build before."""
    told = next((n for n in site.found.news if n.story == story.key), None)
    return framed(site, story.key, "What is new", _news(told, story))


def _news(told: News | None, story: Story) -> Iterator[str]:
    if told is None:
        yield "<p>No finding has changed since the desk was opened.</p>"
        return
    if told.came:
        yield f"<p>{_listed(told.came)} came in.</p>"
    if told.went:
        yield f"<p>{_listed(told.went)}, as it was called, is gone.</p>"
    yield from _group("Joined or left", (
        (c.finding, [f"{_listed(c.joined)} joined" if c.joined else "",
                     f"{_listed(c.left)} no longer tells it" if c.left else ""])
        for c in told.changed
    ))  # fmt: skip
    yield from _group("Found now", ((f, [_who(f, story)]) for f in told.found))
    yield from _group("No longer found", ((f, []) for f in told.gone))


def _group(name: str, listed: Iterable[tuple[Finding, list[str]]]) -> Iterator[str]:
    items = sorted(listed, key=lambda entry: (-entry[0].salience, entry[0].rank, entry[0].id))
    if not items:
        return
    yield f'<section class="vr-group vd-news"><h2 class="rubric vr-kick">{name} '
    yield f"<span>{len(items)}</span></h2><ul>"
    for finding, notes in items:
        said = "; ".join(note for note in notes if note)
        yield f'<li><span class="vd-said">{escape(finding.explanation)}</span>'
        yield f' <span class="vd-did">{escape(said)}</span></li>' if said else "</li>"
    yield "</ul></section>"


def _who(finding: Finding, story: Story) -> str:
    articles = {reading.article for reading in finding.readings}
    return "in " + _listed(sorted(story.sigla[a] for a in articles if a in story.sigla))


def _listed(sigla: Iterable[str]) -> str:
    return ", ".join(sigla)
