// The desk's layer on a page of the site: what waits, what can be said of each thing, what was said.
// Laid over a page when it is served; a built site holds none of it.
const variorumDesk = (() => {
  const root = "/-desk";
  const shown = Number(document.currentScript.dataset.version);
  const kept = {
    get: (name) => { try { return sessionStorage.getItem(`vd-${name}`) ?? localStorage.getItem(`vd-${name}`); } catch { return null; } },
    forTab: (name, value) => { try { value === null ? sessionStorage.removeItem(`vd-${name}`) : sessionStorage.setItem(`vd-${name}`, value); } catch { /* not kept */ } },
    forAll: (name, value) => { try { localStorage.setItem(`vd-${name}`, value); } catch { /* not kept */ } },
  };

  // Elements: make("button", { class: "vd-b", onclick }, "Right", …); words are never read as HTML.
  function make(tag, said = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(said)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value != null) made.setAttribute(name, value);
    }
    made.append(...children.filter((c) => c != null && c !== ""));
    return made;
  }
  const cap = (key) => make("kbd", {}, key);
  const hushed = (words) => make("span", { class: "vr-sr" }, words);
  // Every label ends in what it is about, for ears.
  function button(label, key, about, onclick, weight = "vd-b") {
    return make("button", { type: "button", class: weight, onclick },
      make("span", {}, label, about ? hushed(`: ${about}`) : ""), key ? cap(key) : "");
  }

  const status = make("p", { class: "vd-status", role: "status" });
  function say(words, ...more) { status.replaceChildren(words, ...more); status.hidden = !words; }

  async function ask(name, query) {
    const answer = await fetch(`${root}/${name}?${new URLSearchParams({ page: location.pathname, by: self.by, ...query })}`);
    if (!answer.ok) throw Object.assign(new Error(answer.statusText), { status: answer.status });
    return answer.json();
  }
  const post = (name, said, file) => send(name, JSON.stringify({ page: location.pathname, by: self.by, ...said }), file);
  async function send(name, body, file = self.state.file) {
    let answer;
    try {
      answer = await fetch(`${root}/${name}`, { method: "POST", body });
    } catch {
      say("The desk has stopped; start it again and open its new address. Nothing of this was saved.");
      return null;
    }
    const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
    if (answer.ok) return told;
    if (answer.status === 409) {
      say(`${file}${told.line ? `, line ${told.line},` : ""} can’t be read: ${told.message}. `
        + (told.kept ? "Your decision is kept and written when it can." : "Nothing was changed."));
    } else if (answer.status === 404) say("That is no longer there; the page has changed.");
    else say(told.message ? `Not saved: ${told.message}.` : "Not saved: the desk refused it. Open the address it has printed.");
    return null;
  }

  // What was decided is written, and shows at once; the page follows when it is built again.
  async function decide(listed, words) {
    const told = await post("decide", { decided: listed });
    if (!told) return false;
    self.tokens = told.tokens;
    for (const { id, verb } of listed) {
      if (["pin", "unpin"].includes(verb)) continue;
      const at = self.state.queue.findIndex((item) => item.id === id);
      if (at >= 0) { self.state.queue.splice(at, 1); self.state.done += 1; }
    }
    remember(words, told.tokens);
    changed();
    return true;
  }
  function remember(words, tokens) {
    self.last = { words, tokens };
    kept.forTab("last", JSON.stringify(self.last));
    saved();
  }

  function saved() {
    const { words, tokens } = self.last;
    say(`${words}. Saved in ${self.state.file}. `, button("Undo", "u", words, () => undo(tokens), "vd-t"));
  }

  async function undo(tokens = self.last?.tokens ?? self.state.decided.filter((d) => d.by === self.by).slice(0, 1).map((d) => d.token)) {
    if (!tokens.length) return say("There is nothing to take back.");
    let done = true;
    for (const token of tokens) {
      const told = await post("undo", { story: self.state.story, token });
      if (!told) return null;
      done &&= told.done;
    }
    self.last = null;
    kept.forTab("last", null);
    say(done ? `Taken back; ${self.state.file} is as it was.` : `It isn’t in ${self.state.file} any more: somebody changed it there.`);
    return changed();
  }

  // What a report says of itself goes into the other file.
  async function setHead(said) {
    const told = await post("head", said, "story.yaml");
    if (told) say("Saved in story.yaml.");
    return told;
  }

  const listeners = [];
  const changed = () => listeners.forEach((act) => act());

  // A page that was built again is shown where one was reading, but not while one writes.
  const isWriting = () => document.querySelector(".vd-dirty") !== null;
  let stale = false;
  function follow() {
    const events = new EventSource(`${root}/events`);
    let stopped = false;
    events.onmessage = ({ data }) => {
      if (stopped) { stopped = false; say(""); }
      if (Number(data) === shown) return;
      stale = true;
      refresh();
    };
    events.onerror = () => {
      if (!stopped) say(`The desk has stopped; start it again and go on at ${self.state.done + 1}.`);
      stopped = true;
    };
  }
  function refresh() {
    if (!stale) return;
    if (isWriting()) say("The page has changed; it is shown when you are done here.");
    else location.reload();
  }
  // Whoever writes is done when nothing of it is left on the page.
  function written(field) { field.classList.add("vd-dirty"); }
  function done(inside) {
    for (const field of inside.querySelectorAll(".vd-dirty")) field.classList.remove("vd-dirty");
    refresh();
  }

  // --- the bar ------------------------------------------------------------------------------------
  function bar() {
    const wrap = document.querySelector(".vr-bar .vr-wrap");
    if (!wrap) return;
    const all = () => self.state.done + self.state.queue.length;
    const count = make("b");
    const filled = make("progress", { "aria-label": "Looked at" });
    const name = make("input", { id: "vd-as", class: "vd-as", value: self.by, list: "vd-makers", autocomplete: "off", size: 12 });
    name.addEventListener("change", () => {
      self.by = name.value.trim() || self.state.by;
      name.value = self.by;
      kept.forAll("as", self.by);
      location.reload(); // What waits is another's queue now.
    });
    const known = make("datalist", { id: "vd-makers" }, ...self.state.makers.map((value) => make("option", { value })));
    const who = make("div", { class: "vd-who" },
      make("span", { class: "vd-prog" }, make("span", {}, count, " looked at"), filled),
      make("span", {}, make("label", { for: "vd-as" }, "At the desk as "), name, known),
      make("a", { href: "#vd-keys", class: "vd-keyb" }, "Keys ", cap("?")));
    wrap.querySelector("form")?.before(who);
    const show = () => {
      count.textContent = `${self.state.done} of ${all()}`;
      filled.max = Math.max(all(), 1);
      filled.value = self.state.done;
    };
    listeners.push(show);
    show();
    const groups = { Differences: ["front", "first"], Sources: ["missing"], Reports: ["unsure"] };
    for (const link of document.querySelectorAll(".vr-tabs a")) {
      const waits = groups[link.textContent.trim()];
      const n = waits ? self.state.queue.filter((item) => waits.includes(item.group)).length : 0;
      if (n) link.append(" ", make("b", {}, String(n), hushed(" to look at")));
    }
  }

  // --- keys ---------------------------------------------------------------------------------------
  const acts = {};
  function keys() {
    const letters = make("input", { type: "checkbox" });
    letters.checked = kept.get("keys") !== "off";
    letters.addEventListener("change", () => kept.forAll("keys", letters.checked ? "on" : "off"));
    const lines = [[["j", "k"], "next, back"], [["r"], "right"], [["w"], "wrong"], [["c"], "change"],
      [["1–9"], "choose"], [["0"], "nobody"], [["Enter"], "save"],
      [["p"], "pin"], [["h"], "hide"], [["e"], "reword"], [["m"], "then ↑ ↓ move, Enter puts down"],
      [["u"], "undo"], [["Esc"], "close"], [["?"], "these"]];
    const listed = make("section", { id: "vd-keys", class: "vd-keys", "aria-label": "Keys", tabindex: "-1" },
      ...lines.map(([caps, words]) => make("span", {}, ...caps.flatMap((c) => [cap(c), " "]), words)),
      make("p", {}, "Letters rest while you type. ", make("label", {}, letters, " Use letter keys")));
    (document.querySelector(".vr-foot") ?? document.body.lastElementChild).before(make("div", { class: "vr-wrap" }, listed));
    acts["?"] = () => { listed.scrollIntoView({ block: "nearest" }); listed.focus({ preventScroll: true }); };
    acts.u = () => undo();
    // Before the page's own keys, which mean other things by some of the letters.
    addEventListener("keydown", (e) => {
      const typing = e.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
      if (e.altKey || document.querySelector("dialog[open]")) return;
      if (e.ctrlKey || e.metaKey ? e.key !== "Enter" : typing && e.key !== "Escape") return;
      if (!letters.checked && e.key.length === 1) return;
      const act = acts[e.ctrlKey || e.metaKey ? "Ctrl Enter" : e.key];
      if (!act || act(e) === false) return;
      e.preventDefault();
      e.stopImmediatePropagation();
    }, true);
  }

  // --- what is wrong with the files -----------------------------------------------------------------
  function wrongs() {
    const listed = self.state.broken.map((b) =>
      make("p", { class: "vd-wrong" }, make("b", {}, `${b.file}${b.line ? `, line ${b.line},` : ""} can’t be read`), `: ${b.why}. What stands in it is kept; mend it in your editor and the page follows.`));
    if (self.state.kept) listed.push(make("p", { class: "vd-wrong" }, `${self.state.kept} of your decisions are kept and written when it can.`));
    if (self.state.failed) listed.push(make("p", { class: "vd-wrong" }, make("b", {}, "The last build failed"), `: ${self.state.failed}. The pages are those of the one before.`));
    if (listed.length) document.querySelector("main")?.prepend(make("div", { class: "vd-wrongs", role: "alert" }, ...listed));
  }

  const self = { make, cap, hushed, button, say, ask, post, send, told: remember, setHead, decide, undo, written, done, acts, listeners, kept, state: null, by: "", last: null };
  self.ready = (async () => {
    document.body.classList.add("vd-desk");
    status.hidden = true;
    document.body.append(status);
    self.by = kept.get("as") || "";
    self.state = await ask("state", {});
    if (!self.state.kind) return;
    self.by ||= self.state.by;
    try { self.last = JSON.parse(kept.get("last")); } catch { /* nothing was said */ }
    bar();
    keys();
    wrongs();
    if (self.last) saved();
    follow();
  })();
  return self;
})();
