/** Adds what needs a script to the ways of handing a postmortem on. */
import { createCopyButtons } from '../copy-button.ts';

const place = document.querySelector<HTMLElement>('[data-share]');

if (place) {
  const { share = '', copyLink = '', copied = '', print: printWord = '' } = place.dataset;
  const createButton = createCopyButtons(place, { copy: copyLink, copied });
  if (createButton) place.prepend(createButton(share, copyLink));
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = printWord;
  button.addEventListener('click', () => window.print());
  place.append(button);
}
