/** Says how long what is open has lasted: by the reader's clock, since a page is true on the day of its build alone. */

const hour = 3_600_000;
const day = 24 * hour;

for (const slot of document.querySelectorAll<HTMLElement>('[data-since]')) {
  const { locale, soFar } = slot.closest<HTMLElement>('[data-so-far]')?.dataset ?? {};
  const lasted = Date.now() - Date.parse(slot.dataset['since'] ?? '');
  if (soFar && lasted >= hour) slot.textContent = soFar.replace('#', () => inWords(lasted, locale));
}

function inWords(lasted: number, locale: string | undefined): string {
  const [unit, size] = lasted >= 2 * day ? (['day', day] as const) : (['hour', hour] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(lasted / size));
}
