// The queue: what waits, on every page, and the way from one to the next.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, _n, parts, state, make, button } = desk;
  if (!state.kind) return;
  const GROUPS = { missing: _("Missing"), yours: _("Your own words"), disputed: _("Where readers differ"), front: _("On the front page"), first: _("Seen first"),
    unsure: _("Least sure for its weight"), second: _("For a second reader") };
  const isHere = (item) => item.href && new URL(item.href, location.href).pathname === location.pathname.replace(/\/$/, "/index.html");
  let now = desk.kept.get("at") ?? "";

  const queue = make("section", { class: "vd-queue", "aria-label": _("To look at") });
  function line(item) {
    const at = item.id === now && isHere(item);
    const place = [item.siglum, item.sure === null ? "" : _("%(sure)s %% sure", item)].filter(Boolean).join(" · ");
    const words = item.words.length > 90 ? `${item.words.slice(0, 88).replace(/\s\S*$/, "")} …` : item.words;
    const inside = [make("span", { class: "vd-ask" }, item.ask), make("span", { class: "vd-said" }, words), make("span", { class: "vd-at" }, place)];
    const go = (e) => { e.preventDefault(); goTo(item); };
    return make("li", at ? { class: "vd-now" } : {}, item.href ? make("a", { href: item.href, "aria-current": at ? "true" : null, onclick: go }, ...inside) : make("span", { class: "vd-no-link" }, ...inside));
  }
  function lately() {
    if (desk.last) return [make("p", { class: "vd-did" }, make("b", {}, "✓ "), desk.last.words)];
    const [last] = state.decided;
    if (!last) return [];
    return [make("p", { class: "vd-did" }, ...parts(_("%(did)s by %(who)s: %(words)s"), { did: make("b", {}, `✓ ${desk.did(last.verb)}`), who: desk.who(last.by), words: make("span", { class: "vd-said" }, last.words) }))];
  }
  function draw() {
    const all = state.done + state.queue.length;
    const from = Math.max(Math.min(state.queue.findIndex((item) => item.id === now), state.queue.length - 8), 0);
    const next = state.queue.slice(from, from + 8);
    const filled = make("progress", { max: Math.max(all, 1), value: state.done, "aria-label": _("Looked at") });
    const told = parts(_("%(progress)s looked at"), { progress: make("b", {}, _("%(done)s of %(all)s", { done: state.done, all })) });
    const listed = make("details", { class: "vd-list" }, make("summary", {}, _("What waits")), ...lately());
    listed.open = matchMedia("(min-width: 75.0625rem)").matches;
    for (const group of Object.keys(GROUPS)) {
      const items = next.filter((item) => item.group === group);
      if (items.length) listed.append(make("h2", {}, GROUPS[group]), make("ol", {}, ...items.map(line)));
    }
    const more = state.queue.length - next.length;
    const rest = more ? _n("%(count)s more", "%(count)s more", more) : state.queue.length ? "" : _("All %(all)s looked at.", { all });
    if (rest) listed.append(make("p", { class: "vd-did" }, rest));
    queue.replaceChildren(make("p", { class: "vd-prog" }, make("span", {}, ...told), filled),
      make("p", { class: "vd-step" }, button(_("Back"), "k", "", () => step(-1), "vd-t"), button(_("Next"), "j", "", () => step(1), "vd-t"), button(_("Undo"), "u", "", () => desk.undo(), "vd-t")), listed);
  }

  // Where something is asked on this page it is opened here, else its page is; *open* is the page's own.
  async function goTo(item) {
    now = item.id;
    desk.kept.forTab("at", now);
    desk.kept.forTab("place", String(state.queue.filter((one) => one.href).indexOf(item)));
    if (!isHere(item)) { desk.go(() => { location.href = item.href; }); return; }
    draw();
    if (desk.open) await desk.open(item.id, item);
    else dispatchEvent(new CustomEvent("vd-at", { detail: item.id }));
  }
  function step(by) {
    now = desk.kept.get("at") ?? now;
    const listed = state.queue.filter((item) => item.href);
    if (!listed.length) { desk.say(_("Nothing waits.")); return null; }
    const at = listed.findIndex((item) => item.id === now);
    // What was decided is gone from the queue, and what came after it stands in its place.
    const place = at < 0 ? Number(desk.kept.get("place") ?? 0) + Math.min(by, 0) : at + by;
    return goTo(listed[(place + listed.length) % listed.length]);
  }
  function following(id) {
    const at = state.queue.findIndex((item) => item.id === id);
    return state.queue.slice(at + 1).find((item) => item.href) ?? state.queue.find((item) => item.href && item.id !== id);
  }
  function leave() { now = ""; desk.kept.forTab("at", null); draw(); }
  desk.queue = { GROUPS, goTo, step, following, leave };
  desk.acts.j = () => step(1);
  desk.acts.k = () => step(-1);

  const rail = document.querySelector(".vr-rail > div");
  if (rail) { rail.prepend(queue); document.body.classList.add("vd-has-queue"); }
  desk.listeners.push(draw);
  draw();
  // When the scripts of this page have set out what can be opened on it.
  const item = state.queue.find((one) => one.id === now);
  if (item && isHere(item)) desk.opening = new Promise((done) => { setTimeout(() => goTo(item).then(done, done)); });
})();
