// Tables that can be sorted by a click on a head, and filtered by what is typed.
(() => {
  const tables = [...document.querySelectorAll("table[data-sortable]")];
  if (!tables.length) return;
  const number = (cell) => { const n = parseInt(cell.textContent, 10); return Number.isNaN(n) ? 0 : n; };

  for (const table of tables) {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const words = column === 0;
        const up = head.getAttribute("aria-sort") !== (words ? "ascending" : "descending") ? words : !words;
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...body.rows].sort((a, b) => {
          const x = a.cells[column], y = b.cells[column];
          const order = words ? x.textContent.localeCompare(y.textContent) : number(x) - number(y);
          return up ? order : -order;
        });
        body.append(...rows);
      });
    });
  }

  const filter = document.createElement("p");
  filter.className = "vr-filter";
  const label = document.createElement("label");
  label.textContent = tables[0].dataset.filterLabel;
  label.htmlFor = "vr-filter";
  const field = Object.assign(document.createElement("input"), { id: "vr-filter", type: "search" });
  filter.append(label, field);
  (tables[0].closest(".vr-group") ?? tables[0].closest(".vr-scroll") ?? tables[0]).before(filter);
  field.addEventListener("input", () => {
    const sought = field.value.trim().toLowerCase();
    for (const table of tables) {
      let left = 0;
      for (const row of table.tBodies[0].rows) {
        row.hidden = !row.textContent.toLowerCase().includes(sought);
        left += !row.hidden;
      }
      const group = table.closest(".vr-group");
      if (group) group.hidden = !left;
    }
  });
})();
