// The styles of what is fetched come with it, so that nothing of it shows without them.
(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(variorumLooks);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})();
