/** The key that leads to the search from every page: to the page's own field, else to the search page's. */
export const searchField = 'search-words';

document.addEventListener('keydown', (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !event.isComposing;
  if (event.key !== '/' || !isPlain || isWriting(event.target)) return;
  const field = document.getElementById(searchField);
  const link = document.querySelector('a[data-search-page]');
  if (field) field.focus();
  else if (link instanceof HTMLAnchorElement) location.assign(`${link.href}#${searchField}`);
  else return;
  event.preventDefault();
});

/** Where a key is part of what is written, or chooses something. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}
