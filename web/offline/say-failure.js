// A plain script before the page's own, which is a module: browsers refuse modules from a disk, of a sandboxed page, or
// under a wrong MIME type, and leave the page as it is. This says so.

addEventListener(
  'error',
  (event) => {
    const script = event.target;
    if (!(script instanceof HTMLScriptElement)) return;
    const fallback = document.querySelector('.fallback');
    if (fallback === null) return;
    fallback.textContent =
      location.protocol === 'file:'
        ? 'Browsers do not load the parts of a page that is opened from a disk. Use a web server, such as “python3 -m http.server” in this folder, or Minifactory’s single file.'
        : 'Minifactory’s scripts could not be loaded. Check the connection and reload the page. If that does not help, the server may send them with a wrong type.';
  },
  true,
);
