// On the page of differences: right, wrong, pin, hide, reword, and the order of the front page.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, parts, state, make, cap, button } = desk;
  if (state.kind !== "differences") return;
  const waiting = new Map(state.queue.map((item) => [item.id, item]));
  const entries = [...document.querySelectorAll(".vr-findings > li[id]")];
  const heading = (entry) => entry.querySelector(".vr-explanation");
  const about = (entry) => heading(entry).textContent.slice(0, 60);
  let now = null;

  function at(entry) {
    now?.classList.remove("vd-now");
    now = entry;
    if (!entry) return;
    entry.classList.add("vd-now");
    desk.kept.forTab("at", entry.id);
    const fold = entry.closest("details");
    if (fold) fold.open = true;
    const box = entry.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight - 80) entry.scrollIntoView({ block: "center", behavior: "instant" });
    entry.focus({ preventScroll: true });
  }

  async function decide(entry, said, words) {
    if (!await desk.decide([{ id: entry.id, ...said }], `${words}: ${about(entry)}`)) return;
    tell(entry, ...desk.justNow(words));
  }
  function tell(entry, ...words) {
    entry.querySelector(".vd-did")?.remove();
    entry.querySelector(".vd-body").append(make("p", { class: "vd-did" }, ...words));
  }

  const tools = {
    r: [_("Right"), (entry) => decide(entry, { verb: "keep" }, `✓ ${_("Right")}`)],
    w: [_("Wrong"), (entry) => decide(entry, { verb: "reject" }, `✕ ${_("Wrong")}`)],
    p: [_("Pin to front"), (entry) => pin(entry)],
    h: [_("Hide"), (entry) => decide(entry, { verb: "hide" }, _("Hidden from readers"))],
    e: [_("Reword"), (entry) => reword(entry)],
  };
  const front = make("ol", { class: "vr-plain-list vr-findings vd-front" });
  const inFront = () => [...front.children].map((entry) => entry.id);

  function pin(entry) {
    if (front.contains(entry)) return decide(entry, { verb: "unpin" }, _("Off the front page"));
    return decide(entry, { verb: "pin", values: { place: Math.min(front.children.length + 1, 9) } }, _("Pinned to the front page"));
  }

  // --- in other words ------------------------------------------------------------------------------
  function reword(entry) {
    if (entry.querySelector(".vd-reword")) return;
    const words = heading(entry);
    const area = make("textarea", { class: "vd-f vd-said", rows: 2, id: `vd-words-${entry.id}` });
    area.value = words.textContent;
    const leave = () => { form.remove(); words.hidden = false; desk.done(document); at(entry); };
    const form = make("form", { class: "vd-reword" }, make("label", { class: "vd-fl", for: area.id }, _("Heading, in your words")), area,
      make("p", { class: "vd-did" }, ...parts(_("Found: %(words)s"), { words: make("span", { class: "vd-said" }, words.textContent) })),
      make("div", { class: "vd-acts" }, make("button", { class: "vd-b vd-go", type: "submit" }, _("Save"), " ", cap("Ctrl Enter")),
        button(_("Leave as it was"), "", about(entry), leave, "vd-t")));
    area.addEventListener("input", () => desk.written(area));
    area.addEventListener("keydown", (e) => { if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); form.requestSubmit(); } });
    form.addEventListener("submit", async (e) => {
      e.preventDefault();
      const said = area.value.trim();
      if (said && await desk.decide([{ id: entry.id, verb: "change", values: { explanation: said } }], _("Reworded: %(words)s", { words: said }))) { words.textContent = said; leave(); }
    });
    words.hidden = true;
    words.before(form);
    area.focus();
  }

  // --- the order of the front page ------------------------------------------------------------------
  let before = null;
  function lift(entry) {
    if (!front.contains(entry)) return;
    before = inFront();
    entry.classList.add("vd-up");
    tell(entry, ...parts(_("%(moving)s: %(up)s %(down)s, then %(enter)s puts it down, %(esc)s puts it back."), { moving: make("b", {}, _("Moving")), up: cap("↑"), down: cap("↓"), enter: cap("Enter"), esc: cap("Esc") }));
  }
  function shift(entry, by) {
    const to = by < 0 ? entry.previousElementSibling : entry.nextElementSibling;
    if (!to) return;
    if (by < 0) to.before(entry); else to.after(entry);
    number();
    entry.focus({ preventScroll: true });
  }
  async function drop(entry) {
    entry.classList.remove("vd-up");
    const order = inFront();
    const was = before;
    before = null;
    if (was.join() === order.join()) { entry.querySelector(".vd-did")?.remove(); return; }
    const from = was.indexOf(entry.id) + 1;
    const moved = order.indexOf(entry.id) + 1;
    const words = _("Moved from %(from)s to %(to)s", { from, to: moved });
    if (await desk.decide(order.map((id, n) => ({ id, verb: "pin", values: { place: n + 1 } })), `${words}: ${about(entry)}`)) {
      tell(entry, ...desk.justNow(words));
    } else back(was);
  }
  function back(order) {
    front.append(...order.map((id) => document.getElementById(id)));
    before = null;
    number();
  }
  function number() { [...front.children].forEach((entry, n) => { entry.querySelector(".vd-no").textContent = n + 1; }); }
  const moves = (entry) => {
    const grip = make("button", { type: "button", class: "vd-grip", title: _("Move: drag, or m and the arrows"), "aria-label": `${_("Move")}: ${about(entry)}`, draggable: "true", onclick: () => { at(entry); lift(entry); } }, "⠿");
    grip.addEventListener("dragstart", (e) => { at(entry); before = inFront(); entry.classList.add("vd-up"); e.dataTransfer.effectAllowed = "move"; e.dataTransfer.setData("text/plain", entry.id); });
    grip.addEventListener("dragend", () => { if (before) drop(entry); });
    const arrow = (sign, word, by) => make("button", { type: "button", "aria-label": `${word}: ${about(entry)}`, onclick: () => { before ??= inFront(); shift(entry, by); drop(entry); } }, sign);
    return make("div", { class: "vd-mv" }, grip, arrow("↑", _("Up"), -1), arrow("↓", _("Down"), 1));
  };
  front.addEventListener("dragover", (e) => {
    const up = front.querySelector(".vd-up");
    const over = e.target.closest(".vd-front > li");
    if (!up || !before) return;
    e.preventDefault();
    if (!over || over === up) return;
    const box = over.getBoundingClientRect();
    if (e.clientY < box.top + box.height / 2) over.before(up); else over.after(up);
    number();
  });

  // --- laying it out ---------------------------------------------------------------------------------
  for (const entry of entries) {
    const body = make("div", { class: "vd-body" });
    body.append(...entry.childNodes);
    const label = about;
    entry.tabIndex = -1;
    entry.classList.add("vd-item");
    entry.append(make("div", { class: "vd-no-cell" }, make("span", { class: "vd-no" })), body);
    const side = make("div", { class: "vd-tools" });
    for (const [key, [name, act]] of Object.entries(tools)) {
      const isFront = key === "p" && state.front.some((f) => f.id === entry.id);
      side.append(button(isFront ? _("Unpin") : name, key, label(entry), () => { at(entry); act(entry); }, "vd-t"));
    }
    entry.append(side);
    const waits = waiting.get(entry.id);
    const differ = state.disputed.find((d) => d.id === entry.id);
    if (differ) body.append(desk.disputed({ ...differ, words: about(entry) }, () => { body.querySelector(".vd-two").remove(); at(entry); }));
    else if (waits) body.append(make("p", { class: "vd-did" }, make("b", {}, _("Not looked at")), waits.sure === null ? "" : ` · ${_("%(sure)s %% sure", waits)}`));
    entry.addEventListener("focusin", () => { if (now !== entry) { now?.classList.remove("vd-now"); now = entry; entry.classList.add("vd-now"); } });
  }
  const first = document.querySelector(".vr-group");
  const chosen = state.front.map((f) => document.getElementById(f.id)).filter(Boolean);
  if (chosen.length) {
    front.append(...chosen);
    for (const entry of chosen) entry.querySelector(".vd-no-cell").append(moves(entry));
    number();
    first.before(make("section", { class: "vr-group" }, make("h2", { class: "rubric vr-kick" }, _("On the front page"), " ",
      make("span", {}, _("%(done)s of %(all)s", { done: chosen.length, all: entries.length }), state.front.some((f) => f.pinned) ? `, ${_("in your order")}` : "")), front));
    for (const group of document.querySelectorAll(".vr-group")) {
      const count = group.querySelector(":scope > h2 > span");
      const listed = group.querySelector(".vr-findings:not(.vd-front)");
      if (count && listed?.querySelector(".vd-item")) count.textContent = String(listed.children.length);
      if (listed && !listed.children.length) group.hidden = true;
    }
  }
  const last = [...document.querySelectorAll(".vr-group")].at(-1);
  const section = (name, ...parts) => { last.after(make("section", { class: "vr-group vd-after" }, make("h2", { class: "rubric vr-kick" }, name, " ", make("span", {}, String(parts.length))), ...parts)); };
  const told = (d, label) => make("p", { class: "vd-did" }, ...parts(_("%(did)s by %(who)s: %(words)s"), { did: make("b", {}, desk.did(d.verb)), who: `${desk.who(d.by)}${d.on ? `, ${d.on}` : ""}`, words: make("span", { class: "vd-said" }, d.words) }), " ", button(label, "", d.words, () => desk.undo([d.token]), "vd-t"));
  const rows = state.agreement.map((row) => make("tr", {}, make("th", { scope: "row" }, row.kind), ...[`${row.one}, ${row.other}`, row.both, row.same, row.kappa ?? "–"].map((v) => make("td", {}, String(v)))));
  if (rows.length) {
    const head = make("tr", {}, ...[_("Kind"), _("Readers"), _("Both looked at"), _("Said the same"), _("Cohen’s κ")].map((name) => make("th", { scope: "col" }, name)));
    last.after(make("section", { class: "vr-group vd-after vd-read" }, make("h2", { class: "rubric vr-kick" }, _("How far the readers agree")), make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows))));
  }
  if (state.decided.length) section(_("Just decided"), ...state.decided.map((d) => told(d, _("Undo"))));
  if (state.hidden.length) section(_("Hidden from readers"), ...state.hidden.map((d) => told(d, _("Show again"))));

  // --- keys ------------------------------------------------------------------------------------------
  for (const [key, [, act]] of Object.entries(tools)) desk.acts[key] = () => !now || before ? false : act(now) ?? true;
  desk.acts.m = () => { if (now) lift(now); };
  desk.acts.ArrowUp = () => { if (!before) return false; shift(now, -1); return true; };
  desk.acts.ArrowDown = () => { if (!before) return false; shift(now, 1); return true; };
  desk.acts.Enter = () => before ? drop(now) : false;
  desk.acts.Escape = () => {
    if (before) { now.classList.remove("vd-up"); back(before); now.querySelector(".vd-did")?.remove(); return true; }
    const leave = document.querySelector(".vd-reword .vd-t");
    if (!leave) return false;
    leave.click();
    return true;
  };
  const start = () => { const entry = document.getElementById(desk.kept.get("at") ?? ""); if (entry?.matches(".vd-item")) at(entry); };
  addEventListener("vd-at", start);
  start();
})();
