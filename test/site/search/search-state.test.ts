import { expect, test } from 'vitest';
import { readState, writeState } from '../../../src/site/search/search-state.ts';

test('a state survives the address bar', () => {
  const state = {
    words: 'time-out & "retry"',
    filters: { service: 'Catalogue search', year: '2026' },
    sort: 'newest' as const,
  };
  expect(readState(new URLSearchParams(writeState(state)))).toEqual(state);
});

test('nothing looked for is no query', () => {
  expect(writeState({ words: '', filters: {}, sort: 'relevance' })).toBe('');
});

test('unknown parameters and sorts are ignored', () => {
  const state = readState(new URLSearchParams('?q=%20cache%20&sort=upwards&colour=red&tag='));
  expect(state).toEqual({ words: 'cache', filters: {}, sort: 'relevance' });
});
