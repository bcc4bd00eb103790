// On the page of sources: outlet, title and date of each report as fields; leaving one saves it.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, state, make, button } = desk;
  if (state.kind !== "sources") return;
  const NAMES = { outlet: _("Outlet"), title: _("Title"), published: _("Published") };
  const GONE = { outlet: _("Not in the text."), title: _("No headline in the text."), published: _("No day in the text.") };

  function cell(report, field) {
    const label = _("%(field)s of %(report)s", { field: NAMES[field], report: report.siglum });
    const value = report[field] ?? "";
    const basis = make("span", { class: "vd-basis", id: `vd-${report.siglum}-${field}` });
    const input = make("input", { class: `vd-f${value ? "" : " vd-open"}${field === "title" ? " vd-said" : ""}`, value, "aria-label": label, "aria-describedby": basis.id,
      placeholder: field === "published" ? _("As 2022-01-12") : "" });
    if (value) basis.append(report.basis[field] ?? _("from the text"));
    else basis.append(make("b", { class: "vd-gone" }, GONE[field]), " ", _("Enter saves what you type, Esc leaves it open."));
    let last = value;
    async function save(wanted) {
      const told = await desk.setHead({ id: report.id, field, value: wanted });
      if (!told) return;
      const was = last || _("empty");
      last = wanted;
      input.value = wanted;
      input.classList.toggle("vd-open", !wanted);
      basis.replaceChildren(wanted ? _("set by you, just now; was %(was)s.", { was }) : _("left to the text."), " ",
        button(_("Undo"), "", label, () => save(told.was), "vd-t"));
      desk.done(input.parentElement);
    }
    input.addEventListener("input", () => desk.written(input));
    // Letters are for the field while one is in it; either key leaves it, and the queue goes on.
    input.addEventListener("keydown", (e) => {
      if (!["Enter", "Escape"].includes(e.key)) return;
      if (e.key === "Escape") input.value = last;
      input.blur();
    });
    input.addEventListener("change", () => save(input.value.trim()));
    input.addEventListener("blur", () => { if (input.value.trim() === last) desk.done(input.parentElement); });
    return make("td", { "data-vd": NAMES[field] }, input, basis);
  }
  const lacks = (report) => Object.keys(NAMES).filter((field) => !report[field]).length;
  // Where the queue leads to a report, its first missing field is ready to be typed in.
  function at() {
    const row = document.getElementById(`vd-${desk.kept.get("at")}`);
    const field = row?.querySelector(".vd-open");
    if (!field) return;
    row.scrollIntoView({ block: "center", behavior: "instant" });
    field.focus({ preventScroll: true });
  }
  const rows = [...state.reports].sort((a, b) => lacks(b) - lacks(a)).map((report) =>
    make("tr", { id: `vd-${report.id}` }, make("th", { scope: "row" }, make("span", { class: "vd-big" }, report.siglum), make("span", { class: "vd-basis" }, report.file)),
      ...Object.keys(NAMES).map((field) => cell(report, field))));
  const head = make("tr", {}, make("th", { scope: "col" }, _("Report")), ...Object.values(NAMES).map((name) => make("th", { scope: "col" }, name)));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  const first = document.querySelector(".vr-group") ?? document.querySelector("main section").lastElementChild;
  first.before(make("section", { class: "vr-group vd-read" }, make("h2", { class: "rubric vr-kick" }, _("What was read of each report"), " ", make("span", {}, _("what is missing first; type to change"))), table));
  addEventListener("vd-at", at);
})();
