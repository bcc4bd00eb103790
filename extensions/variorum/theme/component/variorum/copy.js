// Buttons of a card that copy: the words it is about as a citation, or the correction of what it says.
const variorumCopy = (() => {
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

  // The article's words in one line, as an editor's file is compared with them, cut where some begin
  // and end. Lines of the scrape stand folded under words that are ours.
  const NOT_ITS = ".vr-sig, .vr-margin, .vr-key, .vr-scrape :is(summary, small)";
  const plain = (said) => said.replace(/\s+/g, " ").replace(/[“”„‟«»]/g, '"').replace(/[‘’‚‛`´]/g, "'");
  function line(id) {
    const own = new Set(variorumSpans.texts(id));
    const parts = ["", "", ""];
    for (const part of document.querySelectorAll(".vr-head:not(:has(.vr-supplied)) h1 > span, .vr-text")) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest(NOT_ITS)) continue;
        parts[own.has(node) ? 1 : parts[1] ? 2 : 0] += node.data;
      }
      parts[parts[1] ? 2 : 0] += " ";
    }
    return parts;
  }

  // The words before or after some that tell them from others like them; words glued to others need
  // the rest of those.
  const MOST = 40;
  const inside = (said) => /[\p{L}\p{N}]{2}/u.test(said);
  function around(id, exact) {
    const [lead, own, tail] = line(id);
    const whole = plain(lead + own + tail), before = plain(lead + own.match(/^\s*/));
    const rest = whole.slice(before.length + exact.length);
    const [, ahead, gap] = before.match(/^(.*?)( ?)$/s), [, space, behind] = rest.match(/^( ?)(.*)$/s);
    const least = [inside(before.slice(-1) + exact[0]), inside(exact.at(-1) + rest[0])].map(Number);
    const last = (n) => (n ? ahead.split(" ").slice(-n).join(" ") : "");
    const first = (n) => behind.split(" ").slice(0, n).join(" ");
    const once = ([prefix, suffix]) => whole.split(`${prefix}${prefix && gap}${exact}${suffix && space}${suffix}`).length === 2;
    for (let n = 0; n < MOST; n += 1) {
      const sides = [[Math.max(n, least[0]), least[1]], [least[0], Math.max(n, least[1])]];
      const found = sides.map(([left, right]) => [last(left), first(right)]).find(once);
      if (found) return found;
    }
    return ["", ""];
  }

  // What an editor pastes into corrections.yaml: of which kind it is, and what is said of it.
  const KINDS = {
    f: ["finding", "salience"], q: ["quote", "speaker"], d: ["date", "value"],
    e: ["entity", "actor"], r: ["reference", "actor"],
  };
  function correction(card, id) {
    const mark = document.getElementById(id);
    const named = card.id.startsWith("card-");
    const [what, key] = KINDS[named ? mark.matches(".vr-ref") ? "r" : "e" : card.id[5]];
    const [prefix, suffix] = around(id, plain(exact(id)));
    const at = Object.entries({ exact: exact(id), prefix, suffix });
    return [
      `- change: ${what}  # or: reject, keep, note`,
      ...card.dataset.which ? [`  which: ${card.dataset.which}`] : [],
      "  at:", `    article: ${page.dataset.article}`,
      ...at.filter(([, said]) => said).map(([name, said]) => `    ${name}: ${quoted(said)}`),
      `  ${key}: ${variorumReferences.fix(card)}`.trimEnd(), "",
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

  return async (button, id) => {
    const card = button.closest(".vr-card");
    const text = button.dataset.act === "cite" ? citation(id) : correction(card, id);
    const label = button.textContent;
    button.ariaLive = "polite";
    try { await navigator.clipboard.writeText(text); } catch { copyField(text); button.focus(); }
    button.textContent = variorumWords.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  };
})();
