/** Adds a button behind each address that can be copied. Where nothing can be copied, nothing is added. */
import { createCopyButtons } from './copy-button.ts';

const page = document.querySelector<HTMLElement>('[data-copy-word]');
const { copyWord = '', copiedWord = '' } = page?.dataset ?? {};
const createButton = page ? createCopyButtons(page, { copy: copyWord, copied: copiedWord }) : undefined;

if (page && createButton)
  for (const address of page.querySelectorAll<HTMLElement>('[data-copy]'))
    address.after(createButton(address.dataset['copy'] ?? '', address.dataset['copyLabel'] ?? copyWord));
