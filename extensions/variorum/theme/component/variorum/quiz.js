// A quiz: the code of one's answers, and the answers of a class counted by its codes.
(() => {
  const tools = document.querySelector(".vr-quiz-tools");
  if (!tools) return;
  const words = tools.dataset;
  const status = tools.querySelector(".vr-quiz-said");
  const copy = tools.querySelector(".vr-quiz-copy");
  const reveal = document.querySelector(".vr-quiz-key");
  const shared = reveal.querySelector(".vr-quiz-class");
  const right = [...reveal.querySelectorAll("[data-answer]")].map((e) => e.dataset.answer);
  const fields = [...document.querySelectorAll(".vr-quiz input")];
  const key = `variorum-quiz ${location.pathname} ${words.check}`;
  const NONE = "x";
  const fill = (said, values) => said.replace(/%\((\w+)\)s/g, (_all, name) => values[name]);
  const made = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text }, more);

  // --- one's own answers ---
  const chosen = (n) => fields.find((f) => f.name === `q${n + 1}` && f.checked)?.value ?? NONE;
  const answers = () => right.map((_letter, n) => chosen(n)).join("");
  const matching = (some) => right.filter((letter, n) => some[n] === letter).length;
  const result = made("p", "", { className: "vr-quiz-result" });
  reveal.querySelector(".vr-quiz-answers").before(result);

  function show() {
    const mine = answers();
    const left = mine.split(NONE).length - 1;
    const code = made("b", `${words.check}-${mine}`);
    const [before, after] = words.code.split("%s");
    status.replaceChildren(...left === right.length ? [] : [before, code, after],
      ...left ? [` ${words.left.replace("%s", left)}`] : []);
    for (const button of tools.querySelectorAll(".vr-quiz-copy, .vr-quiz-erase")) {
      button.hidden = left === right.length;
    }
    result.textContent = left === right.length ? ""
      : fill(words.right, { right: matching(mine), all: right.length });
  }
  function choose(some) {
    for (const field of fields) field.checked = some[field.name.slice(1) - 1] === field.value;
  }
  function keep() {
    try { localStorage.setItem(key, answers()); } catch { /* not kept, then */ }
    show();
  }
  for (const field of fields) field.addEventListener("change", keep);
  tools.querySelector(".vr-quiz-erase").addEventListener("click", () => {
    choose("");
    keep();
    fields[0].focus();
  });
  tools.querySelector(".vr-quiz-print").addEventListener("click", () => print());
  copy.addEventListener("click", async () => {
    const label = copy.textContent;
    const code = status.querySelector("b");
    try { await navigator.clipboard.writeText(code.textContent); } catch {
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    copy.textContent = words.copied;
    setTimeout(() => { copy.textContent = label; }, 2000);
  });
  try { choose(localStorage.getItem(key) ?? ""); } catch { /* nothing kept */ }
  tools.hidden = false;
  show();

  // --- those of a class ---
  const said = shared.dataset;
  const codes = made("textarea", "", { rows: 6, spellcheck: false, autocapitalize: "none" });
  const label = made("label", said.ask);
  label.append(codes);
  const counted = made("p", "", { role: "status", className: "vr-quiz-counted" });
  const table = made("div", "", { className: "vr-scroll" });
  shared.append(made("h2", said.name), label, counted, table);
  shared.hidden = false;

  codes.addEventListener("input", () => {
    const lines = codes.value.toLowerCase().split("\n").filter((line) => line.trim());
    const pattern = new RegExp(`${words.check}\\s*-\\s*([a-m${NONE}]{${right.length}})\\s*$`);
    const found = lines.map((line) => pattern.exec(line)?.[1]).filter(Boolean);
    const other = lines.length - found.length;
    const mean = found.reduce((sum, some) => sum + matching(some), 0) / (found.length || 1);
    counted.textContent = [
      found.length ? fill(said.codes, {
        codes: found.length, all: right.length,
        mean: mean.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }),
      }) : "",
      other ? said.other.replace("%s", other) : "",
    ].join(" ").trim();
    table.replaceChildren(...found.length ? [tallied(found)] : []);
  });

  function tallied(found) {
    const most = Math.max(...fields.map((field) => field.value.charCodeAt(0))) - 96;
    const letters = [..."abcdefghijklm".slice(0, most), NONE];
    const box = made("table", "", { className: "vr-quiz-tally" });
    box.append(made("caption", said.table));
    const head = box.createTHead().insertRow();
    const names = [said.question, ...letters.map((letter) => letter === NONE ? said.none : letter)];
    head.append(...names.map((name) => made("th", name, { scope: "col" })));
    const body = box.createTBody();
    right.forEach((answer, n) => {
      const row = body.insertRow();
      row.append(made("th", n + 1, { scope: "row" }));
      for (const letter of letters) {
        const count = found.filter((some) => some[n] === letter).length;
        const there = letter === NONE || fields.some((f) => f.name === `q${n + 1}` && f.value === letter);
        const cell = row.insertCell();
        cell.append(letter === answer ? made("b", `${count} ✓`) : there ? `${count}` : "");
      }
    });
    return box;
  }
})();
