// A report that comes in: dropped on any page or pasted on the page of sources, read, confirmed.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { state, make, button } = desk;
  if (!state.kind) return;
  const NAMES = { outlet: "Outlet", title: "Title", published: "Published" };
  let shown = null;

  async function arrive(name, body) {
    desk.say(`Reading ${name || "what was pasted"} …`);
    const told = await desk.send(`arrive?${new URLSearchParams({ page: location.pathname, name })}`, body);
    if (told) { desk.say(""); confirm(told); }
  }

  function confirm(told) {
    shown?.remove();
    const [report] = told.reports;
    const inputs = Object.keys(NAMES).map((field) => {
      const value = report[field] ?? "";
      const input = make("input", { class: `vd-f${value ? "" : " vd-open"}`, id: `vd-in-${field}`, value, "data-field": field });
      input.addEventListener("input", () => desk.written(input));
      return make("p", {}, make("label", { class: "vd-fl", for: input.id }, NAMES[field]), input,
        make("span", { class: "vd-basis" }, value ? report.basis[field] ?? "from the text" : "Not in the text."));
    });
    const leave = async () => { await desk.post("take", { token: told.token, leave: true }); shut("Left out; nothing was written."); };
    const shut = (words) => { desk.done(shown); shown.remove(); shown = null; desk.say(words); };
    const form = make("form", {}, ...(told.reports.length === 1 ? inputs : [make("p", {}, `${told.reports.length} reports: ${told.reports.map((r) => r.title ?? r.begins.slice(0, 40)).join(" · ")}`)]),
      make("div", { class: "vd-acts" }, make("button", { type: "submit", class: "vd-b vd-go" }, `Take it in as ${told.reports.map((r) => r.siglum).join(", ")}`),
        button("Leave it out", "", told.file, leave, "vd-b")));
    form.addEventListener("submit", async (e) => {
      e.preventDefault();
      const head = {};
      for (const input of form.querySelectorAll("input")) if (input.value.trim() !== (report[input.dataset.field] ?? "")) head[input.dataset.field] = input.value.trim();
      const done = await desk.post("take", { token: told.token, head }, "story.yaml");
      if (!done) return;
      desk.kept.forTab("came", done.file);
      shut(`${done.file} is taken in; what is new shows when it is read.`);
    });
    const title = make("h2", { class: "vd-q", id: "vd-in", tabindex: "-1" }, "A new report: is this what it says?");
    shown = make("section", { class: "vd-card vd-flow vd-arrived", "aria-labelledby": "vd-in" }, title,
      make("p", { class: "vd-why" }, make("b", {}, told.file), ` · ${report.words} words · “${report.begins} …”`),
      ...told.problems.map((p) => make("p", { class: "vd-wrong" }, p)),
      report.same.length ? make("p", { class: "vd-wrong" }, `It is word for word ${report.same.join(", ")}.`) : "", form);
    document.querySelector("main").prepend(shown);
    shown.scrollIntoView({ block: "nearest" });
    title.focus({ preventScroll: true });
  }

  const hasFile = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (e) => { if (hasFile(e)) e.preventDefault(); });
  addEventListener("drop", (e) => {
    if (!hasFile(e)) return;
    e.preventDefault();
    const [file] = e.dataTransfer.files;
    if (file) arrive(file.name, file);
  });

  const link = () => make("a", { href: state.news }, "What is new");
  if (state.kind === "sources") {
    const area = make("textarea", { class: "vd-f vd-said", id: "vd-paste", rows: 3 });
    const file = make("input", { type: "file", id: "vd-file" });
    file.addEventListener("change", () => { if (file.files[0]) arrive(file.files[0].name, file.files[0]); });
    const first = document.querySelector(".vr-group");
    first.before(make("section", { class: "vr-group vd-in" }, make("h2", { class: "rubric vr-kick" }, "A new report ", make("span", {}, "drop a file on any page, choose one, or paste its text")),
      make("p", {}, make("label", { class: "vd-fl", for: "vd-file" }, "A file "), file),
      make("p", {}, make("label", { class: "vd-fl", for: "vd-paste" }, "Or its text"), area),
      make("div", { class: "vd-acts" }, button("Read it", "", "what was pasted", () => { if (area.value.trim()) arrive("", area.value); }), state.news ? link() : "")));
  }
  if (desk.kept.get("came") && state.news) {
    desk.say(`${desk.kept.get("came")} is read. `, link());
    desk.kept.forTab("came", null);
  }
})();
