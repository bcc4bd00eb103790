// Reading blind: the reader marks sentences; revealed, the marks stand beside what was found.
(() => {
  const tools = document.querySelector(".vr-blind-tools");
  const reveal = document.querySelector(".vr-reveal");
  const sentences = [...document.querySelectorAll(".vr-blind-report .vr-sentence")];
  if (!tools || !sentences.length) return;
  const words = tools.dataset;
  const count = tools.querySelector(".vr-blind-count");
  const key = `variorum-blind ${location.pathname}`;
  let marked = new Set();
  try { marked = new Set(JSON.parse(localStorage.getItem(key)) || []); } catch { /* nothing kept */ }

  document.body.classList.add("vr-blind-on");
  tools.hidden = false;
  for (const sentence of sentences) {
    sentence.setAttribute("role", "checkbox");
    sentence.tabIndex = -1;
  }
  sentences[0].tabIndex = 0;

  function show() {
    for (const sentence of sentences) {
      const on = marked.has(sentence.id);
      sentence.classList.toggle("vr-marked", on);
      sentence.setAttribute("aria-checked", String(on));
    }
    const chosen = sentences.filter((sentence) => marked.has(sentence.id));
    tools.querySelector(".vr-blind-erase").hidden = !chosen.length;
    count.textContent = chosen.length ? words.count.replace("%s", chosen.length) : words.how;
    if (reveal.open) compare(chosen);
  }
  function set(some, on) {
    for (const sentence of some) {
      if (on(sentence)) marked.add(sentence.id); else marked.delete(sentence.id);
    }
    try { localStorage.setItem(key, JSON.stringify([...marked])); } catch { /* not kept, then */ }
    show();
  }
  const toggle = (sentence) => set([sentence], () => !marked.has(sentence.id));

  // Words that are selected mark the sentences they stand in; a mere tap turns one sentence.
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return [];
    const range = selection.getRangeAt(0);
    return sentences.filter((sentence) => range.intersectsNode(sentence)
      && selection.toString().trim());
  }
  for (const text of document.querySelectorAll(".vr-blind-text")) {
    text.addEventListener("click", (e) => {
      const some = selected();
      if (some.length) {
        set(some, () => true);
        getSelection().removeAllRanges();
        return;
      }
      const sentence = e.target.closest(".vr-sentence");
      if (sentence) { reach(sentence); toggle(sentence); }
    });
    text.addEventListener("keydown", (e) => {
      const at = sentences.indexOf(e.target);
      if (at < 0) return;
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key];
      if (step && sentences[at + step] && !e.shiftKey) {
        e.preventDefault();
        reach(sentences[at + step]);
        sentences[at + step].focus();
      } else if (e.key === " " || e.key === "Enter") {
        e.preventDefault();
        toggle(e.target);
      }
    });
  }
  function reach(sentence) {
    for (const other of sentences) other.tabIndex = other === sentence ? 0 : -1;
  }

  // The reader's marks, each with what was found in the same sentence.
  function compare(chosen) {
    const box = document.querySelector(".vr-blind-compare");
    const list = box.querySelector(".vr-blind-own");
    box.hidden = false;
    list.replaceChildren();
    let both = 0;
    for (const sentence of chosen) {
      const entry = document.createElement("li");
      const said = document.createElement("blockquote");
      said.lang = sentence.closest("[lang]").lang;
      said.dir = "auto";
      const copy = sentence.cloneNode(true);
      for (const cover of copy.querySelectorAll(".vr-cover")) cover.remove();
      const where = document.createElement("a");
      where.className = "vr-label";
      where.href = `#${sentence.id}`;
      where.textContent = words.report.replace("%s", sentence.dataset.report);
      said.append(copy.textContent.trim(), " ", where);
      const found = document.createElement("ul");
      const ids = (sentence.dataset.findings || "").split(" ").filter(Boolean);
      for (const id of ids) {
        const finding = document.querySelector(`[data-finding="${CSS.escape(id)}"] p`);
        if (!finding) continue;
        const item = document.createElement("li");
        item.append(...finding.cloneNode(true).childNodes);
        found.append(item);
      }
      if (found.children.length) both += 1;
      else found.append(Object.assign(document.createElement("li"), { textContent: words.nothing }));
      entry.append(said, found);
      list.append(entry);
    }
    box.querySelector(".vr-blind-sum").textContent = chosen.length
      ? words.both.replace("%(marked)s", chosen.length).replace("%(found)s", both) : words.none;
  }

  reveal.addEventListener("toggle", show);
  tools.querySelector(".vr-blind-erase").addEventListener("click", () => set(sentences, () => false));
  tools.querySelector(".vr-blind-print").addEventListener("click", () => print());
  tools.querySelector(".vr-blind-go").addEventListener("click", () => { reveal.open = true; });
  show();
})();
