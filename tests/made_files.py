"""Files of every format that is read, made by the programs' libraries or in their exact shape."""

from __future__ import annotations

import email.message
import email.policy
import gzip
import io
import plistlib
import zipfile

TITLE = "Ferry to the islands stops for the winter"
TEXT = [
    "The ferry to the outer islands will stop at the end of the month, its owner said on Monday.",
    "“We lose money on every trip,” said Ida Brandt, who has run the line for eleven years.",
    "About 60 people live on the two islands, and most of them shop on the mainland once a week.",
    "The council will meet on Thursday to talk about a bus that would run to the southern bridge.",
]
HTML = "".join(f"<p>{line}</p>" for line in TEXT)
PAGE = (
    f"<html><head><meta charset='utf-8'><title>{TITLE} - Island Post</title></head><body>"
    f"<article><h1>{TITLE}</h1><p>By Ida Moor</p><p>31 August 2021</p>{HTML}</article>"
    "</body></html>"
)
URL = "https://post.example/2021/ferry"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zip_of(files: dict[str, str | bytes]) -> bytes:
    """A zip of files by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, said in files.items():
            packed.writestr(name, said)
    return made.getvalue()


def docx(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of (style, words)."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{name}"/></w:style>'
        for i, name in (("Titel", "Title"), ("berschrift1", "heading 1"), ("Standard", "Normal"))
    )
    said = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">'
        f"{words[:9]}</w:t></w:r><w:r><w:t>{words[9:]}</w:t></w:r></w:p>"
        for style, words in paragraphs
    )
    return zip_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "word/document.xml": f"<w:document {_W}><w:body>{said}</w:body></w:document>",
        }
    )


def odt(body: str) -> bytes:
    """An OpenDocument text."""
    names = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "style"))
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return zip_of({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(*paragraphs: str) -> bytes:
    """Rich Text as a word processor writes it."""
    said = "\\par\n".join(
        "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line) for line in paragraphs
    )
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\f0\\fs24 "
    return f"{head}{said}\\par}}".encode("ascii")


def mhtml() -> bytes:
    """A page as Chromium saves it in one file."""
    page = email.message.EmailMessage(policy=email.policy.default)
    page.set_content(PAGE, subtype="html", cte="quoted-printable")
    page["Content-Location"] = URL
    whole = email.message.EmailMessage(policy=email.policy.default)
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = URL
    whole["Subject"] = TITLE
    whole["MIME-Version"] = "1.0"
    whole["Content-Type"] = 'multipart/related; type="text/html"; boundary="----Boundary--x"'
    whole.attach(page)
    return whole.as_bytes()


def eml(body: str, subtype: str) -> bytes:
    """An e-mail."""
    message = email.message.EmailMessage(policy=email.policy.default)
    message["From"] = "Island Post <news@post.example>"
    message["Subject"] = TITLE
    message["Date"] = "Tue, 31 Aug 2021 09:30:00 +0200"
    message.set_content(body, subtype=subtype)
    return message.as_bytes()


def webarchive() -> bytes:
    """A page as Safari saves it."""
    page = {
        "WebResourceData": PAGE.encode(),
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
    }
    return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)


def rss() -> bytes:
    """A feed: an entry with its whole text, and one with a summary."""
    return f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Island Post</title>
<item><title>{TITLE}</title><link>{URL}</link><dc:creator>Ida Moor</dc:creator>
<pubDate>Tue, 31 Aug 2021 09:30:00 +0200</pubDate><description>It stops.</description>
<content:encoded><![CDATA[{HTML}]]></content:encoded></item>
<item><title>Mill burns down</title><description>A mill burned down.</description></item>
</channel></rss>""".encode()


def atom() -> bytes:
    """The same in Atom."""
    return f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Island Post</title>
<entry><title>{TITLE}</title><link rel="alternate" href="{URL}"/>
<published>2021-08-31T09:30:00+02:00</published><author><name>Ida Moor</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content></entry>
</feed>""".encode()


def warc() -> bytes:
    """What a crawler kept, each record packed by itself: the page, and a picture of it."""
    answers = ((URL, b"text/html", PAGE.encode()), (f"{URL}.png", b"image/png", b"\x89PNG"))
    return b"".join(gzip.compress(_record(url, kind, data)) for url, kind, data in answers)


def _record(url: str, kind: bytes, data: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n" + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2021-09-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def pdf(*paragraphs: str) -> bytes:
    """A PDF with a text layer, with its page's number."""
    import typst

    said = '#set page(width: 110mm, height: 70mm, numbering: "1 of 1")\n#set par(justify: true)\n'
    made = typst.compile((said + "\n\n".join(paragraphs)).encode())
    assert isinstance(made, bytes)
    return made
