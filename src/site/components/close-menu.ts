/** Closes the menu of the header by Escape, and when something beside it is chosen. Without scripts it opens and closes by itself. */

const menu = document.querySelector<HTMLDetailsElement>('details.menu');

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

document.addEventListener('click', (event) => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});
