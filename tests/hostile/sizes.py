"""Much of everything: what takes time where a step is not linear."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.hostile.case import PROSE, Case, article, page

MB = 1_000_000


def prose(size: int) -> str:
    """Ordinary paragraphs of *size* characters together."""
    paragraph = PROSE * 3 + "\n\n"
    return (paragraph * (size // len(paragraph) + 1))[:size]


_TEXTS: dict[str, Callable[[], str]] = {
    "one line of 1 MB": lambda: (PROSE * (MB // len(PROSE) + 1))[:MB],
    "one word of 1 MB": lambda: "a" * MB,
    "one letter and a space, 300,000 times": lambda: "a " * 300_000,
    "100,000 straight quotation marks": lambda: '"' * 100_000,
    "100,000 straight quotation marks, spaced": lambda: '" ' * 100_000,
    "100,000 opening quotation marks": lambda: "“" * 100_000,
    "100,000 closing quotation marks": lambda: "”" * 100_000,
    "100,000 quotation marks in pairs": lambda: "“a” " * 50_000,
    "100,000 quotation marks crosswise": lambda: "“a 'b\" ‘c” d’ " * 20_000,
    "100,000 apostrophes": lambda: "'a" * 100_000,
    "100,000 lines of a quotation mark": lambda: "“a\n" * 100_000,
    "50,000 opened quotations in paragraphs": lambda: "“She said so.\n\n" * 50_000,
    "30,000 sentences of said": lambda: "“No,” said Brandt. " * 30_000,
    "100,000 brackets": lambda: "(" * 50_000 + "[" * 50_000,
    "100,000 commas": lambda: ", " * 100_000,
    "100,000 dashes": lambda: "— " * 50_000 + "-" * 50_000,
    "100,000 full stops": lambda: "." * 100_000,
    "100,000 spaces": lambda: "a" + " " * 100_000 + "b",
    "100,000 tabs between words": lambda: "\t".join("ab" * 50_000),
    "a number of 100,000 digits": lambda: "9" * 100_000,
    "100,000 numbers": lambda: "12,5 " * 100_000,
    "20,000 dates": lambda: "on 5 March 2024, " * 20_000,
    "20,000 different dates": lambda: ", ".join(
        f"{1 + i % 28} May {1000 + i}" for i in range(9_000)
    ),
    "20,000 stamps": lambda: "Published: 10:00 AM, 5 Mar, 2024\n" * 20_000,
    "20,000 relative days": lambda: "next Tuesday last week ago " * 7_000,
    "20,000 figures": lambda: "some 4,000 people, " * 20_000,
    "20,000 times one name": lambda: "Ilse Brandt, " * 20_000,
    "10,000 different names": lambda: ", ".join(
        f"Ilse {a}{b}{c}andt" for a in "BCDFGHJKLMNPRSTVWZ" for b in "aeiouy"
        for c in "bdfghjklmnprstvwz" for _ in range(6)
    ),
    "20,000 abbreviations": lambda: "U.S. E.U. U.N. " * 7_000,
    "20,000 pronouns": lambda: "He told her that they knew it. " * 5_000,
    "20,000 titles": lambda: "Prime Minister Sir General " * 7_000,
    "20,000 addresses": lambda: "https://example.org/a?b=c " * 20_000,
    "an address of 1 MB": lambda: "https://example.org/" + "a/" * (MB // 2),
    "100,000 addresses half written": lambda: "http://" * 100_000,
    "100,000 at signs and stops": lambda: "a@b." * 50_000,
    "300,000 empty lines": lambda: "Ferry" + "\n" * 300_000 + PROSE,
    "100,000 lines of a word": lambda: "Ferry\n" * 100_000,
    "20,000 bylines": lambda: "By Ilse Brandt\n" * 20_000,
    "20,000 credits": lambda: "(Reuters)\n" * 20_000,
    "a byline of 100,000 words": lambda: "By " + "Ilse " * 100_000,
    "a dateline of 100,000 words": lambda: "OSLO, " * 100_000 + "(Reuters) - " + PROSE,
    "100,000 capitals": lambda: "FERRY STAYS " * 10_000,
    "100,000 accents on a letter": lambda: "e" + "\u0301" * 100_000,
    "100,000 bidi overrides": lambda: "\u202e" * 100_000 + PROSE,
    "100,000 zero-width spaces": lambda: "\u200b" * 100_000 + PROSE,
    "100,000 letters that grow": lambda: "\u0130" * 100_000,
    "100,000 emoji": lambda: "😀" * 100_000,
    "100,000 ampersands": lambda: "&<>\"'" * 20_000,
    "100,000 bytes of ideographs": lambda: "渡轮停航" * 10_000,
    "200,000 characters of prose": lambda: prose(200_000),
    "one sentence of 20,000 clauses": lambda: "which said that Brandt knew that " * 7_000,
    "a list of 50,000 words": lambda: "ferry and captain and " * 12_000,
    "a verb with 20,000 children": lambda: "Brandt said " + "yesterday quickly " * 10_000,
}  # fmt: skip

_MARKDOWN: dict[str, Callable[[], str]] = {
    "10,000 quotations in each other": lambda: ">" * 10_000 + " a",
    "quotations growing": lambda: "\n".join(">" * i + " a" for i in range(400)),
    "10,000 lists in each other": lambda: "- " * 10_000 + "a",
    "lists growing": lambda: "\n".join("  " * i + "- a" for i in range(400)),
    "100,000 stars": lambda: "*" * 100_000,
    "100,000 stars in words": lambda: "*a _b **c __d " * 20_000,
    "100,000 opening brackets": lambda: "[" * 100_000,
    "100,000 links half written": lambda: "[a](" * 50_000,
    "100,000 links in each other": lambda: "[" * 20_000 + "a" + "](b)" * 20_000,
    "50,000 pictures half written": lambda: "![" * 50_000,
    "50,000 pictures in each other": lambda: "![a](" * 20_000 + ")" * 20_000,
    "50,000 roles half written": lambda: "{a}`" * 50_000,
    "50,000 braces": lambda: "{a}" * 50_000,
    "100,000 backticks": lambda: "`" * 100_000,
    "backticks growing": lambda: " a ".join("`" * i for i in range(500)),
    "100,000 tildes": lambda: "~~~\n" * 20_000,
    "50,000 fences half written": lambda: "```\n" * 50_001,
    "50,000 directives": lambda: ":::{note}\n" * 50_000,
    "50,000 less-than signs": lambda: "<" * 50_000 + "<a " * 20_000,
    "comments half written": lambda: "<!--" * 50_000,
    "declarations half written": lambda: "<!A " * 50_000 + "<?" * 50_000 + "<![CDATA[" * 20_000,
    "100,000 entities": lambda: "&amp;&#x41;&bogus" * 20_000,
    "100,000 backslashes": lambda: "\\" * 100_000,
    "a table of 1,000 columns": lambda: "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n|b|\n" * 500,
    "50,000 references": lambda: "".join(f"[r{i}]: /a\n" for i in range(50_000)) + "[r1]",
    "50,000 headings": lambda: "# a\n\n" * 50_000,
    "50,000 rulers": lambda: "---\n\n" * 50_000,
    "50,000 hard breaks": lambda: "a  \n" * 50_000,
    "front matter never closed": lambda: "---\n" + "a: b\n" * 100_000,
    "front matter of brackets": lambda: "---\na: " + "[" * 40_000 + "\n---\n\n" + PROSE,
    "20,000 emphases": lambda: "*a* **b** `c` [d](https://e.example) " * 5_000,
}
_PAGES: dict[str, Callable[[], str]] = {
    "20,000 divisions in each other": lambda: "<div>" * 20_000 + PROSE,
    "100,000 bold never closed": lambda: "<b>" * 100_000 + PROSE,
    "5,000 inlines in each other": lambda: "<em><a href=https://e.example>" * 2_500 + PROSE * 20,
    "inlines in each other over paragraphs": lambda: "<b><i>" * 300 + f"<p>{PROSE}" * 300,
    "2,000 bold over 20,000 line ends": lambda: "<b>" * 2_000 + "The ferry stays<br>" * 20_000,
    "500 links in each other over paragraphs": lambda: (
        "".join(f"<em><a href=https://e.example/{i}>" for i in range(500)) + f"<p>{PROSE}" * 1_000
    ),
    "20,000 times in 2,000 divisions": lambda: (
        "<div>" * 2_000 + "<time datetime=2024-03-05>today</time>" * 20_000
    ),
    "an address of 3 MB that is data": lambda: (
        f"<a href='data:text/html,{'A' * 3 * MB}'>{PROSE}</a>"
    ),
    "20,000 sizes of a picture": lambda: f"<p>{PROSE}<img srcset='{'a 1x,' * 20_000}'>",
    "5,000 tables in each other": lambda: "<table><tr><td>" * 5_000 + PROSE,
    "5,000 lists in each other": lambda: "<ul><li>" * 5_000 + PROSE,
    "50,000 closing tags": lambda: PROSE + "</div></p></b>" * 50_000,
    "an attribute of 1 MB": lambda: f'<p title="{"x" * MB}">{PROSE}</p>',
    "20,000 attributes": lambda: "<p " + " ".join(f"a{i}=1" for i in range(20_000)) + f">{PROSE}",
    "50,000 empty paragraphs": lambda: "<p></p>" * 50_000 + PROSE,
    "20,000 paragraphs": lambda: "<p>The ferry stays in port today.</p>" * 20_000,
    "50,000 line ends": lambda: "<p>The ferry<br>" * 50_000,
    "one paragraph of 50,000 line ends": lambda: "<p>" + "The ferry stays in the port<br>" * 50_000,
    "20,000 headings": lambda: "<h2>Ferry stays</h2>" * 20_000,
    "20,000 links": lambda: "<a href=https://example.org/>The ferry</a> " * 20_000,
    "20,000 times": lambda: "<time datetime=2024-03-05>today</time> " * 20_000,
    "comments never closed": lambda: "<!--" * 50_000 + PROSE,
    "100,000 entities": lambda: "&amp;&lt;&#65;&bogus;" * 30_000 + PROSE,
    "10,000 scripts": lambda: "<script>alert(1)</script>" * 10_000 + PROSE,
    "JSON-LD, deep": lambda: '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
    "a title of 1 MB": lambda: f"<title>{'Ferry ' * 150_000}</title><h1>Ferry</h1><p>{PROSE}</p>",
    "a heading of 1 MB": lambda: f"<h1>{'Ferry ' * 150_000}</h1><p>{PROSE}</p>",
}


def cases() -> Iterator[Case]:
    """One large article each."""
    yield article("size: 10 MB of prose", lambda: prose(10 * MB).encode(), heavy=True)
    # So much English that it counts as English and is analysed, whatever comes.
    head = f"Ferry stays in port\n\n{prose(20_000)}\n\n"
    for name, make in _TEXTS.items():
        yield article(f"size: {name}", _encoded(lambda make=make: head + make()), heavy=True)
    for name, make in _MARKDOWN.items():
        yield article(f"Markdown: {name}", _encoded(make), ".md", heavy=True)
    for name, make in _PAGES.items():
        yield article(
            f"page: {name}", _encoded(lambda make=make: page(make())), ".html", heavy=True
        )


def _encoded(make: Callable[[], str]) -> Callable[[], bytes]:
    return lambda: make().encode()
