import { expect, test } from 'vitest';
import { createDurationFormat } from '../../../src/shared/i18n/duration-format.ts';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';

const locales = [
  'en',
  'en-GB',
  'de',
  'de-CH',
  'fr',
  'fr-CA',
  'es',
  'pt',
  'pt-PT',
  'ja',
  'ar',
  'ar-u-nu-arab',
  'ru',
  'pl',
  'he',
];
const counts = { days: [0, 1, 2, 11, 1200], hours: [0, 1, 2, 23], minutes: [0, 1, 59], seconds: [0, 1, 30] };

test.for(locales)('durations in %s are as Intl.DurationFormat writes them', (locale) => {
  for (const style of ['long', 'short'] as const) {
    const [own, standard] = [createDurationFormat(locale, style), new Intl.DurationFormat(locale, { style })];
    for (const days of counts.days)
      for (const hours of counts.hours)
        for (const minutes of counts.minutes)
          for (const seconds of counts.seconds) {
            const duration = { days, hours, minutes, seconds };
            expect(own.format(duration)).toBe(standard.format(duration));
          }
    const always = new Intl.DurationFormat(locale, { style, minutesDisplay: 'always' });
    expect(own.none).toBe(always.format({ minutes: 0 }));
  }
});

test('a Node without Intl.DurationFormat and getTextInfo speaks all the same', () => {
  const { DurationFormat } = Intl;
  const { getTextInfo } = Intl.Locale.prototype;
  try {
    Reflect.deleteProperty(Intl, 'DurationFormat');
    Reflect.deleteProperty(Intl.Locale.prototype, 'getTextInfo');
    Object.defineProperty(Intl.Locale.prototype, 'textInfo', { configurable: true, get: getTextInfo });
    expect(useLocale('ar-EG').direction).toBe('rtl');
    expect(useLocale('en-IE').direction).toBe('ltr');
    expect(useLocale('en-IE').format.minutes(125)).toBe('2 hours, 5 minutes');
  } finally {
    Reflect.deleteProperty(Intl.Locale.prototype, 'textInfo');
    Object.assign(Intl, { DurationFormat });
    Object.defineProperty(Intl.Locale.prototype, 'getTextInfo', {
      configurable: true,
      writable: true,
      value: getTextInfo,
    });
  }
});
