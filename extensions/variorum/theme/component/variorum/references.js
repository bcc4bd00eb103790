// What a page says once and its marks and notes refer to: which card a mark opens, and what every card
// of a kind has beside its own words.
const variorumReferences = (() => {
  const page = document.querySelector(".vr-article");
  const cards = [...document.querySelectorAll(".vr-card")];
  const byActor = new Map();
  for (const card of cards) {
    const head = card.querySelector("a");
    card.ariaLabel = card.querySelector("p").textContent;
    if (card.id.startsWith("card-")) byActor.set(head.getAttribute("href"), card.id);
    else if (head?.hash) card.dataset.of = head.hash.slice(1);
  }
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
    return made;
  };

  // How it is known whom a name means: of an actor's card it is that of the first name.
  const reason = (card) => card.matches("[id^=card-]") && card.querySelector(".vr-why > span:not([class])");
  // What a correction says of the thing now.
  const fix = (card) => card.dataset.fix ?? (card.matches("[id^=card-]") ? `actor: ${card.id.slice(5)}` : "");

  // Give a card, before it is first opened, what its section says for all, and what can be done.
  function complete(card) {
    if (card.querySelector(".vr-card-acts")) return;
    const why = reason(card);
    if (why) card.dataset.why = why.textContent;
    const said = card.parentElement.querySelector(".vr-notes-foot")?.cloneNode(true);
    const foot = card.querySelector(".vr-why");
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
    const link = make("a", "vr-permalink", variorumWords.permalink);
    link.href = `#${card.dataset.of ?? ""}`;
    const acts = make("p", "vr-card-acts", link, " ", button(variorumWords.cite, "cite"));
    if (fix(card) && page.dataset.article) acts.append(" ", button(variorumWords.correct, "correct"));
    card.append(acts);
  }

  return { cards, complete, reason, fix };
})();
