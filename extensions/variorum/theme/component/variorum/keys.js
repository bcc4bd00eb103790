// Single keys: from mark to mark, from finding to finding, plain text, the next report; ? lists
// them, and there they can be turned off.
(() => {
  // Keys of a site of ours: another theme's site has its own.
  if (!document.body.matches(".vr-site") || !globalThis.HTMLDialogElement) return;
  const dialog = Object.assign(document.createElement("dialog"), { id: "vr-keys", className: "vr-dialog" });
  const add = (into, tag, text = "") => into.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
  const name = add(dialog, "h2", variorumWords.keys);
  name.id = "vr-keys-name";
  dialog.setAttribute("aria-labelledby", name.id);
  const list = add(dialog, "dl");
  for (const [keys, words] of variorumWords.list) {
    const term = add(list, "dt");
    for (const one of keys.split(" ")) term.append(Object.assign(document.createElement("kbd"), { textContent: one }), " ");
    add(list, "dd", words);
  }
  const form = add(dialog, "form");
  form.method = "dialog";
  const label = add(form, "label");
  const single = add(label, "input");
  single.type = "checkbox";
  single.checked = true;
  label.append(` ${variorumWords.single}`);
  add(form, "button", variorumWords.close);
  document.querySelector(".vr-foot").before(dialog);
  const key = "variorum-keys";
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
