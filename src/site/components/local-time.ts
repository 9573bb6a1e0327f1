/** Fills the slots beside UTC times with the reader's local time. The slots have their size already. */

const locale = document.querySelector<HTMLElement>('[data-locale]')?.dataset['locale'];

for (const slot of document.querySelectorAll<HTMLElement>('[data-local]')) {
  const time = slot.previousElementSibling;
  if (time instanceof HTMLTimeElement) slot.textContent = formatLocal(new Date(time.dateTime), slot.dataset['local']);
}

if (document.querySelector('[data-local]:not(:empty)'))
  document.querySelector('.local-note')?.setAttribute('data-filled', '');

/** Empty where local time is UTC. The day is said where it is another day than in UTC, and always when `form` is `full`. */
function formatLocal(at: Date, form: string | undefined): string {
  if (at.getTimezoneOffset() === 0) return '';
  const withDay = form === 'full' || at.getDate() !== at.getUTCDate();
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(withDay && { day: 'numeric', month: 'short' }),
  }).format(at);
}
