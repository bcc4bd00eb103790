// Before all else in a page: a letter that is pressed while the page is on its way is kept until the
// desk is there to do what it means; so is one pressed while the page is about to be loaded anew.
const variorumPressed = (() => {
  const name = "vd-pressed";
  let listed = [];
  try { listed = JSON.parse(sessionStorage.getItem(name)) ?? []; } catch { /* not kept */ }
  const keep = () => { try { sessionStorage.setItem(name, JSON.stringify(listed)); } catch { /* not kept */ } };
  const self = {
    waits: true,
    // Whether a key press means something to the desk, wherever it is pressed.
    isMeant: (e) => !e.altKey && !e.ctrlKey && !e.metaKey && (/^[a-z0-9?]$/.test(e.key) || listed.length > 0 && ["Enter", "Escape"].includes(e.key))
      && !e.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select"),
    add(key) { listed.push(key); keep(); },
    next() { const key = listed.shift(); keep(); return key; },
  };
  addEventListener("keydown", (e) => {
    if (!self.waits || !self.isMeant(e)) return;
    self.add(e.key);
    e.preventDefault();
    e.stopImmediatePropagation();
  }, true);
  return self;
})();
