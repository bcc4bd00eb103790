// Layers: their state in the address and kept for the next page.
(() => {
  const switches = [...document.querySelectorAll(".vr-layers input")];
  if (!switches.length) return;
  const key = "variorum-layers";
  const name = (box) => box.id.replace("vr-layer-", "");

  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch { /* nothing kept */ }
  const asked = new URLSearchParams(location.search).get("layers");
  for (const box of switches) {
    if (asked !== null) box.checked = asked.split(",").includes(name(box));
    else if (box.id in kept) box.checked = kept[box.id];
  }

  function address() {
    const url = new URL(location.href);
    const changed = switches.some((box) => box.checked !== box.defaultChecked);
    if (changed) url.searchParams.set("layers", switches.filter((b) => b.checked).map(name).join(","));
    else url.searchParams.delete("layers");
    url.search = url.search.replaceAll("%2C", ",");
    try { history.replaceState(history.state, "", url); } catch { /* not from this folder */ }
  }

  address();
  for (const box of switches) box.addEventListener("change", () => {
    kept[box.id] = box.checked;
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* not kept, then */ }
    address();
  });

  // In a column of its own the panel stands open, and says so.
  const panel = document.querySelector(".vr-panel");
  const wide = matchMedia("(min-width: 75rem)");
  const rail = document.querySelector(".vr-rail");
  const stand = () => { if (getComputedStyle(rail).position === "absolute") panel.open = true; };
  wide.addEventListener("change", stand);
  stand();
})();
