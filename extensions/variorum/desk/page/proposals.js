// What programs propose, on the page it is about: accepted under one's own name, or refused.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, parts, state, make, button } = desk;
  const isHere = (p) => state.kind === "differences" ? p.what === "finding" : state.kind === "article" && p.what !== "finding" && p.articles.includes(state.article);
  const listed = (state.proposals ?? []).filter(isHere);
  if (!listed.length) return;

  function what(p) {
    const to = make("b", {}, p.to);
    if (p.what === "finding") return [to];
    if (p.verb === "add") return parts(_("New: %(to)s"), { to });
    return p.now ? parts(_("%(to)s, now %(was)s"), { to, was: make("s", {}, p.now) }) : [to];
  }
  function item(p) {
    const by = _("proposed by %(who)s", { who: p.by });
    const line = make("li", {}, make("span", { class: "vd-said" }, p.words), " ",
      make("span", { class: "vd-did" }, ...what(p), ` · ${by} · ${p.sigla.join(", ")}`),
      p.what === "finding" ? make("span", { class: "vd-did vd-said" }, ` ${p.readings.map(([s, w]) => `${s}: “${w}”`).join(" · ")}`) : "");
    const decide = (accept) => async () => {
      const told = await desk.post("proposal", { token: p.token, accept });
      if (!told) return;
      const sign = accept ? `✓ ${_("Accepted")}` : `✕ ${_("Refused")}`;
      line.querySelector(".vd-acts").replaceWith(make("p", { class: "vd-did" }, ...desk.justNow(sign)));
      line.querySelector("details")?.remove();
      const words = `${accept ? _("Accepted") : _("Refused")}: “${p.words}”`;
      if (accept) desk.told(words, told.tokens);
      else desk.say(_("%(words)s. It isn’t offered again while its words stand.", { words }));
    };
    const inside = make("div");
    const would = make("details", {}, make("summary", {}, _("What it would change")), inside);
    would.addEventListener("toggle", () => { if (would.open && !inside.childNodes.length) desk.would(inside, { token: p.token, proposal: true }); });
    line.append(would, make("div", { class: "vd-acts" }, button(_("Accept"), "", p.words, decide(true)), button(_("Refuse"), "", p.words, decide(false))));
    return line;
  }
  const section = make("section", { class: "vr-group vd-news", "aria-labelledby": "vd-proposed" },
    make("h2", { class: "rubric vr-kick", id: "vd-proposed" }, _("Proposed"), " ", make("span", {}, String(listed.length))), make("ul", {}, ...listed.map(item)));
  const groups = document.querySelectorAll(".vr-group");
  if (state.kind === "differences" && groups.length) groups[0].before(section);
  else (document.querySelector(".vr-rail > div") ?? document.querySelector("main")).append(section);
})();
