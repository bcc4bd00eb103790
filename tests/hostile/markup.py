"""Markup where text is expected, in every format, every field and every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from tests.hostile.case import PROSE, Case, article, page

PAYLOADS = {
    "a script": "<script>alert(1)</script>",
    "a script over a closing tag": "</p></div></article></main><script>alert(1)</script>",
    "a picture with a handler": '<img src=x onerror="alert(1)">',
    "a drawing with a handler": "<svg/onload=alert(1)><script>alert(1)</script></svg>",
    "a frame": '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    "a refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "a base address": '<base href="https://evil.example/">',
    "a style": "<style>body{display:none}</style><link rel=stylesheet href=//evil.example/x.css>",
    "a form": '<form action="https://evil.example/"><input name=p><button>Go</button></form>',
    "an attribute that ends early": "\" autofocus onfocus=alert(1) x=\" ' onmouseover='alert(1)",
    "half a tag": "<a href='https://example.org/ onclick=alert(1) <b <i <script",
    "a comment": "<!-- <script>alert(1)</script> --!> ]]> --> <![CDATA[ <?php system('id') ?>",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x&#62; &#x0; &bogus; &amp;amp;",
    "script addresses": "[a](javascript:alert(1)) <a href='JaVaScRiPt:alert(1)'>x</a> "
    "[b](data:text/html,<script>alert(1)</script>) [c](vbscript:x) [d](java\tscript:alert(1))",
    "an address with a script in it": 'https://example.org/"><script>alert(1)</script> '
    "http://example.org/'onmouseover='alert(1) www.example.org/<svg/onload=alert(1)>",
    "an address with a user": "https://bank.example@evil.example/ https://[::1]:99999/ http://%00/",
    "a template": "{{ config }} {% include '/etc/passwd' %} {# #} ${7*7} <%= 7*7 %> #{7*7}",
    "formats": "%(title)s %s %n {0} {title!r} {0.__class__} $HOME `id` $(id) \\x41 \\N{DASH}",
    "reStructuredText": ".. raw:: html\n\n   <script>alert(1)</script>\n\n"
    ".. include:: /etc/passwd\n\n|release| :raw-html:`<b>` `x <javascript:alert(1)>`_ _x: y",
    "MyST": "```{raw} html\n<script>alert(1)</script>\n```\n\n```{include} /etc/passwd\n```\n\n"
    "{{ x }} {raw}`html` :::{note}\nx\n::: [](#top) <https://e.example/> $$x$$ % note",
    "a closing fence": "```\n````{eval-rst}\n.. raw:: html\n\n   <script>alert(1)</script>\n````",
    "an end of JSON": '"}];alert(1);//</script><script>alert(1)</script>\\u003cscript\\u003e',
    "an end of a search index": 'Search.setIndex({"x":"\\"});alert(1)//\u2028alert(1)',
    "formulas": '=HYPERLINK("https://evil.example/","x") +1+cmd|\' /C calc\'!A0 @SUM(1) -2+3 \t=1',
    "TeX": "\\input{/etc/passwd} } @misc{x, title={a}} \\write18{id} $\\def\\x{\\x\\x}\\x$ % {{{",
    "XML": "]]> <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]> &b; <?x y?>",
    "a style with a script": "<div style=\"background:url('javascript:alert(1)')\" "
    "srcset='x 1x, //evil.example/y 2x'>@import '//evil.example/x.css'; }</style>",
    "custom elements": "<x-a onclick=alert(1)><math><mtext><template><noscript><plaintext>",
}
FIELDS = ("title", "outlet", "byline", "place", "url", "agency", "photo_agency", "rights",
          "language", "published", "updated", "retrieved", "story")  # fmt: skip


def cases() -> Iterator[Case]:
    """Each payload as text, as Markdown, as a page, in front matter, in a page's head."""
    for name, words in PAYLOADS.items():
        amid = f"{PROSE}{words} {PROSE}"
        yield article(
            f"text: {name}", f"{words}\n\n{amid}\n\nBy {words}\n\n“{words}”, said Brandt.\n"
        )
        yield article(
            f"Markdown: {name}", f"# {words}\n\n{amid}\n\n> {words}\n\n- {words}\n", ".md"
        )
        body = f"<article><h1>{words}</h1><p>{amid}</p><p>{escape(words)} {PROSE}</p></article>"
        yield article(f"page: {name}", page(body), ".html")
        said = "".join(f"{field}: {json.dumps(words)}\n" for field in FIELDS[:-1])
        yield article(f"front matter: {name}", f"---\n{said}---\n\n{PROSE * 2}\n", ".md")
        yield article(f"head of a page: {name}", _head(words), ".html")
    for name in ("a script", "an attribute that ends early", "script addresses", "entities"):
        words = json.dumps(PAYLOADS[name])
        good = {"articles/bad.txt": PROSE.encode()}
        story = f"title: {words}\nlead: {words}\n{words}: {words}\n".encode()
        yield Case(f"story.yaml: {name}", good | {"story.yaml": story})
        actors = (
            f"ilse-brandt:\n  name: {words}\n  aliases: [{words}, Ilse Brandt, Brandt]\n"
            f"  description: {words}\n  wikidata: {words}\n  kind: {words}\n{words}:\n  name: x\n"
        )
        yield Case(f"actors.yaml: {name}", good | {"actors.yaml": actors.encode()})


def _head(words: str) -> str:
    data = {
        "@type": "NewsArticle", "headline": words, "datePublished": words, "dateModified": words,
        "author": [{"name": words}, words], "publisher": {"name": words},
    }  # fmt: skip
    attribute = escape(words)
    head = (
        f"<title>{attribute}</title>"
        f'<meta property="og:site_name" content="{attribute}">'
        f'<meta property="og:title" content="{attribute}">'
        f'<meta name="author" content="{attribute}">'
        f'<meta property="article:published_time" content="{attribute}">'
        f'<link rel="canonical" href="{attribute}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
    )
    return page(f"<article><h1>{attribute}</h1><p>{PROSE * 3}</p></article>", head)
