// Layers: keep the switches for the next page, and let the keyboard reach what they show.
(() => {
  const switches = document.querySelectorAll(".vr-layers input");
  if (!switches.length) return;
  const key = "variorum-layers";
  const on = (name) => document.getElementById(`vr-layer-${name}`)?.checked;
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch { /* nothing kept */ }
  for (const box of switches) if (box.id in kept) box.checked = kept[box.id];

  function reach() {
    const plain = on("plain");
    for (const mark of document.querySelectorAll(".vr-article a.vr-ent, .vr-article a.vr-ref")) {
      const shown = mark.classList.contains("vr-ref") ? on("references")
        : on("names") || (on("actors") && mark.classList.contains("vr-first"));
      mark.tabIndex = shown && !plain ? 0 : -1;
    }
  }
  reach();
  for (const box of switches) box.addEventListener("change", () => {
    kept[box.id] = box.checked;
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* not kept, then */ }
    reach();
  });
})();
