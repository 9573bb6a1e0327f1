/** A button that copies a text, and says aloud that it did. */

export interface CopyWords {
  copy: string;
  copied: string;
}

/** Makes buttons that share one place to speak from; `undefined` where nothing can be copied. */
export function createCopyButtons(
  page: HTMLElement,
  { copy, copied }: CopyWords,
): ((text: string, label: string) => HTMLButtonElement) | undefined {
  if (!navigator.clipboard) return undefined;
  const status = document.createElement('p');
  status.className = 'sr-only';
  status.setAttribute('role', 'status');
  page.append(status);
  return (text, label) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = copied;
      // Emptied first, so that copying twice is said twice.
      status.textContent = '';
      setTimeout(() => {
        status.textContent = copied;
      }, 50);
      setTimeout(() => {
        button.textContent = copy;
      }, 3000);
    });
    return button;
  };
}
