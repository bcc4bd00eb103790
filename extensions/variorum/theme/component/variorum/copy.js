// Buttons that copy: the text they carry, or the words of an annotation as a citation.
(() => {
  const page = document.querySelector("[data-source]");

  function citation(button) {
    const id = button.dataset.cite || button.closest("[data-at]")?.dataset.at || "";
    const address = location.href.replace(/#.*/, "");
    return `${page.dataset.source}: “${variorumSpans.words(id)}”. ${address}#${id}`;
  }

  // A card that many words open has a correction for each; the button's own is of the first.
  function correction(button) {
    const at = button.closest("[data-at]")?.dataset.at;
    return JSON.parse(button.dataset.copies || "{}")[at];
  }

  // A page opened from a folder may not have the clipboard; a selected field is the older way.
  function copyField(text) {
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    (document.querySelector(":popover-open") || document.body).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  for (const button of document.querySelectorAll("button[data-copy], button[data-cite]")) {
    button.hidden = false;
    const label = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const text = correction(button) ?? button.dataset.copy ?? citation(button);
      try { await navigator.clipboard.writeText(text); } catch { copyField(text); button.focus(); }
      button.textContent = page?.dataset.copied || label;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
})();
