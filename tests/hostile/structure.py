"""Front matter, editors' files and names of files that are not as documented."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import ARTICLE, PROSE, Case, article, front
from tests.hostile.markup import FIELDS

_VALUES = {
    "null": "null", "a number": "42", "a negative number": "-1", "a float": "1.5",
    "infinity": ".inf", "no number": ".nan", "a huge number": "9" * 5_000, "true": "true",
    "a list": "[a, b]", "an empty list": "[]", "a list of lists": "[[a], [[b]]]",
    "a list of numbers": "[1, 2]", "a list of nulls": "[null, ~]", "a mapping": "{a: b}",
    "an empty text": "''", "white space": "'  \\t '", "a day": "2024-03-05",
    "a day that is none": "2024-02-30", "a time": "2024-03-05T10:00:00+99:99",
    "a time of base 60": "10:30:00", "octal": "0o17", "binary": "!!binary aGVsbG8=",
    "broken binary": "!!binary '@@'", "a set": "!!set {a, b}", "an ordered map": "!!omap [a: 1]",
    "a Python object": "!!python/object/apply:os.system ['id']", "an unknown tag": "!evil x",
    "a wrong tag": "!!int hello", "a wrong float": "!!float hello", "a wrong day":
    "!!timestamp hello", "a wrong truth": "!!bool hello", "an anchor": "&a [*a]",
    "an alias to nothing": "*nothing", "a merge key": "{<<: {a: b}}", "a wrong merge": "{<<: 5}",
    "an unhashable key": "{[a]: b}", "a block": "|\n  line\n  line", "a long text": "x" * 40_000,
    "nested lists": "[" * 900 + "]" * 900, "nested mappings": "{a: " * 400 + "1" + "}" * 400,
    "a path": "../../../../etc/passwd", "an absolute path": "/etc/passwd", "a NUL": '"\\0"',
    "a surrogate": '"\\ud800"', "an escape": '"\\e[2J\\a"', "a bidi override": '"\\u202eabc"',
}  # fmt: skip

_WHOLE = {
    "never closed": f"---\ntitle: Ferry\n\n{PROSE}",
    "closed at once": f"---\n---\n\n{PROSE}",
    "nothing but front matter": "---\ntitle: Ferry\n---\n",
    "a list": f"---\n- a\n- b\n---\n\n{PROSE}",
    "a word": f"---\nhello\n---\n\n{PROSE}",
    "tabs": f"---\n\ttitle:\tFerry\n---\n\n{PROSE}",
    "broken": f"---\ntitle: [a\nb: }}\n---\n\n{PROSE}",
    "two documents": f"---\ntitle: A\n...\n---\ntitle: B\n---\n\n{PROSE}",
    "a directive": f"---\n%YAML 9.9\n---\n\n{PROSE}",
    "a key twice": f"---\ntitle: A\ntitle: B\n---\n\n{PROSE}",
    "keys that are no text": f"---\n1: a\ntrue: b\n[x]: c\n{{y: z}}: d\nnull: e\n---\n\n{PROSE}",
    "a thousand keys": "---\n" + "".join(f"k{i}: {i}\n" for i in range(1000)) + f"---\n\n{PROSE}",
    "a control character": f"---\ntitle: a\x07b\x01\n---\n\n{PROSE}",
    "larger than is read": "---\nrights: " + "x " * 60_000 + f"\n---\n\n{PROSE}",
    "a story elsewhere": front(title="Ferry", story="../../outside"),
    "a story of dots": front(title="Ferry", story="'..'"),
    "a story that is a path": front(title="Ferry", story="/etc/cron.d"),
    "a story with markup": front(title="Ferry", story="'<script>alert(1)</script>'"),
    "a story called like a page": front(title="Ferry", story="variorum"),
    "a story of white space": front(title="Ferry", story="'a\\nb\\tc'"),
    "a story of a surrogate": front(title="Ferry", story='"a\\ud800"'),
    "a story of many folders": front(title="Ferry", story="/".join("abcdefghij" * 30)),
    "a story of one long name": front(title="Ferry", story="s" * 3_000),
}

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
"""A list that grows ninefold with each line."""

_FILES = {
    "a bomb": BOMB,
    "a bomb under a key": f"{BOMB}title: *i\nilse-brandt:\n  aliases: *i\n",
    "a bomb as a key": f"{BOMB}? *i\n: x\n? {{a: *i}}\n: y\n",
    "a list": "- a\n- b\n",
    "a word": "hello\n",
    "broken": "title: [a\nb: }\n",
    "deep": "[" * 5_000,
    "deep and closed": "[" * 900 + "]" * 900,
    "a Python object": "!!python/object/apply:os.system ['id']\n",
    "wrong types": "title: [a]\nlead: {b: c}\nilse-brandt: [x]\nother: 5\n",
    "wrong types below": "ilse-brandt:\n  name: [x]\n  aliases: 5\n  kind: []\n  merge: {a: b}\n"
    "  split: [[a]]\n  wikidata: 42\n  description: 2024-03-05\n",
    "keys that are no text": "1: a\ntrue: b\n? [x]\n: c\nnull: d\n2024-03-05: e\n",
    "unhashable keys": "? [a, b]\n: c\n? {a: b}\n: d\n",
    "a day that is none": "title: 2024-02-30\nilse-brandt: {description: 2024-99-99}\n",
    "a huge number": "title: " + "9" * 5_000 + "\n",
    "merging in a circle": "a-a: {merge: [b-b]}\nb-b: {merge: [c-c]}\nc-c: {merge: [a-a]}\n",
    "merging with itself": "ilse-brandt: {merge: [ilse-brandt], split: [Ilse Brandt]}\n",
    "everything one actor": "ilse-brandt: {merge: [islands, reuters], aliases: [a, '', ' ']}\n",
    "a surrogate": 'title: "\\ud800"\nilse-brandt: {name: "\\udfff", aliases: ["\\ud800"]}\n',
    "control characters": "title: a\x07b\n",
    "a NUL": "title: a\x00b\n",
    "many entries": "".join(f"actor-{i}: {{name: Name {i}}}\n" for i in range(2_000)),
    "many aliases": f"ilse-brandt: {{aliases: [{', '.join(f'Ilse {i}' for i in range(3_000))}]}}\n",
}

_PATHS: tuple[str | bytes, ...] = (
    "index.txt", "search.txt", "genindex.md", "con.txt", "-.txt", "a...txt", "a..txt", " .txt",
    "a b.txt", "a&b<c>.txt", "'\"`.txt", "<script>alert(1)<.txt", "a%2e%2e%2fb.txt", "a#b?c.txt",
    "a\\b.txt", "~a.txt", "$HOME.txt", "{{x}}.txt", "%s%n.txt", "a\nb.txt", "a\tb\x07.txt",
    "*.txt", "[a].txt", "Ж.txt", "é.txt", "e\u0301.txt", "\u202egpj.txt", "\u200b.txt", "😀.txt",
    f"{'x' * 240}.txt", f"{'é' * 120}.txt", b"\xff\xfe.txt", "A.TXT", "a.Txt",
)  # fmt: skip


def cases() -> Iterator[Case]:
    """One article each, or the files beside good ones."""
    for name, value in _VALUES.items():
        given = front(**dict.fromkeys(FIELDS[:-1], value))
        yield article(f"every field: {name}", given, ".md")
        yield article(f"story: {name}", front(title="Ferry", story=value), ".md")
    for name, text in _WHOLE.items():
        yield article(f"front matter: {name}", text, ".md")
    for name, text in _FILES.items():
        data = text.encode("utf-8", "surrogatepass")
        files = {
            "story.yaml": data,
            "actors.yaml": data,
            "corrections.yaml": data,
            "articles/bad.txt": ARTICLE.encode(),
        }
        yield Case(f"editor's files: {name}", files)
    for path in _PATHS:
        where = path if isinstance(path, bytes) else path.encode()
        shown = where.decode("utf-8", "backslashreplace")[:40]
        yield Case(f"name of a file: {shown!r}", {b"articles/" + where: ARTICLE.encode()})
        if len(where) < 100:
            folder = where.rpartition(b".")[0] or b"x"
            inside = {b"articles/" + folder + b"/bad.txt": ARTICLE.encode()}
            yield Case(f"name of a folder: {shown!r}", inside)
    twins = {f"articles/{name}": ARTICLE.encode() for name in ("A.txt", "a.txt", "a.md", "a!.txt")}
    yield Case("names of files: twins", twins)
