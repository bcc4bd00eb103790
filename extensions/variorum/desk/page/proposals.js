// What programs propose, on the page it is about: accepted under one's own name, or refused.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { state, make, button } = desk;
  const isHere = (p) => state.kind === "differences" ? p.what === "finding" : state.kind === "article" && p.what !== "finding" && p.articles.includes(state.article);
  const listed = (state.proposals ?? []).filter(isHere);
  if (!listed.length) return;

  function item(p) {
    const line = make("li", {}, make("span", { class: "vd-said" }, p.words), " ",
      make("span", { class: "vd-did" }, make("b", {}, p.what === "finding" ? p.to : `${p.verb === "add" ? "New: " : ""}${p.to}`), `, proposed by ${p.by}, ${p.sigla.join(", ")}`),
      p.what === "finding" ? make("span", { class: "vd-did vd-said" }, ` ${p.readings.map(([s, w]) => `${s}: “${w}”`).join(" · ")}`) : "");
    const decide = (accept) => async () => {
      const told = await desk.post("proposal", { token: p.token, accept });
      if (!told) return;
      line.querySelector(".vd-acts").replaceWith(make("b", { class: "vd-did" }, accept ? "✓ Accepted" : "✕ Refused"), make("span", { class: "vd-did" }, ` by ${desk.by}, just now`));
      const words = `${accept ? "Accepted" : "Refused"}: “${p.words}”`;
      if (accept) desk.told(words, told.tokens);
      else desk.say(`${words}. Taken out of proposals.yaml.`);
    };
    line.append(make("div", { class: "vd-acts" }, button("Accept", "", p.words, decide(true)), button("Refuse", "", p.words, decide(false))));
    return line;
  }
  const section = make("section", { class: "vr-group vd-news", "aria-labelledby": "vd-proposed" },
    make("h2", { class: "rubric vr-kick", id: "vd-proposed" }, "Proposed ", make("span", {}, String(listed.length))), make("ul", {}, ...listed.map(item)));
  const groups = document.querySelectorAll(".vr-group");
  if (state.kind === "differences" && groups.length) groups[0].before(section);
  else (document.querySelector(".vr-rail > div") ?? document.querySelector("main")).append(section);
})();
