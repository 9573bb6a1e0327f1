/** Fills the slots beside times with the reader's local time. The slots have their size already. */

const locale = document.querySelector<HTMLElement>('[data-locale]')?.dataset['locale'];

for (const slot of document.querySelectorAll<HTMLElement>('[data-local]')) {
  const time = slot.previousElementSibling;
  const at = slot.dataset['at'] ?? (time instanceof HTMLTimeElement ? time.dateTime : '');
  if (at) slot.textContent = formatLocal(new Date(at), slot.dataset);
}

if (document.querySelector('[data-local]:not(:empty)'))
  document.querySelector('.local-note')?.setAttribute('data-filled', '');

/**
 * Empty where local time is that of the zone shown, UTC if none is named. The day is said where it is another than there,
 * and always when `local` is `full`.
 */
function formatLocal(at: Date, { local, zone = 'UTC' }: DOMStringMap): string {
  const dayIn = (timeZone?: string) => new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone }).format(at);
  const timeIn = (timeZone?: string) => new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone }).format(at);
  if (dayIn() === dayIn(zone) && timeIn() === timeIn(zone)) return '';
  const withDay = local === 'full' || dayIn() !== dayIn(zone);
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(withDay && { day: 'numeric', month: 'short' }),
  }).format(at);
}
