// What a link to an actor, a statement or a finding leads to, shown beside it: after a moment under
// the pointer, at once by keyboard, never by touch. Until then nothing is loaded: the words of a
// story are a script beside this one, which calls variorumPreviews.
(() => {
  if (!HTMLElement.prototype.showPopover) return;
  const base = document.currentScript.src;
  const root = new URL("../../", base).href;
  const PLACE = /^(.*?)(?:actors\/[^/]+|statements\/[^/]+|differences(?:\.\w+)?)\/?$/;
  const loaded = new Map(); // folder of a story: when its words are there
  const words = new Map();
  const note = Object.assign(document.createElement("div"), { className: "vr-preview", id: "vr-preview", role: "tooltip", popover: "manual" });
  let open = null, left = null; // the link whose preview is shown, the one that Escape has closed
  let timer = 0;

  window.variorumPreviews = (folder, said) => words.set(folder, said);
  const placed = (tag, from) => new Promise((done) => {
    const made = document.createElement(tag);
    made.onload = made.onerror = done;
    Object.assign(made, tag === "link" ? { rel: "stylesheet", href: from } : { src: from });
    document.head.append(made);
  });
  const styles = () => loaded.get("styles") ?? loaded.set("styles", placed("link", new URL("previews.css", base).href)).get("styles");

  // The story's folder and the address of where a link leads, if that can be a page with words.
  function target(link) {
    const [address] = link.href.split("#");
    if (!address.startsWith(root) || address === location.href.split("#")[0]) return null;
    const page = address.slice(root.length);
    const found = page.match(PLACE);
    return found && { folder: found[1].replace(/\/$/, ""), page: decodeURI(page), hash: link.hash };
  }

  async function said({ folder, page, hash }) {
    const at = `${folder && `${folder}/`}data.js`;
    if (!loaded.has(at)) loaded.set(at, placed("script", new URL(`previews/${at}`, base).href));
    await Promise.all([styles(), loaded.get(at)]);
    const all = words.get(decodeURI(folder)) ?? {};
    return all[page + hash] ?? all[page];
  }

  async function show(link) {
    if (open === link) return;
    close();
    const wanted = open = link;
    const lines = await said(target(link));
    if (open !== wanted) return;
    if (!lines) return void (open = null);
    note.replaceChildren(...lines.map((line, n) => Object.assign(document.createElement("p"), {
      className: ["vr-preview-kind", "vr-preview-name"][n] ?? "", textContent: line,
    })));
    (link.closest("main, [role=main]") ?? document.body).append(note);
    // It says more than the browser's own, which would lie over it.
    link.removeAttribute("title");
    if (!link.hasAttribute("aria-describedby")) link.setAttribute("aria-describedby", note.id);
    note.showPopover();
    place(link);
  }

  // Below the link, else above it; never over it.
  function place(link) {
    const { clientWidth, clientHeight } = document.documentElement;
    const lines = link.getClientRects(), gap = 6, edge = 16;
    const top = lines[0].top - gap - note.offsetHeight, bottom = lines[lines.length - 1].bottom + gap;
    const fits = bottom + note.offsetHeight <= clientHeight - edge || top < edge;
    const side = Math.min(lines[lines.length - 1].left, clientWidth - note.offsetWidth - edge);
    note.style.left = `${Math.max(edge, side) + scrollX}px`;
    note.style.top = `${(fits ? bottom : top) + scrollY}px`;
  }

  function close() {
    clearTimeout(timer);
    if (open?.getAttribute("aria-describedby") === note.id) open.removeAttribute("aria-describedby");
    open = null;
    if (note.matches(":popover-open")) note.hidePopover();
  }

  const later = (wait, act) => { clearTimeout(timer); timer = setTimeout(act, wait); };
  const linkAt = (at) => {
    const link = at.closest?.("a[href]");
    return link && target(link) ? link : null;
  };

  document.addEventListener("pointerover", (e) => {
    if (e.pointerType !== "mouse") return;
    const link = linkAt(e.target);
    if (link !== left) left = null;
    if (note.contains(e.target) || (link && link === open)) clearTimeout(timer);
    else if (link && !left) later(400, () => show(link));
    else if (document.activeElement !== open || !open) later(300, close);
  });
  document.documentElement.addEventListener("pointerleave", () => later(300, close));
  document.addEventListener("focusin", (e) => {
    const link = linkAt(e.target);
    if (link?.matches(":focus-visible")) show(link);
    else close();
  });
  document.addEventListener("focusout", close);
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || !open) return;
    left = open;
    close();
  });
  addEventListener("resize", close);
})();
