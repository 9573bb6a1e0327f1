/** Pictures are decoded by a process that is ended when one takes too long, or goes with the thread that asked. */
import { expect, test } from 'vitest';
import { lookAtImage, publishImage } from '../../../src/disk/images/publish-image.ts';
import { requestImage } from '../../../src/disk/images/request-image.ts';
import { placesOf, postmortem, publish } from '../../support/publish.ts';
import { anyPng } from '../../support/site.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">${inside}</svg>`;
const slow = Buffer.from(svg(`<text x="1" y="9">${'abcde '.repeat(20_000)}</text>`));

test('a picture that takes too long is given up, and the next one is published', async () => {
  expect(await requestImage('look', slow, true)).toEqual({ failed: 'too-slow' });
  const outcome = await publishImage(await anyPng());
  expect(outcome).toMatchObject({ width: 24, height: 16 });
});

test('pictures that are asked for at once are all answered', async () => {
  const png = await anyPng();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => lookAtImage(png)));
  expect(outcomes).toEqual(Array.from({ length: 5 }, () => ({ variants: [], width: 24, height: 16 })));
});

test.each([
  ['a long text', slow.toString(), /a text in it is too long/],
  ['a long path', svg(`<path d="M0 0${'L9 9'.repeat(30_000)}"/>`), /its paths are too long/],
  ['a file by a name of its own', svg('<a:image xmlns:a="http://www.w3.org/2000/svg" href="file:x"/>'), /from outside/],
])('a drawing with %s is refused before it is drawn', async (_, drawing, reason) => {
  const published = await publish(postmortem('![a](a.svg)'), { attachments: { 'a.svg': drawing } });
  expect(placesOf(published)).toEqual(['16:1 image/unreadable']);
  expect(published.problems[0]?.fact).toMatch(reason);
});
