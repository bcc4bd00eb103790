// What a page says once and its marks and notes refer to: which card a mark opens, what every card of a
// kind has beside its own words, which other notes are on the same words.
const variorumReferences = (() => {
  const page = document.querySelector(".vr-article");
  const cards = [...document.querySelectorAll(".vr-card")];
  const byActor = new Map(), byPlace = new Map();
  for (const card of cards) {
    const head = card.querySelector("a");
    card.ariaLabel = card.querySelector("p").textContent;
    if (card.id.startsWith("card-")) byActor.set(head.getAttribute("href"), card.id);
    else if (head?.hash) {
      card.dataset.of = head.hash.slice(1);
      byPlace.set(card.dataset.of, card);
    }
  }
  const cardAt = (id) => byPlace.get(id.replace(/-\d+$/, ""));
  for (const sign of document.querySelectorAll(".vr-sig")) sign.dataset.card = sign.hash.slice(1);
  for (const name of document.querySelectorAll(".vr-page-article :is(a.vr-ent, a.vr-ref)")) {
    const card = byActor.get(name.getAttribute("href"));
    if (card) name.dataset.card = card;
  }

  const make = (tag, className, ...children) => {
    const made = Object.assign(document.createElement(tag), { className });
    made.append(...children);
    return made;
  };
  const button = (label, act) => {
    const made = make("button", "vr-copy", label);
    made.type = "button";
    made.dataset.act = act;
    made.addEventListener("click", async () => {
      const { of, at } = made.closest(".vr-card").dataset;
      await variorumAsk();
      variorumCopy(made, of ?? at);
    });
    return made;
  };

  // How it is known whom a name means: of an actor's card it is that of the first name.
  const reason = (card) => card.matches("[id^=card-]") && card.querySelector(".vr-why > span:not([class])");
  // What a correction says of the thing now, if it can be corrected.
  const fix = (card) => card.dataset.fix ?? (card.matches("[id^=card-]") ? card.id.slice(5) : null);

  // The cards on some of the same words.
  const MOST = 5;
  function others(card) {
    const words = new Set(variorumSpans.texts(card.dataset.of));
    const blocks = new Set([...words].map((node) => node.parentElement.closest("p")));
    const near = [...blocks].flatMap((block) => [...(block?.querySelectorAll("[id]") ?? [])]);
    const met = near.filter(({ id }) => cardAt(id) && variorumSpans.texts(id).some((node) => words.has(node)));
    return [...new Set(met.map(({ id }) => cardAt(id)))].filter((other) => other !== card);
  }
  function listed(card, i) {
    const sign = document.querySelector(`.vr-sig:not(.vr-gloss)[href="#${card.id}"]`) ?? card.querySelector("a");
    const link = make("a", "", sign.textContent);
    link.href = `#${card.id}`;
    return i ? [", ", link] : [link];
  }

  // The apparatus says with each difference what its note does.
  for (const key of document.querySelectorAll(".vr-app-key")) {
    const said = cardAt(key.hash.slice(1))?.querySelector(".vr-is").cloneNode(true);
    if (!said) continue;
    said.className = "vr-label";
    key.closest("li").querySelector(".vr-app-said").after(said);
  }

  // Give a card, before it is first opened, what its section says for all, and what can be done.
  function complete(card) {
    if (card.querySelector(".vr-card-acts")) return;
    variorumAsk();
    const said = card.parentElement.querySelector(".vr-notes-foot")?.cloneNode(true);
    const foot = card.querySelector(".vr-why");
    if (foot && card.id.startsWith("card-") && !foot.children.length) {
      card.dataset.why = foot.textContent.slice(variorumWords.why.length);
      foot.replaceChildren(variorumWords.why, make("span", ""));
    }
    if (said && foot) {
      const standing = said.firstElementChild;
      standing.className = "vr-standing";
      standing.prepend(" \u00b7 ");
      if (foot.querySelector(".vr-decided")) standing.remove();
      foot.append(...said.childNodes);
    }
    // Side by side with whom: the apparatus has it.
    const entry = document.querySelector(`.vr-app-key[href="#${CSS.escape(card.dataset.of)}"]`);
    const beside = !card.querySelector(".vr-beside") && entry?.closest("li").querySelector(".vr-beside");
    if (beside) foot.before(beside.cloneNode(true));
    const also = others(card).slice(0, MOST);
    if (also.length) foot.after(make("p", "", variorumWords.also, ...also.flatMap(listed)));
    const link = make("a", "vr-permalink", variorumWords.permalink);
    link.href = `#${card.dataset.of ?? ""}`;
    const acts = make("p", "vr-card-acts", link, " ", button(variorumWords.cite, "cite"));
    if (fix(card) !== null && page.dataset.article) acts.append(" ", button(variorumWords.correct, "correct"));
    card.append(acts);
  }

  return { cards, complete, reason, fix };
})();
