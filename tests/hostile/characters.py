"""Characters that hide, turn, double or break what stands beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tests.hostile.case import PROSE, Case, article, front

CONTROLS = "".join(map(chr, (*range(1, 9), 11, 12, *range(14, 32), *range(127, 160))))

_NAMES = {
    "right-to-left override": "Ilse \u202etdnarB\u202c",
    "left-to-right override": "\u202dIlse Brandt\u202c",
    "embeddings never closed": "\u202a\u202b\u202a\u202bIlse Brandt",
    "isolates never closed": "\u2066\u2067\u2068Ilse Brandt",
    "closers never opened": "\u202c\u202c\u2069\u2069Ilse Brandt\u200f\u200e\u061c",
    "zero-width spaces": "I\u200bl\u200bs\u200be B\u200brandt",
    "zero-width joiners": "Il\u200dse\u200c Br\u2060andt\ufeff",
    "soft hyphens": "Il\u00adse Bran\u00addt",
    "tag characters": "Ilse Brandt\U000e0041\U000e0042\U000e007f",
    "variation selectors": "Ilse\ufe0f Brandt\ufe0e\U000e0100",
    "a tower of accents": "I" + "\u0301" * 300 + "lse Brandt",
    "accents without a letter": "\u0301\u0302 Ilse \u0308Brandt",
    "Cyrillic look-alikes": "\u0406ls\u0435 \u0412r\u0430ndt",
    "Greek look-alikes": "\u0399lse \u0392randt",
    "fullwidth letters": "\uff29\uff4c\uff53\uff45 \uff22\uff52\uff41\uff4e\uff44\uff54",
    "mathematical letters": "\U0001d408\U0001d425\U0001d42c\U0001d41e \U0001d401randt",
    "letters that grow in lower case": "\u0130lse \u0130\u0130\u0130 Brandt",
    "letters that grow in upper case": "Ilse Bra\u00df \ufb03 \u0149 \u01f0",
    "letters that grow when normalised": "\ufdfa \u3300 Ilse Brandt",
    "decomposed and composed": unicodedata.normalize("NFD", "Ilsé Brändt") + " or Ilsé Brändt",
    "a family of emoji": "Ilse 👨\u200d👩\u200d👧\u200d👦 Brandt 🏴\U000e0067\U000e0062\U000e007f",
    "Hebrew": "אילזה ברנדט Ilse Brandt",
    "Arabic with numbers": "إلسه براندت 123 Ilse Brandt",
    "private use": "Ilse \ue000\uf8ff\U0010fffd Brandt",
    "no characters": "Ilse \ufffe\uffff\U0001ffff\ufdd0 Brandt",
    "the replacement character": "Ilse \ufffd\ufffd Brandt",
    "spaces of every width": "Ilse\u00a0\u1680\u2000\u2001\u2003\u2009\u202f\u205f\u3000Brandt",
    "a line separator": "Ilse\u2028Brandt\u2029Ilse\x85Brandt\x1cIlse",
    "control characters": f"Ilse{CONTROLS}Brandt",
    "escape sequences of a terminal": "\x1b[2J\x1b]0;owned\x07\x1b[31mIlse Brandt\x08\x08",
    "one letter": "I",
    "one mark": "“",
    "a name of a thousand words": "Ilse " + "van der " * 500 + "Brandt",
    "a word of ten thousand letters": "I" + "l" * 10_000,
}
"""Ways to write a name."""

_NUMBERS = {
    "digits that are none": "² ³ ① ⑳ ½ ¾ ↉ Ⅷ ㊿ 𝟙 ௧௦ 一百 ໒ ൰",
    "digits of other scripts": "١٢٣٤ people, १२३ ships, ４５６ tons on ٣ March ٢٠٢٤ at ١٠:٣٠",
    "a number of 10,000 digits": "9" * 10_000 + " people, " + "1,000," * 2_000 + "000 ships",
    "a number with 10,000 points": "1." * 10_000 + " and $1" + ".5" * 5_000 + " million",
    "number words without end": "thousand " * 3_000 + "million " * 3_000 + "hundred ships",
    "numbers out of bounds": "1e999 inf nan -0 0x7f 1_000 ++5 --5 +-5 5- 5% of 0 of -1 to -2",
    "shares": "1/0 of them, 0/0, a zeroth, -1 in -0, 5,00,00,0,0 and ,,,5,,, and 1.000.000,00",
    "days that are none": "30 February 2024, 31 April, 29 February 2023, 0 May, 32 December 2024, "
    "the 99th of March, 2024-13-45, 00/00/0000, 99/99/9999, week 60 of 2024, Q9 2024",
    "years out of bounds": "in the year 0, in 0000-00-00, in 9999 AD, 31 December 9999, "
    "1 January 0001, 99999 BC, in the 999th century, 10000000 years ago, in 99999999999 days",
    "times that are none": "25:61, 99:99 PM, 00:00:99, 13 PM, 24:00, 0 o'clock, -1 am",
    "relative to nothing": "a day before the day after the week before last Tuesday a year ago "
    "next month last year three weeks from yesterday ago ago from from before before " * 40,
    "ranges backwards": "from 31 December 9999 to 1 January 0001, between Friday and Friday and "
    "Friday, May to May to May, 2024-2023-2022, 10 to 5 to 1 people, 5–4–3 million",
}

_SENTENCES = {
    "empty quotations": '"" “” ‘’ «» "" " " “ ” said "". said “”, she said. "',
    "quotation marks crosswise": '“Nobody ‘knew” it’ "she “said" Brandt” and ’left‘ ”now“ «or»»',
    "quotations in quotations": "“She said ‘he said “they said ‘no’ ” ’ ” " * 60,
    "every mark of Unicode": " ".join(
        f"{chr(c)}yes{chr(c)}, said Brandt." for c in range(0x2010, 0x2070)
    ),
    "only reporting verbs": "said says told tells asked claimed denied " * 200,
    "only pronouns": "He told her that she told him that they told it. " * 100,
    "only titles": "Mr Dr President Prime Minister Sir General Captain " * 150,
    "only commas": "Brandt, " * 1_500,
    "only brackets": "([{" * 500 + "Brandt" + "}])" * 500,
    "initials": "I. B. C. D. E. F. G. " * 200,
    "abbreviations glued": "U.S.A.F.B.I.N.A.T.O.E.U.U.N." * 150,
    "sentences glued": "She left.He stayed.They said.It went.Nobody knew." * 100,
    "underscores and stars": "_*_*__**__**`~`~~=" * 300,
    "one letter a line": "\n".join("Ilse Brandt said no") + "\n",
    "one word a paragraph": "\n\n".join(PROSE.split() * 10),
    "the same sentence": (PROSE + "\n\n") * 100,
    "capitals": PROSE.upper() * 5,
    "no capitals": PROSE.lower() * 5,
    "a stamp a line": "Published: 10:00 AM, 5 Mar, 2024\n\n" * 150,
    "a byline a line": "By Ilse Brandt, Reuters\n\n" * 150,
    "a credit a line": "(AP Photo/Ilse Brandt)\n\n" * 150,
    "headlines alone": "Ferry Stays In Port\n\n" * 150,
    "addresses alone": "https://example.org/a?b=c&d=e#f " * 300,
}


def cases() -> Iterator[Case]:
    """One article each; a name stands in its headline, its metadata and its text, too."""
    for name, words in _NAMES.items():
        told = f"{PROSE}{words} said so. “Not today,” {words} told Reuters. {PROSE}He left.\n"
        yield article(f"characters: {name}", f"{words} stays in port\n\nBy {words}\n\n{told}")
        shown = '"' + "".join(f"\\U{ord(c):08x}" for c in words) + '"'
        given = front(title=shown, byline=f"[{shown}]", outlet=shown, place=shown)
        yield article(f"characters in front matter: {name}", given, ".md")
    for group, table in (("numbers", _NUMBERS), ("sentences", _SENTENCES)):
        for name, words in table.items():
            yield article(f"{group}: {name}", f"Ferry stays in port\n\n{words}\n\n{PROSE}\n")
