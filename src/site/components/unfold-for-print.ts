/** Opens what is folded before a print, and closes it again: for browsers in which a stylesheet cannot. */

const opened = new Set<HTMLDetailsElement>();

window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
    details.open = true;
    opened.add(details);
  }
});

window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
  opened.clear();
});
