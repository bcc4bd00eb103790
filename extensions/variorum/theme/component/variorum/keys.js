// Single keys: from mark to mark, from finding to finding, plain text, the next report; ? lists
// them, and there they can be turned off.
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

  // The next difference or shared passage, with its card; where there is none, the next sign.
  function finding(by) {
    const { step } = variorumMarks;
    (step(by, ".vr-number, .vr-same") ?? step(by, ".vr-sig"))?.click();
  }

  function plain() {
    document.getElementById("vr-layer-plain")?.click();
  }

  const turn = (to) => document.querySelector(`.vr-turn a[rel="${to}"]`)?.click();
  const ACTS = {
    n: () => finding(1), p: () => finding(-1),
    j: () => variorumMarks.walk(1), k: () => variorumMarks.walk(-1),
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
