// On an article: the card that asks, and what every other card may be told.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, parts, state, make, cap, button } = desk;
  if (state.kind !== "article") return;
  const { GROUPS, goTo, step, following, leave } = desk.queue;
  const wordsOf = (id) => document.getElementById(id);
  // What a press of a key has begun and is not done with.
  let busy = null;

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
    // What is about to be opened is not opened on a page that is about to go.
    desk.holds = true;
    try { at = await desk.ask("thing", { id }); } catch { desk.holds = false; return desk.say(_("That is no longer there; the page has changed.")); }
    const head = make("h2", { class: "vd-q", id: "vd-q", tabindex: "-1" }, item?.ask ?? at.ask);
    const order = state.queue.indexOf(item);
    card = make("section", { class: "vd-card", "aria-labelledby": "vd-q", "data-id": id, "data-own": !item },
      button(_("Close"), "Esc", "", () => close(), "vd-shut vd-t"),
      make("p", { class: "vd-kind" }, item ? `${GROUPS[item.group]} · ${_("%(done)s of %(all)s", { done: state.done + order + 1, all: state.done + state.queue.length })}` : _("Of your choice")),
      head, make("p", { class: "vd-why" }, make("span", { class: "vd-said" }, at.words), " ", item && item.why !== at.words ? item.why : at.why),
      ...others(id), decided(at), form(at, item, change));
    document.body.append(card);
    desk.holds = false;
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
    return readings ? [make("p", { class: "vd-label" }, _("What the reports say")), readings] : [];
  }
  function decided(at) {
    if (at.waits) return make("p", { class: "vd-did" }, _("Another reader has looked at it; their answer is shown after yours."));
    if (at.answers.length) return desk.disputed(at, () => close());
    if (at.decided === null) return "";
    const by = _("Decided by %(who)s", { who: desk.who(at.decided) });
    return make("p", { class: "vd-did" }, make("b", {}, `✓ ${by}`), at.note ? ` “${at.note}”` : "", ". ",
      at.token ? button(_("Undo"), "u", at.words, () => { close(); desk.undo([at.token]); }, "vd-t") : "");
  }

  function form(at, item, opened) {
    const panel = make("div", { class: "vd-change", id: "vd-change", hidden: !opened });
    const asks = at.reads ? parts(_("Read as %(reads)s. Is that"), { reads: make("b", {}, at.reads) }) : [_("Is that")];
    const toggle = () => {
      panel.hidden = !panel.hidden;
      changing.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) first(panel).focus({ preventScroll: true });
    };
    const changing = button(_("Change …"), "c", at.words, toggle);
    changing.setAttribute("aria-controls", "vd-change");
    changing.setAttribute("aria-expanded", String(opened));
    panel.append(...fields(at, item));
    const made = make("form", { class: "vd-decide" },
      make("fieldset", {}, make("legend", {}, ...asks), make("div", { class: "vd-acts" },
        button(_("Right"), "r", at.words, () => finish(at, item, { verb: "keep" }, `${_("Right")}: ${brief(at)}`)),
        button(_("Wrong"), "w", at.words, () => finish(at, item, { verb: "reject" }, `${_("Wrong")}: ${brief(at)}`)),
        changing, item ? button(_("Later"), "j", at.words, () => step(1), "vd-t") : "")), panel);
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
    return [make("p", { class: "vd-pick" }, make("label", { for: "vd-what" }, _("What to change"), " "), what), inside,
      make("p", {}, make("label", { class: "vd-fl", for: "vd-note" }, _("Note, if you like")), make("input", { class: "vd-f", id: "vd-note", placeholder: _("Shown with your name") })),
      make("div", { class: "vd-acts" },
        make("button", { class: "vd-b vd-go", type: "submit" }, _("Save"), " ", cap("Enter")),
        button(_("Leave as it was"), "", at.words, () => item ? open(at.id, item) : close(), "vd-t"))];
  }
  function field(f) {
    if (f.as === "words") {
      return [make("label", { class: "vd-fl", for: "vd-value" }, _("Select them in the text, or type them as they stand there")),
        make("input", { class: "vd-f vd-said", id: "vd-value", "data-field": f.name, value: f.value })];
    }
    if (f.as === "list") {
      return [make("label", { class: "vd-fl", for: "vd-value" }, f.label),
        make("select", { class: "vd-f", id: "vd-value", "data-field": f.name }, ...f.choices.map((c) => make("option", { value: c.value }, c.label)))];
    }
    if (f.as === "apart") return [make("input", { type: "hidden", id: "vd-value", "data-field": f.name, value: "" }), make("p", { class: "vd-fl" }, _("It is printed by this report alone."))];
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
      parts.push(make("p", {}, make("label", { class: "vd-fl", for: "vd-else" }, _("Somebody else")),
        make("input", { class: "vd-f", id: "vd-else", "data-field": f.name, list: "vd-actors", placeholder: _("A name, known or new") }), known));
    }
    return parts;
  }
  function save(at, item, panel) {
    if (panel.hidden) return;
    const typed = panel.querySelector("#vd-value, #vd-else");
    const chosen = panel.querySelector("[name=vd-choice]:checked");
    const value = typed?.id === "vd-value" ? typed.value : typed?.value.trim() || chosen?.value;
    if (value === undefined) { desk.say(_("Choose one first.")); return; }
    const name = (typed ?? chosen).dataset.field;
    const note = panel.querySelector("#vd-note").value;
    const label = typed?.id === "vd-else" && typed.value.trim() ? typed.value : chosen?.parentElement.querySelector("span").textContent ?? value;
    const { verb = "change", label: asked } = at.fields.find((f) => f.name === name && f.label === panel.querySelector("#vd-what").selectedOptions[0].textContent);
    const [now, was] = [label || _("Nobody named"), at.reads || _("otherwise")];
    const words = verb === "merge" ? `${asked.replace(" …", "")} ${typed.selectedOptions[0].textContent}` : verb === "split" ? `${asked}: ${brief(at)}`
      : verb === "span" ? _("Now “%(now)s”, was %(was)s", { now: value, was: brief(at) }) : _("%(now)s, was %(was)s", { now, was });
    finish(at, item, { verb, values: { [name]: value }, note }, words);
  }
  function finish(at, item, said, words) {
    busy = settle(at, item, said, words);
    return busy;
  }
  async function settle(at, item, said, words) {
    const next = item && following(at.id);
    if (!await desk.decide([{ id: at.id, ...said }], words)) return;
    mark(at.id, said.verb);
    close(!next);
    if (next) await goTo(next);
    else if (item) leave();
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
    // Clear of the paragraphs' numbers, where they stand in the margin.
    const beside = matchMedia("(min-width: 60rem)").matches ? 44 : 17;
    const text = (words.closest(".vr-text, .vr-head") ?? words.parentElement).getBoundingClientRect();
    document.body.append(make("span", { class: "vd-here", "aria-hidden": "true", style: `left:${Math.max(3, text.left - beside) + scrollX}px;top:${top + scrollY + 5}px` }));
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
      note.querySelector(".vd-acts").replaceChildren(make("span", {}, ...desk.justNow(`${verb === "keep" ? "✓" : "✕"} ${words}`)));
    };
    note.append(make("p", { class: "vd-acts vd-on-card" },
      button(_("Right"), "", label, told("keep", _("Right"))), button(_("Wrong"), "", label, told("reject", _("Wrong"))),
      button(_("Change …"), "", label, () => { const id = about(note); if (id) open(id, undefined, true); note.hidePopover?.(); })));
  }

  // --- keys ----------------------------------------------------------------------------------------
  const press = (name) => () => {
    const here = card?.querySelectorAll(".vd-decide > fieldset button") ?? [];
    const found = [...here].find((b) => b.querySelector("kbd")?.textContent === name);
    if (!found) return false;
    found.click();
    return busy;
  };
  Object.assign(desk.acts, { r: press("r"), w: press("w"), c: press("c") });
  desk.acts.Escape = () => { if (!card) return false; close(); return true; };
  desk.acts.Enter = () => {
    const panel = card?.querySelector(".vd-change:not([hidden])");
    if (!panel || document.activeElement?.matches("button, a, select")) return false;
    card.querySelector("form").requestSubmit();
    return busy;
  };
  for (const key of "0123456789") {
    desk.acts[key] = () => {
      const choice = card?.querySelector(`.vd-change:not([hidden]) [data-key="${key}"]`);
      if (!choice) return false;
      choice.click();
      return true;
    };
  }
  desk.open = open;
})();
