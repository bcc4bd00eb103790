// Cards open at the mark they are about: after a moment under the pointer, on focus, on a tap.
// One at a time, closed with Escape, kept open while the pointer or the focus is in them.
(() => {
  const root = document.documentElement;
  const cards = document.querySelectorAll(".vr-card");
  if (!cards.length || !HTMLElement.prototype.showPopover) return;
  root.classList.add("vr-script");
  for (const card of cards) card.popover = "auto";

  let open = null; // the mark whose card is open
  let timer = 0;
  let quiet = false; // the focus moves by our own doing

  const cardOf = (mark) => document.getElementById(mark.dataset.card);

  function place(card, mark, x) {
    const lines = [...mark.getClientRects()];
    const line = lines.find((r) => x >= r.left && x <= r.right) || lines[0];
    const gap = 6, edge = 16;
    const width = card.offsetWidth, height = card.offsetHeight;
    const left = Math.max(edge, Math.min(line.left, root.clientWidth - width - edge));
    const below = line.bottom + gap;
    const fits = below + height <= root.clientHeight || line.top - gap - height < 0;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(fits ? below : line.top - gap - height) + scrollY}px`;
  }

  function show(mark, x = -1) {
    const card = cardOf(mark);
    if (!card || open === mark) return;
    close();
    open = mark;
    const why = card.querySelector(".vr-card-why");
    if (why && mark.dataset.why) why.textContent = mark.dataset.why;
    card.showPopover();
    place(card, mark, x);
    mark.classList.add("vr-lit");
    mark.setAttribute("aria-expanded", "true");
  }

  function close() {
    clearTimeout(timer);
    if (!open) return;
    const mark = open;
    open = null;
    mark.classList.remove("vr-lit");
    mark.removeAttribute("aria-expanded");
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

  const later = (wait, act) => { clearTimeout(timer); timer = setTimeout(act, wait); };

  for (const mark of document.querySelectorAll("[data-card]")) {
    mark.addEventListener("pointerenter", (e) => {
      if (e.pointerType === "mouse") later(400, () => show(mark, e.clientX));
    });
    mark.addEventListener("pointerleave", (e) => {
      if (e.pointerType === "mouse") later(300, close);
    });
    mark.addEventListener("focus", () => {
      if (!quiet && mark.matches(":focus-visible")) show(mark);
    });
    mark.addEventListener("click", (e) => {
      if (e.pointerType !== "mouse" && e.pointerType && open !== mark) {
        e.preventDefault();
        show(mark, e.clientX);
      }
    });
    mark.addEventListener("keydown", (e) => {
      if (e.key !== "Tab" || open !== mark) return;
      if (e.shiftKey) return close();
      e.preventDefault();
      cardOf(mark).querySelector("a").focus();
    });
  }
  for (const card of cards) {
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", (e) => {
      if (e.pointerType === "mouse") later(300, close);
    });
    card.addEventListener("toggle", (e) => {
      if (e.newState === "closed" && open && cardOf(open) === card) close();
    });
    card.addEventListener("keydown", (e) => {
      if (e.key !== "Tab" || !open) return;
      const links = [...card.querySelectorAll("a, button")];
      const edge = e.shiftKey ? links[0] : links[links.length - 1];
      if (document.activeElement !== edge) return;
      // Back to the mark: the next Tab goes on from there.
      e.preventDefault();
      leave();
    });
  }
  addEventListener("keydown", (e) => {
    if (e.key === "Escape" && open) leave();
  });
  addEventListener("resize", close);
})();
