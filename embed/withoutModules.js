// Loads the element as a classic script where the browser refused the module, as it does in sandboxed frames and from files.
// Both scripts of the page are deferred and keep their order, so by now the module has run or failed.
if (!customElements.get('rack-field')) {
  const script = document.createElement('script');
  script.src = new URL('../embed.classic.js', document.currentScript.src).href;
  document.head.append(script);
}
