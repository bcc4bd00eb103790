"""Pages of the desk's own, in the frame of the site's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from variorum import links
from variorum.desk.news import Changed, News, told_as
from variorum.desk.site import Site
from variorum.docnames import story_home
from variorum.edition import Story
from variorum.pages.kinds import place
from variorum.rendering.words import _


def framed(site: Site, story: str, title: str, inside: Iterable[str]) -> str:
    """A page like those of a story, with other contents; raises :exc:`OSError`."""
    name = f"{story_home(story)}{place('sources')}.html"
    with links.opened(links.below(site.served, name)) as file:
        html = file.read().decode()
    head, _main, rest = html.partition("<main")
    opened, _end, after = rest.partition(">")
    _old, _closed, foot = after.partition("</main>")
    own = "".join((f"<h1>{escape(title)}</h1>", *inside))
    return f"{head}<main{opened}><section>{own}</section></main>{foot}"


def news_address(story: Story) -> str:
    """Where it stands: beside the story's other pages, whose styles it has."""
    return f"{story_home(story.key)}-new.html"


def news_page(site: Site, story: Story) -> str:
    """What is new in a story since the build before."""
    told = next((n for n in site.found.news if n.story == story.key), None)
    return framed(site, story.key, _("What is new"), _news(told, story))


def _news(told: News | None, story: Story) -> Iterator[str]:
    if told is None:
        words = _("No finding has changed since the desk was opened.")
        yield f"<p>{escape(words)}</p>"
        return
    for changed in told_as(told, story):
        yield "".join(_group(changed))


def _group(changed: Changed) -> Iterator[str]:
    if not changed["items"]:
        yield f"<p>{escape(changed['name'])}</p>"
        return
    yield '<section class="vr-group vd-news"><h2 class="rubric vr-kick">'
    yield f"{escape(changed['name'])} <span>{len(changed['items'])}</span></h2><ul>"
    for words, note in changed["items"]:
        yield f'<li><span class="vd-said">{escape(words)}</span>'
        yield f' <span class="vd-did">{escape(note)}</span></li>' if note else "</li>"
    yield "</ul></section>"
