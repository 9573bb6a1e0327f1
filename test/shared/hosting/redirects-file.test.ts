import { expect, test } from 'vitest';
import { redirectsFile } from '../../../src/shared/hosting/redirects-file.ts';

test('the page and the data of a postmortem lead on from its earlier slug, below the base', () => {
  expect(redirectsFile([{ from: 'old', to: 'new' }], '/trust/').split('\n')).toEqual([
    '/trust/postmortems/old/ /trust/postmortems/new/ 301',
    '/trust/postmortems/old /trust/postmortems/new/ 301',
    '/trust/postmortems/old.json /trust/postmortems/new.json 301',
    '/trust/postmortems/old.md /trust/postmortems/new.md 301',
    '',
  ]);
});
