// The desk's layer on a page of the site: what is said to the desk, and what it answers.
// Laid over a page when it is served; a built site holds none of it.
const variorumDesk = (() => {
  const root = "/-desk";
  const shown = Number(document.currentScript.dataset.version);
  const kept = {
    get: (name) => { try { return sessionStorage.getItem(`vd-${name}`) ?? localStorage.getItem(`vd-${name}`); } catch { return null; } },
    forTab: (name, value) => { try { value === null ? sessionStorage.removeItem(`vd-${name}`) : sessionStorage.setItem(`vd-${name}`, value); } catch { /* not kept */ } },
    forAll: (name, value) => { try { localStorage.setItem(`vd-${name}`, value); } catch { /* not kept */ } },
  };

  // --- words: in the site's language, as the page brings them ---------------------------------------
  const catalogue = JSON.parse(document.getElementById("vd-words").textContent);
  const fill = (said, values) => said.replace(/%\((\w+)\)s|%%/g, (_all, name) => name ? values[name] : "%");
  const _ = (said, values) => values ? fill(catalogue[said] ?? said, values) : catalogue[said] ?? said;
  function _n(one, many, count, values = {}) {
    const known = catalogue[one];
    const said = known ? known.forms[known.which[count < known.which.length ? count : 100 + count % 100]] : count === 1 ? one : many;
    return fill(said, { count, ...values });
  }
  // A sentence with elements in it, as what an element is made of.
  const parts = (said, inside) => said.split(/(%\(\w+\)s)/).map((part) => /^%\(\w+\)s$/.test(part) ? inside[part.slice(2, -2)] : part);

  // --- elements: make("button", { class: "vd-b", onclick }, _("Right"), …); words are never read as HTML
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

  // --- asking and saying --------------------------------------------------------------------------
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
      say(_("The desk has stopped; start it again and open its new address. Nothing of this was saved."));
      return null;
    }
    const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
    if (answer.ok) return told;
    if (answer.status === 409) {
      const place = told.line ? _("%(file)s, line %(line)s, can’t be read: %(why)s.", { file, line: told.line, why: told.message })
        : _("%(file)s can’t be read: %(why)s.", { file, why: told.message });
      say(`${place} ${told.kept ? _("Your decision is kept and written when it can.") : _("Nothing was changed.")}`);
    } else if (answer.status === 404) say(_("That is no longer there; the page has changed."));
    else say(told.message ? _("Not saved: %(why)s.", { why: told.message }) : _("Not saved: the desk refused it. Open the address it has printed."));
    return null;
  }

  // What was decided is written, and shows at once; the page follows when it is built again.
  async function decide(listed, words) {
    variorumPressed.waits = true;
    try { return await settle(listed, words); } finally { if (!replaying) replay(); }
  }
  async function settle(listed, words) {
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
  let lately = [];
  function remember(words, tokens) {
    self.last = { words, tokens };
    kept.forTab("last", JSON.stringify(self.last));
    keepLately([...lately, tokens]);
    saved();
  }
  // What this tab has decided can be taken back step by step; what stands in the file otherwise,
  // somebody's own lines among it, only where it is shown.
  function keepLately(listed) {
    lately = listed;
    kept.forTab("lately", JSON.stringify(lately));
  }
  function saved() {
    const { words, tokens } = self.last;
    say(_("%(words)s. Saved in %(file)s.", { words, file: self.state.file }), " ", button(_("Undo"), "u", words, () => undo(tokens), "vd-t"));
  }

  async function undo(tokens = lately.at(-1) ?? []) {
    if (!tokens.length) return say(_("Nothing that was decided in this tab is left to take back."));
    const { file } = self.state;
    let done = true;
    for (const token of tokens) {
      const told = await post("undo", { story: self.state.story, token });
      if (!told) return null;
      done &&= told.done;
    }
    self.last = null;
    kept.forTab("last", null);
    keepLately(lately.filter(([first]) => !tokens.includes(first)));
    say(done ? _("Taken back; %(file)s is as it was.", { file }) : _("It isn’t in %(file)s any more: somebody changed it there.", { file }));
    return changed();
  }

  // What a report says of itself goes into the other file.
  async function setHead(said) {
    const told = await post("head", said, "story.yaml");
    if (told) say(_("Saved in %(file)s.", { file: "story.yaml" }));
    return told;
  }

  const listeners = [];
  const changed = () => listeners.forEach((act) => act());

  // --- following the builds -----------------------------------------------------------------------
  // A page that was built again is shown where one was reading, but not while one writes, or has a
  // card open that would not be there any more.
  const isBusy = () => self.holds || document.querySelector(".vd-dirty, .vd-card[data-own], .vr-card:popover-open") !== null;
  addEventListener("toggle", (e) => { if (e.newState === "closed") refresh(); }, true);
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
      if (!stopped) say(_("The desk has stopped; start it again and go on at %(number)s.", { number: self.state.done + 1 }));
      stopped = true;
    };
  }
  function refresh() {
    if (!stale || leaving) return;
    if (isBusy()) { say(_("The page has changed; it is shown when you are done here.")); return; }
    go(() => location.reload());
  }
  // What is pressed from now on is for the next page.
  let leaving = false;
  function go(there) {
    leaving = true;
    variorumPressed.waits = true;
    there();
  }
  // A page that is on its way is not stopped by loading this one anew; a download leaves this one here.
  addEventListener("beforeunload", () => {
    go(() => setTimeout(() => { leaving = false; variorumPressed.waits = false; refresh(); }, 3000));
  });
  addEventListener("pageshow", (e) => { if (e.persisted) location.reload(); });
  // Whoever writes is done when nothing of it is left on the page.
  function written(field) { field.classList.add("vd-dirty"); }
  function done(inside) {
    for (const field of inside.querySelectorAll(".vd-dirty")) field.classList.remove("vd-dirty");
    refresh();
  }

  // --- keys: one after the other, each when what came before it is done ------------------------------
  const acts = {};
  const letters = { used: kept.get("keys") !== "off" };
  let replaying = false;
  async function replay() {
    replaying = true;
    await self.opening;
    for (let key = variorumPressed.next(); key !== undefined; key = variorumPressed.next()) {
      if (letters.used || key.length > 1) await acts[key]?.();
      if (leaving) { replaying = false; return; } // The next page goes on.
    }
    replaying = false;
    if (!leaving) variorumPressed.waits = false;
  }
  // Before the page's own keys, which mean other things by some of the letters.
  addEventListener("keydown", (e) => {
    const typing = e.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
    if (e.altKey || document.querySelector("dialog[open]")) return;
    if (e.ctrlKey || e.metaKey ? e.key !== "Enter" : typing && e.key !== "Escape") return;
    if (!letters.used && e.key.length === 1) return;
    const act = acts[e.ctrlKey || e.metaKey ? "Ctrl Enter" : e.key];
    const done = act ? act(e) : false;
    if (done === false) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (done instanceof Promise && !replaying) { variorumPressed.waits = true; done.finally(replay); }
  }, true);

  const self = { _, _n, parts, make, cap, hushed, button, say, ask, post, send, told: remember, setHead, decide, undo, go, written, done, acts, letters, listeners, kept, opening: null, holds: false, state: null, by: "", last: null };
  self.ready = (async () => {
    document.body.classList.add("vd-desk");
    status.hidden = true;
    document.body.append(status);
    self.by = kept.get("as") || "";
    self.state = await ask("state", {});
    self.by ||= self.state.by;
    try { self.last = JSON.parse(kept.get("last")); } catch { /* nothing was said */ }
    try { lately = JSON.parse(kept.get("lately")) ?? []; } catch { /* nothing was decided */ }
    if (!self.state.kind) { variorumPressed.waits = false; return; }
    if (self.last) saved();
    follow();
    // When the scripts of this page have set out what can be done on it.
    setTimeout(replay);
  })();
  self.ready.catch(() => { variorumPressed.waits = false; });
  return self;
})();
