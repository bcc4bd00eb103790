// On every page: the queue, and the card that asks; on an article, what every other card may be told.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { state, make, cap, hushed, button } = desk;
  if (!state.kind) return;
  const GROUPS = { missing: "Missing", yours: "Your own words", front: "On the front page", first: "Seen first", unsure: "Least sure for its weight", disputed: "Where readers differ", second: "For a second reader" };
  const isHere = (item) => item.href && new URL(item.href, location.href).pathname === location.pathname.replace(/\/$/, "/index.html");
  const wordsOf = (id) => document.getElementById(id);
  let now = desk.kept.get("at") ?? "";

  // --- the queue ------------------------------------------------------------------------------------
  const queue = make("section", { class: "vd-queue", "aria-label": "To look at" });
  function line(item) {
    const at = item.id === now && isHere(item);
    const place = [item.siglum, item.sure === null ? "" : `${item.sure} % sure`].filter(Boolean).join(" · ");
    const words = item.words.length > 90 ? `${item.words.slice(0, 88).replace(/\s\S*$/, "")} …` : item.words;
    const inside = [make("span", { class: "vd-ask" }, item.ask), make("span", { class: "vd-said" }, words), make("span", { class: "vd-at" }, place)];
    const go = (e) => { e.preventDefault(); goTo(item); };
    return make("li", at ? { class: "vd-now" } : {}, item.href ? make("a", { href: item.href, "aria-current": at ? "true" : null, onclick: go }, ...inside) : make("span", { class: "vd-no-link" }, ...inside));
  }
  function draw() {
    const all = state.done + state.queue.length;
    const from = Math.max(Math.min(state.queue.findIndex((item) => item.id === now), state.queue.length - 8), 0);
    const next = state.queue.slice(from, from + 8);
    const filled = make("progress", { max: Math.max(all, 1), value: state.done, "aria-label": "Looked at" });
    const parts = [make("p", { class: "vd-prog" }, make("span", {}, make("b", {}, `${state.done} of ${all}`), " looked at"), filled)];
    parts.push(make("p", { class: "vd-step" }, button("Back", "k", "", () => step(-1), "vd-t"), button("Next", "j", "", () => step(1), "vd-t"), button("Undo", "u", "", () => desk.undo(), "vd-t")));
    const listed = make("details", { class: "vd-list" }, make("summary", {}, "What waits"));
    listed.open = matchMedia("(min-width: 75.0625rem)").matches;
    const last = state.decided[0];
    if (desk.last) listed.append(make("p", { class: "vd-did" }, make("b", {}, "✓ "), desk.last.words));
    else if (last) listed.append(make("p", { class: "vd-did" }, make("b", {}, `✓ ${DID[last.verb] ?? last.verb}`), ` by ${last.by || "an editor"}: `, make("span", { class: "vd-said" }, last.words)));
    for (const group of Object.keys(GROUPS)) {
      const items = next.filter((item) => item.group === group);
      if (items.length) listed.append(make("h2", {}, GROUPS[group]), make("ol", {}, ...items.map(line)));
    }
    const more = state.queue.length - next.length;
    listed.append(make("p", { class: "vd-did" }, state.queue.length ? (more ? `${more} more` : "") : `All ${all} looked at.`));
    parts.push(listed);
    queue.replaceChildren(...parts);
  }
  const DID = { keep: "Right", reject: "Wrong", change: "Changed", pin: "Pinned", unpin: "Unpinned", hide: "Hidden", add: "Added", note: "Noted", merge: "Joined", split: "Parted" };

  function goTo(item) {
    now = item.id;
    desk.kept.forTab("at", now);
    if (!isHere(item)) { location.href = item.href; return; }
    draw();
    if (state.kind === "article") open(item.id, item);
    else dispatchEvent(new CustomEvent("vd-at", { detail: item.id }));
  }
  function step(by) {
    now = desk.kept.get("at") ?? now;
    const listed = state.queue.filter((item) => item.href);
    if (!listed.length) return desk.say("Nothing waits.");
    const at = listed.findIndex((item) => item.id === now);
    return goTo(listed[at < 0 ? 0 : (at + by + listed.length) % listed.length]);
  }
  const following = (id) => {
    const at = state.queue.findIndex((item) => item.id === id);
    return state.queue.slice(at + 1).find((item) => item.href) ?? state.queue.find((item) => item.href && item.id !== id);
  };

  // --- the card that asks ---------------------------------------------------------------------------
  let card = null;
  function close(back = true) {
    if (!card) return;
    const { id } = card.dataset;
    for (const words of document.querySelectorAll(".vd-lit")) words.classList.remove("vd-lit");
    document.querySelector(".vd-here")?.remove();
    const open = card;
    card = null;
    open.remove();
    light("");
    if (back) wordsOf(id)?.focus?.({ preventScroll: true });
    desk.done(document);
  }

  async function open(id, item = state.queue.find((one) => one.id === id), change = false) {
    close(false);
    let at;
    try { at = await desk.ask("thing", { id }); } catch { return desk.say("That is no longer there; the page has changed."); }
    const head = make("h2", { class: "vd-q", id: "vd-q", tabindex: "-1" }, at.ask);
    const order = state.queue.indexOf(item);
    card = make("section", { class: "vd-card", "aria-labelledby": "vd-q", "data-id": id },
      make("button", { type: "button", class: "vd-shut vd-t", onclick: () => close() }, "Close ", cap("Esc")),
      make("p", { class: "vd-kind" }, item ? `${GROUPS[item.group]} · ${state.done + order + 1} of ${state.done + state.queue.length}` : "Of your choice"),
      head, make("p", { class: "vd-why" }, make("span", { class: "vd-said" }, at.words), " ", item && item.why !== at.words ? item.why : at.why),
      ...others(id), decided(at), form(at, item, change));
    document.body.append(card);
    place(id);
    (change ? first(card) : head).focus({ preventScroll: true });
    return null;
  }
  const first = (inside) => inside.querySelector(".vd-field :is(#vd-value, :checked)") ?? inside.querySelector(".vd-field input");
  // What the other reports say, as the page's own note on the thing has it.
  function others(id) {
    const words = wordsOf(id);
    const signs = words ? [...document.querySelectorAll(`.vr-sig[data-card]`)].filter((s) => words.parentElement.contains(s)) : [];
    const own = document.getElementById(`note-${id}`) ?? signs.map((s) => document.getElementById(s.dataset.card)).find((c) => c?.querySelector(".vr-readings"));
    const readings = own?.querySelector(".vr-readings")?.cloneNode(true);
    return readings ? [make("p", { class: "vd-label" }, "What the reports say"), readings] : [];
  }
  function decided(at) {
    if (at.waits) return make("p", { class: "vd-did" }, "Another reader has looked at it; their answer is shown after yours.");
    if (at.answers.length) return disputed(at);
    if (at.decided === null) return "";
    return make("p", { class: "vd-did" }, make("b", {}, `✓ Decided by ${at.decided || "an editor"}`), at.note ? ` “${at.note}”` : "", ". ",
      at.token ? button("Undo", "u", at.words, () => { close(); desk.undo([at.token]); }, "vd-t") : "");
  }

  // Two answers side by side; the last in the file stands.
  function disputed(at) {
    const mine = at.answers.find((a) => a.by === desk.by);
    const theirs = at.answers.filter((a) => a !== mine);
    const said = (a) => ({ keep: "Right", reject: "Wrong" })[a.verb] ?? a.said;
    const again = (a, words) => desk.decide([{ id: at.id, verb: a.verb, values: a.values, note: a === mine ? a.note : "" }], words).then((done) => done && close());
    return make("div", { class: "vd-two" }, ...[mine, ...theirs].map((a) => make("p", { class: "vd-did" },
      make("b", {}, a === mine ? "You" : a.by), `${a.on ? `, ${a.on}` : ""}: `, make("span", { class: "vd-said" }, said(a)), a.note ? ` “${a.note}”` : "")),
    make("div", { class: "vd-acts" }, button("Keep mine", "", at.words, () => again(mine, `Kept: ${said(mine)}`)),
      button("Take theirs", "", at.words, () => again(theirs[0], `As ${theirs[0].by} has it: ${said(theirs[0])}`)),
      button("Leave both", "", at.words, () => close(), "vd-t")));
  }

  function form(at, item, opened) {
    const panel = make("div", { class: "vd-change", id: "vd-change", hidden: !opened });
    const asks = at.reads ? [make("legend", {}, "Read as ", make("b", {}, at.reads), ". Is that")] : [make("legend", {}, "Is that")];
    const toggle = () => {
      panel.hidden = !panel.hidden;
      changing.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) first(panel).focus({ preventScroll: true });
    };
    const changing = button("Change …", "c", at.words, toggle);
    changing.setAttribute("aria-controls", "vd-change");
    changing.setAttribute("aria-expanded", String(opened));
    panel.append(...fields(at, item));
    const made = make("form", { class: "vd-decide" },
      make("fieldset", {}, ...asks, make("div", { class: "vd-acts" },
        button("Right", "r", at.words, () => finish(at, item, { verb: "keep" }, `Right: ${brief(at)}`)),
        button("Wrong", "w", at.words, () => finish(at, item, { verb: "reject" }, `Wrong: ${brief(at)}`)),
        changing, item ? button("Later", "j", at.words, () => step(1), "vd-t") : "")), panel);
    made.addEventListener("submit", (e) => { e.preventDefault(); save(at, item, panel); });
    made.addEventListener("input", (e) => { if (e.target.matches("input, textarea")) desk.written(e.target); });
    return made;
  }
  const brief = (at) => at.words.length > 50 ? `“${at.words.slice(0, 48).replace(/\s\S*$/, "")} …”` : `“${at.words}”`;

  function fields(at, item) {
    const what = make("select", { id: "vd-what" }, ...at.fields.map((f) => make("option", { value: f.name }, f.label)));
    const inside = make("div", { class: "vd-field" });
    const show = () => inside.replaceChildren(...field(at.fields[what.selectedIndex]));
    what.addEventListener("change", show);
    show();
    return [make("p", { class: "vd-pick" }, make("label", { for: "vd-what" }, "What to change "), what), inside,
      make("p", {}, make("label", { class: "vd-fl", for: "vd-note" }, "Note, if you like"), make("input", { class: "vd-f", id: "vd-note", placeholder: "Shown with your name" })),
      make("div", { class: "vd-acts" },
        make("button", { class: "vd-b vd-go", type: "submit" }, "Save ", cap("Enter")),
        button("Leave as it was", "", at.words, () => item ? open(at.id, item) : close(), "vd-t"))];
  }
  function field(f) {
    if (f.as === "words") {
      return [make("label", { class: "vd-fl", for: "vd-value" }, "Select them in the text, or type them as they stand there"),
        make("input", { class: "vd-f vd-said", id: "vd-value", "data-field": f.name, value: f.value })];
    }
    if (f.as === "list") {
      return [make("label", { class: "vd-fl", for: "vd-value" }, f.label),
        make("select", { class: "vd-f", id: "vd-value", "data-field": f.name }, ...f.choices.map((c) => make("option", { value: c.value }, c.label)))];
    }
    if (f.as === "apart") return [make("input", { type: "hidden", id: "vd-value", "data-field": f.name, value: "" }), make("p", { class: "vd-fl" }, "It is printed by this report alone.")];
    if (f.as === "text") {
      return [make("label", { class: "vd-fl", for: "vd-value" }, f.label), make("input", { class: "vd-f", id: "vd-value", "data-field": f.name, value: f.value })];
    }
    const named = f.choices.map((c, n) => {
      const key = c.value === "" && f.as === "actor" ? "0" : String(n + 1);
      return make("label", {}, make("input", { type: "radio", name: "vd-choice", value: c.value, "data-key": key, "data-field": f.name, checked: c.value === f.value }),
        make("span", {}, c.label), make("small", {}, c.where), cap(key));
    });
    const parts = [make("fieldset", {}, make("legend", { class: "vr-sr" }, f.label), make("div", { class: "vd-choices" }, ...named))];
    if (f.as === "actor") {
      const known = make("datalist", { id: "vd-actors" }, ...state.actors.map((value) => make("option", { value })));
      parts.push(make("p", {}, make("label", { class: "vd-fl", for: "vd-else" }, "Somebody else"),
        make("input", { class: "vd-f", id: "vd-else", "data-field": f.name, list: "vd-actors", placeholder: "A name, known or new" }), known));
    }
    return parts;
  }
  function save(at, item, panel) {
    if (panel.hidden) return;
    const typed = panel.querySelector("#vd-value, #vd-else");
    const chosen = panel.querySelector("[name=vd-choice]:checked");
    const value = typed?.id === "vd-value" ? typed.value : typed?.value.trim() || chosen?.value;
    if (value === undefined) { desk.say("Choose one first."); return; }
    const name = (typed ?? chosen).dataset.field;
    const note = panel.querySelector("#vd-note").value;
    const label = typed?.id === "vd-else" && typed.value.trim() ? typed.value : chosen?.parentElement.querySelector("span").textContent ?? value;
    const { verb = "change", label: asked } = at.fields.find((f) => f.name === name && f.label === panel.querySelector("#vd-what").selectedOptions[0].textContent);
    const words = verb === "merge" ? `${asked.replace(" …", "")} ${typed.selectedOptions[0].textContent}` : verb === "split" ? `${asked}: ${brief(at)}`
      : verb === "span" ? `Now “${value}”, was ${brief(at)}` : `${label || "Nobody named"}, was ${at.reads || "otherwise"}`;
    finish(at, item, { verb, values: { [name]: value }, note }, words);
  }
  async function finish(at, item, said, words) {
    const next = item && following(at.id);
    if (!await desk.decide([{ id: at.id, ...said }], words)) return;
    mark(at.id, said.verb);
    close(!next);
    if (next) goTo(next);
    else if (item) { now = ""; desk.kept.forTab("at", null); draw(); }
  }
  function mark(id, verb) {
    const sign = make("span", { class: "vd-st", "aria-hidden": "true" }, verb === "reject" ? "✕" : "✓");
    const words = wordsOf(id);
    if (words && !words.querySelector(".vd-st")) words.append(sign);
  }

  const light = (id) => { if (typeof variorumSpans !== "undefined") variorumSpans.light(id); };

  // Under the words, never over them; the words lie on lit ground, and a pointer stands before their line.
  function place(id) {
    const words = wordsOf(id);
    const main = document.querySelector("main");
    if (!words) { main.prepend(card); card.classList.add("vd-flow"); card.scrollIntoView({ block: "nearest" }); return; }
    for (const fold = words.closest("details:not([open])"); fold;) { fold.open = true; break; }
    words.classList.add("vd-lit");
    light(id);
    const spans = typeof variorumSpans === "undefined" ? [] : variorumSpans.ranges(id);
    const lines = [words, ...spans].flatMap((one) => [...one.getClientRects()]).sort((a, b) => a.bottom - b.bottom);
    const box = lines.at(-1) ?? words.getBoundingClientRect();
    const top = (lines[0] ?? box).top;
    const wide = Math.min(main.getBoundingClientRect().width, document.documentElement.clientWidth - 24);
    const width = Math.min(card.offsetWidth, wide);
    const column = (document.querySelector(".vr-article") ?? main).getBoundingClientRect();
    const left = Math.max(12, Math.min(column.left, document.documentElement.clientWidth - width - 12));
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${box.bottom + scrollY + 10}px`;
    const text = (words.closest(".vr-text, .vr-head") ?? words.parentElement).getBoundingClientRect();
    document.body.append(make("span", { class: "vd-here", "aria-hidden": "true", style: `left:${text.left + scrollX - 17}px;top:${top + scrollY + 5}px` }));
    scrollTo({ top: top + scrollY - innerHeight / 3, behavior: "instant" });
  }

  // Words selected in the text while a card asks for them go into its field.
  document.addEventListener("selectionchange", () => {
    const field = card?.querySelector("#vd-value[data-field=words]");
    const chosen = getSelection();
    if (!field || chosen.isCollapsed || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const from = range.commonAncestorContainer;
    if (!(from.closest ? from : from.parentElement).closest(".vr-page-article") || card.contains(from)) return;
    const copy = range.cloneContents();
    for (const sign of copy.querySelectorAll(".vr-sig, .vr-margin, .vr-key, .vd-st")) sign.remove();
    field.value = copy.textContent.replace(/\s+/g, " ").trim();
    desk.written(field);
  });

  // --- on every other card -------------------------------------------------------------------------
  const about = (note) => note.dataset.at && !note.dataset.of ? note.dataset.at : note.id.startsWith("note-") ? note.id.slice(5) : note.dataset.at;
  for (const note of document.querySelectorAll(".vr-card")) {
    const label = note.getAttribute("aria-label");
    const told = (verb, words) => async () => {
      const id = about(note);
      if (!id || !await desk.decide([{ id, verb }], `${words}: ${label}`)) return;
      mark(id, verb);
      note.querySelector(".vd-acts").replaceChildren(make("b", {}, verb === "keep" ? "✓ Right" : "✕ Wrong"), ` by ${desk.by}, just now`);
    };
    note.append(make("p", { class: "vd-acts vd-on-card" },
      button("Right", "", label, told("keep", "Right")), button("Wrong", "", label, told("reject", "Wrong")),
      button("Change …", "", label, () => { const id = about(note); note.hidePopover?.(); if (id) open(id, undefined, true); })));
  }

  // --- keys ----------------------------------------------------------------------------------------
  const press = (name) => () => {
    const here = card?.querySelectorAll(".vd-decide > fieldset button") ?? [];
    const found = [...here].find((b) => b.querySelector("kbd")?.textContent === name);
    if (!found) return false;
    found.click();
    return true;
  };
  desk.acts.j = () => step(1);
  desk.acts.k = () => step(-1);
  if (state.kind === "article") {
    Object.assign(desk.acts, { r: press("r"), w: press("w"), c: press("c") });
    desk.acts.Escape = () => { if (!card) return false; close(); return true; };
    desk.acts.Enter = () => {
      const panel = card?.querySelector(".vd-change:not([hidden])");
      if (!panel || document.activeElement?.matches("button, a, select")) return false;
      card.querySelector("form").requestSubmit();
      return true;
    };
    for (const key of "0123456789") {
      desk.acts[key] = () => {
        const choice = card?.querySelector(`.vd-change:not([hidden]) [data-key="${key}"]`);
        if (!choice) return false;
        choice.click();
        return true;
      };
    }
  }

  const rail = document.querySelector(".vr-rail > div");
  if (rail) { rail.prepend(queue); document.body.classList.add("vd-has-queue"); }
  desk.listeners.push(draw);
  draw();
  const item = state.queue.find((one) => one.id === now);
  if (item && isHere(item)) goTo(item);
})();
