"""A card's correction is copied: of the very words the card was opened at."""

from __future__ import annotations

from tests.browser.conftest import STORY, Open
from tests.conftest import ROOT
from variorum.corrections import Words, read
from variorum.reading import read_paths

NAME = "caldray-herald"
COPY_ALL = """async () => {
  const copied = [];
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => copied.push(text) } });
  for (const mark of document.querySelectorAll(".vr-page-article [data-card][id], .vr-sig")) {
    if (mark.matches(".vr-sig")) mark.click();
    else mark.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    const button = document.querySelector(":popover-open [data-act=correct]");
    button?.click();
    await new Promise((done) => setTimeout(done));
  }
  return copied;
}"""  # noqa: E501


def test_every_correction_is_of_the_words_that_were_opened_and_of_no_others(visit: Open) -> None:
    folder = ROOT / "source" / STORY / "articles"
    article = next(a for a in read_paths([folder]).articles if a.id == NAME)
    copied = visit(f"{STORY}/articles/{NAME}").evaluate(COPY_ALL)
    assert len(copied) > 60
    words = Words(article)
    places = []
    for text in copied:
        read_, problems = read(text, "")
        assert problems == [], text
        (target,) = read_.entries[0].at
        found = words.find(target)
        assert len(found) == 1, text
        places.append((read_.entries[0].what, found[0]))
    names = [place for place in places if place[0] in ("entity", "reference")]
    assert len(names) > 30
    assert len(set(names)) == len(names)


def test_a_correction_says_what_is_said_of_the_thing_now(visit: Open) -> None:
    page = visit(f"{STORY}/articles/{NAME}")
    copied = page.evaluate(COPY_ALL)
    by_kind = {text.split()[2]: read(text, "")[0].entries[0] for text in copied}
    assert set(by_kind) >= {"entity", "reference", "quote", "date", "finding"}
    said = {kind: dict(entry.values) for kind, entry in by_kind.items()}
    assert isinstance(said["entity"]["actor"], str)
    assert isinstance(said["date"]["value"], str)
    assert said["finding"]["salience"] in (1, 2, 3)
    assert by_kind["finding"].which
