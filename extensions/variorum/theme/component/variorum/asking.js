// What few readers ask for (copying, own notes, the list of keys) is a script of its own, fetched from
// beside this one the first time.
const variorumAsk = (() => {
  const src = new URL(variorumAsked, document.currentScript.src);
  let asked = null;
  const fetched = (onload) =>
    document.head.append(Object.assign(document.createElement("script"), { src, onload }));
  return () => asked ??= new Promise(fetched);
})();
