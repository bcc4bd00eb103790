// Notes in the margin stand after their paragraph; each is set beside the line that has its sign, and
// below the note before it.
(() => {
  const text = document.querySelector(".vr-page-article .vr-text");
  const notes = [...(text?.querySelectorAll(".vr-margin") ?? [])];
  if (!notes.length) return;
  const GAP = 11;
  const signs = new Map();
  for (const sign of document.querySelectorAll(".vr-page-article .vr-sig")) {
    if (!signs.has(sign.textContent)) signs.set(sign.textContent, sign);
  }

  function place() {
    text.style.minHeight = "";
    const top = text.getBoundingClientRect().top;
    const shown = notes.filter((note) => note.offsetParent && getComputedStyle(note).position === "absolute");
    const lines = shown.map((note) => {
      const sign = signs.get(note.querySelector("b").textContent);
      const line = sign?.getClientRects()[0] ?? note.closest("[data-start], .vr-text").getBoundingClientRect();
      return line.top - top - 3;
    });
    const heights = shown.map((note) => note.offsetHeight);
    let free = 0;
    for (const [i, note] of shown.entries()) {
      const at = Math.max(lines[i], free);
      note.style.top = `${at}px`;
      free = at + heights[i] + GAP;
    }
    if (free > text.offsetHeight) text.style.minHeight = `${free}px`;
  }

  let width = 0;
  new ResizeObserver(() => {
    if (text.offsetWidth === width) return;
    width = text.offsetWidth;
    place();
  }).observe(text);
  document.addEventListener("change", place);
  document.addEventListener("toggle", place, true);
  document.fonts?.ready.then(place);
})();
