// A reader's own notes are read where this browser has some, or once words are selected or a button
// is pressed.
(() => {
  const panel = document.querySelector(".vr-own");
  if (!panel) return;
  panel.hidden = false;
  const soon = () => { variorumAsk(); };
  panel.addEventListener("focusin", soon);
  let kept = null;
  try { kept = localStorage.getItem("variorum-notes"); } catch { /* none, then */ }
  if (kept) soon();
  document.addEventListener("selectionchange", () => { if (!getSelection().isCollapsed) soon(); });
  addEventListener("storage", soon, { once: true });
  for (const button of panel.querySelectorAll("[data-own]")) {
    // The selection stays when a button is pressed.
    button.addEventListener("pointerdown", (e) => e.preventDefault());
    button.addEventListener("click", async () => {
      await variorumAsk();
      variorumNotes.acts[button.dataset.own]();
    });
  }
})();
