// Buttons of a card that copy: the words it is about as a citation, or the correction of what it says.
(() => {
  const page = document.querySelector(".vr-article");

  function citation(id) {
    const address = location.href.replace(/#.*/, "");
    return `${page.dataset.source}: “${variorumSpans.words(id)}”. ${address}#${id}`;
  }

  // Of long words the beginning will do, as long as it is told from all others.
  const LONGEST = 160;
  function exact(id) {
    const said = variorumSpans.raw(id);
    const cut = said.length > LONGEST ? Math.max(said.lastIndexOf(" ", LONGEST), LONGEST / 2) : said.length;
    return said.slice(0, cut).split(/\s+/).filter(Boolean).join(" ");
  }

  // A scalar of YAML between quotation marks, in which nothing unseen stands as it is.
  const quoted = (said) => JSON.stringify(said).replace(/[^\P{C}]|[\u2028\u2029]/gu,
    (c) => `\\U${c.codePointAt(0).toString(16).padStart(8, "0")}`);

  // What an editor pastes into corrections.yaml. A card that many words open has one for each: what
  // stands around those tells them from others like them.
  function correction(card, id) {
    const mark = document.getElementById(id);
    const named = card.id.startsWith("card-");
    const around = named ? mark.dataset : card.dataset;
    const kind = { f: "finding", q: "quote", d: "date", e: "entity", r: "reference" };
    const what = named ? kind[mark.matches(".vr-ref") ? "r" : "e"] : kind[card.id[5]];
    const at = Object.entries({ exact: exact(id), prefix: around.before, suffix: around.after });
    return [
      `- change: ${what}  # or: reject, keep, note`,
      ...card.dataset.which ? [`  which: ${card.dataset.which}`] : [],
      "  at:", `    article: ${page.dataset.article}`,
      ...at.filter(([, said]) => said).map(([name, said]) => `    ${name}: ${quoted(said)}`),
      `  ${variorumReferences.fix(card)}`, "",
    ].join("\n");
  }

  // A page opened from a folder may not have the clipboard; a selected field is the older way.
  function copyField(text) {
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    (document.querySelector(":popover-open") || document.body).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  document.addEventListener("click", async (e) => {
    const button = e.target.closest?.(".vr-copy[data-act]");
    if (!button) return;
    const card = button.closest(".vr-card");
    const id = card.dataset.of ?? card.dataset.at;
    const text = button.dataset.act === "cite" ? citation(id) : correction(card, id);
    const label = button.textContent;
    button.ariaLive = "polite";
    try { await navigator.clipboard.writeText(text); } catch { copyField(text); button.focus(); }
    button.textContent = variorumWords.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
})();
