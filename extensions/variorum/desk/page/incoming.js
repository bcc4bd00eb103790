// A report that comes in: dropped on any page or pasted on the page of sources, read, confirmed.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, _n, state, make, button } = desk;
  if (!state.kind) return;
  const NAMES = { outlet: _("Outlet"), title: _("Title"), published: _("Published") };
  let shown = null;

  async function arrive(name, body) {
    desk.say(name ? _("Reading %(file)s …", { file: name }) : _("Reading what was pasted …"));
    const told = await desk.send(`arrive?${new URLSearchParams({ page: location.pathname, name })}`, body);
    if (told) { desk.say(""); confirm(told); }
  }

  // Its first missing field stands first.
  function fields(report) {
    const listed = Object.keys(NAMES).sort((a, b) => Boolean(report[a]) - Boolean(report[b]));
    return listed.map((field) => {
      const value = report[field] ?? "";
      const input = make("input", { class: `vd-f${value ? "" : " vd-open"}`, id: `vd-in-${field}`, value, "data-field": field });
      input.addEventListener("input", () => desk.written(input));
      const basis = value ? report.basis[field] ?? _("from the text") : make("b", { class: "vd-gone" }, _("Not in the text."));
      return make("p", {}, make("label", { class: "vd-fl", for: input.id }, NAMES[field]), input, make("span", { class: "vd-basis" }, basis));
    });
  }

  function confirm(told) {
    shown?.remove();
    const [report] = told.reports;
    const leave = async () => { await desk.post("take", { token: told.token, leave: true }); shut(_("Left out; nothing was written.")); };
    const shut = (words) => { desk.done(shown); shown.remove(); shown = null; desk.say(words); };
    const several = `${_n("%(count)s report", "%(count)s reports", told.reports.length)}: ${told.reports.map((r) => r.title ?? r.begins.slice(0, 40)).join(" · ")}`;
    const form = make("form", {}, ...(told.reports.length === 1 ? fields(report) : [make("p", {}, several)]),
      make("div", { class: "vd-acts" }, make("button", { type: "submit", class: "vd-b vd-go" }, _("Take it in as %(letters)s", { letters: told.reports.map((r) => r.siglum).join(", ") })),
        button(_("Leave it out"), "", told.file, leave, "vd-b")));
    form.addEventListener("submit", async (e) => {
      e.preventDefault();
      const head = {};
      for (const input of form.querySelectorAll("input")) if (input.value.trim() !== (report[input.dataset.field] ?? "")) head[input.dataset.field] = input.value.trim();
      const done = await desk.post("take", { token: told.token, head }, "story.yaml");
      if (!done) return;
      desk.kept.forTab("came", done.file);
      shut(_("%(file)s is taken in; what is new shows when it is read.", { file: done.file }));
    });
    const title = make("h2", { class: "vd-q", id: "vd-in", tabindex: "-1" }, _("A new report: is this what it says?"));
    const would = make("div", { class: "vd-beside", role: "group", "aria-labelledby": "vd-would" }, make("h3", { class: "vd-label", id: "vd-would" }, _("What taking it in would change")), make("div", { "aria-live": "polite" }));
    shown = make("section", { class: "vd-card vd-flow vd-arrived", "aria-labelledby": "vd-in" }, title,
      make("p", { class: "vd-why" }, make("b", {}, told.file), ` · ${_n("%(count)s word", "%(count)s words", report.words)} · “${report.begins} …”`),
      ...told.problems.map((p) => make("p", { class: "vd-wrong" }, p)),
      report.same.length ? make("p", { class: "vd-wrong" }, _("It is word for word %(letters)s.", { letters: report.same.join(", ") })) : "",
      make("div", { class: "vd-confirm" }, form, would));
    document.querySelector("main").prepend(shown);
    shown.scrollIntoView({ block: "nearest" });
    title.focus({ preventScroll: true });
    desk.would(would.lastElementChild, { token: told.token });
  }

  const hasFile = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (e) => { if (hasFile(e)) e.preventDefault(); });
  addEventListener("drop", (e) => {
    if (!hasFile(e)) return;
    e.preventDefault();
    const [file] = e.dataTransfer.files;
    if (file) arrive(file.name, file);
  });

  const link = () => make("a", { href: state.news }, _("What is new"));
  if (state.kind === "sources") {
    const area = make("textarea", { class: "vd-f vd-said", id: "vd-paste", rows: 3 });
    const file = make("input", { type: "file", id: "vd-file" });
    file.addEventListener("change", () => { if (file.files[0]) arrive(file.files[0].name, file.files[0]); });
    const first = document.querySelector(".vr-group");
    first.before(make("section", { class: "vr-group vd-in" }, make("h2", { class: "rubric vr-kick" }, _("A new report"), " ", make("span", {}, _("drop a file on any page, choose one, or paste its text"))),
      make("p", {}, make("label", { class: "vd-fl", for: "vd-file" }, _("A file"), " "), file),
      make("p", {}, make("label", { class: "vd-fl", for: "vd-paste" }, _("Or its text")), area),
      make("div", { class: "vd-acts" }, button(_("Read it"), "", _("what was pasted"), () => { if (area.value.trim()) arrive("", area.value); }), state.news ? link() : "")));
  }
  if (desk.kept.get("came") && state.news) {
    desk.say(_("%(file)s is read.", { file: desk.kept.get("came") }), " ", link());
    desk.kept.forTab("came", null);
  }
})();
