// What the desk adds to every page: who decides, how far one is, the keys, what is wrong with the files.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, _n, parts, state, make, cap, hushed, kept, acts } = desk;
  if (!state.kind) return;

  function bar() {
    const wrap = document.querySelector(".vr-bar .vr-wrap");
    if (!wrap) return;
    const told = make("span");
    const filled = make("progress", { "aria-label": _("Looked at") });
    const name = make("input", { id: "vd-as", class: "vd-as", value: desk.by, list: "vd-makers", autocomplete: "off", size: 12 });
    name.addEventListener("change", () => {
      desk.by = name.value.trim() || state.by;
      name.value = desk.by;
      kept.forAll("as", desk.by);
      desk.go(() => location.reload()); // What waits is another's queue now.
    });
    const known = make("datalist", { id: "vd-makers" }, ...state.makers.map((value) => make("option", { value })));
    const who = make("div", { class: "vd-who" },
      make("span", { class: "vd-prog" }, told, filled),
      make("span", {}, make("label", { for: "vd-as" }, _("At the desk as"), " "), name, known),
      make("a", { href: "#vd-keys", class: "vd-keyb" }, _("Keys"), " ", cap("?")));
    wrap.querySelector("form")?.before(who);
    const show = () => {
      const all = state.done + state.queue.length;
      told.replaceChildren(...parts(_("%(progress)s looked at"), { progress: make("b", {}, _("%(done)s of %(all)s", { done: state.done, all })) }));
      filled.max = Math.max(all, 1);
      filled.value = state.done;
    };
    desk.listeners.push(show);
    show();
    for (const link of document.querySelectorAll(".vr-tabs a")) {
      const count = state.tabs[new URL(link.href).pathname.replace(/\/$/, "/index.html")];
      if (count) link.append(" ", make("b", {}, String(count), hushed(` ${_("to look at")}`)));
    }
    document.querySelector(".vr-tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function keys() {
    const letters = make("input", { type: "checkbox" });
    letters.checked = desk.letters.used;
    letters.addEventListener("change", () => {
      desk.letters.used = letters.checked;
      kept.forAll("keys", letters.checked ? "on" : "off");
    });
    const lines = [[["j", "k"], _("next, back")], [["r"], _("right")], [["w"], _("wrong")], [["c"], _("change")],
      [["1–9"], _("choose")], [["0"], _("nobody")], [["Enter"], _("save")],
      [["p"], _("pin")], [["h"], _("hide")], [["e"], _("reword")], [["m"], _("then ↑ ↓ move, Enter puts down")],
      [["u"], _("undo")], [["Esc"], _("close")], [["?"], _("these")]];
    const listed = make("section", { id: "vd-keys", class: "vd-keys", "aria-label": _("Keys"), tabindex: "-1" },
      ...lines.map(([caps, words]) => make("span", {}, ...caps.flatMap((c) => [cap(c), " "]), words)),
      make("p", {}, _("Letters rest while you type."), " ", make("label", {}, letters, " ", _("Use letter keys"))));
    (document.querySelector(".vr-foot") ?? document.body.lastElementChild).before(make("div", { class: "vr-wrap" }, listed));
    acts["?"] = () => { listed.scrollIntoView({ block: "nearest" }); listed.focus({ preventScroll: true }); return true; };
    acts.u = () => desk.undo();
  }

  function wrongs() {
    const wrong = (said, inside) => make("p", { class: "vd-wrong" }, ...parts(said, inside));
    const place = (b) => b.line ? _("%(file)s, line %(line)s, can’t be read", b) : _("%(file)s can’t be read", b);
    const listed = state.broken.map((b) =>
      wrong(_("%(what)s: %(why)s. What stands in it is kept; mend it in your editor and the page follows."), { what: make("b", {}, place(b)), why: b.why }));
    const idle = (b) => b.line ? _("%(file)s, line %(line)s, has no effect", b) : _("%(file)s has a line without effect", b);
    listed.push(...state.idle.map((b) => wrong(_("%(what)s: %(why)s."), { what: make("b", {}, idle(b)), why: b.why })));
    if (state.kept) listed.push(wrong(_n("%(count)s of your decisions is kept and written when it can.", "%(count)s of your decisions are kept and written when they can.", state.kept), {}));
    if (state.failed) {
      listed.push(wrong(_("%(what)s: %(why)s. The pages are those of the one before."), { what: make("b", {}, _("The last build failed")), why: state.failed }));
    }
    if (listed.length) document.querySelector("main")?.prepend(make("div", { class: "vd-wrongs", role: "alert" }, ...listed));
  }

  bar();
  keys();
  wrongs();
})();
