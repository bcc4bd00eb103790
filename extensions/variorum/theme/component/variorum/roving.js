// A text is one stop of the tabulator, though its marks are links by the hundred: the arrow keys lead
// from one to the next, Tab leaves it. What no layer shows is passed over.
const variorumMarks = (() => {
  const texts = [...document.querySelectorAll(":is(.vr-head, .vr-text)")];
  const signs = [...document.querySelectorAll(".vr-sig")];
  const signed = new Set(signs.map((sign) => sign.dataset.card));
  // Words whose card a sign opens are no stop of their own; where there is no sign, they are one.
  const isStop = (mark) => mark.matches("a") || !signed.has(mark.dataset.card);
  const inText = new Map(texts.map((text) =>
    [text, [...text.querySelectorAll(".vr-key, [data-card]")].filter(isStop)]));
  const all = [...inText.values()].flat();
  for (const mark of all) if (!mark.matches("a")) mark.role = "button";

  const underlined = (mark) => getComputedStyle(mark).textDecorationLine !== "none";
  const shown = (mark) => mark.getClientRects().length > 0 && !mark.closest("details:not([open])")
    && (mark.matches(".vr-sig, .vr-key") || underlined(mark));

  let last = null; // the mark reached last

  // One of each text's marks can be reached by Tab: the one reached last, else the first.
  function settle() {
    for (const marks of inText.values()) {
      const stop = marks.includes(last) && shown(last) ? last : marks.find(shown);
      for (const mark of marks) mark.tabIndex = mark === stop ? 0 : -1;
    }
  }

  // The mark that comes next in the whole text; without one to go on from, the first below the top
  // of the screen or the last above it.
  function next(marks, by) {
    const from = all.includes(document.activeElement) ? document.activeElement : last;
    const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const is = from ? (mark) => from.compareDocumentPosition(mark) & side
      : (mark) => (mark.getBoundingClientRect().top > 0) === by > 0;
    return by > 0 ? marks.find(is) ?? marks[0] : marks.findLast(is) ?? marks.at(-1);
  }

  // Go to the mark before or after, of those that *which* selects; the mark, if there is one.
  function step(by, which = "*") {
    const mark = next(all.filter((m) => m.matches(which) && shown(m)), by);
    if (!mark) return null;
    const box = mark.getBoundingClientRect(), edge = 96;
    if (box.top < edge || box.bottom > innerHeight - edge) {
      mark.scrollIntoView({ block: "center", behavior: "instant" });
    }
    mark.focus({ preventScroll: true, focusVisible: true });
    return mark;
  }

  // From mark to mark; while a card is open, from card to card.
  const walk = (by) => step(by, document.querySelector("[data-card][aria-expanded]") ? "[data-card]" : "*");

  for (const text of texts) {
    text.addEventListener("focusin", (e) => {
      if (!all.includes(e.target)) return;
      last = e.target;
      settle();
    });
    text.addEventListener("keydown", (e) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!by || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey || !all.includes(e.target)) return;
      e.preventDefault();
      walk(getComputedStyle(text).direction === "rtl" ? -by : by);
    });
    text.addEventListener("toggle", settle, true); // lines of the scrape, opened or closed
  }
  document.querySelector(".vr-layers")?.addEventListener("change", settle);
  settle();

  return { step, walk };
})();
