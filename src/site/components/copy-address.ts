/** Adds a button behind each address that can be copied, and says aloud when it was. Where nothing can be copied, nothing is added. */

const page = document.querySelector<HTMLElement>('[data-copy-word]');

if (page && navigator.clipboard) {
  const { copyWord = '', copiedWord = '' } = page.dataset;
  const status = document.createElement('p');
  status.className = 'sr-only';
  status.setAttribute('role', 'status');
  page.append(status);
  for (const address of page.querySelectorAll<HTMLElement>('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copyWord;
    button.setAttribute('aria-label', address.dataset['copyLabel'] ?? copyWord);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(address.dataset['copy'] ?? '');
      button.textContent = copiedWord;
      // Emptied first, so that copying twice is said twice.
      status.textContent = '';
      setTimeout(() => {
        status.textContent = copiedWord;
      }, 50);
      setTimeout(() => {
        button.textContent = copyWord;
      }, 3000);
    });
    address.after(button);
  }
}
