import { expect, test } from 'vitest';
import { actionInWords } from '../../../src/shared/i18n/action-in-words.ts';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';
import { spokenLanguages } from '../../../src/shared/incident/languages.ts';

const due = '2026-03-01';

test('an action item done behind its due date says how many days, in every language', () => {
  const late = (doneOn: string, language = 'en') => actionInWords({ state: 'done', due, doneOn }, useLocale(language));
  expect(late('2026-04-05')).toBe('Done, 35 days late');
  expect(late('2026-03-02')).toBe('Done, 1 day late');
  expect(late('2026-03-01')).toBe('Done');
  for (const language of spokenLanguages) {
    const { words } = useLocale(language);
    expect(late('2026-03-01', language)).toBe(words.actionState.done);
    expect(late('2026-04-05', language)).toMatch(/35|٣٥/);
  }
});

test('one that is open or dropped is never late by its record alone', () => {
  for (const state of ['open', 'dropped'] as const)
    expect(actionInWords({ state, due, doneOn: undefined }, useLocale('en'))).toBe(
      useLocale('en').words.actionState[state],
    );
});
