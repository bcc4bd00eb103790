"""Bytes that are no text, or text in another encoding than they say."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator

from tests.hostile.case import ARTICLE, PROSE, Case, article, page

ACCENTS = (
    "Fähre fällt aus\n\nDie Fähre zu den Inseln fuhr am Dienstag nicht; “drei Tage”, hieß es.\n"
)
CYRILLIC = "Паром остался в порту\n\nПаром на острова во вторник не вышел, сказал капитан Иванов.\n"
JAPANESE = "フェリー欠航\n\n島へのフェリーは火曜日に出港しなかったと船長が述べた。\n"
CHINESE = "渡轮停航\n\n开往岛屿的渡轮星期二没有起航，船长说发动机还需要三天。\n"
KOREAN = "여객선 결항\n\n섬으로 가는 여객선이 화요일에 출항하지 않았다고 선장이 말했다.\n"

_ENCODED = (
    ("utf-8-sig", ARTICLE), ("utf-16", ARTICLE), ("utf-16-le", ARTICLE), ("utf-16-be", ARTICLE),
    ("utf-32", ARTICLE), ("utf-32-be", ARTICLE), ("utf-7", "Fähre – " + ARTICLE),
    ("cp037", ARTICLE), ("latin-1", ACCENTS.replace("“", '"').replace("”", '"')),
    ("cp1252", ACCENTS), ("mac-roman", ACCENTS), ("cp1251", CYRILLIC), ("koi8-r", CYRILLIC),
    ("shift_jis", JAPANESE), ("euc-jp", JAPANESE), ("iso-2022-jp", JAPANESE),
    ("gb18030", CHINESE), ("big5", "渡輪停航\n\n開往島嶼的渡輪星期二沒有起航。\n"),
    ("euc-kr", KOREAN),
)  # fmt: skip

_BYTES = {
    "empty": b"",
    "white space": b" \n\t\r\n \x0b\x0c",
    "a byte-order mark alone": b"\xef\xbb\xbf",
    "two byte-order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + ARTICLE.encode(),
    "half a UTF-16 character": b"\xff\xfe" + "Ferry".encode("utf-16-le") + b"\x00",
    "a lone surrogate in UTF-16": b"\xff\xfe\x00\xd8" + ARTICLE.encode("utf-16-le"),
    "a surrogate in UTF-8": b"Ferry \xed\xa0\x80 stays\n\n" + PROSE.encode(),
    "overlong UTF-8": b"Ferry \xc0\xaf\xc1\x81 stays\n\n" + PROSE.encode(),
    "UTF-8 cut off": "Die Fähre fährt nicht, sagte die Kapitänin am Dienstag: ä".encode()[:-1],
    "beyond Unicode": b"Ferry \xf4\x90\x80\x80 stays\n\n" + PROSE.encode(),
    "Latin-1 amid UTF-8": "Fähre – ".encode() + "fällt".encode("latin-1") + ARTICLE.encode(),
    "twice encoded": ACCENTS.encode().decode("latin-1").encode(),
    "every byte": bytes(range(256)) * 8,
    "every byte but NUL": bytes(range(1, 256)) * 8,
    "high bytes alone": bytes(range(128, 256)) * 16,
    "NUL amid text": b"Ferry\x00stays\n\n" + PROSE.encode(),
    "a compressed file": gzip.compress(ARTICLE.encode(), mtime=0),
    "the head of a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
    "the head of a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "old line ends": ARTICLE.replace("\n", "\r").encode(),
    "mixed line ends": ARTICLE.replace("\n\n", "\r\n\n\r").encode(),
    "every line end of Unicode": "\u2028".join(
        f"{PROSE}{end}{PROSE}" for end in "\n\r\v\f\x1c\x1d\x1e\x85\u2029"
    ).encode(),
}


def cases() -> Iterator[Case]:
    """One article each."""
    for encoding, text in _ENCODED:
        yield article(f"encoding: {encoding}", text.encode(encoding))
    for name, data in _BYTES.items():
        yield article(f"bytes: {name}", data)
    noise = random.Random(7).randbytes(20_000)
    yield article("bytes: noise", noise)
    yield article("bytes: noise as Markdown", noise, ".md")
    yield article("bytes: noise as a page", noise, ".html")
    wrong = page(f"<h1>Fähre</h1><p>{PROSE}Größe</p>", '<meta charset="koi8-r"><title>F</title>')
    yield article("bytes: a page that says a wrong charset", wrong.encode(), ".html")
    said = '<?xml version="1.0" encoding="utf-16"?>' + page(f"<p>{PROSE * 3}</p>")
    yield article("bytes: a page that says UTF-16 and is UTF-8", said, ".html")
