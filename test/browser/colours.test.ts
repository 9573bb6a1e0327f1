/** Colour tells severities apart, and nothing else: every other mark is told by its shape, its word and its weight. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDemo, openDemo } from '../support/open-demo.ts';

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const pages = ['', 'postmortems/2024-07-18-checkout-retries/', 'postmortems/2026-11-19-slow-exports/', 'promises/'];
const marks = `(() => {
  const probe = document.body.appendChild(document.createElement('p'));
  const inks = ['--ink', '--ink-soft', '--paper'].map((name) => {
    probe.style.color = 'var(' + name + ')';
    return getComputedStyle(probe).color;
  });
  const isSeverity = (mark) => /severity-/.test(mark.className);
  const all = [...document.querySelectorAll('.mark')];
  const name = (mark) => mark.className.replace('mark ', '');
  return {
    coloured: all.filter((mark) => !isSeverity(mark) && !inks.includes(getComputedStyle(mark).color)).map(name),
    severities: all.filter((mark) => isSeverity(mark) && inks.includes(getComputedStyle(mark).color)).map(name),
    filled: all.filter((mark) => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)').map(name),
    marks: all.length,
  };
})()`;

test.each(['light', 'dark'] as const)(
  'in %s, severities alone have a colour, and what is ongoing alone is filled',
  async (colorScheme) => {
    const context = await demo.browser.newContext({ colorScheme });
    const page = await context.newPage();
    const filled: string[] = [];
    for (const path of pages) {
      await page.goto(demo.url + path);
      const found = (await page.evaluate(marks)) as Record<'coloured' | 'severities' | 'filled', string[]> & {
        marks: number;
      };
      expect(found.marks, path).toBeGreaterThan(2);
      expect([...new Set(found.coloured)], path).toEqual([]);
      expect(found.severities, path).toEqual([]);
      filled.push(...found.filled);
    }
    expect(new Set(filled)).toEqual(new Set(['state-ongoing']));
    await context.close();
  },
);
