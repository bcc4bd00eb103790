// Single keys: from finding to finding, plain text, the next report; ? lists them, and there they
// can be turned off.
(() => {
  const dialog = document.getElementById("vr-keys");
  if (!dialog?.showModal) return;
  const key = "variorum-keys";
  const single = dialog.querySelector("input");
  try { single.checked = localStorage.getItem(key) !== "off"; } catch { /* on, then */ }
  single.addEventListener("change", () => {
    try { localStorage.setItem(key, single.checked ? "on" : "off"); } catch { /* not kept */ }
  });
  for (const button of document.querySelectorAll("[data-opens='vr-keys']")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }

  const shown = (mark) => mark.getClientRects().length > 0;
  let last = null;

  function step(by) {
    const all = [...document.querySelectorAll(".vr-page-article .vr-sig")].filter(shown);
    const findings = all.filter((mark) => mark.matches(".vr-number, .vr-same"));
    const marks = findings.length ? findings : all;
    if (!marks.length) return;
    const at = marks.indexOf(marks.includes(document.activeElement) ? document.activeElement : last);
    // Without one to go on from, the first below the top of the screen, or the last above it.
    const below = marks.findIndex((mark) => mark.getBoundingClientRect().top > 0);
    const first = by > 0 ? Math.max(below, 0) : (below < 0 ? marks.length : below) - 1;
    last = marks.at((at < 0 ? first : at + by) % marks.length);
    last.scrollIntoView({ block: "center", behavior: "instant" });
    last.focus({ preventScroll: true, focusVisible: true });
  }

  function plain() {
    document.getElementById("vr-layer-plain")?.click();
  }

  const turn = (to) => document.querySelector(`.vr-turn a[rel="${to}"]`)?.click();
  const ACTS = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    t: plain, "[": () => turn("prev"), "]": () => turn("next"),
    "?": () => dialog.showModal(),
  };

  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || !single.checked || dialog.open) return;
    if (e.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const act = ACTS[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
})();
