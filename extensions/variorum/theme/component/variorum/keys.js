// Single keys: from mark to mark, from finding to finding, plain text, the next report; ? lists
// them, and there they can be turned off.
const variorumKeys = (() => {
  // Keys of a site of ours: another theme's site has its own.
  if (!document.body.matches(".vr-site") || !globalThis.HTMLDialogElement) return null;
  const keys = { kept: "variorum-keys", single: true };
  try { keys.single = localStorage.getItem(keys.kept) !== "off"; } catch { /* on, then */ }
  const list = async () => {
    await variorumAsk();
    keys.dialog.showModal();
  };
  for (const button of document.querySelectorAll("[data-opens='vr-keys']")) {
    button.hidden = false;
    button.addEventListener("click", list);
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
    "?": list,
  };

  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || !keys.single || keys.dialog?.open) return;
    if (e.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const act = ACTS[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
  return keys;
})();
