/** The key that leads to the search from every page: to the page's own field, else to the search page's. */
export const searchField = 'search-words';

/** Kept only with readers who switched the key off, as some who speak to their computer must (WCAG 2.2, 2.1.4). */
const storedAs = 'candor-search-key';
const isOff = () => {
  try {
    return localStorage.getItem(storedAs) === 'off';
  } catch {
    return false;
  }
};

const toggle = document.querySelector('[data-use-key]');
toggle?.setAttribute('aria-pressed', String(!isOff()));
toggle?.addEventListener('click', () => {
  try {
    if (isOff()) localStorage.removeItem(storedAs);
    else localStorage.setItem(storedAs, 'off');
  } catch {
    // Where nothing may be stored, the key stays.
  }
  toggle.setAttribute('aria-pressed', String(!isOff()));
});

document.addEventListener('keydown', (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !event.isComposing;
  if (event.key !== '/' || !isPlain || isWriting(event.target) || isOff()) return;
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
