// A reader's own notes: highlights and words on any words of a report, kept in this browser as W3C
// annotations, saved as a file and read back; a switch hides them. The text's markup is not touched.
const variorumNotes = (() => {
  const panel = document.querySelector(".vr-own");
  const page = document.querySelector(".vr-page-article");
  if (!panel || !page) return null;
  const OURS = ".vr-sig, .vr-margin, .vr-key, .vr-card, .vr-own, .vr-rail";
  const KEY = "variorum-notes";
  const here = panel.dataset.of;
  const story = here.slice(0, here.lastIndexOf("articles/"));
  const words = variorumWords;
  const plain = (text) => text.replace(/\s+/g, " ").trim();

  function all() { try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch { return []; } }
  function keep(listed) {
    try { localStorage.setItem(KEY, JSON.stringify(listed)); } catch { /* not kept, then */ }
    show();
    document.dispatchEvent(new CustomEvent("vr-notes"));
  }
  const target = (note) => note.target?.source ?? "";
  const ofStory = () => all().filter((note) => target(note).startsWith(story));

  // The text as one string, with the node and place of each of its letters.
  function text() {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const found = { said: "", at: [] };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(OURS)) continue;
      for (let i = 0; i < node.length; i += 1) {
        const blank = /\s/.test(node.data[i]);
        if (blank && found.said.endsWith(" ")) continue;
        found.said += blank ? " " : node.data[i];
        found.at.push([node, i]);
      }
    }
    return found;
  }
  function range({ selector }, { said, at }) {
    const { exact = "", prefix = "", suffix = "" } = selector ?? {};
    const tries = [[prefix, suffix], [prefix, ""], ["", suffix], ["", ""]];
    for (const [before, after] of exact ? tries : []) {
      const from = said.indexOf(before + exact + after);
      if (from < 0) continue;
      const made = new Range();
      made.setStart(...at[from + before.length]);
      const [node, i] = at[from + before.length + exact.length - 1];
      made.setEnd(node, i + 1);
      return made;
    }
    return null;
  }

  function chosen() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const picked = selection.getRangeAt(0);
    if (!page.contains(picked.commonAncestorContainer)) return null;
    const { said, at } = text();
    const inside = at.map(([node, i], n) => (picked.comparePoint(node, i) === 0 && !(node === picked.endContainer && i === picked.endOffset) ? n : -1)).filter((n) => n >= 0);
    if (!inside.length) return null;
    let [from, to] = [inside[0], inside.at(-1) + 1];
    while (said[from] === " ") from += 1;
    while (said[to - 1] === " ") to -= 1;
    if (to <= from) return null;
    return { type: "TextQuoteSelector", exact: said.slice(from, to), prefix: said.slice(Math.max(from - 24, 0), from), suffix: said.slice(to, to + 24) };
  }

  let last = null;
  document.addEventListener("selectionchange", () => { last = chosen() ?? (panel.contains(document.activeElement) ? last : null); });
  function add() {
    hint("");
    const selector = chosen() ?? last;
    if (!selector) { hint(words.select); return; }
    const id = `urn:uuid:${crypto.randomUUID ? crypto.randomUUID() : Date.now().toString(16)}`;
    keep([...all(), { "@context": "http://www.w3.org/ns/anno.jsonld", id, type: "Annotation", motivation: "highlighting", created: new Date().toISOString(), target: { source: here, selector } }]);
    last = null;
    listed.querySelector(`[data-id="${CSS.escape(id)}"] textarea`)?.focus();
  }
  function write(id, value) {
    const body = value ? { body: [{ type: "TextualBody", purpose: "commenting", value }], motivation: "commenting" } : { motivation: "highlighting" };
    keep(all().map((note) => { if (note.id !== id) return note; const { body: _old, ...rest } = note; return { ...rest, ...body }; }));
  }
  const said = (note) => [note.body ?? []].flat().map((b) => b.value ?? "").join("\n");

  // What other files hold beside annotations is left alone.
  function take(read) {
    const found = (Array.isArray(read) ? read : read?.items ?? read?.["@graph"] ?? [read]).filter((note) => note?.type === "Annotation" && typeof target(note) === "string" && note.target?.selector?.exact);
    const known = new Map(all().map((note) => [note.id, note]));
    for (const note of found) known.set(note.id ?? `urn:variorum:${known.size}`, note);
    if (found.length) keep([...known.values()]);
    return found.length;
  }

  const count = panel.querySelector(".vr-n");
  const shown = panel.querySelector("#vr-own-shown");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const hint = (line) => { status.textContent = line; };
  const listed = document.createElement("ol");
  panel.append(status, listed);

  function entry(note, place) {
    const made = document.createElement("li");
    made.dataset.id = note.id;
    const quote = document.createElement("a");
    quote.href = "#vr-main";
    quote.textContent = note.target.selector.exact;
    quote.addEventListener("click", (e) => { e.preventDefault(); place?.startContainer.parentElement.scrollIntoView({ block: "center" }); });
    const area = document.createElement("textarea");
    area.value = said(note);
    area.rows = 2;
    area.setAttribute("aria-label", `${words.note}: ${note.target.selector.exact}`);
    area.addEventListener("change", () => write(note.id, area.value.trim()));
    const gone = document.createElement("button");
    Object.assign(gone, { type: "button", className: "vr-text-button", textContent: words.remove });
    gone.setAttribute("aria-label", `${words.remove}: ${note.target.selector.exact}`);
    gone.addEventListener("click", () => keep(all().filter((other) => other.id !== note.id)));
    made.append(quote, area, gone);
    if (!place) made.append(Object.assign(document.createElement("small"), { textContent: words.lost }));
    return made;
  }
  function show() {
    const own = all().filter((note) => target(note) === here);
    const letters = text();
    const places = own.map((note) => range(note.target, letters));
    count.textContent = String(own.length);
    const busy = listed.contains(document.activeElement) ? document.activeElement.closest("li").dataset.id : "";
    listed.replaceChildren(...own.map((note, n) => entry(note, places[n])));
    if (busy) listed.querySelector(`[data-id="${CSS.escape(busy)}"] textarea`)?.focus();
    listed.hidden = !shown.checked;
    if (globalThis.Highlight) CSS.highlights.set("vr-own", new Highlight(...(shown.checked ? places.filter(Boolean) : [])));
  }

  function save() {
    hint("");
    const notes = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items: ofStory() };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(notes, null, 2)}\n`], { type: "application/ld+json" }));
    link.download = `${plain(story).replace(/\W+/g, "-")}notes.jsonld`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  function read() {
    hint("");
    const field = Object.assign(document.createElement("input"), { type: "file", accept: ".jsonld,.json" });
    field.addEventListener("change", async () => {
      let found = 0;
      try { found = take(JSON.parse(await field.files[0].text())); } catch { /* no notes */ }
      hint(found ? `${found} ${words.read}` : words.wrong);
    });
    field.click();
  }

  try { shown.checked = localStorage.getItem(`${KEY}-shown`) !== "no"; } catch { /* shown, then */ }
  shown.addEventListener("change", () => { try { localStorage.setItem(`${KEY}-shown`, shown.checked ? "yes" : "no"); } catch { /* not kept */ } show(); });
  addEventListener("storage", (e) => { if (e.key === KEY) show(); });
  show();
  return { acts: { add, save, read }, all, ofStory, take, story };
})();
