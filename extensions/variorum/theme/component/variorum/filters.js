// Filters: keep the choice in the address, say how much is shown, and open what is folded.
(() => {
  for (const count of document.querySelectorAll(".vr-count")) {
    const page = count.closest(".vr-page");
    const fields = [...page.querySelectorAll(".vr-choose input")];
    const entries = [...page.querySelectorAll(".vr-filtered > *")];
    const folds = [...page.querySelectorAll(".vr-group > details:has(.vr-filtered)")];
    const param = (field) => field.name.replace(/^.*-/, "");

    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const wanted = asked.getAll(param(field));
      if (wanted.length) field.checked = wanted.includes(field.value);
    }
    const on = () => fields.filter((f) => f.checked && f.value);

    function tell() {
      const chosen = on();
      // What a filter leaves is to be seen, though it stands in the folded part.
      if (chosen.length) for (const fold of folds) fold.open = true;
      for (const group of page.querySelectorAll(".vr-group:has(.vr-filtered)")) {
        group.hidden = chosen.length > 0
          && ![...group.querySelectorAll(".vr-filtered > *")].some((e) => getComputedStyle(e).display !== "none");
      }
      const shown = entries.filter((e) => getComputedStyle(e).display !== "none").length;
      const words = [shown, entries.length];
      count.textContent = chosen.length ? count.dataset.words.replace(/%s/g, () => words.shift()) : "";
    }

    function keep() {
      const query = new URLSearchParams();
      for (const field of on()) query.append(param(field), field.value);
      const search = query.size ? `?${query}` : "";
      try { history.replaceState(null, "", location.pathname + search + location.hash); } catch { /* not kept, then */ }
    }
    for (const field of fields) field.addEventListener("change", () => { tell(); keep(); });
    if (on().length) count.closest(".vr-filter-bar").querySelector("details").open = true;
    tell();
  }
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (fold) { fold.open = true; target.scrollIntoView(); }
})();
