// One's own notes: what the page keeps in the browser is kept in notes.yaml, too.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _ } = desk;
  if (!document.querySelector(".vr-own") || !desk.state.kind) return;
  await variorumAsk();
  let told;
  try { told = await desk.ask("notes", {}); } catch { return; }
  if (told.notes.length) variorumNotes.take(told.notes);
  // A file that can't be read is not written over.
  if (told.broken) { desk.say(_("%(file)s can’t be read: %(why)s.", { file: "notes.yaml", why: told.broken }), " ", _("Your notes stay in this browser.")); return; }
  document.addEventListener("vr-notes", () => desk.post("notes", { notes: variorumNotes.ofStory() }, "notes.yaml"));
  for (const area of document.querySelectorAll(".vr-own textarea")) area.addEventListener("input", () => desk.written(area));
})();
