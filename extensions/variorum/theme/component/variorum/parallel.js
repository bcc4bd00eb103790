// Side by side: a passage that is clicked brings the other text to it, and a line joins the two.
// Escape, or a click on nothing, puts both texts back.
(() => {
  const pair = document.querySelector(".vr-pair");
  if (!pair) return;
  const sides = { one: [...pair.querySelectorAll(".vr-row:not(.vr-row-head) > .vr-one")], other: [...pair.querySelectorAll(".vr-row:not(.vr-row-head) > .vr-other")] };
  const line = Object.assign(document.createElement("div"), { className: "vr-connector", hidden: true });
  pair.append(line);
  let met = [];
  let shift = 0;

  const beside = () => getComputedStyle(pair.querySelector(".vr-row-head")).display === "grid";
  // A passage is cut where others begin in it: all its segments have its number as a class.
  const segments = (id) => {
    const first = document.getElementById(id);
    const number = first && [...pair.querySelectorAll(".vr-join")].find((s) => ownOf(s) === id)?.textContent;
    return number ? [...first.closest(".vr-side").querySelectorAll(`.vr-jn-${CSS.escape(number)}`)] : [];
  };
  const joinOf = (element) => {
    const sign = element.closest(".vr-join");
    if (sign) return [ownOf(sign), sign.getAttribute("href").slice(1)];
    const id = element.closest("[id]")?.id;
    const of = id && pair.querySelector(`.vr-join[href="#${CSS.escape(partner(id))}"]`);
    return of ? [id, partner(id)] : null;
  };
  const partner = (id) => id.endsWith("-there") ? id.slice(0, -6) : `${id}-there`;
  const ownOf = (sign) => partner(sign.getAttribute("href").slice(1));

  function reset() {
    for (const element of met) element.classList.remove("vr-met");
    for (const side of [...sides.one, ...sides.other]) side.classList.remove("vr-moves");
    met = [];
    shift = 0;
    line.hidden = true;
    pair.classList.remove("vr-shifted");
    pair.style.removeProperty("--vr-shift");
  }

  function meet([mine, theirs]) {
    reset();
    const [here, there] = [mine, theirs].map((id) => segments(id)[0]);
    if (!here || !there) return;
    met = [...segments(mine), ...segments(theirs)];
    for (const element of met) element.classList.add("vr-met");
    if (!beside()) return there.scrollIntoView({ block: "center" });
    shift = here.getBoundingClientRect().top - there.getBoundingClientRect().top;
    if (Math.abs(shift) > 4) {
      for (const side of sides[there.closest(".vr-one") ? "one" : "other"]) side.classList.add("vr-moves");
      pair.classList.add("vr-shifted");
      pair.style.setProperty("--vr-shift", `${shift}px`);
      join(here);
    }
  }

  function join(here) {
    const box = pair.getBoundingClientRect();
    const left = pair.querySelector(".vr-row-head .vr-one").getBoundingClientRect();
    const right = pair.querySelector(".vr-row-head .vr-other").getBoundingClientRect();
    const top = [...here.getClientRects()][0];
    line.style.top = `${top.top + top.height / 2 - box.top}px`;
    line.style.left = `${left.right - box.left}px`;
    line.style.width = `${right.left - left.right}px`;
    line.hidden = false;
  }

  pair.addEventListener("click", (event) => {
    const found = event.target.closest(".vr-jn, .vr-join") && joinOf(event.target);
    if (!found) { if (!event.target.closest("a, summary, label")) reset(); return; }
    event.preventDefault();
    meet(found);
    if (event.target.closest(".vr-join") && !event.detail) document.getElementById(found[1])?.scrollIntoView({ block: "nearest" });
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") reset(); });
  addEventListener("resize", reset);
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked && pair.querySelector(`.vr-join[href="#${CSS.escape(partner(asked))}"]`)) meet([asked, partner(asked)]);
})();
