// Where an annotation's words are: from the element that has its id to the sign that ends it.
const variorumSpans = (() => {
  const OURS = ".vr-sig, .vr-margin, .vr-key";
  const page = document.querySelector(".vr-page-article");

  function signOf(id, start) {
    const card = `note-${id.replace(/-\d+$/, "")}`;
    const follows = (sign) => start.compareDocumentPosition(sign) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [...page.querySelectorAll(`.vr-sig[href="#${CSS.escape(card)}"]`)].find(follows);
  }

  // The text nodes of an annotation, or none where the page has no such id.
  function texts(id) {
    const place = document.getElementById(id);
    if (!place || !page?.contains(place)) return [];
    // Of several ids at one place all but the last are empty elements, beside the words.
    const start = place.hasChildNodes() ? place : place.parentElement;
    const sign = signOf(id, start);
    const walker = document.createTreeWalker(sign ? page : start, NodeFilter.SHOW_TEXT);
    walker.currentNode = start;
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (sign && sign.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      if (!node.parentElement.closest(OURS)) found.push(node);
    }
    return found;
  }

  const ranges = (id) => texts(id).map((node) => {
    const range = new Range();
    range.selectNodeContents(node);
    return range;
  });
  const raw = (id) => texts(id).map((node) => node.data).join("");
  const words = (id) => raw(id).replace(/\s+/g, " ").trim();

  // Light up one annotation, or none.
  function light(id) {
    if (!globalThis.Highlight) return;
    CSS.highlights.set("vr-lit", new Highlight(...(id ? ranges(id) : [])));
  }
  const idInAddress = () => decodeURIComponent(location.hash.slice(1));
  const follow = () => light(idInAddress());
  addEventListener("hashchange", follow);
  follow();

  return { texts, ranges, raw, words, light, idInAddress };
})();
