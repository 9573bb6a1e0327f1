/** Which requests the servers for one's own machine answer. */
import { expect, test } from 'vitest';
import { type Asked, isPlainPath, judgeRequest } from '../../src/cli/judge-request.ts';

const port = 4321;
const ask = (asked: Partial<Asked>) =>
  judgeRequest({ method: 'GET', url: '/', headers: {}, hosts: ['localhost:4321'], ...asked }, port).refused;

test.each(['localhost:4321', '127.0.0.1:4321', '[::1]:4321'])('%s is answered', (host) =>
  expect(ask({ hosts: [host] })).toBeUndefined(),
);

test.each([
  'localhost',
  'localhost:80',
  'localhost:4322',
  'localhost.:4321',
  'x.localhost:4321',
  'localhost.elsewhere.example:4321',
  'elsewhere.example:4321',
  'elsewhere.example',
  '0.0.0.0:4321',
  '127.0.0.2:4321',
  '127.1:4321',
  '[::]:4321',
  '',
])('a request to %j is refused', (host) => expect(ask({ hosts: [host] })).toBe(421));

test('no host and two hosts are refused', () => {
  expect(ask({ hosts: [] })).toBe(421);
  expect(ask({ hosts: ['localhost:4321', 'localhost:4321'] })).toBe(421);
});

test('on the usual port the name alone is answered', () => {
  const asked = { method: 'GET', url: '/', headers: {}, hosts: ['localhost'] };
  expect(judgeRequest(asked, 80).refused).toBeUndefined();
});

const opening = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

test.each([
  ['a page opened by its reader', '/', { 'sec-fetch-site': 'none', ...opening }, undefined],
  ['a script of the page itself', '/candor-dev/events', { 'sec-fetch-site': 'same-origin' }, undefined],
  ['what is no browser', '/candor-dev/events', {}, undefined],
  ['a link on another site', '/about/', { 'sec-fetch-site': 'cross-site', ...opening }, undefined],
  ['a frame on another site', '/', { 'sec-fetch-site': 'cross-site', ...opening, 'sec-fetch-dest': 'iframe' }, 403],
  ['an image on another site', '/a.png', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
  ['a page of another port', '/', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 403],
  ['a link to the problems', '/candor-dev/problems', { 'sec-fetch-site': 'cross-site', ...opening }, 403],
  ['a stream for another site', '/candor-dev/events', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another origin', '/', { origin: 'http://elsewhere.example' }, 403],
  ['another port as origin', '/', { origin: 'http://localhost:5000' }, 403],
  ['an origin that is hidden', '/', { origin: 'null' }, 403],
] as const)('%s', (_, url, headers, refused) => expect(ask({ url, headers })).toBe(refused));

test.each([
  [{ origin: 'http://localhost:4321' }, undefined],
  [{ origin: 'http://localhost:4321', 'sec-fetch-site': 'same-origin' }, undefined],
  [{ origin: 'http://localhost:4321', 'sec-fetch-site': 'cross-site', ...opening }, 403],
  [{ origin: 'http://127.0.0.1:4321' }, 403],
  [{ origin: 'https://localhost:4321' }, 403],
  [{ origin: 'null' }, 403],
  [{}, 403],
] as const)('a POST with %j', (headers, refused) =>
  expect(ask({ method: 'POST', url: '/candor-dev/edition/internal', headers })).toBe(refused),
);

test.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'get'])('%s is no method of these servers', (method) =>
  expect(ask({ method })).toBe(405),
);

test.each(['/', '/a', '/a/b.c', '/%E2%82%AC', '/a%20b', '/.well-known/x', '/...'])('%s is a path', (path) =>
  expect(isPlainPath(path)).toBe(true),
);

test.each([
  '',
  '*',
  'a',
  '//',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/%5celsewhere.example',
  'http://localhost:4321/',
  '/..',
  '/a/../b',
  '/%2e%2e/a',
  '/a%2f..%2fb',
  '/%00',
  '/%0a',
  '/%',
  '/%ff',
  '/a#b',
  '/é',
])('%j is none', (path) => {
  expect(isPlainPath(path)).toBe(false);
  expect(ask({ url: path })).toBe(400);
});

test('an address may be so long and no longer', () => {
  expect(ask({ url: `/${'a'.repeat(4000)}?b` })).toBeUndefined();
  expect(ask({ url: `/${'a'.repeat(5000)}` })).toBe(414);
});
