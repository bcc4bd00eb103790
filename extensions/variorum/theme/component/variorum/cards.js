// Cards open at the mark they are about: after a moment under the pointer, by Enter, on a tap. One at
// a time, closed with Escape, kept open while the pointer or the focus is in them.
(() => {
  const root = document.documentElement;
  const { cards, complete, reason } = variorumReferences;
  if (!cards.length || !HTMLElement.prototype.showPopover) return;
  root.classList.add("vr-script");
  for (const card of cards) card.popover = "auto";

  let open = null; // the mark whose card is open
  let timer = 0;
  let quiet = false; // the focus moves by our own doing

  const cardOf = (mark) => document.getElementById(mark.dataset.card);
  const idOf = (mark) => mark.classList.contains("vr-sig") ? cardOf(mark).dataset.of : mark.id;
  const markOf = (card) => document.querySelector(`.vr-page-article [data-card="${CSS.escape(card)}"]`);

  // Below the words, else above them; where neither has room, the card gets what the larger has.
  function place(card, mark, x) {
    const said = variorumSpans.ranges(idOf(mark)).flatMap((r) => [...r.getClientRects()]);
    const own = [...mark.getClientRects()];
    const lines = own.length ? own : said; // a letter that has given way to a number
    const line = lines.find((r) => x >= r.left && x <= r.right) || lines.at(-1);
    const words = [...lines, ...said];
    const top = Math.min(...words.map((r) => r.top)), bottom = Math.max(...lines.map((r) => r.bottom));
    const gap = 6, edge = 16;
    const under = root.clientHeight - bottom - gap - edge, over = top - gap - edge;
    const height = card.offsetHeight;
    const below = height <= under || (height > over && under * 2 > over);
    card.style.maxHeight = `${Math.max(below ? under : over, 160)}px`;
    const left = Math.max(edge, Math.min(line.left, root.clientWidth - card.offsetWidth - edge));
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? bottom + gap : top - gap - card.offsetHeight) + scrollY}px`;
  }

  function show(mark, x = -1) {
    const card = cardOf(mark);
    if (!card || open === mark) return;
    close();
    open = mark;
    complete(card);
    tell(card, mark);
    card.style.maxHeight = "";
    card.showPopover();
    place(card, mark, x);
    mark.classList.add("vr-lit");
    mark.setAttribute("aria-expanded", "true");
    variorumSpans.light(idOf(mark));
  }

  const ofRule = (own) => own.replace(/^(.*) (\d+)$/, variorumWords.rule);

  // An actor's card stands for all their mentions: what it says of one comes from the mark.
  function tell(card, mark) {
    const why = reason(card);
    if (why) {
      const decided = "decided" in mark.dataset, own = mark.dataset.why;
      why.textContent = own ? (decided ? own : ofRule(own)) : card.dataset.why;
      card.querySelector(".vr-standing").hidden = decided;
    }
    if (mark.classList.contains("vr-sig") || !mark.id) return;
    card.dataset.at = mark.id;
    const link = card.querySelector(".vr-permalink");
    if (link && !card.dataset.of) link.hash = mark.id;
  }

  function close() {
    clearTimeout(timer);
    if (!open) return;
    const mark = open;
    open = null;
    mark.classList.remove("vr-lit");
    mark.removeAttribute("aria-expanded");
    variorumSpans.light(variorumSpans.idInAddress());
    const card = cardOf(mark);
    // The browser may give the focus back to a mark, which must not open a card again.
    quietly(() => { if (card.matches(":popover-open")) card.hidePopover(); });
  }

  function quietly(act) {
    quiet = true;
    act();
    quiet = false;
  }

  // Close, and give the focus back to the mark if it was in the card.
  function leave() {
    const mark = open;
    const inside = cardOf(mark).contains(document.activeElement);
    close();
    if (!inside) return;
    quietly(() => mark.focus());
  }

  const plain = (e) => !(e.ctrlKey || e.metaKey || e.altKey || e.shiftKey);
  const later = (wait, act) => { clearTimeout(timer); timer = setTimeout(act, wait); };
  const stops = (card) => [...card.querySelectorAll("a, button")].filter((e) => !e.hidden);

  for (const mark of document.querySelectorAll("[data-card]")) {
    mark.addEventListener("pointerenter", (e) => {
      if (e.pointerType === "mouse") later(400, () => show(mark, e.clientX));
    });
    mark.addEventListener("pointerleave", (e) => {
      if (e.pointerType === "mouse") later(300, close);
    });
    mark.addEventListener("focus", () => {
      if (open && !quiet && mark.matches(":focus-visible")) show(mark);
    });
    mark.addEventListener("click", (e) => {
      const sign = mark.classList.contains("vr-sig");
      if (!sign && (e.pointerType === "mouse" || !e.pointerType)) return;
      if (sign || open !== mark) {
        e.preventDefault();
        show(mark, e.clientX);
      }
    });
    mark.addEventListener("keydown", (e) => {
      // Once more, and Enter follows a name as any link.
      if ((e.key === "Enter" || (e.key === " " && mark.role === "button")) && plain(e)) {
        if (open === mark && mark.matches("a")) return;
        e.preventDefault();
        return show(mark);
      }
      if (e.key !== "Tab" || open !== mark) return;
      if (e.shiftKey) return close();
      e.preventDefault();
      stops(cardOf(mark))[0].focus();
    });
  }
  for (const card of cards) {
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", (e) => {
      // One that has given way to another leaves the pointer, too.
      if (!open || cardOf(open) !== card) return;
      if (e.pointerType === "mouse" && !card.contains(document.activeElement)) later(300, close);
    });
    card.addEventListener("toggle", (e) => {
      if (e.newState === "closed" && open && cardOf(open) === card) close();
    });
    card.addEventListener("keydown", (e) => {
      if (e.key !== "Tab" || !open) return;
      const all = stops(card);
      if (document.activeElement !== (e.shiftKey ? all[0] : all.at(-1))) return;
      // Back to the mark: the next Tab goes on from there.
      e.preventDefault();
      leave();
    });
    // A link to another card of the page opens that one, at its own place.
    card.addEventListener("click", (e) => {
      const hash = e.target.closest("a")?.getAttribute("href")?.match(/^#(note-.+)/)?.[1];
      const mark = hash && markOf(hash);
      if (!mark) return;
      e.preventDefault();
      goTo(mark);
    });
  }

  function goTo(mark) {
    close();
    const place = mark.getClientRects().length ? mark : document.getElementById(idOf(mark));
    place.scrollIntoView({ block: "center", behavior: "instant" });
    quietly(() => mark.focus());
    show(mark);
    if (place !== mark) stops(cardOf(mark))[0].focus();
  }

  addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    if (open) leave();
    else variorumSpans.light("");
  });
  addEventListener("resize", close);

  // The address of a note, from a page read without script, opens the card at its mark.
  const asked = variorumSpans.idInAddress();
  const mark = asked.startsWith("note-") && markOf(asked);
  if (mark) goTo(mark);
})();
