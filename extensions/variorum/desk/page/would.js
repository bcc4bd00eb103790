// What taking something in would change in what is found: asked of the desk, shown as a list.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, make } = desk;
  const group = (one) => [make("p", { class: "vd-label" }, one.items.length ? make("b", {}, `${one.name} `) : one.name, one.items.length ? String(one.items.length) : ""),
    one.items.length ? make("ul", { class: "vd-would" }, ...one.items.map(([words, note]) =>
      make("li", {}, make("span", { class: "vd-said" }, words), note ? make("span", { class: "vd-did" }, ` ${note}`) : ""))) : ""];
  // Fills an element; what is asked takes a moment, so that it stands open for it.
  desk.would = async (inside, said) => {
    inside.replaceChildren(make("p", { class: "vd-did" }, _("Comparing …")));
    const told = await desk.post("would", said);
    inside.replaceChildren(...told ? told.changed.flatMap(group).filter(Boolean) : [make("p", { class: "vd-did" }, _("It could not be compared."))]);
  };
})();
