import { expect, test } from 'vitest';
import { routeRequest } from '../../src/cli/route-request.ts';

test.each([
  ['/', undefined],
  ['/postmortems/a.json', undefined],
  ['/de/postmortems/a.md', undefined],
  ['/badges/checkout.svg', undefined],
  ['/theme/0a.css', undefined],
  ['/hosting/headers.txt', undefined],
  ['/images/0a-640.webp', 'projection'],
  ['/attachments/0a1b/node.log', 'projection'],
  ['/_astro/a.css', 'assets'],
  ['/site.json', 'public'],
  ['/postmortems/a/data.csv', 'public'],
  ['/report.txt', 'public'],
  ['/data/errors.json', 'public'],
  ['/handbook/', 'public'],
  ['/handbook/part/', 'public'],
  ['/logo', 'public'],
])('%s is looked for in: %s', (path, source) => {
  expect(routeRequest(path, ['de'])).toBe(source);
});
