// What was decided and by whom; where two readers differ, both side by side.
(async () => {
  const desk = variorumDesk;
  await desk.ready;
  const { _, parts, make, button } = desk;
  const DID = { keep: _("Right"), reject: _("Wrong"), change: _("Changed"), pin: _("Pinned"), unpin: _("Unpinned"), hide: _("Hidden"),
    add: _("Added"), note: _("Noted"), merge: _("Joined"), split: _("Parted") };
  desk.did = (verb) => DID[verb] ?? verb;
  desk.who = (by) => by || _("an editor");
  desk.justNow = (words) => parts(_("%(did)s by %(who)s, just now"), { did: make("b", {}, words), who: desk.by });

  // Two answers side by side; the last in the file stands. *shut* is what is done afterwards.
  desk.disputed = (at, shut) => {
    const mine = at.answers.find((a) => a.by === desk.by);
    const theirs = at.answers.filter((a) => a !== mine);
    const said = (a) => ["keep", "reject"].includes(a.verb) ? desk.did(a.verb) : a.said;
    const again = (a, words) => desk.decide([{ id: at.id, verb: a.verb, values: a.values, note: a === mine ? a.note : "" }], words).then((done) => done && shut());
    const told = (a) => make("div", { class: "vd-answer" },
      make("p", { class: "vd-did" }, make("b", {}, a === mine ? _("You") : a.by), a.on ? `, ${a.on}` : "", a === at.answers.at(-1) ? ` · ${_("stands for now")}` : ""),
      make("p", { class: "vd-said" }, said(a)), a.note ? make("p", { class: "vd-did" }, `“${a.note}”`) : "");
    return make("div", { class: "vd-two", role: "group", "aria-label": _("Disputed") },
      make("p", { class: "vd-label" }, make("b", {}, _("Disputed")), ": ", _("two readers have said different things.")),
      make("div", { class: "vd-answers" }, ...[mine, ...theirs].map(told)),
      make("div", { class: "vd-acts" }, button(_("Keep mine"), "", at.words, () => again(mine, _("Kept: %(said)s", { said: said(mine) }))),
        button(_("Take theirs"), "", at.words, () => again(theirs[0], _("As %(who)s has it: %(said)s", { who: theirs[0].by, said: said(theirs[0]) }))),
        button(_("Leave both"), "", at.words, shut, "vd-t")));
  };
})();
