// Search: looks through the texts of the index, shows what was found with the words around it.
// The index is a script of its own that calls Variorum.search.setIndex; a page on disk may load
// scripts, but nothing else.
(() => {
  const KINDS = ["article", "actor", "statement", "difference", "date", "page"];
  const WEIGHT = [2, 4, 3, 3, 1, 1]; // of a kind, among results that fit the words equally well
  const STEP = 20, AROUND = 110, WHOLE = 320;
  const form = document.querySelector("form.vr-search");
  const status = document.querySelector(".vr-search-count");
  const list = document.querySelector(".vr-hits");
  const more = document.querySelector(".vr-search-more");
  const root = document.documentElement.dataset.content_root || "./";
  let index = null, found = [], shown = 0, patterns = [], phrase = null, timer = 0;

  // Without accents and capitals, letter for letter, so that places in it are places in the text.
  const fold = (text) => text.replace(/[^\0-\x7f]/g, (c) => {
    if (c === "’" || c === "‘") return "'";
    const plain = c.normalize("NFD")[0].toLowerCase();
    return plain.length === 1 ? plain : c;
  }).toLowerCase();
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

  function setIndex(said) {
    index = said;
    index.units = said.units.map(([kind, page, anchor, text, sources, actors, label]) => ({
      kind, page, anchor, sources, actors, label, text, base: null, folded: "",
    }));
    for (const unit of index.units) {
      if (!Array.isArray(unit.text)) { unit.folded = fold(unit.text); continue; }
      const [base, start, end] = unit.text;
      unit.base = index.units[base];
      unit.start = start;
      unit.text = unit.base.text.slice(start, end);
      unit.folded = unit.base.folded.slice(start, end);
    }
    // Who says it is often named outside of the words.
    const speakers = (unit) => unit.actors.map((i) => index.actors[i]).join(" ");
    for (const unit of index.units) unit.said = fold(unit.kind === 2 ? speakers(unit) : unit.label);
    restore();
    run();
  }
  window.Variorum = Object.assign(window.Variorum || {}, { search: { setIndex } });
  form.hidden = false;

  function terms(query) {
    const parts = fold(query).match(/["“][^"“”]+["”]|[^\s"“”]+/g) || [];
    return parts.map((part) => part.replace(/["“”]/g, "").trim()).filter(Boolean);
  }
  function pattern(term) {
    const words = term.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
    return new RegExp((UNSPACED.test(term) ? "" : "(?<![\\p{L}\\p{N}])") + words, "gu");
  }
  const has = (pattern, words) => { pattern.lastIndex = 0; return pattern.test(words); };

  function look(chosen) {
    const sought = terms(chosen.q);
    patterns = sought.map(pattern);
    phrase = sought.length > 1 ? pattern(sought.join(" ")) : null;
    const fits = (unit) => (!chosen.source || unit.sources.includes(index.sources.indexOf(chosen.source)))
      && (!chosen.actor || unit.actors.includes(index.actors.indexOf(chosen.actor)));
    const among = index.units.filter(fits);
    // The paragraph around a date says what happened on it.
    const words = (unit) => unit.said + " " + (unit.kind === 4 ? unit.base.folded : unit.folded);
    let hits = patterns.length || chosen.kind || chosen.source || chosen.actor
      ? among.filter((unit) => patterns.every((p) => has(p, words(unit)))) : [];
    const some = !hits.length && patterns.length > 1;
    if (some) hits = among.filter((unit) => patterns.some((p) => has(p, words(unit))));
    for (const unit of hits) {
      unit.score = WEIGHT[unit.kind] + patterns.filter((p) => has(p, unit.folded)).length * 2
        + (phrase && has(phrase, unit.folded) ? 8 : 0);
    }
    return { hits, some };
  }

  function run() {
    if (!index) return;
    const chosen = Object.fromEntries(new FormData(form));
    const { hits, some } = look(chosen);
    count(hits);
    found = chosen.kind ? hits.filter((unit) => KINDS[unit.kind] === chosen.kind) : gather(hits);
    found.sort((a, b) => b.score - a.score);
    const words = !found.length ? status.dataset.none : some ? status.dataset.some : status.dataset.found;
    const idle = !patterns.length && !chosen.kind && !chosen.source && !chosen.actor;
    status.textContent = idle ? "" : words.replace("%s", found.length.toLocaleString(document.documentElement.lang));
    list.replaceChildren();
    shown = 0;
    show();
  }

  // A statement or a date in a paragraph that is found itself stands under it, if it has the words.
  function gather(hits) {
    const bases = new Set(hits.filter((unit) => !unit.base));
    for (const unit of bases) unit.within = [];
    return hits.filter((unit) => {
      if (!unit.base || !bases.has(unit.base)) return true;
      if (patterns.every((p) => has(p, `${unit.said} ${unit.folded}`))) unit.base.within.push(unit);
      return false;
    });
  }

  function count(hits) {
    const counts = KINDS.map((_, kind) => hits.filter((unit) => unit.kind === kind).length);
    for (const [kind, name] of KINDS.entries()) {
      const box = form.querySelector(`input[value="${name}"]`);
      box.nextElementSibling.querySelector("small").textContent = patterns.length ? counts[kind] : "";
      box.disabled = !counts[kind] && !box.checked && patterns.length > 0;
    }
  }

  function show() {
    for (const unit of found.slice(shown, shown + STEP)) list.append(entry(unit));
    shown += STEP;
    more.hidden = found.length <= shown;
  }

  const make = (tag, className, ...children) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const shortened = (text) => text.length > 80 ? `${text.slice(0, text.lastIndexOf(" ", 80))} …` : text;
  const address = (unit) => root + index.pages[unit.page][0] + (unit.anchor ? `#${unit.anchor}` : "");
  const kindOf = (unit) => form.querySelector(`input[value="${KINDS[unit.kind]}"]`).dataset.one;

  function entry(unit) {
    const [, title, language, direction] = index.pages[unit.page];
    const link = make("a", "", unit.kind === 1 ? index.actors[unit.actors[0]] : unit.kind === 3 ? unit.label : title);
    link.href = address(unit);
    link.dir = "auto";
    const facts = [kindOf(unit), unit.kind === 3 ? "" : unit.label, ...unit.sources.map((i) => index.sources[i]).sort((a, b) => a.localeCompare(b))];
    if (unit.kind === 2) facts.push(...unit.actors.map((i) => index.actors[i]));
    const label = make("p", "vr-label");
    for (const [i, words] of facts.filter(Boolean).entries()) label.append(i ? " · " : "", make("bdi", "", words));
    const snippet = make("p", "vr-snippet");
    if (unit.kind === 3) snippet.lang = "en";
    else if (language) snippet.lang = language;
    snippet.dir = direction || "auto";
    excerpt(snippet, unit);
    const made = make("li", "vr-hit", make("p", "vr-headline", link), snippet, label);
    const within = (unit.within || []).slice(0, 4);
    if (within.length) {
      const also = make("ul", "vr-within vr-plain-list");
      for (const other of within) {
        const inner = make("a", "", shortened(other.text));
        inner.href = address(other);
        inner.dir = "auto";
        const who = other.label || other.actors.map((i) => index.actors[i]).join(", ");
        also.append(make("li", "", `${kindOf(other)}${who ? `, ${who}` : ""}: `, inner));
      }
      made.append(also);
    }
    return made;
  }

  // The words around the first of those found; all of a short text, and the paragraph of a date.
  function excerpt(into, unit) {
    const whole = unit.kind === 4 ? unit.base : unit;
    const ranges = [];
    for (const p of phrase && has(phrase, whole.folded) ? [phrase] : patterns) {
      p.lastIndex = 0;
      for (const match of whole.folded.matchAll(p)) ranges.push([match.index, match.index + match[0].length]);
    }
    if (unit.kind === 4) ranges.push([unit.start, unit.start + unit.text.length]);
    ranges.sort((a, b) => a[0] - b[0]);
    const text = whole.text;
    let start = 0, end = text.length;
    if (end > WHOLE) {
      start = Math.max(0, (ranges.length ? ranges[0][0] : 0) - AROUND);
      end = Math.min(end, start + WHOLE);
      if (start) start = text.indexOf(" ", start) + 1;
      if (end < text.length) end = Math.max(start, text.lastIndexOf(" ", end));
    }
    let at = start;
    if (start) into.append("… ");
    for (const [a, b] of ranges) {
      if (a < at || b > end) continue;
      into.append(text.slice(at, a), make("mark", "", text.slice(a, b)));
      at = b;
    }
    into.append(text.slice(at, end), end < text.length ? " …" : "");
  }

  // The form is the address: what was asked for can be kept and sent on.
  function restore() {
    const asked = new URLSearchParams(location.search);
    for (const [name, names] of [["source", index.sources], ["actor", [...index.actors].sort((a, b) => a.localeCompare(b))]]) {
      for (const words of names) form.elements[name].append(new Option(words, words));
    }
    for (const name of ["q", "kind", "source", "actor"]) {
      if (asked.has(name)) form.elements[name].value = asked.get(name);
    }
  }
  function keep() {
    const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    try { history.replaceState(null, "", `?${said}`); } catch { /* not from disk */ }
  }
  const soon = () => { clearTimeout(timer); timer = setTimeout(() => { run(); keep(); }, 120); };

  form.addEventListener("input", soon);
  form.addEventListener("submit", (e) => { e.preventDefault(); clearTimeout(timer); run(); keep(); });
  more.addEventListener("click", () => {
    const next = list.children.length;
    show();
    list.children[next].querySelector("a").focus();
  });
  // Down from the field to the results, and up and down among them.
  addEventListener("keydown", (e) => {
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
    const links = [...list.querySelectorAll(".vr-headline a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && (document.activeElement !== form.elements.q || e.key === "ArrowUp")) return;
    const next = e.key === "ArrowDown" ? links[at + 1] : links[at - 1] || form.elements.q;
    if (!next) return;
    e.preventDefault();
    next.focus();
  });
})();
