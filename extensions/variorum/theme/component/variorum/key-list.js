// The list of keys, and the switch of those that are single letters.
(() => {
  if (!variorumKeys) return;
  const dialog = Object.assign(document.createElement("dialog"), { id: "vr-keys", className: "vr-dialog" });
  const add = (into, tag, text = "") => into.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
  const name = add(dialog, "h2", variorumWords.keys);
  name.id = "vr-keys-name";
  dialog.setAttribute("aria-labelledby", name.id);
  const list = add(dialog, "dl");
  for (const [keys, words] of variorumWords.list) {
    const term = add(list, "dt");
    for (const one of keys.split(" ")) term.append(Object.assign(document.createElement("kbd"), { textContent: one }), " ");
    add(list, "dd", words);
  }
  const form = add(dialog, "form");
  form.method = "dialog";
  const label = add(form, "label");
  const single = add(label, "input");
  single.type = "checkbox";
  single.checked = variorumKeys.single;
  label.append(` ${variorumWords.single}`);
  add(form, "button", variorumWords.close);
  document.querySelector(".vr-foot").before(dialog);
  single.addEventListener("change", () => {
    variorumKeys.single = single.checked;
    try { localStorage.setItem(variorumKeys.kept, single.checked ? "on" : "off"); } catch { /* not kept */ }
  });
  variorumKeys.dialog = dialog;
})();
